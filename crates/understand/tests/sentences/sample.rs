//! A sentence with what must be read of it, and the faults that are planted.

use crate::draw::Draw;
use crate::voice::{BEGIN, Breaks, END, NUMBERS, Voice};
use juesuan_figure::interval::{Interval, Printed, rounded};
use rust_decimal::{Decimal, RoundingStrategy};

/// What is planted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Fault {
    WrongRate,
    Truncated,
    ByThisYear,
    Complement,
    Swapped,
    Copied,
    Ten,
    Hundred,
    TenThousand,
    Direction,
    Sum,
    CompletionAsShare,
    OtherBase,
    ComparisonWord,
    NoPercentSign,
    BesideNoChange,
    AmountTwice,
    WrongChange,
}

impl Fault {
    pub fn named(self) -> &'static str {
        match self {
            Fault::WrongRate => "a rate that nothing gives",
            Fault::Truncated => "cut off instead of rounded",
            Fault::ByThisYear => "growth divided by this year",
            Fault::Complement => "what is left of 100",
            Fault::Swapped => "two rates swapped",
            Fault::Copied => "copied from another item",
            Fault::Ten => "factor 10",
            Fault::Hundred => "factor 100",
            Fault::TenThousand => "元 for 万元",
            Fault::Direction => "direction against the figures",
            Fault::Sum => "parts that do not add up",
            Fault::CompletionAsShare => "share printed as completion",
            Fault::OtherBase => "shares on another base",
            Fault::ComparisonWord => "comparison word against the figures",
            Fault::NoPercentSign => "percent sign missing",
            Fault::BesideNoChange => "a change beside 持平",
            Fault::AmountTwice => "two amounts for one item",
            Fault::WrongChange => "a change that the amounts do not give",
        }
    }
}

/// What must come out of a figure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Want {
    /// It is held against something, and agrees.
    Right,
    /// It is wrong, and said so.
    Wrong,
    /// There may be nothing to hold it against; in any case it is not wrong.
    Free,
}

pub struct Sample {
    pub pattern: &'static str,
    pub fault: Option<Fault>,
    /// As it is handed in.
    pub text: String,
    /// The same, not broken into lines.
    pub whole: String,
    pub wants: Vec<Want>,
    /// The fault may be shown anywhere, not only at a figure that is wanted to be wrong.
    pub anywhere: bool,
    pub voice: Voice,
}

/// A rate with what its figures allow.
#[derive(Clone, Copy)]
pub struct Rate {
    pub exact: Decimal,
    pub range: Interval,
}

impl Rate {
    /// Of printed figures; `None` of a base of 0.
    pub fn of(part: Decimal, whole: Decimal) -> Option<Self> {
        let range = Printed::new(part)
            .interval()
            .percent_of(Printed::new(whole).interval())?;
        Some(Rate {
            exact: part * Decimal::ONE_HUNDRED / whole,
            range,
        })
    }

    /// Of a change against the base that follows from what came out and the change.
    pub fn growth(now: Decimal, change: Decimal, up: bool) -> Option<Self> {
        let (this, by) = (Printed::new(now), Printed::new(change));
        let (last, base) = if up {
            (this.minus(by)?, now - change)
        } else {
            (this.plus(by)?, now + change)
        };
        if base <= Decimal::ZERO {
            return None;
        }
        Some(Rate {
            exact: change * Decimal::ONE_HUNDRED / base,
            range: by.interval().percent_of(last.interval())?,
        })
    }

    pub fn printed(&self, decimals: u32) -> Decimal {
        rounded(self.exact, decimals)
    }

    /// The same where last year's amount may be taken as it is printed.
    pub fn with_last(self, now: Decimal, last: Decimal) -> Option<Self> {
        let (this, before) = (Printed::new(now), Printed::new(last));
        let change = if now > last {
            this.minus(before)?
        } else {
            before.minus(this)?
        };
        let other = change.interval().percent_of(before.interval())?;
        let range = Interval {
            low: self.range.low.min(other.low),
            high: self.range.high.max(other.high),
        };
        Some(Rate { range, ..self })
    }

    fn nearly_allows(&self, printed: Decimal, margin: Decimal) -> bool {
        let range = Interval {
            low: self.range.low - margin,
            high: self.range.high + margin,
        };
        Printed::new(printed).rounded().allows(range)
    }

    /// Whether it might be this one after all.
    pub fn allows(&self, printed: Decimal) -> bool {
        Printed::new(printed).rounded().allows(self.range)
    }
}

/// A sample being written.
pub struct Sheet<'d> {
    pub draw: &'d mut Draw,
    pub voice: Voice,
    pub fault: Option<Fault>,
    pub text: String,
    pub wants: Vec<Want>,
    pub anywhere: bool,
}

impl<'d> Sheet<'d> {
    pub fn new(draw: &'d mut Draw, voice: Voice, fault: Option<Fault>) -> Self {
        Sheet {
            draw,
            voice,
            fault,
            text: String::new(),
            wants: Vec::new(),
            anywhere: false,
        }
    }

    pub fn is(&self, fault: Fault) -> bool {
        self.fault == Some(fault)
    }

    /// An amount of usual size in the unit of the sample, as it will be printed.
    pub fn draw_amount(&mut self) -> Decimal {
        let (low, high) = match self.voice.unit {
            "元" => (30_000, 90_000_000),
            "亿元" => (1, 900),
            _ => (8, 20_000),
        };
        let drawn = self.draw.figure(low, high, self.voice.decimals);
        self.voice.printed(drawn)
    }

