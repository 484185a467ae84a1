//! Findings in another language: the same matters, and official names as they are.

use juesuan::accounts;
use juesuan::disclosure::{Missing, Source, Why};
use juesuan::evaluation::{
    BadCell, BandsError, Effective, Form, Outlier, Outside, RuleSetError, Setting, SettingFault,
    SettingProblem, evaluate,
};
use juesuan::exchange::{FileError, RuleFileError};
use juesuan::figure::{Exact, FigureError, Number, Problem, Quotient, TooLarge, number};
use juesuan::finding::{Code, RulesPart, Should};
use juesuan::measure::Senseless;
use juesuan::paper::{Kind, Note, NoteCode, OldKind, Paper, Unreadable};
use juesuan::say::{InWords as _, Language, Spoken, of_file, say_notes};
use juesuan::working::{Converted, NoRate, Shown, Sign, Spelled, Sum, Term, Working};
use juesuan::{Beyond, Counted, Limit, Refused};
use rust_decimal::Decimal;
use serde_json::{Value, json};

#[test]
fn findings_in_english() {
    let row = json!({ "name": "甲", "weight": "80", "target": "100个", "actual": "90个", "claimed": "80" });
    for (change, code, message, remedy) in [
        (
            json!({}),
            Code::ScoreDiffers,
            "The score 80 is not what the rules give: 80 × 90 ÷ 100 = 72; change it to 72, or give the grounds.",
            Some("Change to 72"),
        ),
        (
            json!({ "execution": { "budget": "1,55", "actual": "1" } }),
            Code::FigureUnreadable,
            "预算数: “1,55” has a separator at character 2 that does not part three digits: fill in a number, such as 1,552.63.",
            Some("fill in a number, such as 1,552.63"),
        ),
        (
            json!({ "filledOn": "某日" }),
            Code::DateUnreadable,
            "The date “某日” cannot be read: write year, month and day, such as 2021-05-20.",
            Some("Write year, month and day"),
        ),
        (
            json!({ "execution": { "budget": "0", "actual": "0" } }),
            Code::ExecutionNotApplicable,
            "Budget and spending are both 0, so there is no execution rate: the claimed score counts.",
            None,
        ),
    ] {
        let mut form = json!({
            "execution": { "budget": "1", "actual": "1" },
            "goals": [{ "indicators": [row] }]
        });
        let (form, change): (&mut _, &Value) = (form.as_object_mut().unwrap(), &change);
        form.extend(change.as_object().unwrap().clone());
        let form: Form = serde_json::from_value(Value::Object(form.clone())).unwrap();
        let findings = evaluate(&form, None, None).findings;
        let finding = findings.iter().find(|f| f.code == code).unwrap();
        let told = Language::English.told(&finding.matter);
        assert_eq!((&*told.message, told.remedy.as_deref()), (message, remedy));
        assert_ne!(finding.message(), message);
    }
}

/// What is said of data in both languages. Arguments are in ASCII, so that a Chinese word in English is ours.
/// What stands between “quotes” may be a button or a unit, which is Chinese on the page.
#[track_caller]
fn each_is<T: Spoken>(cases: Vec<(T, &str, &str)>) {
    for (data, chinese, english) in cases {
        assert_eq!(data.in_chinese(), chinese);
        let said = data.spoken(Language::English);
        assert_eq!(said, english);
        let ours = said
            .split('“')
            .map(|part| part.rsplit('”').next().unwrap_or(part));
        let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c) || "，。：；（）".contains(c);
        assert!(!ours.collect::<String>().contains(han), "{said}");
    }
}

fn n(text: &str) -> Number {
    number(text).unwrap()
}

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn e(text: &str) -> Exact {
    Exact::from(n(text))
}

fn shown(text: &str, percent: bool) -> Shown {
    Shown {
        number: n(text),
        percent,
    }
}

fn ratio(weight: &str, above: &str, below: &str, percent: bool, points: &str) -> Working {
    Working::Ratio {
        weight: n(weight),
        above: n(above),
        below: n(below),
        percent,
        points: d(points),
    }
}

fn no_rate(why: NoRate) -> Working {
    Working::NoRate {
        above: n("-5"),
        below: n("0"),
        why,
    }
}

fn reached(actual: &str, sign: Sign, target: &str, reached: bool, points: &str) -> Working {
    Working::Reached {
        actual: shown(actual, false),
        sign,
        target: shown(target, false),
        reached,
        points: d(points),
    }
}

