//! What the options mean together: they override what the map or the guess says about a source, and what the
//! map says about goals, contacts and small groups.

use super::args::DataOptions;
use super::error::CliError;
use super::rules;
use crate::base::name_key;
use crate::model::{Attributes, Document, Edit, JourneyMap, ReadOptions, Roles, Source, TouchpointId};

impl DataOptions {
    /// The SQLite table, unless `--table` stands alone.
    pub fn table_name(&self) -> Option<&String> {
        self.table.as_ref().filter(|name| !name.is_empty())
    }

    /// `--table` without a name, which only `measure` knows.
    pub fn is_bare_table(&self) -> bool {
        self.table.as_ref().is_some_and(String::is_empty)
    }

    /// `--table` must have a name.
    pub fn need_table_name(&self) -> Result<(), CliError> {
        if self.is_bare_table() {
            return Err(CliError::Usage("--table needs the name of a table".to_owned()));
        }
        Ok(())
    }

    /// How the file is read.
    pub fn read(&self) -> ReadOptions {
        let mut read = ReadOptions::default();
        self.override_read(&mut read);
        read
    }

    fn override_read(&self, read: &mut ReadOptions) {
        if let Some(table) = self.table_name() {
            read.table = Some(table.clone());
            read.query = None;
        }
        if let Some(query) = &self.query {
            read.query = Some(query.clone());
            read.table = None;
        }
        override_with(&mut read.entry, self.entry.as_ref());
        override_with(&mut read.object_type, self.object_type.as_ref());
        if let Some(file) = &self.attributes {
            let customer = self.attributes_customer.clone();
            read.attributes = Some(Attributes { file: file.clone(), customer, columns: Vec::new() });
        }
        if !self.also.is_empty() {
            read.also.clone_from(&self.also);
        }
        override_with(&mut read.encoding, self.encoding.as_ref());
        override_with(&mut read.time_format, self.time_format.as_ref());
        override_with(&mut read.timezone, self.timezone.as_ref());
        read.header = self.header.or(read.header);
        read.delimiter = self.delimiter.or(read.delimiter);
        read.decimal = self.decimal.or(read.decimal);
        read.date_order = self.date_order.or(read.date_order);
    }

    /// Puts everything about the source in its place, rules apart.
    pub fn override_source(&self, source: &mut Source) {
        let complete = source.read.attributes.take();
        self.override_read(&mut source.read);
        // The same table again is the one that has been looked at.
        let file = |attributes: &Option<Attributes>| attributes.as_ref().map(|of| of.file.clone());
        if source.read.attributes.is_none() || file(&complete) == file(&source.read.attributes) {
            source.read.attributes = complete;
        }
        self.override_roles(&mut source.roles);
        if self.reached.is_some() || self.answers.is_some() {
            // Whoever names the figures of a summary has neither events nor answers.
            (source.survey, source.roles.time) = (None, None);
        }
        if self.event.is_some() {
            // Whoever names the event column has an event log.
            source.survey = None;
        }
        if let Some(survey) = &mut source.survey {
            override_with(&mut survey.date, self.survey_date.as_ref());
        }
        source.scale = self.scale.or(source.scale);
        source.gap = self.gap.unwrap_or(source.gap);
        source.open = self.open.unwrap_or(source.open);
        for (column, value) in &self.missing {
            source.missing.entry(column.clone()).or_default().insert(value.clone());
        }
        for (column, value) in &self.keep_rows {
            source.keep_rows.entry(column.clone()).or_default().insert(value.clone());
        }
        override_with(&mut source.filter.from, self.from.as_ref());
        override_with(&mut source.filter.to, self.to.as_ref());
        if !self.where_.is_empty() {
            source.filter.segments.clear();
        }
        for (column, value) in &self.where_ {
            source.filter.segments.entry(column.clone()).or_default().insert(value.clone());
            // A column to filter by is a segment column, said or not.
            let of_customers = source.read.attributes.iter().flat_map(|attributes| &attributes.columns);
            if !source.roles.segments.contains(column) && !of_customers.into_iter().any(|of| of == column) {
                source.roles.segments.push(column.clone());
            }
        }
        if !self.in_channel.is_empty() {
            source.filter.channels = self.in_channel.iter().cloned().collect();
        }
    }

    fn override_roles(&self, roles: &mut Roles) {
        let given = [
            (&mut roles.customer, &self.customer),
            (&mut roles.time, &self.time),
            (&mut roles.clock, &self.clock),
            (&mut roles.event, &self.event),
            (&mut roles.journey, &self.journey),
            (&mut roles.channel, &self.channel),
            (&mut roles.score, &self.score),
            (&mut roles.sentiment, &self.sentiment),
            (&mut roles.text, &self.text),
            (&mut roles.wait, &self.wait),
            (&mut roles.agent, &self.agent),
            (&mut roles.outcome, &self.outcome),
            (&mut roles.revenue, &self.revenue),
            (&mut roles.reached, &self.reached),
            (&mut roles.exits, &self.exits),
            (&mut roles.answers, &self.answers),
        ];
        let taken: Vec<&String> = given.iter().filter_map(|(_, column)| column.as_ref()).collect();
        for (role, column) in given {
            // A column whose role is given has no other, guessed one.
            if role.as_ref().is_some_and(|guessed| taken.contains(&guessed)) {
                *role = None;
            }
            override_with(role, column.as_ref());
        }
        roles.segments.retain(|column| !taken.contains(&column));
        if !self.segment.is_empty() {
            roles.segments.clone_from(&self.segment);
        }
    }

