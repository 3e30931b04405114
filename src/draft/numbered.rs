//! Names that differ in a number alone, such as the pages of a thousand products: one step, since nobody draws a thousand.

use crate::base::key::name_key;
use crate::model::Pattern;
use std::collections::{HashMap, HashSet};

/// With fewer numbers each may be a step of its own: `step 1`, `step 2`.
const MANY_NUMBERS: usize = 20;
/// Stands for any number.
const ANY: &str = "#";

/// The keys that come with many numbers, with [`ANY`] in their place.
pub(super) struct Numbered(HashSet<String>);

impl Numbered {
    pub fn of<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let mut keys: HashMap<String, HashSet<String>> = HashMap::new();
        for key in names.map(name_key) {
            let without = without_numbers(&key);
            if without != key {
                keys.entry(without).or_default().insert(key);
            }
        }
        let many = keys.into_iter().filter(|(_, keys)| keys.len() >= MANY_NUMBERS);
        Self(many.map(|(without, _)| without).collect())
    }

    /// The key of a name, the name, and what takes its events; without numbers where there are many.
    pub fn read(&self, name: &str) -> (String, String, Pattern) {
        let key = name_key(name);
        let without = without_numbers(&key);
        if !self.0.contains(&without) {
            return (key, name.to_owned(), Pattern::Exact(name.to_owned()));
        }
        let mut pattern = String::from("^");
        let mut text = String::new();
        for (part, is_number) in parts(name) {
            if is_number {
                pattern.push_str("[0-9]+");
            } else {
                pattern.push_str(&regex::escape(part));
                text.push_str(part);
            }
        }
        pattern.push('$');
        (without, text, Pattern::Regex(pattern))
    }
}

/// With [`ANY`] in place of each number.
fn without_numbers(key: &str) -> String {
    let parts = parts(key).into_iter();
    parts.map(|(part, is_number)| if is_number { ANY } else { part }).collect()
}

/// The name cut into numbers, which stand alone (`/product/42`, unlike `Q7`), and what is between; without letters it has none.
fn parts(name: &str) -> Vec<(&str, bool)> {
    if !name.contains(char::is_alphabetic) {
        return vec![(name, false)];
    }
    let mut parts: Vec<(&str, bool)> = Vec::new();
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        let is_word = first.is_alphanumeric();
        let end = rest.find(|letter: char| letter.is_alphanumeric() != is_word).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        parts.push((part, part.bytes().all(|byte| byte.is_ascii_digit())));
        rest = after;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::Numbered;
    use crate::model::Pattern;

    #[test]
    fn many_numbers_are_one_step_and_few_are_steps() {
        let products: Vec<String> = (1..=30).map(|number| format!("/product/{number}/view")).collect();
        let steps: Vec<String> = (1..=5).map(|number| format!("Step {number}")).collect();
        let numbered = Numbered::of(products.iter().chain(&steps).map(String::as_str));
        let (key, name, event) = numbered.read("/product/7/view");
        assert_eq!((key.as_str(), name.as_str()), ("/product/#/view", "/product//view"));
        assert_eq!(event, Pattern::Regex("^/product/[0-9]+/view$".to_owned()));
        assert_eq!(numbered.read("Step 3").2, Pattern::Exact("Step 3".to_owned()));
        assert_eq!(numbered.read("Q7").0, "q7");
        assert_eq!(numbered.read("2024").2, Pattern::Exact("2024".to_owned()));
    }
}
