//! Whatever stands in a file, nothing panics: values in the shape of a workbook with anything in its
//! places, read, assessed, brought together, edited and written.

use juesuan::evaluation::{Form, RuleSet, built_in, consolidate, evaluate};
use juesuan::exchange::{
    Gathering, Value as Handed, read_forms, read_rules, read_value, read_workbook, report,
    report_csv, report_html, report_text, wire, write_evaluation, write_value, write_workbook,
};
use juesuan::say::{Language, Spoken as _};
use juesuan::{Workbook, assess};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Figures at the ends, figures that are none, and words that lead somewhere.
const TEXTS: &[&str] = &[
    "",
    " ",
    "0",
    "-0",
    "1",
    "-1",
    "8",
    "20",
    "80",
    "100",
    "-100",
    "0.0000000001",
    "999999999999999999",
    "-999999999999999999",
    "999999999999999999.9999999999",
    "-999999999999999999.9999999999",
    "1000000000000000000",
    "1e400",
    "12a",
    "１２。５",
    "≥85%",
    "≤5次",
    "不得低于90%",
    "90%-95%",
    "每月1000份",
    "上半年60份",
    "≥-5",
    "约600人次",
    "999999999999999999亿元",
    "-0.0000000001元",
    "达成预期",
    "是",
    "2020",
    "2024年",
    "二〇二四",
    "abc",
    "65535",
    "2021-05-20",
    "2021-02-31",
    "9999-12-31",
    "wuhan-2020",
    "mof-2020",
    "own",
    "207",
    "2080501",
    "208",
    "20805",
    "99999999",
    "产出指标",
    "满意度指标",
    "数量指标",
    "其中：甲5人、乙6人，共12人",
    "完成率99.9%（5/6）",
    "{收入合计}",
    "{收入合计·占支出合计}",
    "{",
    "}{",
    "{}",
    "{·}",
    "{{{{",
    "no",
    "dash",
    "leftOut",
    "\u{0}",
    "\u{feff}",
    "\u{202e}x",
    "😀",
    "\r\n\t",
    "=1+1",
    "<b>",
    "goals[0].indicators[0].claimed",
    "accounts.05.total.total",
    "accounts.work[0].target",
    "execution.actual",
    "goals[18446744073709551615].name",
    "score-differs",
    "cell-missing",
    "total-differs",
];

fn text() -> impl Strategy<Value = Value> {
    prop_oneof![
        12 => prop::sample::select(TEXTS).prop_map(Value::from),
        2 => any::<i64>().prop_map(Value::from),
        2 => any::<f64>().prop_map(|f| json!(f)),
        2 => (-1000.0..1000.0_f64).prop_map(|f| json!(f)),
        2 => "[0-9.,%≥≤<>=+\\- 万亿元年月日次人个至到不低超过约]{0,12}".prop_map(Value::from),
        1 => "\\PC{0,20}".prop_map(Value::from),
        1 => Just(Value::Null),
    ]
}

/// An object with some of these fields.
fn object(fields: &'static [&'static str], value: BoxedStrategy<Value>) -> BoxedStrategy<Value> {
    prop::collection::vec((prop::sample::select(fields), value), 0..=fields.len())
        .prop_map(|fields| {
            fields
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect::<Map<_, _>>()
                .into()
        })
        .boxed()
}

fn with(
    base: BoxedStrategy<Value>,
    more: Vec<(&'static str, BoxedStrategy<Value>)>,
) -> BoxedStrategy<Value> {
    let (names, values): (Vec<_>, Vec<_>) = more.into_iter().unzip();
    (
        base,
        values,
        prop::collection::vec(any::<u8>(), names.len()),
    )
        .prop_map(move |(mut object, values, odds)| {
            for ((name, value), odds) in names.iter().zip(values).zip(odds) {
                // Mostly there.
                if odds > 30 {
                    object[*name] = value;
                }
            }
            object
        })
        .boxed()
}

fn list(item: BoxedStrategy<Value>, most: usize) -> BoxedStrategy<Value> {
    prop::collection::vec(item, 0..=most)
        .prop_map(Value::from)
        .boxed()
}

fn one_of(words: &'static [&'static str]) -> BoxedStrategy<Value> {
    prop::sample::select(words).prop_map(Value::from).boxed()
}

fn notes() -> Vec<(&'static str, BoxedStrategy<Value>)> {
    vec![
        (
            "setAside",
            list(
                object(
                    &["code", "path", "message", "reason"],
                    prop::sample::select(TEXTS).prop_map(Value::from).boxed(),
                ),
                3,
            ),
        ),
        (
            "remarks",
            list(
                object(
                    &["path", "text"],
                    prop::sample::select(TEXTS).prop_map(Value::from).boxed(),
                ),
                3,
            ),
        ),
    ]
}

