"""A draft as a workbook when the form of its round is not there: all its values as texts, and nothing worked out."""

import re
from datetime import date

from botilbud_desktop.documents.excel.make import created_of, in_a_head, words_of, workbook_of
from botilbud_desktop.documents.excel.sheet import Book, Sheet
from botilbud_desktop.documents.excel.table import Column, write_table
from botilbud_desktop.documents.values import one_line
from botilbud_desktop.documents.without_round import ROUND_LABEL, for_colleagues, introduction, stated_values
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.own_sheets import CONTENT, FIELD, PART

_SENTENCE = re.compile(r"(?<=\.) ")
_APPLICATION = "Ansøgningen"


def workbook_without_round(application: Application, known: Round, today: date, *, is_there: bool) -> bytes:
    """Returns the workbook; `known` and `is_there` are those of `as_text_without_round`, `today` the day it is made."""
    applicant = f"{ROUND_LABEL}: {one_line(application.round)}"

    def write(book: Book) -> None:
        columns = (
            Column(PART, width=24, is_key=True),
            Column(FIELD, width=40, is_key=True),
            Column(CONTENT, width=86),
        )
        rows = [
            (value.part or _APPLICATION, value.label, value.text)
            for value in stated_values(for_colleagues(application), known)
            if value.label
        ]
        notes = _SENTENCE.split(introduction(is_there=is_there, is_for_colleagues=True))
        write_table(Sheet(book, "Kladden", "Kladden", notes), columns, rows)

    words = words_of(application, applicant, in_a_head(applicant), today)
    return workbook_of(write, words, created_of(application, today))