    /// True when an option, named as it is written, is given, so that it need not be guessed.
    pub fn is_given(&self, option: &str) -> bool {
        let given = [
            ("--table", self.table.is_some()),
            ("--query", self.query.is_some()),
            ("--entry", self.entry.is_some()),
            ("--object-type", self.object_type.is_some()),
            ("--customer", self.customer.is_some()),
            ("--time", self.time.is_some()),
            ("--clock", self.clock.is_some()),
            ("--event", self.event.is_some()),
            ("--journey", self.journey.is_some()),
            ("--channel", self.channel.is_some()),
            ("--score", self.score.is_some()),
            ("--scale", self.scale.is_some()),
            ("--sentiment", self.sentiment.is_some()),
            ("--text", self.text.is_some()),
            ("--wait", self.wait.is_some()),
            ("--agent", self.agent.is_some()),
            ("--outcome", self.outcome.is_some()),
            ("--revenue", self.revenue.is_some()),
            ("--reached", self.reached.is_some()),
            ("--exits", self.exits.is_some()),
            ("--answers", self.answers.is_some()),
            ("--rating", !self.rating.is_empty()),
            ("--segment", !self.segment.is_empty()),
            ("--delimiter", self.delimiter.is_some()),
            ("--encoding", self.encoding.is_some()),
            ("--decimal", self.decimal.is_some()),
            ("--date-order", self.date_order.is_some() || self.time_format.is_some()),
            ("--time-format", self.time_format.is_some()),
            ("--timezone", self.timezone.is_some()),
            ("--missing", !self.missing.is_empty()),
            ("--keep-rows", !self.keep_rows.is_empty()),
        ];
        // Surveys and summaries need no log's columns.
        let is_needless = match option {
            "--customer" | "--time" => {
                self.reached.is_some() || self.answers.is_some() || !self.rating.is_empty()
            }
            "--event" => !self.rating.is_empty(),
            _ => false,
        };
        is_needless || given.iter().any(|(name, is_given)| *is_given && *name == option)
    }

    /// Rules, goals, contacts and the smallest group, put into the map; the source named is the map's own.
    pub fn override_map(&self, map: JourneyMap, source: Option<&mut Source>) -> Result<JourneyMap, CliError> {
        let mut document = Document::opened(map);
        if let Some(smallest_group) = self.smallest_group {
            document.edit(&Edit::SetSmallestGroup(smallest_group))?;
        }
        if !self.goal.is_empty() || !self.contact.is_empty() {
            let edit = self.roles_edit(document.map())?;
            document.edit(&edit)?;
        }
        if let (Some(path), Some(source)) = (&self.rules, source) {
            let mut rules = rules::read(path, document.map())?;
            rules.append(&mut source.rules);
            source.rules = rules;
        }
        Ok(document.map().clone())
    }

    fn roles_edit(&self, map: &JourneyMap) -> Result<Edit, CliError> {
        let named = |option: &str, names: &[String], flagged: Vec<TouchpointId>| {
            if names.is_empty() {
                return Ok(flagged);
            }
            let found = names.iter().map(|name| touchpoint_named(map, name, option));
            Ok::<_, CliError>(found.collect::<Result<Vec<_>, _>>()?.concat())
        };
        let touchpoints = || map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint);
        let goals = touchpoints().filter(|touchpoint| touchpoint.goal).map(|touchpoint| touchpoint.id);
        let contacts = touchpoints().filter(|touchpoint| touchpoint.contact).map(|touchpoint| touchpoint.id);
        Ok(Edit::SetRolesOfTouchpoints {
            goals: named("--goal", &self.goal, goals.collect())?,
            contacts: named("--contact", &self.contact, contacts.collect())?,
        })
    }
}

fn override_with(value: &mut Option<String>, given: Option<&String>) {
    if let Some(given) = given {
        *value = Some(given.clone());
    }
}

/// All touchpoints with this name, whatever its spelling; none is an error that names the nearest.
pub fn touchpoint_named(map: &JourneyMap, name: &str, place: &str) -> Result<Vec<TouchpointId>, CliError> {
    let key = name_key(name);
    let touchpoints: Vec<_> = map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint).collect();
    let found: Vec<_> = touchpoints
        .iter()
        .filter(|touchpoint| name_key(&touchpoint.name) == key)
        .map(|touchpoint| touchpoint.id)
        .collect();
    if !found.is_empty() {
        return Ok(found);
    }
    let mut nearest: Vec<(f64, &str)> = touchpoints
        .iter()
        .map(|touchpoint| {
            let other = name_key(&touchpoint.name);
            (rapidfuzz::fuzz::ratio(key.chars(), other.chars()), touchpoint.name.as_str())
        })
        .collect();
    nearest.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    let names: Vec<_> = nearest.iter().take(3).map(|(_, name)| format!("`{name}`")).collect();
    let hint = match names.as_slice() {
        [] => "The map has no touchpoints.".to_owned(),
        names => format!("The nearest are {}.", names.join(", ")),
    };
    Err(CliError::input(format!("{place}: the map has no touchpoint `{name}`"), "", hint))
}
