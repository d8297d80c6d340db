"""What is too large for the form: projects, lists, texts, and all of them together."""

import pytest

from botilbud_desktop.domain.application import Application, Contacts, DailyRate, Project
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.form_bounds import (
    CHARACTERS_OF_A_LINE_BREAK,
    LONGEST_LINE,
    LONGEST_TEXT,
    MOST_CHARACTERS,
    MOST_PROJECTS,
    MOST_ROWS,
    MOST_ROWS_IN_ALL,
    FormBounds,
)
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import Comment, CoverNote, Milestone
from tests.domain.for_colleagues import WRITTEN_AT
from tests.ui.drafts import uuid

_LINES = LONGEST_TEXT // (1 + CHARACTERS_OF_A_LINE_BREAK)
_REST = LONGEST_TEXT % (1 + CHARACTERS_OF_A_LINE_BREAK) + 1
_PROJECT = Project(id=uuid(1))
_EMPTY = Application(id=uuid(2), round="r")


def _with(*projects: Project, **content: object) -> Application:
    return replace(_EMPTY, projects=projects, **content)


def _found(application: Application) -> dict[str, int]:
    return {str(excess.path): excess.size for excess in FormBounds().excesses(application)}


def _comments(count: int, text: str) -> tuple[Comment, ...]:
    return (Comment(id="1", text=text, written_at=WRITTEN_AT),) * count


def _rates(count: int) -> tuple[DailyRate, ...]:
    return (DailyRate(),) * count


@pytest.mark.parametrize(
    ("fits", "too_large", "path"),
    [
        (_with(*(_PROJECT,) * MOST_PROJECTS), _with(*(_PROJECT,) * (MOST_PROJECTS + 1)), "projects"),
        (_with(description="a" * LONGEST_TEXT), _with(description="a" * (LONGEST_TEXT + 1)), "description"),
        (_with(description="a\n" * _LINES), _with(description="a\n" * _LINES + "a" * _REST), "description"),
        (_with(case_number="a" * LONGEST_LINE), _with(case_number="a" * (LONGEST_LINE + 1)), "case_number"),
        (
            _with(replace(_PROJECT, name="a" * LONGEST_LINE)),
            _with(replace(_PROJECT, name="a" * (LONGEST_LINE + 1))),
            "projects[0].name",
        ),
        (
            _with(replace(_PROJECT, daily_rates=_rates(MOST_ROWS))),
            _with(replace(_PROJECT, daily_rates=_rates(MOST_ROWS + 1))),
            "projects[0].daily_rates",
        ),
        (
            _with(replace(_PROJECT, daily_rates=(DailyRate(label="a" * LONGEST_LINE),))),
            _with(replace(_PROJECT, daily_rates=(DailyRate(label="a" * (LONGEST_LINE + 1)),))),
            "projects[0].daily_rates[0].label",
        ),
        (
            _with(contacts=Contacts(emails=("a@b.dk",) * MOST_ROWS)),
            _with(contacts=Contacts(emails=("a@b.dk",) * (MOST_ROWS + 1))),
            "contacts.emails",
        ),
        (
            _with(comments=_comments(1_000, "a")),
            _with(comments=_comments(1, "a" * (LONGEST_LINE + 1))),
            "comments[0].text",
        ),
        (
            _with(replace(_PROJECT, purpose="a" * LONGEST_TEXT)),
            _with(replace(_PROJECT, purpose="a" * (LONGEST_TEXT + 1))),
            "projects[0].purpose",
        ),
        (
            _with(replace(_PROJECT, milestones=(Milestone(when="a" * LONGEST_LINE),))),
            _with(replace(_PROJECT, milestones=(Milestone(when="a" * (LONGEST_LINE + 1)),))),
            "projects[0].milestones[0].when",
        ),
        (
            _with(replace(_PROJECT, partners=("787",) * MOST_ROWS)),
            _with(replace(_PROJECT, partners=("787",) * (MOST_ROWS + 1))),
            "projects[0].partners",
        ),
        (
            _with(cover_note=replace(CoverNote(), from_="a" * LONGEST_LINE)),
            _with(cover_note=replace(CoverNote(), from_="a" * (LONGEST_LINE + 1))),
            "cover_note.from",
        ),
    ],
)
def test_a_draft_is_too_large_from_the_first_item_or_character_beyond_a_limit(
    fits: Application, too_large: Application, path: str
) -> None:
    assert _found(fits) == {}
    assert list(_found(too_large)) == [path]


