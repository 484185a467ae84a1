//! Words that were doubled or mistyped, or of which one was lost.

use super::look::Proof;
use crate::passage::DocumentPart;
use crate::wordings::Wordings;
use crate::{Matter, Severity};
use std::sync::LazyLock;

/// A word was lost: what is printed (in `<>`), and what it should be.
const LOST: &[(&str, &str)] = &[
    ("<较上一度>", "较上一年度"),
    ("<比上一度>", "比上一年度"),
    ("<与上一度>", "与上一年度"),
    ("<同上一度>", "同上一年度"),
    ("<和上一度>", "和上一年度"),
    ("[，。；：]<与年度相比>", "与上年度相比"),
    ("[，。；：]<与年相比>", "与上年相比"),
    ("[，。；：]<较年度>(增|减|下|上)", "较上年度"),
    ("[，。；：]<比年度>(增|减|下|上)", "比上年度"),
    ("<较上年增加减少>", "较上年增加"),
    ("<主要原>[是：]", "主要原因"),
    ("<完成年初预的>", "完成年初预算的"),
    ("<年初预为>", "年初预算为"),
    ("<支出决为>", "支出决算为"),
];

/// A word stands twice.
const DOUBLED: &[(&str, &str)] = &[
    ("[!目标有中]<的的>[!士确]", "的"),
    ("{y}<年年>度(收|支|部门|单位|预|决)", "年"),
    ("<年度年度>(收|支|部门|单位|预|决)", "年度"),
    ("<万元万元>", "万元"),
    ("{n}<元元>", "元"),
    ("{n}<万万元>", "万元"),
    ("<%%>", "%"),
    ("<决算数决算数>", "决算数"),
    ("<预算数预算数>", "预算数"),
    ("<支出决算支出决算>", "支出决算"),
    ("<增加增加>", "增加"),
    ("<减少减少>", "减少"),
    ("<增长增长>", "增长"),
    ("<下降下降>", "下降"),
    ("<完成完成>", "完成"),
    ("<主要原因主要原因>", "主要原因"),
    ("<主要用于主要用于>", "主要用于"),
    ("<其中其中>", "其中"),
    ("<预算预算>[!数管执绩单编安总]", "预算"),
    ("<决算决算>", "决算"),
    ("<相比相比>", "相比"),
    ("<人次人次>", "人次"),
    ("[，。；：]<与与>", "与"),
    ("<为为>{n}", "为"),
    ("<占占>", "占"),
    ("<初初>", "初"),
    ("<原因是是>", "原因是"),
    ("<是是由于>", "是由于"),
    ("<由于由于>", "由于"),
    ("<因为因为>", "因为"),
    ("<情况情况>", "情况"),
    ("<经费经费>", "经费"),
    ("<合计合计>", "合计"),
    ("<总计总计>", "总计"),
];

/// Characters that are mistaken for others.
const MISTYPED: &[(&str, &str)] = &[
    ("[!武战护博硕烈]<士地>", "土地"),
    ("<拔款>", "拨款"),
    ("[!选]<拔付>", "拨付"),
    ("<釆购>", "采购"),
    ("[!自]<己(经|完成|全部|按|于)>", "已"),
    ("[，。；]<末(发生|安排|完成|开展|购置|使用)>", "未"),
    ("<予算>", "预算"),
    ("<按排>(资金|经费|支出|预算|人员|专人|工作)", "安排"),
    ("<决祘>", "决算"),
    ("<基夲>", "基本"),
    ("<万园>", "万元"),
    ("<因公处国>", "因公出国"),
    ("<因公出国（镜）>", "因公出国（境）"),
    ("<公务接侍>", "公务接待"),
    ("<津帖>", "津贴"),
    ("<离退体>", "离退休"),
    ("<退体(费|人员|金)>", "退休"),
    ("<事业收人>", "事业收入"),
    ("<拨款收人>", "拨款收入"),
    ("<收人(支出|决算|合计|总计|预算)>", "收入"),
    ("<行政事业单住>", "行政事业单位"),
    ("<绩效白评>", "绩效自评"),
    ("<财政拨歀>", "财政拨款"),
    ("<国有资木>", "国有资本"),
];

