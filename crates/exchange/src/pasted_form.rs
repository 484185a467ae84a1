//! A block of indicators on its way into a form: its columns are found by their heads, or by the names of
//! categories and dimensions it begins with, and every row comes under its own headings.

use super::pasted::one_line;
use juesuan_domain::evaluation::{Brought, IndicatorField};

/// What was read of a block.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BlockRead {
    /// The indicators that were read, each with the headings it comes under.
    pub rows: Vec<Brought>,
    /// Sentences about what was not placed.
    pub problems: Vec<String>,
}

/// What a column of a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Field(IndicatorField),
    /// 指标性质: `≥`, `≤`, `=`, before the value in another column.
    Sign,
    /// 度量单位, behind the value in another column.
    Unit,
    /// The form has no place for it.
    Other,
}

/// Heads, longer ones before those they contain.
const HEADS: &[(&str, Part)] = &[
    ("一级指标", Part::Field(IndicatorField::Category)),
    ("二级指标", Part::Field(IndicatorField::Dimension)),
    ("三级指标", Part::Field(IndicatorField::Name)),
    ("指标名称", Part::Field(IndicatorField::Name)),
    ("指标内容", Part::Field(IndicatorField::Name)),
    ("绩效指标", Part::Field(IndicatorField::Name)),
    ("指标性质", Part::Sign),
    ("计量单位", Part::Unit),
    ("度量单位", Part::Unit),
    ("指标单位", Part::Unit),
    ("得分系数", Part::Other),
    ("得分计算", Part::Other),
    ("计算方法", Part::Other),
    ("评分标准", Part::Other),
    ("复核", Part::Other),
    ("偏差", Part::Other),
    ("原因", Part::Other),
    ("改进", Part::Other),
    ("核心指标", Part::Other),
    ("备注", Part::Other),
    ("序号", Part::Other),
    ("调整指标值", Part::Other),
    ("调整后", Part::Other),
    ("完成值", Part::Field(IndicatorField::Actual)),
    ("实际值", Part::Field(IndicatorField::Actual)),
    ("完成情况", Part::Field(IndicatorField::Actual)),
    ("目标值", Part::Field(IndicatorField::Target)),
    ("指标值", Part::Field(IndicatorField::Target)),
    ("分值", Part::Field(IndicatorField::Weight)),
    ("权重", Part::Field(IndicatorField::Weight)),
    ("标准分", Part::Field(IndicatorField::Weight)),
    ("满分", Part::Field(IndicatorField::Weight)),
    ("自评分", Part::Field(IndicatorField::Claimed)),
    ("指标得分", Part::Field(IndicatorField::Claimed)),
    ("得分", Part::Field(IndicatorField::Claimed)),
];

/// 一级指标 that forms have, without the word 指标.
const CATEGORIES: [&str; 11] = [
    "产出",
    "效益",
    "满意度",
    "成本",
    "效果",
    "决策",
    "管理",
    "过程",
    "投入",
    "绩效",
    "社会满意度",
];

/// 二级指标 that forms have, without the word 指标.
const DIMENSIONS: [&str; 18] = [
    "数量",
    "质量",
    "时效",
    "成本",
    "经济成本",
    "社会成本",
    "生态环境成本",
    "经济效益",
    "社会效益",
    "生态效益",
    "可持续影响",
    "可持续发展",
    "服务对象满意度",
    "社会公众满意度",
    "满意度",
    "公众满意度",
    "群众满意度",
    "效益",
];

/// Heads looked for in so many rows.
const MOST_HEADS: usize = 20;

