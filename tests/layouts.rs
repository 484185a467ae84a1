//! Layouts, styles and subjects as data: what a patch does, what is wrong with a file and is said when
//! it is read, which layout a workbook has, and what becomes of what was typed under another.

use juesuan::accounts::{
    Accounts, Cell, Change, Column, Grid, Layout, RowAt, Style, Subjects, TableNo, examine, parent,
    reckon,
};
use juesuan::disclosure::check_names;
use juesuan::exchange::{Unit, read_table, shown_table};
use juesuan::finding::{Code, Severity};
use juesuan::say::InWords as _;
use juesuan::{Edit, Workbook, assess};
use std::rc::Rc;

const BASE: &str = include_str!("../layouts/accounts-2020.json");
const STYLE: &str = include_str!("../styles/wuhan-2020.json");

/// A patch of the ministry's first layout, read.
fn patched(changes: &str) -> Result<&'static Layout, String> {
    let comma = if changes.is_empty() { "" } else { "," };
    let file = format!(
        r#"{{"id":"test","from":2030,"base":"mof-2020","name":"","source":{{"title":"","issuer":""}}{comma}{changes}}}"#
    );
    let layout = Layout::read(&file, Layout::all()).map_err(|error| error.to_string())?;
    Ok(Box::leak(Box::new(layout)))
}

