//! Which keys run which command. Key names are words; the app turns them into its toolkit's keys.

use super::command::Command;
use std::fmt;

/// A key with modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// Name of the key: `S`, `Delete`, `F2`, `ArrowLeft`, `Plus` …
    pub key: &'static str,
    /// Ctrl, on a Mac ⌘.
    pub command: bool,
    /// Shift.
    pub shift: bool,
    /// Alt.
    pub alt: bool,
}

impl Shortcut {
    const fn plain(key: &'static str) -> Self {
        Self { key, command: false, shift: false, alt: false }
    }

    const fn ctrl(key: &'static str) -> Self {
        Self { command: true, ..Self::plain(key) }
    }

    const fn ctrl_shift(key: &'static str) -> Self {
        Self { shift: true, ..Self::ctrl(key) }
    }

    const fn shift(key: &'static str) -> Self {
        Self { shift: true, ..Self::plain(key) }
    }

    const fn alt(key: &'static str) -> Self {
        Self { alt: true, ..Self::plain(key) }
    }

    /// True when it would type a letter or move the cursor in a text field.
    #[must_use]
    pub fn is_for_typing(self) -> bool {
        !self.command && !self.alt && !self.key.starts_with('F') || self.key == "F"
    }
}

/// As keyboards other than a Mac's have it: `Ctrl+Shift+Z`.
impl fmt::Display for Shortcut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let modifiers = [(self.command, "Ctrl+"), (self.alt, "Alt+"), (self.shift, "Shift+")];
        for (_, name) in modifiers.into_iter().filter(|(is_held, _)| *is_held) {
            f.write_str(name)?;
        }
        f.write_str(self.key.strip_prefix("Arrow").unwrap_or(self.key))
    }
}

impl Command {
    /// A second key for what people know by two; menus show the first alone.
    #[must_use]
    pub const fn other_shortcut(self) -> Option<Shortcut> {
        match self {
            Self::Redo => Some(Shortcut::ctrl("Y")),
            // The key of + without Shift.
            Self::ZoomIn => Some(Shortcut::ctrl("Equals")),
            _ => None,
        }
    }

