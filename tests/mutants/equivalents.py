"""The changes that a person has read and found to mean the same."""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.mutants.mutant import Mutant

LIST = Path(__file__).with_name("equivalent.toml")


class Equivalent(NamedTuple):
    """A change, known by its text and not by its place, so that it is still known when code around it moves."""

    function: str
    old: str
    new: str
    reason: str


def equivalents(path: Path = LIST) -> list[Equivalent]:
    """The list, as it is kept."""
    entries = tomllib.loads(path.read_text(encoding="utf-8")).get("equivalent", [])
    return [Equivalent(**entry) for entry in entries]


def is_equivalent(mutant: Mutant, known: Sequence[Equivalent]) -> bool:
    """Whether a mutant is in the list."""
    candidates = [entry for entry in known if entry.function == mutant.site.function]
    if not candidates:
        return False
    old, new = mutant.changed_lines
    return any(entry.old.strip() == old and entry.new.strip() == new for entry in candidates)
