//! The shown persona's part of the data: whose rule fits the data is measured alone, unless all customers are wanted.

use super::pages::personas::Part;
use super::{Answer, Command, InsightsPage, Session};
use crate::base::Cancel;
use crate::insights::personas::stands_for_part;
use crate::model::persona::Segments;
use crate::model::{Persona, PersonaId, Source};
use crate::tr;

/// Which two personas stand beside each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PairChoice {
    /// The two that were chosen; none = whoever is shown, and the first other one.
    pub personas: [Option<PersonaId>; 2],
    /// Their figures are not drawn on the map.
    pub is_off_map: bool,
}

impl Session {
    /// The two personas beside each other, as far as they are measured.
    #[must_use]
    pub fn pair(&self) -> Option<[&Part; 2]> {
        let Answer::Personas(page) = self.insights().answer(InsightsPage::Personas)? else { return None };
        let part = |persona: PersonaId| page.parts.iter().find(|part| part.figures.persona == persona);
        let chosen = self.layers().pair.personas;
        let shown = self.shown_persona().map(|persona| persona.id);
        let one = chosen[0].and_then(part).or_else(|| shown.and_then(part)).or(page.parts.first())?;
        let others = || page.parts.iter().filter(|part| part.figures.persona != one.figures.persona);
        let other = others().find(|part| Some(part.figures.persona) == chosen[1]);
        Some([one, other.or_else(|| others().next())?])
    }

    /// The pair that is on the map: while their page is open.
    pub(super) fn drawn_pair(&self) -> Option<[&Part; 2]> {
        let insights = self.insights();
        let is_open = insights.is_on() && insights.page() == InsightsPage::Personas;
        if is_open && !self.layers().pair.is_off_map { self.pair() } else { None }
    }

    /// What a persona is called in a comparison.
    #[must_use]
    pub fn name_of_part(&self, part: &Part) -> String {
        let name = self.shown_map().personas.get(part.figures.persona).map_or("", Persona::short_name);
        if name.is_empty() { tr!("session-persona") } else { name.to_owned() }
    }

    /// The persona whose customers alone are measured; none when all are: as long as nobody has chosen a persona, and when that
    /// was lifted. So a map opens with what all of its data says.
    #[must_use]
    pub fn measured_persona(&self) -> Option<&Persona> {
        self.persona_of_data().filter(|_| self.persona.is_some() && !self.measures_all)
    }

    /// The shown persona, when it stands for a part of the data.
    #[must_use]
    pub fn persona_of_data(&self) -> Option<&Persona> {
        let map = self.document.map();
        let chosen = self.persona.and_then(|id| map.personas.get(id));
        let persona = chosen.or_else(|| map.personas_in_order().next())?;
        let log = &self.data.as_ref()?.loaded.log;
        stands_for_part(persona, log).then_some(persona)
    }

    /// A source as it is measured: what the data bar selects, and of that the customers of the persona.
    #[must_use]
    pub fn as_measured(&self, source: &Source) -> Source {
        let filter = self.measured_persona().map(|persona| persona.filter(&source.filter));
        Source { filter: filter.unwrap_or_else(|| source.filter.clone()), ..source.clone() }
    }

    /// How many of the journeys that the data bar selects a rule has, and how many there are. None while the data is not ready.
    #[must_use]
    pub fn journeys_of_rule(&self, segments: &Segments) -> Option<(usize, usize)> {
        let (data, source) = (self.data.as_ref()?, self.source()?);
        let (log, map, cancel) = (&data.loaded.log, self.document.map(), Cancel::new());
        if data.part.is_some() || !data.keep.is_for(map, source) {
            return None;
        }
        let prepared = data.keep.prepared(log, map, source, &cancel).ok()?;
        let rule = Persona { segments: segments.clone(), ..Persona::new(PersonaId(0), "") };
        let count = |filter| prepared.selected(log, filter, &cancel).ok().map(|journeys| journeys.len());
        Some((count(&rule.filter(&source.filter))?, count(&source.filter)?))
    }

    pub(super) fn run_personas(&mut self, command: Command) {
        if command == Command::MeasureAllCustomers {
            self.measures_all = self.measured_persona().is_some();
            if !self.measures_all {
                // Whose curve is shown anyway is chosen by that.
                self.persona = self.persona_of_data().map(|persona| persona.id).or(self.persona);
            }
            self.scene_key = None;
        }
    }

    pub(super) fn can_run_personas(&self, command: Command) -> bool {
        command != Command::MeasureAllCustomers || self.persona_of_data().is_some()
    }
}
