//! Puts names and values together: which column is what, why, and what is not safe to guess.

use super::lifecycle::Lifecycle;
use super::report::{ColumnKind, Doubt, Guess, Role, UnsafeGuess};
use super::roles::{self, Strength};
use super::row::Row;
use super::stats::Column;
use super::times::Guessed;
use super::{scales, summary, survey, xes};
use crate::model::{ReadOptions, Roles, Source};
use crate::tr;
use std::collections::{BTreeMap, BTreeSet};

/// The table whose columns are to be understood.
pub(super) struct Sample<'a> {
    pub columns: &'a [Column<'a>],
    pub rows: &'a [Row],
    /// The columns that tell start from end, by all rows.
    pub lifecycles: Vec<Lifecycle>,
}

/// Guesses roles, scale, missing codes; the rest of the source stays as given.
pub(super) fn guess(sample: &Sample<'_>, source: Source, read: &ReadOptions) -> Guess {
    let mut guess = Guess { source: Some(source), ..Guess::default() };
    let mut chosen = choose(sample, &mut guess);
    complete(sample, &mut chosen, &mut guess);
    let ratings = survey::guess_ratings(sample);
    let is_log = chosen.contains_key(&Role::Time) && chosen.contains_key(&Role::Event);
    let Some(mut source) = guess.source.take() else { return guess };
    if let Some(found) = summary::find(sample, &chosen) {
        summary::describe(sample, found, &mut chosen, &mut source, &mut guess);
    } else if !is_log && ratings.ratings.len() >= 3 {
        survey::drop_unsure_time(sample, &mut chosen, &mut guess);
        survey::free_ratings(sample, &ratings, &mut chosen, &mut guess);
        survey::describe(sample, ratings, &chosen, &mut source, &mut guess);
    } else {
        require(sample, &chosen, &mut guess);
        check_dates(sample, &chosen, read, &mut guess);
        let lifecycle = check_lifecycle(sample, &mut chosen, &mut guess);
        source.roles.segments = segments(sample, &chosen, lifecycle, &mut guess);
        if let Some(index) = chosen.get(&Role::Score)
            && let Some(column) = sample.columns.get(*index)
        {
            source.scale = scales::guess(column);
        }
    }
    set_roles(sample, &chosen, &mut source.roles);
    source.missing = missing_codes(sample, &source.roles, source.missing);
    guess.source = Some(source);
    guess
}

/// The clearest column of each role that also holds what the role needs.
fn choose(sample: &Sample<'_>, guess: &mut Guess) -> BTreeMap<Role, usize> {
    let mut candidates: Vec<(Strength, usize, Role)> = Vec::new();
    for (index, column) in sample.columns.iter().enumerate() {
        for (role, strength) in roles::suggested(column.name) {
            if can_hold(column, role) {
                candidates.push((strength, index, role));
            }
        }
    }
    candidates.sort_by_key(|(strength, index, _)| (std::cmp::Reverse(*strength), *index));
    let mut chosen: BTreeMap<Role, usize> = BTreeMap::new();
    let mut taken = BTreeSet::new();
    for (strength, index, role) in &candidates {
        let Some(column) = sample.columns.get(*index) else { continue };
        if taken.contains(index) || chosen.contains_key(role) {
            continue;
        }
        let rivals: Vec<&str> = candidates
            .iter()
            .filter(|(other, at, of)| other == strength && of == role && at > index && !taken.contains(at))
            .filter_map(|(_, at, _)| sample.columns.get(*at).map(|column| column.name))
            .collect();
        if !rivals.is_empty() {
            let all = [&[column.name], &rivals[..]].concat();
            let message = tr!("ingest-several-columns", role = word(*role), columns = all.join("`, `"));
            guess.unsafe_guesses.push(several_columns(*role, &all, message));
        }
        chosen.insert(*role, *index);
        taken.insert(*index);
        guess.reasons.push((column.name.to_owned(), *role, tr!("ingest-by-name")));
    }
    chosen
}

fn can_hold(column: &Column<'_>, role: Role) -> bool {
    let is_time = matches!(column.kind, ColumnKind::Time | ColumnKind::Date);
    match role {
        Role::Time => is_time,
        Role::Clock => column.is_clock,
        Role::Score | Role::Revenue | Role::Rating | Role::Reached | Role::Exits | Role::Answers => {
            column.is_numeric()
        }
        Role::Wait => {
            let waits = column.values.keys().filter(|value| column.wait_secs(value).is_some()).count();
            waits > 0 && waits * 10 >= column.values.len() * 9
        }
        _ if column.is_clock => false,
        Role::Customer | Role::Journey => column.kind != ColumnKind::Empty && !is_time,
        Role::Event | Role::Channel | Role::Agent | Role::Outcome => {
            matches!(column.kind, ColumnKind::Text | ColumnKind::WholeNumber)
        }
        Role::Sentiment | Role::Text | Role::Segment => !is_time && column.kind != ColumnKind::Empty,
    }
}

