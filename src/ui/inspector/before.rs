//! Before they leave: what stands ahead of exits more often than ahead of the goal, with how much more often those with it
//! leave. Of journeys through a touchpoint, or of all.

use crate::insights::JourneySet;
use crate::insights::findings::Teller;
use crate::insights::patterns::{ItemKind, PatternFigures, Patterns};
use crate::measure::small_groups::SmallGroups;
use crate::model::TouchpointId;
use crate::session::{Action, InsightsAction, Options};
use crate::text::Face;
use crate::tr;
use crate::ui::insights::count_link;
use crate::ui::style::{c, line, text};
use crate::ui::widgets::{card_ui, link_ui, muted_ui};
use crate::ui::{Context, Out};
use egui::{
    Align2, CursorIcon, Id, Popup, PopupCloseBehavior, Rect, Role, Sense, Spinner, Stroke, Ui, WidgetInfo,
    pos2, vec2,
};

/// As many as are seen at a glance.
const FIRST: usize = 5;
/// Lines of a pattern's name; pointed at, it tells the whole.
const MOST_LINES: usize = 3;
/// Panels are narrow below this width.
const NARROW: f32 = 280.0;
/// For the lift at the right.
const LIFT: f32 = 46.0;
/// A row of one line.
const ROW: f32 = 24.0;

pub fn before_ui(ui: &mut Ui, base: Option<TouchpointId>, cx: &Context<'_>, out: &mut Out) {
    let state = cx.session.insights();
    let measures = cx.view.data.and_then(|data| data.measures);
    let has_paths = measures.is_some_and(|of| !of.is_survey && !of.is_summary && !of.no_goal_set);
    if !has_paths || state.has_no_patterns() {
        return;
    }
    card_ui(ui, cx.theme, "", |ui| {
        ui.horizontal(|ui| {
            ui.label(text(tr!("ui-before-they-leave"), Face::SemiBold, 12.5, cx.theme.text))
                .on_hover_text(tr!("ui-def-before-they-leave"));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| items_ui(ui, cx, out));
        });
        match state.before_exits(base) {
            Some(found) => {
                ui.add_enabled_ui(!state.before_is_stale(), |ui| list_ui(ui, base, found, cx, out));
            }
            None => drop(ui.add(Spinner::new().size(12.0))),
        }
    });
}

fn list_ui(ui: &mut Ui, base: Option<TouchpointId>, found: &Patterns, cx: &Context<'_>, out: &mut Out) {
    let Some(data) = cx.view.data else { return };
    let teller =
        Teller { map: cx.view.map, log: &data.loaded.log, format: *cx.format, small: SmallGroups(0) };
    let told: Vec<_> = found.list.iter().filter(|of| of.q <= 0.05 && of.lift > 1.0).collect();
    if told.is_empty() {
        muted_ui(ui, cx.theme, tr!("ui-before-nothing"));
        let counted = |outcome: &str, journeys: &JourneySet| {
            tr!("ui-finding-counted", outcome = outcome, count = cx.format.count(journeys.count()))
        };
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            count_link(ui, &counted("left", &found.exits), &tr!("ui-status-left"), &found.exits, out);
            count_link(ui, &counted("goal", &found.controls), &tr!("ui-status-goal"), &found.controls, out);
        });
        return;
    }
    let id = Id::unique(("all patterns", format!("{base:?}")));
    let all: bool = ui.data(|data| data.get_temp(id)).unwrap_or(false);
    let shown = if all { told.len() } else { FIRST };
    let most = told.iter().map(|of| of.lift).fold(1.0, f64::max);
    ui.spacing_mut().item_spacing.y = 2.0;
    for (number, pattern) in told.iter().take(shown).enumerate() {
        ui.push_id(number, |ui| row_ui(ui, pattern, (most, base), &teller, cx, out));
    }
    if told.len() > FIRST {
        let rest = told.len() - FIRST;
        let words = if all { tr!("ui-fewer") } else { tr!("ui-and-more", count = rest) };
        if link_ui(ui, cx.theme, &words).clicked() {
            ui.data_mut(|data| data.insert_temp(id, !all));
        }
    }
}

