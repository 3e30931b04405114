//! What customers say at each touchpoint: moods, words that are said here more than elsewhere, quotes for the map; and those
//! who say nothing.

use super::count::count_link;
use super::parts::{name_of, place_ui, words_ui};
use crate::base::fmt;
use crate::events::Sentiment;
use crate::insights::JourneySet;
use crate::insights::voice::{Quote, Silent, TouchpointVoice, Voice, quote_edit};
use crate::insights::words::estimated_mark;
use crate::model::{Card, CardKind, Edit};
use crate::scene::Element;
use crate::session::Action;
use crate::session::pages::voice::VoicePage;
use crate::text::Face;
use crate::tr;
use crate::ui::style::{c, font, prose, text};
use crate::ui::widgets::{
    Segment, bare_field_ui, button_ui, card_ui, link_ui, muted_ui, section_ui, slider_look, split_bar_ui,
};
use crate::ui::{Context, Out};
use egui::{CollapsingHeader, Frame, Id, Label, Margin, Sense, Slider, Stroke, Ui, vec2};

/// Width of a dot before a mood.
const DOT: f32 = 9.0;

pub fn voice_ui(ui: &mut Ui, page: &VoicePage, cx: &Context<'_>, out: &mut Out) {
    let Some(voice) = &page.voice else {
        ui.add(Label::new(text(tr!("ui-voice-none"), Face::Regular, 13.0, cx.theme.text_body)).wrap());
        return;
    };
    if let Some(silent) = &voice.silent {
        silent_ui(ui, silent, cx, out);
    }
    let heard = voice.touchpoints.iter().filter(|of| is_heard(of));
    let mut is_any = false;
    for of in heard {
        is_any = true;
        ui.push_id(of.touchpoint, |ui| card_ui(ui, cx.theme, "", |ui| touchpoint_ui(ui, of, cx, out)));
    }
    if !is_any {
        muted_ui(ui, cx.theme, tr!("ui-voice-no-comments"));
    }
    own_words_ui(ui, voice, cx, out);
}

fn is_heard(of: &TouchpointVoice) -> bool {
    of.comments > 0 || of.net.is_some() || of.response_rate.is_some_and(|rate| rate > 0.0)
}

/// Low scores that nobody heard more of.
fn silent_ui(ui: &mut Ui, silent: &Silent, cx: &Context<'_>, out: &mut Out) {
    card_ui(ui, cx.theme, &tr!("ui-voice-silent"), |ui| {
        ui.add(Label::new(prose(silent.sentence(cx.format), Face::Regular, 12.0, cx.theme.text_body)).wrap());
        words_ui(ui, |ui| {
            let link = |ui: &mut Ui, title: String, journeys: &JourneySet, out: &mut Out| {
                let count = cx.format.count(journeys.count());
                let words = tr!("ui-voice-journeys", title = title.as_str(), count = count);
                count_link(ui, &words, &title, journeys, out);
            };
            link(ui, tr!("ui-voice-silent-journeys"), &silent.silent, out);
            link(ui, tr!("ui-voice-low-journeys"), &silent.low, out);
        });
    });
}

