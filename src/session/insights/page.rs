//! The pages of insights: one line each feeds the picker, the palette and the menu.

use crate::session::Command;
use crate::tr;

macro_rules! pages {
    ($($(#[$doc:meta])* $name:ident, $command:ident, $key:literal;)*) => {
        /// Pages of insights.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum InsightsPage {
            $($(#[$doc])* $name,)*
        }

        impl InsightsPage {
            /// All pages, in the order of the picker.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// What it is called.
            #[must_use]
            pub fn name(self) -> String {
                match self {
                    $(Self::$name => tr!($key),)*
                }
            }

            /// The command that shows it.
            #[must_use]
            pub const fn command(self) -> Command {
                match self {
                    $(Self::$name => Command::$command,)*
                }
            }
        }
    };
}

pages! {
    /// What stands out, ranked.
    #[default]
    Findings, ShowFindings, "session-insights-findings";
    /// What happens in each channel, and who switches.
    Channels, ShowChannels, "session-insights-channels";
    /// Two ranges of time.
    Changes, ShowChanges, "session-insights-changes";
    /// The ways customers take.
    Paths, ShowPaths, "session-insights-paths";
    /// What fewer exits would be worth.
    WhatIf, ShowWhatIf, "session-insights-what-if";
    /// Which segment column tells who leaves.
    Behaviour, ShowBehaviour, "session-insights-behaviour";
    /// The nine signs.
    Signs, ShowSigns, "session-insights-signs";
    /// Pain points by what they cost.
    Pains, ShowPains, "session-insights-pains";
    /// What customers say.
    Voice, ShowVoice, "session-insights-voice";
    /// What satisfaction is worth.
    Worth, ShowWorth, "session-insights-worth";
    /// Targets and where they are heading.
    Goals, ShowGoals, "session-insights-goals";
    /// Personas beside each other.
    Personas, ShowPersonas, "session-insights-personas";
    /// Where map and data part.
    Suggestions, ShowSuggestions, "session-insights-suggestions";
    /// The journeys behind a number, and one customer.
    Journeys, ShowJourneys, "session-insights-journeys";
}

impl InsightsPage {
    /// The page that a command shows.
    #[must_use]
    pub fn of(command: Command) -> Option<Self> {
        Self::ALL.iter().copied().find(|page| page.command() == command)
    }
}
