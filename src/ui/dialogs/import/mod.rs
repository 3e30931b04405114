//! Bringing data in four steps: file, columns, touchpoints, check.

mod beside;
mod check;
mod columns;
mod doubts;
mod file;
mod findings;
mod pane;
mod read_as;
mod touchpoints;

use self::read_as::Mistyped;
use super::frame::dialog_ui;
use crate::ingest::{Profile, Role};
use crate::jobs::JobInfo;
use crate::session::{Import, Request};
use crate::text::Face;
use crate::theme::Theme;
use crate::tr;
use crate::ui::status_bar::SHOWN_AFTER;
use crate::ui::style::{c, font, text};
use crate::ui::widgets::{button_ui, link_ui, primary_button_ui};
use crate::ui::{Context, Out};
use egui::{Align, Align2, Layout, ProgressBar, Sense, Stroke, Ui, vec2};
use std::time::Duration;

/// The steps of an import.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Step {
    File,
    #[default]
    Columns,
    Touchpoints,
    Check,
}

impl Step {
    const ALL: [Self; 4] = [Self::File, Self::Columns, Self::Touchpoints, Self::Check];

    fn label(self) -> String {
        match self {
            Self::File => tr!("ui-step-file"),
            Self::Columns => tr!("ui-step-columns"),
            Self::Touchpoints => tr!("ui-step-touchpoints"),
            Self::Check => tr!("ui-step-check"),
        }
    }
}

/// What the import dialog remembers.
pub struct ImportState {
    /// What has been decided so far.
    pub import: Import,
    /// The step that is shown.
    pub step: Step,
    /// The job that reads the file or looks at it anew.
    pub job: Option<u64>,
    /// When the job was first seen, in the window's own seconds.
    began_secs: Option<f64>,
    /// The SELECT as typed.
    query: String,
    /// What was typed last and can't be taken.
    mistyped: Option<Mistyped>,
}

/// What the user decided on a step.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Go {
    Back,
    On,
}

impl ImportState {
    /// Begins at the columns, or at the file where a table is to be chosen first.
    #[must_use]
    pub fn new(import: Import) -> Self {
        let profile = &import.profile;
        let choose = profile.tables.len() > 1 || profile.entries.len() > 1 || profile.columns.is_empty();
        let step = if choose { Step::File } else { Step::Columns };
        let query = import.profile.read.query.clone().unwrap_or_default();
        Self { import, step, job: None, began_secs: None, query, mistyped: None }
    }

    /// After another look at the same file: where the user was, at most at the columns.
    #[must_use]
    pub fn looked_at_anew(&self, profile: Profile) -> Self {
        let step = self.step.min(Step::Columns);
        Self { step, ..Self::new(self.import.looked_at_anew(profile)) }
    }
}

pub fn import_ui(ctx: &egui::Context, state: &mut ImportState, cx: &Context<'_>, out: &mut Out) -> bool {
    let mut close = false;
    let height = (ctx.content_rect().height() - 190.0).clamp(380.0, 680.0);
    let theme = cx.theme;
    let dismissed = dialog_ui(ctx, theme, "import", "", 1180.0, |ui| {
        ui.horizontal(|ui| {
            ui.label(text(tr!("ui-bring-data"), Face::Bold, 20.0, theme.text));
            ui.label(text(&state.import.profile.name, Face::Regular, 14.0, theme.text_faint));
        });
        ui.add_space(8.0);
        ui.horizontal_top(|ui| {
            ui.allocate_ui_with_layout(vec2(224.0, height), Layout::top_down(Align::Min), |ui| {
                ui.set_min_size(vec2(224.0, height));
                steps_ui(ui, state.step, theme);
                ui.add_space(24.0);
                read_as::read_as_ui(ui, state, cx, out);
            });
            let (line, _) = ui.allocate_exact_size(vec2(9.0, height), Sense::hover());
            ui.painter().vline(line.center().x, line.y_range(), Stroke::new(1.0, c(theme.border)));
            let width = ui.available_width();
            ui.allocate_ui_with_layout(vec2(width, height), Layout::top_down(Align::Min), |ui| {
                ui.set_min_size(vec2(width, height));
                let room = height - 46.0;
                ui.allocate_ui_with_layout(vec2(width, room), Layout::top_down(Align::Min), |ui| {
                    ui.set_min_size(vec2(width, room));
                    match state.step {
                        Step::File => file::file_ui(ui, state, cx, out),
                        Step::Columns => columns::columns_ui(ui, &mut state.import, cx, out),
                        Step::Touchpoints => touchpoints::touchpoints_ui(ui, &mut state.import, cx),
                        Step::Check => check::check_ui(ui, &state.import, cx, out),
                    }
                });
                close = footer_ui(ui, state, cx, out);
            });
        });
    });
    let gone = close || dismissed;
    if gone && let Some(job) = state.job {
        out.requests.push(Request::CancelJob(job));
    }
    gone
}

