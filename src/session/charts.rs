//! Charts and reports of what the open map measures.

use super::{Pick, Request, Session};
use crate::export::Choices;
use crate::measure::trend::Period;
use crate::scene::Scene;
use crate::scene::chart::{ChartKind, Charted, chart};
use crate::text::Fonts;
use crate::theme::Theme;
use crate::tr;

impl Session {
    /// A chart; none when there is nothing to show.
    #[must_use]
    pub fn chart(&self, kind: ChartKind, periods: &[Period], theme: &Theme, fonts: &Fonts) -> Option<Scene> {
        let map = self.shown_map();
        let overlay = self.overlay_for_others(map, &Choices::default())?;
        let measures = self.whole_measures()?;
        let of = Charted { map, measures, overlay: &overlay, periods, format: self.format };
        chart(kind, &of, theme, fonts)
    }

    /// Asks where to write a report.
    pub(super) fn ask_for_report(&mut self) {
        let title = self.file_stem();
        let file_name = tr!("session-report-file", title = title);
        self.ask(Request::Pick(Pick::Report { file_name: format!("{}.pdf", file_name.trim()) }));
    }
}
