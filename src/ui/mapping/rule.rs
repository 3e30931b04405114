//! One rule being edited: what it matches is counted while it is typed, and a pattern that cannot be used shows where.

use super::picker::picker_ui;
use super::row::touchpoint_name;
use super::rules::change;
use crate::model::{EventRule, Pattern, PatternError, Source};
use crate::session::{EventTable, Trial};
use crate::text::Face;
use crate::tr;
use crate::ui::style::{c, font, text};
use crate::ui::widgets::{button_ui, link_ui, muted_ui, primary_button_ui};
use crate::ui::{Context, Out};
use egui::text::{LayoutJob, TextFormat};
use egui::{ComboBox, Frame, Id, Key, Label, Margin, ScrollArea, Stroke, TextEdit, Ui};
use std::sync::Arc;

/// Names told as examples of what a rule matches.
const EXAMPLES: usize = 6;

/// A rule as it is being changed.
pub struct Draft {
    place: usize,
    is_new: bool,
    /// As it is in the map.
    saved: EventRule,
    rule: EventRule,
    /// What was found out about `rule`, and of which rule and table that holds.
    trial: Option<(EventRule, usize, Result<Trial, PatternError>)>,
    takes_focus: bool,
}

impl Draft {
    /// Of a rule that is there.
    pub fn of(place: usize, rule: EventRule) -> Self {
        Self { place, is_new: false, saved: rule.clone(), rule, trial: None, takes_focus: false }
    }

    /// Of one that will be there.
    pub fn new(place: usize, rule: EventRule) -> Self {
        Self { place, is_new: true, saved: rule.clone(), rule, trial: None, takes_focus: true }
    }

    pub fn is_at(&self, place: usize) -> bool {
        !self.is_new && self.place == place
    }

    fn is_empty(&self) -> bool {
        self.rule.event.text().trim().is_empty()
    }

    /// Tries the rule when it or the table has changed.
    fn refresh(&mut self, table: &Arc<EventTable>, cx: &Context<'_>) {
        let at = Arc::as_ptr(table).addr();
        if self.trial.as_ref().is_some_and(|(rule, of, _)| *rule == self.rule && *of == at) {
            return;
        }
        let trial = table.try_rule(cx.view.map, &self.rule, self.place);
        self.trial = Some((self.rule.clone(), at, trial));
    }
}

/// The editor; false when the rule is no longer edited.
pub fn draft_ui(
    ui: &mut Ui,
    draft: &mut Draft,
    source: &Source,
    table: &Arc<EventTable>,
    cx: &Context<'_>,
    out: &mut Out,
) -> bool {
    if !draft.is_new {
        // Undone or moved meanwhile: what is edited is what stands there now.
        match source.rules.get(draft.place) {
            Some(rule) if *rule == draft.saved => {}
            Some(rule) => *draft = Draft::of(draft.place, rule.clone()),
            None => return false,
        }
    }
    let mut keeps = true;
    let frame = Frame::new()
        .fill(c(cx.theme.panel_inset))
        .stroke(Stroke::new(1.0, c(cx.theme.border)))
        .corner_radius(10)
        .inner_margin(Margin::symmetric(12, 10));
    ScrollArea::vertical().id_salt("rule").auto_shrink([false, false]).show(ui, |ui| {
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            let title = if draft.is_new {
                tr!("ui-rule-new")
            } else {
                tr!("ui-rule-place", place = draft.place + 1, count = source.rules.len())
            };
            ui.label(text(title, Face::SemiBold, 12.5, cx.theme.text));
            let enter = fields_ui(ui, draft, table, cx);
            draft.refresh(table, cx);
            trial_ui(ui, draft, table, cx);
            keeps = buttons_ui(ui, draft, enter, source, cx, out);
        });
    });
    keeps
}

