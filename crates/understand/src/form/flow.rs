//! Forms in running text, as they come out of a page that was copied: cell after cell, each broken into the lines
//! that its column had. What is an indicator is known by the points behind its name: 培训人次（7分）.

mod text;

use super::draft::{Draft, Money, Row};
use super::field::Field;
use super::field::Points;
use super::words;
use crate::place::Spot;
use juesuan_domain::evaluation::{FormField, Reading, read};
use juesuan_paper::{Block, Paper};
use rust_decimal::Decimal;
use std::ops::Range;
use text::{Anchor, Flow, Token};

/// Bytes from the title to the end of the heads: name, budget and goal stand between them.
const FARTHEST: usize = 4_000;

/// Lines that one form may have.
const MOST_LINES: usize = 600;

/// The title of a form that ends a block: all of it, or what stands behind its last sentence, where lines were joined.
fn title_of(text: &str) -> Option<Range<usize>> {
    let from = text.rfind('。').map_or(0, |at| at + '。'.len_utf8());
    let title = text.get(from..)?;
    words::is_title(title.trim()).then_some(from..text.len())
}

/// Reads the form that begins behind a title; `None` where no form in lines follows.
pub(super) fn read_form(paper: &Paper, title: usize) -> Option<Draft> {
    let (Block::Paragraph { text, .. } | Block::Heading { text, .. }) = paper.blocks.get(title)?
    else {
        return None;
    };
    let range = title_of(text)?;
    let blocks = paper.blocks.get(title + 1..)?;
    let lines = blocks
        .iter()
        .take(MOST_LINES)
        .take_while(|block| match block {
            Block::Paragraph { text, .. } => title_of(text).is_none(),
            Block::PageBreak { .. } => true,
            _ => false,
        });
    let end = title + 1 + lines.count();
    let flow = Flow::of(paper, title + 1..end);
    // A title in the contents, or of something else, is far from any heads.
    let heads = heads_end(&flow, 0).filter(|end| *end < FARTHEST)?;
    let total = flow
        .find("总分", heads)
        .or_else(|| flow.find("合计", heads))?;
    let field = Field {
        text: super::lines::closed(text.get(range.clone())?),
        spot: Spot::text(title, range.clone()),
    };
    // What stands before the title in its block is text.
    let mut draft = Draft::new(field, title + usize::from(range.start > 0));
    head(&flow, heads, &mut draft);
    indicators(&flow, heads, total, &mut draft);
    behind(&flow, total, &mut draft);
    draft.is_form().then_some(draft)
}

/// Where the heads of the indicators end: behind 得分, which follows 三级指标 and 完成值.
fn heads_end(flow: &Flow, from: usize) -> Option<usize> {
    let names = flow.find("三级指标", from)?;
    let actual = flow.find("完成值", names)?;
    let score = flow.find("得分", actual)?;
    // Far apart they are no heads.
    (score < names + 150).then_some(score + "得分".len())
}

/// What stands before the indicators.
fn head(flow: &Flow, heads: usize, draft: &mut Draft) {
    let before = flow.part(0..heads);
    for (label, field) in [
        ("单位名称：", FormField::Unit),
        ("单位名称:", FormField::Unit),
        ("填报日期：", FormField::FilledOn),
        ("填报日期:", FormField::FilledOn),
    ] {
        if let Some(at) = before.find(label) {
            let from = at + label.len();
            let rest = before.get(from..).unwrap_or("");
            let ends = ["填报日期", "单位名称", "项目名称", "单位名"];
            let to = ends
                .iter()
                .filter_map(|end| rest.find(end))
                .min()
                .unwrap_or(0);
            if to > 0 && to < 150 {
                draft.set(field, flow.field(from..from + to));
            }
        }
    }
    if let Some(at) = before.find("项目名称") {
        let from = at + "项目名称".len();
        if let Some(to) = flow.find("主管部门", from).filter(|to| to - from < 150) {
            draft.set(FormField::Name, flow.field(from..to));
        }
    }
    for (label, field) in [
        ("基本支出总额", FormField::BasicSpending),
        ("项目支出总额", FormField::ProjectSpending),
    ] {
        if let Some(at) = before.find(label)
            && let Some(amount) = amount_behind(flow, at + label.len())
        {
            draft.set(field, amount);
        }
    }
    money(flow, heads, draft);
}

/// The amount behind a label, where nothing but a bracket stands between them.
fn amount_behind(flow: &Flow, from: usize) -> Option<Field> {
    let rest = flow.part(from..flow.text.len());
    let rest = match rest.strip_prefix(['（', '(']) {
        Some(inside) => inside.split_once(['）', ')'])?.1,
        None => rest,
    };
    let start = flow.text.len() - rest.len();
    let digits = rest
        .find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.')
        .unwrap_or(rest.len());
    (digits > 0).then(|| flow.field(start..start + digits))
}

