//! One journey: everything that happened over all channels, in time, with the waits between.

use super::count::is_survey;
use super::journeys::{identity_ui, minute, status_color, status_words};
use crate::base::Timestamp;
use crate::events::Sentiment;
use crate::export::story_markdown;
use crate::insights::customer::{Moment, Story};
use crate::insights::findings::Teller;
use crate::measure::small_groups::SmallGroups;
use crate::scene::Element;
use crate::session::pages::journeys::JourneyList;
use crate::session::{Action, Command, InsightsAction, Request};
use crate::text::Face;
use crate::tr;
use crate::ui::keys::label_with_keys;
use crate::ui::style::{c, text};
use crate::ui::widgets::{enabled_button_ui, link_ui, muted_ui};
use crate::ui::{Context, Out};
use egui::{Label, ScrollArea, Sense, Spinner, Stroke, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

/// Room for the line at the left on which events stand.
const RAIL: f32 = 22.0;

pub fn story_ui(ui: &mut Ui, journey: u32, page: &JourneyList, cx: &Context<'_>, out: &mut Out) {
    let all = cx.format.count(page.journeys.count());
    if link_ui(ui, cx.theme, &tr!("ui-story-all", count = all.as_str())).clicked() {
        out.actions.push(Action::Insights(InsightsAction::PickJourney(None)));
    }
    if !page.opened.title.is_empty() {
        muted_ui(ui, cx.theme, &page.opened.title);
    }
    ui.horizontal(|ui| {
        let step = |ui: &mut Ui, command: Command, out: &mut Out| {
            let button = enabled_button_ui(ui, cx.session.can_run(command), &command.label());
            if button.on_hover_text(label_with_keys(ui.ctx(), command)).clicked() {
                out.command(command);
            }
        };
        step(ui, Command::PreviousJourney, out);
        step(ui, Command::NextJourney, out);
        if let Some((place, count)) = cx.session.insights().place_in_list(journey) {
            let (place, count) = (cx.format.count(place as u64 + 1), cx.format.count(count as u64));
            ui.label(text(
                tr!("ui-story-place", place = place, count = count),
                Face::Regular,
                12.0,
                cx.theme.text_body,
            ));
        }
    });
    let Some((story, data)) = cx.session.shown_journey().zip(cx.view.data) else {
        ui.add(Spinner::new().size(14.0));
        return;
    };
    ui.add_space(4.0);
    head_ui(ui, story, cx);
    let teller =
        Teller { map: cx.view.map, log: &data.loaded.log, format: *cx.format, small: SmallGroups(0) };
    if link_ui(ui, cx.theme, &tr!("ui-story-copy")).clicked() {
        out.requests.push(Request::CopyText(story_markdown(story, &teller)));
    }
    identity_ui(ui, cx, out);
    ui.add_space(4.0);
    ScrollArea::vertical().id_salt(("story", journey)).auto_shrink([false, false]).show(ui, |ui| {
        let mut before: Option<Timestamp> = None;
        for (number, moment) in story.moments.iter().enumerate() {
            let pause = before.zip(moment.time).filter(|_| !is_survey(cx));
            if let Some(pause) = pause.map(|(before, now)| now.0.saturating_sub(before.0)) {
                pause_ui(ui, pause, cx);
            }
            before = moment.time.or(before);
            ui.push_id(number, |ui| moment_ui(ui, moment, &teller, cx, out));
        }
    });
}

fn head_ui(ui: &mut Ui, story: &Story, cx: &Context<'_>) {
    let theme = cx.theme;
    ui.horizontal_wrapped(|ui| {
        ui.label(text(&story.customer, Face::Bold, 16.0, theme.text));
        if !is_survey(cx) {
            let (dot, _) = ui.allocate_exact_size(vec2(8.0, 8.0), Sense::hover());
            ui.painter().circle_filled(dot.center(), 4.0, c(status_color(story.status, theme)));
            ui.label(text(status_words(story.status), Face::Medium, 12.0, theme.text_body));
        }
    });
    let (place, of) = (cx.format.count(story.place.0 as u64), cx.format.count(story.place.1 as u64));
    muted_ui(ui, theme, tr!("ui-story-of-customer", place = place, of = of));
}

/// The time between two events.
fn pause_ui(ui: &mut Ui, micros: i64, cx: &Context<'_>) {
    #[allow(clippy::cast_precision_loss)] // to be read in two units
    let secs = micros as f64 / 1e6;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 18.0), Sense::hover());
    let x = rect.left() + RAIL / 2.0;
    ui.painter().vline(x, rect.y_range(), Stroke::new(1.5, c(cx.theme.border_strong)));
    let words = if micros == 0 {
        tr!("ui-story-same-time")
    } else {
        tr!("ui-story-later", time = cx.format.duration(secs))
    };
    let font = crate::ui::style::font(Face::Regular, 11.0);
    let at = pos2(rect.left() + RAIL + 4.0, rect.center().y);
    ui.painter().text(at, egui::Align2::LEFT_CENTER, words, font, c(cx.theme.text_muted));
}

fn moment_ui(ui: &mut Ui, moment: &Moment, teller: &Teller<'_>, cx: &Context<'_>, out: &mut Out) {
    let theme = cx.theme;
    let row = ui.horizontal_top(|ui| {
        ui.add_space(RAIL);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let name = moment.touchpoint.map(|id| teller.touchpoint(id).to_owned());
            let name = name.filter(|name| !name.is_empty());
            let (words, color) = match &name {
                Some(name) => (name.clone(), theme.text),
                None => (tr!("ui-story-unmapped", event = moment.event.as_str()), theme.text_muted),
            };
            let label = Label::new(text(&words, Face::SemiBold, 12.5, color)).wrap();
            match moment.touchpoint {
                Some(touchpoint) => {
                    let link = ui.add(label.sense(Sense::click()));
                    link.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
                    if link.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
                        out.actions.push(Action::GoTo(Element::Touchpoint(touchpoint)));
                    }
                }
                None => drop(ui.add(label)),
            }
            let details = details(moment, cx);
            if !details.is_empty() {
                muted_ui(ui, theme, details);
            }
            if let Some(comment) = &moment.comment {
                ui.add(
                    Label::new(text(
                        tr!("ui-story-comment", words = comment.as_str()),
                        Face::Regular,
                        12.0,
                        theme.text_body,
                    ))
                    .wrap(),
                );
            }
        });
    });
    let dot = pos2(row.response.rect.left() + RAIL / 2.0, row.response.rect.top() + 9.0);
    let color = if moment.touchpoint.is_some() { theme.accent } else { theme.border_strong };
    ui.painter().circle_filled(dot, 4.5, c(color));
}

/// When, where, how long, how it was liked.
fn details(moment: &Moment, cx: &Context<'_>) -> String {
    let channel = moment.channel.as_ref().map(|channel| {
        if moment.is_switch { tr!("ui-story-switch", channel = channel.as_str()) } else { channel.clone() }
    });
    let mood = moment.sentiment.map(|mood| match mood {
        Sentiment::Negative => tr!("ui-story-negative"),
        Sentiment::Neutral => tr!("ui-story-neutral"),
        Sentiment::Positive => tr!("ui-story-positive"),
    });
    let parts = [
        moment.time.map(minute),
        channel,
        moment.wait_secs.map(|secs| tr!("ui-story-wait", time = cx.format.duration(secs))),
        moment.score.map(|score| {
            tr!("ui-story-score", score = cx.format.decimals(score, usize::from(score.fract() != 0.0)))
        }),
        mood,
        moment.outcome.clone(),
        moment.revenue.map(|revenue| cx.format.decimals(revenue, 2)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
