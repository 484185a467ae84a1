"""What others read of written files: `others.py FILE…`, each as JSON on a line of its own.

Of Word: the words of each paragraph and the texts of each table's grid, by python-docx. Of Excel: each cell with value and
number format, by openpyxl. With `--again FOLDER` LibreOffice opens each file, computes it anew and writes it there first.
"""

import json
import os
import subprocess
import sys

import docx
import openpyxl


def word(path):
    document = docx.Document(path)
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    return {
        "paragraphs": [[it.style.name, it.text] for it in document.paragraphs],
        "tables": tables,
        "sections": [[it.orientation, it.footer.is_linked_to_previous] for it in document.sections],
    }


def excel(path):
    book = openpyxl.load_workbook(path, data_only=True)
    formulas = openpyxl.load_workbook(path)
    return {
        sheet.title: {
            "cells": {
                cell.coordinate: [cell.value, cell.number_format, formulas[sheet.title][cell.coordinate].value]
                for row in sheet.iter_rows()
                for cell in row
                if cell.value is not None
            },
            "merged": sorted(str(it) for it in sheet.merged_cells.ranges),
            "titles": sheet.print_title_rows,
            "landscape": sheet.page_setup.orientation == "landscape",
        }
        for sheet in book
    }


def again(path, folder):
    ending = os.path.splitext(path)[1][1:]
    profile = "-env:UserInstallation=file://" + os.path.join(folder, "profile")
    command = ["soffice", "--headless", profile, "--convert-to", ending, "--outdir", folder, path]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
    return os.path.join(folder, os.path.basename(path))


files = sys.argv[1:]
folder = None
if files[0] == "--again":
    folder, files = files[1], files[2:]
for file in files:
    if folder:
        try:
            file = again(file, folder)
        except FileNotFoundError:
            sys.exit("ModuleNotFoundError: LibreOffice")
    print(json.dumps(word(file) if file.endswith(".docx") else excel(file), default=str))
