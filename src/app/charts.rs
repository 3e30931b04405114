//! The window of charts: draws what is chosen, has figures over time computed, saves and copies.

use super::App;
use super::export::with_ending;
use crate::base::{Timestamp, fmt};
use crate::export::Choices;
use crate::jobs::{Export, ExportTask, Job, ReportTask};
use crate::measure::MeasureError;
use crate::measure::trend::Period;
use crate::scene::chart::ChartKind;
use crate::session::ForOthers;
use crate::store::atomic::Existing;
use crate::ui::{Dialog, DrawnChart, Periods};
use std::path::PathBuf;
use std::sync::Arc;

impl App {
    /// Keeps the chart as the form says.
    pub(super) fn refresh_chart(&mut self, ctx: &egui::Context) {
        let Some(Dialog::Charts(form)) = &mut self.state.dialogs.open else { return };
        let dark = ctx.theme() == egui::Theme::Dark;
        let theme = if dark { &self.dark } else { &self.light };
        if form.drawn.is_none() {
            // What is seen first is the first chart that shows something: a survey has no exits.
            let is_there = |kind: &ChartKind| self.session.chart(*kind, &[], theme, &self.fonts).is_some();
            form.kind = ChartKind::ALL.into_iter().find(is_there).unwrap_or_default();
        }
        let kind = form.chosen();
        if matches!(kind, ChartKind::Trend(..))
            && matches!(form.periods, Periods::Unknown)
            && let Some(task) = self.session.measure_task()
        {
            form.periods = Periods::Coming;
            self.jobs.start(Job::Trend(Box::new(task)));
        }
        let periods = match &form.periods {
            Periods::Known(periods) => Arc::clone(periods),
            Periods::Unknown | Periods::Coming => Arc::default(),
        };
        let wanted = DrawnChart { kind, dark, has_periods: !periods.is_empty() };
        if form.drawn != Some(wanted) {
            self.session.today = fmt::date(Timestamp::now());
            form.scene = self.session.chart(kind, &periods, theme, &self.fonts).map(Arc::new);
            form.drawn = Some(wanted);
        }
    }

    pub(super) fn periods_measured(&mut self, periods: Result<Arc<[Period]>, MeasureError>) {
        if let Some(Dialog::Charts(form)) = &mut self.state.dialogs.open {
            form.periods = Periods::Known(periods.unwrap_or_default());
        }
    }

    /// Writes the chart that is shown, in the format of the file's ending.
    pub(super) fn save_chart(&mut self, path: PathBuf) {
        let chart = match &self.state.dialogs.open {
            Some(Dialog::Charts(form)) => form.scene.clone().map(|scene| (form.kind.name(), scene)),
            _ => self.take_chart(),
        };
        if let Some((title, scene)) = chart {
            self.write_chart(path, title, scene);
        }
    }

    /// Writes a report, as a web page where the file's ending says so; the job computes figures over time.
    pub(super) fn save_report(&mut self, path: PathBuf) {
        let path = with_ending(path, "pdf");
        self.session.today = fmt::date(Timestamp::now());
        let choices = Choices { with_data: self.session.reveal, ..Choices::default() };
        let theme = self.light.clone();
        let subject = self.session.subject(&ForOthers::default(), &choices, theme, &Arc::clone(&self.fonts));
        let over_time = self.session.measure_task().filter(|_| subject.measures.is_some()).map(Box::new);
        let is_page = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("html"));
        let export = Export::Report { report: Box::new(ReportTask(subject)), over_time, is_page };
        let task = ExportTask { path, existing: Existing::Replace, export };
        self.jobs.start(Job::Export(Box::new(task)));
    }
}
