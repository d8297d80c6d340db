"""Changes that were reviewed and found to be equivalent to the original."""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.mutants.mutant import Mutant

LIST = Path(__file__).with_name("equivalent.toml")


class Equivalent(NamedTuple):
    """A change, identified by its text and not by its line, so that it is still found when code around it moves."""

    function: str
    old: str
    new: str
    reason: str


def equivalents(path: Path = LIST) -> list[Equivalent]:
    """Reads the list."""
    entries = tomllib.loads(path.read_text(encoding="utf-8")).get("equivalent", [])
    return [Equivalent(**entry) for entry in entries]


def is_equivalent(mutant: Mutant, known: Sequence[Equivalent]) -> bool:
    """Whether the mutant is in the list."""
    candidates = [entry for entry in known if entry.function == mutant.site.function]
    if not candidates:
        return False
    old, new = mutant.changed_lines
    return any(entry.old.strip() == old and entry.new.strip() == new for entry in candidates)
