"""The trial of packages on Windows, run against a stand-in: what goes wrong there is told, and nothing else."""

import json
from pathlib import Path

import pytest
from windows_runner import installed_python, rules, trial
from windows_runner.__main__ import main
from windows_runner.leavings import packed, word_of
from windows_runner.machine import Ran
from windows_runner.packages import Packages
from windows_runner.record import Record
from windows_runner.rules import Broken, broken_rules

from tests.packaging_windows.stand_in import FOUND_BY_ICE, PRODUCT, VERSION, Windows, packages_in
from windows_build.python_line import PythonLine


@pytest.fixture(autouse=True)
def no_network_and_no_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "SECONDS_BEFORE_AN_UPGRADE", 0)
    monkeypatch.setattr(installed_python, "fetch", lambda *_words: None)
    monkeypatch.setattr(installed_python, "fetch_machine_code", lambda *_words: None)
    monkeypatch.setattr(installed_python, "line_of_folder", lambda _folder: PythonLine(3, 13))


def tried(windows: Windows, folder: Path) -> tuple[int, dict[str, str]]:
    """Runs the trial; returns the exit code, and the result of each step."""
    results = folder / "results"
    words = ["try", "packages", "--scope", "user", "--packages", str(packages_in(folder / "packages"))]
    code = main([*words, "--results", str(results)], windows)
    outcomes = json.loads((results / "summary.json").read_text(encoding="utf-8"))
    return code, {outcome["step"]: outcome["result"] for outcome in outcomes}


def test_all_steps_are_done_in_the_order_of_a_life(tmp_path: Path) -> None:
    windows = Windows(tmp_path)
    code, results = tried(windows, tmp_path)
    assert {step for step, result in results.items() if result != "ok"} == set()
    assert code == 0
    called = [command[1] for command in windows.commands if command[0] == "msiexec"]
    assert called == ["/i", "/i", "/i", "/fomus", "/x"]
    assert all({"/qn", "/norestart"} <= set(command) for command in windows.commands if command[0] == "msiexec")
    assert (tmp_path / "results" / "summary.md").read_text(encoding="utf-8").count("| ok |") == len(results)


@pytest.mark.parametrize(
    ("wrong", "step"),
    [
        ("start", "a draft is open"),
        ("spelling", "a draft is open"),
        ("restart manager", "Restart Manager knows"),
        ("not registered", "Restart Manager knows"),
        ("not reopened", "Windows has opened"),
        ("version", "the program is this version"),
        ("self-test", "the program tests itself"),
        ("association", "drafts belong"),
        ("downgrade", "an older version"),
        ("sentence", "an older version"),
        ("repair", "a repair"),
        ("tests", "the project's tests"),
        ("blind search", "what is installed is found"),
        ("search too slow", "what is installed is found"),
        ("folder left", "it is uninstalled"),
        ("registry left", "nothing is left"),
        ("portable", "the ZIP"),
    ],
)
def test_what_goes_wrong_is_told_at_its_step_and_the_rest_is_tried(wrong: str, step: str, tmp_path: Path) -> None:
    code, results = tried(Windows(tmp_path, wrong), tmp_path)
    assert code == 1
    failed = [name for name, result in results.items() if result == "FAILED"]
    assert failed[0].startswith(step)
    assert list(results)[-1].startswith("the ZIP")


@pytest.mark.parametrize(("wrong", "count"), [("install", 2), ("upgrade", 5)])
def test_without_an_installation_the_rest_is_not_tried(wrong: str, count: int, tmp_path: Path) -> None:
    code, results = tried(Windows(tmp_path, wrong), tmp_path)
    assert (code, len(results), list(results.values())[-1]) == (1, count, "FAILED")


def test_an_upgrade_that_wants_a_restart_is_no_fault_but_what_comes_with_the_restart_is_not_known(
    tmp_path: Path,
) -> None:
    code, results = tried(Windows(tmp_path, "restart"), tmp_path)
    unknown = [name for name, result in results.items() if result == "not tried"]
    assert unknown == ["Windows has opened the draft again", "it is uninstalled", "nothing is left"]
    assert set(results.values()) == {"ok", "not tried"}
    assert code == 0


