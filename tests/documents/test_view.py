"""*Vis*: the ministry's form, filled in as it will be submitted."""

import pytest

from botilbud_desktop.documents import DocumentKind
from botilbud_desktop.domain.application import LegalBasis, PlaceGroup
from botilbud_desktop.domain.model import replace
from tests.documents.samples import COMPLETE, THISTED, in_order, pages, text_of
from tests.rules.samples import EMPTY_APPLICATION, ROUND, application, converted, group, outside, preserved, project

VIEW = DocumentKind.VIEW


def test_the_form_stands_in_the_ministrys_order() -> None:
    assert in_order(
        text_of(VIEW, COMPLETE),
        ROUND.title,
        "Ansøger Aalborg Kommune",
        ROUND.deadline,
        ROUND.table_heading,
        ROUND.totals_wording,
        ROUND.description_introduction,
        *(content.text for content in ROUND.required_contents),
        ROUND.documentation,
        "Projekterne udvider kapaciteten",
        ROUND.contacts_heading,
        "Navn(e) og titel Åse Ørsted, konsulent",
        "Telefonnumre 99 31 31 31",
        "aase@aalborg.dk; anlaeg@aalborg.dk",
    )


def test_the_table_has_the_ministrys_columns_a_to_g_with_its_wordings() -> None:
    columns = ROUND.columns
    assert "".join(column.column for column in columns) == "ABCDEFG"
    headings = (f"{column.column} {column.wording}" for column in columns)
    assert in_order(text_of(VIEW, COMPLETE), "Projekt", *headings)


def test_a_row_holds_name_loans_places_share_and_date() -> None:
    assert in_order(
        text_of(VIEW, COMPLETE),
        "1 19 botilbudspladser til borgere med komplekst sammensatte støttebehov",
        "22.900 Ikke angivet 19 0 100 pct. (19 af 19 pladser) 30/11/2025",
        "2 9 fritliggende boliger til borgere med behov for afskærmning",
        "Ikke angivet 20.700 0 9 100 pct. (9 af 9 pladser) 01/09/2026",
    )


def test_the_sums_stand_below_b_to_e_only() -> None:
    assert "I alt 22.900 20.700 19 9 Som led i ansøgningen" in text_of(VIEW, COMPLETE)


def test_rows_that_are_not_used_say_so() -> None:
    assert "3 Ikke brugt 4 Ikke brugt 5 Ikke brugt I alt" in text_of(VIEW, COMPLETE)


def test_the_description_is_counted_as_the_web_form_counts() -> None:
    text = "a" * 3908 + "\nbb"
    assert "3.912 af 4.000 tegn" in text_of(VIEW, replace(COMPLETE, description=text))


def test_an_empty_application_reads_not_stated_everywhere() -> None:
    text = text_of(VIEW, EMPTY_APPLICATION)
    assert "Kommune ikke angivet · brugernavn ikke angivet Journalnr. ikke angivet" in text
    assert "0 af 4.000 tegn Ikke angivet" in text
    assert "Navn(e) og titel Ikke angivet Telefonnumre Ikke angivet" in text
    assert "I alt 0 0 0 0" in text


def test_a_municipality_outside_the_register_is_named_by_its_code() -> None:
    unknown = replace(COMPLETE, applicant=replace(COMPLETE.applicant, municipality_code="411"))
    assert "Ukendt kommune (411) · brugernavn ikke angivet" in text_of(VIEW, unknown)


@pytest.mark.parametrize(
    ("share", "number", "told"),
    [
        ("25", 8, "25 pct. (2 af 8 pladser)"),
        ("25", 9, "25 pct. (mindst 3 af 9 pladser)"),
        ("33.33", 9, "33,33 pct. (3 af 9 pladser)"),
        ("66.67", 9, "66,67 pct. (6 af 9 pladser)"),
        ("33.34", 9, "33,34 pct. (mindst 4 af 9 pladser)"),
        ("0", 9, "0 pct. (0 af 9 pladser)"),
        ("100", 1, "100 pct. (1 af 1 plads)"),
    ],
)
def test_a_share_is_told_in_whole_places_too(share: str, number: int, told: str) -> None:
    draft = application(project(share_for_others=share, places=(group(number),)))
    assert told in text_of(VIEW, draft)
    assert told.replace(" pct.", "") in text_of(DocumentKind.PROJECT_SHEET, draft)


