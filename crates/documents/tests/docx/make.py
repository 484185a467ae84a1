"""Makes the Word files of this folder: python3 make.py [name ...]

Each is written by hand as XML, one for every thing that real files do. What must come out of NAME.docx is in
NAME.txt. `libreoffice.docx` is made by LibreOffice from a web page, if soffice is there.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = f'''xmlns:w="{W}" xmlns:r="{OFFICE}"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"
 xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
 xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'''
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DATE = (2024, 8, 30, 0, 0, 0)


def r(text, props=""):
    """A run."""
    props = f"<w:rPr>{props}</w:rPr>" if props else ""
    return f'<w:r>{props}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(inner="", props=""):
    """A paragraph of text or of runs."""
    if inner and not inner.startswith("<"):
        inner = r(inner)
    props = f"<w:pPr>{props}</w:pPr>" if props else ""
    return f"<w:p>{props}{inner}</w:p>"


def style(name):
    return f'<w:pStyle w:val="{name}"/>'


def item(num, level=0):
    """Properties of a paragraph in a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'


def tc(inner="", props=""):
    """A cell."""
    if not inner.startswith("<"):
        inner = p(inner)
    return f"<w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/>{props}</w:tcPr>{inner}</w:tc>"


def tr(*cells, props=""):
    props = f"<w:trPr>{props}</w:trPr>" if props else ""
    return f"<w:tr>{props}{''.join(c if c.startswith('<') else tc(c) for c in cells)}</w:tr>"


def tbl(*rows, columns=3):
    grid = '<w:gridCol w:w="2000"/>' * columns
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'


def span(count):
    return f'<w:gridSpan w:val="{count}"/>'


BEGIN = '<w:vMerge w:val="restart"/>'
ON = "<w:vMerge/>"


def lvl(level, fmt, text, start=1, more="", suff="nothing"):
    return (f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>{more}'
            f'<w:suff w:val="{suff}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>')


def abstract(number, *levels, more=""):
    return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{more}{"".join(levels)}</w:abstractNum>'


def num(number, of, more=""):
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def numbering(*parts):
    return f"<w:numbering {NAMESPACES}>{''.join(parts)}</w:numbering>"


def sty(identity, name, props="", based="", kind="paragraph", run="", usual=False):
    based = f'<w:basedOn w:val="{based}"/>' if based else ""
    usual = ' w:default="1"' if usual else ""
    run = f"<w:rPr>{run}</w:rPr>" if run else ""
    props = f"<w:pPr>{props}</w:pPr>" if props else ""
    return f'<w:style w:type="{kind}" w:styleId="{identity}"{usual}><w:name w:val="{name}"/>{based}{props}{run}</w:style>'


def styles(*parts):
    return f"<w:styles {NAMESPACES}>{sty('a', 'Normal', usual=True)}{''.join(parts)}</w:styles>"


def field(code, result):
    """A field with its code and what it shows, as runs."""
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    shown = char.format("separate") + result if result is not None else ""
    return f'{char.format("begin")}<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>{shown}{char.format("end")}'


def box(text):
    return f"<w:txbxContent>{p(text)}</w:txbxContent>"


def change(kind, inner):
    return f'<w:{kind} w:id="1" w:author="x" w:date="2024-08-30T00:00:00Z">{inner}</w:{kind}>'


def mark(kind):
    """Properties of a paragraph whose mark was changed."""
    return f'<w:rPr><w:{kind} w:id="9" w:author="x" w:date="2024-08-30T00:00:00Z"/></w:rPr>'


def notes(kind, *texts):
    ref = f'<w:r><w:{kind}Ref/></w:r>'
    own = "".join(f'<w:{kind} w:id="{i}">{p(ref + r(" " + text))}</w:{kind}>' for i, text in enumerate(texts, 1))
    sep = f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
    return f"<w:{kind}s {NAMESPACES}>{sep}{own}</w:{kind}s>"


