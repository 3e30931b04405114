//! What a person can do to a map, as data. Each edit runs in one transaction and is one undo step
//! (or part of one, inside a gesture). How each is carried out is in `apply`.

use super::card::{CardKind, Evidence};
use super::check::Problem;
use super::clip::Clip;
use super::id::{CardId, ChannelId, LaneId, PersonaId, SnapshotId, SourceId, StageId, TouchpointId};
use super::lane::LaneKind;
use super::persona::{Curve, Emotion, Persona, Segments};
use super::records::{Channel, MapKind};
use super::review::{FindingSlide, Thresholds};
use super::source::Source;
use super::target::Target;
use super::workshop::{AgendaItem, Ballot, Parked};
use crate::base::Color;
use std::collections::BTreeSet;
use std::sync::Arc;

/// An intent to change the map. Positions (`at`) count from 0 and are clamped to the end.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Names the map.
    SetTitle(String),
    /// As-is or to-be.
    SetMapKind(MapKind),
    /// Describes the scenario.
    SetDescription(String),
    /// Sets the smallest count that leaves the program.
    SetSmallestGroup(u32),
    /// Sets what a figure should be by a day.
    AddTarget(Target),
    /// Changes a target.
    SetTarget { at: usize, target: Target },
    /// Removes a target.
    RemoveTarget { at: usize },
    /// Says how good or bad a word is, −5 … 5, or (none) leaves it to the word lists.
    SetWordMood { word: String, mood: Option<i8> },
    /// Says on which day the map was last reviewed, as `YYYY-MM-DD`.
    SetReviewed(Option<String>),
    /// Sets from where on signs need work.
    SetThresholds(Thresholds),
    /// Puts a finding aside and says why, or (none) brings it back.
    SetDismissed { finding: String, why: Option<String> },
    /// Gives a finding a slide, in place of the one that it has, or (none) takes its slide away.
    SetFindingSlide { finding: String, slide: Option<Box<FindingSlide>> },

    /// A new stage without touchpoints.
    AddStage { name: String, at: usize },
    /// Names a stage.
    RenameStage { stage: StageId, name: String },
    /// Moves a stage with its touchpoints.
    MoveStage { stage: StageId, at: usize },
    /// Sets a stage's colour as an index into the theme's palette.
    SetStagePalette { stage: StageId, palette: Option<u8> },
    /// Ends a touchpoint's stage before it; it and those after it go into a new stage.
    SplitStage { touchpoint: TouchpointId, name: String },
    /// Puts the touchpoints of all these stages into the first of them, in map order.
    MergeStages { stages: Vec<StageId> },
    /// A copy right after the stage, with touchpoints, cards and emotions.
    DuplicateStage { stage: StageId },
    /// Removes a stage with its touchpoints and all that hangs on them.
    RemoveStage { stage: StageId },

    /// A new touchpoint.
    AddTouchpoint { stage: StageId, at: usize, name: String },
    /// Names a touchpoint.
    RenameTouchpoint { touchpoint: TouchpointId, name: String },
    /// Moves touchpoints, in map order, to a place in a stage (counted without them).
    MoveTouchpoints { touchpoints: Vec<TouchpointId>, stage: StageId, at: usize },
    /// Moves touchpoints by places to the right (or, negative, left); the border of a stage is a place too.
    /// They are gathered at the foremost in the direction of the move.
    MoveTouchpointsBy { touchpoints: Vec<TouchpointId>, places: i32 },
    /// Copies with cards and emotions, in each stage after the last of those chosen there.
    DuplicateTouchpoints { touchpoints: Vec<TouchpointId> },
    /// A new touchpoint after this one, with its channels and owner; cards stay.
    SplitTouchpoint { touchpoint: TouchpointId, name: String },
    /// Brings all that hangs on these touchpoints to the first of them in map order: cards, channels, tags and
    /// rules are joined, emotions and guesses averaged.
    MergeTouchpoints { touchpoints: Vec<TouchpointId> },
    /// Sets one of a touchpoint's flags.
    SetFlag { touchpoint: TouchpointId, flag: Flag, on: bool },
    /// Sets the drawn channels.
    SetChannels { touchpoint: TouchpointId, channels: Vec<ChannelId> },
    /// Sets who answers for it.
    SetOwner { touchpoint: TouchpointId, owner: String },
    /// Describes it.
    SetTouchpointDescription { touchpoint: TouchpointId, description: String },
    /// Removes touchpoints with their cards, emotions and rules.
    RemoveTouchpoints { touchpoints: Vec<TouchpointId> },

    /// Replaces all tags of cards and touchpoints.
    SetTags { cards: Vec<CardId>, touchpoints: Vec<TouchpointId>, tags: BTreeSet<String> },
    /// Gives one tag to cards and touchpoints or takes it away.
    SetTag { cards: Vec<CardId>, touchpoints: Vec<TouchpointId>, tag: String, on: bool },

    /// Draws, moves or (none) removes a persona's emotion at a touchpoint.
    SetEmotion { persona: PersonaId, curve: Curve, touchpoint: TouchpointId, emotion: Option<Emotion> },

    /// A new lane.
    AddLane { kind: LaneKind, name: String, at: usize },
    /// Names a lane; empty = the kind's usual name.
    RenameLane { lane: LaneId, name: String },
    /// Moves a lane.
    MoveLane { lane: LaneId, at: usize },
    /// Hides or shows a lane.
    SetLaneHidden { lane: LaneId, hidden: bool },
    /// Keeps a lane in sight while scrolling, or not.
    SetLanePinned { lane: LaneId, pinned: bool },
    /// Draws only a lane's heading, or all of it.
    SetLaneCollapsed { lane: LaneId, collapsed: bool },
    /// Chooses whose curves an emotion lane shows; empty = the shown persona's.
    SetLanePersonas { lane: LaneId, personas: Vec<PersonaId> },
    /// A copy right below the lane, with its cards.
    DuplicateLane { lane: LaneId },
    /// Removes a lane with its cards.
    RemoveLane { lane: LaneId },

    /// A new card; the slot is clamped to the cell's end.
    AddCard { lane: LaneId, touchpoint: TouchpointId, slot: usize, text: String, kind: CardKind },
    /// A new card at the end of a touchpoint's cell in the first lane of a kind; the lane is made where there is none, and
    /// seen where it was not.
    PinCard { lane: LaneKind, touchpoint: TouchpointId, text: String, kind: CardKind, evidence: Evidence },
    /// Sets what a card says.
    SetCardText { card: CardId, text: String },
    /// Sets a card's kind with its fields.
    SetCardKind { card: CardId, kind: CardKind },
    /// Grades a card.
    SetEvidence { card: CardId, evidence: Option<Evidence> },
    /// Lets a card cover so many touchpoints to its right, at most to the end of the map.
    SetSpan { card: CardId, span: u32 },
    /// Sets the votes of cards.
    SetVotes { cards: Vec<CardId>, votes: u32 },
    /// Colours cards with an index into the theme's stage palette; none = by kind.
    SetCardColor { cards: Vec<CardId>, palette: Option<u8> },
    /// A copy right below each card, without its votes.
    DuplicateCards { cards: Vec<CardId> },
    /// Moves cards by touchpoints to the right and by lanes that hold cards downwards, at most until one of
    /// them meets the edge of the map; they keep their places to each other and join their new cells at the end.
    MoveCardsBy { cards: Vec<CardId>, columns: i32, lanes: i32 },
    /// Moves cards, in the given order, to a place in a cell (counted without them).
    MoveCards { cards: Vec<CardId>, lane: LaneId, touchpoint: TouchpointId, slot: usize },
    /// Removes cards.
    RemoveCards { cards: Vec<CardId> },

    /// A new persona; its id is replaced by a fresh one.
    AddPersona(Persona),
    /// Sets name, quote and segments; drawn emotions stay as they are.
    SetPersona { persona: PersonaId, name: String, quote: String, segments: Segments },
    /// Names a persona.
    RenamePersona { persona: PersonaId, name: String },
    /// Sets the sentence that characterises a persona.
    SetPersonaQuote { persona: PersonaId, quote: String },
    /// Removes a persona with the drawn emotions.
    RemovePersona { persona: PersonaId },

    /// A new channel; its id is replaced by a fresh one.
    AddChannel(Channel),
    /// Names and colours a channel.
    SetChannel { channel: ChannelId, name: String, color: Option<Color> },
    /// Says whether customers help themselves in a channel.
    SetSelfService { channel: ChannelId, on: bool },
    /// Removes a channel, also from all touchpoints.
    RemoveChannel { channel: ChannelId },

    /// A new data source; its id is replaced by a fresh one.
    AddSource(Source),
    /// Replaces the description of the source with the same id.
    SetSource(Source),
    /// Forgets a source.
    RemoveSource { source: SourceId },
    /// Sets the goal and contact flags of all touchpoints at once.
    SetRolesOfTouchpoints { goals: Vec<TouchpointId>, contacts: Vec<TouchpointId> },

    /// Puts a pasted table on the map; see [`PasteTarget`]. Empty cells make nothing.
    PasteTable { cells: Vec<Vec<String>>, into: PasteTarget },
    /// Puts what was copied from a map on this one. Touchpoints go behind the one beside, stages behind its stage,
    /// lanes below its lane, cards to the right of it, into lanes of their kind or all into the lane beside.
    PasteClip { clip: Arc<Clip>, beside: Beside },

    /// Keeps the map as it is now under a name; `made` is an ISO date or time.
    TakeSnapshot { name: String, made: String },
    /// Names a snapshot.
    RenameSnapshot { snapshot: SnapshotId, name: String },
    /// Forgets a snapshot.
    RemoveSnapshot { snapshot: SnapshotId },
    /// Makes the map what it was; all snapshots stay.
    RestoreSnapshot { snapshot: SnapshotId },

    /// Replaces the agenda.
    SetAgenda(Vec<AgendaItem>),
    /// Sets or (none) takes back a team's guess of an exit rate, 0…1; the room as a whole has no name.
    SetGuess { team: String, touchpoint: TouchpointId, exit_rate: Option<f64> },
    /// Forgets all guesses of a team.
    RemoveGuesses { team: String },
    /// Begins a new vote; ballots of an earlier one are gone.
    OpenVoting { votes_per_person: u32 },
    /// One person's dots, instead of those they cast before.
    CastVotes(Ballot),
    /// Takes a person's dots back.
    RemoveBallot { name: String },
    /// Ends the vote and adds the dots to the cards.
    CloseVoting,
    /// Adds to the parking lot.
    Park(Parked),
    /// Changes a place of the parking lot.
    SetParked { at: usize, parked: Parked },
    /// Removes from the parking lot.
    RemoveParked { at: usize },
    /// Turns what is parked into a card at the end of a cell.
    ParkedToCard { at: usize, lane: LaneId, touchpoint: TouchpointId },

    /// Several edits as one step; none of them happens when one fails.
    Batch { name: EditName, edits: Vec<Edit> },
}

