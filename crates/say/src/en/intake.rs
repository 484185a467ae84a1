//! Why something of a published disclosure did not go into the workbook.

use juesuan_understand::WhyLeft;

pub(crate) fn why_left(why: &WhyLeft) -> String {
    match why {
        WhyLeft::Budget => {
            "This is a budget, not final accounts: bring in the disclosure of the final accounts."
        }
        WhyLeft::UnknownTable => {
            "Which of the nine tables this is cannot be told: check its title, or paste it into its table."
        }
        WhyLeft::SecondTable => {
            "A table of this number was taken before: check which of the two is meant."
        }
        WhyLeft::UnknownUnit => {
            "The unit of the amounts cannot be told: have the table say 单位：万元 or 单位：元."
        }
        WhyLeft::UnknownRow => {
            "The layout has no such row: check the year and the layout that is chosen."
        }
        WhyLeft::NoCode => {
            "It has no code, and its name is not that of one subject alone: add the code."
        }
        WhyLeft::UnknownColumn => "The layout has no such column: check the heads.",
        WhyLeft::Unsure => {
            "Which column the numbers of this row belong to cannot be told: type them in."
        }
        WhyLeft::NoHeads => {
            "No head was recognised, and the number of columns differs: check the heads."
        }
        WhyLeft::SeveralRows => {
            "There are several rows of numbers, and which is the unit's own cannot be told: type them in."
        }
        WhyLeft::Unreadable => "It cannot be read as an amount: type it in.",
        WhyLeft::TooMany => "There are more rows than a table may have.",
        WhyLeft::Contradicts => {
            "It disagrees with an amount elsewhere in the document, and was not used: check which is right."
        }
        WhyLeft::Derived => "It follows from other figures and is not kept.",
        WhyLeft::NoPlace => "The workbook has no place for it.",
        WhyLeft::Untied => "What it speaks of cannot be told: check it and type it in.",
    }
    .to_owned()
}
