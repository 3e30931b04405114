//! The one list of commands that feeds menus, shortcuts, tooltips, the palette, the shortcut sheet and the docs.

use crate::tr;

macro_rules! commands {
    ($($name:ident, $menu:ident, $key:literal;)*) => {
        /// A command without arguments; it acts on the open map and the selection.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[allow(missing_docs)] // the names say it; the words are in assets/lang
        pub enum Command {
            $($name,)*
        }

        impl Command {
            /// All commands in the order of the menus.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// What it is called, in the user's language.
            #[must_use]
            pub fn label(self) -> String {
                match self {
                    $(Self::$name => tr!($key),)*
                }
            }

            /// The menu it stands in.
            #[must_use]
            pub const fn menu(self) -> Menu {
                match self {
                    $(Self::$name => Menu::$menu,)*
                }
            }
        }
    };
}

commands! {
    NewMap, File, "session-new-map";
    OpenFile, File, "session-open-file";
    Save, File, "session-save";
    SaveAs, File, "session-save-as";
    SaveAsTemplate, File, "session-save-as-template";
    ShowVersions, File, "session-show-versions";
    CopyAsToBe, File, "session-copy-as-to-be";
    Export, File, "session-export";
    ExportReport, File, "session-export-report";
    Welcome, File, "session-welcome";
    Quit, File, "session-quit";
    Undo, Edit, "session-undo";
    Redo, Edit, "session-redo";
    EditText, Edit, "session-edit-text";
    Duplicate, Edit, "session-duplicate";
    Cut, Edit, "session-cut";
    Copy, Edit, "session-copy";
    Paste, Edit, "session-paste";
    CopyPicture, Edit, "session-copy-picture";
    Delete, Edit, "session-delete";
    SelectAll, Edit, "session-select-all";
    SelectSameKind, Edit, "session-select-same-kind";
    SelectLane, Edit, "session-select-lane";
    SelectStage, Edit, "session-select-stage";
    SelectNone, Edit, "session-select-none";
    Find, Edit, "session-find";
    Replace, Edit, "session-replace";
    FindNext, Edit, "session-find-next";
    FindPrevious, Edit, "session-find-previous";
    AddStage, Edit, "session-add-stage";
    AddTouchpoint, Edit, "session-add-touchpoint";
    AddPain, Edit, "session-add-pain";
    AddOpportunity, Edit, "session-add-opportunity";
    AddQuote, Edit, "session-add-quote";
    AddNote, Edit, "session-add-note";
    AddPicture, Edit, "session-add-picture";
    AddPersona, Edit, "session-add-persona";
    ToggleMomentOfTruth, Edit, "session-toggle-moment-of-truth";
    ToggleGoal, Edit, "session-toggle-goal";
    ToggleContact, Edit, "session-toggle-contact";
    EmotionMinus2, Edit, "session-emotion-minus-2";
    EmotionMinus1, Edit, "session-emotion-minus-1";
    EmotionZero, Edit, "session-emotion-zero";
    EmotionPlus1, Edit, "session-emotion-plus-1";
    EmotionPlus2, Edit, "session-emotion-plus-2";
    BeginToBe, Edit, "session-begin-to-be";
    ToggleCurve, Edit, "session-toggle-curve";
    ColorAuto, Edit, "session-color-auto";
    ColorIndigo, Edit, "session-color-indigo";
    ColorBlue, Edit, "session-color-blue";
    ColorTeal, Edit, "session-color-teal";
    ColorGreen, Edit, "session-color-green";
    ColorPurple, Edit, "session-color-purple";
    ColorAmber, Edit, "session-color-amber";
    ColorRed, Edit, "session-color-red";
    ColorGrey, Edit, "session-color-grey";
    Tag, Edit, "session-tag";
    EvidenceFound, Edit, "session-evidence-found";
    EvidenceAssumed, Edit, "session-evidence-assumed";
    EvidenceQuoted, Edit, "session-evidence-quoted";
    EvidenceMeasured, Edit, "session-evidence-measured";
    MoveLeft, Arrange, "session-move-left";
    MoveRight, Arrange, "session-move-right";
    MoveUp, Arrange, "session-move-up";
    MoveDown, Arrange, "session-move-down";
    WidenCard, Arrange, "session-widen-card";
    NarrowCard, Arrange, "session-narrow-card";
    SplitTouchpoint, Arrange, "session-split-touchpoint";
    MergeTouchpoints, Arrange, "session-merge-touchpoints";
    SplitStage, Arrange, "session-split-stage";
    MergeStages, Arrange, "session-merge-stages";
    AddChannelsLane, Arrange, "session-add-channels-lane";
    AddEmotionLane, Arrange, "session-add-emotion-lane";
    AddExitsLane, Arrange, "session-add-exits-lane";
    AddSatisfactionLane, Arrange, "session-add-satisfaction-lane";
    AddThoughtsLane, Arrange, "session-add-thoughts-lane";
    AddQuotesLane, Arrange, "session-add-quotes-lane";
    AddPainsLane, Arrange, "session-add-pains-lane";
    AddOpportunitiesLane, Arrange, "session-add-opportunities-lane";
    AddBackstageLane, Arrange, "session-add-backstage-lane";
    AddMetricsLane, Arrange, "session-add-metrics-lane";
    AddNotesLane, Arrange, "session-add-notes-lane";
    AddImagesLane, Arrange, "session-add-images-lane";
    CollapseLane, Arrange, "session-collapse-lane";
    PinLane, Arrange, "session-pin-lane";
    HideLane, Arrange, "session-hide-lane";
    ShowHiddenLanes, Arrange, "session-show-hidden-lanes";
    Present, View, "session-present";
    PresentFromSelection, View, "session-present-from-selection";
    TogglePresenterView, View, "session-toggle-presenter-view";
    SwapScreens, View, "session-swap-screens";
    ToggleStagesOnly, View, "session-toggle-stages-only";
    ToggleRevealsLast, View, "session-toggle-reveals-last";
    ToggleReveal, View, "session-toggle-reveal";
    ToggleBigText, View, "session-toggle-big-text";
    ToggleReducedMotion, View, "session-toggle-reduced-motion";
    ToggleInspector, View, "session-toggle-inspector";
    ToggleDataBar, View, "session-toggle-data-bar";
    ToggleDarkTheme, View, "session-toggle-dark-theme";
    ToggleHistory, View, "session-toggle-history";
    CloseComparison, View, "session-close-comparison";
    ToggleMinimap, View, "session-toggle-minimap";
    TogglePaths, View, "session-toggle-paths";
    ShowMorePaths, View, "session-show-more-paths";
    ShowFewerPaths, View, "session-show-fewer-paths";
    ToggleTimeToScale, View, "session-toggle-time-to-scale";
    ZoomIn, View, "session-zoom-in";
    ZoomOut, View, "session-zoom-out";
    ZoomFit, View, "session-zoom-fit";
    Zoom100, View, "session-zoom-100";
    ZoomSelection, View, "session-zoom-selection";
    GoLeft, View, "session-go-left";
    GoRight, View, "session-go-right";
    GoUp, View, "session-go-up";
    GoDown, View, "session-go-down";
    ExtendLeft, View, "session-extend-left";
    ExtendRight, View, "session-extend-right";
    ExtendUp, View, "session-extend-up";
    ExtendDown, View, "session-extend-down";
    ImportData, Data, "session-import-data";
    RefreshData, Data, "session-refresh-data";
    ShowMoved, Data, "session-show-moved";
    ShowMapping, Data, "session-show-mapping";
    ToggleTray, Data, "session-toggle-tray";
    ShowRejected, Data, "session-show-rejected";
    ShowCharts, Data, "session-show-charts";
    ToggleInsights, Data, "session-toggle-insights";
    ShowFindings, Data, "session-show-findings";
    ShowChannels, Data, "session-show-channels";
    ShowChanges, Data, "session-show-changes";
    ShowPaths, Data, "session-show-paths";
    ShowWhatIf, Data, "session-show-what-if";
    ShowBehaviour, Data, "session-show-behaviour";
    ShowSigns, Data, "session-show-signs";
    ShowPains, Data, "session-show-pains";
    ShowVoice, Data, "session-show-voice";
    ShowWorth, Data, "session-show-worth";
    ShowGoals, Data, "session-show-goals";
    ShowPersonas, Data, "session-show-personas";
    ShowSuggestions, Data, "session-show-suggestions";
    ShowJourneys, Data, "session-show-journeys";
    NextJourney, Data, "session-next-journey";
    PreviousJourney, Data, "session-previous-journey";
    ComparePeriods, Data, "session-compare-periods";
    MeasureAllCustomers, Data, "session-measure-all-customers";
    ResetFilter, Data, "session-reset-filter";
    ToggleWorkshop, Workshop, "session-toggle-workshop";
    ShowAgenda, Workshop, "session-show-agenda";
    ToggleTimer, Workshop, "session-toggle-timer";
    AddMinute, Workshop, "session-add-minute";
    AddFiveMinutes, Workshop, "session-add-five-minutes";
    NextStep, Workshop, "session-next-step";
    PreviousStep, Workshop, "session-previous-step";
    ToggleBigTimer, Workshop, "session-toggle-big-timer";
    ToggleSound, Workshop, "session-toggle-sound";
    TryBell, Workshop, "session-try-bell";
    ShowGuesses, Workshop, "session-show-guesses";
    ShowDots, Workshop, "session-show-dots";
    ToggleVote, Workshop, "session-toggle-vote";
    NextVoter, Workshop, "session-next-voter";
    TypePaperVotes, Workshop, "session-type-paper-votes";
    ShowPriorities, Workshop, "session-show-priorities";
    ToggleMatrix, Workshop, "session-toggle-matrix";
    ExportActions, Workshop, "session-export-actions";
    Park, Workshop, "session-park";
    ShowParkingLot, Workshop, "session-show-parking-lot";
    ShowPalette, Help, "session-show-palette";
    ShowShortcuts, Help, "session-show-shortcuts";
    About, Help, "session-about";
}

