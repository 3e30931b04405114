//! Bringing data to the map, without any window: what each column is, which event is which touchpoint,
//! and the one undo step that puts source, touchpoints and rules into the map.

use super::Session;
use crate::draft;
use crate::ingest::{Loaded, Profile, Role, suggest_rules};
use crate::model::edit::EditName;
use crate::model::{
    Edit, EventRule, JourneyMap, Pattern, Rating, ReadOptions, Source, SourceId, Span, StageId, Survey,
    TouchpointId,
};
use crate::tr;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where an event goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// To a touchpoint of the map.
    Existing(TouchpointId),
    /// To a new touchpoint with the event's name.
    New,
    /// Nowhere; it is counted as unmapped.
    Unmapped,
}

/// An event name of the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedEvent {
    /// Name.
    pub name: String,
    /// How often.
    pub count: u64,
    /// Where it goes.
    pub target: Target,
}

/// What the map will be able to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// In the user's words.
    pub label: String,
    /// The columns it comes from, or those that are missing.
    pub columns: String,
    /// It can be shown.
    pub available: bool,
}

/// An import in progress.
#[derive(Clone, Debug)]
pub struct Import {
    /// The data file.
    pub path: PathBuf,
    /// What it holds.
    pub profile: Profile,
    /// What each column is, in the order of the profile's columns; none = ignored.
    pub roles: Vec<Option<Role>>,
    /// The events once they have been read.
    pub loaded: Option<Arc<Loaded>>,
    /// Event names by count.
    pub events: Vec<ImportedEvent>,
}

impl Import {
    /// Begins with the guesses about a file.
    #[must_use]
    pub fn new(path: PathBuf, profile: Profile) -> Self {
        let roles = profile.columns.iter().map(|column| column.role).collect();
        Self { path, profile, roles, loaded: None, events: Vec::new() }
    }

    /// Gives a column a role. A role that only one column can have is taken from the one that had it.
    pub fn set_role(&mut self, column: usize, role: Option<Role>) {
        if let Some(role) = role
            && !matches!(role, Role::Segment | Role::Rating)
        {
            for other in self.roles.iter_mut().filter(|other| **other == Some(role)) {
                *other = None;
            }
        }
        if let Some(place) = self.roles.get_mut(column) {
            *place = role;
        }
        // What was read before was read with other roles.
        self.loaded = None;
        self.events.clear();
    }

    /// How the file is read, to look at it anew with a change.
    #[must_use]
    pub fn read(&self) -> &ReadOptions {
        &self.profile.read
    }

    /// A table with one row per respondent.
    #[must_use]
    pub fn is_survey(&self) -> bool {
        self.roles.contains(&Some(Role::Rating))
    }

    /// Roles that are needed and that no column has.
    #[must_use]
    pub fn missing_roles(&self) -> Vec<Role> {
        if self.is_survey() {
            return Vec::new();
        }
        let needed = [Role::Customer, Role::Time, Role::Event];
        needed.into_iter().filter(|role| !self.roles.contains(&Some(*role))).collect()
    }

    /// The description of the source as chosen; its id is 0 until it is part of a map.
    #[must_use]
    pub fn source(&self) -> Source {
        let guess = self.profile.guess.source.clone();
        let mut source = guess.unwrap_or_else(|| empty_source(&self.profile.name));
        source.id = SourceId(0);
        source.path = self.path.to_string_lossy().into_owned();
        source.read = self.profile.read.clone();
        source.roles = Default::default();
        let named = |role| self.column_of(role);
        let roles = &mut source.roles;
        for (place, role) in [
            (&mut roles.customer, Role::Customer),
            (&mut roles.time, Role::Time),
            (&mut roles.clock, Role::Clock),
            (&mut roles.event, Role::Event),
            (&mut roles.journey, Role::Journey),
            (&mut roles.channel, Role::Channel),
            (&mut roles.score, Role::Score),
            (&mut roles.sentiment, Role::Sentiment),
            (&mut roles.text, Role::Text),
            (&mut roles.wait, Role::Wait),
            (&mut roles.agent, Role::Agent),
            (&mut roles.outcome, Role::Outcome),
            (&mut roles.revenue, Role::Revenue),
        ] {
            *place = named(role);
        }
        roles.segments = self.columns_of(Role::Segment);
        let guessed = source.survey.take().unwrap_or_default();
        if self.is_survey() {
            let rating = |column: String| {
                let known = guessed.ratings.iter().find(|rating| rating.column == column);
                known.cloned().unwrap_or(Rating { column, scale: None })
            };
            let ratings = self.columns_of(Role::Rating).into_iter().map(rating).collect();
            source.survey = Some(Survey { ratings, date: guessed.date });
        }
        source
    }