/// Budget, actual, rate and score: a line of four figures below their heads.
fn money(flow: &Flow, heads: usize, draft: &mut Draft) {
    let before = flow.part(0..heads);
    let Some(rate) = before.find("执行率") else {
        return;
    };
    draft.rate_is_marked = before.contains("执行率（B/A）") || before.contains("执行率(B/A)");
    draft.by_rate = before.contains("分*执行率") || before.contains("分×执行率");
    draft.execution_points = execution_points(flow, before);
    let mut lines: Vec<Vec<&Token>> = Vec::new();
    let mut line = Vec::new();
    for token in flow
        .tokens
        .iter()
        .filter(|token| token.at.start > rate && token.at.end <= heads)
    {
        line.push(token);
        if token.ends_line {
            lines.push(std::mem::take(&mut line));
        }
    }
    for line in lines {
        let count = line.len();
        let Some([budget, actual, rate, score]) =
            count.checked_sub(4).and_then(|from| line.get(from..))
        else {
            continue;
        };
        let text = |token: &Token| flow.part(token.at.clone()).to_owned();
        let fits = words::amount(&text(budget)).is_some()
            && words::amount(&text(actual)).is_some()
            && text(rate).ends_with(['%', '％'])
            && words::rate(&text(rate)).is_some()
            && words::points(&text(score)).is_some();
        if fits {
            let field = |token: &Token| flow.field(token.at.clone());
            let money = Money {
                label: String::new(),
                budget: field(budget),
                actual: field(actual),
                rate: field(rate),
                ..Money::default()
            };
            draft.set_money(money, field(score));
            return;
        }
    }
}

/// 得分（20分*执行率）, 预算执行情况（20分）.
fn execution_points(flow: &Flow, before: &str) -> Option<Points> {
    let sign = before
        .find("分*执行率")
        .or_else(|| before.find("分×执行率"));
    if let Some(at) = sign {
        let text = before.get(..at)?;
        let digits = text.len() - text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let value = words::points(text.get(at - digits..)?)?;
        let spot = flow.field(at - digits..at).spot;
        return Some(Points { value, spot });
    }
    let from = before.find("预算执行情")?;
    let to = flow.find("预算数", from)?;
    let anchor = flow.anchors(from..to).pop()?;
    Some(Points {
        value: anchor.value,
        spot: flow.field(anchor.at).spot,
    })
}

/// What is read of the rows so far.
struct Rows<'a> {
    flow: &'a Flow,
    category: Field,
    dimension: Field,
    /// The name and the points of an indicator whose figures come next.
    open: Option<(Field, Anchor)>,
    /// Where what comes next begins.
    from: usize,
}

fn indicators(flow: &Flow, heads: usize, total: usize, draft: &mut Draft) {
    let first = flow.find("一级指标", 0).unwrap_or(0);
    begin_goal(flow, first, draft);
    let anchors = flow.anchors(heads..total);
    let mut rows = Rows {
        flow,
        category: Field::default(),
        dimension: Field::default(),
        open: None,
        from: heads,
    };
    for (at, anchor) in anchors.iter().enumerate() {
        if anchor.at.start < rows.from {
            continue;
        }
        rows.close(anchor.at.start, draft);
        let field = flow.field(rows.from..anchor.at.end);
        let label = flow.part(rows.from..anchor.at.start);
        let next = anchors
            .get(at + 1)
            .map_or("", |next| flow.part(anchor.at.end..next.at.start));
        if words::goal_mark(label).is_some() {
            let Some(end) = heads_end(flow, anchor.at.end).filter(|end| *end < total) else {
                draft.left += 1;
                continue;
            };
            begin_goal(
                flow,
                flow.find("一级指标", anchor.at.end).unwrap_or(end),
                draft,
            );
            (rows.category, rows.dimension) = (Field::default(), Field::default());
            rows.from = end;
            continue;
        }
        // Points of a heading that a page has torn off.
        if label.is_empty() {
            rows.from = anchor.at.end;
            continue;
        }
        if let Some(width) = words::category_before(label) {
            rows.category = flow.field(rows.from..rows.from + width);
            rows.dimension = flow.field(rows.from + width..anchor.at.end);
            rows.from = anchor.at.end;
            continue;
        }
        let (category, dimension) = (words::is_category(label), words::is_dimension(label));
        let above = rows.category.text.is_empty() || words::is_dimension(next);
        if category && (!dimension || above) {
            rows.category = field;
            rows.dimension = Field::default();
        } else if dimension {
            rows.dimension = field;
        } else {
            rows.open = Some((flow.field(rows.from..anchor.at.start), anchor.clone()));
        }
        rows.from = anchor.at.end;
    }
    rows.close(total, draft);
}

