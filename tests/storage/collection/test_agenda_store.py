"""What is typed of an agenda is kept, one for each round, and never written over unseen."""

import json
import os
from pathlib import Path

import pytest

from botilbud_desktop.domain.collection.agenda import Agenda, AgendaEntry, ProjectRemark
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.text.sanitizing import sanitized
from botilbud_desktop.domain.text.seen import without_unseen
from botilbud_desktop.storage.collection import agenda_store
from botilbud_desktop.storage.collection.agenda_store import (
    LONGEST_NUMBER,
    LONGEST_REMARK,
    LONGEST_TITLE,
    AgendaChangedError,
    AgendaStore,
)
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files import atomic_write
from tests.faults.hostile_texts import TEXTS
from tests.storage.other_process import kill, other_process

ROUND, OTHER = "LanBotilbud_2025-26", "LanBotilbud_2027-28"
AGENDA = Agenda(
    item="3.5",
    title="Lånepulje til botilbud",
    entries=(AgendaEntry(application="1", file="post/å.botilbud", number="7"),),
    remarks=(ProjectRemark(application="1", file="post/å.botilbud", project="p", text="Drøftet.\nAnbefales."),),
)


@pytest.fixture
def store(tmp_path: Path) -> AgendaStore:
    return AgendaStore(tmp_path / "dagsordener")


def the_file(tmp_path: Path) -> Path:
    (path,) = tmp_path.rglob("*.agenda")
    return path


def test_without_anything_kept_the_agenda_is_empty_and_nothing_is_written(store: AgendaStore, tmp_path: Path) -> None:
    assert store.read(ROUND) == (Agenda(), "", False)
    assert list(tmp_path.iterdir()) == []


def test_each_round_has_its_own_agenda_and_no_other_file_is_left(store: AgendaStore, tmp_path: Path) -> None:
    digest = store.write(ROUND, AGENDA, "")
    assert store.read(ROUND) == (AGENDA, digest, False)
    assert store.read(OTHER) == (Agenda(), "", False)
    assert [path.name for path in (tmp_path / "dagsordener").iterdir()] == [the_file(tmp_path).name]
    changed = replace(AGENDA, title="")
    assert store.read(ROUND).digest != store.write(ROUND, changed, digest)
    assert store.read(ROUND).agenda == changed


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"[1, 2",
        b"\xff\xfe",
        b"[]",
        b'{"item": "3"}',
        json.dumps({"round": OTHER}).encode(),
        json.dumps({"round": ROUND, "item": 3}).encode(),
        json.dumps({"round": ROUND, "item": "3" * 13}).encode(),
        json.dumps({"round": ROUND, "entries": [{"application": "1"}]}).encode(),
        json.dumps(
            {"round": ROUND, "remarks": [{"application": "1", "file": "", "project": "", "text": "x" * 10_001}]}
        ).encode(),
        b"[" * 100_000,
    ],
)
def test_a_broken_file_is_set_aside_and_told_of(store: AgendaStore, tmp_path: Path, broken: bytes) -> None:
    store.write(ROUND, AGENDA, "")
    file = the_file(tmp_path)
    file.write_bytes(broken)
    assert store.read(ROUND) == (Agenda(), "", True)
    assert [path.read_bytes() for path in tmp_path.rglob("*.broken")] == [broken]
    digest = store.write(ROUND, AGENDA, "")
    assert store.read(ROUND) == (AGENDA, digest, False)


@pytest.mark.parametrize("text", TEXTS)
def test_any_text_that_can_be_typed_comes_back_as_it_was(store: AgendaStore, text: str) -> None:
    typed = sanitized(text)[:LONGEST_REMARK]
    remark = ProjectRemark(application="1", file=typed[:100], project="p", text=typed)
    agenda = Agenda(item=without_unseen(typed)[:LONGEST_NUMBER], title=typed[:LONGEST_TITLE], remarks=(remark,))
    store.write(ROUND, agenda, "")
    assert store.read(ROUND).agenda == agenda


@pytest.mark.parametrize(
    "name",
    [
        os.fsdecode(b"th\xe6.botilbud"),
        "th\\udce6.botilbud",
        r"\u005cudce6\\u0041.botilbud",
        "post/" + "\udce6" * 4_000,
        "\\u" * 2_000,
        "æ 🏠.botilbud",
    ],
)
def test_any_name_of_a_file_comes_back_as_it_was(store: AgendaStore, name: str) -> None:
    entry, remark = replace(AGENDA.entries[0], file=name), replace(AGENDA.remarks[0], file=name)
    agenda = replace(AGENDA, entries=(*AGENDA.entries, entry), remarks=(*AGENDA.remarks, remark))
    store.write(ROUND, agenda, "")
    assert store.read(ROUND).agenda == agenda


