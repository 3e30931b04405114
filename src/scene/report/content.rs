//! What a report says, from whose journey it is to how the figures are counted.

use super::flow::Flow;
use super::{Block, Chapter, Column, Table};
use crate::measure::small_groups::{Shown, SmallGroups};
use crate::measure::{Measures, Rate, TouchpointFigures};
use crate::model::ranking::actions;
use crate::model::{Stage, Touchpoint, TouchpointId};
use crate::overlay::Overlay;
use crate::overlay::definitions::definitions;
use crate::scene::chart::{ChartKind, Charted, bodies};
use crate::scene::signs::{cards, summary};
use crate::scene::slides::{Deck, GapWords, gaps_in_words};
use crate::scene::{SceneOptions, build};
use crate::text::Fonts;
use crate::theme::Theme;
use crate::tr;

/// More touchpoints beside each other can't be read on paper.
const MOST_COLUMNS: usize = 5;
/// Width at which charts are laid out before they are fitted to the page.
const CHART_WIDTH: f32 = 760.0;
const MOST_CHART_ROWS: usize = 22;
const MOST_GAPS: usize = 9;

/// The chapters that there is something to say in.
#[must_use]
pub fn chapters(deck: &Deck<'_>, theme: &Theme, fonts: &Fonts) -> Vec<Chapter> {
    let look = (theme, fonts);
    let mut chapters = vec![personas(deck), journey(deck, look)];
    if let (Some(measures), Some(overlay)) = (deck.measures, deck.overlay) {
        chapters.push(figures(deck, measures, overlay));
        chapters.extend(deck.charted().map(|of| charts(&of, look)));
        chapters.push(gaps(deck));
    }
    chapters.push(signs(deck, look));
    chapters.push(what_next(deck));
    chapters.push(method(deck));
    chapters.retain(|chapter| !chapter.blocks.is_empty());
    chapters
}

fn personas(deck: &Deck<'_>) -> Chapter {
    let mut blocks = Vec::new();
    for persona in deck.map.personas_in_order() {
        blocks.push(Block::Heading(persona.name.trim().to_owned()));
        blocks.extend(words_of(&persona.quote).map(|quote| Block::Words(format!("“{quote}”"))));
        if !persona.segments.is_empty() {
            blocks.push(Block::Note(tr!("scene-report-segment", segments = persona.segments_text())));
        }
    }
    Chapter { title: tr!("scene-report-personas"), blocks }
}

fn words_of(text: &str) -> Option<&str> {
    Some(text.trim().trim_matches(['"', '“', '”'])).filter(|text| !text.is_empty())
}

/// The map in parts that can be read on paper.
fn journey(deck: &Deck<'_>, (theme, fonts): (&Theme, &Fonts)) -> Chapter {
    let columns: Vec<TouchpointId> =
        deck.map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.id).collect();
    let parts = columns.len().div_ceil(MOST_COLUMNS).max(1);
    let pictures = columns.chunks(columns.len().div_ceil(parts).max(1)).enumerate().map(|(part, columns)| {
        let options = SceneOptions {
            persona: deck.persona,
            touchpoints: Some(columns.iter().copied().collect()),
            show_measured: deck.overlay.is_some(),
            format: deck.format,
            ..SceneOptions::default()
        };
        let scene = build(deck.map, deck.overlay, &options, theme, fonts);
        Block::Picture(scene, tr!("scene-slide-part", part = part + 1, count = parts))
    });
    Chapter { title: tr!("scene-report-journey"), blocks: pictures.collect() }
}

/// Stands where there is no figure.
const NOTHING: &str = "–";

/// A table without the columns in which every row says the same nothing: a survey has no exits.
fn without_columns_of(nothing: &str, columns: Vec<Column>, mut rows: Vec<Vec<String>>) -> Table {
    let says = |index: usize| rows.iter().any(|row| row.get(index).is_some_and(|cell| cell != nothing));
    let told: Vec<bool> = (0..columns.len()).map(|index| rows.is_empty() || says(index)).collect();
    let is_told = |index: usize| told.get(index).copied().unwrap_or(false);
    for row in &mut rows {
        *row = std::mem::take(row)
            .into_iter()
            .enumerate()
            .filter(|(i, _)| is_told(*i))
            .map(|(_, cell)| cell)
            .collect();
    }
    let columns = columns.into_iter().enumerate().filter(|(i, _)| is_told(*i)).map(|(_, column)| column);
    Table { columns: columns.collect(), rows }
}

