//! Published disclosures: a paper goes in, what is wrong with it comes out.

use super::argument::{Given, Options, paper, read};
use super::work::Work;
use super::{answer, today};
use juesuan_domain::Workbook;
use juesuan_domain::evaluation::rule_set;
use juesuan_exchange::wire::AccountsAssessment;
use juesuan_exchange::{recognise, review_out};
use juesuan_intake::{Answer, import};
use juesuan_paper::bounds::{MOST_BLOCKS, MOST_OF_BLOCK, MOST_SQUARES, MOST_TEXT, TooMuch};
use juesuan_paper::{Paper, plain};
use juesuan_say::Language;
use juesuan_understand::review_by;
use time::Date;
use wasm_bindgen::prelude::*;

/// Papers, as scripts see them: plain objects, so their types are written by hand.
#[wasm_bindgen(typescript_custom_section)]
const PAPER: &str = include_str!("../../paper/src/script.d.ts");

#[wasm_bindgen(typescript_custom_section)]
const OPTIONS: &str = r#"
/** What a disclosure is checked with. */
export interface CheckOptions {
    /** Last year's disclosure, or the workbook it was written from. */
    lastYear?: Paper | Workbook;
    /** The id of the rules by which self-evaluation forms are scored. */
    ruleSet?: string;
}
"#;

/// Holds every figure of a published disclosure against the others. A string is read as plain text.
/// What is wrong with it comes back as findings, never as an exception.
#[wasm_bindgen(js_name = checkDisclosure, unchecked_return_type = "Review")]
pub fn check_disclosure(
    #[wasm_bindgen(js_name = paper, unchecked_param_type = "Paper | string")] given: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CheckOptions")] options: &JsValue,
) -> Result<JsValue, JsError> {
    let _work = Work::begin()?;
    let given = paper("paper", given)?;
    let (options, today) = (Options::of(options)?, today());
    answer(|| {
        let paper = taken("paper", given)?;
        let rules = match &options.rule_set {
            None => None,
            Some(id) => Some(
                rule_set(id)
                    .ok_or_else(|| format!("参数 options.ruleSet：没有代号为“{id}”的评分规则。"))?,
            ),
        };
        let last_year = options.last_year.map(|(json, is_paper)| {
            let name = "options.lastYear";
            if is_paper {
                taken(name, Given::Paper(json))
            } else {
                read(name, &json).map(|workbook| published(workbook, today))
            }
        });
        let last_year = last_year.transpose()?;
        let rules = rules.map(|rules| &**rules);
        let review = review_by(&paper, last_year.as_ref(), rules);
        Ok(review_out::Review::of(&review, &paper, Language::Chinese))
    })
}

/// What comes of an import: the types are written by hand, as those of papers are.
#[wasm_bindgen(typescript_custom_section)]
const IMPORT: &str = r#"
/** A published disclosure as a workbook. */
export interface ImportedDisclosure {
    workbook: Workbook;
    /** What stands in the workbook, in the order in which it was taken. */
    taken: Taken[];
    /** What of the disclosure does not, in the order of the document. */
    left: Left[];
}

/** Something of a disclosure that stands in the workbook. */
export interface Taken {
    /** Its place in the workbook, as a path: `"accounts.01.left-total.amount"`, `"accounts.facts.held"`, `"accounts.08.none"`. */
    to: string;
    from: Place;
    /** As printed. */
    text: string;
    /** `followed` where it follows, exactly, from what is printed: last year's amount from this year's and the change. */
    how: "printed" | "followed";
}

/** Something of a disclosure that has no place in the workbook, or none that is certain. */
export interface Left {
    from: Place;
    /** As printed, shortened. */
    text: string;
    why: "budget" | "unknownTable" | "secondTable" | "unknownUnit" | "unknownRow" | "noCode" | "unknownColumn" | "unsure" | "noHeads"
        | "severalRows" | "unreadable" | "tooMany" | "contradicts" | "derived" | "noPlace" | "untied";
    /** The same as a sentence. */
    message: string;
}
"#;

/// Makes a workbook of a published disclosure: its tables, and of its text the counts, reasons, budgets and last
/// year's amounts. A string is read as plain text. What has no certain place in a workbook comes back as `left`.
#[wasm_bindgen(js_name = importDisclosure, unchecked_return_type = "ImportedDisclosure")]
pub fn import_disclosure(
    #[wasm_bindgen(js_name = paper, unchecked_param_type = "Paper | string")] given: &JsValue,
) -> Result<JsValue, JsError> {
    let _work = Work::begin()?;
    let given = paper("paper", given)?;
    answer(|| {
        let paper = taken("paper", given)?;
        Ok(Answer::of(import(&paper), &paper, Language::Chinese))
    })
}

/// The text of a workbook, as it is published.
fn published(mut workbook: Workbook, today: Option<Date>) -> Paper {
    recognise(&mut workbook, today);
    let assessment = juesuan_domain::assess::assess(&workbook, today);
    let accounts = AccountsAssessment::of(&workbook, &assessment.accounts);
    plain::read(&accounts.text)
}

/// The paper that was handed over, as one of our own.
fn taken(name: &str, given: Given) -> Result<Paper, String> {
    let paper = match given {
        Given::Text(text) => plain::read(&text),
        Given::Paper(json) => read::<Paper>(name, &json)?,
    };
    let too_much = match paper.within_bounds() {
        Ok(()) => return Ok(paper.numbered()),
        Err(TooMuch::Blocks) => format!("太大：最多 {MOST_BLOCKS} 段"),
        Err(TooMuch::Text) => format!("太长：最多 {MOST_TEXT} 字"),
        Err(TooMuch::Block) => format!("有一段太长：一段最多 {MOST_OF_BLOCK} 字"),
        Err(TooMuch::Squares) => format!("太大：表格最多 {MOST_SQUARES} 格"),
    };
    Err(format!("参数 {name}：{too_much}。"))
}
