//! The nine signs: what each says, how sure, where it points; limits can be changed, and the map called reviewed.

use super::chart::chart_ui;
use super::count::{behind_link, count_link, journeys_words};
use super::frame::{made_from, number, places_ui, verdict_mark_ui};
use super::parts::words_ui;
use crate::base::{Timestamp, fmt};
use crate::insights::Behind;
use crate::insights::findings::Teller;
use crate::insights::signs::{Reading, SignKind, ToldSign, Verdict, told};
use crate::measure::small_groups::SmallGroups;
use crate::model::{Edit, Thresholds};
use crate::scene::signs::{sheet, summary};
use crate::session::Action;
use crate::session::pages::signs::Signs;
use crate::text::Face;
use crate::tr;
use crate::ui::style::{prose, text};
use crate::ui::widgets::{
    bare_day_field_ui, button_ui, card_ui, hinted_field_ui, link_ui, muted_ui, section_ui,
};
use crate::ui::{Context, Out};
use egui::{Align, Id, Label, Layout, Ui};

/// Lines of a sign that are shown at once.
const FIRST_LINES: usize = 4;

pub fn signs_ui(ui: &mut Ui, page: &Signs, cx: &Context<'_>, out: &mut Out) {
    let Some(data) = cx.view.data else { return };
    let teller =
        Teller { map: cx.view.map, log: &data.loaded.log, format: *cx.format, small: SmallGroups(0) };
    // On the team's own screen nothing is hidden.
    let all = told(&page.signs, &teller, SmallGroups(0));
    ui.add(Label::new(text(summary(&all), Face::SemiBold, 13.0, cx.theme.text)).wrap());
    ui.add_space(4.0);
    for told in &all {
        ui.push_id(told.sign.kind, |ui| card_ui(ui, cx.theme, "", |ui| sign_ui(ui, told, cx, out)));
    }
    section_ui(ui, cx.theme, &tr!("ui-signs-sheet"));
    let name = tr!("scene-signs");
    chart_ui(ui, (&name, "signs"), made_from(cx), cx, out, || {
        let shown = told(&page.signs, &teller, SmallGroups(cx.view.map.about.smallest_group));
        let source = data.overlay.map_or("", |overlay| overlay.footer.trim());
        Some(sheet(&shown, (cx.view.map.about.title.trim(), source), cx.theme, cx.fonts))
    });
}

fn sign_ui(ui: &mut Ui, told: &ToldSign, cx: &Context<'_>, out: &mut Out) {
    let theme = cx.theme;
    let sign = &told.sign;
    ui.horizontal(|ui| {
        verdict_mark_ui(ui, sign.verdict, theme);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.label(text(sign.kind.number().to_string(), Face::SemiBold, 11.0, theme.text_faint));
        });
    });
    ui.add(Label::new(text(sign.kind.label(), Face::SemiBold, 13.5, theme.text)).wrap());
    if !told.figure.is_empty() {
        let color = match sign.verdict {
            Verdict::NeedsWork => theme.exit_text,
            Verdict::Watch => theme.warning_text,
            Verdict::Fine => theme.ok_text,
            Verdict::NoData => theme.text_muted,
        };
        ui.add(Label::new(text(&told.figure, Face::Bold, 20.0, color)).truncate());
    }
    lines_ui(ui, told, cx);
    let links = |ui: &mut Ui| {
        if !sign.journeys.is_empty() {
            let count = journeys_words(sign.journeys.count(), cx);
            let told_by = match sign.readings.first() {
                Some(Reading::TwoChannels { .. }) => "two_channels",
                _ => sign.kind.key(),
            };
            let words = tr!("ui-sign-journeys", sign = told_by, journeys = count);
            count_link(ui, &words, &sign.kind.label(), &sign.journeys, out);
        }
        if let Some(Reading::Bounce { rate, .. }) = sign.readings.first() {
            let closed = tr!("ui-paths-closed", n = cx.format.count(rate.of));
            behind_link(
                ui,
                &closed,
                &tr!("ui-behind-all-of", name = sign.kind.label()),
                &Behind::Closed,
                out,
            );
        }
        places_ui(ui, &sign.touchpoints, cx, out);
    };
    if !sign.journeys.is_empty() || !sign.touchpoints.is_empty() {
        words_ui(ui, links);
    }
    if sign.kind == SignKind::OutdatedJourney {
        review_ui(ui, cx, out);
    }
    limits_ui(ui, sign.kind, cx, out);
}

