"""Shows the notes that PyMuPDF finds in PDF files: python3 notes.py FILE ...

One JSON object: for each file whether it had to be repaired, and its annotations: page, kind, who, what is said, and
the characters in whose middle the highlighted quads lie.
"""

import json
import sys

import fitz


def under(page, annotation, turn):
    """The characters that the quads of an annotation cover, in reading order; `turn` is how the page is shown."""
    kind, value = page.parent.xref_get_key(annotation.xref, "QuadPoints")
    if kind != "array":
        return ""
    numbers = [float(number) for number in value.strip("[]").split()]
    to_text = page.transformation_matrix
    quads = []
    for at in range(0, len(numbers), 8):
        points = [fitz.Point(numbers[at + i], numbers[at + i + 1]) * to_text for i in (0, 2, 4, 6)]
        xs, ys = [point.x for point in points], [point.y for point in points]
        quads.append(fitz.Rect(min(xs), min(ys), max(xs), max(ys)))
        # Upper left, upper right, lower left, lower right of what is displayed.
        upper, right, lower, _ = (point * turn for point in points)
        assert abs(upper.y - right.y) < 0.1 and upper.y < lower.y and upper.x < right.x
    text = ""
    for block in page.get_text("rawdict")["blocks"]:
        for line in block.get("lines", []):
            for span in line["spans"]:
                for char in span["chars"]:
                    box = fitz.Rect(char["bbox"])
                    middle = fitz.Point((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
                    if any(middle in quad for quad in quads):
                        text += char["c"]
    return "".join(text.split())


found = {}
for path in sys.argv[1:]:
    document = fitz.open(path)
    notes = []
    for page in document:
        # Of a page that is cropped and turned at once it mixes up the places.
        turn = page.rotation_matrix
        page.set_rotation(0)
        for annotation in page.annots():
            notes.append(
                {
                    "page": page.number + 1,
                    "kind": annotation.type[1],
                    "who": annotation.info["title"],
                    "said": annotation.info["content"],
                    "under": under(page, annotation, turn),
                }
            )
    found[path] = {"repaired": document.is_repaired, "notes": notes}
print(json.dumps(found, ensure_ascii=False))
