//! No work is lost: what a former run has left is offered, others' maps and changes are respected.

use super::App;
use crate::base::Timestamp;
use crate::session::{Leave, OthersWork, Pick, Safety, SaveError, Session};
use crate::store::lock::Holder;
use crate::store::recovery::Recovery;
use crate::tr;
use crate::ui::{Dialog, Unsaved};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// Where unsaved work is kept, and who we are.
pub(super) fn safety(state_folder: Option<&Path>) -> Safety {
    Safety { recovery: state_folder.map(Recovery::in_state_folder), me: this_process() }
}

/// This process by the names that the system has for user and computer; what is not known stays empty.
fn this_process() -> Holder {
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let user = variable("USER").or_else(|| variable("USERNAME")).unwrap_or_default();
    let host = variable("COMPUTERNAME")
        .or_else(|| std::fs::read_to_string("/proc/sys/kernel/hostname").ok())
        .or_else(|| variable("HOSTNAME"))
        .unwrap_or_default();
    Holder::this_process(user, host.trim().to_owned())
}

/// The time on the wall.
pub(super) fn now() -> Timestamp {
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp(i64::try_from(elapsed.as_micros()).unwrap_or(i64::MAX))
}

impl App {
    /// What former runs have left unsaved.
    pub(super) fn unsaved(&self) -> Unsaved {
        let leftovers = self.safety.recovery.as_ref().map(Recovery::leftovers).unwrap_or_default();
        Unsaved { leftovers, now: now() }
    }

    /// Offers what is left over, of one map or of all, when there is anything.
    pub(super) fn offer_unsaved(&mut self, of: Option<&Path>) {
        let mut unsaved = self.unsaved();
        if let Some(of) = of {
            let full = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
            unsaved.leftovers.retain(|leftover| {
                let path = leftover.content.as_ref().and_then(|content| content.path.as_deref());
                path.is_some_and(|path| full(path) == full(of))
            });
        }
        if !unsaved.leftovers.is_empty() {
            self.state.dialogs.open = Some(Dialog::Recovery(unsaved));
        }
    }

    /// Opens what is left over.
    pub(super) fn recover(&mut self, folder: &Path) {
        let Some(recovery) = &self.safety.recovery else { return };
        match Session::recover(recovery, folder) {
            Ok(session) => self.enter(session),
            Err(error) => self.fail(tr!("ui-recover-failed"), error.to_string(), String::new()),
        }
    }

    /// Throws away what is left over; the lists on the screen follow.
    pub(super) fn discard_unsaved(&mut self, folder: &Path) {
        if let Some(Err(error)) = self.safety.recovery.as_ref().map(|recovery| recovery.discard(folder)) {
            self.fail(tr!("ui-discard-failed"), error.to_string(), String::new());
        }
        if let Some(welcome) = &mut self.state.welcome {
            welcome.unsaved.leftovers.retain(|leftover| leftover.folder != folder);
        }
        if let Some(Dialog::Recovery(unsaved)) = &mut self.state.dialogs.open {
            unsaved.leftovers.retain(|leftover| leftover.folder != folder);
            if unsaved.leftovers.is_empty() {
                self.state.dialogs.open = None;
            }
        }
    }

    /// Saves to the map's file or asks for one; then leaves when told so.
    pub(super) fn save(&mut self, ctx: &egui::Context, then: Option<Leave>, others: OthersWork) {
        match self.session.path.clone() {
            Some(path) => self.write_to(ctx, path, then, others),
            None => self.ask_where_to_save(then),
        }
    }

    pub(super) fn ask_where_to_save(&mut self, then: Option<Leave>) {
        self.dialogs.ask(Pick::SaveMap { file_name: self.file_name(), then });
    }

    pub(super) fn write_to(
        &mut self,
        ctx: &egui::Context,
        path: PathBuf,
        then: Option<Leave>,
        others: OthersWork,
    ) {
        let is_own = self.session.path.as_ref() == Some(&path);
        match self.session.save(&path, others, now()) {
            Ok(()) => {
                self.remember(&path);
                if let Some(leave) = then {
                    self.leave(ctx, &leave);
                }
            }
            Err(SaveError::ChangedOnDisk(_)) => self.state.dialogs.open = Some(Dialog::ChangedOnDisk(then)),
            // The banner says who has it; a copy is what is left.
            Err(SaveError::InUse(_)) if is_own => self.ask_where_to_save(then),
            Err(error) => {
                self.fail(tr!("ui-save-failed"), error.to_string(), tr!("ui-save-failed-hint"));
            }
        }
    }
}
