//! The four figures of the text, from the same numbers.

use super::material::{Amount, Item, Material};
use crate::accounts::{Cell, ChartKind, Column, TableNo};
use crate::chart::{BarGroup, Chart, Part, bars, proportions};
use juesuan_figure::Number;
use juesuan_figure::measure;

/// A figure; `None` while its numbers are missing or there is nothing to draw.
pub fn figures(material: &Material, kind: ChartKind) -> Option<Chart> {
    let total = |key| Cell::Fixed(TableNo::INCOME_AND_SPENDING, key, Column::Amount);
    let fiscal = |key| Cell::Fixed(TableNo::FISCAL, key, Column::Total);
    match kind {
        ChartKind::Totals => changes(
            material,
            "收入支出决算总计变动情况",
            [
                ("收入总计", total("left-total")),
                ("支出总计", total("right-total")),
            ],
        ),
        ChartKind::FiscalTotals => changes(
            material,
            "财政拨款收入支出决算总计变动情况",
            [
                ("财政拨款收入", fiscal("left-total")),
                ("财政拨款支出", fiscal("right-total")),
            ],
        ),
        ChartKind::IncomeStructure => structure(material, "收入决算结构", "收入来源", "收入合计"),
        ChartKind::SpendingStructure => structure(material, "支出决算结构", "支出类别", "支出合计"),
    }
}

/// Last year beside this year.
fn changes(material: &Material, title: &str, of: [(&str, Cell); 2]) -> Option<Chart> {
    let year = material.year();
    let this_year = year.map_or_else(|| "本年".to_owned(), |year| format!("{year}年"));
    let last_year = year.map_or_else(|| "上年".to_owned(), |year| format!("{}年", year - 1));
    let group = |(name, cell): (&str, Cell)| {
        let amount = material.at(cell);
        let (this, last) = (amount.value?, material.last(&amount).value?);
        Some(BarGroup {
            name: name.to_owned(),
            last: (last_year.clone(), last),
            this: (this_year.clone(), this),
            change: change(material, &amount)?,
        })
    };
    let groups: Vec<BarGroup> = of.into_iter().filter_map(group).collect();
    bars(title, &groups)
}

/// `+7.7（增长 0.5%）`, `持平`.
fn change(material: &Material, amount: &Amount) -> Option<String> {
    let this = Number::new(amount.value?).ok()?;
    let last = Number::new(material.last(amount).value?).ok()?;
    let growth = measure::growth(this, last, material.places).ok()?;
    let Some((_, up)) = growth.words() else {
        return Some("持平".to_owned());
    };
    let by = growth.display_change();
    Some(match growth.rate_shown() {
        Some((less, rate)) => format!("{by}（{up}{less} {rate}）"),
        None => by,
    })
}

/// The parts of a whole that are more than nothing.
fn structure(material: &Material, title: &str, kind: &str, whole: &str) -> Option<Chart> {
    use super::material::Named;
    let Some(Named::Amount(whole)) = material.named(whole) else {
        return None;
    };
    let whole = Number::new(whole.value?).ok()?;
    let items = material.items(kind)?;
    // A part that is not known yet would be missing in the drawing without a word.
    if items.iter().any(|item| item.amount.value.is_none()) {
        return None;
    }
    let part = |item: Item| {
        let amount = item.amount.value.filter(|amount| !amount.is_zero())?;
        let share = measure::share(Number::new(amount).ok()?, whole, material.places).ok()?;
        Some(Part {
            name: item.name,
            amount,
            share: share.display(),
        })
    };
    let parts: Vec<Part> = items.into_iter().filter_map(part).collect();
    proportions(title, &parts)
}
