"""Every paper follows the round's form: other years, letters, limits and numbers of projects, within the margins."""

import re
from collections.abc import Iterator

import pytest

from botilbud_desktop.documents import DocumentKind
from botilbud_desktop.documents.pdf.make import make_document
from botilbud_desktop.documents.pdf.theme import PAGE_WIDTH, SIDE_MARGIN, text_width
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import FormField
from botilbud_desktop.rules.assessment import assess
from botilbud_desktop.rules.results import Severity
from botilbud_desktop.storage.paths import resources_folder
from tests.documents.laid_out import laid_out
from tests.documents.plain import plain
from tests.documents.samples import in_order, read
from tests.documents.test_margins import DRAWN, FONTS, TOLERANCE
from tests.other_rounds import LARGER, OPEN_DAY, OTHERS, OWN_CRITERIA, SMALLER, draft_of, other_round

PAPERS = [(round_id, kind) for round_id in OTHERS for kind in DocumentKind]


def paper(kind: DocumentKind, draft: Application, round_: Round) -> bytes:
    today = OPEN_DAY.get(draft.round, OPEN_DAY[LARGER])
    return make_document(kind, draft, round_, assess(draft, round_, today), today, resources_folder())


def text_of(kind: DocumentKind, draft: Application, round_: Round) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in read(paper(kind, draft, round_)).pages)


def too_wide(pdf: bytes) -> Iterator[str]:
    """Yields each line of text that reaches beyond the margins."""
    for line in filter(None, map(DRAWN.match, laid_out(pdf))):
        left, font = float(line["x"]), FONTS[line["font"]]
        right = left + text_width(line["text"], font, float(line["size"]))
        if left < SIDE_MARGIN - 1 or right > PAGE_WIDTH - SIDE_MARGIN + TOLERANCE:
            yield line[0]


def of_years(count: int) -> Round:
    """Returns the larger round with `count` years."""
    form = other_round(LARGER)
    years = tuple(range(2030, 2030 + count))
    others = tuple(field for field in form.fields if not re.search(r"\.\d{4}$", field.path))
    by_year = tuple(
        FormField(path=f"projects[].{kind}.{year}", label=f"{name} i {year} (antal)", column=f"{letter}{year - 2029}")
        for kind, name, letter in (("loan", "Lån", "L"), ("expansion", "Nye pladser", "P"))
        for year in years
    )
    pool = {str(year): 100_000 for year in years}
    return replace(form, years=years, pool=pool, fields=(*others[:4], *by_year, *others[4:]))


@pytest.mark.parametrize("round_id", OTHERS)
def test_the_drafts_of_the_other_rounds_can_be_approved(round_id: str) -> None:
    found = assess(draft_of(round_id), other_round(round_id), OPEN_DAY[round_id])
    assert [finding for finding in found.findings if finding.severity is Severity.ERROR] == []
    assert len(found.criteria) == len(other_round(round_id).criteria) * other_round(round_id).max_projects


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_a_long_name_of_a_round_has_all_the_room_that_the_header_leaves(kind: DocumentKind) -> None:
    text = text_of(kind, draft_of(OWN_CRITERIA), other_round(OWN_CRITERIA))
    assert f"Lånepulje til almene ældreboliger 2031-33 ({OWN_CRITERIA})" in text


@pytest.mark.parametrize(("round_id", "kind"), PAPERS)
def test_every_paper_of_another_round_stays_within_the_margins(round_id: str, kind: DocumentKind) -> None:
    assert list(too_wide(paper(kind, draft_of(round_id), other_round(round_id)))) == []


def test_the_table_of_three_years_has_all_columns_side_by_side_with_whole_words() -> None:
    draft, round_ = draft_of(LARGER), other_round(LARGER)
    text = text_of(DocumentKind.VIEW, draft, round_)
    assert in_order(text, *(f"{column.column} {column.wording}" for column in round_.columns))
    assert in_order(text, "1 Botilbuddet på Skolevej 1 01/04/2027 8 0 0 14.000 Ikke angivet Ikke angivet 50 pct.")
    assert "8 Botilbuddet på Skolevej 8" in text
    assert "Ikke brugt" not in text
    assert in_order(text, "Sum", "24", "24", "16")


def test_the_table_of_a_single_year_has_a_row_for_each_of_the_two_projects() -> None:
    text = text_of(DocumentKind.VIEW, replace(draft_of(SMALLER), projects=()), other_round(SMALLER))
    assert text.count("Ikke brugt") == 2
    assert in_order(
        text, "A Lån (hele 1.000 kr.)", "B Navn", "C Nye pladser", "D Til andre (pct.)", "E Færdig (dd/mm/åååå)"
    )


@pytest.mark.parametrize("count", [4, 5, 8])
def test_a_table_of_many_years_goes_on_below_with_the_names(count: int) -> None:
    round_ = of_years(count)
    draft = replace(draft_of(LARGER), projects=draft_of(LARGER).projects[:2])
    pdf = paper(DocumentKind.VIEW, draft, round_)
    assert list(too_wide(pdf)) == []
    text = " ".join(" ".join(page.extract_text().split()) for page in read(pdf).pages)
    for column in round_.columns:
        assert f" {column.column} " in text
    assert text.count("Botilbuddet på Skolevej 1") >= 2 + (count > 4)


def test_words_of_the_form_that_no_head_of_a_table_has_room_for_stand_above_it() -> None:
    form = other_round(LARGER)
    long = "Det, som der søges om, " * 40
    fields = tuple(
        replace(field, wording=long.strip()) if field.path == "projects[].loan.2028" else field for field in form.fields
    )
    text = text_of(DocumentKind.VIEW, draft_of(LARGER), replace(form, fields=fields))
    assert in_order(text, f"Q. {long.strip()}", "Q Lån i 2028 (hele 1.000 kr.)")


def test_the_sheet_of_a_project_names_the_rounds_years_and_limit() -> None:
    text = text_of(DocumentKind.PROJECT_SHEET, draft_of(LARGER), other_round(LARGER))
    assert in_order(text, "Låneramme i 2027 14.000", "Nye pladser efter § 107 i 2027 3", "23 af 800 tegn", "i 2028")


def test_a_round_without_a_project_sheet_asks_for_no_description_of_a_project() -> None:
    draft, round_ = draft_of(SMALLER), other_round(SMALLER)
    assert text_of(DocumentKind.PROJECT_SHEET, draft, round_).count("Ansøgningsrunden har intet projektskema.") == 1
    codes = [finding.code for finding in assess(draft, round_, OPEN_DAY[SMALLER]).findings]
    assert "project.description_missing" not in codes
    assert "Beskrivelse af projektet" not in text_of(DocumentKind.RECEIPT, draft, round_)


def test_a_description_that_the_round_has_no_field_for_is_still_on_the_receipt() -> None:
    draft = draft_of(SMALLER)
    first = replace(draft.projects[0], description="Skrevet til en tidligere runde")
    text = text_of(DocumentKind.RECEIPT, replace(draft, projects=(first,)), other_round(SMALLER))
    assert "Beskrivelse af projektet Skrevet til en tidligere runde" in text


@pytest.mark.parametrize("round_id", OTHERS)
def test_the_exported_text_has_the_columns_and_values_of_the_round(round_id: str) -> None:
    round_ = other_round(round_id)
    text = plain(draft_of(round_id), round_).partition("\n\nBilag: ")[0]
    assert in_order(
        text, *(f"\nProjekt 1, {column.column}. {' '.join(column.wording.split())}" for column in round_.columns)
    )
    assert text.count("\nProjekt ") == len(draft_of(round_id).projects) * len(round_.columns)
