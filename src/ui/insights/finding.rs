//! One finding: a mark of its kind, the sentence that leads to its place on the map, what it rests on, and what can be done.

use super::chart::two_sizes_ui;
use super::count::{behind_link, count_link, journeys_words};
use super::parts::words_ui;
use crate::insights::findings::{Finding, Outcome, Teller};
use crate::model::Edit;
use crate::scene::chart::{self, Compared, ComparedShare};
use crate::scene::{Element, Scene};
use crate::session::{Action, Request};
use crate::text::Face;
use crate::tr;
use crate::ui::style::{c, prose, text};
use crate::ui::widgets::{button_ui, link_ui, muted_ui};
use crate::ui::{Context, Out};
use egui::{
    Frame, Id, Key, Label, Margin, Popup, PopupCloseBehavior, Pos2, Sense, Shape, Stroke, TextEdit, Ui,
    WidgetInfo, accesskit::Role, vec2,
};
use std::sync::Arc;

/// Width of a chart in the panel.
const NARROW: f32 = 400.0;

/// A finding as it stands in the list.
pub struct Shown<'a> {
    /// Its place, from 1.
    pub number: usize,
    /// What was found.
    pub finding: &'a Finding,
    /// Tells it.
    pub teller: &'a Teller<'a>,
    /// Tells it where others will read it.
    pub for_others: &'a Teller<'a>,
}

pub fn finding_ui(ui: &mut Ui, shown: &Shown<'_>, cx: &Context<'_>, out: &mut Out) {
    let theme = cx.theme;
    let Shown { finding, teller, .. } = shown;
    let frame = Frame::new()
        .fill(c(theme.panel_inset))
        .stroke(Stroke::new(1.0, c(theme.border)))
        .corner_radius(10)
        .inner_margin(Margin::symmetric(12, 10));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        kind_ui(ui, shown, cx);
        let sentence = teller.sentence(finding);
        sentence_ui(ui, &sentence, finding, cx, out);
        muted_ui(ui, theme, teller.evidence(finding)).on_hover_text(teller.rule(finding.kind()));
        ui.add_space(4.0);
        words_ui(ui, |ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            let count = journeys_words(finding.journeys.count(), cx);
            count_link(ui, &count, &sentence, &finding.journeys, out);
            if let Some((count, outcome, behind)) = finding.counted().filter(|(count, ..)| *count > 0) {
                let outcome = match outcome {
                    Outcome::Left => "left",
                    Outcome::Bounced => "bounced",
                    Outcome::Goal => "goal",
                };
                let words = tr!("ui-finding-counted", outcome = outcome, count = cx.format.count(count));
                behind_link(ui, &words, &sentence, &behind, out);
            }
            let is_open = chart_is_shown(ui, finding);
            let words = if is_open { tr!("ui-finding-hide-chart") } else { tr!("ui-finding-chart") };
            if link_ui(ui, theme, &words).clicked() {
                let id = chart_id(finding);
                ui.data_mut(|data| data.insert_temp(id, !is_open));
            }
            let more = link_ui(ui, theme, &tr!("ui-finding-more"));
            more_ui(&more, finding, shown.for_others, cx, out);
            if has_slide(finding, cx) {
                muted_ui(ui, theme, tr!("ui-finding-on-slide"));
            }
        });
        if chart_is_shown(ui, finding) {
            compared_ui(ui, shown, cx, out);
        }
    });
    ui.add_space(1.0);
}

/// `1  ▼ Went worse`: the way it points is told by shape and word, not by colour alone.
fn kind_ui(ui: &mut Ui, shown: &Shown<'_>, cx: &Context<'_>) {
    let theme = cx.theme;
    let is_good = shown.finding.is_good();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.label(text(shown.number.to_string(), Face::Bold, 12.0, theme.text_faint));
        let (rect, _) = ui.allocate_exact_size(vec2(10.0, 10.0), Sense::hover());
        let (color, up) = if is_good { (theme.ok_text, -1.0) } else { (theme.exit_text, 1.0) };
        let at = |x: f32, y: f32| Pos2::new(rect.center().x + x, rect.center().y + up * y);
        let triangle = vec![at(-5.0, -4.0), at(5.0, -4.0), at(0.0, 5.0)];
        ui.painter().add(Shape::convex_polygon(triangle, c(color), Stroke::NONE));
        let words = shown.teller.kind(shown.finding);
        ui.label(text(words, Face::SemiBold, 11.5, color));
    });
}

/// The sentence; a click brings its place into view.
fn sentence_ui(ui: &mut Ui, sentence: &str, finding: &Finding, cx: &Context<'_>, out: &mut Out) {
    let words = prose(sentence, Face::Medium, 13.0, cx.theme.text);
    let Some(touchpoint) = finding.touchpoint else {
        ui.add(Label::new(words).wrap());
        return;
    };
    let link = ui.add(Label::new(words).wrap().sense(Sense::click()));
    let enabled = ui.is_enabled();
    link.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, sentence));
    if link.has_focus() {
        let stroke = Stroke::new(1.5, c(cx.theme.accent));
        ui.painter().rect_stroke(link.rect.expand(3.0), 4.0, stroke, egui::StrokeKind::Outside);
    }
    let link =
        link.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text(tr!("ui-finding-place-hint"));
    if link.clicked() {
        out.actions.push(Action::GoTo(Element::Touchpoint(touchpoint)));
    }
}

