//! How a sentence is set: unit, digits, marks, blanks and line breaks.

use crate::draw::Draw;
use rust_decimal::Decimal;

/// Where a figure begins, with its number behind it, and where it ends; taken out before anybody reads it.
pub const BEGIN: char = '\u{E000}';
pub const END: char = '\u{E001}';
/// The number 0.
pub const NUMBERS: u32 = 0xE100;

#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Blanks {
    None,
    /// Around each figure: `为 1,552.63 万元`.
    Around,
    /// Before the sign: `3.8 %`.
    BeforeSign,
    /// Behind the comma that parts thousands: `1, 537.4`.
    InThousands,
    /// Between all characters.
    Everywhere,
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Breaks {
    None,
    /// Into lines of one width.
    Lines,
    /// The same, an empty line between all of them.
    Spaced,
    /// A page number inside a sentence.
    Page,
}

#[derive(Clone, Debug)]
pub struct Voice {
    pub unit: &'static str,
    pub decimals: u32,
    /// Of percentages.
    pub rate: u32,
    pub thousands: bool,
    /// `178.3` for `178.30`.
    pub trimmed: bool,
    pub wide: bool,
    /// `,` `;` `:` `()` for those of full width.
    pub half: bool,
    pub blanks: Blanks,
    pub breaks: Breaks,
    /// An excerpt: no titles.
    pub bare: bool,
    /// A budget, not final accounts.
    pub budget: bool,
    pub year: i64,
}

impl Voice {
    pub fn drawn(draw: &mut Draw) -> Self {
        let (unit, decimals) = draw.pick(&[
            ("万元", 2),
            ("万元", 2),
            ("万元", 2),
            ("万元", 1),
            ("万元", 0),
            ("万元", 4),
            ("万元", 3),
            ("元", 2),
            ("元", 0),
            ("亿元", 2),
            ("亿元", 4),
            ("万", 2),
        ]);
        let wide = draw.one_in(14);
        let blanks = draw.pick(&[
            Blanks::None,
            Blanks::None,
            Blanks::None,
            Blanks::None,
            Blanks::Around,
            Blanks::Around,
            Blanks::BeforeSign,
            Blanks::InThousands,
            Blanks::Everywhere,
        ]);
        Voice {
            unit,
            decimals,
            rate: draw.pick(&[2, 2, 2, 1, 1, 0]),
            thousands: !wide && (unit == "元" || draw.one_in(3)),
            trimmed: draw.one_in(5),
            wide,
            half: draw.one_in(4),
            blanks,
            breaks: draw.pick(&[
                Breaks::None,
                Breaks::None,
                Breaks::None,
                Breaks::Lines,
                Breaks::Spaced,
                Breaks::Page,
            ]),
            bare: draw.one_in(6),
            budget: draw.one_in(3),
            year: draw.between(2018, 2026),
        }
    }

    /// In one line, to be printed with a sentence that was missed.
    pub fn plain(year: i64) -> Self {
        Voice {
            unit: "万元",
            decimals: 2,
            rate: 2,
            thousands: false,
            trimmed: false,
            wide: false,
            half: false,
            blanks: Blanks::None,
            breaks: Breaks::None,
            bare: false,
            budget: false,
            year,
        }
    }

    /// As it is printed: the digits that a reader sees.
    pub fn printed(&self, amount: Decimal) -> Decimal {
        if self.trimmed {
            amount.normalize()
        } else {
            amount
        }
    }

    pub fn amount(&self, amount: Decimal) -> String {
        let digits = self.printed(amount).to_string();
        let digits = if self.thousands {
            parted(&digits)
        } else {
            digits
        };
        match self.blanks {
            Blanks::Around => format!(" {} {}", self.set(&digits), self.unit),
            Blanks::InThousands => format!("{}{}", self.set(&digits.replace(',', ", ")), self.unit),
            _ => format!("{}{}", self.set(&digits), self.unit),
        }
    }

    pub fn percent(&self, rate: Decimal) -> String {
        match self.blanks {
            Blanks::Around => format!(" {}%", self.set(&rate.to_string())),
            Blanks::BeforeSign => format!("{} %", self.set(&rate.to_string())),
            _ => self.set(&format!("{rate}%")),
        }
    }

    pub fn bare(&self, rate: Decimal) -> String {
        self.set(&rate.to_string())
    }

    fn set(&self, figure: &str) -> String {
        let wide = |c: char| match c {
            '0'..='9' | '%' | '.' | ',' | '-' => char::from_u32(c as u32 + 0xFEE0).unwrap_or(c),
            _ => c,
        };
        if self.wide {
            figure.chars().map(wide).collect()
        } else {
            figure.to_owned()
        }
    }

