//! Measures as they are written.

/// Points in a millimetre.
pub const POINTS: f64 = 72.0 / 25.4;

/// Numbers parted by blanks or commas; what is no number ends them.
pub fn numbers(text: &str) -> Vec<f64> {
    text.split(|c: char| c.is_whitespace() || c == ',')
        .filter(|piece| !piece.is_empty())
        .map_while(|piece| piece.parse().ok().filter(|it: &f64| it.is_finite()))
        .take(16)
        .collect()
}

/// A place or size in a part: x, y, width, height.
pub fn boxed(text: Option<&str>) -> Option<[f64; 4]> {
    match numbers(text?).as_slice() {
        [x, y, width, height, ..] => Some([*x, *y, *width, *height]),
        _ => None,
    }
}
