"""Pasted text: Word's special characters become plain ones, and no readable text is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.text.pasted_text import cleaned_paste


@pytest.mark.parametrize(
    "bullet",
    ["•\t", "• ", "•", "\uf0b7\t", "\uf0a7 ", "·\t", "·       ", "o\t", "o\t ", "\t•\t", "§\t", "▪ ", "\u00a0●\u00a0"],
)
def test_a_bullet_at_the_start_of_a_line_becomes_a_hyphen(bullet: str) -> None:
    cleaned = cleaned_paste(f"Vi bygger:\n{bullet}Boliger\n{bullet}Haver")
    assert cleaned.text == "Vi bygger:\n- Boliger\n- Haver"
    assert "2 punkttegn" in map(str, cleaned.cleaned)


@pytest.mark.parametrize(
    "text",
    [
        "Æblet • pæren",
        "§ 107 og § 108",
        "o og ø",
        "10\u00a0kr. – »ja« “nej” ’ … €",
        "a\n\n\n\nb",
        "  indrykket",
        "ord i midten ",
        "",
    ],
)
def test_what_a_web_form_holds_stays_as_it_is(text: str) -> None:
    assert cleaned_paste(text).text == text
    assert cleaned_paste(text).cleaned == ()


@pytest.mark.parametrize(
    ("text", "expected", "said"),
    [
        ("fælles\u00adarealer", "fællesarealer", "1 blød bindestreg"),
        ("fæl\u00adles\u00adarealer", "fællesarealer", "2 bløde bindestreger"),
        ("fælles\x1farealer", "fællesarealer", "1 blød bindestreg"),
        ("e\u2011mail", "e-mail", "1 særlig bindestreg"),
        ("e\x1email", "e-mail", "1 særlig bindestreg"),
        ("a\u200bb\ufeffc", "abc", "2 usynlige tegn"),
        ("22\u202f900", "22\u00a0900", "1 særligt mellemrum"),
        ("a\u2009b\u2003c", "a b c", "2 særlige mellemrum"),
        ("\tNavn", " Navn", "1 tabulator"),
        ("Navn\tAntal", "Navn: Antal", "1 række fra en tabel"),
        ("et\x0bto\u2028tre", "et\nto\ntre", "2 særlige linjeskift"),
        ("et  \nto\u00a0\ntre ", "et\nto\ntre ", "2 linjer med mellemrum til sidst"),
        ("a\ufffcb", "ab", "1 billede eller objekt"),
    ],
)
def test_what_nobody_sees_is_made_plain_and_counted(text: str, expected: str, said: str) -> None:
    cleaned = cleaned_paste(text)
    assert cleaned.text == expected
    assert [str(kind) for kind in cleaned.cleaned] == [said]


def test_joined_characters_of_other_scripts_stay_joined() -> None:
    family = "👩\u200d👧"
    assert cleaned_paste(family).text == family


@given(st.text(alphabet=st.sampled_from("ab æ§o•·\t\n\r\x0b\u00ad\u2011\u200b\u200d\u202f\u2003\uf0b7\ufffc😀 ")))
def test_letters_are_never_lost_and_each_change_is_counted(text: str) -> None:
    cleaned = cleaned_paste(text)
    kept = [character for character in text if character in "abæ😀"]
    assert [character for character in cleaned.text if character in "abæ😀"] == kept
    assert (cleaned.text != text.replace("\r\n", "\n").replace("\r", "\n")) == bool(cleaned.cleaned)


@pytest.mark.parametrize(
    "text", [" " * 200_000, "\t" * 200_000 + "\n", " \n" * 100_000, "•" * 200_000, "\u200d" * 200_000 + "😀"]
)
def test_a_huge_text_of_one_character_is_cleaned_without_waiting(text: str) -> None:
    assert len(cleaned_paste(text).text) <= len(text) + 1