    /// A part of it, not too small: the digits of tiny ones tell nothing.
    pub fn part_of(&mut self, whole: Decimal) -> Decimal {
        let share = Decimal::new(self.draw.between(40, 880), 3);
        let part = rounded(whole * share, self.voice.decimals);
        self.voice
            .printed(part.max(Decimal::new(3, self.voice.decimals)))
    }

    /// So many parts that make up a whole.
    pub fn parts(&mut self, count: usize) -> (Decimal, Vec<Decimal>) {
        let parts: Vec<Decimal> = (0..count).map(|_| self.draw_amount()).collect();
        let whole = parts.iter().copied().sum::<Decimal>();
        (self.voice.printed(whole), parts)
    }

    pub fn amount(&self, amount: Decimal) -> String {
        self.voice.amount(amount)
    }

    /// A figure that something must come out of.
    pub fn mark(&mut self, figure: &str, want: Want) -> String {
        let number = char::from_u32(NUMBERS + self.wants.len() as u32).unwrap_or(BEGIN);
        self.wants.push(want);
        let blank = if figure.starts_with(' ') { " " } else { "" };
        format!("{blank}{BEGIN}{number}{}{END}", figure.trim_start())
    }

    pub fn change(&mut self, amount: Decimal, want: Want) -> String {
        let figure = self.voice.amount(amount);
        self.mark(&figure, want)
    }

    /// The rate as it is printed where it is right: now and then what longer amounts gave, before they were rounded.
    pub fn rate(&mut self, rate: Rate) -> String {
        let mut printed = rate.printed(self.voice.rate);
        let near = printed + Decimal::new(self.draw.pick(&[1, -1]), self.voice.rate);
        if self.draw.one_in(4) && near > Decimal::ZERO && rate.allows(near) {
            printed = near;
        }
        let figure = self.voice.percent(printed);
        self.mark(&figure, Want::Right)
    }

    /// The rate with the planted fault in it. `None` where this one cannot show it.
    pub fn spoiled(
        &mut self,
        rate: Rate,
        neighbour: Option<Rate>,
        other: Option<Decimal>,
    ) -> Option<String> {
        let decimals = self.voice.rate;
        let right = rate.printed(decimals);
        let wrong = match self.fault? {
            Fault::WrongRate => {
                let off = Decimal::new(self.draw.between(1, 90), 1)
                    * Decimal::new(self.draw.pick(&[1, -1]), 0);
                rounded(right + off, decimals)
            }
            Fault::Truncated => {
                let mut cut = rate
                    .exact
                    .round_dp_with_strategy(decimals, RoundingStrategy::ToZero);
                cut.rescale(decimals);
                cut
            }
            Fault::Complement => Decimal::ONE_HUNDRED - right,
            Fault::Swapped | Fault::Copied => neighbour?.printed(decimals),
            Fault::Ten => rounded(rate.exact * Decimal::TEN, decimals),
            Fault::Hundred => rounded(rate.exact / Decimal::ONE_HUNDRED, decimals.max(2)),
            Fault::ByThisYear | Fault::OtherBase | Fault::CompletionAsShare => {
                rounded(other?, decimals)
            }
            Fault::NoPercentSign => {
                let figure = self.voice.bare(right);
                return Some(self.mark(&figure, Want::Wrong));
            }
            _ => return None,
        };
        // Not at the very edge of what the digits allow.
        let margin = Decimal::new(1, decimals + 1);
        if rate.nearly_allows(wrong, margin) || wrong <= Decimal::ZERO {
            return None;
        }
        let figure = self.voice.percent(wrong);
        Some(self.mark(&figure, Want::Wrong))
    }

    /// Another amount like it: two digits changed places, or one is another.
    pub fn misprint(&mut self, amount: Decimal) -> Decimal {
        let text = amount.to_string();
        let mut digits: Vec<char> = text.chars().collect();
        for _ in 0..20 {
            let at = self.draw.below(digits.len());
            if digits[at].is_ascii_digit() && (at > 0 || digits.len() < 2) {
                let new = char::from(b'0' + self.draw.below(10) as u8);
                if new != digits[at] && !(new == '0' && at + 1 == digits.len()) {
                    digits[at] = new;
                    break;
                }
            }
        }
        digits
            .into_iter()
            .collect::<String>()
            .parse()
            .unwrap_or(amount)
    }

    /// Writes a template, `{name}` replaced.
    pub fn say(&mut self, template: &str, with: &[(&str, &str)]) {
        let mut text = template.to_owned();
        let (year, last) = (
            self.voice.year.to_string(),
            (self.voice.year - 1).to_string(),
        );
        let accounts = if self.voice.budget {
            "预算"
        } else {
            "决算"
        };
        let own = [("y", year.as_str()), ("y0", last.as_str()), ("a", accounts)];
        for (name, value) in with.iter().chain(&own) {
            text = text.replace(&format!("{{{name}}}"), value);
        }
        assert!(!text.contains('{'), "{text}");
        self.text.push_str(&text);
    }

    pub fn line(&mut self) {
        self.text.push('\n');
    }

    pub fn done(self, pattern: &'static str) -> Option<Sample> {
        let text = self.voice.finished(&self.text, self.draw);
        let unbroken = Voice {
            breaks: Breaks::None,
            ..self.voice.clone()
        };
        let whole = unbroken.finished(&self.text, self.draw);
        let planted = self.anywhere || self.wants.contains(&Want::Wrong);
        (self.fault.is_some() == planted).then_some(Sample {
            pattern,
            fault: self.fault,
            text,
            whole,
            wants: self.wants,
            anywhere: self.anywhere,
            voice: self.voice,
        })
    }
}
