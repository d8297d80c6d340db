"""What a draft needs and a document does not say is named."""

from botilbud_desktop.domain.document_import.not_found import not_found
from botilbud_desktop.domain.document_import.proposal import Proposal
from tests.domain.document_import.documents import note, proposal
from tests.rules.samples import ROUND


def _missing(found: Proposal) -> list[str]:
    return [str(path) for path in not_found(found, ROUND)]


def test_a_sheet_says_neither_the_cost_nor_the_coordination() -> None:
    missing = _missing(proposal(note("aalborg-3")))
    assert [path for path in missing if path.startswith("projects[0]")] == [
        "projects[0].gross_construction_cost",
        "projects[0].places_closed_elsewhere",
        "projects[0].coordination",
    ]
    assert "description" in missing
    assert "applicant.municipality_code" not in missing


def test_a_loan_without_a_year_is_missing_in_all_of_them() -> None:
    missing = _missing(proposal(note("aalborg-3b")))
    assert {"projects[0].loan.2025", "projects[0].loan.2026", "projects[0].places"} <= set(missing)
    assert "projects[0].name" not in missing


def test_an_empty_document_has_no_project_to_ask_about() -> None:
    assert _missing(proposal("")) == [
        "applicant.municipality_code",
        "description",
        "contacts.names",
        "contacts.phones",
        "contacts.emails",
    ]
