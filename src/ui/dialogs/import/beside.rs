//! What is read beside the file: others of the same shape, and a table of customers.

use crate::model::{Attributes, ReadOptions};
use crate::session::{Import, Pick, Request};
use crate::text::Face;
use crate::tr;
use crate::ui::style::text;
use crate::ui::widgets::{button_ui, link_ui, section_ui};
use crate::ui::{Context, Out};
use egui::{Checkbox, Label, Ui};

/// Further files and the table of customers, each with a way to take it out again.
pub fn beside_ui(ui: &mut Ui, import: &Import, cx: &Context<'_>, out: &mut Out) {
    let read = import.read();
    let look_anew = |read: ReadOptions| Request::Profile { path: import.path.clone(), read: Box::new(read) };
    section_ui(ui, cx.theme, &tr!("ui-beside"));
    for (index, file) in read.also.iter().enumerate() {
        if file_ui(ui, file, cx) {
            let mut read = read.clone();
            read.also.remove(index);
            out.requests.push(look_anew(read));
        }
    }
    if let Some(attributes) = &read.attributes
        && let Some(attributes) = attributes_ui(ui, attributes, &import.profile.attribute_columns, cx)
    {
        out.requests.push(look_anew(ReadOptions { attributes, ..read.clone() }));
    }
    ui.horizontal(|ui| {
        if button_ui(ui, &tr!("ui-add-same-shape")).clicked() {
            out.requests.push(Request::Pick(Pick::MoreData));
        }
        if read.attributes.is_none() && button_ui(ui, &tr!("ui-add-attributes")).clicked() {
            out.requests.push(Request::Pick(Pick::Attributes));
        }
    });
}

/// A file with what is taken from it; true when it is to be taken out.
fn file_ui(ui: &mut Ui, file: &str, cx: &Context<'_>) -> bool {
    let mut remove = false;
    ui.horizontal(|ui| {
        ui.add(Label::new(text(file, Face::Medium, 12.5, cx.theme.text)).truncate());
        let link = link_ui(ui, cx.theme, &tr!("ui-take-out"));
        remove = link.clicked();
        let spoken = tr!("ui-take-out-file", file = file.to_owned());
        link.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, &spoken));
    });
    remove
}

/// The table of customers with its column of customers and those that become segments, both to be chosen; gives it when
/// it is changed, or none when it is taken out.
fn attributes_ui(
    ui: &mut Ui,
    attributes: &Attributes,
    all: &[String],
    cx: &Context<'_>,
) -> Option<Option<Attributes>> {
    let Attributes { file, customer, columns } = attributes;
    let customer = customer.clone().unwrap_or_default();
    let mut chosen = file_ui(ui, file, cx).then_some(None);
    if customer.is_empty() {
        let words = text(tr!("ui-attributes-whose"), Face::Medium, 12.0, cx.theme.warning_text);
        ui.add(Label::new(words).wrap());
    }
    ui.horizontal_wrapped(|ui| {
        let label = match customer.as_str() {
            "" => tr!("ui-attributes-choose"),
            column => tr!("ui-attributes-customer", column = column),
        };
        ui.menu_button(label, |ui| {
            for name in all {
                if ui.selectable_label(*name == customer, name).clicked() && *name != customer {
                    let columns = columns.iter().filter(|column| *column != name).cloned().collect();
                    let customer = Some(name.clone());
                    chosen = Some(Some(Attributes { file: file.clone(), customer, columns }));
                }
            }
        });
        ui.menu_button(tr!("ui-attributes-segments", columns = columns.join(", ")), |ui| {
            for name in all.iter().filter(|name| **name != customer) {
                let mut on = columns.contains(name);
                // Without any column there is nothing to join.
                let may_change = !on || columns.len() > 1;
                if ui.add_enabled(may_change, Checkbox::new(&mut on, name)).changed() {
                    let wanted =
                        |column: &&String| if *column == name { on } else { columns.contains(column) };
                    let columns = all.iter().filter(wanted).cloned().collect();
                    chosen = Some(Some(Attributes { columns, ..attributes.clone() }));
                }
            }
        });
    });
    chosen
}
