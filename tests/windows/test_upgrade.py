"""Upgrades between releases while a draft is open; downgrades are refused."""

import json
from pathlib import Path

import pytest

from tests.windows.hands import open_draft
from windows_build.product import SCOPES, Scope
from windows_rig.installer import DONE_AFTER_A_RESTART, REFUSED, install, place_of, try_install, uninstall
from windows_rig.release import Release
from windows_rig.screen import Screen
from windows_rig.wine import Wine, windows_path

WORDS = "Skrevet i den forrige udgave: blåbærgrød"


@pytest.mark.parametrize("scope", SCOPES)
def test_the_release_before_is_upgraded_while_a_draft_is_open_and_nothing_written_is_lost(
    scope: Scope, wine: Wine, shown: Screen, earlier: Release, release: Release, draft: Path
) -> None:
    install(wine, earlier.msi(scope))
    place = place_of(wine, scope)
    assert earlier.version in wine.must(place.console_program, "--version")
    running = open_draft(wine, shown, place.window_program, draft)
    shown.press("End")
    shown.type(WORDS)
    done = try_install(wine, release.msi(scope))
    shown.picture(f"upgrade-{scope}-while-open")
    assert done.code in (0, DONE_AFTER_A_RESTART), done.out
    wine.end_session()
    running.wait(20)
    assert WORDS in draft.read_text(encoding="utf-8")
    wine.restart()
    assert release.version in wine.must(place.console_program, "--version")
    said = wine.must(place.console_program, "self-test", seconds=120)
    assert "Alt virker." in said
    checked = wine.run(place.console_program, "check", windows_path(draft), "--json", extra={"NO_COLOR": "1"})
    assert json.loads(checked.out)[0]["status"] == "draft"
    uninstall(wine, release.msi(scope))
    assert not place.program.exists()
    assert draft.exists()


@pytest.mark.parametrize("scope", SCOPES)
def test_an_older_release_is_refused_and_the_newer_one_stays_as_it_is(
    scope: Scope, wine: Wine, earlier: Release, release: Release
) -> None:
    install(wine, release.msi(scope))
    place = place_of(wine, scope)
    before = {path: path.stat().st_mtime_ns for path in place.program.rglob("*") if path.is_file()}
    refused = try_install(wine, earlier.msi(scope))
    after = {path: path.stat().st_mtime_ns for path in place.program.rglob("*") if path.is_file()}
    version = wine.must(place.console_program, "--version")
    uninstall(wine, release.msi(scope))
    assert refused.code == REFUSED
    assert after == before
    assert release.version in version
