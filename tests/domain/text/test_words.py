"""Splitting a text into words, and which of them the dictionaries are asked about."""

import pytest

from botilbud_desktop.domain.text.spelling.judging import is_spelled, is_unjudged
from botilbud_desktop.domain.text.spelling.words import LONGEST_WORD, words_in

_KNOWN = frozenset({"møde", "område", "psykiatri", "handicap", "aflastning", "bo", "Thisted", "plads"})


def _knows(word: str) -> bool:
    return word in _KNOWN or word.lower() in _KNOWN


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vi bygger 12 boliger, og/eller pladser.", ["Vi", "bygger", "boliger", "og", "eller", "pladser"]),
        ("efter §107/108 og SEL § 107.", ["efter", "og", "SEL"]),
        ("fx bl.a. og f.eks. her", ["fx", "og", "her"]),
        ("slutter her.Næste sætning", ["slutter", "her", "Næste", "sætning"]),
        ("KKR's møde og Aarhus’ plads", ["KKR's", "møde", "og", "Aarhus'", "plads"]),
        ("handicap- og psykiatriområdet", ["handicap-", "og", "psykiatriområdet"]),
        ("skriv til post@thisted.dk eller www.thisted.dk/kkr nu", ["skriv", "til", "eller", "nu"]),
        ("se https://kommune.dk og C:\\mappe\\fil her", ["se", "og", "her"]),
        ("»botilbud« (‘bolig’)", ["botilbud", "bolig"]),
        ("bo\u00adtil\u00adbud og a\u030aben", ["botilbud", "og", "åben"]),
        ("привет verden", ["verden"]),
        ("å i ø", []),
    ],
)
def test_words_are_found_without_figures_addresses_and_signs(text: str, words: list[str]) -> None:
    assert [word.text for word in words_in(text)] == words


def test_each_word_tells_where_it_stands() -> None:
    text = "Først 107-pladser, så »bo\u00adtilbud«."
    assert [text[word.start : word.end] for word in words_in(text)] == ["Først", "107-pladser", "så", "bo\u00adtilbud"]


def test_what_is_longer_than_any_word_is_no_word() -> None:
    assert list(words_in("x" * (LONGEST_WORD + 1))) == []


@pytest.mark.parametrize("piece", ["a-", "a'", "a.", ".-'", "a\u00ad", "1a", "a@", "å"])
def test_a_text_of_200_000_characters_is_split_in_one_pass(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    assert all(word.end - word.start <= LONGEST_WORD for word in words_in(text))


@pytest.mark.parametrize(
    "word",
    [
        *("møde", "KKR", "KKR's", "KKR-møde", "107-plads", "handicap-", "aflastnings-", "aflastnings-område"),
        *("Thisted's", "psykiatri-område", "eBoks", "§107", "2026a", "Thisted'"),
    ],
)
def test_words_with_known_parts_and_words_of_no_dictionary_are_right(word: str) -> None:
    assert is_spelled(word, _knows)


@pytest.mark.parametrize(
    "word", ["mødde", "KKR-mødde", "mødde-plads", "handikap-", "mødde's", "KKR'xx", "MØDDEPLADSER"]
)
def test_a_word_with_an_unknown_part_is_wrong(word: str) -> None:
    assert not is_spelled(word, _knows)


def test_short_words_of_capital_letters_are_left_alone_and_long_ones_are_not() -> None:
    assert (is_unjudged("ABL"), is_unjudged("NØRRESKOVENS"), is_unjudged("Plads")) == (True, False, False)
