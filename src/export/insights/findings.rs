//! Findings.

use super::interval;
use crate::export::FORMAT;
use crate::insights::findings::{Finding, Insights, Teller};
use crate::tr;
use serde_json::{Value, json};

/// All findings with their sentences.
#[must_use]
pub fn insights_json(insights: &Insights, teller: &Teller<'_>) -> Value {
    let list = |findings: &[Finding]| findings.iter().map(|of| finding(of, teller)).collect::<Vec<_>>();
    json!({
        "format": FORMAT,
        "tested": insights.tested,
        "findings": list(&insights.findings),
        "dismissed": list(&insights.dismissed),
    })
}

fn finding(of: &Finding, teller: &Teller<'_>) -> Value {
    let shown = |value: Value| if teller.is_told(of) { value } else { json!("hidden") };
    json!({
        "key": of.key,
        "kind": of.kind().key(),
        "sentence": teller.sentence(of),
        "touchpoint": of.touchpoint.map(|id| id.to_string()),
        "good": of.is_good(),
        "effect": shown(interval(of.effect)),
        "n": teller.small.count(of.n),
        "journeys": teller.small.count(of.journeys.count()),
        "p": shown(json!(of.p)),
        "q": shown(json!(of.q)),
        "weight": shown(json!(of.weight)),
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
        text += &format!("{number}. {}", teller.sentence(finding));
        let evidence = teller.evidence(finding);
        text += &if evidence.is_empty() { "\n".to_owned() } else { format!(" *{evidence}*\n") };
    }
    if !insights.findings.is_empty() {
        text.push('\n');
    }
    text += &tr!("export-insights-tested", tested = teller.format.count(insights.tested as u64));
    text.push('\n');
    text
}