fn form() -> BoxedStrategy<Value> {
    let indicator = with(
        object(
            &[
                "category",
                "dimension",
                "name",
                "weight",
                "target",
                "actual",
                "claimed",
                "awarded",
            ],
            text().boxed(),
        ),
        vec![
            (
                "nature",
                prop_oneof![Just(Value::Null), one_of(&["quantitative", "qualitative"])].boxed(),
            ),
            (
                "direction",
                prop_oneof![Just(Value::Null), one_of(&["higher", "lower"])].boxed(),
            ),
            (
                "band",
                prop_oneof![Just(Value::Null), one_of(&["met", "partly", "unmet"])].boxed(),
            ),
        ],
    );
    let goal = with(
        object(&["name", "weight"], text().boxed()),
        vec![("indicators", list(indicator, 6))],
    );
    let mut parts = notes();
    parts.extend([
        ("kind", one_of(&["overall", "project"])),
        (
            "ruleSet",
            one_of(&[
                "",
                "wuhan-2020",
                "mof-2020",
                "hubei-2019",
                "sichuan-2023",
                "own",
                "nowhere",
            ]),
        ),
        (
            "execution",
            object(&["budget", "actual", "rate", "claimed"], text().boxed()),
        ),
        ("goals", list(goal, 3)),
    ]);
    with(
        object(
            &[
                "unit",
                "name",
                "filledOn",
                "basicSpending",
                "projectSpending",
                "department",
                "implementer",
                "projectCategory",
                "projectAttribute",
                "projectType",
                "claimedTotal",
                "deviation",
                "improvement",
            ],
            text().boxed(),
        ),
        parts,
    )
}

/// Names of rows and columns as the layouts have them.
fn names() -> (Vec<String>, Vec<String>) {
    let (mut rows, mut columns) = (
        std::collections::BTreeSet::new(),
        std::collections::BTreeSet::new(),
    );
    let example: Value =
        serde_json::from_slice(include_bytes!("../static/example.juesuan.json")).unwrap();
    for (_, table) in example["accounts"]["tables"].as_object().unwrap() {
        for (row, cells) in table["rows"].as_object().into_iter().flatten() {
            rows.insert(row.clone());
            columns.extend(cells.as_object().unwrap().keys().cloned());
        }
        for line in table["lines"].as_array().into_iter().flatten() {
            columns.extend(line.as_object().unwrap().keys().cloned());
        }
    }
    (rows.into_iter().collect(), columns.into_iter().collect())
}

fn accounts() -> BoxedStrategy<Value> {
    let (rows, columns) = names();
    let cells = prop::collection::btree_map(prop::sample::select(columns), text(), 0..5);
    let cells = cells
        .prop_map(|cells| cells.into_iter().collect::<Map<_, _>>().into())
        .boxed();
    let keyed = prop::collection::btree_map(prop::sample::select(rows), cells.clone(), 0..12);
    let keyed = keyed
        .prop_map(|rows| Value::from(rows.into_iter().collect::<Map<_, _>>()))
        .boxed();
    let code = prop::sample::select(
        &[
            "207",
            "208",
            "20805",
            "2080501",
            "2080502",
            "301",
            "30101",
            "302",
            "",
            "x",
            "２０８",
        ][..],
    );
    let line = (cells, code).prop_map(|(mut cells, code)| {
        cells["code"] = code.into();
        cells
    });
    let table = with(
        Just(json!({})).boxed(),
        vec![
            ("none", any::<bool>().prop_map(Value::from).boxed()),
            ("rows", keyed),
            ("lines", list(line.boxed(), 8)),
        ],
    );
    let tables = prop::collection::btree_map(
        prop::sample::select(&["01", "02", "03", "04", "05", "06", "07", "08", "09"][..]),
        table,
        0..=9,
    );
    let tables = tables.prop_map(|tables| {
        tables
            .into_iter()
            .map(|(no, table)| (no.to_owned(), table))
            .collect::<Map<_, _>>()
            .into()
    });
    let mut parts = notes();
    parts.extend([
        ("tables", tables.boxed()),
        ("facts", object(FACTS, text().boxed())),
        (
            "work",
            list(
                object(
                    &["matter", "target", "progress", "targetValue", "actualValue"],
                    text().boxed(),
                ),
                3,
            ),
        ),
        ("style", one_of(&["", "hubei", "nowhere"])),
        (
            "text",
            object(
                &["income.total", "spending.total", "threePublic", "x"],
                text().boxed(),
            ),
        ),
    ]);
    with(Just(json!({})).boxed(), parts)
}

