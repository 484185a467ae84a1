use juesuan_domain::evaluation::Setting;

/// Rule sets, and the settings of a workbook.
pub trait Rules {
    texts! {
        rules_lead;
        rules_import;
        rules_export;
        rules_use;
        rules_own;
        rules_sets;
        rules_points;
        rules_points_free;
        rules_higher;
        rules_lower;
        rules_bands;
        rules_far_above;
        rules_grades;
        rules_source;
        settings;
        setting;
        setting_here;
        setting_in_rules;
        setting_now;
        setting_as_in_rules;
    }

    fn rules_imported(&self, name: &str) -> String;

    fn as_workbook(&self, name: &str) -> String;

    /// In somebody else's page, which chooses the rules.
    fn by_default(&self, name: &str) -> String;

    fn forms_use(&self, forms: usize) -> String;

    fn category_points(&self, name: &str, points: &str) -> String;

    fn indicator_points(&self, points: &str) -> String;

    fn grade_from(&self, name: &str, from: &str) -> String;

    fn settings_lead(&self, rules: &str) -> String;

    /// The answers of a setting that is chosen, as value and label; `None` where it is typed.
    fn setting_choices(&self, setting: Setting) -> Option<&'static [(&'static str, &'static str)]>;

    fn setting_hint(&self, setting: Setting) -> &'static str;
}
