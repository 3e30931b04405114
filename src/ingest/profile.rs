//! A look at a file: what it is, what its columns hold, what they may mean.

use super::IngestError;
use super::date_order;
use super::guess::{self, Sample};
use super::lifecycle;
use super::open::{Depth, open};
use super::report::{ColumnInfo, Profile, Role};
use super::scales;
use super::stats::Column;
use super::times::Shape;
use super::{attributes, several};
use crate::base::{Cancel, Progress};
use crate::model::{ReadOptions, Source};
use crate::tr;
use std::collections::BTreeMap;
use std::path::Path;

const PREVIEW_ROWS: usize = 50;
const EXAMPLES: usize = 5;

/// Looks at a file and guesses what it is. Reads at most a few megabytes, unless only later rows tell whether the day
/// or the month comes first, which columns there are, or whether each step stands there twice. Then everything is read,
/// once for each of these questions, and the progress begins anew with each.
///
/// # Errors
/// [`IngestError`] when it can't be read as data at all.
pub fn profile(
    path: &Path,
    options: &ReadOptions,
    cancel: &Cancel,
    progress: &Progress,
) -> Result<Profile, IngestError> {
    let mut opened = open(path, options, Depth::Whole, cancel, progress)?;
    let orders = match (options.date_order, &options.time_format) {
        (None, None) => date_order::of_columns(&mut opened, progress)?,
        _ => BTreeMap::new(),
    };
    let mut lifecycles = lifecycle::of_file(&mut opened, progress)?;
    let mut others = Vec::new();
    for path in several::files(path, options).skip(1) {
        let mut other = open(&path, &several::options_of(options, false), Depth::Whole, cancel, progress)?;
        lifecycles.merge(lifecycle::of_file(&mut other, progress)?);
        others.push((path, other));
    }
    let names = opened.table.columns().to_vec();
    let columns: Vec<Column<'_>> = (names.iter().enumerate())
        .map(|(index, name)| {
            Column::of(name, index, &opened.sample, opened.decimal, orders.get(&index).copied())
        })
        .collect();
    let sample = Sample { columns: &columns, rows: &opened.sample, lifecycles: lifecycles.all().collect() };
    let mut source = Source::of_file(file_name(path), path.to_string_lossy());
    source.read.clone_from(&opened.read);
    let mut guess = guess::guess(&sample, source, options);
    guess.unsafe_guesses.extend(opened.doubts.clone());
    if let Some(name) = &opened.read.object_type {
        let why = guess.reasons.iter_mut().filter(|(_, role, _)| *role == Role::Customer);
        why.for_each(|(.., reason)| *reason = tr!("ingest-objects-as-customers", type = name.as_str()));
    }
    let (mut read, mut attribute_columns) = (opened.read.clone(), Vec::new());
    if let Some(attributes) = &options.attributes {
        let (complete, all) = attributes::complete(path, attributes, cancel)?;
        if complete.customer.is_none() {
            guess.unsafe_guesses.push(attributes::doubt(&complete.file, &all));
        }
        (read.attributes, attribute_columns) = (Some(complete), all);
    }
    if let Some(source) = &mut guess.source {
        let time = source.roles.time.as_deref();
        let time = columns.iter().find(|column| Some(column.name) == time);
        if let Some(times) = time.and_then(|column| column.times.as_ref())
            && let Shape::Calendar(order) = times.shape
            && times.ambiguous.is_none()
            && times.short_year.is_none()
            && options.time_format.is_none()
        {
            read.date_order = options.date_order.or(Some(order));
        }
        source.read = read.clone();
    }
    let columns = columns.iter().map(|column| column_info(column, &guess.reasons)).collect();
    let (mut problems, mut bytes) = (opened.problems, opened.bytes);
    let (mut rows, mut rows_exact) = (opened.rows, opened.rows_exact);
    for (path, other) in others {
        problems.append(other.problems.of_file(&several::name_of(&path)));
        problems.extend(several::difference(&path, &names, other.table.columns()));
        bytes += other.bytes;
        rows += other.rows;
        rows_exact &= other.rows_exact;
    }
    let preview =
        opened.sample.iter().take(PREVIEW_ROWS).map(|row| row.cells().map(str::to_owned).collect()).collect();
    Ok(Profile {
        name: file_name(path),
        format: opened.format.to_owned(),
        bytes,
        entries: opened.entries,
        object_types: opened.object_types,
        tables: opened.tables,
        read,
        rows,
        rows_exact,
        columns,
        attribute_columns,
        preview,
        problems,
        guess,
    })
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

fn column_info(column: &Column<'_>, reasons: &[(String, Role, String)]) -> ColumnInfo {
    let role = reasons.iter().find(|(name, ..)| name == column.name).map(|(_, role, _)| *role);
    let mut by_count: Vec<_> = column.values.iter().collect();
    by_count.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
    ColumnInfo {
        name: column.name.to_owned(),
        role,
        kind: column.kind,
        examples: by_count.iter().take(EXAMPLES).map(|(value, _)| (**value).to_owned()).collect(),
        distinct: column.values.len() as u64,
        filled: column.filled() as u64,
        empty: column.empty as u64,
        scale: column.is_numeric().then(|| scales::guess(column)).flatten(),
    }
}
