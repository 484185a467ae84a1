//! What the names of the text stand for: cells of totals, of items of 公开07, of subjects of 公开05, and facts.

use juesuan_domain::accounts::{Accounts, Cell, Column, Depth, Fact, Layout, TableNo};

/// Names and where they may stand.
pub struct Names {
    unit: String,
    layout: &'static Layout,
    /// The subjects of 公开05, in their order.
    subjects: Vec<Subject>,
}

/// A row of 公开05.
pub struct Subject {
    pub line: usize,
    pub code: String,
    pub name: String,
}

/// What a name is looked up with.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// As the text has it.
    pub name: &'a str,
    /// The headings above it, narrow, joined.
    pub path: &'a str,
}

impl Names {
    pub fn of(accounts: &Accounts, layout: &'static Layout, unit: &str) -> Self {
        let table = accounts.table(TableNo::GENERAL);
        let subjects = (0..table.lines.len()).map(|line| Subject {
            line,
            code: table.code(line).into_owned(),
            name: plain(&accounts.line_name(layout, TableNo::GENERAL, line)),
        });
        Names {
            unit: plain(unit),
            layout,
            subjects: subjects.collect(),
        }
    }

    /// The cells of the amount that a name stands for, the main one first; of 收支总计 both sides. None where it is
    /// not certain.
    pub fn cells(&self, asked: Asked<'_>) -> Vec<Cell> {
        let name = self.bare(asked.name);
        let found = three_public(&name, asked.path)
            .or_else(|| totals(&name, asked.path))
            .or_else(|| general(&name, asked.path));
        if let Some(cells) = found {
            return cells.into_iter().filter(|cell| self.has(*cell)).collect();
        }
        if name.contains("机关运行经费") {
            return vec![Cell::Fact(Fact::Operating)];
        }
        if asked.path.contains("一般公共预算") && !asked.path.contains("基本支出") {
            return self.subject(&name).into_iter().collect();
        }
        income(&name, asked.path)
            .filter(|cell| self.has(*cell))
            .into_iter()
            .collect()
    }

    /// Whether the layout has a row.
    fn has(&self, cell: Cell) -> bool {
        match cell {
            Cell::Fixed(no, key, _) => self.layout.table(no).row(key).is_some(),
            _ => true,
        }
    }

    /// A name without the unit, the year and the number before it.
    fn bare(&self, name: &str) -> String {
        let mut name = plain(name);
        if !self.unit.is_empty() {
            name = name.replace(&self.unit, "");
        }
        let name = without_years(&name);
        let mut name = without_number(&name);
        for before in [
            "其中:",
            "其中",
            "本部门",
            "本单位",
            "我局",
            "我单位",
            "我部门",
            "本年度",
            "全年",
            "当年",
        ] {
            name = name.strip_prefix(before).unwrap_or(name);
        }
        name.to_owned()
    }

    /// The row of a subject: by its own name and level, and where several have it by those above it.
    fn subject(&self, name: &str) -> Option<Cell> {
        let parts = levels(name);
        let (level, own) = match parts.last() {
            Some((level, own)) => (Some(*level), own.as_str()),
            None => (None, name.trim_end_matches("支出决算")),
        };
        let fits = |subject: &&Subject| {
            let depth = Depth::of(&subject.code);
            depth.is_some()
                && level.is_none_or(|level| depth == Some(level))
                && (subject.name == own || level.is_none() && subject.name == format!("{own}支出"))
        };
        let mut found: Vec<&Subject> = self.subjects.iter().filter(fits).collect();
        if level.is_none() && found.len() > 1 {
            // A group and its only item have one name now and then: nothing says which is meant.
            return None;
        }
        if found.len() > 1 {
            found.retain(|subject| self.is_below(subject, &parts));
        }
        match found.as_slice() {
            [one] => Some(Cell::Line(TableNo::GENERAL, one.line, Column::Total)),
            _ => None,
        }
    }

