//! What is read beside the file: others of the same shape, and a table of customers.

use crate::model::{Attributes, ReadOptions};
use crate::session::{Import, Pick, Request};
use crate::text::Face;
use crate::tr;
use crate::ui::style::text;
use crate::ui::widgets::{button_ui, link_ui, muted_ui, section_ui};
use crate::ui::{Context, Out};
use egui::{Label, Ui};

/// Further files and the table of customers, each with a way to take it out again.
pub fn beside_ui(ui: &mut Ui, import: &Import, cx: &Context<'_>, out: &mut Out) {
    let read = import.read();
    let look_anew = |read: ReadOptions| Request::Profile { path: import.path.clone(), read: Box::new(read) };
    section_ui(ui, cx.theme, &tr!("ui-beside"));
    for (index, file) in read.also.iter().enumerate() {
        if file_ui(ui, file, "", cx) {
            let mut read = read.clone();
            read.also.remove(index);
            out.requests.push(look_anew(read));
        }
    }
    if let Some(attributes) = &read.attributes
        && file_ui(ui, &attributes.file, &described(attributes), cx)
    {
        out.requests.push(look_anew(ReadOptions { attributes: None, ..read.clone() }));
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
fn file_ui(ui: &mut Ui, file: &str, taken: &str, cx: &Context<'_>) -> bool {
    let mut remove = false;
    ui.horizontal(|ui| {
        ui.add(Label::new(text(file, Face::Medium, 12.5, cx.theme.text)).truncate());
        if !taken.is_empty() {
            muted_ui(ui, cx.theme, taken.to_owned());
        }
        let link = link_ui(ui, cx.theme, &tr!("ui-take-out"));
        remove = link.clicked();
        let spoken = tr!("ui-take-out-file", file = file.to_owned());
        link.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, &spoken));
    });
    remove
}

fn described(attributes: &Attributes) -> String {
    let customer = attributes.customer.clone().unwrap_or_default();
    tr!("ui-attributes-of", customer = customer, columns = attributes.columns.join(", "))
}
