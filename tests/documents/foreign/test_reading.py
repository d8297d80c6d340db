"""PDFs of others are read as plain data, or refused with a reason in Danish."""

import re

import pytest

from botilbud_desktop.documents.foreign import errors, limits
from botilbud_desktop.documents.foreign.errors import ForeignPdfError
from botilbud_desktop.documents.foreign.reading import read_foreign
from botilbud_desktop.documents.foreign.records import Box
from tests.documents.foreign.written import A4, TEXT, one_page, pdf, stream
from tests.faults.hostile_pdfs import HARMLESS


def reason(data: bytes) -> str:
    """Returns why a PDF is refused."""
    with pytest.raises(ForeignPdfError) as caught:
        read_foreign(data, "x.pdf")
    return caught.value.reason


def test_a_page_has_the_size_and_the_part_that_is_shown() -> None:
    page = read_foreign(one_page(page="/MediaBox[0 0 600 900]/CropBox[50 700 550 100]"), "x.pdf").pages[0]
    assert page.box == Box(50, 100, 550, 700)
    assert (page.width, page.height, page.rotation) == (500, 600, 0)


@pytest.mark.parametrize(("rotation", "shown"), [(0, 0), (90, 90), (-90, 270), (450, 90), (180, 180), (45, 0)])
def test_a_page_may_be_turned(rotation: int, shown: int) -> None:
    page = read_foreign(one_page(page=f"/MediaBox[0 0 600 900]/Rotate {rotation}"), "x.pdf").pages[0]
    assert page.rotation == shown
    assert (page.width, page.height) == ((900, 600) if shown % 180 else (600, 900))


def test_a_page_inherits_what_it_lacks() -> None:
    tree = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 300 400]/Rotate 90>>",
        b"<</Type/Pages/Parent 2 0 R/Kids[4 0 R 5 0 R]/Count 2>>",
        b"<</Type/Page/Parent 3 0 R>>",
        b"<</Type/Page/Parent 3 0 R/Rotate 0/UserUnit 2>>",
    ]
    first, second = read_foreign(pdf(tree), "x.pdf").pages
    assert (first.width, first.height) == (400, 300)
    assert (second.width, second.height) == (600, 800)


@pytest.mark.parametrize("depth", [0, 700])
def test_how_deep_the_caller_is_makes_no_difference(depth: int) -> None:
    def read(levels: int) -> int:
        return (
            read(levels - 1) if levels else len(read_foreign(HARMLESS["dictionaries within dictionaries"](), "x").pages)
        )

    assert read(depth) == 1


def test_the_same_bytes_give_the_same_result() -> None:
    assert read_foreign(one_page(), "x.pdf") == read_foreign(one_page(), "x.pdf")


@pytest.mark.parametrize("resources", ["", "/Resources null", "/Resources 7", "/Resources[1 2]"])
def test_a_page_without_resources_has_empty_ones(resources: str) -> None:
    page = f"<</Type/Page/MediaBox[0 0 9 9]{resources}>>".encode()
    tree = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page]
    assert read_foreign(pdf(tree), "x").objects[0] == (b"<<>>",)


def test_bytes_before_the_file_are_passed_over() -> None:
    assert read_foreign(b"\r\n\r\n" + one_page(), "x.pdf").pages


def test_a_name_is_short_and_turns_nothing() -> None:
    name = read_foreign(one_page(), "a\u202eb\n" + 200 * "x").name
    assert len(name) <= 120
    assert name.startswith("a\ufffdb xxx")
    assert name.endswith("…")


ENCRYPTED = "/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<{0}>/U<{0}>>>/ID[<00><00>]".format(64 * "0")

REFUSED = {
    "empty": (b"", errors.EMPTY),
    "text": (b"%!PS-Adobe\n" + 2_000 * b"x", errors.NO_PDF),
    "a picture": (b"\xff\xd8\xff\xe0" + 5_000 * b"\0" + b"%PDF-1.4", errors.NO_PDF),
    "encrypted": (one_page(trailer=ENCRYPTED), errors.PROTECTED),
    "no pages": (pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]), errors.NO_PAGES),
    "no list of pages": (pdf([b"<</Type/Catalog>>"]), errors.NO_PAGES),
    "only its beginning": (one_page()[:200], errors.DAMAGED),
    "only its mark": (b"%PDF-1.7\n", errors.DAMAGED),
    "a page in another file": (
        one_page(resources="/XObject<</X 6 0 R>>", more=[stream(b"", "/Type/XObject/Subtype/Form/F(other.pdf)")]),
        errors.OUTSIDE,
    ),
    "its contents in another file": (
        pdf(
            [
                b"<</Type/Catalog/Pages 2 0 R>>",
                b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                b"<</Type/Page/MediaBox[0 0 9 9]/Contents 4 0 R>>",
                stream(b"", "/F<</FS/URL/F(http://example.com)>>"),
            ]
        ),
        errors.OUTSIDE,
    ),
    "PostScript": (
        one_page(resources="/XObject<</X 6 0 R>>", more=[stream(b"showpage", "/Type/XObject/Subtype/PS")]),
        errors.PROGRAM_CODE,
    ),
    "an unknown compression": (
        one_page(
            resources="/XObject<</X 6 0 R>>", more=[stream(b"x", "/Type/XObject/Subtype/Image/Filter/BrotliDecode")]
        ),
        errors.UNKNOWN_COMPRESSION,
    ),
    "a form that only some programs show": (one_page(catalog="/NeedsRendering true"), errors.DYNAMIC_FORM),
    "a page as long as a street": (
        one_page(page="/MediaBox[0 0 595 99999999]"),
        errors.IMPOSSIBLE_SIZE.format(page=1),
    ),
    "a page without a size": (one_page(page="/MediaBox[5 5 5 5]"), errors.IMPOSSIBLE_SIZE.format(page=1)),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_taken_along_is_refused_with_its_reason(what: str) -> None:
    data, expected = REFUSED[what]
    assert reason(data) == expected


def test_a_file_that_is_too_large_is_refused() -> None:
    assert reason(one_page() + bytes(limits.LARGEST_FILE)) == "den fylder mere end 50 MB"


def many_pages(count: int) -> bytes:
    """Writes a PDF whose pages are one, so many times."""
    kids = " ".join(count * ["3 0 R"]).encode()
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count),
            b"<</Type/Page/MediaBox%s/Contents 4 0 R>>" % A4.encode(),
            stream(TEXT),
        ]
    )


def test_as_many_pages_as_allowed_are_read_and_one_more_is_refused() -> None:
    assert len(read_foreign(many_pages(limits.MOST_PAGES), "x.pdf").pages) == limits.MOST_PAGES
    assert reason(many_pages(limits.MOST_PAGES + 1)) == "den har flere end 300 sider"


def test_reasons_are_clauses_without_a_full_stop() -> None:
    reasons = [value for key, value in vars(errors).items() if key.isupper()]
    assert len(reasons) > 10
    assert [each for each in reasons if each.endswith(".") or not re.match("d|side ", each)] == []