fn more_ui(more: &egui::Response, finding: &Finding, teller: &Teller<'_>, cx: &Context<'_>, out: &mut Out) {
    Popup::menu(more).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        ui.set_max_width(280.0);
        if let Some(edit) = cx.session.pin_finding(finding, teller)
            && ui.button(tr!("ui-finding-pin")).clicked()
        {
            out.actions.push(Action::Edit(edit));
            ui.close();
        }
        let on_slide = has_slide(finding, cx);
        let words = if on_slide { tr!("ui-finding-off-slide") } else { tr!("ui-finding-slide") };
        if ui.button(words).on_hover_text(tr!("ui-finding-slide-hint")).clicked() {
            let edit = if on_slide {
                Edit::SetFindingSlide { finding: finding.key.clone(), slide: None }
            } else {
                cx.session.slide_of_finding(finding, teller)
            };
            out.actions.push(Action::Edit(edit));
            ui.close();
        }
        if ui.button(tr!("ui-finding-copy")).clicked() {
            let (sentence, evidence) = (teller.sentence(finding), teller.evidence(finding));
            let words = if evidence.is_empty() { sentence } else { format!("{sentence} ({evidence})") };
            out.requests.push(Request::CopyText(words));
            ui.close();
        }
        ui.separator();
        ui.scope(|ui| {
            // The style of menus would leave the field without a frame.
            ui.reset_style();
            put_aside_ui(ui, finding, out);
        });
    });
}

fn has_slide(finding: &Finding, cx: &Context<'_>) -> bool {
    cx.view.map.about.review.slides.iter().any(|slide| slide.finding == finding.key)
}

fn chart_id(finding: &Finding) -> Id {
    Id::unique(("chart of finding", &finding.key))
}

fn chart_is_shown(ui: &Ui, finding: &Finding) -> bool {
    ui.data(|data| data.get_temp(chart_id(finding))).unwrap_or(false)
}

/// The two shares as a chart: in the panel without the words around it, which stand there already.
fn compared_ui(ui: &mut Ui, shown: &Shown<'_>, cx: &Context<'_>, out: &mut Out) {
    let Shown { finding, teller, for_others, .. } = shown;
    let may_leave = for_others.is_told(finding);
    let Some(of) = teller.shares(finding) else { return };
    let heading = teller.heading(finding);
    let shares = of.shares.map(|(name, rate)| ComparedShare {
        name,
        share: rate.value,
        interval: (rate.low, rate.high),
        n: rate.of,
    });
    let compared = Compared {
        title: &heading,
        what: &of.what,
        shares: &shares,
        is_better_low: of.is_better_low,
        format: *cx.format,
    };
    let look = (cx.theme, cx.fonts);
    let make = || chart::compared(&compared, NARROW, look).map(|body| body.scene);
    let for_others = |_: &Arc<Scene>| {
        if !may_leave {
            return None;
        }
        let body = chart::compared(&compared, chart::BODY_WIDTH, look)?;
        let footer = cx.view.data.and_then(|data| data.overlay).map_or("", |overlay| &overlay.footer);
        Some(Arc::new(chart::on_page(body, footer, cx.theme, cx.fonts)))
    };
    muted_ui(ui, cx.theme, &of.what);
    two_sizes_ui(ui, (&heading, &finding.key), made_from(finding), cx, out, (make, for_others));
}

/// Stands for what the chart of a finding shows.
fn made_from(finding: &Finding) -> u64 {
    let (value, low, high) = finding.effect;
    [value.to_bits(), low.to_bits(), high.to_bits(), finding.n]
        .iter()
        .fold(0, |sum: u64, part| sum.rotate_left(7).wrapping_mul(31) ^ part)
}

/// Why it does not matter, and the button that puts it aside.
fn put_aside_ui(ui: &mut Ui, finding: &Finding, out: &mut Out) {
    let id = Id::unique(("why aside", &finding.key));
    let mut why: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let field = TextEdit::singleline(&mut why).hint_text(tr!("ui-finding-why-hint")).desired_width(220.0);
    let field = ui.add(field).accessible_name(tr!("ui-finding-why-hint"));
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let clicked = button_ui(ui, &tr!("ui-finding-aside")).clicked();
    if entered || clicked {
        let edit = Edit::SetDismissed { finding: finding.key.clone(), why: Some(why.trim().to_owned()) };
        out.actions.push(Action::Edit(edit));
        ui.data_mut(|data| data.remove::<String>(id));
        ui.close();
    } else {
        ui.data_mut(|data| data.insert_temp(id, why));
    }
}