#[test]
fn workings() {
    let terms = |texts: &[&str]| -> Vec<Term> {
        let term = |text: &&str| Term {
            minus: text.starts_with('-'),
            amount: e(text.trim_start_matches('-')),
        };
        texts.iter().map(term).collect()
    };
    let side = |typed: &str, times: u32, year: &str, unit: &str| Converted {
        typed: shown(typed, false),
        times,
        year: shown(year, false),
        unit: unit.to_owned(),
    };
    let third = Quotient::new(&[n("100")], n("3")).unwrap().unwrap();
    let third = Spelled::of(&third, 1).unwrap();
    let pairs = vec![(n("90"), n("2")), (n("-80"), n("1"))];
    each_is(vec![
        (Working::Nothing, "", ""),
        (
            ratio("10", "1", "2", true, "5"),
            "10 × 1.0% ÷ 2.0% = 5",
            "10 × 1.0% ÷ 2.0% = 5",
        ),
        (
            ratio("7", "29319", "19200", false, "7"),
            "7 × 29,319 ÷ 19,200 = 10.6892… → 7（不超过权重）",
            "7 × 29,319 ÷ 19,200 = 10.6892… → 7 (never more than the weight)",
        ),
        (
            Working::Degree {
                weight: n("10"),
                done: n("97.5"),
                points: d("9.75"),
            },
            "10 × 97.5% = 9.75",
            "10 × 97.5% = 9.75",
        ),
        (
            Working::Degree {
                weight: n("10"),
                done: n("120"),
                points: d("10"),
            },
            "10 × 120.0% = 12 → 10（不超过权重）",
            "10 × 120.0% = 12 → 10 (never more than the weight)",
        ),
        (
            Working::Within {
                actual: shown("92", true),
                low: shown("90", true),
                high: shown("95", true),
                points: d("10"),
            },
            "92.0% 在 90.0%–95.0% 之间，达到目标 → 10",
            "92.0% lies between 90.0% and 95.0%: target met → 10",
        ),
        (
            reached("0", Sign::Equal, "0", true, "5"),
            "0 = 0，达到目标 → 5",
            "0 = 0: target met → 5",
        ),
        (
            reached("1", Sign::NotEqual, "0", false, "0"),
            "1 ≠ 0，未达到目标 → 0",
            "1 ≠ 0: target missed → 0",
        ),
        (
            reached("3", Sign::AtLeast, "-1", true, "5"),
            "3 ≥ -1，达到目标 → 5",
            "3 ≥ -1: target met → 5",
        ),
        (
            reached("-3", Sign::Below, "-1", false, "0"),
            "-3 < -1，未达到目标 → 0",
            "-3 < -1: target missed → 0",
        ),
        (
            reached("-3", Sign::AtMost, "-1", true, "5"),
            "-3 ≤ -1，达到目标 → 5",
            "-3 ≤ -1: target met → 5",
        ),
        (
            reached("3", Sign::Above, "-1", false, "0"),
            "3 > -1，未达到目标 → 0",
            "3 > -1: target missed → 0",
        ),
        (
            Working::Band {
                name: "met".into(),
                weight: n("10"),
                low: n("80"),
                high: n("100"),
                points: d("9"),
            },
            "met：10 × 80–100%，评定 9",
            "met: 10 × 80–100%, awarded 9",
        ),
        (
            Working::Conversion(Box::new([
                side("1000", 12, "12000", "km"),
                side("11000", 1, "11000", "km"),
            ])),
            "目标 1,000 km × 12 = 12,000 km；完成 11,000 km",
            "target 1,000 km × 12 = 12,000 km; actual 11,000 km",
        ),
        (
            Working::Sum(Sum {
                terms: terms(&["1100", "149.26", "-20"]),
                count: 3,
                result: Some(e("1229.26")),
            }),
            "1,100 + 149.26 − 20 = 1,229.26",
            "1,100 + 149.26 − 20 = 1,229.26",
        ),
        (
            Working::Sum(Sum {
                terms: terms(&["-5"]),
                count: 1,
                result: None,
            }),
            "−5",
            "−5",
        ),
        (
            Working::Sum(Sum {
                terms: vec![],
                count: 0,
                result: None,
            }),
            "0",
            "0",
        ),
        (
            Working::Sum(Sum {
                terms: terms(&["1", "2"]),
                count: 9,
                result: Some(e("45")),
            }),
            "1 + 2 + …（共 9 项） = 45",
            "1 + 2 + … (9 terms) = 45",
        ),
        (
            Working::difference(n("40"), n("15.5")),
            "40 − 15.5 = 24.5",
            "40 − 15.5 = 24.5",
        ),
        (
            Working::Weights {
                goals: vec![e("30"), e("40")],
                sum: e("70"),
                execution: n("20"),
            },
            "30 + 40 = 70（预算执行另有 20 分）",
            "30 + 40 = 70 (and 20 points for the execution of the budget)",
        ),
        (
            Working::Shares {
                shares: vec![d("80.5"), d("19.4")],
                sum: d("99.9"),
                places: 1,
            },
            "80.5% + 19.4% = 99.9%",
            "80.5% + 19.4% = 99.9%",
        ),
        (
            Working::Rate {
                above: n("1552.16"),
                below: n("1516.89"),
                places: 1,
            },
            "1,552.16 ÷ 1,516.89 = 102.3252…%",
            "1,552.16 ÷ 1,516.89 = 102.3252…%",
        ),
        (
            no_rate(NoRate::ByZero),
            "(-5) ÷ 0，除数为 0，不计算",
            "(-5) ÷ 0: the divisor is 0, so there is no result",
        ),
        (
            no_rate(NoRate::PartBelowZero),
            "(-5) ÷ 0，有小于 0 的项，不计算占比",
            "(-5) ÷ 0: a part is below 0, so there are no shares",
        ),
        (
            no_rate(NoRate::WholeZero),
            "(-5) ÷ 0，合计为 0，不计算占比",
            "(-5) ÷ 0: the whole is 0, so there are no shares",
        ),
        (
            Working::Growth {
                now: n("1.38"),
                before: n("1.85"),
                places: 1,
            },
            "(1.38 − 1.85) ÷ 1.85 = -25.4054…%",
            "(1.38 − 1.85) ÷ 1.85 = -25.4054…%",
        ),
        (
            Working::NoGrowth {
                now: n("5"),
                before: n("-2"),
            },
            "5 − (-2) = 7（基数不大于零，不计算增长率）",
            "5 − (-2) = 7 (the base is not above zero, so there is no rate)",
        ),
        (
            Working::Mean {
                pairs: pairs.clone(),
                count: 2,
                value: Some(third),
            },
            "(90% × 2 + (-80)% × 1) ÷ (2 + 1) = 33.3333…%",
            "(90% × 2 + (-80)% × 1) ÷ (2 + 1) = 33.3333…%",
        ),
        (
            Working::Mean {
                pairs,
                count: 7,
                value: None,
            },
            "(90% × 2 + (-80)% × 1 + …（共 7 项）) ÷ (2 + 1 + …（共 7 项）)，权重合计为 0",
            "(90% × 2 + (-80)% × 1 + … (7 terms)) ÷ (2 + 1 + … (7 terms)): the weights add up to 0",
        ),
        (
            Working::Mean {
                pairs: vec![],
                count: 0,
                value: None,
            },
            "—",
            "—",
        ),
    ]);
}

