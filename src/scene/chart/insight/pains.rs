//! Pain points by how bad and how often: the severity the team gives against the frequency that is measured, or, where
//! nothing is, typed in.

use crate::base::fmt::NumberFormat;
use crate::base::geom::pt;
use crate::base::{Color, Rect, Size};
use crate::insights::pains::{FREQUENCY_BANDS, Pains, RankedPain};
use crate::measure::small_groups::SmallGroups;
use crate::model::JourneyMap;
use crate::scene::chart::ChartBody;
use crate::scene::chart::plot::{NAME, NOTE};
use crate::scene::chart::rows::scene_of;
use crate::scene::passage::Align;
use crate::scene::prim::Element;
use crate::scene::sketch::{Paragraph, Sketch, dashed, solid};
use crate::scene::style::TextStyle;
use crate::text::{Face, Fonts};
use crate::theme::Theme;
use crate::tr;

const WORDS: TextStyle = TextStyle { face: Face::SemiBold, size_pt: 11.5, line_height_pt: 15.0 };
const LEFT: f32 = 84.0;
const GAP: f32 = 4.0;
const PADDING: f32 = 8.0;
const CHIP_GAP: f32 = 6.0;
const LEAST_ROW: f32 = 56.0;
/// For the names of the bands.
const BOTTOM: f32 = 44.0;
const ROOM_FOR_PLACE: f32 = 120.0;
/// More in a cell are counted.
const MOST_CHIPS: usize = 4;

/// A pain in its cell.
struct Chip<'a> {
    pain: &'a RankedPain,
    words: Paragraph,
    note: String,
}

impl Chip<'_> {
    fn height(&self) -> f32 {
        PADDING + self.words.drop() + WORDS.line_height_pt + NOTE.line_height_pt + PADDING - 2.0
    }
}

/// The matrix of customers' pains; none when there are none.
#[must_use]
pub fn pain_matrix(
    pains: &Pains,
    map: &JourneyMap,
    (format, small): (NumberFormat, SmallGroups),
    width: f32,
    (theme, fonts): (&Theme, &Fonts),
) -> Option<ChartBody> {
    let bands = bands(pains);
    let mut sketch = Sketch::new(fonts, theme);
    #[allow(clippy::cast_precision_loss)] // five at most
    let cell_width = (width - LEFT) / bands.len() as f32;
    let mut top = 0.0;
    for severity in (1..=5_u8).rev() {
        let in_cell = |band: &Option<usize>| {
            let here =
                pains.customers.iter().filter(|pain| pain.severity == severity && pain.band() == *band);
            let chip = |pain| chip(&sketch, pain, map, cell_width - 2.0 * (GAP + PADDING), (format, small));
            here.map(chip).collect::<Vec<_>>()
        };
        let cells: Vec<Vec<Chip<'_>>> = bands.iter().map(in_cell).collect();
        let height_of = |chips: &Vec<Chip<'_>>| {
            let shown: f32 = chips.iter().take(MOST_CHIPS).map(|chip| chip.height() + CHIP_GAP).sum();
            let more = if chips.len() > MOST_CHIPS { NOTE.line_height_pt + CHIP_GAP } else { 0.0 };
            shown + more + CHIP_GAP + GAP
        };
        let height = cells.iter().map(height_of).fold(LEAST_ROW, f32::max);
        let middle = top + height / 2.0;
        sketch.text(&severity.to_string(), NAME, pt(LEFT - 14.0, middle + 4.5), Align::End, theme.text);
        if severity == 5 {
            sketch.text(
                &tr!("scene-chart-severity"),
                NOTE,
                pt(0.0, middle + 4.0),
                Align::Start,
                theme.text_muted,
            );
        }
        let mut left = LEFT;
        for (band, chips) in bands.iter().zip(&cells) {
            let cell = Rect::from_xywh(left + GAP / 2.0, top + GAP / 2.0, cell_width - GAP, height - GAP);
            sketch.rect(cell, 6.0, depth(*band, severity, theme), None);
            chips_ui(&mut sketch, chips, cell, theme);
            left += cell_width;
        }
        top += height;
    }
    let mut left = LEFT;
    for band in &bands {
        let at = pt(left + cell_width / 2.0, top + 18.0);
        sketch.text(&band_name(*band, format), NAME, at, Align::Middle, theme.text);
        left += cell_width;
    }
    let at = pt(LEFT + (width - LEFT) / 2.0, top + 36.0);
    sketch.text(&tr!("scene-chart-pain-axis"), NOTE, at, Align::Middle, theme.text_muted);
    let size = Size { width, height: top + BOTTOM };
    let body = ChartBody {
        title: tr!("scene-chart-pains"),
        subtitle: tr!("scene-chart-pains-what"),
        scene: scene_of(sketch, size),
    };
    (!pains.customers.is_empty()).then_some(body)
}

