//! The figures of a final-accounts text: what they say, and that whatever is typed can be drawn.

use juesuan::chart::{Anchor, BarGroup, Chart, Fill, Part, Shape, bars, proportions};
use juesuan::figure::grouped;
use proptest::prelude::*;
use rust_decimal::Decimal;

fn group(name: &str, last: &str, this: &str, change: &str) -> BarGroup {
    let amount = |text: &str| text.parse().expect("a test's amount");
    BarGroup {
        name: name.to_owned(),
        last: ("2019 年".to_owned(), amount(last)),
        this: ("2020 年".to_owned(), amount(this)),
        change: change.to_owned(),
    }
}

fn part(name: &str, amount: &str, share: &str) -> Part {
    Part {
        name: name.to_owned(),
        amount: amount.parse().expect("a test's amount"),
        share: share.to_owned(),
    }
}

fn texts(chart: &Chart) -> Vec<&str> {
    fn text(shape: &Shape) -> Option<&str> {
        match shape {
            Shape::Text { text, .. } => Some(text.as_str()),
            _ => None,
        }
    }
    chart.shapes.iter().filter_map(text).collect()
}

/// Left, top, width, height and shade of what is not paper.
fn filled(chart: &Chart) -> Vec<([f32; 4], Fill)> {
    let rect = |shape: &Shape| match *shape {
        Shape::Rect {
            x,
            y,
            width,
            height,
            fill,
        } if fill != Fill::Paper => Some(([x, y, width, height], fill)),
        _ => None,
    };
    chart.shapes.iter().filter_map(rect).collect()
}

/// The bars of the lines of [`proportions`], without the pieces of the whole.
fn line_bars(chart: &Chart) -> Vec<[f32; 4]> {
    let bars = filled(chart).into_iter().map(|(rect, _)| rect);
    bars.filter(|rect| (rect[3] - 14.0).abs() < 0.2).collect()
}

/// Where a text is, by an estimate of its own.
fn text_box(shape: &Shape) -> Option<[f32; 4]> {
    let &Shape::Text {
        x,
        y,
        anchor,
        size,
        ref text,
        ..
    } = shape
    else {
        return None;
    };
    let em = |c: char| if c.is_ascii() { 0.55 } else { 1.0 };
    let width = text.chars().map(em).sum::<f32>() * size;
    let left = match anchor {
        Anchor::Start => x,
        Anchor::Middle => x - width / 2.0,
        Anchor::End => x - width,
    };
    Some([left, y - 0.8 * size, width, size])
}

fn the_seed() -> [Chart; 4] {
    let change = "+7.7（增长 0.5%）";
    [
        bars(
            "收入、支出决算总计变动情况",
            &[
                group("收入总计", "1544.93", "1552.63", change),
                group("支出总计", "1544.93", "1552.63", change),
            ],
        ),
        proportions(
            "收入决算结构",
            &[
                part("财政拨款收入", "1552.16", "100.0%"),
                part("其他收入", "0.47", "0.0%"),
            ],
        ),
        bars(
            "财政拨款收入、支出决算总计变动情况",
            &[group(
                "财政拨款收入",
                "1543.08",
                "1552.16",
                "+9.08（增长 0.6%）",
            )],
        ),
        proportions(
            "支出决算结构",
            &[
                part("基本支出", "1374.33", "88.5%"),
                part("项目支出", "178.30", "11.5%"),
            ],
        ),
    ]
    .map(|chart| chart.expect("something to draw"))
}

#[test]
fn the_seed_says_all_its_figures() {
    let shown: [&[&str]; 4] = [
        &[
            "2019 年",
            "2020 年",
            "1,544.93",
            "1,552.63",
            "收入总计",
            "支出总计",
            "+7.7（增长 0.5%）",
            "0",
            "500",
            "1,000",
            "1,500",
            "2,000",
            "单位：万元",
        ],
        &[
            "财政拨款收入",
            "1,552.16",
            "100.0%",
            "其他收入",
            "0.47",
            "0.0%",
            "合计",
            "1,552.63",
        ],
        &["1,543.08", "1,552.16", "+9.08（增长 0.6%）"],
        &[
            "基本支出",
            "1,374.33",
            "88.5%",
            "项目支出",
            "178.3",
            "11.5%",
            "合计",
            "1,552.63",
            "基本支出 88.5%",
        ],
    ];
    for (chart, expected) in the_seed().iter().zip(shown) {
        let drawn = texts(chart);
        for text in expected.iter().chain([&chart.title.as_str(), &chart.unit]) {
            assert!(drawn.contains(text), "{text} of {drawn:?}");
        }
    }
}

