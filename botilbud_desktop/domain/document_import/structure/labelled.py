"""Lines such as `Målgruppe: Voksne med autisme` and `Antal pladser: 10`: a label with a colon and what it labels."""

import re
from collections.abc import Callable, Iterator, Sequence

from botilbud_desktop.domain.document_import.structure.lines import Line
from botilbud_desktop.domain.document_import.structure.sections import Section, section_of
from botilbud_desktop.domain.document_import.structure.sheet_words import sheet_row
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.figures import is_figure

_LABELLED = re.compile(r"(?P<label>[^:\n]{2,90}):\s+(?P<value>\S.*)", re.DOTALL)
_COUNTER = re.compile(r"[0-9.]+ af [0-9.]+ tegn")
"""What the program writes beside the heading of a text: how much of its room is used."""


def labelled(lines: Sequence[Line], round_: Round, field_of: Callable[[str, str], bool | None]) -> tuple[Line, ...]:
    """Returns the lines with a label's line as a row, or as a heading and a text.

    `field_of` tells of a label and its value whether the label is the form's own (True), only like it (False), or none.
    """
    return tuple(part for line in lines for part in _parts(line, round_, field_of))


def _parts(line: Line, round_: Round, field_of: Callable[[str, str], bool | None]) -> Iterator[Line]:
    if line.is_row and len(line.filled) == 2 and _COUNTER.fullmatch(line.cells[line.filled[1]]):
        yield line._replace(cells=(line.label,), table=-1)
        return
    found = None if line.is_row or line.level or line.table >= 0 else _LABELLED.fullmatch(line.text)
    if found is None or sheet_row(line, round_) is not None:
        yield line
        return
    label, value = found["label"].strip(), found["value"].strip()
    known = field_of(label, value)
    section = None if known else section_of(label, round_)
    is_contact = known is False and section is Section.CONTACTS
    if section is not None and not is_contact and not is_figure(value):
        yield line._replace(cells=(f"{label}:",), is_listed=False)
        yield line._replace(cells=(value,), is_listed=False, is_inline=True)
    elif known is not None:
        yield line._replace(cells=(f"{label}:", value))
    else:
        yield line
