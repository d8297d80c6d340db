"""The documents of »Vis« are made beside the window, which says so when they take their time."""

from pathlib import Path
from threading import current_thread, main_thread
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from botilbud_desktop.documents.kind import DocumentKind
from botilbud_desktop.documents.pdf import make as make_pdf
from botilbud_desktop.documents.pdf.make import make_document
from botilbud_desktop.domain.model import replace
from botilbud_desktop.ui.preview import making
from botilbud_desktop.ui.preview.preview import _MAKING
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.test_approval import approve
from tests.ui.test_preview import choose_kind, open_preview, press, preview_of
from tests.ui.user import User, said_in, settle


def test_a_very_long_draft_is_laid_out_beside_the_window_and_says_so(open_draft: OpenDraft, qtbot: QtBot) -> None:
    user = open_draft(replace(drafts.complete(), description="a\n" * 3_500))
    assert user.window.workbench is not None
    user.window.workbench.show_preview()  # returns before the document is ready; it is made in a later turn
    preview = preview_of(user)
    assert preview.pages.page_count == 0
    assert _MAKING not in said_in(preview), "most documents are there before anybody reads that"
    preview._late.timeout.emit()
    assert _MAKING in said_in(preview)
    settle()
    place = preview.pages.geometry()
    qtbot.waitUntil(lambda: preview.pages.page_count > 3, timeout=20_000)
    assert _MAKING not in said_in(preview)
    settle()
    assert preview.pages.geometry() == place, "the words have moved the pages"


def test_a_document_that_takes_its_time_is_shown_when_it_is_made(
    thisted: User, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "AT_ONCE", 0.0)
    preview = open_preview(thisted)
    qtbot.waitUntil(lambda: preview.pages.page_count == 3, timeout=20_000)
    assert said_in(preview.tools) == ["Side 1 af 3"]
    assert _MAKING not in said_in(preview)


def test_every_document_is_made_in_another_thread_than_the_windows(
    complete: User, questions: RecordedQuestions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[tuple[DocumentKind, bool]] = []

    def make(kind: DocumentKind, *rest: Any) -> bytes:
        made.append((kind, current_thread() is main_thread()))
        return make_document(kind, *rest)

    monkeypatch.setattr(make_pdf, "make_document", make)
    open_preview(complete)
    for kind in (DocumentKind.ALLOCATION, DocumentKind.PROJECT_SHEET):
        choose_kind(complete, kind)
    questions.will_answer(tmp_path / "projekter.pdf")
    press(complete, "page.preview.save")
    approve(complete, questions)
    complete.click("approve.receipt.preview")
    assert {kind for kind, _is_in_window in made} == set(DocumentKind)
    assert [kind for kind, is_in_window in made if is_in_window] == []
