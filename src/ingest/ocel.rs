//! Object-centric logs (OCEL 2.0) in SQLite: flattened to one row per event and object of the type that counts as the
//! customer. An event without such an object is a row without customer, so that nothing is lost unseen.

use super::rejects;
use crate::base::Warnings;
use crate::tr;
use rusqlite::{Connection, OptionalExtension};

/// The tables by which such a log is known.
const TABLES: [&str; 5] = ["event", "object", "event_map_type", "object_map_type", "event_object"];
/// Words in the names of types that are customers, the surest first.
const CUSTOMERS: [&str; 12] = [
    "customer",
    "client",
    "patient",
    "user",
    "person",
    "member",
    "müşteri",
    "klient",
    "case",
    "applicat",
    "order",
    "ticket",
];

/// A log of which only the customers are to be chosen.
pub(super) struct ObjectLog {
    /// Types of objects, the likeliest customers first.
    pub object_types: Vec<String>,
    event_types: Vec<Type>,
    customers: Option<Type>,
}

/// A type with the table of its attributes.
struct Type {
    name: String,
    table: String,
    /// Its attributes; none when the table is not there.
    attributes: Option<Vec<String>>,
}

/// True when a database with these tables is such a log.
pub(super) fn is_log(tables: &[&str]) -> bool {
    TABLES.iter().all(|table| tables.contains(table))
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

impl ObjectLog {
    /// Looks at the types, with the wanted one as customers if there is such, else the likeliest.
    pub(super) fn read(connection: &Connection, wanted: Option<&str>) -> rusqlite::Result<Self> {
        let types = |kind: &str| -> rusqlite::Result<Vec<Type>> {
            let sql = format!("SELECT ocel_type, ocel_type_map FROM {kind}_map_type ORDER BY ocel_type");
            let mut statement = connection.prepare(&sql)?;
            let rows =
                statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
            rows.map(|row| {
                let (name, suffix) = row?;
                let table = format!("{kind}_{suffix}");
                Ok(Type { attributes: attributes(connection, &table)?, name, table })
            })
            .collect()
        };
        let mut objects = types("object")?;
        let place = |name: &str| {
            let name = name.to_lowercase();
            CUSTOMERS.iter().position(|word| name.contains(word)).unwrap_or(CUSTOMERS.len())
        };
        objects.sort_by_key(|object| place(&object.name));
        let object_types = objects.iter().map(|object| object.name.clone()).collect();
        let customers = match wanted {
            Some(wanted) => objects.into_iter().find(|object| object.name == wanted),
            None => objects.into_iter().next(),
        };
        Ok(Self { object_types, event_types: types("event")?, customers })
    }

    /// The type whose objects are the customers; none when there is no such type.
    pub(super) fn customer_type(&self) -> Option<&str> {
        self.customers.as_ref().map(|customers| customers.name.as_str())
    }

    /// The SELECT that gives a row per event and customer: customer, event, time, then the attributes of events and of
    /// the customer as it was first. Rows that are there twice, or linked twice, count once.
    pub(super) fn select(&self) -> Option<String> {
        let customers = self.customers.as_ref()?;
        let mut names: Vec<&str> = Vec::new();
        for name in self.event_types.iter().flat_map(|of| of.attributes.iter().flatten()) {
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
        let of_customer = customers.attributes.as_deref().unwrap_or_default();
        let branch = |of: &Type| {
            let own = of.attributes.as_deref();
            let attribute = |name: &&str| match own {
                Some(own) if own.iter().any(|known| known == name) => format!("t.{}", quoted(name)),
                _ => "NULL".to_owned(),
            };
            let time = if own.is_some() { "t.ocel_time" } else { "NULL" };
            let mut columns = vec!["link.o".to_owned(), literal(&of.name), time.to_owned()];
            columns.extend(names.iter().map(attribute));
            columns.extend(of_customer.iter().map(|name| format!("c.{}", quoted(name))));
            let details = match own {
                Some(_) => format!(
                    " LEFT JOIN (SELECT * FROM {} GROUP BY ocel_id) t ON t.ocel_id = e.ocel_id",
                    quoted(&of.table)
                ),
                None => String::new(),
            };
            let customer =
                if of_customer.is_empty() { "" } else { " LEFT JOIN customer c ON c.ocel_id = link.o" };
            format!(
                "SELECT {} FROM (SELECT DISTINCT ocel_id FROM event WHERE ocel_type = {}) e{details} \
                 LEFT JOIN link ON link.e = e.ocel_id{customer}",
                columns.join(", "),
                literal(&of.name)
            )
        };
        let branches: Vec<String> = self.event_types.iter().map(branch).collect();
        if branches.is_empty() {
            return None;
        }
        let link = format!(
            "link(e, o) AS MATERIALIZED (SELECT DISTINCT ocel_event_id, ocel_object_id FROM event_object \
             WHERE ocel_object_id IN (SELECT ocel_id FROM object WHERE ocel_type = {}))",
            literal(&customers.name)
        );
        let customer = match of_customer {
            [] => String::new(),
            _ => format!(
                ", customer AS MATERIALIZED (SELECT * FROM {} WHERE ocel_changed_field IS NULL GROUP BY ocel_id)",
                quoted(&customers.table)
            ),
        };
        Some(format!("WITH {link}{customer} {}", branches.join(" UNION ALL ")))
    }

    /// Names of the columns of the SELECT.
    pub(super) fn columns(&self) -> Vec<String> {
        let mut names: Vec<String> = ["customer", "event", "time"].map(str::to_owned).into();
        for name in self.event_types.iter().flat_map(|of| of.attributes.iter().flatten()) {
            if !names[3..].contains(name) {
                names.push(name.clone());
            }
        }
        if let Some(customers) = &self.customers {
            let attributes = customers.attributes.iter().flatten();
            names.extend(attributes.map(|name| format!("{}:{name}", customers.name)));
        }
        super::header::names(names.iter().map(String::as_str))
    }
}

/// The columns of a type's table beside those that every such table has; none when there is no such table.
fn attributes(connection: &Connection, table: &str) -> rusqlite::Result<Option<Vec<String>>> {
    let is_there = "SELECT 1 FROM sqlite_schema WHERE name = ?1 COLLATE NOCASE";
    if connection.query_row(is_there, [table], |_| Ok(())).optional()?.is_none() {
        return Ok(None);
    }
    let statement = connection.prepare(&format!("SELECT * FROM {}", quoted(table)))?;
    let own = |name: &&str| !["ocel_id", "ocel_time", "ocel_changed_field"].contains(name);
    Ok(Some(statement.column_names().filter(own).map(str::to_owned).collect()))
}

/// What published logs have wrong: links to objects that are not there, events and links that are there twice.
pub(super) fn check(connection: &Connection) -> rusqlite::Result<Warnings> {
    let count = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, i64>(0));
    let mut problems = Warnings::new();
    for (kind, sql, words) in [
        (
            "lost-objects",
            "SELECT count(*) FROM event_object WHERE ocel_object_id NOT IN (SELECT ocel_id FROM object)",
            (|count| tr!("ingest-lost-objects", count = count)) as fn(i64) -> String,
        ),
        (
            "lost-events",
            "SELECT count(*) FROM event_object WHERE ocel_event_id NOT IN (SELECT ocel_id FROM event)",
            |count| tr!("ingest-lost-events", count = count),
        ),
        ("repeated-events", "SELECT count(*) - count(DISTINCT ocel_id) FROM event", |count| {
            tr!("ingest-repeated-events", count = count)
        }),
        (
            "unknown-types",
            "SELECT count(*) FROM event WHERE ocel_type NOT IN (SELECT ocel_type FROM event_map_type)",
            |count| tr!("ingest-unknown-types", count = count),
        ),
    ] {
        let found = count(sql)?;
        if found > 0 {
            problems.push(rejects::of_file(kind, words(found)));
        }
    }
    Ok(problems)
}
