//! Words of the template that nobody replaced: choices, blanks, instructions, examples.

use super::look::Proof;
use crate::about::UNIT_ENDS;
use crate::passage::{DocumentPart, Passage};
use crate::pattern::Pattern;
use crate::wordings::Wordings;
use crate::{Matter, Residue, Severity};
use std::ops::Range;
use std::sync::LazyLock;

/// Words of which a template offers both; either may come first.
const PAIRS: &[(&str, &str)] = &[
    ("增加", "减少"),
    ("增长", "下降"),
    ("增长", "减少"),
    ("增加", "下降"),
    ("增加", "降低"),
    ("增长", "降低"),
    ("上升", "下降"),
    ("提高", "降低"),
    ("大于", "小于"),
    ("高于", "低于"),
    ("多于", "少于"),
    ("增支", "减支"),
    ("增收", "减收"),
    ("节约", "超支"),
    ("增", "减"),
    ("升", "降"),
    ("大", "小"),
    ("高", "低"),
    ("多", "少"),
    ("增加", "持平"),
    ("减少", "持平"),
    ("增长", "持平"),
    ("下降", "持平"),
    ("大于", "等于"),
    ("小于", "等于"),
];

/// What stands behind a choice that was left: a figure, or words that need one of the two.
const BEHIND_CHOICE: &str =
    "(了)?(于)?(X|×|_|万元|%|的(主要)?原因|(年初|年度|全年)?预算|决算|上年|主要原因)";

/// Choices in a form of their own.
const OTHER_CHOICES: &[&str] = &[
    "<大小于>",
    "<小大于>",
    "<高低于>",
    "(决算数|决算|支出)<[大小高低]（[大小高低]）于>",
    "<增减>{+}万元",
];

/// Blanks beside the signs that are repeated.
const BLANKS: &[&str] = &[
    "<20[0123456789]X>年",
    "[!0123456789X×≥≤><=＝≧≦.-]<X>(万元|年度|年末)",
    "<（）>(万元|元|%|个|年|辆|人次)",
    "<〔〕>",
    "<…>(万元|%)",
];

/// What is counted: a blank before it was to be a figure.
const COUNTED: &str = "(万|元|亿|%|个|辆|人|批|次|台|套|年|月|日|分|户|平方|家|名)";

/// What a name ends in: a blank before it was to be the name.
const NAMED: &str = "(局|厅|单位|部门|县|市|区|省|中心|委|办|制度|大学|学院|学校|医院)";

/// What is said in brackets to whoever fills in the template.
const IN_BRACKETS: &[&str] = &[
    "不涉及的不",
    "不涉及的(可)?(删|无需)",
    "如(有)?持平",
    "如无(此项|相关|该项)",
    "此处",
    "[!由]填写",
    "{^}填写",
    "请(填|说明|列|根据|按|简要|逐项|补充|删除|注明)",
    "自行(填|补充|添加|删减)",
    "(二|三|四)选一",
    "选填",
    "示例",
    "(没有|无|不存在|未发生|未涉及)的(，)?(可)?(删|不写|不填|不列|不用|无需)",
    "(可|应|需)(删除|据实填)",
    "的(，)?(可)?(删除|不写|不填|不列)",
    "{^}(制度|项目|单位|部门|政策|文件)名称{$}",
    "仅有一个单位",
    "根据(实际|具体|本部门|本单位|部门|单位)(工作)?情况(填|修改|删|补充|描述|编写)",
    "(逐项|逐一)(列|说明|填)",
    "以下同{$}",
];

/// What forms say of those who fill them in.
const FORM_WORDS: &[&str] = &[
    "盖章",
    "签字",
    "签章",
    "本表",
    "由本",
    "由项目",
    "由单位",
    "由各",
];

/// The same in sentences.
const INSTRUCTIONS: &[&str] = &[
    "<按(照)?上述格式>",
    "<作下述说明>",
    "的(部门|单位)，<作如下说明>",
    "<仍保留该表>",
    "<保留该表格式>",
    "<预决算持平的不用说明>",
    "<(由主管部门)?根据三定方案等>",
    "[，。；：]<列明>(公务|购置|接待|具体|数量|因公|国内|批次|人次|团组|主要){6}",
    "<此处(填写|应|请|需|列|说明)>",
    "{^}<请(各)?(部门|单位)?(根据|按照|参照|填写|说明|简要|在此)>",
    "[。；，]<请(根据|按照|参照|在此|逐项|简要)(实际|本|各|上|此|说明|填写|列)>",
    "<(部门|单位)(根据|结合|按)(实际|本部门|本单位)情况(填写|填列|说明)>",
    "<不涉及的不(列|写|填)>",
    "<如持平(，)?作持平>",
];

