//! A pain point: severity, who suffers, how often the team believes, and the rule by which the data answers.

use super::{edit, field_id};
use crate::insights::Behind;
use crate::measure::PainFigures;
use crate::model::{Card, CardKind, Edit, Pain, PainRule, Side};
use crate::tr;
use crate::ui::insights::behind_row;
use crate::ui::widgets::{card_ui, choice_ui, muted_ui, rating_ui, row_ui, text_field_ui};
use crate::ui::{Context, Out};
use egui::Ui;

pub fn pain_ui(ui: &mut Ui, card: &Card, pain: &Pain, cx: &Context<'_>, out: &mut Out) {
    let theme = cx.theme;
    let mut new = pain.clone();
    if let Some(severity) = rating_ui(ui, theme, &tr!("ui-severity"), pain.severity, theme.exit) {
        new.severity = severity;
    }
    let sides = [(Side::Customer, tr!("ui-side-customer")), (Side::Staff, tr!("ui-side-staff"))];
    let side = choice_ui(ui, theme, field_id(card.id, "side"), &tr!("ui-side"), &pain.side, &sides);
    new.side = side.unwrap_or(new.side);
    let typed = pain.frequency.map(|share| cx.format.decimals(share * 100.0, 0)).unwrap_or_default();
    let field = field_id(card.id, "frequency");
    if let Some(words) =
        text_field_ui(ui, theme, field, &tr!("ui-frequency"), &typed, &tr!("ui-frequency-hint"))
    {
        new.frequency = number(&words).map(|percent| (percent / 100.0).clamp(0.0, 1.0));
    }
    rule_ui(ui, card, &mut new, cx);
    if new != *pain {
        edit(out, Edit::SetCardKind { card: card.id, kind: CardKind::Pain(new) });
    }
    if let Some(measures) = cx.view.data.and_then(|data| data.measures)
        && let Some(figures) = measures.pains.iter().find(|figures| figures.card == card.id)
    {
        figures_ui(ui, card, figures, cx, out);
    }
}

/// A number as typed, with a point or a comma, perhaps with a per cent sign.
fn number(words: &str) -> Option<f64> {
    let words = words.trim().trim_end_matches('%').trim().replace(',', ".");
    words.parse().ok().filter(|value: &f64| value.is_finite())
}

/// The kinds of rules, to choose from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    None,
    WaitOver,
    ScoreAtMost,
    SentimentNegative,
    ContactedAgain,
    ChannelSwitch,
    TextContains,
    EventName,
}

impl Kind {
    const fn of(rule: Option<&PainRule>) -> Self {
        match rule {
            None => Self::None,
            Some(PainRule::WaitOver(_)) => Self::WaitOver,
            Some(PainRule::ScoreAtMost(_)) => Self::ScoreAtMost,
            Some(PainRule::SentimentNegative) => Self::SentimentNegative,
            Some(PainRule::ContactedAgain) => Self::ContactedAgain,
            Some(PainRule::ChannelSwitch) => Self::ChannelSwitch,
            Some(PainRule::TextContains(_)) => Self::TextContains,
            Some(PainRule::EventName(_)) => Self::EventName,
        }
    }

    /// A rule of this kind to begin with.
    fn rule(self) -> Option<PainRule> {
        Some(match self {
            Self::None => return None,
            Self::WaitOver => PainRule::WaitOver(300.0),
            Self::ScoreAtMost => PainRule::ScoreAtMost(2.0),
            Self::SentimentNegative => PainRule::SentimentNegative,
            Self::ContactedAgain => PainRule::ContactedAgain,
            Self::ChannelSwitch => PainRule::ChannelSwitch,
            Self::TextContains => PainRule::TextContains(String::new()),
            Self::EventName => PainRule::EventName(String::new()),
        })
    }
}

