"""Sanitizing typed and pasted text: which characters are kept."""

from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.text.counting import normalise
from botilbud_desktop.domain.text.sanitizing import MOST_STACKED_MARKS, sanitized


def test_ordinary_danish_text_is_kept_as_it_is() -> None:
    text = "Målgruppen er mennesker – »særligt« på Ærø.\n\tNyt afsnit\u00a0med mellemrum"
    assert sanitized(text) == text


def test_line_breaks_become_lf_and_letters_are_composed() -> None:
    assert sanitized("A\u030a\r\nb\rc") == "Å\nb\nc"


def test_half_characters_and_nul_are_dropped() -> None:
    assert sanitized("a\ud800b\x00c\U0001f600") == "abc\U0001f600"


def test_a_tower_of_accents_is_cut_to_what_a_file_can_hold() -> None:
    tower = "x" + "\u0300" * 10_000 + "y"
    kept = sanitized(tower)
    assert kept.endswith("y")
    assert len(kept) < MOST_STACKED_MARKS + 3


def test_a_million_accents_are_cut_too() -> None:
    assert len(sanitized("\u0315\u0300" * 500_000)) <= MOST_STACKED_MARKS + 1


@given(st.text(alphabet=st.characters(codec=None), max_size=60))
def test_whatever_is_kept_can_be_saved_and_is_kept_again(text: str) -> None:
    kept = sanitized(text)
    assert kept == normalise(kept) == sanitized(kept)
    kept.encode("utf-8")
