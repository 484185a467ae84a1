use super::lines::{self, Amount, Line, MOST_LINES, heading, name_and_amount};
use super::sheet::{Row, RowKind, Sheet, Table, head};
use crate::figure::{Number, TooLarge, display_percent, grouped};
use crate::measure::{MOST_PLACES, Shares, shares};
use crate::say::{Language, Page};
use rust_decimal::Decimal;

/// The structure (结构) of a list: the share of each part.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Structure {
    /// The shares as a table, with the ready sentence.
    pub sheet: Sheet,
    /// `None` where the rounded shares add to 100, or there are none.
    pub rounding: Option<Rounding>,
}

/// What is said where rounded shares do not add to 100.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rounding {
    /// `四舍五入后各项之和为 99.9%`.
    pub said: String,
    /// Which shares were moved, and how; `None` where they stand as they were rounded.
    pub adjusted: Option<String>,
}

/// Reads a list, a part a line (`社会保障和就业支出<TAB>1,249.26`), and works out its shares with
/// `places` decimals. Names may be missing. A line of the total is held against the sum.
///
/// Where the rounded shares do not add to 100 this is said; only if `adjust` is set they are adjusted,
/// which is marked in the table, in the copied table and in the sentence.
///
/// ```
/// use juesuan::quick::structure;
/// use juesuan::say::Language;
/// let list = "社会保障和就业支出\t1,249.26\n卫生健康支出 148.59\n住房保障支出 154.31万元\n合计 1,552.16";
/// let sheet = structure(list, 1, false, Language::Chinese).sheet;
/// assert_eq!(
///     sheet.sentence,
///     "社会保障和就业支出1,249.26万元，占80.5%；卫生健康支出148.59万元，占9.6%；\
///      住房保障支出154.31万元，占9.9%。"
/// );
/// assert_eq!(sheet.remarks, ["第 4 行的合计与各项之和一致。"]);
/// ```
pub fn structure(text: &str, places: u32, adjust: bool, language: Language) -> Structure {
    let words = language.page();
    let lines = lines::lines(text);
    let mut sheet = Sheet::default();
    let rounding = if lines.len() > MOST_LINES {
        let too_many = words.too_many_lines(lines.len(), MOST_LINES);
        sheet.problems.push(too_many);
        None
    } else {
        let mut list = List {
            words,
            parts: Vec::new(),
            totals: Vec::new(),
            without_amount: Vec::new(),
        };
        for line in &lines {
            list.take(line, &mut sheet);
        }
        list.finish(&mut sheet, places.min(MOST_PLACES), adjust)
    };
    Structure { sheet, rounding }
}

/// What was read.
struct List {
    words: &'static dyn Page,
    parts: Vec<(String, Number)>,
    /// Line and amount of each line that is a total.
    totals: Vec<(usize, Number)>,
    /// Lines with a name and no amount yet.
    without_amount: Vec<String>,
}

impl List {
    fn take(&mut self, line: &Line, sheet: &mut Sheet) {
        let (at, words) = (line.number, self.words);
        let (name, amount) = name_and_amount(line);
        let is_first = self.parts.is_empty() && self.totals.is_empty();
        if is_first
            && !matches!(amount, Amount::Read(_))
            && let Some(unit) = heading(line)
        {
            match unit {
                Some(unit) => sheet.problems.push(words.heading_unit(at, unit)),
                None => sheet.remarks.push(words.heading_passed_over(at)),
            }
            return;
        }
        let kind = Kind::of(&name);
        match amount {
            Amount::Read(_) if kind == Kind::Subtotal => {
                sheet.problems.push(words.subtotal_line(at, &name))
            }
            Amount::Read(amount) if kind == Kind::Total => self.totals.push((at, amount)),
            Amount::Read(amount) => {
                let name = if name.is_empty() {
                    words.part_name(self.parts.len() + 1)
                } else {
                    name
                };
                self.parts.push((name, amount));
            }
            // A total is only there to be checked.
            Amount::Missing if kind == Kind::Total => {}
            Amount::Missing => self.without_amount.push(words.without_amount(at, &name)),
            Amount::Unreadable(error) => {
                sheet.problems.push(if needs_a_blank(line, &error.text) {
                    words.needs_a_blank(at, &error)
                } else {
                    words.of_line(at, &words.amount_unreadable(&error, "1,249.26"))
                });
            }
            Amount::Columns(columns) => {
                sheet
                    .problems
                    .push(words.too_many_columns(at, columns, words.name_and_amount()));
            }
        }
    }

    fn finish(self, sheet: &mut Sheet, places: u32, adjust: bool) -> Option<Rounding> {
        let words = self.words;
        let amounts: Vec<Number> = self.parts.iter().map(|(_, amount)| *amount).collect();
        let shares = match shares(&amounts, places) {
            Ok(shares) => shares,
            Err(TooLarge) => {
                sheet.problems.push(words.sum_too_large().to_owned());
                return None;
            }
        };
        sheet.waiting = self.without_amount.first().cloned();
        if self.parts.is_empty() {
            if sheet.problems.is_empty() && sheet.waiting.is_none() {
                sheet.waiting = Some(words.list_waits().to_owned());
            }
            return None;
        }
        if !sheet.problems.is_empty() || sheet.waiting.is_some() {
            sheet.remarks.push(words.shares_wait().to_owned());
            sheet.table = Some(self.table(&shares, words.total_read(), None, None));
            return None;
        }
        self.check_totals(shares.whole, sheet);
        let Some(sum) = shares.sum_rounded else {
            sheet.warnings.push(self.why_no_shares(&amounts));
            sheet.table = Some(self.table(&shares, words.total(), None, None));
            return None;
        };
        let adjusted = shares.adjusted.as_deref().filter(|_| adjust);
        let rounded: Vec<String> = shares.rounded.iter().map(|share| share.display()).collect();
        let moves = adjusted.map(|adjusted| self.moves(&shares, adjusted, places));
        let rounding = shares.adjusted.as_ref().map(|_| Rounding {
            said: words.rounded_sum(&display_percent(sum, places)),
            adjusted: moves.as_ref().map(|moves| words.adjusted(&moves.said)),
        });
        sheet.sentence = match (adjusted, &moves) {
            (Some(adjusted), Some(moves)) => {
                let texts: Vec<String> = adjusted
                    .iter()
                    .map(|share| display_percent(*share, places))
                    .collect();
                let text = self.sentence(&texts);
                words.adjusted_sentence(&text, &moves.said)
            }
            _ => (self.sentence(&rounded) + words.full_stop())
                .trim_end()
                .to_owned(),
        };
        let notes = moves.map(|moves| moves.notes);
        sheet.table = Some(self.table(&shares, words.total(), Some(places), adjusted.zip(notes)));
        rounding
    }

