//! A rule set as people type it: every cell a text, whether or not it can be read. It is kept so, and becomes a
//! [`RuleSet`] once nothing in it is wrong.

use super::bands::is_key;
use super::rule_cell::{
    BandField, CategoryField, GradeField, RuleCell, RuleField, RuleList, TemplateField,
};
use super::rules::RuleSet;
use crate::settings::Settings;
use juesuan_figure::Typed;
use juesuan_figure::typed::{null_is_default, object, objects};
use serde::{Deserialize, Serialize};

/// Declares a part of a draft: fields of typed text, left out of files while they are unset.
macro_rules! typed {
    ($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $field:ident,)* } $({ $($rest:tt)* })?) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase", default)]
        #[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
        pub struct $name {
            $($(#[$about])*
            #[serde(deserialize_with = "null_is_default", skip_serializing_if = "Typed::is_unset")]
            pub $field: Typed,)*
            $($($rest)*)?
        }
    };
}

typed! {
    /// A rule set that is being written.
    RuleDraft {
        /// Id of the rule set of the workbook's own that it is to change; blank where it is to be a new one.
        of,
        /// See [`RuleSet::id`].
        id,
        /// See [`RuleSet::name`].
        name,
        /// The document it is taken from.
        source_title,
        /// Who issued that document.
        source_issuer,
        /// What there is to say of it.
        source_note,
        /// Points of the execution line.
        execution_points,
        /// Points of all indicators together.
        indicator_points,
        /// How the execution line is scored, in words.
        execution,
        /// How an indicator is scored of which more is better.
        higher,
        /// How an indicator is scored of which less is better.
        lower,
        /// How a qualitative indicator is scored.
        bands_in_words,
        /// What is asked for where a target is far exceeded.
        far_above,
        /// What the form says below the table, a line each.
        notes,
    } {
        /// What a workbook can set too; blank is as most rules have it.
        #[serde(deserialize_with = "object", skip_serializing_if = "Settings::is_unset")]
        pub settings: Settings,
        /// 一级指标.
        #[serde(deserialize_with = "objects")]
        pub categories: Vec<CategoryDraft>,
        /// The scale of qualitative indicators.
        #[serde(deserialize_with = "objects")]
        pub bands: Vec<BandDraft>,
        /// Grades of the total.
        #[serde(deserialize_with = "objects")]
        pub grades: Vec<GradeDraft>,
        /// The indicators a new form begins with.
        #[serde(deserialize_with = "objects")]
        pub project_template: Vec<TemplateDraft>,
    }
}

typed! {
    /// A category of a draft.
    CategoryDraft {
        /// As the form prints it.
        name,
        /// Its points; blank where the rules set none.
        points,
        /// Words by which it is recognised, with marks between them.
        stems,
        /// Words by which its dimensions are recognised.
        dimensions,
    }
}

typed! {
    /// A band of a draft.
    BandDraft {
        /// What an indicator keeps of it; nobody types it.
        key,
        /// As the rules call it.
        name,
        /// Lower bound, percent of the weight, inclusive.
        from,
    }
}

typed! {
    /// A grade of a draft.
    GradeDraft {
        /// As the rules call it.
        name,
        /// The lowest total of the grade, in points.
        from,
    }
}

typed! {
    /// An indicator of the template of a draft.
    TemplateDraft {
        /// 一级指标.
        category,
        /// 二级指标.
        dimension,
        /// Points.
        weight,
    }
}

/// Finds a cell of a draft, to be read or to be written.
macro_rules! find_cell {
    ($draft:ident, $cell:ident, $get:ident, $($mut:ident)?) => {
        match $cell {
            RuleCell::Whole(field) => Some(match field {
                RuleField::Name => & $($mut)? $draft.name,
                RuleField::Id => & $($mut)? $draft.id,
                RuleField::SourceTitle => & $($mut)? $draft.source_title,
                RuleField::SourceIssuer => & $($mut)? $draft.source_issuer,
                RuleField::SourceNote => & $($mut)? $draft.source_note,
                RuleField::ExecutionPoints => & $($mut)? $draft.execution_points,
                RuleField::IndicatorPoints => & $($mut)? $draft.indicator_points,
                RuleField::Execution => & $($mut)? $draft.execution,
                RuleField::Higher => & $($mut)? $draft.higher,
                RuleField::Lower => & $($mut)? $draft.lower,
                RuleField::Bands => & $($mut)? $draft.bands_in_words,
                RuleField::FarAbove => & $($mut)? $draft.far_above,
                RuleField::Notes => & $($mut)? $draft.notes,
            }),
            RuleCell::Category(at, field) => $draft.categories.$get(at).map(|row| match field {
                CategoryField::Name => & $($mut)? row.name,
                CategoryField::Points => & $($mut)? row.points,
                CategoryField::Stems => & $($mut)? row.stems,
                CategoryField::Dimensions => & $($mut)? row.dimensions,
            }),
            RuleCell::Band(at, field) => $draft.bands.$get(at).map(|row| match field {
                BandField::Name => & $($mut)? row.name,
                BandField::From => & $($mut)? row.from,
            }),
            RuleCell::Grade(at, field) => $draft.grades.$get(at).map(|row| match field {
                GradeField::Name => & $($mut)? row.name,
                GradeField::From => & $($mut)? row.from,
            }),
            RuleCell::Row(at, field) => $draft.project_template.$get(at).map(|row| match field {
                TemplateField::Category => & $($mut)? row.category,
                TemplateField::Dimension => & $($mut)? row.dimension,
                TemplateField::Weight => & $($mut)? row.weight,
            }),
            RuleCell::Setting(_) | RuleCell::List(_) => None,
        }
    };
}

