//! Which journeys a figure of the map counts: told by the figure's definition, so that it holds for any filter.

use super::customer::find;
use super::pseudonym::Pseudonyms;
use super::walk::{Passage, fold_journeys};
use super::{Inputs, JourneySet};
use crate::base::{Cancel, Cancelled};
use crate::events::EventLog;
use crate::measure::{MeasureError, Rated, Visit};
use crate::model::{CardId, JourneyStatus, TouchpointId, TrendFigure};

/// A figure, as far as its journeys are concerned. Of journeys that were found otherwise, the set itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Behind {
    /// All journeys that the filter selects.
    #[default]
    All,
    /// These.
    Set(JourneySet),
    /// Those of these that a figure counts, whether the filter selects them or not: an earlier range of time has its own.
    Among(JourneySet, Box<Behind>),
    /// What a figure counts over the range of time that the map compares with.
    Earlier(Box<Behind>),
    /// The journeys of the customer with this id or pseudonym.
    Customer(String),
    /// Those that have waited long enough after their last event.
    Closed,
    /// Those that stand like this.
    Status(JourneyStatus),
    /// Those of the goal rate: closed, and with a goal.
    ClosedGoal,
    /// Closed without a goal.
    Exits,
    /// Closed without a goal, with one visit alone.
    Bounced,
    /// Those that visit both touchpoints.
    Both(TouchpointId, TouchpointId),
    /// Those that begin at a touchpoint.
    EnteredAt(TouchpointId),
    /// With a visit in a channel; none = in no known one.
    Channel(Option<String>),
    /// Those with a contact that was followed by another within seven days.
    ContactedAgain,
    /// Those with a contact of which that can be said.
    ContactsJudged,
    /// What is counted at a touchpoint.
    At(TouchpointId, Here),
    /// Those that went from one touchpoint directly to another.
    Step {
        /// From here.
        from: TouchpointId,
        /// To here.
        to: TouchpointId,
    },
    /// Those that met a pain point's rule.
    Pain(CardId),
}

/// What is counted at a touchpoint.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Here {
    /// With a visit here.
    Reached,
    /// The closed ones of them.
    Closed,
    /// Ended here without a goal.
    Exits,
    /// Ended here, and the customer did not come back.
    Left,
    /// Ended here, and the customer came back later.
    Returned,
    /// Still open, with the last visit here.
    Open,
    /// Closed, and did not get from here to the next touchpoint of the drawn line.
    DroppedOff,
    /// With a visit here in a channel; none = in no known one.
    Channel(Option<String>),
    /// Ended here in a channel.
    ExitsIn(Option<String>),
    /// With a score here.
    Scored,
    /// With a score here that is of this kind.
    Rated(Rated),
    /// With a mood here.
    Moods,
    /// With a wait here.
    Waits,
    /// With a contact here that was followed by another within seven days.
    ContactedAgain,
    /// With a contact here of which that can be said: its seven days are over.
    ContactsJudged,
    /// Met an agent here.
    WithAgent,
    /// Met several agents here.
    SeveralAgents,
}

impl Behind {
    /// The journeys on which a figure over time rests: those that its n counts, or from which its visits and answers came.
    #[must_use]
    pub fn of_figure(figure: TrendFigure, touchpoint: Option<TouchpointId>) -> Self {
        let whole = match figure {
            TrendFigure::GoalRate | TrendFigure::BounceRate => Self::Closed,
            _ => Self::All,
        };
        let here = match figure {
            TrendFigure::Satisfied | TrendFigure::Satisfaction => Here::Scored,
            TrendFigure::ContactedAgain => Here::ContactsJudged,
            TrendFigure::Wait => Here::Waits,
            TrendFigure::Sentiment => Here::Moods,
            TrendFigure::ExitRate | TrendFigure::DropOff => Here::Closed,
            TrendFigure::GoalRate
            | TrendFigure::BounceRate
            | TrendFigure::Journeys
            | TrendFigure::Customers
            | TrendFigure::Visits => Here::Reached,
        };
        touchpoint.map_or(whole, |at| Self::At(at, here))
    }

    /// The selected journeys of the figure.
    ///
    /// # Errors
    /// [`MeasureError`].
    pub fn journeys(&self, of: &Inputs<'_>, cancel: &Cancel) -> Result<JourneySet, MeasureError> {
        self.among(of, &of.journeys, cancel)
    }