fn table(layout: &'static Layout, no: u8) -> &'static juesuan::accounts::TableLayout {
    layout.table(TableNo::new(no).unwrap())
}

/// Keys of the rows of a table, side by side.
fn rows(layout: &'static Layout, no: u8) -> String {
    let sides = table(layout, no).sides.iter().map(|side| {
        let keys = side.rows.iter().map(|row| row.key.as_str());
        keys.collect::<Vec<_>>().join(" ")
    });
    sides.collect::<Vec<_>>().join(" | ")
}

/// Columns of a table, and of its sides where they differ.
fn columns(layout: &'static Layout, no: u8) -> String {
    let joined = |columns: &[Column]| {
        let names = columns.iter().map(|column| column.as_str());
        names.collect::<Vec<_>>().join(" ")
    };
    let table = table(layout, no);
    let all: Vec<Column> = table.line_columns().collect();
    let mut text = joined(&all);
    for side in table.sides.iter().filter(|side| side.columns != all) {
        text.push_str(&format!(" | {}: {}", side.title, joined(&side.columns)));
    }
    text
}

/// Rows and columns of a table whose amounts may be below zero.
fn signed(layout: &'static Layout, no: u8) -> String {
    let table = table(layout, no);
    let rows = table.rows().filter(|(_, row)| row.signed);
    let rows = rows.map(|(_, row)| row.key.as_str());
    let columns = table.columns.iter().filter(|column| column.signed);
    let columns = columns.map(|column| column.column.as_str());
    rows.chain(columns).collect::<Vec<_>>().join(" ")
}

fn label(layout: &'static Layout, no: u8, key: &str) -> String {
    table(layout, no).row(key).unwrap().1.label.clone()
}

fn identities(layout: &'static Layout) -> String {
    let numbers = layout.identities.iter().map(|one| one.no.as_str());
    numbers.collect::<Vec<_>>().join(" ")
}

type Probe = fn(&'static Layout) -> String;

/// One line a kind of change: what is written, what is looked at, and what is seen.
#[rustfmt::skip]
const CHANGES: &[(&str, Probe, &str)] = &[
    ("", |l| rows(l, 2), "total"),
    // rows
    (r#""labels":{"01.opening":"年初"}"#, |l| label(l, 1, "opening"), "年初"),
    (r#""rows":{"remove":["07.reception"]},"identities":{"remove":["23"]}"#, |l| rows(l, 7), "total abroad vehicles purchase running"),
    (r#""rows":{"add":[{"row":"07.training","label":"4.培训费","after":"07.reception"}]}"#, |l| rows(l, 7), "total abroad vehicles purchase running reception training"),
    (r#""rows":{"add":[{"row":"07.first","label":"首行","before":"07.total"}]}"#, |l| rows(l, 7), "first total abroad vehicles purchase running reception"),
    (r#""rows":{"add":[{"row":"07.a","label":"甲","before":"07.abroad"},{"row":"07.b","label":"乙","after":"07.a"}]}"#, |l| rows(l, 7), "total a b abroad vehicles purchase running reception"),
    (r#""rows":{"move":[{"row":"07.total","after":"07.reception"}]}"#, |l| rows(l, 7), "abroad vehicles purchase running reception total"),
    (r#""rows":{"move":[{"row":"06.total","after":"06.public"}]}"#, |l| rows(l, 6), "personnel public total"),
    // columns
    (r#""columns":{"rename":{"05.total":"合计"}}"#, |l| table(l, 5).label(Column::Total).to_owned(), "合计"),
    (r#""columns":{"remove":["05.budget"]}"#, |l| columns(l, 5), "total basic project last"),
    (r#""columns":{"add":[{"column":"09.opening","label":"年初","before":"09.total"}]}"#, |l| columns(l, 9), "opening total basic project"),
    (r#""columns":{"add":[{"column":"09.last","label":"上年","beside":true,"after":"09.project"}]}"#, |l| table(l, 9).is_beside(Column::Last).to_string(), "true"),
    (r#""columns":{"add":[{"column":"09.opening","label":"年初","signed":true,"before":"09.total"}]}"#, |l| signed(l, 9), "opening"),
    (r#""columns":{"add":[{"column":"09.opening","label":"年初","before":"09.total"}]}"#, |l| signed(l, 9), ""),
    (r#""rows":{"add":[{"row":"07.net","label":"净额","signed":true,"after":"07.reception"}]}"#, |l| signed(l, 7), "net"),
    (r#""labels":{"01.opening":"年初"},"rows":{"move":[{"row":"01.closing","before":"01.distribution"}]}"#, |l| signed(l, 1), "use-of-balance opening closing distribution"),
    (r#""columns":{"rename":{"08.closing":"年末"}}"#, |l| signed(l, 8), "opening closing"),
    (r#""columns":{"add":[{"column":"04.budget","label":"预算数","after":"04.total"}]}"#, |l| columns(l, 4), "total budget general funds capital last | 收入: total budget last"),
    (r#""columns":{"add":[{"column":"04.budget","label":"预算数","after":"04.capital","sides":["支出"]}]}"#, |l| columns(l, 4), "total general funds capital budget last | 收入: total last"),
    // classes
    (r#""classes":{"remove":["231","232"]}"#, |l| label(l, 1, "234"), "二十四、抗疫特别国债安排的支出"),
    (r#""classes":{"remove":["231","232"]}"#, |l| l.classes.len().to_string(), "24"),
    (r#""classes":{"add":[{"code":"233","name":"债务发行费用支出","after":"232"}]}"#, |l| label(l, 4, "233"), "二十六、债务发行费用支出"),
    (r#""classes":{"rename":{"215":"资源勘探信息等支出"}}"#, |l| label(l, 4, "215"), "十四、资源勘探信息等支出"),
    // tables
    (r#""titles":{"07":"三公表"}"#, |l| table(l, 7).title.clone(), "三公表"),
    (r#""mayBeEmpty":{"07":"三公经费"}"#, |l| table(l, 7).may_be_empty.clone().unwrap(), "三公经费"),
    (r#""totalLast":{"05":true}"#, |l| table(l, 5).total_last.to_string(), "true"),
    (r#""printedAs":{"07":"09","08":"07","09":"08"}"#, |l| table(l, 7).short(), "公开09"),
    (r#""printedAs":{"07":"09","08":"07","09":"08"}"#, |l| { l.in_print() .iter() .map(|t| t.no.to_string()) .collect::<Vec<_>>() .join(" ") }, "01 02 03 04 05 06 08 09 07"),
    (r#""printedAs":{"07":"09","08":"07","09":"08"}"#, |l| { l.identities .iter() .find(|i| i.no == "25") .unwrap() .title .clone() }, "公开04 政府性基金支出 = 公开07 本年支出"),
    // rules
    (r#""across":{"remove":{"09":["total = basic + project"]}}"#, |l| table(l, 9).sides[0].across.len().to_string(), "0"),
    (r#""across":{"add":{"09":["basic = total - project"]}}"#, |l| table(l, 9).sides[0].across.len().to_string(), "2"),
    (r#""across":{"add":{"04":["general = total - funds - capital"]}}"#, |l| { format!( "{} {}", table(l, 4).sides[0].across.len(), table(l, 4).sides[1].across.len() ) }, "0 2"),
    (r#""identities":{"remove":["29","30"]}"#, |l| identities(l).split(' ').next_back().unwrap().to_owned(), "28"),
    (r#""identities":{"add":[{"no":"31","title":"甲","rules":["05.total.basic = 06.personnel.amount + 06.public.amount"]}]}"#, |l| identities(l).split(' ').next_back().unwrap().to_owned(), "31"),
    (r#""identities":{"remove":["5"],"add":[{"no":"5","title":"公开01 甲","rules":["01.right-total.* = 01.left-total.*"]}]}"#, |l| identities(l).split(' ').next_back().unwrap().to_owned(), "5"),
];

#[test]
fn a_patch_changes_what_it_says() {
    for (changes, probe, expected) in CHANGES {
        match patched(changes) {
            Ok(layout) => assert_eq!(probe(layout), *expected, "{changes}"),
            Err(error) => panic!("{changes}: {error}"),
        }
    }
}

/// What a patch does not change stays as it was.
#[test]
fn a_patch_changes_nothing_else() {
    let (base, same) = (Layout::named("mof-2020").unwrap(), patched("").unwrap());
    assert_eq!(base.classes, same.classes);
    assert_eq!(base.identities, same.identities);
    for no in 1..=9 {
        assert_eq!(
            format!("{:?}", table(base, no)),
            format!("{:?}", table(same, no))
        );
    }
}

/// One line a kind of slip: what is written, and what is said of it.
#[rustfmt::skip]
const SLIPS: &[(&str, &str)] = &[
    (r#""labels":{"01.openning":"年初"}"#, "there is no row 01.openning"),
    (r#""labels":{"10.opening":"年初"}"#, "there is no table 10"),
    (r#""labels":{"1.opening":"年初"}"#, "there is no table 1"),
    (r#""labels":{"opening":"年初"}"#, "opening is not a table and a key"),
    (r#""labels":{"01.opening":" "}"#, "the row 01.opening needs a key of letters, digits and hyphens, and a label"),
    (r#""labels":{"01.215":"甲"}"#, "the row 01.215 is of a class: it is renamed in classes"),
    (r#""labels":{"01.opening":"甲","01.opening":"乙"}"#, "the key 01.opening is there twice"),
    (r#""titles":{"00":"甲"}"#, "there is no table 00"),
    (r#""printedAs":{"07":"08"}"#, "the printed number 08 is there twice"),
    (r#""printedAs":{"07":"10"}"#, "there is no table 10"),
    (r#""title":{"07":"甲"}"#, "unknown field `title`"),
    (r#""rows":{"renamed":[]}"#, "unknown field `renamed`"),
    (r#""rows":{"remove":["07.nothing"]}"#, "there is no row 07.nothing"),
    (r#""rows":{"remove":["07.reception"]}"#, "the identity 23: there is no row 07.reception"),
    (r#""rows":{"remove":["01.231"]}"#, "the row 01.231 is of a class: it comes and goes with it"),
    (r#""rows":{"remove":["05.total"]},"identities":{"remove":["19","21"]}"#, "the table 05 has no row total"),
    (r#""rows":{"add":[{"row":"07.abroad","label":"甲","after":"07.total"}]}"#, "the row 07.abroad is there twice"),
    (r#""rows":{"add":[{"row":"07.new","label":"甲","after":"07.nothing"}]}"#, "there is no row 07.nothing"),
    (r#""rows":{"add":[{"row":"07.new","label":"甲","after":"01.opening"}]}"#, "the row 07.new cannot stand beside 01.opening, which is of another table"),
    (r#""rows":{"add":[{"row":"07.new","label":"甲"}]}"#, "the row 07.new needs a place: either before or after"),
    (r#""rows":{"add":[{"row":"07.new","label":"甲","before":"07.total","after":"07.total"}]}"#, "the row 07.new needs a place: either before or after"),
    (r#""rows":{"add":[{"row":"07.新","label":"甲","after":"07.total"}]}"#, "the row 07.新 needs a key of letters, digits and hyphens, and a label"),
    (r#""rows":{"move":[{"row":"07.nothing","after":"07.total"}]}"#, "there is no row 07.nothing"),
    (r#""rows":{"move":[{"row":"07.total","after":"07.total"}]}"#, "there is no row 07.total"),
    (r#""rows":{"move":[{"row":"01.231","after":"01.opening"}]}"#, "the row 01.231 is of a class: it comes and goes with it"),
    (r#""columns":{"remove":["05.funds"]}"#, "there is no column 05.funds"),
    (r#""columns":{"remove":["05.basic"]}"#, "there is no column 05.basic"),
    (r#""columns":{"remove":["05.basics"]}"#, "there is no column 05.basics"),
    (r#""columns":{"remove":["06.amount"]}"#, "the identity 21: there is no column 06.amount"),
    (r#""columns":{"rename":{"05.funds":"甲"}}"#, "there is no column 05.funds"),
    (r#""columns":{"add":[{"column":"05.basic","label":"甲","after":"05.total"}]}"#, "the column 05.basic is there twice"),
    (r#""columns":{"add":[{"column":"05.reason","label":"甲","after":"05.total"}]}"#, "the column 05.reason is no amount"),
    (r#""columns":{"add":[{"column":"05.funds","label":"甲","after":"05.closing"}]}"#, "the column 05.funds cannot stand beside 05.closing, which its table has not"),
    (r#""columns":{"add":[{"column":"05.funds","label":"甲"}]}"#, "the column 05.funds needs a place: either before or after"),
    (r#""columns":{"add":[{"column":"04.budget","label":"甲","after":"04.total","sides":["左"]}]}"#, "the table 04 has no side 左"),
    (r#""classes":{"remove":["299"]}"#, "there is no class 299"),
    (r#""classes":{"add":[{"code":"999","name":"甲","after":"232"}]}"#, "the class 999 is no subject"),
    (r#""classes":{"add":[{"code":"232","name":"甲","after":"232"}]}"#, "the class 232 is there twice"),
    (r#""classes":{"rename":{"299":"甲"}}"#, "there is no class 299"),
    (r#""across":{"remove":{"09":["total = basic"]}}"#, "the rows of table 09 have no rule “total = basic”"),
    (r#""across":{"add":{"09":["closing = opening + income - total"]}}"#, "there is no column 09.closing"),
    (r#""across":{"add":{"09":["total = 05.total.basic"]}}"#, "a rule of the rows of table 09 names more than columns"),
    (r#""across":{"add":{"09":["total = basic project"]}}"#, "the rule “total = basic project” cannot be read"),
    (r#""across":{"add":{"09":["total = basic +"]}}"#, "the rule “total = basic +” cannot be read"),
    (r#""across":{"add":{"09":["total = basics"]}}"#, "the rule “total = basics” cannot be read"),
    (r#""across":{"add":{"09":["total"]}}"#, "the rule “total” cannot be read"),
    (r#""identities":{"remove":["99"]}"#, "there is no identity 99"),
    (r#""identities":{"add":[{"no":"5","title":"甲","rules":["01.left-total.* = 01.right-total.*"]}]}"#, "the identity 5 is there twice"),
    (r#""identities":{"add":[{"no":"31","title":"甲","rules":[]}]}"#, "the identity 31 has no rule"),
    (r#""identities":{"add":[{"no":"31","title":"甲","rules":["01.left.amount = 01.right-total.amount"]}]}"#, "the identity 31: there is no row 01.left"),
    (r#""identities":{"add":[{"no":"31","title":"甲","rules":["01.opening.total = 01.right-total.amount"]}]}"#, "the identity 31: there is no column 01.total"),
    (r#""identities":{"add":[{"no":"31","title":"甲","rules":["04.income-general.general = 01.opening.amount"]}]}"#, "the identity 31: there is no column 04.general"),
    (r#""identities":{"add":[{"no":"31","title":"甲","rules":["01.opening.* = 02.total.*"]}]}"#, "the identity 31: its rows have no column in common"),
    (r#""identities":{"add":[{"no":"31","title":"甲","rules":["01.opening.* = 01.closing.amount"]}]}"#, "the identity 31: a rule is about every column or about named ones, not both"),
    (r#""identities":{"add":[{"no":"31","title":"甲","rules":["06.{class}.amount = 03.{class}.total"]}]}"#, "the identity 31: the table 06 has no rows of classes"),
    (r#""identities":{"add":[{"no":"31","title":"甲","rules":["03.total.total = 03.{classes}.total"]}]}"#, "the identity 31: the table 03 has no rows of classes"),
    (r#""identities":{"add":[{"no":"31","title":"甲","rules":["total = 03.total.total"]}]}"#, "the identity 31: a rule names a column without a table"),
    (r#""identities":{"add":[{"no":"31","title":"甲","rules":["12.total.total = 03.total.total"]}]}"#, "the rule “12.total.total = 03.total.total” cannot be read"),
];

#[test]
fn a_patch_that_does_not_apply_is_said() {
    for (changes, expected) in SLIPS {
        match patched(changes) {
            Ok(_) => panic!("{changes} was read"),
            Err(error) => assert!(
                error.starts_with("layout test: ") && error.contains(expected),
                "{changes}: {error}"
            ),
        }
    }
}

/// The same in a layout that is written out: what is put in the place of what, and what is said.
#[test]
fn a_layout_that_does_not_hold_together_is_said() {
    assert!(Layout::read(BASE, &[]).is_ok());
    for (from, to, expected) in [
        (r#""id": "mof-2020","#, "", "missing field `id`"),
        (
            r#""no": 2,"#,
            r#""no": 3,"#,
            "its tables are not 01 to 09 in order",
        ),
        (r#""no": 9,"#, r#""no": 10,"#, "there is no table 10"),
        (
            r#""key": "opening", "label": "年初结转和结余", "signed": true },
            { "key": "left"#,
            r#""key": "left-total", "label": "年初结转和结余", "signed": true },
            { "key": "left"#,
            "the row 01.left-total is there twice",
        ),
        (
            r#""key": "basic", "label": "基本支出""#,
            r#""key": "total", "label": "基本支出""#,
            "the column 03.total is there twice",
        ),
        (
            r#""key": "fiscal""#,
            r#""key": "fiscals""#,
            "no fiscals here",
        ),
        (
            r#""heads": { "total""#,
            r#""heads": { "totals""#,
            "there is no column totals",
        ),
        (
            r#""columns": ["total", "last"]"#,
            r#""columns": ["total", "actual"]"#,
            "there is no column 04.actual",
        ),
        (
            r#""personnel": ["301""#,
            r#""personnel": ["399999""#,
            "the part 06.personnel names 399999, which is no subject of the table",
        ),
        (
            r#""parts": { "personnel""#,
            r#""parts": { "persons""#,
            "there is no row 06.persons",
        ),
        (
            r#"["234", "抗疫特别国债安排的支出"]"#,
            r#"["232", "抗疫特别国债安排的支出"]"#,
            "the class 232 is there twice",
        ),
        (
            r#"01.{class}.amount = 03.{class}.total"#,
            r#"01.{class}.amount = 03.{class}.totals"#,
            "cannot be read",
        ),
        (
            r#""beside": true"#,
            r#""besides": true"#,
            "unknown field `besides`",
        ),
        (
            r#""signed": true"#,
            r#""sign": true"#,
            "unknown field `sign`",
        ),
        (
            r#""across": ["total = general + funds + capital"]"#,
            r#""across": ["total = general + funds + basic"]"#,
            "there is no column 04.basic",
        ),
    ] {
        assert!(BASE.contains(from), "{from}");
        let file = BASE.replacen(from, to, 1);
        match Layout::read(&file, &[]) {
            Ok(_) => panic!("{to} was read"),
            Err(error) => assert!(error.to_string().contains(expected), "{to}: {error}"),
        }
    }
    let twice = Layout::read(BASE, Layout::all()).unwrap_err().to_string();
    assert_eq!(twice, "layout mof-2020: there is one of this id already");
    let lost = Layout::read(
        &include_str!("../layouts/accounts-2022.json").replace("\"mof-2022\"", "\"new\""),
        &[],
    );
    assert_eq!(
        lost.unwrap_err().to_string(),
        "layout new: there is no base \"mof-2020\""
    );
}

#[test]
fn the_layouts_there_are() {
    let print = |layout: &'static Layout| {
        let tables = layout
            .in_print()
            .into_iter()
            .map(|table| table.no.to_string());
        tables.collect::<Vec<_>>().join(" ")
    };
    for (id, from, place, classes, identities, in_print) in [
        ("mof-2020", 2020, None, 26, 30, "01 02 03 04 05 06 07 08 09"),
        ("mof-2022", 2022, None, 26, 30, "01 02 03 04 05 06 08 09 07"),
        (
            "shanghai-2024",
            2024,
            Some("上海"),
            24,
            32,
            "01 02 03 04 05 06 07 08 09",
        ),
    ] {
        let layout = Layout::named(id).unwrap();
        assert_eq!(
            (layout.from, layout.place.as_deref()),
            (from, place),
            "{id}"
        );
        assert_eq!(
            (layout.classes.len(), layout.identities.len()),
            (classes, identities),
            "{id}"
        );
        assert_eq!(print(layout), in_print, "{id}");
    }
    assert_eq!(Layout::all().len(), 3);
}

#[test]
fn what_the_layouts_call_things() {
    let layout = |id| Layout::named(id).unwrap();
    for (id, no, short, title) in [
        (
            "mof-2020",
            6,
            "公开06",
            "一般公共预算财政拨款基本支出决算表",
        ),
        (
            "mof-2020",
            7,
            "公开07",
            "一般公共预算财政拨款“三公”经费支出决算表",
        ),
        (
            "mof-2020",
            9,
            "公开09",
            "国有资本经营预算财政拨款支出决算表",
        ),
        (
            "mof-2022",
            6,
            "公开06",
            "一般公共预算财政拨款基本支出决算明细表",
        ),
        ("mof-2022", 7, "公开09", "财政拨款“三公”经费支出决算表"),
        (
            "mof-2022",
            8,
            "公开07",
            "政府性基金预算财政拨款收入支出决算表",
        ),
        (
            "mof-2022",
            9,
            "公开08",
            "国有资本经营预算财政拨款支出决算表",
        ),
        (
            "shanghai-2024",
            6,
            "公开06",
            "一般公共预算财政拨款基本支出决算表",
        ),
        ("shanghai-2024", 7, "公开07", "财政拨款“三公”经费支出决算表"),
        (
            "shanghai-2024",
            8,
            "公开08",
            "政府性基金预算财政拨款收入支出决算表",
        ),
        (
            "shanghai-2024",
            9,
            "公开09",
            "国有资本经营预算财政拨款收入支出决算表",
        ),
    ] {
        let table = table(layout(id), no);
        assert_eq!(
            (table.short().as_str(), table.title.as_str()),
            (short, title),
            "{id} {no}"
        );
    }
    for (id, key, expected) in [
        ("mof-2020", "use-of-balance", "使用非财政拨款结余"),
        (
            "mof-2022",
            "use-of-balance",
            "使用非财政拨款结余（含专用结余）",
        ),
        ("shanghai-2024", "use-of-balance", "使用非财政拨款结余"),
        ("mof-2022", "232", "二十五、债务付息支出"),
        ("shanghai-2024", "234", "二十四、抗疫特别国债安排的支出"),
    ] {
        assert_eq!(label(layout(id), 1, key), expected, "{id} {key}");
    }
    assert_eq!(
        columns(layout("shanghai-2024"), 9),
        "opening income total basic project closing"
    );
    assert!(rows(layout("shanghai-2024"), 4).starts_with(
        "income-general income-funds income-capital income-total opening opening-general"
    ));
}

/// The rows of a published disclosure of 2024, by their labels, and of tables by subject the heads.
#[test]
fn every_row_of_a_published_disclosure_of_shanghai_has_its_place() {
    const INCOME: [&str; 12] = [
        "一、一般公共预算财政拨款收入",
        "二、政府性基金预算财政拨款收入",
        "三、国有资本经营预算财政拨款收入",
        "四、上级补助收入",
        "五、事业收入",
        "六、经营收入",
        "七、附属单位上缴收入",
        "八、其他收入",
        "本年收入合计",
        "使用非财政拨款结余",
        "年初结转和结余",
        "总计",
    ];
    const CLASSES: [&str; 24] = [
        "一、一般公共服务支出",
        "二、外交支出",
        "三、国防支出",
        "四、公共安全支出",
        "五、教育支出",
        "六、科学技术支出",
        "七、文化旅游体育与传媒支出",
        "八、社会保障和就业支出",
        "九、卫生健康支出",
        "十、节能环保支出",
        "十一、城乡社区支出",
        "十二、农林水支出",
        "十三、交通运输支出",
        "十四、资源勘探工业信息等支出",
        "十五、商业服务业等支出",
        "十六、金融支出",
        "十七、援助其他地区支出",
        "十八、自然资源海洋气象等支出",
        "十九、住房保障支出",
        "二十、粮油物资储备支出",
        "二十一、国有资本经营预算支出",
        "二十二、灾害防治及应急管理支出",
        "二十三、其他支出",
        "二十四、抗疫特别国债安排的支出",
    ];
    const FISCAL: [&str; 9] = [
        "一、一般公共预算财政拨款",
        "二、政府性基金预算财政拨款",
        "三、国有资本经营预算财政拨款",
        "本年收入合计",
        "年初财政拨款结转和结余",
        "一、一般公共预算财政拨款",
        "二、政府性基金预算财政拨款",
        "三、国有资本经营预算财政拨款",
        "总计",
    ];
    let layout = Layout::named("shanghai-2024").unwrap();
    let spending = |ends: &[&'static str]| {
        let classes = CLASSES.iter().copied();
        classes.chain(ends.iter().copied()).collect::<Vec<_>>()
    };
    for (no, side, printed) in [
        (1, 0, INCOME.to_vec()),
        (
            1,
            1,
            spending(&["本年支出合计", "结余分配", "年末结转和结余", "总计"]),
        ),
        (4, 0, FISCAL.to_vec()),
        (
            4,
            1,
            spending(&["本年支出合计", "年末财政拨款结转和结余", "总计"]),
        ),
    ] {
        let rows = table(layout, no).sides[side].rows.iter();
        let labels: Vec<&str> = rows.map(|row| row.label.as_str()).collect();
        assert_eq!(labels, printed, "{no}");
    }
    for (no, last) in [(2, false), (3, false), (5, true), (8, false), (9, false)] {
        let table = table(layout, no);
        assert_eq!(
            (table.row("total").is_some(), table.total_last),
            (true, last),
            "{no}"
        );
    }
    for key in [
        "total",
        "abroad",
        "vehicles",
        "purchase",
        "running",
        "reception",
    ] {
        assert!(table(layout, 7).row(key).is_some(), "{key}");
    }
    for key in ["personnel", "public"] {
        assert!(table(layout, 6).row(key).is_some(), "{key}");
    }
    for (subjects, codes) in [
        (
            Subjects::Functional,
            "208 20805 2080501 2080502 2080505 2080506 2080599 210 21011 2101101 2101102 212 21201 \
             2120101 21202 2120201 220 22001 2200150 2200199 221 22102 2210201 2210203",
        ),
        (
            Subjects::Economic,
            "301 30101 30102 30103 30106 30107 30108 30109 30110 30111 30112 30113 30114 30199 303 30301 \
             30302 30303 30304 30305 30306 30307 30308 30309 30310 30311 30399 302 30201 30202 30203 30204 \
             30205 30206 30207 30208 30209 30211 30212 30213 30214 30215 30216 30217 30218 30224 30225 30226 \
             30227 30228 30229 30231 30239 30240 30299 310 31001 31002 31003 31007 31013 31019 31021 31022 31099",
        ),
    ] {
        for code in codes.split_whitespace() {
            assert!(subjects.named(code).is_some(), "{code}");
        }
    }
}

/// The nine tables of a district's planning bureau as printed, in the layout they were printed in.
#[test]
fn a_published_disclosure_of_shanghai_holds_in_its_layout() {
    let mut workbook = workbook("2024", &[]);
    let mut accounts: Accounts =
        serde_json::from_str(include_str!("data/planning-2024.json")).unwrap();
    accounts.layout = "shanghai-2024".to_owned();
    workbook.accounts = Rc::new(accounts);
    assert_eq!(workbook.layout().id, "shanghai-2024");
    let reckoned = reckon(&workbook.accounts, workbook.layout());
    let findings = examine(&workbook.accounts, &reckoned);
    let all: Vec<_> = findings.iter().map(|f| (f.severity(), f.code)).collect();
    assert_eq!(all, [(Severity::Notice, Code::TableRounding)]);
    assert_eq!(findings[0].also.len(), 11);
    // Nothing of state capital is nothing in its columns of balances too.
    for column in [Column::Opening, Column::Income, Column::Closing] {
        let cell = Cell::Fixed(TableNo::CAPITAL, "total", column);
        assert_eq!(reckoned.value(cell).known(), Some(0.into()), "{cell}");
    }
}

/// Balances may be below zero in every layout, and nothing else may.
#[test]
fn balances_may_be_below_zero() {
    for layout in Layout::all() {
        let in_09 = match layout.id.as_str() {
            "shanghai-2024" => "opening closing",
            _ => "",
        };
        for (no, expected) in [
            (1, "use-of-balance opening distribution closing"),
            (2, ""),
            (3, ""),
            (5, ""),
            (6, ""),
            (7, ""),
            (8, "opening closing"),
            (9, in_09),
        ] {
            assert_eq!(signed(layout, no), expected, "{} {no}", layout.id);
        }
        let mut balances: Vec<String> = signed(layout, 4).split(' ').map(str::to_owned).collect();
        balances.sort();
        assert_eq!(
            balances.join(" "),
            "closing opening opening-capital opening-funds opening-general",
            "{}",
            layout.id
        );
    }
}

// ---- which layout a workbook has

fn workbook(year: &str, cells: &[(&str, &str)]) -> Workbook {
    let mut workbook = Workbook::new(year, "某中心", "wuhan-2020");
    let accounts = Rc::make_mut(&mut workbook.accounts);
    for (path, text) in cells {
        let cell: Cell = format!("accounts.{path}").parse().unwrap();
        accounts.set(cell, text).unwrap();
    }
    workbook
}

#[test]
fn year_and_place_choose_the_layout() {
    for (year, chosen, used) in [
        ("2019", "", "mof-2020"),
        ("2020", "", "mof-2020"),
        ("2021", "", "mof-2020"),
        ("2022", "", "mof-2022"),
        ("2023", "", "mof-2022"),
        ("2024", "", "mof-2022"),
        ("2025", "", "mof-2022"),
        ("", "", "mof-2022"),
        ("二〇二一年度", "", "mof-2020"),
        ("20244", "", "mof-2022"),
        ("", "shanghai-2024", "shanghai-2024"),
        ("2024", "shanghai-2024", "shanghai-2024"),
        ("2025", "shanghai-2024", "shanghai-2024"),
        ("2022", "mof-2020", "mof-2020"),
        ("2024", "unheard-of", "mof-2022"),
    ] {
        let workbook = workbook(year, &[("layout", chosen)]);
        assert_eq!(workbook.layout().id, used, "{year} {chosen}");
        let next = workbook.next_year();
        assert_eq!(next.accounts.layout, chosen, "{year} {chosen}");
    }
}

#[test]
fn a_file_names_a_layout_only_where_one_is_chosen() {
    let typed = [("01.opening.amount", "3")];
    let text = serde_json::to_string(&workbook("2024", &typed)).unwrap();
    assert!(!text.contains("layout"), "{text}");
    let chosen = workbook("2024", &[("layout", "shanghai-2024"), typed[0]]);
    let text = serde_json::to_string(&chosen).unwrap();
    assert!(text.contains(r#""layout":"shanghai-2024""#), "{text}");
    let read: Workbook = serde_json::from_str(&text).unwrap();
    assert_eq!(read, chosen);
    assert_eq!(
        "accounts.layout".parse::<Cell>().unwrap().to_string(),
        "accounts.layout"
    );
}

/// What is said of a layout, beginning with its code.
fn said(workbook: &Workbook) -> Vec<String> {
    let findings = assess(workbook, None).accounts.findings;
    let of_layout = findings
        .iter()
        .filter(|finding| finding.cell == Cell::Layout);
    of_layout
        .map(|finding| format!("{} {}", finding.code.as_str(), finding.message()))
        .collect()
}

/// Cells typed, the layout, and what of it is named as having no place.
#[test]
fn what_has_no_place_is_named() {
    for (cells, layout, named) in [
        (&[("01.231.amount", "3")][..], "", &[][..]),
        (
            &[("01.231.amount", "3")],
            "shanghai-2024",
            &["公开01“债务还本支出”"],
        ),
        (&[("01.231.amount", " ")], "shanghai-2024", &[]),
        (
            &[("04.232.general", "3"), ("04.232.total", "3")],
            "shanghai-2024",
            &[
                "公开04“债务付息支出”的一般公共预算财政拨款",
                "公开04“债务付息支出”的合计",
            ],
        ),
        (&[("09.total.opening", "1")], "shanghai-2024", &[]),
        (
            &[("09.total.opening", "1")],
            "",
            &["公开08“合计”的年初结转和结余"],
        ),
        (&[("09.total.income", "x")], "", &["公开08“合计”的本年收入"]),
        (&[("09.total.total", "1")], "", &[]),
        (&[("05.total.reason", "原因")], "shanghai-2024", &[]),
    ] {
        let mut workbook = workbook("2024", cells);
        Rc::make_mut(&mut workbook.accounts).layout = layout.to_owned();
        let said = said(&workbook);
        assert_eq!(said.is_empty(), named.is_empty(), "{cells:?}: {said:?}");
        for name in named {
            assert!(said[0].starts_with("cells-unplaced "), "{said:?}");
            assert!(said[0].contains(name), "{cells:?}: {said:?}");
        }
    }
    let lines: Vec<(String, &str)> = Layout::named("mof-2020")
        .unwrap()
        .classes
        .iter()
        .flat_map(|(code, _)| {
            ["general", "funds", "capital", "total"].map(|c| (format!("04.{code}.{c}"), "1"))
        })
        .filter(|(path, _)| path.contains("231") || path.contains("232"))
        .collect();
    let lines: Vec<(&str, &str)> = lines
        .iter()
        .map(|(path, text)| (path.as_str(), *text))
        .collect();
    let mut many = workbook("2024", &lines);
    Rc::make_mut(&mut many.accounts).layout = "shanghai-2024".to_owned();
    assert!(said(&many)[0].contains("等 8 处"), "{:?}", said(&many));
}

#[test]
fn a_line_of_a_column_that_is_not_there_is_named_once_and_not_judged() {
    let mut workbook = workbook("2024", &[("05.total.total", "1")]);
    let accounts = Rc::make_mut(&mut workbook.accounts);
    let lines = &mut Rc::make_mut(&mut accounts.tables[TableNo::CAPITAL.index()]).lines;
    let cells = [
        (Column::Code, "223"),
        (Column::Total, "1"),
        (Column::Opening, "-x"),
    ];
    lines.push(Rc::new(
        cells.map(|(column, text)| (column, text.into())).into(),
    ));
    assert_eq!(said(&workbook).len(), 1);
    assert!(said(&workbook)[0].contains("公开08“国有资本经营预算支出”的年初结转和结余"));
    let findings = assess(&workbook, None).accounts.findings;
    let there = Cell::Line(TableNo::CAPITAL, 0, Column::Opening);
    assert!(findings.iter().all(|finding| finding.cell != there));
}

#[test]
fn an_unknown_layout_is_said_and_the_ministrys_used() {
    let workbook = workbook(
        "2024",
        &[("layout", "beijing-2024"), ("05.total.total", "1")],
    );
    assert_eq!(workbook.layout().id, "mof-2022");
    let said = said(&workbook);
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(
        said[0].starts_with("layout-unknown 没有名为“beijing-2024”的版式"),
        "{said:?}"
    );
}

/// To another layout and back: what was typed is what it was, and so is every value.
#[test]
fn changing_the_layout_loses_nothing() {
    let bytes = include_bytes!("../static/example.juesuan.json");
    let mut before: Workbook = serde_json::from_slice(bytes).unwrap();
    let accounts = Rc::make_mut(&mut before.accounts);
    accounts
        .set("accounts.01.231.amount".parse().unwrap(), "3")
        .unwrap();
    let choose = |workbook: &Workbook, id: &str| {
        let change = Change::Set {
            cell: Cell::Layout,
            text: id.to_owned(),
        };
        workbook.edited(&Edit::Accounts(change)).unwrap()
    };
    let there = choose(&before, "shanghai-2024");
    assert_eq!(there.layout().id, "shanghai-2024");
    assert_eq!(there.accounts.tables, before.accounts.tables);
    let assessed = assess(&before, None);
    // Assessed after one another as well as from nothing.
    assert_eq!(assessed.renewed(&there, None), assess(&there, None));
    let back = choose(&there, "");
    assert_eq!(back, before);
    assert_eq!(assess(&there, None).renewed(&back, None), assessed);
}

/// Files of 2022 and later keep their figures in their tables, whatever those are printed as.
#[test]
fn tables_are_kept_by_their_nature() {
    let workbook = workbook(
        "2024",
        &[
            ("07.total.actual", "5"),
            ("07.vehicles.actual", "6"),
            ("08.total.total", "1"),
            ("04.spending-total.funds", "2"),
        ],
    );
    let text = serde_json::to_value(&workbook).unwrap();
    assert_eq!(
        text["accounts"]["tables"]["07"]["rows"]["total"]["actual"],
        "5"
    );
    let findings = assess(&workbook, None).accounts.findings;
    for (code, name, rule) in [
        ("table-sum", "公开09“合计”", None),
        (
            "tables-disagree",
            "公开07“合计”",
            Some("勾稽关系 25：公开04 政府性基金支出 = 公开07 本年支出"),
        ),
    ] {
        let found = findings.iter().find(|f| f.code.as_str() == code).unwrap();
        assert!(found.message().contains(name), "{}", found.message());
        assert_eq!(found.rule().as_deref(), rule, "{code}");
    }
    let place = workbook.accounts.whereabouts(
        workbook.layout(),
        "accounts.07.total.actual".parse().unwrap(),
    );
    assert_eq!(place, "公开09 · 合计");
}

/// The identities that a layout adds are formulas too.
#[test]
fn state_capital_with_income_is_reckoned() {
    let layout = Layout::named("shanghai-2024").unwrap();
    for (typed, cell, expected) in [
        (
            &[
                ("09.total.opening", "1"),
                ("09.total.income", "5"),
                ("09.total.total", "4"),
            ][..],
            "09.total.closing",
            "2",
        ),
        (&[("04.income-capital.total", "5")], "09.total.income", "5"),
        (
            &[("04.opening-capital.total", "1")],
            "09.total.opening",
            "1",
        ),
        (&[("09.total.closing", "2")], "04.closing.capital", "2"),
    ] {
        let reckoned = reckon(&workbook("2024", typed).accounts, layout);
        let cell: Cell = format!("accounts.{cell}").parse().unwrap();
        assert_eq!(
            reckoned.value(cell).known().unwrap().to_string(),
            expected,
            "{typed:?}"
        );
    }
}

// ---- a total that comes last

fn lines(accounts: &mut Accounts, codes: &[&str]) {
    let lines = &mut Rc::make_mut(&mut accounts.tables[TableNo::GENERAL.index()]).lines;
    for code in codes {
        lines.push(Rc::new([(Column::Code, (*code).into())].into()));
    }
}

#[test]
fn a_total_comes_last_where_the_layout_says_so() {
    let rows = |id: &str| {
        Grid::of(Layout::named(id).unwrap(), TableNo::GENERAL, 2)[0]
            .rows
            .clone()
    };
    let (total, first, second) = (RowAt::Fixed("total"), RowAt::Line(0), RowAt::Line(1));
    assert_eq!(rows("mof-2022"), [total, first, second]);
    assert_eq!(rows("shanghai-2024"), [first, second, total]);
}

/// A block pasted on the first of two lines, and what lines and total come to be.
#[test]
fn a_block_is_pasted_above_the_total() {
    for (block, codes, total) in [
        ("208,甲,1", "208 210", ""),
        ("208,甲,1 210,乙,2 ,合计,3", "208 210", "3"),
        ("208,甲,1 210,乙,2 212,丙,4 ,合计,7", "208 210 212", "7"),
        ("208,甲,1 210,乙,2 212,丙,4 213,丁,5", "208 210 212 213", ""),
        ("208,甲,1 210,乙,2 ,合计,3 ,备注,9", "208 210", "3"),
    ] {
        let mut workbook = workbook("2024", &[("layout", "shanghai-2024")]);
        lines(Rc::make_mut(&mut workbook.accounts), &["208", "210"]);
        let cells: Vec<Vec<String>> = block
            .split(' ')
            .map(|row| row.split(',').map(str::to_owned).collect())
            .collect();
        let change = Change::Paste {
            cell: Cell::Line(TableNo::GENERAL, 0, Column::Code),
            cells,
        };
        let pasted = workbook.edited(&Edit::Accounts(change)).unwrap().accounts;
        let table = pasted.table(TableNo::GENERAL);
        let read: Vec<_> = (0..table.lines.len())
            .map(|line| table.code(line).into_owned())
            .collect();
        assert_eq!(read.join(" "), codes, "{block}");
        let cell = Cell::Fixed(TableNo::GENERAL, "total", Column::Total);
        assert_eq!(pasted.cell(cell).unwrap().trim(), total, "{block}");
    }
}

/// Each table of each layout, full of different amounts, as printed and pasted into a blank one.
#[test]
fn a_copied_table_is_read_in_its_layout() {
    for (layout, year) in [
        ("mof-2020", "2020"),
        ("mof-2022", "2024"),
        ("shanghai-2024", "2024"),
    ] {
        let blank = workbook(year, &[("layout", layout)]);
        let layout = blank.layout();
        for no in TableNo::all() {
            let table = layout.table(no);
            let mut accounts = Accounts::clone(&blank.accounts);
            if let Some(subjects) = table.lines {
                let codes: Vec<&str> = match subjects {
                    Subjects::Functional => vec!["208", "20805", "2080505"],
                    Subjects::Economic => vec!["301", "30101", "302", "30201"],
                };
                for code in codes {
                    let subject = subjects.named(code).unwrap();
                    Rc::make_mut(&mut accounts.tables[no.index()])
                        .lines
                        .push(Rc::new(
                            [
                                (Column::Code, code.into()),
                                (Column::Name, subject.name.into()),
                            ]
                            .into(),
                        ));
                }
            }
            let lines = accounts.table(no).lines.len();
            let mut cells = Vec::new();
            for grid in Grid::of(layout, no, lines) {
                for row in 0..grid.rows.len() {
                    let row = (0..grid.columns.len()).filter_map(|column| grid.cell(row, column));
                    let shown = |cell: &Cell| {
                        let column = cell.column().unwrap();
                        column.is_amount() && !table.is_beside(column)
                    };
                    cells.extend(row.filter(shown));
                }
            }
            for (i, cell) in cells.iter().enumerate() {
                accounts.set(*cell, &format!("{}.25", i + 1)).unwrap();
            }
            let mut copied = shown_table(&accounts, &reckon(&accounts, layout), no);
            if let [left, _] = &table.sides[..] {
                // As printed: the sides stand side by side, below title and unit.
                let mut second = copied.split_off(3 + left.rows.len());
                second.splice(0..0, [vec![], vec![]]);
                copied.resize(second.len(), vec![]);
                for (row, beside) in copied.iter_mut().zip(second) {
                    row.resize(1 + left.columns.len(), String::new());
                    row.extend(beside);
                }
            }
            let read = read_table(layout, no, &copied, Unit::AsWritten);
            assert_eq!(read.problems, [""; 0], "{} {no}", layout.id);
            let fill = Change::Fill {
                table: no,
                filled: read.filled,
            };
            let pasted = blank.edited(&Edit::Accounts(fill)).unwrap().accounts;
            for cell in cells {
                let text =
                    |accounts: &Accounts| accounts.cell(cell).map(|text| text.trim().to_owned());
                assert_eq!(text(&pasted), text(&accounts), "{} {cell}", layout.id);
            }
        }
    }
}

/// Without a year or with one that is none, what stands in for the layout of the year is named; one
/// that was chosen stands in for nothing.
#[test]
fn only_the_layout_of_the_year_waits_for_the_year() {
    for (year, chosen, expected) in [
        ("", "", "；决算表暂用“"),
        ("20244", "", "；决算表暂用“"),
        ("", "unheard-of", "；决算表暂用“"),
        ("", "shanghai-2024", "例如 2024。"),
        ("20244", "shanghai-2024", "例如 2024。"),
    ] {
        let workbook = workbook(year, &[("layout", chosen), ("05.total.total", "5")]);
        let findings = assess(&workbook, None).accounts.findings;
        let mut of_year = findings.iter().filter(|finding| finding.cell == Cell::Year);
        let message = of_year.next().unwrap().message();
        assert!(message.contains(expected), "{year} {chosen}: {message}");
    }
}

/// What is said of facts and tables names the table by its printed number.
#[test]
fn sentences_name_tables_as_they_are_printed() {
    for (layout, year, three_public) in [
        ("mof-2020", "2020", "公开07"),
        ("mof-2022", "2024", "公开09"),
        ("shanghai-2024", "2024", "公开07"),
    ] {
        let workbook = workbook(
            year,
            &[
                ("layout", layout),
                ("07.running.actual", "5"),
                ("facts.fuel", "6"),
            ],
        );
        let findings = assess(&workbook, None).accounts.findings;
        let fuel = "accounts.facts.fuel".parse::<Cell>().unwrap();
        let said = findings
            .iter()
            .any(|f| f.cell == fuel && f.message().contains(&format!("与{three_public}的决算数")));
        assert!(said, "{layout}");
    }
}

// ---- styles

#[test]
fn every_name_in_every_style_means_something_in_every_layout() {
    for style in Style::all() {
        assert!(style.templates().count() > 20, "{}", style.id);
        for layout in Layout::all() {
            assert_eq!(
                check_names(style, layout),
                [""; 0],
                "{} {}",
                style.id,
                layout.id
            );
        }
    }
}

/// A style with one sentence of its own in the place of another.
fn style_with(sentence: &str) -> Result<Style, String> {
    let mut style: serde_json::Value = serde_json::from_str(STYLE).unwrap();
    let mut sentence: serde_json::Value = serde_json::from_str(sentence).unwrap();
    let sections = style["sections"].as_array_mut().unwrap();
    let blocks = sections
        .iter_mut()
        .flat_map(|section| section["blocks"].as_array_mut().unwrap());
    let mut paragraphs = blocks.filter_map(|block| block.get_mut("paragraph"));
    let first = &mut paragraphs.next().unwrap()[0];
    if sentence.get("key").is_none() {
        sentence["key"] = "one".into();
    }
    *first = sentence;
    Style::read(&style.to_string()).map_err(|error| error.to_string())
}

#[test]
fn a_style_that_cannot_be_read_is_said() {
    for (sentence, expected) in [
        (
            r#"{"text":"共{总计万元。"}"#,
            "a brace is open in “共{总计万元。”",
        ),
        (
            r#"{"text":"共总计}万元。"}"#,
            "a brace is open in “共总计}万元。”",
        ),
        (
            r#"{"text":"一","when":"总计"}"#,
            "the condition “总计” cannot be read",
        ),
        (
            r#"{"text":"一","when":"总计 > 5"}"#,
            "the condition “总计 > 5” cannot be read",
        ),
        (
            r#"{"text":"一","when":"总计 > 0 且"}"#,
            "the condition “总计 > 0 且” cannot be read",
        ),
        (r#"{"text":"一","wenn":"总计 > 0"}"#, "unknown field `wenn`"),
        (r#"{"when":"总计 > 0"}"#, "missing field `text`"),
        (
            r#"{"key":"income","text":"一"}"#,
            "two sentences have the key income",
        ),
    ] {
        match style_with(sentence) {
            Ok(_) => panic!("{sentence} was read"),
            Err(error) => assert!(error.contains(expected), "{sentence}: {error}"),
        }
    }
}

#[test]
fn a_name_that_means_nothing_is_said() {
    for (sentence, expected) in [
        (
            r#"{"text":"共{总计}万元，{总计·增减}，占{支出合计·占总计}。"}"#,
            "",
        ),
        (
            r#"{"text":"{名称}{金额}万元","each":"类","when":"金额 > 0"}"#,
            "",
        ),
        (r#"{"text":"共{总记}万元。"}"#, "one: {总记} means nothing"),
        (
            r#"{"text":"共{总计·增加}万元。"}"#,
            "one: {总计·增加} means nothing",
        ),
        (
            r#"{"text":"占{总计·占总记}。"}"#,
            "one: {总计·占总记} means nothing",
        ),
        (
            r#"{"text":"{年度·增减}"}"#,
            "one: {年度·增减} means nothing",
        ),
        (r#"{"text":"{}"}"#, "one: {} means nothing"),
        (r#"{"text":"{金额}"}"#, "one: {金额} means nothing"),
        (
            r#"{"text":"一","when":"总记 > 0"}"#,
            "one: the condition names 总记, which is no figure",
        ),
        (
            r#"{"text":"一","when":"总计·增减 > 0"}"#,
            "one: this cannot be asked of 总计·增减",
        ),
        (
            r#"{"text":"一","when":"参公 > 0"}"#,
            "one: this cannot be asked of 参公",
        ),
        (
            r#"{"text":"一","each":"种"}"#,
            "one: there are no things of the kind 种",
        ),
    ] {
        let style = style_with(sentence).unwrap_or_else(|error| panic!("{sentence}: {error}"));
        let wrong = check_names(&style, Layout::of_year("2020"));
        assert_eq!(wrong.join("; "), expected, "{sentence}");
    }
    // A figure whose cell a layout has not would be waited for without end.
    let without =
        patched(r#""rows":{"remove":["07.reception"]},"identities":{"remove":["23"]}"#).unwrap();
    let wrong = check_names(&Style::all()[0], without);
    assert!(
        wrong.iter().any(|one| one.ends_with(
            "公务接待费 is accounts.07.reception.actual, which the layout test has not"
        )),
        "{wrong:?}"
    );
}

// ---- subjects

#[test]
fn a_subject_goes_by_every_name_it_had() {
    for (code, name, accepted) in [
        ("20805", "行政事业单位养老支出", true),
        ("20805", "行政事业单位离退休", true),
        ("2080501", "行政单位离退休", true),
        ("2080501", "归口管理的行政单位离退休", true),
        ("2080504", "未归口管理的行政单位离退休", true),
        ("2080599", "机关事业单位退休人员活动费支出", false),
        ("2040607", "法律援助", true),
        ("2040607", "公共法律服务", true),
        ("22402", "消防救援事务（款）", true),
        ("2240299", "其他消防救援事务支出", true),
        ("22006", "耕地保护考核奖惩基金支出", true),
        ("22198", "超长期特别国债安排的支出", true),
        ("2219899", "其他住房保障支出", true),
        ("215", "资源勘探信息等支出", true),
        ("215", "资源勘探支出", false),
        ("208", "卫生健康支出", false),
    ] {
        let mut workbook = workbook("2024", &[]);
        let accounts = Rc::make_mut(&mut workbook.accounts);
        let lines = &mut Rc::make_mut(&mut accounts.tables[TableNo::GENERAL.index()]).lines;
        lines.push(Rc::new(
            [(Column::Code, code.into()), (Column::Name, name.into())].into(),
        ));
        let findings = assess(&workbook, None).accounts.findings;
        let codes: Vec<&str> = findings
            .iter()
            .map(|finding| finding.code.as_str())
            .collect();
        assert!(!codes.contains(&"code-unknown"), "{code} {name}");
        assert_eq!(!codes.contains(&"code-name"), accepted, "{code} {name}");
    }
}

#[test]
fn the_subjects_are_in_order_and_hang_together() {
    for subjects in [Subjects::Functional, Subjects::Economic] {
        let all = subjects.all();
        assert!(all.windows(2).all(|two| two[0].code < two[1].code));
        for subject in all {
            for name in subject.names() {
                assert!(
                    !name.is_empty() && name.trim() == name && !name.contains(['@', ';', '\t']),
                    "{name}"
                );
            }
            for other in subject.other_names() {
                assert!(other.name != subject.name, "{}", subject.code);
                let years = other.from.into_iter().chain(other.to);
                assert!(
                    years.into_iter().all(|year| (2000..2100).contains(&year)),
                    "{other:?}"
                );
            }
            if let Some(above) = parent(subject.code) {
                assert!(subjects.named(above).is_some(), "{}", subject.code);
            }
        }
    }
    let found = Subjects::Functional.search("消防救援事务", 5);
    assert_eq!(found[0].code, "22402");
}
