"""Two computers on which drafts are opened, saved, copied and kept as versions, with the program's own storage code."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import NamedTuple, Protocol

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.lineage import Lineage, is_ancestor, is_continued
from botilbud_desktop.storage.draft.draft_file import OpenedDraft, draft_bytes, parse_draft, read_draft
from botilbud_desktop.storage.draft.draft_lock import lock_draft
from botilbud_desktop.storage.draft.file_handle import DraftFileHandle, SaveResult, StorageContext
from botilbud_desktop.storage.draft.save_session import SaveSession
from botilbud_desktop.storage.draft.serialised import DraftSerialiser, SerialisedDraft
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.history.versions import History, Reason
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.user.person import Person
from tests.faults.merging.known import Draft, application_of
from tests.strategies import ROUND

DRAFT_ID = "00000000-0000-4000-8000-000000000000"
_START = datetime(2026, 1, 5, 8, tzinfo=UTC)


class Side(NamedTuple):
    """One side of a merge: what the program sees of it, and what is true of it."""

    application: Application
    lineage: Lineage | None
    draft: Draft


class Records:
    """What is true of each content that was ever in a file, by its bytes."""

    def __init__(self) -> None:
        self._drafts: dict[bytes, Draft] = {}
        self._opened: dict[bytes, OpenedDraft] = {}

    def note(self, content: bytes, draft: Draft) -> None:
        """Note a content, unless the same bytes were there before."""
        self._drafts.setdefault(hashlib.sha256(content).digest(), draft)

    def of(self, content: bytes) -> Draft:
        """Returns what is true of a content."""
        return self._drafts[hashlib.sha256(content).digest()]

    def opened(self, content: bytes, library: FormLibrary) -> OpenedDraft:
        """Returns what the program reads from these bytes, which it reads once."""
        key = hashlib.sha256(content).digest()
        if key not in self._opened:
            self._opened[key] = parse_draft(content, "", library)
        return self._opened[key]


class Clock:
    """A clock that goes on a second each time it is looked at."""

    def __init__(self) -> None:
        self._seconds = count()

    def __call__(self) -> datetime:
        return _START + timedelta(seconds=next(self._seconds))


class File(Protocol):
    """What an open draft needs of its file."""

    @property
    def content(self) -> bytes | None:
        """The content last read or written."""

    def save(self, snapshot: Snapshot, reason: Reason, serialised: SerialisedDraft | None = None) -> SaveResult:
        """Save the content."""

    def release(self) -> None:
        """Release the file."""


class Computer:
    """A computer with its own history of versions; files lie in a folder that all can reach."""

    def __init__(self, folder: Path, name: str, library: FormLibrary, records: Records, clock: Clock) -> None:
        self.storage = StorageContext(library, UserFolders.below(folder / name), Person(name, name), clock)
        self.records = records

    def read(self, path: Path) -> Side:
        """Returns the draft in a file."""
        opened = self.opened(path)
        return Side(opened.application, opened.lineage, self.records.of(opened.content))

    def side_of(self, content: bytes) -> Side:
        """Returns the draft in these bytes, such as those of a version."""
        opened = self.records.opened(content, self.storage.library)
        return Side(opened.application, opened.lineage, self.records.of(content))

    def open(self, path: Path) -> OpenDraft:
        """Returns the draft in a file, opened to change it."""
        opened = self.opened(path)
        draft = self.records.of(opened.content)
        unproven = opened.application if opened.lineage is None else None
        file = self.file_at(path, opened.content, unproven)
        return OpenDraft(self, draft, opened.lineage, file)

    def opened(self, path: Path) -> OpenedDraft:
        """Returns what the program reads from a file."""
        return read_draft(path, self.storage.library)

    def file_at(self, path: Path, content: bytes | None, unproven: Application | None = None) -> File:
        """Returns the file of an open draft."""
        lock = lock_draft(path, self.storage.person, self.storage.clock())
        return DraftFileHandle(path, content, lock, self.storage, unproven)

    def contents(self) -> list[bytes]:
        """Returns the contents of all versions that are kept here."""
        with suppress(RefusedFileError):
            return list(self._history.contents())
        return []

    def keep_only(self, contents: list[bytes]) -> None:
        """Lose all versions but these."""
        self._history.delete()
        for content in contents:
            self._history.keep(content, self.storage.clock(), self.storage.person, Reason.SAVED)

    def thin(self, random: Random) -> None:
        """Lose some of the versions, or all of them."""
        share = random.choice((0.0, 0.5, 0.9))
        self.keep_only([content for content in self.contents() if random.random() < share])

    def damage(self, random: Random) -> None:
        """Spoil the file of the versions."""
        for path in self.storage.folders.versions.glob("*.sqlite"):
            data = bytearray(path.read_bytes())
            for _ in range(random.choice((1, 20))):
                data[random.randrange(len(data))] ^= 0xFF
            path.write_bytes(data[: random.choice((len(data), len(data) // 2))])

    @property
    def _history(self) -> History:
        return History(self.storage.folders.versions, DRAFT_ID)


class QuickComputer(Computer):
    """A computer without locks and databases: ten times as fast, for many stories."""

    def __init__(self, folder: Path, name: str, library: FormLibrary, records: Records, clock: Clock) -> None:
        super().__init__(folder, name, library, records, clock)
        self._kept: list[bytes] = []

    def opened(self, path: Path) -> OpenedDraft:
        return self.records.opened(path.read_bytes(), self.storage.library)

    def file_at(self, path: Path, content: bytes | None, unproven: Application | None = None) -> File:
        return _QuickFile(path, content, self.keep, unproven, self.storage.clock)

    def keep(self, content: bytes) -> None:
        """Keep a content as a version."""
        if content not in self._kept[-1:]:
            self._kept.append(content)

    def contents(self) -> list[bytes]:
        return list(self._kept)

    def keep_only(self, contents: list[bytes]) -> None:
        self._kept = contents

    def damage(self, random: Random) -> None:
        self._kept = [content for content in self._kept if random.random() < 0.5]  # damaged ones are skipped


class _QuickFile:
    def __init__(
        self,
        path: Path,
        content: bytes | None,
        keep: Callable[[bytes], None],
        unproven: Application | None,
        clock: Callable[[], datetime],
    ) -> None:
        self._path = path
        self.content = content
        self._keep = keep
        self._unproven = unproven
        self._clock = clock

    def save(self, snapshot: Snapshot, reason: Reason, serialised: SerialisedDraft | None = None) -> SaveResult:
        if self.content is not None:
            self._keep(self.content)
        if serialised is None or snapshot.application == self._unproven:
            return SaveResult(snapshot, self._clock(), "", has_half_typed=True, has_history=True)
        self._path.write_bytes(serialised.data)
        self.content, self._unproven = serialised.data, None
        self._keep(serialised.data)
        return SaveResult(
            snapshot,
            self._clock(),
            serialised.digest,
            has_half_typed=True,
            has_history=True,
            lineage=serialised.lineage,
        )

    def release(self) -> None:
        pass


class OpenDraft:
    """A draft that is open in the program: its content, its session and, unless it is new, its file."""

    def __init__(self, computer: Computer, draft: Draft, lineage: Lineage | None, file: File | None) -> None:
        self._computer = computer
        self.draft = draft
        self._serialiser = DraftSerialiser(SaveSession(lineage))
        self.file = file
        self._application = self._seen()
        self._numbered = [] if lineage is None else [(lineage, draft)]

    @property
    def side(self) -> Side:
        """The content as one side of a merge."""
        return Side(self._application, self._number(), self.draft)

    def change(self, draft: Draft) -> None:
        """Change the content, unless nobody could see the change."""
        former, self.draft = self.draft, draft
        seen = self._seen()
        if seen == self._application:
            self.draft = former
        self._application = seen

    def merged_with(self, draft: Draft, other: Lineage | None) -> None:
        """Take over a merged content."""
        self._include(draft)
        self._serialiser.join(other)

    def restore_version(self, version: Side, draft: Draft) -> None:
        """Take over an earlier version, as `DraftController.restore_version` does."""
        is_own = is_continued(version.lineage, self._number())
        self._include(draft)
        if not is_own:
            self._serialiser.join(None)

    def undo_inclusion(self, draft: Draft) -> None:
        """Undo that another content was taken over: the lineage begins anew."""
        self._include(draft)
        self._serialiser.join(None)

    def journal(self) -> Side:
        """Returns what the journal holds of the draft now."""
        return Side(self._application, self._number(), self.draft)

    def is_continued_by(self, journal: Side) -> bool:
        """Whether what a journal holds was made from what the file holds now."""
        own = self._number()
        return own is not None and journal.lineage is not None and is_ancestor(own.saves, journal.lineage.saves)

    def restore(self, journal: Side) -> None:
        """Take over what was found after a crash, as `DraftController.restore` does."""
        if journal.application != self._application:
            self._serialiser.continue_from(journal.lineage)
        self._include(journal.draft)

    def _include(self, draft: Draft) -> None:
        self.draft = draft
        self._application = self._seen()
        self._numbered.clear()

    def save(self, reason: Reason = Reason.AUTOMATIC) -> None:
        """Save in the draft's own file."""
        if self.file is None:
            return
        before = self.file.content
        saved = self.file.save(Snapshot(self._application, {}), reason, self._left())
        if saved.lineage is not None or self.file.content != before:
            self._serialiser.mark_saved(saved.lineage)
        if self.file.content is not None:
            self._computer.records.note(self.file.content, self.draft)

    def save_as(self, path: Path) -> None:
        """Save in another file from now on."""
        self.close()
        self.file = self._computer.file_at(path, None)
        self.save(Reason.SAVED)

    def save_copy(self, path: Path) -> None:
        """Save a copy, and go on in the draft's own file."""
        serialised = self._left()
        path.write_bytes(serialised.data)
        self._computer.records.note(serialised.data, self.draft)

    def work_copy(self) -> OpenDraft:
        """Returns a copy that is not saved anywhere yet, as »Åbn en kopi« does."""
        lineage = self._left().lineage
        return OpenDraft(self._computer, self.draft, lineage, None)

    def close(self) -> None:
        """Release the file."""
        if self.file is not None:
            self.file.release()

    def _number(self) -> Lineage | None:
        """Returns the lineage of the content.

        The content that a change led back to, before anybody else got another, has its lineage and its truth again.
        """
        lineage = self._serialiser.serialise(self._application).lineage
        if lineage is not None:
            same = next((draft for known, draft in self._numbered if known == lineage), None)
            self.draft = self.draft if same is None else same
            self._numbered.append((lineage, self.draft))
        return lineage

    def _left(self) -> SerialisedDraft:
        """Returns the content for its file or a copy: what comes later comes after it."""
        self._number()
        del self._numbered[:-1]
        return self._serialiser.for_others(self._application)

    def _seen(self) -> Application:
        return application_of(self.draft, DRAFT_ID, ROUND)


def version_1(draft: Draft) -> bytes:
    """Returns the bytes of a draft as the first version of the program wrote them, without a lineage."""
    values = json.loads(draft_bytes(application_of(draft, DRAFT_ID, ROUND)))
    values["format_version"] = 1
    values.pop("lineage", None)
    return _bytes_of(values)


def edited_by_hand(content: bytes, draft: Draft) -> bytes:
    """Returns the bytes of a file whose content was changed by other means, so that its lineage does not fit."""
    values = json.loads(draft_bytes(application_of(draft, DRAFT_ID, ROUND)))
    old = json.loads(content)
    if "lineage" in old:
        values["lineage"] = old["lineage"]
    else:
        values.pop("lineage", None)
    return _bytes_of(values)


def _bytes_of(values: dict[str, object]) -> bytes:
    return (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode()


def names() -> Iterator[str]:
    """Yields file names."""
    return (f"kopi {number}.botilbud" for number in count())
