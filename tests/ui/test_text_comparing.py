"""The texts of a draft that was just opened are compared with its form once the window has come to rest."""

import pytest
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import replace
from botilbud_desktop.ui.draft import text_comparing
from tests.ui import drafts
from tests.ui.conftest import OpenDraft, OpenWindow
from tests.ui.user import settle

REST_MS = 100


@pytest.fixture(autouse=True)
def short_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_comparing, "_REST_MS", REST_MS)


def contradicted() -> Application:
    return replace(drafts.complete(), description="Vi bygger i alt 99 nye pladser.")


def test_what_contradicts_is_told_though_nothing_is_changed(open_draft: OpenDraft, qtbot: QtBot) -> None:
    user = open_draft(contradicted())
    assert not user.view.assessment.contradictions
    user.window.drafts.settle()
    assert not user.view.assessment.contradictions, "the window waited for it"
    qtbot.waitUntil(lambda: bool(user.view.assessment.contradictions), timeout=20_000)


def test_a_draft_that_is_closed_meanwhile_is_left_alone(open_draft: OpenDraft, qtbot: QtBot) -> None:
    user = open_draft(contradicted())
    first = user.controller
    user.window.drafts.settle()
    user.window.show_start()
    made: list[object] = []
    first.view_changed.connect(made.append)
    qtbot.wait(4 * REST_MS)
    settle()
    assert not made


def test_an_empty_draft_loads_no_rules_that_read_texts(
    open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[bool] = []
    monkeypatch.setattr(text_comparing, "load_text_rules", lambda: loaded.append(True))
    user = open_window(None)
    user.window.drafts.open_new(drafts.complete().round, None)
    user.window.drafts.settle()
    qtbot.wait(4 * REST_MS)
    assert not loaded
