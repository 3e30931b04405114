//! What is done next: who, what, until when, on as many slides as it needs.

use super::frame::Frame;
use super::{Deck, Slide};
use crate::base::Rect;
use crate::base::geom::pt;
use crate::model::ranking::{ActionItem, actions};
use crate::scene::Element;
use crate::scene::passage::Align;
use crate::scene::sketch::{Sketch, solid};
use crate::scene::style::TextStyle;
use crate::text::{Face, Fonts};
use crate::theme::Theme;
use crate::tr;

const HEADING: TextStyle = TextStyle { face: Face::SemiBold, size_pt: 18.0, line_height_pt: 24.0 };
const WORDS: TextStyle = TextStyle { face: Face::SemiBold, size_pt: 22.0, line_height_pt: 28.0 };
const FIELD: TextStyle = TextStyle { face: Face::Regular, size_pt: 20.0, line_height_pt: 26.0 };

/// Rows on one slide.
const MOST_ROWS: usize = 8;
const PADDING: f32 = 22.0;
/// Where the columns begin, as shares of the width: what, where, who, until when, impact and effort.
const COLUMNS: [f32; 5] = [0.0, 0.42, 0.62, 0.78, 0.9];
const ROW_GAP: f32 = 12.0;
const HEADING_HEIGHT: f32 = 40.0;

pub(super) fn slides(deck: &Deck<'_>, theme: &Theme, fonts: &Fonts, first_number: usize) -> Vec<Slide> {
    let actions = actions(deck.map);
    let pages = actions.chunks(MOST_ROWS);
    let count = pages.len();
    let slide = |(page, rows): (usize, &[ActionItem])| {
        let title = tr!("scene-slide-actions");
        let subtitle = tr!("scene-slide-actions-what", count = actions.len());
        let part = tr!("scene-slide-part", part = page + 1, count = count);
        let subtitle = if count > 1 { format!("{subtitle} · {part}") } else { subtitle };
        let mut frame = Frame::new(deck, (theme, fonts), (&title, &subtitle), Some(first_number + page));
        let room = frame.room;
        frame.sketch.section(title.clone(), |sketch| table(sketch, deck, room, rows));
        for action in rows {
            frame.note(words(deck, action).join(" · "));
        }
        frame.finish(deck)
    };
    pages.enumerate().map(slide).collect()
}

fn table(sketch: &mut Sketch<'_>, deck: &Deck<'_>, room: Rect, rows: &[ActionItem]) {
    let theme = sketch.theme;
    let headings = [
        tr!("scene-slide-action"),
        tr!("scene-slide-where"),
        tr!("scene-slide-who"),
        tr!("scene-slide-until"),
        tr!("scene-slide-gain"),
    ];
    for (heading, share) in headings.iter().zip(COLUMNS) {
        let at = pt(room.min.x + PADDING + share * (room.width() - PADDING), room.min.y + 18.0);
        sketch.text(heading, HEADING, at, Align::Start, theme.text_muted);
    }
    #[allow(clippy::cast_precision_loss)] // a handful
    let most = MOST_ROWS as f32;
    let height = (room.height() - HEADING_HEIGHT - (most - 1.0) * ROW_GAP) / most;
    let mut top = room.min.y + HEADING_HEIGHT;
    for action in rows {
        let rect = Rect::from_xywh(room.min.x, top, room.width(), height);
        let label = words(deck, action).join(", ");
        sketch.node(Element::Card(action.card), rect, label, |sketch| row(sketch, deck, rect, action));
        top += height + ROW_GAP;
    }
}

fn row(sketch: &mut Sketch<'_>, deck: &Deck<'_>, rect: Rect, action: &ActionItem) {
    let theme = sketch.theme;
    sketch.rect(rect, 10.0, theme.opportunity_fill, solid(theme.opportunity_border, 1.0));
    let [what, fields @ ..] = words(deck, action);
    let width = rect.width() - PADDING;
    let left = |column: usize| rect.min.x + PADDING + COLUMNS.get(column).unwrap_or(&1.0) * width;
    let room = |column: usize| {
        COLUMNS.get(column + 1).map_or(rect.max.x, |next| rect.min.x + PADDING + next * width)
            - left(column)
            - 16.0
    };
    let middle = |lines_drop: f32, size: f32| rect.center().y - lines_drop / 2.0 + 0.36 * size;
    let what = sketch.wrap_short(&what, WORDS, room(0), 2);
    let first = middle(what.drop(), WORDS.size_pt);
    sketch.paragraph_on_rect(&what, pt(left(0), first), Align::Start, theme.opportunity_text);
    for (column, field) in (1..).zip(fields) {
        let field = sketch.wrap_short(&field, FIELD, room(column), 3);
        let first = middle(field.drop(), FIELD.size_pt);
        sketch.paragraph(&field, pt(left(column), first), Align::Start, theme.opportunity_note);
    }
}

/// What, where, who, until when, impact and effort.
fn words(deck: &Deck<'_>, action: &ActionItem) -> [String; 5] {
    let place = deck.map.name_of(action.touchpoint).trim();
    let or_open =
        |text: &str| if text.trim().is_empty() { tr!("scene-slide-open") } else { text.trim().to_owned() };
    [
        action.text.clone(),
        place.to_owned(),
        or_open(&action.owner),
        or_open(&action.due),
        format!("{} / {}", action.impact, action.effort),
    ]
}
