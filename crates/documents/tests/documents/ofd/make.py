"""Makes the OFD files beside it: python3 make.py. What must come out of each lies beside it as .txt."""

import pathlib

from writer import NAMESPACE, POINT, Page, body, number, parts, resources, save

HERE = pathlib.Path(__file__).parent
LINE = "本单位收入支出总计按照规定逐项核对以后得到的数字为人民币九千七百万元其中"


def lines(page, top, texts, left=25.0, size=5.0):
    for at, text in enumerate(texts):
        page.text(left, top + 9 * at, text, size)
    return page


def fixture(name, pages, files=None, bodies=None, **more):
    save(HERE / f"{name}.ofd", {**parts(pages, **more), **(files or {})}, bodies)


def texts():
    """Titles, and a paragraph that goes on over the page."""
    first = Page().text(70, 40, "2024年度部门决算", 7, font=3)
    lines(first, 60, ["一、部门职责"], 35)
    lines(first, 69, ["本部门负责全市国土空间规划的编制和监督实施，指导"], 35)
    lines(first, 78, ["各区开展有关工作，承担上级交办的其他事项。"])
    lines(first, 87, ["（一）收入决算情况说明"], 35)
    lines(first, 96, ["本年收入合计9,746.50万元，其中：财政拨款收入"], 35)
    for at in range(20):
        lines(first, 105 + 9 * at, ["九千七百四十六万五千元，占百分之百，比上年增加了一百"])
    second = lines(Page(), 30, ["二十三万元，增长1.28%。"])
    fixture("texts", [first, second])


def spans():
    """Cells over rows and columns, two lines in a cell, lines as thin filled boxes."""
    rows = [
        [("项目", 2, 1), ("本年支出", 1, 2), None, ("完成率\n（%）", 2, 1)],
        [None, "预算数", "决算数", None],
        ["基本支出", "1,200.00", "1,188.35", "99.03"],
        [("合计", 1, 2), None, "2,188.35", ""],
    ]
    first = Page().text(80, 30, "支出决算表", 6, font=3).table(25, 40, [40, 40, 40, 30], 12, rows)
    second = Page().text(25, 30, "以涂色的细框为线：", 5)
    edges, heights = [25, 65, 105], [40, 50, 60]
    for y in heights:
        second.box(25, y - 0.1, 105, y + 0.1)
    for x in edges:
        second.box(x - 0.1, 40, x + 0.1, 60)
    for x, y, text in [(26, 47, "科目"), (66, 47, "金额"), (26, 57, "办公费"), (66, 57, "3.20")]:
        second.text(x, y, text)
    # White boxes and transparent lines part no cells.
    second.box(45, 40, 46, 60, '<ofd:FillColor Value="255 255 255"/>')
    second.path(25, 55, 80, 0, "M 0 0 L 80 0", "", '<ofd:StrokeColor Value="0 0 0" Alpha="0"/>')
    fixture("spans", [first, second])


NAMES = ["行政运行", "机关事业单位基本养老保险缴费支出", "行政单位医疗", "住房公积金"]


def over_pages():
    """The table of ../pdf/make.py: on two pages, its heads on each."""
    columns = [18, 62, 30, 30]
    head = ["科目编码", "科目名称", "本年支出合计", "项目支出"]
    rows = []
    for at in range(60):
        part = f"{234.5 * (at % 9):,.2f}" if at % 3 else ""
        rows.append([str(2010000 + at * 7 + 1), NAMES[at % 4], f"{1234.5 * (at + 1):,.2f}", part])
    pages = []
    for some in (rows[:45], rows[45:]):
        page = Page().text(93, 22, "支出决算表", 4).text(25, 27, "编制单位：某市审计局", 3.5).text(145, 27, "单位：万元", 3.5)
        pages.append(page.table(25, 30, columns, 5.4, [head, *some]))
    fixture("over-pages", pages)


