"""The result of a part of the fault tests."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Outcome:
    """One line of figures, and the broken promises (empty if all is well)."""

    line: str
    failures: list[str] = field(default_factory=list)
