//! Pictures of the scene as textures, decoded once.

use crate::scene::ImagePrim;
use egui::{ColorImage, Context, TextureHandle, TextureId, TextureOptions};
use std::collections::HashMap;
use std::io::Cursor;
use std::sync::Arc;

/// Textures of pictures. A picture that can't be decoded is remembered as such and not painted.
#[derive(Default)]
pub struct Images {
    /// By the address of the bytes, which are held so that the address stays theirs.
    textures: HashMap<usize, Texture>,
}

struct Texture {
    bytes: Arc<[u8]>,
    handle: Option<TextureHandle>,
    used: bool,
}

impl Images {
    /// The texture of a picture.
    pub fn texture(&mut self, context: &Context, picture: &ImagePrim) -> Option<TextureId> {
        let address = picture.png.as_ptr() as usize;
        let texture = self.textures.entry(address).or_insert_with(|| Texture {
            bytes: Arc::clone(&picture.png),
            handle: decode(&picture.png)
                .map(|image| context.load_texture("picture", image, TextureOptions::LINEAR)),
            used: true,
        });
        debug_assert!(Arc::ptr_eq(&texture.bytes, &picture.png), "an address belongs to one picture");
        texture.used = true;
        texture.handle.as_ref().map(TextureHandle::id)
    }

    /// Forgets the textures that were not asked for since the last call.
    pub fn forget_unused(&mut self) {
        self.textures.retain(|_, texture| std::mem::take(&mut texture.used));
    }
}

fn decode(bytes: &[u8]) -> Option<ColorImage> {
    let mut decoder = png::Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::ALPHA | png::Transformations::STRIP_16);
    let mut reader = decoder.read_info().ok()?;
    let mut pixels = vec![0; reader.output_buffer_size()?];
    let frame = reader.next_frame(&mut pixels).ok()?;
    let size = [usize::try_from(frame.width).ok()?, usize::try_from(frame.height).ok()?];
    let pixels = pixels.get(..frame.buffer_size())?;
    match frame.color_type {
        png::ColorType::Rgba => Some(ColorImage::from_rgba_unmultiplied(size, pixels)),
        png::ColorType::GrayscaleAlpha => {
            let rgba: Vec<u8> = pixels
                .chunks_exact(2)
                .flat_map(|pixel| match *pixel {
                    [gray, alpha] => [gray, gray, gray, alpha],
                    _ => [0; 4],
                })
                .collect();
            Some(ColorImage::from_rgba_unmultiplied(size, &rgba))
        }
        png::ColorType::Rgb | png::ColorType::Grayscale | png::ColorType::Indexed => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_picture_is_not_painted() {
        assert!(decode(b"not a picture").is_none());
        assert!(decode(&[]).is_none());
    }

    #[test]
    fn gray_and_coloured_pictures_are_read() {
        for (color, bytes) in [(png::ColorType::Grayscale, 1), (png::ColorType::Rgb, 3)] {
            let mut file = Vec::new();
            let mut encoder = png::Encoder::new(&mut file, 2, 1);
            encoder.set_color(color);
            let mut writer = encoder.write_header().expect("a header");
            writer.write_image_data(&vec![200; 2 * bytes]).expect("two pixels");
            writer.finish().expect("an end");
            let image = decode(&file).expect("a picture");
            assert_eq!((image.size, image.pixels[0].r()), ([2, 1], 200));
        }
    }
}
