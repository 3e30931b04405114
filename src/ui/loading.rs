//! Data on its way: a strip that says how much of it the figures are of, and one that says when a file has changed.

use super::style::{c, text};
use super::widgets::{button_ui, link_ui};
use super::{Context, Out};
use crate::base::Color;
use crate::session::{Command, FirstPart, Request};
use crate::text::Face;
use crate::tr;
use egui::{Align, Frame, Label, Layout, Margin, Panel, Rect, Sense, Shape, Stroke, Ui, vec2};

/// Shows nothing when all data is there as its files are now.
pub fn loading_banner_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let Some((data, source)) = cx.view.data.zip(cx.session.source()) else { return };
    if let Some(part) = data.part {
        let words = tr!("ui-partial", part = part_words(part, cx), name = source.name.as_str());
        let job = cx.jobs.iter().find(|job| job.reads == Some(data.source));
        strip_ui(ui, "partial data", cx.theme.accent_soft, |ui| {
            if let Some(job) = job
                && button_ui(ui, &tr!("ui-stop-reading")).clicked()
            {
                out.requests.push(Request::CancelJob(job.id));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                hatch_ui(ui, cx.theme.accent_text);
                let label = Label::new(text(words, Face::Medium, 12.5, cx.theme.text)).truncate();
                ui.add(label).on_hover_text(tr!("ui-partial-hint"));
            });
        });
    } else if data.is_outdated {
        let words = tr!("ui-outdated", name = source.name.as_str());
        strip_ui(ui, "outdated data", cx.theme.accent_soft, |ui| {
            if link_ui(ui, cx.theme, &tr!("ui-not-now")).clicked() {
                out.requests.push(Request::KeepOutdated);
            }
            if button_ui(ui, &Command::RefreshData.label()).clicked() {
                out.command(Command::RefreshData);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(text(words, Face::Medium, 12.5, cx.theme.text)).truncate());
            });
        });
    }
}

/// A line above figures that are not those of all data.
pub fn partial_figures_ui(ui: &mut Ui, cx: &Context<'_>) {
    let Some(part) = cx.view.data.and_then(|data| data.part) else { return };
    ui.horizontal(|ui| {
        hatch_ui(ui, cx.theme.accent_text);
        let words = tr!("ui-partial-figures", part = part_words(part, cx));
        ui.add(Label::new(text(words, Face::Medium, 11.5, cx.theme.text_body)).wrap())
            .on_hover_text(tr!("ui-partial-hint"));
    });
}

/// `first 12 %`, or the number of rows where nobody knows how many there are.
pub fn part_words(part: FirstPart, cx: &Context<'_>) -> String {
    match part.share {
        Some(share) => {
            let decimals = usize::from(share < 0.0995);
            tr!("ui-first-share", share = cx.format.percent(f64::from(share), decimals))
        }
        None => tr!("ui-first-rows", rows = cx.format.count(part.rows)),
    }
}

fn strip_ui(ui: &mut Ui, name: &str, fill: Color, content: impl FnOnce(&mut Ui)) {
    let frame = Frame::new().fill(c(fill)).inner_margin(Margin::symmetric(14, 6));
    Panel::top(name.to_owned()).resizable(false).frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| ui.with_layout(Layout::right_to_left(Align::Center), content));
    });
}

/// The stripes that mark what is not complete on the map.
fn hatch_ui(ui: &mut Ui, color: Color) {
    let (rect, _) = ui.allocate_exact_size(vec2(16.0, 14.0), Sense::hover());
    let stroke = Stroke::new(1.3, c(color));
    let square = Rect::from_center_size(rect.center(), vec2(13.0, 13.0));
    let side = square.width();
    let at = |x: f32, y: f32| square.min + vec2(x, y);
    for reach in [5.0_f32, 10.0, 15.0, 20.0] {
        let from = at((reach - side).max(0.0), reach.min(side));
        let to = at(reach.min(side), (reach - side).max(0.0));
        ui.painter().add(Shape::line_segment([from, to], stroke));
    }
    ui.painter().rect_stroke(square, 2.0, stroke, egui::StrokeKind::Inside);
}
