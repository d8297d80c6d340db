"""How many characters parts of a text use."""

from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.text.counting import count_characters, normalise
from botilbud_desktop.rules.shortening.usage import paragraph_uses, used_by


def test_a_paragraph_uses_its_words_and_the_breaks_after_it() -> None:
    uses = paragraph_uses("Et ord\n\nTo ord")
    assert [(one.start, one.end, one.characters) for one in uses] == [(0, 6, 10), (8, 14, 6)]


@given(st.text("ab \n", max_size=40).map(normalise))
def test_paragraphs_use_the_whole_text(text: str) -> None:
    if text.strip():
        assert sum(one.characters for one in paragraph_uses(text)) == count_characters(text).submitted


def test_what_two_places_share_counts_once() -> None:
    assert used_by("abcdefghij", [(0, 6), (4, 8)]) == 8