#[test]
fn what_is_wrong_with_figures() {
    let wrong = |text: &str, at: usize, problem: Problem| FigureError {
        text: text.to_owned(),
        at,
        problem,
    };
    each_is(vec![
        (
            wrong(" ", 0, Problem::Empty),
            "没有填写数字",
            "no number is filled in",
        ),
        (
            wrong(" 12a", 3, Problem::Unexpected('a')),
            "“12a”不是数字：第 3 个字“a”无法识别",
            "“12a” is not a number: character 3, “a”, cannot be read",
        ),
        (
            wrong("1'", 1, Problem::Unexpected('\'')),
            "“1'”不是数字：第 2 个字“'”无法识别",
            "“1'” is not a number: character 2, “'”, cannot be read",
        ),
        (
            wrong("-", 1, Problem::Unfinished),
            "“-”不是数字：后面缺少数字",
            "“-” is not a number: digits are missing at the end",
        ),
        (
            wrong("1,55", 1, Problem::Separator),
            "“1,55”的千分位不对：第 2 个字处的分隔应每三位一个",
            "“1,55” has a separator at character 2 that does not part three digits",
        ),
        (
            wrong("1e19", 0, Problem::TooLarge),
            "“1e19”太大：整数部分最多 18 位",
            "“1e19” is too large: at most 18 digits before the point",
        ),
        (
            wrong("0.12345678901234567890123456789", 0, Problem::TooPrecise),
            "“0.1234567890123456789012…”小数位太多：最多 10 位",
            "“0.1234567890123456789012…” has too many decimals: at most 10",
        ),
        (
            wrong("5 km", 2, Problem::Unit("km".into())),
            "“5 km”的单位“km”不适用于这里",
            "“5 km”: the unit “km” does not fit here",
        ),
        (
            wrong(
                "2O",
                1,
                Problem::LookAlike {
                    found: 'O',
                    digit: '0',
                },
            ),
            "“2O”不是数字：第 2 个字像是字母 O，应是数字 0",
            "“2O” is not a number: character 2, “O”, should be the digit 0",
        ),
        (
            wrong(
                "2〇",
                1,
                Problem::LookAlike {
                    found: '〇',
                    digit: '0',
                },
            ),
            "“2〇”不是数字：第 2 个字“〇”应写成数字 0",
            "“2〇” is not a number: character 2, “〇”, should be the digit 0",
        ),
        (
            wrong("1E+05", 1, Problem::Scientific(Some("100000".into()))),
            "“1E+05”是科学计数法，末尾的数字可能已经舍去，应写成 100000",
            "“1E+05” is in scientific notation, which may have lost digits; write 100000",
        ),
        (
            wrong("1E-05", 1, Problem::Scientific(None)),
            "“1E-05”是科学计数法，末尾的数字可能已经舍去",
            "“1E-05” is in scientific notation, which may have lost digits",
        ),
        (
            wrong("(5)", 0, Problem::Brackets("-5".into())),
            "“(5)”用括号表示负数，应写成 -5",
            "“(5)” is a negative number in brackets; write -5",
        ),
        (
            wrong("$300", 0, Problem::Currency("300".into())),
            "“$300”看不出是元还是万元，应写成“300元”或“300万元”",
            "“$300” may be in yuan or in ten thousand yuan; write “300元” or “300万元”",
        ),
    ]);
    each_is(vec![(
        TooLarge,
        "数值太大，超出可精确计算的范围",
        "the number is too large to be calculated with exactly",
    )]);
}

