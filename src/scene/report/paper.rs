//! A report on A4 pages: a cover, then chapter after chapter without torn lines, rows or pictures.

use super::flow::{Flow, MARGIN, PAGE};
use super::{Block, Chapter, Table, chapters};
use crate::base::Color;
use crate::base::geom::pt;
use crate::model::MapKind;
use crate::scene::passage::Align;
use crate::scene::prim::{Scene, Stroke};
use crate::scene::sketch::Paragraph;
use crate::scene::slides::Deck;
use crate::scene::style::{TextStyle, style};
use crate::text::{Face, Fonts};
use crate::theme::Theme;
use crate::tr;

const COVER: TextStyle = style(Face::Bold, 34.0, 42.0);
const LONG_COVER: TextStyle = style(Face::Bold, 26.0, 33.0);
const LEAD: TextStyle = style(Face::Regular, 13.0, 20.0);
const CHAPTER: TextStyle = style(Face::Bold, 20.0, 26.0);
const HEADING: TextStyle = style(Face::SemiBold, 12.5, 18.0);
const BODY: TextStyle = style(Face::Regular, 10.5, 15.5);
const NOTE: TextStyle = style(Face::Regular, 9.0, 13.0);
const CELL: TextStyle = style(Face::Regular, 9.0, 12.0);
const COLUMN: TextStyle = style(Face::SemiBold, 8.5, 11.0);
const FACT: TextStyle = style(Face::SemiBold, 9.5, 13.5);
const MEANING: TextStyle = style(Face::Regular, 9.5, 13.5);

/// Above and below the words of a row.
const ROW_PADDING: f32 = 5.0;
const COLUMN_GAP: f32 = 10.0;
const CELL_LINES: usize = 6;
/// Width of the names of facts.
const FACTS_WIDTH: f32 = 140.0;
/// A table that takes less of a page is not torn.
const SHORT: f32 = 0.6;
/// A chapter's heading stays with so much of what follows.
const KEEP: f32 = 90.0;

/// The report, a page each.
#[must_use]
pub fn pages(deck: &Deck<'_>, theme: &Theme, fonts: &Fonts) -> Vec<Scene> {
    let mut flow = Flow::new((theme, fonts), deck.map.about.title.trim());
    cover(&mut flow, deck);
    for chapter in chapters(deck, theme, fonts) {
        put(&mut flow, &chapter);
    }
    flow.finish()
}

fn cover(flow: &mut Flow<'_>, deck: &Deck<'_>) {
    let theme = flow.sketch.theme;
    let about = &deck.map.about;
    let bar = crate::base::Rect::from_xywh(MARGIN, 150.0, 64.0, 6.0);
    flow.sketch.rect(bar, 3.0, theme.accent, None);
    flow.y = 180.0;
    let title = about.title.trim();
    let is_long = flow.sketch.wrap(title, COVER, Flow::width()).lines.len() > 3;
    flow.heading(title, if is_long { LONG_COVER } else { COVER }, 0.0);
    flow.y += 10.0;
    let kind = match about.kind {
        MapKind::AsIs => tr!("scene-report-as-is"),
        MapKind::ToBe => tr!("scene-report-to-be"),
    };
    flow.words(&kind, LEAD, theme.text_muted);
    flow.y += 18.0;
    flow.words(about.description.trim(), LEAD, theme.text_body);
    let personas: Vec<_> = deck.map.personas_in_order().map(|persona| persona.name.trim()).collect();
    if !personas.is_empty() {
        flow.y += 18.0;
        flow.words(&personas.join("\n"), LEAD, theme.text);
    }
    if let Some(overlay) = deck.overlay {
        let source = flow.sketch.wrap_short(overlay.footer.trim(), NOTE, Flow::width(), 4);
        let first = PAGE.height - MARGIN - source.drop();
        flow.sketch.paragraph(&source, pt(MARGIN, first), Align::Start, theme.text_muted);
    }
    flow.next_page();
}

