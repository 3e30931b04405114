//! The app: window, frame loop, wiring of session, panels, canvas and jobs.

mod bell;
mod charts;
mod clipboard;
mod dialogs;
mod export;
mod files;
mod fonts;
mod import;
mod insights;
mod keeping;
mod keystrokes;
mod motion;
mod opening;
mod outcomes;
mod preferences;
mod present;
mod quiet;
mod requests;
mod saving;
mod templates;
mod versions;

pub use bell::{Bell, NoBell, SystemBell};
pub use dialogs::{FileDialogs, NoDialogs, Picked, SystemDialogs};
pub use files::Places;
pub use motion::DesktopMotion;

use crate::base::Timestamp;
use crate::base::fmt::NumberFormat;
use crate::canvas::Canvas;
use crate::ingest::{Loaded, picture};
use crate::jobs::{FileWatch, JobId, Jobs, PictureSource};
use crate::model::{Png, SourceId};
use crate::session::{Action, Command, Copied, Leave, PresentAction, Request, Safety, Session};
use crate::store::prefs::Preferences;
use crate::text::Fonts;
use crate::theme::Theme;
use crate::ui::{self, Context, Out, Parts, State};
use egui::{Ui, ViewportCommand};
use std::path::PathBuf;
use std::sync::{Arc, Weak};
use std::time::Duration;

/// How often a running timer is looked at.
const LOOK_AT_TIMER: Duration = Duration::from_millis(250);

/// How much larger everything in the window becomes with big text, at most.
const BIG_TEXT: f32 = 1.4;
/// Smaller in points the window does not become by that.
const BIG_TEXT_NEEDS: egui::Vec2 = egui::vec2(1200.0, 720.0);

/// Opens the window, with a map when one is given, and returns when it is closed.
///
/// # Errors
/// What the window system says when no window can be opened.
pub fn run(path: Option<PathBuf>) -> Result<(), String> {
    let viewport = egui::ViewportBuilder::default()
        .with_app_id("pathlight")
        .with_title("Pathlight")
        .with_inner_size([1440.0, 900.0])
        .with_min_inner_size([800.0, 560.0]);
    let options = eframe::NativeOptions { viewport, renderer: eframe::Renderer::Glow, ..Default::default() };
    let create = move |cc: &eframe::CreationContext<'_>| {
        let dialogs = Box::new(SystemDialogs::new(cc.egui_ctx.clone()));
        let mut app = App::new(&cc.egui_ctx, dialogs, Places::of_system(), path);
        app.follow_locale(sys_locale::get_locale().as_deref());
        let wake = cc.egui_ctx.clone();
        let app = app.with_motion_of(DesktopMotion::ask(move || wake.request_repaint()));
        let wake = cc.egui_ctx.clone();
        let app = app.with_bell(Box::new(SystemBell::new(move || wake.request_repaint())));
        Ok(Box::new(app) as Box<dyn eframe::App>)
    };
    eframe::run_native("pathlight", options, Box::new(create)).map_err(|error| error.to_string())
}

/// The program with its one window.
pub struct App {
    session: Session,
    canvas: Canvas,
    state: State,
    jobs: Jobs,
    dialogs: Box<dyn FileDialogs>,
    places: Places,
    light: Theme,
    dark: Theme,
    fonts: Arc<Fonts>,
    format: NumberFormat,
    /// The title as last given to the window.
    title: String,
    /// The window closes without asking again.
    leaving: bool,
    measuring: requests::Measuring,
    asking: insights::Asking,
    /// The job that reads, or has read, the data of a source of the map.
    loading: Option<(JobId, SourceId)>,
    /// The data whose files are watched.
    watched: Option<(Weak<Loaded>, FileWatch)>,
    /// A map file that is being read.
    reading: Option<opening::Reading>,
    /// What is being done to the map's file.
    work: saving::FileWork,
    preferences: Preferences,
    /// The logo of pictures, once it has been read.
    logo: Option<Png>,
    /// Counts previews of exports.
    previews: u64,
    /// What was copied last from here.
    copied: Option<Copied>,
    safety: Safety,
    stage: present::Stage,
    bell: Box<dyn Bell>,
    desktop_motion: DesktopMotion,
    clock: Box<dyn Fn() -> Timestamp>,
}

