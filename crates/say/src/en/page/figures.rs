use super::Words;
use crate::en::wrong;
use crate::page::Figures;
use juesuan_figure::measure::{Direction, Growth, Measure, Status};
use juesuan_figure::{FigureError, Number, Problem, grouped};

fn shown(number: Number) -> String {
    grouped(number.decimal())
}

/// `7.7 万元 more than last year, up 0.5%`.
fn change(growth: &Growth, than: &str) -> String {
    let (more, up) = match growth.direction() {
        Direction::Increase => ("more", "up"),
        Direction::Decrease => ("less", "down"),
        Direction::Unchanged => return format!("the same as {than}"),
    };
    let amount = grouped(growth.change.abs());
    let change = format!("{amount} 万元 {more} than {than}");
    match growth.rate_shown() {
        Some(("", rate)) => format!("{change}, {up} {rate}"),
        Some((_, rate)) => format!("{change}, {up} by less than {rate}"),
        None => change,
    }
}

impl Figures for Words {
    texts! {
        neither_budgeted_nor_spent = "nothing was budgeted and nothing was spent";
        no_share_of_nothing = "the whole is 0, so there is no share";
        not_scored = "cannot be scored in proportion";
        list_waits = "The result appears as you paste or type";
        total = "Total";
        total_read = "Total of the lines read";
        sum_too_large = "The sum is too large: check the digits.";
        shares_wait = "Shares are computed once all lines are right and filled in.";
        no_shares_of_zero = "The sum is 0, so there are no shares.";
        name_and_amount = "name and amount";
        year_and_amount = "year and amount";
        two_years_at_least = "Type at least two years to compare.";
        years_put_in_order = "The years were put in order.";
        growth_waits = "Growth is computed once all lines are right.";
        growth_too_large = "The growth is too large to be computed exactly: check the digits.";
        three_vehicles = "Vehicles bought and run";
        three_too_large = "The figures are too large to be computed exactly: check the digits.";
        of_which = "Of these: ";
        semicolon = "; ";
        full_stop = ". ";
    }

    fn structure_head(&self) -> [&'static str; 4] {
        ["Item", "Amount (10,000 yuan)", "Share", "Share (adjusted)"]
    }

    fn years_head(&self) -> [&'static str; 4] {
        [
            "Year",
            "Amount (10,000 yuan)",
            "Change (10,000 yuan)",
            "Growth",
        ]
    }

    fn three_items(&self) -> [&'static str; 4] {
        [
            "Travel abroad",
            "Vehicles bought",
            "Vehicles run and maintained",
            "Receptions",
        ]
    }

    fn three_columns(&self) -> [&'static str; 3] {
        ["Original budget", "Actual", "Last year’s actual"]
    }

    fn three_others(&self) -> [&'static str; 4] {
        ["Item", "Completion", "Change", "Growth"]
    }

    fn not_a_number(&self, name: &str, error: &FigureError) -> String {
        format!(
            "{name}: {}: fill in a number, such as 1,552.63.",
            wrong(error)
        )
    }

    fn completed(&self, rate: &str) -> String {
        format!("{rate} of the original budget")
    }

    fn spent_unbudgeted(&self, amount: Number) -> String {
        format!("nothing was budgeted, {} 万元 were spent", shown(amount))
    }

    fn share_of(&self, amount: Number, share: &str) -> String {
        format!("{} 万元, a share of {share}", shown(amount))
    }

    fn change(&self, growth: &Growth) -> String {
        change(growth, "last year")
    }

    fn changed_from(&self, growth: &Growth, year: Option<u32>) -> String {
        match year {
            Some(year) => change(growth, &format!("in {year}")),
            None => change(growth, "last year"),
        }
    }

    fn check_again(&self, why: &str) -> String {
        format!("No sentence, since {why}: check it.")
    }

    fn check_digits(&self, wrong: &str) -> String {
        format!("{wrong}: check the digits.")
    }

    fn points_shown(&self, points: &str) -> String {
        format!("{points} points")
    }

    fn scored(&self, points: &str) -> String {
        format!("scored {points} points")
    }

    fn amount_unreadable(&self, error: &FigureError, example: &str) -> String {
        let mend = match error.problem {
            Problem::TooLarge => "check the digits",
            Problem::TooPrecise => "write as many decimals as are needed",
            Problem::Unit(_) => "fill in an amount (元, 万元 or 亿元)",
            Problem::Unfinished => "fill in an amount, 0 where there was nothing",
            _ => {
                return format!("{}: fill in an amount, such as {example}.", wrong(error));
            }
        };
        format!("{}: {mend}.", wrong(error))
    }

    fn of_line(&self, line: usize, why: &str) -> String {
        format!("Line {line}: {why}")
    }

    fn heading_passed_over(&self, line: usize) -> String {
        format!("Line {line} is a heading and was passed over.")
    }

    fn heading_unit(&self, line: usize, unit: &str) -> String {
        format!(
            "Line {line} names the unit “{unit}”, but amounts without a unit are read as 万元: write the unit behind each amount, or convert them to 万元, and delete this line."
        )
    }

    fn too_many_columns(&self, line: usize, columns: usize, wanted: &str) -> String {
        format!("Line {line} has {columns} columns: keep only {wanted}.")
    }

    fn too_many_lines(&self, lines: usize, most: usize) -> String {
        format!(
            "There are {lines} lines, at most {most} are computed: delete those that are not needed."
        )
    }

    fn subtotal_line(&self, line: usize, name: &str) -> String {
        format!("Line {line}, “{name}”, is a subtotal of others and would count twice: delete it.")
    }

    fn part_name(&self, number: usize) -> String {
        format!("No. {number}")
    }

