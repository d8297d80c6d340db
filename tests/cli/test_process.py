"""The program in a separate process: exit codes, streams, encodings, and loaded modules."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from botilbud_desktop import __version__
from tests.cli.conftest import ROOT

HEAVY = (
    "reportlab",
    "asyncio",
    "http",
    "openpyxl",
    "docx",
    "PySide6.QtPdf",
    "PySide6.QtPdfWidgets",
)
LOADED = "import json, sys; print(json.dumps(sorted(sys.modules)))"


def environment(folder: Path, **changes: str) -> dict[str, str]:
    """Returns the environment of a process that can import the program and keeps the program's files in `folder`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LC_", "LANG", "QT_"))}
    homes = dict.fromkeys(("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), str(folder))
    return {**kept, **homes, "PYTHONPATH": str(ROOT), **changes}


def start(folder: Path, *words: str, code: str = "", **changes: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program, or `code` instead of it, in `folder`."""
    beginning = ["-c", code] if code else ["-m", "botilbud_desktop"]
    return subprocess.run(
        [sys.executable, *beginning, *words],
        cwd=folder,
        env=environment(folder, **changes),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )


def loaded_by(folder: Path, code: str) -> set[str]:
    """Returns the names of the modules that a process has loaded after running `code`."""
    ran = start(folder, code=f"{code}\n{LOADED}", QT_QPA_PLATFORM="offscreen")
    assert ran.returncode == 0, ran.stderr.decode()
    return set(json.loads(ran.stdout.splitlines()[-1]))


def is_among(name: str, modules: set[str]) -> bool:
    """Whether `name` or a module below it is loaded."""
    return any(module == name or module.startswith(f"{name}.") for module in modules)


def test_the_version_comes_from_a_process_too(tmp_path: Path) -> None:
    ran = start(tmp_path, "--version")
    assert (ran.returncode, ran.stdout.decode().strip()) == (0, f"Botilbud Desktop {__version__}")


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_danish_letters_come_out_as_utf_8_whatever_the_locale(tmp_path: Path, aalborg: Path, locale: str) -> None:
    ran = start(tmp_path, "check", aalborg.name, LC_ALL=locale, PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert ran.returncode == 1
    assert "Problemer, der skal løses, før kladden kan godkendes" in ran.stdout.decode("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="Windows file names are Unicode")
def test_a_file_name_that_is_no_text_is_printed_all_the_same(tmp_path: Path) -> None:
    ran = start(tmp_path, "check", "--json", "\udcff.botilbud")
    assert ran.returncode == 2
    assert json.loads(ran.stdout)[0]["file"] == "\udcff.botilbud"


def test_an_unreadable_file_gives_2_one_sentence_and_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "i stykker.botilbud").write_bytes(b"{")
    ran = start(tmp_path, "check", "i stykker.botilbud")
    assert (ran.returncode, ran.stdout) == (2, b"")
    (line,) = ran.stderr.decode("utf-8").splitlines()
    assert line.startswith("Filen »i stykker.botilbud« kan ikke åbnes: ")


def test_a_command_written_wrongly_gives_2_and_one_sentence(tmp_path: Path) -> None:
    ran = start(tmp_path, "print")
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert len(ran.stderr.decode("utf-8").splitlines()) == 1


@pytest.mark.skipif(os.name == "nt", reason="closing a pipe early differs on Windows")
@pytest.mark.parametrize("words", [("check", *["aalborg.botilbud"] * 40), ("--help",)])
def test_a_reader_that_goes_away_is_no_error_message(tmp_path: Path, aalborg: Path, words: tuple[str, ...]) -> None:
    read, write = os.pipe()
    os.close(read)
    with subprocess.Popen(
        [sys.executable, "-m", "botilbud_desktop", *words],
        cwd=tmp_path,
        env=environment(tmp_path),
        stdout=write,
        stderr=subprocess.PIPE,
    ) as process:
        os.close(write)
        _, err = process.communicate(timeout=120)
    assert (process.returncode, err) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    "words", [("check", *["aalborg.botilbud"] * 40), ("check", "aalborg.botilbud"), ("--version",)]
)
def test_an_answer_that_cannot_be_written_is_told_in_one_sentence(
    tmp_path: Path, aalborg: Path, words: tuple[str, ...]
) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "botilbud_desktop", *words],
            cwd=tmp_path,
            env=environment(tmp_path),
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=120,
            check=False,
        )
    assert ran.returncode == 2
    (line,) = ran.stderr.decode("utf-8").splitlines()
    assert line.startswith("Svaret kunne ikke skrives")


def test_no_command_but_the_self_test_loads_qt(tmp_path: Path, approvable: Path) -> None:
    modules = loaded_by(
        tmp_path,
        "from botilbud_desktop.__main__ import main\n"
        "assert main(['check', 'aalborg.botilbud']) == 0\n"
        "assert main(['check', '--json', 'aalborg.botilbud']) == 0\n"
        "assert main(['approve', 'aalborg.botilbud', '--by', 'Test']) == 0\n"
        "assert main(['print', 'aalborg.botilbud', '--document', 'receipt', '-o', 'ud.pdf']) == 0\n"
        "assert main(['export', 'aalborg.botilbud', '--to', 'txt', '-o', 'ud.txt']) == 0\n"
        "assert main(['new', '-o', 'ny.botilbud']) == 0\n"
        "assert main(['overview', '.']) == 0\n",
    )
    assert not is_among("PySide6", modules)
    assert not is_among("shiboken6", modules)


def test_checking_loads_nothing_heavy(tmp_path: Path, aalborg: Path) -> None:
    code = "from botilbud_desktop.__main__ import main\nassert main(['check', 'aalborg.botilbud']) == 1"
    modules = loaded_by(tmp_path, code)
    assert [name for name in HEAVY if is_among(name, modules)] == []


def test_starting_the_window_loads_nothing_heavy_that_qt_does_not_load_itself(tmp_path: Path, aalborg: Path) -> None:
    """PySide6 loads `argparse` itself, for its signatures, so importing it adds nothing to the window's start."""
    bare = loaded_by(tmp_path, "import PySide6.QtCore, PySide6.QtGui, PySide6.QtWidgets")
    ours = loaded_by(
        tmp_path,
        "from botilbud_desktop.__main__ import main\nassert main(['--quit-when-ready', 'aalborg.botilbud']) == 0",
    )
    assert "botilbud_desktop.ui.app" in ours
    assert [name for name in HEAVY if is_among(name, ours)] == []
    assert is_among("argparse", bare)
    assert not is_among("botilbud_desktop.cli", ours - {"botilbud_desktop.cli", "botilbud_desktop.cli.commands"})


def test_without_a_screen_the_window_says_so_in_a_sentence(tmp_path: Path) -> None:
    ran = start(tmp_path, DISPLAY="", WAYLAND_DISPLAY="")
    assert ran.returncode == 2
    assert ran.stderr.decode().startswith("Her er ingen skærm at vise vinduet på")
    assert ran.stderr.decode().count("\n") == 1


def test_an_unreadable_draft_ends_the_measured_start_with_2(tmp_path: Path) -> None:
    (tmp_path / "tom.botilbud").write_bytes(b"")
    ran = start(tmp_path, "--quit-when-ready", "tom.botilbud", QT_QPA_PLATFORM="offscreen")
    assert ran.returncode == 2
    assert "Filen »tom.botilbud« kan ikke åbnes: Den er tom." in ran.stderr.decode()
    assert ran.stdout == b""


def test_no_plugin_of_pydantic_is_loaded_into_the_program(tmp_path: Path, aalborg: Path) -> None:
    (tmp_path / "foreign.py").write_text("open('loaded', 'w').close()\nplugin = None\n", encoding="ascii")
    about = tmp_path / "foreign-1.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: foreign\nVersion: 1\n", encoding="ascii")
    (about / "entry_points.txt").write_text("[pydantic]\nforeign = foreign:plugin\n", encoding="ascii")
    found = environment(tmp_path, PYTHONPATH=os.pathsep.join((str(ROOT), str(tmp_path))))
    command = [sys.executable, "-m", "botilbud_desktop", "check", str(aalborg)]
    ran = subprocess.run(command, env=found, cwd=tmp_path, capture_output=True, timeout=120, check=False)
    assert ran.returncode == 1
    assert not (tmp_path / "loaded").exists()
