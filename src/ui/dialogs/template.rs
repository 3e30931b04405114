//! The name of a template of the user's own, new or another one.

use super::frame::{buttons_ui, dialog_ui};
use crate::session::Request;
use crate::store::templates::file_name;
use crate::text::Face;
use crate::tr;
use crate::ui::style::text;
use crate::ui::widgets::{button_ui, muted_ui, primary_button_ui};
use crate::ui::{Context, Out};
use egui::{Id, Key, Margin, TextEdit};

/// What the dialog remembers.
pub struct TemplateForm {
    /// The template that gets another title; none = the open map becomes one.
    renamed: Option<String>,
    title: String,
    /// Names of the user's own templates.
    taken: Vec<String>,
    is_shown: bool,
}

impl TemplateForm {
    /// A form with a title to begin with.
    #[must_use]
    pub fn new(renamed: Option<String>, title: String, taken: Vec<String>) -> Self {
        Self { renamed, title, taken, is_shown: false }
    }
}

pub fn template_ui(ctx: &egui::Context, form: &mut TemplateForm, cx: &Context<'_>, out: &mut Out) -> bool {
    let mut close = false;
    let (headline, action) = match &form.renamed {
        Some(_) => (tr!("ui-template-other-name"), tr!("ui-rename")),
        None => (tr!("ui-template-save"), tr!("ui-save")),
    };
    let dismissed = dialog_ui(ctx, cx.theme, "template", &headline, 440.0, |ui| {
        let label = ui.label(text(tr!("ui-template-name"), Face::Medium, 11.5, cx.theme.text_muted));
        let id = Id::unique("template name");
        let edit = TextEdit::singleline(&mut form.title).id(id).desired_width(f32::INFINITY);
        let field = ui.add(edit.margin(Margin::symmetric(8, 6))).labelled_by(label.id);
        if !std::mem::replace(&mut form.is_shown, true) {
            field.request_focus();
        }
        let name = file_name(&form.title);
        let is_taken = form.taken.contains(&name) && form.renamed.as_ref() != Some(&name);
        let is_renaming = form.renamed.is_some();
        if is_taken {
            let words = if is_renaming { tr!("ui-template-taken") } else { tr!("ui-template-replaces") };
            muted_ui(ui, cx.theme, words);
        }
        let may = !(form.title.trim().is_empty() || is_taken && is_renaming);
        let mut done = may && field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        buttons_ui(ui, |ui| {
            done |= ui.add_enabled_ui(may, |ui| primary_button_ui(ui, cx.theme, &action)).inner.clicked();
            close |= button_ui(ui, &tr!("ui-cancel")).clicked();
        });
        if done {
            let title = form.title.trim().to_owned();
            out.requests.push(match form.renamed.take() {
                Some(name) => Request::RenameTemplate { name, title },
                None => Request::KeepTemplate(title),
            });
            close = true;
        }
    });
    close || dismissed
}
