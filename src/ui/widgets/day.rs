//! A field for a day, typed as people do; what is no day stays there with a word about it.

use super::{hinted_field_ui, text_field_ui};
use crate::base::day::iso_day;
use crate::text::Face;
use crate::tr;
use crate::ui::Context;
use crate::ui::style::text;
use egui::{Id, Ui};

/// A day under a label; gives the ISO date, or nothing typed, when the user has finished and changed it.
pub fn day_field_ui(ui: &mut Ui, cx: &Context<'_>, id: Id, label: &str, value: &str) -> Option<String> {
    checked_ui(ui, cx, id, value, |ui, shown| text_field_ui(ui, cx.theme, id, label, shown, &example(cx)))
}

/// A day whose name is only read out, for rows of fields; the hint stands in it while it is empty.
pub fn bare_day_field_ui(
    ui: &mut Ui,
    cx: &Context<'_>,
    (id, name, hint): (Id, &str, &str),
    value: &str,
    width: f32,
) -> Option<String> {
    checked_ui(ui, cx, id, value, |ui, shown| hinted_field_ui(ui, id, (name, hint), shown, width))
}

fn example(cx: &Context<'_>) -> String {
    if cx.format.month_first { tr!("ui-day-example-month-first") } else { tr!("ui-day-example") }
}

fn checked_ui(
    ui: &mut Ui,
    cx: &Context<'_>,
    id: Id,
    value: &str,
    field: impl FnOnce(&mut Ui, &str) -> Option<String>,
) -> Option<String> {
    // What was typed and is no day: it is shown until it is mended.
    let wrong_id = id.with("no day");
    let wrong: Option<String> = ui.data(|data| data.get_temp(wrong_id));
    ui.vertical(|ui| {
        let typed = field(ui, wrong.as_deref().unwrap_or(value));
        if wrong.is_some() {
            let words = tr!("ui-day-wrong", example = example(cx));
            ui.add(egui::Label::new(text(words, Face::Medium, 11.5, cx.theme.error)).wrap());
        }
        let typed = typed?;
        let day = if typed.trim().is_empty() {
            Some(String::new())
        } else {
            iso_day(&typed, cx.format.month_first)
        };
        ui.data_mut(|data| match day {
            Some(_) => drop(data.remove_temp::<String>(wrong_id)),
            None => drop(data.insert_temp(wrong_id, typed)),
        });
        day.filter(|day| day != value)
    })
    .inner
}
