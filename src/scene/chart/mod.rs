//! Charts as scenes, so that they look alike on screen and in every export. `plotters` lays out axes and marks;
//! `backend` turns what it draws into primitives; words around them are set as on the map.

mod backend;
mod channel_switches;
mod compared;
mod events;
mod exits;
mod funnel;
mod hours;
mod insight;
mod page;
mod plot;
mod rows;
mod satisfaction;
mod switches;
mod ticks;
mod trend;

pub use channel_switches::{
    MOST_CHANNELS, Sure, SwitchMatrix, SwitchShown, channel_switches, channel_switches_page,
};
pub use compared::{Compared, ComparedShare, compared};
pub use events::{AXIS_PT, events_over_time};
pub use hours::{HourShown, Hours, hours, hours_page, weekday};
pub use insight::{
    PersonaFigure, PersonaSeries, beside_chart, goal_chart, pain_matrix, pain_numbers, persona_chart,
    returning_chart, revenue_chart,
};
pub use page::{BODY_WIDTH, NARROW_ROOM, chart, narrow, on_page, panel_room};

use super::prim::Scene;
use crate::base::fmt::NumberFormat;
use crate::measure::Measures;
use crate::measure::small_groups::{Shown, SmallGroups};
use crate::measure::trend::{Period, TrendFigure};
use crate::model::{JourneyMap, TouchpointId};
use crate::overlay::Overlay;
use crate::text::Fonts;
use crate::theme::Theme;
use crate::tr;

/// The charts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ChartKind {
    /// Where journeys end, the largest shares first.
    #[default]
    Exits,
    /// How many get how far along the drawn line.
    Funnel,
    /// How scores are spread at each touchpoint.
    Satisfaction,
    /// A figure over time.
    Trend(TrendFigure, Option<TouchpointId>),
    /// From which channel customers go to which.
    Switches,
}

impl ChartKind {
    /// One of each kind.
    pub const ALL: [Self; 5] = [
        Self::Exits,
        Self::Funnel,
        Self::Satisfaction,
        Self::Trend(TrendFigure::GoalRate, None),
        Self::Switches,
    ];

    /// Its title, which is what it tells.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Exits => tr!("scene-chart-exits"),
            Self::Funnel => tr!("scene-chart-funnel"),
            Self::Satisfaction => tr!("scene-chart-satisfaction"),
            Self::Trend(..) => tr!("scene-chart-trend"),
            Self::Switches => tr!("scene-chart-switches"),
        }
    }
}

/// What charts are made from.
#[derive(Clone, Copy, Debug)]
pub struct Charted<'a> {
    /// The map.
    pub map: &'a JourneyMap,
    /// What is measured.
    pub measures: &'a Measures,
    /// What the map shows of it, small groups hidden.
    pub overlay: &'a Overlay,
    /// What is measured in each period; empty = not computed.
    pub periods: &'a [Period],
    /// How numbers are written.
    pub format: NumberFormat,
}

impl Charted<'_> {
    fn small(&self) -> SmallGroups {
        SmallGroups(self.map.about.smallest_group)
    }

    /// A count, or what is told in place of that of a small group.
    fn count_words(&self, count: Shown<u64>) -> String {
        match count {
            Shown::Value(count) => self.format.count(count),
            Shown::Below(_) | Shown::Withheld => tr!("scene-chart-below", n = self.small().0),
        }
    }
}

/// A chart without the words around it, or a part of one that is too high for its room.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartBody {
    /// What it tells.
    pub title: String,
    /// What is shown and how it is counted.
    pub subtitle: String,
    /// The picture, without a background.
    pub scene: Scene,
}

/// A chart in parts of at most so many rows, as wide as is asked for; none when there is nothing to show.
#[must_use]
pub fn bodies(
    kind: ChartKind,
    of: &Charted<'_>,
    (width, most_rows): (f32, usize),
    (theme, fonts): (&Theme, &Fonts),
) -> Vec<ChartBody> {
    let look = (theme, fonts);
    let most_rows = most_rows.max(1);
    match kind {
        ChartKind::Exits => exits::body(of, (width, most_rows), look).into_iter().collect(),
        ChartKind::Funnel => funnel::bodies(of, (width, most_rows), look),
        ChartKind::Satisfaction => satisfaction::bodies(of, (width, most_rows), look),
        ChartKind::Trend(figure, at) => trend::body(of, (figure, at), width, look).into_iter().collect(),
        ChartKind::Switches => switches::body(of, width, look).into_iter().collect(),
    }
}
