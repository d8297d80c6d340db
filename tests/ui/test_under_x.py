"""The program in its own process under a real X server, driven by real keys (Xvfb and xdotool)."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from botilbud_desktop.storage.draft.draft_file import draft_bytes
from tests.ui import drafts

_NEEDED = ("Xvfb", "xdotool")
_MISSING = [program for program in _NEEDED if shutil.which(program) is None]
pytestmark = [
    pytest.mark.xvfb,
    pytest.mark.skipif(bool(_MISSING), reason=f"not installed: {', '.join(_MISSING)}"),
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no X server"),
]
_PATIENCE = 60.0
"""Timeout in seconds for work that takes a fraction of a second on an idle machine."""
_TITLE = "Botilbud Desktop"


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """Starts an X server on a free display, and yields the display."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=(write,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read, encoding="ascii") as answer:
        number = answer.readline().strip()
    assert number, "Xvfb did not start"
    yield f":{number}"
    server.terminate()
    server.wait(timeout=_PATIENCE)


class Program:
    """The program in its own process, with a keyboard."""

    def __init__(self, display: str, home: Path, *arguments: str) -> None:
        home.mkdir(parents=True, exist_ok=True)
        folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("STATE", "CONFIG", "DATA", "CACHE")}
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "XDG_"))}
        self.environment = {
            **environment,
            **folders,
            "DISPLAY": display,
            "HOME": str(home),
            "QT_QPA_PLATFORM": "xcb",
            "QT_IM_MODULE": "simple",
            "PYTHONPATH": str(Path(__file__).parents[2]),
        }
        self.errors = home / "errors.txt"
        with self.errors.open("wb") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "botilbud_desktop", *arguments],
                env=self.environment,
                cwd=home,
                stdout=subprocess.PIPE,
                stderr=errors,
                start_new_session=True,
            )

    def xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
        )
        return done.stdout.strip()

    def window(self) -> str:
        """Returns the id of the program's window; "" if there is none."""
        return self.xdotool("search", "--onlyvisible", "--name", _TITLE).partition("\n")[0]

    def title(self) -> str:
        return self.xdotool("getwindowname", self.window())

    def wait_for_window(self) -> None:
        wait_until(self.window, lambda: f"no window: {self.said()}")
        self.xdotool("windowfocus", "--sync", self.window())

    def keys(self, *keys: str) -> None:
        self.xdotool("key", "--clearmodifiers", "--delay", "20", *keys)

    def type(self, text: str) -> None:
        self.xdotool("type", "--clearmodifiers", "--delay", "20", text)

    def wait_for_end(self) -> int:
        return self.process.wait(timeout=_PATIENCE)

    def said(self) -> str:
        return self.errors.read_text(encoding="utf-8", errors="replace")

    def end(self) -> None:
        """Ends the process if it still runs; only this one, by its id."""
        if self.process.poll() is None:
            os.kill(self.process.pid, signal.SIGTERM)
            try:
                self.process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(timeout=5)
        if self.process.stdout:
            self.process.stdout.close()


def wait_until(condition: Callable[[], object], why: Callable[[], str]) -> None:
    """Polls until `condition` holds; another process sends no signals to wait for."""
    deadline = time.monotonic() + _PATIENCE
    while not condition():
        assert time.monotonic() < deadline, why()
        time.sleep(0.05)


def read_json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture
def start(display: str, tmp_path: Path) -> Iterator[Callable[..., Program]]:
    """Returns a function that starts the program with its own home folder."""
    running: list[Program] = []

    def start_program(*arguments: str) -> Program:
        program = Program(display, tmp_path / "home", *arguments)
        running.append(program)
        return program

    yield start_program
    for program in running:
        program.end()


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "kladde.botilbud"
    path.write_bytes(draft_bytes(drafts.complete()))
    return path


def test_what_is_typed_and_saved_with_real_keys_is_on_the_disk(start: Callable[..., Program], draft: Path) -> None:
    program = start(str(draft))
    program.wait_for_window()
    program.keys("ctrl+1", "Tab")
    program.type("2024-000001")
    program.keys("ctrl+s")
    wait_until(lambda: read_json(draft)["case_number"].endswith("2024-000001"), program.said)
    program.keys("ctrl+q")
    assert program.wait_for_end() == 0
    assert program.said() == ""


def test_undo_with_real_keys_leads_back_and_leaves_the_draft_unmodified(
    start: Callable[..., Program], draft: Path
) -> None:
    before = draft.read_bytes()
    program = start(str(draft))
    program.wait_for_window()
    program.keys("ctrl+4")
    program.type("abc")
    wait_until(lambda: "*" in program.title(), program.title)
    program.keys("ctrl+1", "ctrl+z")
    wait_until(lambda: "*" not in program.title(), program.title)
    program.keys("ctrl+q")
    assert program.wait_for_end() == 0
    assert draft.read_bytes() == before


def test_closing_saves_what_was_changed(start: Callable[..., Program], draft: Path) -> None:
    program = start(str(draft))
    program.wait_for_window()
    program.keys("ctrl+3")
    program.type("Nyt. ")
    program.keys("ctrl+q")
    assert program.wait_for_end() == 0
    assert "Nyt. " in read_json(draft)["description"]


def test_a_draft_that_was_never_saved_is_not_lost_by_closing(start: Callable[..., Program]) -> None:
    program = start()
    program.wait_for_window()
    program.type("thi")
    program.keys("Tab", "space")
    wait_until(lambda: "Thisted" in program.title(), program.title)
    program.keys("ctrl+1", "Tab")
    program.type("2024-1")
    wait_until(lambda: "*" in program.title(), program.title)
    program.keys("ctrl+q")
    wait_until(lambda: program.xdotool("search", "--onlyvisible", "--name", "ikke gemt"), program.said)

    def is_closed_by_escape() -> bool:
        program.keys("Escape")  # repeated, because a window is visible before it receives keys
        return not program.xdotool("search", "--onlyvisible", "--name", "ikke gemt")

    wait_until(is_closed_by_escape, program.said)
    assert program.process.poll() is None
    assert "*" in program.title()


def test_a_damaged_file_opens_the_start_page_and_is_not_touched(start: Callable[..., Program], tmp_path: Path) -> None:
    damaged = tmp_path / "skadet.botilbud"
    damaged.write_bytes(b'{"format": "botilbud-application"')
    program = start(str(damaged))
    program.wait_for_window()
    assert program.title() == _TITLE
    program.keys("ctrl+q")
    assert program.wait_for_end() == 0
    assert damaged.read_bytes() == b'{"format": "botilbud-application"'


def test_quit_when_ready_tells_the_milliseconds_and_ends(start: Callable[..., Program], draft: Path) -> None:
    program = start("--quit-when-ready", str(draft))
    output, _errors = program.process.communicate(timeout=_PATIENCE)
    assert program.process.returncode == 0
    assert int(output.decode("ascii")) > 0
