//! Versions of the map: snapshots to take, name, go back to and compare.

use super::frame::{buttons_ui, dialog_ui};
use crate::base::fmt;
use crate::model::{Edit, JourneyMap, Snapshot, SnapshotId};
use crate::session::{self, Action, Command, Leave, Pick, Request, Version};
use crate::text::Face;
use crate::tr;
use crate::ui::style::text;
use crate::ui::widgets::{bare_field_ui, button_ui, card_ui, link_ui, muted_ui, primary_button_ui};
use crate::ui::{Context, Out};
use egui::{ComboBox, Id, Key, Margin, ScrollArea, TextEdit, Ui, vec2};
use std::collections::BTreeMap;

/// What the dialog remembers.
pub struct Versions {
    name: String,
    is_shown: bool,
    before: Option<Version>,
    after: Version,
    /// What has changed since each snapshot, and for which revision that holds.
    since: BTreeMap<SnapshotId, String>,
    counted: Option<u64>,
}

impl Default for Versions {
    fn default() -> Self {
        Self {
            name: String::new(),
            is_shown: false,
            before: None,
            after: Version::Now,
            since: BTreeMap::new(),
            counted: None,
        }
    }
}

impl Versions {
    fn refresh(&mut self, map: &JourneyMap, revision: u64) {
        if self.counted.replace(revision) == Some(revision) {
            return;
        }
        let since = |then: &Snapshot| (then.id, session::summary(&then.map, map));
        self.since = map.snapshots.iter().map(since).collect();
        let exists = |version: &Version| match version {
            Version::Now => true,
            Version::Snapshot(id) => map.snapshots.contains(*id),
        };
        let newest = map.snapshots.iter().next_back().map(|snapshot| Version::Snapshot(snapshot.id));
        self.before = self.before.filter(exists).or(newest);
        if !exists(&self.after) {
            self.after = Version::Now;
        }
    }
}

pub fn versions_ui(ctx: &egui::Context, form: &mut Versions, cx: &Context<'_>, out: &mut Out) -> bool {
    let map = cx.session.document.map();
    form.refresh(map, cx.session.document.revision());
    let mut close = false;
    let dismissed = dialog_ui(ctx, cx.theme, "versions", &tr!("ui-versions"), 660.0, |ui| {
        take_ui(ui, form, cx, out);
        ui.add_space(6.0);
        if map.snapshots.is_empty() {
            muted_ui(ui, cx.theme, tr!("ui-versions-none"));
        }
        let height = (ui.available_height() - 130.0).clamp(120.0, 360.0);
        ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
            for snapshot in map.snapshots.iter().rev() {
                ui.push_id(snapshot.id, |ui| close |= snapshot_ui(ui, snapshot, form, cx, out));
            }
        });
        close |= compare_ui(ui, map, form, cx, out);
        buttons_ui(ui, |ui| close |= button_ui(ui, &tr!("ui-close")).clicked());
    });
    close || dismissed
}

/// A name and the button that keeps the map under it.
fn take_ui(ui: &mut Ui, form: &mut Versions, cx: &Context<'_>, out: &mut Out) {
    let label = ui.label(text(tr!("ui-version-name"), Face::Medium, 11.5, cx.theme.text_muted));
    ui.horizontal(|ui| {
        let id = Id::unique("version name");
        let width = ui.available_width() - 170.0;
        let edit = TextEdit::singleline(&mut form.name).id(id).desired_width(width);
        let edit = edit.hint_text(tr!("ui-version-name-hint")).margin(Margin::symmetric(8, 6));
        let field = ui.add(edit).labelled_by(label.id);
        if !std::mem::replace(&mut form.is_shown, true) {
            field.request_focus();
        }
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let is_named = !form.name.trim().is_empty();
        let may = is_named && cx.view.comparing.is_none();
        let take = ui.add_enabled_ui(may, |ui| primary_button_ui(ui, cx.theme, &tr!("ui-take-version")));
        if may && (take.inner.clicked() || entered) {
            let name = std::mem::take(&mut form.name);
            out.actions.push(Action::Edit(Edit::TakeSnapshot {
                name,
                made: cx.session.now().whole_second().to_iso(),
            }));
        }
    });
}

