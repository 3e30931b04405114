//! A chart in place of the map: which one, of what.

use super::args::{Export, Figure};
use super::data::Measurable;
use super::error::CliError;
use super::resolved::touchpoint_named;
use crate::base::{Cancel, Progress};
use crate::jobs::Subject;
use crate::measure::Keep;
use crate::measure::trend::{Period, TrendFigure, trend};
use crate::model::{JourneyMap, TouchpointId};
use crate::scene::chart::ChartKind;
use crate::scene::slides::Slide;

/// The chart that was asked for, if one was.
pub fn kind_of(args: &Export, map: &JourneyMap) -> Result<Option<ChartKind>, CliError> {
    use super::args::Chart;
    Ok(Some(match args.chart {
        None | Some(Chart::Signs) => return Ok(None),
        Some(Chart::Exits) => ChartKind::Exits,
        Some(Chart::Funnel) => ChartKind::Funnel,
        Some(Chart::Satisfaction) => ChartKind::Satisfaction,
        Some(Chart::Switches) => ChartKind::Switches,
        Some(Chart::Trend) => {
            let figure = figure_of(args.figure);
            ChartKind::Trend(figure, touchpoint(args, map, figure)?)
        }
    }))
}

fn figure_of(figure: Figure) -> TrendFigure {
    match figure {
        Figure::Journeys => TrendFigure::Journeys,
        Figure::Customers => TrendFigure::Customers,
        Figure::GoalRate => TrendFigure::GoalRate,
        Figure::BounceRate => TrendFigure::BounceRate,
        Figure::Visits => TrendFigure::Visits,
        Figure::ExitRate => TrendFigure::ExitRate,
        Figure::DropOff => TrendFigure::DropOff,
        Figure::Satisfaction => TrendFigure::Satisfaction,
        Figure::Satisfied => TrendFigure::Satisfied,
        Figure::Sentiment => TrendFigure::Sentiment,
        Figure::Wait => TrendFigure::Wait,
        Figure::ContactedAgain => TrendFigure::ContactedAgain,
    }
}

fn touchpoint(
    args: &Export,
    map: &JourneyMap,
    figure: TrendFigure,
) -> Result<Option<TouchpointId>, CliError> {
    let Some(name) = &args.at else {
        return match figure.is_at_touchpoint() {
            true => Err(CliError::Usage("this figure is one of a touchpoint: name it with --at".to_owned())),
            false => Ok(None),
        };
    };
    Ok(touchpoint_named(map, name, "--at")?.first().copied())
}

/// What is measured in each period.
pub fn periods_of(measurable: &Measurable) -> Result<Vec<Period>, CliError> {
    let Measurable { map, source, loaded } = measurable;
    Ok(trend(&Keep::default(), (&loaded.log, map, source), &Cancel::new(), &Progress::new())?)
}

/// The nine signs on a sheet.
pub fn signs(args: &Export, subject: &Subject) -> Result<Slide, CliError> {
    subject.signs_sheet(&Cancel::new()).ok_or_else(|| {
        let headline = format!("{}: there are no signs to tell without data", args.map.display());
        CliError::input(headline, "", "Give the data with --data FILE.")
    })
}

/// The chart as a picture.
pub fn picture(args: &Export, subject: &Subject, kind: ChartKind) -> Result<Slide, CliError> {
    let nothing = |why: &str| {
        CliError::input(format!("{}: {why}", args.map.display()), "", "Give other data with --data FILE.")
    };
    if subject.shown_measures().is_none() {
        return Err(nothing("there are no figures to draw a chart of without data"));
    }
    let scene = subject.chart(kind).ok_or_else(|| nothing("the data has nothing for this chart"))?;
    Ok(Slide { title: kind.name(), scene, notes: String::new() })
}
