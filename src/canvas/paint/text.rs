//! Text runs. The scene has shaped and wrapped them; egui shapes the same text in the same face to the same width
//! at any size, so a run is painted as it stands on its baseline. Runs in other fonts are pictures (`foreign`).

use super::{Brush, color32};
use crate::base::Rect;
use crate::base::geom::pt;
use crate::scene::TextRun;
use crate::text::Face;
use egui::emath::GuiRounding as _;
use egui::{Color32, FontFamily, FontId, Pos2, TextureId, vec2};

/// Text smaller than this many screen points is painted as a faint bar: nobody can read it, but all can see that it is there.
const LEGIBLE: f32 = 5.0;

/// egui's family for a face; the app registers the four bundled fonts under these names.
#[must_use]
pub fn family_of(face: Face) -> FontFamily {
    FontFamily::Name(
        match face {
            Face::Regular => "Inter-Regular",
            Face::Medium => "Inter-Medium",
            Face::SemiBold => "Inter-SemiBold",
            Face::Bold => "Inter-Bold",
        }
        .into(),
    )
}

/// The families of all faces, looked up once a frame.
pub struct Faces([FontFamily; 4]);

impl Faces {
    /// Faces that nobody has registered become egui's proportional family: egui panics at unknown ones.
    pub fn of(context: &egui::Context) -> Self {
        let known = |face| {
            let family = family_of(face);
            let is_registered = context.fonts(|fonts| fonts.definitions().families.contains_key(&family));
            if is_registered { family } else { FontFamily::Proportional }
        };
        Self([Face::Regular, Face::Medium, Face::SemiBold, Face::Bold].map(known))
    }

    /// The font of a face in a size in screen points.
    pub fn font(&self, face: Face, size: f32) -> FontId {
        let [regular, medium, semi_bold, bold] = &self.0;
        let family = match face {
            Face::Regular => regular,
            Face::Medium => medium,
            Face::SemiBold => semi_bold,
            Face::Bold => bold,
        };
        FontId::new(size, family.clone())
    }
}

impl Brush<'_> {
    pub(super) fn text(&mut self, run: &TextRun) {
        let extent = Rect {
            min: pt(run.origin.x, run.origin.y - run.size),
            max: pt(run.origin.x + run.width, run.origin.y + run.size * 0.35),
        };
        if run.text.is_empty() || !self.visible.intersects(&extent) {
            return;
        }
        let baseline = self.camera.screen_from_map(run.origin);
        let size = run.size * self.camera.zoom();
        let color = color32(run.color);
        if size < LEGIBLE {
            self.bar(run, baseline, color);
        } else if run.font.is_some() || run.is_rtl {
            match self.cache.foreign.get(self.painter.ctx(), run, self.camera.zoom()) {
                Some((texture, place)) => self.picture(texture, place),
                None => self.bar(run, baseline, color),
            }
        } else {
            match self.cache.galleys.get(self.painter.ctx(), &self.faces, run, size) {
                Some(line) => self.ink.line(&line, baseline, color),
                None => self.bar(run, baseline, color),
            }
        }
    }

    /// A run as a picture whose pixels lie on those of the screen.
    fn picture(&mut self, texture: TextureId, place: Rect) {
        let place = self.camera.screen_from_map_rect(place);
        let corner = place.min.round_to_pixels(self.painter.pixels_per_point());
        self.texture(texture, egui::Rect::from_min_size(corner, place.size()));
    }

    /// Says that there is text.
    fn bar(&mut self, run: &TextRun, baseline: Pos2, color: Color32) {
        let zoom = self.camera.zoom();
        let (width, x_height) = (run.width * zoom, run.size * zoom * 0.5);
        let bar = egui::Rect::from_min_size(baseline - vec2(0.0, x_height), vec2(width, x_height));
        self.quad(bar, color.gamma_multiply(0.35));
    }
}
