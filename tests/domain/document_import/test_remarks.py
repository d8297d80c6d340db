"""The remarks on what a document tells read as Danish does."""

import pytest

from botilbud_desktop.domain.document_import.account.assembling import assembled
from botilbud_desktop.domain.document_import.account.facts import Fact
from botilbud_desktop.domain.text.sentences import enumerated


@pytest.mark.parametrize(
    ("words", "text"),
    [((), ""), (("2025",), "2025"), (("2025", "2026"), "2025 og 2026"), (("a", "b", "c"), "a, b og c")],
)
def test_words_are_listed_as_in_a_sentence(words: tuple[str, ...], text: str) -> None:
    assert enumerated(words) == text


def test_what_contradicts_is_said_with_its_places() -> None:
    places = ("afsnit 1", "afsnit 2", "tabel 1, række 2")
    facts = [Fact(0, "name", f"Hus {number}", place, True) for number, place in enumerate(places)]
    remarks = [value.remark for value in assembled(facts)]
    assert remarks[0] == "Der står noget andet i afsnit 2 og tabel 1, række 2."
