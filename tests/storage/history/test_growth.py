"""The cost of saves grows linearly: in bytes, in statements and in SQLite's steps."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from botilbud_desktop.storage.history import file
from botilbud_desktop.storage.history.retention import kept_versions
from botilbud_desktop.storage.history.schema import connect
from botilbud_desktop.storage.history.versions import History, Reason
from tests.storage.histories import DRAFT, ME, NAME, START, filled, keep, rows, typed_along, without_flushes

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a history of 5.000 versions."""
    folder = tmp_path_factory.mktemp("long")
    filled(folder, 5_000)
    return folder


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The statements that SQLite ran, and a dot for each step of its virtual machine."""
    found: list[str] = []

    def connect_and_listen(path: Path) -> sqlite3.Connection:
        connection = connect(path)
        connection.set_trace_callback(found.append)
        connection.set_progress_handler(lambda: found.append("."), 1)
        return connection

    monkeypatch.setattr(file, "connect", connect_and_listen)
    return found


def test_a_thousand_saves_take_linear_space(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_flushes(monkeypatch)
    history = History(tmp_path, DRAFT)
    sizes = [0]
    for number, content in enumerate(typed_along(1000), 1):
        history.keep(content, START + timedelta(seconds=number), ME, Reason.AUTOMATIC)
        if number % 250 == 0:
            sizes.append(history.size())
    quarters = [after - before for before, after in pairwise(sizes)]
    assert quarters[3] <= 1.3 * quarters[0]  # the draft itself grows from 15 to 20 KB
    assert sizes[4] <= 1000 * 600
    assert rows(tmp_path, "SELECT count(*) FROM version") == [(1000,)]
    assert rows(tmp_path, "SELECT count(*) FROM content") == [(1000,)]
    assert 16 <= rows(tmp_path, "SELECT count(*) FROM content WHERE anchor IS NULL")[0][0] <= 32
    assert rows(tmp_path, "SELECT max(n) FROM (SELECT count(*) AS n FROM content GROUP BY anchor)")[0][0] <= 64


def test_a_large_draft_that_is_typed_in_here_and_there_takes_little_space(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_flushes(monkeypatch)
    history = History(tmp_path, DRAFT)
    draft = next(typed_along(1, 100_000))
    for number in range(300):
        position = 200 if number // 30 % 2 else 90_000
        draft = draft[:position] + b"%d ord og " % number + draft[position:]
        history.keep(draft, START + timedelta(seconds=number), ME, Reason.AUTOMATIC)
    whole = rows(tmp_path, "SELECT avg(length(data)) FROM content WHERE anchor IS NULL")[0][0]
    assert whole > 30_000
    assert history.size() <= 300 * whole / 8


def work_of_a_save(folder: Path, asked: list[str], content: bytes) -> tuple[int, int]:
    """Returns the number of statements and of steps that one more version takes."""
    asked.clear()
    keep(History(folder, DRAFT), content, at=START + timedelta(days=1))
    steps = asked.count(".")
    return len(asked) - steps, steps


def test_a_save_after_5000_versions_is_no_more_work_than_after_50(tmp_path: Path, long: Path, asked: list[str]) -> None:
    filled(tmp_path, 50)
    last = next(typed_along(1, 14_050, letters=1))
    some = [work_of_a_save(tmp_path, asked, last + b"%d" % number) for number in range(8)]
    many = [work_of_a_save(long, asked, last + b"%d" % number) for number in range(8)]
    assert max(statements for statements, _steps in many) <= max(statements for statements, _steps in some)
    assert max(steps for _statements, steps in many) <= 1.2 * max(steps for _statements, steps in some)


def test_a_save_looks_everything_up_by_an_index(long: Path, asked: list[str]) -> None:
    old = History(long, DRAFT).content(17)
    asked.clear()
    keep(History(long, DRAFT), b"something new", old)
    ours = {entry for entry in asked if entry.startswith(("SELECT", "INSERT", "UPDATE", "DELETE", "\n"))}
    ours = {entry.strip() for entry in ours if "sqlite_schema" not in entry}
    assert len(ours) >= 8
    with closing(sqlite3.connect(long / NAME)) as connection:
        plans = {entry: [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {entry}")] for entry in ours}
    assert any(plans.values())
    assert {
        entry: plan for entry, plan in plans.items() if any("SCAN" in step or "TEMP" in step for step in plan)
    } == {}


def test_a_long_history_is_listed_and_thinned_whole(long: Path, tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes((long / NAME).read_bytes())
    history = History(tmp_path, DRAFT)
    versions = history.versions()
    assert len(versions) >= 5_000
    now = START + timedelta(days=9)
    history.apply_retention(now)
    kept = kept_versions([(version.number, version.at) for version in versions], now)
    assert {version.number for version in history.versions()} == kept
    assert history.size() < (long / NAME).stat().st_size / 10


def test_thinning_looks_at_each_version_a_few_times(long: Path, tmp_path: Path, asked: list[str]) -> None:
    (tmp_path / NAME).write_bytes((long / NAME).read_bytes())
    History(tmp_path, DRAFT).apply_retention(START + timedelta(days=9))
    assert asked.count(".") <= 5_000 * 200


def test_listing_reads_each_version_once(long: Path, asked: list[str]) -> None:
    History(long, DRAFT).versions()
    listing = next(entry for entry in asked if "ORDER BY version.number DESC" in entry)
    with closing(sqlite3.connect(long / NAME)) as connection:
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {listing}")]
    assert not any("TEMP" in step for step in plan)
    assert [step for step in plan if "SCAN" in step] == ["SCAN version"]
