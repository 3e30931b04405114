//! The colours of the palette to choose from, for cards and stages that are selected.

use super::style::c;
use super::{Context, Out};
use crate::session::Command;
use egui::{Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role, vec2};

const GAP: f32 = 3.0;

/// One swatch a colour, and before them the one for “automatic”. `present` is the colour that all have.
pub fn swatches_ui(ui: &mut Ui, present: Option<Option<u8>>, cx: &Context<'_>, out: &mut Out) {
    let theme = cx.theme;
    let count = u8::try_from(theme.stages.len()).unwrap_or(u8::MAX);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(GAP, GAP);
        // None is left alone in a line of its own.
        let size = ((ui.available_width() + GAP) / (f32::from(count) + 1.0) - GAP).floor().clamp(22.0, 26.0);
        for palette in std::iter::once(None).chain((0..count).map(Some)) {
            let Some(command) = Command::color(palette) else { continue };
            let (rect, swatch) = ui.allocate_exact_size(vec2(size, size), Sense::click());
            let (label, chosen) = (command.label(), present == Some(palette));
            swatch.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, &label));
            let inside = rect.shrink(4.0);
            match palette.and_then(|index| theme.stages.get(usize::from(index))) {
                Some(colors) => {
                    ui.painter().rect_filled(inside, 6.0, c(colors.band));
                }
                None => {
                    let stroke = Stroke::new(1.3, c(theme.text_faint));
                    ui.painter().rect_stroke(inside, 6.0, stroke, StrokeKind::Inside);
                    let (from, to) = (inside.left_bottom(), inside.right_top());
                    ui.painter().line_segment([from + vec2(3.0, -3.0), to + vec2(-3.0, 3.0)], stroke);
                }
            }
            if chosen || swatch.has_focus() || swatch.hovered() {
                let stroke = Stroke::new(2.0, c(if chosen { theme.accent } else { theme.border_strong }));
                ui.painter().rect_stroke(rect, 8.0, stroke, StrokeKind::Inside);
            }
            if swatch.on_hover_text(label).clicked() {
                out.command(command);
            }
        }
    });
}
