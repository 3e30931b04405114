//! The team's guess beside each touchpoint on the map, while it is guessing.

use super::guess_field::Guess;
use crate::canvas::Canvas;
use crate::scene::Element;
use crate::ui::style::c;
use crate::ui::{Context, Out};
use egui::{CornerRadius, Rect, Stroke, Ui, UiBuilder, vec2};

/// Width and height of a field.
const SIZE: egui::Vec2 = vec2(72.0, 22.0);

/// Fields over the lower ends of the touchpoints' boxes.
pub fn map_guesses_ui(ui: &mut Ui, canvas: &Canvas, cx: &Context<'_>, out: &mut Out) {
    for (_, touchpoint) in cx.view.map.touchpoints_in_order() {
        let Some((place, clip)) = canvas.place_of(&cx.view, Element::Touchpoint(touchpoint.id)) else {
            continue;
        };
        let place = Rect::from_center_size(place.center_bottom() - vec2(0.0, SIZE.y / 4.0), SIZE);
        // One that is scrolled away or far too large for its column would cover something else.
        if !clip.contains(place.center()) {
            continue;
        }
        let mut ui = ui.new_child(UiBuilder::new().max_rect(place).id_salt(("guess", touchpoint.id)));
        ui.set_clip_rect(clip);
        ui.spacing_mut().interact_size = SIZE;
        let drawn = Stroke::new(1.5, c(cx.theme.drawn));
        let field = &mut ui.visuals_mut().widgets.inactive;
        (field.weak_bg_fill, field.bg_stroke) = (c(cx.theme.panel), drawn);
        field.corner_radius = CornerRadius::same(11);
        Guess::of(touchpoint.id, cx).field_ui(&mut ui, SIZE, *cx.format, out);
    }
}
