//! Findings.

use super::interval;
use crate::export::FORMAT;
use crate::insights::findings::{Finding, Insights, Teller};
use crate::measure::small_groups::SmallGroups;
use crate::tr;
use serde_json::{Value, json};

/// All findings with their sentences.
#[must_use]
pub fn insights_json(insights: &Insights, teller: &Teller<'_>, small: SmallGroups) -> Value {
    let list =
        |findings: &[Finding]| findings.iter().map(|of| finding(of, teller, small)).collect::<Vec<_>>();
    json!({
        "format": FORMAT,
        "tested": insights.tested,
        "findings": list(&insights.findings),
        "dismissed": list(&insights.dismissed),
    })
}

fn finding(of: &Finding, teller: &Teller<'_>, small: SmallGroups) -> Value {
    json!({
        "key": of.key,
        "kind": of.kind().key(),
        "sentence": teller.sentence(of),
        "touchpoint": of.touchpoint.map(|id| id.to_string()),
        "good": of.is_good(),
        "effect": interval(of.effect),
        "n": small.count(of.n),
        "journeys": small.count(of.journeys.count()),
        "p": of.p,
        "q": of.q,
        "weight": of.weight,
        "rule": teller.rule(of.kind()),
    })
}

/// A numbered list of sentences, each with how sure it is.
#[must_use]
pub fn insights_markdown(insights: &Insights, teller: &Teller<'_>) -> String {
    let title = tr!("export-insights-title", map = teller.map.about.title.as_str());
    let mut text = format!("# {title}\n\n");
    if insights.findings.is_empty() {
        text += &tr!("export-insights-none");
        text += "\n\n";
    }
    for (number, finding) in (1..).zip(&insights.findings) {
        text += &format!("{number}. {} *{}*\n", teller.sentence(finding), teller.evidence(finding));
    }
    if !insights.findings.is_empty() {
        text.push('\n');
    }
    text += &tr!("export-insights-tested", tested = teller.format.count(insights.tested as u64));
    text.push('\n');
    text
}
