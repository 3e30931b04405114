//! The screens of a presentation: the map goes to the second one where there is one, what the presenter sees to the
//! first; with one screen the presenter's window is opened when wanted and stands where it was left.

use super::App;
use crate::session::{Command, Tour};
use crate::store::prefs::{WindowPlace, WindowSize};
use crate::tr;
use crate::ui::{self, Context, Out, PresenterView};
use egui::{ViewportBuilder, ViewportClass, ViewportCommand, ViewportId, ViewportInfo};
use std::time::Duration;

/// The presenter's window when it is opened for the first time.
const USUAL_SIZE: [f32; 2] = [1120.0, 720.0];

/// How often the presenter's clock goes on.
const TICK: Duration = Duration::from_secs(1);

/// Commands that need nothing of the window with the map. The keys of all others bring it to the front, where what they
/// open is seen and has the keyboard.
const NEED_NO_MAP: [Command; 9] = [
    Command::Redo,
    Command::Undo,
    Command::PresentFromSelection,
    Command::Present,
    Command::ToggleTimer,
    Command::PreviousStep,
    Command::NextStep,
    Command::AddFiveMinutes,
    Command::AddMinute,
];

/// What the app keeps of a presentation.
#[derive(Default)]
pub(super) struct Stage {
    is_up: bool,
    /// The window had the whole screen before.
    was_fullscreen: bool,
    screens: Option<Screens>,
    presenter: Option<PresenterView>,
    /// Where the presenter's window stands.
    place: Option<WindowPlace>,
}

/// Two screens, by their place in the window system's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Screens {
    audience: usize,
    presenter: usize,
}

impl Screens {
    /// Chooses of screens at these places of the desktop. The presenter stays at the main screen, or where nobody says
    /// which that is, at the one with the window. Screens at the same place show the same.
    fn choose(places: &[(i32, i32)], main: Option<usize>, with_window: Option<usize>) -> Option<Self> {
        let presenter = main.or(with_window).unwrap_or(0);
        let own = places.get(presenter)?;
        let audience = places.iter().position(|place| place != own)?;
        Some(Self { audience, presenter })
    }

    const fn swapped(self) -> Self {
        Self { audience: self.presenter, presenter: self.audience }
    }
}

impl Stage {
    /// The window has the whole screen.
    pub(super) fn is_up(&self) -> bool {
        self.is_up
    }

    /// The presenter's window is open.
    pub(super) fn has_presenter(&self) -> bool {
        self.presenter.is_some()
    }
}

impl App {
    /// Looks which screens there are when a presentation is about to begin.
    pub(super) fn look_at_screens(&mut self, frame: &eframe::Frame) {
        if self.session.presenting().is_none() || self.stage.is_up {
            return;
        }
        let Some(window) = frame.winit_window() else { return };
        let screens: Vec<_> = window.available_monitors().collect();
        let places: Vec<_> = screens.iter().map(|screen| screen.position().into()).collect();
        let main =
            window.primary_monitor().and_then(|main| screens.iter().position(|screen| *screen == main));
        let own = window.current_monitor().and_then(|own| screens.iter().position(|screen| *screen == own));
        self.stage.screens = Screens::choose(&places, main, own);
    }

    /// Takes the whole screen when a presentation begins, and gives it back when it ends.
    pub(super) fn follow_presentation(&mut self, ctx: &egui::Context) {
        self.session.set_tour(Tour {
            stages_only: self.preferences.present_stages_only,
            reveals_last: self.preferences.present_reveals_last,
        });
        let is_on = self.session.presenting().is_some();
        if is_on == self.stage.is_up {
            return;
        }
        self.stage.is_up = is_on;
        if is_on {
            self.stage.was_fullscreen = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
            self.take_screen(ctx);
            self.stage.presenter = self.stage.screens.map(|_| PresenterView::default());
        } else {
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(self.stage.was_fullscreen));
            self.close_presenter();
            self.stage.screens = None;
        }
    }

    fn take_screen(&self, ctx: &egui::Context) {
        ctx.send_viewport_cmd(match self.stage.screens {
            Some(screens) => ViewportCommand::SetMonitor(screens.audience),
            None => ViewportCommand::Fullscreen(true),
        });
    }

    pub(super) fn swap_screens(&mut self, ctx: &egui::Context) {
        self.stage.screens = self.stage.screens.map(Screens::swapped);
        if self.stage.is_up {
            self.take_screen(ctx);
        }
    }

    pub(super) fn toggle_presenter(&mut self) {
        if self.stage.has_presenter() {
            self.close_presenter();
        } else if self.stage.is_up {
            self.stage.presenter = Some(PresenterView::default());
        }
    }

    /// Remembers where the window stood, unless it had a screen of its own.
    fn close_presenter(&mut self) {
        self.stage.presenter = None;
        let place = self.stage.place.take();
        if place.is_some() && self.stage.screens.is_none() {
            self.change_preferences(|preferences| preferences.presenter_window = place);
        }
    }

    /// Closes the presenter's window when that was asked for at the window itself.
    pub(super) fn close_presenter_if(&mut self, is_closed: bool) {
        if is_closed {
            self.close_presenter();
        }
    }
}

