//! Counts and amounts that stand in no table: people, vehicles, receptions, procurement.

use super::names::plain;
use super::{Telling, fact};
use juesuan_domain::accounts::{
    Fact, PROCUREMENT as PROCUREMENT_KINDS, STAFF as STAFF_KINDS, VEHICLES,
};
use juesuan_understand::{FigureRole, How, TextFigure, WhyLeft};
use rust_decimal::Decimal;

/// What is counted.
const PEOPLE: &[&str] = &["人", "名", "人次"];
const CARS: &[&str] = &["辆", "台"];
const SETS: &[&str] = &["台(套)", "台", "套"];
const TIMES: &[&str] = &["批次", "批", "次", "个"];
/// Amounts of money.
const MONEY: &[&str] = &[];

/// A fact, and what must stand where for a figure to be it.
struct Pattern {
    fact: Fact,
    /// A word of the headings above.
    path: &'static [&'static str],
    /// One of these in its clause, before it.
    one_of: &'static [&'static str],
    /// All of these in its sentence.
    all_of: &'static [&'static str],
    /// None of these in its clause, before it.
    none_of: &'static [&'static str],
    counted: &'static [&'static str],
}

const THREE: &[&str] = &["三公"];
const ASSETS: &[&str] = &["资产", "车辆"];
const PROCUREMENT: &[&str] = &["采购"];
const STAFF: &[&str] = &["人员", "概况", "构成", "机构"];
const FOREIGN: &[&str] = &["外宾", "外事", "国(境)外", "国外"];

macro_rules! pattern {
    ($fact:ident, $path:expr, $one:expr, $all:expr, $none:expr, $counted:expr) => {
        Pattern {
            fact: Fact::$fact,
            path: $path,
            one_of: $one,
            all_of: $all,
            none_of: $none,
            counted: $counted,
        }
    };
}

const PATTERNS: &[Pattern] = &[
    pattern!(
        Groups,
        THREE,
        &["团组", "团"],
        &[],
        &[],
        &["个", "次", "团", "组", "批"]
    ),
    pattern!(
        Travellers,
        THREE,
        &["累计", "人次", "出国", "团组", "共"],
        &["团组"],
        &["接待"],
        PEOPLE
    ),
    pattern!(
        Purchased,
        THREE,
        &["购置", "更新"],
        &[],
        &["保有", "运行"],
        CARS
    ),
    pattern!(Held, THREE, &["保有量"], &[], &[], CARS),
    pattern!(Receptions, THREE, &["接待"], &["接待"], FOREIGN, TIMES),
    pattern!(
        Guests,
        THREE,
        &["接待", "批次", "来宾"],
        &["接待"],
        FOREIGN,
        PEOPLE
    ),
    pattern!(Fuel, THREE, &["燃料费", "燃油费"], &[], &[], MONEY),
    pattern!(
        Maintenance,
        THREE,
        &["维修费", "维护费"],
        &[],
        &["运行"],
        MONEY
    ),
    pattern!(
        Tolls,
        THREE,
        &["过桥过路费", "过路过桥费", "路桥费"],
        &[],
        &[],
        MONEY
    ),
    pattern!(Insurance, THREE, &["保险费"], &[], &[], MONEY),
    pattern!(
        Goods,
        PROCUREMENT,
        &["货物"],
        &[],
        &["占", "中小", "小微"],
        MONEY
    ),
    pattern!(
        Works,
        PROCUREMENT,
        &["工程"],
        &[],
        &["占", "中小", "小微"],
        MONEY
    ),
    pattern!(
        Services,
        PROCUREMENT,
        &["服务"],
        &[],
        &["占", "中小", "小微"],
        MONEY
    ),
    pattern!(
        SmallMedium,
        PROCUREMENT,
        &["授予中小企业合同"],
        &[],
        &["占"],
        MONEY
    ),
    pattern!(
        Micro,
        PROCUREMENT,
        &["授予小微企业合同"],
        &[],
        &["占"],
        MONEY
    ),
    pattern!(
        Ministers,
        ASSETS,
        &["部级", "省级", "副部", "副省"],
        &[],
        &[],
        CARS
    ),
    pattern!(
        Leaders,
        ASSETS,
        &["主要领导干部用车", "主要负责人用车"],
        &[],
        &[],
        CARS
    ),
    pattern!(Confidential, ASSETS, &["机要通信"], &[], &[], CARS),
    pattern!(Emergency, ASSETS, &["应急保障"], &[], &[], CARS),
    pattern!(Law, ASSETS, &["执法执勤"], &[], &[], CARS),
    pattern!(Technical, ASSETS, &["特种专业技术"], &[], &[], CARS),
    pattern!(Cadres, ASSETS, &["离退休干部"], &[], &[], CARS),
    pattern!(
        OtherVehicles,
        ASSETS,
        &["其他用车", "其他车辆"],
        &[],
        &[],
        CARS
    ),
    pattern!(
        GeneralEquipment,
        ASSETS,
        &["50万元"],
        &["设备"],
        &["100万元"],
        SETS
    ),
    pattern!(SpecialEquipment, ASSETS, &["100万元"], &["设备"], &[], SETS),
    pattern!(
        LikeCivilService,
        STAFF,
        &["参照", "参公"],
        &["在职"],
        &[],
        PEOPLE
    ),
    pattern!(
        Administrative,
        STAFF,
        &["行政人员", "行政编制", "行政在职"],
        &["在职"],
        &["参照", "参公", "核定"],
        PEOPLE
    ),
    pattern!(
        PublicService,
        STAFF,
        &["事业人员", "事业编制", "事业在职"],
        &["在职"],
        &["参照", "参公", "核定"],
        PEOPLE
    ),
    pattern!(Retired, STAFF, &["离退休人员"], &[], &["其中"], PEOPLE),
];

