"""The documents for colleagues: the application in a format that they work on in other programs.

What makes a document is imported when the first of its kind is made.
"""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.results import Assessment


class ExportKind(StrEnum):
    """A format for colleagues, by the name that the command line uses; it is also the ending of the file's name."""

    TEXT = "txt"
    """The form's fields in the form's order, ready to type over; then all that the papers say of the application."""
    WORD = "docx"
    """The cover note, the application and a note for each project in Word."""
    WORKBOOK = "xlsx"
    """Projects, costs, criteria and findings as figures and formulas in Excel."""


class ExportNames(NamedTuple):
    """The Danish words of a format."""

    program: str
    """The program or kind of file: `Word`, `Excel`."""
    file_name_part: str
    done: str
    """What the command line says was written, as the beginning of a sentence."""


EXPORT_NAMES = {
    ExportKind.TEXT: ExportNames("tekst", "skema – felter", "Felterne er skrevet"),
    ExportKind.WORD: ExportNames("Word", "notat og ansøgning", "Notatet og ansøgningen er skrevet"),
    ExportKind.WORKBOOK: ExportNames("Excel", "ansøgning", "Ansøgningen er skrevet som regneark"),
}


def exported(kind: ExportKind, application: Application, round_: Round, assessment: Assessment, today: date) -> bytes:
    """Returns one file. The same content gives the same bytes on the same day.

    Args:
        kind: which format.
        application: what it shows.
        round_: the round of the application.
        assessment: the results of the rules for the application.
        today: the day on which it is made.
    """
    match kind:
        case ExportKind.TEXT:
            from botilbud_desktop.documents.plain_text.make import as_text

            return as_text(application, round_, assessment).encode("utf-8")
        case ExportKind.WORD:
            from botilbud_desktop.documents.word.make import make_word

            return make_word(application, round_, today)
        case ExportKind.WORKBOOK:
            from botilbud_desktop.documents.excel.make import make_workbook

            return make_workbook(application, round_, assessment, today)


def exported_without_round(
    kind: ExportKind, application: Application, known: Round, today: date, *, is_there: bool
) -> bytes:
    """Returns one file with all that a draft holds, though the form of its round is not there.

    `known` and `is_there` are those of `as_text_without_round`.
    """
    match kind:
        case ExportKind.TEXT:
            from botilbud_desktop.documents.without_round import as_text_without_round

            return as_text_without_round(application, known, is_there=is_there).encode("utf-8")
        case ExportKind.WORKBOOK:
            from botilbud_desktop.documents.excel.without_round import workbook_without_round

            return workbook_without_round(application, known, today, is_there=is_there)
        case ExportKind.WORD:
            from botilbud_desktop.documents.word.without_round import word_without_round

            return word_without_round(application, known, today, is_there=is_there)
