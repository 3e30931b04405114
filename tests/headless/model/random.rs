//! Random edits of any kind, sensible and not. They are drawn as plain numbers and become an edit only in the
//! face of a map, so that most of them name records that are there and some name records that are not.

use pathlight::base::Scale;
use pathlight::model::check::check;
use pathlight::model::clip::{Chosen, Clip, ClipKind, Votes};
use pathlight::model::edit::{Beside, EditName, Flag, PasteTarget};
use pathlight::model::persona::Segments;
use pathlight::model::{
    AgendaItem, Ballot, CardId, CardKind, Channel, ChannelId, Curve, Edit, Emotion, EventRule, Evidence,
    Filter, JourneyMap, LaneId, LaneKind, MapKind, Opportunity, Pain, PainRule, Parked, Pattern, Period,
    Persona, PersonaId, Png, Side, SnapshotId, Source, SourceId, Span, StageId, Target, Thresholds,
    TouchpointId, TrendFigure,
};
use proptest::prelude::*;
use std::sync::Arc;

/// An edit to be: which kind, what text, and numbers to choose everything else by.
#[derive(Clone, Debug)]
pub struct Draw {
    kind: u8,
    text: String,
    numbers: Vec<u8>,
}

/// Kinds of edits without [`Edit::Batch`].
pub const KINDS: u8 = 79;

pub fn draw() -> impl Strategy<Value = Draw> {
    // Blanks, quotes, escapes, line ends, combining marks, brackets of the file's own syntax.
    let text = "[ a-cİıŁłş\"'\\\\\n\r\t#(){}:,\u{301}😀\u{0}]{0,9}";
    (0..KINDS, text, prop::collection::vec(any::<u8>(), 8)).prop_map(|(kind, text, numbers)| Draw {
        kind,
        text,
        numbers,
    })
}

impl Draw {
    /// The one of a kind, the same each time.
    pub fn of_kind(kind: u8) -> Self {
        Self { kind, text: "text".into(), numbers: vec![0; 8] }
    }

    /// The edit for a map.
    pub fn edit(&self, map: &JourneyMap) -> Edit {
        Chooser { map, text: &self.text, numbers: &self.numbers, next: 0.into() }.edit(self.kind)
    }
}

/// Several edits as one step.
pub fn batch(draws: &[Draw], map: &JourneyMap) -> Edit {
    let name = EditName { key: "model-edit-move-cards", count: draws.len() };
    Edit::Batch { name, edits: draws.iter().map(|draw| draw.edit(map)).collect() }
}

struct Chooser<'a> {
    map: &'a JourneyMap,
    text: &'a str,
    numbers: &'a [u8],
    next: std::cell::Cell<usize>,
}

