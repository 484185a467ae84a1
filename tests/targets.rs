//! The ways in which real forms write targets and actuals, and what each is read as.

use juesuan::evaluation::Comparison::{self, Above, AtLeast, AtMost, Below, Equal};
use juesuan::evaluation::Period::{self, Day, HalfYear, Month, Part, Quarter, Week, Year};
use juesuan::evaluation::{Cell, Form, Months, Reading, ScoreStatus, evaluate, read};
use juesuan::figure::grouped;
use juesuan::say::Spoken as _;
use proptest::prelude::*;
use serde_json::json;

/// Text, number in the base unit, base unit, comparison, period.
type Case = (
    &'static str,
    &'static str,
    &'static str,
    Option<Comparison>,
    Option<Period>,
);

#[track_caller]
fn quantities(cases: &[Case]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|&(text, number, unit, comparison, period)| {
            let reading = read(text);
            let same = matches!(&reading, Reading::Quantity(q)
                if q.number.to_string() == number
                    && q.unit == unit
                    && q.comparison == comparison
                    && q.period == period);
            (!same).then(|| format!("“{text}”: {reading:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[track_caller]
fn words(cases: &[&str]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|text| (text, read(text)))
        .filter(|(_, reading)| *reading != Reading::Words)
        .map(|(text, reading)| format!("“{text}”: {reading:?}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[track_caller]
fn unreadable(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(text, sentence)| match read(text) {
            Reading::Unreadable(error) if error.in_chinese() == *sentence => None,
            reading => Some(format!("“{text}”: {reading:?}")),
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_ways_of_the_design() {
    quantities(&[
        ("≥50个", "50", "个", Some(AtLeast), None),
        ("≤90万元", "900000", "元", Some(AtMost), None),
        ("=100%", "100", "%", Some(Equal), None),
        ("≥100百分比", "100", "%", Some(AtLeast), None),
        ("100.0%", "100", "%", None, None),
        ("1000，全部完成", "1000", "", None, None),
        ("350人次", "350", "人次", None, None),
        ("不低于90%", "90", "%", Some(AtLeast), None),
        ("不超过5次", "5", "次", Some(AtMost), None),
        ("90%以上", "90", "%", Some(AtLeast), None),
        ("每月1000份", "1000", "份", None, Some(Month)),
    ]);
}

#[test]
fn the_seed() {
    quantities(&[
        ("每月 1000 份", "1000", "份", None, Some(Month)),
        ("印刷宣传单 5 万份，送到各社区", "50000", "份", None, None),
        ("350 人次", "350", "人次", None, None),
        ("共培训约 600 人次", "600", "人次", None, None),
        ("年稽核量约 5000 人次", "5000", "人次", None, None),
        ("19200 人次", "19200", "人次", None, None),
        ("85.0%", "85", "%", None, None),
        ("97.1%", "97.1", "%", None, None),
        ("2.0％", "2", "%", None, None),
        (
            "每季度印发政策资料,全年约 4万份",
            "40000",
            "份",
            None,
            Some(Year),
        ),
        (
            "业务量达到月均 13,505 笔",
            "13505",
            "笔",
            Some(AtLeast),
            Some(Month),
        ),
        (
            "宣传量一年达到 4 万份",
            "40000",
            "份",
            Some(AtLeast),
            Some(Year),
        ),
        ("2020 年处理来信 4,000 余件", "4000", "件", None, None),
        ("参保覆盖 99.3%", "99.3", "%", None, None),
        ("23℃", "23", "℃", None, None),
    ]);
    words(&[
        "月均办理 13505 笔，全年稽核约 5000 人次",
        "每月 1-22 日办理业务，全年培训 350 人次",
        "厉行节约，不超预算",
        "发放 163.49 万人次 53.22 亿元",
    ]);
}

#[test]
fn signs_and_words_of_comparison() {
    quantities(&[
        // Signs, full-width and in pairs.
        ("≧50个", "50", "个", Some(AtLeast), None),
        ("⩽50个", "50", "个", Some(AtMost), None),
        (">=50个", "50", "个", Some(AtLeast), None),
        ("＞＝50个", "50", "个", Some(AtLeast), None),
        ("=>50个", "50", "个", Some(AtLeast), None),
        ("<=50个", "50", "个", Some(AtMost), None),
        ("＝＜50个", "50", "个", Some(AtMost), None),
        (">50个", "50", "个", Some(Above), None),
        ("＞50个", "50", "个", Some(Above), None),
        ("＜5%", "5", "%", Some(Below), None),
        ("＝100％", "100", "%", Some(Equal), None),
        ("≥ 85.0 %", "85", "%", Some(AtLeast), None),
        ("  ≥85%  ", "85", "%", Some(AtLeast), None),
        // Words before.
        ("不少于12次", "12", "次", Some(AtLeast), None),
        ("不小于12次", "12", "次", Some(AtLeast), None),
        ("至少12次", "12", "次", Some(AtLeast), None),
        ("大于等于90%", "90", "%", Some(AtLeast), None),
        ("大于或等于90%", "90", "%", Some(AtLeast), None),
        ("高于90%", "90", "%", Some(Above), None),
        ("大于90%", "90", "%", Some(Above), None),
        ("超过90%", "90", "%", Some(Above), None),
        ("不高于5%", "5", "%", Some(AtMost), None),
        ("不多于5次", "5", "次", Some(AtMost), None),
        ("不大于5次", "5", "次", Some(AtMost), None),
        ("至多5次", "5", "次", Some(AtMost), None),
        ("小于等于5%", "5", "%", Some(AtMost), None),
        ("小于或等于5%", "5", "%", Some(AtMost), None),
        ("低于5%", "5", "%", Some(Below), None),
        ("小于5%", "5", "%", Some(Below), None),
        ("少于5次", "5", "次", Some(Below), None),
        ("等于100%", "100", "%", Some(Equal), None),
        ("控制在90万元", "900000", "元", Some(AtMost), None),
        ("控制在90万元以内", "900000", "元", Some(AtMost), None),
        // Words behind.
        ("90%及以上", "90", "%", Some(AtLeast), None),
        ("5%以下", "5", "%", Some(AtMost), None),
        ("5次及以下", "5", "次", Some(AtMost), None),
        ("3天以内", "3", "天", Some(AtMost), None),
        ("3天之内", "3", "天", Some(AtMost), None),
        ("5个工作日内", "5", "工作日", Some(AtMost), None),
        ("30天内办结", "30", "天", Some(AtMost), None),
        ("90%（含）以上", "90", "%", Some(AtLeast), None),
        ("5%(含)以下", "5", "%", Some(AtMost), None),
        ("≤30日", "30", "天", Some(AtMost), None),
        ("不超过30日", "30", "天", Some(AtMost), None),
        ("20日内办结", "20", "天", Some(AtMost), None),
        ("自受理之日起20日内办结", "20", "天", Some(AtMost), None),
        // Inside is no bound where a word goes on.
        ("3项内容", "3", "项", None, None),
        ("95%的业务在规定时限以内办结", "95", "%", None, None),
        ("12人每天巡查", "12", "人", None, None),
        // In running text.
        ("参保率达到９９．３％以上", "99.3", "%", Some(AtLeast), None),
        ("参保率达到90%以上", "90", "%", Some(AtLeast), None),
        ("满意度不低于90%", "90", "%", Some(AtLeast), None),
        ("成本控制在90万元以内", "900000", "元", Some(AtMost), None),
        ("投诉不超过 5 次", "5", "次", Some(AtMost), None),
        ("投诉率≤5%", "5", "%", Some(AtMost), None),
        ("培训人数≥约50人", "50", "人", Some(AtLeast), None),
        ("在3个工作日内办结", "3", "工作日", Some(AtMost), None),
    ]);
}

#[test]
fn about() {
    quantities(&[
        ("约600人次", "600", "人次", None, None),
        ("大约600人次", "600", "人次", None, None),
        ("近600人次", "600", "人次", None, None),
        ("600人次左右", "600", "人次", None, None),
        ("600余人次", "600", "人次", None, None),
        ("600多人次", "600", "人次", None, None),
        ("5万余份", "50000", "份", None, None),
        ("≥约600人次", "600", "人次", Some(AtLeast), None),
    ]);
}

#[test]
fn multiples_and_units() {
    quantities(&[
        ("50", "50", "", None, None),
        ("1，552．63", "1552.63", "", None, None),
        ("2000份", "2000", "份", None, None),
        ("2.5年", "2.5", "年", None, None),
        ("1800年", "1800", "年", None, None),
        ("13月", "13", "月", None, None),
        ("32日", "32", "天", None, None),
        ("3年", "3", "年", None, None),
        ("12天", "12", "天", None, None),
        ("5万份", "50000", "份", None, None),
        ("5 万份", "50000", "份", None, None),
        ("5万", "50000", "", None, None),
        ("1.5亿元", "150000000", "元", None, None),
        ("90千元", "90000", "元", None, None),
        ("3百万元", "3000000", "元", None, None),
        ("2千万元", "20000000", "元", None, None),
        ("3千克", "3", "千克", None, None),
        ("0.5元", "0.5", "元", None, None),
        ("100‰", "100", "‰", None, None),
        ("2个百分点", "2", "百分点", None, None),
        ("5人", "5", "人", None, None),
        ("5人次", "5", "人次", None, None),
        ("5个月", "5", "个月", None, None),
        ("5个", "5", "个", None, None),
        ("5场次", "5", "场次", None, None),
        ("2小时", "120", "分钟", None, None),
        ("90分钟", "90", "分钟", None, None),
        ("1.5公里", "1500", "米", None, None),
        ("1.5km", "1500", "米", None, None),
        ("2平方公里", "2000000", "平方米", None, None),
        ("3公顷", "30000", "平方米", None, None),
        ("100㎡", "100", "平方米", None, None),
        ("2吨", "2000", "千克", None, None),
        ("2kg", "2", "千克", None, None),
        ("100kWh", "100", "千瓦时", None, None),
        ("-2.5%", "-2.5", "%", None, None),
        ("－2.5％", "-2.5", "%", None, None),
        ("+2.5%", "2.5", "%", None, None),
        // A unit that is not in the list is taken as it stands, if it is short.
        ("3面锦旗", "3", "面锦旗", None, None),
        ("16封", "16", "封", None, None),
        ("3块宣传板", "3", "块宣传板", None, None),
        // A minus in running text is one where a number begins.
        ("同比增幅-5.2%", "-5.2", "%", None, None),
        ("同比增幅 －5.2%", "-5.2", "%", None, None),
    ]);
}

#[test]
fn periods() {
    quantities(&[
        ("每个月1000份", "1000", "份", None, Some(Month)),
        ("按月1000份", "1000", "份", None, Some(Month)),
        ("月均13505笔", "13505", "笔", None, Some(Month)),
        ("每季度3次", "3", "次", None, Some(Quarter)),
        ("每个季度3次", "3", "次", None, Some(Quarter)),
        ("季均3次", "3", "次", None, Some(Quarter)),
        ("每半年1次", "1", "次", None, Some(HalfYear)),
        ("每周2次", "2", "次", None, Some(Week)),
        ("每天8小时", "480", "分钟", None, Some(Day)),
        ("日均20件", "20", "件", None, Some(Day)),
        ("每年4次", "4", "次", None, Some(Year)),
        ("全年4次", "4", "次", None, Some(Year)),
        ("年均4次", "4", "次", None, Some(Year)),
        ("1000份/月", "1000", "份", None, Some(Month)),
        ("1000份／月", "1000", "份", None, Some(Month)),
        ("1000份/每月", "1000", "份", None, Some(Month)),
        ("4次/年", "4", "次", None, Some(Year)),
        ("2次/季度", "2", "次", None, Some(Quarter)),
        ("20件/天", "20", "件", None, Some(Day)),
        ("≥4次/年", "4", "次", Some(AtLeast), Some(Year)),
        ("每月不少于1000份", "1000", "份", Some(AtLeast), Some(Month)),
        ("1000份每月", "1000", "份", None, Some(Month)),
        // The nearest word counts.
        (
            "按季度印制，每月发放1000份",
            "1000",
            "份",
            None,
            Some(Month),
        ),
    ]);
}

/// A part of the year is named, and nothing is ever multiplied by it.
#[test]
fn parts_of_the_year() {
    let part = |first, last| Some(Part(Months::span(first, last)));
    quantities(&[
        ("上半年60份", "60", "份", None, part(1, 6)),
        ("上半年完成60份", "60", "份", None, part(1, 6)),
        ("下半年60份", "60", "份", None, part(7, 12)),
        ("一季度60份", "60", "份", None, part(1, 3)),
        ("第一季度60份", "60", "份", None, part(1, 3)),
        ("第四季度60份", "60", "份", None, part(10, 12)),
        ("前三季度60份", "60", "份", None, part(1, 9)),
        ("1-6月60份", "60", "份", None, part(1, 6)),
        ("1—6月60份", "60", "份", None, part(1, 6)),
        ("1至6月完成60份", "60", "份", None, part(1, 6)),
        ("1月至6月完成60份", "60", "份", None, part(1, 6)),
        ("1月60份", "60", "份", None, part(1, 1)),
        ("十二月60份", "60", "份", None, part(12, 12)),
        ("1季度60份", "60", "份", None, part(1, 3)),
        ("1季度完成60份", "60", "份", None, part(1, 3)),
        ("1-2季度60份", "60", "份", None, part(1, 6)),
        ("第1季度培训350人次", "350", "人次", None, part(1, 3)),
        ("第 1 季度培训 350 人次", "350", "人次", None, part(1, 3)),
        ("第1、2季度培训350人次", "350", "人次", None, part(1, 6)),
        ("第1至3季度培训350人次", "350", "人次", None, part(1, 9)),
        ("半年60份", "60", "份", None, Some(Part(Months::OPEN))),
        ("年内60份", "60", "份", None, Some(Year)),
        ("上半年每月10份", "10", "份", None, Some(Month)),
    ]);
}

#[test]
fn ranges() {
    for (text, low, high, unit) in [
        ("90%-95%", "90", "95", "%"),
        ("90%～95%", "90", "95", "%"),
        ("90%~95%", "90", "95", "%"),
        ("90%—95%", "90", "95", "%"),
        ("90%——95%", "90", "95", "%"),
        ("90%–95%", "90", "95", "%"),
        ("90%至95%", "90", "95", "%"),
        ("90%到95%", "90", "95", "%"),
        ("90至95%", "90", "95", "%"),
        ("90 - 95 %", "90", "95", "%"),
        ("90%-95", "90", "95", "%"),
        ("９０％－９５％", "90", "95", "%"),
        ("92.5%-97.5%", "92.5", "97.5", "%"),
        ("90%-95%之间", "90", "95", "%"),
        ("90%-95%。", "90", "95", "%"),
        ("控制在90%-95%", "90", "95", "%"),
        ("满意度90%-95%", "90", "95", "%"),
        ("满意度达到90%～95%之间", "90", "95", "%"),
        ("3至5次", "3", "5", "次"),
        ("3～5次", "3", "5", "次"),
        ("3-5 次", "3", "5", "次"),
        ("3次-5次", "3", "5", "次"),
        ("50-60人", "50", "60", "人"),
        ("50至60人", "50", "60", "人"),
        ("50%-60%", "50", "60", "%"),
        ("3-5万元", "30000", "50000", "元"),
        ("3万-5万元", "30000", "50000", "元"),
        ("3000-5000元", "3000", "5000", "元"),
        ("9500元-1万元", "9500", "10000", "元"),
        ("每月3-5次", "3", "5", "次"),
        ("-5%～-2%", "-5", "-2", "%"),
        ("90-95", "90", "95", ""),
        ("3～5", "3", "5", ""),
    ] {
        match read(text) {
            Reading::Range(a, b) => assert_eq!(
                (
                    a.number.to_string().as_str(),
                    b.number.to_string().as_str(),
                    a.unit,
                    b.unit
                ),
                (low, high, unit, unit),
                "{text}"
            ),
            reading => panic!("{text}: {reading:?}"),
        }
    }
    words(&[
        // Dates, years, telephone numbers, grades.
        "2020-2021年",
        "2020-2021",
        "2020—2021年度",
        "12-31",
        "3-15",
        "1-6月",
        "5-10日",
        "027-87654321",
        "电话：027-87654321",
        "A类1-2级",
        "1-2级",
        "第1-2期",
        // No range, or none that anybody could tell.
        "95%-90%",
        "90%-90%",
        "90%-95人",
        "90%-95%-99%",
        "90%～",
        "≥90%-95%",
        "不低于90%-95%",
        "90%-95%以上",
        "3-5天内",
        "3-5个工作日以内办结",
        "3-5次，培训350人次",
        "培训350人次，3-5次",
    ]);
}

#[test]
fn numbering_and_dates_are_no_quantities() {
    quantities(&[
        ("1、培训350人次", "350", "人次", None, None),
        ("1.培训350人次", "350", "人次", None, None),
        ("（1）培训350人次", "350", "人次", None, None),
        ("(1) 培训350人次", "350", "人次", None, None),
        ("1）培训350人次", "350", "人次", None, None),
        ("PM2.5浓度不高于35", "35", "", Some(AtMost), None),
        ("COVID-19疫苗接种350人次", "350", "人次", None, None),
        ("2020年培训350人次", "350", "人次", None, None),
        ("2020年度培训350人次", "350", "人次", None, Some(Year)),
        ("12月31日前培训350人次", "350", "人次", None, None),
        ("6月底前培训350人次", "350", "人次", None, None),
    ]);
    words(&[
        "1、加强预算绩效管理",
        "1.加强预算绩效管理",
        "1）加强预算绩效管理",
        "（1）加强预算绩效管理",
        "第1季度",
        "第 1 季度",
        "第1、2季度",
        "第1-2季度",
        "2020年",
        "2020 年",
        "2020年12月31日",
        "12月31日前",
        "12 月 31 日前",
        "12月底前完成",
        "每月5日前",
        "5号前完成",
        "1月底前",
        "1日前",
        "31日前",
        "1900年",
        "2199年",
        "2021-05-20",
        "2021.5.20",
    ]);
}

#[test]
fn several_numbers_are_words() {
    words(&[
        "1-22日",
        "1-22 日",
        "每月 1-22 日办理",
        "1至22日",
        "每月1至22日办理",
        "1~22日",
        "1—22日",
        "1,2季度",
        "1、2季度",
        "3次，共350人次",
        "3 5月",
        "培训3次、共 350 人次",
        "24小时/7天",
        "完成12/12",
    ]);
}

#[test]
fn words_without_a_number() {
    words(&[
        "合格",
        "按时完成",
        "一千份",
        "5G基站全覆盖",
        "3D打印设备运行正常",
        "达到预期目标",
        "无",
        "/",
        "—",
        "👍",
        "\u{202e}abc",
        "约",
        "以上",
        "%",
        // A number that counts something no unit names.
        "3块宣传展板",
        "95后青年干部职工队伍建设",
        "服务12345热线平台建设项目",
    ]);
    for blank in ["", " ", "\t\n", "\u{3000}"] {
        assert_eq!(read(blank), Reading::Empty, "{blank:?}");
    }
}

#[test]
fn numbers_gone_wrong_are_said() {
    unreadable(&[
        ("-", "“-”不是数字：后面缺少数字"),
        ("≥", "“≥”不是数字：后面缺少数字"),
        ("≥ ", "“≥”不是数字：后面缺少数字"),
        ("不低于", "“不低于”不是数字：后面缺少数字"),
        ("12a", "“12a”不是数字：第 3 个字“a”无法识别"),
        (" ≥12a", "“≥12a”不是数字：第 4 个字“a”无法识别"),
        ("90%-", "“90%-”不是数字：第 4 个字“-”无法识别"),
        (
            "1e3个",
            "“1e3个”是科学计数法，末尾的数字可能已经舍去，应写成 1000",
        ),
        (
            "培训1O0人",
            "“培训1O0人”不是数字：第 4 个字像是字母 O，应是数字 0",
        ),
        ("≥O.5%", "“≥O.5%”不是数字：第 2 个字像是字母 O，应是数字 0"),
        (
            "1O0、200",
            "“1O0、200”不是数字：第 2 个字像是字母 O，应是数字 0",
        ),
        ("（5%）", "“（5%）”用括号表示负数，应写成 -5%"),
        ("97.1%%", "“97.1%%”不是数字：第 6 个字“%”无法识别"),
        ("97.1%x", "“97.1%x”不是数字：第 6 个字“x”无法识别"),
        ("1,55", "“1,55”的千分位不对：第 2 个字处的分隔应每三位一个"),
        (
            "≥1,55",
            "“≥1,55”的千分位不对：第 3 个字处的分隔应每三位一个",
        ),
        (
            "1,55万元",
            "“1,55万元”的千分位不对：第 2 个字处的分隔应每三位一个",
        ),
        (
            "15,5263元",
            "“15,5263元”的千分位不对：第 3 个字处的分隔应每三位一个",
        ),
        (
            "1000000000000000000个",
            "“1000000000000000000个”太大：整数部分最多 18 位",
        ),
        (
            "100000000000000亿元",
            "“100000000000000亿元”太大：整数部分最多 18 位",
        ),
        (
            "完成1000000000000000000个",
            "“完成1000000000000000000个”太大：整数部分最多 18 位",
        ),
        ("0.00000000001%", "“0.00000000001%”小数位太多：最多 10 位"),
    ]);
}

/// Whether a text is one number with its unit and nothing else: only such a percentage can be a
/// degree of completion.
#[test]
fn bare_quantities() {
    for (text, bare) in [
        ("100.0%", true),
        ("100％", true),
        ("≥90%", true),
        ("约95%", true),
        ("95%以上", true),
        ("95%。", true),
        ("100百分比", true),
        ("350 人次", true),
        ("5万份", true),
        ("1000份/月", true),
        ("50", true),
        ("完成95%", false),
        ("95%的资金用于培训", false),
        ("100%，全部完成", false),
        ("350人次参加培训", false),
    ] {
        match read(text) {
            Reading::Quantity(q) => assert_eq!(q.bare, bare, "{text}"),
            reading => panic!("{text}: {reading:?}"),
        }
    }
}

/// As typed, for workings that show the numbers people wrote.
#[test]
fn quantities_keep_what_was_typed() {
    for (text, typed, factor, display) in [
        ("5万份", "5", 10_000, "50,000"),
        ("≤90万元", "90", 10_000, "900,000"),
        ("1.5亿元", "1.5", 100_000_000, "150,000,000"),
        ("3小时", "3", 60, "180"),
        ("85%", "85", 1, "85.0%"),
        ("97.15%", "97.15", 1, "97.15%"),
        ("1,552.63", "1552.63", 1, "1,552.63"),
    ] {
        match read(text) {
            Reading::Quantity(q) => assert_eq!(
                (q.typed.to_string().as_str(), q.factor, q.display().as_str()),
                (typed, factor, display),
                "{text}"
            ),
            reading => panic!("{text}: {reading:?}"),
        }
    }
}

/// A line each: target, actual, weight; the score, how it came about, and the codes of what is said.
#[track_caller]
fn scored(lines: &str) -> usize {
    let lines = lines
        .lines()
        .map(str::trim)
        .filter(|line| line.contains('|'));
    let (mut wrong, mut count) = (Vec::new(), 0);
    for line in lines {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [target, actual, weight, expected @ ..] = &cells[..] else {
            panic!("{line}");
        };
        let got = score_of(target, actual, weight);
        let expected = expected.join(" ");
        count += 1;
        if got != expected.trim() {
            wrong.push(format!("{target} / {actual}: {got}, expected {expected}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    count
}

/// `75.79 computed`, `– waiting unit-mismatch`.
fn score_of(target: &str, actual: &str, weight: &str) -> String {
    let form: Form = serde_json::from_value(json!({
        "execution": { "budget": "100", "actual": "100" },
        "goals": [{ "indicators": [{ "weight": weight, "target": target, "actual": actual }] }]
    }))
    .unwrap();
    let evaluation = evaluate(&form, None, None);
    let score = &evaluation.goals[0].indicators[0];
    let status = match score.status {
        ScoreStatus::Computed => "computed",
        ScoreStatus::TakenOver => "taken over",
        ScoreStatus::Waiting => "waiting",
        ScoreStatus::Invalid => "invalid",
    };
    let mut got = format!("{} {status}", score.score.map_or("–".to_owned(), grouped));
    let said = evaluation.findings.iter();
    for finding in said.filter(|f| matches!(f.cell, Cell::Indicator(..))) {
        if finding.code.as_str() != "weights-total" {
            got.push(' ');
            got.push_str(finding.code.as_str());
        }
    }
    got
}

/// Everything people write as a target, scored.
#[test]
fn targets_as_people_write_them() {
    let at_least = scored(
        "
        不低于90%            | 95%    | 80 | 80 computed
        不得低于90%          | 95%    | 80 | 80 computed
        不得低于90%          | 81%    | 80 | 72 computed
        不应低于90%          | 95%    | 80 | 80 computed
        不应低于90%          | 81%    | 80 | 72 computed
        不能低于90%          | 81%    | 80 | 72 computed
        不可低于90%          | 81%    | 80 | 72 computed
        不宜低于90%          | 81%    | 80 | 72 computed
        不允许低于90%        | 81%    | 80 | 72 computed
        满意度不得低于90%    | 81%    | 80 | 72 computed
        满意度不得低于90％   | 99%    | 80 | 80 computed
        不得 低于 90 %       | 99%    | 80 | 80 computed
        不低于：90%          | 81%    | 80 | 72 computed
        指标值：不低于90%    | 81%    | 80 | 72 computed
        指标值：≥90%         | 81%    | 80 | 72 computed
        指标值：90%          | 81%    | 80 | 72 computed
        不少于4次            | 3次    | 80 | 60 computed
        不得少于4次          | 5次    | 80 | 80 computed
        不得少于4次          | 3次    | 80 | 60 computed
        不应少于4次          | 3次    | 80 | 60 computed
        不得小于4次          | 3次    | 80 | 60 computed
        至少4次              | 3次    | 80 | 60 computed
        最少4次              | 3次    | 80 | 60 computed
        至少培训4次          | 3次    | 80 | – waiting cell-missing
        达到4次              | 3次    | 80 | 60 computed
        力争达到4次          | 3次    | 80 | 60 computed
        力争4次              | 5次    | 80 | 80 computed
        力争不低于90%        | 81%    | 80 | 72 computed
        确保不低于90%        | 81%    | 80 | 72 computed
        90%以上              | 90%    | 80 | 80 computed
        90%以上              | 81%    | 80 | 72 computed
        90% 以上             | 81%    | 80 | 72 computed
        90％以 上            | 81%    | 80 | 72 computed
        90%及以上            | 81%    | 80 | 72 computed
        90%或以上            | 81%    | 80 | 72 computed
        90%含以上            | 81%    | 80 | 72 computed
        90%（含）以上        | 81%    | 80 | 72 computed
        90%(含)以上          | 90%    | 80 | 80 computed
        （含）90%以上        | 81%    | 80 | 72 computed
        90%以上（含90%）     | 81%    | 80 | 72 computed
        达到90%以上          | 81%    | 80 | 72 computed
        至少90%以上          | 81%    | 80 | 72 computed
        控制在90%以上        | 81%    | 80 | 72 computed
        ≥90%                 | 81%    | 80 | 72 computed
        ≧90%                 | 81%    | 80 | 72 computed
        >=90%                | 81%    | 80 | 72 computed
        ＞＝90%              | 81%    | 80 | 72 computed
        =>90%                | 81%    | 80 | 72 computed
        大于等于90%          | 90%    | 80 | 80 computed
        大于或等于90%        | 90%    | 80 | 80 computed
        高于或等于90%        | 90%    | 80 | 80 computed
        达到或超过90%        | 90%    | 80 | 80 computed
        等于或大于90%        | 81%    | 80 | 72 computed
        关键技术突破5项      | 5项    | 80 | 80 computed
        ≥90百分比            | 81%    | 80 | 72 computed
        达到百分之90         | 81%    | 80 | 72 computed
        每月１，０００份     | 9000份 | 80 | 60 computed period-converted
        每月1，000份         | 9000份 | 80 | 60 computed period-converted
        ",
    );
    let at_most = scored(
        "
        不高于5%             | 4%     | 80 | 80 computed
        不得高于5%           | 8%     | 80 | 50 computed
        不超过5次            | 3次    | 80 | 80 computed
        不得超过5次          | 3次    | 80 | 80 computed
        不得超过5次          | 8次    | 80 | 50 computed
        不能超过5次          | 3次    | 80 | 80 computed
        不应超过5次          | 8次    | 80 | 50 computed
        不允许超过5次        | 8次    | 80 | 50 computed
        投诉不得超过 5 次    | 8次    | 80 | 50 computed
        不超5次              | 8次    | 80 | 50 computed
        不突破5次            | 4次    | 80 | 80 computed
        不得突破 5 次        | 8次    | 80 | 50 computed
        达到或低于5次        | 5次    | 80 | 80 computed
        不多于5次            | 8次    | 80 | 50 computed
        不得多于5次          | 3次    | 80 | 80 computed
        不得大于5次          | 8次    | 80 | 50 computed
        至多5次              | 8次    | 80 | 50 computed
        最多5次              | 8次    | 80 | 50 computed
        最高5次              | 8次    | 80 | 50 computed
        5次以内              | 8次    | 80 | 50 computed
        5次以下              | 8次    | 80 | 50 computed
        5次及以下            | 5次    | 80 | 80 computed
        5次（含）以下        | 5次    | 80 | 80 computed
        5 次 以 内           | 8次    | 80 | 50 computed
        5次之内              | 8次    | 80 | 50 computed
        5次封顶              | 8次    | 80 | 50 computed
        控制在5%以内         | 4%     | 80 | 80 computed
        控制在5%之内         | 8%     | 80 | 50 computed
        控制在5%以下         | 8%     | 80 | 50 computed
        控制在 5% 以内       | 8%     | 80 | 50 computed
        控制在不超过5%       | 8%     | 80 | 50 computed
        成本控制在90万元以内 | 100万元 | 80 | 72 computed
        力争控制在5%以内     | 8%     | 80 | 50 computed
        达到5%以下           | 8%     | 80 | 50 computed
        ≤5次                 | 8次    | 80 | 50 computed
        ≦5次                 | 8次    | 80 | 50 computed
        <=5次                | 8次    | 80 | 50 computed
        小于或等于5次        | 5次    | 80 | 80 computed
        5个工作日内          | 4个工作日 | 80 | 80 computed
        每月不得超过1万元    | 15万元 | 80 | 64 computed period-converted
        ≤￥300               | 400元  | 80 | 60 computed
        ",
    );
    let strict = scored(
        "
        >90%                 | 91%    | 80 | 80 computed
        〉90%                | 90%    | 80 | – waiting target-just-missed
        ＞90%                | 90%    | 80 | – waiting target-just-missed
        高于90%              | 90%    | 80 | – waiting target-just-missed
        超过90%              | 90.01% | 80 | 80 computed
        超过90%              | 81%    | 80 | 72 computed
        大于4次              | 4次    | 80 | – waiting target-just-missed
        多于4次              | 5次    | 80 | 80 computed
        超4次                | 4次    | 80 | – waiting target-just-missed
        超过90%（含）        | 90%    | 80 | 80 computed
        <5%                  | 4%     | 80 | 80 computed
        ＜5%                 | 5%     | 80 | – waiting target-just-missed
        低于5%               | 5%     | 80 | – waiting target-just-missed
        不良率低于5%         | 8%     | 80 | 50 computed
        少于5次              | 3次    | 80 | 80 computed
        小于5次              | 8次    | 80 | 50 computed
        低于5%以下           | 8%     | 80 | 50 computed
        >0起                 | 0起    | 80 | 0 computed
        >0起                 | 1起    | 80 | 80 computed
        =0起                 | 0起    | 80 | 80 computed
        =0起                 | 1起    | 80 | 0 computed above-equal-target
        等于0起              | 1起    | 80 | 0 computed above-equal-target
        ＝0                  | 0.5    | 80 | 0 computed above-equal-target
        ≤0起                 | 1起    | 80 | 0 computed
        0起                  | 1起    | 80 | 80 computed above-equal-target
        0起                  | 0起    | 80 | 80 computed
        =50个                | 60个   | 80 | 80 computed above-equal-target
        =50个                | 40个   | 80 | 64 computed
        ",
    );
    let ranges = scored(
        "
        90%-95%              | 92%    | 80 | 80 computed
        90%-95%              | 90%    | 80 | 80 computed
        90%-95%              | 95%    | 80 | 80 computed
        90%-95%              | 81%    | 80 | 72 computed
        90%-95%              | 100%   | 80 | 76 computed
        90%～95%             | 92%    | 80 | 80 computed
        90%至95%             | 81     | 80 | 72 computed
        3～5次               | 4次    | 80 | 80 computed
        3～5次               | 8次    | 80 | 50 computed
        3-5次                | 0次    | 80 | 0 computed
        3至5次               | 4个    | 80 | – waiting unit-mismatch
        5‰                   | 0.4%   | 80 | – waiting unit-mismatch
        提高5个百分点        | 6%     | 80 | – waiting unit-mismatch
        控制在3-5次          | 8次    | 80 | 50 computed
        满意度90%-95%        | 81%    | 80 | 72 computed
        每月3-5次            | 48次   | 80 | 80 computed period-converted
        每月3-5次            | 27次   | 80 | 60 computed period-converted
        -2%-3%               | -3%    | 80 | 0 computed negative-ratio
        90-95                | 92%    | 80 | 80 computed unit-mismatch
        90%-95%              | 低于95% | 80 | – waiting actual-without-number
        1-22日               | 22日   | 80 | – waiting cell-missing
        2020-2021年          | 2年    | 80 | – waiting cell-missing
        A类1-2级             | 2级    | 80 | – waiting cell-missing
        ",
    );
    let periods = scored(
        "
        上半年60份           | 60份   | 80 | 80 computed
        上半年60份           | 45份   | 80 | 60 computed
        下半年60份           | 45份   | 80 | 60 computed
        一季度60份           | 45份   | 80 | 60 computed
        第一季度60份         | 45份   | 80 | 60 computed
        1-6月60份            | 45份   | 80 | 60 computed
        1月60份              | 45份   | 80 | 60 computed
        前三季度60份         | 45份   | 80 | 60 computed
        全年60份             | 45份   | 80 | 60 computed
        年内60份             | 45份   | 80 | 60 computed
        上半年60份           | 上半年45份 | 80 | 60 computed
        上半年60份           | 1-6月45份 | 80 | 60 computed
        上半年60份           | 下半年60份 | 80 | – waiting period-mismatch
        上半年60份           | 每月10份 | 80 | – waiting period-mismatch
        半年60份             | 60份   | 80 | – waiting period-mismatch
        每半年60份           | 90份   | 80 | 60 computed period-converted
        每季度1次            | 3次    | 80 | 60 computed period-converted
        月均10份             | 90份   | 80 | 60 computed period-converted
        年均4次              | 3次    | 80 | 60 computed
        每两个月1次          | 6次    | 80 | – waiting cell-missing
        每学期1次            | 2次    | 80 | – waiting cell-missing
        ",
    );
    let unclear = scored(
        "
        不断超过90%          | 95%    | 80 | – waiting cell-missing
        未达到90%            | 95%    | 80 | – waiting cell-missing
        不超过上年的5%       | 8%     | 80 | – waiting cell-missing
        不低于90%以下        | 95%    | 80 | – waiting cell-missing
        =90%以上             | 95%    | 80 | – waiting cell-missing
        ≥3个，≤5个           | 4个    | 80 | – waiting cell-missing
        90%≥                 | 95%    | 80 | – waiting cell-missing
        5次≤                 | 4次    | 80 | – waiting cell-missing
        3个亿                | 4个    | 80 | – waiting cell-missing
        3万5                 | 4万    | 80 | – waiting cell-missing
        5                    | 80%    | 80 | – waiting unit-mismatch
        95                   | 96%    | 80 | 80 computed unit-mismatch
        80%                  | 60     | 80 | 60 computed
        1e3                  | 2      | 80 | – invalid figure-unreadable
        1e3份                | 2份    | 80 | – invalid figure-unreadable
        ≥1E+05元             | 2元    | 80 | – invalid figure-unreadable
        1O0                  | 2      | 80 | – invalid figure-unreadable
        1O0人                | 2人    | 80 | – invalid figure-unreadable
        培训1O0人            | 2人    | 80 | – invalid figure-unreadable
        ≥O.5%                | 2%     | 80 | – invalid figure-unreadable
        l00人                | 2人    | 80 | – invalid figure-unreadable
        (5)                  | 8      | 80 | – invalid figure-unreadable
        （5%）               | 8%     | 80 | – invalid figure-unreadable
        1亿2千万元           | 9000万元 | 80 | 60 computed
        3万5千份             | 35000份 | 80 | 80 computed
        5千份                | 4000份 | 80 | 64 computed
        12千元               | 9000元 | 80 | 60 computed
        100人。              | 75人   | 80 | 60 computed
        +100人               | 75人   | 80 | 60 computed
        约100人              | 75人左右 | 80 | 60 computed
        90%                  | 低于90% | 80 | – waiting actual-without-number
        ≤5次                 | 超过5次 | 80 | – waiting actual-without-number
        ≥90%                 | ≥95%   | 80 | 80 computed
        5G基站350个          | 280个  | 80 | 64 computed
        ",
    );
    assert!(at_least + at_most + strict + ranges + periods + unclear >= 120);
}

/// A piece of a target, and the side it binds to, if it binds.
const PIECES: &[(&str, Option<bool>)] = &[
    ("1", None),
    ("0", None),
    ("90", None),
    ("3", None),
    (".", None),
    (",", None),
    ("-", None),
    ("～", None),
    ("%", None),
    ("％", None),
    ("次", None),
    ("份", None),
    ("万", None),
    ("千", None),
    ("亿", None),
    ("元", None),
    ("e", None),
    ("O", None),
    ("l", None),
    (" ", None),
    ("（", None),
    ("）", None),
    ("含", None),
    ("不", None),
    ("不得", None),
    ("未", None),
    ("约", None),
    ("每月", None),
    ("上半年", None),
    ("培训", None),
    ("不低于", Some(true)),
    ("不少于", Some(true)),
    ("至少", Some(true)),
    ("≥", Some(true)),
    ("超过", Some(true)),
    ("＞", Some(true)),
    ("以上", Some(true)),
    ("不得超过", Some(false)),
    ("至多", Some(false)),
    ("低于", Some(false)),
    ("≤", Some(false)),
    ("＜", Some(false)),
    ("以内", Some(false)),
    ("以下", Some(false)),
];

fn pieces() -> impl Strategy<Value = Vec<&'static (&'static str, Option<bool>)>> {
    prop::collection::vec(
        prop::sample::select(PIECES.iter().collect::<Vec<_>>()),
        1..8,
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(6_000) })]

    /// Where a target is read as a number, all its digits are in it, and no word that binds is dropped or
    /// turned round; else it is words, and told.
    #[test]
    fn nothing_of_a_target_is_dropped(pieces in pieces()) {
        use juesuan::evaluation::Direction;
        let text: String = pieces.iter().map(|(text, _)| *text).collect();
        // A negation before a word that binds, written as pieces: what it means is not to be told here.
        let denied = text.contains("不") || text.contains("未");
        // Of 科级以上干部培训3次 what stands before the number is about something else.
        let begun = pieces.iter().rposition(|(text, _)| text.starts_with(|c: char| c.is_ascii_digit()));
        let sides: Vec<bool> = pieces
            .iter()
            .enumerate()
            .filter(|(at, (text, _))| !text.starts_with('以') || Some(*at) > begun)
            .filter_map(|(_, (_, side))| *side)
            .collect();
        match read(&text) {
            Reading::Quantity(q) => {
                let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
                let significant = |text: String| text.trim_matches('0').to_owned();
                let (typed, read) = (significant(digits(&text)), significant(digits(&q.typed.to_string())));
                let compound = text.contains(['万', '千', '亿']);
                // Twice the same number: 90%以上（含90%）.
                let repeated = text.contains('含');
                // A number beside a letter is a name, 5G, and is passed over.
                let beside = |pair: &[char]| {
                    let letter = |c: char| matches!(c, 'e' | 'O' | 'l');
                    letter(pair[0]) && pair[1].is_ascii_digit() || pair[0].is_ascii_digit() && letter(pair[1])
                };
                let letters = text.chars().collect::<Vec<_>>().windows(2).any(beside);
                // 1）培训3次, 1.培训3次
                let mut behind_points = text.split('.').skip(1);
                let numbered = text.contains('）')
                    || behind_points.any(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()));
                let whole = typed == read || compound || repeated || letters || numbered;
                prop_assert!(whole && !(letters && q.bare), "{}: {:?}", text, q);
                if !denied {
                    let read = q.comparison.map(|c| c.direction() == Direction::Higher);
                    prop_assert!(sides.iter().all(|side| Some(*side) == read), "{}: {:?}", text, q);
                }
            }
            Reading::Range(low, high) => {
                prop_assert!(low.number < high.number && sides.is_empty(), "{}", text);
            }
            Reading::Empty | Reading::Words | Reading::Unreadable(_) => {
                let score = score_of(&text, "1000000%", "80");
                let degree = score.contains("degree-of-completion");
                prop_assert!(degree || !score.contains("computed"), "{}: {}", text, score);
            }
        }
    }

    #[test]
    fn any_text_may_be_a_target(target in any::<String>(), actual in any::<String>()) {
        let _ = score_of(&target, &actual, "80");
    }
}