/// Reads a block that says where its rows belong; `None` where it is cells and nothing more, to be pasted
/// as they stand.
///
/// ```
/// use juesuan_exchange::{pasted_cells, read_block};
/// let block = pasted_cells("一级指标\t二级指标\t三级指标\t分值\n产出指标\t数量指标\t培训人次\t10\n\t\t宣传场次\t5");
/// let read = read_block(&block).unwrap();
/// assert_eq!((&*read.rows[1].category, &*read.rows[1].dimension), ("产出指标", "数量指标"));
/// assert!(read_block(&pasted_cells("培训\t8\n宣传\t7")).is_none());
/// ```
pub fn read_block(cells: &[Vec<String>]) -> Option<BlockRead> {
    let (parts, first) = by_heads(cells).or_else(|| by_names(cells))?;
    let mut read = BlockRead::default();
    let place = |wanted: Part| parts.iter().position(|part| *part == Some(wanted));
    let field = |field: IndicatorField| place(Part::Field(field));
    let (categories, dimensions) = (
        field(IndicatorField::Category),
        field(IndicatorField::Dimension),
    );
    let (sign, unit) = (place(Part::Sign), place(Part::Unit));
    let (mut category, mut dimension) = (String::new(), String::new());
    let mut other_lost = vec![false; parts.len()];
    let mut without_name: Vec<usize> = Vec::new();
    for (at, row) in cells.iter().enumerate().skip(first) {
        let text = |place: Option<usize>| {
            place
                .and_then(|place| row.get(place))
                .map_or("", |text| text.trim())
        };
        if row.iter().all(|text| is_nothing(text)) || is_sum(row) || is_head(row) {
            continue;
        }
        // A merged cell is written once, above the rows it stands for.
        let (new_category, new_dimension) = (text(categories), text(dimensions));
        if !new_category.is_empty() {
            category = one_line(new_category);
            dimension.clear();
        }
        if !new_dimension.is_empty() {
            dimension = one_line(new_dimension);
        }
        let mut texts = Vec::new();
        for column in IndicatorField::COLUMNS {
            let Some(place) = field(column) else { continue };
            let mut value = text(Some(place)).to_owned();
            if matches!(column, IndicatorField::Target | IndicatorField::Actual) {
                let is_target = column == IndicatorField::Target;
                value = composed(&value, text(sign.filter(|_| is_target)), text(unit));
            }
            texts.push((column, value));
        }
        let named = texts
            .iter()
            .any(|(column, text)| *column == IndicatorField::Name && !is_nothing(text));
        if !named {
            // A heading by itself, with the sum of its points, is no indicator.
            if new_category.is_empty() && new_dimension.is_empty() {
                without_name.push(at + 1);
            }
            continue;
        }
        for (column, lost) in other_lost.iter_mut().enumerate() {
            let taken = parts[column].is_some_and(|part| part != Part::Other);
            *lost |= !taken && row.get(column).is_some_and(|text| !is_nothing(text));
        }
        if let Some(more) = row.get(parts.len()..) {
            let more = more.iter().any(|text| !is_nothing(text));
            if more && other_lost.len() == parts.len() {
                other_lost.push(true);
            }
        }
        read.rows.push(Brought {
            category: category.clone(),
            dimension: dimension.clone(),
            cells: texts,
        });
    }
    if read.rows.is_empty() {
        return None;
    }
    let heads = first.checked_sub(1).and_then(|row| cells.get(row));
    read.problems = problems(heads, &other_lost, &without_name);
    Some(read)
}

/// What was not taken, a sentence each: columns by their heads, and rows without a name by their place,
/// counted from 1.
fn problems(heads: Option<&Vec<String>>, columns: &[bool], without_name: &[usize]) -> Vec<String> {
    let mut problems = Vec::new();
    let lost: Vec<String> = columns
        .iter()
        .enumerate()
        .filter(|(_, lost)| **lost)
        .map(|(column, _)| {
            let head = heads.and_then(|heads| heads.get(column));
            match head
                .map(|head| one_line(head))
                .filter(|head| !head.is_empty())
            {
                Some(head) => format!("“{}”", head.chars().take(20).collect::<String>()),
                None => format!("第 {} 列", column + 1),
            }
        })
        .collect();
    if !lost.is_empty() {
        problems.push(format!(
            "指标表里没有地方放{}，这些内容没有放入：需要时请写在偏差原因或批注里。",
            lost.join("、")
        ));
    }
    if !without_name.is_empty() {
        let rows: Vec<String> = without_name.iter().take(8).map(usize::to_string).collect();
        problems.push(format!(
            "第 {} 行没有三级指标的名称，没有放入。",
            rows.join("、")
        ));
    }
    problems
}

/// What columns are by the row of heads, and the first row below it.
fn by_heads(cells: &[Vec<String>]) -> Option<(Vec<Option<Part>>, usize)> {
    let at = cells.iter().take(MOST_HEADS).position(|row| is_head(row))?;
    let mut parts: Vec<Option<Part>> = Vec::new();
    for text in &cells[at] {
        let part = part(text);
        // What is named twice is meant once: the year's first value, the unit's own score.
        let again = part.is_some_and(|part| part != Part::Other && parts.contains(&Some(part)));
        parts.push(if again { Some(Part::Other) } else { part });
    }
    Some((parts, at + 1))
}

