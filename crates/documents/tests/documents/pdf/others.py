"""What PyMuPDF and pdfplumber find in PDF files, as lines of text: python3 others.py FILE...

F file
C page character x0 x1 baseline      each visible character, by PyMuPDF, in points from the top left
R page cell|cell|...                 each row of each ruled table, by pdfplumber; a covered cell is not listed
"""

import logging
import sys
import unicodedata

import pdfplumber
import pymupdf


def folded(text):
    """With ideographs for the radicals that some fonts call them."""
    return "".join(unicodedata.normalize("NFKC", c) if 0x2F00 <= ord(c) <= 0x2FDF else c for c in text)


def visible(c):
    return not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf")


logging.disable()
for path in sys.argv[1:]:
    print("F", path)
    for number, page in enumerate(pymupdf.open(path), 1):
        flags = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_MEDIABOX_CLIP
        for block in page.get_text("rawdict", flags=flags)["blocks"]:
            for line in block.get("lines", []):
                for span in line["spans"]:
                    for char in span["chars"]:
                        if visible(char["c"]):
                            box = pymupdf.Rect(char["bbox"]) * page.rotation_matrix
                            origin = pymupdf.Point(char["origin"]) * page.rotation_matrix
                            print("C", number, folded(char["c"]), f"{box.x0:.3f} {box.x1:.3f} {origin.y:.3f}")
    with pdfplumber.open(path) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            for table in page.extract_tables():
                for row in table:
                    cells = [folded("".join(cell.split())) for cell in row if cell is not None]
                    print("R", number, "|".join(cells))
