from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.text.character_names import describe_character


@pytest.mark.parametrize(
    ("character", "description"),
    [
        ("\u2011", "hård bindestreg (U+2011)"),
        ("\u202f", "smalt hårdt mellemrum (U+202F)"),
        ("\u2212", "minustegn fra et andet tegnsæt (U+2212)"),
        ("\u000b", "linjeskift fra Word (U+000B)"),
        ("\u0001", "styretegn (U+0001)"),
        ("\u2713", "flueben (U+2713)"),
        ("\U0001f600", "emoji \U0001f600 (U+1F600)"),
        ("\u2082", "sænket 2 (U+2082)"),
        ("\u2074", "hævet 4 (U+2074)"),
        ("\u2153", "brøken 1/3 (U+2153)"),
        ("\ufb01", "sammensat tegn for fi (U+FB01)"),
        ("\u0107", "bogstavet \u0107 (U+0107)"),
        ("\u03b1", "det græske bogstav \u03b1 (U+03B1)"),
        ("\u0416", "det kyrilliske bogstav \u0416 (U+0416)"),
        ("\u4e2d", "skrifttegnet \u4e2d (U+4E2D)"),
        ("\u0332", "løst accenttegn (U+0332)"),
        ("\uf0b7", "tegn fra en symbolskrift (U+F0B7)"),
        ("\ud83d", "halvt tegn, der er gået i stykker (U+D83D)"),
        ("\u2318", "tegnet \u2318 (U+2318)"),
    ],
)
def test_a_character_is_named_in_words_that_a_caseworker_understands(character: str, description: str) -> None:
    assert describe_character(character) == description


@given(st.characters())
def test_every_character_has_a_description_with_its_number(character: str) -> None:
    description = describe_character(character)
    assert f"(U+{ord(character):04X}" in description
    assert not description.startswith("(")


def test_each_name_is_the_one_that_was_agreed_on() -> None:
    """The list in this folder is proofread by people who know the characters' Danish names."""
    lines = Path(__file__).with_name("character_names.txt").read_text(encoding="utf-8").splitlines()
    agreed = dict(line.split(" ", 1) for line in lines)
    found = {number: describe_character(chr(int(number.removeprefix("U+"), 16))) for number in agreed}
    assert found == {number: f"{name} ({number})" for number, name in agreed.items()}


@pytest.mark.parametrize(
    ("character", "description"),
    [
        ("\u05d0", "det hebraiske tegn א"),
        ("\u0627", "det arabiske tegn ا"),
        ("\u00ad", "usynligt styretegn"),
        ("\u0378", "ukendt tegn"),
        ("\u2004", "særligt mellemrum"),
        ("\u2600", "emoji \u2600"),
        ("\u27bf", "emoji \u27bf"),
        ("\U0001f000", "emoji \U0001f000"),
        ("\u27c0", "tegnet \u27c0"),
        ("\u25ff", "tegnet \u25ff"),
        ("\u10a0", "tegnet \u10a0"),
    ],
)
def test_a_character_without_a_name_of_its_own_is_told_by_its_kind(character: str, description: str) -> None:
    assert describe_character(character) == f"{description} (U+{ord(character):04X})"
