"""Makes files that are made to take all memory or time: python3 make.py. They are small; what they ask for is not."""

import pathlib
import sys
import zlib

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "ofd"))
from writer import NAMESPACE, Page, parts, save  # noqa: E402


def pdf(name, objects, trailer="", raw=False):
    """Objects from number 1 on; each a text, or a dictionary with its stream."""
    out = b"%PDF-1.7\n"
    places = []
    for number, item in enumerate(objects, 1):
        places.append(len(out))
        if isinstance(item, tuple):
            entries, stream = item
            stream = stream.encode() if isinstance(stream, str) else stream
            if "/Length" not in entries:
                entries += f"/Length {len(stream)}"
            item = f"<<{entries}>>stream\n".encode() + stream + b"\nendstream"
        else:
            item = item.encode()
        out += f"{number} 0 obj\n".encode() + item + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode() + "".join(f"{at:010} 00000 n \n" for at in places).encode()
    out += f"trailer<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF".replace("@", str(start)).encode()
    (HERE / f"{name}.pdf").write_bytes(out)


CATALOG = "<</Type/Catalog/Pages 2 0 R>>"
PAGES = "<</Type/Pages/Count 1/Kids[3 0 R]>>"


def page(resources="", more=""):
    return f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<{resources}>>{more}>>"


