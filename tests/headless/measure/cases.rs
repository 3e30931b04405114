//! Rules, filters, journeys and pains, each at its edge.

use super::*;
use pathlight::base::Cancelled;
use pathlight::measure::MeasureError;
use pathlight::model::{Card, CardId, CardKind, LaneId, Pain, PainRule, Rating, Survey};

fn visits(measures: &Measures) -> Vec<u64> {
    measures.touchpoints.iter().map(|of| of.visits).collect()
}

#[test]
fn the_first_rule_that_matches_wins() {
    let log = log_of(
        "customer,time,event,channel\n\
         a,2024-01-01,İADE İSTEĞİ,web\na,2024-01-02,iade isteği,Phone\na,2024-01-03,Page 7,\n\
         a,2024-01-04,page seven,web\na,2024-01-05,Other,app\n",
    );
    let map = map(&["A", "B", "C"], |_| ());
    let mut source = source(&map, 30);
    source.rules = vec![
        EventRule { channel: Some("PHONE".to_owned()), ..rule(Pattern::Exact("IADE ISTEĞI".to_owned()), 2) },
        rule(Pattern::Regex(r"^PAGE\s\d$".to_owned()), 3),
        rule(Pattern::Glob("?age*".to_owned()), 2),
        rule(Pattern::Exact("Iade İsteği".to_owned()), 1),
        rule(Pattern::Regex("İADE".to_owned()), 3),
        rule(Pattern::Glob("*".to_owned()), 9),
    ];
    let measures = measure(&log, &map, &source);
    assert_eq!(visits(&measures), [1, 2, 1]);
    // The rule to a touchpoint that is not on the map takes nothing.
    assert_eq!(measures.unmapped_events, 1);

    source.rules = vec![rule(Pattern::Regex("(".to_owned()), 1)];
    let error = pathlight::measure::measure(&log, &map, &source, &Cancel::new()).unwrap_err();
    assert!(matches!(error, MeasureError::BadPattern { pattern, .. } if pattern == "("));
}

#[test]
fn journey_ids_belong_to_their_customer_and_may_be_missing() {
    let log = log_of(
        "customer,time,event,journey\n\
         a,2024-01-01,A,1\na,2024-01-02,A,2\na,2024-01-20,A,1\n\
         a,2024-01-03,A,\na,2024-01-05,A,\na,2024-01-30,A,\n\
         b,2024-01-01,A,1\n",
    );
    let map = map(&["A"], |_| ());
    let measures = measure(&log, &map, &source(&map, 5));
    // a: 1 (closed on 20 Jan), 2, two without an id (the last one still open); b: 1.
    assert_eq!(measures.journeys.total, 5);
    assert_eq!(measures.journeys.returned, 3);
    assert_eq!((measures.journeys.open, measures.journeys.left), (1, 1));
    assert_eq!(measures.touchpoints[0].reached, 5);
}

#[test]
fn gap_and_open_window_at_their_exact_length() {
    let log = log_of(
        "customer,time,event\na,2024-01-01,A\na,2024-01-06,A\nb,2024-01-01,A\n\
         b,2024-01-06 00:00:01,A\nb,2024-01-11,X\n",
    );
    let map = map(&["A"], |_| ());
    let mut source = source(&map, 5);
    let journeys = measure(&log, &map, &source).journeys;
    // a is one journey and just closed; b's second journey is open through its unmapped event.
    assert_eq!((journeys.total, journeys.left, journeys.returned, journeys.open), (3, 1, 1, 1));
    source.gap = "none".parse().unwrap();
    assert_eq!(measure(&log, &map, &source).journeys.total, 2);
    source.open = "none".parse().unwrap();
    assert_eq!(measure(&log, &map, &source).journeys.left, 2);
}

#[test]
fn an_unmapped_later_journey_is_no_return() {
    let log = log_of("customer,time,event\na,2024-01-01,A\na,2024-02-01,X\na,2024-03-01,X\n");
    let map = map(&["A"], |_| ());
    assert_eq!(measure(&log, &map, &source(&map, 5)).journeys.left, 1);
}

