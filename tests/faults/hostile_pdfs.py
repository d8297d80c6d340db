"""PDFs that ask for more time or memory than any file is worth: bombs, circles, lists without end."""

import zlib

from tests.documents.foreign.samples import pack
from tests.documents.foreign.written import FONT, one_page, pdf, stream

_CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
_PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
_FORM = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]"


def _fonts(count: int, first: int) -> str:
    return "/Font<<" + "".join(f"/F{number} {first + number} 0 R" for number in range(count)) + ">>"


def _contents(data: bytes, count: int) -> bytes:
    page = b"<</Type/Page/MediaBox[0 0 9 9]/Contents[%s]>>" % (count * b"4 0 R ")
    return pdf([_CATALOG, _PAGES, page, stream(data, "/Filter/FlateDecode")])


def _list_of_objects(rows: bytes, entries: str) -> bytes:
    listing = stream(rows, f"/Type/XRef/Root 1 0 R{entries}", packed=True)
    return b"%PDF-1.7\n20 0 obj\n" + listing + b"\nendobj\nstartxref\n9\n%%EOF"


def _lists_that_follow_each_other(count: int) -> bytes:
    at, data, before = 0, bytearray(b"%PDF-1.7\n"), ""
    for _ in range(count):
        at = len(data)
        rows = stream(b"\4" + bytes(7) * 7_000, f"/Type/XRef/Root 1 0 R/W[1 4 2]/Size 9{before}", packed=True)
        data += b"20 0 obj\n" + rows + b"\nendobj\n"
        before = f"/Prev {at}"
    return bytes(data) + b"startxref\n%d\n%%%%EOF" % at if count else bytes(data)


def _overlapping(count: int) -> bytes:
    """Each picture goes on to the end of the file, over all others."""
    pictures = "/XObject<<" + "".join(f"/X{number} {number + 6} 0 R" for number in range(count)) + ">>"
    begun = one_page(resources=pictures).rpartition(b"xref\n0")[0]
    usual = "/Type/XObject/Subtype/Image/Width 1/Height 1/Length 3000000"
    heads = (f"{number + 6} 0 obj\n<<{usual}>>\nstream\n".encode() for number in range(count))
    end = b"\nendstream\nendobj\ntrailer<</Root 1 0 R>>\nstartxref\n3\n%%EOF"
    return begun + b"".join(heads) + 3_100_000 * b"x" + end


def _rules(count: int) -> bytes:
    """A rule over layers that doubles at each level."""
    each = [b"[/Or %d 0 R %d 0 R]" % (number, number) for number in range(7, 7 + count)]
    properties = "/Properties<</A<</Type/OCMD/VE 6 0 R>>>>"
    return one_page(resources=properties, more=[*each, b"[/Or 99 0 R]"], catalog="/OCProperties<</D<</OFF[99 0 R]>>>>")


