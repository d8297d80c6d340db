"""The start of the program: window or command, and one sentence for each error in a command line."""

import gc
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import NoReturn

import pytest

from botilbud_desktop import __main__, __version__
from botilbud_desktop.cli.commands import COMMANDS, Command
from tests.cli.conftest import Run


class Window(list[tuple[Path | None, bool]]):
    """Replaces the window and records the files it was asked to show."""

    garbage_is_collected: bool | None = None
    """Whether garbage collection was enabled when the window was requested."""


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Window]:
    """Prevents a real window; the test may change the current folder."""
    shown = Window()

    def run_window(file: Path | None, *, quit_when_ready: bool = False, debug: bool = False) -> int:
        assert not debug
        shown.append((file, quit_when_ready))
        shown.garbage_is_collected = gc.isenabled()
        return 0

    app = ModuleType("botilbud_desktop.ui.app")
    vars(app)["run_window"] = run_window
    monkeypatch.setitem(sys.modules, app.__name__, app)
    monkeypatch.chdir(tmp_path)
    yield shown
    gc.enable()


def test_no_arguments_open_the_window(run: Run, window: Window) -> None:
    assert run().code == 0
    assert window == [(None, False)]


def test_a_file_opens_in_the_window_by_its_absolute_path(run: Run, window: Window, tmp_path: Path) -> None:
    assert run("æøå.botilbud").code == 0
    assert window == [(tmp_path / "æøå.botilbud", False)]


def test_the_window_leaves_the_folder_that_it_was_started_in(run: Run, window: Window, tmp_path: Path) -> None:
    run()
    assert Path.cwd() == Path(sys.prefix)


@pytest.mark.parametrize("words", [("--quit-when-ready", "x.botilbud"), ("x.botilbud", "--quit-when-ready")])
def test_quit_when_ready_may_stand_on_either_side(
    run: Run, window: Window, tmp_path: Path, words: tuple[str, ...]
) -> None:
    run(*words)
    assert window == [(tmp_path / "x.botilbud", True)]


@pytest.mark.parametrize("words", [("./check",), ("--", "check")])
def test_a_file_named_like_a_command_can_be_opened(
    run: Run, window: Window, tmp_path: Path, words: tuple[str, ...]
) -> None:
    run(*words)
    assert window == [(tmp_path / "check", False)]


def test_an_absolute_path_is_a_file(run: Run, window: Window, tmp_path: Path) -> None:
    run(tmp_path / "approve")
    assert window == [(tmp_path / "approve", False)]


def test_a_file_without_extension_that_lies_there_opens(run: Run, window: Window, tmp_path: Path) -> None:
    (tmp_path / "kladde").touch()
    run("kladde")
    assert window == [(tmp_path / "kladde", False)]


def test_an_unknown_word_is_refused(run: Run, window: Window) -> None:
    ran = run("chek", "x.botilbud")
    assert ran.code == 2
    assert ran.sentence == (
        "Programmet kender ikke kommandoen »chek«, og her er ingen fil af det navn: "
        "Se kommandoerne med »botilbud-desktop --help«."
    )
    assert window == []


@pytest.mark.parametrize(
    "words", [("--fuld-skærm",), ("-x",), ("x.botilbud", "--json"), ("",), ("chek\nchek",), ("--debug=ja",)]
)
def test_what_is_not_understood_is_refused_in_one_sentence(run: Run, window: Window, words: tuple[str, ...]) -> None:
    ran = run(*words)
    assert ran.code == 2
    assert ran.sentence.endswith("Se kommandoerne med »botilbud-desktop --help«.")
    assert window == []


def test_the_window_opens_one_file_at_a_time(run: Run, window: Window) -> None:
    ran = run("a.botilbud", "b.botilbud")
    assert (ran.code, ran.sentence) == (2, "Vinduet åbner én fil ad gangen, men der er angivet flere.")


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version") == (0, f"Botilbud Desktop {__version__}\n", "")


