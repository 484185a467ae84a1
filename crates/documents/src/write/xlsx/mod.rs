//! Excel files: each table a sheet, with numbers that can be computed with; all other text on a last sheet.

mod formula;
mod names;
mod sheet;
mod styles;
mod table;
mod texts;
mod whole;

use super::docx::core;
use super::grid::Grid;
use super::plan::Step;
use super::xml::{Escaped, Xml};
use super::zipped::Zipped;
use formula::Places;
use juesuan_paper::Unwritable;
use names::Names;
use sheet::MAIN;
use styles::Styles;
use whole::sorted;

/// Sheets of a workbook: as many as our reader reads, with that of the texts.
const TABLES: usize = 999;
/// Rows and columns of a sheet, without those that titles and notes may take.
const ROWS: usize = 1_048_000;
const COLUMNS: usize = 16_384;
/// The sheet of the texts.
const TEXTS: &str = "说明";

const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Writes an Excel file.
///
/// # Errors
/// [`Unwritable`].
pub(super) fn write(steps: &[Step<'_>]) -> Result<Vec<u8>, Unwritable> {
    let (wholes, texts) = sorted(steps);
    if wholes.len() > TABLES {
        return Err(Unwritable::Tables { most: TABLES });
    }
    let mut names = Names::default();
    let mut places = Places::default();
    let mut sheets: Vec<String> = Vec::new();
    for whole in &wholes {
        let name = names.of(whole.name(), sheets.len() + 1);
        let (height, width) = super::grid::size(whole.table.rows);
        if height > ROWS || width > COLUMNS {
            return Err(Unwritable::Table {
                table: sheets.len() + 1,
                columns: COLUMNS,
                rows: ROWS,
            });
        }
        places.add(whole.table.block, &name, whole.above.len(), (height, width));
        sheets.push(name);
    }
    let mut styles = Styles::default();
    let mut zip = Zipped::default();
    let mut titles: Vec<Option<(usize, usize)>> = Vec::new();
    for (number, whole) in wholes.iter().enumerate() {
        let grid = Grid::of(whole.table.rows)?;
        let written = table::Sheet::new(whole, &grid, &places, number + 1).write(&mut styles)?;
        zip.add(&part(number), written.as_bytes())?;
        let first = whole.above.len();
        let heads = whole.table.heads;
        titles.push((heads > 0).then_some((first + 1, first + heads)));
    }
    if !texts.is_empty() || wholes.is_empty() {
        let written = texts::write(&texts, &mut styles)?;
        zip.add(&part(sheets.len()), written.as_bytes())?;
        sheets.push(names.of(TEXTS, sheets.len() + 1));
        titles.push(None);
    }
    package(&mut zip, &sheets, &titles, &styles, title(steps))?;
    Ok(zip.finish())
}

fn part(sheet: usize) -> String {
    format!("xl/worksheets/sheet{}.xml", sheet + 1)
}

fn title<'a>(steps: &[Step<'a>]) -> &'a str {
    super::docx::title(steps)
}

/// The parts that hold the sheets together.
fn package(
    zip: &mut Zipped,
    sheets: &[String],
    titles: &[Option<(usize, usize)>],
    styles: &Styles,
    title: &str,
) -> Result<(), Unwritable> {
    let mut types = Xml::new();
    types.raw(concat!(
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">",
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>",
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>",
        "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>",
        "<Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>",
    ));
    let mut kind = |part: &str, kind: &str| {
        types.put(format_args!(
            "<Override PartName=\"/{part}\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml\"/>"
        ));
    };
    kind("xl/workbook.xml", "sheet.main");
    kind("xl/styles.xml", "styles");
    (0..sheets.len()).for_each(|number| kind(&part(number), "worksheet"));
    types.raw("</Types>");
    zip.add("[Content_Types].xml", types.as_bytes())?;

    let mut package = Xml::new();
    package.raw(&super::docx::PACKAGE.replace("word/document.xml", "xl/workbook.xml"));
    zip.add("_rels/.rels", package.as_bytes())?;
    zip.add("docProps/core.xml", core(title).as_bytes())?;
    let mut app = Xml::new();
    app.raw(super::docx::APP);
    zip.add("docProps/app.xml", app.as_bytes())?;

    let mut workbook = Xml::new();
    let mut relationships = Xml::new();
    workbook.put(format_args!(
        "<workbook {MAIN} xmlns:r=\"{RELATIONSHIPS}\"><bookViews><workbookView/></bookViews><sheets>"
    ));
    relationships.raw(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    );
    for (number, name) in sheets.iter().enumerate() {
        let id = number + 1;
        workbook.put(format_args!(
            "<sheet name=\"{}\" sheetId=\"{id}\" r:id=\"rId{id}\"/>",
            Escaped(name)
        ));
        relationships.put(format_args!(
            "<Relationship Id=\"rId{id}\" Type=\"{RELATIONSHIPS}/worksheet\" Target=\"worksheets/sheet{id}.xml\"/>"
        ));
    }
    workbook.raw("</sheets>");
    if titles.iter().any(Option::is_some) {
        workbook.raw("<definedNames>");
        for (number, (name, rows)) in sheets.iter().zip(titles).enumerate() {
            if let Some((first, last)) = rows {
                let name = formula::quoted(name);
                workbook.put(format_args!(
                    "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{number}\">{}!${first}:${last}</definedName>",
                    Escaped(&name)
                ));
            }
        }
        workbook.raw("</definedNames>");
    }
    workbook.raw("<calcPr calcId=\"191029\"/></workbook>");
    relationships.put(format_args!(
        "<Relationship Id=\"rId{}\" Type=\"{RELATIONSHIPS}/styles\" Target=\"styles.xml\"/></Relationships>",
        sheets.len() + 1
    ));
    zip.add("xl/workbook.xml", workbook.as_bytes())?;
    zip.add("xl/_rels/workbook.xml.rels", relationships.as_bytes())?;
    zip.add("xl/styles.xml", styles.part().as_bytes())
}
