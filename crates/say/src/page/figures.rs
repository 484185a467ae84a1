use juesuan_figure::measure::{Growth, Measure};
use juesuan_figure::{FigureError, Number};

/// What the quick figures say: results as ready sentences, and what is in their way. Lines of a list are
/// counted from 1.
pub trait Figures {
    texts! {
        /// Of a completion: there was no budget, and nothing was spent.
        neither_budgeted_nor_spent;
        no_share_of_nothing;
        not_scored;
        /// Of an empty list.
        list_waits;
        total;
        /// The total of what can be read, while other lines cannot.
        total_read;
        sum_too_large;
        shares_wait;
        no_shares_of_zero;
        /// The two columns of a list.
        name_and_amount;
        year_and_amount;
        two_years_at_least;
        years_put_in_order;
        growth_waits;
        growth_too_large;
        three_vehicles;
        three_too_large;
        /// Between a sum and what it is made of.
        of_which;
        semicolon;
        full_stop;
    }

    /// Part, amount, share, and the share once it is adjusted.
    fn structure_head(&self) -> [&'static str; 4];

    /// Year, amount, change, growth.
    fn years_head(&self) -> [&'static str; 4];

    /// The three public expenses, of which vehicles are bought and run.
    fn three_items(&self) -> [&'static str; 4];

    /// Budget, actual, last year's actual.
    fn three_columns(&self) -> [&'static str; 3];

    /// The item, and behind the three columns: completion, change, growth.
    fn three_others(&self) -> [&'static str; 4];

    fn not_a_number(&self, name: &str, error: &FigureError) -> String;

    fn completed(&self, rate: &str) -> String;

    fn spent_unbudgeted(&self, amount: Number) -> String;

    fn share_of(&self, amount: Number, share: &str) -> String;

    /// `增加7.7万元，增长0.5%`.
    fn change(&self, growth: &Growth) -> String;

    /// `比上年增加7.7万元，增长0.5%`, or against another year.
    fn changed_from(&self, growth: &Growth, year: Option<u32>) -> String;

    fn check_again(&self, why: &str) -> String;

    fn check_digits(&self, wrong: &str) -> String;

    fn points_shown(&self, points: &str) -> String;

    fn scored(&self, points: &str) -> String;

    /// Why an amount cannot be read and what mends it, without the place.
    fn amount_unreadable(&self, error: &FigureError, example: &str) -> String;

    /// What there is to say of a line.
    fn of_line(&self, line: usize, why: &str) -> String;

    fn heading_passed_over(&self, line: usize) -> String;

    /// A heading names a unit that amounts without one are not read in.
    fn heading_unit(&self, line: usize, unit: &str) -> String;

    fn too_many_columns(&self, line: usize, columns: usize, wanted: &str) -> String;

    fn too_many_lines(&self, lines: usize, most: usize) -> String;

    fn subtotal_line(&self, line: usize, name: &str) -> String;

    /// What a part without a name is called.
    fn part_name(&self, number: usize) -> String;

    fn without_amount(&self, line: usize, name: &str) -> String;

    fn needs_a_blank(&self, line: usize, error: &FigureError) -> String;

    fn total_agrees(&self, line: usize) -> String;

    fn total_differs(&self, line: usize, total: &str, sum: &str, apart: &str) -> String;

    fn part_below_zero(&self, name: &str, amount: Number) -> String;

    fn rounded_sum(&self, sum: &str) -> String;

    fn adjusted(&self, moves: &str) -> String;

    fn moved(&self, name: &str, from: &str, to: &str) -> String;

    fn moved_from(&self, from: &str) -> String;

    fn moves(&self, moves: &[String]) -> String;

    /// The sentence of adjusted shares.
    fn adjusted_sentence(&self, text: &str, moves: &str) -> String;

    fn part_share(&self, name: &str, amount: Number, share: &str) -> String;

    fn year_twice(&self, line: usize, year: u32, before: usize) -> String;

    fn year_without_amount(&self, line: usize, year: u32) -> String;

    fn not_a_year(&self, line: usize, begins: &str) -> String;

    /// The years between two, which are missing.
    fn gap(&self, before: u32, now: u32) -> String;

    fn no_growth(&self, before: u32, amount: Number, now: u32) -> String;

    fn year_below_zero(&self, year: u32, amount: Number) -> String;

    fn no_sentence(&self, why: &str) -> String;

    /// `2020年1,552.63万元，` and what it was against the year before.
    fn year_sentence(&self, year: u32, amount: Number, changed: &str) -> String;

    fn in_year(&self, year: u32) -> String;

    fn years_between(&self, first: u32, last: u32) -> String;

    fn place_of(&self, item: &str, column: &str) -> String;

    fn three_below_zero(&self, place: &str, amount: Number) -> String;

    fn three_unreadable(&self, place: &str, why: &str) -> String;

    /// One of the three public expenses, or their sum: what was spent, of which budget, and against last
    /// year, as far as this was typed.
    fn three_clause(
        &self,
        name: &str,
        actual: Number,
        budget: Option<(Number, &Measure)>,
        last: Option<(Number, &Growth)>,
    ) -> String;

    fn three_unbudgeted(&self, name: &str, spent: Number) -> String;

    fn three_over_budget(&self, name: &str, over: &str) -> String;

    /// Columns that are begun and not filled in.
    fn three_wait(&self, columns: &[String]) -> String;

    fn three_compare(&self, budget: &str, last: &str) -> String;
}
