//! A chart as a picture of its own: title above, source below.

use super::{ChartBody, ChartKind, Charted, bodies};
use crate::base::geom::pt;
use crate::base::{Rect, Size};
use crate::scene::passage::Align;
use crate::scene::prim::{Element, Scene};
use crate::scene::sketch::Sketch;
use crate::scene::style::TextStyle;
use crate::text::{Face, Fonts};
use crate::theme::Theme;

const TITLE: TextStyle = TextStyle { face: Face::Bold, size_pt: 24.0, line_height_pt: 30.0 };
const SUBTITLE: TextStyle = TextStyle { face: Face::Regular, size_pt: 14.0, line_height_pt: 20.0 };
const SOURCE: TextStyle = TextStyle { face: Face::Regular, size_pt: 10.5, line_height_pt: 14.0 };

const WIDTH: f32 = 960.0;
const MARGIN: f32 = 32.0;
/// Width of what stands between title and source.
pub const BODY_WIDTH: f32 = WIDTH - 2.0 * MARGIN;

/// The chart with its title and where the figures come from, as high as it needs; none when there is nothing to show.
#[must_use]
pub fn chart(kind: ChartKind, of: &Charted<'_>, theme: &Theme, fonts: &Fonts) -> Option<Scene> {
    let body = bodies(kind, of, (BODY_WIDTH, usize::MAX), (theme, fonts)).into_iter().next()?;
    Some(on_page(body, &of.overlay.footer, theme, fonts))
}

/// A chart of [`BODY_WIDTH`] with its title above and where the figures come from below.
#[must_use]
pub fn on_page(body: ChartBody, source: &str, theme: &Theme, fonts: &Fonts) -> Scene {
    let room = BODY_WIDTH;
    let mut sketch = Sketch::new(fonts, theme);
    let title = sketch.wrap_short(&body.title, TITLE, room, 2);
    let mut y = MARGIN + TITLE.size_pt;
    let rect = Rect { min: pt(MARGIN, MARGIN), max: pt(WIDTH - MARGIN, y + title.drop() + 8.0) };
    sketch.node(Element::Title, rect, body.title.as_str(), |sketch| {
        y = sketch.paragraph(&title, pt(MARGIN, y), Align::Start, theme.text);
    });
    let subtitle = sketch.wrap_short(&body.subtitle, SUBTITLE, room, 2);
    y = sketch.paragraph(&subtitle, pt(MARGIN, y + 26.0), Align::Start, theme.text_muted) + 26.0;
    let height = body.scene.size.height;
    sketch.section(body.title, |sketch| sketch.embed(body.scene, pt(MARGIN, y)));
    y += height + 30.0;
    let source = sketch.wrap_short(source.trim(), SOURCE, room, 2);
    y = sketch.paragraph(&source, pt(MARGIN, y), Align::Start, theme.text_faint);
    let Sketch { items, nodes, sections, .. } = sketch;
    let size = Size { width: WIDTH, height: y + MARGIN - 8.0 };
    Scene { size, background: Some(theme.canvas), items, nodes, sections, ..Scene::default() }
}