@pytest.mark.parametrize("words", [("--help",), ("-h",), ("check", "--help"), ("approve", "x", "-h")])
def test_the_help_is_danish_and_names_every_command(run: Run, words: tuple[str, ...]) -> None:
    ran = run(*words)
    assert (ran.code, ran.err) == (0, "")
    assert "Kommandoer" in ran.out
    assert all(f"\n  {command}" in ran.out for command in COMMANDS)
    assert max(map(len, ran.out.splitlines())) <= 120


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_word_has_its_command(command: str) -> None:
    assert callable(COMMANDS[command].load())


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("check",), "Kommandoen mangler en fil"),
        (("check", ""), "Et filnavn er tomt"),
        (("check", "x", "--jsno"), "Kommandoen kender ikke »--jsno«"),
        (("check", "x", "--json=ja"), "Kommandoen kender ikke »--json=ja«"),
        (("check", "x", "--today"), "Der mangler noget efter --today"),
        (("check", "x", "--today", "--json"), "Der mangler noget efter --today"),
        (("check", "x", "--today=2024-05-03", "--today=2024-05-04"), "--today er angivet to gange"),
        (("approve", "x"), "Kommandoen mangler --by"),
        (("approve", "x", "y", "--by", "Åse"), "Kommandoen kan ikke bruge »y«"),
        (("print", "x", "-o", "y"), "Kommandoen mangler --document"),
        (("print", "x", "--document", "view"), "Kommandoen mangler -o"),
        (("export", "x", "-o", "y"), "Kommandoen mangler --to"),
        (("new",), "Kommandoen mangler -o"),
        (("new", "x"), "Kommandoen kan ikke bruge »x«"),
        (("self-test", "x"), "Kommandoen kan ikke bruge »x«"),
        (("check", "x", "--to"), "Kommandoen kender ikke »--to«"),
        (("check", "x", "--quit-when-ready"), "Kommandoen kender ikke »--quit-when-ready«"),
        (("approve", "x", "--by="), "Der mangler noget efter --by"),
        (("new", "-o"), "Der mangler noget efter -o"),
    ],
)
def test_a_command_written_wrongly_says_how_to_write_it(run: Run, words: tuple[str, ...], problem: str) -> None:
    ran = run(*words)
    assert ran.code == 2
    assert ran.sentence.startswith(f"{problem}: Skriv »botilbud-desktop {words[0]}")


def test_files_may_stand_between_the_options(run: Run, aalborg: Path, thisted: Path) -> None:
    ran = run("check", aalborg, "--today", "2024-05-03", thisted, "--json", "--", aalborg)
    assert [each["file"] for each in json.loads(ran.out)] == [str(aalborg), str(thisted), str(aalborg)]


def test_behind_two_hyphens_all_are_files(run: Run, aalborg: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(aalborg.parent)
    aalborg.rename("--json")
    ran = run("check", "--", "--json")
    assert ran.code == 1
    assert ran.out.startswith("--json\n======\n")


def divided_by_nothing() -> NoReturn:
    raise ZeroDivisionError


def test_an_error_in_the_program_is_one_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(COMMANDS, "check", Command("", "", divided_by_nothing))
    ran = run("check", "x")
    assert (ran.code, ran.sentence) == (
        70,
        "Der skete en fejl i programmet. Kør det igen med --debug for at få en teknisk rapport til it-afdelingen.",
    )


def test_the_technical_report_comes_with_debug_alone(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(COMMANDS, "check", Command("", "", divided_by_nothing))
    ran = run("check", "x", "--debug")
    assert ran.code == 70
    assert "ZeroDivisionError" in ran.err


def test_an_error_while_the_window_starts_is_one_sentence_too(
    run: Run, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["botilbud_desktop.ui.app"], "run_window", None)
    assert run().code == 70


def test_ctrl_c_is_quiet(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setitem(COMMANDS, "check", Command("", "", interrupted))
    assert run("check", "x") == (130, "", "")


def test_a_folder_that_is_gone_is_told_in_one_sentence(
    run: Run, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(path: Path) -> Path:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "absolute", gone)
    assert run("check", "x.botilbud").sentence == "Mappen, som kommandoen er startet i, findes ikke længere."
    assert run("x.botilbud").sentence == "Mappen, som programmet er startet i, findes ikke længere."


def test_variables_that_would_load_foreign_code_are_dropped(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    foreign = ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QML2_IMPORT_PATH", "QML_IMPORT_PATH", "RL_invariant")
    for name in foreign:
        monkeypatch.setenv(name, "/fremmed")
    monkeypatch.setenv("PYDANTIC_DISABLE_PLUGINS", "")
    run("--version")
    assert not set(foreign) & set(os.environ)


def test_no_package_is_searched_for_plugins_of_pydantic(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYDANTIC_DISABLE_PLUGINS", "")
    run("--version")
    assert os.environ["PYDANTIC_DISABLE_PLUGINS"] == "__all__"


def test_no_garbage_is_collected_before_the_window_stands(run: Run, window: Window) -> None:
    gc.enable()
    run()
    assert window.garbage_is_collected is False


def test_a_program_without_streams_gets_a_place_to_write_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(__main__, "_show", lambda sentence: None)
    assert __main__.main(["--version"]) == 0
    assert __main__.main(["--ukendt"]) == 2
    for stream in (sys.stdout, sys.stderr):
        assert stream is not None
        stream.close()


def test_whom_a_double_click_brought_here_is_told_in_a_window(
    run: Run, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(__main__, "_show", shown.append)
    monkeypatch.setattr(sys, "platform", "win32")
    assert run("--nonsense").code == 2
    assert shown == []  # the message went to the console
    monkeypatch.setattr(sys, "stderr", None)
    assert __main__.main(["--nonsense"]) == 2
    assert [sentence.startswith("Programmet kender ikke »--nonsense«") for sentence in shown] == [True]
    sys.stderr.close()
