//! Pain points ranked, and what tells who leaves.

use super::*;
use pathlight::insights::behaviour::behaviour;
use pathlight::insights::pains::pains;
use pathlight::model::{Card, CardId, CardKind, LaneId, Nature, Pain, PainRule, Side};

/// The shop with pain points at what goes wrong there.
fn painful() -> Case {
    let mut case = shop();
    let rule = |name: &str| Some(PainRule::EventName(name.to_owned()));
    let cards = [
        ("cart", Pain { severity: 2, ..Pain::default() }, 0),
        (
            "payment_error",
            Pain { severity: 4, rule: rule("payment_error"), frequency: Some(0.5), ..Pain::default() },
            0,
        ),
        ("support_chat", Pain { severity: 5, rule: rule("support_chat"), ..Pain::default() }, 0),
        ("home", Pain { severity: 1, frequency: Some(0.2), ..Pain::default() }, 0),
        ("cart", Pain { side: Side::Staff, frequency: Some(0.1), ..Pain::default() }, 2),
        ("home", Pain { side: Side::Staff, ..Pain::default() }, 7),
    ];
    let cards = (1..).zip(cards).map(|(id, (name, pain, votes))| {
        let place = (LaneId(1), case.touchpoint(name).id);
        Card { votes, ..Card::new(CardId(id), place, name, CardKind::Pain(pain)) }
    });
    case.map.cards = cards.collect::<Vec<_>>().into_iter().collect();
    case
}

#[test]
fn pains_are_ranked_by_exits_then_by_weight_and_staff_stands_apart() {
    let case = painful();
    let ranked = pains(&case.inputs());
    let ids =
        |list: &[pathlight::insights::pains::RankedPain]| list.iter().map(|of| of.card.0).collect::<Vec<_>>();
    assert_eq!(ids(&ranked.staff), [6, 5], "by votes");
    assert_eq!(ranked.customers.len(), 4);
    assert!(ranked.customers.is_sorted_by(|one, next| {
        one.exits_explained.unwrap_or(f64::MIN) >= next.exits_explained.unwrap_or(f64::MIN)
    }));
    for of in &ranked.customers {
        assert_eq!(of.measured.map_or(0, |rate| rate.count), of.journeys.count());
        let name = case.map.touchpoints.get(of.touchpoint).unwrap().name.clone();
        if of.measured.is_some() {
            let all = case.inputs().journeys;
            assert_eq!(of.journeys.count(), counted(&case, &all, |names| names.contains(&name.as_str())));
            // The rule is the touchpoint itself: everybody there has the pain.
            assert_eq!(of.frequency(), Some(1.0));
            assert_eq!(of.band(), Some(3));
        }
    }
    let typed = ranked.customers.iter().find(|of| of.card.0 == 4).unwrap();
    assert_eq!((typed.frequency(), typed.band()), (Some(0.2), Some(2)));
    assert_eq!(ids(&ranked.cell(1, 2).cloned().collect::<Vec<_>>()), [4]);
    assert_eq!(ranked.customers.iter().find(|of| of.card.0 == 1).unwrap().band(), None);
}

#[test]
fn behaviour_tells_more_than_a_column_without_meaning() {
    let mut csv = "customer,time,event,visits,city\n".to_owned();
    for customer in 0..400 {
        let often = customer % 2 == 0;
        let buys = if often { customer % 10 != 0 } else { customer % 10 == 1 };
        let (visits, city) =
            (if often { "many" } else { "few" }, ["Ankara", "Gdynia", "Leeds"][customer % 3]);
        csv += &format!("c{customer},2024-01-01 10:00,Look,{visits},{city}\n");
        if buys {
            csv += &format!("c{customer},2024-01-01 11:00,Buy,{visits},{city}\n");
        }
    }
    csv += "z,2024-06-01,Other,,\n";
    let mut case = case(&["Look", "Buy"], "Buy", &csv);
    let told = behaviour(&case.inputs(), &Cancel::new()).unwrap();
    let names: Vec<_> = told.iter().map(|of| (of.column.as_str(), of.nature)).collect();
    assert_eq!(names, [("visits", Nature::Behavioural), ("city", Nature::Demographic)]);
    // 160 of 200 and 40 of 200 buy: 1 − H(0.2) ÷ H(0.5).
    assert!((told[0].tells.unwrap().raw - 0.278_072).abs() < 1e-6, "{told:?}");
    assert!(told[0].corrected() > 0.27 && told[1].corrected() == 0.0, "{told:?}");
    assert_eq!(told, behaviour(&case.inputs(), &Cancel::new()).unwrap(), "the same each time");
    case.source.natures.insert("city".to_owned(), Nature::Behavioural);
    assert_eq!(behaviour(&case.inputs(), &Cancel::new()).unwrap()[1].nature, Nature::Behavioural);
}