/// Where a pasted table goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasteTarget {
    /// A list (one column or one row) becomes touchpoints at a place of a stage. Two columns are stage and
    /// touchpoint: names of stages on the map are found again, others become stages after the target.
    /// In a wider table the first row are touchpoints and the rows below it the lanes that hold cards, from the
    /// top, as far as there are any, then new lanes for notes.
    Touchpoints { stage: StageId, at: usize },
    /// A list becomes stages; two columns are stage and touchpoint. A wider table comes with a new stage for its
    /// touchpoints.
    Stages { at: usize },
    /// As into a new stage at the end of the map; two columns are stage and touchpoint.
    EmptyMap,
    /// A column becomes cards of one cell; a wider table goes on to the right, and row by row to the lanes below
    /// that hold cards; what finds no touchpoint or lane any more joins the last. Each line is a card.
    Cells { lane: LaneId, touchpoint: TouchpointId },
}

/// What is selected where something is pasted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Beside {
    /// Nothing that has a place.
    #[default]
    Nothing,
    /// A stage.
    Stage(StageId),
    /// A touchpoint.
    Touchpoint(TouchpointId),
    /// A lane.
    Lane(LaneId),
    /// The place of a card.
    Cell {
        /// Row.
        lane: LaneId,
        /// Column.
        touchpoint: TouchpointId,
    },
}