/// The menus of the top bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Menu {
    File,
    Edit,
    Arrange,
    View,
    Data,
    Workshop,
    Help,
}

impl Command {
    /// False for what can be done on the welcome page too.
    #[must_use]
    pub const fn needs_map(self) -> bool {
        !matches!(
            self,
            Self::NewMap
                | Self::OpenFile
                | Self::Quit
                | Self::ToggleReducedMotion
                | Self::ToggleDarkTheme
                | Self::ImportData
                | Self::ShowPalette
                | Self::ShowShortcuts
                | Self::About
        )
    }
}

impl Menu {
    /// All menus from left to right.
    pub const ALL: [Self; 7] =
        [Self::File, Self::Edit, Self::Arrange, Self::View, Self::Data, Self::Workshop, Self::Help];

    /// What it is called, in the user's language.
    #[must_use]
    pub fn label(self) -> String {
        match self {
            Self::File => tr!("session-menu-file"),
            Self::Edit => tr!("session-menu-edit"),
            Self::Arrange => tr!("session-menu-arrange"),
            Self::View => tr!("session-menu-view"),
            Self::Data => tr!("session-menu-data"),
            Self::Workshop => tr!("session-menu-workshop"),
            Self::Help => tr!("session-menu-help"),
        }
    }

    /// Ways to select.
    pub const SELECTION: &[Command] = &[
        Command::SelectAll,
        Command::SelectSameKind,
        Command::SelectLane,
        Command::SelectStage,
        Command::SelectNone,
    ];

