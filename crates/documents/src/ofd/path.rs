//! Paths as they are written: `M 0 0 L 100 0 C`.

use hayro_interpret::kurbo::{BezPath, Point};

/// More pieces of a path are not read: it is a picture long before.
const MOST: usize = 100_000;

/// The path that a text describes; what cannot be read ends it.
pub fn path(text: &str) -> BezPath {
    let mut path = Pen::default();
    let mut rest = pieces(text).peekable();
    let mut count = 0;
    while let Some(piece) = rest.next() {
        let Piece::Operator(operator) = piece else {
            break;
        };
        let mut operands = [0.0; 7];
        let wanted = match operator {
            'M' | 'S' | 'L' => 2,
            'Q' => 4,
            'B' => 6,
            'A' => 7,
            'C' => 0,
            _ => break,
        };
        // The operator may be left out where it is the same again.
        loop {
            for slot in operands.iter_mut().take(wanted) {
                match rest.next() {
                    Some(Piece::Number(number)) => *slot = number,
                    _ => return path.path,
                }
            }
            count += 1;
            path.draw(operator, operands);
            let more = wanted > 0 && matches!(rest.peek(), Some(Piece::Number(_)));
            if !more || count > MOST {
                break;
            }
        }
        if count > MOST {
            break;
        }
    }
    path.path
}

/// Draws piece by piece.
#[derive(Default)]
struct Pen {
    path: BezPath,
    /// Where it begins again once the path is closed, and whether it has.
    start: Point,
    open: bool,
}

impl Pen {
    fn draw(&mut self, operator: char, operands: [f64; 7]) {
        let [a, b, c, d, e, f, g] = operands;
        if matches!(operator, 'M' | 'S') {
            self.start = Point::new(a, b);
            self.path.move_to(self.start);
            self.open = true;
            return;
        }
        if operator == 'C' {
            if self.open {
                self.path.close_path();
            }
            self.open = false;
            return;
        }
        if !self.open {
            self.path.move_to(self.start);
            self.open = true;
        }
        match operator {
            'L' => self.path.line_to((a, b)),
            'Q' => self.path.quad_to((a, b), (c, d)),
            'B' => self.path.curve_to((a, b), (c, d), (e, f)),
            // An arc: that it is curved, and where it ends, is all that is wanted of it.
            _ => self.path.quad_to((f, g), (f, g)),
        }
    }
}

enum Piece {
    Operator(char),
    Number(f64),
}

/// Letters and numbers, parted by blanks, commas or nothing at all; a piece that is neither ends them.
fn pieces(text: &str) -> impl Iterator<Item = Piece> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
        let first = rest.chars().next()?;
        if first.is_ascii_alphabetic() {
            rest = rest.get(1..)?;
            return Some(Piece::Operator(first));
        }
        let mut before = ' ';
        let end = rest.find(|c: char| {
            let sign = matches!(c, '-' | '+') && (before == ' ' || matches!(before, 'e' | 'E'));
            let goes_on = c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E') || sign;
            before = c;
            !goes_on
        });
        let (number, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        let number: f64 = number.parse().ok()?;
        number.is_finite().then_some(Piece::Number(number))
    })
}

#[cfg(test)]
mod tests {
    use super::path;

    #[test]
    fn paths() {
        for (text, expected) in [
            ("", ""),
            ("M 0 0 L 10 0", "M0 0 L10 0"),
            ("M0,0L10-5", "M0 0 L10 -5"),
            ("S 1 1 M 0 0 L 10 0 10 10 C", "M1 1 M0 0 L10 0 L10 10 Z"),
            ("M 0 0 L 1 0 C L 2 2", "M0 0 L1 0 Z M0 0 L2 2"),
            ("L 1 1", "M0 0 L1 1"),
            ("M 0 0 Q 1 1 2 0", "M0 0 Q1 1 2 0"),
            ("M 0 0 B 1 1 2 2 3 0", "M0 0 C1 1 2 2 3 0"),
            ("M 0 0 A 5 5 0 0 1 10 0", "M0 0 Q10 0 10 0"),
            ("M 1e1 -2.5E-1 L 0 .5", "M10 -0.25 L0 0.5"),
            ("C", ""),
            ("M 0 0 L 1", "M0 0"),
            ("M 0 0 L 1 x L 2 2", "M0 0"),
            ("M 0 0 Z 1 1", "M0 0"),
            ("1 2 3", ""),
            ("M 0 0 L 1e999 0", "M0 0"),
            ("M 0 0 L 一 0", "M0 0"),
        ] {
            assert_eq!(path(text).to_svg().replace(',', " "), expected, "{text}");
        }
    }
}