impl App {
    /// The program as it starts: on the welcome page, or with a map.
    #[must_use]
    pub fn new(
        ctx: &egui::Context,
        dialogs: Box<dyn FileDialogs>,
        places: Places,
        path: Option<PathBuf>,
    ) -> Self {
        let (light, dark) = (Theme::light(), Theme::dark());
        let fonts = Arc::new(Fonts::bundled());
        ui::install_fonts(ctx, &fonts);
        ui::install_style(ctx, &light, &dark);
        ctx.add_plugin(keystrokes::Keystrokes::default());
        let wake = ctx.clone();
        let safety = keeping::safety(places.state.as_deref());
        let mut app = Self {
            session: Session::blank(),
            canvas: Canvas::default(),
            state: State::default(),
            jobs: Jobs::new(move || wake.request_repaint()),
            dialogs,
            places,
            light,
            dark,
            fonts,
            format: NumberFormat::default(),
            title: String::new(),
            leaving: false,
            measuring: requests::Measuring::default(),
            asking: insights::Asking::default(),
            loading: None,
            watched: None,
            reading: None,
            work: saving::FileWork::default(),
            preferences: Preferences::default(),
            logo: None,
            previews: 0,
            copied: None,
            safety,
            stage: present::Stage::default(),
            bell: Box::new(NoBell),
            desktop_motion: DesktopMotion::default(),
            clock: Box::new(keeping::now),
        };
        ui::set_reduced_motion(ctx, app.session.reduced_motion);
        app.read_preferences(ctx);
        match path {
            Some(path) => app.start_with(ctx, &path),
            None => app.show_welcome(),
        }
        app
    }

    /// The same program with a bell that is heard.
    #[must_use]
    pub fn with_bell(self, bell: Box<dyn Bell>) -> Self {
        Self { bell, ..self }
    }

    /// The same program on a desktop that wants much or little motion.
    #[must_use]
    pub fn with_motion_of(self, desktop_motion: DesktopMotion) -> Self {
        Self { desktop_motion, ..self }
    }

    /// The same program with another time than that on the wall.
    #[must_use]
    pub fn with_clock(self, clock: impl Fn() -> Timestamp + 'static) -> Self {
        Self { clock: Box::new(clock), ..self }
    }

    /// The open map.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// True while jobs run, for those who wait for them without a person's patience.
    #[must_use]
    pub fn is_working(&self) -> bool {
        !self.jobs.running().is_empty()
    }

    /// Everything of one frame: results in, panels shown, actions applied, requests carried out.
    pub fn frame_ui(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.take_outcomes(&ctx);
        self.take_picked(&ctx);
        self.watch_files(&ctx);
        self.ask_again(&ctx);
        self.session.set_now((self.clock)());
        if self.session.is_timer_running() {
            ctx.request_repaint_after(LOOK_AT_TIMER);
        }
        if self.session.take_ring() && !self.preferences.silent {
            self.bell.ring();
        }
        self.follow_motion(&ctx);
        self.follow_big_text(&ctx);
        self.follow_presentation(&ctx);
        self.show_reveal(&ctx);
        let mut out = Out::default();
        self.take_drops(&ctx, &mut out);
        if !self.state.dialogs.is_any_open() {
            let view = self.session.view();
            let is_presented = view.presenting.is_some();
            if is_presented && view.editing.is_none() && !self.canvas.is_dragging() {
                ui::take_presentation_keys(&ctx, &mut out);
            }
            let on_map = ui::MapKeys {
                typing: view.editing.is_some(),
                // Before an audience no stray letter changes the map.
                letters_are_text: is_presented || self.canvas.wants_letters(&view),
            };
            let commands = ui::pressed_commands(&ctx, on_map);
            commands.into_iter().for_each(|command| out.command(command));
        } else if self.state.dialogs.park.is_none() && ui::is_pressed(&ctx, Command::Park) {
            out.command(Command::Park);
        }
        self.take_clipboard_events(&ctx, &mut out);
        self.refresh_preview();
        self.refresh_chart(&ctx);
        let theme = if ctx.theme() == egui::Theme::Dark { &self.dark } else { &self.light };
        self.session.note_inspector(self.state.has_inspector(&self.session));
        self.session.refresh(theme, &self.fonts);
        let cx = Context {
            session: &self.session,
            view: self.session.view(),
            theme,
            fonts: &self.fonts,
            format: &self.format,
            jobs: self.jobs.running(),
            parts: Parts {
                sound: !self.preferences.silent,
                mute: self.bell.is_mute(),
                reduced_motion: self.session.reduced_motion,
                minimap: !self.preferences.without_minimap,
                presenter_view: self.stage.has_presenter(),
                stages_only: self.preferences.present_stages_only,
                reveals_last: self.preferences.present_reveals_last,
                ..self.state.parts()
            },
        };
        ui::window_ui(ui, &mut self.state, &mut self.canvas, &cx, &mut out);
        let opened_at = self.preferences.presenter_window;
        let is_closed = present::presenter_window_ui(&ctx, &mut self.stage, opened_at, &cx, &mut out);
        self.close_presenter_if(is_closed);
        let acted = !out.actions.is_empty() || !out.requests.is_empty();
        for action in out.actions {
            let goes_on = action == Action::Present(PresentAction::Next);
            if !(goes_on && self.canvas.shows_rest(&self.session.view())) {
                self.session.apply(action);
            }
        }
        for request in self.session.take_requests().into_iter().chain(out.requests) {
            self.carry_out(&ctx, request);
        }
        if acted {
            // What the actions changed is shown in the next frame.
            ctx.request_repaint();
        }
        self.look_for_fonts();
        self.session.keep((self.clock)());
        self.update_title(&ctx);
        self.answer_close(&ctx);
    }

