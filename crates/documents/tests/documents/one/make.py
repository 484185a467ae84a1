"""Writes one content in every format: python3 make.py (python-docx, openpyxl, PyMuPDF, LibreOffice, Chromium).

report.*: titles, paragraphs and a table; table.*: a table with cells over rows and columns. The paper of each must
be the one in report.paper and table.paper, places and what is said of pages aside.
"""

import html
import pathlib
import subprocess
import sys
import tempfile

import docx
import openpyxl
import pymupdf
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Pt
from openpyxl.styles import Alignment, Border, Side

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "ofd"))
from writer import Page, parts, save  # noqa: E402

# Levels as in the paper: 1 for parts, 2 for 一、, 3 for （一）; a list is a table.
REPORT = [
    (1, "第二部分 2024年度部门决算情况说明"),
    (2, "一、收入支出决算总体情况说明"),
    (0, "2024年度收、支总计1,552.63万元。与2023年度相比，收、支总计各增加56.34万元，增长3.77%，主要原因是人员经费和信息化运行维护经费增加。"),
    (2, "二、收入决算情况说明"),
    (3, "（一）收入构成"),
    (0, "本年收入合计1,552.16万元，其中：财政拨款收入1,551.69万元，占99.97%；其他收入0.47万元，占0.03%。"),
    (0, "各项收入的明细见下表（单位：万元）："),
    [
        ["项目", "年初预算数", "决算数", "完成率"],
        ["财政拨款收入", "1,516.89", "1,551.69", "102.29%"],
        ["其他收入", "0.30", "0.47", "156.67%"],
        ["合计", "1,517.19", "1,552.16", "102.30%"],
    ],
    (3, "（二）变动原因"),
    (0, "财政拨款收入增加，是因为按规定调整了在职人员的工资标准，并新增了档案数字化项目。"),
    (2, "三、名词解释"),
    (0, "财政拨款收入：指单位从同级财政部门取得的各类财政拨款。"),
]

# A text, or a text with its rows and columns; None where another one reaches.
TABLE = [
    [("项目", 2, 1), ("本年支出", 1, 3), None, None],
    [None, "预算数", "决算数", "完成率"],
    [("基本支出", 2, 1), "1,200.00", "1,188.35", "99.03%"],
    [None, "320.10", "318.00", "99.34%"],
    [("项目支出合计", 1, 2), None, "1,506.35", "99.09%"],
]


def spread(cell):
    return cell if isinstance(cell, tuple) else (cell, 1, 1)


def font(style, name="Noto Sans CJK SC"):
    style.font.name = name
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)


