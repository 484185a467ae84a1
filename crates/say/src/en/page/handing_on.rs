use super::Words;
use crate::page::HandingOn;
use juesuan_paper::Place;

impl HandingOn for Words {
    fn head_labels(&self) -> [&'static str; 6] {
        ["Unit", "Year", "File", "Date", "Reviewer", "Program"]
    }

    fn head_counts(&self, figures: usize, checked: usize, findings: [usize; 3]) -> String {
        let [errors, warnings, notices] = findings;
        format!(
            "{figures} figures, {checked} of them checked; errors {errors}, warnings {warnings}, notices {notices}."
        )
    }

    fn list_columns(&self) -> [&'static str; 9] {
        [
            "No.",
            "Severity",
            "Kind",
            "Place",
            "Printed",
            "Matter",
            "Working",
            "What to do, or why not",
            "Remark",
        ]
    }

    fn list_place(&self, place: &Place, heading: &str) -> String {
        let at = match (place.page, &place.sheet, &place.cell) {
            (Some(page), _, _) => format!("Page {page}"),
            (None, Some(sheet), Some(cell)) => format!("Sheet “{sheet}” {cell}"),
            (None, Some(sheet), None) => format!("Sheet “{sheet}”"),
            (None, None, _) => match (place.row, place.column) {
                (Some(row), Some(column)) => {
                    format!("Table, row {}, column {}", row + 1, column + 1)
                }
                _ => format!("Paragraph {}", place.block + 1),
            },
        };
        match heading {
            "" => at,
            heading => format!("{at}, “{heading}”"),
        }
    }

    fn list_line(
        &self,
        number: usize,
        kind: &str,
        place: &str,
        quote: &str,
        message: &str,
    ) -> String {
        let quote = match quote {
            "" => String::new(),
            quote => format!(", “{quote}”"),
        };
        format!("{number}. [{kind}] {place}{quote}: {message}")
    }

    fn list_remark(&self, text: &str) -> String {
        format!("Remark: {text}")
    }

    fn letter_subject(&self, unit: &str, year: &str) -> String {
        let of: Vec<&str> = [unit, year]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        match of.as_slice() {
            [] => "Check of the disclosure".to_owned(),
            of => format!("Check of the disclosure: {}", of.join(", ")),
        }
    }

    fn letter_to(&self, unit: &str) -> String {
        match unit {
            "" => "To the unit:".to_owned(),
            unit => format!("To {unit}:"),
        }
    }

    fn letter_begin(
        &self,
        file: &str,
        (figures, checked): (usize, usize),
        errors: usize,
        warnings: usize,
    ) -> String {
        let file = match file {
            "" => "The disclosure".to_owned(),
            file => format!("“{file}”"),
        };
        let places = |count: usize| match count {
            1 => "1 place".to_owned(),
            count => format!("{count} places"),
        };
        let found = match (errors, warnings) {
            (0, 0) => "Nothing was found that has to be corrected.".to_owned(),
            (errors, 0) => format!(
                "{} must be corrected before it is published:",
                places(errors)
            ),
            (0, warnings) => format!("Please check {}:", places(warnings)),
            (errors, warnings) => format!(
                "{} must be corrected, and {} checked, before it is published:",
                places(errors),
                places(warnings)
            ),
        };
        format!("{file} has {figures} figures, of which {checked} were checked. {found}")
    }

    fn letter_item(
        &self,
        number: usize,
        place: &str,
        quote: &str,
        message: &str,
        sure: bool,
    ) -> String {
        let quote = match quote {
            "" => String::new(),
            quote => format!(", “{quote}”"),
        };
        let ask = if sure { "" } else { " (please check)" };
        format!("{number}. {place}{quote}{ask}: {message}")
    }

    fn letter_end(&self, version: &str) -> String {
        format!(
            "Checked with juesuan {version}. Differences of rounding and other notices are not listed."
        )
    }
}
