//! Self-evaluation forms of a disclosure go into the workbook as they were read.

use super::imported::Imported;
use juesuan_domain::limits::MOST_FORMS_OF_WORKBOOK;
use juesuan_paper::Paper;
use juesuan_understand::{FoundForm, How, Left, Review, Taken, WhyLeft};
use std::rc::Rc;

/// Puts the forms that a review found in place of the blank one, which held the name of the unit. Where the first
/// of them is of another unit, as of one below a department, the blank one stays before them.
pub(crate) fn take(paper: &Paper, review: &Review, imported: &mut Imported) {
    let Some(first) = review.forms.first() else {
        return;
    };
    let unit = imported.workbook.unit().to_owned();
    let of_another = !first.form.unit.is_blank() && first.form.unit.trim() != unit;
    let keeps_blank = of_another && !unit.is_empty();
    if !keeps_blank {
        imported.workbook.forms.clear();
    }
    for found in &review.forms {
        let at = imported.workbook.forms.len();
        if at >= MOST_FORMS_OF_WORKBOOK {
            imported.left.push(Left {
                from: found.spot.clone(),
                text: found.title.clone(),
                why: WhyLeft::TooMany,
            });
            continue;
        }
        let mut form = found.form.clone();
        if form.unit.is_blank() {
            form.unit = unit.as_str().into();
        }
        form.rule_set = rules(found, &imported.workbook.rule_set);
        imported.workbook.forms.push(Rc::new(form));
        let taken = found.places.iter().map(|placed| Taken {
            to: format!("forms[{at}].{}", placed.path),
            from: placed.spot.clone(),
            text: placed.spot.whole(paper).trim().to_owned(),
            how: How::Printed,
        });
        imported.taken.extend(taken);
        if found.left > 0 {
            imported.left.push(Left {
                from: found.spot.clone(),
                text: found.title.clone(),
                why: WhyLeft::Unsure,
            });
        }
    }
}

/// The rules that its layout or its words say; nothing where they are the workbook's, or not known.
fn rules(found: &FoundForm, of_workbook: &str) -> String {
    if found.rules == of_workbook {
        String::new()
    } else {
        found.rules.clone()
    }
}
