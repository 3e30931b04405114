//! The integrity check finds what is wrong, says where, and says nothing about a sound map.

use super::sample;
use pathlight::base::Scale;
use pathlight::model::check::check;
use pathlight::model::{
    Ballot, CardId, CardKind, ChannelId, Emotion, JourneyMap, LaneId, Opportunity, Pain, Parked, Pattern,
    PersonaId, Record, Snapshot, SnapshotId, Span, StageId, Table, TouchpointId, Voting,
};

/// A table with each record changed.
fn changed<R: Record>(table: &Table<R>, change: impl Fn(&mut R)) -> Table<R> {
    let records = table.iter().cloned();
    records
        .map(|mut record| {
            change(&mut record);
            record
        })
        .collect()
}

/// The problems of the sample map after it was broken in some way, as shown to people.
fn problems(break_it: impl FnOnce(&mut JourneyMap)) -> Vec<String> {
    let mut map = sample::map();
    break_it(&mut map);
    check(&map).iter().map(ToString::to_string).collect()
}

#[track_caller]
fn finds(place: &str, message: &str, break_it: impl FnOnce(&mut JourneyMap)) {
    let found = problems(break_it);
    let is_it = |text: &&String| text.starts_with(place) && text.contains(message);
    assert_eq!(found.iter().filter(is_it).count(), 1, "{found:#?}");
}

#[test]
fn a_map_made_by_edits_is_sound() {
    assert_eq!(problems(|_| ()), Vec::<String>::new());
    assert_eq!(check(&JourneyMap::default()), []);
}

#[test]
fn order_lists() {
    finds("order of stages", "names s77, which is not in the map", |map| map.about.stages.push(StageId(77)));
    finds("order of stages", "names s1 more than once", |map| map.about.stages.push(StageId(1)));
    finds("order of stages", "does not name s2", |map| map.about.stages.truncate(1));
    finds("order of lanes", "does not name l6", |map| map.about.lanes.retain(|id| id.0 != 6));
    finds("order of personas", "names p88", |map| map.about.personas.push(PersonaId(88)));
}

#[test]
fn stages_and_touchpoints() {
    finds("touchpoint t5 “Dzwoni”", "is in no stage", |map| {
        map.stages = changed(&map.stages, |stage| stage.touchpoints.retain(|id| id.0 != 5));
    });
    finds("touchpoint t3 “Sees”", "more than once by stages (s1, s2)", |map| {
        map.stages = changed(&map.stages, |stage| {
            if stage.id.0 == 2 {
                stage.touchpoints.push(TouchpointId(3));
            }
        });
    });
    finds("stage s1 “Satın alma”", "names t66", |map| {
        map.stages = changed(&map.stages, |stage| {
            if stage.id.0 == 1 {
                stage.touchpoints.push(TouchpointId(66));
            }
        });
    });
    let with_channels = |ids: &'static [u32]| {
        move |map: &mut JourneyMap| {
            map.touchpoints = changed(&map.touchpoints, |touchpoint| {
                if touchpoint.id.0 == 5 {
                    touchpoint.channels = ids.iter().copied().map(ChannelId).collect();
                }
            });
        }
    };
    finds("touchpoint t5", "names n12 more than once", with_channels(&[12, 12]));
    finds("touchpoint t5", "names n55, which is not in the map", with_channels(&[12, 55]));
    finds("persona p14 “Irena, 34”", "names t44", |map| {
        map.personas = changed(&map.personas, |persona| {
            persona.emotions.extend([(TouchpointId(44), Emotion::new(1.0))])
        });
    });
}

#[test]
fn ids() {
    finds("data source d15 “shop.csv”", "set next_id above 15", |map| map.about.next_id = 15);
    finds("card c6 “Asks twice”", "has the same number as lane l6", |map| {
        map.cards = changed(&map.cards, |card| {
            if card.id.0 == 10 {
                card.id = CardId(6);
            }
        });
    });
}

#[test]
fn cards() {
    let card = |id: u32, change: fn(&mut pathlight::model::Card)| {
        move |map: &mut JourneyMap| {
            map.cards = changed(&map.cards, |card| {
                if card.id.0 == id {
                    change(card);
                }
            });
        }
    };
    finds("card c11", "is in lane l6, which holds no cards", card(11, |card| card.lane = LaneId(6)));
    finds("card c11", "names l99", card(11, |card| card.lane = LaneId(99)));
    finds("card c11", "names t99", card(11, |card| card.touchpoint = TouchpointId(99)));
    finds("card c9", "is in slot 2 where 1 is next", card(9, |card| card.slot = 2));
    finds("card c", "is in slot 0 where 1 is next", card(9, |card| card.slot = 0));
    finds("card c11", "is in slot 7 where 0 is next", card(11, |card| card.slot = 7));
    let pain = |change: fn(&mut Pain)| {
        let mut pain = Pain::default();
        change(&mut pain);
        move |map: &mut JourneyMap| {
            map.cards = changed(&map.cards, |card| {
                if card.id.0 == 9 {
                    card.kind = CardKind::Pain(pain.clone());
                }
            });
        }
    };
    finds("card c9", "has severity 6; use 1 to 5", pain(|pain| pain.severity = 6));
    finds("card c9", "has severity 0", pain(|pain| pain.severity = 0));
    finds("card c9", "has frequency 1.5", pain(|pain| pain.frequency = Some(1.5)));
    finds("card c9", "has frequency NaN", pain(|pain| pain.frequency = Some(f64::NAN)));
    let opportunity = |card: &mut pathlight::model::Card| {
        card.kind = CardKind::Opportunity(Opportunity { impact: 9, ..Opportunity::default() });
    };
    finds("card c11", "has impact 9", card(11, opportunity));
}

