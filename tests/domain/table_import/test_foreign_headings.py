"""A heading with a word of the form in it, that tells of something else, is left out and said."""

import pytest

from botilbud_desktop.domain.table_import.headings import SHARE, lacks_year, meaning_of
from botilbud_desktop.domain.table_import.tsv import grid_of_tsv
from tests.domain.table_import.test_accounts import planned
from tests.rules.samples import ROUND


@pytest.mark.parametrize(
    "heading",
    [
        *("Andel egne borgere", "Andel af pladser", "Egenfinansiering %", "Egne pladser (%)", "Færdiggørelsesgrad"),
        *("Afdrag på lån 2025", "Restgæld på lån 2025", "Bevilget lån 2025", "Optaget lån 2025"),
        *("Eksisterende pladser 2025", "Nuværende kapacitet 2025", "Pladser nedlagt 2025", "Boligareal 2025 (m2)"),
        *("Pladspris 2026", "Pladser 2025 § 107", "Pladser 2025 (§108)", "Pladser 2025 i alt"),
        *("Lån pr. plads 2025", "Lån pr. 31.12.2025", "Pladser pr. 31.12.2025", "Gennemsnitligt lån 2025"),
        *("Låneydelse 2025", "Ændring i lån 2025", "Udgift til pladser 2025", "Udvidelse 2025 (mio. kr.)"),
        *("Lån ultimo 2025", "Heraf lån 2025", "Øvrige lån 2025", "Lån uden dispensation 2025", "Kapacitet 2025"),
        *("Parkeringspladser 2025", "Byggeplads 2025", "Boligstøtte 2025", "Automatisk låneadgang 2025"),
        *("Lån 2024/2025", "Lån 2025-26", "Lån 2025/26", "Lån 2024 og 2025", "Pladser 2025–26"),
        *("Antal pladser til andre kommuner", "Betaling fra andre kommuner", "Lokalplan færdig", "Udbud afsluttet"),
        *("Dato for ansøgning", "Opdateret dato", "Beslutningsdato", "Startdato"),
    ],
)
def test_other_words_make_a_heading_something_else(heading: str) -> None:
    assert meaning_of(heading, ROUND) is None
    plan = planned(grid_of_tsv(f"Projekt\tLån 2026\t{heading}\nHus\t450\t4\n"))
    assert [column.heading for column in plan.columns_left_out] == [heading]


@pytest.mark.parametrize(
    "heading", ["Andel", "Andel (%)", "Andel i pct.", "%", "Eksterne pladser, %", "% andre kommuner"]
)
def test_usual_headings_of_the_share_are_known(heading: str) -> None:
    found = meaning_of(heading, ROUND)
    assert found is not None
    assert found[0] == SHARE


@pytest.mark.parametrize(
    ("heading", "path"),
    [
        *(("Lån til boliger 2025", "loan.2025"), ("Beløb til 8 pladser 2026", "loan.2026")),
        *(("Lån 2025 til 10 pladser", "loan.2025"), ("Lån 2025 (2024-PL)", "loan.2025")),
        *(("Boliger med lån 2025", "expansion.2025"), ("Ansøgte pladser 2025", "expansion.2025")),
        *(("Ny kapacitet 2025", "expansion.2025"), ("Kapacitetsudvidelse 2026", "expansion.2026")),
        *(("Andel af pladser til andre kommuner", "share_for_others"),),
    ],
)
def test_of_amounts_and_places_in_one_heading_the_first_counts(heading: str, path: str) -> None:
    found = meaning_of(heading, ROUND)
    assert found is not None
    assert found[0] == f"projects[].{path}"


def test_a_heading_of_both_sections_tells_of_all_places() -> None:
    found = meaning_of("Pladser 2025 (§§ 107 og 108)", ROUND)
    assert found is not None
    assert found[0] == "projects[].expansion.2025"


def test_a_heading_without_its_year_is_known_to_lack_it() -> None:
    assert all(lacks_year(heading, ROUND) for heading in ("Lån", "Pladser", "Lån (1.000 kr.)", "Ansøgt beløb"))
    others = ("Lån 2025", "Lån 2030", "Takst", "Andel", "Projekt", "", "A")
    assert not any(lacks_year(heading, ROUND) for heading in others)
    plan = planned(grid_of_tsv("Projekt\tLån\tPladser\nHus\t450\t4\n"))
    assert [column.lacks_year for column in plan.columns_left_out] == [True, True]
