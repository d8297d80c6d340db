"""At 200 % no heading above a row of inputs is cut, in any round, and nothing pulls a page apart."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.ui.comments.marks import CommentMark
from botilbud_desktop.ui.fields.rows import Rows
from botilbud_desktop.ui.fields.text.text_field import TextField
from botilbud_desktop.ui.style.theme import apply_text_size
from tests import other_rounds
from tests.other_rounds import OTHERS, draft_of
from tests.ui import commented
from tests.ui.conftest import OpenDraft
from tests.ui.test_transfer import PanelUser
from tests.ui.user import User, settle


@pytest.fixture
def library() -> FormLibrary:
    return other_rounds.library()


@pytest.fixture
def at_200(qapp: QApplication) -> Iterator[None]:
    apply_text_size(qapp, 200)
    yield
    apply_text_size(qapp, 100)


def headings(user: User) -> list[QLabel]:
    return [label for rows in user.page.findChildren(Rows) for label in rows._headings if label.isVisible()]


@pytest.mark.usefixtures("at_200")
@pytest.mark.parametrize("round_id", OTHERS)
def test_no_word_of_a_heading_is_cut_at_200_per_cent(open_draft: OpenDraft, round_id: str) -> None:
    user = open_draft(draft_of(round_id))
    user.window.resize(1366, 768)
    user.go_to("page.project.0")
    user.page.complete()
    settle()
    shown = headings(user)
    assert len(shown) >= 4
    for label in shown:
        metrics = label.fontMetrics()
        widest = max(metrics.horizontalAdvance(word) for word in label.text().split())
        assert label.width() >= widest, label.text()
        assert label.height() >= label.heightForWidth(label.width()), label.text()


@pytest.mark.parametrize("page", ["page.applicant", "page.description"])
def test_a_high_window_does_not_pull_a_text_and_its_label_apart(open_draft: OpenDraft, page: str) -> None:
    user = open_draft(draft_of(OTHERS[0]))
    user.window.resize(1366, 1400)
    user.go_to(page)
    user.page.complete()
    settle()
    (field,) = [field for field in user.page.findChildren(TextField) if field.isVisible()]
    assert field.height() <= field.sizeHint().height()


def test_the_mark_of_a_comment_grows_with_the_text(open_draft: OpenDraft, qapp: QApplication) -> None:
    user = open_draft(replace(draft_of(OTHERS[0]), comments=(commented.comment(1, "description"),)))
    user.window.resize(1366, 768)
    user.go_to("page.description")
    settle()
    (before,) = [mark.width() for mark in user.page.findChildren(CommentMark) if mark.isVisible()]
    apply_text_size(qapp, 200)
    settle()
    (after,) = [mark.width() for mark in user.page.findChildren(CommentMark) if mark.isVisible()]
    apply_text_size(qapp, 100)
    assert after > 1.6 * before, (before, after)


@pytest.mark.usefixtures("at_200")
def test_the_names_of_the_panels_tabs_are_whole_at_200_per_cent(open_draft: OpenDraft) -> None:
    panel = PanelUser(open_draft(draft_of(OTHERS[0]))).panel
    bar = panel.tabs.tabBar()
    assert bar.sizeHint().width() > 360
    assert bar.width() >= bar.sizeHint().width()
