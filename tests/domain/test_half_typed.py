"""Half-typed text follows its field into another state of the draft."""

from msgspec.structs import replace

from botilbud_desktop.domain.half_typed import carried_over
from tests.ui import drafts

TYPED = {"projects[1].loan.2026": "22,9", "case_number": "2024-"}
DRAFT = replace(
    drafts.example("aalborg"),
    projects=(
        drafts.example("aalborg").projects[0],
        replace(drafts.example("aalborg").projects[1], loan={"2025": None, "2026": None}),
    ),
)


def test_it_follows_its_project_to_another_place() -> None:
    swapped = replace(DRAFT, projects=DRAFT.projects[::-1])
    assert carried_over(TYPED, DRAFT, swapped) == {"projects[0].loan.2026": "22,9", "case_number": "2024-"}


def test_what_was_typed_in_a_project_that_is_gone_goes_with_it() -> None:
    assert carried_over(TYPED, DRAFT, replace(DRAFT, projects=DRAFT.projects[:1])) == {"case_number": "2024-"}


def test_a_field_that_got_a_value_meanwhile_keeps_that() -> None:
    filled = replace(DRAFT, projects=(DRAFT.projects[0], replace(DRAFT.projects[1], loan={"2026": 20700})))
    assert carried_over(TYPED, DRAFT, filled) == {"case_number": "2024-"}


def test_what_was_typed_in_a_row_that_is_gone_goes_with_it() -> None:
    typed = {"projects[0].places[1].count": "fire", "projects[7].name": "x"}
    rows = DRAFT.projects[0].places[:1]
    fewer = replace(DRAFT, projects=(replace(DRAFT.projects[0], places=rows), DRAFT.projects[1]))
    assert carried_over(typed, DRAFT, DRAFT) == {"projects[0].places[1].count": "fire"}
    assert carried_over(typed, DRAFT, fewer) == {}