/// How an example begins.
const EXAMPLES: &[&str] = &["{^}<(例如|示例|举例|例)：>", "{^}（<(例如|示例|举例)：>"];

struct Vocabulary {
    choices: Wordings,
    behind: Pattern,
    zero: Pattern,
    figure: Pattern,
    other_choices: Wordings,
    left_department: Pattern,
    blanks: Wordings,
    counted: Pattern,
    named: Pattern,
    in_brackets: Wordings,
    instructions: Wordings,
    examples: Wordings,
}

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let form = |a: &str, b: &str| {
        format!("{a}(（{b}(/{{2}}|、{{2}}|或{{2}})?）|/{b}(/(持平|等于|不变|一致))?|或(者)?{b})")
    };
    let choices = PAIRS
        .iter()
        .flat_map(|(one, other)| [form(one, other), form(other, one)]);
    Vocabulary {
        choices: Wordings::new(choices),
        behind: Pattern::new(BEHIND_CHOICE),
        zero: Pattern::new("(了)?{0}(万元|元|%|万|亿|[。，；、）]|{$})"),
        figure: Pattern::new("(了)?{+}"),
        other_choices: Wordings::new(OTHER_CHOICES),
        left_department: Pattern::new(&format!("[{UNIT_ENDS}]<部门(（单位）|/单位)>")),
        blanks: Wordings::new(BLANKS),
        counted: Pattern::new(COUNTED),
        named: Pattern::new(NAMED),
        in_brackets: Wordings::new(IN_BRACKETS),
        instructions: Wordings::new(INSTRUCTIONS),
        examples: Wordings::new(EXAMPLES),
    }
});

pub(super) fn check(proof: &mut Proof<'_>) {
    let vocabulary = &*VOCABULARY;
    for passage in proof.passages {
        repeated_signs(proof, passage, vocabulary);
        if passage.is_cell() {
            continue;
        }
        if passage.part != DocumentPart::Glossary {
            choices(proof, passage, vocabulary);
            let left = &vocabulary.left_department;
            for range in left.all(&passage.plain.chars) {
                add(proof, Severity::Error, Residue::Choice, passage, range);
            }
        }
        for (_, range) in vocabulary.blanks.all(&passage.plain.chars) {
            add(proof, Severity::Error, Residue::Blank, passage, range);
        }
        instructions(proof, passage, vocabulary);
        for (_, range) in vocabulary.examples.all(&passage.plain.chars) {
            add(proof, Severity::Warning, Residue::Example, passage, range);
        }
    }
}

fn add(
    proof: &mut Proof<'_>,
    severity: Severity,
    kind: Residue,
    passage: &Passage,
    range: Range<usize>,
) {
    let printed = passage.plain.slice(range.clone());
    let spot = passage.spot(range);
    let matter = Matter::Residue { kind, printed };
    match kind {
        // One and the same place in a template has several of them.
        Residue::ChoiceOfNothing => proof.add_to_kind(severity, matter, spot, |matter| {
            matches!(
                matter,
                Matter::Residue {
                    kind: Residue::ChoiceOfNothing,
                    ..
                }
            )
        }),
        _ => proof.add(severity, matter, spot),
    }
}

fn choices(proof: &mut Proof<'_>, passage: &Passage, vocabulary: &Vocabulary) {
    let chars = &passage.plain.chars;
    let mut taken: Vec<Range<usize>> = Vec::new();
    for (_, range) in vocabulary.choices.all(chars) {
        if taken.iter().any(|t| range.start < t.end) {
            continue;
        }
        let at = |pattern: &Pattern| pattern.at(chars, range.end).is_some();
        let zero = at(&vocabulary.zero);
        let figure = at(&vocabulary.figure);
        // 增加或减少 is an offer before a figure, and prose elsewhere.
        let or = chars.get(range.clone()).is_some_and(|c| c.contains(&'或'));
        if !zero && !figure && (or || !at(&vocabulary.behind)) {
            continue;
        }
        let (severity, kind) = if zero {
            (Severity::Warning, Residue::ChoiceOfNothing)
        } else {
            (Severity::Error, Residue::Choice)
        };
        let of_two = chars.get(range.end) == Some(&'于');
        let range = range.start..range.end + usize::from(of_two);
        taken.push(range.clone());
        add(proof, severity, kind, passage, range);
    }
    for (_, range) in vocabulary.other_choices.all(chars) {
        if !taken
            .iter()
            .any(|t| t.start <= range.end && range.start <= t.end)
        {
            taken.push(range.clone());
            add(proof, Severity::Error, Residue::Choice, passage, range);
        }
    }
}

