//! No work is lost: what a former run has left is offered, others' maps and changes are respected.

use super::App;
use crate::base::Timestamp;
use crate::jobs::Job;
use crate::session::{Safety, Session};
use crate::store::lock::Holder;
use crate::store::recovery::{Leftover, Recovery};
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
    /// Looks for what former runs have left unsaved, of one map or of all.
    pub(super) fn look_for_unsaved(&mut self, of: Option<PathBuf>) {
        if let Some(recovery) = self.safety.recovery.clone() {
            self.jobs.start(Job::FindUnsaved { recovery, of });
        }
    }

    /// Offers what is left over: on the welcome page, over a map in a dialog.
    pub(super) fn unsaved_found(&mut self, leftovers: Vec<Leftover>, of: Option<&Path>) {
        let unsaved = Unsaved { leftovers, now: now() };
        match &mut self.state.welcome {
            Some(welcome) if of.is_none() => welcome.unsaved = unsaved,
            Some(_) => {}
            None if of.is_some_and(|of| self.session.path.as_deref() != Some(of)) => {}
            None if !unsaved.leftovers.is_empty() && !self.state.dialogs.is_any_open() => {
                self.state.dialogs.open = Some(Dialog::Recovery(unsaved));
            }
            None => {}
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
}
