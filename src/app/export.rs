//! Exports: what the dialog describes, made from the session and written by a job.

use super::App;
use crate::base::{Timestamp, fmt};
use crate::export::{Account, DocumentInfo, actions_csv, figures_csv, figures_json, markdown};
use crate::interchange::{write_mermaid, write_open_journey};
use crate::jobs::{Export, ExportFormat, ExportTask, Job};
use crate::measure::small_groups::SmallGroups;
use crate::scene::lane_name;
use crate::ui::{Dialog, Previewed};
use std::path::PathBuf;
use std::sync::Arc;

impl App {
    /// Keeps the preview of the export dialog as its fields say.
    pub(super) fn refresh_preview(&mut self) {
        let Some(Dialog::Export(form)) = &mut self.state.dialogs.open else { return };
        let with_data = form.with_data && self.session.whole_measures().is_some();
        let wanted = Previewed { dark: form.dark, with_data, slide: form.slide() };
        if form.previewed != Some(wanted) {
            let theme = if form.dark { &self.dark } else { &self.light };
            self.session.today = fmt::date(Timestamp::now());
            form.preview = Arc::new(match wanted.slide {
                Some(size) => self.session.slide_of_map(theme, &self.fonts, form.with_data, size),
                None => self.session.picture(theme, &self.fonts, form.with_data),
            });
            form.previewed = Some(wanted);
        }
    }

    /// Writes what the dialog describes and closes it.
    pub(super) fn export_to(&mut self, path: PathBuf) {
        let Some(Dialog::Export(form)) = self.state.dialogs.open.take() else { return };
        let path = if path.extension().is_none() { path.with_extension(form.ending()) } else { path };
        let title = self.session.document.map().about.title.clone();
        let export = match form.format {
            ExportFormat::Png => Some(Export::Png { scene: form.preview, width_px: form.width_px }),
            ExportFormat::Svg => Some(Export::Svg { scene: form.preview, title }),
            ExportFormat::Pptx => {
                let theme = if form.dark { &self.dark } else { &self.light };
                let task = self.session.slides_task(theme, form.with_data, form.slide_size, form.all_slides);
                Some(Export::Slides(Box::new(task)))
            }
            ExportFormat::Pdf => {
                let info = DocumentInfo::of(self.session.document.map());
                Some(Export::Pdf { layout: form.layout(), scene: form.preview, info })
            }
            ExportFormat::Markdown => {
                let overlay = self.session.overlay_for_others(form.with_data);
                Some(Export::Text(markdown(self.session.document.map(), overlay.as_ref(), &self.format)))
            }
            ExportFormat::Mermaid => Some(Export::Text(write_mermaid(self.session.document.map()))),
            ExportFormat::OpenJourney => {
                Some(Export::Text(write_open_journey(self.session.document.map(), &lane_name)))
            }
            ExportFormat::Csv | ExportFormat::Json => self.table(form.format).map(Export::Text),
        };
        if let Some(export) = export {
            self.jobs.start(Job::Export(Box::new(ExportTask { path, export })));
        }
    }

    /// Writes who does what until when.
    pub(super) fn export_actions(&mut self, path: PathBuf) {
        let path = if path.extension().is_none() { path.with_extension("csv") } else { path };
        let list = actions_csv(self.session.document.map(), &self.format);
        let export = Export::Text(list);
        self.jobs.start(Job::Export(Box::new(ExportTask { path, export })));
    }

    /// The figures as text; none while there are none.
    fn table(&self, format: ExportFormat) -> Option<String> {
        let (data, source) = (self.session.data.as_ref()?, self.session.source()?);
        let measures = self.session.whole_measures()?;
        let map = self.session.document.map();
        let small = SmallGroups(map.about.smallest_group);
        if format == ExportFormat::Csv {
            return Some(figures_csv(map, measures, small));
        }
        let report = &data.loaded.report;
        let account = Account {
            name: source.name.clone(),
            rows: report.rows,
            rejected: report.rejected,
            left_out: report.left_out,
            field_errors: report.field_errors,
            filter: source.filter.clone(),
        };
        Some(format!("{:#}\n", figures_json(map, measures, &account, small)))
    }
}
