//! Two personas beside each other: all their journeys, and touchpoint by touchpoint, with how far they are apart.

use super::chart::fitting_chart_ui;
use super::count::{count_link, is_survey};
use super::frame::made_from;
use super::parts::{Part as Words, line_ui, place_ui};
use crate::base::hash::stamp;
use crate::insights::JourneySet;
use crate::measure::Rate;
use crate::measure::small_groups::SmallGroups;
use crate::measure::stats::newcombe;
use crate::model::PersonaId;
use crate::scene::chart::{PersonaFigure, PersonaSeries, narrow, persona_chart};
use crate::session::pages::personas::{Part, Personas};
use crate::session::{Action, Command, LayerAction, Panel, Request};
use crate::text::Face;
use crate::tr;
use crate::ui::style::text;
use crate::ui::widgets::{button_ui, chip_ui, muted_ui, switch_ui};
use crate::ui::{Context, Out};
use egui::{ComboBox, Grid, Id, Label, Ui};

/// The first and the second, as in the chart and on the map.
const MARKS: [&str; 2] = ["●", "▲"];
/// For a persona's name above its figures.
const NAME_ROOM: f32 = 116.0;
/// Fewer are marked.
const SMALL_N: u64 = 30;

pub fn personas_ui(ui: &mut Ui, page: &Personas, cx: &Context<'_>, out: &mut Out) {
    let Some([one, other]) = cx.session.pair() else {
        too_few_ui(ui, page, cx, out);
        return;
    };
    let before = cx.session.layers().pair;
    let mut pair = before;
    ui.horizontal(|ui| {
        for (place, of) in [one, other].into_iter().enumerate() {
            let spoken = if place == 0 { tr!("ui-personas-one") } else { tr!("ui-personas-other") };
            let picked = picker_ui(ui, (&spoken, place), of, page, cx);
            pair.personas[place] = picked.or(pair.personas[place]);
        }
    });
    // Chosen twice, they change places.
    let chose = |place: usize, of: &Part| pair.personas[place] == Some(of.figures.persona);
    if pair != before && (chose(0, other) || chose(1, one)) {
        pair.personas = [Some(other.figures.persona), Some(one.figures.persona)];
    }
    overall_ui(ui, [one, other], cx, out);
    let is_drawn = |of: &Part| {
        of.figures.measures.touchpoints.iter().any(|at| at.satisfaction.is_some() || at.exit_rate.is_some())
    };
    if is_drawn(one) || is_drawn(other) {
        let hint = tr!("ui-personas-on-map-hint");
        if let Some(on) = switch_ui(ui, &tr!("ui-personas-on-map"), !pair.is_off_map, &hint) {
            pair.is_off_map = !on;
        }
    }
    if pair != before {
        out.actions.push(Action::Layers(LayerAction::Pair(pair)));
    }
    let id = Id::unique("figure of personas");
    let mut figure: PersonaFigure = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    // A survey has nobody who leaves, a log perhaps no scores.
    let measured = |of: &Part, figure: PersonaFigure| {
        of.figures.measures.touchpoints.iter().any(|at| figure.of(at).is_some())
    };
    let told = |figure: &PersonaFigure| measured(one, *figure) || measured(other, *figure);
    let figures: Vec<PersonaFigure> = PersonaFigure::ALL.into_iter().filter(told).collect();
    let Some(first) = figures.first().copied() else { return };
    if !figures.contains(&figure) {
        figure = first;
    }
    ui.horizontal(|ui| {
        for other in figures {
            if chip_ui(ui, cx.theme, &other.label(), other == figure).clicked() {
                figure = other;
            }
        }
    });
    ui.data_mut(|data| data.insert_temp(id, figure));
    let name = tr!("scene-chart-personas", figure = figure.label());
    let key = stamp(&format!("{} {:?} {:?}", made_from(cx), one.figures.persona, other.figures.persona));
    fitting_chart_ui(ui, (&name, ("personas", figure as u8)), key, cx, out, |room| {
        let small = SmallGroups(cx.view.map.about.smallest_group);
        let names = [name_of(one, cx), name_of(other, cx)];
        let series = [
            PersonaSeries { name: &names[0], measures: &one.figures.measures },
            PersonaSeries { name: &names[1], measures: &other.figures.measures },
        ];
        let look = (cx.theme, cx.fonts);
        let body = persona_chart(series, figure, cx.view.map, (*cx.format, small), room, look)?;
        let source = cx.view.data?.overlay.map_or("", |overlay| overlay.footer.as_str());
        Some(narrow(body, source, cx.theme, cx.fonts))
    });
    places_ui(ui, [one, other], figure, cx, out);
}

