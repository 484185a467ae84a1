//! What is published is right when it is read again: the reviewer finds nothing in it but roundings.

mod consistent;

use consistent::{Random, Set};
use juesuan::Workbook;
use juesuan::accounts::{Accounts, Cell, Column, Fact, Layout, Style, TableNo, reckon};
use juesuan::evaluation::Form;
use juesuan::exchange::read_workbook;
use juesuan_publication::{Parts, publish};
use juesuan_understand::{Severity, review};
use rust_decimal::Decimal;
use std::rc::Rc;

fn example() -> Workbook {
    read_workbook(include_bytes!("../static/example.juesuan.json")).unwrap()
}

/// What the reviewer says of a publication above a notice.
fn said(workbook: &Workbook) -> (Vec<String>, usize) {
    let paper = publish(workbook, None, &Parts::whole());
    let review = review(&paper);
    let findings = review.findings.iter();
    let above = findings.filter(|finding| finding.severity != Severity::Notice);
    let told = above.map(|finding| {
        let text = match &paper.blocks[finding.spot.block] {
            juesuan_paper::Block::Paragraph { text, .. }
            | juesuan_paper::Block::Heading { text, .. } => text.clone(),
            block => format!("{:?}", block.place()),
        };
        format!("{:?} {:?} in {text}", finding.matter, finding.also)
    });
    (told.collect(), review.coverage.checked)
}

/// Reasons, budgets and last year's amounts beside random tables, and facts that go with them.
fn filled_in(mut accounts: Accounts, random: &mut Random) -> Accounts {
    let reckoned = reckon(&accounts, Layout::of_year("2024"));
    let value = |cell| reckoned.value(cell).known().unwrap_or_default();
    let mut set: Vec<(Cell, String)> = Vec::new();
    let beside = |set: &mut Vec<(Cell, String)>, cell: Cell, column, random: &mut Random| {
        // Of what was more than nothing last year too.
        let last = (value(cell).abs() * Decimal::new(random.below(200) as i64, 2)).round_dp(2);
        set.push((cell.beside(column), last.to_string()));
    };
    for (no, key, column) in [
        (TableNo::INCOME_AND_SPENDING, "left-total", Column::Amount),
        (TableNo::FISCAL, "left-total", Column::Total),
        (TableNo::GENERAL, "total", Column::Total),
        (TableNo::THREE_PUBLIC, "abroad", Column::Actual),
        (TableNo::THREE_PUBLIC, "purchase", Column::Actual),
        (TableNo::THREE_PUBLIC, "running", Column::Actual),
        (TableNo::THREE_PUBLIC, "reception", Column::Actual),
        (TableNo::THREE_PUBLIC, "vehicles", Column::Actual),
        (TableNo::THREE_PUBLIC, "total", Column::Actual),
    ] {
        let cell = Cell::Fixed(no, key, column);
        if !matches!(key, "vehicles" | "total") || no == TableNo::GENERAL {
            beside(&mut set, cell, Column::Last, random);
        }
        for reason in [Column::Reason, Column::ReasonLast] {
            set.push((cell.beside(reason), "工作任务有变化".to_owned()));
        }
    }
    // Budgets of the items, and of all above them their sums.
    let codes: Vec<String> = (0..accounts.table(TableNo::GENERAL).lines.len())
        .map(|line| accounts.table(TableNo::GENERAL).code(line).into_owned())
        .collect();
    let budgets: Vec<Decimal> = codes
        .iter()
        .map(|code| match code.len() {
            7 => Decimal::new(random.below(90_000_000) as i64, 2),
            _ => Decimal::ZERO,
        })
        .collect();
    let below = |above: &str| -> Decimal {
        let of = codes.iter().zip(&budgets);
        of.filter(|(code, _)| code.starts_with(above))
            .map(|(_, budget)| *budget)
            .sum()
    };
    let total = Cell::Fixed(TableNo::GENERAL, "total", Column::Budget);
    set.push((total, below("").to_string()));
    for (line, code) in codes.iter().enumerate() {
        set.push((
            Cell::Line(TableNo::GENERAL, line, Column::Budget),
            below(code).to_string(),
        ));
    }
    for line in 0..accounts.table(TableNo::GENERAL).lines.len() {
        let cell = Cell::Line(TableNo::GENERAL, line, Column::Total);
        set.push((cell.beside(Column::Reason), "工作任务有变化".to_owned()));
        set.push((cell.beside(Column::Use), "日常工作".to_owned()));
        set.push((
            cell.beside(Column::Explanation),
            "开展日常工作的支出".to_owned(),
        ));
    }
    let spent = |key| value(Cell::Fixed(TableNo::THREE_PUBLIC, key, Column::Actual));
    let count = |key, many: &str| {
        if spent(key).is_zero() {
            "0".to_owned()
        } else {
            many.to_owned()
        }
    };
    for (fact, text) in [
        (Fact::Groups, count("abroad", "2")),
        (Fact::Travellers, count("abroad", "7")),
        (Fact::Purchased, count("purchase", "1")),
        (Fact::Held, "1".to_owned()),
        (Fact::Receptions, count("reception", "3")),
        (Fact::Guests, count("reception", "21")),
        (Fact::Fuel, spent("running").to_string()),
        (Fact::Maintenance, "0".to_owned()),
        (Fact::Tolls, "0".to_owned()),
        (Fact::Insurance, "0".to_owned()),
        (Fact::OtherRunning, "0".to_owned()),
    ] {
        set.push((Cell::Fact(fact), text));
    }
    for (cell, text) in set {
        accounts.set(cell, &text).unwrap();
    }
    accounts
}