#[test]
fn what_is_wrong_with_rules() {
    use RuleSetError as E;
    let blank = |part, chinese, english| (E::Blank(part), chinese, english);
    let bound = |should| E::Bound {
        name: "farAbove",
        value: n("-1"),
        should,
    };
    each_is(vec![
        (
            E::Id("A".into()),
            "代号 id“A”不合规定：请用 1 到 40 个小写字母、数字和连字符，例如 wuhan-2020。",
            "The id “A” cannot be used: take 1 to 40 small letters, digits and hyphens, such as wuhan-2020.",
        ),
        blank(
            RulesPart::Name,
            "name 没有填写：规则集必须写明名称。",
            "name is blank: a rule set must give its name.",
        ),
        blank(
            RulesPart::SourceTitle,
            "source.title 没有填写：规则集必须写明依据的文件。",
            "source.title is blank: a rule set must give the document it is from.",
        ),
        blank(
            RulesPart::SourceIssuer,
            "source.issuer 没有填写：规则集必须写明依据的发文单位。",
            "source.issuer is blank: a rule set must give who issued that document.",
        ),
        blank(
            RulesPart::Execution,
            "words.execution 没有填写：规则集必须写明预算执行的计分口径。",
            "words.execution is blank: a rule set must give how the execution of the budget is scored.",
        ),
        blank(
            RulesPart::Higher,
            "words.higher 没有填写：规则集必须写明正向指标的计分口径。",
            "words.higher is blank: a rule set must give how indicators are scored of which more is better.",
        ),
        blank(
            RulesPart::Lower,
            "words.lower 没有填写：规则集必须写明反向指标的计分口径。",
            "words.lower is blank: a rule set must give how indicators are scored of which less is better.",
        ),
        blank(
            RulesPart::Bands,
            "words.bands 没有填写：规则集必须写明定性指标的分档。",
            "words.bands is blank: a rule set must give the bands for what is judged.",
        ),
        blank(
            RulesPart::Category,
            "categories.name 没有填写：规则集必须写明一级指标的名称。",
            "categories.name is blank: a rule set must give the name of each category.",
        ),
        blank(
            RulesPart::Grade,
            "grades.name 没有填写：规则集必须写明等级的名称。",
            "grades.name is blank: a rule set must give the name of each grade.",
        ),
        (
            E::Points {
                execution: n("20"),
                indicators: n("70"),
            },
            "预算执行 20 分与指标 70 分合计不是 100 分：请改正 executionPoints 和 indicatorPoints。",
            "20 points for execution and 70 for the indicators are not 100 together: correct executionPoints and indicatorPoints.",
        ),
        (
            E::NoCategory,
            "没有一级指标：categories 至少要有一项。",
            "There is no category: categories must have one at least.",
        ),
        (
            E::Stems("a".into()),
            "一级指标“a”没有可供识别的词：stems 里的词不能为空。",
            "The category “a” has no words it is known by: no word in stems may be empty.",
        ),
        (
            E::Categories {
                sum: e("70"),
                points: n("80"),
            },
            "各一级指标的分值合计 70 分，不等于指标总分 80 分：请改正 points。",
            "The categories add up to 70 points, not to the 80 of the indicators: correct points.",
        ),
        (
            E::CategoriesAbove {
                sum: e("90"),
                points: n("80"),
            },
            "写明的一级指标分值合计 90 分，超过指标总分 80 分：请改正 points。",
            "The categories with points add up to 90, more than the 80 of the indicators: correct points.",
        ),
        (
            E::Bands(BandsError::Count(1)),
            "定性档次有 1 档，应有 2 到 10 档：请改正 bands。",
            "There are 1 bands, 2 to 10 are possible: correct bands.",
        ),
        (
            E::Grade("a".into()),
            "等级“a”的下限应低于前一等级，且在 0 与 100 之间：请改正 grades。",
            "The lower bound of the grade “a” must be below the one before it and within 0 and 100: correct grades.",
        ),
        (
            bound(Should::NotBelowZero),
            "farAbove 为 -1，应不小于 0：请改正。",
            "farAbove is -1 and must be 0 or more: correct it.",
        ),
        (
            bound(Should::AboveHundred),
            "farAbove 为 -1，应大于 100：请改正。",
            "farAbove is -1 and must be above 100: correct it.",
        ),
        (
            bound(Should::UpToHundred),
            "farAbove 为 -1，应大于 0、不大于 100：请改正。",
            "farAbove is -1 and must be above 0 and at most 100: correct it.",
        ),
        (
            E::Places("scorePlaces"),
            "scorePlaces 应为 0 到 4 的整数：请改正。",
            "scorePlaces must be a whole number from 0 to 4: correct it.",
        ),
        (
            E::Deadline("soon".into()),
            "截止日期“soon”不是日期：请写年月日，例如 2021-06-30。",
            "The deadline “soon” is no date: write year, month and day, such as 2021-06-30.",
        ),
        (
            E::Template {
                sum: e("70"),
                points: n("80"),
            },
            "模板的指标分值合计 70 分，不等于指标总分 80 分：请改正 projectTemplate。",
            "The weights of the template add up to 70, not to the 80 points of the indicators: correct projectTemplate.",
        ),
        (
            E::TemplateLong(201),
            "模板有 201 行，最多 200 行：请删减 projectTemplate。",
            "The template has 201 rows, at most 200 are possible: shorten projectTemplate.",
        ),
        (
            E::TooMany {
                name: "stems",
                count: 201,
            },
            "stems 有 201 项，最多 200 项：请删减。",
            "stems has 201 entries, at most 200 are possible: remove some.",
        ),
    ]);
    each_is(vec![
        (
            BandsError::Key("A".into()),
            "定性档次的代号 key“A”不合规定：请用 1 到 40 个小写字母、数字和连字符，例如 met。",
            "The key “A” of a band cannot be used: take 1 to 40 small letters, digits and hyphens, such as met.",
        ),
        (
            BandsError::SameKey("a".into()),
            "定性档次的代号 key“a”重复：各档的代号应互不相同，请改正 bands。",
            "Two bands have the key “a”: each needs its own, correct bands.",
        ),
        (
            BandsError::NoName("a".into()),
            "定性档次“a”没有名称：请填写 bands 中的 name。",
            "The band “a” has no name: fill in its name in bands.",
        ),
        (
            BandsError::SameName("a".into()),
            "有两个定性档次都叫“a”：各档的名称应互不相同，请改正 bands。",
            "Two bands are called “a”: each needs its own name, correct bands.",
        ),
        (
            BandsError::Bounds(vec![n("60"), n("80")]),
            "定性档次的下限应依次降低并在 0 与 100 之间，现在是 60、80：请改正 bands。",
            "The lower bounds of the bands must descend within 0 and 100, and are 60, 80: correct bands.",
        ),
        (
            BandsError::Last("a".into(), n("5")),
            "定性档次的最后一档“a”下限是 5，应为 0，否则低分无档可归：请改正 bands。",
            "The last band, “a”, begins at 5 and must begin at 0, or low scores are in no band: correct bands.",
        ),
        (
            BandsError::Twice,
            "定性档次既写在 bands，又写在 bandsFrom，两处的档次不同：请只留 bands，删去 bandsFrom。",
            "There are bands both in bands and in bandsFrom, and they differ: keep bands, remove bandsFrom.",
        ),
    ]);
}

