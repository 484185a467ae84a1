//! Formulas: which cell `[4,2]` is, is known once the tables have their sheets.

use std::collections::HashMap;
use std::iter::Peekable;
use std::str::Chars;

/// What a formula may compute with. Others could reach beyond the file.
const FUNCTIONS: &[&str] = &[
    "SUM",
    "ROUND",
    "IF",
    "IFERROR",
    "ABS",
    "MAX",
    "MIN",
    "AND",
    "OR",
    "NOT",
    "AVERAGE",
    "COUNT",
    "SUMPRODUCT",
];
/// Characters of a formula, as Excel takes them.
const LONGEST: usize = 8_000;
/// Values that a function takes, and characters of a text in a formula, as Excel has them.
const VALUES: usize = 255;
const TEXT: usize = 255;
/// How deep brackets may be nested: Excel takes 64.
const DEPTH: usize = 32;

/// Where tables stand: sheet, row of the first row, rows and columns.
#[derive(Default)]
pub(super) struct Places(HashMap<usize, Place>);

struct Place {
    sheet: String,
    top: usize,
    size: (usize, usize),
}

impl Places {
    pub fn add(&mut self, block: usize, sheet: &str, top: usize, size: (usize, usize)) {
        let sheet = sheet.to_owned();
        self.0.insert(block, Place { sheet, top, size });
    }

    /// The formula of a cell in the table of `block`, as Excel writes it; nothing where it is none, or one that may not
    /// be: the value is written all the same.
    pub fn formula(&self, formula: &str, block: usize) -> Option<String> {
        if formula.len() > LONGEST {
            return None;
        }
        let mut reading = Reading {
            left: formula.chars().peekable(),
            out: String::new(),
            places: self,
            block,
        };
        reading.expression(0)?;
        reading.blanks();
        let whole = reading.left.next().is_none() && reading.out.len() <= LONGEST;
        whole.then_some(reading.out)
    }

    fn named(&self, block: usize, own: usize, (row, column): (usize, usize)) -> Option<String> {
        let place = self.0.get(&block)?;
        if row >= place.size.0 || column >= place.size.1 {
            return None;
        }
        let cell = cell(place.top + row, column);
        match block == own {
            true => Some(cell),
            false => Some(format!("{}!{cell}", quoted(&place.sheet))),
        }
    }
}

/// A formula while it is read and written anew.
struct Reading<'f> {
    left: Peekable<Chars<'f>>,
    out: String,
    places: &'f Places,
    block: usize,
}

impl Reading<'_> {
    fn blanks(&mut self) {
        while self.left.next_if(|c| *c == ' ').is_some() {}
    }

    fn take(&mut self, signs: &str) -> Option<char> {
        self.blanks();
        let sign = self.left.next_if(|c| signs.contains(*c))?;
        self.out.push(sign);
        Some(sign)
    }

    fn expression(&mut self, depth: usize) -> Option<()> {
        if depth > DEPTH {
            return None;
        }
        loop {
            while self.take("+-").is_some() {}
            self.operand(depth)?;
            while self.take("%").is_some() {}
            match self.take("+-*/^&=<>") {
                Some('<') => drop(self.take("=>")),
                Some('>') => drop(self.take("=")),
                Some(_) => {}
                None => return Some(()),
            }
        }
    }

    fn operand(&mut self, depth: usize) -> Option<()> {
        self.blanks();
        match *self.left.peek()? {
            '(' => {
                self.take("(")?;
                self.expression(depth + 1)?;
                self.take(")").map(drop)
            }
            '[' => self.reference(),
            '"' => self.text(),
            '0'..='9' => self.number(),
            'A'..='Z' => self.function(depth),
            _ => None,
        }
    }

    /// `[4,2]`, `[7:4,2]`; two with `:` between are a range.
    fn reference(&mut self) -> Option<()> {
        let (block, first) = self.address()?;
        let name = self.places.named(block, self.block, first)?;
        self.out.push_str(&name);
        if self.take(":").is_some() {
            self.blanks();
            let (other, last) = self.address()?;
            // A range lies in one table.
            if other != block {
                return None;
            }
            let name = self.places.named(block, block, last)?;
            self.out.push_str(&name);
        }
        Some(())
    }

    fn address(&mut self) -> Option<(usize, (usize, usize))> {
        self.left.next_if_eq(&'[')?;
        let first = self.index()?;
        match self.left.next()? {
            ',' => {
                let column = self.index()?;
                self.left.next_if_eq(&']')?;
                Some((self.block, (first, column)))
            }
            ':' => {
                let row = self.index()?;
                self.left.next_if_eq(&',')?;
                let column = self.index()?;
                self.left.next_if_eq(&']')?;
                Some((first, (row, column)))
            }
            _ => None,
        }
    }

    fn index(&mut self) -> Option<usize> {
        let mut digits = String::new();
        while let Some(digit) = self.left.next_if(char::is_ascii_digit) {
            digits.push(digit);
        }
        digits.parse().ok()
    }

    fn text(&mut self) -> Option<()> {
        self.left.next();
        self.out.push('"');
        let mut units = 0;
        loop {
            let c = self.left.next()?;
            self.out.push(c);
            units += c.len_utf16();
            if units > TEXT + 1 {
                return None;
            }
            if c == '"' {
                match self.left.next_if_eq(&'"') {
                    Some(_) => self.out.push('"'),
                    None => return Some(()),
                }
            }
        }
    }

    fn number(&mut self) -> Option<()> {
        let mut number = String::new();
        while let Some(c) = self.left.next_if(|c| c.is_ascii_digit() || *c == '.') {
            number.push(c);
        }
        number.parse::<f64>().ok()?;
        self.out.push_str(&number);
        Some(())
    }

    fn function(&mut self, depth: usize) -> Option<()> {
        let mut name = String::new();
        while let Some(letter) = self.left.next_if(char::is_ascii_uppercase) {
            name.push(letter);
        }
        if !FUNCTIONS.contains(&name.as_str()) {
            return None;
        }
        self.out.push_str(&name);
        self.take("(")?;
        for _ in 0..VALUES {
            self.expression(depth + 1)?;
            if self.take(",").is_none() {
                return self.take(")").map(drop);
            }
        }
        None
    }
}