def package(name, body, main="word/document.xml", parts=None, relations=(), strict=False, raw=None):
    """Writes a package. `parts` by their relationship's kind, `relations` more of (id, kind, target, external)."""
    kinds = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes",
             "settings": "settings", "header1": "header", "footer1": "footer", "footer2": "footer"}
    parts = parts or {}
    folder = main.rsplit("/", 1)[0] + "/" if "/" in main else ""
    office = "http://purl.oclc.org/ooxml/officeDocument/relationships" if strict else OFFICE
    types = f'<Override PartName="/{main}" ContentType="{MAIN}.document.main+xml"/>'
    rels = ""
    files = {}
    for part, xml in parts.items():
        types += f'<Override PartName="/{folder}{part}.xml" ContentType="{MAIN}.{kinds[part]}+xml"/>'
        rels += f'<Relationship Id="{part}" Type="{office}/{kinds[part]}" Target="{part}.xml"/>'
        files[f"{folder}{part}.xml"] = xml
    for identity, kind, target, external in relations:
        mode = ' TargetMode="External"' if external else ""
        rels += f'<Relationship Id="{identity}" Type="{office}/{kind}" Target="{target}"{mode}/>'
    document = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    files[main] = document
    files[f"{folder}_rels/{main.rsplit('/', 1)[-1]}.rels"] = f'<Relationships xmlns="{PACKAGE}/relationships">{rels}</Relationships>'
    files["_rels/.rels"] = (f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="d" '
                            f'Type="{office}/officeDocument" Target="{main}"/></Relationships>')
    files["[Content_Types].xml"] = (f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
                                    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                                    f'<Default Extension="png" ContentType="image/png"/>{types}</Types>')
    files.update(raw or {})
    with zipfile.ZipFile(os.path.join(HERE, name + ".docx"), "w", zipfile.ZIP_DEFLATED) as out:
        for path in sorted(files, key=lambda path: path != "[Content_Types].xml"):
            data = files[path]
            if isinstance(data, str):
                data = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + data
                if strict:
                    data = data.replace(W, STRICT).replace(OFFICE, office)
                data = data.encode()
            out.writestr(zipfile.ZipInfo(path, DATE), data, zipfile.ZIP_DEFLATED)


CHINESE = abstract(0, lvl(0, "chineseCounting", "%1、"), lvl(1, "chineseCounting", "（%2）"), lvl(2, "decimal", "%3."),
                   lvl(3, "decimal", "（%4）"))
HEADINGS = [sty("1", "heading 1", '<w:outlineLvl w:val="0"/>', "a"), sty("2", "heading 2", '<w:outlineLvl w:val="1"/>', "a"),
            sty("3", "标题 3", "", "a"), sty("4", "my own", "", "2"), sty("toc1", "toc 1", "", "a"), sty("t", "Title", "", "a")]
PNG = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010806000000"
                    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082")
PICTURE = ('<w:r><w:drawing><wp:inline><wp:extent cx="100" cy="100"/><wp:docPr id="1" name="x"/><a:graphic>'
           '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
           '<pic:cNvPr id="0" name="x"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="img"/></pic:blipFill>'
           '<pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>')
SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'

MADE = {}


def fixture(make):
    MADE[make.__name__] = make
    return make


@fixture
def plain():
    package("plain", p("某某局2024年度部门决算") + p() + p(r("收入 ") + r("1,552.63", "<w:b/>") + r("万元，支出&amp;结余&#x4E00;致。"))
            + p("\u3000\u3000首行空两格。") + SECTION)


