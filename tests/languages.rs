//! Findings in another language: the same matters, and official names as they are.

use juesuan::evaluation::{Form, evaluate};
use juesuan::finding::Code;
use juesuan::say::{InWords as _, Language};
use serde_json::{Value, json};

#[test]
fn findings_in_english() {
    let row = json!({ "name": "甲", "weight": "80", "target": "100个", "actual": "90个", "claimed": "80" });
    for (change, code, message, remedy) in [
        (
            json!({}),
            Code::ScoreDiffers,
            "The score 80 is not what the rules give: 80 × 90 ÷ 100 = 72; change it to 72, or give the grounds.",
            Some("Change to 72"),
        ),
        (
            json!({ "execution": { "budget": "1,55", "actual": "1" } }),
            Code::FigureUnreadable,
            "预算数: “1,55” has a separator at character 2 that does not part three digits: fill in a number, such as 1,552.63.",
            Some("fill in a number, such as 1,552.63"),
        ),
        (
            json!({ "filledOn": "某日" }),
            Code::DateUnreadable,
            "The date “某日” cannot be read: write year, month and day, such as 2021-05-20.",
            Some("Write year, month and day"),
        ),
        (
            json!({ "execution": { "budget": "0", "actual": "0" } }),
            Code::ExecutionNotApplicable,
            "Budget and spending are both 0, so there is no execution rate: the claimed score counts.",
            None,
        ),
    ] {
        let mut form = json!({
            "execution": { "budget": "1", "actual": "1" },
            "goals": [{ "indicators": [row] }]
        });
        let (form, change): (&mut _, &Value) = (form.as_object_mut().unwrap(), &change);
        form.extend(change.as_object().unwrap().clone());
        let form: Form = serde_json::from_value(Value::Object(form.clone())).unwrap();
        let findings = evaluate(&form, None, None).findings;
        let finding = findings.iter().find(|f| f.code == code).unwrap();
        let told = Language::English.told(&finding.matter);
        assert_eq!((&*told.message, told.remedy.as_deref()), (message, remedy));
        assert_ne!(finding.message(), message);
    }
}
