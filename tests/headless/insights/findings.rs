//! What stands out, unprompted: the planted truths are among the first five.

use super::*;
use pathlight::base::fmt::NumberFormat;
use pathlight::export::{insights_json, insights_markdown};
use pathlight::insights::Stratum;
use pathlight::insights::findings::{Finding, Insights, Teller, Told, find};
use pathlight::measure::small_groups::SmallGroups;
use pathlight::model::TrendFigure;

fn found(case: &Case) -> Insights {
    find(&case.inputs(), &Cancel::new(), &mut |_| ()).unwrap()
}

fn sentences(case: &Case, findings: &[Finding]) -> Vec<String> {
    let teller =
        Teller { map: &case.map, log: &case.log, format: NumberFormat::default(), small: SmallGroups(0) };
    findings
        .iter()
        .map(|finding| {
            format!("{:.2} {} {}", finding.weight, teller.sentence(finding), teller.evidence(finding))
        })
        .collect()
}

#[test]
fn the_shop_tells_the_incident_and_the_bug() {
    let case = shop();
    let insights = found(&case);
    let told = sentences(&case, &insights.findings[..insights.findings.len().min(20)]);
    let place = |holds: &dyn Fn(&Finding) -> bool| insights.findings.iter().position(holds);
    let incident = place(
        &|of| matches!(&of.told, Told::Slump(of) if of.among == Stratum::All && of.touchpoint == case.touchpoint("payment_details").id),
    );
    let bug =
        place(&|of| matches!(&of.told, Told::Slump(of) if of.among == Stratum::Channel("mobile".to_owned())));
    assert!(incident.is_some_and(|place| place < 5), "{told:#?}");
    assert!(bug.is_some_and(|place| place < 5), "{told:#?}");
    assert!(insights.is_whole && insights.tested > 500);
    assert!(insights.findings.iter().all(|of| of.q <= 0.05 && !of.journeys.is_empty()));
}

#[test]
fn the_airport_tells_that_security_fell() {
    let case = airport();
    let insights = found(&case);
    let security = case.touchpoint("Q14PASSTHRU").id;
    let place = insights.findings.iter().position(|of| {
        matches!(&of.told, Told::Change { shift, .. } if shift.figure == TrendFigure::Satisfied)
            && of.touchpoint == Some(security)
            && !of.is_good()
    });
    let told = sentences(&case, &insights.findings);
    assert!(place.is_some_and(|place| place < 5), "{told:#?}");
    // It is the first of what changed.
    let first = insights.findings.iter().find(|of| matches!(of.told, Told::Change { .. })).unwrap();
    assert_eq!(first.touchpoint, Some(security));
}

#[test]
fn findings_come_little_by_little_and_can_be_put_aside() {
    let mut case = shop();
    let mut parts = Vec::new();
    let all = find(&case.inputs(), &Cancel::new(), &mut |part| parts.push(part.clone())).unwrap();
    assert!(parts.len() > 2 && !parts[0].findings.is_empty());
    assert!(parts.iter().all(|part| !part.is_whole) && all.is_whole);
    assert!(parts.is_sorted_by(|one, next| one.tested <= next.tested));
    assert_eq!(parts.last().unwrap().findings, all.findings);
    let key = all.findings[0].key.clone();
    case.map.about.review.dismissed.insert(key.clone(), "known".to_owned());
    let rest = found(&case);
    assert_eq!(rest.dismissed.iter().map(|of| &of.key).collect::<Vec<_>>(), [&key]);
    assert!(rest.findings.iter().all(|of| of.key != key));
    for look in [1, 2, 5, 20] {
        assert!(find(&case.inputs(), &Cancel::at_look(look), &mut |_| ()).is_err());
    }
}

#[test]
fn differences_are_told_as_the_sentence_tells_the_shares() {
    let case = shop();
    let teller =
        Teller { map: &case.map, log: &case.log, format: NumberFormat::default(), small: SmallGroups(0) };
    for finding in &found(&case).findings {
        let evidence = teller.evidence(finding);
        let more_leave =
            matches!(finding.told, Told::Exits { .. } | Told::Pattern { .. } | Told::Pain { .. });
        let sign = if more_leave { "+" } else { "−" };
        let is_plain = more_leave || matches!(finding.told, Told::Slump(_));
        assert!(!is_plain || evidence.starts_with(sign), "{}: {evidence}", teller.sentence(finding));
    }
}