/// A figure with the words around it, narrow.
struct Around {
    /// From the last sign to the figure.
    clause: String,
    /// From the beginning of the sentence to the figure.
    before: String,
}

impl Telling<'_> {
    pub(super) fn facts(&mut self) {
        for pattern in PATTERNS {
            let found: Vec<usize> = (0..self.figures.len())
                .filter(|at| self.fits(pattern, &self.figures[*at]))
                .collect();
            let Some(first) = found.first() else {
                continue;
            };
            if self.both_kinds(pattern, *first) {
                let figure = self.figures[*first].clone();
                self.leave(figure.spot, &figure.printed, WhyLeft::Untied);
                continue;
            }
            for at in found {
                self.put_figure(fact(pattern.fact), at, How::Printed);
            }
        }
        self.sums();
    }

    fn fits(&self, pattern: &Pattern, figure: &TextFigure) -> bool {
        let path = self.path(figure);
        if !pattern.path.iter().any(|word| path.contains(word)) {
            return false;
        }
        if !matches!(figure.role, FigureRole::Actual | FigureRole::Other)
            || self.of_another_year(figure)
        {
            return false;
        }
        let printed = plain(&figure.printed);
        let unit = printed.trim_start_matches(|c: char| c.is_ascii_digit() || ",.".contains(c));
        let of_money = matches!(unit, "万元" | "元" | "万");
        let counted = if pattern.counted.is_empty() {
            of_money && figure.role == FigureRole::Actual
        } else {
            pattern.counted.contains(&unit)
        };
        if !counted {
            return false;
        }
        let around = self.around(figure);
        let has = |word: &&str| around.clause.contains(*word);
        pattern.one_of.iter().any(has)
            && pattern
                .all_of
                .iter()
                .all(|word| around.before.contains(*word))
            && !pattern.none_of.iter().any(has)
    }

    fn around(&self, figure: &TextFigure) -> Around {
        let whole = figure.spot.whole(self.document.paper);
        let before = whole.get(..figure.spot.start).unwrap_or_default();
        let from = |signs: &str| {
            let found = before
                .char_indices()
                .rev()
                .find(|(_, c)| signs.contains(*c));
            let at = found.map_or(0, |(at, c)| at + c.len_utf8());
            plain(before.get(at..).unwrap_or_default())
        };
        // 2批次、26人次: what is said of the first is said of the second.
        let own = from("，。；：,;:、");
        Around {
            clause: if own.chars().any(char::is_alphabetic) {
                own
            } else {
                from("，。；：,;:")
            },
            before: from("。"),
        }
    }

    /// Receptions at home and of guests from abroad, each by itself: what both come to is not said.
    fn both_kinds(&self, pattern: &Pattern, first: usize) -> bool {
        if pattern.none_of != FOREIGN {
            return false;
        }
        let own = &self.figures[first];
        if !self.around(own).clause.contains("国内") {
            return false;
        }
        self.figures.iter().any(|other| {
            if other.spot.block.abs_diff(own.spot.block) > 2 {
                return false;
            }
            let around = self.around(other);
            FOREIGN.iter().any(|word| around.clause.contains(word))
                && !around.before.contains("其中")
                && !around.before.contains("(含")
                && pattern
                    .counted
                    .iter()
                    .any(|unit| other.printed.ends_with(unit))
                && other.value.is_some_and(|value| !value.value.is_zero())
        })
    }

    /// Totals that the workbook computes. Where those of its parts that are printed make it up, the others are nothing.
    fn sums(&mut self) {
        for (kinds, path, words) in SUMS {
            let total = self.figures.iter().position(|figure| {
                let can_be = self.path(figure).contains(path)
                    && !self.done.contains(&figure.spot)
                    && figure.value.is_some();
                can_be && {
                    let clause = self.around(figure).clause;
                    let mut words = words.iter();
                    words.any(|all| all.iter().all(|word| clause.contains(word)))
                }
            });
            let Some(total) = total else { continue };
            let figure = self.figures[total].clone();
            let mut sum = Decimal::ZERO;
            let mut blank = Vec::new();
            for kind in *kinds {
                match self.value(fact(*kind)) {
                    Some(value) => sum = sum.checked_add(value).unwrap_or(Decimal::MAX),
                    None => blank.push(*kind),
                }
            }
            if figure.value.is_none_or(|value| value.value != sum) {
                continue;
            }
            for kind in blank {
                self.put(fact(kind), "0", figure.spot.clone(), How::Followed);
            }
            self.done.insert(figure.spot);
        }
    }
}

/// Facts that add up, the heading under which that is said, and words before what they come to.
type Sum = (
    &'static [Fact],
    &'static str,
    &'static [&'static [&'static str]],
);
const SUMS: &[Sum] = &[
    (&VEHICLES, "资产", &[&["共", "车辆"], &["车辆", "合计"]]),
    (
        &PROCUREMENT_KINDS,
        "采购",
        &[
            &["采购支出总额"],
            &["采购金额"],
            &["采购支出合计"],
            &["采购支出"],
        ],
    ),
    (&STAFF_KINDS, "人员", &[&["在职", "实有"], &["在职", "共"]]),
];
