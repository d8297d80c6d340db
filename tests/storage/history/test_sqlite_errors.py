"""Each result of SQLite is damage of the file, or what the drive, the permissions or another process do."""

import sqlite3

import pytest

from botilbud_desktop.storage.history.errors import means_damage, reading_reason, writing_reason

DAMAGE = ("ERROR", "INTERNAL", "CORRUPT", "EMPTY", "SCHEMA", "TOOBIG", "CONSTRAINT", "MISMATCH", "FORMAT", "RANGE",
          "NOTADB")  # fmt: skip
NO_DAMAGE = ("PERM", "ABORT", "BUSY", "LOCKED", "NOMEM", "READONLY", "INTERRUPT", "IOERR", "FULL", "CANTOPEN",
             "PROTOCOL", "MISUSE", "NOLFS", "AUTH")  # fmt: skip


def error_of(code: int) -> sqlite3.Error:
    error = sqlite3.DatabaseError("of SQLite")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize("name", DAMAGE)
def test_what_is_wrong_with_the_file_is_damage(name: str) -> None:
    code: int = getattr(sqlite3, f"SQLITE_{name}")
    assert means_damage(error_of(code))
    assert means_damage(error_of(code | 1 << 8)), "an extended code is of the kind of its low byte"


@pytest.mark.parametrize("name", NO_DAMAGE)
def test_what_is_not_wrong_with_the_file_is_no_damage(name: str) -> None:
    code: int = getattr(sqlite3, f"SQLITE_{name}")
    assert not means_damage(error_of(code))
    assert not means_damage(error_of(code | 1 << 8))


def test_an_error_of_python_is_damage_only_when_text_is_none() -> None:
    assert not means_damage(sqlite3.ProgrammingError("of Python"))
    assert means_damage(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "of SQLite"))


@pytest.mark.parametrize(
    ("name", "reading", "writing"),
    [
        ("PERM", "du har ikke adgang til at læse den", "du har ikke adgang til at skrive i filen eller mappen"),
        ("BUSY", "den er i brug af et andet program", "den er i brug af et andet program"),
        ("LOCKED", "den er i brug af et andet program", "den er i brug af et andet program"),
        ("READONLY", "du har ikke adgang til at læse den", "du har ikke adgang til at skrive i filen eller mappen"),
        ("IOERR", "drevet meldte en fejl (EIO)", "drevet meldte en fejl (EIO)"),
        ("FULL", "drevet meldte en fejl (ENOSPC)", "der er ikke mere plads på drevet"),
        ("CANTOPEN", "du har ikke adgang til at læse den", "du har ikke adgang til at skrive i filen eller mappen"),
        ("PROTOCOL", "den er i brug af et andet program", "den er i brug af et andet program"),
        ("AUTH", "du har ikke adgang til at læse den", "du har ikke adgang til at skrive i filen eller mappen"),
    ],
)
def test_the_others_are_told_as_errors_of_the_drive(name: str, reading: str, writing: str) -> None:
    error = error_of(getattr(sqlite3, f"SQLITE_{name}") | 3 << 8)
    assert reading_reason(error) == reading
    assert writing_reason(error) == writing
