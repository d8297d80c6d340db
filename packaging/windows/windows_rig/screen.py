"""An X display with a Danish keyboard: sends real key events, takes pictures."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from windows_rig.calls import RigError, call, must

_SIZE = "1366x768"
_DEPTH = 24
_POLL_INTERVAL = 0.1
_STILL_INTERVAL = 0.3
_CURSOR_BYTES = 300
"""Maximum differing bytes of a small picture caused by a blinking cursor."""
_COLOURS = 40
"""Maximum distinct byte values of an empty screen or an unpainted window."""
_BETWEEN_KEYS_MS = "25"


class Screen:
    """An X display."""

    def __init__(self, display: str, pictures: Path) -> None:
        """`pictures` is the folder for the files of `picture`."""
        self.display = display
        self._pictures = pictures
        self._environment = {**os.environ, "DISPLAY": display, "LC_ALL": "C.UTF-8"}

    def use_danish_keys(self) -> None:
        """Sets the Danish layout, with the keys æ, ø and å."""
        keymap = must(["setxkbmap", "-display", self.display, "-layout", "dk", "-print"], seconds=20)
        command = ["xkbcomp", "-w", "0", "-", self.display]
        subprocess.run(command, input=keymap.encode(), capture_output=True, timeout=20, check=True)

    def windows(self, title: str) -> list[str]:
        """The ids of the visible windows whose title contains `title`."""
        return self._xdotool("search", "--onlyvisible", "--name", title).split()

    def wait_for_window(self, title: str, seconds: float = 40) -> str:
        """Waits for a window with that title; returns its id.

        Raises:
            RigError: none was shown in `seconds`.
        """
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if found := self.windows(title):
                return found[-1]
            time.sleep(_POLL_INTERVAL)
        self.picture(f"missing-{title}")
        raise RigError(f"no window »{title}« after {seconds:.0f} s")

    def wait_until_gone(self, title: str, seconds: float = 20) -> None:
        """Waits until no window has that title.

        Raises:
            RigError: there is still one after `seconds`.
        """
        deadline = time.monotonic() + seconds
        while self.windows(title):
            if time.monotonic() > deadline:
                self.picture(f"still-{title}")
                raise RigError(f"the window »{title}« is still there after {seconds:.0f} s")
            time.sleep(_POLL_INTERVAL)

    def wait_until_still(self, seconds: float = 20) -> None:
        """Waits until something is shown and no longer changes, except for a blinking cursor.

        Raises:
            RigError: it still changes, or nothing is shown, after `seconds`.
        """
        deadline = time.monotonic() + seconds
        before = b""
        while time.monotonic() < deadline:
            now = self._small_picture()
            changed = sum(first != second for first, second in zip(before, now, strict=False))
            if before and changed < _CURSOR_BYTES and len(set(now)) > _COLOURS:
                return
            before = now
            time.sleep(_STILL_INTERVAL)
        self.picture("never-still")
        raise RigError(f"the screen is not still after {seconds:.0f} s")

    def focus(self, window: str) -> None:
        """Gives a window the keyboard focus."""
        self._xdotool("windowfocus", "--sync", window)

    def press(self, *keys: str) -> None:
        """Presses keys in sequence, such as `ctrl+s` or `Tab`."""
        self._xdotool("key", "--delay", _BETWEEN_KEYS_MS, *keys)

    def type(self, text: str) -> None:
        """Types text on the Danish keyboard."""
        self._xdotool("type", "--delay", _BETWEEN_KEYS_MS, text)

    def click(self, x: int, y: int) -> None:
        """Clicks with the left button at a screen position."""
        self._xdotool("mousemove", str(x), str(y), "click", "1")

    def picture(self, name: str) -> Path:
        """Saves a picture of the screen as `name`.png."""
        self._pictures.mkdir(parents=True, exist_ok=True)
        path = self._pictures / f"{name.replace('/', '-')}.png"
        must(["import", "-window", "root", str(path)], seconds=30, environment=self._environment)
        return path

    def _small_picture(self) -> bytes:
        command = ["import", "-silent", "-window", "root", "-resize", "25%", "ppm:-"]
        taken = subprocess.run(command, env=self._environment, capture_output=True, timeout=30, check=True)
        return taken.stdout

    def _xdotool(self, *words: str) -> str:
        return call(["xdotool", *words], seconds=60, environment=self._environment).out


@contextmanager
def screen(pictures: Path, size: str = _SIZE) -> Iterator[Screen]:
    """Yields a running screen, `size` pixels large.

    Raises:
        RigError: the X server did not start.
    """
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x{_DEPTH}"]
    command += ["-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(
        command, pass_fds=[writing], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(writing)
    try:
        with os.fdopen(reading, encoding="ascii") as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RigError("Xvfb did not start")
        shown = Screen(f":{number}", pictures)
        shown.use_danish_keys()
        yield shown
    finally:
        server.terminate()
        server.wait(10)
