"""The window as a caseworker uses it: opened by a double-click, text typed with real keys, closed and opened again."""

import json
import time
from pathlib import Path

from tests.windows.hands import close, double_click, make_ready, open_draft, wait_for
from windows_rig.installer import Place
from windows_rig.screen import Screen
from windows_rig.wine import Wine, windows_path

WORDS = "Rød grød med fløde på Ærø, Århus og Ø"


def test_a_double_clicked_draft_is_written_in_closed_and_there_when_it_is_opened_again(
    wine: Wine, shown: Screen, installed: Place, draft: Path
) -> None:
    running = double_click(wine, shown, draft)
    shown.press("End")
    shown.type(WORDS)
    time.sleep(0.5)
    shown.picture("window-written-in")
    close(shown, running, draft)
    assert WORDS in draft.read_text(encoding="utf-8")
    running = double_click(wine, shown, draft)
    shown.picture("window-opened-again")
    close(shown, running, draft)
    assert WORDS in draft.read_text(encoding="utf-8")
    assert not list(draft.parent.glob(".~*"))


def test_a_draft_is_approved_with_keys_and_the_receipt_is_kept(
    wine: Wine, shown: Screen, installed: Place, draft: Path
) -> None:
    make_ready(draft)
    running = open_draft(wine, shown, installed.window_program, draft)
    shown.press("ctrl+6")
    shown.wait_until_still()
    shown.type("Aase Ærø")
    shown.press("Return")
    shown.wait_for_window("Godkend ansøgningen")
    shown.press("shift+Tab")  # the draft has warnings, so that Enter alone would go back
    shown.press("space")
    shown.wait_until_gone("Godkend ansøgningen")
    shown.wait_until_still()
    shown.picture("window-approved")
    close(shown, running, draft)
    checked = wine.run(installed.console_program, "check", windows_path(draft), "--json")
    assert json.loads(checked.out)[0]["status"] == "approved"
    kept = list((wine.local_data / "Botilbud Desktop" / "kvitteringer").glob("*.pdf"))
    assert [path.read_bytes()[:5] for path in kept] == [b"%PDF-"]


def test_a_second_start_hands_its_draft_to_the_window_that_is_open(
    wine: Wine, shown: Screen, installed: Place, draft: Path
) -> None:
    other = draft.with_name("anden sag.botilbud")
    other.write_bytes(draft.read_bytes().replace(b"fd74e89d", b"fd74e89e"))
    running = open_draft(wine, shown, installed.window_program, draft)
    second = wine.start(installed.window_program, windows_path(other))
    assert second.wait(30).code == 0
    wait_for(shown, other)
    shown.picture("window-second-start")
    assert len(shown.windows("Botilbud Desktop")) == 1
    close(shown, running, other)
    other.unlink()


def test_the_open_draft_is_kept_from_a_script_and_free_again_once_the_window_is_closed(
    wine: Wine, shown: Screen, installed: Place, draft: Path
) -> None:
    make_ready(draft)
    command = (installed.console_program, "approve", windows_path(draft), "--by", "Aase")
    running = open_draft(wine, shown, installed.window_program, draft)
    refused = wine.run(*command)
    close(shown, running, draft)
    accepted = wine.run(*command)
    assert (refused.code, accepted.code) == (2, 0), refused.out + accepted.out
    assert "åben" in refused.out


def test_a_log_off_in_the_middle_of_a_word_ends_the_program_and_loses_nothing(
    wine: Wine, shown: Screen, installed: Place, draft: Path
) -> None:
    running = open_draft(wine, shown, installed.window_program, draft)
    shown.press("End")
    shown.type(WORDS)
    shown.wait_until_still()
    wine.end_session()
    running.wait(20)
    running = open_draft(wine, shown, installed.window_program, draft)
    shown.picture("window-after-log-off")
    close(shown, running, draft)
    assert WORDS in draft.read_text(encoding="utf-8")
