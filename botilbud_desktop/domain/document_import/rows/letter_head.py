"""Reads the head of a letter or a note: to and from whom it is, and the numbers of case and document."""

import re

from botilbud_desktop.domain.document_import.account.facts import Fact
from botilbud_desktop.domain.document_import.account.ledger import Ledger
from botilbud_desktop.domain.document_import.rows.answers import no_answer
from botilbud_desktop.domain.document_import.structure.dividing import Divided, Role
from botilbud_desktop.domain.text.typed_text import tidy

_HEAD = {"til": "cover_note.to", "kopi til": "cover_note.copy_to", "cc": "cover_note.copy_to", "fra": "cover_note.from"}
_CASE = re.compile(
    r"(?:sags?(?:\.?nr|nummer|-?id)?|journal(?:nr|nummer)?|j\.? ?nr|acadre(?:sagsnr)?|"
    r"esdh)\.?(?: ?/ ?(?:dok(?:ument)?\.? ?(?:nr|nummer|id)?\.?))?",
)
_DOCUMENT = re.compile(r"dok(?:ument)?\.? ?-?(?:nr|nummer|id)\.?")
_DATE = re.compile(r"(?:dato|den|dokumentdato|sendt|emne|vedr\.?|vedrørende)")
_NUMBER = re.compile(r"[0-9A-Z][0-9A-Z./\-]*[0-9](?:[-./][0-9A-Z]+)*")
_WORD_ONLY = "Det står i notatets hoved, men det er ikke sikkert, hvad det er."
_OF_A_MAIL = "Det ligner en e-mails afsender eller modtager. Er det også notatets?"
_LONGEST_OF_HEAD = 40
_IN_TEXT = re.compile(
    r"(?P<label>kopi til|til|fra|cc|dato|sendt|emne|vedr\.?|vedrørende|sags?\.?nr\.?(?: ?/ ?dok\.?nr\.?)?|"
    r"dok\.?nr\.?|journalnr\.?|j\.nr\.?|"
    r"sagsnummer|journalnummer|dokumentnummer)(?P<mark>[:\t ]+)(?P<value>\S.*)",
    re.IGNORECASE,
)
_FIRST_LINES = 15


def read_letter_head(ledger: Ledger, divided: Divided) -> None:
    """Reads the rows and lines of the head, which stand first in the document."""
    for index, line in enumerate(ledger.lines[:_FIRST_LINES]):
        spot = divided.spots[index]
        if spot.role is not Role.CONTENT or spot.row is not None or not ledger.is_open(index):
            continue
        if line.is_row:
            _row_of_head(ledger, index)
        elif not line.level and line.table < 0:
            _line_of_head(ledger, index)


def _row_of_head(ledger: Ledger, index: int) -> None:
    line = ledger.lines[index]
    first, *others = line.filled
    label = line.cells[first]
    if not _is_head(label):
        return
    if others[:1] == [first + 1]:
        _head(ledger, index, label, line.cells[others[0]], is_sure=True)
        ledger.close(index, {first, others[0]})
    else:
        ledger.close(index, {first})


def _line_of_head(ledger: Ledger, index: int) -> None:
    line = ledger.lines[index]
    found = _IN_TEXT.fullmatch(line.text)
    if found is None or len(line.text) > 200:
        return
    if found["mark"].strip(" "):
        _head(ledger, index, found["label"], found["value"], is_sure=True)
    elif found["value"].casefold().startswith(("indtast", "klik ")) or found["label"].casefold() not in ("til", "fra"):
        _head(ledger, index, found["label"], found["value"], is_sure=False)
    elif len(line.text) < _LONGEST_OF_HEAD:
        ledger.leave(index, _WORD_ONLY)


def _is_head(label: str) -> bool:
    words = tidy(label).rstrip(" :")
    return words in _HEAD or any(pattern.fullmatch(words) for pattern in (_CASE, _DOCUMENT, _DATE))


def _head(ledger: Ledger, index: int, label: str, value: str, *, is_sure: bool) -> None:
    """Takes a value of a letter's head."""
    line, words = ledger.lines[index], tidy(label).rstrip(" :")
    is_single = not line.is_row
    if (why := no_answer(value)) is not None:
        ledger.leave(index, why, line.text if is_single else value)
    elif words in _HEAD:
        remark = _OF_A_MAIL if "@" in value else "" if is_sure else _WORD_ONLY
        ledger.add(Fact(None, _HEAD[words], value, line.place, not remark, remark))
    elif _DATE.fullmatch(words):
        ledger.leave(index, "Det er ikke et felt.", line.text if is_single else value)
    else:
        _numbers(ledger, index, words, value)
        return
    if is_single:
        ledger.close(index)


def _numbers(ledger: Ledger, index: int, words: str, value: str) -> None:
    """Takes the numbers of case and document: one of them, or both with a slash between."""
    line = ledger.lines[index]
    is_both = "dok" in words and not _DOCUMENT.fullmatch(words)
    parts = [part.strip() for part in value.split(" / ")] if is_both else [value]
    fields = ["case_number", "document_number"] if is_both else ["case_number"]
    if _DOCUMENT.fullmatch(words):
        fields = ["document_number"]
    for field, part in zip(fields, parts, strict=False):
        found = _NUMBER.match(part)
        number = found[0] if found and (not line.is_row or part.startswith(found[0])) else part
        if line.is_row:
            number = part
        ledger.add(Fact(None, field, number, line.place, is_sure=len(parts) <= len(fields)))
        if len(number) < len(part):
            ledger.leave(index, "Det står bag nummeret og er ikke forstået.", part[len(number) :].strip())
    for part in parts[len(fields) :]:
        ledger.leave(index, "Der er flere numre, end der er felter til.", part)
    if not line.is_row:
        ledger.close(index)
