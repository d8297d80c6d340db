"""What a content draws by name, and how often."""

import re
from collections import Counter
from typing import NamedTuple

from botilbud_desktop.documents.foreign.errors import TOO_COMPLICATED, ForeignPdfError
from botilbud_desktop.documents.foreign.meter import Meter

_NAME = rb"/([^\0\t\n\f\r ()<>\[\]{}/%]*+)"
_END = rb"(?![^\0\t\n\f\r ()<>\[\]{}/%])"
_SPACES = rb"[\0\t\n\f\r ]*+"
_USE = re.compile(_NAME + _SPACES + rb"(?:[-+.0-9]++" + _SPACES + rb")?+(Do|gs|scn|SCN|Tf)" + _END)
_BEFORE_COMMENT = re.compile(_NAME + _SPACES + rb"(?:[-+.0-9]++" + _SPACES + rb")?+%")
_COMMENT = re.compile(rb"%[^\r\n]*+")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_STRING = re.compile(rb"\\.|[()]|<[0-9A-Fa-f\0\t\n\f\r ]*+>", re.DOTALL)
_MOST_NAMES = 20_000
"""Different names that one content may use."""

CATEGORIES = {b"Do": "/XObject", b"gs": "/ExtGState", b"scn": "/Pattern", b"SCN": "/Pattern", b"Tf": "/Font"}
"""Where an operator's name stands in the resources."""


class Use(NamedTuple):
    """Something that is named by a content."""

    category: str
    """Its part of the resources, such as `/XObject`."""
    name: str


class Uses(NamedTuple):
    """What one content draws."""

    length: int
    """Its bytes, unpacked."""
    counts: Counter[Use]
    letters: int
    """Maximum letters that it writes."""


def uses_of(content: bytes, meter: Meter) -> Uses:
    """Returns what a content draws: rather too much than too little.

    Raises:
        ForeignPdfError: there are too many names.
    """
    counts = _counted(content, meter)
    if _BEFORE_COMMENT.search(content):  # nobody knows whether `%` begins a comment or stands in a text: both count
        counts += _counted(_COMMENT.sub(b" ", content), meter)
    is_written = any(use.category in ("/Font", "/ExtGState") for use in counts)
    return Uses(len(content), counts, _letters(content, meter) if is_written else 0)


def _counted(content: bytes, meter: Meter) -> Counter[Use]:
    counts: Counter[tuple[bytes, bytes]] = Counter()
    for match in _USE.finditer(content):
        meter.work(1)
        counts[match[2], match[1]] += 1
        if len(counts) > _MOST_NAMES:
            raise ForeignPdfError(TOO_COMPLICATED)
    named: Counter[Use] = Counter()
    for (operator, name), count in counts.items():
        raw = _ESCAPED.sub(lambda match: bytes([int(match[1], 16)]), name)
        named[Use(CATEGORIES[operator], "/" + raw.decode("latin-1"))] += count
    return named


def _letters(content: bytes, meter: Meter) -> int:
    """Returns how many bytes stand in strings."""
    letters = depth = begun = 0
    for match in _STRING.finditer(content):
        meter.work(1)
        sign = match[0]
        if sign == b"(":
            begun = begun if depth else match.end()
            depth += 1
        elif sign == b")" and depth:
            depth -= 1
            letters += 0 if depth else match.start() - begun
        elif sign[:1] == b"<" and not depth:
            letters += len(sign) // 2
    return letters + (len(content) - begun if depth else 0)
