"""A draft that is closed is not judged once more, and what nobody will be told of it is not found out."""

from collections.abc import Callable
from pathlib import Path
from threading import current_thread, main_thread

import pytest

from botilbud_desktop.domain.model import replace
from botilbud_desktop.rules.assessment import Assessor
from botilbud_desktop.rules.open_points import OpenPoints, open_points
from botilbud_desktop.storage.draft.draft_file import digest_of, draft_bytes
from botilbud_desktop.storage.draft.file_handle import StorageContext
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.storage.user.known_drafts import known_drafts
from botilbud_desktop.storage.user.recent import remember_draft
from botilbud_desktop.ui.draft.known import Closed, keep_closed
from botilbud_desktop.ui.draft.repository import DraftRepository
from tests.ui import drafts
from tests.ui.conftest import OpenDraft

DRAFT = replace(drafts.complete(), description="Vi bygger i alt 99 nye pladser.")


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, bool]]:
    """The drafts that are judged from now on, and whether that is in the window's thread."""
    judged: list[tuple[object, bool]] = []
    assess = Assessor.assess

    def watched(self: Assessor, application: object, *arguments: object, **named: object) -> object:
        judged.append((application, current_thread() is main_thread()))
        return assess(self, application, *arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Assessor, "assess", watched)
    return judged


@pytest.fixture
def storage(repository: DraftRepository) -> StorageContext:
    return repository.storage


@pytest.fixture
def closed(tmp_path: Path, storage: StorageContext) -> Callable[..., Closed]:
    """Returns a draft as it was closed."""
    round_ = storage.library.round(DRAFT.round)

    def made(points: OpenPoints | None = None) -> Closed:
        digest = digest_of(draft_bytes(DRAFT))
        return Closed(tmp_path / "sag.botilbud", DRAFT, round_, digest, None, points)

    return made


def test_of_a_draft_that_is_not_among_the_recent_ones_nothing_is_found_out(
    closed: Callable[..., Closed], storage: StorageContext, judged: list[tuple[object, bool]]
) -> None:
    keep_closed(closed(), storage)
    assert not judged


def test_what_the_window_knew_or_was_known_before_is_kept_without_judging_again(
    closed: Callable[..., Closed], storage: StorageContext, folders: UserFolders, judged: list[tuple[object, bool]]
) -> None:
    path = closed().path
    remember_draft(folders.state, path)
    keep_closed(closed(OpenPoints(3, 2, 1)), storage)
    keep_closed(closed(), storage)
    assert not judged
    known = known_drafts(folders.state, [path])[path]
    assert (known.problems, known.criteria, known.warnings) == (3, 2, 1)


def test_a_draft_of_which_that_is_not_known_is_judged(
    closed: Callable[..., Closed], storage: StorageContext, folders: UserFolders, judged: list[tuple[object, bool]]
) -> None:
    path = closed().path
    remember_draft(folders.state, path)
    keep_closed(closed(), storage)
    assert judged == [(DRAFT, True)]
    known = known_drafts(folders.state, [path])[path]
    told = open_points(Assessor(closed().round).assess(DRAFT, storage.clock().date()))
    assert (known.problems, known.criteria, known.warnings) == told


def test_a_window_whose_texts_were_compared_tells_what_is_open(
    open_draft: OpenDraft, judged: list[tuple[object, bool]]
) -> None:
    user = open_draft(DRAFT)
    user.controller.update_view(compares_texts=True)
    assert user.path is not None
    remember_draft(user.window.repository.folders.state, user.path)
    told = open_points(user.view.assessment)
    user.window.show_start()
    user.window.repository.recent.listed()
    assert all(in_window for _draft, in_window in judged)
    known = known_drafts(user.window.repository.folders.state, [user.path])[user.path]
    assert (known.problems, known.criteria, known.warnings) == told
