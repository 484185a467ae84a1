//! Where a unit is: by whose rules it scores, and in which style its text is written.

use crate::accounts::Accounts;
use crate::workbook::Workbook;
use std::rc::Rc;

/// A place with rules or a style of its own, or everywhere else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// Under which it is remembered.
    pub id: &'static str,
    /// What people call it.
    pub name: &'static str,
    /// Id of its rule set.
    pub rules: &'static str,
    /// Id of its style; blank for the first.
    pub style: &'static str,
}

impl Region {
    /// All of them; the first, of the ministry, holds wherever there is nothing nearer.
    pub const ALL: [Region; 6] = [
        Region {
            id: "mof-2020",
            name: "全国（财政部统一格式）",
            rules: "mof-2020",
            style: "",
        },
        Region {
            id: "wuhan-2020",
            name: "湖北省武汉市",
            rules: "wuhan-2020",
            style: "wuhan-2020",
        },
        Region {
            id: "hubei-2019",
            name: "湖北省直",
            rules: "hubei-2019",
            style: "",
        },
        Region {
            id: "sichuan-2023",
            name: "四川省",
            rules: "sichuan-2023",
            style: "",
        },
        Region {
            id: "zhejiang-2021",
            name: "浙江省",
            rules: "mof-2020",
            style: "zhejiang-2021",
        },
        Region {
            id: "shanghai-2024",
            name: "上海市",
            rules: "mof-2020",
            style: "shanghai-2024",
        },
    ];

    /// By its id; the first where nobody knows it.
    pub fn named(id: &str) -> Self {
        let known = Region::ALL.into_iter().find(|region| region.id == id);
        known.unwrap_or(Region::ALL[0])
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