/// The four steps with a line between them.
fn steps_ui(ui: &mut Ui, present: Step, theme: &Theme) {
    for (index, step) in Step::ALL.into_iter().enumerate() {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            let (rect, _) = ui.allocate_exact_size(vec2(24.0, 24.0), Sense::hover());
            let reached = step <= present;
            let (fill, ink) =
                if reached { (theme.accent, theme.on_accent) } else { (theme.field, theme.text_faint) };
            ui.painter().circle_filled(rect.center(), 12.0, c(fill));
            if step < present {
                let at = |x: f32, y: f32| rect.center() + vec2(x, y);
                let check = vec![at(-4.0, 0.0), at(-1.0, 3.5), at(4.5, -3.5)];
                ui.painter().add(egui::Shape::line(check, Stroke::new(1.8, c(ink))));
            } else {
                let number = (index + 1).to_string();
                let face = font(Face::SemiBold, 12.0);
                ui.painter().text(rect.center(), Align2::CENTER_CENTER, number, face, c(ink));
            }
            let face = if step == present { Face::Bold } else { Face::Regular };
            let ink = if reached { theme.text } else { theme.text_faint };
            ui.label(text(step.label(), face, 13.5, ink));
        });
        if step != Step::Check {
            let (rect, _) = ui.allocate_exact_size(vec2(24.0, 12.0), Sense::hover());
            let line = [rect.center_top(), rect.center_bottom()];
            ui.painter().line_segment(line, Stroke::new(2.0, c(theme.border)));
        }
    }
}

/// Progress on the left, the buttons on the right; true when the import is done or given up.
fn footer_ui(ui: &mut Ui, state: &mut ImportState, cx: &Context<'_>, out: &mut Out) -> bool {
    let theme = cx.theme;
    let mut done = false;
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        let job = state.job.and_then(|id| cx.jobs.iter().find(|job| job.id == id));
        if job.is_none() {
            state.began_secs = None;
        }
        if let Some(job) = job {
            progress_ui(ui, job, &mut state.began_secs, cx, out);
        } else if !missing_words(&state.import).is_empty() {
            let words = tr!("ui-still-needed", roles = missing_words(&state.import));
            ui.label(text(words, Face::Medium, 12.0, theme.warning_text));
        } else if state.step == Step::Columns && !is_decided(&state.import) {
            ui.label(text(tr!("ui-still-open"), Face::Medium, 12.0, theme.warning_text));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let on = match state.step {
                Step::File => tr!("ui-step-columns"),
                Step::Columns => tr!("ui-step-touchpoints"),
                Step::Touchpoints => tr!("ui-step-check"),
                Step::Check => tr!("ui-finish-import"),
            };
            let ready = job.is_none()
                && match state.step {
                    Step::File => !state.import.profile.columns.is_empty(),
                    Step::Columns => is_decided(&state.import),
                    Step::Touchpoints | Step::Check => state.import.loaded.is_some(),
                };
            let mut go = None;
            ui.add_enabled_ui(ready, |ui| {
                if primary_button_ui(ui, theme, &on).clicked() {
                    go = Some(Go::On);
                }
            });
            let back = if state.step == Step::File { tr!("ui-cancel") } else { tr!("ui-back") };
            if button_ui(ui, &back).clicked() {
                go = Some(Go::Back);
            }
            if let Some(go) = go {
                done = step_on(state, go, out)
            }
        });
    });
    done
}

