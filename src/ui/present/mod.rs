//! The map before an audience, and what the presenter sees beside it.

mod audience;
mod keys;
mod presenter;

pub use audience::{Audience, audience_ui};
pub use keys::take_keys;
pub use presenter::{PresenterView, Screens, presenter_ui};

use super::{Context, Out};
use crate::session::{Action, PresentAction, Step};
use crate::tr;

fn act(out: &mut Out, action: PresentAction) {
    out.actions.push(Action::Present(action));
}

/// `Buy › Sees delivery cost`; the map's title for all of it.
fn title(cx: &Context<'_>, step: Step) -> String {
    let map = cx.view.map;
    match (step, step.within(map)) {
        (Step::Whole, _) if !map.about.title.trim().is_empty() => map.about.title.clone(),
        (_, Some(stage)) => tr!("ui-present-within", stage = stage, name = step.name(map)),
        (_, None) => step.name(map),
    }
}
