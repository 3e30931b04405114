//! What satisfaction is worth: against what customers spend and whether they come again, and beside what the house does.

use super::chart::fitting_chart_ui;
use super::count::{count_link, is_survey, journeys_words};
use super::frame::made_from;
use crate::insights::worth::{Beside, Bin};
use crate::measure::small_groups::SmallGroups;
use crate::model::TouchpointId;
use crate::scene::Scene;
use crate::scene::chart::{ChartBody, beside_chart, narrow, returning_chart, revenue_chart};
use crate::session::pages::worth::WorthPage;
use crate::session::{Action, InsightsAction, Options};
use crate::text::Face;
use crate::tr;
use crate::ui::style::text;
use crate::ui::widgets::{muted_ui, section_ui};
use crate::ui::{Context, Out};
use egui::{CollapsingHeader, ComboBox, Label, Ui};

pub fn worth_ui(ui: &mut Ui, page: &WorthPage, cx: &Context<'_>, out: &mut Out) {
    let shown = (*cx.format, SmallGroups(cx.view.map.about.smallest_group));
    let look = (cx.theme, cx.fonts);
    let source = cx.view.data.and_then(|data| data.overlay).map_or("", |overlay| overlay.footer.as_str());
    let finish = |body: ChartBody| -> Scene {
        let subtitle = match page.at {
            Some(at) => {
                tr!("ui-worth-scores-at", place = cx.view.map.name_of(at).trim(), what = body.subtitle)
            }
            None => body.subtitle,
        };
        narrow(ChartBody { subtitle, ..body }, source, cx.theme, cx.fonts)
    };
    let key = made_from(cx);
    place_ui(ui, page, cx, out);
    if page.scored.is_empty() {
        ui.add(Label::new(text(tr!("ui-worth-no-scores"), Face::Regular, 13.0, cx.theme.text_body)).wrap());
    } else {
        muted_ui(ui, cx.theme, tr!("ui-worth-how"));
        match &page.worth.revenue {
            Some(curve) => {
                let name = tr!("scene-chart-revenue");
                fitting_chart_ui(ui, (&name, "revenue"), key, cx, out, |room| {
                    revenue_chart(curve, shown, room, look).map(finish)
                });
                bins_ui(ui, &name, &curve.bins, cx, out);
            }
            None => drop(muted_ui(ui, cx.theme, tr!("ui-worth-no-revenue"))),
        }
        ui.add_space(8.0);
        match &page.worth.returning {
            Some(curve) => {
                let name = tr!("scene-chart-returning");
                fitting_chart_ui(ui, (&name, "returning"), key, cx, out, |room| {
                    returning_chart(curve, shown, room, look).map(finish)
                });
                bins_ui(ui, &name, &curve.bins, cx, out);
            }
            None if is_survey(cx) => drop(muted_ui(ui, cx.theme, tr!("ui-worth-no-returning-survey"))),
            None => drop(muted_ui(ui, cx.theme, tr!("ui-worth-no-returning"))),
        }
    }
    ui.add_space(8.0);
    let has_figures =
        |of: &Beside| of.satisfaction.is_some() || of.wait.is_some() || of.handled_per_hour.is_some();
    if page.beside.len() > 1 && page.beside.iter().any(has_figures) {
        let name = tr!("scene-chart-beside");
        fitting_chart_ui(ui, (&name, "beside"), key, cx, out, |room| {
            beside_chart(&page.beside, (page.step, page.scale), shown, room, look).map(finish)
        });
        periods_ui(ui, &name, &page.beside, cx, out);
    } else {
        section_ui(ui, cx.theme, &tr!("scene-chart-beside"));
        muted_ui(ui, cx.theme, tr!("ui-worth-no-periods"));
    }
}

/// Chooses the touchpoint whose scores are looked at.
fn place_ui(ui: &mut Ui, page: &WorthPage, cx: &Context<'_>, out: &mut Out) {
    if page.scored.len() < 2 {
        return;
    }
    let name = |at: Option<TouchpointId>| match at {
        Some(at) => cx.view.map.name_of(at).trim().to_owned(),
        None => tr!("ui-worth-everywhere"),
    };
    ui.horizontal(|ui| {
        muted_ui(ui, cx.theme, tr!("ui-worth-at"));
        let combo = ComboBox::from_id_salt("scores at")
            .selected_text(name(page.at))
            .width(ui.available_width())
            .truncate()
            .height(420.0);
        let combo = combo.show_ui(ui, |ui| {
            for at in std::iter::once(None).chain(page.scored.iter().copied().map(Some)) {
                if ui.selectable_label(at == page.at, name(at)).clicked() {
                    let options = cx.session.insights().options().clone();
                    let options = Box::new(Options { scores_at: at, ..options });
                    out.actions.push(Action::Insights(InsightsAction::SetOptions(options)));
                }
            }
        });
        let _named = combo.response.accessible_name(tr!("ui-worth-at"));
    });
    ui.add_space(4.0);
}

/// The journeys of the customers in each bin.
fn bins_ui<T>(ui: &mut Ui, name: &str, bins: &[Bin<T>], cx: &Context<'_>, out: &mut Out) {
    let end = |value: f64| {
        let is_whole = (value - value.round()).abs() < 1e-9;
        cx.format.decimals(value, usize::from(!is_whole))
    };
    journeys_ui(ui, name, cx, |ui| {
        for bin in bins {
            let range = format!("{} – {}", end(bin.range.0), end(bin.range.1));
            ui.horizontal_wrapped(|ui| {
                let customers = cx.format.count(bin.customers);
                muted_ui(ui, cx.theme, tr!("ui-worth-bin", range = range.as_str(), customers = customers));
                let count = journeys_words(bin.journeys.count(), cx);
                let title = tr!("ui-worth-bin-journeys", range = range.as_str());
                count_link(ui, &count, &title, &bin.journeys, out);
            });
        }
    });
}

/// The journeys that begin in each period.
fn periods_ui(ui: &mut Ui, name: &str, periods: &[Beside], cx: &Context<'_>, out: &mut Out) {
    journeys_ui(ui, name, cx, |ui| {
        for period in periods {
            let (year, month, day) = period.day;
            let day = format!("{year:04}-{month:02}-{day:02}");
            ui.horizontal_wrapped(|ui| {
                let told = [
                    period
                        .satisfaction
                        .map(|of| tr!("ui-worth-score", score = cx.format.decimals(of.mean, 2))),
                    period.wait.map(|(_, median)| tr!("ui-worth-wait", wait = cx.format.duration(median))),
                    period
                        .handled_per_hour
                        .map(|of| tr!("ui-worth-handled", handled = cx.format.decimals(of, 1))),
                ];
                let told: Vec<String> =
                    std::iter::once(day.clone()).chain(told.into_iter().flatten()).collect();
                muted_ui(ui, cx.theme, told.join(" · "));
                let count = journeys_words(period.journeys.count(), cx);
                let title = tr!("ui-worth-from", day = day.as_str());
                count_link(ui, &count, &title, &period.journeys, out);
            });
        }
    });
}

fn journeys_ui(ui: &mut Ui, name: &str, cx: &Context<'_>, content: impl FnOnce(&mut Ui)) {
    let words = if is_survey(cx) { tr!("ui-worth-respondents") } else { tr!("ui-worth-journeys") };
    let title = text(words, Face::Medium, 12.0, cx.theme.text_muted);
    CollapsingHeader::new(title).id_salt(name).show(ui, content);
}
