"""The controller of the open draft: its input, and the effects."""

from datetime import date
from pathlib import Path

import pytest

from botilbud_desktop.domain.approval import approved
from botilbud_desktop.domain.editing.editor import Editor
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.storage.draft.draft_lock import lock_draft
from botilbud_desktop.storage.draft.file_handle import DraftFileHandle, SaveResult, StorageContext
from botilbud_desktop.storage.errors import LockedError
from botilbud_desktop.storage.holder import Holder
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.user.person import Person
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.location import DraftLocation
from botilbud_desktop.ui.draft.view import View
from tests.ui import drafts
from tests.ui.keeping import NOW

CASE = field_path("case_number")
KAREN = Holder("Karen", "PC-9", NOW, "")
SOMEBODY = LockedError(KAREN, is_gone=False)


@pytest.fixture
def made(library: FormLibrary) -> DraftController:
    draft = drafts.complete()
    location = DraftLocation(suggested_name="kladde", saving_digest="f" * 64)
    return DraftController(Editor(draft), library.round(draft.round), date(2026, 11, 23), location)


@pytest.fixture
def handle(library: FormLibrary, tmp_path: Path) -> DraftFileHandle:
    path, person = tmp_path / "kladde.botilbud", Person("Åse", "PC-7")
    storage = StorageContext(library, UserFolders.below(tmp_path / "bruger"), person, lambda: NOW)
    return DraftFileHandle(path, b"before", lock_draft(path, person, NOW), storage)


def test_a_draft_is_frozen_as_soon_as_it_is_approved_whether_or_not_anybody_has_looked(made: DraftController) -> None:
    frozen = [made.is_frozen]
    made.editor.approve(approved(made.application, "Åse", NOW))
    assert [*frozen, made.is_frozen] == [False, True]
    assert made.view.read_only


def test_unlocking_an_approved_draft_lets_it_be_changed_until_it_is_locked_again(made: DraftController) -> None:
    made.editor.approve(approved(made.application, "Åse", NOW))
    made.unlock()
    frozen = [made.is_frozen]
    made.lock()
    assert [*frozen, made.is_frozen] == [False, True]


def test_a_change_after_an_approval_leaves_the_draft_open_for_more(made: DraftController) -> None:
    made.editor.approve(approved(made.application, "Åse", NOW))
    made.unlock()
    made.editor.set_value(CASE, "2024-7")
    made.lock()
    assert not made.is_frozen


def test_a_draft_that_somebody_else_has_open_is_frozen_and_unlocking_does_not_change_that(
    library: FormLibrary,
) -> None:
    draft = drafts.complete()
    form = library.round(draft.round)
    held = DraftController(Editor(draft), form, date(2026, 11, 23), DraftLocation(), locked_by=SOMEBODY)
    held.unlock()
    assert held.is_frozen
    assert held.view.is_held
    gone = LockedError(KAREN, is_gone=True)
    held.mark_locked(gone)
    assert held.locked_by is gone


def test_what_was_known_before_is_not_changed_by_what_is_known_now(made: DraftController) -> None:
    before = made.state
    made.mark_saving("0" * 64)
    made.mark_journalled(NOW)
    made.mark_settled()
    made.reveal(CASE)
    assert before.location.saving_digest == "f" * 64
    assert (before.journalled_at, before.is_settled, before.revealed) == (None, False, frozenset())
    assert made.location.saving_digest == "0" * 64
    assert (made.state.journalled_at, made.state.is_settled, made.state.revealed) == (
        NOW,
        True,
        frozenset({"case_number"}),
    )


def test_a_saved_draft_lies_in_the_file_it_was_saved_in_and_nothing_is_being_saved(
    made: DraftController, handle: DraftFileHandle
) -> None:
    heard: list[bool] = []
    made.save_state_changed.connect(lambda: heard.append(True))
    made.editor.set_value(CASE, "2024-7")
    heard.clear()
    saved = SaveResult(made.editor.snapshot, NOW, "0" * 64, has_half_typed=True, has_history=True)
    made.mark_saved(handle, saved, automatic=True)
    assert made.file is handle
    assert made.location == DraftLocation(handle.path, "0" * 64)
    assert (made.state.saved_at, made.state.saved_automatically) == (NOW, True)
    assert not made.editor.is_modified
    assert heard == [True]
    handle.release()


def test_the_next_save_builds_on_what_the_handle_of_the_file_knows(
    made: DraftController, handle: DraftFileHandle
) -> None:
    saved = SaveResult(made.editor.snapshot, NOW, "0" * 64, has_half_typed=True, has_history=True)
    made.mark_saved(handle, saved, automatic=False)
    handle.take_over(b"theirs")
    made.use_file_as_base()
    assert made.location.digest == handle.digest
    assert made.state.opened_digest is None
    handle.release()


def test_one_text_has_the_whole_window_until_it_is_left(made: DraftController) -> None:
    made.enter_full_window(CASE)
    assert made.full_window_field == CASE
    made.leave_full_window()
    assert made.full_window_field is None


def test_leaving_a_field_shows_its_findings_and_judges_nothing_anew(made: DraftController) -> None:
    judged, shown = made.view.assessment, list[View]()
    made.view_changed.connect(shown.append)
    made.reveal(CASE)
    made.reveal(CASE)
    assert [(view.is_revealed(CASE), view.assessment is judged) for view in shown] == [(True, True)]


def test_leaving_a_text_that_was_just_typed_judges_it(made: DraftController) -> None:
    judged, text = made.view.assessment, field_path("description")
    made.editor.set_value(text, "Kort.", merge=True)
    made.reveal(text)
    assert made.view.assessment is not judged
    assert (made.view.application.description, made.view.is_revealed(text)) == ("Kort.", True)
