//! Figures on their way in: bars grow from nothing, the measured curve from the middle; bars say what they are when they
//! have arrived.

use super::Overlay;

impl Overlay {
    /// The same figures with heights at a share 0…1 of what they will be. A bar that still grows has no label, which
    /// would tell the end before it is reached.
    #[must_use]
    pub fn grown(&self, share: f64) -> Self {
        let mut overlay = Self { is_growing: share < 1.0, ..self.clone() };
        for shown in overlay.touchpoints.values_mut() {
            if let Some(bar) = &mut shown.exit {
                (bar.value, bar.low, bar.high) = (bar.value * share, bar.low * share, bar.high * share);
                if share < 1.0 {
                    (bar.label, bar.note) = (String::new(), String::new());
                }
            }
            if let Some(emotion) = &mut shown.emotion {
                emotion.value *= share;
                emotion.interval = emotion.interval.map(|(low, high)| (low * share, high * share));
            }
        }
        overlay
    }
}

#[cfg(test)]
mod tests {
    use crate::model::TouchpointId;
    use crate::overlay::{Bar, Overlay, TouchpointOverlay};

    #[test]
    fn heights_grow_and_labels_come_at_the_end() {
        let bar = |value, low, high, label: &str| Bar {
            value,
            low,
            high,
            label: label.into(),
            note: String::new(),
            strong: true,
            small: false,
        };
        let with = |bar| Overlay {
            touchpoints: [(TouchpointId(1), TouchpointOverlay { exit: Some(bar), ..Default::default() })]
                .into(),
            exit_axis_max: 0.5,
            ..Overlay::default()
        };
        let whole = with(bar(0.5, 0.25, 0.75, "50 %"));
        let half = Overlay { is_growing: true, ..with(bar(0.25, 0.125, 0.375, "")) };
        assert_eq!(whole.grown(0.5), half);
        assert_eq!(whole.grown(1.0), whole);
    }
}