def word_table(document, rows):
    table = document.add_table(len(rows), len(rows[0]), "Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if cell is None:
                continue
            text, down, right = spread(cell)
            here = table.cell(row, column)
            if down * right > 1:
                here = here.merge(table.cell(row + down - 1, column + right - 1))
            here.text = text


def word(name, content):
    document = docx.Document()
    for style in ("Normal", "Heading 1", "Heading 2", "Heading 3"):
        font(document.styles[style])
    document.styles["Normal"].font.size = Pt(12)
    for part in content:
        if isinstance(part, list):
            word_table(document, part)
        elif part[0]:
            document.add_heading(part[1], part[0])
        else:
            document.add_paragraph(part[1]).paragraph_format.first_line_indent = Pt(24)
    document.core_properties.author = ""
    document.save(HERE / name)


def web_table(rows):
    out = "<table>"
    for cells in rows:
        out += "<tr>"
        for cell in cells:
            if cell is None:
                continue
            text, down, right = spread(cell)
            spans = (f' rowspan="{down}"' if down > 1 else "") + (f' colspan="{right}"' if right > 1 else "")
            out += f"<td{spans}>{html.escape(text)}</td>"
        out += "</tr>"
    return out + "</table>"


def web(name, content):
    style = "body{font:12pt 'Noto Sans CJK SC'}p{text-indent:2em;margin:0;line-height:1.6}td{border:1px solid #000;padding:2pt 6pt}table{border-collapse:collapse;margin:6pt 0}"
    out = f'<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>决算</title><style>{style}</style></head><body>\n'
    for part in content:
        if isinstance(part, list):
            out += web_table(part) + "\n"
        elif part[0]:
            out += f"<h{part[0]}>{html.escape(part[1])}</h{part[0]}>\n"
        else:
            out += f"<p>{html.escape(part[1])}</p>\n"
    (HERE / name).write_text(out + "</body></html>\n", encoding="utf-8")


def plain(content):
    out = ""
    for part in content:
        if isinstance(part, list):
            out += "".join("\t".join(cells) + "\n" for cells in part)
        else:
            out += part[1] + "\n"
    return out


def fixed(name, content):
    """Lines of 38 ems, as a printer would set them."""
    page, y, size = Page(), 30.0, 4.2
    for part in content:
        if isinstance(part, list):
            height = 9
            page.table(25, y - 4, [45, 38, 38, 38], height, part, 3.7)
            y += height * len(part) + 4
        elif part[0]:
            page.text(25, y + 3, part[1], {1: 6.4, 2: 5.6, 3: 4.9}[part[0]], font=3)
            y += 13
        else:
            x, left = 25 + 2 * size, 38.0
            line, room = "", left - 2
            for c in part[1]:
                width = 1.0 if ord(c) > 0x7F else 0.5
                # What closes a bracket or a sentence, and what is within a number, begins no line.
                bound = c in "，。；：）、%." or (c.isascii() and line and line[-1].isascii())
                if room < width and not bound:
                    page.text(x, y, line, size)
                    x, y, line, room = 25, y + 7, "", left
                line, room = line + c, room - width
            page.text(x, y, line, size)
            y += 7
    save(HERE / name, parts([page]))


def sheet(name, rows):
    book = openpyxl.Workbook()
    page = book.active
    page.title = "支出"
    side = Side(style="thin")
    for row, cells in enumerate(rows, 1):
        for column, cell in enumerate(cells, 1):
            here = page.cell(row, column)
            here.border = Border(side, side, side, side)
            if cell is None:
                continue
            text, down, right = spread(cell)
            digits = text.rstrip("%").replace(",", "")
            if digits.replace(".", "").isdigit():
                here.value = round(float(digits) / 100, 4) if text.endswith("%") else float(digits)
                here.number_format = "0.00%" if text.endswith("%") else "#,##0.00"
            else:
                here.value = text
                here.alignment = Alignment(horizontal="center")
            if down * right > 1:
                page.merge_cells(start_row=row, start_column=column, end_row=row + down - 1, end_column=column + right - 1)
    for column in "ABCD":
        page.column_dimensions[column].width = 16
    book.save(HERE / name)


def convert(source, ending, to=None):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", ending, "--outdir", folder, str(HERE / source)],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        made = pathlib.Path(folder) / (source.rsplit(".", 1)[0] + "." + ending)
        (HERE / (to or source.rsplit(".", 1)[0] + "." + ending)).write_bytes(made.read_bytes())


def print_page(source, to):
    """As Chromium prints it, but packed: it writes an object for each character."""
    with tempfile.TemporaryDirectory() as folder:
        printed = f"{folder}/printed.pdf"
        subprocess.run(
            ["chromium", "--headless", "--no-sandbox", f"--user-data-dir={folder}", "--no-pdf-header-footer", "--disable-pdf-tagging", f"--print-to-pdf={printed}", (HERE / source).as_uri()],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        pymupdf.open(printed).save(HERE / to, garbage=4, deflate=True, use_objstms=1)


if __name__ == "__main__":
    word("report.docx", REPORT)
    web("report.html", REPORT)
    (HERE / "report.txt").write_text(plain(REPORT), encoding="utf-8")
    (HERE / "report-gbk.txt").write_text(plain(REPORT), encoding="gbk")
    (HERE / "report-utf16.txt").write_text(plain(REPORT), encoding="utf-16")
    fixed("report.ofd", REPORT)
    convert("report.docx", "pdf", "report-writer.pdf")
    print_page("report.html", "report-browser.pdf")
    word("table.docx", [TABLE])
    web("table.html", [TABLE])
    fixed("table.ofd", [TABLE])
    sheet("table.xlsx", TABLE)
    convert("table.xlsx", "xls")
    convert("table.xlsx", "ods")
    convert("table.xlsx", "pdf", "table-calc.pdf")
    convert("table.docx", "pdf", "table-writer.pdf")
    print_page("table.html", "table-browser.pdf")
