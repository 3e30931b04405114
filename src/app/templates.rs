//! The user's own templates: kept under a name, renamed, removed.

use super::App;
use crate::draft;
use crate::session;
use crate::store::{StoreError, templates};
use crate::tr;
use crate::ui::{Dialog, TemplateForm};
use std::path::Path;

impl App {
    /// Asks what the template made of the map shall be called.
    pub(super) fn ask_template_name(&mut self) {
        let title = self.session.document.map().about.title.trim().to_owned();
        self.state.dialogs.open =
            Some(Dialog::Template(TemplateForm::new(None, title, self.own_templates())));
    }

    /// Asks for another title of a template.
    pub(super) fn ask_other_template_name(&mut self, name: String, title: String) {
        let taken = self.own_templates();
        self.state.dialogs.open = Some(Dialog::Template(TemplateForm::new(Some(name), title, taken)));
    }

    fn own_templates(&self) -> Vec<String> {
        let own = self.places.preferences.as_deref().map(templates::list).unwrap_or_default();
        own.into_iter().map(|own| own.name).collect()
    }

    /// Keeps the map, without its data, as a template of the user's own.
    pub(super) fn save_as_template(&mut self, title: String) {
        let mut template = draft::as_template(self.session.document.map());
        template.about.title.clone_from(&title);
        if self.change_templates(|config| templates::save(config, &template).map(drop)) {
            self.state.dialogs.open = Some(Dialog::TemplateSaved(title));
        }
    }

    pub(super) fn rename_template(&mut self, name: &str, title: &str) {
        self.change_templates(|config| templates::rename(config, name, title));
    }

    pub(super) fn remove_template(&mut self, name: &str) {
        self.change_templates(|config| templates::remove(config, name));
    }

    /// True when it went well; the welcome page, where it is shown, follows.
    fn change_templates(&mut self, change: impl FnOnce(&Path) -> Result<(), StoreError>) -> bool {
        let changed = match self.places.preferences.as_deref() {
            Some(config) => change(config).map_err(|error| error.to_string()),
            None => Err(tr!("ui-template-nowhere")),
        };
        if let Err(detail) = &changed {
            self.fail(tr!("ui-template-failed"), detail.clone(), String::new());
        }
        if let Some(welcome) = &mut self.state.welcome {
            welcome.templates = session::templates_beside_new(self.places.preferences.as_deref());
        }
        changed.is_ok()
    }
}
