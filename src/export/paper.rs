//! The sizes of paper that maps are printed on and hung up as.

use crate::base::Size;
use serde::{Deserialize, Serialize};

/// Sizes of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)] // their names
pub enum Paper {
    A4,
    A3,
    A2,
    A1,
    A0,
    Letter,
}

impl Paper {
    /// All sizes, smallest first.
    pub const ALL: [Self; 6] = [Self::A4, Self::Letter, Self::A3, Self::A2, Self::A1, Self::A0];

    /// As people write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::A4 => "A4",
            Self::A3 => "A3",
            Self::A2 => "A2",
            Self::A1 => "A1",
            Self::A0 => "A0",
            Self::Letter => "Letter",
        }
    }

    /// The size of this name in any letter case.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.name().eq_ignore_ascii_case(name))
    }

    /// Upright, in points: ISO 216 and ANSI/ASME Y14.1.
    #[must_use]
    pub fn size_pt(self) -> Size {
        const PT_PER_MM: f32 = 72.0 / 25.4;
        let mm = |width: f32, height: f32| Size { width: width * PT_PER_MM, height: height * PT_PER_MM };
        match self {
            Self::A4 => mm(210.0, 297.0),
            Self::A3 => mm(297.0, 420.0),
            Self::A2 => mm(420.0, 594.0),
            Self::A1 => mm(594.0, 841.0),
            Self::A0 => mm(841.0, 1189.0),
            Self::Letter => Size { width: 612.0, height: 792.0 },
        }
    }
}
