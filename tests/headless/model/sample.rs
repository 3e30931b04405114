//! A small map with every kind of record, in three languages, made through edits alone.

use pathlight::base::Scale;
use pathlight::model::edit::{Created, Flag};
use pathlight::model::{
    CardKind, Channel, ChannelId, DateOrder, Document, Edit, Emotion, EventRule, Evidence, Filter,
    JourneyMap, JourneyStatus, LaneKind, Opportunity, Pain, PainRule, Pattern, Period, Persona, PersonaId,
    Rating, ReadOptions, Roles, Side, Source, Span, Survey,
};
use std::collections::{BTreeMap, BTreeSet};

/// Carries an edit out that must succeed and make something.
pub fn make(document: &mut Document, edit: Edit) -> Created {
    document.edit(&edit).expect("edit").expect("something made")
}

/// Two stages (s1 with t3, t4; s2 with t5), lanes, cards, a persona, channels, and a source with rules.
pub fn document() -> Document {
    let mut document = Document::new_unsaved(JourneyMap::default());
    let d = &mut document;
    d.edit(&Edit::SetTitle("İade isteği – zwrot zamówienia".into())).expect("title");
    d.edit(&Edit::SetDescription("First line, it's \"quoted\"\nsecond line \\ łódź".into())).expect("text");
    let Created::Stage(buy) = make(d, Edit::AddStage { name: "Satın alma".into(), at: 0 }) else { panic!() };
    let Created::Stage(help) = make(d, Edit::AddStage { name: "Pomoc".into(), at: 9 }) else { panic!() };
    let mut touchpoint = |stage, name: &str| {
        let Created::Touchpoint(id) = make(d, Edit::AddTouchpoint { stage, at: 99, name: name.into() })
        else {
            panic!()
        };
        id
    };
    let (sees, pays, calls) = (touchpoint(buy, "Sees"), touchpoint(buy, "Öder"), touchpoint(help, "Dzwoni"));
    for (touchpoint, flag) in [(pays, Flag::Goal), (calls, Flag::Contact), (pays, Flag::MomentOfTruth)] {
        d.edit(&Edit::SetFlag { touchpoint, flag, on: true }).expect("flag");
    }
    let mut lane = |kind| {
        let Created::Lane(id) = make(d, Edit::AddLane { kind, name: String::new(), at: 99 }) else {
            panic!()
        };
        id
    };
    let (_, pains, ideas) = (lane(LaneKind::Emotion), lane(LaneKind::Pains), lane(LaneKind::Opportunities));
    let pain = CardKind::Pain(Pain {
        severity: 4,
        side: Side::Staff,
        frequency: Some(0.25),
        rule: Some(PainRule::WaitOver(450.5)),
    });
    let mut card = |lane, text: &str, kind: &CardKind| {
        let edit = Edit::AddCard { lane, touchpoint: calls, slot: 0, text: text.into(), kind: kind.clone() };
        let Created::Card(id) = make(d, edit) else { panic!() };
        id
    };
    card(pains, "Czeka zbyt długo", &pain);
    let second = card(pains, "Asks twice", &CardKind::Note);
    let idea = Opportunity { owner: "Ayşe".into(), due: "2025-01-31".into(), ..Opportunity::default() };
    card(ideas, "Call back", &CardKind::Opportunity(idea));
    d.edit(&Edit::SetEvidence { card: second, evidence: Some(Evidence::Quoted) }).expect("evidence");
    let channel = |name: &str, color| Edit::AddChannel(Channel { color, ..Channel::new(ChannelId(0), name) });
    let Created::Channel(web) = make(d, channel("Web", Some("#4F46E5".parse().expect("colour")))) else {
        panic!()
    };
    let Created::Channel(phone) = make(d, channel("Telefon", None)) else { panic!() };
    d.edit(&Edit::SetChannels { touchpoint: calls, channels: vec![phone, web] }).expect("channels");
    let emotions = [(sees, 1.0), (calls, -1.25)].map(|(touchpoint, value)| (touchpoint, Emotion::new(value)));
    make(
        d,
        Edit::AddPersona(Persona {
            quote: "'Just' tell me".into(),
            emotions: emotions.into(),
            segments: [("segment".to_owned(), ["returning".to_owned()].into())].into(),
            ..Persona::new(PersonaId(0), "Irena, 34")
        }),
    );
    let rule = |event, channel: Option<&str>, touchpoint| EventRule {
        event,
        channel: channel.map(Into::into),
        touchpoint,
    };
    make(
        d,
        Edit::AddSource(Source {
            read: ReadOptions {
                delimiter: Some('\t'),
                decimal: Some(','),
                date_order: Some(DateOrder::Dmy),
                ..ReadOptions::default()
            },
            roles: Roles {
                customer: Some("müşteri no".into()),
                segments: vec!["ülke".into()],
                ..Roles::default()
            },
            survey: Some(Survey {
                ratings: vec![Rating { column: "Q7".into(), scale: Some(Scale { min: 0.0, max: 10.0 }) }],
                date: Some("2024-05-01".into()),
            }),
            scale: Some(Scale::ONE_TO_FIVE),
            missing: BTreeMap::from([("*".into(), BTreeSet::from(["n/a".into()]))]),
            gap: Span(None),
            observed_until: Some("2024-06-30T23:59:59Z".into()),
            rules: vec![
                rule(Pattern::Exact("view".into()), None, sees),
                rule(Pattern::Glob("pay*".into()), Some("web"), pays),
                rule(Pattern::Regex(r"^call\d+".into()), None, calls),
            ],
            filter: Filter {
                from: Some("2024-01-01".into()),
                statuses: [JourneyStatus::Left].into(),
                ..Filter::default()
            },
            before: Some(Period { from: "2023-10-01".into(), to: "2024-01-01".into() }),
            ..Source::of_file("shop.csv", "data/shop.csv")
        }),
    );
    document
}

/// The map of [`document`].
pub fn map() -> JourneyMap {
    document().map().clone()
}