fn touchpoint_ui(ui: &mut Ui, of: &TouchpointVoice, cx: &Context<'_>, out: &mut Out) {
    let (theme, format) = (cx.theme, cx.format);
    place_ui(ui, of.touchpoint, cx, out);
    words_ui(ui, |ui| {
        if of.comments > 0 {
            let title = tr!("ui-voice-comments-of", name = name_of(of.touchpoint, cx).trim());
            let words = tr!("ui-voice-comments", n = of.comments, shown = format.count(of.comments));
            count_link(ui, &words, &title, &of.journeys, out);
        }
        if let Some(rate) = of.response_rate {
            muted_ui(ui, theme, tr!("ui-voice-response", share = format.percent(rate, 0)));
        }
    });
    moods_ui(ui, of, cx, out);
    if !of.words.is_empty() {
        section_ui(ui, theme, &tr!("ui-voice-words"));
        words_ui(ui, |ui| {
            for word in &of.words {
                let title = tr!("ui-voice-word-journeys", word = word.word.as_str());
                let words = format!("{} {}", word.word, format.count(word.comments));
                let link = count_link(ui, &words, &title, &word.journeys, out);
                link.on_hover_text(tr!(
                    "ui-voice-word-hint",
                    here = format.count(word.comments),
                    elsewhere = format.count(word.elsewhere),
                    z = format.decimals(word.z, 1)
                ));
            }
        });
    }
    if !of.quotes.is_empty() {
        section_ui(ui, theme, &tr!("ui-voice-quotes"));
        for (number, quote) in of.quotes.iter().enumerate() {
            ui.push_id(number, |ui| quote_ui(ui, quote, cx, out));
        }
    }
}

/// Bad, neither and good, and how many of them a machine has guessed.
#[allow(clippy::cast_precision_loss)] // shares of counts
fn moods_ui(ui: &mut Ui, of: &TouchpointVoice, cx: &Context<'_>, out: &mut Out) {
    let (theme, format) = (cx.theme, cx.format);
    let all: u64 = of.moods.iter().map(|mood| mood.visits).sum();
    let Some(net) = of.net else { return };
    let names = [tr!("ui-voice-bad"), tr!("ui-voice-neutral"), tr!("ui-voice-good")];
    let colors = [theme.dissatisfied, theme.neutral, theme.satisfied];
    let segment = |((mood, name), color): ((&crate::insights::voice::Mood, &String), _)| {
        let label = format!("{name} {}", format.count(mood.visits));
        Segment { share: mood.visits as f64 / all.max(1) as f64, color, label }
    };
    let segments: Vec<Segment> = of.moods.iter().zip(&names).zip(colors).map(segment).collect();
    split_bar_ui(ui, 10.0, &tr!("ui-voice-moods"), &segments);
    words_ui(ui, |ui| {
        for ((mood, name), color) in of.moods.iter().zip(&names).zip(colors) {
            let (counted, journeys) =
                (format!("{name} {}", format.count(mood.visits)), mood.journeys.count());
            // A dot and its words stay on one line.
            let words = ui.painter().layout_no_wrap(counted.clone(), font(Face::Medium, 12.0), c(theme.text));
            if ui.available_size_before_wrap().x < words.size().x + DOT + ui.spacing().item_spacing.x {
                ui.end_row();
            }
            let (dot, _) = ui.allocate_exact_size(vec2(DOT, 16.0), Sense::hover());
            ui.painter().circle_filled(dot.center(), 4.0, c(color));
            if journeys == mood.visits {
                count_link(ui, &counted, name, &mood.journeys, out);
            } else {
                ui.label(text(counted, Face::Regular, 12.0, theme.text_body));
                let words = tr!("ui-paths-journeys", n = journeys, count = format.count(journeys));
                count_link(ui, &words, name, &mood.journeys, out);
            }
        }
        muted_ui(ui, theme, tr!("ui-voice-net", net = format.signed(net, 2)));
    });
    let estimated: u64 = of.moods.iter().map(|mood| mood.estimated).sum();
    if estimated > 0 {
        let count = (format.count(estimated), format.count(all));
        let words = tr!("ui-voice-estimated", mark = estimated_mark(), part = count.0, whole = count.1);
        muted_ui(ui, theme, words).on_hover_text(tr!("ui-voice-estimated-hint"));
    }
}

