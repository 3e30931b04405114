//! What is selected, what can be done next, what is running, and the zoom.

use super::style::{c, text};
use super::{Context, Out};
use crate::jobs::JobInfo;
use crate::model::LaneId;
use crate::scene::Element;
use crate::session::{Command, Request};
use crate::text::Face;
use crate::tr;
use egui::{Align, Button, Label, Layout, ProgressBar, Ui, vec2};
use std::time::Duration;

/// What is done sooner is not worth the flicker.
pub const SHOWN_AFTER: Duration = Duration::from_millis(300);

pub fn status_bar_ui(ui: &mut Ui, zoom: f32, cx: &Context<'_>, out: &mut Out) {
    let small = |words: String| text(words, Face::Regular, 11.5, cx.theme.text_faint);
    ui.horizontal_centered(|ui| {
        ui.add_space(16.0);
        ui.label(small(selection_words(cx)));
        if let Some(words) = counted_words(cx) {
            ui.label(small(words));
        }
        if let Some(persona) = cx.session.measured_persona() {
            let name = persona.short_name();
            let words = tr!("ui-only-persona", name = name);
            ui.label(small(words)).on_hover_text(tr!("ui-rule-measured-hint", name = name));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(10.0);
            ui.spacing_mut().item_spacing.x = 2.0;
            ui.spacing_mut().button_padding = vec2(5.0, 1.0);
            let percent = cx.format.percent(f64::from(zoom), 0);
            let zoom = tr!("ui-zoom-now", zoom = percent.as_str(), command = Command::Zoom100.label());
            for (label, name, command) in [
                ("+".to_owned(), Command::ZoomIn.label(), Command::ZoomIn),
                (percent, zoom, Command::Zoom100),
                ("−".to_owned(), Command::ZoomOut.label(), Command::ZoomOut),
                (tr!("ui-fit"), Command::ZoomFit.label(), Command::ZoomFit),
            ] {
                let button = ui.add(Button::new(small(label)).frame(false));
                button.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, &name));
                if button.on_hover_text(super::keys::label_with_keys(ui.ctx(), command)).clicked() {
                    out.command(command);
                }
            }
            ui.add_space(12.0);
            for job in cx.jobs.iter().filter(|job| !job.quiet) {
                match SHOWN_AFTER.checked_sub(job.elapsed()).filter(|left| !left.is_zero()) {
                    Some(left) => ui.ctx().request_repaint_after(left),
                    None => job_ui(ui, job, cx, out),
                }
            }
            ui.with_layout(Layout::centered_and_justified(egui::Direction::LeftToRight), |ui| {
                ui.add(Label::new(small(hint(cx))).truncate());
            });
        });
    });
}

fn job_ui(ui: &mut Ui, job: &JobInfo, cx: &Context<'_>, out: &mut Out) {
    let words = |words: String| text(words, Face::Medium, 11.5, cx.theme.accent_text);
    if ui.add(Button::new(words(tr!("ui-cancel"))).frame(false)).clicked() {
        out.requests.push(Request::CancelJob(job.id));
    }
    if let Some(fraction) = job.progress.fraction() {
        ui.add_space(4.0);
        let bar = ProgressBar::new(fraction).desired_width(120.0).desired_height(6.0);
        ui.add(bar.fill(c(cx.theme.accent)));
    }
    ui.add_space(6.0);
    ui.label(text(&job.label, Face::Regular, 11.5, cx.theme.text_body));
    // The counters move without events.
    ui.ctx().request_repaint_after(Duration::from_millis(100));
}

fn selection_words(cx: &Context<'_>) -> String {
    let view = &cx.view;
    let count = view.selection.len();
    let order: Vec<_> = view.map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.id).collect();
    if let (1, Some(Element::Touchpoint(id))) = (count, view.selection.first())
        && let Some(place) = order.iter().position(|other| other == id)
    {
        return tr!("ui-step-of", place = place + 1, count = order.len());
    }
    if count > 0 { tr!("ui-selected", count = count) } else { tr!("ui-steps", count = order.len()) }
}

/// How many journeys are counted, where the data bar does not say it.
fn counted_words(cx: &Context<'_>) -> Option<String> {
    let data = cx.view.data.filter(|_| !cx.parts.data_bar)?;
    let words = super::data_bar::selected_words(data.measures?, cx);
    let before = data.before.map(|before| cx.format.count(before.measures.journeys.total));
    let words = match before {
        Some(before) => tr!("ui-counted-before", words = words, before = before),
        None => words,
    };
    Some(format!("· {words}"))
}

fn holds_cards(lane: LaneId, cx: &Context<'_>) -> bool {
    cx.view.map.lanes.get(lane).is_some_and(|lane| lane.kind.holds_cards())
}

fn hint(cx: &Context<'_>) -> String {
    if cx.view.comparing.is_some() {
        return tr!("ui-hint-comparing");
    }
    if cx.view.editing.is_some() {
        return tr!("ui-hint-typing");
    }
    match cx.view.selection.first() {
        Some(Element::Touchpoint(_)) => tr!("ui-hint-touchpoint"),
        Some(Element::Card(_)) => tr!("ui-hint-card"),
        Some(Element::Emotion(..)) => tr!("ui-hint-emotion"),
        Some(Element::Cell(lane, _)) if holds_cards(*lane, cx) => tr!("ui-hint-cell"),
        Some(Element::Step(..) | Element::Wait(_)) => tr!("ui-hint-ways"),
        Some(Element::Cell(..) | Element::Measured(..)) => tr!("ui-hint-measured"),
        Some(_) => tr!("ui-hint-other"),
        None => tr!("ui-hint-nothing"),
    }
}
