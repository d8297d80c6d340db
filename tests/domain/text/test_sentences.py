"""A Danish text is split into sentences, and nothing of it is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.text.sentences import paragraphs, sentences

SENTENCES = [
    ["Vi udvider.", "Det koster 5 mio. kr.", "Det er dyrt."],
    ["Vi har bl.a. 5 pladser, f.eks. på Ørstedsvej, til ca. 5 mio. kr. om året."],
    ["Det følger af § 107, stk. 2.", "Kommunen er enig, jf. § 108, stk. 1, nr. 3."],
    ["Byggeriet begynder den 1. maj 2025 kl. 8.30.", "Det slutter den 1. 5. 2026."],
    ["Prisen er 1.000 kr. pr. døgn i hhv. 2025 og 2026.", "2027 er ikke med."],
    ["H.C. Andersen og J. P. Jensen er enige.", "Det er godt!", "Er det?", "Ja …", "Nej."],
    ["Hun sagde: »Ja.«", "Så gik hun (se bilag 2).", "»Nej.«"],
    ["1. Formål og baggrund er beskrevet.", "Nr. 2 er ikke."],
    ["Vi søger om støtte mv.", "Resten betaler vi selv."],
    ["Lånet er på kr. 8.000.000 i 2025, kr. 9 mio. i 2026 og kr. 5 til sidst.", "Kr. 10.000 er inventar."],
    ["Beløbet (lån) kr. 12.000.000 er nyt."],
    ["Det koster 8 mio. kr.", "5 pladser er nye og koster 3 mio kr.", "4 er gamle."],
]


@pytest.mark.parametrize("expected", SENTENCES, ids=" ".join)
def test_abbreviations_dates_numbers_and_initials_end_no_sentence(expected: list[str]) -> None:
    split = sentences(" ".join(expected))
    assert list(split.units[1:-1]) == expected
    assert set(split.gaps[1:-1]) <= {" "}


def test_a_line_break_ends_a_sentence_and_a_paragraph() -> None:
    text = "  Vi vil:\n- bygge\n- drive bl.a.\nto. Tre!\n\n\nSlut \n"
    assert sentences(text).units == ("", "Vi vil:", "- bygge", "- drive bl.a.", "to.", "Tre!", "Slut", "")
    split = paragraphs(text)
    assert split.units == ("", "Vi vil:", "- bygge", "- drive bl.a.", "to. Tre!", "Slut", "")
    assert split.gaps == ("  ", "\n", "\n", "\n", "\n\n\n", " \n")


@given(st.text(st.sampled_from(' \t\n\r\u2028.!?…abÅ1»«")(–-§'), max_size=60) | st.text(max_size=40))
def test_units_and_gaps_are_the_text(text: str) -> None:
    for split in (paragraphs(text), sentences(text)):
        assert split.text(0, len(split.units)) == text
        assert len(split.gaps) == len(split.units) - 1
        assert split.units[0] == split.units[-1] == ""
        assert all(unit == unit.strip() != "" for unit in split.units[1:-1])
        assert not "".join(split.gaps).strip()
    assert [text[start:end] for start, end in split.places()] == [unit for unit in split.units if unit]


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_a_blank_text_has_no_units(text: str) -> None:
    assert sentences(text) == paragraphs(text) == (("", ""), (text,))
