use super::Words;
use crate::page::Rules;
use juesuan_domain::evaluation::Setting;

impl Rules for Words {
    texts! {
        rules_lead = "Every rule set names its source. The workbook uses one, and each form may use another. To change rules, copy some and change them here; or export them, change the file and import it again.";
        rules_import = "Import rules…";
        rules_export = "Export";
        rules_use = "Use in this workbook";
        rules_own = "of this workbook";
        rules_sets = "Rules";
        rules_points = "Points of indicators";
        rules_points_free = "The unit sets the points of each level";
        rules_higher = "Higher is better";
        rules_lower = "Lower is better";
        rules_bands = "Qualitative";
        rules_far_above = "Far above the target";
        rules_grades = "Grades";
        rules_source = "Source";
        settings = "Settings of this workbook";
        setting = "Setting";
        setting_here = "This workbook";
        setting_in_rules = "The rules";
        setting_now = "In force";
        setting_as_in_rules = "as in the rules";
    }

    fn rules_imported(&self, name: &str) -> String {
        format!("The rules “{name}” are imported and can be used.")
    }

    fn as_workbook(&self, name: &str) -> String {
        format!("As the workbook: {name}")
    }

    fn by_default(&self, name: &str) -> String {
        format!("Default: {name}")
    }

    fn forms_use(&self, forms: usize) -> String {
        format!("used by {forms} forms")
    }

    fn category_points(&self, name: &str, points: &str) -> String {
        format!("{name} {points} points")
    }

    fn indicator_points(&self, points: &str) -> String {
        format!("{points} points in all, ")
    }

    fn grade_from(&self, name: &str, from: &str) -> String {
        format!("{name} (from {from} points)")
    }

    fn settings_lead(&self, rules: &str) -> String {
        format!("What the unit sets beside “{rules}”. Where it is left empty, the rules apply.")
    }

    fn setting_choices(&self, setting: Setting) -> Option<&'static [(&'static str, &'static str)]> {
        const PLACES: &[(&str, &str)] =
            &[("0", "0"), ("1", "1"), ("2", "2"), ("3", "3"), ("4", "4")];
        match setting {
            Setting::PercentPlaces | Setting::ScorePlaces => Some(PLACES),
            Setting::ZeroByZero => Some(&[("dash", "print “—”"), ("zero", "print 0%")]),
            Setting::Satisfaction => Some(&[("required", "evaluated"), ("leftOut", "left out")]),
            Setting::ExplainMissed => Some(&[("yes", "required"), ("no", "not required")]),
            Setting::FarAbove | Setting::ExplainExecutionBelow | Setting::Deadline => None,
        }
    }

    fn setting_hint(&self, setting: Setting) -> &'static str {
        match setting {
            Setting::FarAbove => "130% or none",
            Setting::ExplainExecutionBelow => "90% or none",
            Setting::Deadline => "2021-06-30",
            _ => "",
        }
    }
}
