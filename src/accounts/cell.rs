//! The addresses of the cells of the accounts, and what is typed once beside the tables.

use super::table_no::TableNo;
use crate::fields::{by_name_in_files, fields};
use crate::figure;
use crate::settings::Setting;

pub use super::column::Column;
pub use crate::address::BadCell;

/// The address of a cell of the accounts; displays as the path scripts know:
/// `accounts.05[3].basic`, `accounts.01.left-total.amount`, `accounts.facts.services`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Cell {
    /// A row that the layout prints, by its key.
    Fixed(TableNo, &'static str, Column),
    /// A row that the unit adds, by its place.
    Line(TableNo, usize, Column),
    /// Something typed once that stands in no table.
    Fact(Fact),
    /// Key work of the year.
    Work(usize, WorkField),
    /// A sentence of the text in the clerk's own words, by its key in the style.
    Sentence(&'static str),
    /// The style of the text.
    Style,
    /// The year, which is the workbook's and chooses the layout of the tables.
    Year,
    /// A setting of the workbook.
    Setting(Setting),
    /// The layout of the tables.
    Layout,
}

fields! {
    /// What the text needs and no table holds.
    Fact {
        Functions = "functions", "单位主要职能";
        Composition = "composition", "决算单位构成";
        Administrative = "administrative", "行政编制在职人数";
        PublicService = "publicService", "事业编制在职人数";
        LikeCivilService = "likeCivilService", "其中：参照公务员法管理人数";
        OtherStaff = "otherStaff", "其他在职人数";
        Retired = "retired", "离退休人数";
        ThreePublicScope = "threePublicScope", "“三公”经费的单位范围";
        Groups = "groups", "因公出国（境）团组数";
        Travellers = "travellers", "因公出国（境）人次";
        Purchased = "purchased", "本年购置（更新）公务用车辆数";
        Held = "held", "年末公务用车保有量";
        Fuel = "fuel", "燃料费";
        Maintenance = "maintenance", "维修费";
        Tolls = "tolls", "过桥过路费";
        Insurance = "insurance", "保险费";
        OtherRunning = "otherRunning", "其他运行维护费";
        Receptions = "receptions", "公务接待批次";
        Guests = "guests", "公务接待人次";
        Operating = "operating", "机关运行经费";
        OperatingLast = "operatingLast", "上年机关运行经费";
        OperatingReason = "operatingReason", "机关运行经费增减的原因";
        Goods = "goods", "政府采购货物支出";
        Works = "works", "政府采购工程支出";
        Services = "services", "政府采购服务支出";
        SmallMedium = "smallMedium", "授予中小企业合同金额";
        Micro = "micro", "其中：授予小微企业合同金额";
        Ministers = "ministers", "副部（省）级及以上领导用车";
        Leaders = "leaders", "主要领导干部用车";
        Confidential = "confidential", "机要通信用车";
        Emergency = "emergency", "应急保障用车";
        Law = "law", "执法执勤用车";
        Technical = "technical", "特种专业技术用车";
        Cadres = "cadres", "离退休干部用车";
        OtherVehicles = "otherVehicles", "其他用车";
        GeneralEquipment = "generalEquipment", "单价50万元以上通用设备";
        SpecialEquipment = "specialEquipment", "单价100万元以上专用设备";
        PerformanceWork = "performanceWork", "预算绩效管理工作开展情况";
        Outputs = "outputs", "主要产出和效益";
        ResultsUse = "resultsUse", "绩效自评结果应用情况";
    }
}

/// How a fact is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactKind {
    /// Words.
    Text,
    /// An amount in 万元.
    Amount,
    /// People, vehicles, times: a whole number.
    Count,
}

impl Fact {
    /// How it is read.
    pub fn kind(self) -> FactKind {
        use Fact::{
            Composition, Fuel, Functions, Goods, Insurance, Maintenance, Micro, Operating,
            OperatingLast, OperatingReason, OtherRunning, Outputs, PerformanceWork, ResultsUse,
            Services, SmallMedium, ThreePublicScope, Tolls, Works,
        };
        match self {
            Functions | Composition | ThreePublicScope | OperatingReason | PerformanceWork
            | Outputs | ResultsUse => FactKind::Text,
            Fuel | Maintenance | Tolls | Insurance | OtherRunning | Operating | OperatingLast
            | Goods | Works | Services | SmallMedium | Micro => FactKind::Amount,
            _ => FactKind::Count,
        }
    }
}

fields! {
    /// A row of the key work of the year.
    WorkField {
        Matter = "matter", "重要事项";
        Target = "target", "工作内容及目标";
        Progress = "progress", "完成情况";
        TargetValue = "targetValue", "目标值";
        ActualValue = "actualValue", "完成值";
    }
}

impl WorkField {
    /// The columns of a row, from left to right.
    pub const COLUMNS: [WorkField; 5] = [
        WorkField::Matter,
        WorkField::Target,
        WorkField::Progress,
        WorkField::TargetValue,
        WorkField::ActualValue,
    ];
}

by_name_in_files!(Fact);

impl Cell {
    /// The table it is in; `None` of what stands in none.
    pub fn table(self) -> Option<TableNo> {
        match self {
            Cell::Fixed(table, ..) | Cell::Line(table, ..) => Some(table),
            _ => None,
        }
    }

    /// Its column; `None` of what stands in no table.
    pub fn column(self) -> Option<Column> {
        match self {
            Cell::Fixed(_, _, column) | Cell::Line(_, _, column) => Some(column),
            _ => None,
        }
    }

    /// Another cell of the same row.
    #[must_use]
    pub fn beside(self, column: Column) -> Self {
        match self {
            Cell::Fixed(table, key, _) => Cell::Fixed(table, key, column),
            Cell::Line(table, row, _) => Cell::Line(table, row, column),
            other => other,
        }
    }
}

/// Reads an amount of a table: as [`figure::amount`], and a lone dash or 无 is the zero that printed
/// tables mean by it.
///
/// # Errors
/// As [`figure::amount`].
pub fn read_amount(text: &str) -> Result<figure::Number, figure::FigureError> {
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return figure::amount(text);
    }
    match text.trim() {
        "-" | "—" | "——" | "–" | "－" | "无" => Ok(figure::Number::ZERO),
        text => figure::amount(text),
    }
}