fn put(flow: &mut Flow<'_>, chapter: &Chapter) {
    let theme = flow.sketch.theme;
    if flow.y > 80.0 {
        flow.y += 30.0;
    }
    flow.heading(&chapter.title, CHAPTER, keep_of(flow, chapter.blocks.iter()).max(KEEP));
    flow.y += 8.0;
    let mut blocks = chapter.blocks.iter().peekable();
    while let Some(block) = blocks.next() {
        match block {
            Block::Heading(words) => {
                flow.y += 8.0;
                flow.heading(words, HEADING, keep_of(flow, blocks.clone()));
            }
            Block::Words(words) => flow.words(words, BODY, theme.text_body),
            Block::Note(words) => flow.words(words, NOTE, theme.text_muted),
            Block::Picture(scene, _) => {
                flow.y += 6.0;
                flow.picture(scene);
            }
            Block::Table(table) => put_table(flow, table),
            Block::Facts(facts) => put_facts(flow, facts),
        }
        flow.y += 4.0;
    }
}

/// A heading stays with the smaller one right below it, the words below that and the picture or the short table below them.
fn keep_of<'b>(flow: &Flow<'_>, blocks: impl Iterator<Item = &'b Block>) -> f32 {
    let mut keep = 30.0;
    for (place, block) in blocks.enumerate() {
        match block {
            Block::Heading(_) if place == 0 => keep += 8.0 + HEADING.line_height_pt,
            Block::Note(_) | Block::Words(_) => keep += 20.0,
            Block::Picture(scene, _) => {
                let scale = (Flow::width() / scene.size.width).min(1.0);
                return keep + (scene.size.height * scale).min(Flow::height() - 140.0);
            }
            Block::Table(table) => {
                let height = table_height(flow, table);
                return keep + if height < SHORT * Flow::height() { height } else { 0.0 };
            }
            Block::Heading(_) | Block::Facts(_) => return keep,
        }
    }
    keep
}

/// Left end and width of each column.
fn columns(table: &Table) -> Vec<(f32, f32)> {
    let weights: f32 = table.columns.iter().map(|column| column.weight).sum();
    let mut left = MARGIN;
    let place = |column: &super::Column| {
        let width = Flow::width() * column.weight / weights.max(0.1);
        left += width;
        (left - width, width - COLUMN_GAP)
    };
    table.columns.iter().map(place).collect()
}

fn headings(table: &Table) -> Vec<String> {
    table.columns.iter().map(|column| column.heading.clone()).collect()
}

/// The cells of a row, and how high it is.
fn laid_row(
    flow: &Flow<'_>,
    places: &[(f32, f32)],
    cells: &[String],
    style: TextStyle,
) -> (Vec<Paragraph>, f32) {
    let short =
        |(cell, (_, width)): (&String, &(f32, f32))| flow.sketch.wrap_short(cell, style, *width, CELL_LINES);
    let cells: Vec<Paragraph> = cells.iter().zip(places).map(short).collect();
    let drop = cells.iter().map(Paragraph::drop).fold(0.0, f32::max);
    (cells, drop + style.line_height_pt + 2.0 * ROW_PADDING)
}

fn table_height(flow: &Flow<'_>, table: &Table) -> f32 {
    let places = columns(table);
    let rows: f32 = table.rows.iter().map(|row| laid_row(flow, &places, row, CELL).1).sum();
    rows + laid_row(flow, &places, &headings(table), COLUMN).1
}

fn put_table(flow: &mut Flow<'_>, table: &Table) {
    let theme = flow.sketch.theme;
    let places = columns(table);
    let is_figure = |column: usize| table.columns.get(column).is_some_and(|column| column.is_figure);
    let headings = headings(table);
    let paint = |flow: &mut Flow<'_>, (cells, height): (Vec<Paragraph>, f32), size: f32, color: Color| {
        let baseline = flow.y + ROW_PADDING + size;
        for (column, (cell, (left, width))) in cells.iter().zip(&places).enumerate() {
            let (x, align) =
                if is_figure(column) { (left + width, Align::End) } else { (*left, Align::Start) };
            flow.sketch.paragraph(cell, pt(x, baseline), align, color);
        }
        flow.y += height;
        let stroke = Stroke { color: theme.border, width: 0.6, dash: None };
        flow.sketch.horizontal(MARGIN, MARGIN + Flow::width(), flow.y, stroke);
    };
    let mut is_begun = false;
    for row in &table.rows {
        let laid = laid_row(flow, &places, row, CELL);
        let before = flow.y;
        let head = laid_row(flow, &places, &headings, COLUMN);
        flow.need(laid.1 + if is_begun { 0.0 } else { head.1 });
        // Each page says anew what the columns are.
        if !is_begun || flow.y < before {
            paint(flow, head, COLUMN.size_pt, theme.text_muted);
            is_begun = true;
        }
        paint(flow, laid, CELL.size_pt, theme.text_body);
    }
}

