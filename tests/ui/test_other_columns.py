"""Fields beside the shipped form can be columns of another: each stands once on the page of a project."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import FormField
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.ui.fields.text.text_input import TextInput
from tests.other_rounds import LARGER, draft_of, other_round
from tests.ui.conftest import OpenDraft
from tests.ui.user import settle

MORE = ("description", "preservation_reason", "gross_construction_cost", "building", "coordination_note")


class _OneRound(FormLibrary):
    def __init__(self) -> None:
        super().__init__(Path())

    def ids(self) -> tuple[str, ...]:
        return (LARGER,)

    def round(self, round_id: str) -> Round:
        form = other_round(LARGER)
        return replace(form, fields=tuple(map(_as_column, form.fields)))


def _as_column(field: FormField) -> FormField:
    start, _dot, name = field.path.partition(".")
    is_more = start == "projects[]" and name in MORE
    return replace(field, column=f"T{MORE.index(name)}", wording="Spørgsmål") if is_more else field


@pytest.fixture
def library() -> FormLibrary:
    return _OneRound()


def test_each_column_is_a_field_once(open_draft: OpenDraft) -> None:
    user = open_draft(draft_of(LARGER))
    user.go_to("page.project.0")
    user.page.complete()
    settle()
    for name in MORE:
        inputs = [one for one in user.page.findChildren(QWidget, f"projects.0.{name}") if one.isVisible()]
        assert len(inputs) == 1, name
    assert isinstance(user.page.findChild(QWidget, "projects.0.description"), TextInput)
    assert isinstance(user.page.findChild(QWidget, "projects.0.gross_construction_cost"), QLineEdit)
    user.go_to("page.projects")
    user.go_to("page.approve")
