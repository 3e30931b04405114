//! Every user-visible text: Fluent messages from `assets/lang/<language>/*.ftl`, looked up by key.
//!
//! `tr!("key")` and `tr!("key", n = 3, name = title)` give the text in the language set once at start-up.
//! A key that a language lacks falls back to English; a test reads the source and proves that English has all.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::sync::OnceLock;

type Bundle = FluentBundle<FluentResource>;

/// The messages of one language over the English ones.
pub struct Words {
    chosen: Option<Bundle>,
    english: Bundle,
}

/// English, one file per folder of the source.
const ENGLISH: &[&str] = &[
    include_str!("../../assets/lang/en/base.ftl"),
    include_str!("../../assets/lang/en/model.ftl"),
    include_str!("../../assets/lang/en/measure.ftl"),
    include_str!("../../assets/lang/en/insights.ftl"),
    include_str!("../../assets/lang/en/overlay.ftl"),
    include_str!("../../assets/lang/en/scene.ftl"),
    include_str!("../../assets/lang/en/ingest.ftl"),
    include_str!("../../assets/lang/en/store.ftl"),
    include_str!("../../assets/lang/en/export.ftl"),
    include_str!("../../assets/lang/en/draft.ftl"),
    include_str!("../../assets/lang/en/interchange.ftl"),
    include_str!("../../assets/lang/en/jobs.ftl"),
    include_str!("../../assets/lang/en/session.ftl"),
    include_str!("../../assets/lang/en/ui.ftl"),
    include_str!("../../assets/lang/en/canvas.ftl"),
    include_str!("../../assets/lang/en/cli.ftl"),
];

/// Languages with a message file, besides English: tag and files.
const OTHERS: &[(&str, &[&str])] = &[];

static WORDS: OnceLock<Words> = OnceLock::new();

fn bundle(tag: &str, files: &[&str]) -> Bundle {
    let language = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Isolation marks would show up as boxes in fonts without them and break searches in exports.
    bundle.set_use_isolating(false);
    for file in files {
        // Our own files: what does not parse is left out here and found by the test.
        let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(parsed, _)| parsed);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

impl Words {
    /// The words of a language tag such as `tr` or `pl-PL`; English where there are none.
    #[must_use]
    pub fn of(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        let chosen = OTHERS.iter().find(|(known, _)| *known == primary);
        Self { chosen: chosen.map(|(known, files)| bundle(known, files)), english: bundle("en", ENGLISH) }
    }

    /// The text of a key with its arguments; the key itself when nobody knows it.
    #[must_use]
    pub fn text(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        for bundle in self.chosen.iter().chain([&self.english]) {
            if let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) {
                return bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned();
            }
        }
        key.to_owned()
    }
}

/// Chooses the language, once, before the first text; later calls change nothing.
pub fn set_language(tag: &str) {
    WORDS.get_or_init(|| Words::of(tag));
}

/// The words in use.
pub fn words() -> &'static Words {
    WORDS.get_or_init(|| Words::of("en"))
}

/// The text of a message key: `tr!("key")`, `tr!("key", name = value)`.
///
/// Numbers given as arguments choose plural forms; to show a number with separators, format it
/// with [`crate::base::fmt`] first and pass the text beside the plain count.
#[macro_export]
macro_rules! tr {
    ($key:literal) => { $crate::base::lang::words().text($key, None) };
    ($key:literal, $($name:ident = $value:expr),+ $(,)?) => {{
        let mut args = $crate::base::lang::Args::new();
        $( args.set(stringify!($name), $value); )+
        $crate::base::lang::words().text($key, Some(&args))
    }};
}

/// Arguments of a message.
pub type Args<'a> = FluentArgs<'a>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_parses_whole() {
        for file in ENGLISH {
            let parsed = FluentResource::try_new((*file).to_owned());
            assert!(
                parsed.is_ok(),
                "{:?} in {}",
                parsed.err().map(|(_, errors)| errors),
                file.lines().next().unwrap_or_default()
            );
        }
    }

    #[test]
    fn unknown_key_shows_itself() {
        assert_eq!(Words::of("xx").text("no-such-key", None), "no-such-key");
    }
}