    /// Takes over the events and suggests where each goes.
    pub fn take_loaded(&mut self, loaded: Arc<Loaded>, map: &JourneyMap) {
        let log = &loaded.log;
        let mut counts = vec![0_u64; log.names.len()];
        for event in 0..log.len() {
            if let Some(count) = counts.get_mut(log.name(event) as usize) {
                *count += 1;
            }
        }
        let names: Vec<String> = log.names.iter().map(str::to_owned).collect();
        let suggested: BTreeMap<String, TouchpointId> = suggest_rules(&names, map)
            .into_iter()
            .filter_map(|(pattern, touchpoint)| match pattern {
                Pattern::Exact(name) => Some((name, touchpoint)),
                Pattern::Glob(_) | Pattern::Regex(_) => None,
            })
            .collect();
        let otherwise = if has_touchpoints(map) { Target::Unmapped } else { Target::New };
        let event = |(name, count): (String, u64)| {
            let target = suggested.get(&name).map_or(otherwise.clone(), |id| Target::Existing(*id));
            ImportedEvent { name, count, target }
        };
        self.events = names.into_iter().zip(counts).map(event).collect();
        self.events.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name)));
        self.loaded = Some(loaded);
    }

    /// Makes touchpoints for all events that go nowhere.
    pub fn make_touchpoints_for_all(&mut self) {
        for event in self.events.iter_mut().filter(|event| event.target == Target::Unmapped) {
            event.target = Target::New;
        }
    }

    /// What the map will be able to show with these columns.
    #[must_use]
    pub fn shown(&self) -> Vec<Shown> {
        let line = |label: String, roles: &[Role]| {
            let columns: Vec<_> = roles.iter().flat_map(|role| self.columns_of(*role)).collect();
            let available = roles.iter().any(|role| self.roles.contains(&Some(*role)));
            let columns = if available { columns.join(", ") } else { tr!("session-no-column") };
            Shown { label, columns, available }
        };
        let mut paths =
            line(tr!("session-shows-paths"), &[Role::Customer, Role::Time, Role::Event, Role::Journey]);
        if self.is_survey() || !self.missing_roles().is_empty() {
            paths.available = false;
            paths.columns = tr!("session-needs-three");
        }
        let mut lines = vec![
            paths,
            line(tr!("session-shows-satisfaction"), &[Role::Score, Role::Rating]),
            line(tr!("session-shows-channels"), &[Role::Channel]),
            line(tr!("session-shows-segments"), &[Role::Segment]),
            line(tr!("session-shows-sentiment"), &[Role::Sentiment]),
            line(tr!("session-shows-wait"), &[Role::Wait]),
            line(tr!("session-shows-agents"), &[Role::Agent]),
        ];
        lines.sort_by_key(|line| !line.available);
        lines
    }

    fn column_of(&self, role: Role) -> Option<String> {
        self.columns_of(role).into_iter().next()
    }

    fn columns_of(&self, role: Role) -> Vec<String> {
        let columns = self.profile.columns.iter().zip(&self.roles);
        columns.filter(|(_, other)| **other == Some(role)).map(|(column, _)| column.name.clone()).collect()
    }
}

impl Session {
    /// Puts an import into the map as one undo step and lays its data over it. A map without touchpoints is
    /// drafted from the data instead. False when the data has not been read yet.
    pub fn finish_import(&mut self, import: Import, written_path: String) -> bool {
        let source = Source { path: written_path, ..import.source() };
        let Some(loaded) = import.loaded else { return false };
        let title = title_of(&import.path);
        if !has_touchpoints(self.document.map()) && self.document.map().about.title.trim().is_empty() {
            let map = draft::draft(&loaded.log, &source, &title);
            let format = self.format;
            *self = Self::of_new(map);
            self.format = format;
            if let Some(id) = self.source().map(|source| source.id) {
                self.data_loaded(id, loaded);
            }
            return true;
        }
        let edit = import_edit(self.document.map(), source, &import.events);
        self.data_imported(&edit, loaded);
        true
    }
}

fn has_touchpoints(map: &JourneyMap) -> bool {
    !map.touchpoints.is_empty()
}

fn title_of(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().replace(['_', '-'], " ")
}

fn empty_source(name: &str) -> Source {
    Source {
        id: SourceId(0),
        name: name.to_owned(),
        path: String::new(),
        read: ReadOptions::default(),
        roles: Default::default(),
        survey: None,
        scale: None,
        missing: BTreeMap::new(),
        keep_rows: BTreeMap::new(),
        gap: Span::default(),
        open: Span::default(),
        observed_until: None,
        rules: Vec::new(),
        filter: Default::default(),
    }
}

/// New touchpoints in a stage of their own at the end, and the source with a rule for each event that has a target.
/// Edits of a batch can't name what earlier ones made; ids are given out in sequence, so they are known beforehand.
fn import_edit(map: &JourneyMap, mut source: Source, events: &[ImportedEvent]) -> Edit {
    let mut next_id = map.about.next_id;
    let mut fresh = || {
        next_id += 1;
        next_id - 1
    };
    let mut edits = Vec::new();
    let mut stage = None;
    for event in events {
        let touchpoint = match event.target {
            Target::Existing(touchpoint) => touchpoint,
            Target::Unmapped => continue,
            Target::New => {
                let stage = *stage.get_or_insert_with(|| {
                    let at = map.about.stages.len();
                    edits.push(Edit::AddStage { name: tr!("session-stage-of-import"), at });
                    StageId(fresh())
                });
                let name = event.name.clone();
                edits.push(Edit::AddTouchpoint { stage, at: usize::MAX, name });
                TouchpointId(fresh())
            }
        };
        source.rules.push(EventRule { event: Pattern::Exact(event.name.clone()), channel: None, touchpoint });
    }
    // One set of data at a time: what was linked before gives way.
    edits.splice(0..0, map.sources.iter().map(|old| Edit::RemoveSource { source: old.id }));
    edits.push(Edit::AddSource(source));
    Edit::Batch { name: EditName { key: "session-step-import", count: edits.len() }, edits }
}