/// XX, ××, ***, ____, 。。。: signs that stand for what was to be filled in.
fn repeated_signs(proof: &mut Proof<'_>, passage: &Passage, vocabulary: &Vocabulary) {
    let chars = &passage.plain.chars;
    let mut at = 0;
    while let Some(&sign) = chars.get(at) {
        let length = chars
            .get(at..)
            .unwrap_or(&[])
            .iter()
            .take_while(|c| c.eq_ignore_ascii_case(&sign))
            .count();
        let range = at..at + length;
        at += length;
        if let Some(severity) = blank(passage, range.clone(), sign, vocabulary) {
            add(proof, severity, Residue::Blank, passage, range);
        }
    }
}

fn blank(
    passage: &Passage,
    range: Range<usize>,
    sign: char,
    vocabulary: &Vocabulary,
) -> Option<Severity> {
    let chars = &passage.plain.chars;
    let before = range.start.checked_sub(1).and_then(|at| chars.get(at));
    let behind = chars.get(range.end);
    let counted = || vocabulary.counted.at(chars, range.end).is_some();
    match sign {
        // Tables of secret projects have their amounts and names hidden.
        '×' | '*' | '○' if passage.is_cell() => None,
        'X' | 'x' | '×' | '*' | '○' => {
            let of_year = before == Some(&'0') && behind == Some(&'年');
            let part_of_word = |c: Option<&char>| {
                c.is_some_and(|c| c.is_ascii_alphanumeric() || "一二三四五六七八九-".contains(*c))
            };
            if range.len() < 2 || (!of_year && (part_of_word(before) || part_of_word(behind))) {
                return None;
            }
            let meant = counted()
                || range.len() >= 4
                || vocabulary.named.at(chars, range.end).is_some()
                || before.is_some_and(|c| "为：是".contains(*c));
            // Secret projects are published as ××专项: that may be meant.
            Some(if meant && !passage.is_cell() {
                Severity::Error
            } else {
                Severity::Warning
            })
        }
        '_' => {
            (range.len() >= 2 && counted() && !passage.is_cell() && !"年月日".contains(*behind?))
                .then_some(Severity::Error)
        }
        '。' => (range.len() >= 3).then_some(Severity::Warning),
        _ => None,
    }
}

fn instructions(proof: &mut Proof<'_>, passage: &Passage, vocabulary: &Vocabulary) {
    let chars = &passage.plain.chars;
    let mut inside: Vec<Range<usize>> = Vec::new();
    let mut opened = Vec::new();
    for (at, c) in chars.iter().enumerate() {
        match c {
            '（' => opened.push(at),
            '）' => {
                let Some(start) = opened.pop() else { continue };
                let words = chars.get(start + 1..at).unwrap_or(&[]);
                let of_form = FORM_WORDS
                    .iter()
                    .any(|of| words.iter().collect::<String>().contains(of));
                if words.len() <= 60 && !of_form && vocabulary.in_brackets.occurs(words) {
                    inside.push(start..at + 1);
                }
            }
            _ => {}
        }
    }
    for (_, range) in vocabulary.instructions.all(chars) {
        let within = |i: &Range<usize>| i.start <= range.start && range.end <= i.end;
        if !inside.iter().any(within) {
            inside.push(range);
        }
    }
    for range in inside {
        add(proof, Severity::Error, Residue::Instruction, passage, range);
    }
}

#[cfg(test)]
mod tests {
    use crate::Matter;
    use crate::proof::cases::{hold, hold_nothing};

    fn residue(matter: &Matter) -> bool {
        matches!(matter, Matter::Residue { .. })
    }