def scaled():
    """Coordinates in points, brought to millimetres by a matrix; then a landscape table on an upright page."""
    ctm = f' CTM="{POINT:.5f} 0 0 {POINT:.5f} 0 0"'
    first = Page()

    def text(page, x, y, said, matrix, size=12):
        page.raw(
            f'<ofd:TextObject ID="0" Boundary="0 0 210 297" Font="1" Size="{size}" CTM="{matrix}">'
            f'<ofd:TextCode X="{x}" Y="{y}" DeltaX="g {len(said) - 1} {size}">{said}</ofd:TextCode></ofd:TextObject>'
        )

    plain = f"{POINT:.5f} 0 0 {POINT:.5f} 0 0"
    text(first, 90, 100, "按磅书写的表格：", plain)
    data = "".join(f"M 90 {y} L 330 {y} " for y in (120, 150, 180)) + "".join(f"M {x} 120 L {x} 180 " for x in (90, 210, 330))
    first.path(0, 0, 210, 297, data, ctm)
    for x, y, said in [(95, 140, "项目"), (215, 140, "金额"), (95, 170, "收入"), (215, 170, "一百")]:
        text(first, x, y, said, plain)
    # Size one, and a matrix that makes it large.
    first.raw(
        '<ofd:TextObject ID="0" Boundary="25 90 100 10" Font="1" Size="1" CTM="5 0 0 5 0 0">'
        '<ofd:TextCode X="0" Y="1" DeltaX="g 4 1">放大的文字</ofd:TextCode></ofd:TextObject>'
    )
    # Turned by 90 degrees: x' = 190 - y, y' = 20 + x.
    turned = "0 1 -1 0 190 20"
    second = Page()
    rows = [["科目名称", "决算数"], ["一般公共服务", "1,552.16"], ["教育", "98.00"]]
    for y in (0, 12, 24, 36):
        second.path(0, 0, 210, 297, f"M 0 {y} L 160 {y}", f' CTM="{turned}"')
    for x in (0, 90, 160):
        second.path(0, 0, 210, 297, f"M {x} 0 L {x} 36", f' CTM="{turned}"')
    for row, cells in enumerate(rows):
        for x, said in zip((3, 93), cells):
            steps = " ".join(number(5 if ord(c) > 127 else 2.5) for c in said[:-1])
            second.raw(
                f'<ofd:TextObject ID="0" Boundary="0 0 210 297" Font="1" Size="5" CTM="{turned}">'
                f'<ofd:TextCode X="{x}" Y="{12 * row + 8}" DeltaX="{steps}">{said}</ofd:TextCode></ofd:TextObject>'
            )
    fixture("scaled", [first, second])


def steps():
    """Ways to say where characters stand."""
    page = Page()

    def code(y, said, attributes, object_attributes="", size=5):
        page.raw(
            f'<ofd:TextObject ID="0" Boundary="25 {y} 150 8" Font="1" Size="{size}"{object_attributes}>'
            f'<ofd:TextCode X="0" Y="5" {attributes}>{said}</ofd:TextCode></ofd:TextObject>'
        )

    code(30, "成组：甲乙丙2024年", 'DeltaX="g 5 5 5 g 4 2.5 2.5"')
    code(50, "少写的步长以末项续", 'DeltaX="5"')
    code(70, "没有步长的一行字12.50元", "")
    code(90, "一个字一个字都拉开写", 'DeltaX="g 9 9"')
    code(110, "压缩的字12.50", 'DeltaX="g 3 2.5 2.5 g 4 1.25"', ' HScale="0.5"')
    code(130, "Times: Will WTO", 'DeltaX="3 1.4 3.9 2.2 1.9 1.4 1.25 4.7 1.4 1.4 1.4 1.25 4.7 3"')
    code(150, "2024 年 度 决 算", 'DeltaX="g 4 2.5 1.2 5 1.2 5 1.2 5 1.2"')
    # Two codes in one object; the second keeps the height of the first.
    page.raw(
        '<ofd:TextObject ID="0" Boundary="25 170 150 8" Font="1" Size="5"><ofd:TextCode X="0" Y="5" DeltaX="g 3 5">前半句和'
        '</ofd:TextCode><ofd:TextCode X="20" DeltaX="g 3 5">后半句。</ofd:TextCode></ofd:TextObject>'
    )
    # Broken by whoever formatted the part.
    code(190, "\n        换行的文字\n      ", 'DeltaX="g 4 5"')
    # Upright characters below each other, in a cell.
    page.line(25, 210, 105, 210).line(25, 250, 105, 250).line(25, 210, 25, 250).line(45, 210, 45, 250).line(105, 210, 105, 250)
    page.raw(
        '<ofd:TextObject ID="0" Boundary="30 212 10 36" Font="1" Size="5"><ofd:TextCode X="0" Y="5" DeltaY="g 3 7">产出指标'
        "</ofd:TextCode></ofd:TextObject>"
    )
    page.text(50, 230, "数量12个", 5)
    fixture("steps", [page])


