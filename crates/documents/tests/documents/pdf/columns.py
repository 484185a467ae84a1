"""Makes columns-office.pdf (python-docx, then LibreOffice) and columns-chromium.pdf: run it in an empty folder."""
import subprocess
from docx import Document
from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

TEXTS = [
    "本单位负责全市水资源的统一管理和监督，组织编制全市水资源规划并且监督实施，全年共完成河道治理二十公里，新建泵站三座，改造老旧管网，受益居民众多，达到了预期的绩效目标。" * 2,
    "预算执行中存在的问题主要是项目前期工作准备不够充分，招标时间比较长并且资金拨付集中在下半年，影响了进度。下一步将提前开展前期工作，加强对项目的跟踪管理，及时纠正偏差。" * 2,
]
TITLE = "绩效自评情况的说明与分析报告全文"


def section(document, count):
    properties = document.add_section(WD_SECTION.CONTINUOUS)._sectPr
    columns = properties.find(qn("w:cols"))
    if columns is None:
        columns = OxmlElement("w:cols")
        properties.append(columns)
    columns.set(qn("w:num"), str(count))
    columns.set(qn("w:space"), "425")


def texts(document, times):
    for text in TEXTS * times:
        document.add_paragraph("　　" + text)


document = Document()
document.add_paragraph(TITLE)
document.add_paragraph("".join(TEXTS))
section(document, 2)
texts(document, 2)
section(document, 1)
table = document.add_table(2, 2, style="Table Grid")
for number, text in enumerate("甲乙丙丁"):
    table.cell(number // 2, number % 2).text = text
document.add_paragraph("二、存在的问题")
section(document, 2)
texts(document, 8)
document.save("columns-office.docx")
subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "columns-office.docx"], check=True)

body = "".join(f"<p>{text}</p>" for text in TEXTS * 3)
style = """@page{size:A4;margin:2cm}body{font:12pt/1.6 serif;margin:0}.c{columns:2;column-gap:24pt}
p{text-indent:2em;margin:0;text-align:justify}td{border:1px solid}table{border-collapse:collapse;width:100%}"""
with open("columns.html", "w", encoding="utf-8") as page:
    page.write(f"<meta charset=utf-8><style>{style}</style><h1>{TITLE}</h1><div class=c>{body}</div>")
    page.write(f"<table><tr><td>甲<td>乙<tr><td>丙<td>丁</table><div class=c>{body * 3}</div>")
printed = ["--no-pdf-header-footer", "--print-to-pdf=columns-chromium.pdf", "columns.html"]
subprocess.run(["chromium", "--headless", "--no-sandbox", *printed], check=True)
