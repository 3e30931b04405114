//! The texture of glyphs grows when new ones come. A mesh names places in it as shares of its height, so one that was made earlier in
//! the frame in which that happens would show parts of other glyphs: its places are reckoned anew.

use egui::{Context, FullOutput, Mesh, Plugin, Shape};
use std::sync::{Arc, Weak};

/// Says for which height of the texture a mesh was made. Once for each mesh that has text.
pub fn expect_height(context: &Context, mesh: &Arc<Mesh>, height: usize) {
    let texture = context.plugin_or_default::<GlyphTexture>();
    texture.lock().expected.push((Arc::downgrade(mesh), height));
}

/// Meshes that have not been shown yet, or whose memory is still kept, with the height that they were made for.
#[derive(Default)]
struct GlyphTexture {
    expected: Vec<(Weak<Mesh>, usize)>,
}

impl Plugin for GlyphTexture {
    fn debug_name(&self) -> &'static str {
        "glyph texture"
    }

    fn output_hook(&mut self, context: &Context, output: &mut FullOutput) {
        self.expected.retain(|(mesh, _)| mesh.strong_count() > 0);
        let [_, height] = context.fonts(|fonts| fonts.font_image_size());
        if self.expected.iter().all(|(_, expected)| *expected == height) {
            return;
        }
        for clipped in &mut output.shapes {
            let Shape::Mesh(mesh) = &mut clipped.shape else { continue };
            let made_for =
                |(known, _): &&(Weak<Mesh>, usize)| std::ptr::eq(known.as_ptr(), Arc::as_ptr(mesh));
            if let Some((_, expected)) = self.expected.iter().find(made_for)
                && *expected != height
            {
                #[allow(clippy::cast_precision_loss)] // textures are not that large
                let shrunk = *expected as f32 / height as f32;
                Arc::make_mut(mesh).vertices.iter_mut().for_each(|vertex| vertex.uv.y *= shrunk);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::galleys::Painted;
    use super::super::ink::{Ink, Inks};
    use super::*;
    use egui::{Color32, FontId, RawInput, pos2};

    /// A frame with a line of text, after which glyphs of these sizes are needed; gives the mesh as it is shown.
    fn frame(context: &Context, inks: &mut Inks, sizes: std::ops::Range<u8>) -> Arc<Mesh> {
        inks.begin_frame();
        let mut output = context.run_ui(RawInput::default(), |ui| {
            let lay_out = |text: &str, size| {
                let (text, font) = (text.to_owned(), FontId::proportional(size));
                context.fonts_mut(|fonts| fonts.layout_no_wrap(text, font, Color32::PLACEHOLDER))
            };
            let line = Painted { galley: lay_out("Sepet", 13.0), ascent: 10.0, scale: 1.0 };
            let mut ink = Ink::new(ui.painter(), inks);
            ink.line(&line, pos2(50.0, 50.0), Color32::RED);
            ui.painter().add(ink.flush(context, inks).expect("a line"));
            for size in sizes.clone() {
                lay_out("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", f32::from(size));
            }
        });
        output.textures_delta.clear();
        let meshes = output.shapes.into_iter().filter_map(|clipped| match clipped.shape {
            Shape::Mesh(mesh) => Some(mesh),
            _ => None,
        });
        meshes.last().expect("the line")
    }

    #[test]
    fn letters_stay_what_they_are_while_the_texture_grows() {
        let context = Context::default();
        let mut inks = Inks::default();
        frame(&context, &mut inks, 0..0);
        let height = || context.fonts(|fonts| fonts.font_image_size()[1]);
        let before = height();
        let grown = frame(&context, &mut inks, 20..36);
        assert!(height() > before, "the texture has grown from {before} to {}", height());
        let after = frame(&context, &mut inks, 0..0);
        assert_eq!(grown, after);
    }
}
