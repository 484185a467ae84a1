//! A block of indicators on its way into a form: its columns are found by their heads, or by the names of
//! categories and dimensions it begins with, and every row comes under its own headings.

use super::pasted::one_line;
use juesuan_domain::evaluation::{
    Brought, Head, IndicatorField, is_category, is_dimension, unbracketed,
};

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
    /// 绩效指标 beside all rows: a word of the form, which says nothing of a row.
    Label,
    /// The form has no place for it.
    Other,
}

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
    let heads: Vec<Option<Head>> = cells[at].iter().map(|text| Head::of(text)).collect();
    let named = heads.contains(&Some(Head::Name));
    let mut parts: Vec<Option<Part>> = Vec::new();
    for head in heads {
        let part = match head {
            Some(Head::Title) if named => Some(Part::Label),
            head => head.map(part),
        };
        // What is named twice is meant once: the year's first value, the unit's own score.
        let again = part.is_some_and(|part| part != Part::Other && parts.contains(&Some(part)));
        parts.push(if again { Some(Part::Other) } else { part });
    }
    Some((parts, at + 1))
}

/// At least two heads of columns, one of them where an indicator stands.
fn is_head(row: &[String]) -> bool {
    let heads: Vec<Head> = row.iter().filter_map(|text| Head::of(text)).collect();
    let of_name = |head: &Head| {
        matches!(
            head,
            Head::Category | Head::Dimension | Head::Name | Head::Title
        )
    };
    heads.len() >= 2 && heads.iter().any(of_name)
}

/// The place that a head's column has in a form. What stands over all levels names the indicators only
/// where no column does so itself.
fn part(head: Head) -> Part {
    match head {
        Head::Category => Part::Field(IndicatorField::Category),
        Head::Dimension => Part::Field(IndicatorField::Dimension),
        Head::Name | Head::Title => Part::Field(IndicatorField::Name),
        Head::Target => Part::Field(IndicatorField::Target),
        Head::Actual => Part::Field(IndicatorField::Actual),
        Head::Weight => Part::Field(IndicatorField::Weight),
        Head::Claimed => Part::Field(IndicatorField::Claimed),
        Head::Sign => Part::Sign,
        Head::Unit => Part::Unit,
        Head::Adjusted | Head::Completion | Head::Reason | Head::Other => Part::Other,
    }
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
    let all =
        |at: usize, is_one: fn(&str) -> bool| column(at).next().is_some() && column(at).all(is_one);
    let first_is_there = |at: usize| {
        let first = cells.first().and_then(|row| row.get(at));
        first.is_some_and(|text| !text.trim().is_empty())
    };
    let mut parts = Vec::new();
    if all(0, is_category) && all(1, is_dimension) && first_is_there(0) {
        parts.push(Some(Part::Field(IndicatorField::Category)));
        parts.push(Some(Part::Field(IndicatorField::Dimension)));
    } else if all(0, is_dimension) && first_is_there(0) {
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
        let text = unbracketed(text);
        matches!(
            text.as_str(),
            "合计" | "总分" | "总计" | "小计" | "总得分" | "得分合计"
        )
    })
}
