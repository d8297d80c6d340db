"""Reads the reports of a program until it is time to kill it."""

import time
from collections import Counter

from tests.faults.ledger import Ledger
from tests.faults.program import Program
from tests.faults.reports import Happened, Report

LONGEST_WAIT = 30.0
"""Timeout in seconds for an awaited report."""


class Heard:
    """The reports of a program so far; each is also noted in the draft's ledger."""

    def __init__(self, program: Program, ledger: Ledger) -> None:
        self.program = program
        self.count: Counter[Happened] = Counter()
        self.first_typed_at: float | None = None
        self.latest: dict[Happened, Report] = {}
        """The newest report of each kind."""
        self.places: list[Report] = []
        """All reports in order; each holds the page and field at that time."""
        self.trouble: list[str] = []
        self._ledger = ledger

    def until(self, when: float) -> None:
        """Reads reports until `when` (of `time.monotonic`)."""
        if self.ends_by(when):
            self.trouble.append("the program ended by itself")

    def ends_by(self, when: float) -> bool:
        """Reads reports until the program ends, at most until `when`. Returns whether it ended."""
        while time.monotonic() < when:
            try:
                report = self.program.next_report(when)
            except TimeoutError:
                return False
            if report is None:
                return True
            self._take(report)
        return False

    def until_it(self, happened: Happened) -> Report | None:
        """Reads reports until `happened` was reported for the first time. Returns None on timeout or when the program
        ends.
        """
        deadline = time.monotonic() + LONGEST_WAIT
        while happened not in self.latest:
            try:
                report = self.program.next_report(deadline)
            except TimeoutError:
                report = None
            if report is None:
                self.trouble.append(f"»{happened}« never happened")
                return None
            self._take(report)
        return self.latest[happened]

    def the_rest(self) -> None:
        """Reads what was reported before the kill."""
        for report in self.program.rest():
            self._take(report)
        if errors := self.program.errors():
            self.trouble.append(f"the program printed: {errors}")

    def instant(self, killed_at: float) -> str:
        """Returns in words when the program was killed, for a message."""
        if not self.places:
            return "killed before it reported anything"
        last, first = self.places[-1], self.first_typed_at
        since_typing = "" if first is None else f"{killed_at - first:.3f} s after the first key, "
        since_last = f"{killed_at - last.at:.3f} s after »{last.happened}« at {last.page or 'no page'}"
        return f"killed {since_typing}{since_last} {last.field}".rstrip()

    def _take(self, report: Report) -> None:
        self.count[report.happened] += 1
        self.latest[report.happened] = report
        self.trouble += self._ledger.note(report)
        self.places.append(report)
        if report.happened is Happened.TYPED and self.first_typed_at is None:
            self.first_typed_at = report.at
        elif report.happened is Happened.NOTICE:
            self.trouble.append(f"the bar said {' '.join(report.words)}")
