"""`dev.py run` without a display: the order of its steps, which are not really run."""

from pathlib import Path

import pytest

from tests.shots import without_display


def test_each_draft_is_checked_and_printed_and_the_pages_are_pictured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = []

    def run_module(name: str, *arguments: str, stdout: int | None = None) -> int:
        commands.append((name, *arguments))
        return 1 if "check" in arguments else 0  # 1: a criterion is not met, which is a result, not a failure

    monkeypatch.setattr(without_display, "run_module", run_module)
    assert without_display.run_without_display([Path("aalborg.botilbud")], tmp_path / "out") == 0
    assert commands[0] == ("botilbud_desktop", "check", "aalborg.botilbud")
    assert tuple(command[4] for command in commands[1:5]) == without_display.DOCUMENTS
    assert commands[5] == ("tests.shots", "--out", str(tmp_path / "out" / "pages"))


def test_a_step_that_fails_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run_module(name: str, *arguments: str, stdout: int | None = None) -> int:
        return 2 if "check" in arguments else 0

    monkeypatch.setattr(without_display, "run_module", run_module)
    assert without_display.run_without_display([Path("damaged.botilbud")], tmp_path / "out") == 1
    assert "FAILED: check damaged.botilbud" in capsys.readouterr().err


def test_no_draft_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(without_display, "run_module", lambda *_: 0)
    assert without_display.run_without_display([], tmp_path / "out") == 1
