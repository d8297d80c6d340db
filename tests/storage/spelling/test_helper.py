"""The process that knows the spelling: asked, failing, hanging, and with lists that are broken, huge or locked."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import pytest

from botilbud_desktop.storage.spelling.helper import Helper, SpellingFailedError
from botilbud_desktop.storage.spelling.list_paths import ListPaths
from botilbud_desktop.storage.spelling.word_list import LARGEST_LIST

WAITS = "import sys; sys.stdin.read()"
ENDS = "pass"
TALKS_NONSENSE = "print('<html>'); import sys; sys.stdin.read()"
GREETS = 'print(\'{"own": [], "problems": []}\', flush=True)'


@pytest.fixture
def paths(tmp_path: Path) -> ListPaths:
    return ListPaths(tmp_path / "min" / "ordliste.txt", tmp_path / "kommunens" / "ordliste.txt")


@pytest.fixture
def helper(paths: ListPaths) -> Iterator[Helper]:
    """A helper that is not started yet."""
    helper = Helper(paths)
    yield helper
    helper.close()


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)


def test_it_tells_which_words_are_unknown_and_what_is_meant(helper: Helper) -> None:
    helper.start()
    assert helper.wrong_of(["botilbud", "aflastnigsplads", "Aalborgs", "låneadgang", "KKR"]) == {"aflastnigsplads"}
    assert helper.suggestions("aflastnigsplads")[0] == "aflastningsplads"
    assert helper.problems == ()


def test_names_are_known_until_others_are(helper: Helper) -> None:
    helper.start()
    assert helper.wrong_of(["Knudsgaard"])
    helper.know(["Knudsgaard"])
    assert not helper.wrong_of(["Knudsgaard", "Knudsgaards"])
    helper.know([])
    assert helper.wrong_of(["Knudsgaard"])


def test_words_are_put_into_the_users_list_beside_what_somebody_else_wrote_there(
    helper: Helper, paths: ListPaths
) -> None:
    write(paths.own, "tilkøbsydelsen\n".encode())
    helper.start()
    assert set(helper.own) == {"tilkøbsydelsen"}
    write(paths.own, "tilkøbsydelsen\nstøttecentret\n".encode())
    assert helper.add("botræning") == ""
    assert helper.own == ("tilkøbsydelsen", "støttecentret", "botræning")
    assert helper.wrong_of(["botræning", "støttecentret"]) == set()
    assert helper.remove("botræning") == ""
    assert helper.wrong_of(["botræning"]) == {"botræning"}
    assert paths.own.read_text(encoding="utf-8") == "tilkøbsydelsen\nstøttecentret\n"


def test_the_municipalitys_list_is_read_and_never_written(helper: Helper, paths: ListPaths) -> None:
    write(paths.placed, "# fra it\r\nbotræning\r\n".encode("utf-8-sig"))
    before = paths.placed.read_bytes()
    helper.start()
    assert helper.wrong_of(["Botræning", "botrænings"]) == set()
    helper.add("nyord")
    assert paths.placed.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"\xff\xfeb\x00o\x00", b"x" * (LARGEST_LIST + 1), b"\x80abc"], ids=["UTF-16", "huge", "no text"]
)
@pytest.mark.parametrize("name", ["own", "placed"])
def test_a_list_that_cannot_be_read_is_told_and_the_rest_works(
    helper: Helper, paths: ListPaths, name: str, content: bytes
) -> None:
    path: Path = getattr(paths, name)
    write(path, content)
    helper.start()
    assert len(helper.problems) == 1
    assert "ordliste.txt" in helper.problems[0]
    whose = {"own": "din egen ordliste", "placed": "kommunens ordliste"}[name]
    assert helper.problems[0].startswith(f"Stavekontrollen bruger ikke {whose}. ")
    assert helper.wrong_of(["botilbud", "botræning"]) == {"botræning"}
    if name == "own":
        assert helper.add("botræning").startswith("Din egen ordliste er ikke ændret. ")
    assert path.read_bytes() == content


def test_hostile_lines_of_a_list_are_passed_over(helper: Helper, paths: ListPaths) -> None:
    lines = [
        "../../etc/passwd",
        "=cmd|' /C calc'!A0",
        "<script>",
        "a" * 5000,
        "\x00\x01",
        "a/b",
        "бот",
        "botræning",
        "-",
    ]
    write(paths.placed, "\n".join(lines).encode())
    helper.start()
    assert helper.problems == ()
    assert helper.wrong_of(["botræning", "aflastnigsplads"]) == {"aflastnigsplads"}


def test_a_folder_instead_of_a_list_is_told(helper: Helper, paths: ListPaths) -> None:
    paths.own.mkdir(parents=True)
    helper.start()
    assert len(helper.problems) == 1
    assert helper.wrong_of(["botilbud"]) == set()


def test_a_list_below_a_file_cannot_be_written_and_this_is_told(helper: Helper, paths: ListPaths) -> None:
    paths.own.parent.write_bytes(b"")
    helper.start()
    assert helper.add("botræning") != ""
    assert helper.wrong_of(["botræning"]) == {"botræning"}


@pytest.mark.parametrize("word", ["\ud800", "a\nb", '"}', "\x00", "x" * 100_000, "", "-", "æ" * 60, "'" * 60, "😀"])
def test_odd_words_do_not_stop_it(helper: Helper, word: str) -> None:
    helper.start()
    helper.wrong_of([word])
    helper.suggestions(word[:60])
    assert helper.wrong_of(["botilbud", "botræning"]) == {"botræning"}


@pytest.mark.parametrize("code", [ENDS, TALKS_NONSENSE, f"{GREETS}; exit()", "import os; os.abort()"])
def test_a_process_that_fails_is_an_error_and_nothing_hangs(paths: ListPaths, code: str) -> None:
    helper = Helper(paths, (sys.executable, "-c", code))
    with pytest.raises(SpellingFailedError):  # noqa: PT012 - whichever call comes first
        helper.start()
        helper.wrong_of(["ord"])
    helper.close()


def test_a_command_that_does_not_exist_is_an_error(paths: ListPaths) -> None:
    helper = Helper(paths, (str(paths.own.parent / "findes-ikke"),))
    with pytest.raises(SpellingFailedError):
        helper.start()
    helper.close()


def test_without_a_dictionary_it_does_not_start(paths: ListPaths, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; "
        "from botilbud_desktop.storage.spelling.list_paths import ListPaths; "
        "from botilbud_desktop.storage.spelling.serving import serve; "
        f"serve(Path({str(tmp_path)!r}), ListPaths(Path('a'), Path('b')), sys.stdin.buffer, sys.stdout.buffer)"
    )
    helper = Helper(paths, (sys.executable, "-P", "-c", code))
    with pytest.raises(SpellingFailedError):
        helper.start()
    helper.close()


def test_one_that_hangs_is_stopped_from_another_thread(paths: ListPaths) -> None:
    helper = Helper(paths, (sys.executable, "-c", WAITS))
    timer = Timer(0.2, helper.stop)
    timer.start()
    with pytest.raises(SpellingFailedError):
        helper.start()
    timer.join()
    helper.close()


def test_a_process_that_is_ended_is_gone_and_the_next_call_fails(helper: Helper) -> None:
    helper.end()  # nothing is started yet
    helper.start()
    process = helper._process
    assert process is not None
    helper.end()
    assert process.poll() is not None
    with pytest.raises(SpellingFailedError):
        helper.wrong_of(["ord"])


def test_the_process_ends_when_nobody_can_ask_any_more(paths: ListPaths) -> None:
    command = (sys.executable, "-P", "-m", "botilbud_desktop", "spelling", str(paths.own), str(paths.placed))
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.count(b"\n") == 1


def test_it_loads_neither_qt_nor_pydantic(paths: ListPaths) -> None:
    code = (
        "import sys, io; from pathlib import Path; from botilbud_desktop.__main__ import main; "
        f"sys.stdin = io.TextIOWrapper(io.BytesIO()); code = main(['spelling', {str(paths.own)!r}, 'x']); "
        "assert not {'PySide6', 'pydantic', 'ssl', 'socket'} & set(sys.modules); sys.exit(code)"
    )
    done = subprocess.run((sys.executable, "-P", "-c", code), capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
