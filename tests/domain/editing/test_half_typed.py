"""Half-typed text stays with its field in another state of the draft."""

from botilbud_desktop.domain.editing.half_typed import carried_over
from botilbud_desktop.domain.model import replace
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


def test_a_row_that_was_put_in_front_does_not_get_it() -> None:
    project = DRAFT.projects[0]
    row = project.places[0]
    for front in (replace(row, year=2026), row):
        more = replace(DRAFT, projects=(replace(project, places=(front, *project.places)), DRAFT.projects[1]))
        assert carried_over({"projects[0].places[0].count": "fire"}, DRAFT, more) == {}


def test_a_row_of_which_something_else_changed_is_another_row() -> None:
    project = DRAFT.projects[0]
    rows = (replace(project.places[0], count=99), *project.places[1:])
    other = replace(DRAFT, projects=(replace(project, places=rows), DRAFT.projects[1]))
    typed = {"projects[0].places[0].year": "20", "projects[0].places[1].year": "20"}
    assert carried_over(typed, DRAFT, other) == {"projects[0].places[1].year": "20"}


def test_what_was_typed_in_one_of_two_projects_of_the_same_id_is_left_out() -> None:
    twice = replace(DRAFT, projects=(*DRAFT.projects, DRAFT.projects[1]))
    for before, after in ((twice, twice), (twice, DRAFT), (DRAFT, twice)):
        assert carried_over(TYPED, before, after) == {"case_number": "2024-"}
