//! The system's file dialogs, off the frame: asked on a thread, answered through a channel. Where the system has
//! none, the window's own dialog takes over.

use crate::session::Pick;
use crate::tr;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// The answer to a [`Pick`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    /// The user chose a file.
    File(Pick, PathBuf),
    /// The user chose none.
    Cancelled,
    /// There is no dialog on this system.
    Unavailable(Pick),
}

/// Asks for files.
pub trait FileDialogs {
    /// Asks; the answer comes from [`FileDialogs::take`] in a later frame.
    fn ask(&mut self, pick: Pick);

    /// An answer that has come.
    fn take(&mut self) -> Option<Picked>;
}

/// A system without dialogs.
#[derive(Default)]
pub struct NoDialogs(Vec<Picked>);

impl FileDialogs for NoDialogs {
    fn ask(&mut self, pick: Pick) {
        self.0.push(Picked::Unavailable(pick));
    }

    fn take(&mut self) -> Option<Picked> {
        self.0.pop()
    }
}

/// The dialogs of the desktop.
pub struct SystemDialogs {
    ctx: egui::Context,
    sender: Sender<Picked>,
    receiver: Receiver<Picked>,
}

/// Nobody cancels a dialog faster than this: an answer without a file that comes sooner means that no dialog
/// was shown (no portal, no helper program), which the library does not tell apart.
const QUICKEST_PERSON: Duration = Duration::from_millis(300);

impl SystemDialogs {
    /// `ctx` is woken when an answer is there.
    #[must_use]
    pub fn new(ctx: egui::Context) -> Self {
        let (sender, receiver) = channel();
        Self { ctx, sender, receiver }
    }
}

impl FileDialogs for SystemDialogs {
    fn ask(&mut self, pick: Pick) {
        let (ctx, sender) = (self.ctx.clone(), self.sender.clone());
        let asked = pick.clone();
        let work = move || {
            let started = Instant::now();
            let answer = match show(&asked) {
                Some(path) => Picked::File(asked, path),
                None if started.elapsed() < QUICKEST_PERSON => Picked::Unavailable(asked),
                None => Picked::Cancelled,
            };
            // The receiver is gone only when the program ends.
            let _ = sender.send(answer);
            ctx.request_repaint();
        };
        if thread::Builder::new().name("file dialog".to_owned()).spawn(work).is_err() {
            let _ = self.sender.send(Picked::Unavailable(pick));
        }
    }

    fn take(&mut self) -> Option<Picked> {
        self.receiver.try_recv().ok()
    }
}

fn show(pick: &Pick) -> Option<PathBuf> {
    let dialog = rfd::FileDialog::new();
    match pick {
        Pick::Map => dialog
            .set_title(tr!("ui-pick-map"))
            .add_filter(tr!("ui-filter-maps"), &["ron", "mmd", "mermaid", "ojf"])
            .add_filter(tr!("ui-filter-all"), &["*"])
            .pick_file(),
        Pick::CompareWith => dialog
            .set_title(tr!("ui-pick-compare"))
            .add_filter(tr!("ui-filter-maps"), &["ron"])
            .add_filter(tr!("ui-filter-all"), &["*"])
            .pick_file(),
        Pick::Data | Pick::Locate(_) => data_dialog(dialog.set_title(tr!("ui-pick-data"))).pick_file(),
        Pick::MoreData => data_dialog(dialog.set_title(tr!("ui-pick-more-data"))).pick_file(),
        Pick::Attributes => data_dialog(dialog.set_title(tr!("ui-pick-attributes"))).pick_file(),
        Pick::Picture | Pick::Logo => dialog
            .set_title(if *pick == Pick::Logo { tr!("ui-pick-logo") } else { tr!("ui-pick-picture") })
            .add_filter(tr!("ui-filter-pictures"), &["png", "jpg", "jpeg", "gif", "webp"])
            .add_filter(tr!("ui-filter-all"), &["*"])
            .pick_file(),
        Pick::SaveMap { file_name, .. } => dialog
            .set_title(tr!("ui-pick-save"))
            .set_file_name(file_name)
            .add_filter(tr!("ui-filter-maps"), &["ron"])
            .save_file(),
        Pick::Problems { file_name } => {
            dialog.set_title(tr!("ui-pick-problems")).set_file_name(file_name).save_file()
        }
        Pick::Actions { file_name } => dialog
            .set_title(tr!("ui-pick-actions"))
            .set_file_name(file_name)
            .add_filter(tr!("ui-filter-tables"), &["csv"])
            .save_file(),
        Pick::Report { file_name } => dialog
            .set_title(tr!("ui-pick-report"))
            .set_file_name(file_name)
            .add_filter(tr!("ui-filter-reports"), &["pdf", "html"])
            .save_file(),
        Pick::Chart { file_name } => dialog
            .set_title(tr!("ui-pick-export"))
            .set_file_name(file_name)
            .add_filter(tr!("ui-filter-pictures"), &["png", "svg", "pdf"])
            .save_file(),
        Pick::Text { file_name } => {
            dialog.set_title(tr!("ui-pick-text")).set_file_name(file_name).save_file()
        }
        Pick::Export { file_name } => {
            dialog.set_title(tr!("ui-pick-export")).set_file_name(file_name).save_file()
        }
    }
}

fn data_dialog(dialog: rfd::FileDialog) -> rfd::FileDialog {
    dialog
        .add_filter(
            tr!("ui-filter-data"),
            &["csv", "tsv", "txt", "gz", "zip", "xlsx", "xes", "db", "sqlite", "sqlite3"],
        )
        .add_filter(tr!("ui-filter-all"), &["*"])
}
