"""The objects of a large PDF: packed together and compressed as they come, so that none of them waits in memory.

reportlab writes every object by itself and keeps all of them until the end. A structure tree has a small object for
each paragraph and each cell: hundreds of thousands in the papers of an agenda.
"""

from array import array
from hashlib import sha256
from typing import Any, NamedTuple
from zlib import compress

_IN_ONE_STREAM = 200
_ALONE, _PACKED = 1, 2
"""The kinds of objects in the list of objects (*cross-reference stream*)."""


class Place(NamedTuple):
    """Where an object is."""

    kind: int
    where: int
    """Bytes from the beginning of the file, or the number of the stream that it is packed in."""
    within: int
    """Its place in that stream."""


class ObjectStore:
    """Objects with numbers of reportlab's document, packed into compressed streams."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._waiting: list[tuple[int, bytes]] = []
        self._streams = array("L")
        self._indexes = array("L")
        self.packed: list[tuple[int, bytes]] = []
        """The finished streams with their numbers."""

    def reserve(self) -> int:
        """Returns the number of an object that is added later."""
        self._document.objectcounter += 1
        return int(self._document.objectcounter)

    def add(self, number: int, content: str | bytes) -> None:
        """Adds an object that is no stream."""
        self._waiting.append((number, content.encode("ascii") if isinstance(content, str) else content))
        if len(self._waiting) == _IN_ONE_STREAM:
            self.pack()

    def pack(self) -> None:
        """Packs what has been added."""
        if not self._waiting:
            return
        stream = self.reserve()
        self._grow(stream)
        offsets, at = [], 0
        for index, (number, content) in enumerate(self._waiting):
            offsets.append(f"{number} {at}")
            at += len(content) + 1
            self._streams[number], self._indexes[number] = stream, index
        head = " ".join(offsets).encode("ascii") + b"\n"
        body = b"\n".join(content for _, content in self._waiting)
        keys = f"/Type/ObjStm/N {len(self._waiting)}/First {len(head)}"
        self.packed.append((stream, stream_object(head + body, keys)))
        self._waiting = []

    def place(self, number: int) -> Place | None:
        """Returns where an object is packed; None if it is not."""
        if number >= len(self._streams) or not self._streams[number]:
            return None
        return Place(_PACKED, self._streams[number], self._indexes[number])

    def _grow(self, number: int) -> None:
        lacking = number + 1 - len(self._streams)
        self._streams.extend([0] * lacking)
        self._indexes.extend([0] * lacking)


def stream_object(content: bytes, keys: str = "") -> bytes:
    """Returns a compressed stream with more keys of its dictionary."""
    packed = compress(content)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (keys.encode("ascii"), len(packed), packed)


def whole_file(document: Any, store: ObjectStore) -> bytes:
    """Returns the file with all objects of reportlab's document, which is finished, and those of the store."""
    parts = [b"%PDF-1.7\n%\x93\x8c\x8b\x9e\n"]
    ends = len(parts[0])
    places: dict[int, Place] = {}

    def write(number: int, content: bytes) -> None:
        nonlocal ends
        places[number] = Place(_ALONE, ends, 0)
        part = b"%d 0 obj\n%b\nendobj\n" % (number, content)
        parts.append(part)
        ends += len(part)

    catalog, info = (
        document.Reference(each).format(document).decode("ascii") for each in (document.Catalog, document.info)
    )
    number = 0
    while number < document.objectcounter:  # some objects name others that are made only then
        number += 1
        name = document.numberToId.get(number)
        if name is not None:
            content = document.idToObject[name].format(document)
            if content.rstrip().endswith(b"endstream"):
                write(number, content)
            else:
                store.add(number, content)
    store.pack()
    for number, content in store.packed:
        write(number, content)
    identity = sha256()
    for part in parts:
        identity.update(part)
    name = identity.hexdigest()[:32]
    trailer = f"/Root {catalog}/Info {info}/ID[<{name}><{name}>]"
    parts.append(_cross_references(store, places, ends, trailer))
    return b"".join(parts)


def _cross_references(store: ObjectStore, places: dict[int, Place], start: int, trailer: str) -> bytes:
    """Returns the list of all objects, and where it begins: at `start`, which is the end of all others."""
    own = store.reserve()
    places[own] = Place(_ALONE, start, 0)
    rows = bytearray(b"\0" * 7)
    for number in range(1, own + 1):
        place = places.get(number) or store.place(number) or Place(0, 0, 0)
        rows += bytes((place.kind,)) + place.where.to_bytes(4, "big") + place.within.to_bytes(2, "big")
    keys = f"/Type/XRef/Size {own + 1}/W[1 4 2]{trailer}"
    return b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (own, stream_object(bytes(rows), keys), start)
