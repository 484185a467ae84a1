//! Whether indicators stand where they belong: satisfaction under satisfaction, each dimension in its category.

use super::outline::points_in_heading;
use super::wording as say;
use super::{Cell, Finding, Goal, Indicator, RuleSet};

/// Finds indicators under a dimension they do not belong to. Remembers the last headings, since rows
/// of one dimension follow each other.
pub(super) struct Places<'a> {
    rules: &'a RuleSet,
    headings: (&'a str, &'a str),
    /// The category the dimension belongs to, where it stands under another.
    belongs: Option<&'a str>,
    /// The headings for satisfaction, once they were asked for.
    satisfaction: Option<(&'a str, &'a str)>,
}

impl<'a> Places<'a> {
    pub fn new(rules: &'a RuleSet) -> Self {
        Places {
            rules,
            headings: ("", ""),
            belongs: None,
            satisfaction: None,
        }
    }

    pub fn check(
        &mut self,
        goal: &'a Goal,
        indicator: &'a Indicator,
        cell: Cell,
        findings: &mut Vec<Finding>,
    ) {
        let (category, dimension) = (indicator.category.trim(), indicator.dimension.trim());
        if self.headings != (category, dimension) {
            self.headings = (category, dimension);
            self.belongs = self.elsewhere(category, dimension);
        }
        if about_satisfaction(&indicator.name) {
            let placed = about_satisfaction(category) || about_satisfaction(dimension);
            let under = if dimension.is_empty() {
                category
            } else {
                dimension
            };
            if !placed && !under.is_empty() {
                let to = self.satisfaction(goal);
                let finding = say::satisfaction_misplaced(cell, under);
                findings.push(taken_to(goal, finding, cell, (category, dimension), to));
            }
        } else if let Some(other) = self.belongs {
            let finding = say::dimension_misplaced(cell, dimension, category, other);
            findings.push(taken_to(
                goal,
                finding,
                cell,
                (category, dimension),
                (other, dimension),
            ));
        }
    }

    /// The headings under which this goal has satisfaction, or else those the rules give it. Looked
    /// for once: a goal may have thousands of rows.
    fn satisfaction(&mut self, goal: &'a Goal) -> (&'a str, &'a str) {
        if let Some(found) = self.satisfaction {
            return found;
        }
        let found = self.look_for_satisfaction(goal);
        self.satisfaction = Some(found);
        found
    }

    fn look_for_satisfaction(&self, goal: &'a Goal) -> (&'a str, &'a str) {
        let there = goal
            .indicators
            .iter()
            .find(|i| about_satisfaction(&i.dimension) || about_satisfaction(&i.category));
        if let Some(there) = there {
            return (there.category.trim(), there.dimension.trim());
        }
        let template = self.rules.project_template.iter();
        let mut rows = template.filter(|row| about_satisfaction(&row.dimension));
        rows.next()
            .map_or(("满意度指标", "服务对象满意度指标"), |row| {
                (row.category.as_str(), row.dimension.as_str())
            })
    }

    fn elsewhere(&self, category: &str, dimension: &str) -> Option<&'a str> {
        let has = |stems: &[String]| stems.iter().any(|stem| dimension.contains(stem.as_str()));
        if has(&self.rules.category(category)?.dimensions) {
            return None;
        }
        let other = self.rules.categories.iter().find(|c| has(&c.dimensions))?;
        Some(&other.name)
    }
}

/// With the offer to take the row there, unless points written in a heading would no longer be its sum.
fn taken_to(
    goal: &Goal,
    finding: Finding,
    cell: Cell,
    from: (&str, &str),
    to: (&str, &str),
) -> Finding {
    let mut headings = [from.0, from.1, to.0, to.1].into_iter();
    if headings.any(|name| points_in_heading(name).is_some()) || parts_headings(goal, cell) {
        return finding;
    }
    finding.place(cell, to.0, to.1)
}

/// Whether the row stands between two groups under one heading with points of its own: without it they
/// would be one group.
fn parts_headings(goal: &Goal, cell: Cell) -> bool {
    let Cell::Indicator(_, row, _) = cell else {
        return false;
    };
    let row_at = |at: Option<usize>| goal.indicators.get(at?);
    let (Some(before), Some(after)) = (row_at(row.checked_sub(1)), row_at(row.checked_add(1)))
    else {
        return false;
    };
    let same = |a: &str, b: &str| a.trim() == b.trim() && points_in_heading(a.trim()).is_some();
    same(&before.category, &after.category) || same(&before.dimension, &after.dimension)
}

/// Whether a name speaks of 满意. Asked of every row, and a search for one character is much quicker
/// than one for a word.
pub(super) fn about_satisfaction(name: &str) -> bool {
    name.split('满').skip(1).any(|rest| rest.starts_with('意'))
}
