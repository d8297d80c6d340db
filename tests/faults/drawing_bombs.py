"""PDFs of a few KB whose pages draw the same thing a million times, and honest ones that draw much."""

import base64
import zlib
from collections.abc import Callable

from tests.documents.foreign.written import A4, one_page, stream

_FORM = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
_TILE = "/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9"
_SQUARE = b"0 0 9 9 re f "
_TYPE_3 = "/Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/FirstChar 97/LastChar 97/Widths[1]"
_TYPE_3 += "/Encoding<</Differences[97/a]>>"
_STATE = "/ExtGState<</G <</SMask<</S/Luminosity/G {} 0 R>>>>>>"
_FONT_OF = f"/Font<</F <<{_TYPE_3}/CharProcs<</a {{}} 0 R>>>>>>"

type Writer = Callable[[bytes, str], bytes]


def levels(
    use: bytes, entries: str, resources: str, *, times: int = 10, deep: int = 6, write: Writer = stream
) -> bytes:
    """Writes a page that draws a thing, which draws the next, and so on; `resources` name it by its number."""
    each = [
        write(times * use, f"{entries}/Resources<<{resources.format(number + 1)}>>") for number in range(6, 6 + deep)
    ]
    return one_page(times * use, resources=resources.format(6), more=[*each, stream(_SQUARE, entries)])


def forms(use: bytes = b"/X Do ", *, times: int = 10, deep: int = 6, write: Writer = stream) -> bytes:
    """Writes forms that draw each other."""
    return levels(use, _FORM, "/XObject<</X {} 0 R>>", times=times, deep=deep, write=write)


def packed(data: bytes, entries: str) -> bytes:
    """Packs a stream as new programs do."""
    return stream(data, entries, packed=True)


def packed_twice(data: bytes, entries: str) -> bytes:
    """Packs a stream as some programs do, in letters."""
    letters = base64.a85encode(zlib.compress(data)) + b"~>"
    return stream(letters, f"{entries}/Filter[/ASCII85Decode/FlateDecode]")


def broken_at_the_end(data: bytes, entries: str) -> bytes:
    """Packs a stream whose end is damaged, which viewers draw all the same."""
    return stream(zlib.compress(data + 5_000 * b" ")[:-6] + b"\xff\xff\xff", f"{entries}/Filter/FlateDecode")


def by_names_of_the_page(resources: str) -> bytes:
    """Writes forms that have no names of their own: they draw by those of the page."""
    names = "".join(f"/X{number} {number + 6} 0 R" for number in range(7))
    each = [stream(10 * (b"/X%d Do " % (number + 1)), _FORM + resources) for number in range(6)]
    return one_page(10 * b"/X0 Do ", resources=f"/XObject<<{names}>>", more=[*each, stream(_SQUARE, _FORM)])


def upon_a_page() -> bytes:
    """Writes a stamp that is a bomb."""
    each = [stream(10 * b"/X Do ", f"{_FORM}/Resources<</XObject<</X {number + 1} 0 R>>>>") for number in range(7, 13)]
    stamp = b"<</Type/Annot/Subtype/Stamp/F 4/Rect[0 0 99 99]/AP<</N 7 0 R>>>>"
    return one_page(page=f"/MediaBox{A4}/Annots[6 0 R]", more=[stamp, *each, stream(_SQUARE, _FORM)])


def letters_of_other_fonts() -> bytes:
    """Writes fonts that all have the same letter, which writes by the name that each font gives the next."""
    each = [
        f"<<{_TYPE_3}/CharProcs<</a 12 0 R>>/Resources<</Font<</F {number + 1} 0 R>>>>>>".encode()
        for number in range(6, 12)
    ]
    writing = b"BT /F 9 Tf (aaaaaaaaaa) Tj ET "
    return one_page(writing, resources="/Font<</F 6 0 R>>", more=[*each, stream(writing)])


def in_pieces() -> bytes:
    """Writes a page whose content is in pieces."""
    whole = forms()
    return whole.replace(b"/Contents 4 0 R", b"/Contents[4 0 R 4 0 R]")


def picture(width: int, times: int) -> bytes:
    """Writes a page with a large picture of few bytes."""
    entries = f"/Subtype/Image/Width {width}/Height {width}/ImageMask true/BitsPerComponent 1/Filter/CCITTFaxDecode"
    return one_page(times * b"/X Do ", resources="/XObject<</X 6 0 R>>", more=[stream(b"x", entries)])


