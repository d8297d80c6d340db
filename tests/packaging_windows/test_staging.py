"""The program's folder, assembled from packages made by the test."""

import io
import marshal
import os
import sys
import zipfile
from pathlib import Path

import pytest

from windows_build.archive import zip_bytes
from windows_build.bytecode import compile_all, interpreter_of
from windows_build.contents import Contents, Limits, Python, Wheel, Windows
from windows_build.errors import BuildError
from windows_build.python_line import PythonLine
from windows_build.staging import stage, write_stage

MOMENT = 1_700_000_000
HEADER = 16
HERE = PythonLine(*sys.version_info[:2])


def contents() -> Contents:
    pure = Wheel(name="pure", into="lib.zip", licence="MIT", keep=("pure/*.py",))
    kept, moved = ("mixed/*.py", "mixed/*.pyd"), {"mixed/run.dll": "run.dll"}
    mixed = Wheel(name="mixed", into="lib", licence="MIT", keep=kept, moved=moved)
    python = Python(archive="*", sha256="", files=("{python}.dll",))
    return Contents(
        limits=Limits(msi=1, installed=1), python=python, windows=Windows(libraries=()), wheels=(pure, mixed)
    )


@pytest.fixture
def wheels(tmp_path: Path) -> dict[str, Path]:
    files = {
        "pure": {"pure/__init__.py": b"X = {'a', 'b'}\n"},
        "mixed": {"mixed/__init__.py": b"", "mixed/_m.pyd": b"code", "mixed/run.dll": b"run"},
    }
    paths = {}
    for name, own in files.items():
        about = {
            f"{name}-1.dist-info/METADATA": b"Name: x\n\n# For developers",
            f"{name}-1.dist-info/licenses/LICENSE": b"MIT",
        }
        paths[name] = tmp_path / f"{name}-1-py3-none-any.whl"
        paths[name].write_bytes(zip_bytes(own | about, MOMENT, compressed=True))
    return paths


def staged(wheels: dict[str, Path], folder: Path) -> dict[str, bytes]:
    folder.mkdir()
    python = {HERE.library: b"dll", "python.exe": b"exe"}
    return stage(python, wheels, contents(), "1.2.3", MOMENT, folder)


def test_of_what_a_package_says_of_itself_its_description_is_left_out(wheels: dict[str, Path], tmp_path: Path) -> None:
    assert staged(wheels, tmp_path / "work")["lib/pure-1.dist-info/METADATA"] == b"Name: x\n"


def test_each_part_has_its_place(wheels: dict[str, Path], tmp_path: Path) -> None:
    files = staged(wheels, tmp_path / "work")
    with zipfile.ZipFile(io.BytesIO(files["lib.zip"])) as archive:
        inside = archive.namelist()
        assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_STORED}
    assert {"pure/__init__.pyc", "botilbud_desktop/__main__.pyc"} <= set(inside)
    assert {"lib/mixed/__init__.pyc", "lib/mixed/_m.pyd", "run.dll", HERE.library, "LICENSE"} <= set(files)
    assert "python.exe" not in files
    assert not [name for name in (*files, *inside) if name.endswith(".py")]


def test_python_is_kept_to_the_program_s_own_folder(wheels: dict[str, Path], tmp_path: Path) -> None:
    lines = staged(wheels, tmp_path / "work")[HERE.path_file].decode().splitlines()
    assert lines == [f"{HERE.stem}.zip", ".", "lib", "lib.zip"]


def test_licences_can_be_found_where_the_program_looks_for_them(wheels: dict[str, Path], tmp_path: Path) -> None:
    files = staged(wheels, tmp_path / "work")
    listed = files["lib/pure-1.dist-info/RECORD"].decode().splitlines()
    assert listed == ["pure-1.dist-info/METADATA,,", "pure-1.dist-info/licenses/LICENSE,,"]


def test_two_times_give_the_same_bytes(wheels: dict[str, Path], tmp_path: Path) -> None:
    assert staged(wheels, tmp_path / "one") == staged(wheels, tmp_path / "two")


def test_a_package_that_nobody_decided_about_stops_the_build(wheels: dict[str, Path], tmp_path: Path) -> None:
    wheels["new"] = wheels["pure"]
    with pytest.raises(BuildError, match=r"does not say what is delivered of new"):
        staged(wheels, tmp_path / "work")


def test_a_package_that_the_lock_lost_stops_the_build(wheels: dict[str, Path], tmp_path: Path) -> None:
    del wheels["mixed"]
    with pytest.raises(BuildError, match=r"mixed of contents\.toml is not in the locked requirements"):
        staged(wheels, tmp_path / "work")


def test_files_are_written_with_one_time(tmp_path: Path) -> None:
    write_stage({"a/b.txt": b"1", "c.txt": b"2"}, tmp_path, MOMENT)
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {path.stat().st_mtime for path in written} == {MOMENT}
    assert (tmp_path / "a" / "b.txt").read_bytes() == b"1"


def test_bytecode_is_never_checked_against_a_source_and_names_no_place_of_the_build(tmp_path: Path) -> None:
    made = compile_all({"lib.zip/a/b.py": b"def f():\n    return 1\n"}, tmp_path, HERE)["lib.zip/a/b.pyc"]
    assert int.from_bytes(made[4:8], "little") == 0b01
    assert marshal.loads(made[HEADER:]).co_filename == "a/b.py"
    assert str(tmp_path).encode() not in made


def test_a_line_that_no_python_here_has_does_not_compile(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"needs a Python 3\.99 on this machine"):
        compile_all({}, tmp_path, PythonLine(3, 99))


def test_another_python_of_the_delivered_line_compiles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "python3.99"
    own.write_text("#!/bin/sh\necho 3 99\n", encoding="utf-8")
    own.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert interpreter_of(PythonLine(3, 99), tmp_path) == str(own)
    own.write_text("#!/bin/sh\necho 3 98\n", encoding="utf-8")
    with pytest.raises(BuildError, match=r"needs a Python 3\.99"):
        interpreter_of(PythonLine(3, 99), tmp_path)
