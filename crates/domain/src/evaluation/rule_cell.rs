//! Cells of a rule set, as a form shows it to be typed into.

use crate::address::{BadCell, Steps, shortened};
use crate::fields::fields;
use crate::settings::Setting;
use std::fmt;
use std::str::FromStr;

/// The address of a cell of a rule set; displays as its path: `bands[1].from`. Rows are counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RuleCell {
    /// What there is once.
    Whole(RuleField),
    /// What a workbook can set too.
    Setting(Setting),
    /// A list as a whole: how many rows it has, and what they add up to.
    List(RuleList),
    /// Of a category.
    Category(usize, CategoryField),
    /// Of a band of the scale.
    Band(usize, BandField),
    /// Of a grade.
    Grade(usize, GradeField),
    /// Of an indicator of the template.
    Row(usize, TemplateField),
}

fields! {
    /// What a rule set has once.
    RuleField {
        Name = "name", "名称";
        Id = "id", "代号";
        SourceTitle = "source.title", "依据的文件";
        SourceIssuer = "source.issuer", "发文单位和文号";
        SourceNote = "source.note", "说明";
        ExecutionPoints = "executionPoints", "预算执行分值";
        IndicatorPoints = "indicatorPoints", "指标总分值";
        Execution = "words.execution", "预算执行的口径";
        Higher = "words.higher", "正向指标的口径";
        Lower = "words.lower", "反向指标的口径";
        Bands = "words.bands", "定性指标的口径";
        FarAbove = "words.farAbove", "超额完成的口径";
        Notes = "notes", "表下备注";
    }
}

fields! {
    /// The lists of a rule set.
    RuleList {
        Categories = "categories", "一级指标";
        Bands = "bands", "定性档次";
        Grades = "grades", "等级";
        Template = "projectTemplate", "项目模板";
    }
}

fields! {
    /// Cells of a category.
    CategoryField {
        Name = "name", "名称";
        Points = "points", "分值";
        Stems = "stems", "识别的词";
        Dimensions = "dimensions", "二级指标的词";
    }
}

fields! {
    /// Cells of a band.
    BandField {
        Name = "name", "名称";
        From = "from", "下限（%）";
    }
}

fields! {
    /// Cells of a grade.
    GradeField {
        Name = "name", "名称";
        From = "from", "起点分";
    }
}

fields! {
    /// Cells of an indicator of the template.
    TemplateField {
        Category = "category", "一级指标";
        Dimension = "dimension", "二级指标";
        Weight = "weight", "分值";
    }
}

impl fmt::Display for RuleCell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let row = |f: &mut fmt::Formatter<'_>, list: RuleList, at: &usize, field: &str| {
            write!(f, "{}[{at}].{field}", list.as_str())
        };
        match self {
            RuleCell::Whole(field) => f.write_str(field.as_str()),
            RuleCell::Setting(setting) => f.write_str(setting.as_str()),
            RuleCell::List(list) => f.write_str(list.as_str()),
            RuleCell::Category(at, field) => row(f, RuleList::Categories, at, field.as_str()),
            RuleCell::Band(at, field) => row(f, RuleList::Bands, at, field.as_str()),
            RuleCell::Grade(at, field) => row(f, RuleList::Grades, at, field.as_str()),
            RuleCell::Row(at, field) => row(f, RuleList::Template, at, field.as_str()),
        }
    }
}

impl FromStr for RuleCell {
    type Err = BadCell;

    fn from_str(path: &str) -> Result<Self, BadCell> {
        parse(path).ok_or_else(|| shortened(path))
    }
}

fn parse(path: &str) -> Option<RuleCell> {
    for list in RuleList::ALL {
        let Some((at, field)) = Steps::of(path).into_row(list.as_str()) else {
            continue;
        };
        let field = field.rest();
        return match list {
            RuleList::Categories => CategoryField::named(field).map(|f| RuleCell::Category(at, f)),
            RuleList::Bands => BandField::named(field).map(|f| RuleCell::Band(at, f)),
            RuleList::Grades => GradeField::named(field).map(|f| RuleCell::Grade(at, f)),
            RuleList::Template => TemplateField::named(field).map(|f| RuleCell::Row(at, f)),
        };
    }
    let whole = RuleField::named(path).map(RuleCell::Whole);
    let setting = || Setting::named(path).map(RuleCell::Setting);
    whole
        .or_else(setting)
        .or_else(|| RuleList::named(path).map(RuleCell::List))
}