fn rule_ui(ui: &mut Ui, card: &Card, pain: &mut Pain, cx: &Context<'_>) {
    let theme = cx.theme;
    let kinds = [
        (Kind::None, tr!("ui-rule-none")),
        (Kind::WaitOver, tr!("ui-rule-wait")),
        (Kind::ScoreAtMost, tr!("ui-rule-score")),
        (Kind::SentimentNegative, tr!("ui-rule-sentiment")),
        (Kind::ContactedAgain, tr!("ui-rule-contacted")),
        (Kind::ChannelSwitch, tr!("ui-rule-switch")),
        (Kind::TextContains, tr!("ui-rule-text")),
        (Kind::EventName, tr!("ui-rule-event")),
    ];
    let kind = Kind::of(pain.rule.as_ref());
    if let Some(kind) = choice_ui(ui, theme, field_id(card.id, "rule"), &tr!("ui-rule"), &kind, &kinds) {
        pain.rule = kind.rule();
        return;
    }
    let id = field_id(card.id, "rule value");
    let shown = |value: f64| if value.fract() == 0.0 { format!("{value:.0}") } else { value.to_string() };
    match &mut pain.rule {
        Some(PainRule::WaitOver(value)) => {
            let typed = text_field_ui(ui, theme, id, &tr!("ui-rule-seconds"), &shown(*value), "");
            *value = typed.as_deref().and_then(number).filter(|value| *value >= 0.0).unwrap_or(*value);
        }
        Some(PainRule::ScoreAtMost(value)) => {
            let typed = text_field_ui(ui, theme, id, &tr!("ui-rule-score-value"), &shown(*value), "");
            *value = typed.as_deref().and_then(number).unwrap_or(*value);
        }
        Some(PainRule::TextContains(words)) => {
            let typed = text_field_ui(ui, theme, id, &tr!("ui-rule-words"), words, "");
            *words = typed.unwrap_or_else(|| words.clone());
        }
        Some(PainRule::EventName(words)) => {
            let typed = text_field_ui(ui, theme, id, &tr!("ui-rule-event-name"), words, "");
            *words = typed.unwrap_or_else(|| words.clone());
        }
        Some(PainRule::SentimentNegative | PainRule::ContactedAgain | PainRule::ChannelSwitch) | None => {}
    }
}

fn figures_ui(ui: &mut Ui, card: &Card, figures: &PainFigures, cx: &Context<'_>, out: &mut Out) {
    let (theme, format) = (cx.theme, cx.format);
    ui.add_space(6.0);
    card_ui(ui, theme, &tr!("ui-data-says"), |ui| {
        let visits = format.count(figures.visits);
        row_ui(ui, theme, &tr!("ui-pain-visits"), &visits, &tr!("ui-def-pain-visits"));
        let journeys = format.count(figures.journeys);
        let row = (tr!("ui-pain-journeys"), tr!("ui-def-pain-journeys"));
        behind_row(ui, cx, (&row.0, &row.1), &[(&journeys, &row.0, Behind::Pain(card.id))], out);
        if let Some(share) = &figures.share {
            let n = super::figures::n_words(share.of, format);
            let value = format!("{} · {n}", format.percent(share.value, 1));
            row_ui(ui, theme, &tr!("ui-pain-share"), &value, &tr!("ui-def-pain-share"));
        }
        if let Some(exits) = figures.exits_explained {
            let value = format.decimals(exits, 0);
            row_ui(ui, theme, &tr!("ui-pain-exits"), &value, &tr!("ui-def-pain-exits"));
        }
        if let Some((ratio, low, high)) = figures.risk_ratio {
            let (low, high) = (format.decimals(low, 1), format.decimals(high, 1));
            let value =
                format!("{}×  {}", format.decimals(ratio, 1), tr!("ui-interval", low = low, high = high));
            row_ui(ui, theme, &tr!("ui-risk-ratio"), &value, &tr!("ui-def-risk-ratio"));
        }
        if figures.visits == 0 {
            muted_ui(ui, theme, tr!("ui-pain-never"));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_are_read_as_people_type_them() {
        assert_eq!(number(" 12,5 % "), Some(12.5));
        assert_eq!(number("12.5"), Some(12.5));
        assert_eq!(number("often"), None);
        assert_eq!(number("NaN"), None);
    }
}
