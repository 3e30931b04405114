//! Behaviour or demographics: how much each segment column tells of who leaves, and what the columns are.

use super::count::count_link;
use super::parts::words_ui;
use crate::insights::behaviour::ColumnTells;
use crate::model::{Edit, Nature, Source};
use crate::session::Action;
use crate::session::pages::behaviour::Behaviour;
use crate::text::Face;
use crate::tr;
use crate::ui::style::{c, text};
use crate::ui::widgets::{card_ui, muted_ui};
use crate::ui::{Context, Out};
use egui::{ComboBox, Label, Rect, Sense, Stroke, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

pub fn behaviour_ui(ui: &mut Ui, page: &Behaviour, cx: &Context<'_>, out: &mut Out) {
    let say = |ui: &mut Ui, words: String, face: Face| {
        ui.add(Label::new(text(words, face, 13.0, cx.theme.text)).wrap());
    };
    let told: Vec<&ColumnTells> = page.columns.iter().filter(|of| of.tells.is_some()).collect();
    if told.is_empty() {
        say(ui, tr!("ui-behaviour-nothing"), Face::Regular);
        return;
    }
    say(ui, verdict(&page.columns, cx), Face::SemiBold);
    muted_ui(ui, cx.theme, tr!("ui-behaviour-how"));
    words_ui(ui, |ui| {
        let title = tr!("ui-behaviour-closed");
        let count = cx.format.count(page.closed.count());
        count_link(ui, &tr!("ui-behaviour-rests-on", count = count), &title, &page.closed, out);
        let count = cx.format.count(page.exits.count());
        let title = tr!("ui-behaviour-exits");
        count_link(ui, &tr!("ui-behaviour-left", count = count), &title, &page.exits, out);
    });
    ui.add_space(6.0);
    let most =
        told.iter().filter_map(|of| of.tells).map(|of| of.raw.max(of.by_chance.1)).fold(0.01, f64::max);
    for column in &page.columns {
        ui.push_id(&column.column, |ui| {
            card_ui(ui, cx.theme, "", |ui| column_ui(ui, column, most, cx, out));
        });
    }
    muted_ui(ui, cx.theme, tr!("ui-behaviour-nature-hint"));
}

/// Which of the two tells more.
fn verdict(columns: &[ColumnTells], cx: &Context<'_>) -> String {
    let best = |nature: Nature| {
        let of = columns.iter().filter(|of| of.nature == nature);
        of.max_by(|one, other| one.corrected().total_cmp(&other.corrected()))
            .filter(|of| of.corrected() > 0.0)
    };
    let share = |of: &ColumnTells| cx.format.percent(of.corrected(), 1);
    match (best(Nature::Behavioural), best(Nature::Demographic)) {
        (None, None) => tr!("ui-behaviour-neither"),
        (Some(does), None) => {
            tr!("ui-behaviour-does-alone", column = does.column.as_str(), share = share(does))
        }
        (None, Some(is)) => tr!("ui-behaviour-is-alone", column = is.column.as_str(), share = share(is)),
        (Some(does), Some(is)) => tr!(
            "ui-behaviour-both",
            more = if does.corrected() >= is.corrected() { "does" } else { "is" },
            does = does.column.as_str(),
            does_share = share(does),
            is = is.column.as_str(),
            is_share = share(is)
        ),
    }
}

fn column_ui(ui: &mut Ui, column: &ColumnTells, most: f64, cx: &Context<'_>, out: &mut Out) {
    let theme = cx.theme;
    ui.horizontal(|ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            nature_ui(ui, column, cx, out);
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.add(Label::new(text(&column.column, Face::SemiBold, 12.5, theme.text)).truncate());
            });
        });
    });
    let Some(tells) = column.tells else {
        muted_ui(ui, theme, tr!("ui-behaviour-one-value"));
        return;
    };
    let (low, high) = tells.by_chance;
    let value = tells.corrected.max(0.0);
    bar_ui(ui, column, (tells.raw, (low, high), most), cx);
    let words = if value < 0.0005 {
        tr!("ui-behaviour-no-more")
    } else if tells.p <= 0.05 {
        tr!("ui-behaviour-tells", share = cx.format.percent(value, 1))
    } else {
        tr!("ui-behaviour-chance", share = cx.format.percent(value, 1))
    };
    muted_ui(ui, theme, words).on_hover_text(tr!(
        "ui-behaviour-range",
        low = cx.format.percent(low.max(0.0), 1),
        high = cx.format.percent(high.max(0.0), 1)
    ));
}

/// What it tells as a bar; what chance would tell is a bracket over it.
#[allow(clippy::cast_possible_truncation)] // pixels
fn bar_ui(
    ui: &mut Ui,
    column: &ColumnTells,
    (value, chance, most): (f64, (f64, f64), f64),
    cx: &Context<'_>,
) {
    let theme = cx.theme;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 14.0), Sense::hover());
    let spoken =
        tr!("ui-behaviour-bar", column = column.column.as_str(), share = cx.format.percent(value, 1));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    let x = |share: f64| rect.left() + rect.width() * (share.max(0.0) / most).min(1.0) as f32;
    ui.painter().rect_filled(rect, 4.0, c(theme.field));
    let color = match column.nature {
        Nature::Behavioural => theme.measured,
        Nature::Demographic => theme.drawn,
    };
    let bar = Rect::from_min_max(rect.min, pos2(x(value), rect.max.y));
    if bar.width() >= 1.0 {
        ui.painter().rect_filled(bar, 4.0_f32.min(bar.width() / 2.0), c(color));
    }
    // With an edge of the ground, so that it is seen on the bar as beside it.
    let middle = rect.center().y;
    for stroke in [Stroke::new(4.0, c(theme.panel_inset)), Stroke::new(1.6, c(theme.text))] {
        let over = (stroke.width - 1.6) / 2.0;
        ui.painter().hline(x(chance.0) - over..=x(chance.1) + over, middle, stroke);
        for end in [chance.0, chance.1] {
            ui.painter().vline(x(end), middle - 4.0 - over..=middle + 4.0 + over, stroke);
        }
    }
}

/// What the column says of customers, to be set right.
fn nature_ui(ui: &mut Ui, column: &ColumnTells, cx: &Context<'_>, out: &mut Out) {
    let name = |nature| match nature {
        Nature::Behavioural => tr!("ui-nature-behaviour"),
        Nature::Demographic => tr!("ui-nature-demographic"),
    };
    let mut chosen = column.nature;
    let combo = ComboBox::from_id_salt("nature").selected_text(name(chosen)).width(128.0).show_ui(ui, |ui| {
        for nature in [Nature::Behavioural, Nature::Demographic] {
            ui.selectable_value(&mut chosen, nature, name(nature));
        }
    });
    let _named = combo.response.accessible_name(tr!("ui-nature-of", column = column.column.as_str()));
    if chosen != column.nature
        && let Some(source) = cx.session.source()
    {
        let mut natures = source.natures.clone();
        natures.insert(column.column.clone(), chosen);
        out.actions.push(Action::Edit(Edit::SetSource(Source { natures, ..source.clone() })));
    }
}
