"""Earlier versions: each content is kept once, listed in order, read back unchanged, thinned and deleted."""

import hashlib
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from sqlite3 import Connection
from tempfile import TemporaryDirectory
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from botilbud_desktop.storage.draft.draft_file import OpenedDraft, digest_of, draft_bytes
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.read_bytes import LARGEST_FILE
from botilbud_desktop.storage.history.contents import read_content
from botilbud_desktop.storage.history.versions import History, Reason
from botilbud_desktop.storage.user.person import Person
from tests.listing import names_in
from tests.storage.histories import DRAFT, ME, NAME, START, keep, rows, typed_along

pieces = st.sampled_from([b"", b"a", "æøå".encode(), b"{}\n", bytes(range(256)), b"bo" * 20_000, b"til" * 11_000])
drafts = st.lists(pieces, max_size=4).map(b"".join)


@pytest.fixture
def history(tmp_path: Path) -> History:
    """A history that is not on the disk yet."""
    return History(tmp_path / "versioner", DRAFT)


def reading_it_all(history: History) -> list[Callable[[], object]]:
    """Returns every operation that reads or clears a history."""
    return [
        history.versions,
        lambda: history.content_of("00" * 32),
        lambda: list(history.contents()),
        history.size,
        lambda: history.apply_retention(START),
        history.delete,
    ]


def test_nothing_is_made_before_the_first_version(history: History, tmp_path: Path) -> None:
    assert [ask() for ask in reading_it_all(history)] == [[], None, [], 0, None, None]
    with pytest.raises(RefusedFileError, match="er der ikke længere"):
        history.content(1)
    assert names_in(tmp_path) == []


@pytest.mark.parametrize(
    "draft_id",
    ["", "x", "../" + DRAFT, f"{DRAFT}\n", DRAFT.replace("-", "/"), "-" * 36, f"/{DRAFT[1:]}", DRAFT[:-1] + "ª"],
)
def test_the_id_of_a_draft_never_leads_elsewhere(draft_id: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="UUID"):
        History(tmp_path, draft_id)


def test_an_id_in_capitals_is_the_same_draft(history: History, tmp_path: Path) -> None:
    keep(history, b"a")
    assert History(tmp_path / "versioner", DRAFT.upper()).content(1) == b"a"


def test_a_version_says_who_when_and_why(history: History) -> None:
    moments = [START, START.astimezone(UTC), datetime(2030, 2, 28, 23, 59, 59, 999_999, tzinfo=UTC)]
    for number, reason in enumerate(Reason):
        content = b"%d" % number
        at = moments[number % len(moments)]
        history.keep(content, at, ME, reason)
        version = history.versions()[0]
        assert (version.number, version.digest, version.size) == (number + 1, digest_of(content), 1)
        assert (version.at, version.at.utcoffset()) == (at, at.utcoffset())
        assert (version.by, version.reason) == (ME, reason)


def test_a_moment_without_a_time_zone_is_a_mistake(history: History) -> None:
    with pytest.raises(ValueError, match="time zone"):
        history.keep(b"a", START.replace(tzinfo=None), ME, Reason.SAVED)


def test_strange_names_are_kept_as_they_may_be_shown(history: History) -> None:
    history.keep(b"a", START, Person("\ud800<b>\u202e", "x" * 200), Reason.SAVED)
    by = history.versions()[0].by
    assert by.name == "\ufffd<b>\ufffd"
    assert len(by.machine) == 80


@settings(max_examples=40)
@given(st.lists(drafts, max_size=12))
def test_what_was_kept_is_read_back(contents: list[bytes]) -> None:
    with TemporaryDirectory() as folder:
        history = History(Path(folder), DRAFT)
        keep(history, *contents)
        changes = [now for before, now in zip([None, *contents], contents, strict=False) if now != before]
        versions = history.versions()
        assert [version.number for version in versions] == list(range(len(changes), 0, -1))
        assert [history.content(version.number) for version in versions] == changes[::-1]
        assert [version.digest for version in versions] == [digest_of(content) for content in changes[::-1]]
        assert all(history.content_of(digest_of(content)) == content for content in contents)
        assert list(history.contents()) == list(dict.fromkeys(contents))


def test_a_real_draft_is_read_back(history: History, aalborg: OpenedDraft) -> None:
    content = draft_bytes(aalborg.application)
    keep(history, content, content.replace(b"2025", b"2031"), content)
    assert history.content(1) == history.content(3) == content


def test_saving_the_same_again_adds_nothing(history: History, tmp_path: Path) -> None:
    keep(history, b"a", b"a")
    history.keep(b"a", START + timedelta(days=3), Person("Bo", "B"), Reason.SAVED)
    assert [version.at for version in history.versions()] == [START]


def test_a_content_that_comes_back_is_listed_anew_and_stored_once(history: History, tmp_path: Path) -> None:
    keep(history, b"a", b"b", b"a", b"b")
    assert len(history.versions()) == 4
    assert rows(tmp_path / "versioner", "SELECT count(*) FROM content") == [(2,)]
    assert list(history.contents()) == [b"a", b"b"]


def test_versions_are_in_the_order_in_which_they_were_kept(history: History) -> None:
    for number, year in enumerate((2025, 2036, 2010, 2026)):
        history.keep(b"%d" % number, START.replace(year=year), ME, Reason.AUTOMATIC)
    assert [version.at.year for version in history.versions()] == [2026, 2010, 2036, 2025]
    assert list(history.contents()) == [b"0", b"1", b"2", b"3"]


def test_a_content_that_no_version_has_is_not_known(history: History) -> None:
    keep(history, b"a")
    digests = ["", "00" * 32, "not hexadecimal", digest_of(b"a")[:-2]]
    assert [history.content_of(digest) for digest in digests] == [None] * 4
    assert history.content_of(digest_of(b"a").upper()) == b"a"
    with pytest.raises(RefusedFileError, match="er der ikke længere"):
        history.content(2)


