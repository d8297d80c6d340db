"""One term for one thing, in every text that a user sees: `glossary.toml` holds what is not said."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.danish.visible import visible_texts

TERMS: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("glossary.toml").read_text("utf-8"))["term"]
TEXTS = tuple(visible_texts())


def test_the_texts_of_all_rooms_are_collected() -> None:
    places = " ".join(text.place for text in TEXTS)
    rooms = ("ui/", "rules/", "storage/", "cli/", "documents/", "domain/", "guide/", "LanBotilbud", "launcher.c")
    assert len(TEXTS) > 5000
    assert all(room in places for room in (*rooms, "product.toml", ".adml", "README.md", "qt_rest_da.ts"))


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term["right"])
def test_no_text_holds_another_word_for_the_thing(term: dict[str, Any]) -> None:
    excepted = term.get("except", [])
    patterns = [re.compile(pattern) for pattern in term["wrong"]]
    found = [
        f"{place}: {text}"
        for place, text in TEXTS
        if any(pattern.search(text) for pattern in patterns) and not any(piece in text for piece in excepted)
    ]
    assert found == []


def test_no_exception_is_out_of_use() -> None:
    everything = "\n".join(text for _, text in TEXTS)
    assert [piece for term in TERMS for piece in term.get("except", []) if piece not in everything] == []
