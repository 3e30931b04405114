//! A map as slides: one presentation, or a picture each.

use super::args::Export;
use super::bar::with_bar;
use super::error::CliError;
use super::output::check_free;
use crate::base::Progress;
use crate::export::{PngOptions, png};
use crate::jobs::SlidesTask;
use crate::store::atomic::{self, Existing, WriteError};
use crate::text::Fonts;
use std::path::{Path, PathBuf};

/// Writes a presentation.
pub fn write_pptx(args: &Export, task: &SlidesTask, quiet: bool) -> Result<(), CliError> {
    with_bar("Writing slides", quiet, |cancel, progress| {
        let bytes = task.pptx(cancel, progress)?;
        let existing = Existing::with_force(args.output.force);
        atomic::write_bytes(&args.output.output, existing, &bytes).map_err(|error: WriteError| error.into())
    })
}

/// Writes a picture of each slide: `shop-01.png`, `shop-02.png` … None is written when one of them is in the way.
pub fn write_pngs(args: &Export, task: &SlidesTask, quiet: bool) -> Result<(), CliError> {
    let slides = task.slides(&Fonts::bundled());
    let numbered = (1..).zip(&slides).map(|(number, slide)| (numbered(&args.output.output, number), slide));
    let files: Vec<_> = numbered.collect();
    for (path, _) in &files {
        check_free(path, args.output.force)?;
    }
    let options = PngOptions::with_width(args.width);
    with_bar("Painting", quiet, |cancel, progress| {
        progress.expect(files.len() as u64);
        for (path, slide) in &files {
            atomic::write(path, Existing::with_force(args.output.force), |out| {
                png(&slide.scene, &options, out, cancel, &Progress::new()).map_err(CliError::from)
            })?;
            progress.advance(1);
        }
        Ok(())
    })
}

/// The path with a number before its ending.
fn numbered(path: &Path, number: usize) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{stem}-{number:02}.png"))
}
