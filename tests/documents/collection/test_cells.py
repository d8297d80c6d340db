"""The words and the keys of the table's cells, and what is told of a project."""

from decimal import Decimal
from fractions import Fraction

import pytest

from botilbud_desktop.documents.collection.cells import (
    NO_NUMBER,
    Cell,
    fraction_text,
    laws_of,
    number_cell,
    outcome_cell,
    places_cell,
    plain_number,
    rates_cell,
    text_cell,
)
from botilbud_desktop.documents.collection.columns import SHARED, Column, Entry, columns_of, sum_cell
from botilbud_desktop.documents.collection.particulars import particulars
from botilbud_desktop.domain.application import Application, DailyRate, LegalBasis, Origin, RateTime
from botilbud_desktop.domain.collection.source import Source
from botilbud_desktop.domain.model import replace
from botilbud_desktop.rules.collection.collecting import collect
from botilbud_desktop.rules.collection.records import Collection
from tests.documents.agenda.samples import attached, with_attachments
from tests.other_rounds import draft_of, other_round
from tests.rules.samples import ROUND, TODAY, example, group

AALBORG, THISTED = example("aalborg"), example("thisted")
PROJECT = AALBORG.projects[0]


def collection(*applications: Application) -> Collection:
    return collect([Source(f"{number}", each, ROUND) for number, each in enumerate(applications)], (), TODAY)


def column(name: str, found: Collection) -> Column:
    return next(each for each in columns_of(found) if each.name == name)


def cell(name: str, application: Application) -> Cell:
    found = collection(application)
    own = found.applications[0]
    return column(name, found).cell(Entry(own, own.projects[0] if own.projects else None, ROUND))


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Fraction(5), "5"),
        (Fraction(14, 3), "ca. 4,7"),
        (Fraction(9, 2), "4,5"),
        (Fraction(1_200), "1.200"),
        (Fraction(-9, 2), "-4,5"),
        (Fraction(-1, 3), "ca. -0,3"),
        (Fraction(-1, 300), "ca. 0,0"),
        (Fraction(-1_200), "-1.200"),
    ],
)
def test_a_number_of_places_has_one_decimal_where_it_is_no_whole_one(number: Fraction, text: str) -> None:
    assert fraction_text(number) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Fraction(5), "5"),
        (Fraction("6.3327"), "6,3327"),
        (Fraction(-9, 2), "-4,5"),
        (Fraction(1_200), "1200"),
        (Fraction(2, 3), "0,666667"),
        (Fraction(-1, 10**9), "0"),
    ],
)
def test_a_copied_number_is_one_that_a_spreadsheet_sums(number: Fraction, text: str) -> None:
    assert plain_number(number) == text


def test_what_is_missing_has_no_key_and_nothing_is_copied_of_it() -> None:
    assert number_cell(None) == Cell(NO_NUMBER, None, "")
    assert text_cell("  ") == Cell("Ikke angivet", None, "")
    assert number_cell(22_900) == Cell("22.900", 22_900, "22900")
    assert number_cell(0).key == 0


def test_a_text_is_one_short_line() -> None:
    shown = text_cell("a\nb\t\u202ec " + "x" * 100_000)
    assert shown.text.startswith("a b �c x")
    assert len(shown.text) == 300


def test_places_tell_their_law_and_origin() -> None:
    groups = (
        group(15, LegalBasis.SEL_107),
        group(1, LegalBasis.ABL_105, Origin.CONVERTED_FROM_ABL_105),
        group(6, LegalBasis.SEL_66),
        group(2, LegalBasis.SEL_108, Origin.PRESERVED),
        group(3, LegalBasis.SEL_108, year=2031),
    )
    shown = places_cell(replace(PROJECT, places=groups), ROUND)
    assert set(shown.text.split(", ")) == {
        "15 SEL § 107 nye",
        "2 SEL § 108 bevarede",
        "1 ABL § 105 omdannet",
        "6 barnets lov § 43 nye",
        "3 i andre år",
    }
    assert places_cell(replace(PROJECT, places=()), ROUND) == Cell("Ikke angivet", None, "")


def test_laws_are_listed_with_commas_since_a_law_may_have_an_and_in_its_name() -> None:
    groups = (group(1, LegalBasis.SEL_107), group(1, LegalBasis.SEL_108), group(2, LegalBasis.ABL_105))
    assert laws_of(replace(PROJECT, places=groups), ROUND).count(", ") == 2
    assert " og " not in laws_of(replace(PROJECT, places=groups), ROUND)


def test_criteria_tell_all_that_is_not_met_worst_first_and_sort_by_it() -> None:
    assert outcome_cell(()) == Cell("Ikke angivet", None, "")
    lacking, met = cell("criteria", THISTED), cell("criteria", AALBORG)
    assert (lacking.text, met.text) == ("Mangler oplysninger (5), kræver vurdering (4)", "Opfyldt")
    assert isinstance(lacking.key, int)
    assert isinstance(met.key, int)
    assert lacking.key < met.key