#[test]
fn settings() {
    let problem = |setting, fault| SettingProblem { setting, fault };
    let bounds = |most| SettingFault::Bounds {
        text: "5".into(),
        above: n("100"),
        most,
    };
    let places = SettingFault::Places {
        text: "x".into(),
        most: 4,
    };
    each_is(vec![
        (
            problem(Setting::PercentPlaces, places.clone()),
            "设置“百分比小数位”所填“x”不是 0 到 4 的整数，请改正。",
            "Setting “Decimals of percentages”: “x” is no whole number from 0 to 4: correct it.",
        ),
        (
            problem(Setting::ScorePlaces, places),
            "设置“得分小数位”所填“x”不是 0 到 4 的整数，请改正。",
            "Setting “Decimals of scores”: “x” is no whole number from 0 to 4: correct it.",
        ),
        (
            problem(Setting::ZeroByZero, SettingFault::Word("x".into())),
            "设置“0 ÷ 0 的执行率”所填“x”无法识别，请重新选择。",
            "Setting “Execution rate of 0 ÷ 0”: “x” is not known: choose again.",
        ),
        (
            problem(Setting::Satisfaction, SettingFault::Word("x".into())),
            "设置“满意度指标”所填“x”无法识别，请重新选择。",
            "Setting “Satisfaction indicators”: “x” is not known: choose again.",
        ),
        (
            problem(Setting::ExplainMissed, SettingFault::Word("x".into())),
            "设置“未完成目标的原因”所填“x”无法识别，请重新选择。",
            "Setting “Cause of a missed target”: “x” is not known: choose again.",
        ),
        (
            problem(Setting::FarAbove, bounds(None)),
            "设置“超额完成须说明，达到目标的”所填“5”应大于 100%，请改正。",
            "Setting “Cause of more than the target, from”: “5” must be above 100%: correct it.",
        ),
        (
            problem(Setting::ExplainExecutionBelow, bounds(Some(n("200")))),
            "设置“执行率须说明，低于”所填“5”应大于 100%、不大于 200%，请改正。",
            "Setting “Cause of low execution, below”: “5” must be above 100% and at most 200%: correct it.",
        ),
        (
            problem(
                Setting::FarAbove,
                SettingFault::NoPercentage(number("-").unwrap_err()),
            ),
            "设置“超额完成须说明，达到目标的”所填“-”不是数字：后面缺少数字，请填写百分比，或填“不要求”。",
            "Setting “Cause of more than the target, from”: “-” is not a number: digits are missing at the end: fill in a percentage, or “no”.",
        ),
        (
            problem(Setting::Deadline, SettingFault::Date("soon".into())),
            "设置“填报截止日期”所填“soon”不是日期，请填写年月日，例如 2021-06-30。",
            "Setting “Last day for handing in”: “soon” is no date: write year, month and day, such as 2021-06-30.",
        ),
    ]);
    each_is(vec![
        (
            Effective::PercentPlaces(1),
            "1 位，如 33.3%",
            "1, such as 33.3%",
        ),
        (
            Effective::ScorePlaces(2),
            "2 位，如 33.33 分",
            "2, such as 33.33 points",
        ),
        (Effective::Dash, "印“—”", "prints “—”"),
        (Effective::Zero(1), "印“0.0%”", "prints “0.0%”"),
        (
            Effective::Satisfaction { left_out: true },
            "不评，分值调到其他指标",
            "left out, its points go to other indicators",
        ),
        (
            Effective::Satisfaction { left_out: false },
            "按规则评分",
            "scored by the rules",
        ),
        (Effective::ExplainMissed(true), "须说明", "asked for"),
        (
            Effective::ExplainMissed(false),
            "不要求说明",
            "not asked for",
        ),
        (
            Effective::FarAbove(Some(n("130"))),
            "达到目标的 130% 须说明原因",
            "cause asked for from 130%",
        ),
        (Effective::FarAbove(None), "不要求", "not asked for"),
        (
            Effective::ExecutionBelow(Some(n("90"))),
            "低于 90% 须说明原因",
            "cause asked for below 90%",
        ),
        (
            Effective::Deadline(Some("2021-06-30".into())),
            "2021-06-30",
            "2021-06-30",
        ),
        (Effective::Deadline(None), "没有规定", "none"),
    ]);
}

