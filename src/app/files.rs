//! Map files: opening, saving, and what the welcome page offers.

use super::App;
use crate::canvas::Canvas;
use crate::jobs::Job;
use crate::scene::Element;
use crate::session::{self, Action, Leave, Session};
use crate::store::{self, EXTENSION, folders};
use crate::tr;
use crate::ui::{FolderEntry, KeptDirectory, RecentMap, SampleMap, Unsaved, Welcome};
use std::path::{Path, PathBuf};

/// Folders of this computer that the program looks into by itself.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// Where sample maps may be; the first one that exists counts.
    pub samples: Vec<PathBuf>,
    /// Where file dialogs begin.
    pub documents: PathBuf,
    /// Where preferences and own templates are kept; none = nowhere.
    pub preferences: Option<PathBuf>,
    /// Where unsaved work is kept; none = nowhere.
    pub state: Option<PathBuf>,
}

impl Places {
    /// The usual places: samples beside the program, in the present folder, or installed.
    #[must_use]
    pub fn of_system() -> Self {
        let here = std::env::current_dir().unwrap_or_default();
        let program = std::env::current_exe().unwrap_or_default();
        // `target/debug/pathlight` lies two folders below the samples.
        let beside = program.ancestors().skip(1).take(4).map(|folder| folder.join("sample_maps"));
        let mut samples = vec![here.join("sample_maps")];
        samples.extend(beside);
        samples.push(PathBuf::from("/usr/share/pathlight/sample_maps"));
        Self { samples, documents: here, preferences: folders::config(), state: folders::state() }
    }
}

impl App {
    /// Shows a session instead of the present one.
    pub(super) fn enter(&mut self, mut session: Session) {
        self.jobs.cancel_all();
        self.measuring = super::requests::Measuring::default();
        session.set_format(self.format);
        session.protect(&self.safety);
        let former = self.session.close();
        self.session = session;
        // Two sessions of one file would lock each other out: the former one lets go first.
        self.ask_for_file(former);
        self.canvas = Canvas::default();
        self.state.welcome = None;
        self.state.dialogs.open = None;
        self.state.dialogs.directory = KeptDirectory::default();
    }

    /// An empty map, in which typing names the first stage and goes on from there.
    fn enter_empty(&mut self) {
        self.enter_template("empty");
        if let Some(stage) = self.session.document.map().about.stages.first() {
            self.session.apply(Action::BeginText(Element::Stage(*stage)));
        }
    }

    fn enter_template(&mut self, name: &str) {
        match session::template(name, self.places.preferences.as_deref()) {
            Ok(map) => self.enter(Session::of_new(map)),
            Err(error) => self.fail(tr!("ui-open-failed"), error.to_string(), String::new()),
        }
    }

    pub(super) fn show_welcome(&mut self) {
        self.enter(Session::blank());
        let templates = session::templates_beside_new(self.places.preferences.as_deref());
        let recent = self.preferences.recent.paths().to_vec();
        self.state.welcome = Some(Welcome {
            unsaved: Unsaved::default(),
            recent: recent.iter().cloned().map(RecentMap::of).collect(),
            samples: sample_maps(&self.places.samples),
            templates,
        });
        self.look_for_unsaved(None);
        if !recent.is_empty() {
            self.jobs.start(Job::FindGone(recent));
        }
    }

    /// Goes where the user wants to, the present map being given up.
    pub(super) fn leave(&mut self, ctx: &egui::Context, leave: &Leave) {
        match leave {
            Leave::NewMap => self.enter_empty(),
            Leave::Template(name) => self.enter_template(name),
            Leave::Open(path) => self.open(ctx, path),
            Leave::Recover(folder) => self.recover(folder),
            Leave::ToBe => self.enter_copy(self.session.document.map().as_to_be()),
            Leave::Snapshot(id) => self.enter_snapshot(*id),
            Leave::Welcome => self.show_welcome(),
            Leave::Quit => {
                self.leaving = true;
                self.say_goodbye(ctx);
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
        }
    }

    /// A file name from the title.
    pub(super) fn file_name(&self) -> String {
        format!("{}.{EXTENSION}", self.session.file_stem())
    }
}

/// The path with the ending of a map file.
pub(super) fn with_extension(path: PathBuf) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if name.ends_with(EXTENSION) { path } else { path.with_file_name(format!("{name}.{EXTENSION}")) }
}

/// The maps in the first folder that has any, by title.
fn sample_maps(folders: &[PathBuf]) -> Vec<SampleMap> {
    let found = folders.iter().map(|folder| {
        let mut maps: Vec<_> = list_folder(folder)
            .into_iter()
            .filter(|entry| !entry.is_folder && entry.name.ends_with(EXTENSION))
            .map(|entry| folder.join(entry.name))
            .filter_map(|path| {
                let about = store::load(&path).ok()?.about;
                let note = about.description.split_inclusive(". ").next().unwrap_or("").trim().to_owned();
                Some(SampleMap { title: about.title, note, path })
            })
            .collect();
        maps.sort();
        maps
    });
    found.into_iter().find(|maps| !maps.is_empty()).unwrap_or_default()
}

/// What is in a folder, folders first, hidden things left out.
pub(super) fn list_folder(folder: &Path) -> Vec<FolderEntry> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut entries: Vec<_> = entries
        .flatten()
        .map(|entry| FolderEntry {
            name: entry.file_name().to_string_lossy().into_owned(),
            is_folder: entry.path().is_dir(),
        })
        .filter(|entry| !entry.name.starts_with('.'))
        .collect();
    entries.sort_by_key(|entry| (!entry.is_folder, entry.name.to_lowercase()));
    entries
}
