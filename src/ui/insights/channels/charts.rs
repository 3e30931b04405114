//! The charts of channels: the matrix of switches and the week's hours. A cell opens its journeys.

use super::super::figure::{Chart, figure_ui};
use super::super::parts::{Part, line_ui};
use crate::base::hash::stamp;
use crate::export::{hours_shown, shown_switches, switch_matrix};
use crate::insights::channels::{Switch, Switches};
use crate::measure::small_groups::SmallGroups;
use crate::scene::chart::{channel_switches, channel_switches_page, hours, hours_page, weekday};
use crate::session::pages::channels::ChannelsFound;
use crate::session::{Action, InsightsAction, Options};
use crate::tr;
use crate::ui::widgets::{muted_ui, section_ui};
use crate::ui::{Context, Out};
use egui::{ComboBox, Ui};

/// Switches in the list below the matrix.
const MOST_SWITCHES: usize = 6;

pub fn switches_ui(ui: &mut Ui, switches: &Switches, cx: &Context<'_>, out: &mut Out) {
    section_ui(ui, cx.theme, &tr!("ui-channels-switches"));
    if switches.pairs.is_empty() {
        muted_ui(ui, cx.theme, tr!("ui-channels-no-switches"));
        return;
    }
    let share = switches.switches as f64 / switches.transitions.max(1) as f64;
    muted_ui(
        ui,
        cx.theme,
        tr!(
            "ui-channels-switch-rate",
            switches = cx.format.count(switches.switches),
            transitions = cx.format.count(switches.transitions),
            share = cx.format.percent(share, 1)
        ),
    );
    muted_ui(ui, cx.theme, tr!("scene-chart-switch-exits-what"));
    let (map, theme, fonts) = (cx.view.map, cx.theme, cx.fonts);
    let matrix = |small| switch_matrix(switches, map, small, cx.format);
    let shown = matrix(SmallGroups(0));
    let chart = Chart {
        name: &tr!("ui-channels-switches"),
        made_from: stamp(&format!("{shown:?}")),
        panel: &|width| channel_switches(&shown, width, (theme, fonts)),
        page: &|footer| {
            channel_switches_page(&matrix(SmallGroups(map.about.smallest_group)), footer, theme, fonts)
        },
    };
    if let Some(number) = figure_ui(ui, "switches", &chart, cx, out) {
        let cells = shown_switches(switches, &shown.channels);
        if let Some(switch) = cells.get(number) {
            out.actions.push(Action::Insights(InsightsAction::OpenJourneys {
                title: title_of(switch),
                journeys: switch.journeys.clone(),
            }));
        }
    }
    let staying = &switches.staying;
    let count = tr!("ui-paths-journeys", n = staying.count(), count = cx.format.count(staying.count()));
    let title = tr!("ui-channels-staying");
    line_ui(ui, vec![Part::Words(title.clone()), Part::Count(count, staying, title)], cx, out);
    for (place, switch) in switches.pairs.iter().take(MOST_SWITCHES).enumerate() {
        ui.push_id(("switch", place), |ui| switch_ui(ui, switch, cx, out));
    }
}

fn title_of(switch: &Switch) -> String {
    tr!("ui-channels-switch", from = switch.from.as_str(), to = switch.to.as_str())
}

/// A switch in words: who made it, and how many more or fewer leave than of those who stay.
fn switch_ui(ui: &mut Ui, switch: &Switch, cx: &Context<'_>, out: &mut Out) {
    let format = cx.format;
    let count = switch.journeys.count();
    let counted = tr!("ui-paths-journeys", n = count, count = format.count(count));
    let mut parts =
        vec![Part::Strong(title_of(switch)), Part::Count(counted, &switch.journeys, title_of(switch))];
    if let Some(rate) = &switch.exit_rate {
        parts.push(Part::Words(tr!("ui-channels-leave", share = format.percent(rate.value, 0))));
    }
    if let Some((difference, low, high)) = switch.difference {
        let step = |value: f64| format.signed(100.0 * value, 0);
        let words = tr!("ui-channels-against", points = step(difference), low = step(low), high = step(high));
        let is_sure = switch.q.is_some_and(|q| q <= 0.05);
        parts.push(match (is_sure, difference > 0.0) {
            (false, _) => Part::Words(words),
            (true, true) => Part::Tinted(format!("▲ {words}"), cx.theme.exit_text),
            (true, false) => Part::Tinted(format!("▼ {words}"), cx.theme.ok_text),
        });
    }
    line_ui(ui, parts, cx, out);
}

pub fn hours_ui(ui: &mut Ui, found: &ChannelsFound, cx: &Context<'_>, out: &mut Out) {
    section_ui(ui, cx.theme, &tr!("ui-channels-hours"));
    let Some(load) = &found.hours else {
        muted_ui(ui, cx.theme, tr!("ui-channels-no-times"));
        return;
    };
    let options = cx.session.insights().options();
    let chosen = options.hours_of.clone();
    let mut wanted = chosen.clone();
    let words = |of: &Option<String>| of.clone().unwrap_or_else(|| tr!("ui-channels-all"));
    let combo = ComboBox::from_id_salt("hours of").selected_text(words(&chosen)).show_ui(ui, |ui| {
        for name in std::iter::once(None).chain(found.names.iter().cloned().map(Some)) {
            let label = words(&name);
            ui.selectable_value(&mut wanted, name, label);
        }
    });
    let _named = combo.response.accessible_name(tr!("ui-channels-hours-of"));
    if wanted != chosen {
        let options = Options { hours_of: wanted, ..options.clone() };
        out.actions.push(Action::Insights(InsightsAction::SetOptions(Box::new(options))));
    }
    let (theme, fonts) = (cx.theme, cx.fonts);
    let shown_to = |small| hours_shown(load, chosen.as_deref(), small, cx.format);
    let shown = shown_to(SmallGroups(0));
    let smallest = cx.view.map.about.smallest_group;
    let chart = Chart {
        name: &tr!("ui-channels-hours"),
        made_from: stamp(&format!("{shown:?}")),
        panel: &|width| hours(&shown, width, (theme, fonts)),
        page: &|footer| hours_page(&shown_to(SmallGroups(smallest)), footer, theme, fonts),
    };
    if let Some(number) = figure_ui(ui, "hours", &chart, cx, out)
        && let Some(cell) = load.cells.get(number)
    {
        let (day, hour) = (number / 24, number % 24);
        let title = tr!("ui-channels-hour", day = weekday(day), hour = format!("{hour:02}:00"));
        let journeys = cell.journeys.clone();
        out.actions.push(Action::Insights(InsightsAction::OpenJourneys { title, journeys }));
    }
}