/// Shows the presenter's window; true when its close button was pressed.
pub(super) fn presenter_window_ui(
    ctx: &egui::Context,
    stage: &mut Stage,
    opened_at: Option<WindowPlace>,
    cx: &Context<'_>,
    out: &mut Out,
) -> bool {
    let (Some(view), Some(presenting)) = (&mut stage.presenter, cx.view.presenting) else { return false };
    ctx.request_repaint_after(TICK);
    let builder = ViewportBuilder::default()
        .with_app_id("pathlight")
        .with_title(tr!("ui-presenter-title"))
        .with_min_inner_size([640.0, 480.0]);
    let builder = match (stage.screens, opened_at) {
        (Some(screens), _) => builder.with_monitor(screens.presenter),
        (None, Some(WindowPlace { left_pt, top_pt, size })) => {
            builder.with_position([left_pt, top_pt]).with_inner_size([size.width_pt, size.height_pt])
        }
        (None, None) => builder.with_inner_size(USUAL_SIZE),
    };
    let screens = if stage.screens.is_some() { ui::Screens::Two } else { ui::Screens::One };
    let id = ViewportId::from_hash_of("presenter view");
    let (place, is_closed) = ctx.show_viewport_immediate(id, builder, |ui, class| {
        if class != ViewportClass::EmbeddedWindow {
            ui::take_presentation_keys(ui.ctx(), out);
            let on_map = ui::MapKeys { typing: false, letters_are_text: true };
            for command in ui::pressed_commands(ui.ctx(), on_map) {
                if !NEED_NO_MAP.contains(&command) {
                    ctx.send_viewport_cmd_to(ViewportId::ROOT, ViewportCommand::Focus);
                }
                out.command(command);
            }
        }
        ui::presenter_ui(ui, view, presenting, screens, (cx, out));
        let is_own = class != ViewportClass::EmbeddedWindow;
        ui.input(|input| (place_of(input.viewport()), is_own && input.viewport().close_requested()))
    });
    stage.place = place.or(stage.place);
    is_closed
}

/// None where the window system does not tell.
fn place_of(window: &ViewportInfo) -> Option<WindowPlace> {
    let (outer, inner) = window.outer_rect.zip(window.inner_rect)?;
    let is_sound = outer.is_finite() && inner.is_finite() && inner.size().min_elem() > 0.0;
    let size = WindowSize { width_pt: inner.width(), height_pt: inner.height() };
    is_sound.then_some(WindowPlace { left_pt: outer.left(), top_pt: outer.top(), size })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_audience_has_the_screen_that_is_not_the_presenters() {
        let choose = |places: &[(i32, i32)], main, own| {
            Screens::choose(places, main, own).map(|screens| (screens.audience, screens.presenter))
        };
        let (left, right, above) = ((0, 0), (1920, 0), (0, -1080));
        assert_eq!(choose(&[left, right], Some(0), Some(0)), Some((1, 0)));
        assert_eq!(
            choose(&[left, right], Some(1), Some(0)),
            Some((0, 1)),
            "the main screen is the presenter's"
        );
        assert_eq!(choose(&[left, right], None, Some(1)), Some((0, 1)), "else the one with the window");
        assert_eq!(choose(&[left, right, above], None, None), Some((1, 0)));
        assert_eq!(choose(&[left], Some(0), Some(0)), None);
        assert_eq!(choose(&[left, left], Some(0), Some(0)), None, "both show the same");
        assert_eq!(choose(&[], None, None), None);
    }
}
