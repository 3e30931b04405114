//! What changed between two ranges of time: every figure before and after, whether chance may do as much, what such counts could
//! show at all, and how the mix has moved.

use super::count::{behind_link, journeys_words};
use super::parts::{Part, line_ui, name_of, place_ui, words_ui};
use crate::insights::Behind;
use crate::insights::changes::{Changes, Shift};
use crate::measure::compare::Change;
use crate::model::{Period, TrendFigure};
use crate::session::{Command, Days, day_of};
use crate::text::Face;
use crate::tr;
use crate::ui::style::{prose, text};
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
    places_ui(ui, "sure", sure, changes, cx, out);
    let channels = changes.channels.iter().take(MOST_PARTS).map(|of| Share {
        name: of.of.clone().unwrap_or_else(|| tr!("ui-no-channel")),
        change: of.change,
        behind: [of.behind(&changes.before), of.behind(&changes.after)],
    });
    mix_ui(ui, &tr!("ui-changes-channels"), channels.collect(), cx, out);
    let entries = changes.entries.iter().take(MOST_PARTS).map(|of| Share {
        name: name_of(of.of, cx).trim().to_owned(),
        change: of.change,
        behind: [of.behind(&changes.before), of.behind(&changes.after)],
    });
    mix_ui(ui, &tr!("ui-changes-entries"), entries.collect(), cx, out);
    if !changes.channels.is_empty() || !changes.entries.is_empty() {
        muted_ui(ui, cx.theme, tr!("ui-changes-mix-what"));
    }
    if !unsure.is_empty() {
        section_ui(ui, cx.theme, &tr!("ui-changes-unsure", count = unsure.len()));
        muted_ui(ui, cx.theme, tr!("ui-changes-unsure-what"));
        places_ui(ui, "unsure", unsure, changes, cx, out);
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
            let counted = journeys_words(journeys.count(), cx);
            let those = Behind::Among(journeys.clone(), Box::default());
            let parts =
                vec![Part::Strong(name), Part::Words(range(period)), Part::Behind(counted, those, title)];
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

/// A card for each touchpoint, in the order of the map, with all of its figures.
fn places_ui(
    ui: &mut Ui,
    salt: &str,
    shifts: Vec<&Shift>,
    changes: &Changes,
    cx: &Context<'_>,
    out: &mut Out,
) {
    for (place, of_place) in shifts.chunk_by(|one, other| one.touchpoint == other.touchpoint).enumerate() {
        ui.push_id((salt, place), |ui| {
            card_ui(ui, cx.theme, "", |ui| {
                ui.spacing_mut().item_spacing.y = 3.0;
                match of_place.first().and_then(|shift| shift.touchpoint) {
                    Some(id) => place_ui(ui, id, cx, out),
                    None => {
                        let whole = text(tr!("ui-changes-whole"), Face::SemiBold, 12.5, cx.theme.text);
                        ui.add(Label::new(whole).wrap());
                    }
                }
                for shift in of_place {
                    ui.add_space(4.0);
                    shift_ui(ui, shift, changes, cx, out);
                }
            });
        });
    }
}

fn shift_ui(ui: &mut Ui, shift: &Shift, changes: &Changes, cx: &Context<'_>, out: &mut Out) {
    let (theme, format) = (cx.theme, cx.format);
    let is_share = shift.figure != TrendFigure::Satisfaction;
    let unit = if is_share { "share" } else { "score" };
    let value = |value: f64| if is_share { format.percent(value, 1) } else { format.decimals(value, 2) };
    let step = |value: f64| if is_share { format.signed(100.0 * value, 1) } else { format.signed(value, 2) };
    let Change { before, after, difference, low, high, p } = shift.change;
    let values = tr!("ui-changes-values", before = value(before), after = value(after));
    line_ui(ui, vec![Part::Words(shift.figure.label()), Part::Strong(values)], cx, out);
    let is_better = (difference < 0.0) == shift.figure.is_better_low();
    let words = tr!(
        "ui-changes-step",
        way = if difference > 0.0 { "up" } else { "down" },
        difference = step(difference),
        low = step(low),
        high = step(high),
        unit = unit
    );
    let (verdict, color, face) = if !shift.change.is_marked() {
        (tr!("ui-changes-maybe"), theme.text_muted, Face::Regular)
    } else if is_better {
        (tr!("ui-changes-better"), theme.ok_text, Face::SemiBold)
    } else {
        (tr!("ui-changes-worse"), theme.exit_text, Face::SemiBold)
    };
    let line = ui.add(Label::new(prose(format!("{words} {verdict}"), face, 12.0, color)).wrap());
    line.on_hover_text(tr!("ui-changes-chance", q = format.chance(p)));
    words_ui(ui, |ui| {
        let name = shift.touchpoint.map_or_else(|| tr!("ui-changes-whole"), |id| name_of(id, cx).to_owned());
        let title = tr!("ui-changes-n-of", figure = shift.figure.label(), name = name);
        let sides = [("before", shift.n.0, &changes.before), ("after", shift.n.1, &changes.after)];
        for (side, n, range) in sides {
            let words = tr!("ui-changes-n", n = format.count(n), side = side);
            behind_link(ui, &words, &title, &shift.behind(range), out);
        }
        if let Some(least) = shift.detectable.map(|least| step(least).replace('+', "±")) {
            let words = muted_ui(ui, theme, tr!("ui-changes-can-show", least = least, unit = unit));
            words.on_hover_text(tr!("ui-changes-can-show-what"));
        }
        if shift.n.0.min(shift.n.1) < 30 {
            muted_ui(ui, theme, tr!("ui-small"));
        }
    });
}

/// A part of a mix.
struct Share {
    name: String,
    change: Change,
    /// Where the shares come from, before and after.
    behind: [Behind; 2],
}

/// Shares of a whole, the most moved first; each opens the journeys from which it comes.
fn mix_ui(ui: &mut Ui, title: &str, mix: Vec<Share>, cx: &Context<'_>, out: &mut Out) {
    if mix.is_empty() {
        return;
    }
    let format = cx.format;
    card_ui(ui, cx.theme, title, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        for Share { name, change, behind } in mix {
            let [before, after] = behind;
            let side = |share: f64, behind, side: String| {
                Part::Behind(
                    format.percent(share, 1),
                    behind,
                    tr!("ui-changes-side-of", name = name.as_str(), side = side),
                )
            };
            let step = |value: f64| format.signed(100.0 * value, 1);
            let words = tr!(
                "ui-changes-share",
                difference = step(change.difference),
                low = step(change.low),
                high = step(change.high)
            );
            let difference = if change.is_marked() { Part::Strong(words) } else { Part::Words(words) };
            ui.add(Label::new(text(&name, Face::Medium, 12.0, cx.theme.text_body)).wrap());
            let parts = vec![
                side(change.before, before, tr!("ui-side-before")),
                Part::Words("→".to_owned()),
                side(change.after, after, tr!("ui-side-after")),
                difference,
            ];
            line_ui(ui, parts, cx, out);
            ui.add_space(5.0);
        }
    });
}
