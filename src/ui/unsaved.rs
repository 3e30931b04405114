//! What former runs have left unsaved: a list to open from or to discard.

use super::style::text;
use super::widgets::{button_ui, link_ui};
use super::{Context, Out};
use crate::base::Timestamp;
use crate::base::time::{DAY, SECOND};
use crate::session::{Leave, Request};
use crate::store::recovery::Leftover;
use crate::text::Face;
use crate::tr;
use egui::{Align, Layout, Ui, vec2};

/// What is left over, and when that was looked up.
#[derive(Clone, Debug, Default)]
pub struct Unsaved {
    /// Last changed first.
    pub leftovers: Vec<Leftover>,
    /// The present, for "12 minutes ago".
    pub now: Timestamp,
}

/// A line is as wide as words and buttons are still seen together.
const WIDTH_PT: f32 = 620.0;

/// One line for each map. Discarding is at its end, where the second click asked for moves nothing else.
pub fn unsaved_ui(ui: &mut Ui, unsaved: &Unsaved, cx: &Context<'_>, out: &mut Out) {
    let size = vec2(WIDTH_PT.min(ui.available_width()), 34.0);
    for leftover in &unsaved.leftovers {
        ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
            discard_ui(ui, leftover, cx, out);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                open_ui(ui, leftover, unsaved.now, cx, out)
            });
        });
        ui.add_space(4.0);
    }
}

fn open_ui(ui: &mut Ui, leftover: &Leftover, now: Timestamp, cx: &Context<'_>, out: &mut Out) {
    let open = ui.add_enabled_ui(leftover.content.is_some(), |ui| button_ui(ui, &tr!("ui-open")));
    if open.inner.clicked() {
        out.requests.push(Request::Leave(Leave::Recover(leftover.folder.clone())));
    }
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        let (name, note) = words(leftover, now);
        ui.add(egui::Label::new(text(name, Face::Medium, 13.0, cx.theme.text)).truncate());
        ui.add(egui::Label::new(text(note, Face::Regular, 12.0, cx.theme.text_muted)).truncate());
    });
}

/// Work is gone only after a second click.
fn discard_ui(ui: &mut Ui, leftover: &Leftover, cx: &Context<'_>, out: &mut Out) {
    let id = egui::Id::unique(("discard", &leftover.folder));
    let asked = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or_default();
    let label = if asked { tr!("ui-discard-for-good") } else { tr!("ui-discard") };
    let discard = link_ui(ui, cx.theme, &label);
    if discard.clicked() && asked {
        out.requests.push(Request::Discard(leftover.folder.clone()));
    } else if discard.clicked() {
        ui.data_mut(|data| data.insert_temp(id, true));
    }
}

/// Name of the map, and when it was changed and where it belongs.
fn words(leftover: &Leftover, now: Timestamp) -> (String, String) {
    let Some(content) = &leftover.content else {
        return (tr!("ui-damaged"), leftover.folder.display().to_string());
    };
    let title = content.title.trim();
    let title = if title.is_empty() { tr!("ui-untitled") } else { title.to_owned() };
    let begins = content.begins.as_str();
    // New maps share their title.
    let name = match content.path {
        None if !begins.is_empty() => tr!("ui-unsaved-begins", title = title, begins = begins),
        _ => title,
    };
    let changed = ago(now, content.changed);
    let note = match &content.path {
        Some(path) => tr!("ui-unsaved-of-file", ago = changed, file = path.display().to_string()),
        None => tr!("ui-unsaved-of-no-file", ago = changed),
    };
    (name, note)
}

/// "2 h 12 min ago".
fn ago(now: Timestamp, then: Timestamp) -> String {
    const MINUTE: i64 = 60 * SECOND;
    const HOUR: i64 = 60 * MINUTE;
    // A clock may have been set back meanwhile.
    let elapsed = now.0.saturating_sub(then.0).max(0);
    if elapsed < MINUTE {
        tr!("ui-ago-moments")
    } else if elapsed < HOUR {
        tr!("ui-ago-minutes", count = elapsed / MINUTE)
    } else if elapsed < DAY {
        tr!("ui-ago-hours", hours = elapsed / HOUR, minutes = elapsed % HOUR / MINUTE)
    } else {
        tr!("ui-ago-days", days = elapsed / DAY, hours = elapsed % DAY / HOUR)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_told_so_that_two_maps_of_one_day_are_told_apart() {
        let now = Timestamp::from_ymd(2024, 3, 1);
        let ago = |seconds: i64| super::ago(now, Timestamp(now.0 - seconds * SECOND));
        assert_eq!(ago(59), "moments ago");
        assert_eq!(ago(-500), "moments ago");
        assert_eq!(ago(12 * 60 + 59), "12 min ago");
        assert_eq!(ago(3600), "1 h 0 min ago");
        assert_eq!(ago(86_399), "23 h 59 min ago");
        assert_eq!(ago(86_400), "1 day 0 h ago");
        assert_eq!(ago(3 * 86_400 + 7200), "3 days 2 h ago");
    }
}
