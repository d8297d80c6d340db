"""PDFs with text at chosen places, for the tests of reading it."""

from collections.abc import Sequence
from typing import NamedTuple

_WIDTH = 0.56
"""How wide each letter is, in parts of its size."""
_FONTS = (
    b"/F<</Type/Font/Subtype/TrueType/BaseFont/A/Encoding/WinAnsiEncoding/FirstChar 0/Widths[%s]>>"
    b"/B<</Type/Font/Subtype/TrueType/BaseFont/A,Bold/Encoding/WinAnsiEncoding/FirstChar 0/Widths[%s]>>"
    b"/X<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font>>]>>"
)
_ESCAPED = ((b"\\", b"\\\\"), (b"(", b"\\("), (b")", b"\\)"))


class Text(NamedTuple):
    """A text that begins at a place."""

    text: str
    left: float
    bottom: float
    size: float
    font: str = "F"


def page_of(texts: Sequence[Text]) -> bytes:
    """Returns the content of a page."""
    return b"\n".join(
        b"BT /%s %g Tf %g %g Td (%s) Tj ET" % (one.font.encode(), one.size, one.left, one.bottom, _escaped(one.text))
        for one in texts
        if one.text
    )


def texts_at(rows: Sequence[Sequence[str]], columns: Sequence[float], top: float, step: float) -> list[Text]:
    """Returns the cells of rows below each other."""
    return [
        Text(text, left, top - step * index, 11)
        for index, row in enumerate(rows)
        for left, text in zip(columns, row, strict=True)
    ]


def grid(rows: Sequence[Sequence[Sequence[str]]], edges: Sequence[float], top: float) -> bytes:
    """Returns a table with borders; a cell is the texts of its lines."""
    content: list[bytes] = []
    line = 14.0
    for row in rows:
        height = line * max(sum(map(bool, cell)) or 1 for cell in row) + 6
        content.append(b"%g %g m %g %g l S" % (edges[0], top, edges[-1], top))
        content += [b"%g %g m %g %g l S" % (edge, top, edge, top - height) for edge in edges]
        for left, cell in zip(edges, row, strict=False):
            placed = [Text(text, left + 4, top - line * (index + 1), 11) for index, text in enumerate(cell)]
            content.append(page_of(placed))
        top -= height
    content.append(b"%g %g m %g %g l S" % (edges[0], top, edges[-1], top))
    return b"\n".join(content)


def pdf(contents: Sequence[bytes]) -> bytes:
    """Returns a PDF with a page for each content."""
    widths = b" ".join([b"%d" % (1_000 * _WIDTH)] * 256)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * index) for index in range(len(contents)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d/MediaBox[0 0 595 842]/Resources 3 0 R>>" % (kids, len(contents)),
        b"<</Font<<" + _FONTS % (widths, widths) + b">>>>",
    ]
    for index, content in enumerate(contents):
        objects.append(b"<</Type/Page/Parent 2 0 R/Contents %d 0 R>>" % (5 + 2 * index))
        objects.append(b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content))
    written = b"%PDF-1.7\n"
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    start = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    written += b"".join(b"%010d 00000 n \n" % place for place in places)
    return written + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)


def _escaped(text: str) -> bytes:
    data = text.encode("cp1252")
    for sign, written in _ESCAPED:
        data = data.replace(sign, written)
    return data