/// At least two heads of columns, one of them where an indicator stands.
fn is_head(row: &[String]) -> bool {
    let parts: Vec<Part> = row.iter().filter_map(|text| part(text)).collect();
    let of_name = |part: &Part| {
        matches!(
            part,
            Part::Field(
                IndicatorField::Category | IndicatorField::Dimension | IndicatorField::Name
            )
        )
    };
    parts.len() >= 2 && parts.iter().any(of_name)
}

fn part(text: &str) -> Option<Part> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    // A sentence that speaks of 得分 is no head.
    if text.chars().count() > 20 {
        return None;
    }
    let text = text.split(['(', '（']).next().unwrap_or_default();
    HEADS
        .iter()
        .find(|(head, _)| text.ends_with(head) || text.starts_with(head))
        .map(|(_, part)| *part)
}

/// What columns are where the block begins with headings of the form, without heads of columns: behind
/// them in the form's own order.
fn by_names(cells: &[Vec<String>]) -> Option<(Vec<Option<Part>>, usize)> {
    let column = |at: usize| {
        let texts = cells.iter().filter_map(move |row| row.get(at));
        texts
            .map(|text| text.trim())
            .filter(|text| !text.is_empty())
    };
    let all = |at: usize, names: &[&str]| {
        column(at).next().is_some() && column(at).all(|text| is_one_of(text, names))
    };
    let first_is_there = |at: usize| {
        let first = cells.first().and_then(|row| row.get(at));
        first.is_some_and(|text| !text.trim().is_empty())
    };
    let mut parts = Vec::new();
    if all(0, &CATEGORIES) && all(1, &DIMENSIONS) && first_is_there(0) {
        parts.push(Some(Part::Field(IndicatorField::Category)));
        parts.push(Some(Part::Field(IndicatorField::Dimension)));
    } else if all(0, &DIMENSIONS) && first_is_there(0) {
        parts.push(Some(Part::Field(IndicatorField::Dimension)));
    } else {
        return None;
    }
    let fields = IndicatorField::COLUMNS.into_iter();
    parts.extend(fields.map(|field| Some(Part::Field(field))));
    let width = cells.iter().map(Vec::len).max().unwrap_or(0);
    // A heading alone is a cell like any other.
    (width > parts.len() - IndicatorField::COLUMNS.len()).then_some((parts, 0))
}

/// `数量指标（36分）`, `数量`: one of the headings that forms have.
fn is_one_of(text: &str, names: &[&str]) -> bool {
    names.contains(&base_heading(text).trim_end_matches("指标"))
}

/// A heading without blanks and the points written behind it.
fn base_heading(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let end = text.find(['(', '（']).unwrap_or(text.len());
    text[..end].to_owned()
}

/// A value with the sign and the unit that stand in columns of their own.
fn composed(value: &str, sign: &str, unit: &str) -> String {
    let starts = value
        .chars()
        .next()
        .is_some_and(|c| c.is_ascii_digit() || c.is_numeric());
    let bare_end = value
        .chars()
        .next_back()
        .is_some_and(|c| c.is_ascii_digit());
    let sign = match sign {
        "＝" | "等于" => "=",
        "＞=" | ">=" | "大于等于" => "≥",
        "＜=" | "<=" | "小于等于" => "≤",
        sign => sign,
    };
    let is_sign = matches!(sign, "≥" | "≤" | ">" | "<" | "＞" | "＜" | "=");
    let sign = if starts && is_sign && sign != "=" {
        sign
    } else {
        ""
    };
    let unit = if bare_end && !is_nothing(unit) {
        unit
    } else {
        ""
    };
    format!("{sign}{value}{unit}")
}

/// `—`, `/`, `……`: written where there is nothing.
fn is_nothing(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace() || matches!(c, '-' | '—' | '–' | '/' | '／' | '…' | '.' | '\u{feff}')
    })
}

/// 合计, 总分: the last row of a form.
fn is_sum(row: &[String]) -> bool {
    let first = row.iter().find(|text| !text.trim().is_empty());
    first.is_some_and(|text| {
        let text = base_heading(text);
        matches!(
            text.as_str(),
            "合计" | "总分" | "总计" | "小计" | "总得分" | "得分合计"
        )
    })
}
