//! The nine signs.

use super::{interval, rate, row};
use crate::export::FORMAT;
use crate::insights::behaviour::ColumnTells;
use crate::insights::findings::Teller;
use crate::insights::signs::{Reading, Sign, ToldSign, Verdict, told};
use crate::measure::small_groups::SmallGroups;
use crate::tr;
use serde_json::{Value, json};

/// All nine with what they rest on.
#[must_use]
pub fn signs_json(signs: &[Sign], teller: &Teller<'_>, small: SmallGroups) -> Value {
    let sign = |of: &Sign| {
        json!({
            "number": of.kind.number(),
            "sign": of.kind.key(),
            "verdict": of.verdict.key(),
            "readings": of.readings.iter().map(|of| reading(of, teller, small)).collect::<Vec<_>>(),
            "missing": of.missing.map(|missing| missing.remedy()),
            "touchpoints": of.touchpoints.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "journeys": small.count(of.journeys.count()),
        })
    };
    json!({"format": FORMAT, "signs": signs.iter().map(sign).collect::<Vec<_>>()})
}

fn reading(of: &Reading, teller: &Teller<'_>, small: SmallGroups) -> Value {
    let rate = |of| rate(of, small);
    let mut value = match of {
        Reading::DaysSinceReview { days, threshold } => {
            json!({"days_since_review": days, "threshold": threshold})
        }
        Reading::Drift { distance, threshold } => json!({"drift": distance, "threshold": threshold}),
        Reading::Retention { now, before, difference, target, .. } => json!({
            "retention": rate(now), "before": rate(before), "difference": interval(*difference), "target": target
        }),
        Reading::Bounce { rate: of, threshold } => json!({"bounce_rate": rate(of), "threshold": threshold}),
        Reading::Satisfied { rate: of, threshold } => json!({"satisfied": rate(of), "threshold": threshold}),
        Reading::WeeklyTrend { weeks, slope, p } => json!({"weeks": weeks, "slope": slope, "p": p}),
        Reading::Tells { behaviour, demographics, threshold } => {
            let column = |of: &ColumnTells| {
                json!({
                    "column": of.column,
                    "uncertainty": of.tells.map(|tells| tells.corrected),
                    "by_chance": of.tells.map(|tells| json!({"low": tells.by_chance.0, "high": tells.by_chance.1})),
                    "p": of.tells.map(|tells| tells.p),
                })
            };
            json!({
                "behaviour": behaviour.as_ref().map(column),
                "demographics": demographics.as_ref().map(column),
                "threshold": threshold,
            })
        }
        Reading::Bound { all, demographic } => json!({"bound_columns": all, "demographic": demographic}),
        Reading::Uneven { touchpoint, better, worse, difference, q } => json!({
            "touchpoint": touchpoint.to_string(), "better": better, "worse": worse,
            "difference": interval(*difference), "q": q
        }),
        Reading::TwoChannels { rate: of } => json!({"two_channels": rate(of)}),
        Reading::MonthlyTrend { months, slope, p } => json!({"months": months, "slope": slope, "p": p}),
        Reading::Silent { rate: of } => json!({"silent": rate(of)}),
        Reading::AgentsLeft { rate: of, threshold, .. } => {
            json!({"agents_left": rate(of), "threshold": threshold})
        }
        Reading::Load { before, now, threshold } => {
            json!({"load": now, "load_before": before, "threshold": threshold})
        }
        Reading::StaffVotes { pains, votes } => json!({"staff_pains": pains, "votes": votes}),
        Reading::Goals { touchpoints, targets, missed } => {
            json!({"goal_touchpoints": touchpoints, "targets": targets, "missed": missed})
        }
    };
    value["text"] = teller.reading(of).into();
    value
}

/// One page that is read in a minute.
#[must_use]
pub fn signs_markdown(signs: &[Sign], teller: &Teller<'_>, small: SmallGroups) -> String {
    let mut text = format!("# {}\n\n", tr!("export-signs-title", map = teller.map.about.title.as_str()));
    text += &row([
        "#".to_owned(),
        tr!("export-signs-sign"),
        tr!("export-signs-verdict"),
        tr!("export-signs-figures"),
    ]);
    text += "| --: | --- | --- | --- |\n";
    for ToldSign { sign, lines: mut why, places, .. } in told(signs, teller, small) {
        if !places.is_empty() {
            why.push(tr!("export-signs-where", names = places.join(", ")));
        }
        let verdict = sign.verdict.label();
        let verdict = if sign.verdict == Verdict::NeedsWork { format!("**{verdict}**") } else { verdict };
        text += &row([sign.kind.number().to_string(), sign.kind.label(), verdict, why.join("; ")]);
    }
    text
}