/// True when Enter was pressed in the field.
fn fields_ui(ui: &mut Ui, draft: &mut Draft, table: &EventTable, cx: &Context<'_>) -> bool {
    let mut enter = false;
    ui.horizontal(|ui| {
        kind_ui(ui, &mut draft.rule.event);
        let mut words = draft.rule.event.text().to_owned();
        let hint = match draft.rule.event {
            Pattern::Exact(_) | Pattern::Normalised(_) => "checkout_started",
            Pattern::Glob(_) => "checkout*",
            Pattern::Regex(_) => "^checkout_(start|done)",
        };
        let field = TextEdit::singleline(&mut words)
            .id(Id::unique("pattern of rule"))
            .hint_text(hint)
            .desired_width(f32::INFINITY)
            .margin(Margin::symmetric(8, 5));
        let field = ui.add(field).accessible_name(tr!("ui-rule-pattern"));
        if std::mem::take(&mut draft.takes_focus) {
            field.request_focus();
        }
        if field.changed() {
            draft.rule.event = draft.rule.event.with_text(words);
        }
        enter = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    });
    ui.horizontal_wrapped(|ui| {
        channel_ui(ui, draft, table);
        let name = touchpoint_name(cx, draft.rule.touchpoint);
        let button = button_ui(ui, &tr!("ui-rule-to", touchpoint = name));
        let id = Id::unique("touchpoint of rule");
        if let Some(touchpoint) = picker_ui(ui, id, &button, Some(draft.rule.touchpoint), cx) {
            draft.rule.touchpoint = touchpoint;
        }
    });
    enter
}

/// A way of matching, given a text.
type MakePattern = fn(String) -> Pattern;

fn kind_ui(ui: &mut Ui, pattern: &mut Pattern) {
    let kinds: [(MakePattern, String); 4] = [
        (Pattern::Exact, tr!("ui-pattern-exact")),
        (Pattern::Normalised, tr!("ui-pattern-normalised")),
        (Pattern::Glob, tr!("ui-pattern-glob")),
        (Pattern::Regex, tr!("ui-pattern-regex")),
    ];
    let now = pattern.text().to_owned();
    let is_now = |make: MakePattern| make(now.clone()) == *pattern;
    let shown = kinds.iter().find(|(make, _)| is_now(*make)).map(|(_, words)| words.clone());
    let mut chosen = None;
    let combo =
        ComboBox::from_id_salt("kind of pattern").width(150.0).selected_text(shown.unwrap_or_default());
    let response = combo.show_ui(ui, |ui| {
        for (make, words) in &kinds {
            if ui.selectable_label(is_now(*make), words).clicked() {
                chosen = Some(make(now.clone()));
            }
        }
    });
    let _named = response.response.accessible_name(tr!("ui-rule-kind"));
    if let Some(chosen) = chosen {
        *pattern = chosen;
    }
}

fn channel_ui(ui: &mut Ui, draft: &mut Draft, table: &EventTable) {
    let own = draft.rule.channel.clone().filter(|channel| !table.channels().contains(channel));
    if table.channels().is_empty() && own.is_none() {
        return;
    }
    let words = |channel: &Option<String>| match channel {
        Some(channel) => tr!("ui-only-in-channel", channel = channel.as_str()),
        None => tr!("ui-in-all-channels"),
    };
    let combo =
        ComboBox::from_id_salt("channel of rule").width(170.0).selected_text(words(&draft.rule.channel));
    let response = combo.show_ui(ui, |ui| {
        let channels = table.channels().iter().cloned().chain(own).map(Some);
        for channel in std::iter::once(None).chain(channels) {
            let label = words(&channel);
            ui.selectable_value(&mut draft.rule.channel, channel, label);
        }
    });
    let _named = response.response.accessible_name(tr!("ui-rule-channel"));
}

/// What the rule matches and takes, or where its pattern breaks.
fn trial_ui(ui: &mut Ui, draft: &Draft, table: &EventTable, cx: &Context<'_>) {
    if draft.is_empty() {
        muted_ui(ui, cx.theme, tr!("ui-rule-empty"));
        return;
    }
    match &draft.trial {
        Some((_, _, Ok(trial))) => hits_ui(ui, trial, table, cx),
        Some((_, _, Err(error))) => error_ui(ui, draft.rule.event.text(), error, cx),
        None => {}
    }
}

