"""A draft that programs work on one after another, each until it is killed."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from botilbud_desktop.storage.draft.draft_file import digest_of
from botilbud_desktop.storage.draft.examples import example_drafts
from tests.faults.killed_program import folders_of
from tests.faults.ledger import Ledger
from tests.faults.reports import Content, Order


@dataclass
class Draft:
    """The draft, and the folder that contains everything of its user."""

    folder: Path
    file: Path | None
    """None for a draft that is never saved."""
    ledger: Ledger

    @classmethod
    def in_folder(cls, folder: Path, *, has_file: bool) -> Self:
        """Creates a copy of an example, or a new draft without a file."""
        folder.mkdir(parents=True)
        if not has_file:
            return cls(folder, None, Ledger(None))
        data = example_drafts()[0].path.read_bytes()
        file = folder / "kladder" / "sag æøå 1.botilbud"
        file.parent.mkdir()
        file.write_bytes(data)
        return cls(folder, file, Ledger(Content(digest_of(data))))

    def order(self, seed: int, *, is_started_with_file: bool, is_typing: bool = True, ends: bool = False) -> Order:
        """The order for a program that works on the draft."""
        file = None if self.file is None else str(self.file)
        return Order(str(self.folder), file, is_started_with_file, seed, is_typing, ends)

    def places(self) -> list[Path]:
        """The folders in which the program writes, for a random choice; the draft's own is listed twice."""
        folders = folders_of(self.folder)
        return [folders.recovery, *([self.file.parent, self.file.parent, folders.versions] if self.file else [])]
