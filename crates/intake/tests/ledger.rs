//! Exports of ledgers: which rows go where for certain, which wait, and what comes of choices.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use juesuan_domain::accounts::{Column, TableNo};
use juesuan_intake::{Imported, import_ledger};
use juesuan_paper::Paper;
use juesuan_understand::{Ledger, LedgerChoices};

fn csv(text: &str) -> Paper {
    juesuan_paper::plain::read(text)
}

/// `03 2080101 basic=1.23`, every amount that stands in the workbook.
fn told(imported: &Imported) -> String {
    let accounts = &imported.workbook.accounts;
    let mut told = Vec::new();
    for no in TableNo::all() {
        let table = accounts.table(no);
        for (at, line) in table.lines.iter().enumerate() {
            for column in [
                Column::Amount,
                Column::Basic,
                Column::Project,
                Column::Total,
            ] {
                if let Some(text) = line.get(&column) {
                    told.push(format!(
                        "{no} {} {}={text}",
                        table.code(at),
                        column.as_str()
                    ));
                }
            }
        }
    }
    told.join(", ")
}

/// `amounts`, the groups as `rows→to`, and how many rows wait.
fn waits(ledger: &Ledger) -> String {
    let amounts = match ledger.chosen {
        Some(at) => ledger.amounts[at].clone(),
        None => format!("? {}", ledger.amounts.join("/")),
    };
    let groups = ledger.groups.iter();
    let groups = groups.map(|group| {
        let to = group.to.as_deref().unwrap_or("?");
        format!("{}→{to}", group.rows)
    });
    let groups: Vec<String> = groups.collect();
    format!(
        "{amounts} | {} | {}",
        groups.join(" "),
        ledger.waiting.len()
    )
}

#[track_caller]
fn read(text: &str, choices: &LedgerChoices) -> (Imported, Ledger) {
    import_ledger(&csv(text), choices).unwrap_or_else(|| panic!("no ledger: {text}"))
}

