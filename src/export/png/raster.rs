//! The pixels of a band of rows and the one way to fill a polygon in it: exact area coverage.
//!
//! Every number depends on positions in the whole picture alone, never on where the band begins,
//! so that bands of any height join without a seam.

use super::geometry::{Outline, PxRect};
use crate::base::Color;

/// Some rows of the picture, as premultiplied RGBA.
pub struct Band {
    width: u32,
    most_rows: u32,
    top: u32,
    rows: u32,
    pixels: Vec<[u8; 4]>,
    /// Signed area that each pixel adds to all pixels right of it, reused from shape to shape.
    cover: Vec<f32>,
}

impl Band {
    /// A band of at most this many rows.
    pub fn new(width: u32, most_rows: u32) -> Self {
        Self { width, most_rows, top: 0, rows: 0, pixels: Vec::new(), cover: Vec::new() }
    }

    /// Begins at row `top` of a picture of `height` rows, all in one colour.
    pub fn start(&mut self, top: u32, height: u32, paper: Color) {
        self.top = top;
        self.rows = self.most_rows.min(height - top);
        self.pixels.clear();
        self.pixels.resize(self.width as usize * self.rows as usize, premultiplied(paper));
    }

    /// How many rows it has.
    pub fn rows(&self) -> u32 {
        self.rows
    }

    /// The part of an area that lies in the band, as whole pixels: columns and rows of the picture.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // clamped to the picture
    pub fn clip(&self, area: &PxRect) -> Option<Clip> {
        let within = |value: f32, low: u32, high: u32| (value.max(low as f32) as u32).min(high);
        let bottom = self.top + self.rows;
        let clip = Clip {
            left: within(area.left.floor(), 0, self.width),
            right: within(area.right.ceil(), 0, self.width),
            top: within(area.top.floor(), self.top, bottom),
            bottom: within(area.bottom.ceil(), self.top, bottom),
        };
        (clip.left < clip.right && clip.top < clip.bottom).then_some(clip)
    }

    /// Fills an outline moved by (dx, dy), by the non-zero rule.
    pub fn fill(&mut self, outline: &Outline, dx: f32, dy: f32, ink: Ink) {
        let Some(clip) = self.clip(&outline.bounds.translated(dx, dy)) else { return };
        // One cell more than pixels: what lies beyond the right end is added there and never read.
        let stride = (clip.right - clip.left) as usize + 1;
        let mut cover = std::mem::take(&mut self.cover);
        cover.clear();
        cover.resize(stride * (clip.bottom - clip.top) as usize, 0.0);
        for line in &outline.lines {
            add_line(&mut cover, stride, &clip, line.map_points(dx, dy));
        }
        for (y, cells) in (clip.top..clip.bottom).zip(cover.chunks_exact(stride)) {
            let start = (y - self.top) as usize * self.width as usize;
            let row = self.pixels.get_mut(start + clip.left as usize..start + clip.right as usize);
            fill_row(row.unwrap_or_default(), cells, ink);
        }
        self.cover = cover;
    }

    /// Paints one pixel, of which `cover` (0…1) is covered.
    pub fn blend(&mut self, x: u32, y: u32, color: Color, cover: f32) {
        let index = (y - self.top) as usize * self.width as usize + x as usize;
        if let Some(pixel) = self.pixels.get_mut(index) {
            blend(pixel, color, cover);
        }
    }

    /// How many pixels a row has.
    pub fn width(&self) -> u32 {
        self.width
    }

    /// The pixels as RGB (3) or straight RGBA (4 channels).
    pub fn bytes(&self, channels: usize) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.pixels.len() * channels);
        self.write_bytes(channels, &mut bytes);
        bytes
    }

    /// The pixels as RGB (3) or straight RGBA (4 channels).
    fn write_bytes(&self, channels: usize, bytes: &mut Vec<u8>) {
        for pixel in &self.pixels {
            if channels == 3 {
                bytes.extend_from_slice(&pixel[..3]);
            } else {
                bytes.extend_from_slice(&straight(*pixel));
            }
        }
    }
}