const FACTS: &[&str] = &[
    "functions",
    "composition",
    "operating",
    "operatingLast",
    "threePublicScope",
    "likeCivilService",
];

/// A built-in rule set with anything in some of its numbers and words.
fn rules() -> BoxedStrategy<Value> {
    let fields = &[
        "executionPoints",
        "indicatorPoints",
        "farAbove",
        "explainExecutionBelow",
        "percentPlaces",
        "scorePlaces",
        "deadline",
        "grades",
        "categories",
        "bandsFrom",
        "projectTemplate",
    ];
    let number = prop::sample::select(
        &[
            "-32",
            "0",
            "1",
            "100",
            "-0.0000000001",
            "999999999999999999",
            "-999999999999999999",
        ][..],
    );
    let value = prop_oneof![
        4 => number.clone().prop_map(Value::from),
        1 => (0..100_u32).prop_map(Value::from),
        1 => Just(json!([])),
        1 => number.clone().prop_map(|n| json!({ "met": n, "partly": n })),
        1 => number.clone().prop_map(|n| json!([{ "name": "优", "from": n }])),
        1 => number.clone().prop_map(|n| json!([{ "name": "产出指标", "stems": ["产出"], "points": n, "dimensions": ["数量"] }])),
        1 => number.prop_map(|n| json!([{ "category": "产出指标", "dimension": "数量指标", "weight": n }])),
    ];
    let changes = prop::collection::vec((prop::sample::select(&fields[..]), value), 0..3);
    (
        0..built_in().len(),
        changes,
        prop::sample::select(&["own", "wuhan-2020", "", "mof-2020"][..]),
    )
        .prop_map(|(of, changes, id)| {
            let mut rules = serde_json::to_value(&*built_in()[of]).unwrap();
            for (field, value) in changes {
                let before = std::mem::replace(&mut rules[field], value);
                // What would not even be read as a rule set shows nothing.
                if serde_json::from_value::<RuleSet>(rules.clone()).is_err() {
                    rules[field] = before;
                }
            }
            rules["id"] = id.into();
            rules
        })
        .boxed()
}

fn workbook(rules: BoxedStrategy<Value>) -> BoxedStrategy<Value> {
    let settings = object(
        &[
            "percentPlaces",
            "scorePlaces",
            "zeroByZero",
            "satisfaction",
            "explainMissed",
            "farAbove",
            "explainExecutionBelow",
            "deadline",
        ],
        text().boxed(),
    );
    with(
        Just(json!({ "format": 4 })).boxed(),
        vec![
            ("year", text().boxed()),
            ("ruleSet", one_of(&["", "own", "wuhan-2020", "nowhere"])),
            ("ruleSets", list(rules, 2)),
            ("settings", settings),
            ("forms", list(form(), 4)),
            ("accounts", accounts()),
        ],
    )
}

/// Everything that is done with a workbook.
fn all_of_it(workbook: &Workbook) {
    let assessment = assess(workbook, None);
    let lines = report(workbook, &assessment, Language::Chinese);
    let _ = (
        report_text(&lines, Language::Chinese),
        report_csv(&lines, Language::Chinese),
        report_html(&lines, Language::Chinese),
    );
    let _ = serde_json::to_string(&wire::Assessment::of(workbook, &assessment)).unwrap();
    let _ = (
        write_evaluation(workbook, &assessment, true),
        write_evaluation(workbook, &assessment, false),
    );
    assert_eq!(
        read_workbook(write_workbook(workbook).as_bytes()).as_ref(),
        Ok(workbook)
    );
    let handed = read_value(&write_value(workbook, true));
    assert!(matches!(handed, Ok(Handed::Workbook(same)) if *same == *workbook));
    let next = workbook.next_year();
    let _ = assess(&next, None);
    let forms: Vec<Form> = workbook
        .forms
        .iter()
        .map(|form| Form::clone(form))
        .collect();
    let _ = consolidate(&forms, None);
    let mut gathering = Gathering::default();
    for name in ["甲.juesuan.json", "乙.juesuan.json"] {
        gathering.add(name, write_workbook(workbook).as_bytes());
    }
    let _ = gathering.outcome(0, None);
}

