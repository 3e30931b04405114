//! How the toolkit looks: the bundled fonts, text sizes, spacing, and colours from the theme's tokens.

use crate::base::Color;
use crate::canvas::family_of;
use crate::text::{Face, Fonts};
use crate::theme::Theme;
use egui::epaint::Shadow;
use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, RichText, Stroke,
    TextStyle, Visuals, style::HandleShape, vec2,
};
use std::sync::Arc;

/// A theme colour for the toolkit.
#[must_use]
pub fn c(color: Color) -> Color32 {
    Color32::from_rgba_unmultiplied(color.r, color.g, color.b, color.a)
}

/// A font of the bundled family.
#[must_use]
pub fn font(face: Face, size: f32) -> FontId {
    FontId::new(size, family_of(face))
}

/// Text in a face, size and colour.
pub fn text(words: impl Into<String>, face: Face, size: f32, color: Color) -> RichText {
    RichText::new(words).font(font(face, size)).color(c(color))
}

/// Text of more than one line. The toolkit breaks lines at the narrow blank that stands within numbers and before their units,
/// though it should not; at the wide one it does not.
pub fn prose(words: impl Into<String>, face: Face, size: f32, color: Color) -> RichText {
    const NARROW: char = '\u{202F}';
    let words = words.into();
    text(if words.contains(NARROW) { words.replace(NARROW, "\u{A0}") } else { words }, face, size, color)
}

/// One line of text to be painted, cut off where it is wider than its room.
pub fn line(words: &str, face: Face, size: f32, color: Color, width: f32) -> LayoutJob {
    let mut job = LayoutJob::simple_singleline(words.to_owned(), font(face, size), c(color));
    job.wrap = TextWrapping::truncate_at_width(width);
    job
}

/// Registers the bundled faces, each under its own family; Regular leads the proportional family. The fonts that stand in
/// on the map stand in everywhere, and behind them the toolkit's own.
pub fn install_fonts(ctx: &Context, known: &Fonts) {
    let mut fonts = FontDefinitions::default();
    let mut fallbacks = Vec::new();
    for (index, other) in known.others().iter().enumerate() {
        let (file, name) = (other.regular.file(), format!("{} {index}", other.regular.family()));
        let data = FontData { index: file.index, ..FontData::from_static(file.data) };
        fonts.font_data.insert(name.clone(), Arc::new(data));
        fallbacks.push(name);
    }
    fallbacks.extend(fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default());
    for face in Face::ALL {
        let family = family_of(face);
        let FontFamily::Name(name) = &family else { continue };
        fonts.font_data.insert(name.to_string(), Arc::new(FontData::from_static(Fonts::data(face))));
        let mut chain = vec![name.to_string()];
        chain.extend(fallbacks.iter().cloned());
        if face == Face::Regular {
            fonts.families.insert(FontFamily::Proportional, chain.clone());
        }
        fonts.families.insert(family, chain);
    }
    ctx.set_fonts(fonts);
}

/// Sizes, spacing and colours for both themes.
pub fn install_style(ctx: &Context, light: &Theme, dark: &Theme) {
    ctx.options_mut(|options| {
        options.zoom_with_keyboard = false;
        // Where the desktop does not say.
        options.fallback_theme = egui::Theme::Light;
        // Looking at every corner of the map's mesh only to find it in view takes longer than painting the little that is not:
        // lists leave that out themselves, and so does the map.
        options.tessellation_options.coarse_tessellation_culling = false;
    });
    ctx.all_styles_mut(|style| {
        style.text_styles = [
            (TextStyle::Small, font(Face::Regular, 11.5)),
            (TextStyle::Body, font(Face::Regular, 12.5)),
            (TextStyle::Button, font(Face::Medium, 12.5)),
            (TextStyle::Heading, font(Face::Bold, 19.0)),
            (TextStyle::Monospace, FontId::monospace(12.5)),
        ]
        .into();
        style.spacing.item_spacing = vec2(8.0, 6.0);
        style.spacing.button_padding = vec2(10.0, 5.0);
        style.spacing.menu_margin = Margin::same(6);
        style.spacing.interact_size.y = 26.0;
        style.spacing.scroll.floating = true;
        style.interaction.selectable_labels = false;
        style.interaction.tooltip_delay = 0.4;
    });
    ctx.set_visuals_of(egui::Theme::Light, visuals(light));
    ctx.set_visuals_of(egui::Theme::Dark, visuals(dark));
}

