"""Closing the window ends its threads: each finishes what it was given, and nobody waits for it."""

import threading
from pathlib import Path

from botilbud_desktop.ui.help.event_notes import EventNotes
from tests.ui import colleague, drafts
from tests.ui.keeping import QUICK, Programs

_PATIENCE = 10.0


def test_every_thread_of_a_window_ends_after_it_is_closed(programs: Programs, tmp_path: Path) -> None:
    others = set(threading.enumerate())
    path, damaged = tmp_path / "aalborg.botilbud", tmp_path / "skadet.botilbud"
    path.write_bytes(colleague.new_file(drafts.example("aalborg")))
    damaged.write_bytes(b"{")
    user = programs.start(path, QUICK)
    user.write("projects.0.name", "Mit navn")
    user.save()
    user.window.drafts.open_path(damaged)
    other = programs.start(None, QUICK).window
    other.rounds.look()
    EventNotes(other.drafts, other.repository, other).write()
    started = set(threading.enumerate()) - others
    assert {thread.name for thread in started} >= {"file", "journal", "log", "notes", "rounds"}
    programs.end()
    for thread in started:
        thread.join(_PATIENCE)
    assert sorted(thread.name for thread in started if thread.is_alive()) == []
