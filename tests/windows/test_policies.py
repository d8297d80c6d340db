"""Settings that IT decides in the registry: read by the installed program, and in effect in its window."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from botilbud_desktop.storage.paths import POLICY_KEY
from tests.windows.hands import close, open_draft
from windows_rig.installer import Place
from windows_rig.screen import Screen
from windows_rig.testing import InstalledPython
from windows_rig.wine import Wine

MACHINE, USER = rf"HKLM\{POLICY_KEY}", rf"HKCU\{POLICY_KEY}"
TELL = """
import json
from botilbud_desktop.storage.policy.here import decided_here
decided = decided_here()
print(json.dumps([dict(decided.values), dict(decided.refused), decided.is_unreadable]))
"""


@pytest.fixture(autouse=True)
def nothing_is_left_decided(wine: Wine) -> Iterator[None]:
    yield
    for key in (MACHINE, USER):
        wine.run("reg", "delete", key, "/f", seconds=30)


def decided(python: InstalledPython) -> object:
    return json.loads(python.run("-X", "utf8", "-c", TELL).splitlines()[-1])


def test_the_registry_decides_and_the_machine_goes_before_the_user(wine: Wine, python: InstalledPython) -> None:
    assert decided(python) == [{}, {}, False]
    wine.set_value(MACHINE, "Theme", "dark")
    wine.set_value(MACHINE, "DraftsFolder", r"%USERPROFILE%\Kladder æøå", "REG_EXPAND_SZ")
    wine.set_value(MACHINE, "KeepVersions", "0", "REG_DWORD")
    wine.set_value(MACHINE, "Department", "7", "REG_DWORD")
    wine.set_value(USER, "Theme", "light")
    wine.set_value(USER, "WordList", r"\\server\deling\ord.txt")
    wine.set_value(USER, "RoundsFolder", "runder")
    folder = "C:\\" + str((wine.user / "Kladder æøå").relative_to(wine.c)).replace("/", "\\")
    assert decided(python) == [
        {"drafts_folder": folder, "theme": "dark", "word_list": r"\\server\deling\ord.txt", "keeps_versions": False},
        {"department": "den er ikke en tekst", "rounds_folder": "det er ikke en hel sti"},
        False,
    ]


def test_it_is_in_effect_in_the_window_and_what_is_of_no_use_is_logged(
    wine: Wine, shown: Screen, installed: Place, draft: Path
) -> None:
    wine.set_value(MACHINE, "KeepVersions", "0", "REG_DWORD")
    wine.set_value(MACHINE, "Theme", "dark")
    wine.set_value(MACHINE, "Department", "Socialafdelingen")
    wine.set_value(USER, "ReceiptsFolder", "kvitteringer")
    wine.set_value(USER, "RoundsFolder", r"C:\runder fra it")
    assert r"C:\runder fra it" in wine.must(installed.console_program, "rounds")
    running = open_draft(wine, shown, installed.window_program, draft)
    shown.press("End")
    shown.type("nyt")
    time.sleep(2)
    shown.press("ctrl+comma")
    shown.wait_for_window("Indstillinger")
    shown.wait_until_still()
    shown.picture("settings-decided")
    shown.press("Escape")
    shown.wait_until_gone("Indstillinger")
    close(shown, running, draft)
    own = wine.local_data / "Botilbud Desktop"
    assert not list(own.rglob("*.sqlite")), "no version is kept"
    logged = [json.loads(line) for path in own.rglob("log.jsonl") for line in path.read_bytes().splitlines() if line]
    refused = [entry["event"]["detail"] for entry in logged if entry["event"]["kind"] == "not-decided"]
    assert refused == ["receipts-folder"]