#[test]
fn no_sentence_for_others_tells_a_small_group() {
    let case = shop();
    let insights = found(&case);
    let whole =
        Teller { map: &case.map, log: &case.log, format: NumberFormat::default(), small: SmallGroups(0) };
    let incident = &insights.findings[0];
    assert_eq!(incident.n, 139);
    assert!(whole.sentence(incident).contains("139"));
    let hiding = Teller { small: SmallGroups(140), ..whole };
    assert!(!hiding.is_told(incident));
    let sentence = hiding.sentence(incident);
    assert!(sentence.contains("payment_details") && sentence.contains("too small"), "{sentence}");
    assert!(!sentence.contains(|letter: char| letter.is_ascii_digit()), "{sentence}");
    assert_eq!(hiding.evidence(incident), "");
    let card = hiding.on_card(incident);
    assert!(card.contains("too small") && !card.contains(|letter: char| letter.is_ascii_digit()), "{card}");
    let markdown = insights_markdown(&insights, &hiding);
    assert!(!markdown.contains("139") && insights_markdown(&insights, &whole).contains("139"));
    let json = insights_json(&insights, &hiding);
    assert_eq!(json["findings"][0]["n"], "<140");
    assert_eq!(
        (&json["findings"][0]["effect"], &json["findings"][0]["q"]),
        (&"hidden".into(), &"hidden".into())
    );
    // What large groups say is told as ever.
    assert!(insights.findings.iter().any(|of| hiding.sentence(of) == whole.sentence(of)));
}

#[test]
fn a_slump_put_aside_is_that_of_its_days_alone() {
    let case = shop();
    let insights = found(&case);
    let slump = insights.findings.iter().find(|of| matches!(of.told, Told::Slump(_))).unwrap();
    let Told::Slump(told) = &slump.told else { return };
    let day = pathlight::base::fmt::date;
    assert!(slump.key.ends_with(&format!("{}-{}", day(told.from), day(told.to))), "{}", slump.key);
}

/// The sample with which a new user sees what changes.
#[test]
fn the_sample_of_two_years_tells_first_that_security_fell() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_maps");
    let map = pathlight::store::load(&folder.join("airport-years.journey.ron")).unwrap();
    let source = map.sources.iter().next().unwrap().clone();
    let loaded = ingest::load(&source, &folder, &Cancel::new(), &Progress::new()).unwrap();
    assert_eq!((loaded.report.rows, loaded.report.rejected), (5640, 0));
    let case = Case { log: loaded.log, map, source };
    let insights = found(&case);
    let first = &insights.findings[0];
    assert!(matches!(&first.told, Told::Change { shift, .. } if shift.figure == TrendFigure::Satisfied));
    assert_eq!(first.touchpoint, Some(case.touchpoint("Passes security").id));
}

/// Every count of a finding opens as many journeys; answers and contacts open those from which they came.
fn check_counts(case: &Case) {
    let of = case.inputs();
    let insights = found(case);
    assert!(!insights.findings.is_empty());
    let teller =
        Teller { map: &case.map, log: &case.log, format: NumberFormat::default(), small: SmallGroups(0) };
    for finding in insights.findings.iter().chain(&insights.dismissed) {
        let [(_, share), _] = teller.shares(finding).unwrap().shares;
        assert_eq!(finding.n, share.of, "{}", finding.key);
        assert_eq!(finding.journeys.both(&of.journeys), finding.journeys);
        match finding.counted() {
            Some((count, _, behind)) => {
                assert_eq!(finding.journeys.count(), finding.n, "{}", finding.key);
                assert_eq!(count, share.count, "{}", finding.key);
                assert_eq!(behind.journeys(&of, &Cancel::new()).unwrap().count(), count, "{}", finding.key);
            }
            None => assert!(finding.journeys.count() <= finding.n, "{}", finding.key),
        }
    }
}

#[test]
fn every_count_of_a_finding_opens_as_many_journeys() {
    for case in [shop(), generated(4000), airport()] {
        check_counts(&case);
    }
}

#[test]
fn cards_tell_both_shares_in_fewer_words_than_the_sentence() {
    for case in [shop(), generated(4000), airport()] {
        let teller =
            Teller { map: &case.map, log: &case.log, format: NumberFormat::default(), small: SmallGroups(0) };
        for finding in &found(&case).findings {
            let (card, sentence) = (teller.on_card(finding), teller.sentence(finding));
            assert!(card.chars().count() < sentence.chars().count(), "{card} / {sentence}");
            let shares = |words: &str| words.matches('%').count();
            assert_eq!(shares(&card), 2, "{card}");
        }
    }
}
