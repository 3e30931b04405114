//! A table of customers beside the interaction data: what it says of each customer becomes segments of all their events.

use super::open::{Depth, open};
use super::report::{ColumnKind, Doubt, Profile, UnsafeGuess};
use super::row::Item;
use super::{IngestError, header, rejects};
use crate::base::{Cancel, Progress, Warnings};
use crate::model::{Attributes, ReadOptions};
use crate::tr;
use hashbrown::HashMap;
use hashbrown::hash_map::Entry;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Values that are few enough to filter by.
const MOST_VALUES: u64 = 50;
const ROWS_PER_CHECK: u64 = 2048;

/// What is known of each customer.
pub(super) struct AttributeTable {
    pub columns: Vec<String>,
    by_customer: HashMap<String, Vec<Option<Arc<str>>>>,
    /// What is wrong with the table itself.
    pub problems: Warnings,
}

/// A file that is named in the description of another: beside it, or anywhere.
pub(super) fn beside(path: &Path, file: &str) -> PathBuf {
    path.parent().unwrap_or(Path::new("")).join(file)
}

/// Fills in what the description leaves open: the customers' column, where one looks like it, and the columns that are
/// few words each. Gives all columns of the table as well.
pub(super) fn complete(
    path: &Path,
    given: &Attributes,
    cancel: &Cancel,
) -> Result<(Attributes, Vec<String>), IngestError> {
    let path = beside(path, &given.file);
    let profile = super::profile(&path, &ReadOptions::default(), cancel, &Progress::new())?;
    let guessed = || profile.guess.source.as_ref().and_then(|source| source.roles.customer.clone());
    let customer = given.customer.clone().or_else(guessed);
    let but = customer.as_deref().unwrap_or_default();
    let columns = if given.columns.is_empty() { fitting(&profile, but) } else { given.columns.clone() };
    if columns.is_empty() {
        let hint = "Choose a table with words of few kinds, such as a plan or a region.";
        let headline = "no column of this table is one to filter by";
        return Err(IngestError::unusable(&path, headline, columns_of(&profile), hint));
    }
    let all = profile.columns.into_iter().map(|column| column.name).collect();
    Ok((Attributes { file: given.file.clone(), customer, columns }, all))
}

/// Nothing can be joined until somebody has said which of these columns tells the customer.
pub(super) fn doubt(file: &str, columns: &[String]) -> UnsafeGuess {
    let option = "--attributes-customer";
    let message = tr!("ingest-attributes-customer", file = file);
    let remedy = tr!("ingest-choose", option = option);
    UnsafeGuess { doubt: Doubt::AttributesCustomer(columns.to_vec()), option, message, remedy }
}

fn columns_of(profile: &Profile) -> String {
    let names: Vec<&str> = profile.columns.iter().map(|column| column.name.as_str()).collect();
    format!("Its columns are: {}.", names.join(", "))
}

fn fitting(profile: &Profile, customer: &str) -> Vec<String> {
    let fits = |kind, distinct| kind == ColumnKind::Text && (2..=MOST_VALUES).contains(&distinct);
    let columns = profile.columns.iter().filter(|column| column.name != customer);
    columns.filter(|column| fits(column.kind, column.distinct)).map(|column| column.name.clone()).collect()
}

impl AttributeTable {
    /// Reads the table that the description of the data at `path` names.
    pub(super) fn read(path: &Path, given: &Attributes, cancel: &Cancel) -> Result<Self, IngestError> {
        let (Attributes { file, customer, columns }, all) = complete(path, given, cancel)?;
        let path = beside(path, &file);
        let customer = customer.ok_or_else(|| {
            let headline = "no column of this table looks like the customer";
            let detail = format!("Its columns are: {}.", all.join(", "));
            IngestError::unusable(&path, headline, detail, "Say which of them tells the customer.")
                .option("--attributes-customer")
        })?;
        let mut opened = open(&path, &ReadOptions::default(), Depth::Whole, cancel, &Progress::new())?;
        let all = opened.table.columns().to_vec();
        let place = |name: &String| {
            header::position(&all, name).ok_or_else(|| {
                let detail = format!("Its columns are: {}.", all.join(", "));
                let headline = format!("there is no column `{name}`");
                IngestError::unusable(&path, headline, detail, "Choose the table's columns anew.")
            })
        };
        let key = place(&customer)?;
        let places = columns.iter().map(place).collect::<Result<Vec<usize>, _>>()?;
        let mut table = Self { columns, by_customer: HashMap::new(), problems: Warnings::new() };
        let mut known: HashMap<String, Arc<str>> = HashMap::new();
        let mut rows = 0_u64;
        opened.table.scan(&Progress::new(), &mut |item| {
            rows += 1;
            if rows.is_multiple_of(ROWS_PER_CHECK) {
                cancel.check()?;
            }
            let row = match item {
                Item::Row(row) => row,
                Item::Bad(mut warning) => {
                    warning.message = format!("{file}: {}", warning.message);
                    table.problems.push(warning);
                    return Ok(ControlFlow::Continue(()));
                }
            };
            let name = row.cell(key);
            if name.is_empty() {
                return Ok(ControlFlow::Continue(()));
            }
            let mut value = |index: &usize| match row.cell(*index) {
                "" => None,
                text => Some(known.entry_ref(text).or_insert_with(|| Arc::from(text)).clone()),
            };
            match table.by_customer.entry(name.to_owned()) {
                Entry::Vacant(place) => {
                    place.insert(places.iter().map(&mut value).collect());
                }
                Entry::Occupied(_) => {
                    let message = tr!("ingest-customer-twice", file = file.as_str(), customer = name);
                    let mut warning = rejects::of_file("customer-twice", message);
                    warning.line = Some(row.line);
                    table.problems.push(warning);
                }
            }
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(table)
    }

    /// What is known of a customer, in the order of the columns; nothing of one that the table lacks.
    pub(super) fn of(&self, customer: &str) -> impl Iterator<Item = Option<&str>> {
        let values = self.by_customer.get(customer.trim());
        (0..self.columns.len()).map(move |index| values?.get(index)?.as_deref())
    }

    /// Customers of the data of whom the table says nothing are counted.
    pub(super) fn missed<'a>(&self, customers: impl Iterator<Item = &'a str>) -> u64 {
        customers.filter(|customer| !self.by_customer.contains_key(*customer)).count() as u64
    }
}
