//! The rule sets in `rules/`: each file is complete, consistent, and known to the program.

use juesuan::evaluation::{Direction, RuleSet, built_in, rule_set};
use juesuan::figure::Number;
use std::fs;
use std::path::Path;

/// Every file of `rules/`, by its name without the ending.
fn files() -> Vec<(String, RuleSet)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            let id = name
                .strip_suffix(".json")
                .expect("a rule set is a .json file");
            let text = fs::read_to_string(&path).unwrap();
            let set = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
            (id.to_owned(), set)
        })
        .collect();
    files.sort_by(|a, b| a.0.cmp(&b.0));
    files
}

#[test]
fn every_file_is_built_in_under_its_name_and_nothing_else_is() {
    for (name, set) in files() {
        assert_eq!(set.id, name);
        assert_eq!(rule_set(&name).map(|known| &**known), Some(&set));
    }
    let mut built_in: Vec<_> = built_in().iter().map(|set| set.id.clone()).collect();
    built_in.sort();
    let files: Vec<_> = files().into_iter().map(|(name, _)| name).collect();
    assert_eq!(built_in, files);
}

#[test]
fn the_default_is_the_first() {
    assert_eq!(built_in()[0].id, "wuhan-2020");
    for unknown in ["", "wuhan", "WUHAN-2020", " wuhan-2020"] {
        assert_eq!(rule_set(unknown), None, "{unknown:?}");
    }
}

#[test]
fn the_points_of_a_form_are_a_hundred() {
    for (name, set) in files() {
        let points = set.execution_points.plus(set.indicator_points);
        assert_eq!(points, Number::ONE_HUNDRED.decimal(), "{name}");
        let fixed: Vec<Number> = set.categories.iter().filter_map(|c| c.points).collect();
        if !fixed.is_empty() {
            assert_eq!(fixed.len(), set.categories.len(), "{name}: all or none");
            let sum = fixed
                .iter()
                .fold(Number::ZERO, |sum, p| Number::new(sum.plus(*p)).unwrap());
            assert_eq!(sum, set.indicator_points, "{name}");
        }
    }
}

#[test]
fn bands_and_grades_descend() {
    for (name, set) in files() {
        let bounds: Vec<_> = set.scale().map(|band| (band.low, band.high)).collect();
        assert_eq!(bounds[0].1, Number::ONE_HUNDRED, "{name}");
        assert_eq!(bounds[2].0, Number::ZERO, "{name}");
        for (low, high) in &bounds {
            assert!(low < high, "{name}");
        }
        assert!(
            bounds[0].0 == bounds[1].1 && bounds[1].0 == bounds[2].1,
            "{name}: no gap"
        );
        // Older files and scripts know the three by these.
        let keys: Vec<_> = set.bands.iter().map(|band| &*band.key).collect();
        assert_eq!(keys, ["met", "partly", "unmet"], "{name}");
        assert!(set.grades.is_sorted_by(|a, b| a.from > b.from), "{name}");
        if let Some(last) = set.grades.last() {
            assert_eq!(last.from, Number::ZERO, "{name}: every total has a grade");
        }
    }
}

#[test]
fn every_file_passes_the_check_of_an_imported_one() {
    for (name, set) in files() {
        assert_eq!(set.check(), Ok(()), "{name}");
    }
}

#[test]
fn every_rule_can_be_cited() {
    for (name, set) in files() {
        let words = &set.words;
        let texts = [
            &set.name,
            &set.source.title,
            &set.source.issuer,
            &words.execution,
            &words.higher,
            &words.lower,
            &words.bands,
        ];
        assert!(texts.iter().all(|text| text.chars().count() >= 4), "{name}");
        assert!(
            words.execution.contains(&set.execution_points.to_string()),
            "{name}"
        );
        for band in &set.bands[..2] {
            assert!(words.bands.contains(&format!("{}%", band.from)), "{name}");
        }
        assert_eq!(set.far_above.is_some(), words.far_above.is_some(), "{name}");
        assert_eq!(set.words_for(Direction::Higher), words.higher);
        assert_eq!(set.words_for(Direction::Lower), words.lower);
    }
}

#[test]
fn categories_are_recognised_as_people_write_them() {
    for (name, set) in files() {
        // In Hubei's the 40 points of the outcome have satisfaction in them.
        let satisfaction = match name.as_str() {
            "hubei-2019" => "效益指标",
            _ => "满意度指标",
        };
        for (typed, category) in [
            ("产出指标", "产出指标"),
            ("产出指标（50分）", "产出指标"),
            ("产出", "产出指标"),
            ("效益指标", "效益指标"),
            ("效果指标", "效益指标"),
            ("满意度指标", satisfaction),
            ("服务对象满意度", satisfaction),
        ] {
            let found = set.category(typed).map(|c| c.name.as_str());
            assert_eq!(found, Some(category), "{name}: {typed}");
        }
        assert_eq!(set.category("成本指标"), None, "{name}");
        assert_eq!(set.category(""), None, "{name}");
        for category in &set.categories {
            assert!(
                !category.stems.is_empty() && !category.dimensions.is_empty(),
                "{name}"
            );
            assert_eq!(set.category(&category.name), Some(category), "{name}");
        }
    }
}

/// What the sources say, number by number.
#[test]
fn the_sets() {
    let texts = |set: &RuleSet| {
        let points = |p: Option<Number>| p.map_or("–".to_owned(), |p| p.to_string());
        let categories: Vec<_> = set.categories.iter().map(|c| points(c.points)).collect();
        let grades: Vec<_> = set
            .grades
            .iter()
            .map(|g| format!("{}{}", g.name, g.from))
            .collect();
        [
            set.execution_points.to_string(),
            set.indicator_points.to_string(),
            categories.join(" "),
            format!("{} {}", set.bands[0].from, set.bands[1].from),
            grades.join(" "),
            points(set.far_above),
        ]
    };
    assert_eq!(
        texts(rule_set("wuhan-2020").unwrap()),
        ["20", "80", "– – –", "80 50", "", "–"]
    );
    assert_eq!(
        texts(rule_set("mof-2020").unwrap()),
        ["10", "90", "50 30 10", "80 60", "优90 良80 中60 差0", "130"]
    );
    let sichuan = rule_set("sichuan-2023").unwrap();
    assert_eq!(texts(sichuan), ["10", "90", "– – –", "80 60", "", "–"]);
    let floor = sichuan
        .explain_execution_below
        .map(|floor| floor.to_string());
    assert_eq!(floor.as_deref(), Some("90"));
    assert_eq!(
        texts(rule_set("hubei-2019").unwrap()),
        ["20", "80", "40 40", "80 50", "", "–"]
    );
}