fn quote_ui(ui: &mut Ui, quote: &Quote, cx: &Context<'_>, out: &mut Out) {
    let theme = cx.theme;
    let frame = Frame::new()
        .fill(c(theme.quote_fill))
        .stroke(Stroke::new(1.0, c(theme.quote_border)))
        .corner_radius(8)
        .inner_margin(Margin::symmetric(10, 7));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let words = quote.quoted();
        ui.add(Label::new(text(&words, Face::Regular, 12.5, theme.text)).wrap());
        let mood = quote.mood.map(|(mood, is_estimated)| {
            let mood = match mood {
                Sentiment::Negative => tr!("ui-voice-bad"),
                Sentiment::Neutral => tr!("ui-voice-neutral"),
                Sentiment::Positive => tr!("ui-voice-good"),
            };
            if is_estimated { format!("{mood} ({})", estimated_mark()) } else { mood }
        });
        let about = [
            Some(tr!("insights-customer", name = quote.customer.as_str())),
            quote.channel.clone(),
            quote.time.map(fmt::date),
            quote.score.map(|score| tr!("ui-voice-score", score = cx.format.decimals(score, 0))),
            mood,
        ];
        // No line begins with a dot.
        muted_ui(ui, theme, about.into_iter().flatten().collect::<Vec<_>>().join("\u{a0}· "));
        ui.horizontal_wrapped(|ui| {
            // As high with a link in the button's place, so that the next quote stays where it is.
            ui.set_min_height(28.0);
            let is_it = |card: &&Card| {
                let is_quote = matches!(card.kind, CardKind::Quote { .. });
                is_quote && card.touchpoint == quote.touchpoint && card.text == words
            };
            match cx.view.map.cards.iter().find(is_it) {
                Some(card) => {
                    if link_ui(ui, theme, &tr!("ui-voice-on-map")).clicked() {
                        out.actions.push(Action::GoTo(Element::Card(card.id)));
                    }
                }
                None => {
                    let button = button_ui(ui, &tr!("ui-voice-put"));
                    if button.on_hover_text(tr!("ui-voice-put-hint")).clicked() {
                        out.actions.push(Action::Edit(quote_edit(cx.view.map, quote)));
                    }
                }
            }
            let journey = JourneySet::from(vec![quote.journey]);
            let title = tr!("insights-customer", name = quote.customer.as_str());
            count_link(ui, &tr!("ui-voice-journey"), &title, &journey, out);
        });
    });
}

/// Words to which the team gives a mood of its own.
fn own_words_ui(ui: &mut Ui, voice: &Voice, cx: &Context<'_>, out: &mut Out) {
    let own = &cx.view.map.about.word_moods;
    let title = text(tr!("ui-voice-own-words", count = own.len()), Face::SemiBold, 12.0, cx.theme.text_muted);
    CollapsingHeader::new(title).id_salt("own words").show(ui, |ui| {
        let language = tr!("ui-voice-language", language = voice.language.label());
        muted_ui(ui, cx.theme, language);
        for (word, mood) in own {
            ui.horizontal(|ui| {
                slider_look(ui, cx.theme);
                let mut value = *mood;
                let slider = ui.add(Slider::new(&mut value, -5..=5).text(word.as_str()));
                let is_done = slider.drag_stopped() || (slider.changed() && !slider.dragged());
                if is_done && value != *mood {
                    let edit = Edit::SetWordMood { word: word.clone(), mood: Some(value) };
                    out.actions.push(Action::Edit(edit));
                }
                let name = tr!("ui-voice-forget-word", word = word.as_str());
                if link_ui(ui, cx.theme, &name).clicked() {
                    out.actions.push(Action::Edit(Edit::SetWordMood { word: word.clone(), mood: None }));
                }
            });
        }
        let name = tr!("ui-voice-new-word");
        // It begins in the middle; the slider beside it then says what it is.
        if let Some(word) = bare_field_ui(ui, Id::unique("new word"), &name, "", 160.0) {
            let word = voice.language.small_letters(word.trim());
            if !word.is_empty() && !own.contains_key(&word) {
                out.actions.push(Action::Edit(Edit::SetWordMood { word, mood: Some(0) }));
            }
        }
        muted_ui(ui, cx.theme, tr!("ui-voice-own-words-hint"));
    });
}
