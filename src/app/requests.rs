//! What the session and the dialogs ask for, carried out.

use super::files::{list_folder, with_extension};
use super::{App, Picked};
use crate::base::{Timestamp, fmt};
use crate::jobs::{FileWatch, Job, JobId, MeasureTask, PictureSource};
use crate::model::SourceId;
use crate::session::{Action, InsightsAction, Leave, OthersWork, Panel, Part, Pick, Request, Zoom};
use crate::store::prefs::ThemeChoice;
use crate::ui::{
    ChartsForm, Dialog, MappingForm, Notice, Palette, PaperForm, ParkForm, PathDialog, PersonaForm, Versions,
};
use std::path::PathBuf;
use std::sync::Arc;

/// One step of the zoom commands.
const ZOOM_STEP: f32 = 1.2;

/// One computation of figures at a time; the newest request waits, older ones are forgotten.
#[derive(Default)]
pub(super) struct Measuring {
    pub running: Option<JobId>,
    waiting: Option<Box<MeasureTask>>,
}

impl App {
    pub(super) fn carry_out(&mut self, ctx: &egui::Context, request: Request) {
        match request {
            Request::Leave(leave) => self.ask_to_leave(ctx, leave),
            Request::LeaveNow { leave, save: true } => self.save(Some(leave)),
            Request::LeaveNow { leave, save: false } => self.leave(ctx, &leave),
            Request::Save => self.save(None),
            Request::SaveTo { path, others, then } => self.save_to(path, then, others),
            Request::StopWaiting => self.stop_waiting(),
            Request::LeaveWithoutWaiting => self.leave_without_waiting(ctx),
            Request::TakeOver => self.take_over(),
            Request::Discard(folder) => self.discard_unsaved(&folder),
            Request::Forget(path) => self.forget(&path),
            Request::SaveAs { then } => self.ask_where_to_save(then),
            Request::SaveAsTemplate => self.ask_template_name(),
            Request::KeepTemplate(title) => self.save_as_template(title),
            Request::AskTemplateName { name, title } => self.ask_other_template_name(name, title),
            Request::RenameTemplate { name, title } => self.rename_template(&name, &title),
            Request::RemoveTemplate(name) => self.remove_template(&name),
            Request::Copy(copied) => self.copy(ctx, copied),
            Request::CopyText(text) => ctx.copy_text(text),
            Request::Paste => ctx.send_viewport_cmd(egui::ViewportCommand::RequestPaste),
            Request::CopyPicture => self.copy_picture(ctx),
            Request::Tell(words) => self.state.notice = Some(Notice::new(words)),
            Request::CopyChart(scene) => self.copy_chart(scene),
            Request::SaveChart { title, scene } => self.ask_where_to_save_chart(title, scene),
            Request::SaveText { file_name, text } => self.ask_where_to_save_text(file_name, text),
            Request::Insights(task) => self.ask_data(task),
            Request::MakeRoom => self.state.make_room(),
            Request::AddPictures { pictures, beside } => {
                self.jobs.start(Job::ReadPictures { pictures, beside });
            }
            Request::Pick(pick) => self.dialogs.ask(pick),
            Request::Picked(pick, path) => self.picked(ctx, pick, path),
            Request::Show(panel) => self.show(ctx, panel),
            Request::Reveal(element) => self.canvas.bring_into_view(element),
            Request::ShowEvent(event) => {
                self.state.dialogs.open = Some(Dialog::Mapping(Box::new(MappingForm::at(event))));
            }
            Request::ShowRulesOf(touchpoint) => {
                let form = MappingForm::rules_of(touchpoint);
                self.state.dialogs.open = Some(Dialog::Mapping(Box::new(form)));
            }
            Request::ForgetLogo => self.forget_logo(),
            Request::OpenForeign(map) => self.enter_foreign(*map),
            Request::Ring => self.bell.ring(),
            Request::Zoom(zoom) => self.zoom(zoom),
            Request::SwapScreens => self.swap_screens(ctx),
            Request::Toggle(part) => self.toggle(ctx, part),
            Request::Profile { path, read } => self.look_at(path, *read),
            Request::Import(source) => self.read_import(*source),
            Request::FinishImport => self.finish_import(),
            Request::LoadData(source) => self.load_data(source),
            Request::KeepOutdated => self.session.keep_outdated(),
            Request::Measure(task) => self.measure(task),
            Request::Export(task) => drop(self.jobs.start(Job::Export(task))),
            Request::CancelJob(id) => self.jobs.cancel(id),
            Request::Fail(failure) => self.state.dialogs.failure = Some(failure),
        }
    }

