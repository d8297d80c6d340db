"""User actions in the program's window."""

import json
from pathlib import Path

from windows_rig.calls import Running
from windows_rig.screen import Screen
from windows_rig.wine import Wine, windows_path


def open_draft(wine: Wine, shown: Screen, program: Path, draft: Path) -> Running:
    """Starts the program with a draft and waits until its window has the keyboard focus."""
    running = wine.start(program, windows_path(draft))
    wait_for(shown, draft)
    return running


def double_click(wine: Wine, shown: Screen, draft: Path) -> Running:
    """Opens a draft through its file association, as Explorer does, from the draft's own folder."""
    running = wine.start("start", windows_path(draft), cwd=draft.parent)
    wait_for(shown, draft)
    return running


def wait_for(shown: Screen, draft: Path) -> str:
    """Waits until the window with that draft is shown and painted, and focuses it. Returns its id."""
    window = shown.wait_for_window(draft.name)
    shown.focus(window)
    shown.wait_until_still()
    return window


def close(shown: Screen, running: Running, draft: Path) -> None:
    """Closes the window with Alt+F4 and waits until the program has ended."""
    shown.press("alt+F4")
    shown.wait_until_gone(draft.name)
    running.wait(20)


def make_ready(draft: Path) -> None:
    """Adds what the draft lacks for an approval."""
    values = json.loads(draft.read_text(encoding="utf-8"))
    for project in values["projects"]:
        project["description"] = project["description"][:900]
    values["description"] = "Samlet beskrivelse af begge projekter."
    values["contacts"] = {"names": "Aase Ærø", "phones": "12345678", "emails": ["aase@example.dk"]}
    draft.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
