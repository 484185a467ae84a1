//! A workbook goes in, the paper that is published comes out.

use super::argument::{object, parts, read};
use super::work::Work;
use super::{answer, today};
use juesuan_domain::Workbook;
use juesuan_exchange::recognise;
use juesuan_publication::{Part, Parts, publish as published};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const OPTIONS: &str = r#"
/** What of a publication is asked for. */
export interface PublishOptions {
    /**
     * Left out, or empty, it is the whole. Else any of these: `cover`, `contents`, `profile`, `tables`, `text`, `work`, `glossary`,
     * `forms` (or 封面, 目录, 概况, 决算表, 情况说明, 重点工作, 名词解释, 绩效自评表); a table by its number in `accounts.tables`, as
     * `05`; a form by its place, as `forms[0]`. They come in the order of the publication.
     */
    parts?: string[];
}
"#;

/// The publication of a workbook as a paper, to be written as a Word or Excel file. What is missing stands in it
/// as 【待填】.
#[wasm_bindgen(unchecked_return_type = "Paper")]
pub fn publish(
    #[wasm_bindgen(unchecked_param_type = "Workbook")] workbook: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "PublishOptions")] options: &JsValue,
) -> Result<JsValue, JsError> {
    let _work = Work::begin()?;
    let json = object("workbook", workbook)?;
    let (names, today) = (parts(options)?, today());
    answer(|| {
        let mut wanted = Vec::new();
        for (at, name) in names.iter().enumerate() {
            wanted.push(name.parse::<Part>().map_err(|_| {
                format!("参数 options.parts[{at}]：“{name}”不是任何一部分的名称。")
            })?);
        }
        let mut workbook: Workbook = read("workbook", &json)?;
        for (at, part) in wanted.iter().enumerate() {
            if let Part::Form(form) = part
                && *form >= workbook.forms.len()
            {
                let name = &names[at];
                return Err(format!(
                    "参数 options.parts[{at}]：“{name}”在工作簿里没有。"
                ));
            }
        }
        recognise(&mut workbook, today);
        Ok(published(&workbook, today, &Parts::of(wanted)))
    })
}
