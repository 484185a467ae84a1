//! Figures without their sign or unit, and signs or units without a figure.

use super::look::Proof;
use crate::passage::Passage;
use crate::wordings::Wordings;
use crate::{Lacking, Matter, Severity};
use std::sync::LazyLock;

/// What stands behind a figure that has nothing behind it: the end of a clause, unless a list of figures goes on.
const BARE: &str = "([。；！？（]|，[!0123456789]|、[!0123456789])";

/// A rate, without %.
const RATES: &[&str] = &[
    "(增长|下降|降低|增幅|降幅|升幅)(率)?(了|约|为|达|达到|近)?<{n}>",
    "占[!地用]{w16}<{n}>",
    "占[比]<{n}>",
    "占<{n}>",
    "完成(了)?{w8}(预算|预算数|计划|目标|任务)(的)?<{n}>",
];

/// An amount, without a unit. The decimals say that it is one.
const AMOUNTS: &[&str] = &[
    "(预算|决算|预算数|决算数|支出|收入|金额|总额|合计|总计)(数)?(均)?为<{n}>",
    "(支出|收入|合计|总计|支出决算|收入决算)<{n}>",
    "(增加|减少)(了)?<{n}>",
];

/// An amount in 万, without 元.
const YUAN: &[&str] = &[
    "(支出|收入|增加|减少|为|费|预算|决算|金额|资金|合计|总计|总额|拨款|补助|采购|专项|安排|下达|追加|经费|结余|结转)(了|约|共|共计)?<{n}万>([，。；、（）]|用于|用以)",
];

/// A unit or sign, without a figure.
const NO_FIGURE: &[&str] = &[
    "(支出|收入|为|预算|决算|增加|减少|合计|总计|总额|金额|经费|资金|拨款|采购|预算数|决算数|费|结余)<万元>[，。；、）]",
    "(占|增长|下降|降低|完成|[合总]计的|预算的|支出的|收入的|预算数的|总额的|比重为|比例为)<%>",
    "占{w16}(预算|支出|收入|总额|合计|总计|经费)<%>",
    "(团组|项目|车辆)<(个|辆)>[，。；]",
];

struct Vocabulary {
    rates: Wordings,
    amounts: Wordings,
    yuan: Wordings,
    no_figure: Wordings,
}

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let all = |written: &[&str], behind: &str| {
        Wordings::new(written.iter().map(|words| format!("{words}{behind}")))
    };
    Vocabulary {
        rates: all(RATES, BARE),
        amounts: all(AMOUNTS, BARE),
        yuan: all(YUAN, ""),
        no_figure: all(NO_FIGURE, ""),
    }
});

/// How a document writes its amounts.
struct Custom {
    /// Whether 万 without 元 is a slip beside an amount in 万元: most amounts have 万元.
    wan_yuan: bool,
    /// Whether it is one anywhere: hardly any amount goes without.
    everywhere: bool,
    /// The unit that nearly all of its amounts have.
    usual: Option<&'static str>,
}

impl Custom {
    fn of(proof: &Proof<'_>) -> Self {
        let (mut whole, mut short) = (0usize, 0usize);
        for passage in proof.passages.iter().filter(|p| !p.is_cell()) {
            for pair in passage.plain.chars.windows(2) {
                match pair {
                    ['万', '元'] => whole += 1,
                    ['万', '，' | '。' | '；' | '、' | '（' | '）'] => short += 1,
                    _ => {}
                }
            }
        }
        Custom {
            wan_yuan: whole > 0 && whole >= short,
            everywhere: whole >= 10 && whole >= short * 5,
            usual: (whole >= 5).then_some("万元"),
        }
    }
}

pub(super) fn check(proof: &mut Proof<'_>) {
    let vocabulary = &*VOCABULARY;
    let custom = Custom::of(proof);
    for passage in proof.passages {
        // Legends of charts and heads of tables print figures alone.
        let parted = passage.plain.has("，") || passage.plain.has("。");
        let running = !passage.is_cell() && !passage.is_heading() && parted;
        if running {
            rates(proof, passage, vocabulary);
            short_units(proof, passage, vocabulary, &custom);
            amounts(proof, passage, vocabulary, &custom);
            figures(proof, passage, vocabulary);
        }
    }
}

fn rates(proof: &mut Proof<'_>, passage: &Passage, vocabulary: &Vocabulary) {
    for (_, range) in vocabulary.rates.all(&passage.plain.chars) {
        // A list: 占比为5、3和2%. Its sign stands behind the last.
        let printed = passage.plain.slice(range.clone());
        let before = range
            .start
            .checked_sub(1)
            .and_then(|at| passage.plain.chars.get(at));
        if before.is_some_and(|c| matches!(c, '和' | '与' | '及')) {
            continue;
        }
        let right = Some(format!("{printed}%"));
        let what = Lacking::Percent;
        let severity = proof.certain();
        proof.add(
            severity,
            Matter::Lacking {
                what,
                printed,
                right,
            },
            passage.spot(range),
        );
    }
}

fn short_units(proof: &mut Proof<'_>, passage: &Passage, vocabulary: &Vocabulary, custom: &Custom) {
    let beside = custom.wan_yuan && passage.plain.has("万元");
    if !beside && !custom.everywhere {
        return;
    }
    for (_, range) in vocabulary.yuan.all(&passage.plain.chars) {
        let printed = passage.plain.slice(range.clone());
        let right = Some(format!("{printed}元"));
        let what = Lacking::Yuan;
        let severity = proof.certain();
        let matter = Matter::Lacking {
            what,
            printed,
            right,
        };
        proof.add(severity, matter, passage.spot(range));
    }
}