#[test]
fn a_chart_is_also_a_table_and_a_sentence() {
    let [change, income, _, spending] = the_seed();
    assert_eq!(change.columns, ["项目", "2019 年", "2020 年", "变动"]);
    assert_eq!(
        change.rows,
        [
            ["收入总计", "1,544.93", "1,552.63", "+7.7（增长 0.5%）"],
            ["支出总计", "1,544.93", "1,552.63", "+7.7（增长 0.5%）"],
        ]
    );
    assert_eq!(
        change.alternative,
        "柱形图：收入、支出决算总计变动情况。\
         收入总计：2019 年 1,544.93 万元，2020 年 1,552.63 万元，变动：+7.7（增长 0.5%）；\
         支出总计：2019 年 1,544.93 万元，2020 年 1,552.63 万元，变动：+7.7（增长 0.5%）。"
    );
    assert_eq!(income.columns, ["项目", "金额", "占比"]);
    assert_eq!(
        income.rows,
        [
            ["财政拨款收入", "1,552.16", "100.0%"],
            ["其他收入", "0.47", "0.0%"]
        ]
    );
    assert_eq!(
        spending.alternative,
        "结构图：支出决算结构。合计 1,552.63 万元。\
         基本支出 1,374.33 万元，占 88.5%；项目支出 178.3 万元，占 11.5%。"
    );
}

#[test]
fn what_is_missing_is_not_said() {
    let mut other = group("乙", "1", "2", "");
    other.last.0 = "2018 年".to_owned();
    other.this.0 = " ".to_owned();
    let chart = bars("", &[group("甲", "3", "3", "与上年持平"), other]).expect("bars");
    assert_eq!(chart.columns, ["项目", "上年", "本年", "变动"]);
    assert_eq!(
        chart.rows[0],
        ["甲", "2019 年：3", "2020 年：3", "与上年持平"]
    );
    assert_eq!(chart.rows[1], ["乙", "2018 年：1", "本年：2", ""]);
    assert!(
        chart
            .alternative
            .starts_with("柱形图。甲：2019 年 3 万元，")
    );
    assert!(
        chart
            .alternative
            .ends_with("；乙：2018 年 1 万元，本年 2 万元。")
    );

    let chart = proportions("", &[part(" \n", "1", ""), part("甲", "2", "—")]).expect("parts");
    assert_eq!(
        chart.alternative,
        "结构图。合计 3 万元。— 1 万元；甲 2 万元。"
    );
    assert_eq!(chart.rows[0], ["—", "1", ""]);
}

#[test]
fn nothing_to_draw() {
    assert_eq!(bars("图", &[]), None);
    assert_eq!(
        bars(
            "图",
            &[group("甲", "0", "0.00", "—"), group("乙", "-0", "0", "")]
        ),
        None
    );
    assert_eq!(proportions("图", &[]), None);
    assert_eq!(
        proportions("图", &[part("甲", "0", "—"), part("乙", "-0.0", "—")]),
        None
    );
}

#[test]
fn bars_stand_on_zero_or_hang_from_it() {
    let chart = bars(
        "图",
        &[
            group("甲", "-50", "100", ""),
            group("乙", "0", "0.0001", ""),
        ],
    );
    let found = filled(&chart.expect("bars"));
    let [
        (negative, Fill::Pale),
        (positive, Fill::Accent),
        (tiny, Fill::Accent),
    ] = found[..]
    else {
        panic!("last year pale, this year dark, zero without a bar: {found:?}");
    };
    let zero = negative[1];
    assert_eq!(positive[1] + positive[3], zero);
    assert!(
        (positive[3] - 2.0 * negative[3]).abs() < 0.2,
        "{positive:?} {negative:?}"
    );
    assert_eq!(tiny[3], 2.0, "seen, however small");
}

#[test]
fn nearly_equal_bars_are_drawn_as_they_are() {
    let [chart, ..] = the_seed();
    let heights: Vec<f32> = filled(&chart).iter().map(|(rect, _)| rect[3]).collect();
    // 220 for 2,000: the axis starts at zero and makes no drama of 0.5%.
    assert_eq!(heights, [169.9, 170.8, 169.9, 170.8]);
}

