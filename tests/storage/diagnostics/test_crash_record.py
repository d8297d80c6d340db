"""A crash of the process leaves a record of where it happened; the next start removes folder names from it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from botilbud_desktop.storage.diagnostics.crash_record import CRASH_FILE, LARGEST

_ROOT = Path(__file__).parents[3]
_START = """
import ctypes, os, sys
from pathlib import Path
from botilbud_desktop.storage.diagnostics.crash_record import enable_crash_record

def where_it_crashes(typed):
    ctypes.string_at(0)

record = enable_crash_record(Path(sys.argv[1]))
"""
_CRASH = _START + "where_it_crashes('Åse Ørsted, 99 31 31 31, aase@aalborg.dk')\n"
_END_WELL = _START + "record.close()\n"
_WITHOUT_STREAMS = _START.replace("record =", "sys.stdout = sys.stderr = None\nrecord =") + "where_it_crashes('')\n"
_SAY_WHETHER = _START + "sys.exit(0 if record is None else 3)\n"


def run(code: str, folder: Path, script: Path | None = None) -> int:
    """Run `code` in a separate process, from the file `script` if given, and return the exit code."""
    if script is not None:
        script.parent.mkdir(parents=True, exist_ok=True)
        script.write_text(code, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, *([str(script)] if script else ["-c", code]), str(folder)],
        env={**os.environ, "PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )
    return done.returncode


def test_a_crash_is_recorded_with_its_functions_and_no_values(tmp_path: Path) -> None:
    assert run(_CRASH, tmp_path / "state") != 0
    record_text = (tmp_path / "state" / CRASH_FILE).read_text(encoding="utf-8")
    assert "where_it_crashes" in record_text
    assert [mark for mark in ("Ørsted", "99 31", "aase@") if mark in record_text] == []


def test_a_crash_is_recorded_where_there_is_nowhere_to_print(tmp_path: Path) -> None:
    assert run(_WITHOUT_STREAMS, tmp_path) != 0
    assert "where_it_crashes" in (tmp_path / CRASH_FILE).read_text(encoding="utf-8")


def test_the_next_start_takes_the_folders_out_of_the_record(tmp_path: Path) -> None:
    script = tmp_path / "Åse Ørsted" / "aase" / "botilbud_desktop_start.py"
    assert run(_CRASH, tmp_path, script) != 0
    record = tmp_path / CRASH_FILE
    assert b"aase" in record.read_bytes()
    assert run(_END_WELL, tmp_path) == 0
    record_text = record.read_text(encoding="utf-8")
    assert 'File "botilbud_desktop_start.py", line' in record_text
    assert "where_it_crashes" in record_text
    assert [mark for mark in ("aase", "Ørsted", "\\xc5", str(tmp_path)) if mark in record_text] == []


@pytest.mark.parametrize(
    ("written", "left"),
    [
        (r'File "C:\Users\aase\Programmer\botilbud_desktop\ui\app.py"', 'File "botilbud_desktop/ui/app.py"'),
        ('File "/home/aase/lib/site-packages/PySide6/a.py"', 'File "site-packages/PySide6/a.py"'),
        ('File "/botilbud_desktop/aase/botilbud_desktop/a.py"', 'File "botilbud_desktop/a.py"'),
        ('File "/home/aase/lib/python3.13/threading.py"', 'File "threading.py"'),
        ('Binary file "/home/aase/bin/python", at main', 'Binary file "python", at main'),
        ('File "<string>", line 3', 'File "<string>", line 3'),
        ('File "/home/aase/cut', 'File "cut"'),
    ],
)
def test_of_a_path_only_what_is_the_programs_own_is_left(tmp_path: Path, written: str, left: str) -> None:
    (tmp_path / CRASH_FILE).write_text(written + "\n", encoding="utf-8")
    run(_END_WELL, tmp_path)
    assert (tmp_path / CRASH_FILE).read_text(encoding="utf-8") == left + "\n"


def test_a_program_that_ends_well_leaves_no_file(tmp_path: Path) -> None:
    assert run(_END_WELL, tmp_path / "state") == 0
    assert list((tmp_path / "state").iterdir()) == []


def test_records_are_kept_but_do_not_grow_for_ever(tmp_path: Path) -> None:
    record = tmp_path / CRASH_FILE
    record.write_bytes(b"x" * 3 * LARGEST + b"newest")
    run(_END_WELL, tmp_path)
    assert len(record.read_bytes()) == LARGEST
    assert record.read_bytes().endswith(b"newest")
    record.write_bytes(b"x" * 100 * LARGEST)
    run(_END_WELL, tmp_path)
    assert not record.exists()


def test_a_folder_that_cannot_be_written_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "state").write_bytes(b"")
    assert run(_SAY_WHETHER, tmp_path / "state") == 0
    (tmp_path / "other" / CRASH_FILE).mkdir(parents=True)
    assert run(_SAY_WHETHER, tmp_path / "other") == 0