#[test]
fn filters_take_whole_journeys_and_leave_statuses() {
    let log = log_of(
        "customer,time,event,channel,segment\n\
         a,2024-01-01 00:00,X,web,\na,2024-01-02,A,app,new\na,2024-01-03,B,,old\n\
         a,2024-02-01,A,web,old\n\
         b,2024-01-02,A,phone,old\n\
         c,2024-06-01,B,Web,\n",
    );
    let map = map(&["A", "B"], |_| ());
    let unfiltered = source(&map, 5);
    let with = |change: fn(&mut pathlight::model::Filter)| {
        let mut source = unfiltered.clone();
        change(&mut source.filter);
        measure(&log, &map, &source)
    };

    // The first event counts although it is unmapped; the second journey makes the first a return.
    let january = with(|filter| {
        filter.from = Some("2024-01-01".to_owned());
        filter.to = Some("2024-01-02".to_owned());
    });
    assert_eq!((january.journeys.total, january.journeys.returned), (1, 1));
    assert_eq!(visits(&january), [1, 1]);
    assert_eq!(january.histogram.selected.iter().sum::<u64>(), 3);
    assert_eq!(january.histogram.all.iter().sum::<u64>(), 6);
    assert_eq!(january.selected_first, Some(time("2024-01-01 00:00")));

    let new = with(|filter| drop(filter.segments.insert("segment".to_owned(), ["new".to_owned()].into())));
    assert_eq!((new.journeys.total, visits(&new)), (1, vec![1, 1]));
    let old = with(|filter| drop(filter.segments.insert("segment".to_owned(), ["old".to_owned()].into())));
    assert_eq!(old.journeys.total, 2);

    let web = with(|filter| filter.channels = ["web".to_owned()].into());
    assert_eq!(web.journeys.total, 2, "Web is spelt otherwise");
    let phone = with(|filter| filter.channels = ["PHONE".to_owned(), "Web".to_owned()].into());
    assert_eq!(phone.customers, 2);
    let none = with(|filter| filter.channels = ["fax".to_owned()].into());
    assert_eq!((none.journeys.total, none.goal_rate), (0, None));

    let error = |change: fn(&mut pathlight::model::Filter)| {
        let mut source = unfiltered.clone();
        change(&mut source.filter);
        pathlight::measure::measure(&log, &map, &source, &Cancel::new()).unwrap_err()
    };
    assert_eq!(
        error(|filter| filter.from = Some("soon".to_owned())),
        MeasureError::BadDate("soon".to_owned())
    );
    assert_eq!(
        error(|filter| drop(filter.segments.insert("colour".to_owned(), ["red".to_owned()].into()))),
        MeasureError::NoSuchSegment("colour".to_owned())
    );
}

#[test]
fn dates_are_read_in_the_zone_of_the_source() {
    let log = log_of("customer,time,event\na,2024-01-01 21:30,A\n");
    let map = map(&["A"], |_| ());
    let mut source = source(&map, 5);
    source.filter.from = Some("2024-01-02".to_owned());
    assert_eq!(measure(&log, &map, &source).journeys.total, 0);
    source.read.timezone = Some("Europe/Istanbul".to_owned());
    assert_eq!(measure(&log, &map, &source).journeys.total, 1);
}

#[test]
fn a_channel_column_without_values_still_has_a_row_without_a_channel() {
    let map = map(&["A"], |_| ());
    let channels = |csv| measure(&log_of(csv), &map, &source(&map, 5)).touchpoints[0].channels.clone();
    let empty = channels("customer,time,event,channel\na,2024-01-01,A,\n");
    assert_eq!((empty.len(), &empty[0].channel, empty[0].visits), (1, &None, 1));
    assert!(channels("customer,time,event\na,2024-01-01,A\n").is_empty());
}

#[test]
fn several_agents_at_a_touchpoint() {
    let log = log_of(
        "customer,time,event,agent\na,2024-01-01,A,x\na,2024-01-02,A,\na,2024-01-03,A,y\n\
         b,2024-01-01,A,x\nb,2024-01-02,B,y\nc,2024-01-01,A,\n",
    );
    let map = map(&["A", "B"], |_| ());
    let measures = measure(&log, &map, &source(&map, 5));
    assert_eq!(fraction(at(&measures, &map, "A").several_agents), Some((1, 2)));
    assert_eq!(fraction(at(&measures, &map, "B").several_agents), Some((0, 1)));
}

#[test]
fn drop_off_looks_for_the_next_touchpoint_later_on() {
    let log = log_of(
        "customer,time,event\na,2024-01-01,B\na,2024-01-02,A\nb,2024-01-01,A\nb,2024-01-02,C\nb,2024-01-03,B\n\
         z,2025-01-01,C\n",
    );
    let map = map(&["A", "B", "C"], |_| ());
    let measures = measure(&log, &map, &source(&map, 5));
    let drops: Vec<_> = measures.touchpoints.iter().map(|of| of.drop_off).collect();
    assert_eq!(drops, [Some(0.5), Some(1.0), None]);
}