    /// The whole text as it is handed in, figures marked.
    pub fn finished(&self, text: &str, draw: &mut Draw) -> String {
        let is_title = |line: &&str| {
            let numbered = line.starts_with('（')
                || line.chars().nth(1) == Some('、')
                || line.chars().nth(2) == Some('、');
            numbered
                && !line.starts_with(|c: char| c.is_ascii_digit())
                && !line.contains(BEGIN)
                && line.chars().count() < 40
        };
        let lines = text.lines().filter(|line| !self.bare || !is_title(line));
        let text = lines.collect::<Vec<_>>().join("\n");
        let text: String = text
            .chars()
            .map(|c| match c {
                _ if !self.half => c,
                '，' => ',',
                '；' => ';',
                '：' => ':',
                '（' => '(',
                '）' => ')',
                _ => c,
            })
            .collect();
        let lines = text.lines().map(|line| self.line(line, draw));
        let between = if self.breaks == Breaks::Spaced {
            "\n\n"
        } else {
            "\n"
        };
        lines.collect::<Vec<_>>().join(between)
    }

    fn line(&self, line: &str, draw: &mut Draw) -> String {
        let line: String = if self.blanks == Blanks::Everywhere {
            let mut spaced = String::new();
            for c in line.chars() {
                spaced.push(c);
                // Digits keep together, as they do where text is spaced out.
                let private = ('\u{E000}'..'\u{F8FF}').contains(&c);
                if !private && !c.is_ascii_digit() && !matches!(c, '.' | ',') {
                    spaced.push(' ');
                }
            }
            spaced.trim_end().to_owned()
        } else {
            line.to_owned()
        };
        let width = 36;
        match self.breaks {
            Breaks::None => line,
            Breaks::Lines => broken(&line, width).join("\n"),
            Breaks::Spaced => broken(&line, width).join("\n\n"),
            Breaks::Page => {
                let lines = broken(&line, width);
                let number = draw.between(3, 40);
                let at = draw.below(lines.len().saturating_sub(1)) + 1;
                let mut whole = String::new();
                for (number_of_line, part) in lines.iter().enumerate() {
                    if number_of_line > 0 {
                        whole.push('\n');
                    }
                    if lines.len() > 1 && number_of_line == at {
                        whole.push_str(&format!("— {number} —\n"));
                    }
                    whole.push_str(part);
                }
                whole
            }
        }
    }
}

/// Digits in threes.
fn parted(digits: &str) -> String {
    let (whole, decimals) = digits
        .split_once('.')
        .map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let mut parted = String::new();
    for (at, c) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 && parted != "-" {
            parted.push(',');
        }
        parted.push(c);
    }
    match decimals {
        Some(decimals) => format!("{parted}.{decimals}"),
        None => parted,
    }
}

/// Lines of one width, broken as word processors do: anywhere, but not within a number, and with no mark at the
/// begin of a line.
fn broken(line: &str, width: usize) -> Vec<String> {
    let wide = |c: char| match c as u32 {
        0xE000..=0xF8FF => 0,
        ..0x2000 => 1,
        _ => 2,
    };
    let characters: Vec<char> = line.chars().collect();
    let digit = |at: usize| {
        characters
            .get(at)
            .is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '%') || *c == ',')
    };
    let mark = |at: usize| {
        characters.get(at).is_some_and(|c| {
            matches!(
                *c,
                '，' | '。' | '；' | '、' | '）' | ')' | '：' | '”' | END
            )
        })
    };
    let mut lines = Vec::new();
    let (mut from, mut used) = (0, 0);
    for at in 0..characters.len() {
        used += wide(characters[at]);
        if used < width * 2 {
            continue;
        }
        let mut to = at + 1;
        while to > from + 8 && (digit(to - 1) && digit(to) || mark(to)) {
            to -= 1;
        }
        // What begins a figure goes with it.
        while to > from + 8 && ('\u{E000}'..'\u{F8FF}').contains(&characters[to - 1]) {
            to -= 1;
        }
        if to < characters.len() {
            lines.push(
                characters[from..to]
                    .iter()
                    .collect::<String>()
                    .trim()
                    .to_owned(),
            );
            used = characters[to..=at].iter().map(|c| wide(*c)).sum();
            from = to;
        }
    }
    lines.push(
        characters[from..]
            .iter()
            .collect::<String>()
            .trim()
            .to_owned(),
    );
    lines
}
