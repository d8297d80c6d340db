"""The limits of what is read: just at each limit a file is read, and one more is refused."""

import errno
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import from_json_values
from botilbud_desktop.storage.draft.size_limits import check_sizes
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.excel.workbook import read_workbook
from botilbud_desktop.storage.files.os_errors import reading_problem, saving_problem
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.storage.json.expectations import found
from botilbud_desktop.storage.json.strict_json import parse_json_object
from botilbud_desktop.storage.json.typed_values import convert
from botilbud_desktop.storage.recovery.journal_file import JournalEntry, journal_bytes, parse_journal
from tests.storage.excel.workbooks import SHEET, packed, parts
from tests.storage.sentences import DRAFT, LIBRARY


def reason(read: Any, *given: Any) -> str:
    """Returns why a file is refused; "" when it is not."""
    try:
        read(*given)
    except RefusedFileError as error:
        return error.reason
    return ""


@pytest.mark.parametrize(("digits", "expected"), [(400, ""), (401, "har for mange cifre")])
def test_a_whole_number_has_at_most_400_digits(digits: int, expected: str) -> None:
    assert reason(parse_json_object, b'{"a": ' + b"9" * digits + b"}", "fil").endswith(expected)


@pytest.mark.parametrize(("levels", "is_refused"), [(50, False), (51, True)])
def test_there_are_at_most_50_levels(levels: int, is_refused: bool) -> None:
    data = b'{"a":' * levels + b"1" + b"}" * levels
    assert bool(reason(parse_json_object, data, "fil")) is is_refused


@pytest.mark.parametrize(("values", "is_refused"), [(49_999, False), (50_000, True)])
def test_a_list_may_hold_almost_50000_values(values: int, is_refused: bool) -> None:
    data = b'{"a":[' + b",".join([b"1"] * values) + b"]}"
    assert bool(reason(parse_json_object, data, "fil")) is is_refused


@pytest.mark.parametrize(("length", "is_refused"), [(200_000, False), (200_001, True)])
def test_a_text_has_at_most_200000_characters(length: int, is_refused: bool) -> None:
    assert bool(reason(check_sizes, {"a": "x" * length}, "fil")) is is_refused


@pytest.mark.parametrize(("length", "is_refused"), [(1_000, False), (1_001, True)])
def test_a_list_of_a_draft_has_at_most_1000_rows(length: int, is_refused: bool) -> None:
    assert bool(reason(check_sizes, {"a": [0] * length}, "fil")) is is_refused


@pytest.mark.parametrize(
    ("size", "expected"), [(5_000_000, "den er beskadiget"), (5_000_001, "den er større end 5 MB")]
)
def test_a_journal_has_at_most_5_megabytes(size: int, expected: str) -> None:
    assert reason(parse_journal, b"x" * size, "fil", LIBRARY) == expected


@pytest.mark.parametrize(("year", "is_refused"), [(1, True), (2, False), (9998, False), (9999, True)])
def test_a_journal_is_of_a_year_that_every_time_zone_can_show(year: int, is_refused: bool) -> None:
    entry = JournalEntry(from_json_values(Application, DRAFT), datetime(year, 6, 1, tzinfo=UTC))
    if is_refused:
        with pytest.raises((RefusedFileError, SaveFailedError), match="tidspunktet kan ikke passe"):
            parse_journal(journal_bytes(entry), "fil", LIBRARY)
    else:
        assert parse_journal(journal_bytes(entry), "fil", LIBRARY).written_at.year == year


@pytest.mark.parametrize(("more", "is_refused"), [(0, False), (1, True)])
def test_a_workbook_has_at_most_20000_parts(tmp_path: Path, more: int, is_refused: bool) -> None:
    content = parts()
    further = {f"xl/more{number}.bin": b"" for number in range(20_000 + more - len(content))}
    path = tmp_path / "budget.xlsx"
    path.write_bytes(packed({**content, **further}))
    assert bool(reason(read_workbook, path)) is is_refused


@pytest.mark.parametrize(("more", "is_read"), [(0, True), (1, False)])
def test_a_part_of_a_workbook_is_at_most_30_megabytes(tmp_path: Path, more: int, is_read: bool) -> None:
    content = parts()
    left = 30_000_000 + more - len(content[SHEET])
    path = tmp_path / "budget.xlsx"
    path.write_bytes(packed({**content, SHEET: content[SHEET].replace(b"</worksheet>", b" " * left + b"</worksheet>")}))
    assert bool(read_workbook(path)[0].remarks) is not is_read


def test_of_a_workbook_fifty_sheets_are_read(tmp_path: Path) -> None:
    path = tmp_path / "budget.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for number in range(51):
            book.add_worksheet(f"Ark {number}").write(0, 0, "x")
    assert len(read_workbook(path)) == 50


def test_what_stands_there_is_quoted_up_to_40_characters() -> None:
    assert found("x" * 40) == f"teksten »{'x' * 40}«"
    assert found("x" * 41) == f"teksten »{'x' * 39}…«"
    assert found(10**39) == f"tallet {10**39}"
    assert printable("x" * 60) == "x" * 60
    assert printable("x" * 61) == "x" * 59 + "…"


@pytest.mark.parametrize(("length", "shown"), [(40, "x" * 40), (41, "x" * 39 + "…")])
def test_a_key_is_quoted_up_to_40_characters(length: int, shown: str) -> None:
    for data in (json.dumps({"x" * length: 1}), json.dumps({"x" * length: 1e400})):
        with pytest.raises(RefusedFileError) as caught:
            convert(parse_json_object(data.encode(), "fil"), Application, "fil")
        assert caught.value.place == shown


def test_what_a_later_python_calls_otherwise_is_still_told_in_danish(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(text: str, **_hooks: Any) -> None:
        raise json.JSONDecodeError("Something that nobody knows yet", text, 0)

    monkeypatch.setattr(json, "loads", fail)
    with pytest.raises(RefusedFileError, match="Indholdet kan ikke læses som JSON") as caught:
        parse_json_object(b'{"a": 1}', "fil")
    assert caught.value.place == "linje 1, tegn 1"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(), "drevet meldte en fejl (ukendt fejl)"),
        (OSError("uden nummer"), "drevet meldte en fejl (ukendt fejl)"),
        (OSError(99_999, "ukendt"), "drevet meldte en fejl (ukendt fejl)"),
        (OSError(errno.EDOM, "sjælden"), "drevet meldte en fejl (EDOM)"),
    ],
)
def test_an_error_of_the_drive_that_is_not_known_is_told_by_its_code(error: OSError, words: str) -> None:
    assert reading_problem(error) == saving_problem(error) == words
