//! Rewording a sentence: what it says so far, what its wording names, and what can be named in it.

use juesuan::accounts::{Change, Style};
use juesuan::disclosure::{Offered, Piece, Sentence, Why, Written};
use juesuan::exchange::read_workbook;
use juesuan::{Edit, Workbook, assess};

fn example() -> Workbook {
    read_workbook(include_bytes!("../static/example.juesuan.json")).unwrap()
}

fn set(workbook: &Workbook, path: &str, text: &str) -> Workbook {
    let change = Change::Set {
        cell: path.parse().unwrap(),
        text: text.to_owned(),
    };
    workbook.edited(&Edit::Accounts(change)).unwrap()
}

/// The example with these cells set, one behind the other.
fn with(cells: &[(&str, &str)]) -> Workbook {
    let set = |workbook, (path, text): &(&str, &str)| set(&workbook, path, text);
    cells.iter().fold(example(), set)
}

/// The paragraphs, each with its sentences.
fn paragraphs(workbook: &Workbook) -> Vec<Vec<Sentence>> {
    let assessment = assess(workbook, None);
    let sections = assessment.accounts.disclosure.sections.iter();
    let paragraph = |block: &std::rc::Rc<Written>| match &**block {
        Written::Paragraph(sentences) => Some(sentences.clone()),
        _ => None,
    };
    let blocks = sections.flat_map(|section| &section.blocks);
    blocks.filter_map(paragraph).collect()
}

fn sentences(workbook: &Workbook, key: &str) -> Vec<Sentence> {
    let all = paragraphs(workbook).into_iter().flatten();
    all.filter(|sentence| sentence.key == key).collect()
}

/// As it is shown, what is missing in brackets.
fn shown(sentence: &Sentence) -> String {
    let pieces = sentence.so_far().into_iter().map(|piece| match piece {
        Ok(Piece::Words(words)) => words.clone(),
        Ok(Piece::Figure(figure)) => figure.shown.clone(),
        Err(missing) => format!("[{}]", missing.name),
    });
    pieces.collect()
}

fn named(workbook: &Workbook, key: &str, wording: &str) -> Vec<Offered> {
    let assessment = assess(workbook, None);
    let style = Style::named(&workbook.accounts.style);
    let sentence = &sentences(workbook, key)[0];
    assessment
        .material(workbook)
        .named_in(style, sentence, wording)
}

fn offered(workbook: &Workbook, key: &str, at: usize) -> Vec<Offered> {
    let assessment = assess(workbook, None);
    let style = Style::named(&workbook.accounts.style);
    let sentence = &sentences(workbook, key)[at];
    assessment.material(workbook).offered(style, sentence)
}

#[test]
fn a_sentence_that_waits_is_shown_with_its_blanks() {
    #[track_caller]
    fn case(cells: &[(&str, &str)], key: &str, expected: &str) {
        let all = sentences(&with(cells), key);
        let all: Vec<String> = all.iter().map(shown).collect();
        assert_eq!(all.join("|"), expected);
    }
    let total = "accounts.text.total";
    case(&[(total, "共{总计}万元。")], "total", "共1,552.63万元。");
    case(
        &[(total, "共{总计}万元，{总结}。")],
        "total",
        "共1,552.63万元，[总结]。",
    );
    case(&[(total, "{总结}{总结}。")], "total", "[总结]。");
    case(
        &[("accounts.01.left-total.last", "一点")],
        "total",
        "2020年度收入总计和支出总计均为1,552.63万元，与2019年度相比各[总计·增减]。",
    );
    case(
        &[("accounts.07.running.budget", "一点")],
        "three.running",
        "（2）公务用车运行维护费1.38万元，[公务用车运行费·完成]，[公务用车运行费·比预算]。",
    );
    // Of the pieces of one sentence each says what it will, and names what it waits for itself.
    let no_staff = &[("accounts.facts.publicService", "")];
    case(
        no_staff,
        "profile.staff",
        "武汉市人力资源和社会保障局汉阳社会保险管理处年末在职实有[事业编制在职人数]人",
    );
    case(no_staff, "profile.staff.service", "[事业人数]");
    case(no_staff, "profile.staff.end", "。");
    case(
        &[("accounts.03.total.basic", "一点")],
        "spending.parts",
        "[基本支出]；|项目支出178.3万元，占本年支出的11.5%。",
    );
    case(
        &[("accounts.facts.fuel", "")],
        "three.running.parts",
        "[燃料费]，|维修费0.8万元，|过桥过路费0.01万元，|保险费0.37万元，|[其他运行维护费]。",
    );
    case(
        &[("accounts.facts.services", "")],
        "procurement",
        "[政府采购服务支出]",
    );
}