    /// What can be put onto the map, lanes aside.
    pub const ADDED: &[Command] = &[
        Command::AddStage,
        Command::AddTouchpoint,
        Command::AddPain,
        Command::AddOpportunity,
        Command::AddQuote,
        Command::AddNote,
        Command::AddPicture,
        Command::AddPersona,
    ];

    /// The values that a key can give the emotion.
    pub const EMOTIONS: &[Command] = &[
        Command::EmotionPlus2,
        Command::EmotionPlus1,
        Command::EmotionZero,
        Command::EmotionMinus1,
        Command::EmotionMinus2,
    ];

    /// The colours of cards and stages.
    pub const COLORS: &[Command] = &[
        Command::ColorAuto,
        Command::ColorIndigo,
        Command::ColorBlue,
        Command::ColorTeal,
        Command::ColorGreen,
        Command::ColorPurple,
        Command::ColorAmber,
        Command::ColorRed,
        Command::ColorGrey,
    ];

    /// How well founded cards are.
    pub const EVIDENCE: &[Command] = &[
        Command::EvidenceFound,
        Command::EvidenceAssumed,
        Command::EvidenceQuoted,
        Command::EvidenceMeasured,
    ];

    /// A lane of each kind.
    pub const NEW_LANES: &[Command] = &[
        Command::AddChannelsLane,
        Command::AddEmotionLane,
        Command::AddExitsLane,
        Command::AddSatisfactionLane,
        Command::AddThoughtsLane,
        Command::AddQuotesLane,
        Command::AddPainsLane,
        Command::AddOpportunitiesLane,
        Command::AddBackstageLane,
        Command::AddMetricsLane,
        Command::AddNotesLane,
        Command::AddImagesLane,
    ];

    /// What the data says.
    pub const INSIGHTS: &[Command] = &[
        Command::ShowFindings,
        Command::ShowChannels,
        Command::ShowChanges,
        Command::ShowPaths,
        Command::ShowWhatIf,
        Command::ShowBehaviour,
        Command::ShowSigns,
        Command::ShowPains,
        Command::ShowVoice,
        Command::ShowWorth,
        Command::ShowGoals,
        Command::ShowPersonas,
        Command::ShowSuggestions,
        Command::ShowJourneys,
        Command::NextJourney,
        Command::PreviousJourney,
    ];

    /// The map before an audience.
    pub const PRESENTATION: &[Command] = &[
        Command::Present,
        Command::PresentFromSelection,
        Command::TogglePresenterView,
        Command::SwapScreens,
        Command::ToggleStagesOnly,
        Command::ToggleRevealsLast,
    ];

