"""What of a recording is still valid after a change of the package."""

from pathlib import Path

from tests.mutants.kept_trace import ModuleLines, RecordedFile, RecordedTest, read, write
from tests.mutants.recorder import bits_of, pack, unpacked

BEFORE = {"a.py": ModuleLines(0, 5, "A"), "b.py": ModuleLines(5, 10, "B"), "c.py": ModuleLines(15, 4, "C")}
FILES = {
    "test_a.py": RecordedFile(stamp="1", tests=[RecordedTest(test="a", seconds=1, passed=True, lines="")]),
    "test_b.py": RecordedFile(stamp="2", tests=[RecordedTest(test="b", seconds=2, passed=True, lines="")]),
    "test_none.py": RecordedFile(stamp="3", tests=[]),
}


def kept(folder: Path) -> Path:
    """Writes a recording of two files: one runs lines of a and c, the other of b."""
    FILES["test_a.py"]["tests"][0]["lines"] = pack(bits_of({1, 4, 17}))
    FILES["test_b.py"]["tests"][0]["lines"] = pack(bits_of({4, 6}))
    write(folder / "trace.json", BEFORE, FILES)
    return folder / "trace.json"


def test_all_of_it_holds_while_nothing_changed(tmp_path: Path) -> None:
    assert read(kept(tmp_path), BEFORE) == FILES


def test_a_file_holds_that_ran_nothing_of_what_changed_and_its_lines_are_counted_anew(tmp_path: Path) -> None:
    now = {"a.py": BEFORE["a.py"], "b.py": ModuleLines(5, 12, "B2"), "c.py": ModuleLines(17, 4, "C")}
    found = read(kept(tmp_path), now)
    assert set(found) == {"test_a.py", "test_none.py"}
    (test,) = found["test_a.py"]["tests"]
    assert unpacked(test["lines"]) == bits_of({1, 4, 19})
    assert (test["seconds"], test["passed"]) == (1, True)


def test_a_module_that_is_gone_counts_as_changed_and_a_new_one_does_not(tmp_path: Path) -> None:
    now = {"a.py": BEFORE["a.py"], "aa.py": ModuleLines(5, 3, "N"), "c.py": ModuleLines(8, 4, "C")}
    found = read(kept(tmp_path), now)
    assert set(found) == {"test_a.py", "test_none.py"}
    assert unpacked(found["test_a.py"]["tests"][0]["lines"]) == bits_of({1, 4, 10})


def test_without_a_recording_nothing_is_known(tmp_path: Path) -> None:
    assert read(tmp_path / "trace.json", BEFORE) == {}
