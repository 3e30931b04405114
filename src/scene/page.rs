//! What stands above and below the map in pictures that leave the program: title, persona, legend, source of the figures.

use super::Page;
use super::context::Context;
use super::differences::{self, Differences, change_name};
use super::logo::Logo;
use super::marks::{self, Dots};
use super::passage::Align;
use super::prim::{Element, Stroke};
use super::sketch::{Sketch, solid};
use super::style::{
    BADGE, DESCRIPTION, FOOTER, HAIRLINE_LEFT, HEADING_LEFT, INITIALS, LEGEND, PAGE_TITLE, PERSONA_NAME,
    PERSONA_QUOTE,
};
use crate::base::geom::pt;
use crate::base::{Color, Point, Rect, Size};
use crate::model::compare::Change;
use crate::model::{CardKind, Evidence, LaneKind, MapKind, Persona};
use crate::tr;

/// Lines longer than this are hard to follow.
const WIDEST_TEXT: f32 = 760.0;
/// A title has at least this width beside its badges.
const NARROWEST_TITLE: f32 = 160.0;
const AVATAR_RADIUS: f32 = 17.0;
const LARGEST_LOGO: Size = Size { width: 150.0, height: 44.0 };
const BORDER_PT: f32 = 1.0;
const LOGO_GAP: f32 = 12.0;
/// With less room beside the logo the title goes below it.
const NARROWEST_HEADER: f32 = 320.0;

/// Title, kind, description and persona, with the logo at their right or, where that is too narrow, above; gives the lower end.
pub(super) fn above(sketch: &mut Sketch<'_>, context: &Context<'_>, top: f32) -> f32 {
    let (left, right) = (context.left + HEADING_LEFT, context.columns.right);
    let room = (right - left).max(120.0);
    let Some(logo) = Logo::within(context.page.logo.as_ref(), LARGEST_LOGO) else {
        return header(sketch, context, pt(left, top), room);
    };
    logo.paint(sketch, pt(right, top));
    let bottom = top + logo.size.height + LOGO_GAP;
    let beside = room - logo.size.width - LOGO_GAP;
    if beside >= NARROWEST_HEADER {
        header(sketch, context, pt(left, top), beside).max(bottom)
    } else {
        header(sketch, context, pt(left, bottom), room)
    }
}

/// Title, kind, description and persona, if they are wanted; gives the lower end.
fn header(
    sketch: &mut Sketch<'_>,
    context: &Context<'_>,
    Point { x: left, y: top }: Point,
    room: f32,
) -> f32 {
    if !context.page.header {
        return top;
    }
    let bottom = title(sketch, context, pt(left, top), room);
    let mut y = bottom;
    let description = context.map.about.description.trim();
    if !description.is_empty() {
        let description = sketch.wrap(description, DESCRIPTION, room.min(WIDEST_TEXT));
        y = sketch.paragraph(&description, pt(left, y + 17.0), Align::Start, sketch.theme.text_body) + 6.0;
    }
    if let Some(persona) = context.persona {
        y = persona_line(sketch, persona, pt(left, y + 10.0), room);
    }
    y + 8.0
}

/// The title, and behind it whether the map shows what is or what should be and how much of it is evidence; gives the
/// lower end.
fn title(sketch: &mut Sketch<'_>, context: &Context<'_>, at: Point, room: f32) -> f32 {
    let theme = sketch.theme;
    let kind = match context.map.about.kind {
        MapKind::AsIs => tr!("scene-as-is"),
        MapKind::ToBe => tr!("scene-to-be"),
    };
    let share = context.evidence_share().map(|share| context.format.percent(share, 0));
    let share = share.map(|share| tr!("scene-evidence-share", share = share));
    let badge_width =
        |sketch: &Sketch<'_>, words: &str| sketch.fonts.width(words, BADGE.face, BADGE.size_pt) + 22.0;
    let kind_width = badge_width(sketch, &kind);
    let share_width = share.as_ref().map_or(0.0, |share| badge_width(sketch, share) + 8.0);
    let beside = room - kind_width - share_width - 12.0;
    // Beside a title that would be squeezed the badges have no room: they go below it.
    let is_below = beside < NARROWEST_TITLE;
    let title_room = if is_below { room } else { beside };
    let name = context.page.title_of(context.map);
    let title = sketch.wrap(name, PAGE_TITLE, title_room);
    let last = at.y + 26.0 + title.drop();
    let rect = Rect { min: at, max: pt(at.x + title.width(), last + 8.0) };
    let label = tr!("scene-label-title", name = name, kind = kind.as_str());
    sketch.node(Element::Title, rect, label, |sketch| {
        sketch.paragraph(&title, pt(at.x, at.y + 26.0), Align::Start, theme.text);
    });
    let corner =
        if is_below { pt(at.x, last + 12.0) } else { pt(at.x + title.last_width() + 12.0, last - 20.0) };
    let place = Rect::from_xywh(corner.x, corner.y, kind_width, 24.0);
    badge(sketch, place, &kind, (theme.accent_soft, theme.accent_soft_border, theme.accent_text));
    if let Some(share) = share {
        let place = Rect::from_xywh(place.max.x + 8.0, place.min.y, share_width - 8.0, 24.0);
        badge(sketch, place, &share, (theme.ok_soft, theme.evidence_fill, theme.ok_text));
    }
    if is_below { place.max.y + 4.0 } else { last + 8.0 }
}