/// The goal whose heads begin here: its mark and its name stand before them.
fn begin_goal(flow: &Flow, heads: usize, draft: &mut Draft) {
    let from = heads.saturating_sub(1_000);
    let from = (from..=heads)
        .find(|at| flow.text.is_char_boundary(*at))
        .unwrap_or(heads);
    let before = flow.part(from..heads);
    let mark = ["年度绩效目标", "年度目标"]
        .iter()
        .filter_map(|mark| before.rfind(mark))
        .max();
    let Some(mark) = mark.map(|at| at + from) else {
        draft.begin_goal(Field::default(), None);
        return;
    };
    let anchor = flow.anchors(mark..heads).into_iter().next();
    let anchor = anchor.filter(|anchor| anchor.at.start < mark + 40);
    let weight = anchor.as_ref().map(|anchor| Points {
        value: anchor.value,
        spot: flow.field(anchor.at.clone()).spot,
    });
    let begin = anchor.map_or(heads, |anchor| anchor.at.end);
    let name = flow.part(begin..heads);
    let name = name.strip_suffix("年度绩效指标").unwrap_or(name);
    draft.begin_goal(flow.field(begin..begin + name.len()), weight);
}

impl Rows<'_> {
    /// Reads the figures of the open indicator, which stand before `until`; behind them something new begins.
    fn close(&mut self, until: usize, draft: &mut Draft) {
        let Some((name, anchor)) = self.open.take() else {
            return;
        };
        let tokens: Vec<&Token> = self
            .flow
            .tokens
            .iter()
            .filter(|token| token.at.start >= anchor.at.end && token.at.end <= until)
            .collect();
        let score = |token: &Token| {
            let text = self.flow.part(token.at.clone());
            let points = words::points(text).filter(|_| !text.ends_with(['%', '％', '分']));
            // A score may be printed too high, but not by much.
            points.is_some_and(|points| points <= anchor.value * Decimal::from(2))
        };
        let mut scores = tokens
            .iter()
            .enumerate()
            .filter(|(_, token)| token.ends_line && score(token));
        let mut row = Row {
            category: self.category.clone(),
            dimension: self.dimension.clone(),
            weight: Field {
                text: anchor.value.normalize().to_string(),
                spot: self.flow.field(anchor.at.clone()).spot,
            },
            name,
            ..Row::default()
        };
        match (scores.next(), scores.next()) {
            (Some((at, token)), None) => {
                row.claimed = self.flow.field(token.at.clone());
                let values = tokens.get(..at).unwrap_or(&[]);
                match self.values(values) {
                    Some((target, actual)) => (row.target, row.actual) = (target, actual),
                    None => draft.left += 1,
                }
                self.from = token.at.end;
            }
            _ => {
                draft.left += 1;
                // What is a heading is still known by its words.
                let words = self.flow.part(anchor.at.end..until);
                let label = words
                    .rfind(|c: char| c.is_ascii_digit())
                    .map_or(0, |at| at + 1);
                self.from = anchor.at.end + label;
            }
        }
        draft.add(row);
    }

    /// Parts words into target and actual: both have one unit, or the last is a rate by itself.
    fn values(&self, tokens: &[&Token]) -> Option<(Field, Field)> {
        let (first, last) = (tokens.first()?, tokens.last()?);
        let part = |from: usize, to: usize| self.flow.field(from..to);
        let splits = || tokens.iter().skip(1).map(|token| token.at.start);
        // What stands behind the unit of the target begins the actual, so the first that fits is it.
        let alike = splits().find(|at| {
            let (target, actual) = (part(first.at.start, *at), part(*at, last.at.end));
            let goes_on = ["以上", "以下", "以内", "左右", "及以"]
                .iter()
                .any(|word| actual.text.starts_with(word));
            match (read(&target.text), read(&actual.text)) {
                (Reading::Quantity(a), Reading::Quantity(b)) => {
                    a.unit == b.unit && !a.unit.is_empty() && !goes_on
                }
                _ => false,
            }
        });
        if let Some(at) = alike {
            return Some((part(first.at.start, at), part(at, last.at.end)));
        }
        let text = self.flow.part(last.at.clone());
        let alone = text.ends_with(['%', '％']) && words::rate(text).is_some();
        if tokens.len() == 2 || alone && tokens.len() > 1 {
            return Some((
                part(first.at.start, last.at.start),
                part(last.at.start, last.at.end),
            ));
        }
        None
    }
}

/// The total and what stands behind it.
fn behind(flow: &Flow, total: usize, draft: &mut Draft) {
    let from = total + "总分".len();
    let digits = flow
        .part(from..flow.text.len())
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(0);
    if digits > 0 {
        let field = flow.field(from..from + digits);
        draft.last = field.spot.block;
        draft.add_total(field);
    }
    draft.formula = words::is_formula(flow.part(total..flow.text.len()));
    if let Some(at) = flow.find("原因分析", from) {
        let begin = at + "原因分析".len();
        let end = flow
            .find("改进措施", begin)
            .filter(|end| end - begin < 3_000);
        if let Some(end) = end {
            draft.set(FormField::Deviation, flow.field(begin..end));
        }
    }
}
