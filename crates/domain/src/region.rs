//! Where a unit is: by whose rules it scores, and in which style its text is written.

use crate::accounts::Accounts;
use crate::workbook::Workbook;
use std::rc::Rc;

/// A place with rules or a style of its own, a province or what is left of one, or everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// Under which it is remembered.
    pub id: &'static str,
    /// The code of its province, as in [`PROVINCES`]; blank for everywhere.
    pub province: &'static str,
    /// Which part of the province, as people call it; blank for all of it.
    pub part: &'static str,
    /// Id of its rule set.
    pub rules: &'static str,
    /// Id of its style; blank for the first.
    pub style: &'static str,
}

/// The provinces, autonomous regions and cities under the State Council, by their codes in GB/T 2260.
pub const PROVINCES: [(&str, &str); 31] = [
    ("11", "北京市"),
    ("12", "天津市"),
    ("13", "河北省"),
    ("14", "山西省"),
    ("15", "内蒙古自治区"),
    ("21", "辽宁省"),
    ("22", "吉林省"),
    ("23", "黑龙江省"),
    ("31", "上海市"),
    ("32", "江苏省"),
    ("33", "浙江省"),
    ("34", "安徽省"),
    ("35", "福建省"),
    ("36", "江西省"),
    ("37", "山东省"),
    ("41", "河南省"),
    ("42", "湖北省"),
    ("43", "湖南省"),
    ("44", "广东省"),
    ("45", "广西壮族自治区"),
    ("46", "海南省"),
    ("50", "重庆市"),
    ("51", "四川省"),
    ("52", "贵州省"),
    ("53", "云南省"),
    ("54", "西藏自治区"),
    ("61", "陕西省"),
    ("62", "甘肃省"),
    ("63", "青海省"),
    ("64", "宁夏回族自治区"),
    ("65", "新疆维吾尔自治区"),
];

/// The ministry's, which hold wherever there are none nearer.
const RULES: &str = "mof-2020";
/// What the units of a province are that no place of its own is for.
const OTHERS: &str = "其他市县";
/// Whose the first style is, which is taken wherever there is none nearer.
const FIRST_STYLE: &str = "wuhan-2020";

/// Where there are rules or a style that are not everybody's.
const OWN: [Region; 5] = [
    Region {
        id: "hubei-2019",
        province: "42",
        part: "省直单位",
        rules: "hubei-2019",
        style: "",
    },
    Region {
        id: "wuhan-2020",
        province: "42",
        part: "武汉市",
        rules: "wuhan-2020",
        style: FIRST_STYLE,
    },
    Region {
        id: "sichuan-2023",
        province: "51",
        part: "",
        rules: "sichuan-2023",
        style: "",
    },
    Region {
        id: "zhejiang-2021",
        province: "33",
        part: "",
        rules: RULES,
        style: "zhejiang-2021",
    },
    Region {
        id: "shanghai-2024",
        province: "31",
        part: "",
        rules: RULES,
        style: "shanghai-2024",
    },
];

impl Region {
    /// Where nobody has said where.
    pub const EVERYWHERE: Region = Region {
        id: RULES,
        province: "",
        part: "",
        rules: RULES,
        style: "",
    };

    /// What there is to choose from in a province, by its code: the places that have something of their own, and what
    /// is left of it. There is always one; everywhere, where nobody knows the code.
    ///
    /// ```
    /// use juesuan_domain::Region;
    /// let parts = |code| Region::of(code).iter().map(|region| region.part).collect::<Vec<_>>();
    /// assert_eq!(parts("42"), ["省直单位", "武汉市", "其他市县"]);
    /// assert_eq!(parts("51"), [""]);
    /// ```
    pub fn of(province: &str) -> Vec<Self> {
        let Some((code, _)) = PROVINCES.into_iter().find(|(code, _)| *code == province) else {
            return vec![Region::EVERYWHERE];
        };
        let own = OWN.into_iter().filter(|region| region.province == code);
        let mut regions: Vec<Region> = own.collect();
        if regions.iter().all(|region| !region.part.is_empty()) {
            let part = if regions.is_empty() { "" } else { OTHERS };
            regions.push(Region {
                id: code,
                province: code,
                part,
                ..Region::EVERYWHERE
            });
        }
        regions
    }

    /// By its id; everywhere, where nobody knows it.
    pub fn named(id: &str) -> Self {
        let provinces = PROVINCES.into_iter();
        let mut all = provinces.flat_map(|(code, _)| Region::of(code));
        all.find(|region| region.id == id)
            .unwrap_or(Region::EVERYWHERE)
    }

    /// What people call it, with its province; blank for everywhere.
    pub fn place(self) -> String {
        let mut provinces = PROVINCES.into_iter();
        let province = provinces.find(|(code, _)| *code == self.province);
        province.map_or_else(String::new, |(_, name)| format!("{name}{}", self.part))
    }

    /// Whether it scores by rules of its own, rather than by the ministry's.
    pub fn has_rules(self) -> bool {
        self.rules != RULES
    }

    /// Whose style its text is written in: its own, or the first there is.
    pub fn styled_like(self) -> Self {
        if self.style.is_empty() {
            Region::named(FIRST_STYLE)
        } else {
            self
        }
    }

    /// An empty workbook of a unit there.
    ///
    /// ```
    /// use juesuan_domain::Region;
    /// let workbook = Region::named("sichuan-2023").workbook("2025", "某中心");
    /// assert_eq!(workbook.rule_set, "sichuan-2023");
    /// ```
    pub fn workbook(self, year: &str, unit: &str) -> Workbook {
        let mut workbook = Workbook::new(year, unit, self.rules);
        if !self.style.is_empty() {
            workbook.accounts = Rc::new(Accounts {
                style: self.style.to_owned(),
                ..Accounts::default()
            });
        }
        workbook
    }
}