def test_numbers_are_read_as_they_are_seen(store: AgendaStore) -> None:
    entries = (replace(AGENDA.entries[0], number="2\u200b"), replace(AGENDA.entries[0], file="b", number="\u00ad"))
    store.write(ROUND, replace(AGENDA, item="\u202e3", entries=entries), "")
    agenda = store.read(ROUND).agenda
    assert agenda.item == "3"
    assert [entry.number for entry in agenda.entries] == ["2", ""]


def test_what_a_newer_program_writes_besides_is_passed_over(store: AgendaStore, tmp_path: Path) -> None:
    store.write(ROUND, AGENDA, "")
    file = the_file(tmp_path)
    values = json.loads(file.read_bytes())
    values["colour"] = values["entries"][0]["colour"] = values["remarks"][0]["colour"] = "red"
    file.write_text(json.dumps(values), encoding="utf-8")
    assert store.read(ROUND).agenda == AGENDA


def test_a_file_that_cannot_be_read_is_no_empty_agenda(store: AgendaStore, tmp_path: Path) -> None:
    store.write(ROUND, AGENDA, "")
    file = the_file(tmp_path)
    file.unlink()
    file.mkdir()
    with pytest.raises(RefusedFileError):
        store.read(ROUND)
    with pytest.raises(SaveFailedError):
        store.write(ROUND, AGENDA, "")


def test_what_was_changed_elsewhere_is_not_written_over(store: AgendaStore, tmp_path: Path) -> None:
    digest = store.write(ROUND, AGENDA, "")
    theirs = AgendaStore(tmp_path / "dagsordener")
    other = replace(AGENDA, item="4")
    theirs.write(ROUND, other, digest)
    with pytest.raises(AgendaChangedError):
        store.write(ROUND, AGENDA, digest)
    assert store.read(ROUND).agenda == other
    mine = replace(AGENDA, item="5")
    store.write(ROUND, mine, digest, is_over_other=True)
    assert store.read(ROUND).agenda == mine
    (aside,) = tmp_path.rglob("*.broken")
    assert json.loads(aside.read_bytes())["item"] == "4"


def test_a_file_that_is_there_now_and_was_not_before_is_not_written_over(store: AgendaStore, tmp_path: Path) -> None:
    AgendaStore(tmp_path / "dagsordener").write(ROUND, AGENDA, "")
    with pytest.raises(AgendaChangedError):
        store.write(ROUND, Agenda(), "")


def test_what_was_perhaps_written_is_ones_own(store: AgendaStore, monkeypatch: pytest.MonkeyPatch) -> None:
    digest = store.write(ROUND, AGENDA, "")
    other = replace(AGENDA, item="4")

    def fail(_folder: Path) -> None:
        raise OSError(5, "no answer")

    monkeypatch.setattr(atomic_write, "_flush_folder", fail)
    with pytest.raises(SaveFailedError) as failed:
        store.write(ROUND, other, digest)
    assert failed.value.replaced
    monkeypatch.undo()
    store.write(ROUND, other, digest)
    assert store.read(ROUND).agenda == other


def test_what_cannot_be_written_is_said(store: AgendaStore, tmp_path: Path) -> None:
    (tmp_path / "dagsordener").write_text("no folder", encoding="utf-8")
    with pytest.raises(SaveFailedError):
        store.write(ROUND, AGENDA, "")
    with pytest.raises(SaveFailedError):
        store.write(ROUND, replace(AGENDA, item="\ud800"), "")


_HOLD = """
import sys
from pathlib import Path
from botilbud_desktop.storage.files.liveness_lock import LivenessLock

lock = LivenessLock(Path(sys.argv[1]))
assert lock.hold()
print("ready", flush=True)
sys.stdin.readline()
"""


def test_while_another_program_writes_it_nobody_else_does(
    store: AgendaStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = store.write(ROUND, AGENDA, "")
    monkeypatch.setattr(agenda_store, "_LONGEST_WAIT", 0.05)
    with other_process(_HOLD, str(the_file(tmp_path).with_suffix(".alive"))) as holder:
        with pytest.raises(SaveFailedError, match="Et andet vindue"):
            store.write(ROUND, Agenda(), digest)
        kill(holder)
    store.write(ROUND, Agenda(), digest)
