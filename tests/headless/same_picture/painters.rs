//! Other programs that paint what was exported.

use super::likeness::Picture;
use super::words::{Word, words};
use crate::fonts;
use pathlight::base::{Cancel, Progress};
use pathlight::export::{
    DocumentInfo, PdfLayout, PptxOptions, SvgText, pdf as write_pdf, pptx as write_pptx, svg as write_svg,
};
use pathlight::scene::Scene;
use pathlight::scene::slides::{Slide, SlideSize};
use pathlight::text::{Face, Fonts};
use resvg::{tiny_skia, usvg};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use tempfile::TempDir;

const OTHER_FONTS: [&[u8]; 3] = [
    include_bytes!("../../data/fonts/DejaVuSans-part.ttf"),
    include_bytes!("../../data/fonts/DroidSansFallback-part.ttf"),
    include_bytes!("../../data/fonts/NotoColorEmoji-part.ttf"),
];

/// Inter and parts of fonts that stand in, on every machine the same.
pub fn fonts() -> Fonts {
    fonts::with_others()
}

/// Both kinds of SVG, by resvg.
pub fn svg(scene: &Scene, scale: f32) -> Vec<(&'static str, Picture)> {
    let mut known = usvg::fontdb::Database::new();
    Face::ALL.iter().for_each(|face| known.load_font_data(Fonts::data(*face).to_vec()));
    OTHER_FONTS.iter().for_each(|font| known.load_font_data(font.to_vec()));
    let options = usvg::Options { fontdb: Arc::new(known), ..usvg::Options::default() };
    let paint = |text| {
        let tree = usvg::Tree::from_str(&write_svg(scene, "A map", text), &options).expect("an SVG");
        let width = (scene.size.width * scale).round() as u32;
        let height = (scene.size.height * scale).round() as u32;
        let mut page = tiny_skia::Pixmap::new(width, height).expect("a size");
        resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut page.as_mut());
        let straight = page.pixels().iter().flat_map(|pixel| {
            let pixel = pixel.demultiply();
            [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]
        });
        Picture::of_rgba(width, height, &straight.collect::<Vec<u8>>())
    };
    vec![("embedded", paint(SvgText::Embedded)), ("outlines", paint(SvgText::Outlines))]
}

fn run(program: &str, package: &str, command: &mut Command) {
    let output = command.output().unwrap_or_else(|error| panic!("{program}: {error}; install {package}"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
}

/// The pages of a document by Poppler, so many pixels wide.
fn pages(document: &Path, width: u32) -> Vec<Picture> {
    let out = document.with_extension("page");
    let mut command = Command::new("pdftoppm");
    command.args(["-png", "-scale-to-x", &width.to_string(), "-scale-to-y", "-1"]).arg(document).arg(&out);
    run("pdftoppm", "poppler-utils", &mut command);
    let folder = document.parent().expect("a folder");
    let stem = out.file_name().expect("a name").to_string_lossy().into_owned();
    let entries = std::fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").path());
    let is_page = |path: &std::path::PathBuf| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&stem))
    };
    let mut paths: Vec<_> = entries.filter(is_page).collect();
    paths.sort();
    paths.iter().map(|path| Picture::read(path)).collect()
}

pub fn pdf(scene: &Scene, scale: f32) -> Picture {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("map.pdf");
    let info = DocumentInfo { title: "A map".to_owned(), ..DocumentInfo::default() };
    let bytes =
        write_pdf(&[scene], &PdfLayout::Fitted, &info, &Cancel::new(), &Progress::new()).expect("a document");
    std::fs::write(&path, bytes).expect("written");
    pages(&path, (scene.size.width * scale).round() as u32).remove(0)
}

/// A slide as LibreOffice shows it.
pub struct Shown {
    pub picture: Picture,
    pub words: Vec<Word>,
}

/// A page for each slide, by LibreOffice; none when it is not installed.
pub fn pptx(slides: &[(&str, Slide)]) -> Option<Vec<Shown>> {
    if Command::new("soffice").arg("--version").output().is_err() {
        eprintln!(
            "\nNOT TESTED: LibreOffice is not installed, so presentations are not looked at; install libreoffice-impress\n"
        );
        return None;
    }
    let folder = TempDir::new().expect("a folder");
    let slides: Vec<Slide> = slides.iter().map(|(_, slide)| slide.clone()).collect();
    let options =
        PptxOptions { title: "Maps".to_owned(), size: SlideSize::Wide, language: "en-US".to_owned() };
    let bytes = write_pptx(&slides, &options, &Cancel::new(), &Progress::new()).expect("a presentation");
    std::fs::write(folder.path().join("maps.pptx"), bytes).expect("written");
    // These fonts and no others, on every machine.
    let known = folder.path().join("fonts");
    std::fs::create_dir(&known).expect("a folder");
    for face in Face::ALL {
        std::fs::write(known.join(format!("Inter-{face:?}.otf")), Fonts::data(face)).expect("written");
    }
    for (index, font) in OTHER_FONTS.iter().enumerate() {
        std::fs::write(known.join(format!("other-{index}.ttf")), font).expect("written");
    }
    let fonts = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>{}</dir>\
         <cachedir>{}</cachedir></fontconfig>",
        known.display(),
        folder.path().join("cache").display()
    );
    std::fs::write(folder.path().join("fonts.conf"), fonts).expect("written");
    let mut command = Command::new("soffice");
    command
        .arg(format!("-env:UserInstallation=file://{}", folder.path().join("profile").display()))
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder.path())
        .arg(folder.path().join("maps.pptx"))
        .env("FONTCONFIG_FILE", folder.path().join("fonts.conf"))
        .env("HOME", folder.path());
    run("soffice", "libreoffice-impress", &mut command);
    let document = folder.path().join("maps.pdf");
    let pages = pages(&document, 1920).into_iter().zip(words(&document, 1920.0));
    Some(pages.map(|(picture, words)| Shown { picture, words }).collect())
}
