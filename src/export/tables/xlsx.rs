//! All tables in one workbook: numbers as numbers, headings that stay in sight, and a sheet that says what the figures
//! mean and where they come from.

use super::{Cell, Kind, Table, cards, paths, stages, touchpoints};
use crate::export::ExportError;
use crate::measure::Measures;
use crate::measure::small_groups::SmallGroups;
use crate::model::JourneyMap;
use crate::overlay::definitions::definitions;
use crate::tr;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Worksheet, XlsxError,
};
use std::collections::BTreeMap;
use unicode_segmentation::UnicodeSegmentation;

/// What goes into a workbook.
#[derive(Clone, Copy, Debug)]
pub struct Workbook<'a> {
    /// The map.
    pub map: &'a JourneyMap,
    /// What is measured, if anything is.
    pub measures: Option<&'a Measures>,
    /// Where the figures come from, as under a picture; empty without figures.
    pub source: &'a str,
}

/// Columns are as wide as their longest text, within these letters.
const NARROWEST: usize = 9;
const WIDEST_NAME: usize = 34;
const WIDEST_WORDS: usize = 60;
/// Room for headings of three lines, in points.
const HEADING_HEIGHT_PT: f64 = 48.0;

impl From<XlsxError> for ExportError {
    fn from(error: XlsxError) -> Self {
        Self::Archive(error.to_string())
    }
}

impl Workbook<'_> {
    fn tables(&self) -> Vec<Table> {
        let (map, small) = (self.map, SmallGroups(self.map.about.smallest_group));
        let measures = self.measures;
        let mut tables =
            vec![touchpoints::touchpoints(map, measures, small), stages::stages(map, measures, small)];
        tables.extend(measures.and_then(|measures| touchpoints::channels(map, measures, small)));
        tables.push(cards::cards(map, measures, small));
        tables.push(cards::actions(map));
        if let Some(measures) = measures {
            tables.extend(paths::transitions(map, measures, small));
            tables.extend(paths::switches(measures, small));
        }
        tables
    }
}

/// The bytes of the workbook. No time is written: the same map and figures give the same bytes.
///
/// # Errors
/// [`ExportError::Archive`] when it can't be put together, such as for more cards than a sheet has rows.
pub fn xlsx(content: &Workbook<'_>) -> Result<Vec<u8>, ExportError> {
    let mut book = rust_xlsxwriter::Workbook::new();
    // The format has no room for "no time".
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new()
        .set_title(content.map.about.title.trim())
        .set_subject(content.map.about.description.trim())
        .set_author("Pathlight")
        .set_creation_datetime(&created);
    book.set_properties(&properties);
    let formats = Formats::new();
    for table in content.tables() {
        write_table(book.add_worksheet(), &table, &formats)?;
    }
    write_notes(book.add_worksheet(), content, &formats)?;
    Ok(book.save_to_buffer()?)
}

/// How cells look.
struct Formats {
    heading: Format,
    hidden: Format,
    title: Format,
    bold: Format,
    words: Format,
    cells: BTreeMap<Kind, Format>,
}

impl Formats {
    fn new() -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        let number = |code: &str| top().set_num_format(code);
        let cells = [
            (Kind::Name, top()),
            (Kind::Words, top().set_text_wrap()),
            (Kind::Day, number("yyyy-mm-dd")),
            (Kind::Count, number("#,##0")),
            (Kind::Share, number("0.0%")),
            (Kind::Number, number("0.00")),
            (Kind::Signed, number("+0.00;\u{2212}0.00;0.00")),
            (Kind::Seconds, number("#,##0")),
        ];
        Self {
            heading: top().set_bold().set_text_wrap().set_border_bottom(FormatBorder::Medium),
            hidden: top().set_align(FormatAlign::Right).set_italic(),
            title: Format::new().set_bold().set_font_size(16.0),
            bold: top().set_bold(),
            words: top().set_text_wrap(),
            cells: cells.into(),
        }
    }

    fn of(&self, kind: Kind) -> &Format {
        self.cells.get(&kind).unwrap_or(&self.words)
    }
}

