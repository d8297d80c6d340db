"""What a part of the fault tests found."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Outcome:
    """One line with the figures of a part, and the promises that it saw broken (none, if all is well)."""

    line: str
    failures: list[str] = field(default_factory=list)