    /// Answers of the system's file dialogs.
    pub(super) fn take_picked(&mut self, ctx: &egui::Context) {
        while let Some(picked) = self.dialogs.take() {
            match picked {
                Picked::File(pick, path) => self.picked(ctx, pick, path),
                Picked::Cancelled => {}
                Picked::Unavailable(pick) => {
                    let folder = self.places.documents.clone();
                    self.state.dialogs.path = Some(PathDialog::new(pick, folder, list_folder));
                }
            }
        }
    }

    fn picked(&mut self, ctx: &egui::Context, pick: Pick, path: PathBuf) {
        if let Some(folder) = path.parent() {
            self.places.documents = folder.to_owned();
        }
        match pick {
            Pick::Map => self.ask_to_leave(ctx, Leave::Open(path)),
            Pick::Data => self.begin_import(path),
            Pick::MoreData | Pick::Attributes => self.add_to_import(&pick, &path),
            Pick::Picture => {
                let beside = self.session.place_for_pictures(None);
                let pictures = vec![PictureSource::File(path)];
                self.jobs.start(Job::ReadPictures { pictures, beside });
            }
            Pick::CompareWith => self.compare_with(&path),
            Pick::Locate(source) => self.locate(source, &path),
            Pick::SaveMap { then, .. } => {
                self.save_to(with_extension(path), then, OthersWork::Respect);
            }
            Pick::Export { .. } => self.export_to(path),
            Pick::Logo => self.choose_logo(path),
            Pick::Chart { .. } => self.save_chart(path),
            Pick::Text { .. } => self.save_text(path),
            Pick::Report { .. } => self.save_report(path),
            Pick::Problems { .. } => self.save_problems(path),
            Pick::Actions { .. } => self.export_actions(path),
        }
    }

    fn show(&mut self, ctx: &egui::Context, panel: Panel) {
        let dialog = match panel {
            Panel::Shortcuts => Dialog::Shortcuts,
            Panel::Versions => Dialog::Versions(Versions::default()),
            Panel::About => Dialog::About,
            Panel::Tags => Dialog::Tags,
            Panel::PaperVotes => Dialog::PaperVotes(PaperForm::of(self.session.document.map())),
            Panel::Park => {
                self.state.dialogs.park = Some(ParkForm::new(ctx, fmt::date(Timestamp::now())));
                return;
            }
            Panel::Export => {
                self.show_export();
                return;
            }
            Panel::Charts => Dialog::Charts(Box::new(ChartsForm::new(
                self.session.selected_touchpoints().first().copied(),
            ))),
            Panel::Mapping => Dialog::Mapping(Box::default()),
            Panel::Rejected => Dialog::Rejected,
            Panel::Palette => Dialog::Palette(Palette::default()),
            Panel::Persona => match self.session.shown_persona() {
                Some(persona) => Dialog::Persona(PersonaForm::of(persona)),
                None => return,
            },
        };
        self.state.dialogs.open = Some(dialog);
    }

    fn zoom(&mut self, zoom: Zoom) {
        match zoom {
            Zoom::In => self.canvas.set_zoom(self.canvas.zoom() * ZOOM_STEP),
            Zoom::Out => self.canvas.set_zoom(self.canvas.zoom() / ZOOM_STEP),
            Zoom::Whole => self.canvas.set_zoom(1.0),
            Zoom::Selection => self.canvas.zoom_to_selection(),
            Zoom::Fit => self.canvas.zoom_to_fit(),
        }
    }