def packed(unit, times):
    """A unit over and over, packed twice: some kilobytes for a gigabyte."""
    packer = zlib.compressobj(9)
    chunk = unit * max(1, (1 << 20) // len(unit))
    out = b""
    for _ in range(max(1, times * len(unit) // len(chunk))):
        out += packer.compress(chunk)
    return zlib.compress(out + packer.flush(), 9)


TWICE = "/Filter[/FlateDecode/FlateDecode]"
CHINESE = (
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0"
    "/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000%s/FontDescriptor<</Type/FontDescriptor"
    "/FontName/STSong-Light/Flags 4/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>>>]%s>>"
)


def pdfs():
    show = "BT /F1 12 Tf 90 742 Td <67095b57> Tj ET"
    pdf("blanks", [CATALOG, PAGES, page(), (TWICE, packed(b" ", 1 << 28))])
    pdf("boxes", [CATALOG, PAGES, page(), (TWICE, packed(b"0 0 1 1 re f\n", 24_000_000))])
    pdf("lines", [CATALOG, PAGES, page(), (TWICE, packed(b"9 9 m 99 9 l S\n", 200_000))])
    pdf("characters", [CATALOG, PAGES, page("/Font<</F1 5 0 R>>"), (TWICE, packed(b"BT /F1 9 Tf <67095b57> Tj ET\n", 4_000_000)), CHINESE % ("", "")])
    forms = [f"<</F {number + 1} 0 R>>" for number in range(5, 45)]
    objects = [CATALOG, PAGES, page("/XObject<</F 5 0 R>>"), ("", "/F Do")]
    for form in forms:
        objects.append((f"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject{form}>>", "/F Do /F Do"))
    objects.append(("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", "0 0 1 1 re f"))
    pdf("forms", objects)
    pdf("form-in-itself", [CATALOG, PAGES, page("/XObject<</F 5 0 R>>"), ("", "/F Do"), ("/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</F 5 0 R>>>>", "/F Do /F Do")])
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange\n"
        "1 begin%srange <00000000> <FFFFFFFF> %s end%srange endcmap end end"
    )
    pdf("to-unicode", [CATALOG, PAGES, page("/Font<</F1 5 0 R>>"), ("", show), CHINESE % ("", "/ToUnicode 6 0 R"), ("", cmap % ("bf", "<0041>", "bf"))])
    encoding = (CHINESE % ("", "")).replace("/UniGB-UCS2-H", " 6 0 R")
    pdf("cid-range", [CATALOG, PAGES, page("/Font<</F1 5 0 R>>"), ("", show), encoding, ("/Type/CMap/CMapName/X", cmap % ("cid", "0", "cid"))])
    pdf("widths", [CATALOG, PAGES, page("/Font<</F1 5 0 R>>"), ("", show), CHINESE % ("/W[0 4294967295 500 0 2147483647 500]", "")])
    pdf("pages-in-pages", [CATALOG, "<</Type/Pages/Count 4/Kids[2 0 R 3 0 R 2 0 R]>>", page(), ("", show)])
    pdf("many-pages", [CATALOG, f"<</Type/Pages/Count 2147483647/Kids[{'3 0 R ' * 9000}]>>", page("/Font<</F1 5 0 R>>"), ("", show), CHINESE % ("", "")])
    deep = [CATALOG, "<</Type/Pages/Count 1/Kids[3 0 R]>>"]
    deep += [f"<</Type/Pages/Parent {number - 1} 0 R/Count 1/Kids[{number + 1} 0 R]>>" for number in range(3, 1000)]
    deep += ["<</Type/Page/Parent 999 0 R/MediaBox[0 0 595 842]>>"]
    pdf("deep-pages", deep)
    pdf("brackets", [CATALOG, PAGES, page(), (TWICE, packed(b"[", 1_000_000))])
    pdf("deep-entry", [CATALOG, PAGES, page("", "/X " + "[" * 20_000 + "]" * 20_000), ("", show)])
    pdf("deep-dictionaries", [CATALOG, PAGES, page("", "/X " + "<</X" * 5_000 + " 1" + ">>" * 5_000), ("", show)])
    pdf("table-in-itself", [CATALOG, PAGES, page(), ("", show)], "/Prev @/XRefStm @")
    pdf("length-of-itself", [CATALOG, PAGES, page("/Font<</F1 5 0 R>>"), ("/Length 4 0 R", show), CHINESE % ("", "")])
    pdf("reference-to-itself", [CATALOG, PAGES, "3 0 R", "4 0 R"])
    pdf("huge-page", [CATALOG, PAGES, page().replace("595 842", "1e38 1e38"), ("", "9 9 m 1e37 9 l S")])
    image = "/Type/XObject/Subtype/Image/Width 2147483647/Height 2147483647/BitsPerComponent 8/ColorSpace/DeviceRGB"
    pdf("huge-image", [CATALOG, PAGES, page("/XObject<</I 5 0 R>>"), ("", "99 0 0 99 9 9 cm /I Do"), (image, "x")])
    glyphs = "<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/FirstChar 65/LastChar 65/Widths[1]/Encoding<</Differences[65/A]>>/CharProcs<</A 6 0 R>>/Resources<</Font<</F1 5 0 R>>>>>>"
    pdf("font-in-itself", [CATALOG, PAGES, page("/Font<</F1 5 0 R>>"), ("", "BT /F1 9 Tf (AAAA) Tj ET"), glyphs, ("", "1 0 d0 BT /F1 1 Tf (AA) Tj ET")])
    pattern = "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep 1e-9/YStep 1e-9/Resources<</Pattern<</P 5 0 R>>>>"
    pdf("pattern-in-itself", [CATALOG, PAGES, page("/Pattern<</P 5 0 R>>"), ("", "/Pattern cs /P scn 0 0 500 500 re f"), (pattern, "/Pattern cs /P scn 0 0 1 1 re f")])
    states = "q " * 200_000
    pdf("states", [CATALOG, PAGES, page(), (TWICE, zlib.compress(zlib.compress(states.encode() * 5, 9), 9))])
    dash = "[" + "0.0001 " * 9 + "] 0 d 0 0 m 1e9 1e9 l S "
    pdf("dashes", [CATALOG, PAGES, page(), ("", dash * 200)])
    stream = "/Type/XRef/W[1 4 2]/Index[0 4294967295]/Size 4294967295/Root 1 0 R"
    body = f"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj{PAGES}endobj 3 0 obj{page()}endobj 4 0 obj<</Length 0>>stream\n\nendstream endobj\n"
    (HERE / "index.pdf").write_text(f"{body}9 0 obj<<{stream}/Length 7>>stream\n\x01\x02\x03\x04\x05\x06\x07\nendstream endobj\nstartxref\n{len(body)}\n%%EOF", encoding="latin-1")


def ofds():
    def one(name, objects, **more):
        page = Page()
        page.objects = [objects] if isinstance(objects, str) else objects
        save(HERE / f"{name}.ofd", parts([page], **more))

    text = '<ofd:TextObject ID="0" Boundary="25 30 150 8" Font="1" Size="5"><ofd:TextCode X="0" Y="5" DeltaX="%s">%s</ofd:TextCode></ofd:TextObject>'
    one("steps", text % ("g 99999999999 5 " * 2000, "决算"))
    one("glyphs", '<ofd:TextObject ID="0" Boundary="25 30 150 8" Font="1" Size="5">' + '<ofd:CGTransform CodePosition="0" CodeCount="0" GlyphCount="4294967295"/>' * 3000 + "<ofd:TextCode X='0' Y='5'></ofd:TextCode></ofd:TextObject>")
    one("long-text", text % ("5", "决" * 1_000_000))
    one("many-texts", (text % ("5", "决算")) * 20_000)
    one("many-lines", '<ofd:PathObject ID="0" Boundary="25 30 150 8"><ofd:AbbreviatedData>M 0 0 L 9 0 L 9 9 C</ofd:AbbreviatedData></ofd:PathObject>' * 25_000)
    one("long-path", '<ofd:PathObject ID="0" Boundary="0 0 210 297"><ofd:AbbreviatedData>M 0 0 ' + "L 9 0 L 9 9 " * 1_500_000 + "</ofd:AbbreviatedData></ofd:PathObject>")
    one("deep-blocks", "<ofd:PageBlock>" * 5000 + "</ofd:PageBlock>" * 5000)
    units = ""
    for number in range(40, 80):
        use = f'<ofd:CompositeObject ID="0" Boundary="0 0 9 9" ResourceID="{number + 1}"/>'
        units += f'<ofd:CompositeGraphicUnit ID="{number}" Width="9" Height="9"><ofd:Content>{use}{use}</ofd:Content></ofd:CompositeGraphicUnit>'
    one("units", '<ofd:CompositeObject ID="0" Boundary="0 0 9 9" ResourceID="40"/>', more=f"<ofd:CompositeGraphicUnits>{units}</ofd:CompositeGraphicUnits>")
    one("manners", '<ofd:PathObject ID="0" Boundary="0 0 9 9" DrawParam="30"><ofd:AbbreviatedData>M 0 0 L 9 9</ofd:AbbreviatedData></ofd:PathObject>', more='<ofd:DrawParams><ofd:DrawParam ID="30" Relative="31"/><ofd:DrawParam ID="31" Relative="30"/></ofd:DrawParams>')
    one("numbers", [text % ("1e308 1e308", "决算数"), '<ofd:PathObject ID="0" Boundary="-1e308 1e308 1e308 1e308" CTM="1e308 1e308 1e308 1e308 1e308 1e308"><ofd:AbbreviatedData>M 1e308 0 L -1e308 9</ofd:AbbreviatedData></ofd:PathObject>'])
    # A page that unpacks to a gigabyte, one template for all pages, and far more pages than parts.
    save(HERE / "bomb.ofd", {**parts(["x"]), "Doc_0/Pages/Page_0/Content.xml": b"<Page>" + b" " * (80 << 20) + b"</Page>"})
    pages = "".join('<ofd:Page ID="10" BaseLoc="P.xml"/>' for _ in range(50_000))
    template = Page()
    for at in range(500):
        template.text(20 + at % 50, 20 + at / 10, "决", 3)
    files = {
        "Doc_0/Document.xml": f'<ofd:Document {NAMESPACE}><ofd:CommonData><ofd:TemplatePage ID="5" BaseLoc="T.xml"/></ofd:CommonData><ofd:Pages>{pages}</ofd:Pages></ofd:Document>',
        "Doc_0/P.xml": Page(template=5).xml(),
        "Doc_0/T.xml": template.xml(),
    }
    save(HERE / "many-pages.ofd", files)
    bodies = "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>" * 20_000
    save(HERE / "many-documents.ofd", parts([Page().text(25, 40, "决算", 5)]), bodies)


if __name__ == "__main__":
    pdfs()
    ofds()
