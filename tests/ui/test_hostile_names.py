"""A name with marks that turn the direction of text shows them as `�` wherever a sentence quotes it."""

from collections.abc import Iterable

import pytest

from botilbud_desktop.documents.status_line import status_line
from botilbud_desktop.documents.values import one_line, project_heading
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.approval import approved
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.text.hidden_marks import visible
from botilbud_desktop.ui.style.states import State
from tests.domain.copies import FORM
from tests.ui import drafts
from tests.ui.commented import comment, ids
from tests.ui.conftest import OpenDraft
from tests.ui.keeping import NOW
from tests.ui.user import User, said_in

TURNING = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
NAME = f"Bo{TURNING}oB"
PAGES = ("projects", "project.0", "description", "contacts", "check", "transfer", "approve")


def hostile() -> Application:
    """Returns an approved draft in which all that people name holds marks."""
    draft = drafts.complete()
    projects = tuple(replace(project, name=f"{NAME} {index}") for index, project in enumerate(draft.projects))
    on_name = f"projects[{ids(draft)[0]}].name"
    comments = (comment(1, on_name, f"{NAME}\n" * 20, NAME), comment(2, "projects[gone].name", NAME, NAME))
    return approved(replace(draft, projects=projects, comments=comments), NAME, NOW)


def turning_in(texts: Iterable[str]) -> list[str]:
    return [text for text in texts if any(mark in text for mark in TURNING)]


def shown(user: User) -> list[str]:
    """Returns all that the window says, except for what is in its inputs and the names of those."""
    steps = [user.workspace.steps.item(row).text() for row in range(user.workspace.steps.count())]
    return [*said_in(user.window), *steps, *(one.words() for one in user.links(user.window))]


@pytest.mark.parametrize("page", PAGES)
def test_no_page_is_turned_by_a_name(open_draft: OpenDraft, page: str) -> None:
    user = open_draft(hostile())
    user.go_to(f"page.{page}")
    texts = shown(user)
    assert any("\ufffd" in text for text in texts)
    assert turning_in(texts) == []


def test_no_notice_is_turned_by_a_file_name(open_draft: OpenDraft) -> None:
    user = open_draft(drafts.complete())
    user.workspace.notice.show_hideable(f"Kopien er gemt: {NAME}", State.DONE)
    assert turning_in([user.notice_text(), user.workspace.notice.accessibleName()]) == []


@pytest.mark.parametrize("mark", TURNING)
def test_no_paper_quotes_a_mark(mark: str) -> None:
    name = f"Å{mark}B"
    draft = approved(drafts.complete(), name, NOW)
    heading = project_heading(0, replace(draft.projects[0], name=name), FORM)
    assert turning_in([one_line(name), heading, status_line(draft, NOW.date()).name]) == []


def test_what_turns_nothing_stays_as_it_is() -> None:
    for text in ("Åse\u00a0Ø", "to\nlinjer\tmed", "sam\u00adling", "a\u200bb", "👩\u200d🔧"):
        assert visible(text) == text
