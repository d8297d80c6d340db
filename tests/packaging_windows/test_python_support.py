"""Which embeddable Python a release takes, and what it says about missing security fixes."""

import datetime
import io
import zipfile
from pathlib import Path

import pytest

from tests.packaging_windows.images import image
from windows_build import release as release_module
from windows_build.build import Wanted
from windows_build.errors import BuildError
from windows_build.python_support import check_support, made_on, missing_fixes, read_support
from windows_build.release import release

SUPPORT = read_support()
MADE = datetime.date(2026, 8, 5)


def embeddable(line: str, expat: str = "2.8.0", sqlite: tuple[int, int, int] = (3, 50, 4)) -> bytes:
    """An embeddable Python of this line, made on that day, with little in it."""
    library = f"ProductVersion\0\0{line}.7\0".encode("utf-16-le")
    files = {
        f"python{line.replace('.', '')}.dll": library,
        "python3.dll": b"",
        "pyexpat.pyd": b"..." + f"expat_{expat}".encode() + b"\0",
        "sqlite3.dll": image([], version=(*sqlite, 0)),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(f"folder/{name}", (MADE.year, MADE.month, MADE.day, 12, 0, 0)), data)
    return buffer.getvalue()


def test_a_current_python_of_a_line_that_gets_binaries_is_taken() -> None:
    assert made_on(embeddable("3.14")) == MADE
    check_support(embeddable("3.14"), MADE + datetime.timedelta(days=365), SUPPORT)


@pytest.mark.parametrize(
    ("line", "day", "reason"),
    [
        ("3.14", "2027-08-06", r"Python 3\.14\.7 was made on 2026-08-05, more than a year ago"),
        ("3.13", "2026-11-29", r"no Windows binaries of 3\.13 since 2026-10-01"),
        ("3.13", "2029-11-01", r"Python 3\.13 has got no fixes since 2029-10-31"),
        ("3.99", "2026-11-29", r"knows nothing of Python 3\.99"),
    ],
)
def test_another_one_is_refused_and_it_is_said_what_to_fetch(line: str, day: str, reason: str) -> None:
    with pytest.raises(BuildError, match=rf"(?s){reason}.*fetch the newest .* from python\.org with its SHA-256"):
        check_support(embeddable(line), datetime.date.fromisoformat(day), SUPPORT)


def test_the_line_to_fetch_is_one_that_gets_binaries() -> None:
    with pytest.raises(BuildError, match=r"of Python 3\.14 \(until 2027-10-01\) from"):
        check_support(embeddable("3.13"), datetime.date(2026, 11, 29), SUPPORT)


def test_missing_fixes_of_what_is_used_are_named() -> None:
    expat, sqlite = missing_fixes(embeddable("3.14", "2.7.4", (3, 49, 1)), SUPPORT)
    assert expat.startswith("expat 2.7.4, which reads the XML of Word")
    assert "CVE-2026-32776 (fixed in 2.7.5)" in expat
    assert "CVE-2026-24515" not in expat
    assert sqlite.endswith("lacks CVE-2025-6965 (fixed in 3.50.2)")
    assert missing_fixes(embeddable("3.14"), SUPPORT) == []


def test_a_library_without_a_version_is_told() -> None:
    assert missing_fixes(embeddable("3.14", "none"), SUPPORT) == [
        "pyexpat.pyd does not say which version of expat it is"
    ]


def test_versions_are_compared_as_numbers() -> None:
    assert missing_fixes(embeddable("3.14", "2.10.0", (3, 100, 0)), SUPPORT) == []


def test_a_release_with_such_a_python_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_words: object) -> None:
        raise AssertionError("it went on")

    monkeypatch.setattr(release_module, "check_addresses", lambda _product: None)
    monkeypatch.setattr(release_module, "python_archive", lambda *_words: embeddable("3.13"))
    monkeypatch.setattr(release_module, "prepare", never)
    monkeypatch.setattr(release_module, "build", never)
    with pytest.raises(BuildError, match=r"this Python is not handed out"):
        release(Wanted(), "1.2.3", datetime.date(2026, 11, 29), tmp_path)


def test_a_release_says_which_fixes_are_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(release_module, "check_addresses", lambda _product: None)
    monkeypatch.setattr(release_module, "python_archive", lambda *_words: embeddable("3.14", "2.7.4"))
    monkeypatch.setattr(release_module, "prepare", lambda *_words: None)
    monkeypatch.setattr(release_module, "build", lambda *_words: {"a.msi": b"1"})
    release(Wanted(), "1.2.3", MADE, tmp_path)
    assert (tmp_path / "dist" / "a.msi").read_bytes() == b"1"
    assert "a security fix is missing: expat 2.7.4" in capsys.readouterr().err
