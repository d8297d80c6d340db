"""Makes any text one that a Word document can hold and that shows as it is."""

import re

from botilbud_desktop.domain.text.hidden_marks import REPLACEMENT, visible

_NOT_IN_XML = re.compile("[\ufffe\uffff]")
_LINE_BREAK = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def lines_of(text: str) -> list[str]:
    """Returns the lines of a text that have anything, each without what XML cannot hold or nobody can see."""
    return [shown for line in _LINE_BREAK.split(text) if (shown := shown_text(line)).strip()]


def shown_text(line: str) -> str:
    """Returns a line with `�` for control characters, lone surrogates, and marks that turn its direction."""
    return _NOT_IN_XML.sub(REPLACEMENT, visible(line))
