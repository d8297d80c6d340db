"""Journals as a crash leaves them, for the tests of what becomes of them."""

from datetime import UTC, datetime
from pathlib import Path

from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.recovery.journal import FoundJournal, Journal
from botilbud_desktop.storage.recovery.journal_file import JournalEntry

NOW = datetime(2024, 5, 10, 9, 12, tzinfo=UTC)


def noted(entry: JournalEntry, text: str) -> JournalEntry:
    """The entry with `text` as the case number."""
    return entry._replace(application=replace(entry.application, case_number=text))


def left_behind(folder: Path, entry: JournalEntry, *texts: str) -> Journal:
    """A journal to which `texts` were written one after the other, as a crash leaves it."""
    journal = Journal.begin(folder)
    for text in texts or ("",):
        journal.write(noted(entry, text))
    journal.close()
    return journal


def numbers(found: list[FoundJournal]) -> list[str]:
    """The case numbers of what was found."""
    return [journal.entry.application.case_number for journal in found]


def release(found: list[FoundJournal]) -> None:
    """Let go of all."""
    for journal in found:
        journal.release()