/// The bands of frequency that the matrix has; the last one may be of those of which it is not known.
pub(super) fn bands(pains: &Pains) -> Vec<Option<usize>> {
    let has_unknown = pains.customers.iter().any(|pain| pain.band().is_none());
    (0..=FREQUENCY_BANDS.len()).map(Some).chain(has_unknown.then_some(None)).collect()
}

/// The worse and the more frequent, the deeper.
pub(super) fn depth(band: Option<usize>, severity: u8, theme: &Theme) -> Color {
    let Some(band) = band else { return theme.field };
    #[allow(clippy::cast_precision_loss)] // four bands
    let depth = f32::from(severity) * (band as f32 + 1.0) / 20.0;
    theme.exit.faded(0.05 + 0.22 * depth)
}

/// What a pain stands in. What nobody has measured has a line of dashes around it, as on the map.
pub(super) fn box_of(sketch: &mut Sketch<'_>, rect: Rect, pain: &RankedPain) {
    let theme = sketch.theme;
    let stroke = match pain.measured {
        Some(_) => solid(theme.pain_border, 1.0),
        None => Some(dashed(theme.pain_border, 1.0, 3.0, 2.5)),
    };
    sketch.rect(rect, 5.0, theme.pain_fill, stroke);
}

/// How often a pain is met, as the team assumes.
pub(super) fn assumed(pain: &RankedPain, format: NumberFormat) -> Option<String> {
    pain.typed.map(|share| tr!("scene-pain-assumed", share = format.percent(share, 0)))
}

fn chip<'a>(
    sketch: &Sketch<'_>,
    pain: &'a RankedPain,
    map: &JourneyMap,
    room: f32,
    (format, small): (NumberFormat, SmallGroups),
) -> Chip<'a> {
    let card = map.cards.get(pain.card).map_or("", |card| card.text.trim());
    let measured = pain.measured.map(|rate| match small.rate(rate).value() {
        Some(rate) => format.percent(rate.value, 1),
        None => tr!("scene-report-hidden"),
    });
    // A narrow cell has room for how often alone.
    let touchpoint = map.touchpoints.get(pain.touchpoint).filter(|_| room >= ROOM_FOR_PLACE);
    let place = touchpoint.map(|touchpoint| touchpoint.name.trim().to_owned());
    let note = [measured.or_else(|| assumed(pain, format)), place]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty());
    let words = if card.is_empty() { "–" } else { card };
    Chip {
        pain, words: sketch.wrap_short(words, WORDS, room, 3), note: note.collect::<Vec<_>>().join(" · ")
    }
}

fn chips_ui(sketch: &mut Sketch<'_>, chips: &[Chip<'_>], cell: Rect, theme: &Theme) {
    let mut y = cell.min.y + CHIP_GAP;
    let room = cell.width() - 2.0 * PADDING - GAP;
    for chip in chips.iter().take(MOST_CHIPS) {
        let rect = Rect::from_xywh(cell.min.x + GAP, y, cell.width() - 2.0 * GAP, chip.height());
        let label = format!("{} · {}", &*chip.words_text(), chip.note);
        sketch.node(Element::Card(chip.pain.card), rect, label, |sketch| {
            box_of(sketch, rect, chip.pain);
            let first = pt(rect.min.x + PADDING - 2.0, rect.min.y + PADDING + 9.0);
            let last = sketch.paragraph_on_rect(&chip.words, first, Align::Start, theme.pain_text);
            let note = sketch.wrap_short(&chip.note, NOTE, room, 1);
            sketch.paragraph(&note, pt(first.x, last + 14.0), Align::Start, theme.pain_note);
        });
        y += chip.height() + CHIP_GAP;
    }
    if chips.len() > MOST_CHIPS {
        let words = tr!("scene-slide-more", count = chips.len() - MOST_CHIPS);
        sketch.text(&words, NOTE, pt(cell.min.x + PADDING, y + 10.0), Align::Start, theme.text_body);
    }
}

impl Chip<'_> {
    fn words_text(&self) -> std::sync::Arc<str> {
        let lines: Vec<&str> = self.words.lines.iter().map(|line| &*line.text).collect();
        lines.join(" ").into()
    }
}

pub(super) fn band_name(band: Option<usize>, format: NumberFormat) -> String {
    let Some(band) = band else { return tr!("scene-chart-pain-unknown") };
    let percent = |share: f64| format.percent(share, 0);
    let low = band.checked_sub(1).and_then(|below| FREQUENCY_BANDS.get(below)).copied();
    let high = FREQUENCY_BANDS.get(band).copied();
    match (low, high) {
        (None, Some(high)) => tr!("scene-chart-pain-below", share = percent(high)),
        (Some(low), Some(high)) => format!("{} – {}", format.decimals(100.0 * low, 0), percent(high)),
        (Some(low), None) => tr!("scene-chart-pain-over", share = percent(low)),
        (None, None) => String::new(),
    }
}