fn hits_ui(ui: &mut Ui, trial: &Trial, table: &EventTable, cx: &Context<'_>) {
    let hits = trial.hits;
    let matches = tr!("ui-rule-matches", names = hits.names, events = cx.format.count(hits.events));
    let color = if hits.names > 0 { cx.theme.text } else { cx.theme.warning_text };
    ui.add(Label::new(text(matches, Face::SemiBold, 12.5, color)).wrap());
    if hits.taken_events < hits.events {
        let taken = cx.format.count(hits.taken_events);
        let words = tr!("ui-rule-takes", names = hits.taken_names, events = taken);
        ui.add(Label::new(text(words, Face::Regular, 12.0, cx.theme.warning_text)).wrap());
    }
    let names = trial.rows.iter().filter_map(|row| table.rows.get(*row)).map(|row| row.name.as_str());
    let examples = names.take(EXAMPLES).collect::<Vec<_>>().join(", ");
    let more = trial.rows.len().saturating_sub(EXAMPLES);
    if more > 0 {
        muted_ui(ui, cx.theme, tr!("ui-rule-examples-more", names = examples, count = more));
    } else if !examples.is_empty() {
        muted_ui(ui, cx.theme, examples);
    }
}

/// The pattern with the broken part marked, and what is wrong with it.
fn error_ui(ui: &mut Ui, pattern: &str, error: &PatternError, cx: &Context<'_>) {
    let theme = cx.theme;
    let words = match error.place {
        Some((from, _)) => tr!("ui-rule-broken-at", letter = from + 1, reason = error.reason.as_str()),
        None => tr!("ui-rule-broken", reason = error.reason.as_str()),
    };
    ui.add(Label::new(text(words, Face::SemiBold, 12.5, theme.error)).wrap());
    let Some((from, to)) = error.place else { return };
    let to = to.max(from + 1);
    let part = |range: std::ops::Range<usize>| {
        pattern.chars().skip(range.start).take(range.len()).collect::<String>()
    };
    let plain = TextFormat::simple(font(Face::Regular, 13.0), c(theme.text_muted));
    let broken = TextFormat {
        color: c(theme.error),
        background: c(theme.error_soft),
        underline: Stroke::new(1.5, c(theme.error)),
        font_id: font(Face::Bold, 13.0),
        ..TextFormat::default()
    };
    let mut job = LayoutJob::default();
    job.append(&part(0..from), 0.0, plain.clone());
    let wrong = part(from..to);
    // At the end something is missing.
    job.append(if wrong.is_empty() { " " } else { &wrong }, 0.0, broken);
    job.append(&part(to..usize::MAX), 0.0, plain);
    ui.label(job);
}

/// False when the rule is no longer edited.
fn buttons_ui(
    ui: &mut Ui,
    draft: &mut Draft,
    enter: bool,
    source: &Source,
    cx: &Context<'_>,
    out: &mut Out,
) -> bool {
    let is_right = matches!(draft.trial, Some((_, _, Ok(_)))) && !draft.is_empty();
    let is_changed = draft.is_new || draft.rule != draft.saved;
    let mut keeps = true;
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        let label = if draft.is_new { tr!("ui-add-rule") } else { tr!("ui-save-rule") };
        let can_save = is_right && is_changed;
        let save = ui.add_enabled_ui(can_save, |ui| primary_button_ui(ui, cx.theme, &label)).inner;
        if can_save && (save.clicked() || enter) {
            let place = if draft.is_new { draft.place.min(source.rules.len()) } else { draft.place };
            let rule = draft.rule.clone();
            if draft.is_new {
                change(source, "session-step-add-rule", out, |rules| rules.insert(place, rule.clone()));
            } else {
                change(source, "session-step-change-rule", out, |rules| {
                    if let Some(old) = rules.get_mut(place) {
                        *old = rule.clone();
                    }
                });
            }
            *draft = Draft::of(place, rule);
            // The list of rules still is the old one in this frame.
            ui.ctx().request_repaint();
            return;
        }
        if draft.is_new {
            keeps = !button_ui(ui, &tr!("ui-cancel")).clicked();
            return;
        }
        let (place, last) = (draft.place, source.rules.len().saturating_sub(1));
        for (label, to, can) in [
            (tr!("ui-rule-earlier"), place.saturating_sub(1), place > 0),
            (tr!("ui-rule-later"), place + 1, place < last),
        ] {
            let button = ui.add_enabled_ui(can, |ui| button_ui(ui, &label)).inner;
            if button.on_hover_text(tr!("ui-rules-hint")).clicked() {
                change(source, "session-step-move-rule", out, |rules| rules.swap(place, to));
                draft.place = to;
            }
        }
        if link_ui(ui, cx.theme, &tr!("ui-remove")).clicked() {
            change(source, "session-step-remove-rule", out, |rules| drop(rules.remove(place)));
            keeps = false;
        }
    });
    keeps
}
