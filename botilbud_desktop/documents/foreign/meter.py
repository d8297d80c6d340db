"""Counts the work that a file asks for, and stops it at a limit.

The count depends on the file alone, so the same file is read or refused each time, on any machine. All that pypdf reads
goes through `MeteredBytes`, one small read at a time, so nothing that it does can go on for long without being counted.
"""

from collections.abc import Callable
from io import SEEK_END, BytesIO

from botilbud_desktop.documents.foreign.errors import TOO_COMPLICATED, ForeignPdfError
from botilbud_desktop.documents.foreign.limits import MOST_READ_TWICE, MOST_WORK

_LARGE = 4_096
_BYTES_OF_A_STEP = 128
_OBJECTS_OF_A_STEP = 16


class Meter:
    """The work that is left for one file."""

    def __init__(self) -> None:
        self._left = MOST_WORK
        self._large_left = MOST_READ_TWICE

    @property
    def is_spent(self) -> bool:
        """Whether the limit was reached."""
        return self._left < 0 or self._large_left < 0

    def work(self, steps: int) -> None:
        """Counts steps.

        Raises:
            ForeignPdfError: there were too many.
        """
        self._left -= steps
        if self.is_spent:
            raise ForeignPdfError(TOO_COMPLICATED)

    def pass_bytes(self, size: int) -> None:
        """Counts bytes that are handed over in one piece; what is large may be held.

        Raises:
            ForeignPdfError: there were too many.
        """
        if size > _LARGE:
            self._large_left -= size
        self.work(1 + size // _BYTES_OF_A_STEP)


class MeteredBytes(BytesIO):
    """The bytes of a file; each read is counted."""

    def __init__(self, data: bytes, meter: Meter, count_objects: Callable[[], int]) -> None:
        """`count_objects`: how many objects are known by now."""
        super().__init__(data)
        self._size = len(data)
        self._meter = meter
        self._count_objects = count_objects

    def read(self, size: int | None = -1, /) -> bytes:
        """Reads on."""
        read = super().read(size)
        self._meter.pass_bytes(len(read))
        return read

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Moves. Whoever moves to the end looks through all objects, for the one that follows a broken one."""
        if whence == SEEK_END:
            self._meter.work(1 + self._count_objects() // _OBJECTS_OF_A_STEP)
        return super().seek(offset, whence)

    def getbuffer(self) -> memoryview:
        """Gives all bytes, to be searched through."""
        self._meter.work(1 + self._size // _BYTES_OF_A_STEP)
        return super().getbuffer()