    /// Big text enlarges the panels as well, as far as the window has room for it.
    fn follow_big_text(&self, ctx: &egui::Context) {
        let window = ctx.content_rect().size() * ctx.zoom_factor();
        let room = (window / BIG_TEXT_NEEDS).min_elem();
        let wanted = if self.session.big_text { room.clamp(1.0, BIG_TEXT) } else { 1.0 };
        if (wanted - ctx.zoom_factor()).abs() > 0.005 {
            ctx.set_zoom_factor(wanted);
        }
    }

    /// While the figures come in, frames follow each other, and any key or click skips the rest.
    fn show_reveal(&mut self, ctx: &egui::Context) {
        if !self.session.is_revealing() {
            return;
        }
        let is_key = |event: &egui::Event| matches!(event, egui::Event::Key { .. } | egui::Event::Text(_));
        let pressed = |event: &egui::Event| {
            use egui::Event::{Key, PointerButton};
            matches!(event, Key { pressed: true, .. } | PointerButton { pressed: true, .. })
        };
        if ctx.input(|input| input.events.iter().any(pressed)) {
            ctx.input_mut(|input| input.events.retain(|event| !is_key(event)));
            self.session.skip_reveal();
        }
        ctx.request_repaint();
    }

    /// Pictures become cards where they are dropped; other files are opened.
    fn take_drops(&self, ctx: &egui::Context, out: &mut Out) {
        let (dropped, at) = ctx.input(|input| (input.raw.dropped_files.clone(), input.pointer.latest_pos()));
        let paths: Vec<_> = dropped.iter().map(|file| file.path().to_owned()).collect();
        let has_map = self.state.welcome.is_none() && !self.state.dialogs.is_any_open();
        if has_map && !paths.is_empty() && paths.iter().all(|path| picture::is_named_like_one(path)) {
            let on = at.and_then(|at| self.canvas.element_under(at, &self.session.view()));
            let beside = self.session.place_for_pictures(on);
            let pictures = paths.into_iter().map(PictureSource::File).collect();
            out.requests.push(Request::AddPictures { pictures, beside });
        } else if let Some(path) = paths.into_iter().next() {
            out.actions.push(Action::OpenPath(path));
        }
    }

    fn update_title(&mut self, ctx: &egui::Context) {
        let title = if self.state.welcome.is_some() {
            crate::tr!("ui-app-name")
        } else {
            let title = &self.session.document.map().about.title;
            let title = if title.trim().is_empty() { crate::tr!("ui-untitled") } else { title.clone() };
            let mark = if self.session.document.is_dirty() { "● " } else { "" };
            format!("{mark}{title} – {}", crate::tr!("ui-app-name"))
        };
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    /// The window's close button asks like the menu's Quit.
    fn answer_close(&mut self, ctx: &egui::Context) {
        if !ctx.input(|input| input.viewport().close_requested()) || self.leaving {
            return;
        }
        self.ask_to_leave(ctx, Leave::Quit);
        if !self.leaving {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        }
    }

    fn has_unsaved_work(&self) -> bool {
        self.state.welcome.is_none() && self.session.has_unsaved_work()
    }

    fn fail(&mut self, headline: String, detail: String, hint: String) {
        self.state.dialogs.failure = Some(crate::session::Failure { headline, detail, hint });
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        self.look_at_screens(frame);
        self.frame_ui(ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.wait_for_jobs();
    }
}
