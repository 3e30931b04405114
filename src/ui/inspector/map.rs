//! The map itself: title, kind, scenario, lanes, and the figures over all its journeys.

use super::figures::{open_behind, rate_row};
use super::lane::kind_label;
use super::{before, changes, edit};
use crate::insights::Behind;
use crate::measure::{Measures, Rate};
use crate::model::{Edit, JourneyStatus, LaneKind, MapKind};
use crate::session::Command;
use crate::text::Face;
use crate::tr;
use crate::ui::insights::behind_row;
use crate::ui::style::text;
use crate::ui::widgets::{
    Segment, card_ui, choice_ui, eyebrow_ui, legend_ui, link_ui, multiline_field_ui, muted_ui, row_ui,
    section_ui, share_words, split_bar_ui, switch_ui, text_field_ui,
};
use crate::ui::{Context, Out};
use egui::{Button, DragValue, Id, Popup, Ui};

pub fn map_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let (theme, about) = (cx.theme, &cx.view.map.about);
    eyebrow_ui(ui, theme, &tr!("ui-map-eyebrow"));
    if let Some(title) = text_field_ui(ui, theme, Id::unique("map title"), &tr!("ui-title"), &about.title, "")
    {
        edit(out, Edit::SetTitle(title));
    }
    if let Some(measures) = cx.view.data.and_then(|data| data.measures) {
        if let Some(before) = cx.view.data.and_then(|data| data.before) {
            changes::of_map_ui(ui, measures, before, cx, out);
        }
        figures_ui(ui, measures, cx, out);
        before::before_ui(ui, None, cx, out);
    } else if cx.view.conceals && cx.view.data.is_some() {
        muted_ui(ui, cx.theme, cx.no_figures());
    }
    let kinds = [(MapKind::AsIs, tr!("ui-as-is-long")), (MapKind::ToBe, tr!("ui-to-be-long"))];
    if let Some(kind) = choice_ui(ui, theme, Id::unique("map kind"), &tr!("ui-kind"), &about.kind, &kinds) {
        edit(out, Edit::SetMapKind(kind));
    }
    let id = Id::unique("map description");
    if let Some(words) = multiline_field_ui(ui, theme, id, &tr!("ui-scenario"), &about.description, 3) {
        edit(out, Edit::SetDescription(words));
    }
    lanes_ui(ui, cx, out);
    section_ui(ui, theme, &tr!("ui-privacy"));
    ui.horizontal(|ui| {
        let label = ui.label(text(tr!("ui-smallest-group"), Face::Regular, 12.0, theme.text_body));
        let mut smallest = about.smallest_group;
        let drag = ui.add(DragValue::new(&mut smallest).range(0..=1000)).labelled_by(label.id);
        if drag.changed() && smallest != about.smallest_group {
            edit(out, Edit::SetSmallestGroup(smallest));
        }
    });
    muted_ui(ui, theme, tr!("ui-smallest-group-hint"));
}

fn figures_ui(ui: &mut Ui, measures: &Measures, cx: &Context<'_>, out: &mut Out) {
    let (theme, format) = (cx.theme, cx.format);
    ui.add_space(4.0);
    let title = match measures {
        Measures { is_summary: true, .. } => tr!("ui-summary-title"),
        Measures { is_survey: true, .. } => tr!("ui-all-respondents"),
        _ => tr!("ui-all-journeys"),
    };
    card_ui(ui, theme, &title, |ui| {
        let journeys = &measures.journeys;
        let count = |name: String, value: u64, definition: String, ui: &mut Ui| {
            row_ui(ui, theme, &name, &format.count(value), &definition);
        };
        if measures.is_summary {
            count(tr!("ui-summary-rows"), measures.events, String::new(), ui);
            muted_ui(ui, theme, tr!("ui-summary-as-given"));
        } else if measures.is_survey {
            let value = format.count(journeys.total);
            let name = tr!("ui-respondents-name");
            behind_row(ui, cx, (&name, ""), &[(&value, &name, Behind::All)], out);
            muted_ui(ui, theme, tr!("ui-survey-no-paths"));
        } else {
            let mut row = |name: String, value: String, definition: String, behind: Behind| {
                behind_row(ui, cx, (&name, &definition), &[(&value, &name, behind)], out);
            };
            let total = format.count(journeys.total);
            row(tr!("ui-journeys-name"), total, tr!("ui-def-journeys"), Behind::All);
            let customers = format.count(measures.customers);
            row(tr!("ui-customers"), customers, tr!("ui-def-customers"), Behind::All);
            let mut rate = |rate: &Option<Rate>, name: String, definition: String, of: [Behind; 2]| match rate
            {
                Some(rate) => rate_row(ui, cx, (&name, &definition), rate, of, out),
                None => row_ui(ui, theme, &name, "–", &definition),
            };
            let goals = [Behind::ClosedGoal, Behind::Closed];
            rate(&measures.goal_rate, tr!("ui-goal-rate"), tr!("ui-def-goal-rate"), goals);
            let bounces = [Behind::Bounced, Behind::Closed];
            rate(&measures.bounce_rate, tr!("ui-bounce-rate"), tr!("ui-def-bounce-rate"), bounces);
            if measures.contacted_again.is_some() {
                let again = [Behind::ContactedAgain, Behind::ContactsJudged];
                let definition = tr!("ui-def-contacted-again");
                rate(&measures.contacted_again, tr!("ui-contacted-again"), definition, again);
            }
            habits_ui(ui, measures, cx);
            statuses_ui(ui, measures, cx, out);
        }
        if let Some(nps) = measures.nps {
            row_ui(ui, theme, &tr!("ui-nps"), &format.signed(nps, 0), &tr!("ui-def-nps"));
        }
        if measures.is_summary {
            count(tr!("ui-unmapped-rows"), measures.unmapped.len() as u64, String::new(), ui);
            return;
        }
        count(tr!("ui-unmapped-events"), measures.unmapped_events, tr!("ui-unmapped-hint"), ui);
        if measures.no_goal_set && !measures.is_survey {
            muted_ui(ui, theme, tr!("ui-no-goal"));
        }
    });
}

