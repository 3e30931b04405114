//! Panels and dialogs, one per file; widgets shared between them. Panels read the session and push what the user
//! wants done; they change nothing themselves, read no files and start no threads.

mod banner;
mod comparison;
mod data_bar;
mod dialogs;
mod find_bar;
mod histogram;
mod history;
mod icons;
mod insights;
mod inspector;
mod keys;
mod loading;
mod mapping;
mod moved;
mod notice;
mod periods;
mod persona_bar;
mod present;
mod status_bar;
mod style;
mod swatches;
mod tags;
mod tool_rail;
mod top_bar;
mod unsaved;
mod welcome;
mod widgets;
mod workshop;

pub use dialogs::{
    Asked, ChartsForm, Dialog, Dialogs, DrawnChart, ExportForm, FolderEntry, ForeignMap, ImportState,
    KeptDirectory, Palette, PaperForm, ParkForm, PathDialog, Periods, PersonaForm, SaveFailed, Step,
    TemplateForm, Versions, Waiting,
};
pub use find_bar::FindBar;
pub use history::History;
pub use keys::{MapKeys, is_pressed, pressed_commands};
pub use mapping::{MappingForm, Tray};
pub use notice::Notice;
pub use present::{Audience, PresenterView, Screens, presenter_ui, take_keys as take_presentation_keys};
pub use style::{c, install_fonts, install_style, set_reduced_motion};
pub use unsaved::Unsaved;
pub use welcome::{RecentMap, SampleMap, Welcome};

use crate::base::fmt::NumberFormat;
use crate::canvas::Canvas;
use crate::jobs::JobInfo;
use crate::session::{Action, Command, Request, Session, View};
use crate::text::Fonts;
use crate::theme::Theme;
use egui::{CentralPanel, Frame, Panel, Ui};

/// Below the top bar, a window lower than this has a low data bar.
const LOW_WINDOW: f32 = 740.0;

/// What all panels may read.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The open map, for what a command can do now.
    pub session: &'a Session,
    /// The open map.
    pub view: View<'a>,
    /// Colours.
    pub theme: &'a Theme,
    /// Faces, for charts.
    pub fonts: &'a Fonts,
    /// Marks of numbers.
    pub format: &'a NumberFormat,
    /// What is running.
    pub jobs: &'a [JobInfo],
    /// Which parts of the window are shown.
    pub parts: Parts,
}

/// Parts of the window that commands show and hide, as they are now.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs)] // named as in `session::Part`
pub struct Parts {
    pub inspector: bool,
    pub data_bar: bool,
    pub history: bool,
    pub tray: bool,
    pub sound: bool,
    /// The bell was rung and could not be heard.
    pub mute: bool,
    pub reduced_motion: bool,
    pub minimap: bool,
    pub presenter_view: bool,
    pub stages_only: bool,
    pub reveals_last: bool,
}

impl Context<'_> {
    /// Why there are no figures where there is data.
    fn no_figures(&self) -> String {
        if self.view.conceals { crate::tr!("ui-concealed") } else { crate::tr!("ui-measuring") }
    }
}

/// What the user wants done.
#[derive(Default)]
pub struct Out {
    /// For the session.
    pub actions: Vec<Action>,
    /// For the app.
    pub requests: Vec<Request>,
}

impl Out {
    /// Pushes a command.
    pub fn command(&mut self, command: Command) {
        self.actions.push(Action::Command(command));
    }
}

/// What the window remembers between frames.
pub struct State {
    /// Is the inspector shown?
    pub inspector: bool,
    /// Is the data bar shown?
    pub data_bar: bool,
    /// The list of all steps, when it is shown in the inspector's place.
    pub history: History,
    /// Unmapped events, when they are shown in the inspector's place.
    pub tray: Tray,
    /// Find and replace.
    pub find_bar: FindBar,
    /// The page that is shown instead of a map.
    pub welcome: Option<Welcome>,
    /// Dialogs over the window.
    pub dialogs: Dialogs,
    /// What has just been done.
    pub notice: Option<Notice>,
    /// The map before an audience.
    pub audience: Audience,
}

impl Default for State {
    fn default() -> Self {
        Self {
            inspector: true,
            data_bar: true,
            history: History::default(),
            tray: Tray::default(),
            find_bar: FindBar::default(),
            welcome: None,
            dialogs: Dialogs::default(),
            notice: None,
            audience: Audience::default(),
        }
    }
}

impl State {
    /// Closes what else stands in the inspector's place.
    pub fn make_room(&mut self) {
        self.history.close();
        self.tray.close();
    }

    /// True when the inspector is to be seen.
    #[must_use]
    pub fn has_inspector(&self, session: &Session) -> bool {
        let view = session.view();
        let is_covered = session.insights().is_on()
            || self.history.is_open()
            || self.tray.is_open()
            || view.workshop.on
            || view.presenting.is_some();
        self.inspector && self.welcome.is_none() && !is_covered
    }