#[test]
fn negative_parts_go_left_and_make_no_whole() {
    let parts = [part("甲", "100", "125%"), part("乙", "-20", "-25%")];
    let chart = proportions("图", &parts).expect("parts");
    let bars = line_bars(&chart);
    assert_eq!(bars.len(), 2);
    assert_eq!(filled(&chart).len(), 2, "no bar of the whole");
    assert_eq!(bars[0][0], bars[1][0] + bars[1][2], "both from zero");
    assert!(texts(&chart).contains(&"有负数，不画整体的分段条"));
    assert!(texts(&chart).contains(&"80"), "the total all the same");
}

#[test]
fn a_total_that_cannot_be_exact_is_not_shown() {
    let cases = [
        (["1552.16", "0.47"], Some("合计 1,552.63 万元")),
        (["0.1", "-0.3"], Some("合计 -0.2 万元")),
        (["79228162514264337593543950335", "1"], None),
        (["79228162514264337593543950335", "0.1"], None),
        (
            [
                "9999999999999999999999999999",
                "0.0000000000000000000000000001",
            ],
            None,
        ),
    ];
    for (amounts, total) in cases {
        let parts = amounts.map(|amount| part("甲", amount, "—"));
        let chart = proportions("图", &parts).expect("parts");
        assert_eq!(
            chart.alternative.contains("合计"),
            total.is_some(),
            "{amounts:?}"
        );
        assert_eq!(
            texts(&chart).contains(&"合计"),
            total.is_some(),
            "{amounts:?}"
        );
        assert!(
            chart.alternative.contains(total.unwrap_or_default()),
            "{amounts:?}"
        );
    }
}

#[test]
fn long_names_are_short_only_in_the_drawing() {
    let long = "抗疫特别国债安排的支出以及其他一些名称极长的支出项目";
    let chart = proportions(long, &[part(long, "1", "100%")]).expect("parts");
    assert!(
        texts(&chart)
            .iter()
            .any(|text| text.ends_with('…') && long.starts_with(&text[..30]))
    );
    assert_eq!(chart.rows[0][0], long);
    assert_eq!(chart.alternative.matches(long).count(), 2);

    let long = long.repeat(3);
    let chart = bars(&long, &[group(&long, "1", "2", &long)]).expect("bars");
    assert_eq!(
        texts(&chart)
            .iter()
            .filter(|text| text.ends_with('…'))
            .count(),
        3
    );
    assert_eq!(
        (chart.title.as_str(), chart.rows[0][0].as_str()),
        (&*long, &*long)
    );
    assert!(chart.to_svg().contains(&format!("<title>{long}</title>")));
}

#[test]
fn bad_text_stays_text() {
    let bad = "<script>alert('1')</script>\"&amp;\u{0}\u{7}\u{202e}\u{ffff}\r\n甲\t乙";
    let shown = "<script>alert('1')</script>\"&amp; 甲 乙";
    let escaped = "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;amp; 甲 乙";
    let chart = proportions(bad, &[part(bad, "1", bad)]).expect("parts");
    assert_eq!(chart.title, shown);
    assert_eq!(chart.rows[0], [shown, "1", shown]);
    let svg = chart.to_svg();
    assert!(svg.contains(&format!("<title>{escaped}</title>")), "{svg}");
    assert_eq!(well_formed(&svg), Ok(()));

    // Also where somebody else puts the text there.
    let mut chart = chart;
    chart.alternative = bad.to_owned();
    chart.shapes.push(Shape::Text {
        x: 0.0,
        y: 12.0,
        anchor: Anchor::Start,
        size: 12.0,
        weight: juesuan::chart::Weight::Regular,
        tone: juesuan::chart::Tone::Ink,
        text: bad.to_owned(),
    });
    assert_eq!(well_formed(&chart.to_svg()), Ok(()));
}

