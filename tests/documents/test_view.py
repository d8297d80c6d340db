"""*Vis*: the ministry's form, filled in as it will be submitted."""

from botilbud_desktop.documents import DocumentKind
from botilbud_desktop.domain.model import replace
from tests.documents.samples import COMPLETE, THISTED, in_order, pages, text_of
from tests.rules.samples import EMPTY_APPLICATION, ROUND, application, project

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
        "22.900 Ikke angivet 19 0 100 pct. 19 pladser 30/11/2025",
        "2 9 fritliggende boliger til borgere med behov for afskærmning",
        "Ikke angivet 20.700 0 9 100 pct. 9 pladser 01/09/2026",
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


def test_a_share_that_is_no_whole_number_of_places_is_told_as_about() -> None:
    assert "33,33 pct. ca. 6,3 pladser" in text_of(VIEW, application(project(share_for_others="33.33")))


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
