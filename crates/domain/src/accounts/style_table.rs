//! The styles that are built in, as one table of short lines, as the layouts have one: the program reads
//! this and not the files it is made of.

use super::style::{Block, ChartKind, Each, Section, Style, Template, Wording};
use super::template::Condition;
use crate::source::Source;

/// The styles of a table; `None` where a line of it cannot be read.
pub(super) fn read(table: &str) -> Option<Vec<Style>> {
    let mut styles = Vec::new();
    for line in table.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        add(&mut styles, &fields)?;
    }
    Some(styles)
}

fn add(styles: &mut Vec<Style>, fields: &[&str]) -> Option<()> {
    let text = |at: usize| fields.get(at).copied().unwrap_or_default().to_owned();
    let what = *fields.first()?;
    if what == "style" {
        styles.push(Style {
            id: text(1),
            name: text(2),
            source: Source {
                title: text(3),
                issuer: text(4),
                note: text(5),
            },
            percent_places: text(6).parse().ok()?,
            numbering: text(7),
            sections: Vec::new(),
        });
        return Some(());
    }
    let sections = &mut styles.last_mut()?.sections;
    if what == "section" {
        sections.push(Section {
            title: text(1),
            part: text(2),
            blocks: Vec::new(),
        });
        return Some(());
    }
    let blocks = &mut sections.last_mut()?.blocks;
    if what == "sentence" {
        let templates = match blocks.last_mut()? {
            Block::Paragraph(templates) => templates,
            Block::Each(each) => &mut each.paragraph,
            _ => return None,
        };
        templates.push(Template {
            key: text(1),
            text: Wording::try_from(text(2)).ok()?,
            when: Condition::read(&text(3)).ok()?,
            each: text(4),
            begin: text(5),
            between: text(6),
            end: text(7),
            lines: text(8) == "lines",
        });
        return Some(());
    }
    blocks.push(match what {
        "paragraph" => Block::Paragraph(Vec::new()),
        "each" => Block::Each(Each {
            of: text(1),
            paragraph: Vec::new(),
            form: text(2) == "form",
        }),
        "heading" => Block::Heading(text(1)),
        "form" => Block::Form,
        "work" => Block::Work,
        "glossary" => Block::Glossary,
        "totals" => Block::Chart(ChartKind::Totals),
        "income" => Block::Chart(ChartKind::IncomeStructure),
        "spending" => Block::Chart(ChartKind::SpendingStructure),
        "fiscal" => Block::Chart(ChartKind::FiscalTotals),
        _ => return None,
    });
    Some(())
}

#[cfg(test)]
mod tests {
    use super::super::style::{Block, ChartKind, Style, Template};
    use super::super::styles::{FILES, TABLE};

    /// The sentence with its condition as the file has it: what is read of it is not written back.
    fn sentences(file: &str) -> Vec<[String; 8]> {
        let file: serde_json::Value = serde_json::from_str(file).unwrap();
        let all = |value: &serde_json::Value| value.as_array().cloned().unwrap_or_default();
        let sections = all(&file["sections"]).into_iter();
        let blocks = sections.flat_map(|section| all(&section["blocks"]));
        let sentences = blocks.flat_map(|block| {
            [all(&block["paragraph"]), all(&block["each"]["paragraph"])].concat()
        });
        let fields = ["key", "text", "when", "each", "begin", "between", "end"];
        let read = |one: serde_json::Value| {
            let mut read: [String; 8] = Default::default();
            for (field, name) in read.iter_mut().zip(fields) {
                one[name].as_str().unwrap_or_default().clone_into(field);
            }
            if one["lines"] == true {
                read[7] = "lines".to_owned();
            }
            read
        };
        sentences.map(read).collect()
    }

    fn written(files: &[&str]) -> String {
        let mut lines: Vec<String> = Vec::new();
        let mut line = |fields: &[&str]| {
            assert!(
                !fields
                    .iter()
                    .any(|field| field.contains(['\t', '\n', '\r']))
            );
            lines.push(format!("{}\n", fields.join("\t").trim_end_matches('\t')));
        };
        for file in files {
            let style = Style::read(file).unwrap();
            let (source, places) = (&style.source, style.percent_places.to_string());
            line(&[
                "style",
                &style.id,
                &style.name,
                &source.title,
                &source.issuer,
                &source.note,
                &places,
                &style.numbering,
            ]);
            let mut sentences = sentences(file).into_iter();
            for section in &style.sections {
                line(&["section", &section.title, &section.part]);
                for block in &section.blocks {
                    match block {
                        Block::Heading(heading) => line(&["heading", heading]),
                        Block::Work => line(&["work"]),
                        Block::Form => line(&["form"]),
                        Block::Glossary => line(&["glossary"]),
                        Block::Chart(kind) => line(&[match kind {
                            ChartKind::Totals => "totals",
                            ChartKind::IncomeStructure => "income",
                            ChartKind::SpendingStructure => "spending",
                            ChartKind::FiscalTotals => "fiscal",
                        }]),
                        Block::Paragraph(_) | Block::Each(_) => {
                            let templates = match block {
                                Block::Each(each) => {
                                    let form = if each.form { "form" } else { "" };
                                    line(&["each", &each.of, form]);
                                    &each.paragraph
                                }
                                Block::Paragraph(templates) => {
                                    line(&["paragraph"]);
                                    templates
                                }
                                _ => continue,
                            };
                            for Template { key, .. } in templates {
                                let fields = sentences.next().unwrap();
                                assert_eq!(fields[0], *key);
                                let fields = fields.each_ref().map(String::as_str);
                                line(&[&["sentence"], &fields[..]].concat());
                            }
                        }
                    }
                }
            }
        }
        lines.concat()
    }

    /// With `JUESUAN_WRITE` set it is written anew.
    #[test]
    fn the_table_is_what_the_files_say() {
        let table = written(&FILES);
        if std::env::var_os("JUESUAN_WRITE").is_some() {
            let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../styles/all.tsv");
            std::fs::write(path, &table).unwrap();
        } else {
            assert!(
                table == TABLE,
                "styles/ has changed: JUESUAN_WRITE=1 cargo test -p juesuan-domain the_table"
            );
        }
        let styles = FILES.map(|file| Style::read(file).unwrap());
        assert_eq!(super::read(&table).unwrap(), styles);
    }

    #[test]
    fn a_line_that_says_nothing_is_none() {
        for line in [
            "\n",
            "else",
            "section\tone",
            "style\tid\tname\t\t\t\tmany",
            "style\tid\tname\t\t\t\t1\nheading\tone",
        ] {
            assert!(super::read(line).is_none(), "{line}");
        }
    }
}
