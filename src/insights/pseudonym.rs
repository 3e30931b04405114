//! Names for customers that do not tell who they are: the same customer has the same one as long as the secret stays.

use super::Inputs;
use crate::base::hash::keyed_hash;

/// Letters and digits that are not taken for each other when read aloud.
const LETTERS: &[u8; 16] = b"ACDEFHJKMNPQRTWX";
const DIGITS: &[u8; 8] = b"23456789";

/// Pseudonyms under a secret.
#[derive(Clone, Debug)]
pub struct Pseudonyms {
    key: [u64; 2],
    /// Pairs of a letter and a digit.
    pairs: usize,
}

impl Pseudonyms {
    /// Whoever knows the secret and a customer's id can work out the pseudonym, but nobody the id from the pseudonym alone.
    /// With more customers they become longer: the longer ones begin with the shorter ones.
    #[must_use]
    pub fn new(secret: &str, customers: usize) -> Self {
        let part = |number| keyed_hash([number, 0], secret.as_bytes());
        // Two of n customers share one of 128^k pseudonyms with about n² ÷ (2 · 128^k): below one in a hundred.
        let crowd = 50.0 * (customers as f64).powi(2);
        let pairs = (2..=8).find(|pairs| 128_f64.powi(*pairs) > crowd).unwrap_or(9);
        Self { key: [part(1), part(2)], pairs: pairs as usize }
    }

    /// Those of a source's customers: its name and its place are the secret, so that a map always tells the same ones.
    #[must_use]
    pub fn of(of: &Inputs<'_>) -> Self {
        let secret = format!("{}\0{}", of.source.name, of.source.path);
        Self::new(&secret, of.log.customers.len())
    }

    /// Such as `K7Q2`.
    #[must_use]
    pub fn name(&self, customer: &str) -> String {
        let hash = keyed_hash(self.key, customer.as_bytes());
        let pair = |place: usize| {
            let bits = (hash >> (7 * place)) as usize;
            [LETTERS[bits & 15], DIGITS[bits >> 4 & 7]]
        };
        (0..self.pairs).flat_map(pair).map(char::from).collect()
    }
}

/// A comment without what tells who wrote it, as far as a machine can see: addresses of e-mail, long numbers, the customer's
/// own id.
#[must_use]
pub fn masked(text: &str, customer: &str) -> String {
    const MASK: &str = "•••";
    let mut masked = String::with_capacity(text.len());
    // Words with the blanks that follow them.
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim();
        let blanks = &word[word.trim_end().len()..];
        let digits = bare.chars().filter(char::is_ascii_digit).count();
        let is_address =
            bare.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
        let is_customer = bare.trim_matches(|letter: char| letter.is_ascii_punctuation()) == customer;
        if digits >= 6 || is_address || is_customer {
            masked.push_str(MASK);
            masked.push_str(blanks);
        } else {
            masked.push_str(word);
        }
    }
    masked
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn pseudonyms_are_stable_differ_and_hang_on_the_secret() {
        let few = Pseudonyms::new("shop.csv", 15);
        let many = Pseudonyms::new("shop.csv", 200_000);
        assert_eq!(few.name("alice").len(), 4);
        assert!(many.name("alice").starts_with(&few.name("alice")), "longer ones begin with the shorter");
        assert_ne!(few.name("alice"), Pseudonyms::new("other.csv", 15).name("alice"));
        let names: BTreeSet<String> = (0..200_000).map(|number| many.name(&number.to_string())).collect();
        assert_eq!(names.len(), 200_000);
    }

    #[test]
    fn what_tells_who_wrote_it_is_masked() {
        let text = "Call me: 0532 111 22 33 or +905321112233, x@shop.com. Two of 12 arrived, cust-17!";
        let masked = masked(text, "cust-17");
        assert!(!masked.contains("905321112233") && !masked.contains('@') && !masked.contains("cust-17"));
        assert!(masked.contains("Two of 12 arrived,"));
    }
}