fn amounts(proof: &mut Proof<'_>, passage: &Passage, vocabulary: &Vocabulary, custom: &Custom) {
    let chars = &passage.plain.chars;
    let in_unit = ["万元", "亿元"]
        .into_iter()
        .find(|unit| passage.plain.has(unit));
    let Some(unit) = in_unit.or(custom.usual) else {
        return;
    };
    for range in vocabulary
        .amounts
        .all(chars)
        .into_iter()
        .map(|(_, range)| range)
    {
        let printed = passage.plain.slice(range.clone());
        let decimals = printed
            .split_once('.')
            .map_or(0, |(_, decimals)| decimals.len());
        // 为85.5 may be a score; an amount of money has two decimals.
        if decimals < 2 {
            continue;
        }
        let right = Some(format!("{printed}{unit}"));
        let what = Lacking::Unit;
        let severity = proof.certain();
        proof.add(
            severity,
            Matter::Lacking {
                what,
                printed,
                right,
            },
            passage.spot(range),
        );
    }
}

fn figures(proof: &mut Proof<'_>, passage: &Passage, vocabulary: &Vocabulary) {
    for (_, range) in vocabulary.no_figure.all(&passage.plain.chars) {
        // It may also be a figure that could not be read.
        let printed = passage.plain.slice(range.clone());
        let what = Lacking::Figure;
        let right = None;
        let matter = Matter::Lacking {
            what,
            printed,
            right,
        };
        proof.add(Severity::Warning, matter, passage.spot(range));
    }
}

#[cfg(test)]
mod tests {
    use crate::Matter;
    use crate::proof::cases::{hold, hold_nothing};

    fn lacking(matter: &Matter) -> bool {
        matches!(matter, Matter::Lacking { .. })
    }

    #[test]
    fn what_figures_lack() {
        hold(
            lacking,
            &[
                (
                    "比上年增加2.5万元，增长13.95。主要原因是人员增加。",
                    "E 13.95",
                ),
                ("比上年减少2.5万元，下降 8.6，主要原因是节约。", "E 8.6"),
                ("比上年减少2.5万元，降低了8.6；", "E 8.6"),
                (
                    "基本支出5.00万元，占76.23，项目支出2.00万元，占23.77%。",
                    "E 76.23",
                ),
                ("基本支出5.00万元，占本年支出合计的76.23；", "E 76.23"),
                ("支出决算为5.00万元，完成年初预算的95.45。", "E 95.45"),
                (
                    "支出决算为5.00万元，完成预算95.45，决算数小于预算数。",
                    "E 95.45",
                ),
                (
                    "国内公务接待支出0.39万（含外宾接待支出0.00万元）。",
                    "E 0.39万",
                ),
                (
                    "国内公务接待支出０.39 万，主要用于接待，上年0.40万元。",
                    "E ０.39万",
                ),
                ("公用经费2.00万元，会议费3.5万。", "E 3.5万"),
                ("年初预算为54.53，支出决算为54.53万元。", "E 54.53"),
                ("年初预算为54.53万元，支出决算为54.53。", "E 54.53"),
                ("支出合计54.53，其中：基本支出5.00万元。", "E 54.53"),
                ("比上年增加1.25，增长3%，达到5.00万元。", "E 1.25"),
                ("政府性基金支出预算支出万元。与上年持平。", "W 万元"),
                ("年初预算为万元，决算为3.00万元。", "W 万元"),
                (
                    "基本支出5.00万元，占 %；项目支出2.00万元，占本年支出合计的%。",
                    "W % +1",
                ),
                ("全年安排团组个，累计2人次。", "W 个"),
            ],
        );
    }

    #[test]
    fn figures_that_have_all() {
        hold_nothing(
            lacking,
            &[
                "增长13.95%，下降2个百分点，增长16倍。",
                "分别增长5.1、6.2和7.3%。",
                "占比分别为5.10、6.20和7.30%。",
                "收、支总计各是1，537.40，1，600.20万元。",
                "增长一成二，下降近两成。",
                "占地面积5000，建筑面积3000平方米，支出2.00万元。",
                "占用耕地20.55，支出2.00万元。",
                "平均得分为99.33，预算2.00万元。",
                "收入5.00万，支出3.00万，结余2.00万，合计1万元。",
                "收入5.00万，支出3.00万。",
                "印发资料5万份，服务3万人次，支出2.00万元。",
                "采购单价20万以下的设备。",
                "单位：万元，下同。",
                "金额（万元）见下表，以万元为单位。",
                "投入几百万元，数万元。",
                "|支出|5.00|增长5.00",
                "基本支出,59.07%",
                "增长5.00",
                // Broken by a reader.
                "初审金额 1,665.88 万",
                "收入3.00万元，增长5.00",
                "比上年增加2人，减少3个项目，共2.00万元。",
                "完成年初预算的100.00%。",
                "第3，完成2024年预算。与2024，2023年相比。",
                "本年支出合计1537.40、1600.20万元。",
                "人均增加1000元，合计10.00万元。",
                "提高3.5，达到98.5，支出10.00万元。",
            ],
        );
    }
}
