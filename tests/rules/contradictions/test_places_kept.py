"""Places that are there already, or that new ones replace, beside a table that has others."""

import pytest

from botilbud_desktop.domain.application import LegalBasis, Origin, Project
from botilbud_desktop.domain.model import replace
from tests.rules.contradictions.drafts import contradictions, draft, elmely, words
from tests.rules.samples import group


def _new(closed: int | None = 0) -> Project:
    return elmely(places=(replace(group(8, LegalBasis.SEL_108), year=2026),), places_closed_elsewhere=closed)


def _kept() -> Project:
    return elmely(places=(replace(group(16, LegalBasis.SEL_108), year=2026, origin=Origin.PRESERVED),))


@pytest.mark.parametrize(
    "text",
    [
        "Vi søger om lån til renovering af de 8 eksisterende midlertidige pladser på Elmely.",
        "Projektet sikrer de otte eksisterende pladser.",
        "De otte pladser afløser de otte, der nedlægges på Møllevej.",
        "Elmely erstatter de nuværende 6 pladser på Møllevej, som lukkes.",
    ],
)
def test_kept_or_replaced_places_are_told_where_the_table_has_only_new_ones(text: str) -> None:
    assert words(text, _new())


@pytest.mark.parametrize(
    "text",
    [
        "Ingen af de 8 eksisterende pladser renoveres.",
        "Projektet renoverer ikke de 8 eksisterende pladser.",
        "Elmely erstatter ikke de 8 pladser, der nedlægges på Møllevej.",
        "Kommunen har renoveret de 31 eksisterende pladser på Møllevej.",
        "De otte pladser kommer oven i de otte eksisterende pladser.",
        "Rebild Kommune renoverer 8 eksisterende pladser.",
    ],
)
def test_places_that_are_only_spoken_of_are_let_be(text: str) -> None:
    assert [one for one in words(text, _new()) if "Rebild" not in one] == []


def test_places_that_close_are_those_of_the_table() -> None:
    text = "De otte pladser afløser de otte, der nedlægges på Møllevej."
    assert words(text, _new(closed=8)) == []
    assert words(text, _new(closed=None)) == []
    (found,) = contradictions(draft(text, _new()))
    assert found.other == "projects[0].places_closed_elsewhere"
    assert "men ifølge skemaet lukkes ingen pladser andre steder i kommunen." in found.message


def test_kept_places_are_counted() -> None:
    assert words("Projektet sikrer 14 eksisterende pladser efter SEL § 108.", _kept()) == ["14 eksisterende pladser"]
    assert words("Projektet sikrer 16 eksisterende pladser efter SEL § 108.", _kept()) == []
