"""A literal stands in all that a prefiltered pattern finds: else the pattern would silently find less."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest

from botilbud_desktop.domain import facts
from botilbud_desktop.domain.facts.folding import folded
from botilbud_desktop.domain.facts.prefiltered import PrefilteredPattern
from botilbud_desktop.rules import contradictions, description
from tests.words.labelled import KEPT, OPEN, labelled_texts


def prefiltered_patterns() -> Iterator[tuple[str, PrefilteredPattern]]:
    """Yields the patterns of all modules that read texts, and their names."""
    for package in (facts, contradictions, description):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(found.name)
            for name, value in vars(module).items():
                if isinstance(value, PrefilteredPattern):
                    yield f"{found.name}.{name}", value


PATTERNS = dict(prefiltered_patterns())


def test_there_are_patterns_to_try() -> None:
    assert len(PATTERNS) > 10


@pytest.mark.parametrize("name", PATTERNS)
def test_a_literal_stands_in_all_that_is_found(name: str) -> None:
    pattern = PATTERNS[name]
    for folder in (OPEN, KEPT):
        for text in labelled_texts(folder):
            words = folded(text.text)
            for found in pattern.pattern.finditer(words):
                assert pattern.may_match(words[found.start() : found.end() + 1]), (text.name, found[0])


def test_what_has_no_literal_is_not_searched() -> None:
    pattern = PrefilteredPattern(r"\w+", literals="a|b")
    assert pattern.search("c") is None
    assert [found[0] for found in pattern.finditer("c b")] == ["c", "b"]
    assert not pattern.may_match("")