#[test]
#[rustfmt::skip] // A case, a line.
fn what_is_certain_and_what_waits() {
    for (text, waiting, put) in [
        // What the rows say of the money tells the place; amounts are in 元.
        ("科目编码,科目名称,资金性质,支出类型,金额\n2080101,行政运行,一般公共预算财政拨款,基本支出,\"1,234,500.00\"\n2080199,其他,一般公共预算财政拨款,项目支出,20000\n", "金额 | 1→05.basic 1→05.project | 0", "05 2080101 basic=123.45, 05 2080199 project=2"),
        ("科目编码,科目名称,资金性质,支出类型,金额\n2296006,体育,政府性基金预算财政拨款,项目支出,50000\n2080101,行政运行,一般公共预算财政拨款,基本支出,10000\n", "金额 | 1→05.basic 1→08.project | 0", "05 2080101 basic=1, 08 2296006 project=5"),
        // By economic nature, of basic spending.
        ("科目编码,科目名称,资金性质,支出类型,金额\n30101,基本工资,一般公共预算,基本支出,10000\n30201,办公费,一般公共预算,基本支出,5000.5\n", "金额 | 2→06.amount | 0", "06 30101 amount=1, 06 30201 amount=0.5"),
        // The same code in several rows is added, then rounded once.
        ("科目编码,科目名称,资金性质,支出类型,金额\n30101,基本工资,一般公共预算,基本支出,33.33\n30101,基本工资,一般公共预算,基本支出,33.33\n30102,津贴补贴,一般公共预算,基本支出,100\n", "金额 | 3→06.amount | 0", "06 30101 amount=0.01, 06 30102 amount=0.01"),
        // Details below a subject are added up to it; the rows above are not added once more.
        ("科目编码,科目名称,资金性质,支出类型,金额\n302,商品和服务支出,一般公共预算,基本支出,60000\n30201,办公费,一般公共预算,基本支出,60000\n,合计,,,60000\n", "金额 | 1→06.amount | 0", "06 30201 amount=6"),
        ("科目编码,科目名称,资金性质,支出类型,金额\n3020101,办公费-甲,一般公共预算,基本支出,10000\n3020102,办公费-乙,一般公共预算,基本支出,20000\n", "金额 | 2→06.amount | 0", "06 30201 amount=3"),
        // Nothing says which money: they wait.
        ("科目编码,科目名称,金额\n2080101,行政运行,10000\n30101,基本工资,20000\n", "金额 | 1→? 1→? | 0", ""),
        ("科目编码,科目名称,支出类型,金额\n2080101,行政运行,基本支出,10000\n2080102,一般行政管理事务,基本支出,10000\n", "金额 | 2→? | 0", ""),
        // Project spending by economic nature stands in no table.
        ("科目编码,科目名称,资金性质,支出类型,金额\n30201,办公费,一般公共预算,项目支出,10000\n30202,印刷费,一般公共预算,项目支出,10000\n", "金额 | 2→? | 0", ""),
        // No code: by the name, where one subject alone has it. 行政运行 has many.
        ("科目编码,科目名称,资金性质,支出类型,金额\n,社会保险经办机构,一般公共预算,基本支出,10000\n,行政运行,一般公共预算,基本支出,10000\n", "金额 | 1→05.basic | 1", "05 2080109 basic=1"),
        // A code that nobody knows is not replaced by the name.
        ("科目编码,科目名称,资金性质,支出类型,金额\n2089998,社会保险经办机构,一般公共预算,基本支出,10000\n2080109,社会保险经办机构,一般公共预算,基本支出,10000\n", "金额 | 1→05.basic | 1", "05 2080109 basic=1"),
        // Code and name in one cell, codes with points.
        ("科目名称,资金性质,支出类型,金额\n2080109 社会保险经办机构,一般公共预算,基本支出,10000\n30101-基本工资,一般公共预算,基本支出,20000\n", "金额 | 1→05.basic 1→06.amount | 0", "05 2080109 basic=1, 06 30101 amount=2"),
        ("科目编码,科目名称,资金性质,支出类型,金额\n208.01.09,社会保险经办机构,一般公共预算,基本支出,10000\n301.02,津贴补贴,一般公共预算,基本支出,20000\n", "金额 | 1→05.basic 1→06.amount | 0", "05 2080109 basic=1, 06 30102 amount=2"),
        // Debits alone are certain where nothing is credited; what is carried over at the end of the year makes it uncertain.
        ("科目编码,科目名称,资金性质,支出类型,本期借方发生额,本期贷方发生额\n30101,基本工资,一般公共预算,基本支出,10000,0\n30102,津贴补贴,一般公共预算,基本支出,20000,\n", "本期借方发生额 | 2→06.amount | 0", "06 30101 amount=1, 06 30102 amount=2"),
        ("科目编码,科目名称,资金性质,支出类型,本期借方发生额,本期贷方发生额\n30101,基本工资,一般公共预算,基本支出,10000,10000\n30102,津贴补贴,一般公共预算,基本支出,20000,\n", "? 本期借方发生额/本期贷方发生额/本期借方发生额－本期贷方发生额 | 2→06.amount | 0", ""),
        ("科目编码,科目名称,资金性质,支出类型,本期发生额,本年累计\n30101,基本工资,一般公共预算,基本支出,10000,50000\n30102,津贴补贴,一般公共预算,基本支出,20000,60000\n", "? 本期发生额/本年累计 | 2→06.amount | 0", ""),
        // What cannot be read is no nothing.
        ("科目编码,科目名称,资金性质,支出类型,金额\n30101,基本工资,一般公共预算,基本支出,见附件\n30102,津贴补贴,一般公共预算,基本支出,20000\n", "金额 | 2→06.amount | 0", "06 30102 amount=2"),
        ("科目编码,科目名称,资金性质,支出类型,金额\n30101,基本工资,一般公共预算,基本支出,-10000\n30102,津贴补贴,一般公共预算,基本支出,20000\n", "金额 | 2→06.amount | 0", "06 30101 amount=-1, 06 30102 amount=2"),
    ] {
        let (imported, ledger) = read(text, &LedgerChoices::default());
        assert_eq!(waits(&ledger), waiting, "{text}");
        assert_eq!(told(&imported), put, "{text}");
    }
}