/// Name, bar, and how many times the share that leaves is that of all.
#[allow(clippy::cast_possible_truncation)] // pixels
fn row_ui(
    ui: &mut Ui,
    pattern: &PatternFigures,
    (most, base): (f64, Option<TouchpointId>),
    teller: &Teller<'_>,
    cx: &Context<'_>,
    out: &mut Out,
) {
    let theme = cx.theme;
    let name = teller.trail(&pattern.items);
    let name = if pattern.is_structure { tr!("ui-before-structure", pattern = name) } else { name };
    // In a narrow panel the bar lies below the name, so that long names can be told apart.
    let width = ui.available_width();
    let is_narrow = width < NARROW;
    let names_width = if is_narrow { width - LIFT } else { width * 0.56 };
    let color = if pattern.is_structure { theme.text_muted } else { theme.text_body };
    // No line begins with the sign between two steps.
    let mut words = line(&name.replace(" › ", "\u{a0}› "), Face::Regular, 12.0, color, names_width);
    words.wrap.max_rows = MOST_LINES;
    words.wrap.break_anywhere = false;
    let galley = ui.painter().layout_job(words);
    let below = if is_narrow { 10.0 } else { 0.0 };
    let height = (galley.size().y + 9.0 + below).max(ROW);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    let lift = tr!("ui-lift", lift = cx.format.decimals(pattern.lift, 1));
    let enabled = ui.is_enabled();
    let title = match base {
        Some(base) => tr!("ui-before-title-at", pattern = name.as_str(), name = teller.touchpoint(base)),
        None => tr!("ui-before-title", pattern = name.as_str()),
    };
    let spoken = tr!("ui-before-row", pattern = name.as_str(), lift = lift.as_str());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, enabled, &spoken));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect.expand2(vec2(4.0, 0.0)), 5.0, c(theme.hover));
    }
    let middle = rect.center().y - below / 2.0;
    let tone = |color| if enabled { c(color) } else { c(color).gamma_multiply(0.6) };
    ui.painter().galley(pos2(rect.left(), middle - galley.size().y / 2.0), galley, tone(color));
    let bar = if is_narrow {
        Rect::from_min_size(pos2(rect.left(), rect.bottom() - 11.0), vec2(names_width, 6.0))
    } else {
        let left = rect.left() + names_width + 10.0;
        Rect::from_min_max(pos2(left, middle - 6.0), pos2(rect.right() - LIFT, middle + 6.0))
    };
    let radius = bar.height() / 3.0;
    let filled =
        Rect { max: pos2(bar.left() + bar.width() * (pattern.lift / most) as f32, bar.max.y), ..bar };
    ui.painter().rect_filled(filled, radius, tone(theme.exit_light));
    if pattern.is_structure {
        ui.painter().rect_stroke(
            filled,
            radius,
            Stroke::new(1.0, tone(theme.exit)),
            egui::StrokeKind::Inside,
        );
    }
    let font = crate::ui::style::font(Face::SemiBold, 12.0);
    ui.painter().text(pos2(rect.right(), middle), Align2::RIGHT_CENTER, lift, font, tone(theme.exit_text));
    let response = response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(hint(pattern, &name, cx));
    if response.clicked() {
        let journeys = pattern.exits.or(&pattern.controls);
        out.actions.push(Action::Insights(InsightsAction::OpenJourneys { title, journeys }));
    }
}

/// What the row rests on.
fn hint(pattern: &PatternFigures, name: &str, cx: &Context<'_>) -> String {
    let format = cx.format;
    let n = pattern.table.a + pattern.table.c;
    let (odds, low, high) = pattern.odds_ratio;
    let words = tr!(
        "ui-before-hint",
        pattern = name,
        n = format.count(n),
        left = format.count(pattern.table.a),
        share = format.percent(pattern.confidence, 0),
        odds = format.decimals(odds, 1),
        low = format.decimals(low, 1),
        high = format.decimals(high, 1),
        q = format.chance(pattern.q)
    );
    if pattern.is_structure { format!("{words}\n{}", tr!("ui-before-structure-hint")) } else { words }
}

/// What patterns are made of.
fn items_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let link = link_ui(ui, cx.theme, &tr!("ui-before-items"));
    let options = cx.session.insights().options();
    Popup::menu(&link).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        muted_ui(ui, cx.theme, tr!("ui-before-items-hint"));
        for kind in ItemKind::ALL {
            let mut on = options.items.contains(&kind);
            if !ui.checkbox(&mut on, item_name(kind)).changed() {
                continue;
            }
            let items: Vec<_> = ItemKind::ALL
                .into_iter()
                .filter(|other| if *other == kind { on } else { options.items.contains(other) })
                .collect();
            if !items.is_empty() {
                let options = Options { items, ..options.clone() };
                out.actions.push(Action::Insights(InsightsAction::SetOptions(Box::new(options))));
            }
        }
    });
}

fn item_name(kind: ItemKind) -> String {
    match kind {
        ItemKind::Touchpoint => tr!("ui-item-touchpoint"),
        ItemKind::WithChannel => tr!("ui-item-with-channel"),
        ItemKind::Switch => tr!("ui-item-switch"),
        ItemKind::LongWait => tr!("ui-item-long-wait"),
        ItemKind::LowScore => tr!("ui-item-low-score"),
        ItemKind::ContactedAgain => tr!("ui-item-contacted-again"),
    }
}
