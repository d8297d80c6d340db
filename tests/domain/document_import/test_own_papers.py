"""What the program prints and exports comes back as the application that it is of, and nothing else of it."""

from datetime import date

import pytest

from botilbud_desktop.documents.pdf import weighting_appendix
from botilbud_desktop.domain.application import PlaceGroup
from botilbud_desktop.domain.document_import.blocks import Block, Document, Paragraph, Table
from botilbud_desktop.domain.document_import.proposal import Proposal
from botilbud_desktop.domain.document_import.proposing import propose
from botilbud_desktop.domain.document_import.structure.own_text import FIELDS_FOLLOW
from botilbud_desktop.domain.document_import.text_blocks import document_of_text
from botilbud_desktop.domain.model import replace
from tests.documents.plain import plain
from tests.domain.document_import.documents import has, sure, values, why_left_out
from tests.rules.samples import ROUND, example

_HEADINGS = tuple(
    f"{field.column} {field.wording}" for field in ROUND.fields if field.column and field.path.startswith("projects[]")
)


def _proposal(*blocks: Block) -> Proposal:
    return propose(Document(blocks), ROUND, ROUND.municipalities)


@pytest.mark.parametrize("name", ["aalborg", "thisted"])
def test_the_fields_as_text_come_back(name: str) -> None:
    draft = example(name)
    draft = replace(draft, case_number="24/17", description="Vi bygger nyt.\n\nDet haster.")
    found = propose(document_of_text(plain(draft, ROUND)), ROUND, ROUND.municipalities)
    assert sure(found, "case_number") == "24/17"
    assert sure(found, "applicant.municipality_code") == draft.applicant.municipality_code
    assert sure(found, "description") == "Vi bygger nyt.\nDet haster."
    for index, project in enumerate(draft.projects):
        assert sure(found, f"projects[{index}].name") == project.name
        assert sure(found, f"projects[{index}].completion_date") == project.completion_date
        loans = {year: values(found, f"projects[{index}].loan.{year}") for year in ROUND.year_keys}
        assert loans == {year: [] if (loan := project.loan.get(year)) is None else [loan] for year in ROUND.year_keys}
    assert not any("tegn" in str(value.value) for value in found.values)
    head, *others, appendix = found.left_out
    assert (head.text.split("\n")[:2], "indledning" in head.why) == ([ROUND.title, ROUND.id], True)
    assert (appendix.text.startswith("Bilag: "), "eget bilag" in appendix.why) == (True, True)
    assert {left.text for left in others} <= {"0"}


def test_words_of_the_head_further_down_are_somebody_elses() -> None:
    text = "\n\n".join([*(f"Afsnit {number} om huset." for number in range(30)), f"{FIELDS_FOLLOW}. Vi bygger nyt."])
    found = propose(document_of_text(text), ROUND, ROUND.municipalities)
    assert not any("indledning" in left.why for left in found.left_out)


def test_contacts_without_answers_are_no_description() -> None:
    draft = example("aalborg")
    found = propose(document_of_text(plain(draft, ROUND)), ROUND, ROUND.municipalities)
    assert not draft.description
    assert not has(found, "description")


@pytest.mark.parametrize("column", [6, 7])
def test_an_answer_that_a_page_moved_beside_its_column_is_not_lost(column: int) -> None:
    """A page's right-aligned number may be read as a column of its own, without a heading."""
    head = ["Projekt", *_HEADINGS]
    head.insert(6, "")
    row = ["1", "Botilbud Skovly", "10.000", "12.000", "4", "", "", "100 pct.", "01/09/2026"]
    row[column - 1] = "9"
    found = _proposal(Table((tuple(head), tuple(row)), "side 1, linje 9"))
    groups = values(found, "projects[0].places")
    places = [(each.year, each.count) for each in groups if isinstance(each, PlaceGroup)]
    assert places == [(2025, 4), (2026, 9)]


def test_an_answer_between_two_empty_columns_is_left_out_and_not_lost() -> None:
    head = ["Projekt", *_HEADINGS]
    head.insert(5, "")
    row = ("1", "Botilbud Skovly", "10.000", "12.000", "", "9", "", "100 pct.", "01/09/2026")
    found = _proposal(Table((tuple(head), row), "side 1, linje 9"))
    assert values(found, "projects[0].places") == []
    assert why_left_out(found, "9")


def test_how_much_of_its_room_a_text_uses_is_no_text() -> None:
    label = "Samlet beskrivelse (højst 4.000 tegn)"
    heading = Table(((label, "14 af 4.000 tegn"),), "side 1, linje 38")
    found = _proposal(heading, Paragraph("Vi bygger nyt.", "side 1, linje 39"))
    assert sure(found, "description") == "Vi bygger nyt."


def test_the_programs_own_appendix_is_left_out_whole() -> None:
    begins = weighting_appendix._INTRODUCTION.format(order="")
    found = _proposal(
        Paragraph("Projekt 1: Botilbud Skovly", "side 1, linje 1", 1),
        Paragraph("Projektet afsluttes den 1. september 2026.", "side 1, linje 2"),
        Paragraph(weighting_appendix.TITLE, "side 2, linje 1"),
        Paragraph(begins, "side 2, linje 2"),
        Table((("Ansøgningen siger", "Der søges om lån på 22,9 mio. kr. i 2025."),), "side 2, linje 3"),
    )
    assert values(found, "projects[0].completion_date") == [date(2026, 9, 1)]
    assert not has(found, "projects[0].loan.2025")
    (left,) = [left for left in found.left_out if left.source == "side 2, linje 1"]
    assert "22,9 mio. kr." in left.text
    assert left.why == "Det er programmets eget bilag og ikke en del af ansøgningen."


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        (ROUND.documentation, "projects[0].coordination"),
        (next(each.text for each in ROUND.criteria if each.number == 5), "projects[0].share_for_others"),
        (next(each.text for each in ROUND.criteria if each.number == 4), "projects[0].gross_construction_cost"),
    ],
)
def test_what_the_ministry_wrote_is_no_answer(sentence: str, field: str) -> None:
    found = _proposal(
        Paragraph("Botilbud Skovly", "afsnit 1", 1), Paragraph(sentence, "afsnit 2"), Paragraph("Nyt.", "afsnit 3")
    )
    assert not has(found, field)
    assert why_left_out(found, sentence) == "Det er ministeriets egen tekst."