#[test]
fn files_and_limits() {
    use FileError as F;
    use RuleFileError as R;
    let limit = |what, most| Limit { what, most };
    each_is(vec![
        (
            F::Empty,
            "文件是空的，没有内容可以打开。",
            "The file is empty: there is nothing to open.",
        ),
        (
            F::TooLarge(21),
            "文件有 21 MB，超过 20 MB 的上限，不像是本工具保存的文件。",
            "The file has 21 MB, more than the 20 MB a workbook may have: it does not look like one saved here.",
        ),
        (
            F::NotText,
            "文件不是文本，不能打开：请选择本工具保存的 .juesuan.json 文件。",
            "The file is no text and cannot be opened: choose a .juesuan.json file saved here.",
        ),
        (
            F::Broken { line: 2, column: 3 },
            "文件已损坏或不完整：第 2 行第 3 列处无法读取。请用保存过的副本重试。",
            "The file is damaged or incomplete: line 2, column 3 cannot be read. Try a copy saved earlier.",
        ),
        (
            F::NotWorkbook,
            "这个文件不是决算工作簿：请选择本工具保存的 .juesuan.json 文件。",
            "This file is no workbook: choose a .juesuan.json file saved here.",
        ),
        (
            F::Misshapen { line: 2, column: 3 },
            "文件内容与格式不符：第 2 行第 3 列处的内容不是这里应有的。",
            "The file does not fit its format: what stands in line 2, column 3 does not belong there.",
        ),
        (
            F::TooManyIndicators(2001),
            "一张表有 2001 条指标，超过 2000 条的上限：请拆成几张表后再打开。",
            "A form has 2001 indicators, more than the 2000 it may have: split it into several forms before opening it.",
        ),
        (
            F::TooMany {
                limit: limit(Counted::Lines, 2),
                count: 3,
            },
            "文件有 3 行科目（同一张决算表内），超过 2 的上限：请删减或拆成几个文件后再打开。",
            "The file has 3 rows by subject in one table, more than the 2 there may be: remove some, or split it into several files, before opening it.",
        ),
        (
            F::NotValue,
            "内容不是自评表，也不是决算工作簿：应为一个 JSON 对象。",
            "This is neither a form nor a workbook: it should be a JSON object.",
        ),
    ]);
    let newer = F::Newer(99);
    assert!(
        newer
            .in_chinese()
            .starts_with("文件由较新的版本保存（格式 99）")
    );
    assert!(
        newer
            .spoken(Language::English)
            .starts_with("The file was saved by a newer version (format 99)")
    );
    each_is(vec![
        (
            R::Empty,
            "规则文件是空的，没有内容可以导入。",
            "The rule file is empty: there is nothing to import.",
        ),
        (
            R::TooLarge,
            "规则文件超过 256 KB，不像是本工具导出的规则。",
            "The rule file has more than 256 KB: it does not look like rules exported here.",
        ),
        (
            R::NotText,
            "规则文件不是文本，不能导入：请选择导出的 .rules.json 文件。",
            "The rule file is no text and cannot be imported: choose an exported .rules.json file.",
        ),
        (
            R::Broken { line: 2, column: 3 },
            "规则文件已损坏或不完整：第 2 行第 3 列处无法读取。",
            "The rule file is damaged or incomplete: line 2, column 3 cannot be read.",
        ),
        (
            R::Workbook,
            "这是一个工作簿，不是规则文件：请用“打开”来打开它。",
            "This is a workbook, not a rule file: open it as a workbook.",
        ),
        (
            R::Missing("id".into()),
            "规则文件缺少“id”：请补上后再导入。",
            "The rule file lacks “id”: add it, then import the file again.",
        ),
        (
            R::Misshapen { line: 2, column: 3 },
            "规则文件第 2 行第 3 列处的内容不是这里应有的：请改正后再导入。",
            "What stands in line 2, column 3 of the rule file does not belong there: correct it, then import the file again.",
        ),
        (
            R::BuiltIn("mof-2020".into()),
            "规则“mof-2020”与内置规则的代号相同而内容不同：请换一个代号 id，避免混淆。",
            "The rules “mof-2020” have the id of built-in rules and differ from them: give them another id, so that they are not mistaken for those.",
        ),
        (
            R::Faulty(RuleSetError::NoCategory),
            "规则不能使用：没有一级指标：categories 至少要有一项。",
            "These rules cannot be used. There is no category: categories must have one at least.",
        ),
    ]);
    let beyond = |what| {
        Refused::Beyond(Beyond::Count {
            limit: limit(what, 2),
            count: 3,
        })
    };
    each_is(vec![
        (
            beyond(Counted::Indicators),
            "一张自评表最多 2 条指标，这样会有 3 条指标，没有改动：请拆成几张表。",
            "A form may have 2 indicators at most, and would have 3. Nothing was changed: split it into several forms.",
        ),
        (
            beyond(Counted::Goals),
            "一张自评表最多 2 个年度目标，这样会有 3 个年度目标，没有改动：请拆成几张表。",
            "A form may have 2 goals at most, and would have 3. Nothing was changed: split it into several forms.",
        ),
        (
            beyond(Counted::Forms),
            "一个工作簿最多 2 张自评表，这样会有 3 张自评表，没有改动：请把其余的放进另一个工作簿。",
            "A workbook may have 2 forms at most, and would have 3. Nothing was changed: put the others into another workbook.",
        ),
        (
            beyond(Counted::Lines),
            "一张决算表最多 2 行科目，这样会有 3 行科目，没有改动：请删去用不到的行。",
            "A table may have 2 rows by subject at most, and would have 3. Nothing was changed: remove rows that are not needed.",
        ),
        (
            beyond(Counted::Work),
            "一个工作簿最多 2 项重点工作，这样会有 3 项重点工作，没有改动：请删减或合并。",
            "A workbook may have 2 rows of key work at most, and would have 3. Nothing was changed: remove or join some.",
        ),
        (
            beyond(Counted::RuleSets),
            "一个工作簿最多 2 套评分规则，这样会有 3 套评分规则，没有改动：请先删去用不到的规则。",
            "A workbook may have 2 rule sets at most, and would have 3. Nothing was changed: remove rules that are not needed first.",
        ),
        (
            beyond(Counted::Remarks),
            "一张自评表或全部决算表最多 2 条批注或搁置的问题，这样会有 3 条批注或搁置的问题，没有改动：请先删去过时的。",
            "A form, or all tables together, may have 2 remarks or findings set aside at most, and would have 3. Nothing was changed: remove those that are out of date first.",
        ),
        (
            Refused::Beyond(Beyond::Size),
            "工作簿会超过 20 MB 的上限，保存后不能再打开，没有改动：请删减过长的文字，或拆成几个工作簿。",
            "The workbook would have more than 20 MB and could not be opened again once saved. Nothing was changed: shorten very long texts, or split it into several workbooks.",
        ),
        (
            Refused::BadCell(BadCell("a[1]".into())),
            "表中没有“a[1]”这个单元格",
            "There is no cell “a[1]”",
        ),
    ]);
    each_is(vec![(
        accounts::BadCell("accounts.x".into()),
        "表中没有“accounts.x”这个单元格",
        "There is no cell “accounts.x”",
    )]);
}

#[test]
fn what_the_text_needs() {
    use Senseless as S;
    each_is(vec![
        (
            S::ActualBelowZero(n("-1")),
            "决算数（执行数） -1 小于零，不写完成的百分比",
            "the final figure -1 is below zero, so no percentage is written",
        ),
        (
            S::BudgetBelowZero(n("-1")),
            "预算数 -1 小于零，不写完成的百分比",
            "the budget -1 is below zero, so no percentage is written",
        ),
        (
            S::PartBelowZero(n("-1")),
            "部分 -1 小于零，不写占比",
            "the part -1 is below zero, so no share is written",
        ),
        (
            S::WholeBelowZero(n("-1")),
            "合计 -1 小于零，不写占比",
            "the whole -1 is below zero, so no share is written",
        ),
        (
            S::WholeZero,
            "合计是 0，不写占比",
            "the whole is 0, so no share is written",
        ),
        (
            S::PartAboveWhole {
                part: n("3"),
                whole: n("2"),
            },
            "部分 3 大于合计 2，占比超过 100%",
            "the part 3 is more than the whole 2, a share above 100%",
        ),
        (
            S::DecreaseAboveAll(d("150"), 1),
            "下降 150.0%，超过 100%：本年数小于零，不写下降的百分比",
            "a decrease of 150.0%, more than 100%: this year's figure is below zero, so no percentage is written",
        ),
        (
            S::BelowZero(n("-1")),
            "-1 小于零，标准句子不写负数",
            "-1 is below zero, and the standard sentences have no words for that",
        ),
        (
            S::TooLarge,
            "数值太大，不能精确计算",
            "the number is too large to be calculated with exactly",
        ),
        (
            S::SumTooLarge,
            "合计太大，不能精确计算",
            "the sum is too large to be calculated with exactly",
        ),
        (
            S::PartsAreZero,
            "合计不是零，各项却都是零",
            "the whole is not zero, and all its parts are",
        ),
        (
            S::PartsMissing {
                parts: e("1"),
                whole: e("2"),
            },
            "各类之和 1 小于合计 2，还有没填的行",
            "the classes add up to 1, less than the whole 2: rows are not filled in yet",
        ),
    ]);
    let missing = |why| Missing {
        name: "total".to_owned(),
        source: Source::None,
        why,
    };
    each_is(vec![
        (missing(Why::Blank), "待填：total", "To fill in: “total”"),
        (missing(Why::Reason), "待填：total", "To fill in: “total”"),
        (
            missing(Why::Unreadable("x".into())),
            "total填的是“x”，读不出",
            "“total” is “x”, which cannot be read",
        ),
        (
            missing(Why::Senseless(S::WholeZero)),
            "total：合计是 0，不写占比",
            "“total”: the whole is 0, so no share is written",
        ),
    ]);
}

