use super::{About, DisclosureKind};
use juesuan_paper::{Block, Paper, Place, make};

/// A paper of these lines: `# ` before a heading, more of them for a lower level.
fn paper(lines: &str) -> Paper {
    let block = |line: &str| {
        let level = line.chars().take_while(|c| *c == '#').count();
        let (place, runs) = (Place::default(), Vec::new());
        match u8::try_from(level) {
            Ok(level @ 1..) => Block::Heading {
                level,
                text: line.trim_start_matches('#').trim().to_owned(),
                place,
                runs,
            },
            _ => Block::Paragraph {
                text: line.to_owned(),
                place,
                runs,
            },
        }
    };
    Paper {
        blocks: lines.split('\n').map(block).collect(),
        ..Paper::default()
    }
    .numbered()
}

use DisclosureKind::{Budget, FinalAccounts, SelfEvaluation, Unknown};

#[test]
fn whose_it_is() {
    for (lines, unit, year, kind) in [
        // Cover in one line, in two, in three.
        (
            "# 云山市水务局2023年度部门决算\n# 第一部分 部门概况",
            Some("云山市水务局"),
            Some(2023),
            FinalAccounts,
        ),
        (
            "# 云山市水务局\n# 2023年度部门决算\n# 目录\n第一部分 云山市水务局概况",
            Some("云山市水务局"),
            Some(2023),
            FinalAccounts,
        ),
        (
            "# 2024年度\n# 云山市第二人民医院\n# 单位预算公开",
            Some("云山市第二人民医院"),
            Some(2024),
            Budget,
        ),
        (
            "# 二〇二二年度\n# 云山市档案馆单位决算",
            Some("云山市档案馆"),
            Some(2022),
            FinalAccounts,
        ),
        (
            "# 江苏省2018年度\n# 省级部门预算公开报表\n# 部门:中共云山省委办公厅",
            Some("中共云山省委办公厅"),
            Some(2018),
            Budget,
        ),
        (
            "# ２０２１ 年度 云山区教育局 部门决算\n",
            Some("云山区教育局"),
            Some(2021),
            FinalAccounts,
        ),
        (
            "# 云山市水务局（本级）2023年度单位决算",
            Some("云山市水务局"),
            Some(2023),
            FinalAccounts,
        ),
        (
            "# 2023年度云山市中医医院单位决算\n# 目录\n第一部分 单位概况 PAGEREF _Toc25831 h 3\n# 第一部分 单位概况",
            Some("云山市中医医院"),
            Some(2023),
            FinalAccounts,
        ),
        (
            "云山工业大学2021年度决算\n目录\n二、云山工业大学决算单位构成\n# 第一部分 概况",
            Some("云山工业大学"),
            Some(2021),
            FinalAccounts,
        ),
        // Headings and labels alone.
        (
            "# 第一部分 云山县林业局概况\n## 一、主要职能\n# 第二部分 2020年度部门决算表",
            Some("云山县林业局"),
            Some(2020),
            FinalAccounts,
        ),
        (
            "收支预算总表\n部门：云山省政协办公厅\n单位：万元",
            Some("云山省政协办公厅"),
            None,
            Budget,
        ),
        (
            "编制单位（盖章）：云山市供销合作社 金额单位：元\n收入支出决算总表",
            Some("云山市供销合作社"),
            None,
            FinalAccounts,
        ),
        // Sentences alone; documents of other years and earlier years do not count.
        (
            "云山市水务局2023年度收入支出总计10万元。与2022年度相比，增加1万元。根据财预〔2020〕10号。",
            Some("云山市水务局"),
            Some(2023),
            Unknown,
        ),
        (
            "截至2023年12月31日，本部门共有车辆2辆。",
            None,
            Some(2023),
            Unknown,
        ),
        // The second half of a name that is broken over two lines.
        (
            "第一部分 云山市人力资源和社会保障局\n东湖社会保险管理处概况\n云山市人力资源和社会保障局东湖社会保险管理处2020年度无政府性基金收入。\n2020年度云山市人力资源和社会保障局东湖社会保险管理处单位决算",
            Some("云山市人力资源和社会保障局东湖社会保险管理处"),
            Some(2020),
            FinalAccounts,
        ),
        // Nothing that could be taken for a name.
        (
            "# 2024年度部门决算\n# 第一部分 部门概况",
            None,
            Some(2024),
            FinalAccounts,
        ),
        (
            "# 云山市XX局2024年度部门决算\n# 第一部分 XX局概况",
            None,
            Some(2024),
            FinalAccounts,
        ),
        (
            "# 项目支出绩效自评表\n项目名称：信息化",
            None,
            None,
            SelfEvaluation,
        ),
        // Names of funds are no budgets.
        (
            "一、一般公共预算收支完成情况\n一般公共预算支出累计10万元，完成年初预算的40%。",
            None,
            None,
            FinalAccounts,
        ),
        (
            "2018年度本部门“三公”经费支出2.05万元。\n二、“三公”经费支出与年初预算对比情况。\n公务接待费支出2.05万元，年初预算为2万元。",
            None,
            Some(2018),
            FinalAccounts,
        ),
        (
            "2022年本部门财政拨款安排“三公”经费5万元，比上年减少1万元。\n一、“三公”经费安排情况",
            None,
            Some(2022),
            Budget,
        ),
        (
            "根据《预决算公开操作规程》，2025年本部门“三公”经费预算总额为5万元。",
            None,
            Some(2025),
            Budget,
        ),
        (
            "五、一般公共预算支出情况说明\n2023年本部门支出5万元。",
            None,
            Some(2023),
            Budget,
        ),
        (
            "项目支出10万元，同比增加5万元，2020年无此项预算，2021年新增。\n2021年一般公共预算支出50万元，支出预算40万元。",
            None,
            Some(2021),
            Budget,
        ),
        (
            "2022年政府预决算说明\n2022年度支出数为9万元。\n## （一）教育支出3万元，较2021年决算数增加1万元。\n## （二）财政事务2万元，较2021年决算数增加1万元。\n## （三）审计事务4万元，较2021年决算数减少1万元。",
            None,
            Some(2022),
            FinalAccounts,
        ),
        ("本单位2024年度收入合计10万元。", None, Some(2024), Unknown),
        ("今天天气很好。", None, None, Unknown),
        ("", None, None, Unknown),
    ] {
        let about = About::of(&paper(lines));
        assert_eq!(about.unit.as_deref(), unit, "unit of {lines}");
        assert_eq!(about.year, year, "year of {lines}");
        assert_eq!(about.kind, kind, "kind of {lines}");
    }
}

#[test]
fn the_name_of_the_file_is_the_last_resort() {
    let mut paper = paper("第一张表");
    paper.name = Some("云山市水务局2023年决算公开.pdf".to_owned());
    let about = About::of(&paper);
    assert_eq!((about.year, about.kind), (Some(2023), FinalAccounts));
}

#[test]
fn the_year_of_sheets() {
    for (cells, file, year) in [
        (
            &["收入决算表", "2024年度", "单位：万元"][..],
            "",
            Some(2024),
        ),
        (&["（2024年度）", "2024 年度"], "表2023.xlsx", Some(2024)),
        (&["２０２４年度"], "", Some(2024)),
        (&["2024年度", "2023年度"], "", None),
        (&["2024年度", "2023年度"], "2022年.xlsx", Some(2022)),
        (&["2024年决算数", "2024年"], "", None),
        (&["年度"], "", None),
    ] {
        let cells = cells.iter().enumerate();
        let cells = cells.map(|(row, text)| vec![make::cell(row, 0, (*text).to_owned())]);
        let paper = Paper {
            name: Some(file.to_owned()),
            blocks: vec![make::table(cells.collect())],
            ..Paper::default()
        };
        assert_eq!(About::of(&paper).year, year, "{paper}");
    }
}
