//! What is said of a text somebody wrote.

use super::slip::{Slip, SlipKind};
use crate::finding::{Code, Finding};

pub(super) fn placeholder_left<C>(cell: C, label: &str, placeholder: &str) -> Finding<C> {
    Finding::new(
        Code::PlaceholderLeft,
        cell,
        format!("{label}里还留着模板的占位文字“{placeholder}”：请改成实际内容。"),
    )
    .remedy("改成实际内容")
}

pub(super) fn narrative<C>(cell: C, slip: &Slip) -> Finding<C> {
    let (written, exact, unit) = (&slip.written, &slip.exact, &slip.unit);
    let (code, message) = match slip.kind {
        SlipKind::Total => (
            Code::NarrativeTotal,
            format!("文字中的合计 {written}{unit} 与所列各项之和 {exact}{unit} 不符：请核对。"),
        ),
        SlipKind::Rate => (
            Code::NarrativeRate,
            format!("文字中的完成率 {written} 与所列两数不符，应为 {exact}：请核对。"),
        ),
    };
    Finding::new(code, cell, message)
        .working(slip.working.as_str())
        .remedy(format!("核对文字，或改为 {exact}"))
}
