from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.text.counting import (
    CountName,
    TextCount,
    UnsupportedCharacter,
    count_characters,
    normalise,
    surplus_start,
    unsupported_characters,
    utf16_length,
)

COUNT_NAMES: tuple[CountName, ...] = ("word", "form", "submitted")
texts = st.text(st.one_of(st.sampled_from("a\u00e5\r\n\U0001f600\u0301 \u2011"), st.characters()), max_size=40)


def test_a_line_break_counts_nothing_one_or_two() -> None:
    assert count_characters("et\nto\ntre") == TextCount(word=7, form=9, submitted=11)


def test_a_text_can_fit_in_word_and_still_be_too_long_for_the_form() -> None:
    text = "x" * 500 + "\n" + "x" * 490 + "\n" + "x" * 9
    assert count_characters(text) == TextCount(word=999, form=1001, submitted=1003)


@pytest.mark.parametrize("text", ["a\nb", "a\r\nb", "a\rb"])
def test_the_kind_of_line_break_makes_no_difference(text: str) -> None:
    assert count_characters(text) == TextCount(2, 3, 4)


def test_characters_are_counted_as_browsers_do() -> None:
    assert count_characters("\u00e6\u00f8\u00e5") == TextCount(3, 3, 3)
    assert count_characters("\U0001f600") == TextCount(2, 2, 2)
    assert count_characters("a\u030a") == TextCount(1, 1, 1)
    assert count_characters("\ud83d") == TextCount(1, 1, 1)
    assert count_characters("") == TextCount(0, 0, 0)


@given(texts)
def test_the_counts_agree_with_counting_one_by_one(text: str) -> None:
    units = sum(2 if ord(character) > 0xFFFF else 1 for character in normalise(text))
    breaks = normalise(text).count("\n")
    assert count_characters(text) == TextCount(units - breaks, units, units + breaks)
    assert utf16_length(normalise(text)) == units


def test_normalising_composes_letters_and_unites_line_breaks_and_nothing_else() -> None:
    assert normalise("a\u030a\r\nb\rc\n\td\u00a0 \u2028e  ") == "\u00e5\nb\nc\n\td\u00a0 \u2028e  "


@given(texts)
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once == normalize("NFC", once)
    assert "\r" not in once


def test_the_surplus_starts_where_the_number_on_screen_passes_the_limit() -> None:
    assert surplus_start("ab\ncd", 5) == 4
    assert surplus_start("ab\ncd", 6) is None


def test_the_surplus_can_be_that_of_the_form_or_of_word() -> None:
    assert surplus_start("ab\ncd", 4, "form") == 4
    assert surplus_start("ab\ncd", 5, "form") is None
    assert surplus_start("ab\ncd", 3, "word") == 4
    assert surplus_start("ab\ncd", 4, "word") is None


def test_a_character_that_only_half_fits_is_surplus() -> None:
    assert surplus_start("ab\n", 3) == 2
    assert surplus_start("ab\U0001f600", 3) == 2


def test_with_no_room_all_is_surplus() -> None:
    assert surplus_start("ab", 0) == 0
    assert surplus_start("", 0) is None


@given(texts, st.integers(0, 90), st.sampled_from(COUNT_NAMES))
def test_what_stands_before_the_surplus_is_the_longest_beginning_that_fits(
    text: str, limit: int, name: CountName
) -> None:
    normalised = normalise(text)
    fitting = [end for end in range(len(normalised) + 1) if getattr(count_characters(normalised[:end]), name) <= limit]
    start = surplus_start(text, limit, name)
    assert (len(normalised) if start is None else start) == max(fitting)


def test_everything_in_windows_1252_is_supported() -> None:
    holes = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
    text = bytes(code for code in range(0x20, 0x100) if code not in holes | {0x7F}).decode("cp1252")
    assert unsupported_characters(f"{text}\t\r\n") == ()


def test_danish_prose_with_typographic_signs_is_supported() -> None:
    text = "»Æblegrød« \u2013 §§ 107 og 108 … 25 % \u2019 \u201d \u20ac ½ m² é a\u030a\u00ad"
    assert unsupported_characters(text) == ()


@pytest.mark.parametrize("code", [0x00, 0x0B, 0x0C, 0x1F, 0x7F, 0x80, 0x81, 0x85, 0x8D, 0x8F, 0x90, 0x9D, 0x9F])
def test_control_characters_and_the_holes_of_windows_1252_are_not_supported(code: int) -> None:
    assert [found.character for found in unsupported_characters(f"a{chr(code)}b")] == [chr(code)]


def test_each_distinct_character_is_listed_once_in_the_order_they_stand() -> None:
    assert unsupported_characters("a\u2011b\u2265c\r\n\u2011\u2011") == (
        UnsupportedCharacter("\u2011", 1, 3, "hård bindestreg (U+2011)"),
        UnsupportedCharacter("\u2265", 3, 1, "større end eller lig med (U+2265)"),
    )


@given(texts)
def test_characters_are_unsupported_exactly_when_they_cannot_be_encoded_or_are_control_characters(
    text: str,
) -> None:
    def fails(character: str) -> bool:
        try:
            character.encode("cp1252")
        except UnicodeEncodeError:
            return True
        return character not in "\t\n" and (character < " " or character == "\x7f")

    normalised = normalise(text)
    found = unsupported_characters(text)
    assert {each.character for each in found} == {character for character in normalised if fails(character)}
    for each in found:
        assert each.position == normalised.index(each.character)
        assert each.occurrences == normalised.count(each.character)
