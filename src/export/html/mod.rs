//! The map as one web page that needs no network: the picture in both themes with real text, zoom and pan, the figures of
//! what is under the pointer, and all figures as a table. The same map gives the same text.

mod figures;
mod inline;
mod page;
mod report;

pub use page::HtmlTheme;
pub use report::{HtmlReport, report_html};

use super::tables::touchpoints::touchpoints;
use super::xml::escaped;
use crate::base::fmt::NumberFormat;
use crate::measure::Measures;
use crate::measure::small_groups::SmallGroups;
use crate::model::{JourneyMap, MapKind};
use crate::scene::Scene;
use crate::tr;
use page::Page;

/// What the page of a map is made from.
#[derive(Clone, Copy, Debug)]
pub struct HtmlMap<'a> {
    /// What it is called.
    pub title: &'a str,
    /// The map.
    pub map: &'a JourneyMap,
    /// What is measured, if anything is.
    pub measures: Option<&'a Measures>,
    /// Where the figures come from; empty without figures.
    pub source: &'a str,
    /// The picture in the light theme.
    pub light: &'a Scene,
    /// The same picture in the dark one.
    pub dark: &'a Scene,
    /// Which of the two is shown.
    pub theme: HtmlTheme,
    /// How numbers are written.
    pub format: NumberFormat,
}

const MAP_CSS: &str = include_str!("../../../assets/html/map.css");
const MAP_JS: &str = include_str!("../../../assets/html/map.js");

/// The page.
#[must_use]
pub fn html(content: &HtmlMap<'_>) -> String {
    let HtmlMap { title, map, measures, source, light, dark, theme, format } = *content;
    let mut page = Page::new(title, theme);
    page.style(MAP_CSS);
    let picture = page.picture(light, dark, title);
    let small = SmallGroups(map.about.smallest_group);
    let is_survey = measures.is_some_and(|measures| measures.is_survey);
    let table = figures::for_page(touchpoints(map, measures, small), is_survey);
    let tips = figures::tips(map, light, &table, &format);
    page.add(&header(map, title));
    page.add(&format!(
        "<main>\n<div id=\"map\" role=\"application\" tabindex=\"0\" aria-label=\"{}\">\n{picture}</div>\n",
        escaped(&tr!("export-html-map", title = title)),
    ));
    page.add(&format!(
        "<section id=\"figures\">\n<h2>{}</h2>\n{}</section>\n</main>\n",
        escaped(&tr!("export-html-figures")),
        figures::table_html(&table, &format),
    ));
    if !source.is_empty() {
        page.add(&format!("<footer class=\"muted\">{}</footer>\n", escaped(source)));
    }
    page.add("<div id=\"tip\" role=\"tooltip\" hidden></div>\n");
    // Within a script only its own end must not stand.
    let tips = tips.to_string().replace("</", "<\\/");
    page.add(&format!("<script type=\"application/json\" id=\"figures-of\">{tips}</script>\n"));
    page.add(&format!("<script>\n{MAP_JS}</script>\n"));
    page.finish()
}

/// Title, whose journey it is, and the tools.
fn header(map: &JourneyMap, title: &str) -> String {
    let kind = match map.about.kind {
        MapKind::AsIs => tr!("export-md-as-is"),
        MapKind::ToBe => tr!("export-md-to-be"),
    };
    let persona = map.personas_in_order().next();
    let who = persona.map(|persona| [persona.name.trim(), persona.quote.trim()].map(str::to_owned));
    let about = who.into_iter().flatten().chain([kind]).filter(|part| !part.is_empty());
    let about: Vec<_> = about.collect();
    let button = |id: &str, sign: &str, words: String| {
        let words = escaped(&words);
        format!(
            "<button id=\"{id}\" type=\"button\" title=\"{words}\" aria-label=\"{words}\">{sign}</button>\n"
        )
    };
    format!(
        "<header>\n<div class=\"about\">\n<h1>{}</h1>\n<p class=\"muted\">{}</p>\n{}</div>\n<div class=\"tools\">\n\
         <a href=\"#figures\">{}</a>\n{}{}{}{}</div>\n</header>\n",
        escaped(title),
        escaped(&about.join(" · ")),
        description(map),
        escaped(&tr!("export-html-figures")),
        button("zoom-out", "−", tr!("export-html-zoom-out")),
        button("zoom-in", "+", tr!("export-html-zoom-in")),
        button("zoom-fit", &escaped(&tr!("export-html-fit")), tr!("export-html-zoom-fit")),
        button("theme", "◐", tr!("export-html-theme")),
    )
}

/// The scenario, if it is told.
fn description(map: &JourneyMap) -> String {
    match map.about.description.trim() {
        "" => String::new(),
        words => format!("<p>{}</p>\n", escaped(words)),
    }
}
