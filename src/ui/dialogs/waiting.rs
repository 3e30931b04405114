//! A file is being read or written, and nothing can be done before that has ended. A drive that answers at once is not
//! worth a word; one that does not can be left.

use super::frame::{buttons_ui, dialog_ui};
use crate::session::Request;
use crate::text::Face;
use crate::tr;
use crate::ui::style::text;
use crate::ui::widgets::button_ui;
use crate::ui::{Context, Out};
use egui::{Color32, Frame, Id, Modal, Spinner};
use std::path::Path;
use std::time::Duration;

/// For so long nothing is shown; keys and clicks wait all the same.
const PATIENCE_SECS: f64 = 0.4;

/// What is waited for.
pub struct Waiting {
    name: String,
    is_saving: bool,
    /// When it was first shown, in the window's time.
    since_secs: Option<f64>,
}

impl Waiting {
    /// For a map to open.
    #[must_use]
    pub fn opening(path: &Path) -> Self {
        Self::new(path, false)
    }

    /// For the map to be saved, before it is left.
    #[must_use]
    pub fn saving(path: &Path) -> Self {
        Self::new(path, true)
    }

    fn new(path: &Path, is_saving: bool) -> Self {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        Self { name, is_saving, since_secs: None }
    }
}

pub fn waiting_ui(ctx: &egui::Context, waiting: &mut Waiting, cx: &Context<'_>, out: &mut Out) -> bool {
    let now = ctx.input(|input| input.time);
    let left_secs = PATIENCE_SECS - (now - *waiting.since_secs.get_or_insert(now));
    if left_secs > 0.0 {
        let unseen = Modal::new(Id::unique("waiting unseen")).frame(Frame::NONE);
        unseen.backdrop_color(Color32::TRANSPARENT).show(ctx, |_| {});
        ctx.request_repaint_after(Duration::from_secs_f64(left_secs));
        return false;
    }
    let name = waiting.name.as_str();
    let headline = match waiting.is_saving {
        true => tr!("ui-waiting-saving", name = name),
        false => tr!("ui-waiting-opening", name = name),
    };
    // Nobody is offered to leave work that is nowhere.
    let may_leave = waiting.is_saving && cx.session.keeping_trouble().is_none();
    let (mut stays, mut leaves) = (false, false);
    let dismissed = dialog_ui(ctx, cx.theme, "waiting", &headline, 440.0, |ui| {
        ui.horizontal_top(|ui| {
            ui.add(Spinner::new().size(16.0));
            ui.add_space(4.0);
            let detail = if may_leave { tr!("ui-waiting-detail-kept") } else { tr!("ui-waiting-detail") };
            ui.label(text(detail, Face::Regular, 13.0, cx.theme.text_body));
        });
        buttons_ui(ui, |ui| {
            // What is being saved is not cancelled; only leaving is.
            let stay = if waiting.is_saving { tr!("ui-stay") } else { tr!("ui-cancel") };
            stays = button_ui(ui, &stay).clicked();
            leaves = may_leave && button_ui(ui, &tr!("ui-leave-without-waiting")).clicked();
        });
    });
    if leaves {
        out.requests.push(Request::LeaveWithoutWaiting);
    } else if stays || dismissed {
        out.requests.push(Request::StopWaiting);
    }
    stays || leaves || dismissed
}