/// Words on a pill; the colours are those of fill, frame and words.
fn badge(sketch: &mut Sketch<'_>, place: Rect, words: &str, (fill, frame, color): (Color, Color, Color)) {
    sketch.rect(place, 12.0, fill, solid(frame, 1.0));
    sketch.text_on_rect(words, BADGE, pt(place.center().x, place.min.y + 16.2), Align::Middle, color);
}

/// Avatar with initials, name and quote; gives the lower end.
fn persona_line(sketch: &mut Sketch<'_>, persona: &Persona, at: Point, room: f32) -> f32 {
    let theme = sketch.theme;
    let center = pt(at.x + AVATAR_RADIUS, at.y + AVATAR_RADIUS);
    sketch.circle(center, AVATAR_RADIUS, theme.avatar, None);
    let initials = persona.initials();
    sketch.text_on_rect(&initials, INITIALS, pt(center.x, center.y + 4.4), Align::Middle, theme.on_avatar);

    let left = at.x + 2.0 * AVATAR_RADIUS + 11.0;
    let room = (room - 2.0 * AVATAR_RADIUS - 11.0).clamp(80.0, WIDEST_TEXT);
    let name = sketch.wrap(&persona.name, PERSONA_NAME, room);
    let quote = persona.quote.trim();
    let single = quote.is_empty() && name.lines.len() == 1;
    let first = if single { center.y + 5.0 } else { at.y + 13.0 };
    let mut last = sketch.paragraph(&name, pt(left, first), Align::Start, theme.text);
    if !quote.is_empty() {
        let quote = sketch.wrap(&quoted(quote), PERSONA_QUOTE, room);
        last = sketch.paragraph(&quote, pt(left, last + 18.0), Align::Start, theme.text_muted);
    }
    (last + 6.0).max(at.y + 2.0 * AVATAR_RADIUS)
}

/// With quotation marks, unless it brings its own.
fn quoted(text: &str) -> String {
    if text.starts_with(['“', '"', '„', '«', '‘', '\'']) {
        text.to_owned()
    } else {
        format!("“{text}”")
    }
}

/// Legend and source of the figures, if they are wanted; gives the lower end.
pub(super) fn below(sketch: &mut Sketch<'_>, context: &Context<'_>, top: f32) -> f32 {
    let (left, right) = (context.left + HEADING_LEFT, context.columns.right);
    let mut bottom = if context.page.legend { legend(sketch, context, left, right, top) } else { top };
    let source = context.overlay.filter(|_| context.page.footer).map(|overlay| overlay.footer.trim());
    let source = source.filter(|footer| !footer.is_empty());
    if let Some(source) = source {
        let line = Stroke { color: sketch.theme.border, width: 1.0, dash: None };
        sketch.horizontal(context.left + HAIRLINE_LEFT, right, bottom + 8.0, line);
        let source = sketch.wrap(source, FOOTER, (right - left).max(120.0));
        bottom =
            sketch.paragraph(&source, pt(left, bottom + 25.0), Align::Start, sketch.theme.text_faint) + 4.0;
    }
    bottom
}

/// The line around everything.
pub(super) fn border(sketch: &mut Sketch<'_>, page: &Page, Size { width, height }: Size) {
    if page.border {
        let inside = Rect::from_xywh(0.0, 0.0, width, height).expanded(-BORDER_PT / 2.0);
        sketch.rect(inside, 0.0, None, solid(sketch.theme.border_strong, BORDER_PT));
    }
}