impl Chooser<'_> {
    fn number(&self) -> usize {
        let next = self.next.replace(self.next.get() + 1);
        usize::from(self.numbers[next % self.numbers.len()])
    }

    fn small(&self) -> u8 {
        u8::try_from(self.number() % 8).expect("small")
    }

    fn flip(&self) -> bool {
        self.number().is_multiple_of(2)
    }

    /// One of the ids, or (one time in eight, or when there are none) one that was never given out.
    fn one_of<I: Copy>(&self, ids: impl Iterator<Item = I>, unknown: I) -> I {
        let ids: Vec<_> = ids.collect();
        let number = self.number();
        if ids.is_empty() || number % 8 == 7 { unknown } else { ids[number / 8 % ids.len()] }
    }

    fn stage(&self) -> StageId {
        self.one_of(self.map.stages.iter().map(|stage| stage.id), StageId(9999))
    }

    fn touchpoint(&self) -> TouchpointId {
        self.one_of(self.map.touchpoints.iter().map(|touchpoint| touchpoint.id), TouchpointId(9999))
    }

    fn lane(&self) -> LaneId {
        self.one_of(self.map.lanes.iter().map(|lane| lane.id), LaneId(9999))
    }

    fn card(&self) -> CardId {
        self.one_of(self.map.cards.iter().map(|card| card.id), CardId(9999))
    }

    fn persona(&self) -> PersonaId {
        self.one_of(self.map.personas.iter().map(|persona| persona.id), PersonaId(9999))
    }

    fn channel(&self) -> ChannelId {
        self.one_of(self.map.channels.iter().map(|channel| channel.id), ChannelId(9999))
    }

    fn source_id(&self) -> SourceId {
        self.one_of(self.map.sources.iter().map(|source| source.id), SourceId(9999))
    }

    fn snapshot(&self) -> SnapshotId {
        self.one_of(self.map.snapshots.iter().map(|snapshot| snapshot.id), SnapshotId(9999))
    }

    fn curve(&self) -> Curve {
        Curve::ALL[self.number() % 2]
    }

    /// −4 … 4.
    fn offset(&self) -> i32 {
        i32::try_from(self.number() % 9).expect("small") - 4
    }

    fn date(&self) -> String {
        let dates = ["2024-02-29", "2024-03-01T09:00:00Z", "", "yesterday"];
        dates[self.number() % dates.len()].to_owned()
    }

    fn parked(&self) -> Parked {
        Parked { text: self.text(), who: self.text(), when: self.date() }
    }

    fn cells(&self) -> Vec<Vec<String>> {
        let row = || (0..self.number() % 5).map(|_| if self.flip() { self.text() } else { "x\ny".into() });
        (0..self.number() % 5).map(|_| row().collect()).collect()
    }

    fn clip(&self) -> Clip {
        let mut chosen = Chosen::default();
        match self.number() % 4 {
            0 => chosen.stages.extend(self.some(|| self.stage())),
            1 => chosen.touchpoints.extend(self.some(|| self.touchpoint())),
            2 => chosen.lanes.extend(self.some(|| self.lane())),
            _ => chosen.cards.extend(self.some(|| self.card())),
        }
        let votes = if self.flip() { Votes::Keep } else { Votes::Drop };
        let cut = Clip::of(self.map, &chosen, votes);
        let clip = cut.unwrap_or_else(|| Clip { kind: ClipKind::Cards, map: JourneyMap::default() });
        assert_eq!(check(&clip.map), [], "what is cut out is a sound map");
        clip
    }

    fn beside(&self) -> Beside {
        match self.number() % 5 {
            0 => Beside::Nothing,
            1 => Beside::Stage(self.stage()),
            2 => Beside::Touchpoint(self.touchpoint()),
            3 => Beside::Lane(self.lane()),
            _ => Beside::Cell { lane: self.lane(), touchpoint: self.touchpoint() },
        }
    }

    fn paste_target(&self) -> PasteTarget {
        match self.number() % 4 {
            3 => PasteTarget::EmptyMap,
            0 => PasteTarget::Touchpoints { stage: self.stage(), at: self.number() % 5 },
            1 => PasteTarget::Stages { at: self.number() % 5 },
            _ => PasteTarget::Cells { lane: self.lane(), touchpoint: self.touchpoint() },
        }
    }

    fn some<I>(&self, one: impl Fn() -> I) -> Vec<I> {
        (0..self.number() % 4).map(|_| one()).collect()
    }

    fn text(&self) -> String {
        self.text.to_owned()
    }

    fn float(&self) -> f64 {
        let numbers = [0.0, -0.5, 0.1, 0.3, 1.0, 1.255, 7.5, f64::NAN, f64::INFINITY, -1e300];
        numbers[self.number() % numbers.len()]
    }

    fn card_kind(&self) -> CardKind {
        match self.number() % 7 {
            0 => CardKind::Pain(Pain {
                severity: self.small(),
                side: if self.flip() { Side::Customer } else { Side::Staff },
                frequency: self.flip().then(|| self.float()),
                rule: self.flip().then(|| PainRule::WaitOver(self.float())),
            }),
            1 => CardKind::Opportunity(Opportunity {
                impact: self.small(),
                effort: self.small(),
                owner: self.text(),
                due: self.text(),
            }),
            2 => CardKind::Quote { source: self.text() },
            3 => CardKind::Metric { value: self.text() },
            4 => CardKind::Thought,
            5 => CardKind::Image {
                png: Png::new([&b"\x89PNG\r\n\x1a\n"[..], self.text.as_bytes()].concat()).expect("a picture"),
                alt: self.text(),
            },
            _ => CardKind::Note,
        }
    }

    fn segments(&self) -> Segments {
        let one = || (self.text(), [self.text()].into());
        self.some(one).into_iter().collect()
    }

    fn target(&self) -> Target {
        let figures = TrendFigure::ALL;
        Target {
            figure: figures[self.number() % figures.len()],
            touchpoint: self.flip().then(|| self.touchpoint()),
            value: self.float(),
            by: self.date(),
        }
    }

    fn new_persona(&self) -> Persona {
        let emotion = || (self.touchpoint(), Emotion::new(self.float()));
        Persona {
            id: PersonaId(1),
            name: self.text(),
            quote: self.text(),
            emotions: self.some(emotion).into_iter().collect(),
            to_be: self.some(emotion).into_iter().collect(),
            segments: self.segments(),
        }
    }

    fn source(&self, id: SourceId) -> Source {
        let pattern = match self.number() % 8 {
            0 => Pattern::Regex("(".into()),
            1 => Pattern::Regex(r"^a\d+".into()),
            2 => Pattern::Glob(self.text()),
            3 => Pattern::Normalised(self.text()),
            _ => Pattern::Exact(self.text()),
        };
        let dates = [None, Some("2024-02-29"), Some("2024-03-01T09:00:00Z"), Some("yesterday")];
        let date = dates[self.number() / 3 % dates.len()].map(str::to_owned);
        Source {
            id,
            scale: self.flip().then(|| Scale { min: 0.0, max: self.float().abs() }),
            gap: Span(self.flip().then(|| i64::from(self.small()) * 500_000)),
            rules: self.some(|| EventRule {
                event: pattern.clone(),
                channel: None,
                touchpoint: self.touchpoint(),
            }),
            before: self
                .flip()
                .then(|| Period { from: "2023-01-01".into(), to: "2023-02-01T12:00:00Z".into() }),
            filter: Filter { from: date, ..Filter::default() },
            ..Source::of_file(self.text(), self.text())
        }
    }

    fn edit(&self, kind: u8) -> Edit {
        match kind {
            0 => Edit::SetTitle(self.text()),
            1 => Edit::SetMapKind(if self.flip() { MapKind::AsIs } else { MapKind::ToBe }),
            2 => Edit::SetDescription(self.text()),
            3 => match self.number() % 4 {
                0 => Edit::SetReviewed(self.flip().then(|| "2024-04-01".to_owned())),
                1 => Edit::SetThresholds(Thresholds { bounce: self.float(), ..Thresholds::default() }),
                2 => Edit::SetDismissed { finding: self.text(), why: self.flip().then(|| self.text()) },
                _ => Edit::SetSmallestGroup(self.small().into()),
            },
            4 => Edit::AddStage { name: self.text(), at: self.number() % 5 },
            5 => Edit::RenameStage { stage: self.stage(), name: self.text() },
            6 => Edit::MoveStage { stage: self.stage(), at: self.number() % 5 },
            7 => Edit::SetStagePalette { stage: self.stage(), palette: self.flip().then_some(3) },
            8 => Edit::RemoveStage { stage: self.stage() },
            9 => Edit::AddTouchpoint { stage: self.stage(), at: self.number() % 5, name: self.text() },
            10 => Edit::RenameTouchpoint { touchpoint: self.touchpoint(), name: self.text() },
            11 => Edit::MoveTouchpoints {
                touchpoints: self.some(|| self.touchpoint()),
                stage: self.stage(),
                at: self.number() % 5,
            },
            12 => {
                let flags = [Flag::Goal, Flag::Contact, Flag::MomentOfTruth];
                let flag = flags[self.number() % 3];
                Edit::SetFlag { touchpoint: self.touchpoint(), flag, on: self.flip() }
            }
            13 => Edit::SetChannels { touchpoint: self.touchpoint(), channels: self.some(|| self.channel()) },
            14 => Edit::SetOwner { touchpoint: self.touchpoint(), owner: self.text() },
            15 => Edit::SetTouchpointDescription { touchpoint: self.touchpoint(), description: self.text() },
            16 => Edit::RemoveTouchpoints { touchpoints: self.some(|| self.touchpoint()) },
            17 => Edit::SetEmotion {
                persona: self.persona(),
                curve: self.curve(),
                touchpoint: self.touchpoint(),
                emotion: self.flip().then(|| Emotion::new(self.float())),
            },
            18 => {
                let kind = LaneKind::ALL[self.number() % LaneKind::ALL.len()];
                Edit::AddLane { kind, name: self.text(), at: self.number() % 5 }
            }
            19 => Edit::RenameLane { lane: self.lane(), name: self.text() },
            20 => Edit::MoveLane { lane: self.lane(), at: self.number() % 5 },
            21 => Edit::SetLaneHidden { lane: self.lane(), hidden: self.flip() },
            22 => Edit::RemoveLane { lane: self.lane() },
            23 if self.flip() => Edit::PinCard {
                lane: LaneKind::Pains,
                touchpoint: self.touchpoint(),
                text: self.text(),
                kind: self.card_kind(),
                evidence: Evidence::Measured,
            },
            23 | 24 => Edit::AddCard {
                lane: self.lane(),
                touchpoint: self.touchpoint(),
                slot: self.number() % 5,
                text: self.text(),
                kind: self.card_kind(),
            },
            25 => Edit::SetCardText { card: self.card(), text: self.text() },
            26 => Edit::SetCardKind { card: self.card(), kind: self.card_kind() },
            27 => {
                Edit::SetEvidence { card: self.card(), evidence: self.flip().then_some(Evidence::Measured) }
            }
            28 => Edit::MoveCards {
                cards: self.some(|| self.card()),
                lane: self.lane(),
                touchpoint: self.touchpoint(),
                slot: self.number() % 5,
            },
            29 => Edit::RemoveCards { cards: self.some(|| self.card()) },
            30 => Edit::AddPersona(self.new_persona()),
            31 => Edit::SetPersona {
                persona: self.persona(),
                name: self.text(),
                quote: self.text(),
                segments: self.segments(),
            },
            32 => Edit::RemovePersona { persona: self.persona() },
            33 => Edit::AddChannel(Channel::new(ChannelId(1), self.text())),
            34 => Edit::SetChannel { channel: self.channel(), name: self.text(), color: None },
            35 => Edit::RemoveChannel { channel: self.channel() },
            36 => Edit::AddSource(self.source(SourceId(1))),
            37 => Edit::SetSource(self.source(self.source_id())),
            38 => Edit::RemoveSource { source: self.source_id() },
            39 => Edit::SetRolesOfTouchpoints {
                goals: self.some(|| self.touchpoint()),
                contacts: self.some(|| self.touchpoint()),
            },
            40 => Edit::SplitStage { touchpoint: self.touchpoint(), name: self.text() },
            41 => Edit::MergeStages { stages: self.some(|| self.stage()) },
            42 => Edit::DuplicateStage { stage: self.stage() },
            43 => Edit::MoveTouchpointsBy {
                touchpoints: self.some(|| self.touchpoint()),
                places: self.offset(),
            },
            44 => Edit::DuplicateTouchpoints { touchpoints: self.some(|| self.touchpoint()) },
            45 => Edit::SplitTouchpoint { touchpoint: self.touchpoint(), name: self.text() },
            46 => Edit::MergeTouchpoints { touchpoints: self.some(|| self.touchpoint()) },
            47 => Edit::SetTags {
                cards: self.some(|| self.card()),
                touchpoints: self.some(|| self.touchpoint()),
                tags: self.some(|| self.text()).into_iter().collect(),
            },
            48 => Edit::SetTag {
                cards: self.some(|| self.card()),
                touchpoints: self.some(|| self.touchpoint()),
                tag: self.text(),
                on: self.flip(),
            },
            49 => Edit::SetLanePinned { lane: self.lane(), pinned: self.flip() },
            50 => Edit::SetLaneCollapsed { lane: self.lane(), collapsed: self.flip() },
            51 => Edit::SetLanePersonas { lane: self.lane(), personas: self.some(|| self.persona()) },
            52 => Edit::DuplicateLane { lane: self.lane() },
            53 | 54 => Edit::SetSpan { card: self.card(), span: self.small().into() },
            55 => Edit::SetVotes { cards: self.some(|| self.card()), votes: self.small().into() },
            56 => Edit::SetCardColor {
                cards: self.some(|| self.card()),
                palette: self.flip().then_some(self.small()),
            },
            57 => Edit::DuplicateCards { cards: self.some(|| self.card()) },
            58 => Edit::MoveCardsBy {
                cards: self.some(|| self.card()),
                columns: self.offset(),
                lanes: self.offset(),
            },
            59 => Edit::PasteTable { cells: self.cells(), into: self.paste_target() },
            60 => Edit::TakeSnapshot { name: self.text(), made: self.date() },
            61 => Edit::RenameSnapshot { snapshot: self.snapshot(), name: self.text() },
            62 => Edit::RemoveSnapshot { snapshot: self.snapshot() },
            63 => Edit::RestoreSnapshot { snapshot: self.snapshot() },
            64 => Edit::SetAgenda(self.some(|| AgendaItem {
                name: self.text(),
                planned_minutes: self.small().into(),
                actual_seconds: self.small().into(),
            })),
            65 => Edit::SetGuess {
                team: self.text(),
                touchpoint: self.touchpoint(),
                exit_rate: self.flip().then(|| self.float()),
            },
            66 => Edit::RemoveGuesses { team: self.text() },
            67 => Edit::OpenVoting { votes_per_person: self.small().into() },
            68 => Edit::CastVotes(Ballot {
                name: self.text(),
                votes: self.some(|| (self.card(), u32::from(self.small()))).into_iter().collect(),
            }),
            69 => match self.number() % 2 {
                0 => Edit::RemoveBallot { name: self.text() },
                _ => Edit::CloseVoting,
            },
            70 => Edit::Park(self.parked()),
            71 => match self.number() % 2 {
                0 => Edit::SetParked { at: self.number() % 3, parked: self.parked() },
                _ => Edit::RemoveParked { at: self.number() % 3 },
            },
            72 => Edit::RenamePersona { persona: self.persona(), name: self.text() },
            73 => Edit::SetPersonaQuote { persona: self.persona(), quote: self.text() },
            75 => Edit::SetSelfService { channel: self.channel(), on: self.flip() },
            76 => match self.number() % 3 {
                0 => Edit::AddTarget(self.target()),
                1 => Edit::SetTarget { at: self.number() % 3, target: self.target() },
                _ => Edit::RemoveTarget { at: self.number() % 3 },
            },
            77 => Edit::SetWordMood {
                word: self.text(),
                mood: self.flip().then_some(self.offset().clamp(-6, 6) as i8),
            },
            74 => Edit::PasteClip { clip: Arc::new(self.clip()), beside: self.beside() },
            _ => {
                Edit::ParkedToCard { at: self.number() % 2, lane: self.lane(), touchpoint: self.touchpoint() }
            }
        }
    }
}