/// The name of a sheet as formulas have it.
pub(super) fn quoted(sheet: &str) -> String {
    format!("'{}'", sheet.replace('\'', "''"))
}

/// A cell as Excel names it; both are counted from 0.
pub(super) fn cell(row: usize, column: usize) -> String {
    format!("{}{}", letters(column), row + 1)
}

/// A column as Excel names it.
pub(super) fn letters(column: usize) -> String {
    let mut left = column + 1;
    let mut letters = Vec::new();
    while left > 0 {
        left -= 1;
        letters.push(char::from(b'A' + (left % 26) as u8));
        left /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas() {
        let mut places = Places::default();
        places.add(3, "01", 2, (10, 30));
        places.add(7, "it's", 3, (10, 3));
        for (formula, expected) in [
            ("[0,0]", Some("A3")),
            ("[4,2]+[5,2]", Some("C7+C8")),
            ("SUM([0,1]:[4,1])", Some("SUM(B3:B7)")),
            ("[7:0,2]", Some("'it''s'!C4")),
            ("SUM([7:0,2]:[7:3,2])", Some("SUM('it''s'!C4:C7)")),
            ("ROUND([0,26]/[1,26]*100, 2)", Some("ROUND(AA3/AA4*100,2)")),
            ("IF([0,0]=0,\"—\",-[0,1]%)", Some("IF(A3=0,\"—\",-B3%)")),
            ("IF([0,0]<>0,1,(2))", Some("IF(A3<>0,1,(2))")),
            ("1.5", Some("1.5")),
            // Not there, or not in one table.
            ("[10,0]", None),
            ("[0,30]", None),
            ("[4:0,0]", None),
            ("[0,0]:[7:1,1]", None),
            // What Excel would call damaged.
            ("", None),
            ("[0,0]+", None),
            ("[0,0] [0,1]", None),
            ("(1", None),
            ("1)", None),
            ("SUM", None),
            ("SUM()", None),
            ("\"1", None),
            ("1.2.3", None),
            ("[a,1]", None),
            // What could reach beyond the file.
            ("WEBSERVICE(\"http://example.com\")", None),
            ("HYPERLINK(\"http://example.com\")", None),
            ("cmd|'/c calc'!A1", None),
            ("A1", None),
        ] {
            assert_eq!(places.formula(formula, 3).as_deref(), expected, "{formula}");
        }
        let deep = "(".repeat(40) + "1" + &")".repeat(40);
        assert_eq!(places.formula(&deep, 3), None);
        let long = vec!["1"; 5_000].join("+");
        assert_eq!(places.formula(&long, 3), None);
        // As much as Excel takes, and one more.
        for (most, takes) in [(255, true), (256, false)] {
            let sum = format!("SUM({})", vec!["1"; most].join(","));
            let text = format!("IF(1,\"{}\",0)", "字".repeat(most));
            for formula in [sum, text] {
                assert_eq!(places.formula(&formula, 3).is_some(), takes, "{most}");
            }
        }
    }

    #[test]
    fn columns() {
        for (column, name) in [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (701, "ZZ"),
            (16_383, "XFD"),
        ] {
            assert_eq!(letters(column), name);
        }
    }
}
