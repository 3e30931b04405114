//! What stands around every page: its name to choose another, the way back, and what is said when there is no answer.

use crate::jobs::Slot;
use crate::session::{Action, Command, InsightsAction, InsightsPage};
use crate::text::Face;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::style::{font, text};
use crate::ui::widgets::{icon_button_ui, link_ui, muted_ui, primary_button_ui};
use crate::ui::{Context, Out};
use egui::{
    Align, ComboBox, Frame, Id, Label, Layout, Margin, Sense, Spinner, TextStyle, Ui, WidgetInfo,
    accesskit::Role, vec2,
};

/// The page's name, which opens the list of all pages, and the way out.
pub fn head_ui(ui: &mut Ui, page: InsightsPage, cx: &Context<'_>, out: &mut Out) {
    let state = cx.session.insights();
    Frame::new().inner_margin(Margin { left: 14, right: 10, top: 8, bottom: 4 }).show(ui, |ui| {
        if let Some(from) = state.from() {
            let words = tr!("ui-insights-back", page = from.name());
            if link_ui(ui, cx.theme, &words).clicked() {
                out.actions.push(Action::Insights(InsightsAction::Back));
            }
        }
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if icon_button_ui(ui, cx.theme, Icon::Cross, false, &tr!("ui-insights-close")).clicked() {
                    out.actions.push(Action::Insights(InsightsAction::Close));
                }
                busy_ui(ui, page, cx);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| picker_ui(ui, page, cx, out));
            });
        });
    });
}

fn picker_ui(ui: &mut Ui, page: InsightsPage, cx: &Context<'_>, out: &mut Out) {
    let asked = cx.session.insights().asked_for();
    ui.style_mut().text_styles.insert(TextStyle::Button, font(Face::SemiBold, 14.0));
    let combo = ComboBox::from_id_salt("insights page")
        .selected_text(text(page.name(), Face::SemiBold, 14.0, cx.theme.text))
        .width(ui.available_width().min(280.0))
        .height(420.0);
    let combo = combo.show_ui(ui, |ui| {
        ui.style_mut().text_styles.insert(TextStyle::Button, font(Face::Regular, 13.0));
        for other in InsightsPage::ALL {
            if ui.selectable_label(*other == page, other.name()).clicked() {
                out.command(other.command());
            }
        }
    });
    let response = combo.response.accessible_name(tr!("ui-insights-page"));
    let id = Id::unique("insights asked for");
    let before: u32 = ui.data(|data| data.get_temp(id)).unwrap_or(0);
    if before != asked {
        ui.data_mut(|data| data.insert_temp(id, asked));
        response.request_focus();
    }
}

/// What goes on while there is an answer to read: in room that is always kept, so that the page stays where it is.
fn busy_ui(ui: &mut Ui, page: InsightsPage, cx: &Context<'_>) {
    let state = cx.session.insights();
    let (room, response) = ui.allocate_exact_size(vec2(14.0, 14.0), Sense::hover());
    let words = match (state.answer(page).is_some(), state.is_stale(page), state.is_coming(page)) {
        (true, true, _) => tr!("ui-insights-anew"),
        (true, false, true) => tr!("ui-insights-more"),
        _ => return,
    };
    ui.put(room, Spinner::new().size(14.0));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    response.on_hover_text(words);
}

fn coming_ui(ui: &mut Ui, words: &str, cx: &Context<'_>) {
    ui.horizontal(|ui| {
        ui.add(Spinner::new().size(12.0));
        ui.label(text(words, Face::Regular, 11.5, cx.theme.text_muted));
    });
}

/// What is said in place of an answer; false when there is one.
pub fn instead_ui(ui: &mut Ui, page: InsightsPage, cx: &Context<'_>, out: &mut Out) -> bool {
    let state = cx.session.insights();
    let has_answer = state.answer(page).is_some();
    let show = |ui: &mut Ui, content: &mut dyn FnMut(&mut Ui)| {
        Frame::new().inner_margin(Margin::symmetric(16, 12)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            content(ui);
        });
        true
    };
    let say = |ui: &mut Ui, words: String| {
        ui.add(Label::new(text(words, Face::Regular, 13.0, cx.theme.text_body)).wrap());
        ui.add_space(8.0);
    };
    let Some(data) = cx.view.data else {
        return show(ui, &mut |ui| {
            say(ui, tr!("ui-insights-no-data"));
            if primary_button_ui(ui, cx.theme, &Command::ImportData.label()).clicked() {
                out.command(Command::ImportData);
            }
        });
    };
    if cx.view.conceals {
        return show(ui, &mut |ui| say(ui, tr!("ui-insights-concealed")));
    }
    if data.measures.is_some_and(|measures| measures.is_summary) {
        return show(ui, &mut |ui| say(ui, tr!("ui-insights-summary")));
    }
    if let Some(why) = state.failed(Slot::Page) {
        return show(ui, &mut |ui| {
            say(ui, tr!("ui-insights-failed"));
            muted_ui(ui, cx.theme, why);
        });
    }
    if data.part.is_some() && !has_answer {
        return show(ui, &mut |ui| coming_ui(ui, &tr!("ui-insights-reading"), cx));
    }
    if !has_answer {
        return show(ui, &mut |ui| coming_ui(ui, &tr!("ui-insights-coming"), cx));
    }
    false
}
