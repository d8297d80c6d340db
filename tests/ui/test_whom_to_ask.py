"""Whom to ask stands where the question arises, and when an answer is expected where the window is told."""

import pytest
from PySide6.QtWidgets import QToolButton

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.round_parts import ContactTopic
from botilbud_desktop.rules.whom_to_ask import whom_to_ask
from tests.ui.user import User, said_in


def asked(user: User, topic: ContactTopic) -> str:
    return whom_to_ask(topic, user.controller.round)


@pytest.mark.parametrize(
    ("page", "field", "topic"),
    [
        ("page.applicant", "applicant.municipality_code", ContactTopic.WEBSITE),
        ("page.project.0", "projects.0.gross_construction_cost", ContactTopic.CRITERIA),
        ("page.description", "description", ContactTopic.CRITERIA),
    ],
)
def test_the_guide_of_a_field_names_whom_to_ask(aalborg: User, page: str, field: str, topic: ContactTopic) -> None:
    aalborg.go_to(page)
    aalborg.workspace.show_field(field_path(field))
    assert asked(aalborg, topic) in said_in(aalborg.workspace.pane.guide)


@pytest.mark.parametrize("field", ["internal_notes", "contacts.names"])
def test_the_municipalitys_own_fields_name_nobody(aalborg: User, field: str) -> None:
    aalborg.workspace.show_field(field_path(field))
    assert not any("Spørgsmål" in text for text in said_in(aalborg.workspace.pane.guide))


def test_an_unfolded_criterion_names_whom_to_ask(aalborg: User) -> None:
    row = aalborg.workspace.pane.criteria.rows[0]
    sentence = asked(aalborg, ContactTopic.CRITERIA)
    assert sentence not in said_in(row)
    toggle = row.findChild(QToolButton)
    assert isinstance(toggle, QToolButton)
    aalborg.click(toggle)
    assert sentence in said_in(row)
    aalborg.click(toggle)
    assert sentence not in said_in(row)


def test_kontrol_names_whom_to_ask_about_what_is_weighed(aalborg: User) -> None:
    aalborg.go_to("page.check")
    assert asked(aalborg, ContactTopic.CRITERIA) in aalborg.texts()


def test_the_transfer_names_whom_to_ask_about_the_login(aalborg: User) -> None:
    aalborg.go_to("page.transfer")
    assert asked(aalborg, ContactTopic.WEBSITE) in aalborg.texts()


@pytest.mark.parametrize("page", ["page.approve", "page.transfer"])
def test_the_last_pages_tell_when_an_answer_is_expected(aalborg: User, page: str) -> None:
    aalborg.go_to(page)
    assert "Svaret skulle komme senest den 30. juni 2024." in "\n".join(aalborg.texts())
