//! Charts of what is measured: choose one, look at it, save it or take it to the clipboard.

use super::frame::{buttons_ui, dialog_ui};
use crate::canvas::{self, PaintCache};
use crate::measure::trend::{Period, TrendFigure};
use crate::model::TouchpointId;
use crate::scene::Scene;
use crate::scene::chart::ChartKind;
use crate::session::{Pick, Request};
use crate::text::Face;
use crate::tr;
use crate::ui::style::{c, text};
use crate::ui::widgets::{button_ui, chip_ui, muted_ui, primary_button_ui};
use crate::ui::{Context, Out};
use egui::{ComboBox, Direction, Frame, Layout, Stroke, Ui, vec2};
use std::sync::Arc;

/// Which chart is shown.
pub struct ChartsForm {
    /// The kind; of [`ChartKind::Trend`] the fields below say what of.
    pub kind: ChartKind,
    /// Of a trend.
    pub figure: TrendFigure,
    /// Of a trend of a touchpoint's figure.
    pub at: Option<TouchpointId>,
    /// The chart; none where there is nothing to show. The app keeps it up to date.
    pub scene: Option<Arc<Scene>>,
    /// What the chart was made from.
    pub drawn: Option<DrawnChart>,
    /// What is measured over time, as far as it is known.
    pub periods: Periods,
    painted: PaintCache,
}

/// What a chart is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DrawnChart {
    /// Which.
    pub kind: ChartKind,
    /// In the dark theme.
    pub dark: bool,
    /// With the periods, which come later.
    pub has_periods: bool,
}

/// Figures over time.
#[derive(Clone, Debug, Default)]
pub enum Periods {
    /// Nobody has asked for them.
    #[default]
    Unknown,
    /// They are being computed.
    Coming,
    /// They are there.
    Known(Arc<[Period]>),
}

impl ChartsForm {
    /// Exits; and of a touchpoint's figures over time, those of the one that is selected.
    #[must_use]
    pub fn new(at: Option<TouchpointId>) -> Self {
        Self {
            kind: ChartKind::Exits,
            figure: TrendFigure::GoalRate,
            at,
            scene: None,
            drawn: None,
            periods: Periods::Unknown,
            painted: PaintCache::default(),
        }
    }

    /// The chart that is chosen.
    #[must_use]
    pub fn chosen(&self) -> ChartKind {
        match self.kind {
            ChartKind::Trend(..) => ChartKind::Trend(self.figure, self.at),
            kind => kind,
        }
    }
}

pub fn charts_ui(ctx: &egui::Context, form: &mut ChartsForm, cx: &Context<'_>, out: &mut Out) -> bool {
    let mut close = false;
    let theme = cx.theme;
    let dismissed = dialog_ui(ctx, theme, "charts", &tr!("ui-charts"), 980.0, |ui| {
        ui.horizontal_wrapped(|ui| {
            for kind in ChartKind::ALL {
                let is_chosen = std::mem::discriminant(&kind) == std::mem::discriminant(&form.kind);
                if chip_ui(ui, theme, &kind.name(), is_chosen).clicked() {
                    form.kind = kind;
                }
            }
        });
        if matches!(form.kind, ChartKind::Trend(..)) {
            trend_ui(ui, form, cx);
        }
        ui.add_space(6.0);
        let height = (ui.ctx().content_rect().height() - 300.0).clamp(220.0, 540.0);
        picture_ui(ui, form, cx, height);
        buttons_ui(ui, |ui| {
            ui.add_enabled_ui(form.scene.is_some(), |ui| {
                if primary_button_ui(ui, theme, &tr!("ui-chart-save")).clicked() {
                    let file_name = format!("{}.png", form.kind.name());
                    out.requests.push(Request::Pick(Pick::Chart { file_name }));
                }
                if button_ui(ui, &tr!("ui-chart-copy")).clicked()
                    && let Some(scene) = &form.scene
                {
                    out.requests.push(Request::CopyChart(Arc::clone(scene)));
                }
            });
            close = button_ui(ui, &tr!("ui-close")).clicked();
        });
    });
    close || dismissed
}

/// Which figure, and where.
fn trend_ui(ui: &mut Ui, form: &mut ChartsForm, cx: &Context<'_>) {
    let map = cx.view.map;
    ui.horizontal(|ui| {
        let combo = ComboBox::from_id_salt("figure").selected_text(form.figure.label()).show_ui(ui, |ui| {
            for figure in TrendFigure::ALL {
                ui.selectable_value(&mut form.figure, figure, figure.label());
            }
        });
        let _named = combo.response.accessible_name(tr!("ui-chart-figure"));
        if !form.figure.is_at_touchpoint() {
            return;
        }
        form.at = form.at.or_else(|| map.touchpoints_in_order().next().map(|(_, touchpoint)| touchpoint.id));
        let chosen = form.at.and_then(|at| map.touchpoints.get(at));
        let chosen = chosen.map(|touchpoint| touchpoint.name.clone()).unwrap_or_default();
        let combo =
            ComboBox::from_id_salt("touchpoint").selected_text(chosen).width(260.0).show_ui(ui, |ui| {
                for (_, touchpoint) in map.touchpoints_in_order() {
                    ui.selectable_value(&mut form.at, Some(touchpoint.id), &touchpoint.name);
                }
            });
        let _named = combo.response.accessible_name(tr!("ui-chart-touchpoint"));
    });
}

fn picture_ui(ui: &mut Ui, form: &mut ChartsForm, cx: &Context<'_>, height: f32) {
    let theme = cx.theme;
    let frame = Frame::new().fill(c(theme.canvas)).stroke(Stroke::new(1.0, c(theme.border))).corner_radius(8);
    frame.show(ui, |ui| {
        let size = vec2(ui.available_width(), height);
        match &form.scene {
            Some(scene) => canvas::preview_ui(ui, scene, &mut form.painted, size, &form.kind.name()),
            None => {
                let layout = Layout::centered_and_justified(Direction::TopDown);
                ui.allocate_ui_with_layout(size, layout, |ui| {
                    let is_coming =
                        matches!(form.periods, Periods::Coming) && matches!(form.kind, ChartKind::Trend(..));
                    let words = if is_coming { tr!("ui-chart-coming") } else { tr!("ui-chart-nothing") };
                    ui.label(text(words, Face::Regular, 13.0, theme.text_muted));
                });
            }
        }
    });
    let smallest = cx.view.map.about.smallest_group;
    if smallest > 1 {
        muted_ui(ui, theme, tr!("ui-hides-small", smallest = smallest));
    }
}
