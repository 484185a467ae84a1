//! Parts that are all that their whole has, by their names.

use super::item::{Amount, Item};
use super::names::Key;
use juesuan_domain::accounts::Subjects;

/// Sets of parts that make up their whole, by words in the names of all of them.
pub(super) const COMPLETE: &[&[&str]] = &[
    &["人员", "公用"],
    &["货物", "工程", "服务"],
    &["出国", "车", "接待"],
    &["出国", "购置", "运行", "接待"],
    &["购置", "运行"],
    &["国内", "外"],
    &["工资福利", "商品和服务", "个人和家庭", "资本性"],
    &["收入合计", "非财政拨款结余", "年初结转"],
    &["支出合计", "结余分配", "年末结转"],
    &["年初财政拨款结转", "财政拨款收入"],
    &["年末财政拨款结转", "财政拨款支出"],
];

/// The funds that fiscal money comes from.
pub(super) const FUNDS: &[&str] = &["公共预算", "政府性基金", "经营预算"];

/// Whether parts that are more than nothing are all called as classes of the functional classification are: of them no
/// second division is told.
pub(super) fn of_classes(parts: &[(usize, &Item, &Amount)]) -> bool {
    let classes: Vec<Key> = Subjects::Functional
        .all()
        .iter()
        .filter(|subject| subject.code.len() == 3)
        .flat_map(|subject| subject.names().map(|name| Key::of(name, None)))
        .collect();
    let mut named = parts
        .iter()
        .filter(|(_, _, amount)| !amount.printed.value.is_zero());
    named.all(|(_, item, _)| classes.iter().any(|class| class.alike(&item.key) >= 2))
}
