//! What changed between two ranges of time: every figure before and after, whether chance may do as much, what such counts could
//! show at all, and how the mix has moved.

use super::parts::{Part, line_ui, name_of};
use crate::insights::changes::{Changes, ShareShift, Shift};
use crate::measure::compare::Change;
use crate::model::{Period, TrendFigure};
use crate::session::{Command, Days, day_of};
use crate::text::Face;
use crate::tr;
use crate::ui::style::text;
use crate::ui::widgets::{button_ui, card_ui, muted_ui, section_ui};
use crate::ui::{Context, Out};
use egui::{Label, Ui};

/// Parts of a mix that are listed.
const MOST_PARTS: usize = 8;

pub fn changes_ui(ui: &mut Ui, found: Option<&Changes>, cx: &Context<'_>, out: &mut Out) {
    let Some(changes) = found else {
        muted_ui(ui, cx.theme, tr!("ui-changes-no-ranges"));
        return;
    };
    ranges_ui(ui, changes, cx, out);
    let (sure, unsure): (Vec<&Shift>, Vec<&Shift>) =
        changes.shifts.iter().partition(|shift| shift.change.is_marked());
    section_ui(ui, cx.theme, &tr!("ui-changes-sure", count = sure.len()));
    if sure.is_empty() {
        muted_ui(ui, cx.theme, tr!("ui-changes-none-sure"));
    }
    for (place, shift) in sure.into_iter().enumerate() {
        ui.push_id(("sure", place), |ui| card_ui(ui, cx.theme, "", |ui| shift_ui(ui, shift, cx)));
    }
    mix_ui(ui, &tr!("ui-changes-channels"), &changes.channels, cx, |of| {
        of.clone().unwrap_or_else(|| tr!("ui-no-channel"))
    });
    mix_ui(ui, &tr!("ui-changes-entries"), &changes.entries, cx, |of| name_of(*of, cx).to_owned());
    if !unsure.is_empty() {
        section_ui(ui, cx.theme, &tr!("ui-changes-unsure", count = unsure.len()));
        muted_ui(ui, cx.theme, tr!("ui-changes-unsure-what"));
        for (place, shift) in unsure.into_iter().enumerate() {
            ui.push_id(("unsure", place), |ui| card_ui(ui, cx.theme, "", |ui| shift_ui(ui, shift, cx)));
        }
    }
}

/// Which ranges, with how many journeys, and how to see them on the map.
fn ranges_ui(ui: &mut Ui, changes: &Changes, cx: &Context<'_>, out: &mut Out) {
    let range = |of: &Period| match (day_of(&of.from), day_of(&of.to)) {
        (Some(from), Some(to)) if from < to => Days { from, to }.words(),
        _ => format!("{} – {}", of.from, of.to),
    };
    card_ui(ui, cx.theme, "", |ui| {
        for (name, period, journeys) in [
            (tr!("ui-side-before"), &changes.ranges.before, &changes.before),
            (tr!("ui-side-after"), &changes.ranges.after, &changes.after),
        ] {
            let title = format!("{name}: {}", range(period));
            let count = journeys.count();
            let counted = tr!("ui-paths-journeys", n = count, count = cx.format.count(count));
            let parts =
                vec![Part::Strong(name), Part::Words(range(period)), Part::Count(counted, journeys, title)];
            line_ui(ui, parts, cx, out);
        }
        if cx.session.source().is_some_and(|source| source.before.is_none()) {
            muted_ui(ui, cx.theme, tr!("ui-changes-usual"));
            if button_ui(ui, &tr!("ui-changes-on-map")).clicked() {
                out.command(Command::ComparePeriods);
            }
        } else {
            muted_ui(ui, cx.theme, tr!("ui-changes-shown"));
        }
        if let Some(drift) = changes.comparison.drift {
            muted_ui(ui, cx.theme, tr!("ui-changes-drift", drift = cx.format.decimals(drift, 2)));
        }
    });
}

fn shift_ui(ui: &mut Ui, shift: &Shift, cx: &Context<'_>) {
    let (theme, format) = (cx.theme, cx.format);
    let is_share = shift.figure != TrendFigure::Satisfaction;
    let value = |value: f64| if is_share { format.percent(value, 1) } else { format.decimals(value, 2) };
    let step = |value: f64| if is_share { format.signed(100.0 * value, 1) } else { format.signed(value, 2) };
    let Change { before, after, difference, low, high, p } = shift.change;
    let title = match shift.touchpoint {
        Some(id) => format!("{} · {}", shift.figure.label(), name_of(id, cx)),
        None => shift.figure.label(),
    };
    ui.add(Label::new(text(title, Face::SemiBold, 12.5, theme.text)).wrap());
    ui.add(Label::new(text(
        tr!("ui-changes-values", before = value(before), after = value(after)),
        Face::Regular,
        12.0,
        theme.text_body,
    )));
    let is_better = (difference < 0.0) == shift.figure.is_better_low();
    let words = tr!(
        "ui-changes-step",
        way = if difference > 0.0 { "up" } else { "down" },
        difference = step(difference),
        low = step(low),
        high = step(high),
        unit = if is_share { "share" } else { "score" }
    );
    let (verdict, color, face) = if !shift.change.is_marked() {
        (tr!("ui-changes-maybe"), theme.text_muted, Face::Regular)
    } else if is_better {
        (tr!("ui-changes-better"), theme.ok_text, Face::SemiBold)
    } else {
        (tr!("ui-changes-worse"), theme.exit_text, Face::SemiBold)
    };
    let line = ui.add(Label::new(text(format!("{words} {verdict}"), face, 12.0, color)).wrap());
    line.on_hover_text(tr!("ui-changes-chance", q = format.decimals(p, 3)));
    let least = shift.detectable.map(|least| step(least).replace('+', "±"));
    let enough = match (least, shift.n) {
        (Some(least), (before, after)) => tr!(
            "ui-changes-detectable",
            least = least,
            before = format.count(before),
            after = format.count(after),
            unit = if is_share { "share" } else { "score" }
        ),
        (None, (before, after)) => {
            tr!("ui-changes-counts", before = format.count(before), after = format.count(after))
        }
    };
    let small =
        if shift.n.0.min(shift.n.1) < 30 { format!(" · {}", tr!("ui-small")) } else { String::new() };
    muted_ui(ui, theme, enough + &small);
}

/// Shares of a whole, the most moved first.
fn mix_ui<T>(ui: &mut Ui, title: &str, mix: &[ShareShift<T>], cx: &Context<'_>, name: impl Fn(&T) -> String) {
    if mix.is_empty() {
        return;
    }
    let format = cx.format;
    card_ui(ui, cx.theme, title, |ui| {
        for part in mix.iter().take(MOST_PARTS) {
            let Change { before, after, difference, low, high, .. } = part.change;
            let step = |value: f64| format.signed(100.0 * value, 1);
            let words = tr!(
                "ui-changes-share",
                before = format.percent(before, 1),
                after = format.percent(after, 1),
                difference = step(difference),
                low = step(low),
                high = step(high)
            );
            let (face, color) = if part.change.is_marked() {
                (Face::SemiBold, cx.theme.text)
            } else {
                (Face::Regular, cx.theme.text_muted)
            };
            ui.add(Label::new(text(name(&part.of), Face::Medium, 12.0, cx.theme.text_body)).wrap());
            ui.add(Label::new(text(words, face, 11.5, color)).wrap());
        }
        muted_ui(ui, cx.theme, tr!("ui-changes-mix-what"));
    });
}
