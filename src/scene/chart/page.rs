//! A chart as a picture of its own: title above, source below.

use super::{ChartBody, ChartKind, Charted, bodies};
use crate::base::geom::pt;
use crate::base::{Rect, Size};
use crate::scene::passage::Align;
use crate::scene::prim::{Element, Scene};
use crate::scene::sketch::Sketch;
use crate::scene::style::{TextStyle, style};
use crate::text::{Face, Fonts};
use crate::theme::Theme;

/// Sizes and margins of a picture.
struct Sheet {
    width: f32,
    margin: f32,
    title: TextStyle,
    subtitle: TextStyle,
    source: TextStyle,
}

/// For pictures of their own.
const WIDE: Sheet = Sheet {
    width: 960.0,
    margin: 32.0,
    title: style(Face::Bold, 24.0, 30.0),
    subtitle: style(Face::Regular, 14.0, 20.0),
    source: style(Face::Regular, 10.5, 14.0),
};
/// For what is read in a panel, too, where it is as wide as there is room.
const NARROW: Sheet = Sheet {
    width: 560.0,
    margin: 20.0,
    title: style(Face::Bold, 19.0, 24.0),
    subtitle: style(Face::Regular, 12.5, 17.0),
    source: style(Face::Regular, 9.5, 13.0),
};
/// Width at which the body of a narrow chart is laid out.
pub const NARROW_ROOM: f32 = NARROW.width - 2.0 * NARROW.margin;
/// In a panel that is narrower the chart is made smaller: names, marks and values need so much beside each other.
const LEAST: f32 = 400.0;

/// Width at which the body of a chart for a picture of its own is laid out.
pub const BODY_WIDTH: f32 = WIDE.width - 2.0 * WIDE.margin;

/// The chart with its title and where the figures come from, as high as it needs; none when there is nothing to show.
#[must_use]
pub fn chart(kind: ChartKind, of: &Charted<'_>, theme: &Theme, fonts: &Fonts) -> Option<Scene> {
    let body = bodies(kind, of, (BODY_WIDTH, usize::MAX), (theme, fonts)).into_iter().next()?;
    Some(on_page(body, &of.overlay.footer, theme, fonts))
}

/// A chart of [`BODY_WIDTH`] with its title above and where the figures come from below.
#[must_use]
pub fn on_page(body: ChartBody, source: &str, theme: &Theme, fonts: &Fonts) -> Scene {
    titled(body, source, &WIDE, (theme, fonts))
}

/// The room for the body of a chart in a panel of this width.
#[must_use]
pub const fn panel_room(width: f32) -> f32 {
    width.clamp(LEAST, NARROW.width) - 2.0 * NARROW.margin
}

/// A chart that was laid out at [`NARROW_ROOM`] or [`panel_room`], with its title above and where the figures come from below.
#[must_use]
pub fn narrow(body: ChartBody, source: &str, theme: &Theme, fonts: &Fonts) -> Scene {
    let sheet = Sheet { width: body.scene.size.width + 2.0 * NARROW.margin, ..NARROW };
    titled(body, source, &sheet, (theme, fonts))
}

fn titled(body: ChartBody, source: &str, sheet: &Sheet, (theme, fonts): (&Theme, &Fonts)) -> Scene {
    let margin = sheet.margin;
    let room = sheet.width - 2.0 * margin;
    let mut sketch = Sketch::new(fonts, theme);
    let title = sketch.wrap_short(&body.title, sheet.title, room, 2);
    let mut y = margin + sheet.title.size_pt;
    let rect = Rect { min: pt(margin, margin), max: pt(sheet.width - margin, y + title.drop() + 8.0) };
    sketch.node(Element::Title, rect, body.title.as_str(), |sketch| {
        y = sketch.paragraph(&title, pt(margin, y), Align::Start, theme.text);
    });
    let subtitle = sketch.wrap_short(&body.subtitle, sheet.subtitle, room, 3);
    y = sketch.paragraph(&subtitle, pt(margin, y + 26.0), Align::Start, theme.text_muted) + 26.0;
    let height = body.scene.size.height;
    sketch.section(body.title, |sketch| sketch.embed(body.scene, pt(margin, y)));
    y += height;
    let source = source.trim();
    if !source.is_empty() {
        y += 30.0;
        let source = sketch.wrap_short(source, sheet.source, room, 2);
        y = sketch.paragraph(&source, pt(margin, y), Align::Start, theme.text_faint);
    }
    let Sketch { items, nodes, sections, .. } = sketch;
    let size = Size { width: sheet.width, height: y + margin - 8.0 };
    Scene { size, background: Some(theme.canvas), items, nodes, sections, ..Scene::default() }
}
