//! `pathlight draft`: a map from interaction data.

use super::args::Draft;
use super::data::{self, DataFile};
use super::error::CliError;
use super::output::check_free;
use crate::model::{Document, Edit, Source};
use crate::store::atomic::Existing;
use crate::{draft, store};
use std::path::Path;

/// Drafts and writes the map.
pub fn run(args: &Draft, quiet: bool) -> Result<(), CliError> {
    let options = &args.options;
    options.need_table_name()?;
    let output = &args.output.output;
    check_free(output, args.output.force)?;
    let file = DataFile::open(&args.data)?;
    let profile = data::profiled(&file, options, quiet)?;
    let source = data::described(&profile, options, &file)?;
    let loaded = data::load(&source, Path::new(""), quiet)?;
    let linked = Source { path: file.path_for_map(output), ..source };
    let map = draft::draft(&loaded.log, &linked, &title(output));

    let mut drafted = map.sources.iter().next().cloned();
    let map = options.override_map(map, drafted.as_mut())?;
    let mut document = Document::opened(map);
    if let Some(source) = drafted.filter(|_| options.rules.is_some()) {
        document.edit(&Edit::SetSource(source))?;
    }
    store::write(output, document.map(), Existing::with_force(args.output.force))?;
    Ok(())
}

/// The file's name without its endings.
pub(super) fn title(output: &Path) -> String {
    let name = output.file_name().unwrap_or(output.as_os_str()).to_string_lossy();
    let stem = name.strip_suffix(".ron").unwrap_or(&name);
    stem.strip_suffix(".journey").unwrap_or(stem).to_owned()
}