/// A sign of the legend, painted around a point.
#[derive(Clone, Copy)]
enum Sign {
    Drawn,
    ToBe,
    Measured,
    Before,
    Interval,
    Exits,
    Small,
    Star,
    Goal,
    Contact,
    Evidence,
    Quoted,
    Assumed,
    Severity,
    Votes,
    Change(Change),
    EarlierCurve,
}

/// The signs that occur on this map, with their meaning.
fn signs(context: &Context<'_>) -> Vec<(Sign, String)> {
    let map = context.map;
    let measured: Vec<_> =
        context.columns.columns.iter().filter_map(|column| context.measured(column)).collect();
    let has_lane = |kind| context.lanes.iter().any(|lane| lane.kind == kind);
    let shows_exits = has_lane(LaneKind::Exits) && measured.iter().any(|at| at.exit.is_some());
    let shows_emotion = has_lane(LaneKind::Emotion) && measured.iter().any(|at| at.emotion.is_some());
    let drawn = context.persona.is_some_and(|persona| !persona.emotions.is_empty());
    let personas = context.lanes.iter().filter(|lane| lane.kind == LaneKind::Emotion);
    let shown = context.persona.map(|persona| persona.id);
    let wanted =
        personas.flat_map(|lane| map.personas_of(lane, shown)).any(|persona| !persona.to_be.is_empty());
    let grade = |wanted| map.cards.iter().any(|card| context.evidence(card) == wanted);
    let small = measured.iter().any(|at| {
        at.exit.as_ref().is_some_and(|bar| bar.small)
            || at.emotion.as_ref().is_some_and(|dot| dot.small)
            || at.satisfaction.as_ref().is_some_and(|bar| bar.small)
    });
    let touchpoint = |is: fn(&crate::model::Touchpoint) -> bool| {
        context.columns.columns.iter().any(|column| is(column.touchpoint))
    };
    let all = [
        (has_lane(LaneKind::Emotion) && drawn, Sign::Drawn, tr!("scene-legend-drawn")),
        (has_lane(LaneKind::Emotion) && wanted, Sign::ToBe, tr!("scene-legend-to-be")),
        (shows_emotion, Sign::Measured, tr!("scene-legend-measured")),
        (
            context.overlay.is_some_and(|overlay| overlay.before.is_some()),
            Sign::Before,
            tr!("scene-legend-before"),
        ),
        (shows_emotion || shows_exits, Sign::Interval, tr!("scene-legend-interval")),
        (shows_exits, Sign::Exits, tr!("scene-legend-exits")),
        (small, Sign::Small, tr!("scene-legend-small")),
        (touchpoint(|at| at.moment_of_truth), Sign::Star, tr!("scene-legend-moment-of-truth")),
        (touchpoint(|at| at.goal), Sign::Goal, tr!("scene-legend-goal")),
        (touchpoint(|at| at.contact), Sign::Contact, tr!("scene-legend-contact")),
        (!measured.is_empty() || grade(Evidence::Measured), Sign::Evidence, tr!("scene-legend-evidence")),
        (grade(Evidence::Quoted), Sign::Quoted, tr!("scene-legend-quoted")),
        (
            map.cards.iter().any(|card| card.evidence == Some(Evidence::Assumed)),
            Sign::Assumed,
            tr!("scene-legend-assumed"),
        ),
        (
            map.cards.iter().any(|card| matches!(card.kind, CardKind::Pain(_))),
            Sign::Severity,
            tr!("scene-legend-severity"),
        ),
        (map.cards.iter().any(|card| card.votes > 0), Sign::Votes, tr!("scene-legend-votes")),
    ];
    let all = all.into_iter().filter(|(occurs, ..)| *occurs).map(|(_, sign, text)| (sign, text));
    all.chain(context.differences.map(signs_of_differences).unwrap_or_default()).collect()
}

/// The signs of what has changed, the first of them with the name of the earlier map.
fn signs_of_differences(differences: &Differences) -> Vec<(Sign, String)> {
    let marks = &differences.marks;
    let occurs = |change: &Change| marks.changes.values().any(|changes| changes.contains(change));
    let changes = Change::ALL.into_iter().filter(occurs);
    let mut signs: Vec<_> = changes.map(|change| (Sign::Change(change), change_name(change))).collect();
    if !marks.earlier.is_empty() {
        signs.push((Sign::EarlierCurve, tr!("scene-legend-earlier-curve")));
    }
    if let Some((_, text)) = signs.first_mut() {
        *text = tr!("scene-legend-since", what = text.as_str(), since = differences.since.as_str());
    }
    signs
}

