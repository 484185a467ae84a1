//! Names of which one character is another, or was lost or doubled: held against the other places of the document
//! and against the names that tables, codes and classifications have.
//!
//! Old and local names are names: of a document that has one spelling only nothing is said, unless it is a single
//! place, and one character away from the name of its code.

mod alike;
mod names;
mod rows;

use super::look::Proof;
use names::Names;
use rows::Rows;

pub(super) fn check(proof: &mut Proof<'_>) {
    let rows = Rows::of(proof);
    rows.tell(proof);
    let names = Names::of(&rows);
    for passage in proof.passages {
        if passage.is_cell() {
            names.cell(proof, passage);
        } else {
            names.text(proof, passage);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Matter;
    use crate::proof::cases::{found_with, table};

    fn names(matter: &Matter) -> bool {
        matches!(matter, Matter::SubjectName { .. } | Matter::Words { .. })
    }

    /// What is found in rows of two tables.
    fn in_tables(rows: &[&[(&str, &str, &str)]]) -> String {
        let tables = rows.iter().map(|rows| table(5, "支出决算表", rows));
        found_with("# 决算", tables.collect(), names).join("; ")
    }

    #[test]
    fn names_beside_codes() {
        let mut differ = Vec::new();
        let pension = ("2080505", "机关事业单位基本养老保险缴费支出", "1.00");
        for (rows, expected) in [
            (
                vec![vec![
                    ("2080505", "机关事业单位基本养老保险缴费支出", "1.00"),
                    ("2080505", "机关事业单位基本养老保险激费支出", "1.00"),
                ]],
                1,
            ),
            (
                vec![vec![
                    pension,
                    ("2080505", "机关事业单位基本养老缴费支出", "1.00"),
                ]],
                0,
            ),
            // One place alone: the classification has it.
            (vec![vec![("2210201", "住房公职金", "1.00")]], 1),
            (vec![vec![("30206", "点费", "1.00")]], 0),
            (vec![vec![("30112", "其他社会保障激费", "1.00")]], 1),
            // Its own spelling at every place: a name of another year or place.
            (
                vec![
                    vec![("2210201", "住房公基金", "1.00")],
                    vec![("2210201", "住房公基金", "1.00")],
                ],
                0,
            ),
            (
                vec![vec![
                    ("2080501", "归口管理的行政单位离退休", "1.00"),
                    ("2080501", "行政单位离退休", "1.00"),
                ]],
                0,
            ),
            (
                vec![vec![
                    ("2010301", "行政运行", "1.00"),
                    ("2010301", "行政远行", "1.00"),
                ]],
                0,
            ),
            (
                vec![vec![
                    ("2019901", "云山市水务局机关", "1.00"),
                    ("2019901", "云山市水利局机关", "1.00"),
                ]],
                0,
            ),
            (
                vec![vec![
                    ("2081601", "红十字事务管理运行", "1.00"),
                    ("2081601", "红十字事务管里运行", "1.00"),
                    ("2081601", "红十字事务管理运行", "1.00"),
                ]],
                1,
            ),
            (
                vec![vec![
                    pension,
                    ("2080505", "机关事业单位基本养老保险交费支出", "1.00"),
                ]],
                0,
            ),
        ] {
            let rows: Vec<&[(&str, &str, &str)]> = rows.iter().map(Vec::as_slice).collect();
            let found = in_tables(&rows);
            let count = found.split("; ").filter(|it| !it.is_empty()).count();
            if count != expected {
                differ.push(format!(
                    "{rows:?}\n    found {found:?}, expected {expected}"
                ));
            }
        }
        assert!(differ.is_empty(), "{}", differ.join("\n"));
    }

    #[test]
    fn names_in_texts_and_cells() {
        let rows: &[(&str, &str, &str)] = &[
            ("2080505", "机关事业单位基本养老保险缴费支出", "1.00"),
            ("2210201", "住房公积金", "1.00"),
            ("2101101", "行政单位医疗", "1.00"),
            ("2101102", "事业单位医疗", "1.00"),
            ("2140601", "车辆购置税支出", "1.00"),
        ];
        let mut differ = Vec::new();
        for (text, expected) in [
            (
                "本年一般公共预算财政拔款支出5万元，一般公共预算财政拨款支出4万元。",
                "N 拔款",
            ),
            (
                "一般公共算财政拨款支出5万元，一般公共预算财政拨款支出4万元。",
                "W 一般公共算财政拨款",
            ),
            (
                "公务用车运行维护费1万元。公务用车运型维护费1万元。",
                "W 公务用车运型维护费",
            ),
            ("| 年初结转和结余\n| 年初结转和节余", "W 年初结转和节余"),
            (
                "| 一、一般公共预算财政拨款收入\n| 一、一般公共预算财致拨款收入",
                "W 一般公共预算财致拨款收入",
            ),
            (
                "使用的科目有：住房公积金、行政单位医疗。\n科目有：住房公职金、事业单位医疗。",
                "W 住房公职金",
            ),
            // The name stands nowhere else, or stands so twice.
            ("公务用车运型维护费1万元。", ""),
            (
                "公务用车运行维护费1万元。公务用车运型维护费1万元。公务用车运型维护费2万元。",
                "",
            ),
            // Other names.
            (
                "年初结转和结余1万元，年末结转和结余2万元，上年结转和结余3万元。",
                "",
            ),
            ("本年支出合计5万元，全年支出合计6万元。", ""),
            ("| 本年支出合计\n| 本年支出小计", ""),
            (
                "行政单位医疗1万元，事业单位医疗2万元，企业单位医疗3万元。",
                "",
            ),
            (
                "住房公积金管理中心5万元，住房公积金1万元，住房公益金管理6万元。",
                "",
            ),
            ("附属单位上缴收入0万元，附属单位上交收入0万元。", ""),
            (
                "一般公共预算财政拨款收入5万元，一般公共预算拨款收入5万元。",
                "",
            ),
            (
                "政府性基金预算财政拨款0万元，政府基金预算财政拨款0万元。",
                "",
            ),
            (
                "公务用车购置费1万元，公务用车购置支出2万元；因公出国（境）费0万元，因公出国（境）团组0个。",
                "",
            ),
            ("公务员医疗补助1万元，安排的公务员医疗补助经费。", ""),
            (
                "行政单位医疗1万元。行政单位离退休1万元，行政单位退休人员2人。",
                "",
            ),
            ("| 公务用车购置费\n| 公务用车购置数", ""),
            (
                "公务用车费包括车辆购置支出（含购置税），另有车辆购置税支出1万元。",
                "",
            ),
            ("住房公积金管理支出1万元，住房公积管理支出2万元。", ""),
            ("公务接待费1万元，公务接待费用2万元，其公务接待1批次。", ""),
            (
                "公务用车购置及运行维护费1万元，公务用车购置及运行费1万元。",
                "",
            ),
        ] {
            let tables = vec![table(5, "支出决算表", rows)];
            let found = found_with(&format!("# 决算\n{text}"), tables, names).join("; ");
            if found != expected {
                differ.push(format!(
                    "{text}\n    found {found:?}, expected {expected:?}"
                ));
            }
        }
        assert!(differ.is_empty(), "{}", differ.join("\n"));
    }
}
