//! What is not safe to guess, asked with its answers to choose from.

use crate::ingest::{Doubt, UnsafeGuess};
use crate::model::{Attributes, DateOrder, ReadOptions};
use crate::session::{Import, Request};
use crate::text::Face;
use crate::tr;
use crate::ui::style::text;
use crate::ui::widgets::chip_ui;
use crate::ui::{Context, Out};
use egui::{Label, Ui};

/// As offered; the year may come first where it has two digits.
const DATE_ORDERS: [DateOrder; 3] = [DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd];

/// Every doubt about the columns, the decided ones too, so that a decision can be changed.
pub fn doubts_ui(ui: &mut Ui, import: &mut Import, cx: &Context<'_>, out: &mut Out) {
    let open: Vec<UnsafeGuess> = import.open_doubts().cloned().collect();
    for guess in &import.profile.guess.unsafe_guesses.clone() {
        if !open.contains(guess) && import.answer(&guess.doubt).is_none() {
            continue;
        }
        let ink = if open.contains(guess) { cx.theme.warning_text } else { cx.theme.text_muted };
        ui.add(Label::new(text(in_marks(&guess.message), Face::Medium, 12.0, ink)).wrap());
        let answers = answers(&guess.doubt);
        if answers.is_empty() {
            continue;
        }
        let chosen = import.answer(&guess.doubt);
        ui.horizontal_wrapped(|ui| {
            for (index, words) in answers.iter().enumerate() {
                if chip_ui(ui, cx.theme, words, chosen == Some(index)).clicked() {
                    let read = import.read().clone();
                    let look_anew =
                        |read| Request::Profile { path: import.path.clone(), read: Box::new(read) };
                    match &guess.doubt {
                        Doubt::DateOrder => {
                            let date_order = DATE_ORDERS.get(index).copied();
                            out.requests.push(look_anew(ReadOptions { date_order, ..read }));
                        }
                        Doubt::ObjectType(types) => {
                            let object_type = types.get(index).cloned();
                            out.requests.push(look_anew(ReadOptions { object_type, ..read }));
                        }
                        Doubt::AttributesCustomer(columns) => {
                            let column = columns.get(index).cloned();
                            out.requests.push(look_anew(with_customer_column(read, column)));
                        }
                        _ => import.decide(&guess.doubt, index),
                    }
                }
            }
        });
    }
}

/// With this column of the table of customers telling the customer; its segments are found anew.
fn with_customer_column(read: ReadOptions, customer: Option<String>) -> ReadOptions {
    let attributes = read.attributes.map(|known| Attributes { customer, columns: Vec::new(), ..known });
    ReadOptions { attributes, ..read }
}

/// The answers in the order of [`Import::answer`].
fn answers(doubt: &Doubt) -> Vec<String> {
    match doubt {
        Doubt::Role(_, columns) => columns.clone(),
        Doubt::Phase(_, values) => {
            let only = values.iter().map(|value| tr!("ui-keep-only", value = value.clone()));
            only.chain([tr!("ui-keep-all-rows")]).collect()
        }
        Doubt::DateOrder => vec![tr!("ui-dmy"), tr!("ui-mdy"), tr!("ui-ymd")],
        Doubt::ObjectType(names) | Doubt::AttributesCustomer(names) => names.clone(),
        Doubt::Table(_) | Doubt::Entry(_) => Vec::new(),
    }
}

/// Names between backticks as names between quotation marks.
pub(super) fn in_marks(message: &str) -> String {
    let mut inside = false;
    let mark = |letter| {
        if letter != '`' {
            return letter;
        }
        inside = !inside;
        if inside { '\u{201c}' } else { '\u{201d}' }
    };
    message.chars().map(mark).collect()
}