/// What is missing before personas can stand beside each other.
fn too_few_ui(ui: &mut Ui, page: &Personas, cx: &Context<'_>, out: &mut Out) {
    let words = if page.parts.is_empty() { tr!("ui-personas-none") } else { tr!("ui-personas-one-only") };
    ui.add(Label::new(text(words, Face::Regular, 13.0, cx.theme.text_body)).wrap());
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        if cx.view.persona.is_some() && button_ui(ui, &tr!("ui-edit-persona")).clicked() {
            out.requests.push(Request::Show(Panel::Persona));
        }
        if button_ui(ui, &Command::AddPersona.label()).clicked() {
            out.command(Command::AddPersona);
        }
    });
}

fn name_of(part: &Part, cx: &Context<'_>) -> String {
    cx.session.name_of_part(part)
}

fn picker_ui(
    ui: &mut Ui,
    (spoken, place): (&str, usize),
    of: &Part,
    page: &Personas,
    cx: &Context<'_>,
) -> Option<PersonaId> {
    let mut picked = None;
    let width = (ui.available_width() / if place == 0 { 2.0 } else { 1.0 } - 12.0).clamp(80.0, 200.0);
    let shown = format!("{} {}", MARKS[place.min(1)], name_of(of, cx));
    let combo = ComboBox::from_id_salt(("persona", place)).selected_text(shown).width(width).truncate();
    let combo = combo.show_ui(ui, |ui| {
        for part in &page.parts {
            let is_it = part.figures.persona == of.figures.persona;
            if ui.selectable_label(is_it, name_of(part, cx)).clicked() {
                picked = Some(part.figures.persona);
            }
        }
    });
    let _named = combo.response.accessible_name(spoken);
    picked
}

/// Journeys, customers and the goal of both.
fn overall_ui(ui: &mut Ui, both: [&Part; 2], cx: &Context<'_>, out: &mut Out) {
    let (theme, format) = (cx.theme, cx.format);
    let head = |ui: &mut Ui, words: String| ui.label(text(words, Face::SemiBold, 11.5, theme.text_muted));
    ui.add_space(4.0);
    Grid::new("personas overall").num_columns(3).spacing([14.0, 4.0]).show(ui, |ui| {
        head(ui, String::new());
        for (of, mark) in both.iter().zip(MARKS) {
            // Of a long name its beginning tells enough: the whole stands above.
            let name = text(format!("{mark} {}", name_of(of, cx)), Face::SemiBold, 11.5, theme.text_muted);
            ui.scope(|ui| {
                ui.set_max_width(NAME_ROOM);
                ui.add(Label::new(name).truncate());
            });
        }
        ui.end_row();
        let is_survey = is_survey(cx);
        let words = if is_survey { tr!("ui-respondents-name") } else { tr!("ui-journeys-name") };
        ui.label(text(words, Face::Regular, 12.0, theme.text_body));
        for of in both {
            let journeys = &of.figures.journeys;
            count_link(ui, &format.count(journeys.count()), &name_of(of, cx), journeys, out);
        }
        ui.end_row();
        if is_survey {
            return;
        }
        ui.label(text(tr!("ui-customers"), Face::Regular, 12.0, theme.text_body));
        for of in both {
            ui.label(text(format.count(of.figures.measures.customers), Face::Medium, 12.0, theme.text));
        }
        ui.end_row();
        ui.label(text(tr!("ui-goal-rate"), Face::Regular, 12.0, theme.text_body));
        for of in both {
            let title = tr!("ui-personas-goal-of", name = name_of(of, cx));
            rate_ui(ui, of.figures.measures.goal_rate, (&title, &of.goals), cx, out);
        }
        ui.end_row();
    });
    let rates = both.map(|of| of.figures.measures.goal_rate);
    if let [Some(one), Some(other)] = rates {
        difference_ui(ui, (&one, &other), cx);
    }
    if both[0].figures.journeys.count_both(&both[1].figures.journeys) > 0 {
        muted_ui(ui, theme, tr!("ui-personas-overlap"));
    }
    ui.add_space(6.0);
}

