"""Makes the PDF files beside it: python3 make.py (openpyxl, pypdf with cryptography, LibreOffice).

spreadsheet-ruled.pdf, spreadsheet-plain.pdf: a table printed by LibreOffice over two pages, its heads on each of
them, with and without lines. password.pdf wants the password 2024决算; owner-*.pdf are only protected against
changes. What must come out of each lies beside it as .txt.
"""

import io
import pathlib
import subprocess
import tempfile

import openpyxl
import pypdf
from openpyxl.styles import Alignment, Border, Side

HERE = pathlib.Path(__file__).parent
NAMES = ["行政运行", "机关事业单位基本养老保险缴费支出", "行政单位医疗", "住房公积金"]


def spreadsheet(name, ruled):
    book = openpyxl.Workbook()
    sheet = book.active
    rows = [
        ["支出决算表", None, None, None],
        ["编制单位：某市审计局", None, None, "单位：万元"],
        ["科目编码", "科目名称", "本年支出合计", "项目支出"],
    ]
    for number in range(60):
        part = 234.5 * (number % 9) if number % 3 else None
        rows.append([2010000 + number * 7 + 1, NAMES[number % 4], 1234.5 * (number + 1), part])
    side = Side(style="thin")
    for at, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(at, column, value)
            if isinstance(value, float):
                cell.number_format = "#,##0.00"
            if isinstance(value, int):
                cell.alignment = Alignment(horizontal="left")
            if ruled and at > 2:
                cell.border = Border(side, side, side, side)
    for column, width in zip("ABCD", (8.6, 29, 13, 13)):
        sheet.column_dimensions[column].width = width
    sheet.merge_cells("A1:D1")
    sheet["A1"].alignment = Alignment(horizontal="center")
    sheet.page_setup.paperSize = 9
    sheet.print_title_rows = "1:3"
    with tempfile.TemporaryDirectory() as folder:
        book.save(f"{folder}/{name}.xlsx")
        to = ["--convert-to", "pdf", "--outdir", str(HERE), f"{folder}/{name}.xlsx"]
        subprocess.run(["soffice", "--headless", *to], check=True)


def plain():
    """A page that says 有字。 in a font that is not embedded."""
    font = (
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font"
        "/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>"
        "/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[-25 -254 1000 880]"
        "/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>>>]>>"
    )
    shown = "BT /F1 12 Tf 90 742 Td <%s> Tj ET" % "有字。".encode("utf-16-be").hex()
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(shown)}>>stream\n{shown}\nendstream",
        font,
    ]
    out = "%PDF-1.5\n"
    places = []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{at:010} 00000 n \n" for at in places)
    out += f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF"
    return out.encode()


def encrypted(name, user, algorithm):
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(plain())))
    writer.encrypt(user_password=user, owner_password="审计", algorithm=algorithm)
    writer.write(HERE / f"{name}.pdf")


if __name__ == "__main__":
    spreadsheet("spreadsheet-ruled", True)
    spreadsheet("spreadsheet-plain", False)
    encrypted("password", "2024决算", "AES-256")
    encrypted("owner-rc4", "", "RC4-128")
    encrypted("owner-aes128", "", "AES-128")
    encrypted("owner-aes256", "", "AES-256")
