//! What each edit is called in undo, redo and the history.

use super::clip::ClipKind;
use super::edit::{Edit, EditName, Flag};
use crate::base::lang::{Args, words};

impl EditName {
    /// The name in the user's language: `Move 3 cards`.
    #[must_use]
    pub fn text(&self) -> String {
        let mut args = Args::new();
        args.set("count", self.count);
        words().text(self.key, Some(&args))
    }
}

impl Edit {
    /// What the undo step of this edit is called.
    #[must_use]
    pub fn name(&self) -> EditName {
        let count = match self {
            Self::Batch { name, .. } => return name.clone(),
            Self::MoveTouchpoints { touchpoints, .. }
            | Self::MoveTouchpointsBy { touchpoints, .. }
            | Self::DuplicateTouchpoints { touchpoints }
            | Self::MergeTouchpoints { touchpoints }
            | Self::RemoveTouchpoints { touchpoints } => touchpoints.len(),
            Self::MergeStages { stages } => stages.len(),
            Self::SetVotes { cards, .. }
            | Self::SetCardColor { cards, .. }
            | Self::DuplicateCards { cards }
            | Self::MoveCardsBy { cards, .. }
            | Self::MoveCards { cards, .. }
            | Self::RemoveCards { cards } => cards.len(),
            Self::SetTags { cards, touchpoints, .. } | Self::SetTag { cards, touchpoints, .. } => {
                cards.len() + touchpoints.len()
            }
            Self::PasteTable { cells, .. } => {
                cells.iter().flatten().filter(|cell| !cell.trim().is_empty()).count()
            }
            Self::PasteClip { clip, .. } => clip.count(),
            _ => 1,
        };
        EditName { key: self.key(), count }
    }

