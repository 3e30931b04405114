//! The journeys behind a number: a list of any length, in an order of one's choice, and the way to a customer.

use super::count::{is_survey, journeys_words};
use super::story;
use crate::base::fmt;
use crate::insights::Behind;
use crate::insights::customer::Identity;
use crate::model::JourneyStatus;
use crate::session::pages::journeys::{JourneyList, Row};
use crate::session::{Action, InsightsAction, JourneyOrder, Options};
use crate::text::Face;
use crate::theme::Theme;
use crate::tr;
use crate::ui::style::{c, font, line, text};
use crate::ui::widgets::{link_ui, muted_ui, switch_ui};
use crate::ui::{Context, Out};
use egui::{
    Align2, ComboBox, Id, Key, Label, ScrollArea, Sense, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo,
    accesskit::Role, pos2, vec2,
};

/// Height of a journey in the list.
const ROW: f32 = 40.0;

pub fn journeys_ui(ui: &mut Ui, page: &JourneyList, cx: &Context<'_>, out: &mut Out) {
    let state = cx.session.insights();
    if let Some(journey) = state.picked() {
        story::story_ui(ui, journey, page, cx, out);
        return;
    }
    let options = state.options();
    let set = |out: &mut Out, options: Options| {
        out.actions.push(Action::Insights(InsightsAction::SetOptions(Box::new(options))));
    };
    search_ui(ui, cx, out);
    let title = match &page.opened.title {
        title if title.is_empty() && is_survey(cx) => tr!("ui-journeys-all-respondents"),
        title if title.is_empty() => tr!("ui-journeys-all"),
        title => title.clone(),
    };
    ui.add(Label::new(text(&title, Face::SemiBold, 13.0, cx.theme.text)).wrap());
    ui.horizontal_wrapped(|ui| {
        let mut count = journeys_words(page.journeys.count(), cx);
        if page.customers != page.journeys.count() && !is_survey(cx) {
            let customers = cx.format.count(page.customers);
            count =
                tr!("ui-journeys-of-customers", journeys = count, n = page.customers, customers = customers);
        }
        ui.label(text(count, Face::Regular, 12.0, cx.theme.text_body));
        if page.opened.behind != Behind::All && link_ui(ui, cx.theme, &tr!("ui-journeys-show-all")).clicked()
        {
            ui.data_mut(|data| data.remove::<String>(sought_id()));
            let behind = Behind::All;
            out.actions.push(Action::Insights(InsightsAction::OpenBehind { title: String::new(), behind }));
        }
    });
    if page.rows.is_empty() {
        let words = match &page.opened.behind {
            Behind::Customer(_) => tr!("ui-journeys-no-customer"),
            _ => tr!("ui-journeys-none"),
        };
        muted_ui(ui, cx.theme, words);
        return;
    }
    ui.horizontal(|ui| {
        let offered: Vec<_> = JourneyOrder::ALL.into_iter().filter(|order| is_offered(*order, cx)).collect();
        let shown = if offered.contains(&options.order) { options.order } else { JourneyOrder::Customer };
        let combo = ComboBox::from_id_salt("order").selected_text(shown.label()).width(190.0);
        let mut order = options.order;
        let combo = combo.show_ui(ui, |ui| {
            for other in offered {
                ui.selectable_value(&mut order, other, other.label());
            }
        });
        let _named = combo.response.accessible_name(tr!("ui-journeys-order"));
        if order != options.order {
            set(out, Options { order, ..options.clone() });
        }
    });
    identity_ui(ui, cx, out);
    ui.add_space(2.0);
    let spacing = ui.spacing().item_spacing.y;
    ui.spacing_mut().item_spacing.y = 0.0;
    let area = ScrollArea::vertical().id_salt("journeys").auto_shrink([false, false]);
    area.show_rows(ui, ROW, page.rows.len(), |ui, shown| {
        for row in page.rows.get(shown).unwrap_or_default() {
            row_ui(ui, row, page, cx, out);
        }
    });
    ui.spacing_mut().item_spacing.y = spacing;
}

/// In a survey nobody leaves, and nothing takes its time: what is alike then stays in the order of customers.
fn is_offered(order: JourneyOrder, cx: &Context<'_>) -> bool {
    !is_survey(cx) || !matches!(order, JourneyOrder::End | JourneyOrder::Longest)
}

/// Where what is typed to find a customer is kept.
fn sought_id() -> Id {
    Id::unique("customer sought")
}

