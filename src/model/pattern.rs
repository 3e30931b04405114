//! How the names of events are matched: as a whole, as people spell them, with wildcards, or by a regular expression.

use serde::{Deserialize, Serialize};

/// How a name is matched; case folded per Unicode, Turkish dotted and dotless i alike.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Pattern {
    /// The whole name.
    Exact(String),
    /// The whole name however it is spelt: accents, and blanks, `_` and `-` between words, do not count.
    Normalised(String),
    /// With `*` and `?`.
    Glob(String),
    /// A regular expression found anywhere in the name.
    Regex(String),
}

/// Why a pattern cannot be used, and where in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternError {
    /// In the words of the parser, without a full stop.
    pub reason: String,
    /// The letters meant, counted from 0: the first and the one after the last. None when it is the whole.
    pub place: Option<(usize, usize)>,
}

impl Pattern {
    /// What is looked for, without the way in which it is.
    #[must_use]
    pub fn text(&self) -> &str {
        let (Self::Exact(text) | Self::Normalised(text) | Self::Glob(text) | Self::Regex(text)) = self;
        text
    }

    /// The same way of matching with another text.
    #[must_use]
    pub fn with_text(&self, text: String) -> Self {
        match self {
            Self::Exact(_) => Self::Exact(text),
            Self::Normalised(_) => Self::Normalised(text),
            Self::Glob(_) => Self::Glob(text),
            Self::Regex(_) => Self::Regex(text),
        }
    }

    /// The regular expression that finds what the pattern does; none where names are compared as a whole.
    #[must_use]
    pub fn regex(&self) -> Option<String> {
        match self {
            Self::Exact(_) | Self::Normalised(_) => None,
            Self::Glob(glob) => Some(regex_of_glob(glob)),
            Self::Regex(pattern) => Some(pattern.clone()),
        }
    }

    /// Is it a pattern at all?
    ///
    /// # Errors
    /// [`PatternError`] for a regular expression that does not parse or would need too much memory.
    pub fn check(&self) -> Result<(), PatternError> {
        let Self::Regex(pattern) = self else { return Ok(()) };
        if let Err(error) = regex_syntax::Parser::new().parse(pattern) {
            return Err(PatternError::of_syntax(pattern, &error));
        }
        // What parses can still be too large.
        let built = regex::Regex::new(pattern).map(drop);
        built.map_err(|error| PatternError { reason: error.to_string(), place: None })
    }
}

impl PatternError {
    fn of_syntax(pattern: &str, error: &regex_syntax::Error) -> Self {
        let (reason, span) = match error {
            regex_syntax::Error::Parse(error) => (error.kind().to_string(), Some(error.span())),
            regex_syntax::Error::Translate(error) => (error.kind().to_string(), Some(error.span())),
            other => (other.to_string(), None),
        };
        let letters = |bytes: usize| pattern.get(..bytes).map_or(0, |before| before.chars().count());
        let place = span.map(|span| (letters(span.start.offset), letters(span.end.offset)));
        Self { reason, place }
    }
}

fn regex_of_glob(glob: &str) -> String {
    let mut pattern = String::from("^");
    for letter in glob.chars() {
        match letter {
            '*' => pattern.push_str(".*"),
            '?' => pattern.push('.'),
            other => pattern.push_str(&regex_syntax::escape(other.encode_utf8(&mut [0; 4]))),
        }
    }
    pattern.push('$');
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_expression_says_where_it_breaks() {
        let error = |pattern: &str| Pattern::Regex(pattern.to_owned()).check().expect_err("broken");
        assert_eq!(error("iade(ı").place, Some((4, 5)));
        assert_eq!(error("ödeme[z-a]").place, Some((6, 9)), "letters are counted, not bytes");
        assert!(error("(").reason.contains("unclosed group"));
        assert!(error("(a{1000}){1000}").place.is_none(), "too large as a whole");
    }

    #[test]
    fn whatever_is_no_expression_cannot_be_broken() {
        for pattern in
            [Pattern::Exact("(".into()), Pattern::Normalised("[".into()), Pattern::Glob("**(".into())]
        {
            assert_eq!(pattern.check(), Ok(()));
        }
    }
}