def template():
    """A running head, a page number and the lines of a form, which templates hold."""
    tall = Page().text(25, 15, "某市审计局2024年度部门决算", 3.5)
    form = Page().text(25, 15, "某市审计局2024年度部门决算", 3.5)
    for y in (40, 52, 64):
        form.line(25, y, 145, y)
    for x in (25, 85, 145):
        form.line(x, 40, x, 64)
    form.text(27, 48, "项目", 4).text(87, 48, "决算数", 4)
    pages = []
    for at in range(4):
        page = Page(template=6 if at == 2 else 5).text(100, 285, f"— {at + 1} —", 3.5)
        if at == 2:
            page.text(27, 60, "教育支出", 4).text(87, 60, "98.00", 4)
        else:
            lines(page, 40, [f"第{'一二三四'[at]}部分写在这一页，到此为止。"], 35)
        pages.append(page)
    fixture("template", pages, templates=[tall, form])


def order():
    """The last line first; digits of another font and size; bold drawn twice; radicals; blanks between all."""
    page = Page()
    lines(page, 58, ["比上年减少3.00万元。"])
    page.text(25, 30, "决算数", 5).text(51.5, 30, "万元", 5).text(40, 30.4, "46.50", 4.6, font=2)
    page.text(25, 80, "粗体标题", 6, font=3).text(25.25, 80, "粗体标题", 6, font=3)
    lines(page, 49, ["本年收入合计46.50万元，支出合计43.50万元，"], 35)
    page.text(25, 100, "⾏政⼈员⻔类⼤写", 5)
    page.raw(
        '<ofd:TextObject ID="0" Boundary="25 110 150 8" Font="1" Size="5"><ofd:TextCode X="0" Y="5" DeltaX="g 15 3.75">'
        "字 与 字 之 间 都 是 空 格</ofd:TextCode></ofd:TextObject>"
    )
    fixture("order", [page])


def scan():
    pages = [lines(Page(), 40, ["这一页有字。"]), Page().picture(0, 0, 210, 297), Page().picture(40, 80, 120, 140)]
    pages[2].text(25, 60, "图的上面有字。", 5)
    fixture("scan", pages, {"Doc_0/Res/Image_0.jpg": b"\xff\xd8\xff\xe0"})


def encrypted():
    files = parts([lines(Page(), 40, ["看不见。"])])
    hidden = {"Doc_0/Document.xml", "Doc_0/Pages/Page_0/Content.xml"}
    files = {name: text for name, text in files.items() if name not in hidden}
    files["Doc_0/Document.xml"] = bytes(range(256)) * 3
    files["Encryptions.xml"] = (
        f'<ofd:Encryptions {NAMESPACE}><ofd:EncryptInfo ID="1"><ofd:EncryptScope>All</ofd:EncryptScope>'
        "<ofd:DecryptSeedLoc>/decryptseed.dat</ofd:DecryptSeedLoc><ofd:EntriesMapLoc>/entriesmap.dat</ofd:EntriesMapLoc>"
        "</ofd:EncryptInfo></ofd:Encryptions>"
    )
    save(HERE / "encrypted.ofd", files)


def broken():
    """Of three pages one breaks off and one is missing; the template is missing, too."""
    pages = [lines(Page(template=5), 40, ["前一页。"]), Page().xml()[:200], lines(Page(), 40, ["没有的一页。"]), lines(Page(), 40, ["后一页。"])]
    files = parts(pages, templates=[Page()])
    del files["Doc_0/Pages/Page_2/Content.xml"], files["Doc_0/Tpls/Tpl_0/Content.xml"]
    save(HERE / "broken.ofd", files)