    fn among(
        &self,
        of: &Inputs<'_>,
        journeys: &JourneySet,
        cancel: &Cancel,
    ) -> Result<JourneySet, MeasureError> {
        let those = |holds: &(dyn Fn(&Passage<'_>) -> bool + Sync)| Ok(those(of, journeys, cancel, holds)?);
        match self {
            Self::All => Ok(journeys.clone()),
            Self::Set(set) => Ok(set.both(journeys)),
            Self::Among(set, figure) => figure.among(of, set, cancel),
            Self::Earlier(figure) => {
                let Some(filter) = of.source.filter_before() else { return Ok(JourneySet::default()) };
                let earlier = of.prepared.selected(of.log, &filter, cancel)?;
                figure.among(of, &earlier.into(), cancel)
            }
            Self::Customer(typed) => Ok(find(of, &Pseudonyms::of(of), typed).unwrap_or_default()),
            Self::Pain(card) => Ok(JourneySet::from(of.prepared.journeys_with_pain(*card)).both(journeys)),
            Self::Closed => those(&|passage| passage.closed),
            Self::Status(status) => those(&|passage| passage.status == *status),
            Self::ClosedGoal => those(&|passage| passage.is_closed_goal()),
            Self::Exits => those(&|passage| passage.is_exit()),
            Self::Both(one, other) => match of.place(*one).zip(of.place(*other)) {
                Some(both) => those(&|passage| {
                    let visits = |place: u32| passage.visits.iter().any(|visit| visit.touchpoint == place);
                    visits(both.0) && visits(both.1)
                }),
                None => Ok(JourneySet::default()),
            },
            Self::EnteredAt(touchpoint) => match of.place(*touchpoint) {
                Some(place) => {
                    those(&|passage| passage.visits.first().is_some_and(|at| at.touchpoint == place))
                }
                None => Ok(JourneySet::default()),
            },
            Self::Channel(channel) => {
                those(&|passage| passage.visits.iter().any(|visit| is_in(of.log, visit, channel.as_deref())))
            }
            Self::Bounced => those(&|passage| passage.is_exit() && passage.visits.len() == 1),
            Self::ContactedAgain => {
                those(&|passage| any_contact(of, passage, |_| true, |again| again == Some(true)))
            }
            Self::ContactsJudged => {
                those(&|passage| any_contact(of, passage, |_| true, |again| again.is_some()))
            }
            Self::Step { from, to } => {
                let (Some(from), Some(to)) = (of.place(*from), of.place(*to)) else {
                    return Ok(JourneySet::default());
                };
                let is_step = |pair: &[Visit]| pair[0].touchpoint == from && pair[1].touchpoint == to;
                those(&|passage| passage.visits.windows(2).any(is_step))
            }
            Self::At(touchpoint, here) => match of.place(*touchpoint) {
                Some(place) => those(&|passage| here.counts(of, passage, place)),
                None => Ok(JourneySet::default()),
            },
        }
    }
}

impl Here {
    fn counts(&self, of: &Inputs<'_>, passage: &Passage<'_>, place: u32) -> bool {
        let log = of.log;
        let is_here = |visit: &Visit| visit.touchpoint == place;
        let visits = || passage.visits.iter().filter(|visit| is_here(visit));
        let last = passage.visits.last().filter(|visit| visit.touchpoint == place);
        let ends = |status: JourneyStatus| last.is_some() && passage.status == status;
        let is_in = |visit: &Visit, channel: &Option<String>| is_in(log, visit, channel.as_deref());
        match self {
            Self::Reached => visits().next().is_some(),
            Self::Closed => passage.closed && visits().next().is_some(),
            Self::Exits => passage.is_exit() && last.is_some(),
            Self::Left => ends(JourneyStatus::Left),
            Self::Returned => ends(JourneyStatus::Returned),
            Self::Open => ends(JourneyStatus::Open),
            Self::DroppedOff => {
                let first = passage.visits.iter().position(|visit| visit.touchpoint == place);
                let goes_on =
                    |first: usize| passage.visits[first..].iter().any(|visit| visit.touchpoint == place + 1);
                passage.closed && first.is_some_and(|first| !goes_on(first))
            }
            Self::Channel(channel) => visits().any(|visit| is_in(visit, channel)),
            Self::ExitsIn(channel) => passage.is_exit() && last.is_some_and(|visit| is_in(visit, channel)),
            Self::Scored => visits().any(|visit| log.score(visit.event).is_some()),
            Self::Moods => visits().any(|visit| log.sentiment(visit.event).is_some()),
            Self::Waits => visits().any(|visit| log.wait_secs(visit.event).is_some()),
            Self::Rated(rated) => visits().any(|visit| {
                of.prepared.unit_score(log, visit.event).is_some_and(|unit| Rated::of(unit) == *rated)
            }),
            Self::ContactedAgain => any_contact(of, passage, is_here, |again| again == Some(true)),
            Self::ContactsJudged => any_contact(of, passage, is_here, |again| again.is_some()),
            Self::WithAgent => visits().any(|visit| log.agent(visit.event).is_some()),
            Self::SeveralAgents => {
                let mut agents = visits().filter_map(|visit| log.agent(visit.event));
                agents.next().is_some_and(|first| agents.any(|other| other != first))
            }
        }
    }
}

/// Was the visit in this channel, or where none is named, in no known one?
fn is_in(log: &EventLog, visit: &Visit, channel: Option<&str>) -> bool {
    visit.channel.map(|code| log.channels.text(code)) == channel
}

/// Does it hold of any of these visits whether another contact followed?
fn any_contact(
    of: &Inputs<'_>,
    passage: &Passage<'_>,
    is_meant: impl Fn(&Visit) -> bool,
    holds: impl Fn(Option<bool>) -> bool,
) -> bool {
    of.journey(passage.number).is_some_and(|journey| {
        let mut visits = passage.visits.iter().filter(|visit| is_meant(visit));
        visits.any(|visit| holds(journey.contacted_again(visit)))
    })
}

fn those(
    of: &Inputs<'_>,
    journeys: &JourneySet,
    cancel: &Cancel,
    holds: &(dyn Fn(&Passage<'_>) -> bool + Sync),
) -> Result<JourneySet, Cancelled> {
    let each = |numbers: &mut Vec<u32>, passage: &Passage<'_>| {
        if holds(passage) {
            numbers.push(passage.number);
        }
    };
    Ok(JourneySet::from(fold_journeys(of, journeys, cancel, Vec::new, each, |all, part| all.extend(part))?))
}
