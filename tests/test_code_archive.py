"""Code of the installed program is read once from its archives."""

import importlib
import py_compile
import sys
import zipfile
from pathlib import Path

import pytest

from botilbud_desktop.code_archive import CodeArchive, read_code_archives


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "lib.zip"
    sources = {"own/__init__.py": "from own.part import word", "own/part.py": "word = 'æøå'", "alone.py": "x = 1"}
    with zipfile.ZipFile(path, "w") as into:
        for number, (name, text) in enumerate(sources.items()):
            source, compiled = tmp_path / f"{number}.py", tmp_path / f"{number}.pyc"
            source.write_text(text, encoding="utf-8")
            py_compile.compile(str(source), str(compiled), doraise=True)
            method = zipfile.ZIP_DEFLATED if name == "alone.py" else zipfile.ZIP_STORED
            into.write(compiled, f"{name}c", method)
    return path


def test_a_package_and_a_module_are_loaded_though_the_archive_is_gone(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finder = CodeArchive(str(archive))
    archive.unlink()
    monkeypatch.setattr(sys, "meta_path", [finder, *sys.meta_path])
    package, alone = importlib.import_module("own"), importlib.import_module("alone")
    for name in ("own", "own.part", "alone"):
        monkeypatch.delitem(sys.modules, name)
    assert (package.word, alone.x) == ("æøå", 1)
    assert package.__file__ == str(archive / "own" / "__init__.pyc")
    assert finder.is_package("own")
    assert not finder.is_package("own.part")


def test_what_is_not_in_the_archive_is_left_to_python(archive: Path) -> None:
    finder = CodeArchive(str(archive))
    assert finder.find_spec("own.other") is None
    with pytest.raises(ImportError):
        finder.get_code("own.other")
    with pytest.raises(FileNotFoundError):
        finder.get_data(str(archive / "own" / "other.pyc"))


def test_code_of_another_python_is_refused(archive: Path) -> None:
    with zipfile.ZipFile(archive, "a") as into:
        into.writestr("foreign.pyc", b"\0" * 100)
    with pytest.raises(ImportError, match="another Python"):
        CodeArchive(str(archive)).get_code("foreign")


def test_a_damaged_or_missing_archive_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lib.zip").write_bytes(b"x")
    finders = list(sys.meta_path)
    monkeypatch.setattr(sys, "meta_path", finders)
    monkeypatch.setattr(sys, "path", ["/missing/lib.zip"])
    read_code_archives()
    standard = f"/missing/python{sys.version_info.major}{sys.version_info.minor}.zip"
    monkeypatch.setattr(sys, "path", [standard, "lib.zip"])
    monkeypatch.chdir(tmp_path)
    read_code_archives()
    assert [finder for finder in sys.meta_path if isinstance(finder, CodeArchive)] == []
