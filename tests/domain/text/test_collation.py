import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.text.collation import danish_key, search_key


@pytest.mark.parametrize(
    "in_order",
    [
        ["Albertslund", "Vordingborg", "Zealand", "Ærø", "Østerbro", "Aabenraa", "Aalborg", "Aarhus"],
        ["Fanø", "Favrskov", "Faxe", "Fredensborg", "Furesø", "Faaborg-Midtfyn", "Gentofte"],
        ["Holstebro", "Horsens", "Hvidovre", "Høje-Taastrup", "Hørsholm", "Ikast-Brande"],
        ["Thisted", "Tønder", "Tårnby", "Vallensbæk"],
        ["Samsø", "Silkeborg", "Solrød", "Sorø", "Syddjurs", "Sønderborg"],
        ["2 boliger", "9 boliger", "Ny bolig"],
        ["Ny Allé", "Nyborg"],
        ["Cafe", "Café Nord", "Cafeteria"],
    ],
)
def test_names_sort_as_danes_expect(in_order: list[str]) -> None:
    assert sorted(sorted(in_order, reverse=True), key=danish_key) == in_order


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("aalborg", "Ålborg"),
        ("AALBORG", "aalborg"),
        ("ÆRØ", "ærø"),
        ("André", "andre"),
        ("A\u030alborg", "Aalborg"),
        ("Høje-Taastrup", "Høje Tåstrup"),
        ("Müller", "Myller"),
        ("Bäk", "Bæk"),
        ("Söby", "Søby"),
    ],
)
def test_spellings_of_one_name_stand_together(one: str, other: str) -> None:
    assert danish_key(one) == danish_key(other)


@given(st.text())
def test_the_key_does_not_depend_on_case_in_danish_letters(text: str) -> None:
    danish = "".join(character for character in text if character.isascii()) + "æøåé"
    assert danish_key(danish.upper()) == danish_key(danish.lower()) == danish_key(danish)


@pytest.mark.parametrize(
    ("written", "searched"),
    [
        ("ÅLBORG", "Aalborg"),
        ("22.900", "22900"),
        ("1.234.567", "1234567"),
        ("É", "e"),
        ("nord-jylland", "Nord Jylland"),
        ("A\u030alborg", "aalborg"),
    ],
)
def test_what_is_written_in_another_way_is_found(written: str, searched: str) -> None:
    assert search_key(written) == search_key(searched)


def test_letters_that_differ_are_not_found_for_each_other() -> None:
    assert len({search_key(text) for text in ("ø", "o", "æ", "ae", "å", "a")}) == 6
    assert search_key("aalborg").startswith(search_key("a"))
