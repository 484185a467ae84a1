//! The layouts that are built in, as one table of short lines: every one written out, whatever it is a
//! change of. The program reads this and not the files it is made of, which takes a tenth of the code.
//!
//! A line begins with what it is. What belongs to something stands in the lines behind it.

use super::column::Column;
use super::identity::{Identity, Rule};
use super::layout::{ColumnLayout, Layout, RowLayout, Side, Subjects, TableLayout, TableNo};
use super::layout_parts::title_identities;
use crate::source::Source;

/// The layouts of a table; `None` where a line of it cannot be read.
pub(super) fn read(table: &str) -> Option<Vec<Layout>> {
    let mut layouts = Vec::new();
    for line in table.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        add(&mut layouts, &fields)?;
    }
    layouts.iter_mut().for_each(title_identities);
    Some(layouts)
}

fn add(layouts: &mut Vec<Layout>, fields: &[&str]) -> Option<()> {
    let text = |at: usize| fields.get(at).copied().unwrap_or_default().to_owned();
    let some = |at: usize| Some(text(at)).filter(|text| !text.is_empty());
    let has = |at: usize, mark: char| fields.get(at).is_some_and(|marks| marks.contains(mark));
    let words = |at: usize| {
        fields
            .get(at)
            .copied()
            .unwrap_or_default()
            .split_whitespace()
    };
    let column = |at: usize| fields.get(at).copied().and_then(Column::named);
    let table_no = |at: usize| fields.get(at)?.parse().ok().and_then(TableNo::new);
    let rule = |at: usize| Rule::read(fields.get(at)?).ok();
    let what = *fields.first()?;
    if what == "layout" {
        layouts.push(Layout {
            id: text(1),
            from: text(2).parse().ok()?,
            place: some(3),
            name: text(4),
            source: Source {
                title: text(5),
                issuer: text(6),
                note: text(7),
            },
            classes: Vec::new(),
            tables: Vec::new(),
            identities: Vec::new(),
        });
        return Some(());
    }
    let layout = layouts.last_mut()?;
    match what {
        "class" => layout.classes.push((text(1), text(2))),
        "table" => layout.tables.push(TableLayout {
            no: table_no(1)?,
            printed: table_no(2)?,
            title: text(3),
            lines: match text(4).as_str() {
                "functional" => Some(Subjects::Functional),
                "economic" => Some(Subjects::Economic),
                _ => None,
            },
            may_be_empty: some(5),
            columns: Vec::new(),
            sides: Vec::new(),
            total_last: has(6, 't'),
            across: Vec::new(),
            parts: Vec::new(),
        }),
        "identity" => layout.identities.push(Identity {
            no: text(1),
            title: String::new(),
            by_nature: text(2),
            rules: Vec::new(),
        }),
        "rule" => layout.identities.last_mut()?.rules.push(rule(1)?),
        _ => {
            let table = layout.tables.last_mut()?;
            match what {
                "column" => table.columns.push(ColumnLayout {
                    column: column(1)?,
                    label: text(2),
                    beside: has(3, 'b'),
                    signed: has(3, 's'),
                }),
                "across" => table.across.push(rule(1)?),
                "part" => {
                    let classes = words(2).map(str::to_owned).collect();
                    table.parts.push((text(1), classes));
                }
                "side" => table.sides.push(Side {
                    title: text(1),
                    columns: words(2).map(Column::named).collect::<Option<_>>()?,
                    heads: Vec::new(),
                    rows: Vec::new(),
                    across: Vec::new(),
                }),
                _ => {
                    let side = table.sides.last_mut()?;
                    match what {
                        "head" => side.heads.push((column(1)?, text(2))),
                        "row" => side.rows.push(RowLayout {
                            key: text(1),
                            label: text(2),
                            total: has(3, 't'),
                            signed: has(3, 's'),
                            of_class: has(3, 'c'),
                        }),
                        "each" => side.across.push(rule(1)?),
                        _ => return None,
                    }
                }
            }
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::super::identity::{Row, Rule, Term};
    use super::super::layout::{Layout, Subjects};
    use super::super::layouts::{FILES, TABLE};

    fn rule(rule: &Rule) -> String {
        let term = |term: &Term| {
            let row = match &term.row {
                Row::Same => "",
                Row::Key(key) => key,
                Row::Class => "{class}",
                Row::Classes => "{classes}",
            };
            let column = term.column.map_or("*", |column| column.as_str());
            match term.table {
                Some(table) => format!("{table}.{row}.{column}"),
                None => column.to_owned(),
            }
        };
        let mut text = format!("{} =", term(&rule.left));
        for (at, (minus, one)) in rule.right.iter().enumerate() {
            text += match (at, minus) {
                (0, _) => " ",
                (_, false) => " + ",
                (_, true) => " - ",
            };
            text += &term(one);
        }
        text
    }

    fn marks<const N: usize>(marks: [(bool, char); N]) -> String {
        let there = marks.into_iter().filter(|(there, _)| *there);
        there.map(|(_, mark)| mark).collect()
    }

    fn written(layouts: &[Layout]) -> String {
        let mut lines: Vec<Vec<String>> = Vec::new();
        macro_rules! line {
            ($($field:expr),+) => { lines.push(vec![$($field.to_string()),+]) };
        }
        for layout in layouts {
            let place = layout.place.clone().unwrap_or_default();
            let source = &layout.source;
            line!(
                "layout",
                layout.id,
                layout.from,
                place,
                layout.name,
                source.title,
                source.issuer,
                source.note
            );
            for (code, name) in &layout.classes {
                line!("class", code, name);
            }
            for table in &layout.tables {
                let lines_by = match table.lines {
                    Some(Subjects::Functional) => "functional",
                    Some(Subjects::Economic) => "economic",
                    None => "",
                };
                let empty = table.may_be_empty.clone().unwrap_or_default();
                let last = marks([(table.total_last, 't')]);
                line!(
                    "table",
                    table.no,
                    table.printed,
                    table.title,
                    lines_by,
                    empty,
                    last
                );
                for one in &table.columns {
                    let marks = marks([(one.beside, 'b'), (one.signed, 's')]);
                    line!("column", one.column.as_str(), one.label, marks);
                }
                for across in &table.across {
                    line!("across", rule(across));
                }
                for (key, classes) in &table.parts {
                    line!("part", key, classes.join(" "));
                }
                for side in &table.sides {
                    let columns: Vec<_> = side.columns.iter().map(|one| one.as_str()).collect();
                    line!("side", side.title, columns.join(" "));
                    for (column, head) in &side.heads {
                        line!("head", column.as_str(), head);
                    }
                    for row in &side.rows {
                        let marks =
                            marks([(row.total, 't'), (row.signed, 's'), (row.of_class, 'c')]);
                        line!("row", row.key, row.label, marks);
                    }
                    for across in &side.across {
                        line!("each", rule(across));
                    }
                }
            }
            for identity in &layout.identities {
                line!("identity", identity.no, identity.by_nature);
                for one in &identity.rules {
                    line!("rule", rule(one));
                }
            }
        }
        let lines = lines.into_iter().map(|fields| fields.join("\t"));
        let lines = lines.map(|line| format!("{}\n", line.trim_end_matches('\t')));
        lines.collect()
    }

    /// With `JUESUAN_WRITE` set it is written anew.
    #[test]
    fn the_table_is_what_the_files_say() {
        let mut layouts: Vec<Layout> = Vec::new();
        for file in FILES {
            let layout = Layout::read(file, &layouts).unwrap();
            layouts.push(layout);
        }
        let table = written(&layouts);
        if std::env::var_os("JUESUAN_WRITE").is_some() {
            let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../layouts/all.tsv");
            std::fs::write(path, &table).unwrap();
        } else {
            assert!(
                table == TABLE,
                "layouts/ has changed: JUESUAN_WRITE=1 cargo test -p juesuan-domain the_table"
            );
        }
        assert_eq!(
            format!("{:#?}", super::read(&table).unwrap()),
            format!("{layouts:#?}")
        );
    }

    #[test]
    fn a_line_that_says_nothing_is_none() {
        for line in [
            "\n",
            "else",
            "class\t201",
            "layout\tid\tyear",
            "table\t01\t01",
        ] {
            assert!(super::read(line).is_none(), "{line}");
        }
    }
}
