//! What is said of the self-evaluation forms of a published disclosure.

use crate::Told;
use juesuan_understand::Apart;

/// A score above its points.
pub(super) fn above(name: &str, printed: &str, weight: &str) -> Told {
    Told::new(format!(
        "The score {printed} of “{name}” is above its {weight} points: check both."
    ))
    .remedy("Check score and points")
}

/// An indicator under a heading that it does not belong to.
pub(super) fn misplaced(name: &str, under: &str, belongs: &str) -> Told {
    Told::new(format!(
        "“{name}” stands under “{under}”, it belongs under “{belongs}”: move it there."
    ))
    .remedy(format!("Move it under “{belongs}”"))
}

/// A cell that the other rows have.
pub(super) fn blank(name: &str, what: &str) -> Told {
    Told::new(format!(
        "The row “{name}” has no {what}, the others do: fill it in."
    ))
    .remedy("Fill it in")
}

/// A grade that the total does not give.
pub(super) fn grade(printed: &str, total: &str) -> Told {
    Told::new(format!(
        "The total is {total}, but the grade is “{printed}”: check both."
    ))
    .remedy("Check total and grade")
}

/// A target and an actual that do not compare as they stand; `why` is the calculation, as the end of a sentence.
pub(super) fn apart(apart: Apart, name: &str, target: &str, actual: &str, why: &str) -> Told {
    match apart {
        Apart::Converted => Told::new(format!(
            "The target “{target}” and the actual “{actual}” of “{name}” are counted over different periods, and compare \
             only once converted{why}: write both for one period."
        ))
        .remedy("Write both for one period"),
        Apart::Periods => Told::new(format!(
            "The target “{target}” and the actual “{actual}” of “{name}” are counted over periods that do not convert: \
             write both for one period."
        ))
        .remedy("Write both for one period"),
        Apart::Units => Told::new(format!(
            "The target “{target}” and the actual “{actual}” of “{name}” are in different units: write both in one."
        ))
        .remedy("Write both in one unit"),
        Apart::Bound => Told::new(format!(
            "The actual “{actual}” of “{name}” is a bound and no figure: write what was reached."
        ))
        .remedy("Write what was reached"),
    }
}
