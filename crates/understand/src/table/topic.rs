//! What a table or a section is about, by the words of its title.

use super::found::FoundTable;
use super::reading::closed;

/// Whose money a title speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fund {
    All,
    Fiscal,
    General,
    Government,
    Capital,
}

/// What a title speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Both,
    Income,
    Spending,
    Basic,
    Project,
    ThreePublic,
    Operating,
    Procurement,
}

/// What a title is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Topic {
    fund: Fund,
    what: What,
    /// The title is of one of the main tables: none of details or of a part.
    main: bool,
}

impl Topic {
    /// Whether both are about the same money.
    pub fn same_fund(self, other: Topic) -> bool {
        self.fund == other.fund
    }

    /// Whether it is about the three public expenses.
    pub fn three_public(self) -> bool {
        self.what == What::ThreePublic
    }

    /// Of income and spending together: each of them.
    pub fn sides(self) -> Option<(Topic, Topic)> {
        let of = |what| Topic { what, ..self };
        (self.what == What::Both).then(|| (of(What::Income), of(What::Spending)))
    }
}

/// What a title is about; `None` for what no table of accounts is about.
pub(super) fn topic(title: &str) -> Option<Topic> {
    let title = closed(title);
    let has = |word: &str| title.contains(word);
    if [
        "名词",
        "绩效",
        "资产",
        "职责",
        "职能",
        "机构设置",
        "单位构成",
        "车辆",
    ]
    .iter()
    .any(|word| has(word))
    {
        return None;
    }
    let fund = if has("国有资本") {
        Fund::Capital
    } else if has("政府性基金") || has("政府基金") {
        Fund::Government
    } else if has("一般公共预算") || has("公共财政预算") {
        Fund::General
    } else if has("财政拨款") {
        Fund::Fiscal
    } else {
        Fund::All
    };
    let both = has("收支") || has("收、支") || (has("收入") && has("支出"));
    let what = if has("三公") {
        What::ThreePublic
    } else if has("机关运行") {
        What::Operating
    } else if has("采购") {
        What::Procurement
    } else if has("基本支出") {
        What::Basic
    } else if has("项目支出") {
        What::Project
    } else if both {
        What::Both
    } else if has("支出") {
        What::Spending
    } else if has("收入") {
        What::Income
    } else if matches!(fund, Fund::Government | Fund::Capital) {
        What::Both
    } else {
        return None;
    };
    let main = !["明细", "分单位", "项目表", "按单位"]
        .iter()
        .any(|word| has(word));
    Some(Topic { fund, what, main })
}

/// How well a table fits a section; the smallest is the best, `None` is not at all.
fn distance(section: Topic, table: Topic) -> Option<u8> {
    let details = u8::from(!table.main);
    if matches!(section.fund, Fund::Government | Fund::Capital)
        || matches!(table.fund, Fund::Government | Fund::Capital)
    {
        return (section.fund == table.fund)
            .then_some(details + u8::from(section.what != table.what));
    }
    if section.what != table.what {
        return None;
    }
    let anyway = matches!(
        section.what,
        What::ThreePublic | What::Operating | What::Procurement
    );
    match (section.fund, table.fund) {
        (a, b) if a == b => Some(details),
        (Fund::Fiscal, Fund::General) | (Fund::General, Fund::Fiscal) => Some(2 + details),
        _ if anyway => Some(4 + details),
        // 基本支出 without more is of the whole, but only the public budget's has a table of its own.
        (Fund::All, Fund::General | Fund::Fiscal) if section.what == What::Basic => {
            Some(6 + details)
        }
        _ => None,
    }
}

/// The tables that a section speaks of by its title, the nearest first: 收入支出决算总体情况说明 is about
/// 收入支出决算总表. Nothing for a section about something else.
pub fn of_section(tables: &[FoundTable], title: &str) -> Vec<usize> {
    let Some(section) = topic(title) else {
        return Vec::new();
    };
    let mut found: Vec<(u8, usize)> = tables
        .iter()
        .enumerate()
        .filter_map(|(at, table)| Some((distance(section, topic(&table.topic_title())?)?, at)))
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(_, at)| at).collect()
}