fn rate_ui(
    ui: &mut Ui,
    rate: Option<Rate>,
    (title, journeys): (&str, &JourneySet),
    cx: &Context<'_>,
    out: &mut Out,
) {
    let Some(rate) = rate else {
        muted_ui(ui, cx.theme, "–");
        return;
    };
    let format = cx.format;
    let words = rate_words(&rate, cx);
    let interval =
        tr!("ui-interval", low = format.decimals(100.0 * rate.low, 1), high = format.percent(rate.high, 1));
    count_link(ui, &words, title, journeys, out).on_hover_text(interval);
}

/// `13.4 % (57 of 425)`, marked where it is of few.
fn rate_words(rate: &Rate, cx: &Context<'_>) -> String {
    let format = cx.format;
    let words = tr!(
        "ui-personas-share",
        share = format.percent(rate.value, 1),
        count = format.count(rate.count),
        of = format.count(rate.of)
    );
    if rate.of < SMALL_N { format!("{words} · {}", tr!("ui-small")) } else { words }
}

fn difference_ui(ui: &mut Ui, (one, other): (&Rate, &Rate), cx: &Context<'_>) {
    let Some((difference, low, high)) = newcombe(one.count, one.of, other.count, other.of) else { return };
    let points = |share: f64| cx.format.signed(100.0 * share, 1);
    let is_apart = low > 0.0 || high < 0.0;
    let words = tr!(
        "ui-personas-difference",
        points = points(difference),
        low = points(low),
        high = points(high),
        sure = if is_apart { "yes" } else { "no" }
    );
    muted_ui(ui, cx.theme, words);
}

/// The same by touchpoint in numbers that open their journeys: the name above, both below it, however long it is.
fn places_ui(ui: &mut Ui, both: [&Part; 2], figure: PersonaFigure, cx: &Context<'_>, out: &mut Out) {
    ui.add_space(6.0);
    for (place, (_, touchpoint)) in cx.view.map.touchpoints_in_order().enumerate() {
        let rates = both.map(|of| figure.of(of.figures.measures.at(touchpoint.id)?));
        if rates.iter().all(Option::is_none) {
            continue;
        }
        ui.push_id(touchpoint.id, |ui| {
            place_ui(ui, touchpoint.id, cx, out);
            let mut parts = Vec::new();
            for ((of, rate), mark) in both.into_iter().zip(rates).zip(MARKS) {
                let (Some(rate), Some(here)) = (rate, of.places.get(place)) else {
                    parts.push(Words::Words(format!("{mark} –")));
                    continue;
                };
                let (name, at) = (name_of(of, cx), touchpoint.name.trim());
                let (title, journeys) = match figure {
                    PersonaFigure::Exits => {
                        (tr!("ui-personas-exits-of", name = name, place = at), &here.exits)
                    }
                    PersonaFigure::Satisfied => {
                        (tr!("ui-personas-scores-of", name = name, place = at), &here.scored)
                    }
                };
                parts.push(Words::Count(format!("{mark} {}", rate_words(&rate, cx)), journeys, title));
            }
            line_ui(ui, parts, cx, out);
            ui.add_space(5.0);
        });
    }
}
