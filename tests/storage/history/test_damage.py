"""A damaged, foreign or hostile history file is set aside, never blocks saving and is never trusted."""

import os
import sqlite3
import tracemalloc
import zlib
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from random import Random

import pytest

from botilbud_desktop.storage.draft.draft_file import digest_of
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.path_calls import status
from botilbud_desktop.storage.history import file
from botilbud_desktop.storage.history.file import HistoryFile
from botilbud_desktop.storage.history.packing import BadPackingError, Packed, pack, unpack
from botilbud_desktop.storage.history.versions import History
from tests.listing import names_in
from tests.storage.histories import DRAFT, NAME, START, keep, rows, typed_along, without_flushes

ASIDE = f"{NAME}.beskadiget"

CONTENTS = list(typed_along(150, 6_000))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of a history with 150 versions."""
    folder = tmp_path_factory.mktemp("sound")
    keep(History(folder, DRAFT), *CONTENTS)
    return (folder / NAME).read_bytes()


def placed(folder: Path, data: bytes) -> History:
    """Writes this content as a history's file and returns the history."""
    (folder / NAME).write_bytes(data)
    return History(folder, DRAFT)


def foreign(*statements: str) -> Callable[[Path], None]:
    """Returns a function that makes another program's file, or a hostile one, with SQL statements."""

    def make(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection, connection:
            for statement in statements:
                connection.execute(statement)

    return make


def changed(*statements: str) -> Callable[[Path], None]:
    """Returns a function that makes a history and then changes its file with SQL statements."""

    def make(path: Path) -> None:
        keep(History(path.parent, DRAFT), b"ours")
        foreign(*statements)(path)

    return make


def written(data: bytes) -> Callable[[Path], None]:
    """Returns a function that makes a file with this content."""

    def make(path: Path) -> None:
        path.write_bytes(data)

    return make


DAMAGED: dict[str, Callable[[Path], None]] = {
    "garbage": written(Random(1).randbytes(10_000)),
    "zeros": written(bytes(8192)),
    "text": written(b"en tekst om botilbud" * 100),
    "two bytes": written(b"SQ"),
    "header alone": written(b"SQLite format 3\x00"),
    "another program's": foreign("CREATE TABLE cookies (name, value)"),
    "another program's, with our names": foreign("CREATE TABLE version (number)", "CREATE TABLE content (id)"),
    "views for tables": foreign(
        "CREATE VIEW content AS WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT * FROM n",
        "CREATE VIEW version AS SELECT 1 AS number",
        "PRAGMA user_version = 1",
        "PRAGMA application_id = 1114592361",
    ),
    "a trigger": changed("CREATE TRIGGER evil AFTER INSERT ON version BEGIN DELETE FROM version; END"),
    "a view more": changed("CREATE VIEW more AS SELECT * FROM version"),
    "a column of functions": changed(
        "CREATE INDEX evil ON version (hex(randomblob(1)))".replace("randomblob(1)", "at")
    ),
    "another column": changed("ALTER TABLE version ADD COLUMN more TEXT"),
    "a table less": changed("DROP TABLE version"),
    "an index less": changed("DROP INDEX content_by_anchor"),
    "another owner": changed("PRAGMA application_id = 7"),
    "no version": changed("PRAGMA user_version = 0"),
    "nothing but a version": foreign("PRAGMA user_version = 1"),
    "nothing but an owner": foreign("PRAGMA application_id = 1114592361"),
    "another program's newer version": foreign("CREATE TABLE cookies (name, value)", "PRAGMA user_version = 99"),
    "numbers at their end": changed("UPDATE version SET number = 9223372036854775807"),
}


@pytest.mark.parametrize("kind", DAMAGED)
def test_a_damaged_history_is_set_aside_and_a_new_one_begun(kind: str, tmp_path: Path) -> None:
    DAMAGED[kind](tmp_path / NAME)
    before = (tmp_path / NAME).read_bytes()
    history = History(tmp_path, DRAFT)
    for reading in (history.versions, lambda: history.content(1), lambda: list(history.contents())):
        with suppress(RefusedFileError):
            reading()
    assert (tmp_path / NAME).read_bytes() == before
    keep(history, b"new", b"newer")
    assert (tmp_path / ASIDE).read_bytes() == before
    assert [history.content(version.number) for version in history.versions()] == [b"newer", b"new"]


@pytest.mark.parametrize("kind", [kind for kind in DAMAGED if kind != "numbers at their end"])
def test_a_damaged_history_is_refused_in_one_sentence(kind: str, tmp_path: Path) -> None:
    DAMAGED[kind](tmp_path / NAME)
    history = History(tmp_path, DRAFT)
    with pytest.raises(RefusedFileError) as caught:
        history.versions()
    assert str(caught.value) == "Filen med tidligere versioner kan ikke åbnes: Den er beskadiget."


def test_damaged_histories_are_never_overwritten(tmp_path: Path) -> None:
    for number in range(3):
        history = placed(tmp_path, b"damaged %d" % number)
        keep(history, b"new")
    aside = [ASIDE, f"{ASIDE}-2", f"{ASIDE}-3"]
    assert [(tmp_path / name).read_bytes() for name in aside] == [b"damaged 0", b"damaged 1", b"damaged 2"]


def test_what_sqlite_put_beside_a_file_goes_aside_with_it(tmp_path: Path) -> None:
    history = placed(tmp_path, b"damaged" * 1000)
    (tmp_path / f"{NAME}-shm").write_bytes(b"left behind")
    keep(history, b"new")
    assert (tmp_path / f"{ASIDE}-shm").read_bytes() == b"left behind"
    assert history.content(1) == b"new"


@pytest.mark.parametrize("content", [b"", b"S"])  # SQLite treats a file of one byte as empty
def test_an_empty_file_is_a_history_that_was_never_begun(content: bytes, tmp_path: Path) -> None:
    history = placed(tmp_path, content)
    assert history.versions() == []
    history.apply_retention(START)
    keep(history, b"new")
    assert history.content(1) == b"new"
    assert not (tmp_path / ASIDE).exists()


def test_a_stray_journal_does_no_harm(tmp_path: Path, sound: bytes) -> None:
    history = placed(tmp_path, sound)
    (tmp_path / f"{NAME}-journal").write_bytes(Random(2).randbytes(9000))
    keep(history, b"new")
    assert [history.content(number) for number in (1, 150, 151)] == [CONTENTS[0], CONTENTS[-1], b"new"]


def test_a_history_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    changed("PRAGMA user_version = 2")(tmp_path / NAME)
    before = (tmp_path / NAME).read_bytes()
    history = History(tmp_path, DRAFT)
    with pytest.raises(SaveFailedError, match="nyere version"):
        keep(history, b"new")
    with pytest.raises(RefusedFileError, match="nyere version"):
        history.versions()
    with pytest.raises(SaveFailedError, match="nyere version"):
        history.apply_retention(START)
    assert (tmp_path / NAME).read_bytes() == before
    assert not (tmp_path / ASIDE).exists()


@pytest.mark.parametrize("length", [2, 15, 16, 99, 100, 101, 511, 512, 4095, 4096, 4097, 8192, 20_000])
def test_a_truncated_history(length: int, tmp_path: Path, sound: bytes) -> None:
    assert len(sound) > 40_000
    history = placed(tmp_path, sound[:length])
    with pytest.raises(RefusedFileError, match="beskadiget"):
        history.versions()
    keep(history, b"new")
    assert history.content(1) == b"new"
    assert (tmp_path / ASIDE).read_bytes() == sound[:length]


def test_thinning_sets_a_damaged_history_aside_and_makes_no_new_one(tmp_path: Path, sound: bytes) -> None:
    middle = len(sound) // 2 // 4096 * 4096
    damaged = sound[:middle] + Random(3).randbytes(8192) + sound[middle + 8192 :]
    history = placed(tmp_path, damaged)
    history.apply_retention(START)
    assert history.versions() == []
    assert (tmp_path / ASIDE).read_bytes() == damaged
    assert not (tmp_path / NAME).exists()


@pytest.mark.parametrize("seed", range(150))
def test_flipped_bytes_never_cost_more_than_an_answer(
    seed: int, tmp_path: Path, sound: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_flushes(monkeypatch)
    random = Random(seed)
    data = bytearray(sound)
    for _flip in range(random.choice([1, 3, 30])):
        position = random.choice([random.randrange(len(data)), random.randrange(200), random.randrange(4096 * 3)])
        data[position] = random.choice([0, 255, random.randrange(256)])
    history = placed(tmp_path, bytes(data))
    for number in (1, 70, 150):
        with suppress(RefusedFileError):
            assert history.content(number) in CONTENTS
    with suppress(RefusedFileError):
        assert set(history.contents()) <= set(CONTENTS)
    with suppress(RefusedFileError):
        history.versions()
    for content in (b"new", CONTENTS[40], b"newer"):
        with suppress(SaveFailedError):  # a flipped byte can look like the format version of a newer program
            keep(history, content)
            assert history.content_of(digest_of(content)) == content
    with suppress(SaveFailedError):
        history.apply_retention(START)
    with suppress(RefusedFileError):
        assert set(history.contents()) <= {*CONTENTS, b"new", b"newer"}


def test_a_damaged_content_costs_that_version_alone(tmp_path: Path, sound: bytes) -> None:
    history = placed(tmp_path, sound)
    rows(tmp_path, "UPDATE content SET data = zeroblob(length(data)) WHERE id = 70")
    for number in (69, 71):
        assert history.content(number) == CONTENTS[number - 1]
    with pytest.raises(RefusedFileError) as caught:
        history.content(70)
    assert str(caught.value) == "Den tidligere version kan ikke vises: Den er beskadiget."
    with pytest.raises(RefusedFileError, match="beskadiget"):
        history.content_of(digest_of(CONTENTS[69]))
    assert len(history.versions()) == 150
    assert list(history.contents()) == [*CONTENTS[:69], *CONTENTS[70:]]


def test_a_damaged_anchor_costs_no_more_than_what_hangs_on_it_and_is_used_no_more(tmp_path: Path, sound: bytes) -> None:
    history = placed(tmp_path, sound)
    anchor = rows(tmp_path, "SELECT max(anchor) FROM content")[0][0]
    rows(tmp_path, "UPDATE content SET data = x'00' WHERE id = ?", [anchor])
    assert list(history.contents()) == CONTENTS[: anchor - 1]
    keep(history, b"new")
    assert history.content(151) == b"new"


def test_a_damaged_content_that_is_saved_again_is_mended_with_all_that_hang_on_it(tmp_path: Path, sound: bytes) -> None:
    history = placed(tmp_path, sound)
    rows(tmp_path, "UPDATE content SET data = x'00', size = 3 WHERE id IN (1, 2)")
    with pytest.raises(RefusedFileError, match="beskadiget"):
        history.content(1)
    keep(history, CONTENTS[0], CONTENTS[1])
    assert [history.content(number) for number in (1, 2, 3)] == CONTENTS[:3]


HOSTILE_ROWS = {
    "negative": "before = -5",
    "beyond the anchor": "before = 99999999",
    "overlapping": "before = size, after = size",
    "huge": "size = 9223372036854775807",
    "its own anchor": "anchor = id",
    "an anchor that has one": "anchor = 3",
    "no anchor": "anchor = NULL",
    "a missing anchor": "anchor = 99999",
}


@pytest.mark.parametrize("kind", HOSTILE_ROWS)
def test_a_forged_content_is_refused(kind: str, tmp_path: Path, sound: bytes) -> None:
    history = placed(tmp_path, sound)
    rows(tmp_path, f"UPDATE content SET {HOSTILE_ROWS[kind]} WHERE id = 10")
    with pytest.raises(RefusedFileError, match="beskadiget"):
        history.content(10)
    assert history.content(11) == CONTENTS[10]


@pytest.fixture(scope="module")
def bomb() -> bytes:
    """Returns 100 million zero bytes, compressed."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    zeros = bytes(1_000_000)
    return b"".join(packer.compress(zeros) for _turn in range(100)) + packer.flush()


@pytest.mark.parametrize("size", [1, 4_999_999, 5_000_000, 5_000_001, 2_000_000_000])
def test_a_bomb_is_not_unpacked(size: int, tmp_path: Path, bomb: bytes) -> None:
    history = History(tmp_path, DRAFT)
    keep(history, b"ours")
    rows(tmp_path, "UPDATE content SET size = ?, data = ?", [size, bomb])
    tracemalloc.start()
    try:
        with pytest.raises(RefusedFileError, match="beskadiget"):
            history.content(1)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_a_version_that_makes_no_sense_is_not_listed(tmp_path: Path, sound: bytes) -> None:
    history = placed(tmp_path, sound)
    rows(tmp_path, "UPDATE version SET at = 9223372036854775807 WHERE number = 3")
    rows(tmp_path, "UPDATE version SET utc_offset = 86400 WHERE number = 4")
    rows(tmp_path, "UPDATE version SET content = 99999 WHERE number = 5")
    rows(tmp_path, "UPDATE version SET reason = 'of tomorrow', name = char(8238) WHERE number = 6")
    versions = history.versions()
    assert set(range(1, 151)) - {version.number for version in versions} == {3, 4, 5}
    assert (versions[-3].number, versions[-3].reason, versions[-3].by.name) == (6, "saved", "\ufffd")
    history.apply_retention(START)
    assert len(history.versions()) == 147


def test_packing_by_hand() -> None:
    for content, anchor in [
        (b"", b""),
        (b"abc", b""),
        (b"", b"abc"),
        (b"abab", b"ab"),
        (b"aXb", b"ab"),
        (b"ab", b"aXb"),
    ]:
        assert unpack(pack(content, anchor), len(content), anchor) == content
    assert pack(b"one two three", b"one three")[:2] == (5, 4)
    with pytest.raises(BadPackingError):
        unpack(Packed(0, 0, pack(b"abc").data + b"more"), 2)
    with pytest.raises(BadPackingError):
        unpack(Packed(0, 0, pack(b"abc").data[:-1]), 3)


def test_the_list_of_files_is_what_is_expected(tmp_path: Path) -> None:
    keep(placed(tmp_path, b"damaged"), b"new")
    assert [name for name in names_in(tmp_path) if not name.endswith("-journal")] == [NAME, ASIDE]


def test_a_drive_without_inodes_keeps_the_file_that_replaced_a_damaged_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sound: bytes
) -> None:
    monkeypatch.setattr(f"{file.__name__}.status", lambda path: _WithoutInode(status(path)))
    history = HistoryFile(tmp_path / NAME)
    (tmp_path / NAME).write_bytes(b"damaged" * 1000)
    opened = file._identity(tmp_path / NAME)
    (tmp_path / NAME).write_bytes(sound)
    history._set_aside(opened)
    assert names_in(tmp_path) == [NAME]
    history._set_aside(file._identity(tmp_path / NAME))
    assert names_in(tmp_path) == [ASIDE]


class _WithoutInode:
    """The status of a file on a drive that gives all files the number 0."""

    st_ino = 0

    def __init__(self, status: os.stat_result) -> None:
        self.st_dev = status.st_dev
        self.st_size = status.st_size
        self.st_mtime_ns = status.st_mtime_ns