def test_rates_are_the_lowest_and_the_highest_of_their_time() -> None:
    rates = (
        DailyRate(label="a", lowest=1_900, highest=2_000, when=RateTime.PRESENT),
        DailyRate(label="b", lowest=2_100, highest=2_300, when=RateTime.PRESENT),
        DailyRate(label="c", lowest=1_800, highest=1_800, when=RateTime.EXPECTED),
    )
    assert rates_cell(rates, RateTime.PRESENT) == Cell("1.900–2.300", 1_900, "1900 - 2300")
    assert rates_cell(rates, RateTime.EXPECTED) == Cell("1.800", 1_800, "1800")
    assert rates_cell(rates, None) == Cell(NO_NUMBER, None, "")


def test_rates_without_a_time_have_a_column_of_their_own_and_only_then() -> None:
    undated = replace(PROJECT, daily_rates=(DailyRate(label="a", lowest=1, highest=2),))
    dated = replace(PROJECT, daily_rates=(DailyRate(label="a", lowest=1, highest=2, when=RateTime.PRESENT),))
    assert "rate" in [each.name for each in columns_of(collection(replace(AALBORG, projects=(undated,))))]
    assert "rate" not in [each.name for each in columns_of(collection(replace(AALBORG, projects=(dated,))))]


def test_a_share_is_told_in_per_cent_and_in_places() -> None:
    third = replace(AALBORG, projects=(replace(PROJECT, share_for_others="33.33"),))
    assert cell("share", third) == Cell("33,33", Decimal("33.33"), "33,33%")
    assert cell("shared", third).text == "mindst 7 af 19 pladser"
    assert cell("shared", third).key == Fraction("33.33") * 19 / 100
    assert cell("shared", third).plain == "6,3327"


def test_an_application_without_projects_has_blank_cells() -> None:
    none = replace(AALBORG, projects=())
    assert cell("project", none).text == "Ingen projekter"
    names = ("loan.2025", "places.2025", "bases", "criteria", "cost", "rate.present")
    assert {cell(name, none).key for name in names} == {None}


def test_the_years_are_those_of_the_round() -> None:
    other = other_round("Aeldreboliger_2031-33")
    found = collect([Source("a", draft_of("Aeldreboliger_2031-33"), other)], (), TODAY)
    names = [each.name for each in columns_of(found)]
    assert [name for name in names if name.startswith("loan.")] == [f"loan.{year}" for year in other.year_keys]
    assert columns_of(collect([], (), TODAY)) == ()


def test_sums_are_exact_and_a_dash_when_all_is_missing() -> None:
    loan = column("loan.2025", collection(AALBORG))
    assert sum_cell(loan, [Fraction(1, 3)] * 3).text == "1"
    assert sum_cell(loan, [22_900, 20_700]) == Cell("43.600", Fraction(43_600), "43600")
    assert sum_cell(loan, []) == Cell(NO_NUMBER, None, "")


def test_a_sum_of_shares_tells_that_they_are_exact_and_which_are_negative() -> None:
    shared = column(SHARED, collection(AALBORG))
    numbers = [Fraction("6.3327"), Fraction(1, 2)]
    assert sum_cell(shared, numbers) == Cell("ca. 6,8 (præcise andele)", Fraction("6.8327"), "6,8327")
    assert sum_cell(shared, [*numbers, -2]).text == "ca. 4,8 (præcise andele, heraf 1 negativ)"
    assert sum_cell(shared, [-1, -2]).text == "-3 (præcise andele, heraf 2 negative)"


def test_what_is_told_of_a_project_ends_where_it_is_too_long() -> None:
    noted = replace(AALBORG, projects=(replace(PROJECT, coordination_note="ord " * 50_000),))
    own = collection(noted).applications[0]
    told = particulars(Entry(own, own.projects[0], ROUND))
    assert max(len(part.text) for part in told) == 2_000
    assert [part.text for part in told if part.level == 2][1:] == [
        "Skal rettes",
        "Kriterier",
        "Fælleskommunal koordinering",
        "Dokumentation",
        "Det, ministeriet vægter",
    ]


def test_what_is_told_of_a_project_addresses_nobody() -> None:
    own = collection(AALBORG).applications[0]
    told = [part.text for project in own.projects for part in particulars(Entry(own, project, ROUND))]
    assert any("Der er angivet 100 pct." in text for text in told)
    assert not any("du har" in text or text.startswith("Angiv") for text in told)


def test_the_documentation_of_a_project_is_told_with_its_files() -> None:
    own = with_attachments(attached()).applications[0]
    told = [[part.text for part in particulars(Entry(own, project, ROUND))] for project in own.projects]
    begins = [texts.index("Dokumentation") for texts in told]
    assert told[0][begins[0] + 1 : begins[0] + 3] == [
        "Ikke vedlagt: Referat af drøftelse i KKR.",
        "Det, ministeriet vægter",
    ]
    assert told[1][begins[1] + 1 : begins[1] + 3] == [
        "Vedlagt: Referat af drøftelse i KKR.",
        "referat.pdf (Referat af drøftelse i KKR)",
    ]
