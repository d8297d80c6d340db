"""A small PDF that would keep a viewer busy for long is refused; one that honestly draws much is not."""

import pytest

from botilbud_desktop.documents.foreign import limits
from botilbud_desktop.documents.foreign.errors import DRAWS_ITSELF, DRAWS_TOO_MUCH, ForeignPdfError
from botilbud_desktop.documents.foreign.reading import read_foreign
from tests.documents.foreign.written import pdf, stream
from tests.faults.drawing_bombs import BOMBS, CIRCLES, HONEST


def reason(data: bytes) -> str:
    """Returns why a file is refused."""
    with pytest.raises(ForeignPdfError) as caught:
        read_foreign(data, "x.pdf")
    return caught.value.reason


@pytest.mark.parametrize("name", BOMBS)
def test_what_draws_too_much_is_refused_each_time(name: str) -> None:
    data = BOMBS[name]()
    assert [reason(data), reason(data)] == [DRAWS_TOO_MUCH, DRAWS_TOO_MUCH]


@pytest.mark.parametrize("name", CIRCLES)
def test_what_draws_itself_is_refused(name: str) -> None:
    assert reason(CIRCLES[name]()) == DRAWS_ITSELF


@pytest.mark.parametrize("name", HONEST)
def test_what_draws_much_is_read(name: str) -> None:
    assert len(read_foreign(HONEST[name](), "x.pdf").pages) == 1


def pages(count: int) -> bytes:
    """Writes pages that each draw nearly as much as a page may."""
    kids = b" ".join(b"%d 0 R" % (number + 5) for number in range(count))
    page = b"<</Type/Page/MediaBox[0 0 9 9]/Resources<</XObject<</X 3 0 R>>>>/Contents 4 0 R>>"
    most = limits.MOST_DRAWN_OF_A_PAGE * 9 // 10
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count),
            stream(b"0 0 9 9 re f", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<>>"),
            stream(most * b"/X Do ", packed=True),
            *(count * [page]),
        ]
    )


def test_pages_that_draw_too_much_together_are_refused() -> None:
    assert len(read_foreign(pages(9), "x.pdf").pages) == 9
    assert reason(pages(15)) == DRAWS_TOO_MUCH