@fixture
def numbers():
    """Levels, and text between; a list that goes on, one that begins anew, one that is off."""
    lists = numbering(CHINESE, num(1, 0), num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'))
    body = (p("主要职能", item(1)) + p("机构设置", item(1)) + p("内设机构", item(1, 1)) + p("办公室", item(1, 2)) + p("人事科", item(1, 2))
            + p("下属单位", item(1, 1)) + p("第一个", item(1, 2)) + p("不编号") + p("收入支出情况", item(1)) + p("总体", item(1, 1))
            + p("另起", item(2)) + p("再来", item(2)) + p("下级", item(2, 1)) + p("关掉", item(0)) + p("", item(2)))
    package("numbers", body, parts={"numbering": lists})


@fixture
def legal():
    """1.2.1 below 第二章: isLgl; lvlRestart; levels above that never came."""
    book = abstract(0, lvl(0, "chineseCountingThousand", "第%1章", suff="space"), lvl(1, "decimal", "%1.%2", more="<w:isLgl/>", suff="space"),
                    lvl(2, "decimal", "%1.%2.%3", more="<w:isLgl/>", suff="tab"))
    through = abstract(1, lvl(0, "upperRoman", "%1."), lvl(1, "decimal", "%2)", more='<w:lvlRestart w:val="0"/>'),
                       lvl(2, "lowerLetter", "%3)", more='<w:lvlRestart w:val="1"/>'))
    anew = '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride>'
    lists = numbering(book, through, num(1, 0), num(2, 1), num(3, 0, anew))
    body = "".join(p("某项", item(1, level)) for level in (0, 1, 1, 0, 1, 1, 2, 2))
    body += "".join(p("某条", item(2, level)) for level in (0, 1, 2, 2, 1, 2, 0, 1, 2))
    body += "".join(p("自五", item(3, level)) for level in (1, 1, 0, 1))
    package("legal", body, parts={"numbering": lists})


@fixture
def skipped():
    """A level that comes before the one above it; a list that begins anew on its second level."""
    anew = '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride>'
    book = abstract(1, lvl(0, "decimal", "%1."), lvl(1, "decimal", "%1.%2"), lvl(2, "decimal", "%1.%2.%3"))
    looks = styles(sty("x", "x", item(1, 1), "a"), sty("y", "y", '<w:numPr><w:numId w:val="1"/></w:numPr>', "a"))
    lists = numbering(book, num(1, 1), num(2, 1, anew))
    body = "".join(p("某项", item(1, level)) for level in (1, 1, 0, 1, 0, 2, 2, 0))
    body += p("自五", item(2, 1)) + p("其后", item(2, 1)) + p("上级", item(2, 0)) + p("旧", item(1, 1))
    body += p("样式二级", style("x")) + p("改为一级", style("x") + item(1, 0)) + p("样式一级", style("y"))
    package("skipped", body, parts={"numbering": lists, "styles": looks})


@fixture
def formats():
    names = ["decimal", "chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital", "decimalEnclosedCircle",
             "decimalEnclosedCircleChinese", "decimalFullWidth", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "decimalZero",
             "ideographTraditional", "ideographZodiac", "chineseLegalSimplified", "none"]
    lists = numbering(*(abstract(i, lvl(0, name, "%1、", start=9)) for i, name in enumerate(names)),
                      *(num(i + 1, i) for i in range(len(names))))
    body = "".join(p(name, item(i + 1)) + p(name, item(i + 1)) for i, name in enumerate(names))
    package("formats", body, parts={"numbering": lists})


@fixture
def bullets():
    def sign(number, text, font):
        font = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:hint="default"/></w:rPr></w:lvl>'
        return abstract(number, lvl(0, "bullet", text, suff="tab").replace("</w:lvl>", font))
    lists = numbering(sign(0, "\uf0b7", "Symbol"), sign(1, "\uf0d8", "Wingdings"), sign(2, "●", "宋体"), sign(3, "-", "宋体"),
                      sign(4, "\uf000", "Wingdings"), *(num(i + 1, i) for i in range(5)))
    package("bullets", "".join(p("一项", item(i + 1)) for i in range(5)), parts={"numbering": lists})


@fixture
def list_styles():
    """Lists by styles: through basedOn, by the level's style, off again, and through a style of lists."""
    book = abstract(0, lvl(0, "chineseCounting", "%1、", more='<w:pStyle w:val="1"/>'), lvl(1, "chineseCounting", "（%2）", more='<w:pStyle w:val="2"/>'))
    linked = abstract(1, more='<w:numStyleLink w:val="L"/>')
    target = abstract(2, lvl(0, "decimal", "%1．"), lvl(1, "lowerLetter", "%2)"), more='<w:styleLink w:val="L"/>')
    lists = numbering(book, linked, target, num(1, 0), num(2, 1), num(3, 2))
    looks = styles(sty("1", "heading 1", '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>', "a"),
                   sty("2", "heading 2", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/>', "a"),
                   sty("own", "own", "", "2"), sty("off", "off", '<w:numPr><w:numId w:val="0"/></w:numPr>', "1"),
                   sty("L", "L", '<w:numPr><w:numId w:val="3"/></w:numPr>', kind="numbering"))
    body = (p("概况", style("1")) + p("职能", style("2")) + p("机构", style("own")) + p("无号", style("off")) + p("决算表", style("1"))
            + p("收入", style("2")) + p("甲", item(2)) + p("乙", item(2, 1)) + p("丙", item(3, 0)))
    package("list_styles", body, parts={"numbering": lists, "styles": looks})


@fixture
def headings():
    body = (p("2024年度部门决算", style("t")) + p("第一部分 概况\t1", style("toc1")) + p("第一部分 概况", style("1")) + p("一、主要职能", style("2"))
            + p("（一）内设机构", style("3")) + p("又一节", style("4")) + p("大纲", '<w:outlineLvl w:val="3"/>')
            + p("二、正文级别", '<w:outlineLvl w:val="9"/>') + p("第二部分 决算表") + p("一、收入支出决算总表") + p("（一）总体情况。")
            + p("（二）支出情况") + p("1.基本支出") + p("1.5万元") + p("1.本年收入合计100万元，比上年增加。主要是项目增加") + p("名词解释"))
    package("headings", body, parts={"styles": styles(*HEADINGS)})


@fixture
def tables():
    """Spans to the right and down, rows that begin later, heads that are repeated, lines in a cell."""
    body = p("表一") + tbl(
        tr(tc("项目", BEGIN), tc("预算数", span(2)), props="<w:tblHeader/>"), tr(tc("", ON), "年初", "调整", props="<w:tblHeader/>"),
        tr("一、收入", "1,000.00", "1,200.50"), tr(tc(p("二行") + p() + p("文字")), tc("合并" , span(2) + BEGIN)), tr("三", tc("", span(2) + ON)),
        tr(tc("后起"), tc("末"), props='<w:gridBefore w:val="1"/>'))
    body += p("表二") + tbl(tr(tc("甲", BEGIN), "1"), tr(tc("", ON), "2"), tr(tc("乙", BEGIN), "3"), tr(tc("", ON), "4"), tr("丙", "5"), columns=2) + p()
    package("tables", body)


@fixture
def nested():
    """A table in a cell stands behind the outer one; a frame of nothing but a table is none."""
    inner = tbl(tr("内一", "内二"), columns=2)
    body = p("外有字") + tbl(tr("左", tc(p("右") + inner + p("右下"))), columns=2) + p("只是框") + tbl(tr(tc(inner + p())), columns=1) + p("完")
    package("nested", body)


@fixture
def numbered_cells():
    lists = numbering(abstract(0, lvl(0, "decimal", "%1")), num(1, 0))
    body = p("序号") + tbl(*(tr(tc(p("", item(1))), name) for name in ("甲", "乙", "丙")), columns=2) + p()
    package("numbered_cells", body, parts={"numbering": lists})


@fixture
def boxes():
    """The same text box newer and older, an older one alone, a picture, letters that are drawn."""
    shape = f'<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>{box("框里的字")}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>'
    old = '<w:pict><v:shape style="width:100pt;height:50pt"><v:textbox>{}</v:textbox></v:shape></w:pict>'
    both = f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{shape}</mc:Choice><mc:Fallback>{old.format(box("框里的字"))}</mc:Fallback></mc:AlternateContent></w:r>'
    art = '<w:r><w:pict><v:shape><v:textpath string="艺术字"/></v:shape></w:pict></w:r>'
    body = (p(r("前") + both + r("后")) + p("<w:r>" + old.format(box("旧框")) + "</w:r>") + p(r("图") + PICTURE) + p(art) + p("完"))
    package("boxes", body, relations=[("img", "image", "media/a.png", False)], raw={"word/media/a.png": PNG})


@fixture
def footnotes():
    foot = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    end = '<w:r><w:endnoteReference w:id="1"/></w:r>'
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>*</w:t></w:r>'
    body = (p(r("收入120.5") + foot.format(1) + r("万元") + end + r("。")) + p("下一段") + tbl(tr("甲", tc(p(r("10") + foot.format(2)))), columns=2)
            + p(r("末") + own))
    package("footnotes", body, parts={"footnotes": notes("footnote", "按决算数。", "表中的注。", "自定。"), "endnotes": notes("endnote", "尾注文字。")})


@fixture
def circled_notes():
    settings = f'<w:settings {NAMESPACES}><w:footnotePr><w:numFmt w:val="decimalEnclosedCircleChinese"/></w:footnotePr></w:settings>'
    body = p(r("收入") + '<w:r><w:footnoteReference w:id="1"/></w:r>' + r("增加。"))
    package("circled_notes", body, parts={"footnotes": notes("footnote", "说明。"), "settings": settings})


@fixture
def fields():
    """Only what they show; fields in fields, over paragraphs, never ended; circles, boxes to tick."""
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    nested = (char.format("begin") + "<w:r><w:instrText> IF </w:instrText></w:r>" + field("PAGE", r("3")) + "<w:r><w:instrText> = 3 </w:instrText></w:r>"
              + char.format("separate") + r("甲") + field("REF x", r("乙")) + char.format("end"))
    toc = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
           '<w:r><w:fldChar w:fldCharType="separate"/></w:r>')
    tick = ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>'
            '<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>')
    body = (p(r("第") + field(" PAGE ", r("12")) + r("页")) + p(nested) + p(toc + r("目录一")) + p(r("目录二") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
            + p(r("简") + f'<w:fldSimple w:instr=" DATE ">{r("2024年")}</w:fldSimple>') + p(field(' EQ \\o\\ac(○,3)', None) + r("第三项"))
            + p(tick + r("是")) + p('<w:hyperlink r:id="h">' + r("链接文字") + "</w:hyperlink>") + p(r("隐") + field("XE \"索引\"", None) + r("去"))
            + p(r("没完") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + p("还在"))
    package("fields", body, relations=[("h", "hyperlink", "https://example.invalid/", True)])


@fixture
def wrapped():
    """Text in content controls, smart tags, rubies, formulas; signs, tabs, hyphens, breaks."""
    ruby = f"<w:r><w:ruby><w:rubyPr/><w:rt>{r('jué')}</w:rt><w:rubyBase>{r('决')}</w:rubyBase></w:ruby></w:r>"
    half = f"<m:oMath><m:f><m:num>{r('收入').replace('w:', 'm:')}</m:num><m:den>{r('支出').replace('w:', 'm:')}</m:den></m:f></m:oMath>"
    square = "<m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>"
    body = (f"<w:sdt><w:sdtPr/><w:sdtContent>{p('控件里的段')}</w:sdtContent></w:sdt>" + p(r("行内") + f"<w:sdt><w:sdtContent>{r('控件')}</w:sdtContent></w:sdt>")
            + p(f'<w:smartTag w:element="x">{r("智能")}</w:smartTag>' + f'<w:customXml w:element="x">{r("标记")}</w:customXml>')
            + p(ruby + r("算")) + p(r("比率") + half + r("与") + square)
            + p('<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>' + r("是") + '<w:r><w:sym w:font="Wingdings 2" w:char="F0A3"/></w:r>' + r("否"))
            + p(r("R", '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>') + r("字体里的勾"))
            + p('<w:r><w:sym w:font="Unheard" w:char="F041"/></w:r>' + r("不明"))
            + p('<w:r><w:t>左</w:t><w:tab/><w:t>右</w:t><w:br/><w:t>下</w:t><w:noBreakHyphen/><w:t>连</w:t><w:softHyphen/><w:t>软\u00ad字</w:t><w:cr/></w:r>')
            + tbl(f"<w:sdt><w:sdtContent>{tr('控件行', '值')}</w:sdtContent></w:sdt>", tr("甲", f"<w:sdt><w:sdtContent>{tc('控件格')}</w:sdtContent></w:sdt>"), columns=2))
    package("wrapped", body)


@fixture
def breaks():
    """Page breaks: in a run, before a paragraph, at the end of a section; none for what runs on."""
    page = '<w:r><w:br w:type="page"/></w:r>'
    sect = '<w:sectPr>{}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    body = (p(page + r("开头不算")) + p(r("前") + page + r("后")) + p(page) + p(page + r("另页")) + p("段前分页", "<w:pageBreakBefore/>")
            + p("节末", sect.format("")) + p("连续节末", sect.format("")) + p("<w:r><w:lastRenderedPageBreak/><w:t>不管</w:t></w:r>")
            + tbl(tr(tc(p(page + r("格内")))), columns=1) + sect.format('<w:type w:val="continuous"/>'))
    package("breaks", body)


@fixture
def changes():
    """Inserted stays, deleted goes; paragraphs whose marks are deleted are one; rows and cells."""
    deleted = change("del", "<w:r><w:delText>旧</w:delText></w:r>")
    lists = numbering(CHINESE, num(1, 0))
    body = (p(r("收入") + deleted + change("ins", r("新")) + r("数")) + p("前段", mark("del")) + p("后段", item(1)) + p("后项", item(1))
            + p(change("del", "<w:r><w:delText>整段</w:delText></w:r>"), item(1) + mark("del")) + p("不受影响", item(1))
            + p(change("moveFrom", r("移走")), mark("moveFrom")) + p("中间") + p(change("moveTo", r("移来")), mark("moveTo"))
            + tbl(tr("留", "一"), tr("删", "二", props=change("del", "")), tr("增", "三", props=change("ins", "")),
                  tr("格", tc("去", change("cellDel", "")), "四"), columns=2)
            + p("最后一段", mark("del")))
    package("changes", body, parts={"numbering": lists})


@fixture
def hidden():
    looks = styles(sty("h", "hide", kind="character", run="<w:vanish/>"), sty("hp", "hide all", run="<w:vanish/>", based="a"))
    lists = numbering(abstract(0, lvl(0, "decimal", "%1.")), num(1, 0))
    gone = "<w:rPr><w:vanish/></w:rPr>"
    body = (p(r("看见") + r("看不见", "<w:vanish/>") + r("又见") + r("样式隐", '<w:rStyle w:val="h"/>')) + p("整段隐", style("hp"))
            + p(r("仍然见", '<w:vanish w:val="0"/>'), style("hp")) + p("一项", item(1)) + p(r("隐项", "<w:vanish/>"), item(1) + gone) + p("二项", item(1))
            + p(r("网页里隐", "<w:webHidden/>")) + tbl(tr("见", "一"), tr("隐行", "二", props="<w:hidden/>"), tr("又", "三"), columns=2))
    package("hidden", body, parts={"styles": looks, "numbering": lists})


@fixture
def running_heads():
    def part(kind, inner):
        return f"<w:{kind} {NAMESPACES}>{inner}</w:{kind}>"
    refs = ('<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/>'
            '<w:footerReference w:type="even" r:id="footer2"/></w:sectPr>')
    body = p("正文") + p("第一节末", refs) + p("第二节") + refs
    package("running_heads", body, parts={"header1": part("hdr", p("某某局2024年度决算")), "footer1": part("ftr", p(r("- ") + field("PAGE", r("1")) + r(" -"))),
                                          "footer2": part("ftr", p())})


@fixture
def strict():
    """The strict namespaces, another name for the main part, names in other cases."""
    package("strict", p("严格", style("2")) + p("一项", item(1)) + tbl(tr(tc("甲", span(2))), columns=2), main="Word/Main.xml", strict=True,
            parts={"styles": styles(*HEADINGS), "numbering": numbering(CHINESE, num(1, 0))})


@fixture
def embedded():
    """A web page that is put in, a part that is damaged, comments, a glossary."""
    rels = [("chunk", "aFChunk", "chunk.html", False), ("c", "comments", "comments.xml", False), ("g", "glossaryDocument", "glossary/document.xml", False)]
    comments = f'<w:comments {NAMESPACES}><w:comment w:id="0">{p("批注不读")}</w:comment></w:comments>'
    glossary = f"<w:glossaryDocument {NAMESPACES}><w:docParts><w:docPart><w:docPartBody>{p('词汇表不读')}</w:docPartBody></w:docPart></w:docParts></w:glossaryDocument>"
    body = (p('<w:commentRangeStart w:id="0"/>' + r("有批注") + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>')
            + '<w:altChunk r:id="chunk"/>' + p("还有", style("1")) + p("无表", item(1)))
    package("embedded", body, parts={"numbering": numbering(CHINESE, num(1, 0))[:-30]}, relations=rels,
            raw={"word/chunk.html": b"<p>web</p>", "word/comments.xml": comments, "word/glossary/document.xml": glossary})


@fixture
def whole():
    """A disclosure in short, as WPS writes it: ids of styles are figures, headings are numbered by styles."""
    book = abstract(0, lvl(0, "chineseCounting", "第%1部分", more='<w:pStyle w:val="1"/>', suff="space"),
                    lvl(1, "chineseCounting", "%2、", more='<w:pStyle w:val="2"/>'), lvl(2, "chineseCounting", "（%3）", more='<w:pStyle w:val="3"/>'))
    looks = styles(sty("1", "heading 1", '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>', "a"),
                   sty("2", "heading 2", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/>', "a"),
                   sty("3", "heading 3", '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="2"/>', "a"))
    page = '<w:r><w:br w:type="page"/></w:r>'
    body = (p("某某市规划局2024年度部门决算") + p("单位概况", style("1")) + p("主要职能", style("2")) + p("负责规划。") + p("机构设置", style("2"))
            + p(page + r("2024年度部门决算表"), style("1")) + p("收入支出决算总表", style("2"))
            + tbl(tr(tc("收入", span(2)), tc("支出", span(2)), props="<w:tblHeader/>"), tr("项目", "决算数", "项目", "决算数", props="<w:tblHeader/>"),
                  tr("一、一般公共预算财政拨款收入", "1,552.63", "一、一般公共服务支出", "1,500.00"), tr("总计", "1,552.63", "总计", "1,552.63"), columns=4)
            + p("2024年度部门决算情况说明", style("1")) + p("收入支出决算总体情况说明", style("2")) + p("总体", style("3"))
            + p(r("2024年度收、支总计") + r("1,552.63", '<w:rFonts w:ascii="Times New Roman"/>') + r("万元。")) + SECTION)
    package("whole", body, parts={"styles": looks, "numbering": numbering(book, num(1, 0))})


@fixture
def libreoffice():
    soffice = shutil.which("soffice")
    if not soffice:
        return
    page = ("<html><head><meta charset=utf-8></head><body><h1>第一部分 概况</h1><p>某某局<b>2024</b>年度。</p><ol><li>甲<li>乙<ol><li>乙一<li>乙二</ol><li>丙</ol>"
            "<h2>收入支出决算表</h2><table border=1><tr><th rowspan=2>项目<th colspan=2>金额<tr><th>预算数<th>决算数<tr><td>合计<td>1,552.63<td>1,552.63</table>"
            "<ul><li>一<li>二</ul><p>完</p></body></html>")
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "libreoffice.html")
        with open(source, "w", encoding="utf-8") as out:
            out.write(page)
        run = [soffice, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--infilter=HTML (StarWriter)", "--convert-to"]
        subprocess.run([*run, "docx:MS Word 2007 XML", "--outdir", HERE, source], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    for name in sys.argv[1:] or MADE:
        MADE[name]()