/// Each number of a rule set by itself, as bad as it can be, with a form for which it counts.
#[test]
fn no_number_of_a_rule_set_makes_it_panic() {
    let row = json!({ "category": "产出指标", "dimension": "数量指标", "name": "数", "weight": "80", "target": "2", "actual": "1" });
    let judged = json!({ "category": "满意度指标", "name": "好", "weight": "8", "target": "好", "actual": "好", "band": "met", "awarded": "9" });
    let form: Form = serde_json::from_value(json!({
        "execution": { "budget": "2", "actual": "1", "claimed": "1" }, "goals": [{ "weight": "80", "indicators": [row, judged] }]
    }))
    .unwrap();
    let plain = serde_json::to_value(&*built_in()[0]).unwrap();
    let numbers = [
        "/executionPoints",
        "/indicatorPoints",
        "/farAbove",
        "/explainExecutionBelow",
        "/bandsFrom/met",
        "/bandsFrom/partly",
    ];
    for field in numbers {
        for number in [
            "-32",
            "-0.0000000001",
            "0",
            "100.0000000001",
            "999999999999999999",
            "-999999999999999999",
        ] {
            let mut rules = plain.clone();
            rules[&field[1..].split('/').next().unwrap().to_owned()] =
                match field.rsplit_once('/').unwrap() {
                    ("", _) => json!(number),
                    (_, "met") => json!({ "met": number, "partly": "60" }),
                    _ => json!({ "met": "80", "partly": number }),
                };
            let rules: RuleSet = serde_json::from_value(rules).unwrap();
            let evaluation = evaluate(&form, Some(&rules), None);
            assert_eq!(evaluation.goals[0].indicators.len(), 2, "{field} {number}");
            let workbook =
                json!({ "format": 4, "ruleSet": "own", "ruleSets": [{}], "forms": [&form] });
            let mut workbook = workbook;
            workbook["ruleSets"][0] = serde_json::to_value(RuleSet {
                id: "own".to_owned(),
                ..rules
            })
            .unwrap();
            all_of_it(&read_workbook(workbook.to_string().as_bytes()).unwrap());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases()) })]

    #[test]
    fn nothing_in_a_workbook_makes_it_panic(value in workbook(Just(serde_json::to_value(&*built_in()[0]).unwrap()).boxed())) {
        let Ok(workbook) = serde_json::from_value::<Workbook>(value.clone()) else {
            // Shapes that are refused are tried elsewhere; these here only have strange contents.
            return Err(TestCaseError::fail(format!("not read: {value}")));
        };
        all_of_it(&workbook);
    }

    #[test]
    fn nothing_in_its_rules_makes_it_panic(value in workbook(rules()), rules in rules(), form in form()) {
        if let Ok(workbook) = read_workbook(value.to_string().as_bytes()) {
            all_of_it(&workbook);
        }
        let _ = read_rules(rules.to_string().as_bytes());
        let rules: RuleSet = serde_json::from_value(rules).unwrap();
        let mut form = form;
        // So that all of its rules come into play.
        form["execution"] = json!({ "budget": "2", "actual": "1", "claimed": "1" });
        let form: Form = serde_json::from_value(form).unwrap();
        let evaluation = evaluate(&form, Some(&rules), None);
        let _ = serde_json::to_string(&wire::Evaluation::from(&evaluation)).unwrap();
    }

    /// Something in the shape of JSON put anywhere into a workbook: read, or refused with a sentence.
    #[test]
    fn nothing_of_another_shape_makes_the_reader_panic(
        value in workbook(Just(json!({})).boxed()),
        strange in strange(),
        steps in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
    ) {
        let mut value = value;
        put(&mut value, &steps, strange);
        let text = value.to_string();
        for error in [
            read_workbook(text.as_bytes()).err(),
            read_forms(text.as_bytes()).err(),
            read_value(&text).err(),
        ].into_iter().flatten() {
            prop_assert!(error.in_chinese().chars().count() < 200, "{error:?}");
        }
        if let Ok(workbook) = read_workbook(text.as_bytes()) {
            all_of_it(&workbook);
        }
    }
}

fn cases() -> u32 {
    let asked = std::env::var("HOSTILE_CASES").ok();
    asked.and_then(|cases| cases.parse().ok()).unwrap_or(60)
}

fn strange() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(|f| json!(f)),
        ".{0,10}".prop_map(Value::from),
        Just(Value::from("长".repeat(5_000))),
    ];
    leaf.prop_recursive(4, 32, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map("[a-zA-Z]{0,8}", inner, 0..5)
                .prop_map(|map| map.into_iter().collect::<Map<_, _>>().into()),
        ]
    })
}

/// Puts a value where a walk down leads.
fn put(value: &mut Value, steps: &[prop::sample::Index], strange: Value) {
    let Some((step, further)) = steps.split_first() else {
        *value = strange;
        return;
    };
    match value {
        Value::Object(map) if !map.is_empty() => {
            let at = step.index(map.len());
            if let Some(inner) = map.values_mut().nth(at) {
                put(inner, further, strange);
            }
        }
        Value::Array(list) if !list.is_empty() => {
            let at = step.index(list.len());
            put(&mut list[at], further, strange);
        }
        other => *other = strange,
    }
}
