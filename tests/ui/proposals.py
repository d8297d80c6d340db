"""A hand-made proposal, as a document of two projects gives it: sure, doubtful, contradicting and left out."""

from datetime import date

from botilbud_desktop.domain.application import Building, LegalBasis, Origin, PlaceGroup
from botilbud_desktop.domain.document_import.blocks import Document, LeftOut, Paragraph, Table
from botilbud_desktop.domain.document_import.proposal import Proposal, Proposed
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.notes.records import Milestone
from botilbud_desktop.ui.document_import.quotes import Quotes

NAME = "Skovhuset, 19 pladser"
DESCRIPTION = "Målgruppen er mennesker med et komplekst sammensat støttebehov. " * 6
QUOTES = Quotes(
    Document(
        (
            Paragraph("Aalborg Kommune ansøger om lån.", "afsnit 2"),
            Paragraph("Bygningen er en ældre, ledig institution.", "afsnit 7"),
            Table((("Lån 2025", "22.900"), ("I alt", "", "22.900")), "tabel 2"),
        )
    )
)


def proposed(field: str, value: object, source: str, remark: str = "", *, is_sure: bool = True) -> Proposed:
    """Returns one found value."""
    return Proposed(field_path(field), value, source, is_sure, remark)


def two_projects() -> Proposal:
    """Returns what a note on two projects gives."""
    return Proposal(
        (
            proposed("applicant.municipality_code", "851", "afsnit 2"),
            proposed("case_number", "2024-005657", "tabel 1, række 4"),
            proposed("projects[0].name", NAME, "afsnit 5"),
            proposed("projects[0].loan.2025", 22_900, "tabel 2, række 2"),
            proposed(
                "projects[0].places[0]",
                PlaceGroup(year=2025, legal_basis=LegalBasis.SEL_107, origin=Origin.NEW, count=15),
                "tabel 3, række 2",
            ),
            proposed("projects[0].share_for_others", "100", "tabel 4, række 2"),
            proposed(
                "projects[0].completion_date", date(2025, 11, 30), "tabel 5, række 2", "To datoer.", is_sure=False
            ),
            proposed("projects[0].completion_date", date(2025, 12, 31), "afsnit 9", "To datoer.", is_sure=False),
            proposed("projects[0].description", DESCRIPTION, "afsnit 8"),
            proposed(
                "projects[0].building",
                Building.EXISTING_BUILDING,
                "afsnit 7",
                "Der står »institutionsbygning«. Er det en eksisterende bygning?",
                is_sure=False,
            ),
            proposed("projects[0].milestones[0]", Milestone(label="Indflytning", when="2025"), "afsnit 10"),
            proposed("projects[1].name", "9 boliger", "afsnit 12"),
            proposed("projects[1].loan.2026", 20_700, "tabel 6, række 2"),
        ),
        (
            LeftOut("tabel 3, række 4", "I alt 19", "Rækken er en sum af dem over den."),
            LeftOut("billede 1", "", "Billeder bliver ikke læst."),
        ),
    )
