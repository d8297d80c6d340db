"""A complete run with a tiny package."""

from pathlib import Path

import pytest

from tests.mutants.equivalents import LIST, Equivalent, equivalents
from tests.mutants.kept_trace import ModuleLines
from tests.mutants.mutant import Mutant
from tests.mutants.project import Project
from tests.mutants.run import Options, run
from tests.mutants.selection import Selection, nearest_first
from tests.mutants.sites import sites
from tests.mutants.source import Source
from tests.mutants.trace import Trace, TracedTest

CODE = '''
LIMIT = 3

def is_long(text):
    """Whether it is over the limit."""
    return len(text) > LIMIT

def greeting(name):
    return "Hej " + name

def nobody_calls_this():
    return greeting("du")
'''
TESTS = """
import subprocess
import sys
from pathlib import Path
import pytest
from house.hall.door import greeting, is_long

def test_a_long_text_is_long():
    assert is_long("abcde")

def test_a_short_text_is_not():
    assert not is_long("abc")

def test_a_process_greets():
    code = "from house.hall.door import greeting; assert greeting('du') == 'Hej du'"
    assert subprocess.run([sys.executable, "-P", "-c", code], check=False).returncode == 0

def test_that_fails_by_itself():
    assert is_long("a")
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A package of one module, with tests that miss something."""
    hall = tmp_path / "house" / "hall"
    hall.mkdir(parents=True)
    (hall / "door.py").write_text(CODE, encoding="utf-8")
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_door.py").write_text(TESTS, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("[tool.pytest.ini_options]\npythonpath = ['.']\n", encoding="utf-8")
    return Project(tmp_path, "house")


def test_it_finds_what_no_test_notices_and_leaves_the_package_as_it_was(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    known = [Equivalent("nobody_calls_this", 'return greeting("du")', "return None", "for this test")]
    told = run(project, Options(["hall"], 100, 1, 1, 10, anew=False), known)
    assert told.count("(text), run by no test") == 1
    assert '+    return greeting("XXdu")' in told
    assert "-    return" not in told.replace('-    return greeting("du")', "")
    assert "control: of 1 runs without a change 0 failed" in told
    assert (project.root / "house" / "hall" / "door.py").read_text(encoding="utf-8") == CODE


def test_a_change_that_no_fixture_file_can_be_imported_with_is_caught(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    code = "WORD = 'Hej'\n\ndef word():\n    return WORD\n"
    (project.root / "house" / "hall" / "door.py").write_text(code, encoding="utf-8")
    fixtures = "from house.hall.door import word\n\nif word() != 'Hej':\n    raise ImportError\n"
    (project.root / "tests" / "conftest.py").write_text(fixtures, encoding="utf-8")
    test = "from house.hall.door import word\n\ndef test_it_is_short():\n    assert len(word()) < 9\n"
    (project.root / "tests" / "test_door.py").write_text(test, encoding="utf-8")
    told = run(project, Options(["hall"], 100, 1, 1, 10, anew=False), ())
    assert "100 %" in told


def test_a_test_that_then_fails_without_the_change_too_has_noticed_nothing(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    code = "def words():\n    return ['Hej', 'Dav']\n"
    (project.root / "house" / "hall" / "door.py").write_text(code, encoding="utf-8")
    test = (
        "from house.hall.door import words\n\n"
        "def test_on_a_busy_machine():\n    assert words() and 'traced' in __file__\n\n"
        "def test_they_are_two():\n    assert len(words()) == 2\n"
    )
    (project.root / "tests" / "test_door.py").write_text(test, encoding="utf-8")
    told = run(project, Options(["hall"], 100, 1, 1, 10, anew=False), ())
    assert "XXHej" in told
    assert "return None" not in told


def test_every_equivalent_still_stands_in_the_package_and_has_a_reason() -> None:
    package = Path(__file__).parents[2] / "botilbud_desktop"
    lines = {line.strip() for path in package.rglob("*.py") for line in path.read_text(encoding="utf-8").split("\n")}
    gone = [entry for entry in equivalents(LIST) if not lines.issuperset(entry.old.strip().split("\n"))]
    assert gone == []
    assert [entry for entry in equivalents(LIST) if len(entry.reason.split()) < 4] == []


def test_quick_tests_of_the_modules_own_folder_come_first_and_slow_ones_last() -> None:
    names = (
        "ui/test_a.py::quick",
        "hall/test_b.py::slow",
        "hall/test_b.py::quick",
        "hall/test_c.py::quick",
        "hall/test_the_door.py::quick",
    )
    tests = [TracedTest(f"tests/{name}", 9.0 if name.endswith("slow") else 0.1, 1) for name in names]
    assert [test.name for test in nearest_first(tests, "house/hall/door.py")] == [
        "tests/hall/test_the_door.py::quick",
        "tests/hall/test_b.py::quick",
        "tests/hall/test_c.py::quick",
        "tests/hall/test_b.py::slow",
        "tests/ui/test_a.py::quick",
    ]


def test_where_no_test_runs_the_line_those_of_its_room_that_run_most_come_first(project: Project) -> None:
    door = "house/hall/door.py"
    source = Source(door, CODE)
    site = next(site for site in sites(source) if "Hej" in source.text[site.start : site.end])
    small, wide = (
        TracedTest("tests/hall/test_a.py::small", 0.1, 0b1),
        TracedTest("tests/hall/test_b.py::wide", 2, 0b111),
    )
    far = TracedTest("tests/attic/test_c.py::far", 0.1, 0b1111)
    trace = Trace({door: ModuleLines(0, 20, "")}, [far, small, wide])
    chosen = Selection(project, trace, {door: source}).tests(Mutant(source, site, site.variants[0]), 60)
    assert (chosen.running, chosen.others) == ([], [wide, small, far])