    /// The message key of the name.
    fn key(&self) -> &'static str {
        match self {
            Self::SetTitle(_) => "model-edit-set-title",
            Self::SetMapKind(_) => "model-edit-set-map-kind",
            Self::SetDescription(_) => "model-edit-set-description",
            Self::SetSmallestGroup(_) => "model-edit-set-smallest-group",
            Self::AddTarget(_) => "model-edit-add-target",
            Self::SetTarget { .. } => "model-edit-set-target",
            Self::RemoveTarget { .. } => "model-edit-remove-target",
            Self::SetWordMood { .. } => "model-edit-set-word-mood",
            Self::SetReviewed(_) => "model-edit-set-reviewed",
            Self::SetThresholds(_) => "model-edit-set-thresholds",
            Self::SetDismissed { why: Some(_), .. } => "model-edit-dismiss-finding",
            Self::SetDismissed { why: None, .. } => "model-edit-restore-finding",
            Self::SetFindingSlide { slide: Some(_), .. } => "model-edit-put-on-slide",
            Self::SetFindingSlide { slide: None, .. } => "model-edit-take-off-slide",
            Self::AddStage { .. } => "model-edit-add-stage",
            Self::RenameStage { .. } => "model-edit-rename-stage",
            Self::MoveStage { .. } => "model-edit-move-stage",
            Self::SetStagePalette { .. } => "model-edit-set-stage-colour",
            Self::SplitStage { .. } => "model-edit-split-stage",
            Self::MergeStages { .. } => "model-edit-merge-stages",
            Self::DuplicateStage { .. } => "model-edit-duplicate-stage",
            Self::RemoveStage { .. } => "model-edit-remove-stage",
            Self::AddTouchpoint { .. } => "model-edit-add-touchpoint",
            Self::RenameTouchpoint { .. } => "model-edit-rename-touchpoint",
            Self::MoveTouchpoints { .. } | Self::MoveTouchpointsBy { .. } => "model-edit-move-touchpoints",
            Self::DuplicateTouchpoints { .. } => "model-edit-duplicate-touchpoints",
            Self::SplitTouchpoint { .. } => "model-edit-split-touchpoint",
            Self::MergeTouchpoints { .. } => "model-edit-merge-touchpoints",
            Self::SetTags { .. } => "model-edit-set-tags",
            Self::SetTag { on: true, .. } => "model-edit-add-tag",
            Self::SetTag { on: false, .. } => "model-edit-remove-tag",
            Self::SetFlag { flag, on, .. } => match (flag, on) {
                (Flag::Goal, true) => "model-edit-mark-goal",
                (Flag::Goal, false) => "model-edit-unmark-goal",
                (Flag::Contact, true) => "model-edit-mark-contact",
                (Flag::Contact, false) => "model-edit-unmark-contact",
                (Flag::MomentOfTruth, true) => "model-edit-mark-moment-of-truth",
                (Flag::MomentOfTruth, false) => "model-edit-unmark-moment-of-truth",
            },
            Self::SetChannels { .. } => "model-edit-set-channels",
            Self::SetOwner { .. } => "model-edit-set-owner",
            Self::SetTouchpointDescription { .. } => "model-edit-set-touchpoint-description",
            Self::RemoveTouchpoints { .. } => "model-edit-remove-touchpoints",
            Self::SetEmotion { emotion: Some(_), .. } => "model-edit-set-emotion",
            Self::SetEmotion { emotion: None, .. } => "model-edit-remove-emotion",
            Self::AddLane { .. } => "model-edit-add-lane",
            Self::RenameLane { .. } => "model-edit-rename-lane",
            Self::MoveLane { .. } => "model-edit-move-lane",
            Self::SetLaneHidden { hidden: true, .. } => "model-edit-hide-lane",
            Self::SetLaneHidden { hidden: false, .. } => "model-edit-show-lane",
            Self::SetLanePinned { pinned: true, .. } => "model-edit-pin-lane",
            Self::SetLanePinned { pinned: false, .. } => "model-edit-unpin-lane",
            Self::SetLaneCollapsed { collapsed: true, .. } => "model-edit-collapse-lane",
            Self::SetLaneCollapsed { collapsed: false, .. } => "model-edit-expand-lane",
            Self::SetLanePersonas { .. } => "model-edit-set-lane-personas",
            Self::DuplicateLane { .. } => "model-edit-duplicate-lane",
            Self::RemoveLane { .. } => "model-edit-remove-lane",
            Self::PinCard { .. } => "model-edit-pin-card",
            Self::AddCard { .. } => "model-edit-add-card",
            Self::SetCardText { .. } => "model-edit-set-card-text",
            Self::SetCardKind { .. } => "model-edit-set-card-kind",
            Self::SetEvidence { .. } => "model-edit-set-evidence",
            Self::SetSpan { .. } => "model-edit-set-span",
            Self::SetVotes { .. } => "model-edit-set-votes",
            Self::SetCardColor { .. } => "model-edit-set-card-colour",
            Self::DuplicateCards { .. } => "model-edit-duplicate-cards",
            Self::MoveCards { .. } | Self::MoveCardsBy { .. } => "model-edit-move-cards",
            Self::RemoveCards { .. } => "model-edit-remove-cards",
            Self::AddPersona(_) => "model-edit-add-persona",
            Self::SetPersona { .. } | Self::RenamePersona { .. } | Self::SetPersonaQuote { .. } => {
                "model-edit-set-persona"
            }
            Self::RemovePersona { .. } => "model-edit-remove-persona",
            Self::AddChannel(_) => "model-edit-add-channel",
            Self::SetChannel { .. } => "model-edit-set-channel",
            Self::SetSelfService { on: true, .. } => "model-edit-mark-self-service",
            Self::SetSelfService { on: false, .. } => "model-edit-unmark-self-service",
            Self::RemoveChannel { .. } => "model-edit-remove-channel",
            Self::AddSource(_) => "model-edit-add-source",
            Self::SetSource(_) => "model-edit-set-source",
            Self::RemoveSource { .. } => "model-edit-remove-source",
            Self::SetRolesOfTouchpoints { .. } => "model-edit-set-roles",
            Self::PasteTable { .. } => "model-edit-paste-table",
            Self::PasteClip { clip, .. } => match clip.kind {
                ClipKind::Stages => "model-edit-paste-stages",
                ClipKind::Touchpoints => "model-edit-paste-touchpoints",
                ClipKind::Lanes => "model-edit-paste-lanes",
                ClipKind::Cards => "model-edit-paste-cards",
            },
            Self::TakeSnapshot { .. } => "model-edit-take-snapshot",
            Self::RenameSnapshot { .. } => "model-edit-rename-snapshot",
            Self::RemoveSnapshot { .. } => "model-edit-remove-snapshot",
            Self::RestoreSnapshot { .. } => "model-edit-restore-snapshot",
            Self::SetAgenda(_) => "model-edit-set-agenda",
            Self::SetGuess { .. } => "model-edit-set-guess",
            Self::RemoveGuesses { .. } => "model-edit-remove-guesses",
            Self::OpenVoting { .. } => "model-edit-open-voting",
            Self::CastVotes(_) => "model-edit-cast-votes",
            Self::RemoveBallot { .. } => "model-edit-remove-ballot",
            Self::CloseVoting => "model-edit-close-voting",
            Self::Park(_) => "model-edit-park",
            Self::SetParked { .. } => "model-edit-set-parked",
            Self::RemoveParked { .. } => "model-edit-remove-parked",
            Self::ParkedToCard { .. } => "model-edit-parked-to-card",
            Self::Batch { name, .. } => name.key,
        }
    }
}
