#!/usr/bin/env python3
"""Makes the fixtures of spreadsheets, web pages and texts in this folder: `python3 make.py`.

Wants openpyxl and, for XLS, ODS and HTML of the same content, LibreOffice (`soffice`). What must come out of each
lies beside it as `<name>.expected`, looked over by hand; the test compares it whole.
"""
import datetime
import struct
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import openpyxl
from openpyxl.styles import Alignment

HERE = Path(__file__).parent
STAMP = datetime.datetime(2024, 1, 31)


def accounts(formulas):
    """One sheet as a unit keeps it, one that is hidden, one with formats."""
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = STAMP
    sheet = book.active
    sheet.title = "财决01表"
    rows = [
        ["收入支出决算总表", None, None, None],
        ["单位：市档案馆", None, None, "金额单位：万元"],
        ["项目", "年初预算数", "决算数", "完成率"],
        ["一、一般公共预算财政拨款收入", 1516.89, 1552.16, 1552.16 / 1516.89],
        ["二、其他收入", 0.1 + 0.2, 0.47, None],
        ["隐藏的行", 1, 2, 3],
        ["合计", 1517.19, "=C4+C5" if formulas else 1552.63, 0.9986],
    ]
    for row in rows:
        sheet.append(row)
    sheet.merge_cells("A1:D1")
    sheet.merge_cells("A2:C2")
    for row in range(4, 8):
        for column in "BC":
            sheet[f"{column}{row}"].number_format = "#,##0.00"
        sheet[f"D{row}"].number_format = "0.00%"
    sheet["A1"].alignment = Alignment(horizontal="center")
    sheet.row_dimensions[6].hidden = True
    shown = book.create_sheet("格式")
    for row in [
        ["日期", STAMP, "yyyy-mm-dd"],
        ["年月日", STAMP, 'yyyy"年"m"月"d"日"'],
        ["编码", "2010801", "@"],
        ["常规", 0.1 + 0.2, "General"],
        ["会计", 0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '],
        ["负数", -1234.5, "#,##0.00;(#,##0.00)"],
        ["隐藏的列", 1, "General"],
        ["多行", "第一行\n第二行", "General"],
    ]:
        shown.append([row[0], row[1], None, "没有人看到" if row[0] == "常规" else None])
        shown.cell(shown.max_row, 2).number_format = row[2]
    shown["A9"] = "错误"
    shown["B9"] = "#DIV/0!"
    shown["B9"].data_type = "e"
    shown.column_dimensions["D"].hidden = True
    hidden = book.create_sheet("底稿")
    hidden["A1"] = "没有人看到"
    hidden.sheet_state = "hidden"
    return book


def convert(source, ending, filter_name=None):
    with tempfile.TemporaryDirectory() as folder:
        kind = ending if filter_name is None else f"{ending}:{filter_name}"
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind, "--outdir", folder, str(source)],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        made = Path(folder) / (source.stem + "." + ending)
        (HERE / f"accounts.{ending}").write_bytes(made.read_bytes())


