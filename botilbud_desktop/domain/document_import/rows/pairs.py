"""Reads labels with their values: the head of a letter, and the fields of the form and of the program's own notes."""

import re
from functools import lru_cache

from botilbud_desktop.domain.choice_wording import BUILDINGS, COORDINATIONS
from botilbud_desktop.domain.document_import.account.facts import Fact
from botilbud_desktop.domain.document_import.account.ledger import Ledger
from botilbud_desktop.domain.document_import.rows.answers import answer_in, no_answer
from botilbud_desktop.domain.document_import.structure.dividing import Divided, Role, Spot
from botilbud_desktop.domain.document_import.structure.sections import Section
from botilbud_desktop.domain.own_fields import own_paths
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.headings import plain_words
from botilbud_desktop.domain.text.typed_text import tidy
from botilbud_desktop.domain.values.email_addresses import parse_addresses
from botilbud_desktop.domain.web_form.field_kind import IN_A_PROJECT, FieldKind, kind_of

_HEAD = {"til": "cover_note.to", "kopi til": "cover_note.copy_to", "cc": "cover_note.copy_to", "fra": "cover_note.from"}
_CASE = re.compile(
    r"(?:sags?(?:nr|nummer|-?id)?|journal(?:nr|nummer)?|j\.? ?nr|acadre(?:sagsnr)?|"
    r"esdh)\.?(?: ?/ ?(?:dok(?:ument)?\.? ?(?:nr|nummer|id)?\.?))?",
)
_DOCUMENT = re.compile(r"dok(?:ument)?\.? ?-?(?:nr|nummer|id)\.?")
_DATE = re.compile(r"(?:dato|den|dokumentdato)")
_NUMBER = re.compile(r"[0-9A-Z][0-9A-Z.\-]*[0-9](?:[-.][0-9A-Z]+)*")
_HINT = re.compile(r" ?\([^()]*\)\s*\Z")
_WORD_ONLY = "Det står i notatets hoved, men det er ikke sikkert, hvad det er."
_LONGEST_OF_HEAD = 40
_IN_TEXT = re.compile(
    r"(?P<label>kopi til|til|fra|cc|sags?\.?nr\.?(?: ?/ ?dok\.?nr\.?)?|dok\.?nr\.?|journalnr\.?|j\.nr\.?|"
    r"sagsnummer)(?P<mark>[:\t ]+)(?P<value>\S.*)",
    re.IGNORECASE,
)
_NOT_STATED = "ikke angivet"
_SUM = "Rækken er en sum."
_FIRST_LINES = 15


def read_pairs(ledger: Ledger, divided: Divided, round_: Round) -> None:
    """Reads all rows whose first cell is a known label, and the lines of a letter's head."""
    for index, line in enumerate(ledger.lines):
        spot = divided.spots[index]
        if spot.role is not Role.CONTENT or spot.row is not None or not ledger.is_open(index):
            continue
        if line.is_row:
            _row(ledger, index, spot, round_)
        elif index < _FIRST_LINES and not line.level and line.table < 0:
            _line_of_head(ledger, index)


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


def _row(ledger: Ledger, index: int, spot: Spot, round_: Round) -> None:
    line = ledger.lines[index]
    first, *others = line.filled
    label = line.cells[first]
    value_cell = others[0] if others else first + 1
    value = line.cells[others[0]] if others else ""
    if _is_head(label):
        is_beside = bool(others) and value_cell == first + 1
        if is_beside:
            _head(ledger, index, label, value, is_sure=True)
            ledger.close(index, {first, value_cell})
        else:
            ledger.close(index, {first})
        return
    if len(line.filled) == 2 and tidy(value) == _NOT_STATED:
        ledger.close(index)  # a question that the program's own note has no answer to
        return
    path = _path_of(label, spot, round_)
    if path is None or len(line.filled) > 2:
        if re.search(r"\bi alt\b", label) and len(line.filled) == 2 and "lån" in label.casefold():
            ledger.leave(index, _SUM)
        return
    if not others:
        ledger.close(index)
        return
    _field(ledger, index, spot.project, path, value, round_)
    ledger.close(index)


def _is_head(label: str) -> bool:
    words = tidy(label).rstrip(" :")
    return words in _HEAD or any(pattern.fullmatch(words) for pattern in (_CASE, _DOCUMENT, _DATE))


def _head(ledger: Ledger, index: int, label: str, value: str, *, is_sure: bool) -> None:
    """Takes a value of a letter's head."""
    place, words = ledger.lines[index].place, tidy(label).rstrip(" :")
    is_single = not ledger.lines[index].is_row
    if (why := no_answer(value)) is not None:
        ledger.leave(index, why, value)
    elif words in _HEAD:
        remark = "" if is_sure else _WORD_ONLY
        ledger.add(Fact(None, _HEAD[words], value, place, is_sure, remark))
    elif _DATE.fullmatch(words):
        ledger.leave(index, "Notatets dato er ikke et felt.", value)
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


