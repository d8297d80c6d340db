"""Values as printed, and the texts at the top of every document, also where something is missing."""

import pytest

from botilbud_desktop.documents.values import (
    case_number,
    characters,
    field_name,
    loan_of,
    login_name,
    municipality_name,
    one_line,
    project_heading,
    share_in_places,
    share_of,
)
from botilbud_desktop.domain.application import Applicant
from botilbud_desktop.domain.model import replace
from tests.rules.samples import ROUND, application, group, outside, project


@pytest.mark.parametrize(
    ("share", "places", "shown"),
    [
        ("100", 19, "(19 af 19 pladser)"),
        ("25", 4, "(1 af 4 pladser)"),
        ("25", 5, "(mindst 2 af 5 pladser)"),
        ("33.33", 3, "(1 af 3 pladser)"),
        ("50", 1, "(mindst 1 af 1 plads)"),
        ("0", 4, "(0 af 4 pladser)"),
        ("100.01", 4, ""),
        ("-0.01", 4, ""),
        ("50", 0, ""),
        ("50", -1, ""),
        (None, 4, ""),
    ],
)
def test_a_share_is_told_in_whole_places(share: str | None, places: int, shown: str) -> None:
    draft = project(share_for_others=share, places=(group(places), outside(7)))
    assert share_in_places(draft, ROUND) == shown
    assert share_of(draft) == ("" if share is None else share.replace(".", ","))


def test_characters_are_counted_against_their_limit_if_there_is_one() -> None:
    assert characters(3912, 4000) == "3.912 af 4.000 tegn"
    assert characters(3912, None) == "3.912 tegn"


@pytest.mark.parametrize(
    ("code", "name", "login"),
    [
        ("851", "Aalborg Kommune", "ansog851"),
        ("999", "Ukendt kommune (999)", "brugernavn ikke angivet"),
        (None, "Kommune ikke angivet", "brugernavn ikke angivet"),
    ],
)
def test_the_municipality_is_named_also_when_it_is_not_known(code: str | None, name: str, login: str) -> None:
    draft = replace(application(), applicant=Applicant(municipality_code=code))
    assert (municipality_name(draft, ROUND), login_name(draft, ROUND)) == (name, login)


def test_a_case_number_of_spaces_is_none() -> None:
    assert case_number(application(case_number="2024-1")) == "Journalnr. 2024-1"
    assert case_number(application(case_number="  ")) == case_number(application(case_number=""))
    assert case_number(application(case_number="")) == "Journalnr. ikke angivet"


def test_a_project_is_headed_by_its_number_and_name() -> None:
    assert project_heading(1, project(name=" Ni\n boliger "), ROUND) == "Projekt 2: Ni boliger"
    assert project_heading(0, project(name=" "), ROUND) == "Projekt 1: Ikke angivet"
    assert one_line("a\t\nb  c ") == "a b c"


def test_a_loan_that_is_not_filled_in_is_empty_and_one_of_nothing_is_not() -> None:
    draft = project(loan={"2025": None, "2026": 0})
    assert [loan_of(draft, year) for year in ("2025", "2026", "2027")] == ["", "0", ""]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("projects[0]", "Projekt 1"),
        ("projects[1].loan.2025", "Projekt 2: Lån i 2025 (hele 1.000 kr.)"),
        ("contacts.names", "Navn(e) og titel"),
        ("", ""),
    ],
)
def test_a_field_is_named_with_its_project(path: str, name: str) -> None:
    assert field_name(path, ROUND, application(project(), project())) == name
