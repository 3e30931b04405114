//! Bringing data to the map, without any window: what each column is, which event is which touchpoint,
//! and the one undo step that puts source, touchpoints and rules into the map.

mod doubts;
mod remembered;
mod said;

pub use doubts::Phase;

use super::Session;
use crate::base::fmt::NumberFormat;
use crate::base::{Scale, Warnings};
use crate::draft;
use crate::ingest::{
    self, ColumnInfo, ColumnKind, Loaded, Profile, Reading, Role, suggest_rules, suggest_similar,
};
use crate::model::edit::EditName;
use crate::model::{
    Edit, EventRule, JourneyMap, Pattern, Rating, ReadOptions, Source, SourceId, StageId, Survey,
    TouchpointId,
};
use crate::tr;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Up to so many different values of a column are worth telling.
const MOST_VALUES_TOLD: u64 = 50;

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
    /// A touchpoint with a similar name, for the user to confirm.
    pub similar: Option<TouchpointId>,
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
    /// The scale of the scores where the user has chosen one.
    pub scale: Option<Scale>,
    /// The events once they have been read.
    pub loaded: Option<Arc<Loaded>>,
    /// Event names by count.
    pub events: Vec<ImportedEvent>,
    /// The roles the user has given, in this order: column name and role.
    given: Vec<(String, Option<Role>)>,
    /// What is read of a log with each step's start and end.
    phase: Option<Phase>,
    /// Values that mean "no answer", by column, where the user has said so.
    codes: BTreeMap<String, BTreeSet<String>>,
    /// The day of a survey's answers, as the user has said.
    survey_day: Option<String>,
    /// What was decided for a file of this shape before has been taken over.
    is_remembered: bool,
    /// What the first values are read as, by column, once somebody has asked.
    readings: OnceCell<Vec<Option<Vec<Reading>>>>,
}

impl Import {
    /// Begins with the guesses about a file.
    #[must_use]
    pub fn new(path: PathBuf, profile: Profile) -> Self {
        let roles = profile.columns.iter().map(|column| column.role).collect();
        Self {
            path,
            profile,
            roles,
            scale: None,
            loaded: None,
            events: Vec::new(),
            given: Vec::new(),
            phase: None,
            codes: BTreeMap::new(),
            survey_day: None,
            is_remembered: false,
            readings: OnceCell::new(),
        }
    }

    /// The same import after another look at the file; what the user has decided about columns stays.
    #[must_use]
    pub fn looked_at_anew(&self, profile: Profile) -> Self {
        let table = |read: &ReadOptions| {
            (read.entry.clone(), read.table.clone(), read.query.clone(), read.object_type.clone())
        };
        let is_same_table = table(&profile.read) == table(&self.profile.read);
        let mut import = Self::new(self.path.clone(), profile);
        if is_same_table {
            import.phase.clone_from(&self.phase);
            for (column, role) in &self.given {
                let index = import.profile.columns.iter().position(|other| other.name == *column);
                if let Some(index) = index {
                    import.set_role(index, *role);
                }
            }
            import.scale = self.scale;
            import.codes.clone_from(&self.codes);
            import.survey_day.clone_from(&self.survey_day);
            import.is_remembered = self.is_remembered;
        }
        import
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
        if let Some(column) = self.profile.columns.get(column) {
            self.given.push((column.name.clone(), role));
        }
        if matches!(role, Some(Role::Score | Role::Rating)) {
            self.scale = None;
        }
        self.forget_loaded();
    }

    /// Sets the scale of the scores.
    pub fn set_scale(&mut self, scale: Scale) {
        self.scale = Some(scale);
        self.forget_loaded();
    }

    /// What was read before was read otherwise.
    fn forget_loaded(&mut self) {
        self.loaded = None;
        self.events.clear();
        self.readings = OnceCell::new();
    }