/// How far a job has come, with a way to stop it; nothing as long as it may still be done at once.
fn progress_ui(ui: &mut Ui, job: &JobInfo, began_secs: &mut Option<f64>, cx: &Context<'_>, out: &mut Out) {
    ui.ctx().request_repaint_after(Duration::from_millis(100));
    let now = ui.input(|input| input.time);
    let elapsed = now - *began_secs.get_or_insert(now);
    if job.elapsed() < SHOWN_AFTER {
        return;
    }
    let fraction = job.progress.fraction();
    ui.add(ProgressBar::new(fraction.unwrap_or(0.0)).desired_width(240.0).desired_height(8.0));
    let share = cx.format.percent(f64::from(fraction.unwrap_or(0.0)), 0);
    let words = match fraction.map(f64::from).filter(|done| *done > 0.05 && elapsed > 1.0) {
        Some(done) => {
            let left = cx.format.duration((elapsed / done * (1.0 - done)).ceil());
            tr!("ui-reading-left", share = share, left = left)
        }
        None => tr!("ui-reading", share = share),
    };
    ui.label(text(words, Face::Regular, 12.0, cx.theme.text_faint));
    if link_ui(ui, cx.theme, &tr!("ui-cancel")).clicked() {
        out.requests.push(Request::CancelJob(job.id));
    }
}

/// Goes a step on or back; true when the import is done or given up.
fn step_on(state: &mut ImportState, go: Go, out: &mut Out) -> bool {
    match (state.step, go) {
        (Step::File, Go::Back) => return true,
        (Step::Check, Go::On) => {
            out.requests.push(Request::FinishImport);
            return false;
        }
        (Step::File, Go::On) | (Step::Touchpoints, Go::Back) => state.step = Step::Columns,
        (Step::Columns, Go::Back) => state.step = Step::File,
        (Step::Columns, Go::On) if state.import.loaded.is_some() => state.step = Step::Touchpoints,
        // The step is taken when the events are there.
        (Step::Columns, Go::On) => out.requests.push(Request::Import(Box::new(state.import.source()))),
        (Step::Touchpoints, Go::On) => state.step = Step::Check,
        (Step::Check, Go::Back) => state.step = Step::Touchpoints,
    }
    false
}

/// Nothing is missing and nothing is left in doubt.
fn is_decided(import: &Import) -> bool {
    import.missing_roles().is_empty() && import.open_doubts().next().is_none()
}

fn missing_words(import: &Import) -> String {
    let missing: Vec<_> = import.missing_roles().into_iter().map(role_label).collect();
    missing.join(", ")
}

/// What a role is called.
fn role_label(role: Role) -> String {
    match role {
        Role::Customer => tr!("ui-role-customer"),
        Role::Time => tr!("ui-role-time"),
        Role::Clock => tr!("ui-role-clock"),
        Role::Event => tr!("ui-role-event"),
        Role::Journey => tr!("ui-role-journey"),
        Role::Channel => tr!("ui-role-channel"),
        Role::Score => tr!("ui-role-score"),
        Role::Sentiment => tr!("ui-role-sentiment"),
        Role::Text => tr!("ui-role-text"),
        Role::Wait => tr!("ui-role-wait"),
        Role::Agent => tr!("ui-role-agent"),
        Role::Outcome => tr!("ui-role-outcome"),
        Role::Revenue => tr!("ui-role-revenue"),
        Role::Reached => tr!("ui-role-reached"),
        Role::Exits => tr!("ui-role-exits"),
        Role::Answers => tr!("ui-role-answers"),
        Role::Segment => tr!("ui-role-segment"),
        Role::Rating => tr!("ui-role-rating"),
    }
}
