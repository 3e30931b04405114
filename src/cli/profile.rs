//! `pathlight profile`: what an import would take of a data file.

use super::args::Profile as ProfileArgs;
use super::data::{self, DataFile};
use super::error::CliError;
use super::output::to_stdout;
use crate::base::fmt::NumberFormat;
use crate::ingest::{self, ColumnInfo, ColumnKind, Profile, Reading, Role};
use serde_json::{Value, json};

/// Problems of each kind that are shown.
const EXAMPLES: usize = 3;

/// Looks at the data and writes what it is.
pub fn run(args: &ProfileArgs, quiet: bool) -> Result<(), CliError> {
    args.options.need_table_name()?;
    let file = DataFile::open(&args.data)?;
    let mut profile = data::profiled(&file, &args.options, quiet)?;
    profile.name.clone_from(&file.name);
    profile.guess.unsafe_guesses.retain(|guess| !args.options.is_given(guess.option));
    if args.json {
        return to_stdout(&format!("{:#}\n", as_json(&profile)));
    }
    to_stdout(&as_text(&profile))
}

fn as_json(profile: &Profile) -> Value {
    let tables = profile
        .tables
        .iter()
        .map(|table| json!({"name": table.name, "view": table.is_view, "rows": table.rows}));
    let columns = profile.columns.iter().map(|column| {
        json!({
            "name": column.name,
            "role": column.role.map(role_name),
            "why": why(profile, column),
            "type": kind_name(column.kind),
            "examples": column.examples,
            "read": readings(profile, column),
            "distinct": column.distinct,
            "empty": column.empty,
        })
    });
    let problems = profile.problems.examples().iter().map(|problem| {
        json!({
            "kind": problem.kind,
            "line": problem.line,
            "column": problem.column,
            "value": problem.value,
            "message": problem.message,
        })
    });
    let unsafe_guesses = profile
        .guess
        .unsafe_guesses
        .iter()
        .map(|guess| json!({"option": guess.option, "message": guess.to_string()}));
    json!({
        "format": 1,
        "name": profile.name,
        "file": {
            "type": profile.format,
            "bytes": profile.bytes,
            "encoding": profile.read.encoding,
            "delimiter": profile.read.delimiter,
            "decimal": profile.read.decimal,
            "date_order": profile.read.date_order.map(|order| format!("{order:?}").to_lowercase()),
            "time_format": profile.read.time_format,
            "timezone": profile.read.timezone,
            "table": profile.read.table,
            "entry": profile.read.entry,
            "object_type": profile.read.object_type,
        },
        "entries": profile.entries.iter().map(|entry| json!({"name": entry.name, "bytes": entry.bytes})).collect::<Vec<_>>(),
        "object_types": profile.object_types,
        "tables": tables.collect::<Vec<_>>(),
        "rows": profile.rows,
        "rows_exact": profile.rows_exact,
        "columns": columns.collect::<Vec<_>>(),
        "unsafe": unsafe_guesses.collect::<Vec<_>>(),
        "problems": problems.collect::<Vec<_>>(),
    })
}

