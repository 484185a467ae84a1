//! The codes of number formats, taken apart.

/// Characters of a code that are read: Excel takes 255.
const MOST: usize = 512;

#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Section {
    pub pieces: Vec<Piece>,
    pub is_date: bool,
    pub percent: i32,
    pub thousands: bool,
    /// By how many thousands it is divided.
    pub scaled: i32,
    /// The number is as long as it is: `General`.
    pub general: bool,
    /// With a power of ten, or as a fraction.
    pub exponent: bool,
    pub fraction: bool,
    pub twelve: bool,
    pub condition: Option<(String, f64)>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Piece {
    Literal(String),
    /// 0, # or ? before the point.
    Whole(char),
    Point,
    /// 0, # or ? behind the point.
    Rest(char),
    /// yyyy, m, [h] and so on, in lower case.
    Date(String),
    General,
}

/// The sections of a code.
pub(super) fn sections(code: &str) -> Vec<Section> {
    let code: String = code.chars().take(MOST).collect();
    split(&code).iter().take(4).map(|it| section(it)).collect()
}

/// The sections, as characters with whether they stand for themselves.
fn split(code: &str) -> Vec<String> {
    let mut sections = vec![String::new()];
    let mut characters = code.chars();
    let (mut quoted, mut bracketed) = (false, false);
    while let Some(c) = characters.next() {
        if c == ';' && !quoted && !bracketed {
            sections.push(String::new());
            continue;
        }
        let last = sections.last_mut();
        let Some(last) = last else { break };
        last.push(c);
        match c {
            '"' => quoted = !quoted,
            '[' if !quoted => bracketed = true,
            ']' if !quoted => bracketed = false,
            '\\' | '!' | '_' | '*' if !quoted => last.extend(characters.next()),
            _ => {}
        }
    }
    sections
}

/// A section while it is taken apart.
#[derive(Default)]
struct Scan {
    section: Section,
    literal: String,
    after_point: bool,
    /// Commas since the last digit.
    commas: i32,
}

impl Scan {
    fn push(&mut self, piece: Piece) {
        if !self.literal.is_empty() {
            let literal = std::mem::take(&mut self.literal);
            self.section.pieces.push(Piece::Literal(literal));
        }
        self.section.pieces.push(piece);
    }

    fn date(&mut self, word: String) {
        self.section.is_date = true;
        self.push(Piece::Date(word));
    }

    fn digit(&mut self, place: char) {
        self.section.thousands |= self.commas > 0 && !self.after_point;
        self.commas = 0;
        self.push(match self.after_point {
            true => Piece::Rest(place),
            false => Piece::Whole(place),
        });
    }

    fn holds(&self, is: impl Fn(&Piece) -> bool) -> bool {
        self.section.pieces.iter().any(is)
    }
}

fn section(code: &str) -> Section {
    let mut scan = Scan::default();
    let mut rest = code;
    while let Some(c) = rest.chars().next() {
        rest = match word(rest, &mut scan) {
            Some(after) => after,
            None => character(c, rest, &mut scan),
        };
    }
    if !scan.literal.is_empty() {
        let literal = std::mem::take(&mut scan.literal);
        scan.section.pieces.push(Piece::Literal(literal));
    }
    scan.section.scaled = scan.commas;
    scan.section
}

/// Takes a word that means something as a whole; what follows it.
fn word<'a>(rest: &'a str, scan: &mut Scan) -> Option<&'a str> {
    let starts = |word: &str| {
        let start = rest.get(..word.len());
        start.is_some_and(|it| it.eq_ignore_ascii_case(word))
    };
    if let Some(word) = ["General", "G/通用格式"].iter().find(|it| starts(it)) {
        scan.section.general = true;
        scan.push(Piece::General);
        return rest.get(word.len()..);
    }
    let half = ["am/pm", "a/p", "上午/下午"];
    let word = half.iter().find(|it| starts(it))?;
    scan.section.twelve = true;
    scan.date((*word).to_owned());
    rest.get(word.len()..)
}

/// Takes a character and what belongs to it; what follows.
fn character<'a>(c: char, rest: &'a str, scan: &mut Scan) -> &'a str {
    let next = skip(rest);
    match c {
        '"' => {
            let (text, after) = next.split_once('"').unwrap_or((next, ""));
            scan.literal.push_str(text);
            return after;
        }
        '\\' | '!' => {
            scan.literal.extend(next.chars().next());
            return skip(next);
        }
        // As wide as the character behind it; filled with it.
        '_' | '*' => return skip(next),
        '[' => {
            let (text, after) = next.split_once(']').unwrap_or((next, ""));
            bracket(text, scan);
            return after;
        }
        '0' | '#' | '?' => scan.digit(c),
        ',' if scan.literal.is_empty() && scan.holds(|it| matches!(it, Piece::Whole(_))) => {
            scan.commas += 1;
        }
        '.' if scan.holds(|it| matches!(it, Piece::Date(_))) => {
            // Parts of a second.
            let zeros = next.chars().take_while(|it| *it == '0').count();
            if zeros > 0 {
                scan.date(".".to_owned() + &"0".repeat(zeros.min(3)));
                return next.get(zeros..).unwrap_or_default();
            }
            scan.literal.push('.');
        }
        '.' if !scan.after_point => {
            scan.after_point = true;
            scan.push(Piece::Point);
        }
        '%' => {
            scan.section.percent += 1;
            scan.literal.push('%');
        }
        'E' | 'e' if next.starts_with(['+', '-']) => {
            scan.section.exponent = true;
            return next.trim_start_matches(['+', '-', '0', '#']);
        }
        '/' if scan.holds(|it| matches!(it, Piece::Whole(_))) => scan.section.fraction = true,
        '@' => {
            scan.section.general = true;
            scan.push(Piece::General);
        }
        _ if "ymdhsaebg".contains(c.to_ascii_lowercase()) => {
            let same = |it: &char| it.eq_ignore_ascii_case(&c);
            let count = rest.chars().take_while(same).count();
            let word = rest.get(..count).unwrap_or_default();
            scan.date(word.to_ascii_lowercase());
            return rest.get(count..).unwrap_or_default();
        }
        other => scan.literal.push(other),
    }
    next
}

fn skip(text: &str) -> &str {
    let mut rest = text.chars();
    rest.next();
    rest.as_str()
}

/// A color, a condition, a currency, or hours that go beyond 24.
fn bracket(text: &str, scan: &mut Scan) {
    let lower = text.to_ascii_lowercase();
    if let Some(currency) = text.strip_prefix('$') {
        scan.literal
            .push_str(currency.split('-').next().unwrap_or_default());
    } else if !lower.is_empty()
        && ['h', 'm', 's']
            .iter()
            .any(|it| lower.chars().all(|c| c == *it))
    {
        scan.date(format!("[{lower}]"));
    } else if let Some(at) = text.find(|c: char| c.is_ascii_digit() || c == '-' || c == '.')
        && text.starts_with(['<', '>', '='])
        && let (Some(sign), Some(bound)) = (text.get(..at), text.get(at..))
        && let Ok(bound) = bound.parse()
    {
        scan.section.condition = Some((sign.to_owned(), bound));
    }
}