def test_the_largest_draft_fits_and_a_larger_one_is_refused(history: History) -> None:
    largest = Random(1).randbytes(LARGEST_FILE)
    keep(history, largest, largest[:-1])
    assert [history.content(number) for number in (1, 2)] == [largest, largest[:-1]]
    with pytest.raises(SaveFailedError, match="større end 5 MB"):
        keep(history, bytes(LARGEST_FILE + 1))
    assert len(history.versions()) == 2


def test_contents_are_read_a_few_at_a_time(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []

    def reading(connection: Connection, content_id: int) -> bytes:
        read.append(content_id)
        return read_content(connection, content_id)

    monkeypatch.setattr("botilbud_desktop.storage.history.versions.read_content", reading)
    keep(history, *(b"%d" % number for number in range(40)))
    contents = history.contents()
    assert [next(contents), next(contents)] == [b"0", b"1"]
    assert len(read) <= 16
    history.delete()
    assert len(list(contents)) == 14


def test_a_history_is_used_from_any_thread(history: History) -> None:
    def work() -> None:
        keep(history, b"a", b"b")
        contents.extend(history.contents())

    contents: list[bytes] = []
    thread = Thread(target=work)
    thread.start()
    thread.join()
    keep(history, b"c")
    assert contents == [b"a", b"b"]
    assert list(history.contents()) == [b"a", b"b", b"c"]


def test_thinning_follows_the_schedule_and_anchors_survive_it(history: History, tmp_path: Path) -> None:
    contents = list(typed_along(240, 6_000))
    for number, content in enumerate(contents):
        history.keep(content, START + timedelta(hours=3 * number), ME, Reason.AUTOMATIC)  # eight a day, for a month
    before = history.versions()
    history.apply_retention(START + timedelta(days=30))
    left = history.versions()
    assert len(left) == 29 + 8 + 3  # 29 days, yesterday and this morning
    assert left == [version for version in before if version in left]
    assert [history.content(version.number) for version in left] == [contents[v.number - 1] for v in left]
    assert list(history.contents()) == [contents[version.number - 1] for version in reversed(left)]
    unused = "SELECT count(*) FROM content WHERE id NOT IN (SELECT content FROM version)"
    anchors = "id IN (SELECT anchor FROM content)"
    assert rows(tmp_path / "versioner", f"{unused} AND NOT {anchors}") == [(0,)]
    keep(history, b"after", at=START + timedelta(days=30))
    assert history.content(241) == b"after"


def test_space_is_given_back(history: History, tmp_path: Path) -> None:
    random = Random(2)
    keep(history, *(random.randbytes(50_000) for _number in range(40)))
    keep(history, b"much later", at=START + timedelta(days=100))
    full = history.size()
    history.apply_retention(START + timedelta(days=100))
    assert len(history.versions()) == 2
    assert full > 2_000_000
    assert history.size() < 100_000
    assert (tmp_path / "versioner" / NAME).stat().st_size <= history.size()


def test_a_history_that_is_too_large_loses_its_oldest_versions(tmp_path: Path) -> None:
    history = History(tmp_path, DRAFT, most_bytes=500_000)
    random = Random(3)
    contents = [random.randbytes(20_000) for _number in range(50)]
    keep(history, *contents)
    history.apply_retention(START)
    left = [version.number for version in history.versions()]
    assert left == list(range(50, 50 - len(left), -1))
    assert 20 <= len(left) <= 25
    assert history.size() <= 500_000
    assert list(history.contents()) == contents[-len(left) :]


def test_the_newest_version_is_kept_however_large(tmp_path: Path) -> None:
    history = History(tmp_path, DRAFT, most_bytes=1)
    keep(history, b"a", Random(4).randbytes(100_000))
    history.apply_retention(START)
    assert [version.number for version in history.versions()] == [2]
    keep(history, b"c")
    assert [version.number for version in history.versions()] == [3, 2]


def test_deleting_leaves_nothing_of_this_draft_and_all_of_another(history: History, tmp_path: Path) -> None:
    folder = tmp_path / "versioner"
    other = DRAFT.replace("a", "b")
    keep(history, b"a")
    keep(History(folder, other), b"b")
    for ending in ("-journal", "-wal", "-shm", ".beskadiget", ".beskadiget-2", ".beskadiget-2-journal"):
        (folder / f"{NAME}{ending}").touch()
    history.delete()
    assert [name for name in names_in(folder) if not name.startswith(other)] == []
    assert history.versions() == []
    assert History(folder, other).content(1) == b"b"
    keep(history, b"c")
    assert list(history.contents()) == [b"c"]


def test_the_size_is_what_deleting_frees(history: History, tmp_path: Path) -> None:
    folder = tmp_path / "versioner"
    keep(history, b"a")
    (folder / f"{NAME}.beskadiget").write_bytes(bytes(1000))
    (folder / "somebody else's").write_bytes(bytes(1000))
    assert history.size() == (folder / NAME).stat().st_size + 1000


def test_the_library_for_databases_is_loaded_when_it_is_first_needed() -> None:
    code = "import sys, botilbud_desktop.storage.history.versions; sys.exit('sqlite3' in sys.modules)"
    root = Path(__file__).parents[3]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False, timeout=60).returncode == 0


def test_what_is_stored_is_verified_by_its_own_digest(history: History, tmp_path: Path) -> None:
    keep(history, b"the content")
    stored = rows(tmp_path / "versioner", "SELECT digest FROM content")
    assert stored == [(hashlib.sha256(b"the content").digest(),)]
