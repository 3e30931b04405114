//! How much two pictures differ where they differ most. Edges that are smoothed in other ways are no difference.

use pathlight::base::Rect;
use std::ops::Range;
use std::path::Path;

/// Side of the squares that are looked at, pixels: about as large as a letter.
const CELL: usize = 12;

/// A picture in colours without opacity.
pub struct Picture {
    width: usize,
    height: usize,
    rgb: Vec<[f32; 3]>,
}

/// How alike pictures have to be.
#[derive(Clone, Copy)]
pub struct Likeness {
    /// Both are softened by the mean of so many pixels on each side.
    pub blur: usize,
    /// The mean difference within the worst cell, of 255, may be so much.
    pub limit: f32,
    /// A text that is moved by so many pixels has to be noticed; none = a missing card is enough.
    pub notices_px: Option<f32>,
}

impl Picture {
    pub fn of_rgba(width: u32, height: u32, rgba: &[u8]) -> Self {
        let pixel = |pixel: &[u8]| {
            let alpha = f32::from(pixel[3]) / 255.0;
            [0, 1, 2].map(|channel: usize| f32::from(pixel[channel]) * alpha + 255.0 * (1.0 - alpha))
        };
        Self {
            width: width as usize,
            height: height as usize,
            rgb: rgba.chunks_exact(4).map(pixel).collect(),
        }
    }

    #[allow(dead_code)] // not of what the canvas shows
    pub fn read(path: &Path) -> Self {
        let image =
            image::open(path).unwrap_or_else(|error| panic!("{}: {error}", path.display())).to_rgba8();
        Self::of_rgba(image.width(), image.height(), image.as_raw())
    }

    pub fn save(&self, folder: &Path, name: &str) {
        let bytes = self.rgb.iter().flatten().map(|value| *value as u8).collect();
        let image =
            image::RgbImage::from_raw(self.width as u32, self.height as u32, bytes).expect("its pixels");
        std::fs::create_dir_all(folder).expect("a folder");
        image.save(folder.join(name)).expect("saved");
    }

    /// How many pixels are not white, by how much of each is covered.
    #[allow(dead_code)] // of what the canvas shows
    pub fn ink(&self) -> f32 {
        self.rgb.iter().map(|pixel| 1.0 - pixel.iter().copied().fold(255.0, f32::min) / 255.0).sum()
    }

    /// The same with places painted over.
    #[allow(dead_code)] // only what other programs paint
    pub fn covered(&self, places: &[Rect], scale: f32) -> Self {
        let mut rgb = self.rgb.clone();
        for place in places {
            let pixels = |low: f32, high: f32, end: usize| {
                (low * scale).floor().max(0.0) as usize..((high * scale).ceil().max(0.0) as usize).min(end)
            };
            for y in pixels(place.min.y, place.max.y, self.height) {
                for x in pixels(place.min.x, place.max.x, self.width) {
                    rgb[y * self.width + x] = [128.0; 3];
                }
            }
        }
        Self { rgb, ..*self }
    }

    /// A part of it.
    #[allow(dead_code)] // pictures of other programs are compared as a whole
    pub fn part(&self, columns: Range<usize>, rows: Range<usize>) -> Self {
        let row = |y: usize| &self.rgb[y * self.width + columns.start..y * self.width + columns.end];
        let rgb = rows.clone().flat_map(row).copied().collect();
        Self { width: columns.len(), height: rows.len(), rgb }
    }

    /// The mean over a square around each pixel, along one axis after the other.
    fn softened(&self, blur: usize) -> Self {
        let mut rgb = self.rgb.clone();
        for (count, step, lines, stride) in
            [(self.width, 1, self.height, self.width), (self.height, self.width, self.width, 1)]
        {
            let from = rgb.clone();
            for line in 0..lines {
                let at = |index: usize| line * stride + index * step;
                let mut sum = [0.0_f32; 3];
                let add = |sum: &mut [f32; 3], index: usize, sign: f32| {
                    sum.iter_mut().zip(from[at(index)]).for_each(|(sum, value)| *sum += sign * value);
                };
                (0..blur.min(count)).for_each(|index| add(&mut sum, index, 1.0));
                for index in 0..count {
                    if index + blur < count {
                        add(&mut sum, index + blur, 1.0);
                    }
                    if index > blur {
                        add(&mut sum, index - blur - 1, -1.0);
                    }
                    let seen = (index + blur).min(count - 1) - index.saturating_sub(blur) + 1;
                    rgb[at(index)] = sum.map(|sum| sum / seen as f32);
                }
            }
        }
        Self { rgb, ..*self }
    }
}

impl Likeness {
    /// The mean difference within the worst cell.
    pub fn worst(&self, one: &Picture, other: &Picture) -> f32 {
        let (width, height) = (one.width.min(other.width), one.height.min(other.height));
        assert!(one.width - width <= 2 && other.width - width <= 2, "{} and {} wide", one.width, other.width);
        assert!(
            one.height - height <= 2 && other.height - height <= 2,
            "{} and {} high",
            one.height,
            other.height
        );
        let (one, other) = (one.softened(self.blur), other.softened(self.blur));
        let apart = |x: usize, y: usize| {
            let (a, b) = (one.rgb[y * one.width + x], other.rgb[y * other.width + x]);
            a.iter().zip(b).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max)
        };
        let cell = |left: usize, top: usize| {
            let pixels = (top..top + CELL).flat_map(|y| (left..left + CELL).map(move |x| (x, y)));
            pixels.map(|(x, y)| apart(x, y)).sum::<f32>() / (CELL * CELL) as f32
        };
        // Cells overlap by half, so that what is small lies well within one of them.
        let corners = |end: usize| (0..end.saturating_sub(CELL)).step_by(CELL / 2);
        corners(height)
            .flat_map(|y| corners(width).map(move |x| (x, y)))
            .map(|(x, y)| cell(x, y))
            .fold(0.0, f32::max)
    }
}

#[test]
fn what_is_far_apart_is_told_and_smoothing_is_not() {
    let picture = |gray: fn(usize, usize) -> u8| {
        let pixel = |index: usize| {
            let value = gray(index % 60, index / 60);
            [value, value, value, 255]
        };
        Picture::of_rgba(60, 60, &(0..60 * 60).flat_map(pixel).collect::<Vec<u8>>())
    };
    let likeness = Likeness { blur: 1, limit: 0.0, notices_px: None };
    let bar = picture(|x, _| if (20..24).contains(&x) { 0 } else { 255 });
    assert_eq!(likeness.worst(&bar, &bar), 0.0);
    let smoothed = picture(|x, _| match x {
        20 | 23 => 40,
        19 | 24 => 215,
        21 | 22 => 0,
        _ => 255,
    });
    let moved = picture(|x, _| if (23..27).contains(&x) { 0 } else { 255 });
    let (smoothing, moving) = (likeness.worst(&bar, &smoothed), likeness.worst(&bar, &moved));
    assert!(smoothing < 10.0 && moving > 60.0, "{smoothing} and {moving}");
}
