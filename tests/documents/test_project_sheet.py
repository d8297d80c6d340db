"""The project sheets, which follow the ministry's second form."""

from datetime import date

import pytest

from botilbud_desktop.documents import DocumentKind
from botilbud_desktop.documents.pdf.make import make_document
from botilbud_desktop.domain.application import LegalBasis, Origin, PlaceGroup
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import ProjectSheet
from botilbud_desktop.rules.assessment import assess
from botilbud_desktop.storage.paths import resources_folder
from tests.documents.samples import AALBORG, THISTED, in_order, pages, read, text_of
from tests.rules.samples import EMPTY_APPLICATION, EMPTY_PROJECT, ROUND, TODAY, application, assessed, group, project

SHEET = DocumentKind.PROJECT_SHEET


def wordings() -> ProjectSheet:
    """Returns the second form."""
    sheet = ROUND.project_sheet
    assert sheet is not None
    return sheet


def test_there_is_a_page_for_each_project() -> None:
    first, second = pages(SHEET, AALBORG)
    assert "Projekt 1: 19 botilbudspladser til borgere med komplekst sammensatte støttebehov" in first
    assert "Projekt 2: 9 fritliggende boliger til borgere med behov for afskærmning" in second


def test_a_sheet_reads_as_the_municipality_published_it() -> None:
    sheet = wordings()
    assert in_order(
        pages(SHEET, AALBORG)[0],
        "Hele 1.000 kr. Lånebeløb kommunen ansøger om for 2025 22.900",
        "Antal pladser",
        "Hvor meget udvider projektet botilbudskapaciteten efter servicelovens § 107 i 2025 15",
        "Hvor meget udvider projektet botilbudskapaciteten efter servicelovens § 108 i 2025 4",
        "I alt 19",
        f"Andel i procent {sheet.share_wording} 100",
        f"dd.mm.åååå {sheet.date_wording} 30.11.2025",
        f"{sheet.description_wording} 1.003 af 1.000 tegn",
        "Målgruppen er mennesker med et komplekst sammensat støttebehov",
    )


def test_a_year_that_the_project_has_nothing_to_do_with_is_left_out() -> None:
    first, second = pages(SHEET, AALBORG)
    assert "i 2026" not in first
    assert "for 2025" not in second


def test_loans_in_both_years_are_both_shown_with_their_sum() -> None:
    text = text_of(SHEET, application(project(loan={"2025": 10_000, "2026": 12_900})))
    assert "for 2025 10.000 Lånebeløb kommunen ansøger om for 2026 12.900 I alt 22.900" in text


def test_places_that_are_not_divided_yet_have_a_line_of_their_own() -> None:
    undecided = wordings().places_undecided_wording
    assert undecided is not None
    year_2026, year_2025 = undecided.format(year=2026), undecided.format(year=2025)
    assert in_order(text_of(SHEET, THISTED), "§ 107 i 2026 0", "§ 108 i 2026 0", f"{year_2026} 8", "I alt 8")
    assert year_2025 not in text_of(SHEET, AALBORG)


def with_bases(round_: Round, *codes: LegalBasis) -> Round:
    """Returns the round with a pool that covers only these legal bases."""
    choices = tuple(replace(choice, eligible=choice.code in codes) for choice in round_.legal_bases)
    return replace(round_, legal_bases=choices)


def sheet_text(round_: Round, *groups: PlaceGroup) -> str:
    """Returns the words of the sheet of a project with these places."""
    draft = application(project(places=groups))
    pdf = make_document(SHEET, draft, round_, assess(draft, round_, TODAY), TODAY, resources_folder())
    return " ".join(" ".join(page.extract_text().split()) for page in read(pdf).pages)


def test_the_lines_give_the_total_whatever_the_pool_covers() -> None:
    round_ = with_bases(ROUND, LegalBasis.ABL_105)
    text = sheet_text(round_, group(12, LegalBasis.ABL_105), group(3))
    assert in_order(text, "§ 107 i 2025 0", "§ 108 i 2025 0", "Nye pladser efter ABL § 105 i 2025 12", "I alt 12")


def test_a_sheet_that_does_not_divide_the_places_has_one_line_for_each_year() -> None:
    sheet = replace(wordings(), places_wording="Boliger i {year}")
    text = sheet_text(replace(ROUND, project_sheet=sheet), group(12), group(3, LegalBasis.SEL_107))
    assert in_order(text, "Boliger i 2025 15", "I alt 15")
    assert "§ 107" not in text


def test_a_sheet_without_words_for_a_law_gets_those_of_the_program() -> None:
    sheet = replace(wordings(), places_107_wording=None, places_108_wording=None)
    text = sheet_text(replace(ROUND, project_sheet=sheet), group(12))
    assert "Nye pladser efter SEL § 107 i 2025 12" in text
    assert "§ 108" not in text


def test_only_new_places_within_the_pool_count() -> None:
    mixed = project(
        places=(
            group(5),
            group(7, origin=Origin.CONVERTED_FROM_ABL_105),
            group(3, origin=Origin.PRESERVED),
            group(42, LegalBasis.ABL_105),
        )
    )
    assert in_order(text_of(SHEET, application(mixed)), "§ 107 i 2025 5", "§ 108 i 2025 0", "I alt 5")


def test_an_empty_project_asks_for_both_years_and_reads_not_stated() -> None:
    text = text_of(SHEET, application(EMPTY_PROJECT))
    assert "Projekt 1: Ikke angivet" in text
    assert "for 2025 Ikke angivet" in text
    assert "§ 107 i 2026 Ikke angivet" in text
    assert f"{wordings().date_wording} Ikke angivet" in text
    assert "0 af 1.000 tegn Ikke angivet" in text


def test_a_share_keeps_its_decimals_with_a_comma() -> None:
    text = text_of(SHEET, application(project(share_for_others="33.33", completion_date=date(2026, 1, 2))))
    assert f"{wordings().share_wording} 33,33" in text
    assert "02.01.2026" in text


def test_an_application_without_projects_gives_one_page_that_says_so() -> None:
    (page,) = pages(SHEET, EMPTY_APPLICATION)
    assert "Der er ingen projekter i ansøgningen." in page


def test_a_round_without_a_project_sheet_gives_one_page_that_says_so() -> None:
    without = replace(ROUND, project_sheet=None)
    pdf = make_document(SHEET, AALBORG, without, assessed(AALBORG), TODAY, resources_folder())
    assert "Ansøgningsrunden har intet projektskema." in read(pdf).pages[0].extract_text()


@pytest.mark.parametrize("number", [2, 12])
def test_every_sheet_begins_on_a_page_of_its_own(number: int) -> None:
    assert len(pages(SHEET, application(*(project() for _ in range(number))))) == number
