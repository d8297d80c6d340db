"""Where a page of others is drawn within ours, and how large."""

import pytest

from botilbud_desktop.documents.foreign.reading import read_foreign
from botilbud_desktop.documents.foreign.records import Box, ForeignPage
from botilbud_desktop.documents.pdf.foreign_pages import foreign_pages, placed
from botilbud_desktop.documents.pdf.theme import TEXT_HEIGHT, TEXT_WIDTH
from tests.documents.foreign.written import one_page


def page(width: float, height: float, rotation: int = 0, unit: float = 1) -> ForeignPage:
    """Returns a page whose corner is not at 0."""
    return ForeignPage(1, Box(10, 20, 10 + width, 20 + height), rotation, unit, 0)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("size", [(595, 842), (842, 595), (300, 200), (1191, 842), (20_000, 100), (100, 20_000)])
def test_the_whole_page_is_within_its_place(size: tuple[float, float], rotation: int) -> None:
    shown = page(*size, rotation, unit=0.5)
    place = placed(shown, TEXT_WIDTH, TEXT_HEIGHT)
    assert place.width <= TEXT_WIDTH + 1e-6
    assert place.height <= TEXT_HEIGHT + 1e-6
    a, b, c, d, e, f = place.matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in shown.box[::2] for y in shown.box[1::2]]
    assert min(x for x, _ in corners) == pytest.approx(0, abs=1e-6)
    assert min(y for _, y in corners) == pytest.approx(0, abs=1e-6)
    assert max(x for x, _ in corners) == pytest.approx(place.width)
    assert max(y for _, y in corners) == pytest.approx(place.height)


def test_a_small_page_is_not_enlarged() -> None:
    place = placed(page(200, 300), TEXT_WIDTH, TEXT_HEIGHT)
    assert (place.width, place.height) == (200, 300)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("size", [(842, 595), (1191, 842), (792, 612)])
def test_a_wide_page_is_turned_when_that_makes_it_notably_larger(size: tuple[float, float], rotation: int) -> None:
    width, height = size if rotation % 180 == 0 else size[::-1]
    place = placed(page(width, height, rotation), TEXT_WIDTH, TEXT_HEIGHT)
    upright = min(TEXT_WIDTH / size[0], TEXT_HEIGHT / size[1])
    assert place.height > 1.2 * upright * size[0]
    assert place.height > place.width


def test_a_turned_page_is_read_from_the_right_hand_side() -> None:
    a, b, c, d, _, _ = placed(page(842, 595), TEXT_WIDTH, TEXT_HEIGHT).matrix
    assert (a, d) == (0, 0)
    assert b > 0 > c  # its lines run upwards, and the next line is to the right


@pytest.mark.parametrize("size", [(500, 400), (470, 100), (600, 580), (595, 842), (200, 300), (842, 2_000)])
def test_a_page_that_gains_little_stays_upright(size: tuple[float, float]) -> None:
    a, b, c, d, _, _ = placed(page(*size), TEXT_WIDTH, TEXT_HEIGHT).matrix
    assert (b, c) == (0, 0)
    assert a == d > 0


def test_a_heading_may_stand_above_a_page_while_there_is_room() -> None:
    (only,) = foreign_pages(read_foreign(one_page(), "x"))
    assert only.wrap(TEXT_WIDTH, TEXT_HEIGHT - 60) == (TEXT_WIDTH, TEXT_HEIGHT - 60)
    assert only.wrap(TEXT_WIDTH, TEXT_HEIGHT / 2) == (TEXT_WIDTH, TEXT_HEIGHT)
