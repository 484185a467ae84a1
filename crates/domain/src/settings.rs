//! What a unit sets beside its rule set, as typed: how much is printed, and what must be explained.

use juesuan_figure::typed::{Typed, null_is_default};
use juesuan_figure::{FigureError, Number};
use serde::{Deserialize, Serialize};

/// Declares the settings once: field, name in paths, label for people.
macro_rules! settings {
    ($($(#[$doc:meta])* $variant:ident = $field:ident, $text:literal, $label:literal;)*) => {
        /// The settings of a workbook, as typed. A blank one is as the rule set has it.
        #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase", default)]
        #[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
        pub struct Settings {
            $($(#[$doc])*
            #[serde(deserialize_with = "null_is_default", skip_serializing_if = "Typed::is_unset")]
            pub $field: Typed,)*
        }

        /// One of the [`Settings`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Setting { $($(#[$doc])* $variant,)* }

        impl Setting {
            /// Every setting, in the order of the page.
            pub const ALL: &'static [Setting] = &[$(Setting::$variant,)*];

            /// Its name in files.
            pub fn as_str(self) -> &'static str {
                match self { $(Setting::$variant => $text,)* }
            }

            /// What the page calls it.
            pub fn label(self) -> &'static str {
                match self { $(Setting::$variant => $label,)* }
            }

            pub(crate) fn named(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|setting| setting.as_str() == text)
            }
        }

        impl Settings {
            /// What is typed for one of them.
            pub fn text(&self, setting: Setting) -> &Typed {
                match setting { $(Setting::$variant => &self.$field,)* }
            }

            pub(crate) fn set(&mut self, setting: Setting, text: &str) {
                match setting { $(Setting::$variant => self.$field = text.into(),)* }
            }

            /// Every setting is as the rule set has it.
            pub fn is_default(&self) -> bool {
                $(self.$field.is_blank())&&*
            }
        }
    };
}

settings! {
    /// Decimals of a rate on the form: `0` to `4`.
    PercentPlaces = percent_places, "percentPlaces", "百分比小数位";
    /// Decimals a score is rounded to: `0` to `4`.
    ScorePlaces = score_places, "scorePlaces", "得分小数位";
    /// What 0 ÷ 0 prints: `dash` or `zero`.
    ZeroByZero = zero_by_zero, "zeroByZero", "0 ÷ 0 的执行率";
    /// Whether satisfaction is asked for: `required` or `leftOut`.
    Satisfaction = satisfaction, "satisfaction", "满意度指标";
    /// Whether a missed target must be explained: `yes` or `no`.
    ExplainMissed = explain_missed, "explainMissed", "未完成目标的原因";
    /// Percent of the target from which on over-fulfilment must be explained, or `no`.
    FarAbove = far_above, "farAbove", "超额完成须说明，达到目标的";
    /// Execution rate, percent, below which the cause must be explained, or `no`.
    ExplainExecutionBelow = explain_execution_below, "explainExecutionBelow", "执行率须说明，低于";
    /// Last day for handing in, or `no`.
    Deadline = deadline, "deadline", "填报截止日期";
}

impl Settings {
    /// Nothing is typed, not even a blank: such settings are left out of files.
    pub fn is_unset(&self) -> bool {
        *self == Settings::default()
    }
}

/// A setting that cannot be read, and why. Texts are the beginning of what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingProblem {
    /// Which setting was typed.
    pub setting: Setting,
    /// What is wrong with it.
    pub fault: SettingFault,
}

/// Why a setting cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingFault {
    /// No whole number from 0 to `most`.
    Places {
        /// What was typed.
        text: String,
        /// The most decimals there may be.
        most: u32,
    },
    /// None of the words there are.
    Word(String),
    /// No percentage at all.
    NoPercentage(FigureError),
    /// A percentage that is not above `above`, or is more than `most`.
    Bounds {
        /// What was typed.
        text: String,
        /// The bound it must be above, percent.
        above: Number,
        /// The most it may be, percent; `None` where there is no upper bound.
        most: Option<Number>,
    },
    /// What was typed is no date.
    Date(String),
}
