//! Summary tables, one row per touchpoint with what somebody else has counted: which columns are its figures.

use super::guess::Sample;
use super::report::{ColumnKind, Guess, Role};
use super::scales;
use super::stats::Column;
use crate::base::name_key;
use crate::model::Source;
use crate::tr;
use std::collections::BTreeMap;

/// Names of the figures, in English, Turkish and Polish; letter case, accents, `_`, `-` and blanks do not matter.
const NAMES: [(Role, &[&str]); 4] = [
    (
        Role::Reached,
        &[
            "reached",
            "visits",
            "visitors",
            "customers",
            "users",
            "sessions",
            "journeys",
            "entered",
            "views",
            "traffic",
            "ulaşan",
            "ulaşanlar",
            "ziyaret",
            "ziyaretler",
            "ziyaretçi",
            "dotarło",
            "osiągnęło",
            "wizyty",
            "odwiedziny",
            "klienci",
        ],
    ),
    (
        Role::Exits,
        &[
            "exits",
            "exit",
            "exited",
            "exit count",
            "drop offs",
            "drop off",
            "dropoffs",
            "dropped",
            "left",
            "lost",
            "abandoned",
            "ayrılan",
            "ayrılanlar",
            "çıkış",
            "çıkışlar",
            "terk",
            "terk eden",
            "wyjścia",
            "odeszło",
            "porzuciło",
            "rezygnacje",
        ],
    ),
    (
        Role::Score,
        &[
            "mean",
            "average",
            "avg",
            "mean score",
            "average score",
            "avg score",
            "average rating",
            "score",
            "rating",
            "satisfaction",
            "csat",
            "ortalama",
            "ortalama puan",
            "memnuniyet",
            "średnia",
            "średnia ocena",
            "ocena",
            "zadowolenie",
        ],
    ),
    (
        Role::Answers,
        &[
            "n",
            "answers",
            "answered",
            "responses",
            "response count",
            "respondents",
            "ratings",
            "count",
            "cevap",
            "cevaplar",
            "cevap sayısı",
            "yanıt",
            "yanıt sayısı",
            "odpowiedzi",
            "liczba odpowiedzi",
            "liczba ocen",
        ],
    ),
];

/// The columns of a summary table by role.
pub(super) type Found = BTreeMap<Role, usize>;

/// A table without times that names each touchpoint once and says how many got there, or how they rate it.
pub(super) fn find(sample: &Sample<'_>, chosen: &BTreeMap<Role, usize>) -> Option<Found> {
    let has_times = |column: &Column<'_>| column.times.is_some() || column.is_clock;
    if sample.columns.iter().any(has_times) {
        return None;
    }
    let mut found = Found::new();
    for (role, names) in NAMES {
        let is_named = |column: &Column<'_>| names.iter().any(|name| compact(name) == compact(column.name));
        // One called so holds counts, even where some of a few rows are spoilt.
        let holds_numbers = |column: &Column<'_>| {
            let numbers = column.numbers().count();
            numbers > 0 && numbers * 2 >= column.values.len()
        };
        let place = sample.columns.iter().position(|column| is_named(column) && holds_numbers(column));
        found.extend(place.map(|place| (role, place)));
    }
    let has = |role| found.contains_key(&role);
    let has_figures = has(Role::Reached) || (has(Role::Score) && has(Role::Answers));
    if !has_figures {
        return None;
    }
    let names_each_once =
        |column: &Column<'_>| column.kind == ColumnKind::Text && column.values.len() == column.filled();
    let is_event = |place: &usize| sample.columns.get(*place).is_some_and(names_each_once);
    let named = chosen.get(&Role::Event).copied().filter(is_event);
    let mut texts = (0..sample.columns.len()).filter(is_event);
    let event = named.or_else(|| texts.next().filter(|_| texts.next().is_none()))?;
    found.insert(Role::Event, event);
    Some(found)
}

fn compact(name: &str) -> String {
    name_key(name).replace(' ', "")
}

/// Turns a guessed source into one of a summary table: its columns have no other roles, and nothing else is asked.
pub(super) fn describe(
    sample: &Sample<'_>,
    found: Found,
    chosen: &mut BTreeMap<Role, usize>,
    source: &mut Source,
    guess: &mut Guess,
) {
    let column = |place: &usize| sample.columns.get(*place);
    source.scale = found.get(&Role::Score).and_then(column).and_then(scales::guess);
    let reason = |(role, place): (&Role, &usize)| {
        let why = if *role == Role::Event { tr!("ingest-each-once") } else { tr!("ingest-by-name") };
        Some((column(place)?.name.to_owned(), *role, why))
    };
    guess.reasons = found.iter().filter_map(reason).collect();
    guess.unsafe_guesses.clear();
    *chosen = found;
}