    #[test]
    fn words_of_the_template() {
        hold(
            residue,
            &[
                (
                    "比2023年度减少0.15万元，下降（增长）27.78%。",
                    "E 下降（增长）",
                ),
                ("比上年增加(减少)12.5万元。", "E 增加(减少)"),
                ("比 上 年 增 加 （ 减\r少 ） 12.5 万元。", "E 增加（减少）"),
                ("较上年增加/减少3万元。", "E 增加/减少"),
                ("较上年增加或减少3万元。", "E 增加或减少"),
                ("收入增（减）3万元。", "E 增（减）"),
                (
                    "比上年增加（减少）0万元，增长（下降）0%。",
                    "W 增加（减少） +1",
                ),
                (
                    "与上年相比增加（减少）0.00万元。\n与上年相比增加（减少）0万元。",
                    "W 增加（减少） +1",
                ),
                ("与上年相比增加（减少/持平）2万元。", "E 增加（减少/持平）"),
                (
                    "决算数大于（小于）预算数的主要原因：人员增加。",
                    "E 大于（小于）",
                ),
                (
                    "决算数大（小）于预算数的主要原因：人员增加。",
                    "E 大（小）于",
                ),
                ("决算数大小于预算数的主要原因：人员增加。", "E 大小于"),
                ("收入增加（减少）的主要原因是人员增加。", "E 增加（减少）"),
                ("比上年增加/减少/持平3万元。", "E 增加/减少/持平"),
                ("比上年减少（持平）3万元。", "E 减少（持平）"),
                (
                    "决算数大于/小于/等于预算数的主要原因是节约。",
                    "E 大于/小于/等于",
                ),
                (
                    "截至年末，云山市水务局部门（单位）共有车辆2辆。",
                    "E 部门（单位）",
                ),
                ("年初预算为XX万元。", "E XX"),
                ("年初预算为×××万元。", "E ×××"),
                ("年初预算为ＸＸ万元，决算为ＸＸ万元。", "E ＸＸ +1"),
                ("主要原因：XXXXXXXX。", "E XXXXXXXX"),
                ("完成**%。", "E **"),
                ("用于××专项工作。", "W ××"),
                ("20XX年度收入10万元。", "E XX"),
                ("202X年度收入10万元。", "E 202X"),
                ("决算为X万元。", "E X"),
                ("共____个项目。", "E ____"),
                ("共（ ）个项目。", "E （）"),
                ("主要用于【】。", "E 【】"),
                (
                    "主要原因是人员增加（如持平作持平表述）。",
                    "E （如持平作持平表述）",
                ),
                (
                    "奖金（不涉及的不列）；公用经费2万元。",
                    "E （不涉及的不列）",
                ),
                ("建立了绩效办法（制度名称）。", "E （制度名称）"),
                (
                    "主要工作如下（请根据实际情况填写）。",
                    "E （请根据实际情况填写）",
                ),
                ("主要原因是（此处填写原因）。", "E （此处填写原因）"),
                ("按上述格式依次说明到各项级科目。", "E 按上述格式"),
                ("无机关运行经费支出的部门，作下述说明：", "E 作下述说明"),
                ("主要用于调研，列明公务接待2批次、26人次。", "E 列明"),
                ("例如：办公费。", "W 例如："),
                ("其他事项。。。", "W 。。。"),
            ],
        );
    }

    #[test]
    fn words_that_are_meant() {
        hold_nothing(
            residue,
            &[
                "与上年相比增加2万元，增长3%。",
                "与上年持平，无增减变化。",
                "收入增加（减少）情况见表。",
                "# （二）支出增减变化情况",
                "根据增加或减少的编制数调整。",
                "|项目|增加（减少）|增长（下降）%",
                "截至年末，本部门（单位）共有车辆2辆。",
                "各部门（单位）应当公开。",
                "机关服务（项）支出减少（含上年结转）2万元。",
                "正向指标（即目标值≥X，得分=权重*B/A），反向指标（即目标值≤X）。",
                "得分=20×100%。",
                "尺码XXL，型号AXX-2。",
                "二○○五年设立。",
                "签字：____ 日期：____年__月__日",
                "截至年底（含12月31日）共有车辆2辆（其中越野车1辆）。",
                "在合同中列明清单。",
                "根据《批复》（苏财预〔2019〕7号）填列。",
                "受理申请（请求）。",
                "注：“科目编码”为必填项。",
                "绩效自评表（由项目单位填写）。",
                "项目负责人（签字）（本表请填写一式两份）。",
                "人员（根据实际情况调整）、经费（含模板费）。",
                "|张××|**|***",
                "网址www.xxgk.gov.cn。",
                "# 附件：例如等",
                "……",
                "|。|…|……",
                "决算数大于预算数的主要原因是人员增加。",
                "现就有关情况作如下说明：",
            ],
        );
    }
}