/// Finds a customer by id or pseudonym.
fn search_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let id = sought_id();
    let mut typed: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let field = TextEdit::singleline(&mut typed)
        .id(id.with("field"))
        .hint_text(tr!("ui-customer-hint"))
        .desired_width(f32::INFINITY)
        .margin(egui::Margin::symmetric(8, 6));
    let field = ui.add(field).accessible_name(tr!("ui-customer-search"));
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if entered && !typed.trim().is_empty() {
        let title = match cx.session.insights().options().identity {
            Identity::Shown => tr!("ui-customer-title", name = typed.trim()),
            // What was typed may be the id itself.
            Identity::Hidden => tr!("ui-customer-title-hidden"),
        };
        let behind = Behind::Customer(typed.trim().to_owned());
        out.actions.push(Action::Insights(InsightsAction::OpenBehind { title, behind }));
    }
    ui.data_mut(|data| data.insert_temp(id, typed));
    ui.add_space(4.0);
}

/// Whether it is shown who customers are, with a word of warning.
pub fn identity_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let options = cx.session.insights().options();
    let on = options.identity == Identity::Shown;
    if let Some(on) = switch_ui(ui, &tr!("ui-identity"), on, &tr!("ui-identity-hint")) {
        let identity = if on { Identity::Shown } else { Identity::Hidden };
        let options = Options { identity, ..options.clone() };
        out.actions.push(Action::Insights(InsightsAction::SetOptions(Box::new(options))));
    }
    if on {
        ui.add(
            Label::new(text(tr!("ui-identity-warning"), Face::Medium, 11.5, cx.theme.warning_text)).wrap(),
        );
    }
}

/// How a journey stands, in a word.
pub fn status_words(status: JourneyStatus) -> String {
    match status {
        JourneyStatus::Goal => tr!("ui-status-goal"),
        JourneyStatus::Left => tr!("ui-status-left"),
        JourneyStatus::Returned => tr!("ui-status-returned"),
        JourneyStatus::Open => tr!("ui-status-open"),
    }
}

/// The colour that goes with the word.
pub const fn status_color(status: JourneyStatus, theme: &Theme) -> crate::base::Color {
    match status {
        JourneyStatus::Goal => theme.ok,
        JourneyStatus::Left => theme.exit,
        JourneyStatus::Returned => theme.returned,
        JourneyStatus::Open => theme.still_open,
    }
}

/// `2024-05-03 14:02` of a time.
pub fn minute(time: crate::base::Timestamp) -> String {
    time.to_iso().get(..16).unwrap_or_default().replace('T', " ")
}

fn row_ui(ui: &mut Ui, row: &Row, page: &JourneyList, cx: &Context<'_>, out: &mut Out) {
    let Some(data) = cx.view.data else { return };
    let theme = cx.theme;
    let id = data.loaded.log.customers.text(row.customer);
    let name = match cx.session.insights().options().identity {
        Identity::Hidden => page.names.name(id),
        Identity::Shown => id.to_owned(),
    };
    let is_survey = is_survey(cx);
    let status = if is_survey { String::new() } else { status_words(row.status) };
    // A survey has days.
    let begin = row.begin.map(if is_survey { fmt::date } else { minute }).unwrap_or_default();
    let lasts = if row.begin.is_some() && !is_survey { cx.format.duration(row.secs) } else { String::new() };
    let shown = cx.format.count(row.visits.into());
    let visits = if is_survey {
        tr!("ui-journey-answers", count = row.visits, shown = shown)
    } else {
        tr!("ui-journey-visits", count = row.visits, shown = shown)
    };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let spoken = tr!(
        "ui-journey-row",
        name = name.as_str(),
        begin = begin.as_str(),
        visits = visits.as_str(),
        status = status.as_str()
    );
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, &spoken));
    if response.hovered() {
        ui.painter().rect_filled(rect, 6.0, c(theme.hover));
    }
    if response.has_focus() {
        let stroke = Stroke::new(1.5, c(theme.accent));
        ui.painter().rect_stroke(rect.shrink(1.0), 6.0, stroke, StrokeKind::Inside);
    }
    let tone = |color| if enabled { c(color) } else { c(color).gamma_multiply(0.6) };
    let (left, right, middle) = (rect.left() + 6.0, rect.right() - 6.0, rect.center().y);
    let names = if is_survey { left } else { left + 14.0 };
    if !is_survey {
        ui.painter().circle_filled(
            pos2(left + 4.0, middle - 7.0),
            4.0,
            tone(status_color(row.status, theme)),
        );
    }
    let end = ui.painter().text(
        pos2(right, middle - 7.0),
        Align2::RIGHT_CENTER,
        &status,
        font(Face::Regular, 11.5),
        tone(theme.text_muted),
    );
    let galley =
        ui.painter().layout_job(line(&name, Face::SemiBold, 12.5, theme.text, end.left() - left - 22.0));
    ui.painter().galley(pos2(names, middle - 7.0 - galley.size().y / 2.0), galley, tone(theme.text));
    let below =
        [begin, visits, lasts].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    ui.painter().text(
        pos2(names, middle + 9.0),
        Align2::LEFT_CENTER,
        below,
        font(Face::Regular, 11.5),
        tone(theme.text_muted),
    );
    if response.clicked() {
        out.actions.push(Action::Insights(InsightsAction::PickJourney(Some(row.journey))));
    }
}
