//! Final accounts of many files brought together: which units there are, their sums, and what is to be said of them.

use juesuan_domain::accounts::{Accounts, Lack, UnitAccounts, bring_together};
use juesuan_domain::finding::Severity;
use juesuan_domain::{Workbook, read_year};
use juesuan_say::Language;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::rc::Rc;

/// What is said of the consolidated form: severity, place, sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// Its severity as scripts know it: `error`, `warning` or `notice`.
    pub severity: String,
    /// What the cell is called.
    pub place: String,
    /// The finding, as a whole sentence.
    pub message: String,
}

/// The accounts of one file.
#[derive(Debug)]
pub(crate) struct OfFile {
    file: Rc<str>,
    /// The place of the file among those that were handed over.
    source: usize,
    unit: String,
    year: String,
    accounts: UnitAccounts,
}

impl OfFile {
    /// Those of a workbook; `None` where nobody has filled in anything.
    pub(crate) fn of(workbook: &Workbook, file: Rc<str>, source: usize) -> Option<Self> {
        let accounts = &workbook.accounts;
        (!accounts.is_untouched()).then(|| OfFile {
            file,
            source,
            unit: workbook.unit().to_owned(),
            year: read_year(&workbook.year)
                .year()
                .map_or_else(|| workbook.year.to_string(), |year| year.to_string()),
            accounts: UnitAccounts {
                accounts: accounts.clone(),
                layout: workbook.layout(),
            },
        })
    }

    /// What it is called: its unit, or else its file.
    fn name(&self) -> &str {
        if self.unit.is_empty() {
            &self.file
        } else {
            &self.unit
        }
    }
}

/// The accounts of many units as one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GatheredAccounts {
    /// As if typed; amounts in 万元.
    pub accounts: Accounts,
    /// The year of all; empty where they are of several.
    pub year: String,
    /// The units, by name.
    pub units: Vec<String>,
    /// The place of each one's file among those that were handed over, counted from 0.
    pub sources: Vec<usize>,
}

/// Brings them together, and says what units lack; `None` where there are none.
pub(crate) fn together(
    all: &[OfFile],
    language: Language,
) -> Option<(GatheredAccounts, Vec<Said>)> {
    let usual = usual_year(all)?;
    let units: Vec<UnitAccounts> = all.iter().map(|one| one.accounts.clone()).collect();
    let whole = bring_together(&units);
    let words = language.page();
    let said = |severity: Severity, place: &str, message: String| Said {
        severity: severity.as_str().to_owned(),
        place: place.to_owned(),
        message,
    };
    let mut findings = Vec::new();
    let mut names: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for one in all.iter().filter(|one| !one.unit.is_empty()) {
        names.entry(&one.unit).or_default().push(&one.file);
    }
    for (unit, files) in names.iter().filter(|(_, files)| files.len() > 1) {
        let message = words.unit_twice(&files.join("、"));
        findings.push(said(Severity::Error, unit, message));
    }
    let others: Vec<&OfFile> = all.iter().filter(|one| one.year != usual).collect();
    for one in &others {
        let message = words.unit_of_another_year(&one.year, usual);
        findings.push(said(Severity::Error, one.name(), message));
    }
    for lacking in &whole.lacking {
        let Some(one) = all.get(lacking.unit) else {
            continue;
        };
        let message = match lacking.what {
            Lack::Table(no) => words.unit_lacks_table(&no.to_string()),
            Lack::Amounts(no, count) => words.unit_lacks_amounts(&no.to_string(), count),
            Lack::Rows(no, count) => words.unit_rows_untold(&no.to_string(), count),
            Lack::Facts(count) => words.unit_lacks_facts(count),
            Lack::Layout => words.unit_of_another_layout(&one.accounts.layout.name),
        };
        findings.push(said(Severity::Warning, one.name(), message));
    }
    // The order of the files decides nothing.
    findings.sort_by(|a, b| (&a.place, &a.message).cmp(&(&b.place, &b.message)));
    let units = all.iter().map(|one| (one.name().to_owned(), one.source));
    let mut units: Vec<(String, usize)> = units.collect();
    units.sort();
    let (units, sources) = units.into_iter().unzip();
    let gathered = GatheredAccounts {
        accounts: whole.accounts,
        year: if others.is_empty() { usual } else { "" }.to_owned(),
        units,
        sources,
    };
    Some((gathered, findings))
}

/// The year of most files.
fn usual_year(all: &[OfFile]) -> Option<&str> {
    let mut years: BTreeMap<&str, usize> = BTreeMap::new();
    for one in all {
        *years.entry(&one.year).or_default() += 1;
    }
    years
        .into_iter()
        .max_by_key(|(_, count)| *count)
        .map(|(year, _)| year)
}

/// Of a list of units, one a line, those that are not there. Blanks and widths of characters do not tell units apart.
pub fn missing<'a>(expected: &'a str, units: &[String]) -> Vec<&'a str> {
    let plain = |name: &str| -> String {
        let chars = name.chars().filter(|c| !c.is_whitespace());
        chars.map(juesuan_figure::fold).collect()
    };
    let there: Vec<String> = units.iter().map(|unit| plain(unit)).collect();
    let named = expected.split(['\n', '\r', '\t']).map(str::trim);
    let mut missing: Vec<&str> = Vec::new();
    for name in named.filter(|name| !name.is_empty()) {
        if !there.contains(&plain(name)) && !missing.contains(&name) {
            missing.push(name);
        }
    }
    missing
}
