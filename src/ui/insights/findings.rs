//! Findings: what stands out as ranked sentences, each with what it rests on and what can be done with it.

use super::count::{count_link, journeys_words};
use super::finding::{Shown, finding_ui};
use crate::export::{insights_json, insights_markdown};
use crate::insights::findings::{Finding, Insights, Teller};
use crate::measure::small_groups::SmallGroups;
use crate::model::Edit;
use crate::session::pages::findings::Findings;
use crate::session::{Action, InsightsPage, Request};
use crate::text::Face;
use crate::tr;
use crate::ui::style::text;
use crate::ui::widgets::{link_ui, muted_ui, section_ui};
use crate::ui::{Context, Out};
use egui::{CollapsingHeader, Label, Ui};

pub fn findings_ui(ui: &mut Ui, page: &Findings, cx: &Context<'_>, out: &mut Out) {
    let Some(data) = cx.view.data else { return };
    let teller =
        Teller { map: cx.view.map, log: &data.loaded.log, format: *cx.format, small: SmallGroups(0) };
    // What leaves the window does not tell small groups.
    let for_others = Teller { small: SmallGroups(cx.view.map.about.smallest_group), ..teller };
    let parted = page.parted(&cx.view.map.about.review.dismissed);
    let state = cx.session.insights();
    let is_whole = !state.is_coming(InsightsPage::Findings);
    if parted.findings.is_empty() && is_whole {
        let words =
            if parted.dismissed.is_empty() { tr!("ui-findings-none") } else { tr!("ui-findings-all-aside") };
        ui.add(Label::new(text(words, Face::Regular, 13.0, cx.theme.text_body)).wrap());
    }
    for (number, finding) in (1..).zip(&parted.findings) {
        ui.push_id(&finding.key, |ui| {
            finding_ui(ui, &Shown { number, finding, teller: &teller, for_others: &for_others }, cx, out)
        });
    }
    if is_whole {
        ui.add_space(4.0);
        muted_ui(ui, cx.theme, tr!("ui-findings-tested", tested = cx.format.count(parted.tested as u64)));
        take_along_ui(ui, &parted, &for_others, cx, out);
    }
    aside_ui(ui, &parted.dismissed, &teller, cx, out);
}

/// The whole list for others.
fn take_along_ui(ui: &mut Ui, found: &Insights, teller: &Teller<'_>, cx: &Context<'_>, out: &mut Out) {
    ui.horizontal_wrapped(|ui| {
        if link_ui(ui, cx.theme, &tr!("ui-findings-copy")).clicked() {
            out.requests.push(Request::CopyText(insights_markdown(found, teller)));
        }
        let title = tr!("ui-findings-file");
        if link_ui(ui, cx.theme, &tr!("ui-findings-save-text")).clicked() {
            let text = insights_markdown(found, teller);
            out.requests.push(Request::SaveText { file_name: format!("{title}.md"), text });
        }
        if link_ui(ui, cx.theme, &tr!("ui-findings-save-json")).clicked() {
            let text = format!("{:#}\n", insights_json(found, teller));
            out.requests.push(Request::SaveText { file_name: format!("{title}.json"), text });
        }
    });
}

/// What the team has put aside, with why, to be taken back.
fn aside_ui(ui: &mut Ui, aside: &[Finding], teller: &Teller<'_>, cx: &Context<'_>, out: &mut Out) {
    if aside.is_empty() {
        return;
    }
    section_ui(ui, cx.theme, "");
    let title = tr!("ui-findings-aside", count = aside.len());
    CollapsingHeader::new(text(title, Face::SemiBold, 12.0, cx.theme.text_muted)).show(ui, |ui| {
        for finding in aside {
            let sentence = teller.sentence(finding);
            ui.add(Label::new(text(&sentence, Face::Regular, 12.0, cx.theme.text_muted)).wrap());
            let why = cx.view.map.about.review.dismissed.get(&finding.key).map_or("", String::as_str);
            if !why.is_empty() {
                muted_ui(ui, cx.theme, tr!("ui-finding-why", why = why));
            }
            ui.horizontal(|ui| {
                if link_ui(ui, cx.theme, &tr!("ui-finding-back")).clicked() {
                    let edit = Edit::SetDismissed { finding: finding.key.clone(), why: None };
                    out.actions.push(Action::Edit(edit));
                }
                let count = journeys_words(finding.journeys.count(), cx);
                count_link(ui, &count, &sentence, &finding.journeys, out);
            });
            ui.add_space(6.0);
        }
    });
}
