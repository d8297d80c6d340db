"""Finds what the program's own papers say apart from the application: the fields as text, and the appendix of *Vis*."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from botilbud_desktop.domain.document_import.blocks import LeftOut
from botilbud_desktop.domain.document_import.structure.lines import Line
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.headings import NAME, plain_words
from botilbud_desktop.domain.web_form.field_kind import IN_A_PROJECT

NOT_TO_SEND = "Bilaget er programmets og skal ikke indsendes."
"""How the appendix begins below its heading."""
FIELDS_FOLLOW = "Først står skemaets felter i skemaets rækkefølge"
"""How the last paragraph before the fields as text begins."""
IS_EMPTY = " (ikke angivet)"
"""Follows the label of a field without a value, in the fields as text."""
_APPENDIX = "Det er programmets eget bilag og ikke en del af ansøgningen."
_MOST_IN_HEAD = 20
"""Lines; further down the words are somebody else's."""
_HEAD = "Det er programmets egen indledning og ikke en del af ansøgningen."
_SEVERAL_LINES = ("description", "contacts.names")
"""Fields of the application whose values may have several lines."""


class _Label(NamedTuple):
    project: int | None
    path: str
    wording: str


def without_appendix(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[LeftOut, ...]]:
    """Returns the lines ahead of the program's own appendix, and what is left out of it."""
    begin = next((index for index, line in enumerate(lines) if line.text.startswith(NOT_TO_SEND)), len(lines))
    if begin == len(lines):
        return tuple(lines), ()
    begin = max(0, begin - 1)
    text = "\n".join(line.text for line in lines[begin:])
    return tuple(lines[:begin]), (LeftOut(lines[begin].place, text, _APPENDIX),)


def without_head(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[LeftOut, ...]]:
    """Returns the lines behind what the program tells at the top of the fields as text, and what is left out of it."""
    first = lines[:_MOST_IN_HEAD]
    end = next((index for index, line in enumerate(first) if line.text.startswith(FIELDS_FOLLOW)), None)
    if end is None:
        return tuple(lines), ()
    text = "\n".join(line.text for line in lines[: end + 1])
    return tuple(lines[end + 1 :]), (LeftOut(lines[0].place, text, _HEAD),)


def own_text_as_rows(lines: Sequence[Line], round_: Round) -> tuple[Line, ...]:
    """Returns the fields that the program writes as text (a label, and on the next line its value) as rows.

    Lines in which no field of a project has such a label are returned as they are, and so are those in which a project
    has no name.
    """
    labels = [_label(line, round_) for line in lines]
    if not any(label is not None and label.project is not None for label in labels):
        return tuple(lines)
    found: list[Line] = []
    index = 0
    while index < len(lines):
        label = labels[index]
        end = index + 1
        if label is None:
            found.append(lines[index])
        else:
            while end < len(lines) and labels[end] is None:
                end += 1
            values = lines[index + 1 : end]
            if label.path == NAME and not values:
                return tuple(lines)
            found += _rows(lines[index], label, values, round_)
        index = end
    return tuple(found)


def _rows(line: Line, label: _Label, values: Sequence[Line], round_: Round) -> list[Line]:
    if not values:
        return []  # a field without a value
    if label.path == "description":
        return [line, *values]
    first, *others = values
    if label.path == NAME and label.project is not None:
        heading = f"{round_.row_wording} {label.project}: {first.text}"
        return [first._replace(cells=(heading,), level=1, is_listed=False), *others]
    if label.path in _SEVERAL_LINES:
        text = "\n".join(value.text for value in values)
        return [line._replace(cells=(label.wording, text), last=values[-1].place, is_listed=False)]
    return [line._replace(cells=(label.wording, first.text), last=first.place, is_listed=False), *others]


def _label(line: Line, round_: Round) -> _Label | None:
    if line.is_row:
        return None
    text = line.text.removesuffix(IS_EMPTY)
    found = re.fullmatch(rf"{re.escape(round_.row_wording)} ([0-9]{{1,3}}), \S+\. (.+)", text)
    words = plain_words(found[2] if found else text)
    for field in round_.fields:
        if field.path.startswith(IN_A_PROJECT) is not (found is not None):
            continue
        for wording in filter(None, (field.wording, field.label)):
            if words == plain_words(wording):
                return _Label(int(found[1]) if found else None, field.path, wording)
    return None
