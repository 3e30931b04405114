//! Event names as people would write them: `add_to_cart` → `Add to cart`. What reads well already stays as it is.

/// Words that are written in capitals.
const ABBREVIATIONS: &[&str] =
    &["faq", "sms", "qr", "pdf", "id", "tv", "atm", "api", "url", "crm", "nps", "otp"];

/// The name as it is shown.
#[must_use]
pub fn readable(name: &str) -> String {
    let trimmed = name.trim();
    let is_phrase = trimmed.contains(char::is_whitespace) || trimmed.contains('-');
    let begins_well = trimmed.chars().next().is_some_and(|first| !first.is_lowercase());
    if is_phrase && begins_well && !trimmed.contains('_') {
        return trimmed.to_owned();
    }
    let turkish = is_turkish(trimmed);
    let words: Vec<String> = words_of(trimmed).into_iter().map(|word| written(&word, turkish)).collect();
    let sentence = words.join(" ");
    if sentence.is_empty() { trimmed.to_owned() } else { capitalised(&sentence, turkish) }
}

/// Letters that only Turkish (and its kin) has: their `i` has a dot in capitals too.
fn is_turkish(name: &str) -> bool {
    name.contains(['ı', 'İ', 'ğ', 'Ğ', 'ş', 'Ş'])
}

/// Splits at `_`, `.`, `/`, `:`, `-`, blanks and where a capital follows a small letter (`addToCart`).
fn words_of(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for letter in name.chars() {
        let is_break = matches!(letter, '_' | '.' | '/' | ':' | '-') || letter.is_whitespace();
        if is_break || (before.is_lowercase() && letter.is_uppercase()) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| !is_break) {
            word.push(letter);
        }
        before = letter;
    }
    words.retain(|word| !word.is_empty());
    words
}

/// A word in small letters, an abbreviation in capitals, a code such as `Q7ART` as it is.
fn written(word: &str, turkish: bool) -> String {
    if word.chars().any(|letter| letter.is_ascii_digit()) {
        return word.to_owned();
    }
    let small: String = if turkish {
        word.chars()
            .flat_map(|letter| match letter {
                'I' => vec!['ı'],
                'İ' => vec!['i'],
                other => other.to_lowercase().collect(),
            })
            .collect()
    } else {
        word.to_lowercase()
    };
    if ABBREVIATIONS.contains(&small.as_str()) { small.to_uppercase() } else { small }
}

fn capitalised(sentence: &str, turkish: bool) -> String {
    let mut letters = sentence.chars();
    let Some(first) = letters.next() else { return String::new() };
    let first: String =
        if turkish && first == 'i' { "İ".to_owned() } else { first.to_uppercase().collect() };
    first + letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::readable;

    #[test]
    fn machine_names_become_sentences() {
        for (name, expected) in [
            ("add_to_cart", "Add to cart"),
            ("catalog", "Catalog"),
            ("CHECKOUT_INIT", "Checkout init"),
            ("addToCart", "Add to cart"),
            ("page.view", "Page view"),
            ("faq_page", "FAQ page"),
            ("İADE_İSTEĞİ", "İade isteği"),
            ("ısı_ayarı", "Isı ayarı"),
            ("płatność_online", "Płatność online"),
        ] {
            assert_eq!(readable(name), expected);
        }
    }

    #[test]
    fn what_reads_well_stays() {
        for name in
            ["Support call", "Sign-up", "MRI SCAN", "X-Ray", "Q7ART", "Müşteri hizmetleri", "漢字", "_"]
        {
            assert_eq!(readable(name), name);
        }
    }
}