HOSTILE = {
    "more objects than allowed": lambda: one_page(resources=_fonts(70_000, 6), more=70_000 * [FONT]),
    "a list of a million objects": lambda: (
        b"%PDF-1.7\nxref\n0 999999\n"
        + 999_999 * b"0000000009 00000 n \n"
        + b"trailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF"
    ),
    "a list without end": lambda: _list_of_objects(bytes(3_000_000), "/W[1 0 0]/Size 100000000"),
    "a list that is a bomb": lambda: _list_of_objects(bytes(50_000_000), "/W[1 4 2]/Size 9"),
    "a list that is slow to unpack": lambda: _list_of_objects(
        120_000 * b"\4\1\1\1\1\1\1\1", "/W[1 4 2]/Size 9/DecodeParms<</Predictor 15/Columns 7>>"
    ),
    "lists that follow each other": lambda: _lists_that_follow_each_other(400),
    "packed objects that are a bomb": lambda: pack([(1, _CATALOG), (2, 30_000_000 * b" "), (3, b"null")], {}),
    "packed objects of zeros": lambda: pack([(1, _CATALOG), (2, b"[" + 90_000 * b"0 " + b"]"), (3, b"1")], {}),
    "contents that are a bomb": lambda: _contents(zlib.compress(40_000_000 * b"\n"), 2),
    "contents that are many bombs": lambda: _contents(zlib.compress(2_000_000 * b"\n"), 4_000),
    "contents without end": lambda: _contents(zlib.compress(b"\n"), 6_000),
    "arrays within arrays": lambda: one_page(page="/MediaBox" + 300_000 * "["),
    "an array of zeros": lambda: one_page(page="/MediaBox[" + 500_000 * "0 " + "]"),
    "a long name": lambda: one_page(page="/MediaBox[0 0 9 9]/" + 2_000_000 * "N" + " 1"),
    "a long number": lambda: one_page(page="/MediaBox[0 0 9 " + 2_000_000 * "9" + "]"),
    "a long text": lambda: one_page(page="/MediaBox[0 0 9 9]/X(" + 6_000_000 * "N" + ")"),
    "objects that are nowhere": lambda: one_page(resources=_fonts(20_000, 60_000), more=[stream(500_000 * b"x")]),
    "streams over each other": lambda: _overlapping(200),
    "streams without an end": lambda: (
        b"%PDF-1.7\n"
        + b"".join(b"%d 0 obj\n<</Length 9>>\nstream\nabc\n" % number for number in range(1, 20_000))
        + b"trailer<</Root 1 0 R>>\nstartxref\n5\n%%EOF"
    ),
    "beginnings of objects only": lambda: b"%PDF-1.7\n" + 400_000 * b"1 0 obj " + b"startxref\n5\n%%EOF",
    "trailers only": lambda: b"%PDF-1.7\n" + 50_000 * b"trailer<</Root 1 0 R>>\n" + b"startxref\n5\n%%EOF",
    "empty lines": lambda: b"%PDF-1.7\n" + 3_000_000 * b"\n",
    "pages that double at each level": lambda: pdf(
        [_CATALOG, *(b"<</Type/Pages/Kids[%d 0 R %d 0 R]>>" % (each, each) for each in range(3, 50)), b"<</Kids[]>>"]
    ),
    "pages that contain themselves": lambda: pdf([_CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1>>"]),
    "one large page, often": lambda: pdf(
        [
            _CATALOG,
            b"<</Type/Pages/Kids[%s]>>" % (300 * b"3 0 R "),
            b"<</Type/Page/MediaBox[0 0 9 9]/Contents 4 0 R>>",
            stream(2_000_000 * b" "),
        ]
    ),
    "a reference to itself": lambda: one_page(resources="/XObject<</X 6 0 R>>", more=[b"6 0 R"]),
    "a stream whose length is itself": lambda: one_page(
        resources="/XObject<</X 6 0 R>>", more=[b"<</Subtype/Form/Length 6 0 R>>stream\nx\nendstream"]
    ),
    "rules that double at each level": lambda: _rules(60),
    "notes without end": lambda: one_page(page="/MediaBox[0 0 9 9]/Annots[" + 9_000 * "6 0 R " + "]", more=[FONT]),
}
"""What asks for too much, by what it is; each is written when it is asked for."""

SLOW = {"more objects than allowed", "a long text", "objects that are nowhere", "streams without an end"}
"""What takes seconds until the limit of work is reached."""

HARMLESS = {
    "a list that follows itself": lambda: one_page(trailer="/Prev 0").replace(b"/Prev 0", b"/Prev 9"),
    "dictionaries within dictionaries": lambda: one_page(page="/MediaBox" + 300_000 * "<</A"),
    "a form that draws itself": lambda: one_page(
        resources="/XObject<</X 6 0 R>>", more=[stream(b"/X Do", f"{_FORM}/Resources<</XObject<</X 6 0 R>>>>")]
    ),
    "numbers that are none": lambda: one_page(page="/MediaBox[nan inf 1e400 -1e400]"),
    "a page upside down": lambda: one_page(page="/MediaBox[595 842 0 0]"),
    "many names": lambda: one_page(page="/MediaBox[0 0 9 9]" + "".join(f"/N{number} 1" for number in range(9_000))),
}
"""What is odd, and is read."""
