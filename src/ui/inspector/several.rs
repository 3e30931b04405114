//! Several selected things: how many of which kind, and what can be done to all.

use super::commands_ui;
use crate::model::StageId;
use crate::scene::Element;
use crate::session::Command;
use crate::text::Face;
use crate::tr;
use crate::ui::style::text;
use crate::ui::swatches::swatches_ui;
use crate::ui::tags::tags_ui;
use crate::ui::widgets::{eyebrow_ui, muted_ui, section_ui};
use crate::ui::{Context, Out};
use egui::Ui;

/// What can be done, in groups; a command that would do nothing is left out.
const GROUPS: &[&[Command]] = &[
    &[Command::MoveLeft, Command::MoveRight, Command::MoveUp, Command::MoveDown],
    &[Command::WidenCard, Command::NarrowCard],
    &[Command::MergeTouchpoints, Command::MergeStages],
    &[Command::ToggleMomentOfTruth, Command::ToggleGoal, Command::ToggleContact],
    &[Command::Duplicate, Command::Delete],
];

pub fn several_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let theme = cx.theme;
    let selection = cx.view.selection;
    eyebrow_ui(ui, theme, &tr!("ui-selection-eyebrow"));
    let title = tr!("ui-selected", count = selection.len());
    ui.label(text(title, Face::Bold, 19.0, theme.text));
    let count = |is: fn(&Element) -> bool| selection.iter().filter(|element| is(element)).count();
    let stages = count(|element| matches!(element, Element::Stage(_)));
    let touchpoints = count(|element| matches!(element, Element::Touchpoint(_)));
    let lanes = count(|element| matches!(element, Element::Lane(_)));
    let cards = count(|element| matches!(element, Element::Card(_)));
    let cells = count(|element| matches!(element, Element::Cell(..)));
    let dots = count(|element| matches!(element, Element::Emotion(..)));
    let counted = [
        (stages, tr!("ui-stages", count = stages)),
        (touchpoints, tr!("ui-steps", count = touchpoints)),
        (lanes, tr!("ui-lanes-count", count = lanes)),
        (cards, tr!("ui-cards", count = cards)),
        (cells, tr!("ui-cells", count = cells)),
        (dots, tr!("ui-dots", count = dots)),
    ];
    let counted: Vec<_> =
        counted.into_iter().filter_map(|(count, words)| (count > 0).then_some(words)).collect();
    muted_ui(ui, theme, counted.join(" · "));
    for group in GROUPS {
        commands_ui(ui, group, cx, out);
    }
    if lanes > 0 {
        commands_ui(ui, &[Command::CollapseLane, Command::PinLane, Command::HideLane], cx, out);
    }
    if stages + cards > 0 {
        section_ui(ui, theme, &tr!("ui-colour"));
        swatches_ui(ui, common_color(cx), cx, out);
    }
    if touchpoints + cards > 0 {
        section_ui(ui, theme, &tr!("ui-tags"));
        tags_ui(ui, "several", cx, out);
    }
}

/// The colour that all selected cards and stages have.
fn common_color(cx: &Context<'_>) -> Option<Option<u8>> {
    let map = cx.view.map;
    let stage = |stage: StageId| map.stages.get(stage).map(|stage| stage.palette);
    let mut colors = cx.view.selection.iter().filter_map(|element| match *element {
        Element::Stage(id) => stage(id),
        Element::Card(id) => map.cards.get(id).map(|card| card.palette),
        _ => None,
    });
    let first = colors.next()?;
    colors.all(|color| color == first).then_some(first)
}