    /// Which parts of the window are shown.
    #[must_use]
    pub fn parts(&self) -> Parts {
        Parts {
            inspector: self.inspector,
            data_bar: self.data_bar,
            history: self.history.is_open(),
            tray: self.tray.is_open(),
            sound: true,
            mute: false,
            reduced_motion: false,
            minimap: true,
            presenter_view: false,
            stages_only: false,
            reveals_last: false,
        }
    }
}

/// The whole window.
pub fn window_ui(ui: &mut Ui, state: &mut State, canvas: &mut Canvas, cx: &Context<'_>, out: &mut Out) {
    if let Some(welcome) = &mut state.welcome {
        welcome::welcome_ui(ui, welcome, cx, out);
    } else if cx.session.is_blank() {
        // The map that the program was started with is being read.
        CentralPanel::default().frame(Frame::new().fill(c(cx.theme.canvas))).show(ui, |_| {});
    } else if let Some(presenting) = cx.view.presenting {
        present::audience_ui(ui, &mut state.audience, canvas, presenting, (cx, out));
    } else {
        map_ui(ui, state, canvas, cx, out);
    }
    notice::notice_ui(ui.ctx(), &mut state.notice, cx);
    dialogs::dialogs_ui(ui.ctx(), &mut state.dialogs, cx, out);
}

fn map_ui(ui: &mut Ui, state: &mut State, canvas: &mut Canvas, cx: &Context<'_>, out: &mut Out) {
    let bar = |fill: crate::base::Color| Frame::new().fill(c(fill));
    let panel = cx.theme.panel;
    // Where panels do not meet to the pixel there is a line between them.
    ui.painter().rect_filled(ui.max_rect(), 0.0, c(cx.theme.border));
    Panel::top("top bar").exact_size(48.0).frame(bar(panel)).show(ui, |ui| top_bar::top_bar_ui(ui, cx, out));
    banner::banner_ui(ui, cx, out);
    loading::loading_banner_ui(ui, cx, out);
    comparison::comparison_banner_ui(ui, cx, out);
    Panel::bottom("status bar")
        .exact_size(24.0)
        .frame(bar(cx.theme.field))
        .show_separator_line(false)
        .show(ui, |ui| status_bar::status_bar_ui(ui, canvas.zoom(), cx, out));
    if cx.session.has_big_timer() {
        CentralPanel::no_frame().show(ui, |ui| workshop::big_timer_ui(ui, cx, out));
        return;
    }
    if state.data_bar {
        let height = match cx.view.data {
            Some(_) if ui.available_height() < LOW_WINDOW => 98.0,
            Some(_) => 126.0,
            None => 56.0,
        };
        Panel::bottom(("data bar", cx.view.data.is_some()))
            .exact_size(height)
            .frame(bar(panel))
            .show(ui, |ui| data_bar::data_bar_ui(ui, cx, out));
    }
    if let Some(comparing) = cx.view.comparing {
        Panel::right("differences").default_size(320.0).size_range(260.0..=520.0).frame(bar(panel)).show(
            ui,
            |ui| {
                comparison::comparison_ui(ui, comparing, cx, out);
            },
        );
    } else if let Some(moved) = cx.session.moved() {
        Panel::right("moved").default_size(320.0).size_range(260.0..=520.0).frame(bar(panel)).show(
            ui,
            |ui| {
                moved::moved_ui(ui, moved, cx, out);
            },
        );
    } else if cx.session.insights().is_on() {
        insights::insights_ui(ui, cx, out);
    } else if state.history.is_open() {
        history::history_ui(ui, &mut state.history, cx, out);
    } else if state.tray.is_open() && cx.view.data.is_some() {
        mapping::tray_ui(ui, &mut state.tray, cx, out);
    } else if cx.view.workshop.on {
        workshop::workshop_ui(ui, cx, out);
    } else if state.inspector {
        let frame = bar(panel);
        let window = ui.available_width();
        // The map comes first: a small window leaves the inspector what it needs and no more.
        let width = (window * 0.32 - 140.0).clamp(264.0, 420.0);
        let is_small = window < 1400.0;
        let most = if is_small { 280.0 } else { window * 0.4 };
        // Small and large windows each remember a width of their own.
        Panel::right(("inspector", is_small))
            .default_size(width)
            .size_range(240.0..=most)
            .frame(frame)
            .show(ui, |ui| inspector::inspector_ui(ui, cx, out));
    }
    Panel::left("tools").exact_size(52.0).resizable(false).frame(bar(panel)).show(ui, |ui| {
        tool_rail::tool_rail_ui(ui, cx, out);
    });
    Panel::top("persona").exact_size(58.0).frame(bar(panel)).show(ui, |ui| {
        persona_bar::persona_bar_ui(ui, cx, out);
    });
    find_bar::find_bar_ui(ui, &mut state.find_bar, cx, out);
    CentralPanel::no_frame().show(ui, |ui| {
        if workshop::has_matrix(cx) {
            workshop::matrix_ui(ui, cx, out);
            return;
        }
        canvas.allow_minimap(cx.parts.minimap);
        canvas.ui(ui, &cx.view, cx.theme, &mut out.actions);
        mapping::dragged_over_map_ui(ui, canvas, cx, out);
        workshop::over_map_ui(ui, canvas, cx, out);
    });
}
