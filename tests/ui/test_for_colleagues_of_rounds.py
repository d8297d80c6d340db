"""The folded parts of the pages in the two made-up rounds, whose forms list none of them."""

import pytest
from PySide6.QtWidgets import QLabel

from botilbud_desktop.domain.application import CapacityToday
from botilbud_desktop.domain.field_path import field_path, with_value
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.ui.fields.optional.growth_text import GrowthText
from botilbud_desktop.ui.fields.optional.section import OptionalSection
from tests.domain.for_colleagues import FOR_COLLEAGUES
from tests.other_rounds import OTHERS, draft_of, library, other_round
from tests.ui.conftest import OpenDraft
from tests.ui.user import settle

STAY = "projects[0].places[0].stay"
TODAY = "projects[0].capacity_today"


@pytest.fixture(name="library")
def _library() -> FormLibrary:
    return library()


@pytest.mark.parametrize("round_id", OTHERS)
def test_they_open_and_the_growth_counts_what_the_round_covers(round_id: str, open_draft: OpenDraft) -> None:
    round_ = other_round(round_id)
    draft = draft_of(round_id)
    for path, value in FOR_COLLEAGUES.items():
        draft = with_value(draft, field_path(path), value)
    covered, other = (
        next(choice.code for choice in round_.legal_bases if choice.eligible is is_eligible)
        for is_eligible in (True, False)
    )
    rows = (CapacityToday(legal_basis=covered, count=40), CapacityToday(legal_basis=other, count=60))
    user = open_draft(with_value(draft, field_path(TODAY), rows))
    for page in ("page.applicant", "page.project.0"):
        user.go_to(page)
        sections = user.page.findChildren(OptionalSection)
        assert sections
        for section in sections:
            section.open()
        settle()
    growth = user.widget("projects.0.growth", GrowthText).text()
    assert " på 40 i dag er " in growth
    assert "60 pladser i dag efter andre regler er ikke regnet med." in growth
    labels = [label.text().replace("&", "") for label in user.page.findChildren(QLabel) if label.isVisible()]
    for name in ("Formål", "Målgruppe", "Milepæle", "Andre kommuner i projektet"):
        assert labels.count(f"{name} (frivilligt)") == 1
    assert user.value(STAY) is FOR_COLLEAGUES[STAY]
