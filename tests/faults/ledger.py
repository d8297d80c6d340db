"""Records what was typed in a draft and when, for the killing process, and how much of it a kill has lost."""

from typing import NamedTuple

from tests.faults.reports import Content, Happened, Report

MAY_BE_LOST = 2.0
"""Maximum seconds of typing that a crash may lose."""


class _State(NamedTuple):
    at: float
    content: Content | None
    """None while nothing was typed."""


class Ledger:
    """The contents of one draft in the order of typing, across several programs."""

    def __init__(self, saved: Content | None) -> None:
        """`saved` is the file's content before anything is typed; None when there is no file."""
        self._states = [_State(float("-inf"), saved)]
        self._digests = {saved.digest} if saved is not None else set()
        self._promised = 0

    def note(self, report: Report) -> list[str]:
        """Records a report of the program. Returns what is wrong with it."""
        if report.content is None:
            return []
        if report.happened is Happened.SAVED and not self.was_typed(report.content.digest):
            return [f"»gemt« of what was never typed: {report.content.digest[:12]}, expected {self.expected()}"]
        self._digests.add(report.content.digest)
        if report.happened is Happened.TYPED:
            self._states.append(_State(report.at, report.content))
        elif report.happened is Happened.SAVED:
            self._promised = max(self._promised, self.place_of_file(report.content) or 0)
        return []

    def was_typed(self, digest: str) -> bool:
        """Whether the draft has ever had this content."""
        return digest in self._digests

    def place_of(self, content: Content, *, before: float = float("inf")) -> int | None:
        """Position of the content in the order, from 0; None when the draft has not had it since the last kill.

        Only what was typed `before` this time counts.
        """
        states = enumerate(self._states)
        return max((place for place, state in states if state.content == content and state.at < before), default=None)

    def place_of_file(self, content: Content) -> int | None:
        """Like `place_of`, for a file, which may lack the half-typed values: those count as missing."""
        found = self.place_of(content)
        if found is not None:
            return found
        digests = [None if state.content is None else state.content.digest for state in self._states]
        if content.digest not in digests:
            return None
        place = len(digests) - 1 - digests[::-1].index(content.digest)
        while place > 0 and digests[place] == content.digest:
            place -= 1
        return place

    def is_older(self, journal: Content, file: Content) -> bool:
        """Whether the journal certainly holds less than the file: its content was typed before the file's and not
        again.

        Undo restores earlier content, so the same content may occur in the order more than once.
        """
        first = next((place for place, state in enumerate(self._states) if state.content == file), 0)
        return (self.place_of(journal) or 0) < first

    def expected(self) -> str:
        """Returns in words what the draft has had, for a message: its newest contents, by their digests."""
        digests = [state.content.digest[:12] for state in self._states[-3:] if state.content is not None]
        return f"one of {len(self._digests)}, most recently {', '.join(digests) or 'none'}"

    @property
    def promised(self) -> int:
        """The position of the newest content that the program has reported as saved."""
        return self._promised

    @property
    def nothing(self) -> int | None:
        """The position at which the draft is empty and nothing need be on the disk; None when something must be."""
        return 0 if self._states[0].content is None else None

    def lost_seconds(self, left: int, killed_at: float) -> float:
        """Seconds between the kill and the first typing that is not in the content at position `left`."""
        lost = (state.at for state in self._states[left + 1 :])
        return max(killed_at - next(lost, killed_at), 0.0)

    def __len__(self) -> int:
        return len(self._states)

    def go_on_from(self, left: int) -> None:
        """Restarts the order at position `left`: later content is lost, and must not be expected again."""
        self._states = [_State(float("-inf"), self._states[left].content)]
        self._promised = 0