/// Signs in as many lines as they need; gives the lower end.
fn legend(sketch: &mut Sketch<'_>, context: &Context<'_>, left: f32, right: f32, top: f32) -> f32 {
    const SIGN_WIDTH: f32 = 22.0;
    const GAP: f32 = 22.0;
    let signs = signs(context);
    if signs.is_empty() {
        return top;
    }
    let (mut x, mut baseline) = (left, top + 18.0);
    for (sign, text) in signs {
        let line = sketch.fonts.shape(&text, LEGEND.face, LEGEND.size_pt);
        let width = SIGN_WIDTH + line.width;
        if x > left && x + width > right {
            (x, baseline) = (left, baseline + LEGEND.line_height_pt);
        }
        sign.paint(sketch, pt(x + 8.0, baseline - 4.0));
        sketch.shaped(&line, LEGEND, pt(x + SIGN_WIDTH, baseline), Align::Start, sketch.theme.text_muted);
        x += width + GAP;
    }
    baseline + 8.0
}

impl Sign {
    fn paint(self, sketch: &mut Sketch<'_>, center: Point) {
        const SEVERITY: Dots = Dots { radius: 2.4, step: 6.0 };
        let theme = sketch.theme;
        let curve = |sketch: &mut Sketch<'_>, color: Color| {
            let stroke = Stroke { color, width: 2.4, dash: None };
            sketch.horizontal(center.x - 8.0, center.x + 8.0, center.y, stroke);
        };
        match self {
            Self::Drawn => {
                curve(sketch, theme.drawn);
                sketch.circle(center, 4.4, theme.card, solid(theme.drawn, 2.2));
            }
            Self::ToBe => {
                let stroke = super::sketch::dashed(theme.drawn, 2.0, 5.0, 3.0);
                sketch.horizontal(center.x - 9.0, center.x + 9.0, center.y, stroke);
            }
            Self::Measured => {
                curve(sketch, theme.measured);
                sketch.circle(center, 4.0, theme.measured, None);
            }
            Self::Before => {
                let stroke = super::sketch::dashed(theme.measured, 1.6, 5.0, 4.0);
                sketch.horizontal(center.x - 9.0, center.x + 9.0, center.y, stroke);
                sketch.circle(center, 3.4, theme.card, solid(theme.measured, 1.4));
            }
            Self::Interval => {
                let stroke = Stroke { color: theme.text_muted, width: 1.2, dash: None };
                marks::whisker(sketch, center.x, (center.y - 6.0, center.y + 6.0), stroke);
            }
            Self::Exits => {
                sketch.rect(bar(center, -8.0, 5.0), 1.5, theme.exit_light, None);
                sketch.rect(bar(center, 1.0, 11.0), 1.5, theme.exit, None);
            }
            Self::Small => {
                let outline = super::sketch::dashed(theme.text_muted, 1.2, 3.0, 2.5);
                sketch.rect(Rect { min: center, max: center }.expanded(5.0), 2.0, None, Some(outline));
            }
            Self::Star => marks::star(sketch, center, 7.0),
            Self::Goal => marks::goal(sketch, center),
            Self::Contact => marks::contact(sketch, center),
            Self::Evidence => marks::evidence(sketch, around(center), Evidence::Measured),
            Self::Quoted => marks::evidence(sketch, around(center), Evidence::Quoted),
            Self::Assumed => marks::evidence(sketch, around(center), Evidence::Assumed),
            Self::Severity => {
                marks::dots(sketch, pt(center.x + 8.4, center.y), 3, SEVERITY, theme.exit);
            }
            Self::Votes => sketch.circle(center, 3.6, theme.accent, None),
            Self::Change(change) => differences::badge(sketch, center, change),
            Self::EarlierCurve => {
                let stroke = super::sketch::dashed(theme.drawn, 1.8, 5.0, 4.0);
                sketch.horizontal(center.x - 8.0, center.x + 8.0, center.y, stroke);
            }
        }
    }
}

/// The square of an evidence mark.
fn around(center: Point) -> Rect {
    Rect { min: center, max: center }.expanded(6.0)
}

/// A little bar that stands on the line below `center`.
fn bar(center: Point, left: f32, height: f32) -> Rect {
    Rect::from_xywh(center.x + left, center.y + 5.5 - height, 7.0, height)
}
