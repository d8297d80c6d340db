"""Where the parts of a workbook are: each part names the others that belong to it. Nothing outside the file counts."""

from posixpath import dirname, join, normpath
from typing import NamedTuple
from urllib.parse import unquote

from botilbud_desktop.storage.excel.archive import Archive

_MOST = 10_000


class Relation(NamedTuple):
    """A part that belongs to another one."""

    id: str
    kind: str
    """The last word of its type: `worksheet`, `chartsheet`, `styles`."""
    part: str
    """Its name in the archive; empty when it lies outside the file."""


def relations_of(archive: Archive, part: str) -> tuple[Relation, ...]:
    """Returns the relations of a part, those of the whole file for ""; none where they are not told.

    Raises:
        Unreadable: they are damaged.
    """
    folder, _slash, name = part.rpartition("/")
    listed = join(folder, "_rels", f"{name}.rels")
    if listed not in archive:
        return ()
    reader = _RelationReader(archive, part)
    archive.read(listed, reader)
    return tuple(reader.found)


class _RelationReader:
    def __init__(self, archive: Archive, part: str) -> None:
        self.found: list[Relation] = []
        self._archive = archive
        self._folder = dirname(part)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name != "Relationship" or len(self.found) >= _MOST:
            return
        kind = attributes.get("Type", "").rpartition("/")[2]
        is_outside = attributes.get("TargetMode", "").lower() == "external"
        part = "" if is_outside else self._part(attributes.get("Target", ""))
        self.found.append(Relation(attributes.get("Id", ""), kind, part))

    def end(self, name: str) -> None:
        """Nothing ends with an element."""

    def text(self, text: str) -> None:
        """There are no texts."""

    def _part(self, target: str) -> str:
        """Returns the part that is meant: from the root, or from the folder of the part that names it."""
        plain = target.replace("\\", "/").partition("#")[0]
        tried = [normpath(join(self._folder, way)).lstrip("/") for way in (plain, unquote(plain))]
        tried += [normpath(plain).lstrip("./")]  # some write the whole name without the slash
        return next((part for part in tried if part in self._archive), tried[0])
