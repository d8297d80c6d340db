"""The session in which the program changes a draft: it gives each content that leaves the program its lineage."""

import os
from collections.abc import Callable

from botilbud_desktop.domain.lineage import Lineage, Saves, continued, joined, session_named


def random_session() -> str:
    """Returns a new session: 64 random bits."""
    return os.urandom(8).hex()


class SaveSession:
    """Numbers the contents of one open draft.

    A content gets its number when it is first written: into the draft's file, its journal or a copy. The same content
    keeps its number until another one follows. So no two contents ever have the same number of one session, and what
    was written later includes what was written before. For one thread at a time.
    """

    def __init__(self, opened: Lineage | None = None, draw: Callable[[], str] = random_session) -> None:
        """`opened` is the lineage of the content that the draft was opened with; None when it is not known."""
        self._draw = draw
        self._in_file = opened
        self._saves: Saves = opened.saves if opened is not None else ()
        self._is_origin_known = bool(self._saves)
        """Whether the saves name all that the content grew out of."""
        self._last: Lineage | None = None
        self._session = ""
        self._number = 0
        self._left = 0
        """The highest number of a content that others may have seen."""

    def lineage(self, digest: str) -> Lineage:
        """Returns the lineage of the current content, which has this digest."""
        if self._in_file is not None and self._in_file.digest == digest:
            return self._in_file
        if self._last is None or self._last.digest != digest:
            self._session = self._session or session_named(self._draw(), is_origin_known=self._is_origin_known)
            self._number += 1
            self._saves = continued(self._saves, self._session, self._number)
            self._last = Lineage(saves=self._saves, digest=digest)
        return self._last

    def leave(self, lineage: Lineage | None) -> None:
        """Record that the content with this lineage is written where others may see it: in the file or a copy.

        A content that is written afterwards comes after it, even if the draft's file held it before.
        """
        self._in_file, self._last = None, lineage
        self._left = self._number

    def mark_saved(self, lineage: Lineage | None) -> None:
        """Record the lineage of the content that is in the draft's file now."""
        if self._number_of(lineage) >= self._left:
            self._in_file = lineage

    def join(self, other: Lineage | None) -> None:
        """Record that the draft now includes a content with the lineage `other`: a new session begins.

        Where the other's lineage is not known (None), nobody can tell what the draft includes: its lineage begins anew.
        """
        is_own_known = self._is_origin_known or bool(self._session)  # else no save bears the mark yet
        self._saves = joined(self._saves, other.saves) if other is not None else ()
        self._is_origin_known = is_own_known and other is not None and bool(other.saves)
        self._in_file = self._last = None
        self._session, self._number, self._left = "", 0, 0

    def _number_of(self, lineage: Lineage | None) -> int:
        saves = lineage.saves if lineage is not None else ()
        return next((save.number for save in saves if save.session == self._session), 0)
