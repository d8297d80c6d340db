"""Whatever a round's form may ask for, the table, the text and the transfer can show."""

import pytest

from botilbud_desktop.domain.application import Coordination
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round_parts import FormField
from botilbud_desktop.domain.web_form.answers import answers
from botilbud_desktop.domain.web_form.asked_fields import can_be_a_column, can_be_asked
from botilbud_desktop.domain.web_form.form_fields import web_fields
from botilbud_desktop.storage.rounds.foreign_form import is_field_of_a_draft
from tests.documents.plain import plain
from tests.domain.for_colleagues import with_all_of_them
from tests.rules.samples import ROUND, application, project

PLAIN = [
    "gross_construction_cost",
    "places_closed_elsewhere",
    "building",
    "coordination",
    "coordination_note",
    "preservation_reason",
    "description",
    "purpose",
    "target_group",
    "economy_note",
]
OUTSIDE = ("document_number", "case_number", "cover_note.to", "cover_note.copy_to", "cover_note.text")


@pytest.mark.parametrize("path", [*(f"projects[].{name}" for name in PLAIN), *OUTSIDE])
def test_what_can_be_asked_is_shown_everywhere(path: str) -> None:
    assert can_be_asked(path)
    assert is_field_of_a_draft(path, ROUND.year_keys)
    column = "Æ" if can_be_a_column(path) else ""
    others = tuple(field for field in ROUND.fields if field.path != path)
    asked = FormField(path=path, label="Nyt", wording="Spørgsmålet", column=column)
    round_ = replace(ROUND, fields=(*others, asked))
    for coordination in (None, Coordination.KKR):
        draft = with_all_of_them(application(project(coordination=coordination)))
        assert "Spørgsmålet" in plain(draft, round_)
        assert any(field.wording == "Spørgsmålet" for field in web_fields(draft, round_))
        assert any(answer.label.endswith("Nyt") for group in answers(draft, round_) for answer in group.answers)


@pytest.mark.parametrize(
    "path",
    [
        "projects[].partners",
        "projects[].places",
        "projects[].milestones",
        "projects[].cost_plan",
        "projects[].id",
        "comments",
        "internal_notes",
        "id",
    ],
)
def test_lists_and_what_is_only_the_drafts_cannot_be_asked(path: str) -> None:
    assert not can_be_asked(path)