def units():
    """Blocks in blocks, drawings that are used twice, a resource of the page, a manner that is white."""
    unit = Page().text(0, 5, "单元中的文字", 5).path(0, 7, 60, 0, "M 0 0 L 60 0")
    more = (
        '<ofd:DrawParams><ofd:DrawParam ID="30"><ofd:StrokeColor Value="#FF #FF #FF"/></ofd:DrawParam>'
        '<ofd:DrawParam ID="31" Relative="30" LineWidth="0.5"/></ofd:DrawParams>'
    )
    units = (
        f'<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="40" Width="60" Height="10"><ofd:Content>{"".join(unit.objects)}'
        "</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>"
    )
    page = Page()
    use = '<ofd:CompositeObject ID="0" Boundary="25 {y} 60 10" ResourceID="40" CTM="{s} 0 0 {s} 0 0"/>'
    page.raw(use.format(y=30, s=1)).raw(use.format(y=60, s=1.5))
    nested = Page().text(25, 100, "块中的块", 5)
    page.raw(f"<ofd:PageBlock ID='0'><ofd:PageBlock ID='0'>{''.join(nested.objects)}</ofd:PageBlock></ofd:PageBlock>")
    inner = Page().table(25, 120, [30, 30], 10, [["甲", "乙"], ["1", "2"]])
    page.raw("".join(inner.objects))
    page.path(40, 120, 0, 20, "M 0 0 L 0 20", ' DrawParam="31"')
    xml = page.xml("<ofd:PageRes>PageRes.xml</ofd:PageRes>")
    fixture("units", [xml], {"Doc_0/PageRes.xml": resources(units)}, more=more)


def loop():
    """A drawing that holds itself, twice."""
    use = '<ofd:CompositeObject ID="0" Boundary="0 0 60 10" ResourceID="40"/>'
    units = (
        '<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="40" Width="60" Height="10"><ofd:Content>'
        f"{use}{use}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>"
    )
    page = lines(Page(), 40, ["前面的字。"]).raw(use)
    fixture("loop", [page, lines(Page(), 40, ["后面的字。"])], more=units)


def glyphs():
    """Glyphs in place of characters: as many, one for two, and some of which nobody says what they are."""
    page = Page()

    def code(y, transform, text, delta):
        page.raw(
            f'<ofd:TextObject ID="0" Boundary="25 {y} 100 8" Font="1" Size="5">{transform}'
            f'<ofd:TextCode X="0" Y="5" DeltaX="{delta}">{text}</ofd:TextCode></ofd:TextObject>'
        )

    def put(at, codes, glyphs):
        listed = " ".join(str(300 + at) for at in range(glyphs))
        return f'<ofd:CGTransform CodePosition="{at}" CodeCount="{codes}" GlyphCount="{glyphs}"><ofd:Glyphs>{listed}</ofd:Glyphs></ofd:CGTransform>'

    code(30, put(0, 4, 4), "字形替换", "g 3 5")
    code(50, put(1, 2, 1), "office", "2.5 2.5 1.4 2.2")
    code(70, put(2, 3, 3), "金额\u00a4\u00a4\u00a4元", "g 5 5")
    code(90, put(0, 0, 4), "", "g 3 5")
    fixture("glyphs", [page])


