"""Answers that a sentence further down withdraws are not told as covered."""

import pytest

from botilbud_desktop.rules.text_results import Coverage
from tests.rules.description.judged import judged

ANSWERS = "To af de otte pladser stilles til rådighed for andre kommuner.\n\nPladserne tages i brug 1. marts 2026."


@pytest.mark.parametrize(
    "last",
    [
        "NB: Alt ovenstående er blot et eksempel fra en kollega.",
        "Teksten ovenfor er forældet.",
        "Intet af dette gælder for vores projekt.",
    ],
)
def test_all_of_it(last: str) -> None:
    contents = judged(f"{ANSWERS}\n\n{last}")
    for number in (2, 5):
        assert contents[number].coverage is Coverage.UNCERTAIN
        assert contents[number].reason.endswith("tilbage.")


@pytest.mark.parametrize(
    "last", ["Svaret ad 2 bortfalder.", "Det, der står i punkt 2, gælder ikke mere.", "Ad 2 ligeså."]
)
def test_one_point(last: str) -> None:
    contents = judged(f"{ANSWERS}\n\n{last}")
    assert contents[2].coverage is Coverage.UNCERTAIN
    assert contents[5].coverage is Coverage.COVERED


def test_what_stands_below_holds() -> None:
    assert judged(f"Punkt 2 og 5 herover skal rettes.\n\n{ANSWERS}")[5].coverage is Coverage.COVERED


@pytest.mark.parametrize(
    "last", ["Alt ovenstående er besluttet i byrådet.", "Som det fremgår af punkt 2, er vi enige."]
)
def test_what_only_speaks_of_it(last: str) -> None:
    contents = judged(f"{ANSWERS}\n\n{last}")
    assert {contents[number].coverage for number in (2, 5)} == {Coverage.COVERED}