/// A colour, and how it is laid on where it covers a part of a pixel.
#[derive(Clone, Copy)]
pub struct Ink {
    color: Color,
    /// How much more than its area a half covered pixel gets of it, 0…1.
    lift: f32,
}

impl Ink {
    /// Of areas and lines: as much as they cover.
    pub const fn area(color: Color) -> Self {
        Self { color, lift: 0.0 }
    }

    /// Of letters. Colours are mixed as screens and browsers mix them, on values that are not linear in light; light letters
    /// on a dark ground would look thinner than dark ones on a light ground, by what this adds.
    pub fn letters(color: Color) -> Self {
        let [r, g, b] = [color.r, color.g, color.b].map(|channel| f32::from(channel) / 255.0);
        Self { color, lift: 0.2126 * r + 0.7152 * g + 0.0722 * b }
    }

    fn cover(self, area: f32) -> f32 {
        area + self.lift * area * (1.0 - area)
    }
}

/// Fills what the cells of a row say is covered; where nothing changes for many pixels, all of them at once.
fn fill_row(row: &mut [[u8; 4]], cells: &[f32], ink: Ink) {
    let mut area = 0.0_f32;
    let mut x = 0;
    while x < row.len() {
        area += cells.get(x).copied().unwrap_or_default();
        let rest = cells.get(x + 1..row.len()).unwrap_or_default();
        let alike = 1 + rest.iter().position(|cell| *cell != 0.0).unwrap_or(rest.len());
        let cover = ink.cover(area.abs().min(1.0));
        let pixels = row.get_mut(x..x + alike).unwrap_or_default();
        if alpha_of(ink.color, cover) == 255 {
            let Color { r, g, b, .. } = ink.color;
            pixels.fill([r, g, b, 255]);
        } else {
            pixels.iter_mut().for_each(|pixel| blend(pixel, ink.color, cover));
        }
        x += alike;
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 0…255
fn alpha_of(color: Color, cover: f32) -> u32 {
    (f32::from(color.a) * cover + 0.5) as u32
}

#[allow(clippy::cast_possible_truncation)] // 0…255
fn blend(pixel: &mut [u8; 4], color: Color, cover: f32) {
    let alpha = alpha_of(color, cover);
    if alpha == 0 {
        return;
    }
    let top = [u32::from(color.r), u32::from(color.g), u32::from(color.b), 255];
    for (below, top) in pixel.iter_mut().zip(top) {
        *below = div_255(top * alpha + u32::from(*below) * (255 - alpha)) as u8;
    }
}

/// Whole pixels to be painted: columns and rows of the picture, right and bottom exclusive.
#[derive(Clone, Copy)]
pub struct Clip {
    pub left: u32,
    pub right: u32,
    pub top: u32,
    pub bottom: u32,
}

/// Adds what a line covers to its right, row by row, within the clip.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // clamped to the clip
fn add_line(cover: &mut [f32], stride: usize, clip: &Clip, [x0, y0, x1, y1]: [f32; 4]) {
    if y0 == y1 {
        return;
    }
    let (direction, x0, y0, x1, y1) = if y0 < y1 { (1.0, x0, y0, x1, y1) } else { (-1.0, x1, y1, x0, y0) };
    let slope = (x1 - x0) / (y1 - y0);
    let first = (y0.floor().max(clip.top as f32)) as u32;
    let last = (y1.ceil().max(0.0) as u32).min(clip.bottom);
    let left = clip.left as f32;
    let right = (clip.right - clip.left) as f32;
    for row in first..last {
        let (upper, lower) = (y0.max(row as f32), y1.min(row as f32 + 1.0));
        let x_at = |y: f32| (x0 + (y - y0) * slope - left).clamp(0.0, right);
        let start = (row - clip.top) as usize * stride;
        let Some(cells) = cover.get_mut(start..start + stride) else { return };
        add_segment(cells, (lower - upper) * direction, x_at(upper), x_at(lower));
    }
}

/// Adds the area right of a segment within one row: it spans `height` of the row and goes from `xa` to `xb`.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 0 ≤ x < cells
fn add_segment(cells: &mut [f32], height: f32, xa: f32, xb: f32) {
    let (low, high) = if xa < xb { (xa, xb) } else { (xb, xa) };
    let (first, last) = (low as usize, high as usize);
    // The share of the height that has been passed left of x, summed as trapezoids pixel by pixel.
    let mut passed = 0.0;
    for index in first..=last {
        let (from, to) = (low.max(index as f32), high.min(index as f32 + 1.0));
        let share = if high > low { height * (to - from) / (high - low) } else { height };
        // Of this pixel the part right of the segment's middle is covered; the rest falls to the next pixel.
        let covered = share * (index as f32 + 1.0 - (from + to) / 2.0);
        add(cells, index, passed + covered);
        passed = share - covered;
    }
    add(cells, last + 1, passed);
}

fn add(cells: &mut [f32], index: usize, area: f32) {
    if let Some(cell) = cells.get_mut(index) {
        *cell += area;
    }
}

/// Rounded division by 255 of 0 … 65 025.
const fn div_255(value: u32) -> u32 {
    (value + 127) / 255
}

#[allow(clippy::cast_possible_truncation)] // 0…255
fn premultiplied(color: Color) -> [u8; 4] {
    let times = |channel: u8| div_255(u32::from(channel) * u32::from(color.a)) as u8;
    [times(color.r), times(color.g), times(color.b), color.a]
}

#[allow(clippy::cast_possible_truncation)] // 0…255
fn straight([r, g, b, a]: [u8; 4]) -> [u8; 4] {
    let alpha = u32::from(a);
    if alpha == 0 {
        return [0; 4];
    }
    let divided = |channel: u8| ((u32::from(channel) * 255 + alpha / 2) / alpha).min(255) as u8;
    [divided(r), divided(g), divided(b), a]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cover_of(segments: &[(f32, f32, f32)]) -> Vec<f32> {
        let mut cells = vec![0.0; 5];
        for (height, xa, xb) in segments {
            add_segment(&mut cells, *height, *xa, *xb);
        }
        cells
            .iter()
            .scan(0.0, |area, cell| {
                *area += cell;
                Some(*area)
            })
            .collect()
    }

    #[test]
    fn coverage_is_the_exact_area() {
        // A box from x = 0.25 to x = 2.5.
        assert_eq!(cover_of(&[(1.0, 0.25, 0.25), (-1.0, 2.5, 2.5)]), [0.75, 1.0, 0.5, 0.0, 0.0]);
        // A diagonal over two pixels: the lower right triangle of a 2 × 1 box.
        assert_eq!(cover_of(&[(1.0, 2.0, 0.0), (-1.0, 2.0, 2.0)]), [0.25, 0.75, 0.0, 0.0, 0.0]);
    }

    #[test]
    fn half_transparent_red_over_white() {
        let mut band = Band::new(1, 1);
        band.start(0, 1, Color::rgb(255, 255, 255));
        band.blend(0, 0, Color::rgba(255, 0, 0, 128), 1.0);
        assert_eq!(band.bytes(3), [255, 127, 127]);
    }

    #[test]
    fn light_letters_are_not_thinner_than_dark_ones() {
        let half = |ink: Ink| ink.cover(0.5);
        assert_eq!(half(Ink::letters(Color::rgb(0, 0, 0))), 0.5);
        assert_eq!(half(Ink::area(Color::rgb(255, 255, 255))), 0.5);
        // White at half on black looks half as bright at 188 of 255.
        assert!((half(Ink::letters(Color::rgb(255, 255, 255))) - 188.0 / 255.0).abs() < 0.02);
        assert_eq!(Ink::letters(Color::rgb(255, 255, 255)).cover(1.0), 1.0);
    }
}
