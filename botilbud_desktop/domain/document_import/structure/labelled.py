"""Lines such as `Målgruppe: Voksne med autisme` and `Antal pladser: 10`: a label with a colon and what it labels."""

import re
from collections.abc import Callable, Iterator, Sequence

from botilbud_desktop.domain.document_import.structure.lines import Line
from botilbud_desktop.domain.document_import.structure.sections import section_of
from botilbud_desktop.domain.document_import.structure.sheet_words import sheet_row
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.figures import is_figure

_LABELLED = re.compile(r"(?P<label>[^:\n]{2,90}):\s+(?P<value>\S.*)", re.DOTALL)


def labelled(lines: Sequence[Line], round_: Round, is_label: Callable[[str, str], bool]) -> tuple[Line, ...]:
    """Returns the lines with a label's line as a row, or as a heading and a text.

    `is_label` tells whether a label names a field, given its value.
    """
    return tuple(part for line in lines for part in _parts(line, round_, is_label))


def _parts(line: Line, round_: Round, is_label: Callable[[str, str], bool]) -> Iterator[Line]:
    found = None if line.is_row or line.level or line.table >= 0 else _LABELLED.fullmatch(line.text)
    if found is None or sheet_row(line, round_) is not None:
        yield line
        return
    label, value = found["label"].strip(), found["value"].strip()
    if section_of(label, round_) is not None and not is_figure(value):
        yield line._replace(cells=(f"{label}:",), is_listed=False)
        yield line._replace(cells=(value,), is_listed=False, is_inline=True)
    elif is_label(label, value):
        yield line._replace(cells=(f"{label}:", value))
    else:
        yield line
