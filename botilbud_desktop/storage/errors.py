"""Errors of files; the text of each is Danish and names the file, or who has it open."""

from datetime import datetime

from botilbud_desktop.domain.text.hidden_marks import capitalised
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.storage.holder import Holder

_LONGEST_NAME = 80
_LONGEST_PLACE = 120


class RefusedFileError(Exception):
    """A file that cannot be opened: damaged, of another format, too new or unreachable. Nothing was changed."""

    def __init__(self, file: str, place: str, reason: str) -> None:
        """`reason` is a Danish clause without a full stop; `place` a field path or a line, "" for the whole file."""
        super().__init__(file, place, reason)
        self.file = printable(file, _LONGEST_NAME)
        self.place = printable(place, _LONGEST_PLACE)
        self.reason = reason

    def __str__(self) -> str:
        """Returns the sentence for the user."""
        where = f" ({self.place})" if self.place else ""
        return f"Filen »{self.file}« kan ikke åbnes: {capitalised(self.reason)}{where}."


class MalformedFileError(RefusedFileError):
    """What a file holds is not what its format wants: the reason is for who wrote the file by hand."""


class DamagedDraftError(RefusedFileError):
    """A malformed draft, which nobody writes by hand; the technical reason stands in brackets."""

    def __str__(self) -> str:
        """Returns the sentence for the user."""
        technical = ", ".join(filter(None, (self.place, self.reason)))
        return f"Filen »{self.file}« kan ikke åbnes: Den er beskadiget eller rettet i et andet program ({technical})."


class SaveFailedError(Exception):
    """A file that could not be written. The old file is intact unless `replaced`; no temporary file is left."""

    def __init__(self, file: str, reason: str, *, replaced: bool = False) -> None:
        """`reason` is a Danish clause without a full stop.

        `replaced`: the whole new content is in place, but the disk did not confirm it. A power cut in the next seconds
        could bring the old file back. The next save starts from the new content's digest.
        """
        super().__init__(file, reason)
        self.file = printable(file, _LONGEST_NAME)
        self.reason = reason
        self.replaced = replaced

    def __str__(self) -> str:
        """Returns the sentence for the user."""
        if self.replaced:
            return f"Det er uvist, om filen »{self.file}« er gemt: {capitalised(self.reason)}."
        return f"Filen »{self.file}« blev ikke gemt: {capitalised(self.reason)}."


class PerhapsSavedError(SaveFailedError):
    """A file that was being replaced when the program stopped waiting for the drive: it is whole, old or new."""

    def __init__(self, file: str, reason: str) -> None:
        """`reason` is a Danish clause without a full stop."""
        super().__init__(file, reason, replaced=True)


class ChangedOnDiskError(Exception):
    """The file on disk differs from the one that the draft was read from. It was not overwritten."""

    def __init__(self, file: str, *, missing: bool = False, unexpected: bool = False) -> None:
        """`missing`: the file is gone. `unexpected`: a new file was to be created, but the name is taken."""
        super().__init__(file)
        self.file = printable(file, _LONGEST_NAME)
        self.missing = missing
        self.unexpected = unexpected

    def __str__(self) -> str:
        """Returns the sentence for the user."""
        if self.missing:
            return f"Filen »{self.file}« ligger der ikke længere, så gem kladden som en ny fil."
        if self.unexpected:
            return f"Der ligger allerede en fil med navnet »{self.file}«, og den er ikke overskrevet."
        return f"Filen »{self.file}« er ændret af en anden, siden du åbnede den, og den er ikke overskrevet."


class LockedError(Exception):
    """A draft that somebody else has open. It can be read, and was not changed."""

    def __init__(self, holder: Holder, *, is_gone: bool) -> None:
        """`is_gone`: as far as the drive can tell, the holder has closed it, so the draft may be taken over."""
        super().__init__(holder.name, holder.machine)
        self.holder = holder
        self.is_gone = is_gone

    def __str__(self) -> str:
        """Returns the sentence for the user, without the machine and the time, which are shown beside it."""
        is_open = "står som åben" if self.is_gone else "er allerede åben"
        return f"Kladden {is_open} hos {self.holder.name}. Du kan læse den, men ikke rette i den."

    @property
    def who(self) -> str:
        """The holder, as a sentence begins: `En anden` where no name is known."""
        return f"{self.holder.name[:1].upper()}{self.holder.name[1:]}"

    @property
    def machine(self) -> str:
        """The computer where it is open; "" when unknown."""
        return self.holder.machine

    @property
    def since(self) -> datetime | None:
        """The time of opening, with a time zone; None when unknown."""
        return self.holder.since


NOT_SAVED = (SaveFailedError, ChangedOnDiskError, LockedError)
"""All errors of a failed save; the old file is intact unless `replaced`."""
NotSaved = SaveFailedError | ChangedOnDiskError | LockedError
