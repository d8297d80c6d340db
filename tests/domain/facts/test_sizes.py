"""Amounts, counts and shares: every notation, and how exactly it is said."""

from fractions import Fraction

import pytest

from botilbud_desktop.domain.application import LegalBasis
from botilbud_desktop.domain.facts.reading import Facts, facts_in

_107, _108 = LegalBasis.SEL_107, LegalBasis.SEL_108


def _read(text: str) -> Facts:
    return facts_in(text, 2000)


def _amounts(text: str) -> list[tuple[str, int, int]]:
    found = _read(text).amounts
    return [(text[one.start : one.end], int(one.size.lowest), int(one.size.highest)) for one in found]


@pytest.mark.parametrize(
    "words",
    [
        *("22,9 mio. kr.", "22.9 mio kr", "22,9 millioner", "kr. 22,9 mio.", "22.900 t.kr.", "22.900 tkr."),
        *("22.900.000 kr.", "22 900 000 kroner", "kr. 22.900.000", "22.900 (1.000 kr.)", "22,9 mio.kr.", "22,9 mkr."),
    ],
)
def test_an_amount_is_read_in_every_notation(words: str) -> None:
    text = f"Der søges {words} i 2025."
    [found] = _amounts(text)
    assert found[1:] == (22_900_000, 22_900_000)
    assert found[0].rstrip(".") == words.rstrip(".")


def test_a_range_and_amounts_that_share_a_unit() -> None:
    assert [found[1:] for found in _amounts("mellem 20 og 25 mio. kr.")] == [(20_000_000, 25_000_000)]
    assert [found[1:] for found in _amounts("20-25 mio. kr.")] == [(20_000_000, 25_000_000)]
    shared = _amounts("hhv. 12 og 7,7 mio. kr. i 2025 og 2026")
    assert [found[1:] for found in shared] == [(12_000_000,) * 2, (7_700_000,) * 2]
    assert _amounts("i 2025 og 7,7 mio. kr. i 2026")[0][0] == "7,7 mio. kr."


def test_a_heading_gives_bare_numbers_their_unit() -> None:
    found = _read("Lån (i 1.000 kr.): 2025: 22900, 2026: 7.700").amounts
    assert [(one.size.lowest, one.has_unit) for one in found] == [(22_900_000, False), (7_700_000, False)]
    assert _amounts("Lån: 2025: 22900 og sag 2024-005657") == []


@pytest.mark.parametrize(
    ("words", "agrees", "differs"),
    [
        ("22,9 mio. kr.", 22_940_000, 22_960_000),
        ("23 mio. kr.", 22_500_000, 22_400_000),
        ("22.900 t.kr.", 22_900_000, 22_901_000),
        ("ca. 23 mio. kr.", 22_000_000, 20_000_000),
        ("knap 23 mio. kr.", 22_000_000, 23_100_000),
        ("godt 22 mio. kr.", 22_900_000, 21_900_000),
        ("op til 25 mio. kr.", 12_000_000, 26_000_000),
        ("over 20 mio. kr.", 30_000_000, 19_000_000),
        ("20-25 mio. kr.", 23_000_000, 26_000_000),
    ],
)
def test_a_value_agrees_as_exactly_as_it_is_said(words: str, agrees: int, differs: int) -> None:
    [found] = _read(words).amounts
    assert found.size.may_be(agrees)
    assert not found.size.may_be(differs)
    assert (found.start, found.end) == (0, len(words))


@pytest.mark.parametrize(
    ("text", "words", "number", "bases"),
    [
        ("udvides med 19 nye botilbudspladser", "19 nye botilbudspladser", 19, ()),
        ("I alt nitten pladser etableres", "nitten pladser", 19, ()),
        ("enogtyve døgnpladser", "enogtyve døgnpladser", 21, ()),
        ("et 12-pladsers botilbud", "12-pladsers", 12, ()),
        ("15 § 107-pladser", "15 § 107-pladser", 15, (_107,)),
        ("15 pladser efter servicelovens §§ 107 og 108", "15 pladser", 15, (_107, _108)),
        ("4 efter § 108", "4", 4, (_108,)),
        ("Efter § 107 etableres 15 pladser.", "15 pladser", 15, (_107,)),
        ("Antal pladser: 15", "15", 15, ()),
        ("kapaciteten på området udvides med 19.", "19", 19, ()),
        ("der bliver plads til 12 borgere", "12 borgere", 12, ()),
        ("9 fritliggende boliger", "9 fritliggende boliger", 9, ()),
        ("6 lejligheder", "6 lejligheder", 6, ()),
    ],
)
def test_places_and_homes_are_counted(text: str, words: str, number: int, bases: tuple[LegalBasis, ...]) -> None:
    [found] = _read(text).counts
    assert (text[found.start : found.end], found.size.lowest, found.bases) == (words, number, bases)


@pytest.mark.parametrize(
    "text",
    [
        *("I 2026 kommer pladser", "2 kommuner med pladser", "12 borgere venter", "§ 107-pladser", "en plads"),
        *("tre botilbud med pladser", "25 pct. af pladserne", "sag 24/1234", "Q3 pladser", "en snes pladser"),
    ],
)
def test_other_numbers_count_no_places(text: str) -> None:
    assert _read(text).counts == ()


def test_each_count_has_its_own_law() -> None:
    found = _read("15 pladser efter § 107 og 4 efter § 108, heraf 3 pladser til aflastning").counts
    assert [(one.size.lowest, one.bases) for one in found] == [(15, (_107,)), (4, (_108,)), (3, ())]


@pytest.mark.parametrize(
    ("words", "percent"),
    [
        *(("25 pct.", 25), ("25 %", 25), ("25 procent", 25), ("33,33 pct.", Fraction(3333, 100))),
        *(
            ("en fjerdedel", 25),
            ("hver tredje", Fraction(100, 3)),
            ("halvdelen", 50),
            ("to tredjedele", Fraction(200, 3)),
        ),
        *(("5 af de 19", Fraction(500, 19)), ("5 ud af 20", 25), ("samtlige", 100), ("1/4", 25)),
    ],
)
def test_a_share_is_read_in_every_notation(words: str, percent: int | Fraction) -> None:
    text = f"og {words} pladser er til andre"
    [found] = _read(text).shares
    assert (text[found.start : found.end], found.size.lowest) == (words, percent)


def test_all_is_a_share_of_places_only() -> None:
    assert _read("Alle kommuner i regionen").shares == ()
    assert _read("Alle de nye pladser").shares[0].size.lowest == 100


@pytest.mark.parametrize("unit", ["1 ", "1.1.", "22,9 mio. og ", "§ 107 og ", "pladser 19 ", "a", "1", "2026-", "ca. "])
def test_hostile_texts_are_read(unit: str) -> None:
    text = (unit * 200_000)[:50_000]
    assert len(_read(text).text) == len(text)


def test_positions_are_those_of_the_text_as_it_was_typed() -> None:
    text = "İ\u00a0alt\u202f19\u00a0pladser – 22,9\u00a0mio.\u00a0kr."
    read = _read(text)
    assert text[read.counts[0].start : read.counts[0].end] == "19\u00a0pladser"
    assert text[read.amounts[0].start : read.amounts[0].end] == "22,9\u00a0mio.\u00a0kr."