#[test]
#[rustfmt::skip] // A case, a line.
fn choices() {
    let text = "科目编码,科目名称,本期借方发生额,本期贷方发生额\n2080101,行政运行,10000,1000\n30101,基本工资,20000,\n,自定科目,30000,\n";
    let choose = |amounts, in_ten_thousands, to: &[(&str, &str)], codes: &[(usize, &str)]| LedgerChoices {
        amounts,
        in_ten_thousands,
        to: to.iter().map(|(at, to)| ((*at).to_owned(), (*to).to_owned())).collect(),
        codes: codes.iter().map(|(at, code)| (*at, (*code).to_owned())).collect(),
    };
    for (choices, put, waiting, rounded) in [
        (choose(None, false, &[], &[]), "", 1, 0),
        (choose(Some(0), false, &[], &[]), "", 1, 0),
        (choose(Some(0), false, &[("2", "03.basic")], &[]), "03 2080101 basic=1", 1, 0),
        (choose(Some(0), false, &[("2", "03.total"), ("3", "06.amount")], &[]), "03 2080101 total=1, 06 30101 amount=2", 1, 0),
        // Debits less credits.
        (choose(Some(2), false, &[("2", "05.project")], &[]), "05 2080101 project=0.9", 1, 0),
        (choose(Some(1), false, &[("2", "05.project")], &[]), "05 2080101 project=0.1", 1, 0),
        (choose(Some(0), true, &[("2", "05.project")], &[]), "05 2080101 project=10,000", 1, 0),
        // A row that had no code.
        (choose(Some(0), false, &[("3", "06.amount")], &[(2, "30102")]), "06 30101 amount=2, 06 30102 amount=3", 0, 0),
        // What is no code, no offer, no column.
        (choose(Some(0), false, &[("3", "06.amount")], &[(2, "99999")]), "06 30101 amount=2", 1, 0),
        (choose(Some(0), false, &[("0", "06.amount"), ("1", "03.basic"), ("4", "03.basic")], &[]), "", 1, 0),
        (choose(Some(9), false, &[("2", "03.basic")], &[]), "", 1, 0),
    ] {
        let (imported, ledger) = read(text, &choices);
        assert_eq!((told(&imported).as_str(), ledger.waiting.len(), ledger.rounded), (put, waiting, rounded), "{choices:?}");
    }
    // How many were rounded is said; what is chosen last for nowhere stays out.
    let text = "科目编码,科目名称,资金性质,支出类型,金额\n30101,基本工资,一般公共预算,基本支出,10050\n30102,津贴补贴,一般公共预算,基本支出,10055\n";
    let (imported, ledger) = read(text, &LedgerChoices::default());
    assert_eq!((told(&imported).as_str(), ledger.rounded), ("06 30101 amount=1.01, 06 30102 amount=1.01", 2));
    assert_eq!(told(&read(text, &choose(None, false, &[("一般公共预算|基本支出|3", "")], &[])).0), "");
}

#[test]
fn what_is_no_ledger() {
    for text in [
        "",
        "某局2024年度决算公开",
        "姓名,电话\n张三,123\n李四,456\n",
        "科目编码,科目名称,备注\n30101,基本工资,无\n30102,津贴补贴,无\n",
    ] {
        assert!(
            import_ledger(&csv(text), &LedgerChoices::default()).is_none(),
            "{text}"
        );
    }
}
