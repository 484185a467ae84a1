//! What is said of the self-evaluation forms of a published disclosure.

use crate::Told;
use juesuan_understand::Apart;

/// A score above its points.
pub(super) fn above(name: &str, printed: &str, weight: &str) -> Told {
    Told::new(format!(
        "自评表“{name}”得分 {printed}，超过了分值 {weight}：得分不能高于分值，请核对。"
    ))
    .remedy("核对得分和分值")
}

/// An indicator under a heading that it does not belong to.
pub(super) fn misplaced(name: &str, under: &str, belongs: &str) -> Told {
    Told::new(format!(
        "自评表“{name}”列在“{under}”下面，应属于“{belongs}”：请移到相应的指标下面。"
    ))
    .remedy(format!("移到“{belongs}”下面"))
}

/// A cell that the other rows have.
pub(super) fn blank(name: &str, what: &str) -> Told {
    Told::new(format!(
        "自评表“{name}”一行没有填写{what}，其他各行都有：请补上。"
    ))
    .remedy(format!("补填{what}"))
}

/// A grade that the total does not give.
pub(super) fn grade(printed: &str, total: &str) -> Told {
    Told::new(format!(
        "自评表总分 {total}，等级却是“{printed}”，两者不相称：请核对总分和等级。"
    ))
    .remedy("核对总分和等级")
}

/// A target and an actual that do not compare as they stand; `why` is the calculation, as the end of a sentence.
pub(super) fn apart(apart: Apart, name: &str, target: &str, actual: &str, why: &str) -> Told {
    match apart {
        Apart::Converted => Told::new(format!(
            "自评表“{name}”的目标值“{target}”与完成值“{actual}”统计期间不同，换算后才能比较{why}：请改为同一期间。"
        ))
        .remedy("改为同一期间"),
        Apart::Periods => Told::new(format!(
            "自评表“{name}”的目标值“{target}”与完成值“{actual}”统计期间不同，不能换算：请改为同一期间。"
        ))
        .remedy("改为同一期间"),
        Apart::Units => Told::new(format!(
            "自评表“{name}”的目标值“{target}”与完成值“{actual}”单位不同，不能比较：请改为同一单位。"
        ))
        .remedy("改为同一单位"),
        Apart::Bound => Told::new(format!(
            "自评表“{name}”的完成值“{actual}”只有界限，没有数：请填写实际完成的数。"
        ))
        .remedy("填写实际完成的数"),
    }
}