    /// The scale of the scores: the chosen one, else that of the column.
    #[must_use]
    pub fn score_scale(&self) -> Option<Scale> {
        let role = if self.is_survey() { Role::Rating } else { Role::Score };
        let guess = self.profile.guess.source.as_ref();
        let guessed = guess.filter(|source| source.survey.is_some() == self.is_survey());
        let of_survey = guessed.filter(|_| self.is_survey()).and_then(|source| source.scale);
        self.scale.or(of_survey).or_else(|| self.columns_with(role).next()?.scale)
    }

    /// The scale on which this column is read, when it holds the scores or ratings.
    #[must_use]
    pub fn scale_of(&self, column: usize) -> Option<Scale> {
        match self.roles.get(column).copied().flatten()? {
            Role::Score if !self.is_survey() => self.score_scale(),
            Role::Rating => {
                let column = self.profile.columns.get(column)?;
                let guess = self.profile.guess.source.as_ref().and_then(|source| source.survey.as_ref());
                let mut known = guess.into_iter().flat_map(|survey| &survey.ratings);
                // A known rating's codes for "no answer" do not widen its scale.
                match known.find(|rating| rating.column == column.name) {
                    Some(rating) => rating.scale.or(self.score_scale()),
                    None => column.scale.or(self.score_scale()),
                }
            }
            _ => None,
        }
    }

