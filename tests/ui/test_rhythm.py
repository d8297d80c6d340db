"""One rhythm: what belongs together stands together, parts stand apart, alike on every page and at every height."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QWidget

from botilbud_desktop.ui.fields.field import Field
from botilbud_desktop.ui.pages.page import Page
from botilbud_desktop.ui.style.cards import CardColumn
from botilbud_desktop.ui.style.spacing import GAP, HALF, LEAD, NOTE_LINES, SECTION
from tests.ui.user import User, settle, step_names

HEIGHTS = (560, 768, 1040)
"""Heights of the window in px: of a small screen, of the usual laptop, and of a large screen."""


class Gap(NamedTuple):
    """A distance in px between two things of a page, and what they are."""

    page: str
    what: str
    px: int


def area_in(page: Page, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(page.cards, QPoint()), widget.size())


def below(upper: QRect, lower: QRect) -> int:
    """The px between the two; a rectangle ends with its last px."""
    return lower.top() - upper.bottom() - 1


def shown_fields(page: Page) -> list[Field]:
    return [field for field in page.findChildren(Field) if field.isVisible() and field.label.buddy() is not None]


def in_fields(page: Page) -> Iterator[Gap]:
    """Yields the gaps inside each field: label, help, input, note or counter."""
    for field in shown_fields(page):
        given = field.label.buddy()
        assert given is not None
        parts: list[QWidget] = [field.label]
        parts += [label for label in field.findChildren(QLabel) if field._hint and label.text() == field._hint]
        parts.append(given)
        parts += [one for one in (getattr(field, "counter", None), field.note) if one is not None and one.isVisible()][
            :1
        ]
        for upper, lower in pairwise(parts):
            px = below(area_in(page, upper), area_in(page, lower))
            yield Gap(page.objectName(), f"{field.path}: {type(upper).__name__} and {type(lower).__name__}", px)


def between_fields(page: Page) -> Iterator[Gap]:
    """Yields the gaps between an input and the next label below it on the same card, lines of its notes left out."""
    for card in page.cards.card_rects():
        fields = [field for field in shown_fields(page) if field.keeps_gap and card.contains(area_in(page, field))]
        tops = sorted({area_in(page, field).top() for field in fields})
        rows = [[field for field in fields if area_in(page, field).top() == top] for top in tops]
        for upper, lower in pairwise(rows):
            end = max(area_in(page, field).bottom() for field in upper)
            begin = area_in(page, lower[0]).top()
            if begin - end > SECTION:
                continue  # another part stands between them
            field = upper[0]
            given = field.label.buddy()
            assert given is not None
            px = below(area_in(page, given), area_in(page, lower[0].label))
            yield Gap(page.objectName(), f"{field.path} and {lower[0].path}", px)


def all_cards(page: Page) -> Iterator[Gap]:
    for column in (page.cards, *page.cards.findChildren(CardColumn)):
        if column.isVisible():
            for upper, lower in pairwise(column.card_rects()):
                yield Gap(page.objectName(), f"cards at {upper.top()} and {lower.top()}", below(upper, lower))


def every_page_at(user: User, height: int) -> Iterator[Page]:
    user.window.resize(1366, height)
    for name in step_names(user.application):
        user.go_to(name)
        user.page.complete()
        settle()
        yield user.page


@pytest.fixture(params=["aalborg", "thisted"])
def user(request: pytest.FixtureRequest) -> User:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, User)
    return found


@pytest.mark.parametrize("height", HEIGHTS)
def test_label_help_input_and_note_sit_together_at_every_height(user: User, height: int) -> None:
    gaps = [gap for page in every_page_at(user, height) for gap in in_fields(page)]
    assert len(gaps) > 30
    assert [gap for gap in gaps if gap.px != HALF] == []


@pytest.mark.parametrize("height", HEIGHTS)
def test_from_an_input_to_the_next_label_are_the_lines_of_its_note(user: User, height: int) -> None:
    line = user.window.fontMetrics().lineSpacing()
    gaps = [gap for page in every_page_at(user, height) for gap in between_fields(page)]
    assert len(gaps) > 4
    assert [gap for gap in gaps if gap.px != HALF + NOTE_LINES * line + HALF] == []


@pytest.mark.parametrize("height", HEIGHTS)
def test_cards_stand_apart_alike_and_begin_below_what_introduces_them(user: User, height: int) -> None:
    pages = list(step_names(user.application))
    gaps: list[Gap] = []
    for page in every_page_at(user, height):
        gaps += all_cards(page)
        first = next(page.cards.card_rects(), None)
        if first is not None and page.objectName() != "page.check":
            above = [label for label in page.cards.findChildren(QLabel) if label.isVisible()]
            ends = [area.bottom() for area in (area_in(page, label) for label in above) if area.bottom() < first.top()]
            gaps.append(Gap(page.objectName(), "introduction", first.top() - max(ends) - 1))
    assert len(gaps) > len(pages)
    wrong = [gap for gap in gaps if gap.px != (LEAD if gap.what == "introduction" else GAP)]
    assert wrong == []


def test_what_is_left_of_a_high_window_stays_below_the_last_card(user: User) -> None:
    def heights() -> dict[str, list[int]]:
        return {page.objectName(): [card.height() for card in page.cards.card_rects()] for page in pages}

    user.go_to("page.check")  # what it reveals stands at its fields from now on
    pages = list(every_page_at(user, HEIGHTS[0]))
    low = heights()
    for page in every_page_at(user, 1400):
        assert [card.height() for card in page.cards.card_rects()] == low[page.objectName()], page.objectName()
