//! Prints what a paper (as JSON) says: `cargo run -p juesuan-understand --example show paper.json`.
use juesuan_understand::{Document, review};

fn main() {
    let file = std::env::args().nth(1).expect("a file");
    let text = std::fs::read_to_string(file).expect("readable");
    let paper = match serde_json::from_str(&text) {
        Ok(paper) => paper,
        Err(_) => juesuan_paper::plain::read(&text),
    };
    let document = Document::of(&paper);
    println!("{:?}", document.about);
    let review = review(&paper);
    for table in &review.tables {
        println!(
            "TABLE {:?} {} {:?} {} amounts {}",
            table.no, table.title, table.unit, table.amounts, table.empty
        );
    }
    for statement in &review.statements {
        println!(
            "{:?} {:?} | {} | {} | {} | {}",
            statement.verdict,
            statement.kind,
            statement.quote,
            statement.claimed,
            statement.computed.as_deref().unwrap_or("-"),
            statement.working.as_deref().unwrap_or("")
        );
    }
    for form in &review.forms {
        println!(
            "FORM {} {:?} {} {:?} {:?} left {} claimed {} | {:?}",
            form.title,
            form.form.kind,
            form.rules,
            form.rules_from,
            form.computed,
            form.left,
            form.form.claimed_total,
            form.form.execution
        );
        for goal in &form.form.goals {
            println!("  GOAL {} {}", goal.name, goal.weight);
            for row in &goal.indicators {
                println!(
                    "    {} | {} | {} | {} | {} | {} | {}",
                    row.category,
                    row.dimension,
                    row.name,
                    row.weight,
                    row.target,
                    row.actual,
                    row.claimed
                );
            }
        }
    }
    println!("--- findings");
    for finding in &review.findings {
        println!(
            "{:?} {:?} {:?} {:?} @ {}",
            finding.severity,
            finding.matter,
            finding.cause,
            finding.working,
            finding.spot.quote(&paper)
        );
    }
    println!("{:?}", review.coverage);
}