#[test]
fn what_a_wording_names_is_told_with_its_place() {
    #[track_caller]
    fn case(key: &str, wording: &str, expected: &[(&str, Result<&str, Why>)]) {
        let named = named(&example(), key, wording);
        let told: Vec<_> = named
            .iter()
            .map(|one| {
                let said = one.said.as_ref();
                let said = said.map(String::as_str);
                (
                    &wording[one.at.clone()],
                    said.map_err(|missing| missing.why.clone()),
                )
            })
            .collect();
        assert_eq!(told, expected, "{wording}");
    }
    case("total", "没有数字。", &[]);
    case("total", "共{总计}万元。", &[("{总计}", Ok("1,552.63"))]);
    case(
        "total",
        "｛ 总计 ｝万元，{总计·增减}。",
        &[
            ("｛ 总计 ｝", Ok("1,552.63")),
            ("{总计·增减}", Ok("增加7.7万元，增长0.5%")),
        ],
    );
    case(
        "total",
        "{一{总计}和{总结}，{没有关上",
        &[("{总计}", Ok("1,552.63")), ("{总结}", Err(Why::Unknown))],
    );
    // What is of one thing among several has no name elsewhere.
    case("total", "{金额}", &[("{金额}", Err(Why::Unknown))]);
}

#[test]
fn every_style_offers_what_its_sentences_name() {
    for style in Style::all() {
        let workbook = set(&example(), "accounts.style", &style.id);
        let assessment = assess(&workbook, None);
        for sentence in paragraphs(&workbook).iter().flatten() {
            let material = assessment.material(&workbook);
            let template = style
                .templates()
                .find(|one| one.key == sentence.key)
                .unwrap();
            let offered = material.offered(style, sentence);
            let names: Vec<&str> = offered.iter().map(|one| one.name.as_str()).collect();
            let mut once = names.clone();
            once.sort_unstable();
            once.dedup();
            assert_eq!(
                once.len(),
                names.len(),
                "{}: a name is there twice",
                sentence.key
            );
            for one in material.named_in(style, sentence, template.text.as_str()) {
                assert!(
                    names.contains(&one.name.as_str()),
                    "{}: {}",
                    sentence.key,
                    one.name
                );
            }
            for one in offered {
                let unknown = one.said.is_err_and(|missing| missing.why == Why::Unknown);
                assert!(!unknown, "{}: {} is no figure", sentence.key, one.name);
            }
        }
    }
}

#[test]
fn what_is_offered_says_what_it_is_today() {
    #[track_caller]
    fn case(workbook: &Workbook, key: &str, at: usize, name: &str, expected: Option<&str>) {
        let offered = offered(workbook, key, at);
        let found = offered.iter().find(|one| one.name == name);
        let said = found.map(|one| one.said.as_deref().unwrap_or("待填"));
        assert_eq!(said, expected, "{key}: {name}");
    }
    let workbook = example();
    case(&workbook, "total", 0, "总计", Some("1,552.63"));
    case(
        &workbook,
        "total",
        0,
        "总计·增减",
        Some("增加7.7万元，增长0.5%"),
    );
    case(&workbook, "total", 0, "三公经费", Some("1.38"));
    case(&workbook, "total", 0, "金额", None);
    case(&workbook, "general.classes", 0, "金额", Some("1,249.26"));
    case(&workbook, "general.classes", 1, "金额", Some("148.59"));
    case(
        &workbook,
        "general.classes",
        1,
        "全称",
        Some("卫生健康支出（类）"),
    );
    case(&workbook, "spending.parts", 1, "名称", Some("项目支出"));
    let lost = set(&workbook, "accounts.01.left-total.last", "一点");
    case(&lost, "total", 0, "总计", Some("1,552.63"));
    case(&lost, "total", 0, "总计·增减", Some("待填"));
    // In a clerk's own words a figure below zero stands as it is.
    let below = set(&workbook, "accounts.01.left-total.amount", "-3");
    case(&below, "total", 0, "总计", Some("-3"));
}

#[test]
fn a_reason_stands_below_its_own_sentence() {
    for style in Style::all() {
        let workbook = set(&example(), "accounts.style", &style.id);
        let mut count = 0;
        for sentence in paragraphs(&workbook).iter().flatten() {
            for cell in &sentence.reasons {
                count += 1;
                let text = shown(sentence);
                let ends = sentence.line || text.trim_end().ends_with(['。', '；', ']']);
                assert!(ends, "{}: {cell} below half a sentence: {text}", style.id);
            }
        }
        assert!(count >= 5, "{}: {count} reasons", style.id);
    }
}

#[test]
fn a_sentence_that_is_reworded_does_not_go_away() {
    for typed in ["，", "。", "……", "{差异原因}", "{", "}", " 一"] {
        let workbook = with(&[("accounts.text.total", typed)]);
        let own = sentences(&workbook, "total");
        assert_eq!(own.len(), 1, "{typed}");
        assert!(own[0].reworded, "{typed}");
    }
}