    fn toggle(&mut self, ctx: &egui::Context, part: Part) {
        match part {
            Part::Inspector => self.state.inspector = !self.state.inspector,
            Part::DataBar => self.state.data_bar = !self.state.data_bar,
            Part::History => {
                self.state.tray.close();
                self.state.history.toggle();
                self.session.apply(Action::Insights(InsightsAction::Close));
            }
            Part::Tray => {
                self.state.history.close();
                self.state.tray.toggle();
                self.session.apply(Action::Insights(InsightsAction::Close));
            }
            Part::Sound => self.change_preferences(|preferences| preferences.silent = !preferences.silent),
            Part::ReducedMotion => {
                let reduced = !self.session.reduced_motion;
                self.change_preferences(|preferences| preferences.reduced_motion = Some(reduced));
            }
            Part::PresenterView => self.toggle_presenter(),
            Part::StagesOnly => self.change_preferences(|preferences| {
                preferences.present_stages_only = !preferences.present_stages_only;
            }),
            Part::RevealsLast => self.change_preferences(|preferences| {
                preferences.present_reveals_last = !preferences.present_reveals_last;
            }),
            Part::Minimap => self
                .change_preferences(|preferences| preferences.without_minimap = !preferences.without_minimap),
            Part::DarkTheme => {
                let dark = ctx.theme() == egui::Theme::Dark;
                ctx.set_theme(if dark { egui::Theme::Light } else { egui::Theme::Dark });
                let choice = if dark { ThemeChoice::Light } else { ThemeChoice::Dark };
                self.change_preferences(|preferences| preferences.theme = choice);
            }
        }
    }

    fn load_data(&mut self, id: SourceId) {
        if self.loading.is_some_and(|(job, source)| source == id && self.jobs.is_running(job)) {
            return;
        }
        if let Some(source) = self.session.document.map().sources.get(id).cloned() {
            let base_dir = self.session.base_dir();
            let glimpses = !self.session.has_all_data();
            let job = self.jobs.start(Job::LoadData { source: Box::new(source), base_dir, glimpses });
            self.loading = Some((job, id));
        }
    }

    /// Ends a computation whose figures would be late.
    pub(super) fn stop_measuring(&mut self) {
        if let Some(job) = self.measuring.running {
            self.jobs.cancel(job);
        }
    }

    /// Watches the files of the data that is shown, and tells the session when one has changed.
    pub(super) fn watch_files(&mut self, ctx: &egui::Context) {
        let loaded = self.session.data.as_ref().map(|data| &data.loaded);
        let is_watched = match (&self.watched, loaded) {
            (Some((watched, _)), Some(loaded)) => std::ptr::eq(watched.as_ptr(), Arc::as_ptr(loaded)),
            (watched, loaded) => watched.is_none() && loaded.is_none(),
        };
        if !is_watched {
            self.watched = loaded.map(|loaded| {
                let ctx = ctx.clone();
                let watch = FileWatch::new(loaded.files.clone(), move || ctx.request_repaint());
                (Arc::downgrade(loaded), watch)
            });
        }
        if self.watched.as_ref().is_some_and(|(_, watch)| watch.take_change()) {
            self.session.data_outdated();
        }
    }

    fn measure(&mut self, task: Box<MeasureTask>) {
        if self.measuring.running.is_some() {
            self.measuring.waiting = Some(task);
        } else {
            self.measuring.running = Some(self.jobs.start(Job::Measure(task)));
        }
    }

    /// Starts the computation that has waited for this one.
    pub(super) fn measured(&mut self, id: JobId) {
        if self.measuring.running == Some(id) {
            self.measuring.running = None;
            if let Some(task) = self.measuring.waiting.take() {
                self.measure(task);
            }
        }
    }
}
