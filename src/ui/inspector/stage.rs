//! A stage: its name, colour and size.

use super::{edit, field_id};
use crate::model::{Edit, StageId};
use crate::tr;
use crate::ui::style::c;
use crate::ui::widgets::{eyebrow_ui, muted_ui, section_ui, text_field_ui};
use crate::ui::{Context, Out};
use egui::{Sense, Stroke, Ui, WidgetInfo, accesskit::Role, vec2};

pub fn stage_ui(ui: &mut Ui, id: StageId, cx: &Context<'_>, out: &mut Out) {
    let map = cx.view.map;
    let Some(stage) = map.stages.get(id) else { return };
    let theme = cx.theme;
    eyebrow_ui(ui, theme, &tr!("ui-stage-eyebrow"));
    let name = text_field_ui(ui, theme, field_id(id, "name"), &tr!("ui-name"), &stage.name, "");
    if let Some(name) = name {
        edit(out, Edit::RenameStage { stage: id, name });
    }
    muted_ui(ui, theme, tr!("ui-steps", count = stage.touchpoints.len()));
    section_ui(ui, theme, &tr!("ui-colour"));
    let place = map.about.stages.iter().position(|other| *other == id).unwrap_or(0);
    let present = stage.palette.map_or(place % theme.stages.len(), usize::from);
    ui.horizontal(|ui| {
        for (index, colors) in theme.stages.iter().enumerate() {
            let (rect, swatch) = ui.allocate_exact_size(vec2(26.0, 26.0), Sense::click());
            let label = tr!("ui-colour-number", number = index + 1);
            let chosen = index == present;
            swatch.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, &label));
            ui.painter().rect_filled(rect.shrink(3.0), 6.0, c(colors.band));
            if chosen || swatch.has_focus() || swatch.hovered() {
                let stroke = Stroke::new(2.0, c(if chosen { theme.accent } else { theme.border_strong }));
                ui.painter().rect_stroke(rect, 8.0, stroke, egui::StrokeKind::Inside);
            }
            if swatch.on_hover_text(label).clicked() {
                let palette = u8::try_from(index).ok();
                edit(out, Edit::SetStagePalette { stage: id, palette });
            }
        }
    });
}