#[test]
fn sources() {
    let source = |change: fn(&mut pathlight::model::Source)| {
        move |map: &mut JourneyMap| map.sources = changed(&map.sources, change)
    };
    let place = "data source d15 “shop.csv”";
    finds(place, "scale from 5 to 1", source(|s| s.scale = Some(Scale { min: 5.0, max: 1.0 })));
    finds(place, "scale from 0 to NaN", source(|s| s.scale = Some(Scale { min: 0.0, max: f64::NAN })));
    finds(place, "has a gap that can't be written", source(|s| s.gap = Span(Some(1))));
    finds(place, "has an open time that can't be written", source(|s| s.open = Span(Some(-1_000_000))));
    finds(place, "from “yesterday”, which is no date", source(|s| s.filter.from = Some("yesterday".into())));
    finds(place, "to “2023-02-29”", source(|s| s.filter.to = Some("2023-02-29".into())));
    finds(place, "observed_until “31.12.2024”", source(|s| s.observed_until = Some("31.12.2024".into())));
    finds(place, "pattern “a(b”", source(|s| s.rules[0].event = Pattern::Regex("a(b".into())));
    finds(place, "names t90, which", source(|s| s.rules[0].touchpoint = TouchpointId(90)));
}

#[test]
fn long_names_are_cut_in_places() {
    let found = problems(|map| {
        map.touchpoints =
            changed(&map.touchpoints, |touchpoint| touchpoint.name = "ş".repeat(500) + "\nsecond");
        map.stages = changed(&map.stages, |stage| stage.touchpoints.clear());
    });
    assert_eq!(found.len(), 3);
    assert!(
        found[0].starts_with(&format!("touchpoint t3 “{}…”: is in no stage", "ş".repeat(40))),
        "{}",
        found[0]
    );
}

#[test]
fn spans_lanes_and_hopes() {
    finds("card c11", "covers 1 touchpoints to its right, but there are 0", |map| {
        map.cards = changed(&map.cards, |card| card.span = u32::from(card.id.0 == 11));
    });
    finds("lane l7", "names personas but shows no emotions", |map| {
        map.lanes = changed(&map.lanes, |lane| {
            if lane.id.0 == 7 {
                lane.personas = vec![PersonaId(14)];
            }
        });
    });
    finds("lane l6", "names p88, which", |map| {
        map.lanes = changed(&map.lanes, |lane| {
            if lane.id.0 == 6 {
                lane.personas = vec![PersonaId(88)];
            }
        });
    });
    finds("persona p14", "names t44", |map| {
        map.personas = changed(&map.personas, |persona| {
            persona.to_be.insert(TouchpointId(44), Emotion::new(1.0));
        });
    });
}

#[test]
fn workshops() {
    let guesses = |touchpoint, rate: f64| {
        move |map: &mut JourneyMap| {
            map.workshop.guesses.insert("A".into(), [(TouchpointId(touchpoint), rate)].into());
        }
    };
    finds("workshop (guesses)", "names t44", guesses(44, 0.5));
    finds("workshop (guesses)", "a guess of 1.5 for t3", guesses(3, 1.5));
    finds("workshop (guesses)", "a guess of NaN for t3", guesses(3, f64::NAN));
    let ballots = |ballots: &[(&str, u32, u32)]| {
        let ballot = |&(name, card, votes): &(&str, u32, u32)| Ballot {
            name: name.to_owned(),
            votes: [(CardId(card), votes)].into(),
        };
        let ballots = ballots.iter().map(ballot).collect();
        move |map: &mut JourneyMap| {
            map.workshop.voting = Some(Voting { votes_per_person: 3, open: true, ballots });
        }
    };
    finds("workshop (voting)", "two ballots of “Ola”", ballots(&[("Ola", 9, 1), ("Ola", 9, 1)]));
    finds("workshop (voting)", "has 4 votes of “Ola”, but a person has 3", ballots(&[("Ola", 9, 4)]));
    finds("workshop (voting)", "with 0 votes for c9", ballots(&[("Ola", 9, 0)]));
    finds("workshop (voting)", "names c77", ballots(&[("Ola", 77, 1)]));
    finds("the parked thought", "when “soon”", |map| {
        map.workshop.parking = vec![Parked { when: "soon".into(), ..Parked::default() }];
    });
}

#[test]
fn snapshots() {
    let with = |change: fn(&mut Snapshot)| {
        move |map: &mut JourneyMap| {
            let inside = Box::new(map.without_snapshots());
            let made = "2026-01-31".to_owned();
            let mut snapshot = Snapshot { id: SnapshotId(16), name: "then".into(), made, map: inside };
            change(&mut snapshot);
            map.about.next_id = 17;
            map.snapshots = [snapshot].into_iter().collect();
        }
    };
    assert_eq!(problems(with(|_| ())), Vec::<String>::new());
    let place = "snapshot v16 “then”";
    finds(place, "made “then”, which is no date", with(|snapshot| snapshot.made = "then".into()));
    finds(place, "is older than ids in its map", with(|snapshot| snapshot.map.about.next_id = 17));
    finds(
        place,
        "holds snapshots itself",
        with(|snapshot| {
            let inner = snapshot.clone();
            snapshot.map.snapshots = [inner].into_iter().collect();
        }),
    );
    finds(
        "snapshot v16, order of stages",
        "names s77",
        with(|snapshot| {
            snapshot.map.about.stages.push(StageId(77));
        }),
    );
}
