//! The ways in which real forms write targets and actuals, and what each is read as.

use juesuan::evaluation::Comparison::{self, Above, AtLeast, AtMost, Below, Equal};
use juesuan::evaluation::Period::{self, Day, HalfYear, Month, Quarter, Week, Year};
use juesuan::evaluation::{Reading, read};

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
            Reading::Unreadable(error) if error.to_string() == *sentence => None,
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
        ("业务量达到月均 13,505 笔", "13505", "笔", None, Some(Month)),
        ("宣传量一年达到 4 万份", "40000", "份", None, Some(Year)),
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

#[test]
fn numbering_and_dates_are_no_quantities() {
    quantities(&[
        ("1、培训350人次", "350", "人次", None, None),
        ("1.培训350人次", "350", "人次", None, None),
        ("（1）培训350人次", "350", "人次", None, None),
        ("(1) 培训350人次", "350", "人次", None, None),
        ("1）培训350人次", "350", "人次", None, None),
        ("第1、2季度培训350人次", "350", "人次", None, None),
        ("第1至3季度培训350人次", "350", "人次", None, None),
        ("PM2.5浓度不高于35", "35", "", Some(AtMost), None),
        ("COVID-19疫苗接种350人次", "350", "人次", None, None),
        ("第1季度培训350人次", "350", "人次", None, None),
        ("第 1 季度培训 350 人次", "350", "人次", None, None),
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
        "50-60人",
        "50至60人",
        "50%-60%",
        "90%～95%",
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
