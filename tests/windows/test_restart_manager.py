"""An upgrade closes the program: asked as Windows' Restart Manager asks, with the spelling's process running."""

import json
from pathlib import Path

from botilbud_desktop.storage.instance.restart import restart_arguments
from tests.windows.hands import open_draft
from windows_build.product import read_product
from windows_rig import end_program
from windows_rig.installer import Place
from windows_rig.screen import Screen
from windows_rig.testing import InstalledPython
from windows_rig.wine import Wine, windows_path

WORDS = "Skrevet lige før opgraderingen: rødgrød"
PRESS_F7 = "import sys; from windows_runner.machine import Machine; Machine().press_f7(sys.argv[1])"
"""F7 asks about all words, and so starts the process."""


def test_the_spellings_process_is_gone_when_the_windows_have_answered_and_nothing_typed_is_lost(
    wine: Wine, shown: Screen, installed: Place, python: InstalledPython, draft: Path
) -> None:
    running = open_draft(wine, shown, installed.window_program, draft)
    shown.press("End")
    shown.type(WORDS)
    python.run("-c", PRESS_F7, read_product().window_program)
    said = python.run(windows_path(Path(end_program.__file__)), read_product().window_program, seconds=120)
    told = json.loads(said.splitlines()[-1])
    assert told["processes"] == 2
    assert set(told["answers"]) == {1}, "no window refuses"
    assert (told["left_when_asked"], told["left_at_the_end"]) == (1, 0)
    assert running.wait(20).code == 0
    assert WORDS in draft.read_text(encoding="utf-8")


def test_the_window_opens_by_what_windows_is_told_to_start_where_no_file_is_open(
    wine: Wine, shown: Screen, installed: Place
) -> None:
    running = wine.start(installed.window_program, restart_arguments(None))
    shown.focus(shown.wait_for_window(read_product().name))
    shown.wait_until_still()
    shown.press("alt+F4")
    shown.wait_until_gone(read_product().name)
    assert running.wait(20).code == 0