    /// What a group is called that stands in a menu of its own; none for the others.
    #[must_use]
    pub fn submenu(group: &[Command]) -> Option<String> {
        match group.first()? {
            Command::SelectAll => Some(tr!("session-submenu-select")),
            Command::AddStage => Some(tr!("session-submenu-add")),
            Command::EmotionPlus2 => Some(tr!("session-submenu-emotion")),
            Command::ColorAuto => Some(tr!("session-submenu-color")),
            Command::EvidenceFound => Some(tr!("session-submenu-evidence")),
            Command::ExtendLeft => Some(tr!("session-submenu-extend")),
            Command::AddChannelsLane => Some(tr!("session-submenu-add-lane")),
            Command::Present => Some(tr!("session-submenu-present")),
            Command::ShowFindings => Some(tr!("session-submenu-insights")),
            _ => None,
        }
    }

    /// Its commands in groups, which lines part.
    #[must_use]
    pub const fn groups(self) -> &'static [&'static [Command]] {
        use Command as C;
        match self {
            Self::File => &[
                &[C::NewMap, C::OpenFile, C::Welcome],
                &[C::Save, C::SaveAs, C::SaveAsTemplate],
                &[C::ShowVersions, C::CopyAsToBe],
                &[C::Export, C::ExportReport],
                &[C::Quit],
            ],
            Self::Edit => &[
                &[C::Undo, C::Redo],
                &[C::Cut, C::Copy, C::Paste, C::CopyPicture],
                &[C::EditText, C::Duplicate, C::Delete],
                Self::SELECTION,
                &[C::Find, C::Replace, C::FindNext, C::FindPrevious],
                Self::ADDED,
                &[C::ToggleMomentOfTruth, C::ToggleGoal, C::ToggleContact],
                Self::EMOTIONS,
                &[C::BeginToBe, C::ToggleCurve],
                Self::COLORS,
                &[C::Tag],
                Self::EVIDENCE,
            ],
            Self::Arrange => &[
                &[C::MoveLeft, C::MoveRight, C::MoveUp, C::MoveDown],
                &[C::WidenCard, C::NarrowCard],
                &[C::SplitTouchpoint, C::MergeTouchpoints, C::SplitStage, C::MergeStages],
                Self::NEW_LANES,
                &[C::CollapseLane, C::PinLane, C::HideLane, C::ShowHiddenLanes],
            ],
            Self::View => &[
                Self::PRESENTATION,
                &[C::ToggleReveal, C::CloseComparison],
                &[C::TogglePaths, C::ShowMorePaths, C::ShowFewerPaths, C::ToggleTimeToScale],
                &[C::ToggleInspector, C::ToggleDataBar, C::ToggleHistory, C::ToggleMinimap],
                &[C::ToggleDarkTheme, C::ToggleBigText, C::ToggleReducedMotion],
                &[C::ZoomIn, C::ZoomOut, C::ZoomFit, C::ZoomSelection, C::Zoom100],
                &[C::GoLeft, C::GoRight, C::GoUp, C::GoDown],
                &[C::ExtendLeft, C::ExtendRight, C::ExtendUp, C::ExtendDown],
            ],
            Self::Data => &[
                &[C::ImportData],
                &[C::RefreshData, C::ShowMoved],
                &[C::ShowMapping, C::ToggleTray, C::ShowRejected],
                &[C::ComparePeriods, C::MeasureAllCustomers, C::ResetFilter],
                &[C::ShowCharts, C::ToggleInsights],
                Self::INSIGHTS,
            ],
            Self::Workshop => &[
                &[C::ToggleWorkshop],
                &[
                    C::ShowAgenda,
                    C::ToggleTimer,
                    C::AddMinute,
                    C::AddFiveMinutes,
                    C::NextStep,
                    C::PreviousStep,
                    C::ToggleBigTimer,
                    C::ToggleSound,
                    C::TryBell,
                ],
                &[C::ShowGuesses],
                &[C::ShowDots, C::ToggleVote, C::NextVoter, C::TypePaperVotes],
                &[C::ShowPriorities, C::ToggleMatrix, C::ExportActions],
                &[C::Park, C::ShowParkingLot],
            ],
            Self::Help => &[&[C::ShowPalette, C::ShowShortcuts], &[C::About]],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_stands_in_its_menu_once() {
        for command in Command::ALL {
            let places = Menu::ALL.iter().flat_map(|menu| {
                menu.groups().iter().flat_map(|group| group.iter()).filter(|c| *c == command).map(|_| *menu)
            });
            assert_eq!(places.collect::<Vec<_>>(), [command.menu()], "{command:?}");
        }
    }

    #[test]
    fn every_command_has_words() {
        for command in Command::ALL {
            assert!(!command.label().starts_with("session-"), "{command:?}");
        }
    }
}
