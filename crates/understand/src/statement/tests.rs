//! Sentences and what is said in them.

use crate::{Verdict, review};
use juesuan_paper::{Block, Paper, Place};

/// A paper of these lines; those that begin with # are headings of the second level.
fn paper(lines: &[&str]) -> Paper {
    let block = |line: &&str| match line.strip_prefix('#') {
        Some(title) => Block::Heading {
            level: 2,
            text: title.to_owned(),
            place: Place::default(),
            runs: Vec::new(),
        },
        None => Block::Paragraph {
            text: (*line).to_owned(),
            place: Place::default(),
            runs: Vec::new(),
        },
    };
    Paper {
        blocks: lines.iter().map(block).collect(),
        ..Paper::default()
    }
    .numbered()
}

/// The percent figures of lines, each with its verdict: `99.86% wrong 99.87%`.
fn rates(lines: &[&str]) -> String {
    let paper = paper(lines);
    let review = review(&paper);
    let rates = review
        .statements
        .iter()
        .filter(|statement| statement.claimed.ends_with('%'));
    let one = |statement: &crate::Statement| match statement.verdict {
        Verdict::Agrees => format!("{} agrees", statement.claimed),
        Verdict::Rounding => format!("{} rounding", statement.claimed),
        Verdict::Wrong => format!(
            "{} wrong {}",
            statement.claimed,
            statement.computed.clone().unwrap_or_default()
        ),
        Verdict::Doubtful => format!("{} doubtful", statement.claimed),
        Verdict::Unknown => format!("{} unknown", statement.claimed),
    };
    rates.map(one).collect::<Vec<_>>().join(", ")
}