def package(name, parts):
    with zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_DEFLATED) as out:
        for part, text in parts.items():
            info = zipfile.ZipInfo(part, (2024, 1, 31, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, text)


TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"""
RELS = """<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>"""


def xlsx(name, sheets, extra=None):
    """A workbook of sheets as XML: for what no program writes."""
    listed = "".join(f'<sheet name="{n}" sheetId="{i}" r:id="r{i}"/>' for i, n in enumerate(sheets, 1))
    rels = "".join(f'<Relationship Id="r{i}" Type="http://x/worksheet" Target="worksheets/s{i}.xml"/>' for i in range(1, len(sheets) + 1))
    rels += '<Relationship Id="s" Type="http://x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="t" Type="http://x/styles" Target="styles.xml"/>'
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELS,
        "xl/workbook.xml": f'<workbook xmlns:r="x"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"<Relationships>{rels}</Relationships>",
        "xl/sharedStrings.xml": '<sst><si><t>合计</t></si><si><r><t>其中：</t></r><r><t>基本支出</t></r><rPh><t>ふりがな</t></rPh></si><si><t>第一行_x000D_\n第二行 &amp; &lt;</t></si></sst>',
        "xl/styles.xml": '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="31"/></cellXfs></styleSheet>',
    }
    for i, text in enumerate(sheets.values(), 1):
        parts[f"xl/worksheets/s{i}.xml"] = f"<worksheet>{text}</worksheet>"
    parts.update(extra or {})
    package(name, parts)


def ods(name, tables):
    package(name, {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": f'<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s"><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>',
    })


def record(number, data=b""):
    return struct.pack("<HH", number, len(data)) + data


def biff5():
    """Excel 5 with code page 936: bare records, as old programs of finance offices write them."""
    def label(row, column, text):
        text = text.encode("gbk")
        return record(0x204, struct.pack("<HHHH", row, column, 0, len(text)) + text)

    def number(row, column, style, value):
        return record(0x203, struct.pack("<HHHd", row, column, style, value))

    def formula(row, column, result):
        return record(0x06, struct.pack("<HHH", row, column, 0) + result + struct.pack("<HLH", 0, 0, 0))

    name = "支出决算表".encode("gbk")
    sheet = record(0x809, struct.pack("<HHHH", 0x500, 0x10, 0, 0))
    sheet += record(0x208, struct.pack("<HHHHHHHH", 3, 0, 3, 255, 0, 0, 0x20, 0))
    sheet += label(0, 0, "支出决算表") + label(1, 0, "科目") + label(1, 1, "金额") + label(1, 2, "占比")
    sheet += label(2, 0, "基本支出") + number(2, 1, 1, 1374.33)
    sheet += record(0x27E, struct.pack("<HHHL", 2, 2, 2, (88 << 2) | 2 | 1))
    sheet += label(3, 0, "隐藏") + number(3, 1, 1, 1)
    sheet += label(4, 0, "说明") + formula(4, 1, b"\x00\0\0\0\0\0\xff\xff") + record(0x207, struct.pack("<H", 4) + "已核".encode("gbk"))
    sheet += formula(4, 2, b"\x02\0\x07\0\0\0\xff\xff")
    sheet += record(0xBD, struct.pack("<HHHLHLH", 5, 0, 1, (100 << 2) | 2, 0, (7 << 2) | 2, 1))
    sheet += record(0xE5, struct.pack("<HHHHH", 1, 0, 0, 0, 2)) + record(0x0A)
    head = record(0x809, struct.pack("<HHHH", 0x500, 0x05, 0, 0)) + record(0x42, struct.pack("<H", 936))
    code = b"#,##0.00"
    head += record(0x41E, struct.pack("<HB", 164, len(code)) + code)
    for form in [0, 164, 10]:
        head += record(0xE0, struct.pack("<HHHHHHHH", 0, form, 0, 0, 0, 0, 0, 0))
    listed = struct.pack("<BBB", 0, 0, len(name)) + name
    at = len(head) + 4 + 4 + len(listed) + 4
    head += record(0x85, struct.pack("<L", at) + listed) + record(0x0A)
    return head + sheet


def pages():
    word = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><meta name=ProgId content=Word.Document>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm;} --></style></head><body lang=ZH-CN><div class=WordSection1>
<h1><span style='font-family:黑体'>第一部分<span lang=EN-US><span style='mso-spacerun:yes'>&nbsp; </span></span>单位概况<span lang=EN-US><o:p></o:p></span></span></h1>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1;mso-outline-level:2'><![if !supportLists]><span style='mso-list:Ignore'>一、<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>主要职能</p>
<p class=MsoNormal style='text-indent:32.0pt'>负责全市档案的收
集、整理和<b>利用</b>。<span style='display:none;mso-hide:all'>修改说明</span><o:p></o:p></p>
<p class=MsoNormal><span lang=EN-US>2024</span>年末在职<span lang=EN-US>44</span>人，经费<span lang=EN-US>1,552.63</span>万元。</p>
<br clear=all style='page-break-before:always'>
<table class=MsoTableGrid border=1><tr><td rowspan=2><p class=MsoNormal align=center>科目<o:p></o:p></p></td><td colspan=2><p class=MsoNormal>决算数</p></td></tr><tr><td><p>金额</p></td><td><p>占比</p></td></tr><tr><td><p>基本支出</p><p>（含人员）</p></td><td><p>1,374.33</p></td><td><p>88.5%</p></td></tr></table>
</div></body></html>"""
    (HERE / "word.html").write_bytes(word.encode("gbk"))
    excel = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><meta name=ProgId content=Excel.Sheet></head><body><table x:str border=0><col width=72>
<tr height=19><td colspan=3 class=xl24>支出决算表</td></tr><tr><td>科目</td><td>金额</td><td>占比</td></tr>
<tr><td>本表反映部门本年度<span style='display:none'>各项支出情况</span></td><td x:num="1374.33">1,374.33 </td><td x:num>88.5%</td></tr>
<tr style='display:none'><td>隐藏</td><td>1</td><td>2</td></tr>
<![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=72></td><td width=72></td><td width=72></td></tr><![endif]></table></body></html>"""
    (HERE / "page-of-excel.xls").write_bytes(excel.encode("gbk"))
    site = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>不是正文</title><script>var a = "<p>不是正文";</script><style>p{}</style></head><body>
<nav style="DISPLAY: none">菜单</nav>
<table width="100%"><tr><td>
<h2>关于2024年度决算的公开</h2>
<p>　　收入合计&nbsp;1,552.63&#19975;元，占&lt;本年&gt;99.9&#x25;。<br>　　支出合计相同&hellip;&hellip;
<p>一、收入情况<p>（一）总体情况。<p>1.基本支出1,374.33万元。
<ol start=3><li>第三项<li value=7>第七项<ol type=a><li>内层</ol></ol>
<ol style="list-style-type: cjk-ideographic"><li>甲</li><li>乙</li></ol>
<ul><li>不编号</li></ul>
<img src=a.png width=600 height=300><img src=dot.gif width=1 height=1>
<table border=1><caption>表一</caption><thead><tr><th rowspan=0>栏次<th colspan=2>金额</thead><tbody><tr><td>预算<td>决算<tr><td>1<td><table><tr><td>甲<td>2</table></tbody></table>
</td></tr></table><div hidden>也不是</div><template><p>不是</p></template><p>最后一段</body></html>"""
    (HERE / "site.html").write_text(site, encoding="utf-8")
    wps = """Version:0.9
StartHTML:0000000105
EndHTML:0000000500
<html xmlns:v="urn:schemas-microsoft-com:vml"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><meta name="ProgId" content="ET.Sheet"></head><body><!--StartFragment--><table><tr height="20" style="height:15pt;"><td class="et2" x:str>科目</td><td class="et2" x:str>金额</td></tr><tr><td x:str>基本支出</td><td x:num="1374.33">1,374.33</td></tr></table><!--EndFragment--></body></html>"""
    (HERE / "wps.html").write_text(wps, encoding="utf-8")


def texts():
    lines = "\n".join([
        "　　　　市档案馆2024年度决算", "", "第一部分　单位概况", "一、主要职能", "　　负责全市档案的收集、整理和利用。", "（一）机构设置。",
        "　　内设科室3个，在职44人。", "科目\t金额\t占比", "基本支出\t1,374.33\t88.5%", "项目支出\t\t11.5%", "1.办公费", "2.印刷费", "一、收入……………3",
    ])
    (HERE / "gbk.txt").write_bytes(lines.replace("\n", "\r\n").encode("gb18030"))
    (HERE / "utf-16.txt").write_bytes(lines.encode("utf-16-le"))
    wrapped = [
        " 第一部分 市档案馆", "", "2024 年度单位概况", "", "一、单位主要职能", "", "市档案馆的主要职责和业务范围是：承担全市党政机", "",
        "关、事业单位和国有企业档案的接收、征集、整理、保管", "", "和利用工作；指导各区档案馆的业务；承办上级交办的其", "", "他事项。", "",
        "二、收入支出决算总体情况说明", "", "2024 年度收、支总计 1,552.63 万元。与 2023 年度相", "", "比，收、支总计各增加 7.7 万元，增长 0.5%，主要原因", "", "是在职人员正常晋级。", "", "", "", "",
        "(一)财政拨款支出决算总体情况。", "", "2024 年度财政拨款支出 1,552.16 万元，占本年支出合", "", "", "", "计的 100.0%。", "",
        "1.卫生健康支出(类)。年初预算为 148.59 万元，支出决", "", "算为 148.59 万元，完成年初预算的 100.0%。", "", "2.住房保障支出(类)。年初预算为 154.31 万元。", "",
    ]
    (HERE / "wrapped.txt").write_text("\n".join(wrapped), encoding="utf-8")
    (HERE / "table.csv").write_bytes('科目编码,科目名称,金额\r\n2010801,行政运行,"1,374.33"\r\n2210201,"住房""公积金""\n（含补贴）",154.31\r\n,,\r\n'.encode("gbk"))
    (HERE / "semicolon.csv").write_bytes("\ufeffsep=;\n科目;金额\n基本支出;1.374,33\n项目支出;178,3\n".encode("utf-8"))
    (HERE / "thousands.txt").write_text("收入 1,552.63 万元\n支出 1,552.63 万元\n", encoding="utf-8")


def main():
    accounts(True).save(HERE / "accounts.xlsx")
    if "--no-office" not in sys.argv:
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / "source.xlsx"
            accounts(False).save(source)
            convert(source, "ods")
            convert(source, "xls", "MS Excel 97")
            convert(source, "html", "HTML (StarCalc)")
    cell = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    xlsx("far.xlsx", {"远": cell.replace('ref="A1:XFD1048576"', 'ref="B2:C3"'), "全合并": cell})
    xlsx("bare.xlsx", {
        "无坐标": '<cols><col min="3" max="3" hidden="1"/></cols><sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c><v>9</v></c><c s="1"><v>0.9986</v></c></row><row><c t="s"><v>2</v></c><c t="b"><v>1</v></c><c/><c s="2"><v>45322</v></c></row><row><c t="str"><f>A1</f><v></v></c><c><f>A2</f></c><c/><c t="e"><v>#N/A</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells>',
        "缺行": '<sheetFormatPr zeroHeight="1"/><sheetData><row r="2"><c><v>1552.6300000000001</v></c></row><row r="3" hidden="1"><c><v>3</v></c></row><row r="4"><c t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c></row></sheetData>',
        "整行合并": '<sheetData><row><c t="s"><v>0</v></c></row><row><c><v>1</v></c><c><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:IV1"/><mergeCell ref="B2:C2"/></mergeCells>',
    })
    style = '<style:style style:name="h"><style:table-properties table:display="false"/></style:style>'
    ods("repeated.ods", style + '<table:table table:name="重复"><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="16381"/>'
        '<table:table-row><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2" office:value-type="string"><office:annotation><text:p>批注</text:p></office:annotation><text:p>甲<text:s text:c="2"/>乙</text:p><text:p>第二行</text:p></table:table-cell><table:covered-table-cell/><table:table-cell office:value-type="float" office:value="9"><text:p>9</text:p></table:table-cell><table:table-cell office:value-type="percentage" office:value="0.9986"/></table:table-row>'
        '<table:table-row><table:covered-table-cell table:number-columns-repeated="2"/><table:table-cell/><table:table-cell table:formula="of:=1/0"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="0.30000000000000004"/><table:table-cell table:number-columns-repeated="16382"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>'
        '<table:table table:name="隐" table:style-name="h"><table:table-row><table:table-cell><text:p>没有人看到</text:p></table:table-cell></table:table-row></table:table>')
    (HERE / "biff5.xls").write_bytes(biff5())
    pages()
    texts()


main()