/// Lets what opens, scrolls and blinks do so at once and once, or as usual.
pub fn set_reduced_motion(ctx: &Context, reduced: bool) {
    let usual = egui::Style::default();
    ctx.all_styles_mut(|style| {
        style.animation_time = if reduced { 0.0 } else { usual.animation_time };
        style.scroll_animation =
            if reduced { egui::style::ScrollAnimation::none() } else { usual.scroll_animation };
        style.visuals.text_cursor.blink = !reduced;
    });
}

fn visuals(theme: &Theme) -> Visuals {
    let mut visuals = if theme.dark { Visuals::dark() } else { Visuals::light() };
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(c(theme.text_muted));
    visuals.panel_fill = c(theme.panel);
    visuals.window_fill = c(theme.panel);
    visuals.window_stroke = Stroke::new(1.0, c(theme.border));
    visuals.window_corner_radius = CornerRadius::same(12);
    visuals.menu_corner_radius = CornerRadius::same(10);
    visuals.extreme_bg_color = c(theme.panel);
    visuals.text_edit_bg_color = Some(c(theme.panel));
    visuals.faint_bg_color = c(theme.panel_inset);
    visuals.code_bg_color = c(theme.field);
    visuals.hyperlink_color = c(theme.accent_text);
    visuals.warn_fg_color = c(theme.warning_text);
    visuals.error_fg_color = c(theme.error);
    visuals.selection.bg_fill = c(theme.selection);
    visuals.selection.stroke = Stroke::new(1.0, c(theme.accent_text));
    visuals.slider_trailing_fill = true;
    visuals.handle_shape = HandleShape::Circle;
    let shadow = Shadow { offset: [0, 6], blur: 20, spread: 0, color: Color32::from_black_alpha(40) };
    visuals.popup_shadow = shadow;
    visuals.window_shadow = shadow;
    let radius = CornerRadius::same(8);
    let widgets = &mut visuals.widgets;
    for widget in [
        &mut widgets.noninteractive,
        &mut widgets.inactive,
        &mut widgets.hovered,
        &mut widgets.active,
        &mut widgets.open,
    ] {
        widget.corner_radius = radius;
        widget.expansion = 0.0;
    }
    widgets.noninteractive.bg_fill = c(theme.panel);
    widgets.noninteractive.weak_bg_fill = c(theme.panel);
    widgets.noninteractive.bg_stroke = Stroke::new(1.0, c(theme.border));
    widgets.noninteractive.fg_stroke = Stroke::new(1.0, c(theme.text_body));
    widgets.inactive.bg_fill = c(theme.field);
    widgets.inactive.weak_bg_fill = c(theme.panel);
    widgets.inactive.bg_stroke = Stroke::new(1.0, c(theme.border_strong));
    widgets.inactive.fg_stroke = Stroke::new(1.0, c(theme.text_body));
    for widget in [&mut widgets.hovered, &mut widgets.open] {
        widget.bg_fill = c(theme.hover);
        widget.weak_bg_fill = c(theme.hover);
        widget.bg_stroke = Stroke::new(1.0, c(theme.border_strong));
        widget.fg_stroke = Stroke::new(1.0, c(theme.text));
    }
    widgets.active.bg_fill = c(theme.accent_soft);
    widgets.active.weak_bg_fill = c(theme.accent_soft);
    widgets.active.bg_stroke = Stroke::new(1.0, c(theme.accent));
    widgets.active.fg_stroke = Stroke::new(1.0, c(theme.text));
    visuals
}