#[test]
fn what_stands_out() {
    let outside = |above, high| Outside {
        value: e("1234.5"),
        above,
        low: e("80"),
        high: e(high),
    };
    let outlier = |total, rate| Outlier { total, rate };
    each_is(vec![
        (
            outlier(Some(outside(true, "90")), None),
            "总分 1,234.5，明显高于多数（中间一半为 80–90）",
            "Total 1,234.5, far above most (the middle half lies from 80 to 90)",
        ),
        (
            outlier(Some(outside(false, "80")), Some(outside(false, "90"))),
            "总分 1,234.5，明显低于多数（中间一半为 80）；执行率 1,234.5%，明显低于多数（中间一半为 80–90%）",
            "Total 1,234.5, far below most (the middle half is 80); Execution rate 1,234.5%, far below most (the middle half lies from 80 to 90%)",
        ),
    ]);
}

#[test]
#[rustfmt::skip] // A case, a line.
fn files_that_cannot_be_read() {
    use Unreadable as U;
    each_is(vec![
        (U::Empty, "文件是空的，没有内容可读：请确认选对了文件，或重新下载、重新保存一份。", "The file is empty: see whether it is the right one, or download or save it again."),
        (U::Unknown(Some("PNG")), "这是 PNG 文件，里面没有可读的文字和表格：请选择 PDF、OFD、Word（.docx）、Excel（.xlsx）、网页或文本文件。", "This is a file of kind PNG, without text or tables to read: choose a PDF, OFD, Word (.docx), Excel (.xlsx), web page or text file."),
        (U::Unknown(None), "认不出这是哪种文件：请选择 PDF、OFD、Word（.docx）、Excel（.xlsx、.xls）、网页或文本文件。", "It is not known what kind of file this is: choose a PDF, OFD, Word (.docx), Excel (.xlsx, .xls), web page or text file."),
        (U::Old(OldKind::Word), "这是旧版 Word 或 WPS 文字文档（.doc、.wps），不能直接读：请用 Word 或 WPS 另存为 .docx 后再打开。", "This is an old Word or WPS Writer document (.doc, .wps), which is not read: save it as .docx in Word or WPS, then open that."),
        (U::Old(OldKind::Rtf), "这是 RTF 文档，不能直接读：请用 Word 或 WPS 另存为 .docx 后再打开。", "This is an RTF document, which is not read: save it as .docx in Word or WPS, then open that."),
        (U::Old(OldKind::Odt), "这是 OpenDocument 文本（.odt），不能直接读：请用 Word、WPS 或 LibreOffice 另存为 .docx 后再打开。", "This is an OpenDocument text (.odt), which is not read: save it as .docx in Word, WPS or LibreOffice, then open that."),
        (U::Old(OldKind::Slides), "这是演示文稿，不能直接读：请用 PowerPoint 或 WPS 输出为 PDF 后再打开。", "This is a presentation, which is not read: export it as PDF from PowerPoint or WPS, then open that."),
        (U::Old(OldKind::Mhtml), "这是单个文件的网页（.mht），不能直接读：请在浏览器中打开它，另存为“网页，仅 HTML”或打印成 PDF 后再打开。", "This is a web page in one file (.mht), which is not read: open it in a browser, save it as HTML only or print it as PDF, then open that."),
        (U::Password { wrong: false }, "文件设有打开密码：请输入密码，或在原程序中去掉密码、另存一份后再打开。", "The file wants a password: type it, or take it off in the program that made the file and save a copy."),
        (U::Password { wrong: true }, "密码不对，文件没有打开：请核对大小写和输入法后重新输入。", "The password is wrong and the file was not opened: look at capitals and the input method, and type it again."),
        (U::Encrypted(Kind::Ofd), "这个 OFD 文件的加密方式无法识别，不能打开：请在原程序中去掉加密，另存一份后再打开。", "This OFD file is encrypted in a way that is not known: take the encryption off in the program that made it and save a copy."),
        (U::Damaged(Kind::Pdf), "这个 PDF 文件已损坏或不完整，无法读取：请重新下载，或请出具的单位重新生成一份后再打开。", "This PDF file is damaged or incomplete and cannot be read: download it again, or ask whoever issued it for another copy."),
        (U::Damaged(Kind::Docx), "这个 Word（.docx） 文件已损坏或不完整，无法读取：请重新下载，或用 Word 或 WPS 打开、另存一份后再打开。", "This Word (.docx) file is damaged or incomplete and cannot be read: download it again, or open it in Word or WPS and save a copy."),
        (U::Damaged(Kind::Xls), "这个 Excel（.xls） 文件已损坏或不完整，无法读取：请重新下载，或用 Excel 或 WPS 打开、另存一份后再打开。", "This Excel (.xls) file is damaged or incomplete and cannot be read: download it again, or open it in Excel or WPS and save a copy."),
        (U::Damaged(Kind::Html), "这个 网页 文件已损坏或不完整，无法读取：请重新下载，或从原处重新保存一份后再打开。", "This web page file is damaged or incomplete and cannot be read: download it again, or save it again from where it came."),
        (U::TooLarge { most: 256 }, "文件太大，超过 256 MB 的上限：请拆成几个文件，或删去大图片后另存，再打开。", "The file is larger than the 256 MB there may be: split it into several files, or save it without large pictures."),
    ]);
}