    fn without_amount(&self, line: usize, name: &str) -> String {
        format!("Line {line}, “{name}”, has no amount yet; type 0 where there was nothing.")
    }

    fn needs_a_blank(&self, line: usize, error: &FigureError) -> String {
        format!(
            "Line {line}: {}: leave a blank between name and amount.",
            wrong(error)
        )
    }

    fn total_agrees(&self, line: usize) -> String {
        format!("The total in line {line} agrees with the sum.")
    }

    fn total_differs(&self, line: usize, total: &str, sum: &str, apart: &str) -> String {
        format!(
            "The total {total} in line {line} is not the sum {sum}, they differ by {apart} 万元: check the items and the total."
        )
    }

    fn part_below_zero(&self, name: &str, amount: Number) -> String {
        format!(
            "“{name}” is {}, below 0: with an item below 0 shares mean nothing and are not computed.",
            shown(amount)
        )
    }

    fn rounded_sum(&self, sum: &str) -> String {
        format!("Rounded, the shares add up to {sum}")
    }

    fn adjusted(&self, moves: &str) -> String {
        format!("Adjusted by largest remainder, they add up to 100%: {moves}.")
    }

    fn moved(&self, name: &str, from: &str, to: &str) -> String {
        format!("{name} from {from} to {to}")
    }

    fn moved_from(&self, from: &str) -> String {
        format!("adjusted from {from}")
    }

    fn moves(&self, moves: &[String]) -> String {
        moves.join(", ")
    }

    fn adjusted_sentence(&self, text: &str, moves: &str) -> String {
        format!("{text} (shares adjusted by largest remainder: {moves}).")
    }

    fn part_share(&self, name: &str, amount: Number, share: &str) -> String {
        format!("{name} {} 万元, {share}", shown(amount))
    }

    fn year_twice(&self, line: usize, year: u32, before: usize) -> String {
        format!(
            "Line {line} is {year} again, which line {before} is already: delete one of them, or correct the year."
        )
    }

    fn year_without_amount(&self, line: usize, year: u32) -> String {
        format!("Line {line}: there is no amount for {year} yet.")
    }

    fn not_a_year(&self, line: usize, begins: &str) -> String {
        format!(
            "Line {line} begins with “{begins}”, which is no year: write “2018 1,200.5”, one year a line."
        )
    }

    fn gap(&self, before: u32, now: u32) -> String {
        let (gap, is) = match now - before {
            2 => (format!("{}", before + 1), "is"),
            3 => (format!("{} and {}", before + 1, before + 2), "are"),
            _ => (format!("{} to {}", before + 1, now - 1), "are"),
        };
        format!("{gap} {is} missing; {now} is compared with {before}.")
    }

    fn no_growth(&self, before: u32, amount: Number, now: u32) -> String {
        format!(
            "{before} is {}, so {now} has a change and no growth rate.",
            shown(amount)
        )
    }

    fn year_below_zero(&self, year: u32, amount: Number) -> String {
        format!("{year} is {}, below zero", shown(amount))
    }

    fn no_sentence(&self, why: &str) -> String {
        format!("No sentence, since {why}: check it.")
    }

    fn year_sentence(&self, year: u32, amount: Number, changed: &str) -> String {
        format!("{year}: {} 万元, {changed}", shown(amount))
    }

    fn in_year(&self, year: u32) -> String {
        year.to_string()
    }

    fn years_between(&self, first: u32, last: u32) -> String {
        format!("{first}–{last}")
    }

    fn place_of(&self, item: &str, column: &str) -> String {
        format!("{item}, {column}")
    }

    fn three_below_zero(&self, place: &str, amount: Number) -> String {
        format!(
            "{place}: {} is below 0: check it; type 0 where nothing was spent.",
            shown(amount)
        )
    }

    fn three_unreadable(&self, place: &str, why: &str) -> String {
        format!("{place}: {why}")
    }

    fn three_clause(
        &self,
        name: &str,
        actual: Number,
        budget: Option<(Number, &Measure)>,
        last: Option<(Number, &Growth)>,
    ) -> String {
        let mut text = if actual.is_zero() {
            format!("{name}: nothing spent")
        } else {
            format!("{name}: {} 万元 spent", shown(actual))
        };
        if let Some((budget, completion)) = budget {
            let budget = shown(budget);
            text.push_str(&match completion.status {
                Status::Value if actual.is_zero() => {
                    format!(", the original budget of {budget} 万元 not used")
                }
                Status::Value => format!(
                    ", {} of the original budget of {budget} 万元",
                    completion.display()
                ),
                Status::NotApplicable | Status::Unbudgeted => ", nothing budgeted".to_owned(),
            });
        }
        if let Some((last, growth)) = last {
            text.push_str(", ");
            text.push_str(&match (last.is_zero(), actual.is_zero()) {
                (true, true) => "nothing last year either".to_owned(),
                (true, false) => "nothing last year".to_owned(),
                (false, _) => self.changed_from(growth, None),
            });
        }
        text
    }

    fn three_unbudgeted(&self, name: &str, spent: Number) -> String {
        format!(
            "{name}: {} 万元 spent, nothing budgeted, so there is no completion: check it, and give the reason.",
            shown(spent)
        )
    }

    fn three_over_budget(&self, name: &str, over: &str) -> String {
        format!("{name}: {over} 万元 above the original budget: check it, and give the reason.")
    }

    fn three_wait(&self, columns: &[String]) -> String {
        format!(
            "The text appears once these columns are filled in: {}. Type 0 where nothing was spent.",
            columns.join(", ")
        )
    }

    fn three_compare(&self, budget: &str, last: &str) -> String {
        format!("Fill in “{budget}” or “{last}” as well to compare.")
    }
}
