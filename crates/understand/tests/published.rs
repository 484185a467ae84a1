//! What is made of published documents, which are not part of the repository: papers as JSON, and texts, in the
//! folder that `JUESUAN_PAPERS` names. `cargo test -p juesuan-understand --test published -- --ignored --nocapture`

use juesuan_paper::Paper;
use juesuan_understand::{Severity, review};

/// Prints what a review finds in each paper.
#[test]
#[ignore = "reads papers that are not part of the repository"]
fn findings_of_papers() {
    let folder = std::env::var("JUESUAN_PAPERS").expect("JUESUAN_PAPERS names a folder of papers");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder can be read")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.extension()
                .is_some_and(|kind| kind == "json" || kind == "txt")
        })
        .collect();
    files.sort();
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a paper");
        let paper: Paper = match file.extension() {
            Some(kind) if kind == "txt" => juesuan_paper::plain::read(&text),
            _ => serde_json::from_str(&text).expect("a paper"),
        };
        let begun = std::time::Instant::now();
        let review = review(&paper);
        println!("== {} {:?}", file.display(), begun.elapsed());
        println!("   {:?}", review.about);
        for severity in [Severity::Error, Severity::Warning, Severity::Notice] {
            let of = review.findings.iter().filter(|f| f.severity == severity);
            println!("   {severity:?}: {}", of.clone().count());
            for finding in of {
                let place = finding.spot.place(&paper);
                println!(
                    "     p{} b{} {:?} | {} | +{}",
                    place.page.unwrap_or(0),
                    finding.spot.block,
                    finding.matter,
                    finding.spot.quote(&paper),
                    finding.also.len()
                );
            }
        }
    }
}