#[test]
fn pains() {
    let log = log_of(
        "customer,time,event,channel,score,sentiment,wait,text\n\
         a,2024-01-01,A,web,2,negative,60,Çok PAHALI\na,2024-01-02,A,app,3,neutral,61,\n\
         b,2024-01-01,A,web,,,10,not pahalı\nb,2024-01-02,B,web,,,,\n\
         c,2024-01-01,A,web,5,positive,900,fine\nc,2024-01-04,B,,,,,\n\
         d,2024-01-01,A,,1,,,\nz,2025-01-01,X,,,,,\n",
    );
    let mut map = map(&["A", "B"], |touchpoint| touchpoint.contact = touchpoint.id.0 == 2);
    let rules = [
        PainRule::WaitOver(60.0),
        PainRule::ScoreAtMost(2.0),
        PainRule::SentimentNegative,
        PainRule::ContactedAgain,
        PainRule::ChannelSwitch,
        PainRule::TextContains("pahalı".to_owned()),
        PainRule::EventName("a".to_owned()),
    ];
    let cards = rules.into_iter().zip(1..).map(|(rule, id)| Card {
        slot: id,
        ..Card::new(
            CardId(id),
            (LaneId(1), TouchpointId(1)),
            "",
            CardKind::Pain(Pain { rule: Some(rule), ..Pain::default() }),
        )
    });
    map.cards = cards.collect();
    let measures = measure(&log, &map, &source(&map, 5));
    let counts: Vec<_> = measures.pains.iter().map(|of| (of.visits, of.journeys)).collect();
    assert_eq!(counts, [(2, 2), (2, 2), (1, 1), (2, 2), (1, 1), (2, 2), (5, 4)]);
    assert!(measures.pains.iter().all(|of| of.share.unwrap().of == 4));
    // With the wait: a leaves at A, c goes on. Without: d leaves, b goes on.
    assert_eq!(measures.pains[0].exits_explained, Some(0.0));
    assert_eq!(measures.pains[0].risk_ratio.unwrap().0, 1.0);
    // Low score: both leave. Without: none does, and a ratio to nothing has no value.
    assert_eq!(measures.pains[1].exits_explained, Some(2.0));
    assert_eq!(measures.pains[1].risk_ratio, None);
    // Everybody has the last one: nobody to compare with.
    assert_eq!(measures.pains[6].exits_explained, None);
}

#[test]
fn surveys_have_satisfaction_and_no_paths() {
    let mut builder = LogBuilder::new(LogShape {
        score: true,
        is_survey: true,
        own_scales: vec![("NET".to_owned(), Scale { min: 0.0, max: 10.0 })],
        ..LogShape::default()
    });
    for (customer, name, score) in
        [("1", "Q1", 5.0), ("1", "NET", 10.0), ("2", "Q1", 2.0), ("2", "NET", 6.0), ("3", "NET", 9.0)]
    {
        builder.push(&RawEvent {
            customer,
            time: time("2017-05-01"),
            name,
            score: Some(score),
            ..RawEvent::default()
        });
    }
    let map = map(&["Q1", "Unasked"], |touchpoint| touchpoint.goal = true);
    let mut source = source(&map, 30);
    source.survey =
        Some(Survey { ratings: vec![Rating { column: "Q1".to_owned(), scale: None }], date: None });
    let measures = measure(&builder.finish(), &map, &source);
    assert!(measures.is_survey);
    assert_eq!((measures.journeys.total, measures.journeys.closed, measures.journeys.goal), (2, 0, 0));
    assert_eq!((measures.goal_rate, measures.bounce_rate), (None, None));
    assert!(measures.transitions.is_empty());
    let question = &measures.touchpoints[0];
    assert_eq!((question.visits, question.exit_rate, question.exits), (2, None, 0));
    assert_eq!(question.satisfaction.as_ref().unwrap().mean, 3.5);
    assert_eq!(measures.touchpoints[1].satisfaction, None);
    // Over all who answered, whether or not the question is on the map: two promoters, one detractor of three.
    close(measures.nps.unwrap(), 100.0 / 3.0);
}

#[test]
fn scores_on_two_scales_at_one_touchpoint_are_shown_on_the_commoner() {
    let mut builder = LogBuilder::new(LogShape {
        score: true,
        own_scales: vec![("ten".to_owned(), Scale { min: 0.0, max: 10.0 })],
        ..LogShape::default()
    });
    for (name, score) in [("five", 5.0), ("ten", 10.0), ("ten", 0.0)] {
        let time = time("2024-01-01");
        builder.push(&RawEvent { customer: "a", time, name, score: Some(score), ..RawEvent::default() });
    }
    let map = map(&["T"], |_| ());
    let source = Source { rules: vec![rule(Pattern::Glob("*".to_owned()), 1)], ..source(&map, 5) };
    let measures = measure(&builder.finish(), &map, &source);
    let satisfaction = measures.touchpoints[0].satisfaction.as_ref().unwrap();
    assert_eq!(satisfaction.scale, Scale { min: 0.0, max: 10.0 });
    assert_eq!(satisfaction.spread.as_ref().unwrap().distribution, [(0.0, 1), (10.0, 2)]);
    close(satisfaction.mean, 20.0 / 3.0);
    close(satisfaction.nps.unwrap(), 100.0 / 3.0);
    assert_eq!(measures.nps, Some(0.0), "only answers asked on 0–10");
}

#[test]
fn nothing_to_measure() {
    let map = map(&["A"], |_| ());
    let measures = measure(&EventLog::default(), &map, &source(&map, 5));
    assert_eq!((measures.events, measures.first, measures.observed_until), (0, None, None));
    assert_eq!(measures.touchpoints.len(), 1);
    let empty =
        measure(&log_of("customer,time,event\na,2024-01-01,A\n"), &JourneyMap::default(), &source(&map, 5));
    assert_eq!((empty.unmapped_events, empty.journeys.total), (1, 0));
}

#[test]
fn a_raised_flag_stops_it() {
    let cancel = Cancel::new();
    cancel.raise();
    let map = map(&["A"], |_| ());
    let result = pathlight::measure::measure(&EventLog::default(), &map, &source(&map, 5), &cancel);
    assert_eq!(result, Err(MeasureError::Cancelled(Cancelled)));
}
