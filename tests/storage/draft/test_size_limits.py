"""Size limits of a draft: oversized files are refused at once; anything that a form can ask for opens."""

from pathlib import Path

import pytest

from botilbud_desktop.domain.editing.new_draft import new_project
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import OpenedDraft, draft_bytes, read_draft
from botilbud_desktop.storage.draft.size_limits import LONGEST_TEXT, MOST_ITEMS, check_sizes
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.rounds.form_library import FormLibrary


@pytest.mark.parametrize(
    ("value", "place", "reason"),
    [
        ({"description": "x" * (LONGEST_TEXT + 1)}, "description", "teksten er på mere end 200.000 tegn"),
        ({"projects": [{}, {"name": "æ" * 300_000}]}, "projects[1].name", "teksten er på mere end 200.000 tegn"),
        ({"projects": [{}] * (MOST_ITEMS + 1)}, "projects", "listen har mere end 1.000 rækker"),
        ({"contacts": {"emails": [""] * 40_000}}, "contacts.emails", "listen har mere end 1.000 rækker"),
    ],
    ids=["text", "name", "projects", "addresses"],
)
def test_what_no_form_has_room_for_is_refused_with_its_place(value: object, place: str, reason: str) -> None:
    with pytest.raises(RefusedFileError) as caught:
        check_sizes(value, "sag.botilbud")
    assert str(caught.value) == f"Filen »sag.botilbud« kan ikke åbnes: {reason[0].upper()}{reason[1:]} ({place})."


def test_the_bounds_themselves_are_opened(aalborg: OpenedDraft, library: FormLibrary, tmp_path: Path) -> None:
    form = library.round(aalborg.application.round)
    projects = tuple(new_project(form, f"00000000-0000-4000-8000-{number:012}") for number in range(MOST_ITEMS))
    largest = replace(aalborg.application, description="å" * LONGEST_TEXT, projects=projects)
    path = tmp_path / "sag.botilbud"
    path.write_bytes(draft_bytes(largest))
    assert read_draft(path, library).application == largest
    path.write_bytes(draft_bytes(replace(largest, description="å" * (LONGEST_TEXT + 1))))
    with pytest.raises(RefusedFileError, match=r"\(description\)"):
        read_draft(path, library)


def test_a_text_of_200000_characters_and_a_list_of_1000_rows_are_the_most() -> None:
    check_sizes({"description": "x" * 200_000, "projects": [{}] * 1_000}, "sag.botilbud")
    with pytest.raises(RefusedFileError):
        check_sizes({"description": "x" * 200_001}, "sag.botilbud")
    with pytest.raises(RefusedFileError):
        check_sizes({"projects": [{}] * 1_001}, "sag.botilbud")


def test_of_several_values_that_are_too_long_the_first_is_told() -> None:
    values = {"a": {"b": ["x", "y" * 200_001]}, "c": "z" * 200_001}
    with pytest.raises(RefusedFileError) as caught:
        check_sizes(values, "sag.botilbud")
    assert caught.value.place == "a.b[1]"
