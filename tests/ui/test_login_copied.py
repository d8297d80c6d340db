"""The user name for the web site is copied with one button."""

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication

from botilbud_desktop.domain.application import Applicant
from botilbud_desktop.domain.model import replace
from botilbud_desktop.ui.pages.transfer import TransferPage
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.user import User


def test_the_user_name_is_copied_exactly(thisted: User) -> None:
    thisted.go_to("page.transfer")
    code = thisted.application.applicant.municipality_code
    assert code is not None
    name = thisted.controller.round.login(code)
    thisted.click("transfer.login.copy")
    assert QGuiApplication.clipboard().text() == name
    assert f"Brugernavnet {name} er kopieret." in thisted.texts()


def test_what_is_not_on_the_clipboard_is_not_said_to_be_copied(thisted: User, monkeypatch: pytest.MonkeyPatch) -> None:
    thisted.go_to("page.transfer")
    monkeypatch.setattr(QClipboard, "setMimeData", lambda *_: None)
    QGuiApplication.clipboard().setText("andet")
    thisted.click("transfer.login.copy")
    assert not any("er kopieret" in text for text in thisted.texts())


def test_without_a_municipality_there_is_nothing_to_copy(open_draft: OpenDraft) -> None:
    user = open_draft(replace(drafts.complete(), applicant=Applicant()))
    user.go_to("page.transfer")
    page = user.page
    assert isinstance(page, TransferPage)
    assert not page.login.copy_button.isVisible()