/// Finds by values what no name told: the only times, the only repeating texts, the case for the customer.
fn complete(sample: &Sample<'_>, chosen: &mut BTreeMap<Role, usize>, guess: &mut Guess) {
    if !chosen.contains_key(&Role::Time) {
        let holds_times = |column: &Column<'_>| column.times.is_some();
        by_values(sample, chosen, guess, Role::Time, tr!("ingest-only-times"), &holds_times);
    }
    let date = chosen.get(&Role::Time).and_then(|index| sample.columns.get(*index));
    if date.is_some_and(|column| column.kind == ColumnKind::Date) {
        by_values(sample, chosen, guess, Role::Clock, tr!("ingest-times-of-day"), &|column| column.is_clock);
    }
    if chosen.contains_key(&Role::Time) && !chosen.contains_key(&Role::Event) {
        by_values(sample, chosen, guess, Role::Event, tr!("ingest-repeating-texts"), &|column| {
            column.is_segment_like()
        });
    }
    if !chosen.contains_key(&Role::Customer)
        && let Some(case) = chosen.get(&Role::Journey).copied()
        && let Some(column) = sample.columns.get(case)
    {
        // The journey role stays too, so that no pause cuts a case in two.
        chosen.insert(Role::Customer, case);
        guess.reasons.push((column.name.to_owned(), Role::Customer, tr!("ingest-case-as-customer")));
    }
}