fn put_facts(flow: &mut Flow<'_>, facts: &[(String, String)]) {
    let theme = flow.sketch.theme;
    for (name, meaning) in facts {
        let name = flow.sketch.wrap(name, FACT, FACTS_WIDTH - COLUMN_GAP);
        let meaning = flow.sketch.wrap(meaning, MEANING, Flow::width() - FACTS_WIDTH);
        let height = name.drop().max(meaning.drop()) + MEANING.line_height_pt + 6.0;
        flow.need(height);
        let baseline = flow.y + FACT.size_pt;
        flow.sketch.paragraph(&name, pt(MARGIN, baseline), Align::Start, theme.text);
        flow.sketch.paragraph(&meaning, pt(MARGIN + FACTS_WIDTH, baseline), Align::Start, theme.text_body);
        flow.y += height;
    }
    flow.y += 6.0;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Rect, Size};
    use crate::scene::Prim;
    use crate::scene::prim::{Item, RectPrim};

    #[test]
    fn short_tables_are_not_torn() {
        let (theme, fonts) = (Theme::light(), Fonts::bundled());
        let column = |heading: &str| crate::scene::report::Column {
            heading: heading.to_owned(),
            weight: 1.0,
            is_figure: false,
        };
        let names: Vec<String> = (1..10).map(|number| format!("Gap {number}")).collect();
        for lines in 1..60 {
            let rows = names.iter().map(|name| vec![name.clone()]).collect();
            let table = Table { columns: vec![column("Touchpoint")], rows };
            let mut flow = Flow::new((&theme, &fonts), "A map");
            let before =
                Chapter { title: "Before".to_owned(), blocks: vec![Block::Words("so\n".repeat(lines))] };
            let blocks = vec![Block::Note("between".to_owned()), Block::Table(table)];
            put(&mut flow, &before);
            put(&mut flow, &Chapter { title: "Gaps".to_owned(), blocks });
            let pages = flow.finish();
            let page_of = |words: &str| {
                let says = |item: &Item| matches!(&item.prim, Prim::Text(run) if &*run.text == words);
                pages.iter().position(|page| page.items.iter().any(says)).expect("a page")
            };
            for words in names.iter().map(String::as_str).chain(["Gaps"]) {
                assert_eq!(page_of(words), page_of("Gap 9"), "{words} after {lines} lines");
            }
        }
    }

    #[test]
    fn headings_stay_with_their_picture() {
        let (theme, fonts) = (Theme::light(), Fonts::bundled());
        let ink = Some(Color::rgb(1, 2, 3));
        let chart = Scene {
            size: Size { width: 400.0, height: 300.0 },
            items: vec![Item {
                prim: Prim::Rect(RectPrim {
                    rect: Rect::from_xywh(0.0, 0.0, 400.0, 300.0),
                    radius: 0.0,
                    fill: ink,
                    stroke: None,
                }),
                node: None,
            }],
            ..Scene::default()
        };
        let mut broken_before = 0;
        for lines in 1..60 {
            let mut flow = Flow::new((&theme, &fonts), "A map");
            let before =
                Chapter { title: "Before".to_owned(), blocks: vec![Block::Words("so\n".repeat(lines))] };
            let blocks = vec![
                Block::Heading("Exits".to_owned()),
                Block::Note("of those who got there".to_owned()),
                Block::Picture(chart.clone(), "Exits".to_owned()),
            ];
            put(&mut flow, &before);
            put(&mut flow, &Chapter { title: "Charts".to_owned(), blocks });
            let pages = flow.finish();
            let page_with = |is_it: &dyn Fn(&Prim) -> bool| {
                pages.iter().position(|page| page.items.iter().any(|item| is_it(&item.prim))).expect("a page")
            };
            let says = |words: &'static str| move |prim: &Prim| matches!(prim, Prim::Text(run) if &*run.text == words);
            let chapter = page_with(&says("Charts"));
            assert_eq!(chapter, page_with(&says("Exits")), "after {lines} lines");
            let picture = page_with(&|prim| matches!(prim, Prim::Rect(shape) if shape.fill == ink));
            assert_eq!(chapter, picture, "after {lines} lines");
            broken_before += usize::from(chapter == 1 && lines < 40);
        }
        assert!(
            broken_before > 0,
            "the chapter has moved to the next page while there was room for its headings"
        );
    }
}