def test_of_many_texts_that_fit_alone_the_longest_are_named_until_the_rest_fits_together() -> None:
    count = MOST_CHARACTERS // LONGEST_TEXT
    projects = [replace(_PROJECT, description="a" * (LONGEST_TEXT - number)) for number in range(count)]
    assert _found(_with(*projects)) == {}
    assert _found(_with(*projects, description="b" * 1_000)) == {"projects[0].description": LONGEST_TEXT}


def test_of_many_lists_that_fit_alone_the_longest_are_named_until_the_rest_fits_together() -> None:
    projects = [replace(_PROJECT, daily_rates=_rates(MOST_ROWS - number)) for number in range(12)]
    found = _found(_with(*projects))
    rest = sum(MOST_ROWS - number for number in range(12)) - sum(found.values())
    assert found
    assert rest <= MOST_ROWS_IN_ALL < rest + min(found.values())


def test_with_too_many_projects_what_is_in_them_is_left_for_later() -> None:
    long = replace(_PROJECT, name="a" * (LONGEST_LINE + 1))
    assert _found(_with(*(long,) * (MOST_PROJECTS + 1))) == {"projects": MOST_PROJECTS + 1}


def test_a_changed_project_is_measured_anew_and_one_that_moved_too() -> None:
    bounds = FormBounds()
    long = replace(_PROJECT, name="a" * (LONGEST_LINE + 1))
    assert [str(excess.path) for excess in bounds.excesses(_with(_PROJECT, long))] == ["projects[1].name"]
    assert [str(excess.path) for excess in bounds.excesses(_with(long, _PROJECT))] == ["projects[0].name"]
    assert bounds.excesses(_with(_PROJECT, _PROJECT)) == ()


@pytest.mark.parametrize("name", ["description", "case_number"])
def test_what_is_typed_is_known_to_fit_up_to_the_limit_and_measured_from_there(name: str) -> None:
    most = LONGEST_TEXT if name == "description" else LONGEST_LINE
    bounds, path = FormBounds(), field_path(name)
    begun = replace(_with(_PROJECT), **{name: "a" * (most - 2)})
    full, over = replace(begun, **{name: "a" * most}), replace(begun, **{name: "a" * (most + 1)})
    assert not bounds.is_known_to_fit(path, begun, full)
    assert bounds.excesses(begun) == ()
    assert bounds.is_known_to_fit(path, begun, full)
    assert not bounds.is_known_to_fit(path, full, over)
    assert bounds.excesses(over) != ()
    assert not bounds.is_known_to_fit(path, over, full)


def test_a_typed_line_break_counts_as_many_characters() -> None:
    bounds, path = FormBounds(), field_path("description")
    begun = _with(description="a" * (LONGEST_TEXT - 2))
    broken = replace(begun, description=begun.description + "\n")
    assert bounds.excesses(begun) == ()
    assert not bounds.is_known_to_fit(path, begun, broken)
    assert bounds.excesses(broken) != ()


def test_texts_that_are_typed_count_together() -> None:
    count = MOST_CHARACTERS // LONGEST_TEXT
    texts = ["a" * LONGEST_TEXT] * (count - 1) + ["a" * (LONGEST_TEXT - 10)]
    begun = _with(*(replace(_PROJECT, name="", description=text) for text in texts))
    ten, eleven = (replace(begun, case_number="b" * length) for length in (10, 11))
    bounds, path = FormBounds(), field_path("case_number")
    assert bounds.excesses(begun) == ()
    assert bounds.is_known_to_fit(path, begun, ten)
    assert not bounds.is_known_to_fit(path, ten, eleven)
    assert bounds.excesses(eleven) != ()


def test_what_is_deleted_makes_room_in_its_own_text() -> None:
    bounds, path = FormBounds(), field_path("case_number")
    full = _with(case_number="a" * LONGEST_LINE)
    empty = _with()
    assert bounds.excesses(full) == ()
    assert bounds.is_known_to_fit(path, full, empty)
    assert bounds.is_known_to_fit(path, empty, full)


@pytest.mark.parametrize("name", ["projects[0].gross_cost", "comments[0].text", "projects[0].places[0].count"])
def test_what_is_not_a_measured_text_is_measured_again(name: str) -> None:
    bounds, draft = FormBounds(), _with(_PROJECT)
    assert bounds.excesses(draft) == ()
    assert not bounds.is_known_to_fit(field_path(name), draft, draft)
