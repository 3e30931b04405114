//! One finding: a mark of its kind, the sentence that leads to its place on the map, what it rests on, and what can be done.

use super::count::count_link;
use crate::insights::findings::{Finding, FindingKind, Teller};
use crate::model::Edit;
use crate::scene::Element;
use crate::session::{Action, Request};
use crate::text::Face;
use crate::tr;
use crate::ui::style::{c, text};
use crate::ui::widgets::{button_ui, link_ui, muted_ui};
use crate::ui::{Context, Out};
use egui::{
    Frame, Id, Key, Label, Margin, Popup, PopupCloseBehavior, Pos2, Sense, Shape, Stroke, TextEdit, Ui,
    WidgetInfo, accesskit::Role, vec2,
};

/// A finding as it stands in the list.
pub struct Shown<'a> {
    /// Its place, from 1.
    pub number: usize,
    /// What was found.
    pub finding: &'a Finding,
    /// Tells it.
    pub teller: &'a Teller<'a>,
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
        ui.add_space(2.0);
        ui.horizontal_wrapped(|ui| {
            let count = cx.format.count(finding.journeys.count());
            count_link(ui, &tr!("ui-journeys-count", count = count), &sentence, &finding.journeys, out);
            let more = link_ui(ui, theme, &tr!("ui-finding-more"));
            more_ui(&more, (&sentence, finding), teller, out);
        });
    });
    ui.add_space(6.0);
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
        let words = match shown.finding.kind() {
            FindingKind::Slump => tr!("ui-finding-slump"),
            FindingKind::Change if is_good => tr!("ui-finding-change-better"),
            FindingKind::Change => tr!("ui-finding-change-worse"),
            FindingKind::Pattern => tr!("ui-finding-pattern"),
            FindingKind::Pain => tr!("ui-finding-pain"),
            FindingKind::Exits => tr!("ui-finding-exits"),
            FindingKind::Group if is_good => tr!("ui-finding-group-better"),
            FindingKind::Group => tr!("ui-finding-group-worse"),
            FindingKind::Satisfaction if is_good => tr!("ui-finding-satisfaction-better"),
            FindingKind::Satisfaction => tr!("ui-finding-satisfaction-worse"),
        };
        ui.label(text(words, Face::SemiBold, 11.5, color));
    });
}

/// The sentence; a click brings its place into view.
fn sentence_ui(ui: &mut Ui, sentence: &str, finding: &Finding, cx: &Context<'_>, out: &mut Out) {
    let words = text(sentence, Face::Medium, 13.0, cx.theme.text);
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

fn more_ui(more: &egui::Response, (sentence, finding): (&str, &Finding), teller: &Teller<'_>, out: &mut Out) {
    Popup::menu(more).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        ui.set_max_width(280.0);
        if ui.button(tr!("ui-finding-copy")).clicked() {
            let words = format!("{sentence} ({})", teller.evidence(finding));
            out.requests.push(Request::CopyText(words));
            ui.close();
        }
        ui.separator();
        put_aside_ui(ui, finding, out);
    });
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
