"""Each page of each paper carries the status, a date, the check code, and who approved it."""

import re
from datetime import date

import pytest

from botilbud_desktop.documents import DocumentKind
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.approval import approved, check_code, control_code, fingerprint
from botilbud_desktop.domain.model import replace
from tests.documents.samples import APPROVED, CHANGED, COMPLETE, THISTED, pages, printed
from tests.rules.samples import EMPTY_APPLICATION

EVERY_KIND = pytest.mark.parametrize("kind", DocumentKind)
LONG = replace(COMPLETE, description="Linje.\n" * 150)


def signed(draft: Application, by: str) -> Application:
    """Returns the draft, approved on 10.05.2024."""
    return approved(draft, by, APPROVED.approvals[-1].approved_at)


def feet(kind: DocumentKind, application: Application) -> list[str]:
    """Returns the line at the foot of each page, without the number of the page."""
    return [page.partition(" Side ")[0] for page in pages(kind, application)]


@EVERY_KIND
@pytest.mark.parametrize("draft", [THISTED, LONG, EMPTY_APPLICATION], ids=["thisted", "long", "empty"])
def test_a_draft_carries_the_day_of_printing_and_the_code_of_its_content(
    kind: DocumentKind, draft: Application
) -> None:
    code = check_code(fingerprint(draft))
    for foot in feet(kind, draft):
        assert f"Kladde · 03.05.2024 · Kontrolkode {code}" in foot


@EVERY_KIND
def test_an_approved_application_carries_its_approval(kind: DocumentKind) -> None:
    code = check_code(APPROVED.approvals[-1].fingerprint)
    for foot in feet(kind, APPROVED):
        assert f"Godkendt internt den 10.05.2024 af Inge Hansen · Kontrolkode {code}" in foot


@EVERY_KIND
def test_a_draft_changed_since_its_approval_says_so_with_a_code_of_its_own(kind: DocumentKind) -> None:
    assert control_code(CHANGED) != check_code(CHANGED.approvals[-1].fingerprint)
    for foot in feet(kind, CHANGED):
        assert f"Ændret siden godkendelsen · 03.05.2024 · Kontrolkode {control_code(CHANGED)}" in foot
        assert "Godkendt internt den" not in foot


@EVERY_KIND
def test_a_name_too_long_for_the_line_is_cut_and_the_code_is_not(kind: DocumentKind) -> None:
    draft = signed(COMPLETE, "Wilhelmine " * 40)
    for foot in feet(kind, draft):
        assert re.search(f"af (Wilhelmine )+[A-Za-z]*… · Kontrolkode {control_code(draft)}", foot)


@EVERY_KIND
def test_the_day_of_printing_stands_on_a_draft_and_changes_nothing_on_an_approved_application(
    kind: DocumentKind,
) -> None:
    first, second = date(2024, 5, 3), date(2024, 5, 4)
    assert printed(kind, COMPLETE, first) != printed(kind, COMPLETE, second)
    assert printed(kind, APPROVED, first) == printed(kind, APPROVED, second)
