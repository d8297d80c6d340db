"""Writes small PDFs by hand, so that a test can put anything into them, right or wrong."""

import zlib
from collections.abc import Sequence

A4 = "[0 0 595 842]"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
TEXT = b"BT /F1 24 Tf 72 700 Td (Referat af drftelse) Tj ET"


def pdf(objects: Sequence[bytes], trailer: str = "", *, header: bytes = b"%PDF-1.7\n") -> bytes:
    """Writes objects, numbered from 1; the first is the catalog."""
    data = bytearray(header)
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        bytes(data) + f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    )


def stream(data: bytes, entries: str = "", *, packed: bool = False) -> bytes:
    """Writes a stream."""
    if packed:
        data, entries = zlib.compress(data), f"{entries}/Filter/FlateDecode"
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries.encode("latin-1"), len(data), data)


def one_page(
    content: bytes = TEXT,
    page: str = f"/MediaBox{A4}",
    resources: str = "/Font<</F1 5 0 R>>",
    more: Sequence[bytes] = (),
    catalog: str = "",
    trailer: str = "",
) -> bytes:
    """Writes a PDF of one page; `more` are its objects from number 6 on."""
    return pdf(
        [
            f"<</Type/Catalog/Pages 2 0 R{catalog}>>".encode("latin-1"),
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            f"<</Type/Page/Parent 2 0 R{page}/Resources<<{resources}>>/Contents 4 0 R>>".encode("latin-1"),
            stream(content),
            FONT,
            *more,
        ],
        trailer,
    )


def with_appearance(annotation: dict[str, str], look: bytes = b"0 0 1 rg 0 0 100 50 re f") -> bytes:
    """Writes a page with a stamp; `annotation` has further keys of it, or others in place of the usual ones."""
    usual = {"Type": "/Annot", "Subtype": "/Stamp", "F": "4", "Rect": "[100 100 300 200]", "AP": "<</N 7 0 R>>"}
    entries = "".join(f"/{key} {value}" for key, value in (usual | annotation).items())
    return one_page(
        page=f"/MediaBox{A4}/Annots[6 0 R]",
        more=[f"<<{entries}>>".encode("latin-1"), stream(look, "/Type/XObject/Subtype/Form/BBox[0 0 100 50]")],
    )
