"""What a KKR's secretariat has typed of its agendas (*dagsordenspunkter*), one for each round, on this computer."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Annotated, NamedTuple, TypedDict

from pydantic import Field, ValidationError

from botilbud_desktop.domain.collection.agenda import Agenda, AgendaEntry, ProjectRemark
from botilbud_desktop.domain.text.seen import seen, without_unseen
from botilbud_desktop.storage.collection.stored_names import LONGEST_STORED, own_name, stored_name
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.liveness_lock import LivenessLock
from botilbud_desktop.storage.files.os_errors import reading_problem, saving_problem
from botilbud_desktop.storage.files.path_calls import is_missing
from botilbud_desktop.storage.files.private_folder import make_private_folder
from botilbud_desktop.storage.files.read_bytes import read_bytes
from botilbud_desktop.storage.json.state_file import StateFile, set_aside, state_bytes, write_state_bytes
from botilbud_desktop.storage.paths import OwnFile

LONGEST_NUMBER = 12
"""Maximum characters of the number of the agenda item, and of an application."""
LONGEST_TITLE = 200
LONGEST_REMARK = 10_000
MOST_ENTRIES = 20_000
"""Of applications, and of remarks."""
_LARGEST_FILE = 50_000_000
_LONGEST_ID = 100
_LONGEST_WAIT = 2.0
_PAUSE = 0.02

_Number = Annotated[str, Field(max_length=LONGEST_NUMBER)]
_Id = Annotated[str, Field(max_length=_LONGEST_ID)]
_Code = Annotated[str, Field(max_length=_LONGEST_ID)]
"""That of a municipality; files from before it was kept lack it."""
_File = Annotated[str, Field(max_length=LONGEST_STORED)]


class _Entry(StateFile):
    application: _Id
    file: _File
    municipality: _Code = ""
    number: _Number = ""


class _Remark(StateFile):
    application: _Id
    file: _File
    municipality: _Code = ""
    project: _Id
    text: Annotated[str, Field(max_length=LONGEST_REMARK)]


class _Whose(TypedDict):
    """What tells the application that something is kept of."""

    application: str
    file: str
    municipality: str


class _Stored(StateFile):
    round: str
    item: _Number = ""
    title: Annotated[str, Field(max_length=LONGEST_TITLE)] = ""
    entries: Annotated[tuple[_Entry, ...], Field(max_length=MOST_ENTRIES)] = ()
    remarks: Annotated[tuple[_Remark, ...], Field(max_length=MOST_ENTRIES)] = ()


class StoredAgenda(NamedTuple):
    """An agenda as it is kept."""

    agenda: Agenda
    digest: str
    """The SHA-256 of its file, which tells whether it was changed since; "" without a file."""
    was_broken: bool = False
    """Whether its file could not be understood; it was set aside."""


class AgendaChangedError(Exception):
    """The agenda was changed elsewhere since it was read: in another window, or on another computer."""


class AgendaStore:
    """Reads and writes the agendas of one user. It uses nothing of Qt, so jobs can call it."""

    def __init__(self, folder: Path) -> None:
        """`folder` is that of the agendas; it need not exist."""
        self._folder = folder
        self._perhaps: dict[Path, str] = {}
        """The digests of what was perhaps written: the drive did not confirm it."""

    def read(self, round_id: str) -> StoredAgenda:
        """Returns the agenda of a round; an empty one when there is none or its file is broken.

        Raises:
            RefusedFileError: there may be one, and it cannot be read. It must not be written over.
        """
        path = self._path(round_id)
        if is_missing(path):
            return StoredAgenda(Agenda(), "")
        data = read_bytes(path, _LARGEST_FILE)
        agenda = _understood(data, round_id)
        if agenda is None:
            try:
                set_aside(path)
            except OSError as error:
                raise RefusedFileError(path.name, "", reading_problem(error)) from error
            return StoredAgenda(Agenda(), "", was_broken=True)
        return StoredAgenda(agenda, sha256(data).hexdigest())

    def kept(self, round_id: str) -> Agenda | None:
        """Returns the agenda of a round; None when there is none. No file is changed, not even a broken one.

        Raises:
            RefusedFileError: it cannot be read or understood.
        """
        path = self._path(round_id)
        if is_missing(path):
            return None
        agenda = _understood(read_bytes(path, _LARGEST_FILE), round_id)
        if agenda is None:
            raise RefusedFileError(path.name, "", "den er beskadiget")
        return agenda

    def write(self, round_id: str, agenda: Agenda, digest: str, *, is_over_other: bool = False) -> str:
        """Write the agenda of a round. Returns the digest of its file.

        Args:
            round_id: the round.
            agenda: what is written.
            digest: that of the file which the agenda grew out of.
            is_over_other: whether a file that was changed since then may be replaced; that one is set aside.

        Raises:
            AgendaChangedError: the file was changed since it was read, and is as it was.
            SaveFailedError: it could not be written.
        """
        path = self._path(round_id)
        data = state_bytes(path, _stored(round_id, agenda))
        try:
            make_private_folder(self._folder)
            with _alone(path):
                if _digest(path) not in (digest, self._perhaps.get(path)):
                    if not is_over_other:
                        raise AgendaChangedError
                    if not is_missing(path):
                        set_aside(path)
                self._perhaps[path] = sha256(data).hexdigest()
                write_state_bytes(path, data)
        except OSError as error:
            raise SaveFailedError(path.name, saving_problem(error)) from error
        return self._perhaps[path]

    def _path(self, round_id: str) -> Path:
        return self._folder / f"{sha256(round_id.encode()).hexdigest()[:16]}{OwnFile.OF_ROUND}"


def _understood(data: bytes, round_id: str) -> Agenda | None:
    """Returns the agenda of a round from the bytes of its file; None when they are not one."""
    try:
        stored = _Stored.model_validate_json(data)
    except (ValidationError, ValueError, RecursionError):
        return None
    return _agenda_of(stored) if stored.round == round_id else None


def _digest(path: Path) -> str:
    """Returns the digest of the file at `path`; "" without one."""
    if is_missing(path):
        return ""
    try:
        return sha256(read_bytes(path, _LARGEST_FILE)).hexdigest()
    except RefusedFileError as error:
        raise SaveFailedError(path.name, error.reason) from error


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Keeps other programs from writing the file meanwhile, where the drive has locks.

    Raises:
        SaveFailedError: another one has been writing it all the time.
    """
    lock = LivenessLock(path.with_suffix(OwnFile.LIVENESS))
    deadline = time.monotonic() + _LONGEST_WAIT
    while not lock.hold():
        if time.monotonic() > deadline:
            raise SaveFailedError(path.name, "et andet vindue er ved at gemme den")
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        lock.remove()


def _agenda_of(stored: _Stored) -> Agenda:
    return Agenda(
        item=without_unseen(stored.item),
        title=stored.title,
        entries=tuple(AgendaEntry(**_own(each), number=seen(each.number)) for each in stored.entries),
        remarks=tuple(ProjectRemark(**_own(each), project=each.project, text=each.text) for each in stored.remarks),
    )


def _own(kept: _Entry | _Remark) -> _Whose:
    return {"application": kept.application, "file": own_name(kept.file), "municipality": kept.municipality}


def _whose(kept: AgendaEntry | ProjectRemark) -> _Whose:
    return {"application": kept.application, "file": stored_name(kept.file), "municipality": kept.municipality}


def _stored(round_id: str, agenda: Agenda) -> _Stored:
    return _Stored.model_construct(
        round=round_id,
        item=agenda.item,
        title=agenda.title,
        entries=tuple(_Entry.model_construct(**_whose(each), number=each.number) for each in agenda.entries),
        remarks=tuple(
            _Remark.model_construct(**_whose(each), project=each.project, text=each.text) for each in agenda.remarks
        ),
    )