    /// Whether what stands above a row is what the text names before it.
    fn is_below(&self, subject: &Subject, parts: &[(Depth, String)]) -> bool {
        let above = parts.split_last().map_or(&[][..], |(_, above)| above);
        above.iter().all(|(level, name)| {
            self.subjects.iter().any(|other| {
                Depth::of(&other.code) == Some(*level)
                    && subject.code.starts_with(&other.code)
                    && other.name == *name
            })
        })
    }

    /// The rows below the group that a text names, where it names one.
    pub fn group_of(&self, name: &str) -> Vec<&Subject> {
        let parts = levels(&self.bare(name));
        let [.., (Depth::Group, group), (Depth::Item, _)] = parts.as_slice() else {
            return Vec::new();
        };
        let mut groups = self.subjects.iter().filter(|subject| {
            Depth::of(&subject.code) == Some(Depth::Group) && subject.name == *group
        });
        let (Some(group), None) = (groups.next(), groups.next()) else {
            return Vec::new();
        };
        let items = self.subjects.iter().filter(|subject| {
            Depth::of(&subject.code) == Some(Depth::Item) && subject.code.starts_with(&group.code)
        });
        items.collect()
    }
}

/// `社会保障和就业支出(类)行政事业单位养老支出(款)行政单位离退休(项)`, level by level.
fn levels(name: &str) -> Vec<(Depth, String)> {
    let marks = [
        ("(类)", Depth::Class),
        ("(款)", Depth::Group),
        ("(项)", Depth::Item),
    ];
    let mut rest = name;
    let mut found = Vec::new();
    loop {
        let next = marks
            .iter()
            .filter_map(|(mark, level)| Some((rest.find(mark)?, mark.len(), *level)))
            .min_by_key(|(at, _, _)| *at);
        let Some((at, length, level)) = next else {
            return found;
        };
        found.push((level, rest[..at].trim_matches(['、', ',', '-']).to_owned()));
        rest = &rest[at + length..];
    }
}

fn fixed(no: TableNo, key: &'static str, column: Column) -> Cell {
    Cell::Fixed(no, key, column)
}

/// The items of 公开07.
fn three_public(name: &str, path: &str) -> Option<Vec<Cell>> {
    if !path.contains("三公") && !name.contains("三公") {
        return None;
    }
    let (buys, runs) = (name.contains("购置"), name.contains("运行"));
    // What is only a part of an item is none: 国内接待, 外事接待, 租赁.
    let part = ["国内", "外宾", "外事", "国(境)外", "人均", "单价"];
    let key = if part.iter().any(|word| name.contains(word)) {
        return Some(Vec::new());
    } else if name.contains("出国") || name.contains("出境") {
        "abroad"
    } else if name.contains("接待") {
        "reception"
    } else if buys && runs {
        "vehicles"
    } else if buys && name.contains('车') {
        "purchase"
    } else if runs && name.contains('车') {
        "running"
    } else if name.contains("三公") {
        "total"
    } else {
        return None;
    };
    Some(vec![fixed(TableNo::THREE_PUBLIC, key, Column::Actual)])
}

/// 收入总计, 支出总计, and both together.
fn totals(name: &str, path: &str) -> Option<Vec<Cell>> {
    let income = name.contains("收入") || name.contains("收、支") || name.contains("收支");
    let spending = name.contains("支出") || name.contains("收、支") || name.contains("收支");
    let total = name.contains("总计") || matches!(name, "总收入" | "总支出" | "收支总额");
    if !total || !(income || spending) {
        return None;
    }
    let last = path.rsplit('/').next().unwrap_or(path);
    let fiscal = name.contains("财政拨款") || last.contains("财政拨款收");
    if name.contains("一般公共预算") || name.contains("政府性基金") {
        return Some(Vec::new());
    }
    let (no, column) = if fiscal {
        (TableNo::FISCAL, Column::Total)
    } else {
        (TableNo::INCOME_AND_SPENDING, Column::Amount)
    };
    let mut cells = Vec::new();
    if income {
        cells.push(fixed(no, "left-total", column));
    }
    if spending {
        cells.push(fixed(no, "right-total", column));
    }
    Some(cells)
}