impl Beside {
    /// The row.
    #[must_use]
    pub const fn lane(self) -> Option<LaneId> {
        match self {
            Self::Lane(lane) | Self::Cell { lane, .. } => Some(lane),
            Self::Nothing | Self::Stage(_) | Self::Touchpoint(_) => None,
        }
    }
}

/// Flags of a touchpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Flag {
    /// Here the journey has succeeded.
    Goal,
    /// Here the customer asks for help.
    Contact,
    /// This touchpoint decides.
    MomentOfTruth,
}

/// What an undo step is called; the words are made in the user's language where it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditName {
    /// Message key, such as `model-edit-move-cards`.
    pub key: &'static str,
    /// How many things it touched, for the plural.
    pub count: usize,
}

/// Why an edit could not be carried out; the map is as before.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// A record that the edit names is not there (any more).
    #[error("there is no {kind} {id}")]
    Missing {
        /// Kind of record.
        kind: &'static str,
        /// Its id as shown.
        id: String,
    },
    /// Cards can't be put into a lane that holds none.
    #[error("lane {0} holds no cards")]
    LaneWithoutCards(LaneId),
    /// Only emotion lanes show curves of chosen personas.
    #[error("lane {0} shows no emotions")]
    LaneWithoutCurves(LaneId),
    /// There is no vote in which dots could be cast or counted.
    #[error("no vote is open; open one first")]
    VotingClosed,
    /// More dots than a person has.
    #[error("{name} has {allowed} votes but cast {cast}; take some back")]
    TooManyVotes {
        /// Who voted.
        name: String,
        /// Dots cast.
        cast: u32,
        /// Dots a person has.
        allowed: u32,
    },
    /// A place of the parking lot that is not there.
    #[error("nothing is parked at place {0}")]
    NothingParked(usize),
    /// A place of the list of targets that is not there.
    #[error("there is no target at place {0}")]
    NoTarget(usize),
    /// A value that no map may hold, such as a scale whose lowest score is not below its highest.
    #[error("{0}")]
    Invalid(Problem),
    /// The map has used up its id numbers.
    #[error("the map has no free ids left")]
    OutOfIds,
}

/// What an edit made, for callers that go on with it (select it, edit its text).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Created {
    /// A stage.
    Stage(StageId),
    /// A touchpoint.
    Touchpoint(TouchpointId),
    /// A lane.
    Lane(LaneId),
    /// A card.
    Card(CardId),
    /// A persona.
    Persona(PersonaId),
    /// A channel.
    Channel(ChannelId),
    /// A source.
    Source(SourceId),
    /// A snapshot.
    Snapshot(SnapshotId),
}
