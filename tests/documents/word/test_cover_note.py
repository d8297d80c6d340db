"""The table of projects in the cover note tells what is filled in, and that nothing is where nothing is."""

import pytest

from botilbud_desktop.domain.application import LegalBasis, Origin, PlaceGroup, Project
from botilbud_desktop.domain.model import replace
from tests.documents.word.reading import all_text, grids, lines, word
from tests.rules.samples import EMPTY_PROJECT, application


def places(year: int, law: LegalBasis, origin: Origin = Origin.NEW) -> PlaceGroup:
    return PlaceGroup(year=year, legal_basis=law, origin=origin, count=4)


def rows(*projects: Project) -> tuple[tuple[str, ...], ...]:
    """Returns the rows below the head, the sums last."""
    return grids(word(application(*projects)), "Projekterne")[0].rows[1:]


def test_nothing_filled_in_is_no_sum_of_zero() -> None:
    assert rows(EMPTY_PROJECT, EMPTY_PROJECT)[-1] == ("I alt", "", "Ikke angivet", "Ikke angivet")


def test_a_loan_of_zero_is_a_loan() -> None:
    project = replace(EMPTY_PROJECT, loan={"2025": 0})
    assert rows(project)[0][1:] == ("2025", "0", "Ikke angivet")
    assert rows(project, EMPTY_PROJECT)[-1] == ("I alt", "", "0", "Ikke angivet")


def test_places_that_do_not_count_give_a_sum_of_zero() -> None:
    project = replace(EMPTY_PROJECT, places=(places(2026, LegalBasis.SEL_66),))
    assert rows(project)[0][1:] == ("2026", "Ikke angivet", "0")
    assert rows(project)[-1] == ("I alt", "", "Ikke angivet", "0")


@pytest.mark.parametrize(
    ("changes", "years"),
    [
        ({"places": (places(2026, LegalBasis.SEL_66),)}, "2026"),
        ({"places": (places(2030, LegalBasis.SEL_107),)}, "2030"),
        ({"places": (places(2025, LegalBasis.SEL_107, Origin.PRESERVED),)}, "2025"),
        ({"loan": {"2026": 7, "2025": None}, "places": (places(2030, LegalBasis.SEL_107),)}, "2026 og 2030"),
        ({"loan": {"2031": 7}}, "2031"),
        ({}, "Ikke angivet"),
    ],
)
def test_the_years_are_those_of_all_loans_and_places(changes: dict[str, object], years: str) -> None:
    assert rows(replace(EMPTY_PROJECT, **changes))[0][1] == years


def test_a_long_name_is_shortened_but_whole_in_the_form() -> None:
    name = "Et botilbud " * 450
    document = word(application(replace(EMPTY_PROJECT, name=name)))
    named = [rows(replace(EMPTY_PROJECT, name=name))[0][0]]
    named += [line.text for line in lines(document) if "Et botilbud" in line.text]
    assert len(named) == 3
    for text in named:
        assert len(text) < 180
        assert text.endswith("…")
    assert name.strip() in all_text(document)
    assert rows(replace(EMPTY_PROJECT, name="x" * 160))[0][0] == "x" * 160
