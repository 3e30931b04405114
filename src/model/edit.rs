//! What a person can do to a map, as data. Each edit runs in one transaction and is one undo step
//! (or part of one, inside a gesture). How each is carried out is in `apply`.

use super::card::{CardKind, Evidence};
use super::check::Problem;
use super::id::{CardId, ChannelId, LaneId, PersonaId, SourceId, StageId, TouchpointId};
use super::persona::{Emotion, Persona};
use super::records::{Channel, LaneKind, MapKind};
use super::source::Source;
use crate::base::Color;

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

    /// A new stage without touchpoints.
    AddStage { name: String, at: usize },
    /// Names a stage.
    RenameStage { stage: StageId, name: String },
    /// Moves a stage with its touchpoints.
    MoveStage { stage: StageId, at: usize },
    /// Sets a stage's colour as an index into the theme's palette.
    SetStagePalette { stage: StageId, palette: Option<u8> },
    /// Removes a stage with its touchpoints and all that hangs on them.
    RemoveStage { stage: StageId },

    /// A new touchpoint.
    AddTouchpoint { stage: StageId, at: usize, name: String },
    /// Names a touchpoint.
    RenameTouchpoint { touchpoint: TouchpointId, name: String },
    /// Moves touchpoints, in map order, to a place in a stage (counted without them).
    MoveTouchpoints { touchpoints: Vec<TouchpointId>, stage: StageId, at: usize },
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

    /// Draws, moves or (none) removes a persona's emotion at a touchpoint.
    SetEmotion { persona: PersonaId, touchpoint: TouchpointId, emotion: Option<Emotion> },

    /// A new lane.
    AddLane { kind: LaneKind, name: String, at: usize },
    /// Names a lane; empty = the kind's usual name.
    RenameLane { lane: LaneId, name: String },
    /// Moves a lane.
    MoveLane { lane: LaneId, at: usize },
    /// Hides or shows a lane.
    SetLaneHidden { lane: LaneId, hidden: bool },
    /// Removes a lane with its cards.
    RemoveLane { lane: LaneId },

    /// A new card; the slot is clamped to the cell's end.
    AddCard { lane: LaneId, touchpoint: TouchpointId, slot: usize, text: String, kind: CardKind },
    /// Sets what a card says.
    SetCardText { card: CardId, text: String },
    /// Sets a card's kind with its fields.
    SetCardKind { card: CardId, kind: CardKind },
    /// Grades a card.
    SetEvidence { card: CardId, evidence: Option<Evidence> },
    /// Moves cards, in the given order, to a place in a cell (counted without them).
    MoveCards { cards: Vec<CardId>, lane: LaneId, touchpoint: TouchpointId, slot: usize },
    /// Removes cards.
    RemoveCards { cards: Vec<CardId> },

    /// A new persona; its id is replaced by a fresh one.
    AddPersona(Persona),
    /// Sets name, quote and segment; drawn emotions stay as they are.
    SetPersona { persona: PersonaId, name: String, quote: String, segment: Option<(String, String)> },
    /// Removes a persona with the drawn emotions.
    RemovePersona { persona: PersonaId },

    /// A new channel; its id is replaced by a fresh one.
    AddChannel(Channel),
    /// Names and colours a channel.
    SetChannel { channel: ChannelId, name: String, color: Option<Color> },
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

    /// Several edits as one step; none of them happens when one fails.
    Batch { name: EditName, edits: Vec<Edit> },
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
}