fn column(heading: String, weight: f32, is_figure: bool) -> Column {
    Column { heading, weight, is_figure }
}

/// The figures of all journeys, and a line per touchpoint.
fn figures(deck: &Deck<'_>, measures: &Measures, overlay: &Overlay) -> Chapter {
    let small = SmallGroups(deck.map.about.smallest_group);
    let mut blocks = Vec::new();
    let facts = overall(deck, measures, small);
    if !facts.is_empty() {
        blocks.push(Block::Facts(facts));
    }
    let figure = |place: (&Stage, &Touchpoint)| {
        let figures = measures.at(place.1.id)?;
        Some(row(deck, (measures, overlay), figures, place))
    };
    let rows: Vec<_> = deck.map.touchpoints_in_order().filter_map(figure).collect();
    let is_survey = measures.is_survey;
    let visits = if is_survey { tr!("scene-report-answers") } else { tr!("scene-report-visits") };
    let columns = vec![
        column(tr!("scene-report-touchpoint"), 3.0, false),
        column(visits, 1.1, true),
        column(tr!("scene-report-reached"), 1.1, true),
        column(tr!("scene-report-exits"), 1.0, true),
        column(tr!("scene-report-exit-rate"), 1.6, true),
        column(tr!("scene-report-score"), 1.0, true),
        column(tr!("scene-report-scores"), 1.1, true),
    ];
    blocks.push(Block::Table(without_columns_of(NOTHING, columns, rows)));
    Chapter { title: tr!("scene-report-figures"), blocks }
}