fn by_values(
    sample: &Sample<'_>,
    chosen: &mut BTreeMap<Role, usize>,
    guess: &mut Guess,
    role: Role,
    reason: String,
    fits: &dyn Fn(&Column<'_>) -> bool,
) {
    let is_free = |index: usize| !chosen.values().any(|taken| *taken == index);
    let fitting: Vec<(usize, &Column<'_>)> =
        sample.columns.iter().enumerate().filter(|(index, column)| is_free(*index) && fits(column)).collect();
    match fitting[..] {
        [] => {}
        [(index, column)] => {
            chosen.insert(role, index);
            guess.reasons.push((column.name.to_owned(), role, reason));
        }
        _ => {
            let names: Vec<&str> = fitting.iter().map(|(_, column)| column.name).collect();
            let message = tr!("ingest-unnamed-columns", role = word(role), columns = names.join("`, `"));
            guess.unsafe_guesses.push(several_columns(role, &names, message));
        }
    }
}

fn several_columns(role: Role, columns: &[&str], message: String) -> UnsafeGuess {
    let option = option_of(role);
    let columns = columns.iter().map(|column| (*column).to_owned()).collect();
    let remedy = tr!("ingest-choose", option = option);
    UnsafeGuess { doubt: Doubt::Role(role, columns), option, message, remedy }
}

/// An event log without customer, time or event is none.
fn require(sample: &Sample<'_>, chosen: &BTreeMap<Role, usize>, guess: &mut Guess) {
    for role in [Role::Customer, Role::Time, Role::Event] {
        let option = option_of(role);
        if chosen.contains_key(&role) || guess.unsafe_guesses.iter().any(|known| known.option == option) {
            continue;
        }
        let mut message = match role {
            Role::Time => tr!("ingest-no-times"),
            _ => tr!("ingest-no-column", role = word(role)),
        };
        let one_row_each = chosen
            .get(&Role::Customer)
            .and_then(|index| sample.columns.get(*index))
            .is_some_and(|column| column.values.len() == sample.rows.len());
        if role == Role::Time && one_row_each {
            message.push(' ');
            message.push_str(&tr!("ingest-may-be-attributes"));
        }
        let remedy = tr!("ingest-name-it", option = option);
        let doubt = Doubt::Role(role, Vec::new());
        guess.unsafe_guesses.push(UnsafeGuess { doubt, option, message, remedy });
    }
}

/// Dates that read both ways are left to the user.
fn check_dates(sample: &Sample<'_>, chosen: &BTreeMap<Role, usize>, read: &ReadOptions, guess: &mut Guess) {
    let column = chosen.get(&Role::Time).and_then(|index| sample.columns.get(*index));
    if let Some(column) = column
        && read.date_order.is_none()
        && read.time_format.is_none()
        && let Some(doubt) = column.times.as_ref().and_then(|times| date_doubt(column.name, times))
    {
        guess.unsafe_guesses.push(doubt);
    }
}

/// What is said of dates that read in more than one way.
pub(super) fn date_doubt(column: &str, times: &Guessed) -> Option<UnsafeGuess> {
    let (message, remedy) = match (&times.short_year, &times.ambiguous) {
        (Some(value), _) => (
            tr!("ingest-short-years", column = column, value = value.as_str()),
            tr!("ingest-say-which-is-year"),
        ),
        (None, Some(value)) => (
            tr!("ingest-dates-both-ways", column = column, value = value.as_str()),
            tr!("ingest-say-date-order"),
        ),
        (None, None) => return None,
    };
    Some(UnsafeGuess { doubt: Doubt::DateOrder, option: "--date-order", message, remedy })
}

/// A column that tells the start of a step from its end is asked about, and is nothing else. Gives its place.
fn check_lifecycle(
    sample: &Sample<'_>,
    chosen: &mut BTreeMap<Role, usize>,
    guess: &mut Guess,
) -> Option<usize> {
    let place = |name: &str| sample.columns.iter().position(|column| column.name == name);
    let event = chosen.get(&Role::Event).copied();
    let (index, found) = sample
        .lifecycles
        .iter()
        .filter_map(|found| Some((place(&found.column)?, found)))
        .find(|(index, _)| Some(*index) != event)?;
    chosen.retain(|_, taken| *taken != index);
    guess.reasons.retain(|(name, ..)| *name != found.column);
    guess.unsafe_guesses.push(found.clone().doubt());
    Some(index)
}

/// Columns to filter by: what is left over and holds few different texts.
fn segments(
    sample: &Sample<'_>,
    chosen: &BTreeMap<Role, usize>,
    lifecycle: Option<usize>,
    guess: &mut Guess,
) -> Vec<String> {
    let is_free = |index: usize| !chosen.values().copied().chain(lifecycle).any(|taken| taken == index);
    let mut names = Vec::new();
    for (index, column) in sample.columns.iter().enumerate() {
        if is_free(index) && column.is_segment_like() && !column.name.starts_with(xes::CLASSIFIER) {
            let reason = tr!("ingest-different-texts", count = column.values.len());
            guess.reasons.push((column.name.to_owned(), Role::Segment, reason));
            names.push(column.name.to_owned());
        }
    }
    names
}

/// Spellings of "no value" found in columns of times and numbers that have a role.
fn missing_codes(
    sample: &Sample<'_>,
    roles: &Roles,
    mut missing: BTreeMap<String, BTreeSet<String>>,
) -> BTreeMap<String, BTreeSet<String>> {
    let counts = [&roles.reached, &roles.exits, &roles.answers];
    let values = [&roles.time, &roles.score, &roles.wait, &roles.revenue, &roles.sentiment];
    let used: Vec<_> = counts.into_iter().chain(values).collect();
    for column in sample.columns.iter().filter(|column| !column.no_values.is_empty()) {
        if used.iter().any(|role| role.as_deref() == Some(column.name)) {
            let codes = column.no_values.iter().map(|code| (*code).to_owned());
            missing.entry(column.name.to_owned()).or_default().extend(codes);
        }
    }
    missing
}

fn set_roles(sample: &Sample<'_>, chosen: &BTreeMap<Role, usize>, roles: &mut Roles) {
    for (role, index) in chosen {
        let name = sample.columns.get(*index).map(|column| column.name.to_owned());
        if let Some(place) = role.place_in(roles) {
            *place = name;
        }
    }
}

/// The option that names a role's column.
pub(super) fn option_of(role: Role) -> &'static str {
    match role {
        Role::Customer => "--customer",
        Role::Time => "--time",
        Role::Clock => "--clock",
        Role::Event => "--event",
        Role::Journey => "--journey",
        Role::Channel => "--channel",
        Role::Score => "--score",
        Role::Sentiment => "--sentiment",
        Role::Text => "--text",
        Role::Wait => "--wait",
        Role::Agent => "--agent",
        Role::Outcome => "--outcome",
        Role::Revenue => "--revenue",
        Role::Reached => "--reached",
        Role::Exits => "--exits",
        Role::Answers => "--answers",
        Role::Segment => "--segment",
        Role::Rating => "--rating",
    }
}

/// The role in a sentence.
fn word(role: Role) -> String {
    match role {
        Role::Customer => tr!("ingest-role-customer"),
        Role::Time => tr!("ingest-role-time"),
        Role::Clock => tr!("ingest-role-clock"),
        Role::Event => tr!("ingest-role-event"),
        Role::Journey => tr!("ingest-role-journey"),
        Role::Channel => tr!("ingest-role-channel"),
        Role::Score => tr!("ingest-role-score"),
        Role::Sentiment => tr!("ingest-role-sentiment"),
        Role::Text => tr!("ingest-role-text"),
        Role::Wait => tr!("ingest-role-wait"),
        Role::Agent => tr!("ingest-role-agent"),
        Role::Outcome => tr!("ingest-role-outcome"),
        Role::Revenue => tr!("ingest-role-revenue"),
        Role::Reached => tr!("ingest-role-reached"),
        Role::Exits => tr!("ingest-role-exits"),
        Role::Answers => tr!("ingest-role-answers"),
        Role::Segment => tr!("ingest-role-segment"),
        Role::Rating => tr!("ingest-role-rating"),
    }
}
