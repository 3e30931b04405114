//! A guessed exit rate to drag or type, in the panel and beside its touchpoint on the map.

use super::edit;
use crate::base::fmt::NumberFormat;
use crate::model::{Edit, TouchpointId};
use crate::session::Action;
use crate::tr;
use crate::ui::{Context, Out};
use egui::{DragValue, Response, Slider, SliderClamping, Ui};

/// A team's guess at a touchpoint.
pub struct Guess<'a> {
    team: &'a str,
    touchpoint: TouchpointId,
    name: &'a str,
    /// 0…1; none = not guessed.
    pub exit_rate: Option<f64>,
}

impl<'a> Guess<'a> {
    /// The guess of the present team.
    pub fn of(touchpoint: TouchpointId, cx: &Context<'a>) -> Self {
        let map = cx.view.map;
        let team = cx.view.workshop.team.as_str();
        let name = map.name_of(touchpoint);
        let exit_rate = map.workshop.guesses.get(team).and_then(|of_team| of_team.get(&touchpoint)).copied();
        Self { team, touchpoint, name, exit_rate }
    }

    pub fn name(&self) -> String {
        tr!("ui-guess-of", name = self.name)
    }

    fn set(&self, exit_rate: Option<f64>) -> Edit {
        Edit::SetGuess { team: self.team.to_owned(), touchpoint: self.touchpoint, exit_rate }
    }

    pub fn take_back(&self, out: &mut Out) {
        edit(out, self.set(None));
    }

    /// Rounded to what can be seen, so that a field does not show more than was meant.
    fn percent(&self) -> f64 {
        (self.exit_rate.unwrap_or(0.0) * 1000.0).round() / 10.0
    }

    /// A figure to type, or to drag sideways.
    pub fn field_ui(&self, ui: &mut Ui, size: egui::Vec2, format: NumberFormat, out: &mut Out) -> Response {
        let mut percent = self.percent();
        let is_guessed = self.exit_rate.is_some();
        let words = move |percent: f64| match is_guessed {
            true => format.percent(percent / 100.0, usize::from(percent.fract() != 0.0)),
            false => tr!("ui-guess-none"),
        };
        let field = DragValue::new(&mut percent).range(0.0..=100.0).speed(0.4).fixed_decimals(1);
        let field = field.custom_formatter(move |percent, _| words(percent)).custom_parser(percent_of);
        let response = ui.add_sized(size, field.update_while_editing(false)).accessible_name(self.name());
        self.changed(&response, percent, out);
        response
    }

    /// A slider over the whole width.
    pub fn slider_ui(&self, ui: &mut Ui, out: &mut Out) {
        let mut percent = self.percent();
        ui.spacing_mut().slider_width = ui.available_width() - 4.0;
        let slider = Slider::new(&mut percent, 0.0..=100.0)
            .step_by(1.0)
            .show_value(false)
            .clamping(SliderClamping::Never);
        let response = ui.add(slider).accessible_name(tr!("ui-guess-slider", name = self.name));
        self.changed(&response, percent, out);
    }

    /// A drag is one step from its beginning to its end; a key or a typed figure is one at once.
    fn changed(&self, response: &Response, percent: f64, out: &mut Out) {
        let edit = self.set(Some(percent / 100.0));
        if response.drag_started() {
            out.actions.push(Action::BeginGesture(edit.name()));
        }
        if response.changed() {
            let is_drag = response.drag_started() || response.dragged();
            out.actions.push(if is_drag { Action::UpdateGesture(edit) } else { Action::Edit(edit) });
        }
        if response.drag_stopped() {
            out.actions.push(Action::CommitGesture);
        }
    }
}

/// `46`, `46.5`, `46,5`, `46 %`.
fn percent_of(typed: &str) -> Option<f64> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '%').collect();
    digits.replace(',', ".").parse().ok().filter(|percent: &f64| percent.is_finite())
}

#[cfg(test)]
mod tests {
    use super::percent_of;

    #[test]
    fn percentages_are_typed_as_people_write_them() {
        let typed = ["46", "46.5", "46,5", " 46\u{202F}% ", "%46", "many", "NaN"].map(percent_of);
        let some = |percent| Some(percent);
        assert_eq!(typed, [some(46.0), some(46.5), some(46.5), some(46.0), some(46.0), None, None]);
    }
}