def often(content: bytes, times: int) -> bytes:
    """Writes a page that draws a form many times."""
    return one_page(times * b"/X Do ", resources="/XObject<</X 6 0 R>>", more=[packed(content, _FORM)])


def circle(count: int) -> bytes:
    """Writes forms that draw each other in a circle."""
    each = [
        stream(b"/X Do", f"{_FORM}/Resources<</XObject<</X {6 + (number + 1) % count} 0 R>>>>")
        for number in range(count)
    ]
    return one_page(b"/X Do", resources="/XObject<</X 6 0 R>>", more=each)


BOMBS: dict[str, Callable[[], bytes]] = {
    "forms": forms,
    "forms, packed": lambda: forms(write=packed),
    "forms, packed twice": lambda: forms(write=packed_twice),
    "forms, broken at the end": lambda: forms(write=broken_at_the_end),
    "forms with a comment before each operator": lambda: forms(b"/X %comment\n Do "),
    "forms with long comments": lambda: forms(b"/X %" + 900 * b"/x" + b"\r Do "),
    "forms whose names are written in another way": lambda: forms(b"/#58 Do\0"),
    "forms by names of the page": lambda: by_names_of_the_page(""),
    "forms by names of the page, with empty ones of their own": lambda: by_names_of_the_page("/Resources<<>>"),
    "twice over thirty levels": lambda: forms(times=2, deep=26),
    "patterns": lambda: levels(b"/Pattern cs /P scn " + _SQUARE, _TILE, "/Pattern<</P {} 0 R>>"),
    "patterns for lines": lambda: levels(b"/Pattern CS 0 0 1 /P SCN " + _SQUARE, _TILE, "/Pattern<</P {} 0 R>>"),
    "soft masks": lambda: levels(b"/G gs " + _SQUARE, f"{_FORM}/Group<</S/Transparency>>", _STATE),
    "drawn letters": lambda: levels(b"BT /F 9 Tf (aaaaaaaaaa) Tj ET ", _FORM, _FONT_OF, times=1),
    "drawn letters as numbers": lambda: levels(b"BT /F 9 Tf <61616161616161616161> Tj ET ", _FORM, _FONT_OF, times=1),
    "letters of fonts that write by each other": letters_of_other_fonts,
    "a stamp": upon_a_page,
    "a content in pieces": in_pieces,
    "a large form, often": lambda: often(100_000 * _SQUARE, 1_000),
    "a large picture, often": lambda: picture(20_000, 10),
    "a form, all too often": lambda: often(_SQUARE, 300_000),
}
"""What draws too much, by how."""

CIRCLES: dict[str, Callable[[], bytes]] = {
    "one that draws itself": lambda: circle(1),
    "three in a circle": lambda: circle(3),
    "a pattern that paints itself": lambda: levels(b"/P scn ", _TILE, "/Pattern<</P 6 0 R>>", times=1, deep=1),
    "a mask that masks itself": lambda: levels(b"/G gs ", _FORM, _STATE.replace("{}", "6"), times=1, deep=1),
    "a letter that writes itself": lambda: levels(
        b"/F 9 Tf (a) Tj ", _FORM, _FONT_OF.replace("{}", "6"), times=1, deep=1
    ),
}

HONEST: dict[str, Callable[[], bytes]] = {
    "a diagram with many marks": lambda: often(_SQUARE, 90_000),
    "forms within forms": lambda: forms(times=1, deep=20),
    "forms that share others": lambda: forms(times=2, deep=10),
    "a page of drawn letters": lambda: levels(
        b"BT /F 9 Tf " + 400 * b"(aaaaaaaaaa) Tj " + b"ET ", _FORM, _FONT_OF, times=1, deep=0
    ),
    "a scanned drawing": lambda: picture(25_000, 1),
    "a large map": lambda: often(1_000_000 * _SQUARE, 1),
    "text that reads like drawing": lambda: one_page(b"BT /F1 9 Tf " + 9_000 * b"(/X Do \\) 90 %) Tj " + b"ET"),
    "a name that is nowhere": lambda: forms(b"/Y Do "),
}
"""What draws much, and must be taken along."""