/// Each table with how sure it is.
const TABLES: [(Severity, &[(&str, &str)]); 3] = [
    (Severity::Error, LOST),
    (Severity::Warning, DOUBLED),
    (Severity::Notice, MISTYPED),
];

static WORDINGS: LazyLock<Wordings> =
    LazyLock::new(|| Wordings::new(entries().map(|(_, words, _)| words)));

fn entries() -> impl Iterator<Item = (Severity, &'static str, &'static str)> {
    TABLES.into_iter().flat_map(|(severity, table)| {
        table
            .iter()
            .map(move |(words, right)| (severity, *words, *right))
    })
}

pub(super) fn check(proof: &mut Proof<'_>) {
    let entries: Vec<_> = entries().collect();
    for passage in proof.passages {
        if passage.is_cell() || passage.part == DocumentPart::Contents {
            continue;
        }
        for (number, range) in WORDINGS.all(&passage.plain.chars) {
            let Some((severity, _, right)) = entries.get(number) else {
                continue;
            };
            let printed = passage.plain.slice(range.clone());
            // Of 己完成 only the first is mistaken.
            let tail: String = printed.chars().skip(right.chars().count()).collect();
            let right = match severity {
                Severity::Notice => format!("{right}{tail}"),
                _ => (*right).to_owned(),
            };
            let severity = match severity {
                Severity::Error => proof.certain(),
                other => *other,
            };
            let matter = Matter::Words { printed, right };
            proof.add(severity, matter, passage.spot(range));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Matter;
    use crate::proof::cases::{hold, hold_nothing};

    fn words(matter: &Matter) -> bool {
        matches!(matter, Matter::Words { .. })
    }

    #[test]
    fn words_lost_doubled_or_mistyped() {
        hold(
            words,
            &[
                ("项目支出增加，较上一度增加5万元。", "E 较上一度"),
                (
                    "项目支出较上 一\r度增加5万元，比上一度减少。\n基本支出较上一度增加。",
                    "E 较上一度 +1; E 比上一度",
                ),
                ("收入5万元。与年度相比，增加2万元。", "E 与年度相比"),
                ("收入5万元，比年度增加2万元。", "E 比年度"),
                ("主要原是人员增加。", "E 主要原"),
                ("收入5万元万元。", "W 万元万元"),
                ("2024年年度收入5万元。", "W 年年"),
                ("单位的的收入。", "W 的的"),
                ("决算数决算数大于预算数。", "W 决算数决算数"),
                ("比上年增加增加5万元，增长5%%。", "W 增加增加; W %%"),
                ("支出决算为为5万元。", "W 为为"),
                ("主要原因是是人员增加。", "W 原因是是"),
                ("征收集体士地房屋。", "N 士地"),
                ("财政拔款收入5万元，己完成。", "N 拔款; N 己完成"),
                ("本年度，末发生支出。", "N 末发生"),
            ],
        );
    }

    #[test]
    fn words_that_are_right() {
        hold_nothing(
            words,
            &[
                "较上一年度增加5万元，与上年度相比。",
                "比2021年年初预算增加5万元，2021年年末结余。",
                "根据2024年年度工作计划，年年有余。",
                "以提高效率为目的的工作，有的的士。",
                "比年度预算增加5万元。",
                "年末完成，年末安排，期末发生。",
                "项目支出支出5万元。",
                "财政拨款预算，预算预算管理一体化。",
                "武士地位，选拔付出。",
                "自己经营，按排名先后，按排放量。",
                "|万元万元",
                "# 目录\n2024年度年度决算",
                "一年一度，上一度假区。",
            ],
        );
    }
}
