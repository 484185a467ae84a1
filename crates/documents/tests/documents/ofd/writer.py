"""Writes OFD files (GB/T 33190) by hand: places in millimetres, from the top left."""

import zipfile
from xml.sax.saxutils import escape

NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
POINT = 25.4 / 72


def wide(c):
    return 1.0 if ord(c) > 0x7F else 0.5


def number(value):
    return f"{value:.3f}".rstrip("0").rstrip(".")


def runs(steps):
    """`4 4 4 2` as `g 3 4 2`."""
    out = []
    for step in steps:
        if out and out[-1][1] == step:
            out[-1][0] += 1
        else:
            out.append([1, step])
    return " ".join(f"g {count} {number(step)}" if count > 2 else " ".join([number(step)] * count) for count, step in out)


class Page:
    def __init__(self, width=210, height=297, template=None):
        self.width, self.height, self.template = width, height, template
        self.objects = []

    def raw(self, xml):
        self.objects.append(xml)
        return self

    def text(self, x, y, text, size=3.7, font=1, spread=0.0, extra="", code=""):
        """A line whose baseline begins at (x, y)."""
        steps = [round(wide(c) * size + spread, 3) for c in text[:-1]]
        delta = f' DeltaX="{runs(steps)}"' if steps else ""
        width = sum(steps) + size
        return self.raw(
            f'<ofd:TextObject ID="0" Boundary="{number(x)} {number(y - size)} {number(width)} {number(1.3 * size)}"'
            f' Font="{font}" Size="{number(size)}"{extra}>{code}<ofd:TextCode X="0" Y="{number(size)}"{delta}>'
            f"{escape(text)}</ofd:TextCode></ofd:TextObject>"
        )

    def path(self, x, y, width, height, data, extra="", colour=""):
        return self.raw(
            f'<ofd:PathObject ID="0" Boundary="{number(x)} {number(y)} {number(width)} {number(height)}"'
            f' LineWidth="0.2"{extra}>{colour}<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>'
        )

    def line(self, x0, y0, x1, y1):
        width, height = x1 - x0, y1 - y0
        return self.path(x0, y0, width, height, f"M 0 0 L {number(width)} {number(height)}")

    def box(self, x0, y0, x1, y1, colour=""):
        """A filled box."""
        width, height = number(x1 - x0), number(y1 - y0)
        data = f"M 0 0 L {width} 0 L {width} {height} L 0 {height} C"
        return self.path(x0, y0, x1 - x0, y1 - y0, data, ' Stroke="false" Fill="true"', colour)

    def picture(self, x0, y0, x1, y1):
        box = f"{number(x0)} {number(y0)} {number(x1 - x0)} {number(y1 - y0)}"
        ctm = f"{number(x1 - x0)} 0 0 {number(y1 - y0)} 0 0"
        return self.raw(f'<ofd:ImageObject ID="0" Boundary="{box}" CTM="{ctm}" ResourceID="90"/>')

    def table(self, x, y, columns, height, rows, size=3.2):
        """Rows of cells: a text, a text with its rows and columns, or None where another one reaches. Each cell is
        framed by lines of its own."""
        edges = [x]
        for width in columns:
            edges.append(edges[-1] + width)
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if cell is None:
                    continue
                text, down, right = cell if isinstance(cell, tuple) else (cell, 1, 1)
                x0, x1 = edges[column], edges[column + right]
                y0, y1 = y + row * height, y + (row + down) * height
                self.line(x0, y0, x1, y0).line(x0, y1, x1, y1).line(x0, y0, x0, y1).line(x1, y0, x1, y1)
                lines = text.split("\n")
                middle = (y0 + y1) / 2 - (len(lines) - 1) * 0.75 * size
                for at, line in enumerate(lines):
                    if line:
                        self.text(x0 + 1, middle + 0.35 * size + at * 1.5 * size, line, size)
        return self

    def xml(self, before=""):
        template = f'<ofd:Template TemplateID="{self.template}" ZOrder="Background"/>' if self.template else ""
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><ofd:Page {NAMESPACE}>{before}{template}'
            f"<ofd:Area><ofd:PhysicalBox>0 0 {number(self.width)} {number(self.height)}</ofd:PhysicalBox></ofd:Area>"
            f'<ofd:Content><ofd:Layer Type="Body" ID="1">{"".join(self.objects)}</ofd:Layer></ofd:Content></ofd:Page>'
        )


FONTS = '<ofd:Fonts><ofd:Font ID="1" FontName="宋体"/><ofd:Font ID="2" FontName="Times New Roman"/><ofd:Font ID="3" FontName="黑体"/></ofd:Fonts>'


def resources(more=""):
    return f'<?xml version="1.0" encoding="UTF-8"?><ofd:Res {NAMESPACE} BaseLoc="Res">{FONTS}{more}</ofd:Res>'


def parts(pages, folder="Doc_0", templates=(), more="", common=""):
    """The parts of one document."""
    out = {}
    listed = templated = ""
    for at, page in enumerate(pages):
        place = f"Pages/Page_{at}/Content.xml"
        listed += f'<ofd:Page ID="{10 + at}" BaseLoc="{place}"/>'
        out[f"{folder}/{place}"] = page if isinstance(page, (str, bytes)) else page.xml()
    for at, template in enumerate(templates):
        place = f"Tpls/Tpl_{at}/Content.xml"
        templated += f'<ofd:TemplatePage ID="{5 + at}" BaseLoc="{place}" ZOrder="Background"/>'
        out[f"{folder}/{place}"] = template.xml()
    out[f"{folder}/PublicRes.xml"] = resources(more)
    out[f"{folder}/Document.xml"] = (
        f'<?xml version="1.0" encoding="UTF-8"?><ofd:Document {NAMESPACE}><ofd:CommonData><ofd:MaxUnitID>999</ofd:MaxUnitID>'
        "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
        f"<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>{templated}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages>{common}</ofd:Document>"
    )
    return out


def body(folder="Doc_0", more=""):
    return f"<ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID></ofd:DocInfo><ofd:DocRoot>{folder}/Document.xml</ofd:DocRoot>{more}</ofd:DocBody>"


def save(path, files, bodies=None):
    entry = bodies or body()
    files = {
        "OFD.xml": f'<?xml version="1.0" encoding="UTF-8"?><ofd:OFD {NAMESPACE} DocType="OFD" Version="1.0">{entry}</ofd:OFD>',
        **files,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in files.items():
            package.writestr(zipfile.ZipInfo(name, (2025, 2, 6, 9, 0, 0)), text, zipfile.ZIP_DEFLATED)
