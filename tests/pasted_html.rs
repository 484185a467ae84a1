//! Tables as office programs and web pages put them into the clipboard, and what is read of them.

use juesuan::exchange::pasted_table;
use proptest::prelude::*;

/// What the case shows, the HTML, the cells: a row a line, columns at `|`, a line end within a cell
/// as `⏎`. No line at all: no table.
type Case = (&'static str, &'static str, &'static [&'static str]);

fn shown(html: &str) -> Vec<String> {
    pasted_table(html)
        .unwrap_or_default()
        .iter()
        .map(|row| row.join("|").replace('\n', "⏎"))
        .collect()
}

#[track_caller]
fn tables(cases: &[Case]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|&(name, html, cells)| (name, cells, shown(html)))
        .filter(|(_, cells, read)| cells != read)
        .map(|(name, cells, read)| format!("{name}:\n  wanted {cells:?}\n  read   {read:?}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The cells of a table with one row: the HTML within a `<td>`, the text.
#[track_caller]
fn texts(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|&(html, text)| {
            let table = pasted_table(&format!("<table><tr><td>{html}</td></tr></table>"));
            (html, text, table)
        })
        .filter(|(_, text, table)| *table != Some(vec![vec![(*text).to_owned()]]))
        .map(|(html, text, table)| format!("{html:?}: wanted {text:?}, read {table:?}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

const EXCEL: &str = "\
<html xmlns:v=\"urn:schemas-microsoft-com:vml\"\r
xmlns:o=\"urn:schemas-microsoft-com:office:office\"\r
xmlns:x=\"urn:schemas-microsoft-com:office:excel\"\r
xmlns=\"http://www.w3.org/TR/REC-html40\">\r
<head>\r
<meta http-equiv=Content-Type content=\"text/html; charset=utf-8\">\r
<meta name=ProgId content=Excel.Sheet>\r
<title>自评表 <table><tr><td>不是表</td></tr></table></title>\r
<link rel=File-List href=\"file:///C:/Users/x/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml\">\r
<style>\r
<!--table\r
\t{mso-displayed-decimal-separator:\"\\.\";}\r
td > a, .xl65 {mso-number-format:\"\\#\\,\\#\\#0\\.00\";}\r
-->\r
</style>\r
<!--[if gte mso 9]><xml><table><tr><td>也不是</td></tr></table></xml><![endif]-->\r
</head>\r
<body link=\"#0563C1\" vlink=\"#954F72\">\r
<table border=0 cellpadding=0 cellspacing=0 width=432 style='border-collapse:\r
 collapse;width:324pt'>\r
<!--StartFragment-->\r
 <col width=72 span=3 style='width:54pt'>\r
 <tr height=19 style='mso-height-source:userset;height:14.25pt'>\r
  <td colspan=4 height=19 class=xl70 width=288 style='height:14.25pt;width:216pt'>2025年度项目支出<br>\r
    绩效自评表</td>\r
 </tr>\r
 <tr height=19 style='height:14.25pt'>\r
  <td rowspan=3 height=57 class=xl66 style='height:42.75pt'>产出指标</td>\r
  <td class=xl67>培训<span\r
  style='mso-spacerun:yes'>&nbsp;&nbsp; </span>人次</td>\r
  <td class=xl65 align=right>&#8805;1,200.00</td>\r
  <td class=xl65>　</td>\r
 </tr>\r
 <tr height=19 style='height:14.25pt'>\r
  <td height=19 class=xl67 style='height:14.25pt'>Number of\r
  people &lt;trained&gt;</td>\r
  <td class=xl65 colspan=2 style='mso-ignore:colspan'>编外人员工资福利<span style='display:none'>支出</span></td>\r
 </tr>\r
 <tr height=0 style='display:none;mso-height-source:userset'>\r
  <td height=0 class=xl67>藏起来的行</td>\r
  <td></td>\r
  <td>3</td>\r
 </tr>\r
 <![if supportMisalignedColumns]>\r
 <tr height=0 style='display:none'>\r
  <td width=72 style='width:54pt'></td>\r
  <td width=72 style='width:54pt'></td>\r
  <td width=72 style='width:54pt'></td>\r
  <td width=72 style='width:54pt'></td>\r
 </tr>\r
 <![endif]>\r
<!--EndFragment-->\r
</table>\r
</body>\r
</html>\r
";

const WPS: &str = r#"<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"/>
<style>.et2{mso-number-format:"0\.00_ ";}</style></head>
<body><table width="216" border="0" cellpadding="0" cellspacing="0" style='width:162.00pt;border-collapse:collapse;table-layout:fixed;'>
<!--StartFragment--><col width="72" span="3" style='width:54.00pt;'/>
 <tr height="18" style='height:13.50pt;'>
  <td class="et1" height="18" width="72" style='height:13.50pt;width:54.00pt;' x:str>预算数</td>
  <td class="et2" width="72" align="right" style='width:54.00pt;' x:num="1234.5">1,234.50 </td>
  <td class="et2" width="72" style='width:54.00pt;'></td>
 </tr>
 <tr height="18" style='height:13.50pt;'>
  <td class="et1" x:str>完成率<br/>（%）</td>
  <td class="et2" align="right" x:num="0.985" x:fmla="=B2/B1">98.50%</td>
  <td class="et2" x:str>“十四五”</td>
 </tr>
<!--EndFragment--></table></body></html>"#;

const WORD: &str = "\
<html xmlns:w=\"urn:schemas-microsoft-com:office:word\"><head><style><!--\r
 p.MsoNormal {mso-style-parent:\"\"; text-align:justify}\r
--></style></head>\r
<body lang=ZH-CN style='tab-interval:21.0pt'>\r
<!--StartFragment-->\r
<p class=MsoNormal>表前的话</p>\r
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0\r
 style='border-collapse:collapse;mso-yfti-tbllook:1184'>\r
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>\r
  <td width=184 valign=top style='width:138.25pt;padding:0cm 5.4pt 0cm 5.4pt'>\r
  <p class=MsoNormal><span style='font-family:宋体'>加强部门预算绩效管理，提高资\r
  金使用效益</span><span lang=EN-US><o:p></o:p></span></p>\r
  <p class=MsoNormal><![if !supportLists]><span lang=EN-US>1.<span style='font:7.0pt \"Times New Roman\"'>&nbsp;\r
  </span></span><![endif]><span style='font-family:宋体'>培训</span><span\r
  lang=EN-US>50</span><span style='font-family:宋体'>人</span></p>\r
  </td>\r
  <td width=184 valign=top>\r
  <p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>\r
  </td>\r
 </tr>\r
 <tr style='mso-yfti-irow:1;mso-yfti-lastrow:yes'>\r
  <td width=368 colspan=2 valign=top>\r
  <p class=MsoNormal><!--[if supportFields]><span>DATE</span><![endif]--><span lang=EN-US>The budget was\r
  carried out&#133;</span></p>\r
  </td>\r
 </tr>\r
 <![if !supportMisalignedColumns]>\r
 <tr height=0>\r
  <td width=184 style='border:none'></td>\r
  <td width=184 style='border:none'></td>\r
 </tr>\r
 <![endif]>\r
</table>\r
<p class=MsoNormal>表后的话</p>\r
<table><tr><td>第二张表</td></tr></table>\r
<!--EndFragment-->\r
</body></html>\r
";

const LIBREOFFICE: &str = r##"<!DOCTYPE html>
<html>
<head>
	<meta http-equiv="content-type" content="text/html; charset=utf-8"/>
	<title></title>
	<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>
	<style type="text/css">
		body,div,table,thead,tbody,tfoot,tr,th,td,p { font-family:"Liberation Sans"; font-size:x-small }
		a.comment-indicator:hover + comment { background:#ffd; position:absolute; display:block; }
	</style>
</head>
<body>
<table cellspacing="0" border="0">
	<colgroup span="2" width="85"></colgroup>
	<tr>
		<td height="17" align="left" valign=bottom><b><font color="#000000">指标</font></b></td>
		<td align="left" valign=bottom sdnum="2052;0;@">年度<br>指标值</td>
	</tr>
	<tr>
		<td rowspan=2 height="34" align="center" valign=middle>成本</td>
		<td align="right" valign=bottom sdval="90" sdnum="2052;">90</td>
	</tr>
	<tr>
		<td align="right" valign=bottom sdval="-3.5" sdnum="2052;0;0.00">-3.50</td>
		</tr>
</table>
</body>
</html>"##;

const WEB_PAGE: &str = r#"<meta charset='utf-8'><div class="wrap"><table class="t" data-x="a>b"><caption>表 1</caption>
<thead><tr><th scope="col">项目<th scope='col'>金额
<tbody>
<tr><td><a href="/?a=1&b=2" title='<td>'>三公经费</a><td><div>12.5</div><div>万元</div>
<tr><td><ul><li>甲</li><li>乙</li></ul><td><script>document.write("<td>x</td></table>")</script>7
<tfoot><tr><td>合计<td>19.5
</table></div><table><tr><td>另一张</table>"#;

#[test]
fn what_the_programs_write() {
    tables(&[
        (
            "Excel",
            EXCEL,
            &[
                "2025年度项目支出⏎绩效自评表|||",
                "产出指标|培训   人次|≥1,200.00|",
                "|Number of people <trained>|编外人员工资福利支出|",
                "|藏起来的行||3",
            ],
        ),
        (
            "WPS",
            WPS,
            &["预算数|1,234.50|", "完成率⏎（%）|98.50%|“十四五”"],
        ),
        (
            "Word",
            WORD,
            &[
                "加强部门预算绩效管理，提高资金使用效益⏎1.  培训50人|",
                "The budget was carried out…|",
            ],
        ),
        (
            "LibreOffice",
            LIBREOFFICE,
            &["指标|年度⏎指标值", "成本|90", "|-3.50"],
        ),
        (
            "web page",
            WEB_PAGE,
            &["项目|金额", "三公经费|12.5⏎万元", "甲⏎乙|7", "合计|19.5"],
        ),
    ]);
}

#[test]
fn merged_cells() {
    tables(&[
        (
            "across and down",
            "<table><tr><td colspan=2 rowspan=2>a<td>b<tr><td>c<tr><td>d<td>e<td>f</table>",
            &["a||b", "||c", "d|e|f"],
        ),
        (
            "down from the middle",
            "<table><tr><td>a<td rowspan=3>b<td>c<tr><td>d<td>e<tr><td>f<td>g</table>",
            &["a|b|c", "d||e", "f||g"],
        ),
        (
            "down at the right",
            "<table><tr><td>a<td>b<td rowspan=2>c<tr><td>d<tr><td>e</table>",
            &["a|b|c", "d||", "e"],
        ),
        (
            "rows that are covered as a whole",
            "<table><tr><td rowspan=2>a<td rowspan=2>b<tr></tr><tr><td>c<td>d</table>",
            &["a|b", "|", "c|d"],
        ),
        (
            "all there is",
            "<table><tr><td colspan=3>a</table>",
            &["a||"],
        ),
        (
            "a title wider than the table",
            "<table><tr><td colspan=100>a<tr><td>b<td>c<tr><td colspan=100 rowspan=2>d<tr></tr></table>",
            &["a|", "b|c", "d|", "|"],
        ),
        (
            "longer than the table",
            "<table><tr><td rowspan=99999999999999999999>a<td>b<tr><td>c</table>",
            &["a|b", "|c"],
        ),
        (
            "down to the end",
            "<table><tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d</table>",
            &["a|b", "|c", "|d"],
        ),
        (
            "spans that overlap",
            "<table><tr><td>a<td rowspan=3>b<tr><td colspan=2>c<td>d<tr><td>e<td>f</table>",
            &["a|b", "c||d", "e||f"],
        ),
        (
            "no numbers",
            "<table><tr><td colspan=0>a<td colspan=-2>b<td colspan=x>c<td colspan>d<td COLSPAN=' 2.9 '>e</table>",
            &["a|b|c|d|e|"],
        ),
    ]);
}

#[test]
fn rows_and_cells() {
    tables(&[
        ("nothing", "", &[]),
        ("no table", "<p>培训<br>宣传</p>", &[]),
        ("cells without a table", "<tr><td>a</td></tr>", &[]),
        ("empty table", "<table><tr></tr></table>", &[]),
        (
            "only an unseen row",
            "<table><tr height='0'><td></table>",
            &[],
        ),
        ("empty cell", "<table><td></table>", &[""]),
        (
            "the first with cells",
            "<table></table><table><td>a</table>",
            &["a"],
        ),
        (
            "one after another, not closed",
            "<table><tr><td>a</td><table><tr><td>b",
            &["a"],
        ),
        (
            "ragged",
            "<table><tr><td>a<tr><td>b<td>c</table>",
            &["a", "b|c"],
        ),
        (
            "capital letters",
            "<TABLE><TR><TH>a</TH><TD>b</TD></TR></TABLE>",
            &["a|b"],
        ),
        ("cut off", "<table><tr><td>a<td>b", &["a|b"]),
        ("cut off in a tag", "<table><tr><td>a<td", &["a"]),
        ("cut off in a value", "<table><tr><td>a<td style='x", &["a"]),
        ("cut off in a comment", "<table><tr><td>a<!-- <td>b", &["a"]),
        (
            "stray ends",
            "</td></tr></table><table></td></p></tr><td>a</td></td></tr></tr></table>",
            &["a"],
        ),
        (
            "text between cells",
            "<table>x<tr>y<td>a</td>z<td>b</td></tr>x</table>",
            &["a|b"],
        ),
        (
            "hidden rows with text, or before the end, stay",
            "<table><tr style='DISPLAY : none'><td><td><tr><td>a<td>b<tr style='display:none'><td><td>c</table>",
            &["|", "a|b", "|c"],
        ),
        (
            "table in a cell",
            "<table><tr><td>a<table><tr><td>b</td>\n<td>c</td></tr><tr><td>d</table>e<td>f</table>",
            &["a⏎b c⏎d⏎e|f"],
        ),
        (
            "odd tags",
            "<table/><tr/><td =x colspan = \"2\" / class>a</td/ x><td a='>'b=\">\">b",
            &["a||b"],
        ),
    ]);
}

#[test]
fn text_of_a_cell() {
    texts(&[
        // White space.
        (" \r\n\t 8 \n ", "8"),
        ("a \n\t b", "a b"),
        ("a<b> </b> <i> b</i>", "a b"),
        ("&nbsp;a&nbsp;&nbsp;b\u{a0}", "a  b"),
        ("　其中：　", "其中："),
        // Where the source wraps.
        ("培训\r\n  人次", "培训人次"),
        ("培训 人次", "培训 人次"),
        ("培训<span\nlang=EN-US>\n</span>人次", "培训人次"),
        ("完成，\n（见附件）", "完成，（见附件）"),
        ("实施\n“双一流”\n建设", "实施“双一流”建设"),
        ("the\n“first”\nyear", "the “first” year"),
        ("培训\nUSB", "培训 USB"),
        ("カタカナ\n漢字", "カタカナ漢字"),
        ("한국\n사람", "한국 사람"),
        ("𠮷\n野", "𠮷野"),
        // Lines.
        ("a<br>b<BR/>c", "a\nb\nc"),
        ("a<br><br>b", "a\n\nb"),
        ("<br>a<br>", "a"),
        ("a <br>\n  b", "a\nb"),
        ("<p>a</p>\n<p>b</p>", "a\nb"),
        ("<p>a<p>b", "a\nb"),
        ("<div>a<br></div><div>b</div>", "a\nb"),
        ("<p>a</p><p>&nbsp;</p><p>b</p>", "a\n\nb"),
        ("<p>a</p><p></p><p>b</p>", "a\nb"),
        // References.
        ("&lt;a&gt;&amp;&quot;&apos;", "<a>&\"'"),
        ("&amp;lt;", "&lt;"),
        ("&#20915;&#x7b97;&#X7B97", "决算算"),
        ("&le;90&times;2&permil;", "≤90×2‰"),
        ("&ldquo;a&rdquo;&mdash;&hellip;", "“a”—…"),
        ("&#147;a&#148; &#128;", "“a” €"),
        ("&#0;&#xd800;&#x110000;&#99999999999;", "����"),
        (
            "R&D &unknown; &# &#x; &#xg; &",
            "R&D &unknown; &# &#x; &#xg; &",
        ),
        ("a&nbspb &nbsp&lt1 &le1", "a&nbspb  &lt1 &le1"),
        ("a&#10;b", "a b"),
        // What is no text.
        ("a<!-- b -->c<!---->d<!-->e<!--->f", "acdef"),
        ("a<!--[if mso]>b<![endif]-->c", "ac"),
        ("a<![if !mso]>b<![endif]>c", "abc"),
        ("a<?xml:namespace prefix = o />b</ c>d</>e", "abde"),
        ("a<style>b<td></style >c<SCRIPT>'</b'</script>d", "acd"),
        ("<span style='display:none'>a</span>b", "ab"),
        ("3 < 5 <> 5<6 <", "3 < 5 <> 5<6 <"),
        ("<s>a</s><o:p></o:p><font color='red'>b</font>", "ab"),
    ]);
}

/// HTML that is there to harm, all of 1 MB or more, and how many rows and cells are read.
#[test]
fn hostile() {
    let many = |piece: &str| piece.repeat((1 << 20) / piece.len() + 1);
    let cell = |inside: &str| format!("<table><tr><td>{inside}</td></tr></table>");
    let one = Some((1, 1));
    let cases = [
        ("<", many("<"), None),
        ("< in a cell", cell(&many("<")), one),
        ("</ in a cell", cell(&many("</")), one),
        ("<! in a cell", cell(&many("<!")), one),
        ("<!-- in a cell", cell(&many("<!--")), one),
        ("<a in a cell", cell(&many("<a ")), one),
        ("<a=' in a cell", cell(&many("<a='")), one),
        ("= in a tag", format!("<table {}><td>", many("=")), one),
        ("style in a cell", cell(&many("<style>")), one),
        (
            "</ in a style",
            cell(&format!("<style>{}", many("</s"))),
            one,
        ),
        ("& in a cell", cell(&many("&")), one),
        ("digits", cell(&format!("&#{};", many("1"))), one),
        ("letters", cell(&format!("&{};", many("a"))), one),
        ("line ends", cell(&format!("a{}b", many("<br>"))), one),
        ("spaces", cell(&many("&nbsp;<p>")), one),
        ("tables", many("<table>"), None),
        ("tables in cells", many("<table><tr><td>"), one),
        ("rows", format!("<table>{}", many("<tr>")), None),
        ("cells", format!("<table><tr>{}", many("<td>")), None),
        (
            "wide",
            format!("<table>{}", many("<td colspan=9999>")),
            None,
        ),
        (
            "high",
            format!("<table>{}", many("<tr><td rowspan=9999>")),
            None,
        ),
        (
            "wide and high",
            format!("<table><tr>{}", many("<td colspan=9999 rowspan=9999>")),
            None,
        ),
        (
            "one wide, many rows",
            format!("<table><td colspan=1000 rowspan=0>{}", many("<tr>")),
            None,
        ),
        (
            "many wide, many rows",
            format!("<table>{}{}", "<td colspan=1000>".repeat(199), many("<tr>")),
            Some((1, 199_000)),
        ),
        (
            "as many as are read",
            format!("<table>{}", "<tr><td><td>".repeat(100_000)),
            Some((100_000, 200_000)),
        ),
        (
            "one more",
            format!("<table>{}<td>", "<tr><td><td>".repeat(100_000)),
            None,
        ),
    ];
    for (name, html, size) in cases {
        let start = std::time::Instant::now();
        let read = pasted_table(&html).map(|rows| (rows.len(), rows.iter().map(Vec::len).sum()));
        assert_eq!(read, size, "{name}");
        // Far more than it takes, far less than it would if it went over the text again and again.
        assert!(start.elapsed().as_secs() < 5, "{name}");
    }
}

fn is_sound(html: &str) -> Result<(), TestCaseError> {
    let Some(rows) = pasted_table(html) else {
        return Ok(());
    };
    prop_assert!(!rows.is_empty());
    for text in rows.iter().flatten() {
        prop_assert_eq!(text.trim(), text);
        let plain = !text.contains(['\t', '\r', '\u{a0}']);
        prop_assert!(plain, "{:?}", text);
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_is_taken(html in any::<String>()) {
        is_sound(&html)?;
        is_sound(&format!("<table><tr><td>{html}"))?;
    }

    #[test]
    fn any_pieces_are_taken(pieces in prop::collection::vec(prop::sample::select(vec![
        "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<th rowspan=2>", "<tr height=0>",
        "<td colspan=3 rowspan=2>", "<td rowspan=0>", "<td colspan=1001>", "<tbody>", "<caption>",
        "<p>", "<br>", "</div>", "<style>", "</style>", "<!--", "-->", "<![if x]>", "<", ">", "/",
        "=", "'", "\"", "&", "&#", "&nbsp;", "&#x26;", ";", " ", "\n", "a", "1", "决", "“", "\u{a0}",
    ]), 0..80)) {
        let html = pieces.concat();
        is_sound(&html)?;
        // Cut off anywhere.
        for (at, _) in html.char_indices() {
            is_sound(&html[..at])?;
        }
    }
}
