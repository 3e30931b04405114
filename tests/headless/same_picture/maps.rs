//! What is pictured: the sample maps with their figures, and a map that is hard to write.

use super::torture;
use pathlight::base::fmt::NumberFormat;
use pathlight::base::{Cancel, Progress};
use pathlight::ingest;
use pathlight::measure::{Measures, measure};
use pathlight::model::JourneyMap;
use pathlight::overlay::{FooterParts, Overlay, Provenance, overlay};
use pathlight::scene::{Page, Scene, SceneOptions, build};
use pathlight::store;
use pathlight::text::Fonts;
use pathlight::theme::Theme;
use std::path::Path;

pub struct Pictured {
    pub name: &'static str,
    pub map: JourneyMap,
    pub overlay: Option<Overlay>,
    #[allow(dead_code)] // pictures are made from the overlay
    pub measures: Option<Measures>,
}

/// The sample maps that come with the program.
pub const SAMPLES: [&str; 3] = ["airport", "online-shop", "airport-years"];

/// Every map that is compared.
pub fn all() -> Vec<Pictured> {
    let torture = Pictured { name: "torture", map: torture::map(), overlay: None, measures: None };
    SAMPLES.into_iter().map(sample).chain([torture]).collect()
}

pub fn sample(name: &'static str) -> Pictured {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_maps");
    let map = store::load(&folder.join(format!("{name}.journey.ron"))).expect("a sample map");
    let source = map.sources.iter().next().expect("its data");
    let (cancel, progress) = (Cancel::new(), Progress::new());
    let loaded = ingest::load(source, &folder, &cancel, &progress).expect("read");
    let measures = measure(&loaded.log, &map, source, &cancel).expect("measured");
    let provenance = Provenance {
        source_name: source.name.clone(),
        fingerprint: loaded.fingerprint,
        rows: loaded.report.rows,
        filter: source.filter.clone(),
        date: String::new(),
        smallest_group: map.about.smallest_group,
        footer: FooterParts::default(),
    };
    let overlay = Some(overlay(&map, &measures, &provenance, &NumberFormat::default()));
    Pictured { name, map, overlay, measures: Some(measures) }
}

impl Pictured {
    /// The whole map as a picture of its own.
    pub fn page(&self, fonts: &Fonts) -> Scene {
        let options = SceneOptions {
            page: Some(Page::full().clone()),
            show_measured: self.overlay.is_some(),
            ..SceneOptions::default()
        };
        build(&self.map, self.overlay.as_ref(), &options, &Theme::light(), fonts)
    }
}