#[test]
fn a_file_stands_by_itself() {
    let [chart, ..] = the_seed();
    let svg = chart.to_svg();
    for expected in [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 ",
        " role=\"img\"",
        "font-family=\"&quot;PingFang SC&quot;,&quot;Microsoft YaHei&quot;,&quot;Noto Sans CJK SC&quot;,sans-serif\"",
        "<title>收入、支出决算总计变动情况</title>\n<desc>柱形图：",
        "fill=\"#1f5fae\"",
        "stroke=\"#d5dae1\"",
        "fill=\"#1d2530\"",
    ] {
        assert!(svg.contains(expected), "{expected} of\n{svg}");
    }
    // Whatever policy holds where it is shown: no style, no script, nothing from elsewhere.
    for never in ["style", "<script", "href", "url("] {
        assert!(!svg.contains(never), "{never}");
    }
    assert_eq!(svg, the_seed()[0].to_svg(), "the same each time");
}

/// Whether tags are balanced, all of them ours, and the text between them is escaped.
fn well_formed(svg: &str) -> Result<(), String> {
    let mut open = Vec::new();
    let mut rest = svg;
    while let Some((text, after)) = rest.split_once('<') {
        plain(text)?;
        let (tag, after) = after.split_once('>').ok_or("a tag without end")?;
        rest = after;
        let name = tag.trim_start_matches('/');
        let name = name.split([' ', '/']).next().unwrap_or_default();
        if !["svg", "title", "desc", "rect", "line", "text"].contains(&name) {
            return Err(format!("unknown: <{tag}>"));
        }
        if tag.matches('"').count() % 2 == 1 {
            return Err(format!("unbalanced quotes: <{tag}>"));
        }
        plain(&tag.replace('"', ""))?;
        if tag.starts_with('/') {
            if open.pop() != Some(name) {
                return Err(format!("closes what is not open: <{tag}>"));
            }
        } else if !tag.ends_with('/') {
            open.push(name);
        }
    }
    plain(rest)?;
    if open.is_empty() {
        Ok(())
    } else {
        Err(format!("left open: {open:?}"))
    }
}

fn plain(text: &str) -> Result<(), String> {
    let bad = |c: char| {
        matches!(c, '<' | '>' | '"' | '\u{fffe}' | '\u{ffff}')
            || (c < ' ' && !matches!(c, '\t' | '\n' | '\r'))
    };
    let entity = |after: &str| {
        ["amp;", "lt;", "gt;", "quot;", "#39;"]
            .iter()
            .any(|name| after.starts_with(name))
    };
    if text.contains(bad) || !text.split('&').skip(1).all(entity) {
        return Err(format!("not escaped: {text:?}"));
    }
    Ok(())
}

/// Any decimal there is, and more often those of accounts.
fn any_amount() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        3 => (-1_000_000_000_i64..1_000_000_000).prop_map(|n| Decimal::new(n, 2)),
        1 => Just(Decimal::ZERO),
        1 => prop_oneof![Just(Decimal::MAX), Just(Decimal::MIN), Just(Decimal::new(1, 28))],
        2 => (any::<[u32; 3]>(), any::<bool>(), 0_u32..=28)
            .prop_map(|([a, b, c], negative, scale)| Decimal::from_parts(a, b, c, negative, scale)),
    ]
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~]{0,40}",
        "[一-龥]{0,40}",
        "(?s).{0,20}",
        Just("<b>&\"'\u{1}".to_owned())
    ]
}

prop_compose! {
    fn any_group()(name in any_text(), labels in any::<bool>(), label in any_text(),
                   last in any_amount(), this in any_amount(), change in any_text()) -> BarGroup {
        let [before, now] = if labels { ["2019 年", "2020 年"] } else { [label.as_str(), ""] };
        BarGroup { name, last: (before.to_owned(), last), this: (now.to_owned(), this), change }
    }
}

prop_compose! {
    fn any_part()(name in any_text(), amount in any_amount(), share in any_text()) -> Part {
        Part { name, amount, share }
    }
}

