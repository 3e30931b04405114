//! A slide for each finding that was put on one: the sentence large, the two shares that it compares below.

use super::frame::{Frame, put};
use super::{Deck, Slide};
use crate::base::Rect;
use crate::base::geom::pt;
use crate::insights::findings::hidden;
use crate::measure::Rate;
use crate::measure::small_groups::SmallGroups;
use crate::model::FindingSlide;
use crate::scene::chart::{Compared, ComparedShare, compared};
use crate::scene::passage::Align;
use crate::scene::prim::Element;
use crate::scene::style::TextStyle;
use crate::text::{Face, Fonts};
use crate::theme::Theme;

const SENTENCE: TextStyle = TextStyle { face: Face::SemiBold, size_pt: 34.0, line_height_pt: 46.0 };
const NOTE: TextStyle = TextStyle { face: Face::Regular, size_pt: 20.0, line_height_pt: 28.0 };
const MOST_LINES: usize = 5;
/// How much larger than in a window the chart is shown: it is to be read from far away.
const SCALE: f32 = 1.9;

/// Nothing measured is shown where the drawing alone is.
pub(super) fn slides(deck: &Deck<'_>, look: (&Theme, &Fonts), first_number: usize) -> Vec<Slide> {
    if deck.measures.is_none() {
        return Vec::new();
    }
    let chosen = deck.map.about.review.slides.iter().enumerate();
    chosen.map(|(place, of)| slide(deck, of, look, first_number + place)).collect()
}

fn slide(deck: &Deck<'_>, of: &FindingSlide, look: (&Theme, &Fonts), number: usize) -> Slide {
    let smallest = SmallGroups(deck.map.about.smallest_group);
    // It was put here when it could be told; the limit may have been raised since.
    if of.shares.iter().any(|share| smallest.hides_part(share.count, share.of)) {
        let told =
            FindingSlide { sentence: hidden(), evidence: String::new(), shares: Vec::new(), ..of.clone() };
        return slide(deck, &told, look, number);
    }
    let mut frame = Frame::new(deck, look, (&of.title, &of.what), Some(number));
    let lines = [&of.sentence, &of.evidence, &of.source];
    lines.into_iter().filter(|line| !line.is_empty()).for_each(|line| frame.note(line.as_str()));
    let room = frame.room;
    let theme = look.0;
    let bottom = frame.sketch.section(of.sentence.clone(), |sketch| {
        let sentence = sketch.wrap_short(&of.sentence, SENTENCE, room.width(), MOST_LINES);
        let first = room.min.y + SENTENCE.size_pt;
        let mut bottom = first + sentence.drop();
        let rect = Rect { max: pt(room.max.x, bottom + 12.0), ..room };
        sketch.node(Element::Figure(0), rect, of.sentence.as_str(), |sketch| {
            bottom = sketch.paragraph(&sentence, pt(room.min.x, first), Align::Start, theme.text);
        });
        let note = sketch.wrap_short(&of.evidence, NOTE, room.width(), 2);
        sketch.paragraph(&note, pt(room.min.x, bottom + 44.0), Align::Start, theme.text_muted)
    });
    if let Some(shares) = shares(of) {
        let chart = Compared {
            title: &of.title,
            what: &of.what,
            shares: &shares,
            is_better_low: of.is_better_low,
            format: deck.format,
        };
        if let Some(body) = compared(&chart, Frame::width(deck) / SCALE, look) {
            frame.note_elements(&body.scene, |element| matches!(element, Element::Figure(_)));
            let below = Rect { min: pt(room.min.x, bottom + 48.0), ..room };
            frame.sketch.section(of.what.clone(), |sketch| put(sketch, body.scene, below));
        }
    }
    frame.finish(deck)
}

/// The two shares, where the map file has two that can be.
fn shares(of: &FindingSlide) -> Option<[ComparedShare; 2]> {
    let share = |place: usize| {
        let of = of.shares.get(place)?;
        let rate = Rate::of(of.count.min(of.of), of.of)?;
        let interval = (rate.low, rate.high);
        Some(ComparedShare { name: of.name.clone(), share: rate.value, interval, n: rate.of })
    };
    Some([share(0)?, share(1)?])
}
