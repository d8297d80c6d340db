"""Times, paragraphs of law and municipalities in texts."""

from datetime import date

import pytest

from botilbud_desktop.domain.application import LegalBasis
from botilbud_desktop.domain.facts.laws import paragraphs_in
from botilbud_desktop.domain.facts.municipalities import MunicipalityNames
from botilbud_desktop.domain.facts.reading import facts_in
from tests.rules.samples import ROUND

_107, _108, _105, _66 = LegalBasis.SEL_107, LegalBasis.SEL_108, LegalBasis.ABL_105, LegalBasis.SEL_66


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("30.11.2025", date(2025, 11, 30), date(2025, 11, 30)),
        ("30/11/25", date(2025, 11, 30), date(2025, 11, 30)),
        ("2025-11-30", date(2025, 11, 30), date(2025, 11, 30)),
        ("den 1. september 2026", date(2026, 9, 1), date(2026, 9, 1)),
        ("1. sept. 2026", date(2026, 9, 1), date(2026, 9, 1)),
        ("marts 2026", date(2026, 3, 1), date(2026, 3, 31)),
        ("medio juni 2026", date(2026, 6, 1), date(2026, 6, 30)),
        ("1. kvartal 2026", date(2026, 1, 1), date(2026, 3, 31)),
        ("1. kvt. '26", date(2026, 1, 1), date(2026, 3, 31)),
        ("første kvartal af 2026", date(2026, 1, 1), date(2026, 3, 31)),
        ("Q3 2026", date(2026, 7, 1), date(2026, 9, 30)),
        ("2. halvår 2026", date(2026, 7, 1), date(2026, 12, 31)),
        ("medio 2026", date(2026, 4, 1), date(2026, 9, 30)),
        ("ultimo 2025", date(2025, 9, 1), date(2025, 12, 31)),
        ("sommeren 2026", date(2026, 5, 1), date(2026, 9, 30)),
        ("årsskiftet 2025/26", date(2025, 12, 1), date(2026, 1, 31)),
        ("'26", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2025-26", date(2025, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_time_is_read_with_the_days_it_may_mean(words: str, first: date, last: date) -> None:
    text = f"Tages i brug {words}."
    [found] = facts_in(text, 2000).times
    assert (text[found.start : found.end], found.first, found.last) == (words, first, last)


@pytest.mark.parametrize("text", ["sag 2024-005657", "tlf. 72 28 25 52", "8/50", "2.026 kr.", "31.02.2026", "pkt. 3.5"])
def test_other_numbers_are_no_times(text: str) -> None:
    assert facts_in(text, 2000).times == ()


def test_a_time_by_which_something_is_done_agrees_with_earlier_days() -> None:
    [by] = facts_in("senest den 31. december 2026", 2000).times
    assert by.may_be(date(2025, 5, 1))
    assert not by.may_be(date(2027, 1, 1))


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("SEL §§ 107 og 108", [(_107, _108)]),
        ("servicelovens § 107", [(_107,)]),
        ("lov om social service § 108", [(_108,)]),
        ("§ 107/108-pladser", [(_107, _108)]),
        ("§ 107 og § 108", [(_107, _108)]),
        ("ABL § 105", [(_105,)]),
        ("§ 105 i almenboligloven", [(_105,)]),
        ("SEL § 66", [(_66,)]),
        ("barnets lov", [(_66,)]),
        ("servicelovens § 85", [()]),
        ("forvaltningslovens § 107", [()]),
        ("§ 107 og 12 efter § 108", [(_107,), (_108,)]),
        ("107 pladser", []),
    ],
)
def test_paragraphs_are_read_with_their_law(text: str, bases: list[tuple[LegalBasis, ...]]) -> None:
    assert [one.bases for one in paragraphs_in(text.lower())] == bases


@pytest.mark.parametrize(
    ("text", "words", "code", "is_municipality"),
    [
        ("Brønderslev Kommune søger", "Brønderslev Kommune", "810", True),
        ("Brønderslev Kommunes ansøgning", "Brønderslev Kommunes", "810", True),
        ("Københavns Kommune", "Københavns Kommune", "101", True),
        ("Århus Kommune", "Århus Kommune", "751", True),
        ("Kommunen i Vejen søger", "Kommunen i Vejen", "575", True),
        ("Bornholms Regionskommune", "Bornholms Regionskommune", "400", True),
        ("borgere fra Hjørring og omegn", "Hjørring", "860", False),
        ("Aalborgs pladser", "Aalborg", "851", False),
        ("Høje Taastrup Kommune", "Høje Taastrup Kommune", "169", True),
    ],
)
def test_municipalities_are_read(text: str, words: str, code: str, is_municipality: bool) -> None:
    [found] = MunicipalityNames(ROUND.municipalities).found_in(text)
    assert (found.code, found.is_municipality) == (code, is_municipality)
    assert text[found.start : found.end].rstrip("s") == words.rstrip("s")


@pytest.mark.parametrize("text", ["på vejen til", "en skive brød", "Vejensvej", "Nordodder", "kommunen", "Faxehus"])
def test_words_and_places_are_no_municipalities(text: str) -> None:
    assert list(MunicipalityNames(ROUND.municipalities).found_in(text)) == []
