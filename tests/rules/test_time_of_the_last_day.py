"""A deadline with a time of day is told with it wherever the last day is told."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from botilbud_desktop.documents import DocumentKind
from botilbud_desktop.documents.pdf.make import make_document
from botilbud_desktop.domain.approval import approved
from botilbud_desktop.domain.model import replace
from botilbud_desktop.rules.assessment import assess
from botilbud_desktop.rules.findings.window import window_findings, window_sentences
from botilbud_desktop.rules.round_choice import in_order
from botilbud_desktop.storage.paths import resources_folder
from tests.documents.samples import read
from tests.other_rounds import OWN_CRITERIA, draft_of, other_round

ROUND_OF_FIVE = other_round(OWN_CRITERIA)
SUMMER_TIME = timezone(timedelta(hours=2))


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2030, 4, 1), "Der åbnes for ansøgninger den 8. april 2030 kl. 09.00."),
        (date(2030, 6, 3), "Ansøgningsfristen er i morgen, den 4. juni 2030 kl. 12.00."),
        (date(2030, 6, 4), "Ansøgningsfristen er i dag, den 4. juni 2030 kl. 12.00."),
        (date(2030, 6, 5), "Ansøgningsfristen var den 4. juni 2030 kl. 12.00."),
    ],
)
def test_the_window_is_told_with_its_times(today: date, words: str) -> None:
    assert window_sentences(ROUND_OF_FIVE, today).startswith(words)


@pytest.mark.parametrize(
    ("moment", "is_late"),
    [
        (datetime(2030, 6, 4, 12, 0, tzinfo=SUMMER_TIME), False),
        (datetime(2030, 6, 4, 12, 1, tzinfo=SUMMER_TIME), True),
        (datetime(2030, 6, 4, 10, 0, tzinfo=UTC), False),
        (datetime(2030, 6, 4, 10, 1, tzinfo=UTC), True),
    ],
)
def test_an_approval_after_the_time_of_the_last_day_is_late_in_danish_time(moment: datetime, is_late: bool) -> None:
    draft = approved(draft_of(OWN_CRITERIA), "Ida", moment)
    today = date(2030, 6, 4)
    found = assess(draft, ROUND_OF_FIVE, today)
    pdf = make_document(DocumentKind.RECEIPT, draft, ROUND_OF_FIVE, found, today, resources_folder())
    text = " ".join(" ".join(page.extract_text().split()) for page in read(pdf).pages)
    assert ("efter ansøgningsfristen den 4. juni 2030 kl. 12.00." in text) is is_late


def test_after_its_time_the_window_is_closed_and_another_round_is_proposed_where_the_time_is_known() -> None:
    today = date(2030, 6, 4)
    later = replace(ROUND_OF_FIVE, id="Senere", window=replace(ROUND_OF_FIVE.window, closes_at=None))
    for minute, said, first in ((0, "er i dag", ROUND_OF_FIVE.id), (1, "var den 4. juni 2030 kl. 12.00", "Senere")):
        now = datetime(2030, 6, 4, 10, minute, tzinfo=UTC)
        (finding,) = window_findings(ROUND_OF_FIVE, today, now)
        assert said in finding.message
        assert in_order([later, ROUND_OF_FIVE], today, now)[0].id == first
