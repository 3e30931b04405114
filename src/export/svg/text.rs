//! Runs of text: as text in a font that comes along, else as the outlines or pictures of their glyphs.

use super::embedded::EmbeddedFonts;
use super::{Svg, fill, number, path_data, place};
use crate::base::geom::pt;
use crate::export::glyphs;
use crate::export::xml::escaped;
use crate::scene::TextRun;
use base64::Engine as _;

impl Svg {
    /// Writes the run that is an item of the scene.
    pub(super) fn text(&mut self, item: usize, run: &TextRun, fonts: &EmbeddedFonts) {
        if run.lacks_glyphs() {
            // Whoever shows it may have a font for it.
            self.words(run, "", run.width);
            return;
        }
        match fonts.embedded(item, run) {
            Some(embedded) => {
                let family = embedded.family.map_or_else(String::new, |family| {
                    let stand_in = run.font.as_ref().map_or("Inter", |font| font.family());
                    format!(" font-family=\"'{family}', '{}', sans-serif\"", escaped(stand_in))
                });
                let moved: Vec<String> = embedded.dx.iter().copied().map(number).collect();
                let dx =
                    if moved.is_empty() { String::new() } else { format!(" dx=\"{}\"", moved.join(" ")) };
                self.words(run, &format!("{family}{dx}"), run.width);
            }
            None => self.drawn(run),
        }
    }

    fn words(&mut self, run: &TextRun, attributes: &str, width: f32) {
        // The width keeps the line in its place where another font stands in.
        let length = if self.tells_widths && width > 0.0 && run.glyphs.len() > 1 {
            format!(" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"", number(width))
        } else {
            String::new()
        };
        self.add(format_args!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\" font-weight=\"{}\" xml:space=\"preserve\"{attributes}{length}{}>{}</text>\n",
            number(run.origin.x),
            number(run.origin.y),
            number(run.size),
            run.face.weight(),
            fill(Some(run.color)),
            escaped(&run.text)
        ));
    }

    fn drawn(&mut self, run: &TextRun) {
        let mut outlines = Vec::new();
        for glyph in run.glyphs.iter() {
            let at = pt(run.origin.x + glyph.x, run.origin.y + glyph.y);
            match run.picture(glyph) {
                Some((rect, picture)) => {
                    let data = base64::engine::general_purpose::STANDARD.encode(&picture.png);
                    self.add(format_args!(
                        "<image{} href=\"data:image/png;base64,{data}\"/>\n",
                        place(&rect)
                    ));
                }
                None => {
                    let outline = glyphs::outline(run.file(), glyph.glyph, run.size);
                    outlines.extend(outline.into_iter().map(|segment| segment.shifted(at.x, at.y)));
                }
            }
        }
        if !outlines.is_empty() {
            self.add(format_args!("<path d=\"{}\"{}/>\n", path_data(&outlines), fill(Some(run.color))));
        }
    }
}