def test_another_package_than_the_one_that_was_built_is_told(tmp_path: Path) -> None:
    packages_in(tmp_path / "packages")
    (tmp_path / "packages" / f"{PRODUCT.file_stem}-{VERSION}-user.msi").write_bytes(b"another")
    record = Record("one", tmp_path / "one")
    assert not record.step("hashes", Packages(tmp_path / "packages").check)
    assert "wanted" in record.outcomes[0].said


def test_a_folder_without_packages_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["rules", "--packages", str(tmp_path), "--results", str(tmp_path / "results")]
    assert main(words, Windows(tmp_path)) == 1
    assert "0 files of facts" in capsys.readouterr().err


def test_an_error_that_nobody_expects_ends_the_trial_and_what_came_before_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Windows, "press_f7", lambda _windows, _file: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        tried(Windows(tmp_path), tmp_path)
    assert "| the earlier version is installed | ok |" in (tmp_path / "results" / "summary.md").read_text(
        encoding="utf-8"
    )


def test_the_table_goes_to_the_runs_own_page_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "page.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    tried(Windows(tmp_path, "association"), tmp_path)
    assert "| drafts belong to the program | FAILED |" in page.read_text(encoding="utf-8")


def ruled(folder: Path, said: Ran, wrong: str = "") -> tuple[int, set[str]]:
    """Checks both packages by ICE; returns the exit code and the results."""
    windows = Windows(folder, wrong)
    windows.said_by_wix = said
    words = ["rules", "--packages", str(packages_in(folder / "packages")), "--results", str(folder / "results")]
    code = main(words, windows)
    outcomes = json.loads((folder / "results" / "summary.json").read_text(encoding="utf-8"))
    return code, {outcome["result"] for outcome in outcomes}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (Ran(0, ""), (0, {"not tried"})),
        (Ran(1, FOUND_BY_ICE), (0, {"ok"})),
        (Ran(0, FOUND_BY_ICE + "p.msi : warning WIX1076: ICE33: Reg key \r\n"), (0, {"ok"})),
        (Ran(1, "p.msi : error WIX0204: ICE33: Reg key \r\n"), (1, {"FAILED"})),
        (Ran(1, FOUND_BY_ICE + "p.msi : error WIX0204: ICE03: Invalid Language Id\r\n"), (1, {"FAILED"})),
        (Ran(1, "wix.exe : error WIX0217: The Windows Installer Service could not be accessed."), (0, {"not tried"})),
        (Ran(-1, "not done after 600 s"), (0, {"not tried"})),
    ],
)
def test_only_rules_that_are_broken_on_purpose_are_accepted(
    said: Ran, expected: tuple[int, set[str]], tmp_path: Path
) -> None:
    assert ruled(tmp_path, said) == expected


def test_without_wix_nothing_is_said_of_the_packages(tmp_path: Path) -> None:
    assert ruled(tmp_path, Ran(0, ""), "no wix") == (0, {"not tried"})


def test_each_message_of_a_rule_is_told_once() -> None:
    assert broken_rules(FOUND_BY_ICE * 2) == [
        Broken("error", "ICE40", "REINSTALLMODE is defined in the Property table.")
    ]
    assert rules.broken_rules("p.msi : error WIX0001: something else") == []


def test_all_names_of_the_program_are_found_by_one_word() -> None:
    names = (PRODUCT.name, PRODUCT.prog_id, PRODUCT.extension, PRODUCT.window_program, PRODUCT.console_program)
    assert [name for name in names if word_of(PRODUCT) not in name.lower()] == []


def test_a_code_is_looked_for_as_windows_installer_writes_it() -> None:
    assert packed("{90120000-0011-0000-0000-0000000FF1CE}") == "00002109110000000000000000F01FEC"
