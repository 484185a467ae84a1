//! The line of the execution: its heads, the year's total, and the sources of money below it.

use super::super::draft::Money;
use super::super::field::Points;
use super::super::lines::{Covering, Line};
use super::super::words::{self, MoneyColumn};
use super::{Field, Reader};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

impl Reader {
    pub(super) fn heads_of_money(&mut self, block: usize, line: &Line, first: &Covering) -> bool {
        let mut found: BTreeMap<MoneyColumn, usize> = BTreeMap::new();
        for cell in &line.cells {
            let Some(column) = words::money_column(&cell.field.text) else {
                continue;
            };
            // 年度预算数 stands over the rows, 调整后预算数 over its column: the last before the actual.
            if column == MoneyColumn::Budget && !found.contains_key(&MoneyColumn::Actual) {
                found.insert(column, cell.column);
            }
            found.entry(column).or_insert(cell.column);
        }
        let has = |column| found.contains_key(&column);
        let budget = has(MoneyColumn::Budget) || has(MoneyColumn::Original);
        let more = has(MoneyColumn::Rate) || has(MoneyColumn::Claimed);
        if !budget || !has(MoneyColumn::Actual) || !more {
            return false;
        }
        if let Some(draft) = &self.current
            && (!draft.money.is_empty() && draft.indicators() > 0)
        {
            self.finish();
        }
        let draft = self.draft(block, &first.field);
        for cell in &line.cells {
            let text = &cell.field.text;
            let of_score = words::money_column(text) == Some(MoneyColumn::Claimed);
            draft.by_rate |= of_score && text.contains("执行率");
            draft.rate_is_marked |=
                words::money_column(text) == Some(MoneyColumn::Rate) && text.contains("B/A");
            if of_score || text.contains("预算执行") || text.contains("资金") {
                let points = words::points_behind(&cell.field);
                draft.execution_points = draft.execution_points.take().or(points);
            }
        }
        self.columns.clear();
        self.money = found;
        true
    }

    pub(super) fn row_of_money(&mut self, block: usize, line: &Line, first: &Covering) -> bool {
        if self.money.is_empty() {
            return false;
        }
        let at = |column: MoneyColumn| {
            let place = self.money.get(&column)?;
            line.at(*place).filter(|cell| cell.begins)
        };
        let field = |column| {
            at(column)
                .map(|cell| cell.field.clone())
                .unwrap_or_default()
        };
        let [original, budget, actual, rate, claimed, points] = [
            MoneyColumn::Original,
            MoneyColumn::Budget,
            MoneyColumn::Actual,
            MoneyColumn::Rate,
            MoneyColumn::Claimed,
            MoneyColumn::Points,
        ]
        .map(field);
        let numbers = [&original, &budget, &actual].into_iter();
        let numbers = numbers.filter(|field| words::amount(&field.text).is_some());
        let label = line
            .said()
            .map(|cell| &cell.field.text)
            .filter(|text| words::rate(text).is_none() && words::amount(text).is_none())
            .filter(|text| words::label(text).is_none())
            .find(|text| !text.contains("预算执行") && words::goal_mark(text).is_none());
        if numbers.count() == 0 || label.is_none() && words::amount(&first.field.text).is_none() {
            return false;
        }
        let label = label.cloned().unwrap_or_default();
        // Figures that do not stand below their heads: a percentage anywhere but in its column.
        let percent = |field: &Field| field.text.ends_with(['%', '％']);
        let strays = [&original, &budget, &actual, &claimed, &points]
            .into_iter()
            .any(percent);
        let bare = !words::is_nothing(&rate.text) && !percent(&rate);
        let elsewhere = bare && line.said().any(|cell| percent(&cell.field));
        let too_many =
            words::points(&points.text).is_some_and(|points| points > Decimal::ONE_HUNDRED);
        let draft = self.draft(block, &first.field);
        if strays || elsewhere || too_many {
            draft.left += 1;
            return true;
        }
        if draft.execution_points.is_none()
            && draft.money.is_empty()
            && let Some(value) = words::points(&points.text)
        {
            let spot = points.spot.clone();
            draft.execution_points = Some(Points { value, spot });
        }
        let money = Money {
            label,
            original,
            budget,
            actual,
            rate,
        };
        draft.set_money(money, claimed);
        true
    }
}
