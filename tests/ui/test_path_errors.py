"""A drive that cannot even tell where a path leads: each deed ends in a sentence, and the window says what is true."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.ui.draft.repository import DraftRepository
from tests.faults.failing_calls import TROUBLES, Trouble
from tests.ui import drafts
from tests.ui.conftest import OpenWindow
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User

LOAN = "projects.0.loan.2025"
OF_PATHS = [trouble for trouble in TROUBLES if trouble.name in ("EIO", "EACCES", "ESTALE", "ETIMEDOUT", "ELOOP")] + [
    trouble for trouble in TROUBLES if trouble.windows_code in (55, 59, 64, 121, 362, 1231, 1326)
]
SAYING = "Der er ændringer, som ikke er gemt", "Du har rettet noget, som ikke er gemt endnu."
"""What the status bar and the notice after an error say while something is not saved."""


@contextmanager
def unknown_paths(trouble: Trouble, below: Path) -> Iterator[None]:
    """The drive cannot resolve any path in the folder."""
    real = os.path.realpath

    def realpath(path: str | Path, **options: bool) -> str:
        if Path(path).is_relative_to(below):
            raise trouble.error()
        return real(path, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os.path, "realpath", realpath)
        yield


@pytest.fixture(params=OF_PATHS, ids=lambda trouble: trouble.name)
def trouble(request: pytest.FixtureRequest) -> Trouble:
    assert isinstance(request.param, Trouble)
    return request.param


def test_an_approval_that_cannot_be_saved_is_undone_and_told(
    complete: User, questions: RecordedQuestions, trouble: Trouble, tmp_path: Path
) -> None:
    complete.go_to("page.approve")
    complete.write("approve.name", "Åse Ørsted")
    questions.will_answer("approve")
    with unknown_paths(trouble, tmp_path):
        complete.click("approve.approve")
    assert complete.standing_text().startswith("Filen »kladde.botilbud« blev ikke gemt: ")
    assert complete.application.approvals == ()
    assert "Ingen ændringer" in complete.status_bar()
    assert complete.window.drafts.what_is_saved() == "Alt, hvad du har rettet, er gemt."
    assert complete.path is not None
    assert complete.path.read_bytes() == draft_bytes(drafts.complete())


@pytest.mark.parametrize("save", ["save", "save_as", "save_copy"])
def test_a_save_that_fails_is_told_and_the_window_says_what_is_not_saved(
    aalborg: User, questions: RecordedQuestions, trouble: Trouble, tmp_path: Path, save: str
) -> None:
    target = tmp_path / "andet.botilbud"
    if save != "save":
        questions.will_answer(target)
    aalborg.write(LOAN, "23000")
    saving = aalborg.window.drafts.saving
    assert saving is not None
    act: Callable[[], bool] = getattr(saving, save)
    with unknown_paths(trouble, tmp_path):
        assert not act()
    assert "blev ikke gemt: " in aalborg.notice_text()
    assert aalborg.controller.editor.is_modified
    assert SAYING[0] in aalborg.status_bar()
    assert aalborg.window.drafts.what_is_saved() == SAYING[1]
    assert not target.exists()
    aalborg.save()
    assert not aalborg.controller.editor.is_modified


def test_a_draft_opens_also_where_its_path_cannot_be_resolved(
    open_window: OpenWindow, trouble: Trouble, tmp_path: Path
) -> None:
    path = tmp_path / "kladde.botilbud"
    path.write_bytes(draft_bytes(drafts.example("aalborg")))
    with unknown_paths(trouble, tmp_path):
        user = open_window(path)
        assert user.controller.location.path == path
        user.window.drafts.settle()


def test_after_an_error_that_leaves_the_file_unknown_the_window_does_not_claim_to_know(
    aalborg: User,
) -> None:
    aalborg.controller.editor.mark_unsaved()
    aalborg.controller.note_not_saved()
    assert "Det er uvist, om alt er gemt" in aalborg.status_bar()
    assert aalborg.window.drafts.what_is_saved() == "Det er uvist, om alt, hvad du har skrevet, er gemt."


def test_a_file_replaced_by_a_damaged_one_while_it_is_opened_stays_unlocked(
    repository: DraftRepository, tmp_path: Path
) -> None:
    path = tmp_path / "kladde.botilbud"
    path.write_bytes(draft_bytes(drafts.example("aalborg")))
    draft = repository.read(path)
    path.write_bytes(b"damaged")
    with pytest.raises(Exception, match="kan ikke åbnes"):
        repository.controller_of(draft, path)
    assert repository.holder_of(path) is None