def stamps():
    """A stamp, a remark and a signature lie over the pages; a text that is not shown; a watermark askew."""
    first = lines(Page(), 40, ["盖章的一页。"])
    first.text(25, 60, "看不见的字", 5, extra=' Visible="false"')
    first.raw(
        '<ofd:TextObject ID="0" Boundary="25 70 100 8" Font="1" Size="5"><ofd:FillColor Value="0 0 0" Alpha="0"/>'
        '<ofd:TextCode X="0" Y="5" DeltaX="g 3 5">透明的字</ofd:TextCode></ofd:TextObject>'
    )
    first.raw(
        '<ofd:TextObject ID="0" Boundary="25 100 100 100" Font="1" Size="9" CTM="0.7 0.7 -0.7 0.7 0 0">'
        '<ofd:TextCode X="0" Y="9" DeltaX="g 3 9">内部资料</ofd:TextCode></ofd:TextObject>'
    )
    block = Page().text(25, 90, "块里看不见的字", 5)
    first.raw(f'<ofd:PageBlock ID="0" Visible="false">{"".join(block.objects)}</ofd:PageBlock>')
    second = lines(Page(), 40, ["签名的一页。"])
    appearance = "".join(Page().text(0, 5, "审计局印章", 5).objects)
    files = {
        "Doc_0/Annots/Annotations.xml": f'<ofd:Annotations {NAMESPACE}><ofd:Page PageID="10"><ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>',
        "Doc_0/Annots/Page_0/Annotation.xml": f'<ofd:PageAnnot {NAMESPACE}><ofd:Annot ID="70" Type="Stamp"><ofd:Appearance Boundary="100 30 30 30">{appearance}</ofd:Appearance></ofd:Annot><ofd:Annot ID="71" Type="Link"><ofd:Appearance Boundary="0 0 1 1"/></ofd:Annot></ofd:PageAnnot>',
        "Doc_0/Signs/Signatures.xml": f'<ofd:Signatures {NAMESPACE}><ofd:Signature ID="1" Type="Seal" BaseLoc="/Doc_0/Signs/Sign_0/Signature.xml"/></ofd:Signatures>',
        "Doc_0/Signs/Sign_0/Signature.xml": f'<ofd:Signature {NAMESPACE}><ofd:SignedInfo><ofd:StampAnnot ID="80" PageRef="11" Boundary="100 30 40 40"/></ofd:SignedInfo></ofd:Signature>',
    }
    signed = body(more="<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>")
    fixture("stamps", [first, second], files, signed, common="<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>")


def several():
    """Two documents in one file."""
    files = {**parts([lines(Page(), 40, ["第一份文件。"])]), **parts([lines(Page(), 40, ["第二份文件。"])], "Doc_1")}
    save(HERE / "several.ofd", files, body() + body("Doc_1"))


def sloppy():
    """No prefixes, attributes in lower case, backslashes, a mark of UTF-8, places from the root."""
    files = {
        "Doc_0\\Document.xml": '\ufeff<Document xmlns="x"><CommonData><PageArea><PhysicalBox>0,0,210,297</PhysicalBox></PageArea></CommonData>'
        '<Pages><Page id="1" baseloc="/Doc_0/P.xml"/><Page ID="2" BaseLoc="Doc_0/Q.xml"/></Pages></Document>',
        "Doc_0/P.xml": '<Page><Content><Layer><TextObject boundary="25 30 100 8" font="1" size="5"><TextCode x="0" y="5" deltaX="5 5 5">'
        "宽松的页</TextCode></TextObject></Layer></Content></Page>",
        "Doc_0/Q.xml": '<Page><Content><PageArea><PhysicalBox>0 0 297 210</PhysicalBox></PageArea><Layer><TextObject Boundary="25 30 100 8" Font="1" Size="5"><FillColor><Value>156 82 35</Value></FillColor><TextCode X="0" Y="5" DeltaX="5 5 5">'
        "另一页 &amp; &#x5B8C;</TextCode></TextObject></Layer></Content></Page>",
    }
    save(HERE / "sloppy.ofd", files, "<DocBody><DocRoot>/Doc_0/Document.xml</DocRoot></DocBody>")


def tables():
    """Two side by side; one without lines."""
    page = Page()
    page.table(20, 30, [40, 30], 10, [["收入", "金额"], ["财政拨款", "10.00"], ["其他", "2.00"]])
    page.table(115, 30, [40, 30], 10, [["支出", "金额"], ["基本支出", "8.00"], ["项目支出", "4.00"]])
    rows = [("项目", "预算数", "决算数"), ("办公费", "12.00", "11.50"), ("印刷费", "3.00", "2.98"), ("差旅费", "5.00", "4.40")]
    for at, cells in enumerate(rows):
        for x, text in zip((25, 80, 130), cells):
            page.text(x, 100 + 8 * at, text, 4)
    fixture("tables", [page])


if __name__ == "__main__":
    for make in (texts, spans, over_pages, scaled, steps, template, order, scan, encrypted, broken, units, loop, glyphs, stamps, several, sloppy, tables):
        make()
