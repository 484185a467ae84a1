//! Prints the publication of a workbook as text, for a look: `show file [part…]`, or as JSON: `show file json [part…]`.

use juesuan_paper::Block;
use juesuan_publication::{Parts, publish};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().expect("a file");
    let mut names: Vec<String> = arguments.collect();
    let as_json = names.first().is_some_and(|name| name == "json");
    if as_json {
        names.remove(0);
    }
    let parts = Parts::named(names.iter().map(String::as_str)).expect("parts");
    let workbook = juesuan_exchange::read_workbook(&std::fs::read(file).expect("to be read"));
    let paper = publish(&workbook.expect("a workbook"), None, &parts);
    if as_json {
        println!("{}", serde_json::to_string(&paper).expect("JSON"));
        return;
    }
    let look = |at: usize| paper.looks.iter().find(|look| look.block == at);
    for (at, block) in paper.blocks.iter().enumerate() {
        let style = look(at).and_then(|look| look.style);
        let style = style.map_or_else(String::new, |style| format!(" {style:?}"));
        match block {
            Block::Heading { level, text, .. } => println!("h{level}{style} {text}"),
            Block::Paragraph { text, .. } => println!("p{style} {text}"),
            Block::Picture { .. } => println!("picture"),
            Block::PageBreak { .. } => {
                println!("---- {}", look(at).is_some_and(|look| look.landscape));
            }
            Block::Table { rows, .. } => {
                let look = look(at).cloned().unwrap_or_default();
                println!(
                    "table {:?} heads {} widths {:?}",
                    look.sheet, look.heads, look.widths
                );
                for row in rows {
                    let cells = row.iter().map(|cell| {
                        let span = match (cell.rows, cell.columns) {
                            (1, 1) => String::new(),
                            (rows, columns) => format!("[{rows}x{columns}]"),
                        };
                        let looks = look
                            .cells
                            .iter()
                            .find(|look| (look.row, look.column) == (cell.row, cell.column));
                        let formula = looks.and_then(|look| look.formula.clone());
                        let formula =
                            formula.map_or_else(String::new, |formula| format!("={formula}"));
                        format!("{}{span}{formula}", cell.text)
                    });
                    println!("   {}", cells.collect::<Vec<_>>().join(" | "));
                }
            }
        }
    }
}