impl RuleDraft {
    /// A rule set to be typed on. Bands whose keys cannot be used get others.
    pub fn of(rules: &RuleSet) -> Self {
        let RuleSet { source, words, .. } = rules;
        let mut draft = RuleDraft {
            of: Typed::default(),
            id: (*rules.id).into(),
            name: (*rules.name).into(),
            source_title: (*source.title).into(),
            source_issuer: (*source.issuer).into(),
            source_note: (*source.note).into(),
            execution_points: shown(rules.execution_points),
            indicator_points: shown(rules.indicator_points),
            execution: (*words.execution).into(),
            higher: (*words.higher).into(),
            lower: (*words.lower).into(),
            bands_in_words: (*words.bands).into(),
            far_above: words.far_above.clone().unwrap_or_default().into(),
            notes: rules.notes.join("\n").into(),
            settings: Settings::of(rules),
            ..RuleDraft::default()
        };
        let list = |words: &[String]| words.join("、").into();
        let categories = rules.categories.iter().map(|category| CategoryDraft {
            name: (*category.name).into(),
            points: category.points.map_or_else(Typed::default, shown),
            stems: list(&category.stems),
            dimensions: list(&category.dimensions),
        });
        draft.categories = categories.collect();
        for band in &rules.bands {
            let is_free = is_key(&band.key) && draft.bands.iter().all(|b| *b.key != *band.key);
            let key = if is_free {
                (*band.key).into()
            } else {
                draft.free_key()
            };
            draft.bands.push(BandDraft {
                key,
                name: (*band.name).into(),
                from: shown(band.from),
            });
        }
        let grades = rules.grades.iter().map(|grade| GradeDraft {
            name: (*grade.name).into(),
            from: shown(grade.from),
        });
        draft.grades = grades.collect();
        let rows = rules.project_template.iter().map(|row| TemplateDraft {
            category: (*row.category).into(),
            dimension: (*row.dimension).into(),
            weight: shown(row.weight),
        });
        draft.project_template = rows.collect();
        draft
    }

    /// What is typed in a cell; `None` where there is no such row.
    pub fn text(&self, cell: RuleCell) -> Option<&Typed> {
        match cell {
            RuleCell::Setting(setting) => Some(self.settings.text(setting)),
            cell => find_cell!(self, cell, get,),
        }
    }

    /// Puts a text into a cell. Says whether there is such a cell.
    pub(crate) fn set(&mut self, cell: RuleCell, text: &str) -> bool {
        if let RuleCell::Setting(setting) = cell {
            self.settings.set(setting, text);
            return true;
        }
        let found: Option<&mut Typed> = find_cell!(self, cell, get_mut, mut);
        found.map(|found| *found = text.into()).is_some()
    }

    /// Rows of a list.
    pub fn rows(&self, list: RuleList) -> usize {
        match list {
            RuleList::Categories => self.categories.len(),
            RuleList::Bands => self.bands.len(),
            RuleList::Grades => self.grades.len(),
            RuleList::Template => self.project_template.len(),
        }
    }

    /// A new, blank row. Says whether there is such a place.
    pub(crate) fn insert(&mut self, list: RuleList, at: usize) -> bool {
        if at > self.rows(list) {
            return false;
        }
        match list {
            RuleList::Categories => self.categories.insert(at, CategoryDraft::default()),
            RuleList::Bands => {
                let key = self.free_key();
                let band = BandDraft {
                    key,
                    ..BandDraft::default()
                };
                self.bands.insert(at, band);
            }
            RuleList::Grades => self.grades.insert(at, GradeDraft::default()),
            RuleList::Template => {
                // Mostly it stands under the category of the one before it.
                let before = at.checked_sub(1).map(|at| &self.project_template[at]);
                let category = before.map(|row| row.category.clone()).unwrap_or_default();
                let row = TemplateDraft {
                    category,
                    ..TemplateDraft::default()
                };
                self.project_template.insert(at, row);
            }
        }
        true
    }

    /// Takes a row away. Says whether it was there.
    pub(crate) fn remove(&mut self, list: RuleList, at: usize) -> bool {
        if at >= self.rows(list) {
            return false;
        }
        match list {
            RuleList::Categories => drop(self.categories.remove(at)),
            RuleList::Bands => drop(self.bands.remove(at)),
            RuleList::Grades => drop(self.grades.remove(at)),
            RuleList::Template => drop(self.project_template.remove(at)),
        }
        true
    }

    /// A cell of a new row, where typing begins.
    pub fn first_cell(list: RuleList, at: usize) -> RuleCell {
        match list {
            RuleList::Categories => RuleCell::Category(at, CategoryField::Name),
            RuleList::Bands => RuleCell::Band(at, BandField::Name),
            RuleList::Grades => RuleCell::Grade(at, GradeField::Name),
            RuleList::Template => RuleCell::Row(at, TemplateField::Dimension),
        }
    }

    fn free_key(&self) -> Typed {
        let mut keys = (1_usize..).map(|number| format!("band-{number}"));
        let free = keys.find(|key| self.bands.iter().all(|band| *band.key != **key));
        free.unwrap_or_default().into()
    }
}

fn shown(number: impl ToString) -> Typed {
    number.to_string().into()
}