/// The same in the tables of Shanghai, where 09 has balances and income too; false where they have no row for a
/// class that something was spent on.
fn of_shanghai(accounts: &mut Accounts) -> bool {
    let mut codes = accounts
        .tables
        .iter()
        .flat_map(|table| (0..table.lines.len()).map(|line| table.code(line).into_owned()));
    if codes.any(|code| code.starts_with("231") || code.starts_with("232")) {
        return false;
    }
    let reckoned = reckon(accounts, Layout::of_year("2024"));
    let of_table = |key, column| {
        let cell = Cell::Fixed(TableNo::FISCAL, key, column);
        reckoned.value(cell).known().unwrap_or_default()
    };
    let opening = of_table("opening-capital", Column::Total);
    let income = of_table("income-capital", Column::Total);
    let mut table = accounts.table(TableNo::CAPITAL).clone();
    if table.none {
        if opening.is_zero() && income.is_zero() {
            accounts.layout = "shanghai-2024".into();
            return true;
        }
        table.none = false;
        for code in ["223", "22301", "2230101"] {
            let cells = [
                (Column::Code, code),
                (Column::Basic, "0"),
                (Column::Project, "0"),
                (Column::Total, "0"),
            ];
            table.lines.push(Rc::new(
                cells
                    .into_iter()
                    .map(|(column, text)| (column, text.into()))
                    .collect(),
            ));
        }
        let cells = [
            (Column::Basic, "0"),
            (Column::Project, "0"),
            (Column::Total, "0"),
        ];
        let cells = cells
            .into_iter()
            .map(|(column, text)| (column, text.into()))
            .collect();
        table.rows.insert("total".to_owned(), cells);
    }
    // All that came in is of the first item; the others live on what is left over there.
    let mut first = true;
    for line in 0..table.lines.len() {
        let is_item = table.code(line).len() == 7;
        if is_item {
            let (opening, income) = if first {
                (opening, income)
            } else {
                Default::default()
            };
            first = false;
            let cells = Rc::make_mut(&mut table.lines[line]);
            let total: Decimal = cells.get(&Column::Total).unwrap().parse().unwrap();
            for (column, amount) in [
                (Column::Opening, opening),
                (Column::Income, income),
                (Column::Closing, opening + income - total),
            ] {
                cells.insert(column, amount.to_string().as_str().into());
            }
        }
    }
    accounts.tables[TableNo::CAPITAL.index()] = Rc::new(table);
    accounts.layout = "shanghai-2024".into();
    true
}

/// The example has faults in its form, to be found: here they are none.
fn mend(overall: &mut Form) {
    let indicators = overall
        .goals
        .iter_mut()
        .flat_map(|goal| &mut goal.indicators);
    for indicator in indicators.map(Rc::make_mut) {
        match &*indicator.name {
            "编外人员收入同比增幅" => indicator.claimed = "5".into(),
            "参保对象满意率" => {
                indicator.category = "满意度指标".into();
                indicator.dimension = "服务对象满意度指标".into();
            }
            "宣传资料发放量" => indicator.actual = indicator.target.clone(),
            _ => {}
        }
    }
    overall.claimed_total = "95".into();
}

#[test]
fn random_workbooks_are_right() {
    let mut wrong = Vec::new();
    let mut figures = 0;
    for seed in 0..200 {
        let mut workbook = example();
        let random = &mut Random(seed);
        let mut accounts = Set::random(random).accounts(false);
        accounts.facts = workbook.accounts.facts.clone();
        accounts.work = workbook.accounts.work.clone();
        accounts.style = Style::all()[random.below(3)].id.clone();
        let mut accounts = filled_in(accounts, random);
        if accounts.style == "shanghai-2024" && !of_shanghai(&mut accounts) {
            continue;
        }
        let reckoned = reckon(&accounts, Layout::chosen(&accounts.layout, "2024"));
        let whole = Cell::Fixed(TableNo::SPENDING, "total", Column::Total);
        let whole = reckoned.value(whole).known().unwrap().to_string();
        workbook.year = "2024".into();
        workbook.accounts = Rc::new(accounts);
        workbook.forms.truncate(1);
        let overall = Rc::make_mut(&mut workbook.forms[0]);
        overall.execution.budget = whole.as_str().into();
        overall.execution.actual = whole.as_str().into();
        overall.filled_on = "2025-05-20".into();
        mend(overall);
        let (said, count) = said(&workbook);
        figures += count;
        if !said.is_empty() {
            wrong.push(format!(
                "{seed} {}: {}",
                workbook.accounts.style,
                said.join("\n   ")
            ));
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(figures > 200 * 300, "{figures}");
}
