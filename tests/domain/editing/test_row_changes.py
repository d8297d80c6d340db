"""Rows that others take the place of: what was half-typed or commented on the other rows stays with them."""

from datetime import datetime

import pytest

from botilbud_desktop.domain.application import LegalBasis, PlaceGroup
from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.editing.row_changes import has_places, undivided_places, with_rows_replaced
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import Comment
from tests.rules.samples import EMPTY_APPLICATION, ROUND, group, project

PATH = field_path("projects[0].places")
ROWS = (group(1), group(2), group(3), group(4))
NEW = group(9)


def draft(*rows: PlaceGroup) -> Snapshot:
    texts = {f"projects[0].places[{row}].count": f"ca. {row}" for row in range(len(rows))}
    return Snapshot(replace(EMPTY_APPLICATION, projects=(project(places=rows),)), {**texts, "case_number": "x"})


@pytest.mark.parametrize(
    ("gone", "rows", "counts", "at"),
    [
        ((1, 2), (NEW,), [1, 9, 4], 1),
        ((), (NEW,), [1, 2, 3, 4, 9], 4),
        ((0, 3), (NEW, NEW), [9, 9, 2, 3], 0),
        ((3,), (), [1, 2, 3], 3),
    ],
)
def test_new_rows_stand_where_the_first_of_the_old_ones_did(
    gone: tuple[int, ...], rows: tuple[PlaceGroup, ...], counts: list[int], at: int
) -> None:
    before = draft(*ROWS)
    after, place = with_rows_replaced(before, PATH, gone, rows)
    assert [row.count for row in after.application.projects[0].places] == counts
    assert place == at
    texts = {
        after.application.projects[0].places[int(str(field_path(key)[3]))].count: text
        for key, text in after.half_typed.items()
        if key != "case_number"
    }
    assert texts == {ROWS[row].count: f"ca. {row}" for row in range(4) if row not in gone}
    assert after.half_typed["case_number"] == "x"


def test_a_comment_on_a_replaced_row_is_on_the_list() -> None:
    before = draft(*ROWS)
    project_id = before.application.projects[0].id
    at = datetime.fromisoformat("2026-11-27T14:32:00+01:00")
    comments = tuple(
        Comment(id=str(row), field=f"projects[{project_id}].places[{row}].count", author="Ida", written_at=at)
        for row in range(4)
    )
    commented = before._replace(application=replace(before.application, comments=comments))
    after, _at = with_rows_replaced(commented, PATH, (0,), ())
    fields = [comment.field.partition("].")[2] for comment in after.application.comments]
    assert fields == ["places", "places[0].count", "places[1].count", "places[2].count"]


def test_a_number_alone_keeps_what_is_known_of_a_single_group() -> None:
    single = project(places=(group(4, LegalBasis.SEL_108),))
    assert undivided_places(single, 2025, 7, ROUND) == group(7, LegalBasis.SEL_108)
    assert undivided_places(project(places=ROWS), 2025, 7, ROUND) == group(7, ROUND.usual_basis)
    assert undivided_places(single, 2026, 7, ROUND) == group(7, ROUND.usual_basis, year=2026)


def test_a_project_has_its_places_unless_something_else_is_half_typed() -> None:
    before = draft(*ROWS)
    assert not has_places(before, 0, 2025, 10, ROUND)
    assert has_places(before._replace(half_typed={}), 0, 2025, 10, ROUND)
    assert not has_places(before._replace(half_typed={}), 0, 2025, 11, ROUND)