/// The totals of 公开05 and 公开06.
fn general(name: &str, path: &str) -> Option<Vec<Cell>> {
    let total = |no, key, column| Some(vec![fixed(no, key, column)]);
    let core = name
        .trim_end_matches("数")
        .trim_end_matches("决算")
        .trim_end_matches("合计");
    let of_basic = path.contains("基本支出");
    match core {
        "一般公共预算财政拨款支出" | "一般公共预算支出" | "一般公共预算财政拨款" => {
            total(TableNo::GENERAL, "total", Column::Total)
        }
        "基本支出" if path.contains("一般公共预算") && !of_basic => {
            total(TableNo::GENERAL, "total", Column::Basic)
        }
        "项目支出" if path.contains("一般公共预算") && !of_basic => {
            total(TableNo::GENERAL, "total", Column::Project)
        }
        "一般公共预算财政拨款基本支出" | "一般公共预算基本支出" => {
            total(TableNo::BASIC, "total", Column::Amount)
        }
        "人员经费" | "人员支出" if of_basic => {
            total(TableNo::BASIC, "personnel", Column::Amount)
        }
        "公用经费" | "日常公用经费" if of_basic => {
            total(TableNo::BASIC, "public", Column::Amount)
        }
        _ => None,
    }
}

/// Totals of 公开02 and 公开03, and rows of 公开01: where the money came from, and on what it was spent.
fn income(name: &str, path: &str) -> Option<Cell> {
    let last = path.rsplit('/').next().unwrap_or(path);
    if last.contains("财政拨款") || last.contains("一般公共预算") {
        return None;
    }
    let kinds = [
        ("收入决算", "财政拨款收入", TableNo::INCOME, Column::Fiscal),
        ("支出决算", "基本支出", TableNo::SPENDING, Column::Basic),
        ("支出决算", "项目支出", TableNo::SPENDING, Column::Project),
        (
            "支出决算",
            "上缴上级支出",
            TableNo::SPENDING,
            Column::ToAbove,
        ),
        ("支出决算", "经营支出", TableNo::SPENDING, Column::Business),
        (
            "支出决算",
            "对附属单位补助支出",
            TableNo::SPENDING,
            Column::ToSubordinates,
        ),
    ];
    let kind = kinds
        .iter()
        .find(|(of, kind, ..)| name == *kind && last.contains(of));
    if let Some((_, _, no, column)) = kind {
        return Some(fixed(*no, "total", *column));
    }
    let key = match name {
        "收入合计" | "本年收入合计" | "本年收入" => "income-total",
        "支出合计" | "本年支出合计" | "本年支出" => "spending-total",
        "一般公共预算财政拨款收入" => "income-general",
        "政府性基金预算财政拨款收入" => "income-funds",
        "国有资本经营预算财政拨款收入" => "income-capital",
        "上级补助收入" => "income-above",
        "事业收入" => "income-service",
        "经营收入" => "income-business",
        "附属单位上缴收入" => "income-subordinates",
        "其他收入" => "income-other",
        "使用非财政拨款结余" => "use-of-balance",
        "年初结转和结余" | "上年结转和结余" => "opening",
        "年末结转和结余" | "结转下年" => "closing",
        _ => return None,
    };
    Some(fixed(TableNo::INCOME_AND_SPENDING, key, Column::Amount))
}

/// Without blanks and quotes, narrow.
pub fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !"“”\"‘’'".contains(*c))
        .map(|c| match c {
            '（' => '(',
            '）' => ')',
            c => juesuan_figure::fold(c),
        })
        .collect()
}

/// A title without its number, quotes and blanks, narrow.
pub fn bare_title(title: &str) -> String {
    let title = plain(title);
    let title = title.trim_start_matches(|c: char| {
        c.is_ascii_digit()
            || juesuan_paper::headings::CHINESE_DIGITS.contains(c)
            || "()、.".contains(c)
    });
    title.trim_end_matches('.').to_owned()
}