/// One snapshot: its name, when it was taken, what has changed since, and what can be done; true when the dialog closes.
fn snapshot_ui(ui: &mut Ui, snapshot: &Snapshot, form: &Versions, cx: &Context<'_>, out: &mut Out) -> bool {
    let id = snapshot.id;
    let mut close = false;
    card_ui(ui, cx.theme, "", |ui| {
        let width = ui.available_width() - 20.0;
        let name = tr!("ui-version-named", name = snapshot.name.as_str());
        let field = Id::unique(("version", id));
        if let Some(name) = bare_field_ui(ui, field, &name, &snapshot.name, width)
            && !name.trim().is_empty()
        {
            out.actions.push(Action::Edit(Edit::RenameSnapshot { snapshot: id, name }));
        }
        let since = form.since.get(&id).cloned().unwrap_or_default();
        let made = fmt::local_minute(&snapshot.made);
        muted_ui(ui, cx.theme, tr!("ui-version-since", made = made, changes = since));
        ui.horizontal(|ui| {
            if button_ui(ui, &tr!("ui-version-compare")).clicked() {
                out.actions.push(Action::Compare { before: Version::Snapshot(id), after: Version::Now });
                close = true;
            }
            let restore = button_ui(ui, &tr!("ui-version-restore"));
            if restore.on_hover_text(tr!("ui-version-restore-hint")).clicked() {
                out.command(Command::CloseComparison);
                out.actions.push(Action::Edit(Edit::RestoreSnapshot { snapshot: id }));
                close = true;
            }
            let open = button_ui(ui, &tr!("ui-version-open"));
            if open.on_hover_text(tr!("ui-version-open-hint")).clicked() {
                out.requests.push(Request::Leave(Leave::Snapshot(id)));
                close = true;
            }
            if link_ui(ui, cx.theme, &tr!("ui-version-remove")).clicked() {
                out.actions.push(Action::Edit(Edit::RemoveSnapshot { snapshot: id }));
            }
        });
    });
    close
}

/// Two versions to choose, or another file; true when the dialog closes.
fn compare_ui(ui: &mut Ui, map: &JourneyMap, form: &mut Versions, cx: &Context<'_>, out: &mut Out) -> bool {
    let mut close = false;
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size = vec2(0.0, 28.0);
        if let Some(before) = &mut form.before {
            ui.label(text(tr!("ui-version-compare"), Face::Medium, 12.5, cx.theme.text_body));
            version_ui(ui, map, &tr!("ui-version-before"), before);
            ui.label(text(tr!("ui-version-with"), Face::Medium, 12.5, cx.theme.text_body));
            version_ui(ui, map, &tr!("ui-version-after"), &mut form.after);
            let differ = *before != form.after;
            let show = ui.add_enabled_ui(differ, |ui| button_ui(ui, &tr!("ui-version-show"))).inner;
            if show.clicked() {
                out.actions.push(Action::Compare { before: *before, after: form.after });
                close = true;
            }
        }
        if button_ui(ui, &tr!("ui-version-file")).clicked() {
            out.requests.push(Request::Pick(Pick::CompareWith));
            close = true;
        }
    });
    close
}

fn version_ui(ui: &mut Ui, map: &JourneyMap, label: &str, value: &mut Version) {
    let name = |version: Version| match version {
        Version::Now => tr!("ui-version-now"),
        Version::Snapshot(id) => {
            map.snapshots.get(id).map(|snapshot| snapshot.name.clone()).unwrap_or_default()
        }
    };
    let combo = ComboBox::from_id_salt(label).width(140.0).truncate().selected_text(name(*value));
    let snapshots = map.snapshots.iter().rev().map(|snapshot| Version::Snapshot(snapshot.id));
    let response = combo.show_ui(ui, |ui| {
        for version in std::iter::once(Version::Now).chain(snapshots) {
            ui.selectable_value(value, version, name(version));
        }
    });
    let _named = response.response.accessible_name(label);
}
