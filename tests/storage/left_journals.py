"""Journals as a crash leaves them, for the tests of recovery."""

from datetime import UTC, datetime
from pathlib import Path

from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.recovery.journal import FoundJournal, Journal
from botilbud_desktop.storage.recovery.journal_file import JournalEntry

NOW = datetime(2024, 5, 10, 9, 12, tzinfo=UTC)


def with_case_number(entry: JournalEntry, text: str) -> JournalEntry:
    """Returns the entry with `text` as the case number."""
    return entry._replace(application=replace(entry.application, case_number=text))


def as_written(read: JournalEntry) -> JournalEntry:
    """Returns an entry that was read, without what reading adds to it."""
    return read._replace(draft=b"", lineage=None)


def left_behind(folder: Path, entry: JournalEntry, *texts: str) -> Journal:
    """Returns a journal as a crash leaves it, after `texts` were written to it in order."""
    journal = Journal.begin(folder)
    for text in texts or ("",):
        journal.write(with_case_number(entry, text))
    journal.close()
    return journal


def case_numbers(found: list[FoundJournal]) -> list[str]:
    """Returns the case numbers in the journals found."""
    return [journal.entry.application.case_number for journal in found]


def release(found: list[FoundJournal]) -> None:
    """Release all of them."""
    for journal in found:
        journal.release()