    /// What could not be read: of all rows once they are read, of the first ones before.
    #[must_use]
    pub fn problems(&self) -> &Warnings {
        self.loaded.as_ref().map_or(&self.profile.problems, |loaded| &loaded.report.problems)
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

    /// A table with one row per touchpoint and figures that somebody else has counted.
    #[must_use]
    pub fn is_summary(&self) -> bool {
        let has = |role| self.roles.contains(&Some(role));
        !self.is_survey() && !self.has_times() && (has(Role::Reached) || has(Role::Answers))
    }

    /// A column says when something happened.
    #[must_use]
    pub fn has_times(&self) -> bool {
        self.roles.contains(&Some(Role::Time))
    }

    /// Roles that are needed and that no column has.
    #[must_use]
    pub fn missing_roles(&self) -> Vec<Role> {
        if self.is_survey() {
            return Vec::new();
        }
        let has = |role| self.roles.contains(&Some(role));
        if self.is_summary() {
            return [Role::Event].into_iter().filter(|role| !has(*role)).collect();
        }
        // Where nobody is named, each case counts as a customer of its own.
        let is_told = |role| has(role) || (role == Role::Customer && has(Role::Journey));
        let needed = [Role::Customer, Role::Time, Role::Event];
        needed.into_iter().filter(|role| !is_told(*role)).collect()
    }

    /// The description of the source as chosen; its id is 0 until it is part of a map.
    #[must_use]
    pub fn source(&self) -> Source {
        let guess = self.profile.guess.source.clone();
        let mut source = guess.unwrap_or_else(|| Source::of_file(&self.profile.name, ""));
        source.id = SourceId(0);
        source.path = self.path.to_string_lossy().into_owned();
        source.read = self.profile.read.clone();
        source.roles = Default::default();
        let roles = &mut source.roles;
        for role in Role::SINGLE {
            if let Some(place) = role.place_in(roles) {
                *place = self.column_of(role);
            }
        }
        if roles.customer.is_none() {
            roles.customer.clone_from(&roles.journey);
        }
        roles.segments = self.columns_of(Role::Segment);
        source.scale = self.score_scale();
        if let Some((column, phase)) = self.phase_column().zip(self.phase.clone()) {
            let value = match phase {
                Phase::Only(value) => value,
                Phase::All => ingest::EVERY_ROW.to_owned(),
            };
            source.keep_rows.insert(column, [value].into());
        }
        for (column, codes) in &self.codes {
            source.missing.insert(column.clone(), codes.clone());
        }
        source.missing.retain(|_, codes| !codes.is_empty());
        let guessed = source.survey.take().unwrap_or_default();
        if self.is_survey() {
            let rating = |column: &ColumnInfo| {
                let known = guessed.ratings.iter().find(|rating| rating.column == column.name);
                let own = column.scale.filter(|scale| Some(*scale) != source.scale);
                known.cloned().unwrap_or(Rating { column: column.name.clone(), scale: own })
            };
            let ratings = self.columns_with(Role::Rating).map(rating).collect();
            source.survey = Some(Survey { ratings, date: self.survey_day.clone() });
        }
        source
    }

    /// Takes over the events and suggests where each goes.
    pub fn take_loaded(&mut self, loaded: Arc<Loaded>, map: &JourneyMap) {
        let log = &loaded.log;
        let names: Vec<String> = log.names.iter().map(str::to_owned).collect();
        let suggested: BTreeMap<String, TouchpointId> = suggest_rules(&names, map)
            .into_iter()
            .filter_map(|(pattern, touchpoint)| match pattern {
                Pattern::Exact(name) => Some((name, touchpoint)),
                Pattern::Normalised(_) | Pattern::Glob(_) | Pattern::Regex(_) => None,
            })
            .collect();
        let similar: BTreeMap<String, TouchpointId> =
            suggest_similar(&names, map).into_iter().map(|found| (found.event, found.touchpoint)).collect();
        let otherwise = if has_touchpoints(map) { Target::Unmapped } else { Target::New };
        let event = |(name, count): (String, u64)| {
            let target = suggested.get(&name).map_or(otherwise.clone(), |id| Target::Existing(*id));
            let similar = similar.get(&name).copied();
            ImportedEvent { name, count, target, similar }
        };
        self.events = names.into_iter().zip(loaded.name_counts.iter().copied()).map(event).collect();
        self.events.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name)));
        self.loaded = Some(loaded);
    }

    /// Makes touchpoints for all events that go nowhere.
    pub fn make_touchpoints_for_all(&mut self) {
        for event in self.events.iter_mut().filter(|event| event.target == Target::Unmapped) {
            event.target = Target::New;
        }
    }

    /// How many events go nowhere although a touchpoint has a similar name.
    #[must_use]
    pub fn similar_count(&self) -> usize {
        let open = self.events.iter().filter(|event| event.target == Target::Unmapped);
        open.filter(|event| event.similar.is_some()).count()
    }

    /// Takes every similar touchpoint for an event that goes nowhere.
    pub fn accept_all_similar(&mut self) {
        for event in self.events.iter_mut().filter(|event| event.target == Target::Unmapped) {
            if let Some(touchpoint) = event.similar {
                event.target = Target::Existing(touchpoint);
            }
        }
    }

    /// What the map will be able to show with these columns.
    #[must_use]
    pub fn shown(&self, format: &NumberFormat) -> Vec<Shown> {
        let line = |label: String, roles: &[Role]| {
            let columns: Vec<_> = roles.iter().flat_map(|role| self.columns_with(*role)).collect();
            let words = match columns[..] {
                [] => tr!("session-no-column"),
                [column] => described(column, format),
                _ => columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>().join(", "),
            };
            Shown { label, columns: words, available: !columns.is_empty() }
        };
        let mut paths =
            line(tr!("session-shows-paths"), &[Role::Customer, Role::Time, Role::Event, Role::Journey]);
        if self.is_summary() {
            paths = line(tr!("session-shows-exits"), &[Role::Reached, Role::Exits]);
            paths.available =
                [Role::Reached, Role::Exits].iter().all(|role| self.roles.contains(&Some(*role)));
        } else if self.is_survey() {
            paths.available = false;
            paths.columns = tr!("session-survey-has-no-paths");
        } else if !self.missing_roles().is_empty() {
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
        self.columns_with(role).next().map(|column| column.name.clone())
    }

    fn columns_of(&self, role: Role) -> Vec<String> {
        self.columns_with(role).map(|column| column.name.clone()).collect()
    }

    fn columns_with(&self, role: Role) -> impl Iterator<Item = &ColumnInfo> {
        let columns = self.profile.columns.iter().zip(&self.roles);
        columns.filter(move |(_, other)| **other == Some(role)).map(|(column, _)| column)
    }
}

