//! Sums over the columns of a line: 合计 = 基本支出 + 项目支出, 小计 = what stands under the same head.

use super::book::{Book, Column, Id, Shape};
use super::identity::{Identity, Rule, Strength};
use crate::table::lookup::{is_measure, is_total};
use crate::table::topic;

/// A column that is the sum of others: their places in the table.
#[derive(Debug, PartialEq, Eq)]
struct Sum {
    whole: usize,
    parts: Vec<usize>,
}

/// A column with the heads that tell it from its neighbours.
struct Leaf {
    column: usize,
    path: Vec<String>,
}

/// The sums over the columns of a table.
pub(super) fn of(book: &Book<'_>, shape: &Shape<'_>) -> Vec<Identity> {
    let table = book.tables.get(shape.table);
    let three_public = table
        .and_then(|table| topic::topic(&table.title))
        .is_some_and(topic::Topic::three_public);
    let strength = match table.and_then(|table| table.no) {
        Some(2..=5 | 7..=9) => Strength::Law,
        _ if three_public => Strength::Law,
        _ => Strength::Shape,
    };
    let mut found = Vec::new();
    for side in shape.sides() {
        for sum in sums(&shape.columns_of(side)) {
            for line in shape.lines.iter().filter(|line| line.side == side) {
                let Some(whole) = line.cell(sum.whole) else {
                    continue;
                };
                let parts: Vec<Id> = sum
                    .parts
                    .iter()
                    .filter_map(|column| line.cell(*column))
                    .collect();
                if !parts.is_empty() {
                    found.push(Identity::sum(
                        Rule::Across(shape.table, sum.whole),
                        strength,
                        whole,
                        parts,
                    ));
                }
            }
        }
    }
    found
}

/// Which columns are sums of which others. Budget and actual are told apart first: each is a table of its own.
fn sums(columns: &[&Column<'_>]) -> Vec<Sum> {
    let mut measures: Vec<(Vec<&str>, Vec<Leaf>)> = Vec::new();
    for column in columns {
        let (mut measure, mut path) = (Vec::new(), Vec::new());
        for head in column.heads {
            if is_measure(head) && !is_total(head) {
                measure.push(head.as_str());
            } else {
                path.push(head.clone());
            }
        }
        let leaf = Leaf {
            column: column.column,
            path,
        };
        match measures.iter_mut().find(|(other, _)| *other == measure) {
            Some((_, leaves)) => leaves.push(leaf),
            None => measures.push((measure, vec![leaf])),
        }
    }
    let mut found = Vec::new();
    for (_, leaves) in measures {
        let all: Vec<&Leaf> = leaves.iter().collect();
        value(&all, 0, &mut found);
    }
    found
}

/// The columns whose sum is the value of these, and the sums among them. `depth` is how many heads they share.
fn value(leaves: &[&Leaf], depth: usize, found: &mut Vec<Sum>) -> Vec<usize> {
    if let [leaf] = leaves {
        return vec![leaf.column];
    }
    // A head that all share is no difference.
    let shared = |at: usize| {
        leaves
            .first()
            .and_then(|leaf| leaf.path.get(at))
            .is_some_and(|head| leaves.iter().all(|leaf| leaf.path.get(at) == Some(head)))
    };
    let mut depth = depth;
    while shared(depth) {
        depth += 1;
    }
    let mut children: Vec<(Option<&String>, Vec<&Leaf>)> = Vec::new();
    for leaf in leaves {
        let head = leaf.path.get(depth);
        match children.iter_mut().find(|(other, _)| *other == head) {
            Some((_, list)) => list.push(leaf),
            None => children.push((head, vec![leaf])),
        }
    }
    let mut wholes = Vec::new();
    let mut parts: Vec<usize> = Vec::new();
    let mut sure = true;
    for (head, list) in &children {
        let total = head.is_none_or(|head| is_total(head));
        match (total, list.as_slice()) {
            (true, [leaf]) => wholes.push(leaf.column),
            (true, _) => sure = false,
            (false, list) => {
                let within = head.is_some_and(|head| head.starts_with("其中"));
                let columns = value(list, depth + 1, found);
                if !within {
                    parts.extend(columns);
                }
            }
        }
    }
    match wholes.as_slice() {
        [whole] if sure && !parts.is_empty() => {
            found.push(Sum {
                whole: *whole,
                parts,
            });
            vec![*whole]
        }
        [whole] => vec![*whole],
        [] => parts,
        // Two totals: it cannot be told which of them is whose.
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Side;

    /// Heads from the top down, and which columns are sums of which.
    type Case = (
        &'static [&'static str],
        &'static [(usize, &'static [usize])],
    );

    const CASES: &[Case] = &[
        (&["合计", "基本支出", "项目支出"], &[(0, &[1, 2])]),
        (
            &[
                "支出/合计",
                "支出/一般公共预算财政拨款",
                "支出/政府性基金预算财政拨款",
            ],
            &[(0, &[1, 2])],
        ),
        (
            &[
                "本年收入合计",
                "财政拨款收入",
                "事业收入/小计",
                "事业收入/其中：教育收费",
                "其他收入",
            ],
            &[(0, &[1, 2, 4])],
        ),
        (
            &[
                "年初结转和结余",
                "本年收入",
                "本年支出/小计",
                "本年支出/基本支出",
                "本年支出/项目支出",
                "年末结转和结余",
            ],
            &[(2, &[3, 4])],
        ),
        (
            &[
                "合计/预算数",
                "合计/决算数",
                "因公/预算数",
                "因公/决算数",
                "公车/小计/预算数",
                "公车/小计/决算数",
                "公车/购置/预算数",
                "公车/购置/决算数",
                "公车/运行/预算数",
                "公车/运行/决算数",
                "接待/预算数",
                "接待/决算数",
            ],
            &[
                (4, &[6, 8]),
                (0, &[2, 4, 10]),
                (5, &[7, 9]),
                (1, &[3, 5, 11]),
            ],
        ),
        (
            &[
                "预算数/合计",
                "预算数/因公",
                "预算数/接待",
                "决算数/合计",
                "决算数/因公",
                "决算数/接待",
            ],
            &[(0, &[1, 2]), (3, &[4, 5])],
        ),
        (
            &[
                "合计",
                "三公/小计",
                "三公/因公",
                "三公/公车/小计",
                "三公/公车/购置",
                "三公/公车/运行",
                "三公/接待",
                "会议费",
                "培训费",
            ],
            &[(3, &[4, 5]), (1, &[2, 3, 6]), (0, &[1, 7, 8])],
        ),
        (&["年初预算数", "决算数"], &[]),
        (&["合计", "总计", "基本支出"], &[]),
    ];

    #[test]
    fn columns_that_are_sums() {
        for (heads, wanted) in CASES {
            let heads: Vec<Vec<String>> = heads
                .iter()
                .map(|path| path.split('/').map(str::to_owned).collect())
                .collect();
            let columns: Vec<Column<'_>> = heads
                .iter()
                .enumerate()
                .map(|(column, heads)| Column {
                    side: Side::Left,
                    column,
                    heads,
                })
                .collect();
            let found = sums(&columns.iter().collect::<Vec<_>>());
            let wanted: Vec<Sum> = wanted
                .iter()
                .map(|(whole, parts)| Sum {
                    whole: *whole,
                    parts: parts.to_vec(),
                })
                .collect();
            assert_eq!(found, wanted, "{heads:?}");
        }
    }
}
