//! Pictures for cards: of every usual kind, upright, small enough, and refused with a reason.

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, GenericImageView, ImageEncoder, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use pathlight::base::Pixels;
use pathlight::ingest::picture::{self, PictureError};
use pathlight::model::Png;
use std::fs;
use std::path::PathBuf;

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.path().join(name);
        fs::write(&path, bytes).expect("written");
        path
    }

    fn read(&self, name: &str, bytes: &[u8]) -> Result<Png, PictureError> {
        picture::read(&self.file(name, bytes))
    }
}

/// Left half red, right half blue.
fn two_halves(width: u32, height: u32) -> DynamicImage {
    let half = |x, _| if x < width / 2 { Rgb([220, 10, 10]) } else { Rgb([10, 10, 220]) };
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, half))
}

fn encoded(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).expect("encoded");
    bytes.into_inner()
}

fn decoded(png: &Png) -> DynamicImage {
    image::load_from_memory_with_format(png.bytes(), ImageFormat::Png).expect("a whole PNG")
}

fn is_red(pixel: Rgba<u8>) -> bool {
    pixel.0[0] > 180 && pixel.0[2] < 80
}

fn is_blue(pixel: Rgba<u8>) -> bool {
    pixel.0[2] > 180 && pixel.0[0] < 80
}

#[test]
fn every_usual_kind_is_read_whatever_the_file_is_called() {
    let folder = Folder::new();
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Gif, ImageFormat::WebP] {
        let bytes = encoded(&two_halves(40, 20), format);
        let image = decoded(&folder.read("ekran görüntüsü.dat", &bytes).expect("a picture"));
        assert_eq!(image.dimensions(), (40, 20), "{format:?}");
        assert!(is_red(image.get_pixel(4, 10)) && is_blue(image.get_pixel(35, 10)), "{format:?}");
    }
}

#[test]
fn large_pictures_are_scaled_down_in_pixels_and_bytes() {
    let folder = Folder::new();
    let wide = encoded(&two_halves(4000, 1000), ImageFormat::Jpeg);
    assert_eq!(decoded(&folder.read("wide.jpg", &wide).expect("a picture")).dimensions(), (1600, 400));
    // Noise can't be packed: it must become smaller still.
    let mut state = 1_u32;
    let noise = RgbImage::from_fn(1600, 1200, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Rgb([(state >> 8) as u8, (state >> 16) as u8, (state >> 24) as u8])
    });
    let noise = encoded(&DynamicImage::ImageRgb8(noise), ImageFormat::Png);
    let png = folder.read("noise.png", &noise).expect("a picture");
    let (width, height) = decoded(&png).dimensions();
    assert!(png.bytes().len() <= 2 << 20 && width >= 640, "{width} × {height}: {}", png.bytes().len());
    assert_eq!(width * 3, height * 4, "its shape stays");
}

#[test]
fn photos_are_turned_upright() {
    // An orientation of 6: the picture lies on its side and is turned clockwise to be seen.
    let exif =
        [b"II*\0\x08\0\0\0".as_slice(), b"\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0", b"\0\0\0\0"].concat();
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 95);
    encoder.set_exif_metadata(exif).expect("kept");
    two_halves(40, 20).write_with_encoder(encoder).expect("encoded");
    let image = decoded(&Folder::new().read("photo.jpg", &bytes).expect("a picture"));
    assert_eq!(image.dimensions(), (20, 40));
    assert!(is_red(image.get_pixel(10, 5)) && is_blue(image.get_pixel(10, 35)));
}

#[test]
fn what_can_be_seen_through_stays_so() {
    let glass = RgbaImage::from_pixel(3, 3, Rgba([10, 200, 10, 100]));
    let pixels = Pixels { width_px: 3, height_px: 3, rgba: glass.clone().into_raw() };
    let png = picture::pack(pixels, "pasted").expect("a picture");
    assert_eq!(decoded(&png).to_rgba8(), glass);
    let wrong = Pixels { width_px: 3, height_px: 4, rgba: vec![0; 9] };
    assert!(matches!(picture::pack(wrong, "pasted"), Err(PictureError::Damaged { .. })));
}

#[test]
fn what_can_not_be_read_is_named_with_a_remedy() {
    let folder = Folder::new();
    let whole = encoded(&two_halves(64, 64), ImageFormat::Png);
    let cases = [
        folder.read("half.png", &whole[..whole.len() / 2]),
        folder.read("words.png", b"just words"),
        folder.read("empty.jpg", b""),
        picture::read(&folder.0.path().join("missing.png")),
        picture::read(folder.0.path()),
    ];
    let name = folder.0.path().file_name().expect("a name").to_string_lossy().into_owned();
    for (result, name) in cases.into_iter().zip(["half.png", "words.png", "empty.jpg", "missing.png", &name])
    {
        let error = result.expect_err(name).to_string();
        assert!(error.contains(name) && error.contains(';'), "{error}");
    }
}

#[test]
fn a_picture_of_an_absurd_size_is_refused_before_it_takes_the_memory() {
    let mut png = encoded(&two_halves(8, 8), ImageFormat::Png);
    // Width and height in the header; their checksum is made anew.
    png[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
    let mut crc = flate2::Crc::new();
    crc.update(&png[12..29]);
    png[29..33].copy_from_slice(&crc.sum().to_be_bytes());
    let error = Folder::new().read("bomb.png", &png).expect_err("too large");
    assert!(matches!(error, PictureError::TooLarge { .. }), "{error}");
}

#[test]
fn pictures_are_known_by_their_usual_names() {
    for (name, is_one) in
        [("a.PNG", true), ("b.jpeg", true), ("c.webp", true), ("d.csv", false), ("png", false)]
    {
        assert_eq!(picture::is_named_like_one(&PathBuf::from(name)), is_one, "{name}");
    }
}