    /// The key that runs it.
    #[must_use]
    pub const fn shortcut(self) -> Option<Shortcut> {
        use Shortcut as S;
        Some(match self {
            Self::NewMap => S::ctrl("N"),
            Self::OpenFile => S::ctrl("O"),
            Self::Save => S::ctrl("S"),
            Self::SaveAs => S::ctrl_shift("S"),
            Self::Export => S::ctrl("E"),
            Self::Quit => S::ctrl("Q"),
            Self::Undo => S::ctrl("Z"),
            Self::Redo => S::ctrl_shift("Z"),
            Self::EditText => S::plain("F2"),
            Self::Cut => S::ctrl("X"),
            Self::Copy => S::ctrl("C"),
            Self::Paste => S::ctrl("V"),
            Self::CopyPicture => S::ctrl_shift("C"),
            Self::Delete => S::plain("Delete"),
            Self::SelectAll => S::ctrl("A"),
            Self::SelectNone => S::plain("Escape"),
            Self::AddStage => S::plain("S"),
            Self::AddTouchpoint => S::plain("T"),
            Self::AddPain => S::plain("P"),
            Self::AddOpportunity => S::plain("O"),
            Self::AddQuote => S::plain("Q"),
            Self::AddNote => S::plain("N"),
            Self::ToggleMomentOfTruth => S::plain("M"),
            Self::ToggleGoal => S::plain("G"),
            Self::ToggleContact => S::plain("C"),
            Self::EmotionMinus2 => S::plain("1"),
            Self::EmotionMinus1 => S::plain("2"),
            Self::EmotionZero => S::plain("3"),
            Self::EmotionPlus1 => S::plain("4"),
            Self::EmotionPlus2 => S::plain("5"),
            Self::Duplicate => S::ctrl_shift("D"),
            Self::SelectSameKind => S::ctrl_shift("A"),
            Self::SelectLane => S::ctrl("L"),
            Self::SelectStage => S::ctrl_shift("L"),
            Self::MoveLeft => S::alt("ArrowLeft"),
            Self::MoveRight => S::alt("ArrowRight"),
            Self::MoveUp => S::alt("ArrowUp"),
            Self::MoveDown => S::alt("ArrowDown"),
            Self::WidenCard => S { shift: true, ..S::alt("ArrowRight") },
            Self::NarrowCard => S { shift: true, ..S::alt("ArrowLeft") },
            Self::MergeTouchpoints => S::ctrl("G"),
            Self::SplitTouchpoint => S::ctrl_shift("G"),
            Self::ToggleCurve => S::ctrl("B"),
            Self::Tag => S::ctrl("T"),
            Self::ExtendLeft => S::shift("ArrowLeft"),
            Self::ExtendRight => S::shift("ArrowRight"),
            Self::ExtendUp => S::shift("ArrowUp"),
            Self::ExtendDown => S::shift("ArrowDown"),
            Self::ToggleReveal => S::plain("R"),
            Self::ToggleInspector => S::ctrl("I"),
            Self::ToggleDataBar => S::ctrl("D"),
            Self::ZoomIn => S::ctrl("Plus"),
            Self::ZoomOut => S::ctrl("Minus"),
            Self::ZoomFit => S::plain("F"),
            Self::Zoom100 => S::ctrl("0"),
            Self::Find => S::ctrl("F"),
            Self::Replace => S::ctrl("H"),
            Self::FindNext => S::plain("F3"),
            Self::FindPrevious => S { shift: true, ..S::plain("F3") },
            Self::ZoomSelection => S { shift: true, ..S::plain("F") },
            Self::ToggleMinimap => S::ctrl_shift("M"),
            Self::ToggleHistory => S::ctrl_shift("H"),
            Self::GoLeft => S::plain("ArrowLeft"),
            Self::GoRight => S::plain("ArrowRight"),
            Self::GoUp => S::plain("ArrowUp"),
            Self::GoDown => S::plain("ArrowDown"),
            Self::ImportData => S::ctrl_shift("O"),
            Self::RefreshData => S::ctrl("R"),
            Self::ShowMapping => S::ctrl("M"),
            Self::ToggleTray => S::ctrl("U"),
            Self::ShowPalette => S::ctrl("K"),
            Self::ShowShortcuts => S::plain("F1"),
            Self::ToggleBigText => S::ctrl_shift("B"),
            Self::ToggleInsights => S::ctrl_shift("I"),
            Self::NextJourney => S::alt("PageDown"),
            Self::PreviousJourney => S::alt("PageUp"),
            Self::ToggleWorkshop => S::plain("F4"),
            Self::Present => S::plain("F5"),
            Self::PresentFromSelection => S::shift("F5"),
            Self::ToggleTimer => S::plain("F6"),
            Self::ToggleBigTimer => S::shift("F6"),
            Self::NextStep => S::plain("F7"),
            Self::PreviousStep => S::shift("F7"),
            Self::AddMinute => S::plain("F8"),
            Self::AddFiveMinutes => S::shift("F8"),
            Self::ToggleVote => S::plain("F9"),
            Self::NextVoter => S::shift("F9"),
            Self::Park => S::ctrl("J"),
            Self::ShowAgenda => S::ctrl("1"),
            Self::ShowGuesses => S::ctrl("2"),
            Self::ShowDots => S::ctrl("3"),
            Self::ShowPriorities => S::ctrl("4"),
            Self::ShowParkingLot => S::ctrl("5"),
            Self::TogglePresenterView
            | Self::SwapScreens
            | Self::ToggleStagesOnly
            | Self::ToggleRevealsLast
            | Self::ToggleSound
            | Self::TryBell
            | Self::TypePaperVotes
            | Self::ToggleMatrix
            | Self::ExportActions
            | Self::ToggleReducedMotion
            | Self::Welcome
            | Self::ShowVersions
            | Self::CopyAsToBe
            | Self::CloseComparison
            | Self::SaveAsTemplate
            | Self::AddPicture
            | Self::AddPersona
            | Self::BeginToBe
            | Self::EvidenceFound
            | Self::EvidenceAssumed
            | Self::EvidenceQuoted
            | Self::EvidenceMeasured
            | Self::ColorAuto
            | Self::ColorIndigo
            | Self::ColorBlue
            | Self::ColorTeal
            | Self::ColorGreen
            | Self::ColorPurple
            | Self::ColorAmber
            | Self::ColorRed
            | Self::ColorGrey
            | Self::SplitStage
            | Self::MergeStages
            | Self::AddChannelsLane
            | Self::AddEmotionLane
            | Self::AddExitsLane
            | Self::AddSatisfactionLane
            | Self::AddThoughtsLane
            | Self::AddQuotesLane
            | Self::AddPainsLane
            | Self::AddOpportunitiesLane
            | Self::AddBackstageLane
            | Self::AddMetricsLane
            | Self::AddNotesLane
            | Self::AddImagesLane
            | Self::CollapseLane
            | Self::PinLane
            | Self::HideLane
            | Self::ShowHiddenLanes
            | Self::ToggleDarkTheme
            | Self::ShowRejected
            | Self::ShowCharts
            | Self::ShowFindings
            | Self::ShowChannels
            | Self::ShowChanges
            | Self::ShowPaths
            | Self::ShowWhatIf
            | Self::TogglePaths
            | Self::ShowMorePaths
            | Self::ShowFewerPaths
            | Self::ToggleTimeToScale
            | Self::ShowBehaviour
            | Self::ShowSigns
            | Self::ShowPains
            | Self::ShowVoice
            | Self::ShowWorth
            | Self::ShowGoals
            | Self::ShowPersonas
            | Self::ShowSuggestions
            | Self::ShowJourneys
            | Self::ExportReport
            | Self::ComparePeriods
            | Self::ResetFilter
            | Self::MeasureAllCustomers
            | Self::ShowMoved
            | Self::About => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_runs_two_commands() {
        let keyed: Vec<_> = Command::ALL
            .iter()
            .flat_map(|c| c.shortcut().into_iter().chain(c.other_shortcut()).map(|key| (*c, key)))
            .collect();
        for (index, (command, shortcut)) in keyed.iter().enumerate() {
            for (other, taken) in &keyed[..index] {
                assert_ne!(shortcut, taken, "{command:?} and {other:?}");
            }
        }
    }

    #[test]
    fn letters_type_and_function_keys_do_not() {
        assert!(Shortcut::plain("F").is_for_typing());
        assert!(!Shortcut::plain("F2").is_for_typing());
        assert!(Shortcut::plain("Delete").is_for_typing());
        assert!(!Shortcut::ctrl("S").is_for_typing());
    }
}
