"""Each link to a comment leads to it, also where its field is no longer there: then it is at the nearest field."""

import pytest

from tests.ui import drafts
from tests.ui.commented import LOAN, comment, ids, with_comments
from tests.ui.conftest import OpenDraft
from tests.ui.test_comments import pane
from tests.ui.user import User, said_in

PROJECT = f"projects[{ids(drafts.complete())[0]}]"
FIELDS = (
    f"{PROJECT}.places[7].count",
    f"{PROJECT}.nonsens.felt",
    f"{PROJECT}.loan.2099",
    PROJECT,
    "contacts.emails[3]",
    "projects[x",
    "projects",
    "description[4].x",
)


def is_read(user: User) -> bool:
    return any("Læs mig" in said for said in said_in(pane(user)))


def page_of(field: str) -> str:
    if field.startswith(PROJECT):
        return "page.project.0"
    start = field.partition("[")[0].partition(".")[0]
    return {"contacts": "page.contacts", "projects": "page.projects", "description": "page.description"}.get(
        start, "page.applicant"
    )


@pytest.mark.parametrize("field", FIELDS)
def test_a_link_in_the_side_pane_shows_the_comment(open_draft: OpenDraft, field: str) -> None:
    user = open_draft(with_comments(comment(1, field, "Læs mig")))
    user.go_to(page_of(field))
    others = [one for one in user.links(pane(user)) if one.words().endswith(": 1 kommentar")]
    for one in others:
        user.click(one)
    assert is_read(user), [one.words() for one in others]


@pytest.mark.parametrize("field", FIELDS)
def test_a_link_on_kontrol_shows_the_comment(open_draft: OpenDraft, field: str) -> None:
    user = open_draft(with_comments(comment(1, field, "Læs mig")))
    user.go_to("page.check")
    user.click(next(one for one in user.links() if "»Læs mig«" in one.words()))
    assert is_read(user)


def test_another_field_has_its_own_comments(open_draft: OpenDraft) -> None:
    user = open_draft(with_comments(comment(1, PROJECT, "Læs mig")))
    user.go_to("page.project.0")
    user.click(next(one for one in user.links(pane(user)) if one.words().endswith(": 1 kommentar")))
    assert is_read(user)
    user.click(LOAN)
    assert not is_read(user)
