"""Characters that the web form breaks: the position, name and suggested replacement of each."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.text.character_suggestions import suggestion_for
from botilbud_desktop.domain.text.counting import has_markup, normalise, unsupported_characters
from botilbud_desktop.domain.text.web_form_risks import replaced, troubles


def test_each_place_is_told_by_line_and_character() -> None:
    found = troubles("→ a\nbc ≥ 5\n\n&#60; <b")
    assert [(one.line, one.column, one.character) for one in found] == [
        (1, 1, "→"),
        (2, 4, "≥"),
        (4, 1, "&"),
        (4, 7, "<"),
    ]
    assert [one.start for one in found] == [0, 7, 12, 18]
    assert found[0].description == "pil mod højre (U+2192)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Øst → vest", "Øst -> vest"),
        ("≥ 20 pladser", "mindst 20 pladser"),
        ("er≥20", "er mindst 20"),
        ("≤5", "højst 5"),
        ("e\u2011mail", "e-mail"),
        ("22\u202f900", "22\u00a0900"),
        ("a\u200bb", "ab"),
        ("⅓ af", "1/3 af"),
        ("ﬁre", "fire"),
        ("<b>", "< b>"),
        ("&#60;", "& #60;"),
        ("\u2212 5", "- 5"),
        ("\uf0b7 et", "- et"),
        ("☐ ja", "[ ] ja"),
        *((character, "-") for character in "‣⁃∙■▪►○●◦➢\uf0a7\uf0b7\uf0d8\uf076\u2010\u2011\u2212\u001e"),
        *((character, "->") for character in "→➔➜➞\uf0e0"),
        *((character, "") for character in "\u200b\u200d\u202e\u2060\ufe0f\ufeff\ufffc\u001f"),
        *((character, "\n") for character in "\u000b\u000c\u0085\u2028\u2029"),
        *((character, " ") for character in "\u2000\u2009\u200a\u3000"),
        *((character, "\u00a0") for character in "\u2007\u202f"),
        *((character, "\u2013") for character in "\u2012\u2015"),
        ("⇒⇐←↔", "=><=<-<->"),
        ("□☐☑☒", "[ ][ ][x][x]"),
        ("′″‴", "'\"'''"),
        ("1⁄2∕3", "1/2/3"),
        ("∅sten ⋅", "Østen ·"),
        ("≈5, ≠5", "ca. 5, ikke lig med 5"),
    ],
)
def test_what_says_the_same_is_suggested_as_safe(text: str, expected: str) -> None:
    found = troubles(text)
    assert all(one.is_safe for one in found)
    assert replaced(text, found) == expected
    assert troubles(expected) == ()


@pytest.mark.parametrize(
    ("character", "suggestion"),
    [
        ("ć", "c"),
        ("😀", ""),
        ("✓", "x"),
        ("✔", "x"),
        ("\ufffd", ""),
        ("\u2061", ""),
        ("\ue000", ""),
        ("\u0378", ""),
        ("\u0001", ""),
        ("α", None),
        ("й", None),
        ("中", None),
    ],
)
def test_what_only_the_writer_can_know_is_never_called_safe(character: str, suggestion: str | None) -> None:
    (found,) = troubles(character)
    assert (found.replacement, found.is_safe) == (suggestion, False)


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        ("<a", True),
        ("<å", True),
        ("</", True),
        ("<!", True),
        ("&#", True),
        ("< a", False),
        ("<3", False),
        ("& #", False),
    ],
)
def test_markup_is_a_sign_before_a_letter_or_a_number_sign(text: str, is_there: bool) -> None:
    assert has_markup(text) is is_there
    assert bool(troubles(text)) is is_there


@given(st.text())
def test_the_places_are_those_of_the_characters_that_are_counted(text: str) -> None:
    normalised = normalise(text)
    found = [one for one in troubles(normalised) if one.character not in "<&"]
    assert {one.character for one in found} == {one.character for one in unsupported_characters(text)}
    assert all(normalised[one.start] == one.character for one in found)
    assert len(found) == sum(one.occurrences for one in unsupported_characters(text))


def test_no_more_are_looked_for_than_are_asked_for() -> None:
    assert len(troubles("→" * 100_000, most=7)) == 7


@pytest.mark.parametrize("character", ["й", "ß\u0300"[1], "\u200b", "ﷺ"])
def test_no_suggestion_breaks_in_the_form_itself(character: str) -> None:
    suggestion = suggestion_for(character)
    assert suggestion is None or suggestion.text.isascii()


@given(st.characters())
def test_whatever_is_suggested_can_be_in_the_form(character: str) -> None:
    suggestion = suggestion_for(character)
    assert suggestion is None or all(letter in "\n\u00a0" or letter.isprintable() for letter in suggestion.text)
    assert suggestion is None or not unsupported_characters(suggestion.text)


def test_what_has_no_suggestion_stays_as_it_is() -> None:
    text = "й → 中 ≥5"
    assert replaced(text, troubles(text)) == "й -> 中 mindst 5"


def test_a_letter_of_the_alphabet_needs_no_suggestion() -> None:
    assert [letter for letter in string.ascii_letters + "æøÆØ" if suggestion_for(letter) is not None] == []