/// What the sign says, a few lines of it unless all are asked for.
fn lines_ui(ui: &mut Ui, told: &ToldSign, cx: &Context<'_>) {
    let id = Id::unique(("all lines of a sign", told.sign.kind));
    let all: bool = ui.data(|data| data.get_temp(id)).unwrap_or(false);
    let rest = told.lines.len().saturating_sub(FIRST_LINES);
    let shown = if all || rest < 2 { told.lines.len() } else { FIRST_LINES };
    for line in told.lines.iter().take(shown) {
        ui.add(Label::new(prose(line, Face::Regular, 12.0, cx.theme.text_body)).wrap());
    }
    if rest > 1 {
        let words = if all { tr!("ui-fewer") } else { tr!("ui-and-more", count = rest) };
        if link_ui(ui, cx.theme, &words).clicked() {
            ui.data_mut(|data| data.insert_temp(id, !all));
        }
    }
}

/// The day of the last review, and a button for those who have just done it.
fn review_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let reviewed = cx.view.map.about.review.reviewed.as_deref().unwrap_or_default();
    let today = fmt::date(Timestamp::now());
    ui.horizontal_wrapped(|ui| {
        if reviewed != today && button_ui(ui, &tr!("ui-signs-reviewed-today")).clicked() {
            out.actions.push(Action::Edit(Edit::SetReviewed(Some(today))));
        }
        let (name, hint) = (tr!("ui-signs-reviewed"), tr!("ui-signs-reviewed-hint"));
        let field = (Id::unique("day of review"), name.as_str(), hint.as_str());
        if let Some(day) = bare_day_field_ui(ui, cx, field, reviewed, 110.0) {
            out.actions.push(Action::Edit(Edit::SetReviewed(Some(day).filter(|day| !day.is_empty()))));
        }
    });
}

/// How a limit is written, and what becomes of what is typed.
struct Limit {
    name: String,
    value: Option<f64>,
    /// 100 for shares.
    times: f64,
    decimals: usize,
    set: fn(&mut Thresholds, Option<f64>),
}

fn limits(kind: SignKind, of: &Thresholds) -> Vec<Limit> {
    let limit = |name: String, value: f64, (times, decimals), set| Limit {
        name,
        value: Some(value),
        times,
        decimals,
        set,
    };
    let percent = (100.0, 0);
    match kind {
        SignKind::OutdatedJourney => vec![
            limit(tr!("ui-limit-days"), of.outdated_days, (1.0, 0), |of, to| keep(&mut of.outdated_days, to)),
            limit(tr!("ui-limit-drift"), of.drift, (1.0, 2), |of, to| keep(&mut of.drift, to)),
        ],
        SignKind::LowRetention => vec![Limit {
            name: tr!("ui-limit-retention"),
            value: of.retention,
            times: 100.0,
            decimals: 0,
            set: |of, to| of.retention = to,
        }],
        SignKind::HighBounce => {
            vec![limit(tr!("ui-limit-bounce"), of.bounce, percent, |of, to| keep(&mut of.bounce, to))]
        }
        SignKind::WeakSatisfaction => {
            vec![limit(tr!("ui-limit-satisfied"), of.satisfied, percent, |of, to| {
                keep(&mut of.satisfied, to);
            })]
        }
        SignKind::DemographicsOnly => {
            vec![limit(tr!("ui-limit-behaviour"), of.behaviour, (1.0, 1), |of, to| {
                keep(&mut of.behaviour, to);
            })]
        }
        SignKind::InconsistentService => {
            vec![limit(tr!("ui-limit-points"), of.uneven_points, (1.0, 2), |of, to| {
                keep(&mut of.uneven_points, to);
            })]
        }
        SignKind::StaffDriftingAway => vec![
            limit(tr!("ui-limit-agents"), of.agents_left, percent, |of, to| keep(&mut of.agents_left, to)),
            limit(tr!("ui-limit-load"), of.load_growth, percent, |of, to| keep(&mut of.load_growth, to)),
        ],
        SignKind::CustomersDriftingAway | SignKind::NoGoals => Vec::new(),
    }
}

/// What is no number leaves the limit as it was.
fn keep(limit: &mut f64, to: Option<f64>) {
    *limit = to.unwrap_or(*limit);
}

/// From where on the sign needs work, to be changed; kept in the map.
fn limits_ui(ui: &mut Ui, kind: SignKind, cx: &Context<'_>, out: &mut Out) {
    let thresholds = &cx.view.map.about.review.thresholds;
    for limit in limits(kind, thresholds) {
        ui.horizontal(|ui| {
            let shown = limit.value.map(|value| cx.format.decimals(value * limit.times, limit.decimals));
            let id = Id::unique(("limit of a sign", &limit.name));
            let typed = hinted_field_ui(ui, id, (&limit.name, "–"), &shown.unwrap_or_default(), 46.0);
            muted_ui(ui, cx.theme, limit.name.clone());
            if let Some(typed) = typed {
                let value = number(&typed).filter(|value| *value >= 0.0);
                let mut new = thresholds.clone();
                (limit.set)(&mut new, value.map(|value| value / limit.times));
                if new != *thresholds {
                    out.actions.push(Action::Edit(Edit::SetThresholds(new)));
                }
            }
        });
    }
}