/// Without `2024年度`, `2024年`.
fn without_years(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let digits = rest[at..].bytes().take_while(u8::is_ascii_digit).count();
        let (before, from) = rest.split_at(at);
        kept.push_str(before);
        let after = &from[digits..];
        rest = match after.strip_prefix('年') {
            Some(after) if digits == 4 => after.strip_prefix('度').unwrap_or(after),
            _ => {
                kept.push_str(&from[..digits]);
                after
            }
        };
    }
    kept.push_str(rest);
    kept
}

/// Without `1、`, `(一)`, `一、` before it.
fn without_number(text: &str) -> &str {
    let inner = text.strip_prefix('(').unwrap_or(text);
    let number = inner.trim_start_matches(|c: char| {
        c.is_ascii_digit() || juesuan_paper::headings::CHINESE_DIGITS.contains(c)
    });
    if number.len() == inner.len() {
        return text;
    }
    let ends: &[char] = if inner.len() < text.len() {
        &[')']
    } else {
        &['、', '.', ',', ')']
    };
    number.strip_prefix(ends).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_without_what_stands_before_them() {
        for (text, bare) in [
            ("1、因公出国（境）费", "因公出国(境)费"),
            ("（一）收入总计", "收入总计"),
            ("十二、其他", "其他"),
            ("一般公共预算", "一般公共预算"),
            ("2024年度收 入", "收入"),
            ("“三公”经费", "三公经费"),
        ] {
            assert_eq!(without_number(&without_years(&plain(text))), bare, "{text}");
        }
    }

    #[test]
    fn names_of_totals_and_items() {
        let names = Names::of(&Accounts::default(), Layout::of_year("2024"), "某局");
        for (name, path, cells) in [
            (
                "某局2024年度收入支出总计",
                "一、收入支出决算总体情况说明",
                "accounts.01.left-total.amount accounts.01.right-total.amount",
            ),
            (
                "收入总计",
                "一、收入支出决算总体情况说明",
                "accounts.01.left-total.amount",
            ),
            (
                "收入支出总计",
                "四、财政拨款收入支出决算总体情况说明",
                "accounts.04.left-total.total accounts.04.right-total.total",
            ),
            ("财政拨款支出总计", "", "accounts.04.right-total.total"),
            (
                "一般公共预算财政拨款支出决算数",
                "",
                "accounts.05.total.total",
            ),
            (
                "一般公共预算财政拨款基本支出",
                "",
                "accounts.06.total.amount",
            ),
            (
                "人员经费",
                "六、一般公共预算财政拨款基本支出决算情况说明",
                "accounts.06.personnel.amount",
            ),
            ("人员经费", "三、支出决算情况说明", ""),
            (
                "公务接待费支出决算",
                "七、三公经费",
                "accounts.07.reception.actual",
            ),
            ("国内公务接待支出", "七、三公经费", ""),
            ("公务接待费", "六、基本支出", ""),
            ("三公经费支出", "", "accounts.07.total.actual"),
            (
                "公务用车购置及运行维护费",
                "三公",
                "accounts.07.vehicles.actual",
            ),
            ("2024年机关运行经费支出", "", "accounts.facts.operating"),
            (
                "事业收入",
                "二、收入决算情况说明",
                "accounts.01.income-service.amount",
            ),
            ("事业收入", "五、一般公共预算财政拨款支出", ""),
            (
                "财政拨款收入",
                "二、收入决算情况说明",
                "accounts.02.total.fiscal",
            ),
            (
                "基本支出",
                "三、支出决算情况说明",
                "accounts.03.total.basic",
            ),
            (
                "其中基本支出",
                "五、一般公共预算财政拨款支出",
                "accounts.05.total.basic",
            ),
            ("商品", "", ""),
        ] {
            let found = names.cells(Asked { name, path });
            let found: Vec<String> = found.iter().map(Cell::to_string).collect();
            assert_eq!(found.join(" "), cells, "{name} in {path}");
        }
    }
}
