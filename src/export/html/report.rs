//! A report as one readable web page.

use super::page::{HtmlTheme, Page};
use crate::export::xml::escaped;
use crate::model::{JourneyMap, MapKind};
use crate::scene::report::{Block, Chapter, Table};
use crate::tr;

const REPORT_CSS: &str = include_str!("../../../assets/html/report.css");

/// What the page of a report is made from.
#[derive(Clone, Copy, Debug)]
pub struct HtmlReport<'a> {
    /// The map.
    pub map: &'a JourneyMap,
    /// Where the figures come from; empty without figures.
    pub source: &'a str,
    /// The chapters with pictures in the light theme.
    pub light: &'a [Chapter],
    /// The same chapters with pictures in the dark one.
    pub dark: &'a [Chapter],
    /// Which of the two is shown.
    pub theme: HtmlTheme,
}

/// The page. The same report gives the same text.
#[must_use]
pub fn report_html(report: &HtmlReport<'_>) -> String {
    let about = &report.map.about;
    let mut page = Page::new(about.title.trim(), report.theme);
    page.style(REPORT_CSS);
    let kind = match about.kind {
        MapKind::AsIs => tr!("export-md-as-is"),
        MapKind::ToBe => tr!("export-md-to-be"),
    };
    page.add(&format!(
        "<article>\n<header>\n<h1>{}</h1>\n<p class=\"muted\">{}</p>\n{}",
        escaped(about.title.trim()),
        escaped(&kind),
        paragraph(about.description.trim(), "lead"),
    ));
    page.add(&paragraph(report.source, "muted"));
    page.add("</header>\n");
    contents(&mut page, report.light);
    for (number, (light, dark)) in report.light.iter().zip(report.dark).enumerate() {
        page.add(&format!("<section id=\"chapter-{number}\">\n<h2>{}</h2>\n", escaped(&light.title)));
        for (light, dark) in light.blocks.iter().zip(&dark.blocks) {
            block(&mut page, light, dark);
        }
        page.add("</section>\n");
    }
    page.add("</article>\n");
    page.finish()
}

/// The way to each chapter.
fn contents(page: &mut Page, chapters: &[Chapter]) {
    page.add(&format!("<nav aria-label=\"{}\">\n<ul>\n", escaped(&tr!("export-html-contents"))));
    for (number, chapter) in chapters.iter().enumerate() {
        page.add(&format!("<li><a href=\"#chapter-{number}\">{}</a></li>\n", escaped(&chapter.title)));
    }
    page.add("</ul>\n</nav>\n");
}

fn paragraph(words: &str, class: &str) -> String {
    if words.is_empty() { String::new() } else { format!("<p class=\"{class}\">{}</p>\n", escaped(words)) }
}

fn block(page: &mut Page, light: &Block, dark: &Block) {
    match (light, dark) {
        (Block::Picture(light, words), Block::Picture(dark, _)) => {
            let picture = page.picture(light, dark, words);
            page.add(&format!("<figure>\n{picture}</figure>\n"));
        }
        (Block::Picture(..), _) => {}
        (Block::Heading(words), _) => page.add(&format!("<h3>{}</h3>\n", escaped(words))),
        (Block::Words(words), _) => page.add(&paragraph(words, "words")),
        (Block::Note(words), _) => page.add(&paragraph(words, "muted")),
        (Block::Table(table), _) => page.add(&table_html(table)),
        (Block::Facts(facts), _) => {
            page.add("<dl>\n");
            for (name, meaning) in facts {
                page.add(&format!("<dt>{}</dt><dd>{}</dd>\n", escaped(name), escaped(meaning)));
            }
            page.add("</dl>\n");
        }
    }
}

fn table_html(table: &Table) -> String {
    let class = |column: usize| match table.columns.get(column) {
        Some(column) if column.is_figure => "",
        _ => " class=\"name\"",
    };
    // What a name belongs to stands below it.
    let lines = |words: &str| {
        let mut lines = words.lines().map(escaped);
        let first = lines.next().unwrap_or_default();
        lines.fold(first, |all, line| all + "<br><span class=\"below\">" + &line + "</span>")
    };
    let mut html = "<div class=\"table\" tabindex=\"0\">\n<table>\n<thead><tr>".to_owned();
    for (column, of) in table.columns.iter().enumerate() {
        html += &format!("<th scope=\"col\"{}>{}</th>", class(column), escaped(&of.heading));
    }
    html += "</tr></thead>\n<tbody>\n";
    for row in &table.rows {
        html += "<tr>";
        for (column, cell) in row.iter().enumerate() {
            html += &match column {
                0 => format!("<th scope=\"row\">{}</th>", lines(cell)),
                _ => format!("<td{}>{}</td>", class(column), lines(cell)),
            };
        }
        html += "</tr>\n";
    }
    html + "</tbody>\n</table>\n</div>\n"
}