    /// Totals that were typed, held against the sum of the parts.
    fn check_totals(&self, sum: Decimal, sheet: &mut Sheet) {
        for (line, total) in &self.totals {
            let apart = total.decimal() - sum;
            if apart.is_zero() {
                let agrees = self.words.total_agrees(*line);
                sheet.remarks.push(agrees);
                continue;
            }
            sheet.warnings.push(self.words.total_differs(
                *line,
                &grouped(total.decimal()),
                &grouped(sum),
                &grouped(apart.abs()),
            ));
        }
    }

    fn why_no_shares(&self, amounts: &[Number]) -> String {
        let negative = amounts.iter().position(|amount| amount.is_negative());
        match negative.and_then(|at| self.parts.get(at)) {
            Some((name, amount)) => self.words.part_below_zero(name, *amount),
            None => self.words.no_shares_of_zero().to_owned(),
        }
    }

    /// Which shares the adjustment moved.
    fn moves(&self, shares: &Shares, adjusted: &[Decimal], places: u32) -> Moves {
        let mut said = Vec::new();
        let mut notes = Vec::new();
        for ((share, rounded), (name, _)) in adjusted.iter().zip(&shares.rounded).zip(&self.parts) {
            if rounded.value == Some(*share) {
                notes.push(String::new());
                continue;
            }
            let from = rounded.display();
            let to = display_percent(*share, places);
            said.push(self.words.moved(name, &from, &to));
            notes.push(self.words.moved_from(&from));
        }
        Moves {
            said: self.words.moves(&said),
            notes,
        }
    }

    fn sentence(&self, shares: &[String]) -> String {
        let clauses = self
            .parts
            .iter()
            .zip(shares)
            .map(|((name, amount), share)| self.words.part_share(name, *amount, share));
        self.words.clauses(&clauses.collect::<Vec<_>>())
    }

    /// `places` where shares are shown; adjusted shares with their notes where they are.
    fn table(
        &self,
        shares: &Shares,
        total: &str,
        places: Option<u32>,
        adjusted: Option<(&[Decimal], Vec<String>)>,
    ) -> Table {
        let names = self.words.structure_head();
        let names = match adjusted {
            Some(_) => &names[..],
            None => &names[..3],
        };
        let mut rows = Vec::with_capacity(self.parts.len() + 1);
        for (at, (name, amount)) in self.parts.iter().enumerate() {
            let rounded = shares.rounded.get(at).filter(|_| places.is_some());
            let mut cells = vec![
                name.clone(),
                grouped(amount.decimal()),
                rounded.map_or_else(|| NONE.to_owned(), |share| share.display()),
            ];
            let mut note = String::new();
            if let (Some((adjusted, notes)), Some(places)) = (&adjusted, places) {
                let share = adjusted
                    .get(at)
                    .map(|share| display_percent(*share, places));
                cells.push(share.unwrap_or_default());
                note = notes.get(at).cloned().unwrap_or_default();
            }
            rows.push(Row {
                note,
                ..Row::new(RowKind::Part, cells)
            });
        }
        let whole = places.map_or_else(
            || NONE.to_owned(),
            |places| display_percent(Decimal::ONE_HUNDRED, places),
        );
        let mut cells = vec![total.to_owned(), grouped(shares.whole), whole.clone()];
        if adjusted.is_some() {
            cells.push(whole);
        }
        rows.push(Row::new(RowKind::Total, cells));
        Table {
            head: head(names),
            rows,
        }
    }
}

/// What stands where there is no share.
const NONE: &str = "—";

struct Moves {
    said: String,
    /// One for each part, empty where it was not moved.
    notes: Vec<String>,
}

#[derive(PartialEq, Eq)]
enum Kind {
    Part,
    Subtotal,
    Total,
}

impl Kind {
    /// By the name: `合计`, `总　计`, `支出合计：`, `小计`.
    fn of(name: &str) -> Self {
        let bare: String = name.chars().filter(|c| !c.is_whitespace()).collect();
        let bare = bare.trim_end_matches(['：', ':']);
        if ["合计", "总计", "共计"]
            .iter()
            .any(|word| bare.ends_with(word))
        {
            Kind::Total
        } else if bare.ends_with("小计") {
            Kind::Subtotal
        } else {
            Kind::Part
        }
    }
}

/// Whether name and amount stand together without a blank: `卫生健康支出148.59`.
fn needs_a_blank(line: &Line, read: &str) -> bool {
    line.cells.len() == 1
        && read.starts_with(|c: char| c.is_alphabetic())
        && read.ends_with(|c: char| c.is_numeric() || c == '元')
}