#[test]
fn each_rate_is_held_against_its_amounts() {
    let mut wrong = Vec::new();
    for (lines, expected) in [
        (
            &[
                "#三、支出",
                "某局本年支出预算合计37188.34万元，其中：",
                "基本支出21968万元，占59.07%；",
                "#五、财政拨款",
                "某局2019年财政拨款预算支出37188.34万元，占本年支出合计的100%。",
            ][..],
            "59.07% agrees, 100% agrees",
        ),
        (
            &[
                "2020年度收、支总计1,552.63万元。与2019年度相比，收、支总计各增加7.7万元，增长0.5%，主要原因是正常晋级。",
            ],
            "0.5% agrees",
        ),
        (
            &[
                "2020年度收、支总计1,552.63万元。与2019年度相比，收、支总计各增加7.7万元，增长5%，主要原因是正常晋级。",
            ],
            "5% wrong 0%",
        ),
        (
            &[
                "2020年度收入合计1,552.63万元。其中：财政拨款收入1,552.16万元，占本年收入99.9%；其他收入0.47万元，占本年收入0.1%。",
            ],
            "99.9% wrong 100.0%, 0.1% wrong 0.0%",
        ),
        (
            &[
                "2020年度收、支总计各是1552.63,1552.63万元，比上年各增加7.70,7.70万元，各增长0.50%、0.50%。",
            ],
            "0.50% agrees, 0.50% agrees",
        ),
        (
            &[
                "货物、工程和服务采购分别为10.00万元、20.00万元和70.00万元，占采购总额的比重分别为10%、20%和70%。",
            ],
            "10% agrees, 20% agrees, 70% agrees",
        ),
        (
            &[
                "本年收入合计100.00万元，其中：财政拨款收入60.00万元、事业收入40.00万元，分别占60.00%、41.00%。",
            ],
            "60.00% agrees, 41.00% wrong 40.00%",
        ),
        (
            &[
                "“三公”经费支出中，因公出国（境）费支出160万元，占“三公”经费的31.14%；公务用车运行维护费支出266.8万元，占“三公”经费的51.93%；公务接待费支出86.95万元，占“三公”经费的19.63%。",
            ],
            "31.14% agrees, 51.93% agrees, 19.63% wrong 16.92%",
        ),
        (
            &["机关运行经费支出142.80万元，比2023年度减少13.52万元，下降8.65%。"],
            "8.65% agrees",
        ),
        (
            &["机关运行经费支出142.80万元，上年为156.32万元，下降9.47%。"],
            "9.47% wrong 8.65%",
        ),
        (
            &["公务接待费年初预算为2.85万元，支出决算为0.39万元，完成年初预算的13.68%。"],
            "13.68% agrees",
        ),
        (
            &["公务接待费年初预算为0万元，支出决算为0万元，完成年初预算的0%。"],
            "0% doubtful",
        ),
        (
            &["基本支出100.00万元，占比60.00%，比上年提高3.20个百分点。"],
            "60.00% unknown",
        ),
        (
            &[
                "支出合计100.00万元，其中：基本支出60.00万元，占支出合计的60.00%，比上年增加10.00万元，增长20.00%。",
            ],
            "60.00% agrees, 20.00% agrees",
        ),
        (
            &["支出合计100.00万元，较2019年的80.00万元增加20.00万元，增长25.00%。"],
            "25.00% agrees",
        ),
        (
            &["支出合计100.00万元，较2019年决算数80.00万元20.00万元，增长25.00%。"],
            "25.00% agrees",
        ),
        (
            &[
                "支出100.00万元，比年初预算增加20.00万元，增长25.00%；比上年减少25.00万元，下降20.00%。",
            ],
            "25.00% agrees, 20.00% agrees",
        ),
        (
            &[
                "政府采购支出总额8.57万元，其中：政府采购货物支出8.57万元。授予中小企业合同金额8.00万元，占政府采购支出总额的93.4%，其中：授予小微企业合同金额8.00万元，占授予中小企业合同金额的100.0%。",
            ],
            "93.4% rounding, 100.0% agrees",
        ),
        (
            &[
                "一般公共服务支出（类）党委事务（款）行政运行（项）54.53万元，主要用于人员支出。年初预算为60.00万元，支出决算为54.53万元，完成年初预算的90.88%。",
            ],
            "90.88% agrees",
        ),
        (
            &["支出合计100.00万元，比上年增加20.00万元，下降25.00%。"],
            "25.00% wrong ",
        ),
        (
            &["支出合计100.00万元，比上年减少25.00万元，下降20.00%。"],
            "20.00% agrees",
        ),
        (
            &["支出合计100.00万元，与上年相比增加（减少）0.00万元，增长（下降）0.00%。"],
            "0.00% agrees",
        ),
        (
            &["支出合计20.00万元，上年无此项支出，比上年增加20.00万元，增长100%。"],
            "100% doubtful",
        ),
        (
            &[
                "公务用车运行费1.38万元，完成年初预算的55.2%，比年初预算减少1.12万元，主要原因是节约。",
            ],
            "55.2% agrees",
        ),
        (
            &["实际完成值1.0%，满意度98.5%，不低于90%。"],
            "1.0% unknown, 98.5% unknown, 90% unknown",
        ),
    ] {
        let read = rates(lines);
        if read != expected {
            wrong.push(format!(
                "{lines:?}\n  read     {read}\n  expected {expected}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The findings of lines: `Error Sum @ 2319.21万元`.
fn findings(lines: &[&str]) -> String {
    let paper = paper(lines);
    let review = review(&paper);
    let one = |finding: &crate::Finding| {
        let matter = format!("{:?}", finding.matter);
        let kind = matter.split([' ', '{']).next().unwrap_or("").to_owned();
        format!(
            "{:?} {kind} @ {}",
            finding.severity,
            finding.spot.quote(&paper)
        )
    };
    review
        .findings
        .iter()
        .map(one)
        .collect::<Vec<_>>()
        .join(", ")
}

#[test]
fn what_is_wrong_is_said_once() {
    let mut wrong = Vec::new();
    for (lines, expected) in [
        (
            &[
                "政府采购金额2319.21万元，其中：货物采购金额122.43万元、工程采购金额1387.72万元、服务采购金额809.07万元。",
            ][..],
            "",
        ),
        (
            &[
                "政府采购金额2319.21万元，其中：货物采购金额122.43万元、工程采购金额1387.72万元、服务采购金额819.07万元。",
            ],
            "Error Sum @ 2319.21万元",
        ),
        (
            &["共有车辆3辆，其中：应急保障用车1辆、其他用车1辆。"],
            "Error Sum @ 3辆",
        ),
        (&["共有车辆2辆，其中：应急保障用车1辆、其他用车1辆。"], ""),
        (
            &["支出合计100.00万元，比上年增加20.00万元，下降25.00%。"],
            "Error Direction @ 25.00%",
        ),
        (
            &["支出合计100.00万元，上年为120.00万元，比上年增加20.00万元，增长16.67%。"],
            "Error Direction @ 20.00万元",
        ),
        (
            &["年初预算为2.85万元，支出决算为0.39万元，决算数大于预算数的主要原因是节约。"],
            "Error Order @ 决算数大于预算数的主要原因是节约",
        ),
        (
            &["年初预算为2.85万元，支出决算为0.39万元，决算数大（小）于预算数的主要原因是节约。"],
            "Error Residue @ 大（小）于",
        ),
        (
            &[
                "公务接待费支出0.39万元，比上年减少0.10万元，下降20.41%。",
                "公务接待费支出0.30万元，接待26人次。",
            ],
            "Warning Twice @ 0.30万元",
        ),
        (
            &["公务接待费年初预算为0万元，支出决算为0万元，完成年初预算的0%。"],
            "Notice ZeroBase @ 0%",
        ),
    ] {
        let read = findings(lines);
        if read != expected {
            wrong.push(format!(
                "{lines:?}\n  read     {read}\n  expected {expected}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