impl FoundTable {
    /// Its title; of a table of final accounts without one, the ministry's.
    fn topic_title(&self) -> String {
        if topic(&self.title).is_some() {
            return self.title.clone();
        }
        let title = match self.no {
            Some(1) => "收入支出决算总表",
            Some(2) => "收入决算表",
            Some(3) => "支出决算表",
            Some(4) => "财政拨款收入支出决算总表",
            Some(5) => "一般公共预算财政拨款支出决算表",
            Some(6) => "一般公共预算财政拨款基本支出决算表",
            Some(7) => "财政拨款三公经费支出决算表",
            Some(8) => "政府性基金预算财政拨款收入支出决算表",
            Some(9) => "国有资本经营预算财政拨款支出决算表",
            _ => "",
        };
        title.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(title: &str) -> FoundTable {
        FoundTable {
            title: title.to_owned(),
            ..FoundTable::default()
        }
    }

    fn check(titles: &[&str], cases: &[(&str, &[usize])]) {
        let tables: Vec<FoundTable> = titles.iter().map(|title| table(title)).collect();
        for (section, wanted) in cases {
            let found: Vec<usize> = of_section(&tables, section)
                .iter()
                .map(|at| at + 1)
                .collect();
            assert_eq!(&found, wanted, "{section}");
        }
    }

    #[test]
    fn sections_of_final_accounts() {
        check(
            &[
                "收入支出决算总表",
                "收入决算表",
                "支出决算表",
                "财政拨款收入支出决算总表",
                "一般公共预算财政拨款支出决算表",
                "一般公共预算财政拨款基本支出决算表",
                "财政拨款“三公”经费支出决算表",
                "政府性基金预算财政拨款收入支出决算表",
                "国有资本经营预算财政拨款支出决算表",
            ],
            &[
                ("一、收入支出决算总体情况说明", &[1]),
                ("一、2023年度收入支出决算总体情况", &[1]),
                ("一、收支决算总体情况说明", &[1]),
                ("（一）关于2022年度收支总体情况的说明", &[1]),
                ("二、收入决算情况说明", &[2]),
                ("三、支出决算情况说明", &[3]),
                ("四、财政拨款收入支出决算总体情况说明", &[4]),
                ("四、财政拨款收、支决算总体情况", &[4]),
                ("五、一般公共预算财政拨款支出决算情况说明", &[5]),
                ("五、财政拨款支出决算情况说明", &[5]),
                ("（二）财政拨款支出决算结构情况。", &[5]),
                ("（三）一般公共预算财政拨款支出决算具体情况", &[5]),
                ("六、一般公共预算财政拨款基本支出决算情况说明", &[6]),
                ("六、财政拨款基本支出决算情况说明", &[6]),
                ("六、基本支出决算情况", &[6]),
                ("七、一般公共预算财政拨款“三公”经费支出决算情况说明", &[7]),
                ("七、“三公”经费财政拨款支出决算情况说明", &[7]),
                ("（一）“三公”经费财政拨款支出决算总体情况说明。", &[7]),
                ("八、政府性基金预算财政拨款收入支出决算情况说明", &[8]),
                ("八、政府性基金预算财政拨款支出决算情况", &[8]),
                ("八、政府性基金预算收支情况", &[8]),
                ("九、国有资本经营预算财政拨款支出决算情况说明", &[9]),
                ("九、国有资本经营预算", &[9]),
                ("十、机关运行经费支出说明", &[]),
                ("十一、政府采购支出说明", &[]),
                ("十二、国有资产占用情况说明", &[]),
                ("十三、预算绩效情况说明", &[]),
                ("第四部分 名词解释", &[]),
                ("一、主要职能", &[]),
            ],
        );
    }

    #[test]
    fn sections_of_budgets() {
        check(
            &[
                "收支预算总表",
                "收入预算总表",
                "支出预算总表",
                "财政拨款收支预算总表",
                "财政拨款支出预算表（功能科目）",
                "财政拨款基本支出预算表（经济科目）",
                "一般公共预算支出预算表（功能科目）",
                "一般公共预算基本支出预算表（经济科目）",
                "“三公”经费、会议费、培训费支出预算表",
                "政府性基金预算财政拨款支出预算表",
                "一般公共预算机关运行经费支出预算表",
                "政府采购支出预算表",
            ],
            &[
                ("一、收支预算总体情况说明", &[1]),
                ("二、收入预算情况说明", &[2]),
                ("三、支出预算情况说明", &[3]),
                ("四、财政拨款收支预算总体情况说明", &[4]),
                ("五、财政拨款支出预算情况说明", &[5, 7]),
                ("六、财政拨款基本支出预算情况说明", &[6, 8]),
                ("七、一般公共预算支出预算情况说明", &[7, 5]),
                ("八、一般公共预算基本支出预算情况说明", &[8, 6]),
                (
                    "九、一般公共预算“三公”经费、会议费、培训费支出预算情况说明",
                    &[9],
                ),
                ("十、政府性基金预算支出预算情况说明", &[10]),
                ("十一、一般公共预算机关运行经费支出预算情况说明", &[11]),
                ("十二、政府采购支出预算情况说明", &[12]),
                ("十三、国有资产占用情况", &[]),
                ("十四、预算绩效目标设置情况说明", &[]),
            ],
        );
        check(
            &[
                "部门收支总体情况表",
                "部门收入总体情况表",
                "部门支出总体情况表",
                "财政拨款收支总体情况表",
                "一般公共预算支出情况表",
                "一般公共预算基本支出情况表",
                "一般公共预算“三公”经费支出情况表",
                "政府性基金预算支出情况表",
            ],
            &[
                ("一、收支总体情况", &[1]),
                ("（一）关于2024年部门收支总体情况的说明", &[1]),
                ("（二）收入预算说明", &[2]),
                ("（三）支出预算说明", &[3]),
                ("（四）关于财政拨款收支情况的说明", &[4]),
                ("五、一般公共预算支出情况", &[5]),
                ("六、一般公共预算基本支出情况", &[6]),
                ("七、“三公”经费预算情况", &[7]),
                ("八、政府性基金预算支出情况", &[8]),
            ],
        );
    }
}
