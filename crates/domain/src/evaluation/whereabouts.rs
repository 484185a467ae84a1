use super::{Cell, Form};

/// Where a cell is, for a person: `产出指标 · 编外人员收入同比增幅`, `预算执行`.
pub fn whereabouts(form: &Form, cell: Cell) -> String {
    match cell {
        Cell::Form(field) => field.label().to_owned(),
        Cell::Execution(_) => "预算执行".to_owned(),
        Cell::Goal(g, _) => format!("年度目标 {}", g + 1),
        Cell::Indicator(g, i, _) => {
            let row = form.goals.get(g).and_then(|goal| goal.indicators.get(i));
            let (group, name) = row.map_or(("", ""), |row| {
                let group = if row.dimension.is_blank() {
                    &row.category
                } else {
                    &row.dimension
                };
                (group.trim(), row.name.trim())
            });
            let name = if name.is_empty() {
                format!("第 {} 项指标", i + 1)
            } else {
                name.to_owned()
            };
            if group.is_empty() {
                name
            } else {
                format!("{group} · {name}")
            }
        }
    }
}
