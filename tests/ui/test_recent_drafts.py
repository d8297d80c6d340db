"""The recent drafts on the start page: what is told of each, as of when, and that no drive is waited for."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.approval import approved
from botilbud_desktop.domain.form_bounds import MOST_PROJECTS
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.web_form.transfer import ClosingStep, digest_of, transfer_items
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.files.read_bytes import read_bytes
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.user.known_drafts import KnownDraft, keep_known, known_drafts
from botilbud_desktop.storage.user.recent import remember_draft
from botilbud_desktop.storage.user.transfer_progress import TransferProgress, write_progress
from botilbud_desktop.ui.draft import known
from botilbud_desktop.ui.window import recent_looks
from botilbud_desktop.ui.window.recent_list import RecentList
from tests.ui import drafts
from tests.ui.conftest import OpenWindow
from tests.ui.drive_calls import watched_drive
from tests.ui.keeping import NOW
from tests.ui.user import User, settle

TITLE = "Aalborg – Lånepulje til botilbud 2025-26"
CLOSED = "Fristen var den 15. maj 2024"
WRITTEN = datetime(2026, 11, 22, 8, 5, tzinfo=UTC)


@pytest.fixture
def path(folders: UserFolders, tmp_path: Path) -> Path:
    """The file of a recent draft, still to be written."""
    path = tmp_path / "drev" / "sag.botilbud"
    path.parent.mkdir()
    remember_draft(folders.state, path)
    return path


@pytest.fixture
def hanging(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """While the event is not set, a drive does not answer; that is said at once."""
    gate, real = Event(), read_bytes

    def slow(path: Path) -> bytes:
        gate.wait()
        return real(path)

    monkeypatch.setattr(known, "read_bytes", slow)
    monkeypatch.setattr(recent_looks, "LATE_AFTER", 0.0)
    yield gate
    gate.set()


def write(path: Path, application: Application) -> None:
    path.write_bytes(draft_bytes(application))
    os.utime(path, (WRITTEN.timestamp(), WRITTEN.timestamp()))


def rows(user: User) -> list[tuple[str, str, str]]:
    """Returns the three lines of each draft."""
    page = user.window._start
    assert page is not None
    shown = page.recent._rows.values()
    return [(row.link.words(), row.state.text(), row.about.text()) for row in shown]


def looked(user: User, qtbot: QtBot) -> list[tuple[str, str, str]]:
    """Lets the window look at the drafts, and returns the lines."""
    user.window._on_start_shown()
    assert user.window._start is not None
    watch = user.window._start.recent_watch
    assert watch is not None
    with qtbot.waitSignal(watch.looks.rested, timeout=10_000):
        pass
    return rows(user)


def test_a_draft_is_told_by_municipality_round_status_what_is_open_deadline_and_change(
    path: Path, open_window: OpenWindow, qtbot: QtBot
) -> None:
    write(path, drafts.example("aalborg"))
    [(title, state, about)] = looked(open_window(None), qtbot)
    assert title == TITLE
    assert state.startswith("Kladde · ")
    assert " problemer" in state
    assert state.endswith(f" · {CLOSED}")
    assert about == f"Ændret i går kl. 09.05 · sag.botilbud – {path.parent}"


def test_what_is_open_is_counted_as_kontrol_lists_it(path: Path, open_window: OpenWindow, qtbot: QtBot) -> None:
    write(path, drafts.example("thisted"))
    user = open_window(path)
    assessment = user.view.assessment
    user.use_menu("&Luk kladden")
    [(_title, state, _about)] = looked(user, qtbot)
    assert f"{len(assessment.errors)} problemer" in state
    write(path, drafts.complete())
    [(_title, state, _about)] = looked(user, qtbot)
    assert state == f"Kladde · 5 ting at være opmærksom på · {CLOSED}"


def test_the_status_tells_an_approval_what_came_after_it_and_one_that_was_changed_in_the_file(
    path: Path, open_window: OpenWindow, qtbot: QtBot
) -> None:
    done = approved(drafts.complete(), "Åse", NOW)
    write(path, done)
    user = open_window(None)
    assert looked(user, qtbot)[0][1].startswith("Godkendt internt · 5 ting at være opmærksom på")
    write(path, replace(done, case_number="2024-77"))
    assert looked(user, qtbot)[0][1].startswith("Ændret, siden den blev godkendt · ")
    write(path, replace(done, approvals=(replace(done.approvals[-1], approved_by="Bo"),)))
    assert looked(user, qtbot)[0][1].startswith("Godkendelsen er ændret i filen · ")


def test_the_transfer_is_told_as_far_as_it_was_ticked_here(
    path: Path, folders: UserFolders, library: FormLibrary, open_window: OpenWindow, qtbot: QtBot
) -> None:
    draft = drafts.complete()
    write(path, draft)
    user = open_window(None)
    items = transfer_items(draft, library.round(drafts.ROUND), {})
    fields = {str(item.field.path): digest_of(item.field.value) for item in items}
    days = dict.fromkeys(ClosingStep, NOW.date())
    for progress, words in (
        (TransferProgress(fields={"case_number": "x"}), "Overførsel begyndt"),
        (TransferProgress(fields=fields, closing={ClosingStep.SENT: NOW.date()}), "ikke godkendt på www.indtast.dk"),
        (TransferProgress(fields=fields, closing=days), "Overført"),
    ):
        write_progress(folders.state, draft.id, progress)
        assert words in looked(user, qtbot)[0][1]
    write(path, replace(draft, description=draft.description + " Mere."))
    assert " · Overførsel begyndt · " in looked(user, qtbot)[0][1]


def test_who_changed_it_is_told_only_when_it_is_known(path: Path, open_window: OpenWindow, qtbot: QtBot) -> None:
    write(path, drafts.complete())
    user = open_window(path)
    user.write("projects.0.loan.2025", "23000")
    user.save()
    user.use_menu("&Luk kladden")
    assert looked(user, qtbot)[0][2].startswith("Ændret i dag kl. 12.00 af dig · ")
    write(path, replace(drafts.complete(), case_number="2024-77"))
    assert looked(user, qtbot)[0][2].startswith("Ændret i går kl. 09.05 · ")


def test_a_draft_that_was_only_read_is_not_said_to_be_changed_by_the_user(
    path: Path, open_window: OpenWindow, qtbot: QtBot
) -> None:
    write(path, drafts.complete())
    user = open_window(path)
    user.save()
    user.use_menu("&Luk kladden")
    assert looked(user, qtbot)[0][2].startswith("Ændret i går kl. 09.05 · ")


def test_a_draft_on_a_drive_that_hangs_shows_what_was_known_and_since_when(
    path: Path, open_window: OpenWindow, qtbot: QtBot, hanging: Event
) -> None:
    write(path, drafts.complete())
    user = open_window(path)
    user.use_menu("&Luk kladden")
    [(title, state, about)] = looked(user, qtbot)
    assert (title, state) == (TITLE, f"Kladde · 5 ting at være opmærksom på · {CLOSED}")
    assert about.startswith(
        "Sådan var den i dag kl. 12.00. Drevet svarer ikke, så den kan ikke kontrolleres lige nu · "
    )
    hanging.set()
    qtbot.waitUntil(lambda: rows(user)[0][2].startswith("Ændret i går"), timeout=5_000)


def test_a_dead_drive_holds_back_no_other_draft_and_is_asked_once(
    path: Path, folders: UserFolders, open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, asked, real = Event(), list[Path](), read_bytes

    def slow(asked_for: Path) -> bytes:
        if asked_for == path:
            asked.append(path)
            gate.wait()
        return real(asked_for)

    monkeypatch.setattr(known, "read_bytes", slow)
    other = path.with_name("anden.botilbud")
    write(other, drafts.example("thisted"))
    remember_draft(folders.state, other)
    user = open_window(None)
    try:
        for _time in range(3):
            user.window._on_start_shown()
            qtbot.waitUntil(lambda: rows(user)[0][0].startswith("Thisted – "), timeout=5_000)
        assert asked == [path]
    finally:
        gate.set()


def test_a_file_that_is_gone_or_broken_is_said_beside_what_was_known(
    path: Path, open_window: OpenWindow, qtbot: QtBot
) -> None:
    write(path, drafts.complete())
    user = open_window(path)
    user.use_menu("&Luk kladden")
    path.write_bytes(b"")
    [(title, _state, about)] = looked(user, qtbot)
    assert title == TITLE
    assert about.startswith("Sådan var den i dag kl. 12.00. Den kan ikke læses lige nu: Den er tom · ")
    path.unlink()
    assert looked(user, qtbot)[0][2].startswith("Sådan var den i dag kl. 12.00. Filen er der ikke længere · ")


def test_of_a_draft_that_was_never_seen_nothing_is_claimed(path: Path, open_window: OpenWindow, qtbot: QtBot) -> None:
    user = open_window(None)
    assert rows(user) == [("sag", "Programmet kontrollerer filen …", f"sag.botilbud – {path.parent}")]
    assert looked(user, qtbot) == [("sag", "Filen er der ikke længere.", f"sag.botilbud – {path.parent}")]


def test_a_draft_too_large_for_the_form_is_not_judged(path: Path, open_window: OpenWindow, qtbot: QtBot) -> None:
    write(path, drafts.with_projects(MOST_PROJECTS + 1))
    assert looked(open_window(None), qtbot)[0][1] == f"Kladde · For stor til skemaet · {CLOSED}"


def test_a_draft_that_does_not_fit_its_round_is_not_called_too_large(
    path: Path, open_window: OpenWindow, qtbot: QtBot
) -> None:
    draft = drafts.complete()
    first, *others = draft.projects
    write(path, replace(draft, projects=(replace(first, loan={**first.loan, "2029": 5}), *others)))
    assert looked(open_window(None), qtbot)[0][1] == f"Kladde · Passer ikke til ansøgningsrunden · {CLOSED}"


def test_a_draft_of_a_round_that_is_not_here_is_told_with_what_is_missing(
    path: Path, open_window: OpenWindow, qtbot: QtBot
) -> None:
    write(path, replace(approved(drafts.complete(), "Åse", NOW), round="Pulje_2031"))
    [(title, state, about)] = looked(open_window(None), qtbot)
    assert title == "sag"
    assert state.endswith(" · Ansøgningsrunden »Pulje_2031« er ikke på denne computer")
    assert about.startswith("Ændret i går kl. 09.05 · ")


def test_looking_touches_no_drive_in_the_windows_thread(
    path: Path, tmp_path: Path, open_window: OpenWindow, qtbot: QtBot
) -> None:
    write(path, drafts.complete())
    user = open_window(None)
    with watched_drive(tmp_path) as calls:
        looked(user, qtbot)
    assert calls.in_the_window == []
    assert calls.elsewhere


def test_what_was_found_out_is_kept_for_the_next_start_and_the_rest_is_forgotten(
    path: Path, folders: UserFolders, tmp_path: Path, open_window: OpenWindow, qtbot: QtBot
) -> None:
    gone = tmp_path / "væk.botilbud"
    keep_known(folders.state, {gone: KnownDraft(digest="x", seen_at=NOW, round=drafts.ROUND)}, [gone])
    write(path, drafts.complete())
    looked(open_window(None), qtbot)
    qtbot.waitUntil(lambda: set(known_drafts(folders.state, [path, gone])) == {path}, timeout=5_000)


@pytest.mark.parametrize("content", [b"", b"[" * 100_000, b'{"drafts": {"x": 1}}', b'{"drafts": []}'])
def test_a_broken_file_of_what_is_known_costs_nothing_else(
    path: Path, folders: UserFolders, open_window: OpenWindow, qtbot: QtBot, content: bytes
) -> None:
    (folders.state / "known.json").write_bytes(content)
    write(path, drafts.complete())
    assert looked(open_window(None), qtbot)[0][0] == TITLE


def test_coming_back_to_the_window_looks_again(
    path: Path, open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(path, drafts.complete())
    user = open_window(None)
    looked(user, qtbot)
    page = user.window._start
    assert page is not None
    watch = page.recent_watch
    assert watch is not None
    assert page is not None
    write(path, drafts.example("thisted"))
    watch.come_back()
    settle()
    assert rows(user)[0][0] == TITLE, "a moment after the last look nothing is asked again"
    monkeypatch.setattr(watch, "_looked_at", 0.0)
    with qtbot.waitSignal(watch.looks.rested, timeout=10_000):
        watch.come_back()
    assert rows(user)[0][0].startswith("Thisted – ")


def test_the_program_looks_by_itself_once_the_page_is_painted(
    path: Path, open_window: OpenWindow, qtbot: QtBot
) -> None:
    write(path, drafts.complete())
    user = open_window(None)
    timing = user.window.repository.timing
    user.window.repository.timing = timing._replace(is_automatic=True)
    user.window.show_start()
    assert rows(user)[0][0] == "sag"
    qtbot.waitUntil(lambda: rows(user)[0][0] == TITLE, timeout=5_000)


def test_a_screen_reader_hears_the_lines_with_the_link(path: Path, open_window: OpenWindow, qtbot: QtBot) -> None:
    write(path, drafts.complete())
    user = open_window(None)
    [(_title, state, about)] = looked(user, qtbot)
    listed = user.window._start
    assert listed is not None
    assert isinstance(listed.recent, RecentList)
    [row] = listed.recent._rows.values()
    assert row.link.accessibleDescription() == f"{state}\n{about}"
