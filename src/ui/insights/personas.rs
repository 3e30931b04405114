//! Two personas beside each other: all their journeys, and touchpoint by touchpoint, with how far they are apart.

use super::chart::chart_ui;
use super::count::count_link;
use super::frame::made_from;
use crate::insights::JourneySet;
use crate::measure::Rate;
use crate::measure::small_groups::SmallGroups;
use crate::measure::stats::newcombe;
use crate::model::{Persona, PersonaId};
use crate::scene::Element;
use crate::scene::chart::{NARROW_ROOM, PersonaFigure, PersonaSeries, narrow, persona_chart};
use crate::session::pages::personas::{Part, Personas};
use crate::session::{Action, Command, Panel, Request};
use crate::text::Face;
use crate::tr;
use crate::ui::style::text;
use crate::ui::widgets::{button_ui, chip_ui, link_ui, muted_ui};
use crate::ui::{Context, Out};
use egui::{ComboBox, Grid, Id, Label, Ui};

/// What is looked at; kept while the window is open.
#[derive(Clone, Copy, Default)]
struct Chosen {
    personas: [Option<PersonaId>; 2],
    figure: PersonaFigure,
}

pub fn personas_ui(ui: &mut Ui, page: &Personas, cx: &Context<'_>, out: &mut Out) {
    if page.parts.len() < 2 {
        too_few_ui(ui, page, cx, out);
        return;
    }
    let id = Id::unique("personas beside each other");
    let mut chosen: Chosen = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let part =
        |persona: Option<PersonaId>| page.parts.iter().find(|part| Some(part.figures.persona) == persona);
    let shown = cx.view.persona.map(|persona| persona.id);
    let one = part(chosen.personas[0]).or_else(|| part(shown)).unwrap_or(&page.parts[0]);
    let others = || page.parts.iter().filter(|part| part.figures.persona != one.figures.persona);
    let other =
        others().find(|part| Some(part.figures.persona) == chosen.personas[1]).or_else(|| others().next());
    let Some(other) = other else { return };
    ui.horizontal(|ui| {
        for (place, of) in [one, other].into_iter().enumerate() {
            let spoken = if place == 0 { tr!("ui-personas-one") } else { tr!("ui-personas-other") };
            let picked = picker_ui(ui, (&spoken, place), of, page, cx);
            chosen.personas[place] = picked.or(chosen.personas[place]);
        }
    });
    // Chosen twice, they change places.
    if chosen.personas[0].is_some() && chosen.personas[0] == chosen.personas[1] {
        chosen.personas = [Some(other.figures.persona), Some(one.figures.persona)];
    }
    overall_ui(ui, [one, other], cx, out);
    ui.horizontal(|ui| {
        for figure in PersonaFigure::ALL {
            if chip_ui(ui, cx.theme, &figure.label(), figure == chosen.figure).clicked() {
                chosen.figure = figure;
            }
        }
    });
    ui.data_mut(|data| data.insert_temp(id, chosen));
    let figure = chosen.figure;
    let name = tr!("scene-chart-personas", figure = figure.label());
    let key = made_from(one, cx) ^ made_from(other, cx).rotate_left(9);
    chart_ui(ui, (&name, ("personas", figure as u8)), key, cx, out, || {
        let small = SmallGroups(cx.view.map.about.smallest_group);
        let names = [name_of(one, cx), name_of(other, cx)];
        let series = [
            PersonaSeries { name: &names[0], measures: &one.figures.measures },
            PersonaSeries { name: &names[1], measures: &other.figures.measures },
        ];
        let look = (cx.theme, cx.fonts);
        let body = persona_chart(series, figure, cx.view.map, (*cx.format, small), NARROW_ROOM, look)?;
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

fn persona_of<'a>(part: &Part, cx: &Context<'a>) -> Option<&'a Persona> {
    cx.view.map.personas.get(part.figures.persona)
}

fn name_of(part: &Part, cx: &Context<'_>) -> String {
    let name = persona_of(part, cx).map_or("", Persona::short_name);
    if name.is_empty() { tr!("ui-persona") } else { name.to_owned() }
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
    let mark = if place == 0 { "●" } else { "▲" };
    let shown = format!("{mark} {}", name_of(of, cx));
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
    Grid::new("personas overall").num_columns(3).spacing([14.0, 4.0]).striped(true).show(ui, |ui| {
        head(ui, String::new());
        both.iter().for_each(|of| drop(head(ui, name_of(of, cx))));
        ui.end_row();
        ui.label(text(tr!("ui-journeys-name"), Face::Regular, 12.0, theme.text_body));
        for of in both {
            let journeys = &of.figures.journeys;
            count_link(ui, &format.count(journeys.count()), &name_of(of, cx), journeys, out);
        }
        ui.end_row();
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
    let words = tr!(
        "ui-personas-share",
        share = format.percent(rate.value, 1),
        count = format.count(rate.count),
        of = format.count(rate.of)
    );
    let interval =
        tr!("ui-interval", low = format.decimals(100.0 * rate.low, 1), high = format.percent(rate.high, 1));
    count_link(ui, &words, title, journeys, out).on_hover_text(interval);
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

/// The same by touchpoint in numbers that open their journeys.
fn places_ui(ui: &mut Ui, both: [&Part; 2], figure: PersonaFigure, cx: &Context<'_>, out: &mut Out) {
    let theme = cx.theme;
    Grid::new("personas by touchpoint").num_columns(3).spacing([14.0, 4.0]).striped(true).show(ui, |ui| {
        for (place, (_, touchpoint)) in cx.view.map.touchpoints_in_order().enumerate() {
            let rates = both.map(|of| figure.of(of.figures.measures.at(touchpoint.id)?));
            if rates.iter().all(Option::is_none) {
                continue;
            }
            ui.scope(|ui| {
                ui.set_max_width((ui.available_width() * 0.42).max(90.0));
                if link_ui(ui, theme, touchpoint.name.trim()).clicked() {
                    out.actions.push(Action::GoTo(Element::Touchpoint(touchpoint.id)));
                }
            });
            for (of, rate) in both.into_iter().zip(rates) {
                let Some(here) = of.places.get(place) else { continue };
                match figure {
                    PersonaFigure::Exits => {
                        let title = tr!(
                            "ui-personas-exits-of",
                            name = name_of(of, cx),
                            place = touchpoint.name.trim()
                        );
                        rate_ui(ui, rate, (&title, &here.exits), cx, out);
                    }
                    PersonaFigure::Satisfied => {
                        let title = tr!(
                            "ui-personas-scores-of",
                            name = name_of(of, cx),
                            place = touchpoint.name.trim()
                        );
                        rate_ui(ui, rate, (&title, &here.scored), cx, out);
                    }
                }
            }
            ui.end_row();
        }
    });
}
