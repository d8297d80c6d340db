"""How the lines of a text are broken, so that a text without spaces is laid out quickly too."""

import re

from PySide6.QtGui import QTextOption

_LONG_RUN = 1_000
_RUN = re.compile(rf"[^ \t\n]{{{_LONG_RUN}}}")


def wrapping_of(text: str) -> QTextOption.WrapMode:
    """Returns that lines break between words, or anywhere in a text with a long run without spaces.

    Qt looks for a space from the start of each line to the end of the run: seconds in a run of 50.000 characters.
    """
    if len(text) > _LONG_RUN and _RUN.search(text):
        return QTextOption.WrapMode.WrapAnywhere
    return QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
