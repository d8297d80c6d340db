"""The sentences of a text with what each is about: which project, and whether it is about other things altogether."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from botilbud_desktop.domain.text.sentences import sentences
from botilbud_desktop.rules.contradictions.names import ProjectNames

_LONGEST_HEADING = 70
_ITEM = re.compile(r"\s*(?:[-–•*]|[0-9a-z]{1,2}[.)])\s")
_ALL = re.compile(
    r"(?<!\w)(?:i alt|ialt|samlet|samlede|tilsammen|sammenlagt|begge|alle (?:to|tre|fire|fem)|fælles:|"
    r"sammen:|pr\. år:|a ?\+ ?b|de (?:to|tre|fire|fem) "
    r"(?:projekter|botilbud|steder|tilbud|huse)|sum(?:men)?|(?:[2-9]|to|tre|fire|fem|seks) projekter|"
    r"total|projekterne|projekterne?s)(?!\w)"
)
_ROW = re.compile(
    r"(?:antal |nye |forventet |til |i |andel |ansøgt )*(?:[a-zæøå]*pladser|kapacitet|målgruppe|andre(?: kommuner)?|"
    r"andel|lån\w*|brutto\w*|anlæg\w*|pris\w*|brug|ibrugtagning|drift|klar|færdig\w*|byggeri|art|lov\w*): ?\w"
)
"""A row of a label and a value is no heading, folded: `målgruppe: voksne med autisme`."""
_STAGE = re.compile(r"\W*(?:etape|projekt|fase|hus|sted|tilbud) ?(?:[0-9]{1,2}|[a-zivx]{1,3})[.:) ]")
"""A line of one of several projects, whichever it is; who reads on may be told its name."""
_DELETED = re.compile(r"\[?(?:slettet|udgår|gammel tekst|bortfalder|overstreget)\b")


class Sentence(NamedTuple):
    """A sentence, a heading, an item or a row."""

    start: int
    end: int
    heading: str
    """The heading above it, or the line before it in the same block, folded."""
    project: int | None
    """The project that it names, or that the heading above it or its paragraph names; None where that is open."""
    is_named: bool
    """Whether the sentence itself names the project."""
    is_of_all: bool
    """Whether it speaks of all projects together."""
    is_deleted: bool


def scenes_of(text: str, folded: str, names: ProjectNames) -> Iterator[Sentence]:
    """Yields the sentences of a text in its order; `folded` is the same text folded."""
    of_heading: int | None = None
    of_line: int | None = None
    heading = line = ""
    is_line_of_all = is_open = False
    for start, end in _units(text):
        unit = text[start:end]
        starts_line = start == 0 or "\n" in text[max(0, start - 3) : start]
        own = folded[start:end]
        named = names.named_in(own)
        starts_block = start == 0 or "\n\n" in text[max(0, start - 4) : start]
        is_row = not starts_block and not named and _ROW.match(own) is not None
        is_heading = starts_line and not is_row and _is_heading(unit, text, end)
        is_open = is_open and not starts_line
        if is_heading:
            heading, of_heading, of_line = own, named[0] if len(named) == 1 else None, None
        elif starts_block:
            of_line = named[0] if len(named) == 1 else None
            heading = heading if _is_right_above(text, start) and heading else ""
        elif starts_line and (len(named) == 1 or (_STAGE.match(own) and len(names.names) > 1)):
            of_line = named[0] if len(named) == 1 else None
            is_open = of_line is None
        elif is_open and len(named) == 1:
            of_line, is_open = named[0], False
        elif len(named) > 1:
            of_line = None
        is_of_all = _ALL.search(own) is not None
        is_line_of_all = is_of_all and not named if starts_line else is_line_of_all
        project = (
            named[0]
            if len(named) == 1
            else None
            if named or is_of_all or is_line_of_all
            else (of_line if of_line is not None else of_heading)
        )
        above = f"{heading} {line}" if not starts_block else heading
        is_named = project is not None and len(named) == 1
        yield Sentence(start, end, above.strip(), project, is_named, is_of_all, _DELETED.match(own) is not None)
        line = own if not is_heading else ""


def _units(text: str) -> Iterator[tuple[int, int]]:
    """Yields where the sentences of a text stand; brackets behind one on its line belong to it: `5 mio. kr. (2025)`."""
    start = end = 0
    for first, last in sentences(text).places():
        if not end or text[first] != "(" or "\n" in text[end:first]:
            if end:
                yield start, end
            start = first
        end = last
    if end:
        yield start, end


def _is_heading(unit: str, text: str, end: int) -> bool:
    stands_alone = end == len(text) or text[end] == "\n" or not text[end:].strip()
    is_short = len(unit) <= _LONGEST_HEADING and not unit.endswith((".", ";", ","))
    return stands_alone and is_short and not _ITEM.match(unit) and not any(letter.isdecimal() for letter in unit[-6:])


def _is_right_above(text: str, start: int) -> bool:
    """Whether only white space stands between a sentence and the heading above it."""
    return text[max(0, start - 4) : start].count("\n") <= 2


def near(text: str, start: int, end: int, reach: int) -> Sequence[str]:
    """Returns the words before and behind a place, up to `reach` characters each."""
    return text[max(0, start - reach) : start], text[end : end + reach]