/// A column with how much it tells: how many values, or how many of the rows have one.
#[allow(clippy::cast_precision_loss)] // cells of a sample
fn described(column: &ColumnInfo, format: &NumberFormat) -> String {
    let cells = column.filled + column.empty;
    let name = column.name.clone();
    if column.kind == ColumnKind::Text && column.distinct <= MOST_VALUES_TOLD {
        return tr!("session-column-values", name = name, count = format.count(column.distinct));
    }
    if column.empty == 0 || cells == 0 {
        return name;
    }
    let share = format.percent(column.filled as f64 / cells as f64, 0);
    tr!("session-column-filled", name = name, share = share)
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
    let stem = path.file_stem().unwrap_or_default();
    // A packed file has two endings.
    let is_packed = path.extension().is_some_and(|ending| ending == "gz" || ending == "zip");
    let stem = Path::new(stem).file_stem().filter(|_| is_packed).unwrap_or(stem);
    stem.to_string_lossy().into_owned()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Cancel, Progress};

    fn data(name: &str) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
    }

    fn import_of(name: &str) -> Import {
        let path = data(name);
        let profile = ingest::profile(&path, &ReadOptions::default(), &Cancel::new(), &Progress::new())
            .expect("a table");
        Import::new(path, profile)
    }

    fn loaded(import: &Import) -> Loaded {
        ingest::load(&import.source(), Path::new(""), &Cancel::new(), &Progress::new()).expect("events")
    }

    #[test]
    fn a_log_of_starts_and_ends_asks_which_is_kept() {
        let mut import = import_of("patients.csv");
        let doubts: Vec<_> = import.open_doubts().cloned().collect();
        let [doubt] = doubts.as_slice() else { panic!("{doubts:?}") };
        assert_eq!(import.answer(&doubt.doubt), None);

        import.decide(&doubt.doubt, 0);
        assert_eq!((import.open_doubts().count(), import.answer(&doubt.doubt)), (0, Some(0)));
        let half = loaded(&import).report;
        assert_eq!(half.events, half.left_out);

        import.decide(&doubt.doubt, 2);
        assert_eq!((import.open_doubts().count(), import.answer(&doubt.doubt)), (0, Some(2)));
        assert_eq!(loaded(&import).report.events, half.rows);

        // Another look at the file does not ask again.
        let profile =
            ingest::profile(&import.path, import.read(), &Cancel::new(), &Progress::new()).expect("a table");
        assert_eq!(import.looked_at_anew(profile).open_doubts().count(), 0);
    }

    #[test]
    fn what_is_read_beside_the_file_is_part_of_the_source() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("a file");
        file("1.csv", "customer,time,event\na,2024-01-01,Call\nb,2024-01-02,Call\n");
        file("2.csv", "customer,time,event\na,2024-02-01,Call\n");
        file("plans.csv", "customer,plan\na,gold\nb,basic\n");
        let path = folder.path().join("1.csv");
        let attributes =
            Some(crate::model::Attributes { file: "plans.csv".to_owned(), ..Default::default() });
        let read = ReadOptions { also: vec!["2.csv".to_owned()], attributes, ..ReadOptions::default() };
        let profile = ingest::profile(&path, &read, &Cancel::new(), &Progress::new()).expect("a table");
        let import = Import::new(path, profile);
        let source = import.source();
        assert_eq!(source.read.also, ["2.csv"]);
        assert_eq!(source.read.attributes.expect("a table of customers").columns, ["plan"]);
        let loaded = loaded(&import);
        assert_eq!((loaded.report.events, loaded.log.segments.len()), (3, 1));
    }

    #[test]
    fn a_case_stands_for_the_customer_that_nobody_names() {
        let import = import_of("eventlog_sample_ratings.csv");
        assert_eq!(import.missing_roles(), []);
        assert_eq!(loaded(&import).log.customers.len(), 3);
    }

    #[test]
    fn a_survey_is_read_in_the_window_as_it_is_guessed() {
        let import = import_of("sfo_survey_2017.csv");
        let scale = |name: &str| {
            let column = import.profile.columns.iter().position(|column| column.name.starts_with(name));
            import.scale_of(column.expect("a column")).map(|scale| (scale.min, scale.max))
        };
        assert_eq!((scale("Q7FOOD"), scale("NETPRO")), (Some((1.0, 5.0)), Some((0.0, 10.0))));
        let guessed = import.profile.guess.source.clone().expect("a guess");
        assert!(guessed.roles.segments.contains(&"DAY".to_owned()));
        let source = import.source();
        assert_eq!((&source.roles, &source.survey), (&guessed.roles, &guessed.survey));
        assert_eq!((source.scale, source.missing), (guessed.scale, guessed.missing));
    }

    #[test]
    fn a_table_without_times_cannot_go_on() {
        let import = import_of("telco_customer_churn.csv");
        assert_eq!(import.missing_roles(), [Role::Time, Role::Event]);
        assert_eq!(import.open_doubts().count(), 2);
    }

    #[test]
    fn what_the_user_says_of_columns_outlives_another_look() {
        let mut import = import_of("fixture.csv");
        let at = |import: &Import, name: &str| {
            import.profile.columns.iter().position(|column| column.name == name).expect("a column")
        };
        let (channel, wait) = (at(&import, "channel"), at(&import, "wait_s"));
        import.set_role(channel, Some(Role::Segment));
        import.set_role(wait, Some(Role::Score));
        assert_eq!(import.scale_of(wait), import.profile.columns[wait].scale);
        import.set_scale(Scale { min: 0.0, max: 300.0 });
        let zone = ReadOptions { timezone: Some("Europe/Warsaw".to_owned()), ..import.read().clone() };
        let import = import.looked_at_anew(
            ingest::profile(&import.path, &zone, &Cancel::new(), &Progress::new()).expect("a table"),
        );
        let source = import.source();
        assert_eq!(source.roles.segments, ["channel"]);
        assert_eq!((source.roles.channel, source.roles.score.as_deref()), (None, Some("wait_s")));
        assert_eq!(source.scale, Some(Scale { min: 0.0, max: 300.0 }));
    }

    #[test]
    fn names_that_are_only_alike_wait_for_the_user() {
        let mut document = crate::model::Document::opened(JourneyMap::default());
        document.edit(&Edit::AddStage { name: "Buy".to_owned(), at: 0 }).expect("an edit that fits");
        let stage = document.map().about.stages[0];
        for (at, name) in ["PURCHASE", "Sign up now"].into_iter().enumerate() {
            let edit = Edit::AddTouchpoint { stage, at, name: name.to_owned() };
            document.edit(&edit).expect("an edit that fits");
        }
        let mut import = import_of("fixture.csv");
        let events = loaded(&import);
        import.take_loaded(Arc::new(events), document.map());
        let touchpoint = |place: usize| document.map().touchpoints.iter().nth(place).map(|t| t.id);
        let event = |import: &Import, name: &str| {
            import.events.iter().find(|event| event.name == name).cloned().expect("an event")
        };
        assert_eq!(event(&import, "Purchase").target, Target::Existing(touchpoint(0).expect("the first")));
        let alike = event(&import, "Sign-up");
        assert_eq!((alike.target, alike.similar), (Target::Unmapped, touchpoint(1)));
        assert_eq!(event(&import, "Browse").similar, None);
        assert_eq!(import.similar_count(), 1);
        import.accept_all_similar();
        assert_eq!(import.similar_count(), 0);
        assert_eq!(event(&import, "Sign-up").target, Target::Existing(touchpoint(1).expect("the second")));
    }
}