/// What holds of every chart.
fn sound(chart: &Chart) -> Result<(), TestCaseError> {
    let (width, height) = (chart.width as f32, chart.height as f32);
    let inside = |x: f32, y: f32| {
        // A tenth for what was rounded.
        (-0.1..=width + 0.1).contains(&x) && (-0.1..=height + 0.1).contains(&y)
    };
    for shape in &chart.shapes {
        let [x, y, w, h] = match *shape {
            Shape::Rect {
                x,
                y,
                width,
                height,
                ..
            } => [x, y, width, height],
            Shape::Line { x1, y1, x2, y2, .. } => [x1, y1, x2 - x1, y2 - y1],
            Shape::Text { .. } => text_box(shape).unwrap_or_default(),
        };
        prop_assert!(w >= 0.0 && h >= 0.0, "{shape:?}");
        prop_assert!(
            inside(x, y) && inside(x + w, y + h),
            "{shape:?} in {width} × {height}"
        );
    }
    let boxes: Vec<[f32; 4]> = chart.shapes.iter().filter_map(text_box).collect();
    for (i, a) in boxes.iter().enumerate() {
        for b in &boxes[..i] {
            let apart = a[0] + a[2] <= b[0] + 0.2
                || b[0] + b[2] <= a[0] + 0.2
                || a[1] + a[3] <= b[1] + 0.2
                || b[1] + b[3] <= a[1] + 0.2;
            prop_assert!(apart, "{a:?} over {b:?} in {:?}", texts(chart));
        }
    }
    prop_assert_eq!(well_formed(&chart.to_svg()), Ok(()));
    prop_assert!(
        chart
            .rows
            .iter()
            .all(|row| row.len() == chart.columns.len())
    );
    Ok(())
}

/// Lengths, with the sign of their amounts, never fall while amounts rise.
fn monotone(mut bars: Vec<(Decimal, f32)>) -> Result<(), TestCaseError> {
    bars.sort_by_key(|bar| bar.0);
    for pair in bars.windows(2) {
        prop_assert!(pair[0].1 <= pair[1].1, "{pair:?}");
    }
    Ok(())
}

fn signed_length(amount: Decimal, length: f32) -> (Decimal, f32) {
    (
        amount,
        if amount < Decimal::ZERO {
            -length
        } else {
            length
        },
    )
}

proptest! {
    #[test]
    fn any_bars_can_be_drawn(title in any_text(), groups in prop::collection::vec(any_group(), 0..8)) {
        let amounts: Vec<Decimal> = groups.iter().flat_map(|g| [g.last.1, g.this.1]).collect();
        let drawn: Vec<Decimal> = amounts.iter().copied().filter(|a| !a.is_zero()).collect();
        let Some(chart) = bars(&title, &groups) else {
            prop_assert!(drawn.is_empty());
            return Ok(());
        };
        sound(&chart)?;
        let found = filled(&chart);
        prop_assert_eq!(found.len(), drawn.len());
        let lengths = drawn.iter().zip(&found).map(|(a, (rect, _))| signed_length(*a, rect[3]));
        monotone(lengths.collect())?;
        for amount in amounts {
            prop_assert!(texts(&chart).contains(&grouped(amount).as_str()), "{}", amount);
        }
    }

    #[test]
    fn any_parts_can_be_drawn(title in any_text(), parts in prop::collection::vec(any_part(), 0..27)) {
        let drawn: Vec<Decimal> = parts.iter().map(|p| p.amount).filter(|a| !a.is_zero()).collect();
        let Some(chart) = proportions(&title, &parts) else {
            prop_assert!(drawn.is_empty());
            return Ok(());
        };
        sound(&chart)?;
        let found = line_bars(&chart);
        prop_assert_eq!(found.len(), drawn.len());
        let lengths = drawn.iter().zip(&found).map(|(a, rect)| signed_length(*a, rect[2]));
        monotone(lengths.collect())?;
        for part in &parts {
            prop_assert!(texts(&chart).contains(&grouped(part.amount).as_str()), "{}", part.amount);
        }
    }

    /// The pieces of the whole lie side by side, from margin to margin.
    #[test]
    fn pieces_fill_the_whole(amounts in prop::collection::vec(1_i64..1_000_000, 1..27)) {
        let parts: Vec<Part> = amounts.iter().map(|n| part("甲", &n.to_string(), "—")).collect();
        let chart = proportions("图", &parts).expect("parts");
        let whole = filled(&chart).into_iter().map(|(rect, _)| rect);
        let whole: Vec<[f32; 4]> = whole.filter(|rect| (rect[3] - 16.0).abs() < 0.2).collect();
        let (first, last) = (whole[0], whole[whole.len() - 1]);
        prop_assert!((first[0] - 20.0).abs() < 1.0, "{first:?}");
        prop_assert!((last[0] + last[2] - 700.0).abs() < 1.0, "{last:?}");
        for pair in whole.windows(2) {
            prop_assert!(pair[0][0] + pair[0][2] <= pair[1][0] + 0.11, "{pair:?}");
        }
    }
}