@pytest.mark.parametrize(
    ("share", "places", "told"),
    [
        ("50", (group(4), preserved(2), outside(9)), "50 pct. (3 af 6 pladser)"),
        ("50", (converted(8),), "50 pct. (4 af 8 pladser)"),
        ("50", (), "50 pct. 30/11/2025"),
        ("101", (group(8),), "101 pct. 30/11/2025"),
        ("-1", (group(8),), "-1 pct. 30/11/2025"),
    ],
)
def test_a_share_is_taken_of_the_places_that_criterion_5_counts(
    share: str, places: tuple[PlaceGroup, ...], told: str
) -> None:
    assert told in text_of(VIEW, application(project(share_for_others=share, places=places)))


def test_places_that_the_columns_leave_out_are_named_for_each_project() -> None:
    children = group(6, LegalBasis.SEL_66)
    first = project(places=(group(1, LegalBasis.SEL_108), converted(4), converted(3), children, outside(0)))
    third = project(places=(group(1), preserved(1), outside(2), group(3, LegalBasis.OTHER)))
    draft = application(first, project(), third)
    told = (
        "7 omdannede pladser og 6 pladser efter barnets lov § 43 tæller ikke med",
        "1 bevaret plads, 2 pladser efter ABL § 105 og 3 pladser efter andet lovgrundlag tæller ikke med",
    )
    text = text_of(VIEW, draft)
    assert in_order(text, ROUND.totals_wording, f"Projekt 1: {told[0]} i D og E.", f"Projekt 3: {told[1]} i D og E.")
    assert text.count("tæller ikke med") == 2
    sheets = pages(DocumentKind.PROJECT_SHEET, draft)
    assert [sheet.count("tæller ikke med") for sheet in sheets] == [1, 0, 1]
    assert in_order(sheets[0], "I alt 1", f"{told[0]} her.", "Andel i procent")
    assert f"{told[1]} her." in sheets[2]


def test_the_largest_share_that_a_file_can_hold_is_shown() -> None:
    groups = tuple(replace(group, count=999_999_999_999_999) for group in project().places)
    largest = application(project(share_for_others="999999999.99", places=groups))
    assert "999999999,99 pct." in text_of(VIEW, largest)


def test_more_projects_than_the_form_has_rows_are_shown_and_marked() -> None:
    many = application(*(project(name=f"Projekt nummer {number}") for number in range(1, 8)))
    text = text_of(VIEW, many)
    assert in_order(text, "5 Projekt nummer 5", "6* Projekt nummer 6", "7* Projekt nummer 7", "I alt 160.300")
    assert in_order(text, "* Skemaet har kun plads til 5 projekter.", ROUND.more_projects)
    assert "Ikke brugt" not in text


def test_every_page_is_headed_with_municipality_login_round_and_journal_number() -> None:
    for page in pages(VIEW, replace(COMPLETE, description="Linje.\n" * 150)):
        assert page.startswith(
            "Aalborg Kommune · ansog851 Journalnr. 2024-005657 Lånepulje til botilbud 2025-26 (LanBotilbud_2025-26)"
        )


def test_the_pages_are_numbered() -> None:
    numbered = pages(VIEW, replace(COMPLETE, description="Linje.\n" * 150))
    assert len(numbered) > 2
    for number, page in enumerate(numbered, start=1):
        assert page.endswith(f"Side {number} af {len(numbered)}")


def test_places_are_zero_in_a_year_without_any_and_blank_without_a_row_of_places() -> None:
    assert "Ikke angivet Ikke angivet 0 8 Ikke angivet 31/03/2026" in text_of(VIEW, THISTED)
    assert "22.900 Ikke angivet Ikke angivet Ikke angivet 100 pct." in text_of(VIEW, application(project(places=())))
