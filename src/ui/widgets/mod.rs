//! Widgets shared between panels.

mod bars;
mod buttons;
mod chart;
mod day;
mod fields;
mod layout;

pub use bars::{Segment, bar_with_label_ui, legend_ui, share_words, split_bar_ui};
pub use buttons::{
    button_ui, chip_ui, chip_width, enabled_button_ui, icon_button_ui, link_ui, pill_ui, primary_button_ui,
};
pub use chart::chart_menu_ui;
pub use day::{bare_day_field_ui, day_field_ui};
pub use fields::{
    bare_field_ui, choice_ui, hinted_field_ui, menu_field_ui, multiline_field_ui, rating_ui, switch_ui,
    text_field_ui,
};
pub use layout::{card_ui, eyebrow_ui, muted_ui, row_ui, section_ui, slider_look};