#[test]
#[rustfmt::skip] // A case, a line.
fn notes_of_papers() {
    use NoteCode as C;
    let note = |code, pages: &[usize], count: Option<usize>, text: &str| Note {
        pages: pages.to_vec(),
        count,
        text: (!text.is_empty()).then(|| text.to_owned()),
        ..Note::new(code)
    };
    each_is(vec![
        (note(C::RunningHead, &[2, 3, 1, 7], None, "x"), "第 1—3、7 页的页眉页脚“x”没有算作正文。", "The running head or foot “x” on pages 1–3, 7 is not taken as text."),
        (note(C::RunningHead, &[], None, ""), "页眉页脚没有算作正文。", "The running head or foot is not taken as text."),
        (note(C::PageNumber, &[1, 2], None, ""), "第 1、2 页的页码没有算作正文。", "The page numbers on pages 1, 2 are not taken as text."),
        (note(C::ScannedPage, &[4], None, ""), "第 4 页是扫描或图片，读不出文字：请换有文字的版本，或对照原件人工核对。", "Nothing can be read on page 4, scanned or drawn as a picture: use a copy with text, or compare with the original."),
        (note(C::ScannedPage, &[], None, ""), "有的页是扫描或图片，读不出文字：请换有文字的版本，或对照原件人工核对。", "Nothing can be read on some pages, scanned or drawn as a picture: use a copy with text, or compare with the original."),
        (note(C::UnreadableFont, &[3], Some(5), ""), "第 3 页有 5 个字，字体没有说明是什么字，读不出来，显示为“\u{fffd}”：请对照原件核对。", "The font of 5 characters on page 3 does not say what they are; “\u{fffd}” stands for each: compare with the original."),
        (note(C::UnreadableFont, &[], None, ""), "有些字，字体没有说明是什么字，读不出来，显示为“\u{fffd}”：请对照原件核对。", "The font of some characters does not say what they are; “\u{fffd}” stands for each: compare with the original."),
        (note(C::TurnedText, &[1], None, "x"), "第 1 页的斜排或竖排的文字“x”（如印章、水印）没有算作正文。", "Text that stands askew or upright “x” on page 1, such as a stamp or watermark, is not taken as text."),
        (note(C::HiddenSheet, &[], None, "x"), "工作表“x”是隐藏的，没有读。", "The sheet “x” is hidden and was not read."),
        (note(C::HiddenRows, &[], Some(3), "x"), "工作表“x”中有 3 个行或列是隐藏的，没有读。", "Hidden rows or columns of the sheet “x” were not read (3)."),
        (note(C::HiddenRows, &[], None, ""), "有些行或列是隐藏的，没有读。", "Hidden rows or columns were not read."),
        (note(C::HiddenText, &[], Some(1), ""), "隐藏的文字（1 个字）没有读。", "Hidden text was not read (1 character)."),
        (note(C::HiddenText, &[], None, ""), "隐藏的文字没有读。", "Hidden text was not read."),
        (note(C::TrackedChanges, &[], Some(2), ""), "文档中有 2 处没有处理的修订，按“全部接受”来读：删去的不算，新增的算。", "The document has 2 tracked changes, which were read as accepted: what was deleted does not count, what was inserted does."),
        (note(C::TrackedChanges, &[], None, ""), "文档中有没有处理的修订，按“全部接受”来读：删去的不算，新增的算。", "The document has tracked changes, which were read as accepted: what was deleted does not count, what was inserted does."),
        (note(C::NoValue, &[], Some(2), "x"), "工作表“x”中有 2 个公式没有保存计算结果，读为空白：请用 Excel 或 WPS 打开、保存一次后再读。", "2 formulas of the sheet “x” have no saved result and were read as blank: open the file in Excel or WPS and save it once, then read it again."),
        (note(C::Shortened, &[], Some(200), ""), "文件太长，只读了前面的一部分（200），其余没有读：请拆成几个文件。", "The file is too long: only its beginning was read (200). Split it into several files."),
        (note(C::Shortened, &[], None, ""), "文件太长，只读了前面的一部分，其余没有读：请拆成几个文件。", "The file is too long: only its beginning was read. Split it into several files."),
        (note(C::DamagedPart, &[], None, "x"), "文件的一部分“x”已损坏，跳过没有读：请对照原件核对。", "A part of the file “x” is damaged and was passed over: compare with the original."),
        (note(C::UnreadPart, &[], None, "x"), "文件中嵌入了另一种文件“x”，里面的文字没有读：请另行打开核对。", "A file of another kind “x” is embedded, and its text was not read: open it by itself to look at it."),
        (note(C::Overlay, &[1, 2], Some(2), ""), "第 1、2 页的印章、批注或水印（2 处）盖在页面上，没有算作正文。", "Not read: 2 stamps or remarks on pages 1, 2, laid over the text."),
        (note(C::Overlay, &[], Some(1), ""), "印章、批注或水印（1 处）盖在页面上，没有算作正文。", "Not read: 1 stamp or remark, laid over the text."),
        (note(C::GuessedEncoding, &[], None, "GBK"), "文字编码没有注明，按 GBK 来读：如有乱码，请另存为 UTF-8 后再打开。", "The file does not name its encoding and was read as GBK: if characters are wrong, save it as UTF-8 and open it again."),
        (note(C::GuessedEncoding, &[], None, ""), "文字编码没有注明，是按内容推断的：如有乱码，请另存为 UTF-8 后再打开。", "The file does not name its encoding, which was told from its content: if characters are wrong, save it as UTF-8 and open it again."),
    ]);
    let mut paper = Paper { notes: vec![note(C::HiddenSheet, &[], None, "x")], ..Paper::default() };
    say_notes(&mut paper, Language::English);
    assert_eq!(paper.notes[0].message, "The sheet “x” is hidden and was not read.");
}

#[test]
fn sentences_name_the_file() {
    for (name, language, expected) in [
        (Some("a.pdf"), Language::Chinese, "“a.pdf”：x"),
        (Some("a.pdf"), Language::English, "“a.pdf”: x"),
        (Some("  "), Language::Chinese, "x"),
        (None, Language::English, "x"),
    ] {
        assert_eq!(of_file(name, "x", language), expected);
    }
}
