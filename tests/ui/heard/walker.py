"""A walk with real keys in the program, heard as a screen reader hears it (AT-SPI).

It is run by the system's own Python, which has `gi`, inside `dbus-run-session`. Standard input: a JSON object with
`program` (its command line), `launcher` (of the accessibility bus), `quiet` (seconds, see below) and `keys` (of
xdotool, or `type:` and a text, or `wait`, or `to:` and a name, which presses Tab until the focus is on what is so
named). Standard output: for the start and for each key a JSON line with what was
heard, and what was seen since the line before (see `watched`, whose file the environment variable `SEEN` names).
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - its version is required first

_STATES = ("expanded", "checked")
"""States that are told when they change where the focus is."""
_EVENTS = (
    "object:state-changed:focused",
    "object:announcement",
    "object:property-change:accessible-description",
    *(f"object:state-changed:{state}" for state in _STATES),
)
_PATIENCE = 60.0
"""Timeout in seconds for a window; a fraction of a second on an idle machine."""
_MOST_TABS = 40
_LONG = 2
"""So many times longer it is quiet before all is heard that takes its time: a window, a file, a clipboard."""


class Walk:
    """Presses keys and notes what is heard."""

    def __init__(self, program: list[str], launcher: str, quiet: float) -> None:
        """`quiet` is the time in s without any event after which all is heard; a message is said after 0,15 s."""
        self._quiet = quiet
        read, write = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
            pass_fds=(write,),
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read, encoding="ascii") as answer:
            os.environ["DISPLAY"] = f":{answer.readline().strip()}"
        self._bus = subprocess.Popen([launcher, "--launch-immediately"], stderr=subprocess.DEVNULL)
        time.sleep(0.3)
        Atspi.init()
        self._heard: list[tuple[str, Any]] = []
        self._focus: Any = None
        self._seen = 0
        """So many bytes of what was seen are told."""
        self._listener = Atspi.EventListener.new(self._on_event)
        for name in _EVENTS:
            self._listener.register(name)
        wanted = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb", "QT_IM_MODULE": "simple"}
        self._program = subprocess.Popen(program, env={**os.environ, **wanted}, stdout=subprocess.DEVNULL)

    def begin(self) -> None:
        """Wait for the window, and focus it."""
        self._wait_for(self._window)
        self._call("windowfocus", "--sync", self._window())
        self._rest(_LONG * self._quiet)
        self._tell("start")

    def press(self, key: str) -> None:
        """Press a key, or type a text, and tell what is heard of it."""
        if key.startswith("to:"):
            self._tab_to(key.removeprefix("to:"))
            return
        if key == "wait":
            self._rest(_LONG * self._quiet)
        elif key.startswith("alt+"):  # let go of after the menu is open: it closes if Alt goes up while it opens
            self._call("keydown", "alt", "key", key.removeprefix("alt+"))
            self._rest(self._quiet)
            self._call("keyup", "alt")
        elif key.startswith("type:"):
            self._call("type", "--delay", "5", "--", key.removeprefix("type:"))
        else:
            self._call("key", key)
        self._rest(self._quiet)
        self._focus_window()
        self._tell(key)

    def _tab_to(self, name: str) -> None:
        for _time in range(_MOST_TABS):
            self.press("Tab")
            focus = describe(self._focus)
            if name in (focus["name"], focus["label"], focus["description"]):
                return
        sys.exit(f"Tab does not lead to {name!r}")

    def end(self) -> None:
        """End what was started, and nothing else."""
        for process in (self._program, self._bus, self._server):
            process.terminate()
            process.wait(5)

    def _tell(self, key: str) -> None:
        focus = describe(self._focus) if self._focus is not None else None
        told = {"key": key, "heard": self._heard, "focus": focus, "seen": self._new_lines()}
        sys.stdout.write(f"{json.dumps(told, ensure_ascii=False)}\n")
        sys.stdout.flush()
        self._heard.clear()

    def _new_lines(self) -> list[Any]:
        told = Path(os.environ["SEEN"]).read_bytes()[self._seen :].rpartition(b"\n")[0]
        self._seen += len(told) + bool(told)
        return [json.loads(line) for line in told.splitlines()]

    def _on_event(self, event: Any) -> None:
        if event.type.startswith("object:announcement"):
            self._heard.append(("said", event.any_data))
        elif event.type.startswith("object:property-change"):
            if event.source.get_state_set().contains(Atspi.StateType.FOCUSED):
                self._heard.append(("described", describe(event.source)))
        elif event.type.endswith(_STATES):
            state, states = event.type.rpartition(":")[2], event.source.get_state_set()
            is_a_tick = state != "checked" or states.contains(Atspi.StateType.CHECKABLE)
            if is_a_tick and states.contains(Atspi.StateType.FOCUSED):
                self._heard.append(("state", state if event.detail1 else f"not {state}"))
        elif event.detail1:
            self._focus = event.source
            self._heard.append(("focus", describe(event.source)))

    def _focus_window(self) -> None:
        """Give the window its focus back after a dialog, as a window manager does."""
        if self._call("getwindowpid", self._call("getwindowfocus", "-f")):  # of any window but the root
            return
        self._call("windowfocus", "--sync", self._window())
        self._rest(self._quiet)

    def _window(self) -> str:
        return self._call("search", "--onlyvisible", "--name", "Botilbud Desktop").partition("\n")[0]

    def _call(self, *arguments: str) -> str:
        done = subprocess.run(["xdotool", *arguments], capture_output=True, text=True, timeout=_PATIENCE, check=False)
        return done.stdout.strip()

    def _wait_for(self, what: Callable[[], object]) -> None:
        end = time.monotonic() + _PATIENCE
        while not what() and time.monotonic() < end:
            self._rest(0.05, 0.3)

    def _rest(self, quiet: float, most: float = 10.0) -> None:
        """Wait until nothing was told for `quiet` seconds."""
        context = GLib.MainContext.default()
        last, count, end = time.monotonic(), len(self._heard), time.monotonic() + most
        while time.monotonic() < end:
            while context.iteration(False):
                pass
            if len(self._heard) != count:
                count, last = len(self._heard), time.monotonic()
            elif time.monotonic() - last > quiet:
                return
            time.sleep(0.005)


def describe(thing: Any) -> dict[str, Any]:
    """Returns what a screen reader reads of something that has the focus."""
    try:
        states = [state.value_nick for state in thing.get_state_set().get_states()]
        return {
            "role": thing.get_role_name(),
            "name": thing.get_name(),
            "description": thing.get_description(),
            "label": _label(thing),
            "states": sorted(states),
        }
    except GLib.Error:  # it is gone already
        return {"role": "gone", "name": "", "description": "", "label": "", "states": []}


def _label(thing: Any) -> str:
    """Returns the words of what labels it, and of the headings of a cell."""
    tied = [
        relation.get_target(index).get_name()
        for relation in thing.get_relation_set()
        if relation.get_relation_type() is Atspi.RelationType.LABELLED_BY
        for index in range(relation.get_n_targets())
    ]
    if thing.get_role() == Atspi.Role.TABLE_CELL:
        cell = thing.get_table_cell()
        tied += [heading.get_name() for heading in (*cell.get_column_header_cells(), *cell.get_row_header_cells())]
    if level := thing.get_attributes().get("level"):
        tied.append(f"level {level}")
    return ", ".join(tied)


def main() -> None:
    """Walk."""
    wanted = json.load(sys.stdin)
    walk = Walk(wanted["program"], wanted["launcher"], wanted["quiet"])
    try:
        walk.begin()
        for key in wanted["keys"]:
            walk.press(key)
    finally:
        walk.end()


if __name__ == "__main__":
    main()