fn as_text(profile: &Profile) -> String {
    let about = if profile.rows_exact { "" } else { "about " };
    let mut lines = vec![format!("{}: {}, {about}{} rows", profile.name, profile.format, profile.rows)];
    let read = &profile.read;
    let mut how = Vec::new();
    how.extend(read.encoding.as_ref().map(|encoding| format!("encoding {encoding}")));
    how.extend(read.delimiter.map(|delimiter| match delimiter {
        '\t' => "delimiter tab".to_owned(),
        other => format!("delimiter {other}"),
    }));
    how.extend(read.decimal.map(|decimal| format!("decimal mark {decimal}")));
    how.extend(read.date_order.map(|order| format!("dates {}", format!("{order:?}").to_lowercase())));
    how.extend(read.time_format.as_ref().map(|format| format!("times {format}")));
    how.extend(read.table.as_ref().map(|table| format!("table {table}")));
    how.extend(read.entry.as_ref().map(|entry| format!("file {entry} of the archive")));
    how.extend(read.object_type.as_ref().map(|name| format!("customers of type {name}")));
    if !how.is_empty() {
        lines.push(format!("read with {}", how.join(", ")));
    }
    lines.extend(profile.entries.iter().map(|entry| format!("file {}, {} bytes", entry.name, entry.bytes)));
    lines.extend(profile.object_types.iter().map(|name| format!("object type {name}")));
    for table in &profile.tables {
        let kind = if table.is_view { "view" } else { "table" };
        let rows = table.rows.map(|rows| format!(", {rows} rows")).unwrap_or_default();
        lines.push(format!("{kind} {}{rows}", table.name));
    }
    lines.push(String::new());
    let widest = profile.columns.iter().map(|column| column.name.chars().count()).max().unwrap_or(0);
    lines.extend(profile.columns.iter().map(|column| column_line(profile, column, widest)));
    if !profile.guess.unsafe_guesses.is_empty() {
        lines.push(String::new());
        lines.push("Not safe to guess:".to_owned());
        lines.extend(profile.guess.unsafe_guesses.iter().map(|guess| format!("  {guess}")));
    }
    if !profile.problems.is_empty() {
        lines.push(String::new());
        lines.push(format!("{} problems in the sample, the first of them:", profile.problems.total()));
        for (kind, count) in profile.problems.counts() {
            lines.push(format!("  {kind}: {count}"));
            let examples = profile.problems.examples().iter().filter(|problem| problem.kind == kind);
            lines.extend(examples.take(EXAMPLES).map(|problem| match problem.line {
                Some(line) => format!("    line {line}: {}", problem.message),
                None => format!("    {}", problem.message),
            }));
        }
    }
    lines.join("\n") + "\n"
}

/// Why a column was given its role.
fn why<'a>(profile: &'a Profile, column: &ColumnInfo) -> Option<&'a str> {
    let reasons = &profile.guess.reasons;
    let found = reasons.iter().find(|(name, role, _)| *name == column.name && Some(*role) == column.role);
    found.map(|(.., reason)| reason.as_str())
}

/// What the examples of a column are read as; none for a value that is taken as it is written.
fn readings(profile: &Profile, column: &ColumnInfo) -> Option<Vec<Option<String>>> {
    let source = profile.guess.source.as_ref()?;
    let index = profile.columns.iter().position(|other| other.name == column.name)?;
    let examples = column.examples.iter().map(String::as_str);
    let format = NumberFormat::default();
    let read = ingest::readings(profile, source, (index, column.role?), examples, &format);
    let words = |reading: Reading| match reading {
        Reading::AsWritten => None,
        Reading::Value(value) => Some(value),
        Reading::NoAnswer => Some("no answer".to_owned()),
        Reading::Unreadable => Some("not readable".to_owned()),
        Reading::Undecided => Some("to be decided".to_owned()),
    };
    let words: Vec<_> = read.into_iter().map(words).collect();
    words.iter().any(Option::is_some).then_some(words)
}

fn column_line(profile: &Profile, column: &ColumnInfo, widest: usize) -> String {
    let blanks = " ".repeat(widest - column.name.chars().count());
    let role = column.role.map_or("–", role_name);
    let counts = format!("{} distinct, {} empty", column.distinct, column.empty);
    let kind = kind_name(column.kind);
    let read = readings(profile, column).unwrap_or_default();
    let examples = column.examples.iter().enumerate().map(|(index, example)| match read.get(index) {
        Some(Some(read)) if read != example => format!("{example} → {read}"),
        _ => example.clone(),
    });
    let examples = examples.collect::<Vec<_>>().join(" · ");
    let why = why(profile, column).map(|why| format!("  ({why})")).unwrap_or_default();
    format!("{}{blanks}  {role:<9}  {kind:<12}  {counts:<26}  {examples}{why}", column.name)
}

fn kind_name(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Empty => "empty",
        ColumnKind::Text => "text",
        ColumnKind::WholeNumber => "whole number",
        ColumnKind::Number => "number",
        ColumnKind::Date => "date",
        ColumnKind::Time => "time",
    }
}

fn role_name(role: Role) -> &'static str {
    match role {
        Role::Customer => "customer",
        Role::Time => "time",
        Role::Clock => "clock",
        Role::Event => "event",
        Role::Journey => "journey",
        Role::Channel => "channel",
        Role::Score => "score",
        Role::Sentiment => "sentiment",
        Role::Text => "text",
        Role::Wait => "wait",
        Role::Agent => "agent",
        Role::Outcome => "outcome",
        Role::Revenue => "revenue",
        Role::Reached => "reached",
        Role::Exits => "exits",
        Role::Answers => "answers",
        Role::Segment => "segment",
        Role::Rating => "rating",
    }
}