fn overall(deck: &Deck<'_>, measures: &Measures, small: SmallGroups) -> Vec<(String, String)> {
    if measures.is_summary || measures.is_survey {
        return Vec::new();
    }
    let format = deck.format;
    let rate = |rate: Option<Rate>| {
        let rate = small.rate(rate?).value()?;
        let percent = |share| format.percent(share, 1);
        Some(tr!(
            "scene-report-interval",
            value = percent(rate.value),
            low = percent(rate.low),
            high = percent(rate.high)
        ))
    };
    let facts = [
        (tr!("model-figure-journeys"), small.count(measures.journeys.total).value().map(|n| format.count(n))),
        (tr!("model-figure-customers"), small.count(measures.customers).value().map(|n| format.count(n))),
        (tr!("model-figure-goal-rate"), rate(measures.goal_rate)),
        (tr!("model-figure-bounce-rate"), rate(measures.bounce_rate)),
    ];
    facts.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

fn row(
    deck: &Deck<'_>,
    (measures, overlay): (&Measures, &Overlay),
    figures: &TouchpointFigures,
    (stage, touchpoint): (&Stage, &Touchpoint),
) -> Vec<String> {
    let small = SmallGroups(deck.map.about.smallest_group);
    let count = |shown: Shown<u64>| match shown {
        Shown::Value(count) => deck.format.count(count),
        Shown::Below(smallest) => tr!("scene-chart-below", n = smallest),
        Shown::Withheld => tr!("scene-report-hidden"),
    };
    let dash = || NOTHING.to_owned();
    let bar = overlay.touchpoints.get(&touchpoint.id).and_then(|of| of.exit.as_ref());
    let is_hidden = small.hides_part(figures.exits, figures.closed);
    let exits = if is_hidden { tr!("scene-report-hidden") } else { deck.format.count(figures.exits) };
    let scores = figures.satisfaction.as_ref().filter(|_| !measures.is_survey);
    let score = figures.satisfaction.as_ref().filter(|of| !small.hides(of.n));
    vec![
        format!("{}\n{}", touchpoint.name.trim(), stage.name.trim()),
        if measures.is_summary { dash() } else { count(small.count(figures.visits)) },
        // Of a survey these are its answers once more.
        if measures.is_survey { dash() } else { count(small.count(figures.reached)) },
        if measures.is_survey { dash() } else { exits },
        bar.map_or_else(dash, |bar| format!("{} {}", bar.label, bar.note)),
        score.map_or_else(dash, |of| deck.format.decimals(of.mean, 2)),
        scores.map_or_else(dash, |of| count(small.count(of.n))),
    ]
}

fn charts(of: &Charted<'_>, look: (&Theme, &Fonts)) -> Chapter {
    let mut blocks = Vec::new();
    for kind in ChartKind::ALL {
        for body in bodies(kind, of, (CHART_WIDTH, MOST_CHART_ROWS), look) {
            blocks.push(Block::Heading(body.title.clone()));
            blocks.push(Block::Note(body.subtitle));
            blocks.push(Block::Picture(body.scene, body.title));
        }
    }
    Chapter { title: tr!("scene-report-charts"), blocks }
}

fn gaps(deck: &Deck<'_>) -> Chapter {
    let gaps = gaps_in_words(deck, MOST_GAPS);
    let mut blocks = Vec::new();
    if !gaps.is_empty() {
        blocks.push(Block::Note(tr!("scene-slide-gaps-what")));
        let columns = vec![
            column(tr!("scene-report-touchpoint"), 2.6, false),
            column(tr!("scene-report-ours"), 1.6, false),
            column(tr!("scene-report-measured"), 1.6, false),
            column(tr!("scene-report-gap"), 1.0, true),
        ];
        let row = |of: GapWords| vec![of.place, of.ours, of.measured, of.distance];
        blocks.push(Block::Table(Table { columns, rows: gaps.into_iter().map(row).collect() }));
    }
    Chapter { title: tr!("scene-report-gaps"), blocks }
}

/// The page that is read in a minute, in as many columns as paper has room for.
fn signs(deck: &Deck<'_>, look: (&Theme, &Fonts)) -> Chapter {
    let signs = deck.charts.signs;
    let mut blocks = Vec::new();
    if !signs.is_empty() {
        let summary = summary(signs);
        blocks.push(Block::Note(summary.clone()));
        blocks.push(Block::Picture(cards(signs, Flow::width(), None, look), summary));
    }
    Chapter { title: tr!("scene-signs"), blocks }
}

fn what_next(deck: &Deck<'_>) -> Chapter {
    let actions = actions(deck.map);
    let mut blocks = Vec::new();
    if !actions.is_empty() {
        let columns = vec![
            column(tr!("scene-slide-action"), 3.0, false),
            column(tr!("scene-slide-where"), 1.8, false),
            column(tr!("scene-slide-who"), 1.4, false),
            column(tr!("scene-slide-until"), 1.2, false),
            column(tr!("scene-slide-gain"), 0.9, true),
        ];
        let rows = actions.into_iter().map(|action| {
            let place = deck.map.name_of(action.touchpoint).trim();
            let gain = format!("{} / {}", action.impact, action.effort);
            vec![action.text, place.to_owned(), action.owner, action.due, gain]
        });
        blocks.push(Block::Table(Table { columns, rows: rows.collect() }));
    }
    Chapter { title: tr!("scene-slide-actions"), blocks }
}

fn method(deck: &Deck<'_>) -> Chapter {
    let mut blocks = Vec::new();
    if let Some(overlay) = deck.overlay {
        blocks.push(Block::Words(overlay.footer.trim().to_owned()));
        let meanings = definitions().into_iter().map(|of| (of.name, of.meaning));
        blocks.push(Block::Facts(meanings.collect()));
    }
    Chapter { title: tr!("scene-report-method"), blocks }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_that_says_nothing_is_left_out() {
        let columns = || ["name", "exits", "score"].map(|name| column(name.to_owned(), 1.0, true)).to_vec();
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let headings = |rows: Vec<Vec<String>>| {
            let table = without_columns_of(NOTHING, columns(), rows);
            assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
            let headings = table.columns.iter().map(|column| column.heading.clone());
            (headings.collect::<Vec<_>>(), table.rows)
        };
        let (left, rows) = headings(vec![row(["a", "–", "4"]), row(["b", "–", "–"])]);
        assert_eq!(left, ["name", "score"]);
        assert_eq!(rows, [["a", "4"], ["b", "–"]]);
        assert_eq!(headings(vec![row(["a", "1", "4"])]).0, ["name", "exits", "score"]);
        assert_eq!(headings(Vec::new()).0.len(), 3, "headings alone are a table still");
    }
}
