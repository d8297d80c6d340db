"""What cannot be compared or merged says why, and nothing else happens."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from botilbud_desktop.domain.form_bounds import MOST_PROJECTS
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.user import User, said_in, settle

WAYS = ("_on_file_compared", "_on_file_merged")
"""What the buttons »Sammenlign …« and »Flet …« of a notice call."""


def ask(user: User, way: str) -> None:
    getattr(user.window, way)()
    settle()
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


@pytest.mark.parametrize("way", WAYS)
def test_a_draft_that_is_too_large_for_the_form(open_draft: OpenDraft, way: str) -> None:
    user = open_draft(drafts.with_projects(MOST_PROJECTS + 1))
    ask(user, way)
    sentence = "De to udgaver kan ikke sammenlignes eller flettes, så længe den ene er for stor til skemaet."
    assert sentence in said_in(user.window)


@pytest.mark.parametrize("way", WAYS)
def test_a_file_that_is_gone(complete: User, way: str) -> None:
    before = complete.application
    assert complete.path is not None
    complete.path.unlink()
    ask(complete, way)
    assert "kan ikke åbnes: Den findes ikke, eller drevet er ikke forbundet" in complete.notice_text()
    assert complete.application == before