fn write_table(sheet: &mut Worksheet, table: &Table, formats: &Formats) -> Result<(), XlsxError> {
    sheet.set_name(&table.name)?;
    for (number, column) in (0_u16..).zip(&table.columns) {
        sheet.set_column_width(number, width(table, usize::from(number)))?;
        sheet.write_string_with_format(0, number, &column.heading, &formats.heading)?;
    }
    sheet.set_row_height(0, HEADING_HEIGHT_PT)?;
    for (row, cells) in (1_u32..).zip(&table.rows) {
        for ((number, cell), column) in (0_u16..).zip(cells).zip(&table.columns) {
            write_cell(sheet, (row, number), cell, (column.kind, formats))?;
        }
    }
    // Names stay in sight while one looks at figures far to the right.
    let names = table.columns.iter().take_while(|column| column.kind == Kind::Name).take(2).count();
    sheet.set_freeze_panes(1, u16::try_from(names).unwrap_or(0))?;
    if let (Ok(last_row), Ok(columns)) = (u32::try_from(table.rows.len()), u16::try_from(table.columns.len()))
    {
        sheet.autofilter(0, 0, last_row, columns.saturating_sub(1))?;
    }
    sheet.set_landscape().set_repeat_rows(0, 0)?.set_print_fit_to_pages(1, 0);
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    (kind, formats): (Kind, &Formats),
) -> Result<(), XlsxError> {
    let format = formats.of(kind);
    match cell {
        Cell::Empty => {}
        Cell::Number(value) => {
            sheet.write_number_with_format(row, column, *value, format)?;
        }
        Cell::Hidden(shown) => {
            sheet.write_string_with_format(row, column, shown, &formats.hidden)?;
        }
        Cell::Text(text) => {
            match day(text).filter(|_| kind == Kind::Day) {
                Some(day) => sheet.write_datetime_with_format(row, column, &day, format)?,
                None => sheet.write_string_with_format(row, column, text, format)?,
            };
        }
    }
    Ok(())
}

/// A day that the format can tell.
fn day(text: &str) -> Option<ExcelDateTime> {
    let mut parts = text.splitn(3, '-');
    let mut part = || parts.next()?.parse::<u16>().ok();
    let (year, month, day) = (part()?, part()?, part()?);
    ExcelDateTime::from_ymd(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?).ok()
}

/// Letters that fit side by side.
fn width(table: &Table, column: usize) -> f64 {
    let Some(of) = table.columns.get(column) else { return NARROWEST as f64 };
    let letters = |text: &str| text.lines().map(|line| line.graphemes(true).count()).max().unwrap_or(0);
    let cells = table.rows.iter().filter_map(|row| match row.get(column)? {
        Cell::Text(text) => Some(letters(text)),
        Cell::Empty | Cell::Number(_) | Cell::Hidden(_) => None,
    });
    let most = if of.kind == Kind::Words { WIDEST_WORDS } else { WIDEST_NAME };
    // Headings are wrapped; their longest word, with the mark of the filter, is not.
    let heading = of.heading.split_whitespace().map(letters).max().unwrap_or(0) + 3;
    cells.chain([heading, NARROWEST]).max().unwrap_or(NARROWEST).min(most) as f64 + 1.0
}

/// Where the figures come from and what they mean.
fn write_notes(sheet: &mut Worksheet, content: &Workbook<'_>, formats: &Formats) -> Result<(), XlsxError> {
    sheet.set_name(tr!("export-sheet-notes"))?;
    sheet.set_column_width(0, 32)?.set_column_width(1, 100)?;
    let about = &content.map.about;
    sheet.write_string_with_format(0, 0, about.title.trim(), &formats.title)?;
    let personas: Vec<_> = content.map.personas_in_order().map(|persona| persona.name.trim()).collect();
    let facts = [
        (tr!("export-notes-scenario"), about.description.trim().to_owned()),
        (tr!("export-notes-personas"), personas.join("; ")),
        (tr!("export-notes-source"), content.source.trim().to_owned()),
        (tr!("export-notes-units"), tr!("export-notes-units-are")),
    ];
    let facts = facts.into_iter().filter(|(_, words)| !words.is_empty());
    let meanings = definitions().into_iter().map(|of| (of.name, of.meaning));
    let meanings = meanings.filter(|_| content.measures.is_some());
    for (row, (name, words)) in (2_u32..).zip(facts.chain(meanings)) {
        sheet.write_string_with_format(row, 0, &name, &formats.bold)?;
        sheet.write_string_with_format(row, 1, &words, &formats.words)?;
    }
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}