/// How long journeys to a goal are, whether customers come again, and what agents get done.
fn habits_ui(ui: &mut Ui, measures: &Measures, cx: &Context<'_>) {
    let (theme, format) = (cx.theme, cx.format);
    if let Some(lengths) = measures.goal_lengths {
        let value = format.decimals(lengths.visits_median, 1);
        row_ui(ui, theme, &tr!("ui-goal-visits"), &value, &tr!("ui-def-goal-visits"));
    }
    let known = measures.retention.iter().rev().find_map(|of| Some((of, of.retained?)));
    if let Some((of, retained)) = known {
        let month = format!("{:04}-{:02}", of.year, of.month);
        let value = format.percent(retained.value, 1);
        row_ui(ui, theme, &tr!("ui-retention", month = month), &value, &tr!("ui-def-retention"));
    }
    for of in &measures.handled {
        let channel = of.channel.clone().unwrap_or_else(|| tr!("ui-no-channel"));
        let value = format.decimals(of.per_hour, 1);
        row_ui(ui, theme, &tr!("ui-handled", channel = channel), &value, &tr!("ui-def-handled"));
    }
}

/// goal + open + returned + left = all journeys.
#[allow(clippy::cast_precision_loss)] // shares of counts
fn statuses_ui(ui: &mut Ui, measures: &Measures, cx: &Context<'_>, out: &mut Out) {
    let (theme, journeys) = (cx.theme, &measures.journeys);
    let segment = |count: u64, color, name: String| {
        let share = count as f64 / journeys.total.max(1) as f64;
        Segment { share, color, label: format!("{name} {}", share_words(share, cx.format)) }
    };
    let segments = [
        segment(journeys.goal, theme.ok, tr!("ui-status-goal")),
        segment(journeys.left, theme.exit, tr!("ui-status-left")),
        segment(journeys.returned, theme.returned, tr!("ui-status-returned")),
        segment(journeys.open, theme.still_open, tr!("ui-status-open")),
    ];
    if journeys.total > 0 {
        split_bar_ui(ui, 12.0, &tr!("ui-statuses"), &segments);
        if let Some(part) = legend_ui(ui, theme, &segments, Some(&tr!("ui-opens-part"))) {
            let (title, status) = match part {
                0 => (tr!("ui-behind-all-goal"), JourneyStatus::Goal),
                1 => (tr!("ui-behind-all-left"), JourneyStatus::Left),
                2 => (tr!("ui-behind-all-returned"), JourneyStatus::Returned),
                _ => (tr!("ui-behind-all-open"), JourneyStatus::Open),
            };
            out.actions.push(open_behind(title, Behind::Status(status)));
        }
    }
}

fn lanes_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let map = cx.view.map;
    section_ui(ui, cx.theme, &tr!("ui-lanes"));
    for lane in map.lanes_in_order() {
        let name = if lane.name.is_empty() { kind_label(lane.kind) } else { lane.name.clone() };
        if let Some(shown) = switch_ui(ui, &name, !lane.hidden, "") {
            edit(out, Edit::SetLaneHidden { lane: lane.id, hidden: !shown });
        }
    }
    let add = link_ui(ui, cx.theme, &tr!("ui-add-lane"));
    Popup::menu(&add).show(|ui| {
        for kind in LaneKind::ALL {
            let command = Command::add_lane(kind);
            if ui.add_enabled(cx.session.can_run(command), Button::new(kind_label(kind))).clicked() {
                let at = map.about.lanes.len();
                edit(out, Edit::AddLane { kind, name: String::new(), at });
            }
        }
    });
}