def _field(ledger: Ledger, index: int, project: int | None, path: str, value: str, round_: Round) -> None:
    line = ledger.lines[index]
    if no_answer(value) is not None:
        if value.strip() and tidy(value) != "ikke angivet":
            ledger.leave(index, no_answer(value) or "", line.text)
        return
    if not path.startswith(IN_A_PROJECT):
        _of_application(ledger, index, path, value, round_)
        return
    field = path.removeprefix(IN_A_PROJECT)
    if project is None:
        ledger.leave(index, "Der står ikke, hvilket projekt det gælder.", line.text)
        return
    if field == "name" or kind_of(path) is FieldKind.OTHER:
        chosen = _chosen(field, value, round_)
        if chosen is None:
            ledger.leave(index, "Svaret er ikke et af dem, som feltet har.", line.text)
        else:
            ledger.add(Fact(project, field, chosen, line.place, is_sure=True))
        return
    answer = answer_in(value, path, round_)
    if answer.value is None:
        ledger.leave(index, answer.remark, line.text)
    else:
        ledger.add(Fact(project, field, answer.value, line.place, answer.is_sure, answer.remark))


def _of_application(ledger: Ledger, index: int, path: str, value: str, round_: Round) -> None:
    line = ledger.lines[index]
    match path:
        case "applicant.municipality_code":
            codes = [each.code for each in round_.municipalities if value in (each.name, each.official_name)]
            if not codes:
                ledger.leave(index, "Kommunen er ikke kendt.", line.text)
                return
            ledger.add(Fact(None, path, codes[0], line.place, is_sure=True))
        case "contacts.emails":
            ledger.add(Fact(None, path, parse_addresses(value), line.place, is_sure=True))
        case _:
            ledger.add(Fact(None, path, value, line.place, is_sure=True))


def _chosen(field: str, value: str, round_: Round) -> object | None:
    """Returns the value of a text or a choice, or None when it is none of the choices."""
    if field == "building":
        return next((code for code, words in BUILDINGS.items() if tidy(words) == tidy(value)), None)
    if field == "coordination":
        return next((code for code, words in COORDINATIONS.items() if tidy(words) == tidy(value)), None)
    if field == "partners":
        return partner_codes(value, round_)
    return value


def partner_codes(text: str, round_: Round) -> tuple[str, ...] | None:
    """Returns the codes of municipalities named with commas and `og` between them; None when one is not known."""
    by_name = {name: each.code for each in round_.municipalities for name in (each.official_name, each.name)}
    unknown = re.compile(r"ukendt kommune \(([0-9]{3})\)")
    names = [name.strip() for name in re.split(r", | og ", text) if name.strip()]
    codes = [by_name.get(name) or (found[1] if (found := unknown.fullmatch(name)) else None) for name in names]
    return None if None in codes else tuple(code for code in codes if code)


def _path_of(label: str, spot: Spot, round_: Round) -> str | None:
    """Returns the path of the field that a label names where it stands, or None."""
    labels = _labels(round_)
    paths = labels.get(plain_words(label)) or labels.get(plain_words(_HINT.sub("", label))) or ()
    if spot.section is Section.CONTACTS:
        paths = tuple(path for path in paths if path.startswith("contacts.")) or paths
    elif spot.project is not None:
        paths = tuple(path for path in paths if path.startswith(IN_A_PROJECT)) or paths
    return paths[0] if paths else None


@lru_cache(maxsize=8)
def _labels_of(labelled: tuple[tuple[str, str], ...]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for label, path in labelled:
        for words in dict.fromkeys((plain_words(label), plain_words(_HINT.sub("", label)))):
            if words:
                found[words] = (*found.get(words, ()), path)
    return found


def _labels(round_: Round) -> dict[str, tuple[str, ...]]:
    """Returns the paths of the form's fields by their labels and wordings, without rows of lists."""
    labelled = [(text, field.path) for field in round_.fields for text in (field.label, field.wording) if text]
    labelled += [(field.label, path) for path in own_paths() if (field := round_.field(path)) is not None]
    single = [(text, path) for text, path in labelled if path.count("[]") <= 1 and not path.endswith("[]")]
    lists = {
        "places",
        "daily_rates",
        "milestones",
        "capacity_today",
        "cost_plan",
        "cost_plan.lines",
        "cost_plan.round_to",
    }
    kept = [
        (text, path)
        for text, path in single
        if path.removeprefix(IN_A_PROJECT) not in lists and "cost_plan" not in path
    ]
    return _labels_of(tuple((text, path) for text, path in kept if ".expansion." not in path))
