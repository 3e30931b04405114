//! Satisfaction at a touchpoint: the mean, who is satisfied and who is not, and the drawn against the measured emotion.

use super::figures::n_words;
use super::touchpoint_name;
use crate::base::Color;
use crate::insights::{Behind, Here};
use crate::measure::{Rated, SatisfactionFigures, Spread, TouchpointFigures};
use crate::text::Face;
use crate::theme::Theme;
use crate::tr;
use crate::ui::insights::behind_link;
use crate::ui::style::text;
use crate::ui::widgets::{Segment, card_ui, muted_ui, row_ui, split_bar_ui};
use crate::ui::{Context, Out};
use egui::Ui;

#[allow(clippy::cast_precision_loss)] // shares of counts
pub fn satisfaction_ui(
    ui: &mut Ui,
    figures: &TouchpointFigures,
    is_summary: bool,
    cx: &Context<'_>,
    out: &mut Out,
) {
    let Some(satisfaction) = &figures.satisfaction else { return };
    let (theme, format) = (cx.theme, cx.format);
    let here = touchpoint_name(cx, figures.touchpoint);
    let here = here.as_str();
    let link = |ui: &mut Ui, words: &str, title: String, answers: Here, out: &mut Out| {
        if is_summary {
            muted_ui(ui, theme, words);
        } else {
            behind_link(ui, words, &title, &Behind::At(figures.touchpoint, answers), out);
        }
    };
    card_ui(ui, theme, &tr!("ui-satisfaction"), |ui| {
        ui.horizontal(|ui| {
            let big = text(format.decimals(satisfaction.mean, 1), Face::Bold, 28.0, theme.measured);
            ui.label(big).on_hover_text(tr!("ui-def-satisfaction"));
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                ui.add_space(4.0);
                let max = format.decimals(satisfaction.scale.max, 0);
                ui.horizontal_wrapped(|ui| {
                    muted_ui(ui, theme, tr!("ui-of-scale", max = max));
                    link(
                        ui,
                        &n_words(satisfaction.n, format),
                        tr!("ui-behind-scored", name = here),
                        Here::Scored,
                        out,
                    );
                });
                if let Some((low, high)) = satisfaction.interval() {
                    let (low, high) = (format.decimals(low, 2), format.decimals(high, 2));
                    muted_ui(ui, theme, tr!("ui-interval", low = low, high = high));
                }
            });
        });
        let share = |count: u64| format.percent(count as f64 / satisfaction.n.max(1) as f64, 0);
        match &satisfaction.spread {
            Some(spread) => {
                split_bar_ui(ui, 14.0, &tr!("ui-satisfaction"), &segments(satisfaction, spread, theme));
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing.x = 10.0;
                    for (rated, key, count) in [
                        (Rated::Satisfied, "satisfied", spread.satisfied),
                        (Rated::Dissatisfied, "dissatisfied", spread.dissatisfied),
                        (Rated::Neutral, "neutral", spread.neutral),
                    ] {
                        let words = tr!("ui-rated", rated = key, share = share(count));
                        let title = tr!("ui-behind-rated", rated = key, name = here);
                        link(ui, &words, title, Here::Rated(rated), out);
                    }
                });
            }
            None => {
                muted_ui(ui, theme, tr!("ui-mean-as-given"));
            }
        }
        let measured = format.signed(satisfaction.emotion, 1);
        let drawn = cx.view.persona.and_then(|persona| persona.emotions.get(&figures.touchpoint));
        let value = match drawn {
            Some(drawn) => {
                let gap = format.signed(drawn.value() - satisfaction.emotion, 1);
                tr!("ui-emotion-gap", drawn = format.signed(drawn.value(), 1), measured = measured, gap = gap)
            }
            None => measured,
        };
        row_ui(ui, theme, &tr!("ui-emotion"), &value, &tr!("ui-def-emotion"));
        if let Some(nps) = satisfaction.nps {
            row_ui(ui, theme, &tr!("ui-nps"), &format.signed(nps, 0), &tr!("ui-def-nps"));
        }
    });
}

/// One part per score from worst to best where there are few, else the three groups.
#[allow(clippy::cast_precision_loss)] // shares of counts
fn segments(satisfaction: &SatisfactionFigures, spread: &Spread, theme: &Theme) -> Vec<Segment> {
    let n = satisfaction.n.max(1) as f64;
    let color = |unit: f64| -> Color {
        match Rated::of(unit) {
            Rated::Dissatisfied if unit <= 0.0 => theme.dissatisfied,
            Rated::Dissatisfied => theme.rather_dissatisfied,
            Rated::Neutral => theme.neutral,
            Rated::Satisfied if unit < 1.0 => theme.rather_satisfied,
            Rated::Satisfied => theme.satisfied,
        }
    };
    if spread.distribution.is_empty() {
        let groups = [
            (spread.dissatisfied, theme.dissatisfied),
            (spread.neutral, theme.neutral),
            (spread.satisfied, theme.satisfied),
        ];
        return groups
            .into_iter()
            .map(|(count, color)| Segment { share: count as f64 / n, color, label: String::new() })
            .collect();
    }
    let part = |(score, count): &(f64, u64)| Segment {
        share: *count as f64 / n,
        color: color(satisfaction.scale.unit(*score)),
        label: tr!("ui-score-count", score = format!("{score}"), count = *count),
    };
    spread.distribution.iter().map(part).collect()
}
