"""Which of doubtful copies a KKR's secretariat has chosen to count, one file for each round, on this computer.

A choice is taken again only where the same files, with the same content, are in doubt.
"""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Annotated, NamedTuple

from pydantic import Field

from botilbud_desktop.storage.collection.stored_names import LONGEST_STORED, own_name, stored_name
from botilbud_desktop.storage.files.private_folder import make_private_folder
from botilbud_desktop.storage.json.state_file import StateFile, read_state, write_state
from botilbud_desktop.storage.paths import OwnFile

_MOST = 2_000

_Text = Annotated[str, Field(max_length=LONGEST_STORED)]


class _File(StateFile):
    application: _Text
    file: _Text
    digest: _Text
    is_counted: bool


class _Group(StateFile):
    files: Annotated[tuple[_File, ...], Field(max_length=_MOST)]


class _Stored(StateFile):
    groups: Annotated[tuple[_Group, ...], Field(max_length=_MOST)] = ()


class Copy(NamedTuple):
    """One of some files that may be the same application."""

    application: str
    """The id of the draft's application."""
    file: str
    """Its name in the collection."""
    digest: str
    """That of its content."""


type Choice = tuple[frozenset[Copy], frozenset[Copy]]
"""All files of a group that is in doubt, and those of them that are not counted."""


def digest_of(content: bytes) -> str:
    """Returns what the content of a draft is recognised by."""
    return sha256(content).hexdigest()


def read_choices(folder: Path, round_id: str) -> list[Choice]:
    """Returns what was chosen, the latest last; nothing where there is no file, or it is invalid."""
    stored = read_state(_path(folder, round_id), _Stored, _Stored())
    return [
        (_copies(group.files), _copies(each for each in group.files if not each.is_counted)) for group in stored.groups
    ]


def write_choices(folder: Path, round_id: str, choices: Iterable[Choice]) -> None:
    """Keep these choices in place of earlier ones between the same files; one in which all are counted is none.

    Raises:
        SaveFailedError: they could not be written.
        OSError: there can be no such folder.
    """
    before = read_choices(folder, round_id)
    now = list(choices)
    names = [_names(group) for group, _ in now]
    kept = [each for each in before if _names(each[0]) not in names] + [each for each in now if each[1]]
    if kept == before:
        return
    make_private_folder(folder)
    groups = tuple(_Group.model_construct(files=_files(group, unticked)) for group, unticked in kept[-_MOST:])
    write_state(_path(folder, round_id), _Stored.model_construct(groups=groups))


def unticked_again(choices: Iterable[Choice], groups: Iterable[frozenset[Copy]]) -> frozenset[str]:
    """Returns the files that were not counted when exactly these groups were in doubt."""
    chosen = dict(choices)
    return frozenset(copy.file for group in groups for copy in chosen.get(group, frozenset()))


def _copies(files: Iterable[_File]) -> frozenset[Copy]:
    return frozenset(Copy(each.application, own_name(each.file), each.digest) for each in files)


def _files(group: frozenset[Copy], unticked: frozenset[Copy]) -> tuple[_File, ...]:
    return tuple(
        _File.model_construct(
            application=each.application,
            file=stored_name(each.file),
            digest=each.digest,
            is_counted=each not in unticked,
        )
        for each in sorted(group)
    )


def _names(group: frozenset[Copy]) -> frozenset[tuple[str, str]]:
    return frozenset((copy.application, copy.file) for copy in group)


def _path(folder: Path, round_id: str) -> Path:
    return folder / f"{sha256(round_id.encode()).hexdigest()[:16]}{OwnFile.COPY_CHOICES}"
