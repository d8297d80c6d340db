"""A value of each key that version 2 of the draft file added: what a draft holds for colleagues."""

from collections.abc import Mapping
from datetime import UTC, datetime

from botilbud_desktop.domain.application import (
    Application,
    CapacityToday,
    DailyRate,
    LegalBasis,
    Provider,
    RateTime,
    Stay,
)
from botilbud_desktop.domain.field_path import field_path, with_value
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import Comment, ContentVerdict, CoverNote, InsertedFact, Milestone

WRITTEN_AT = datetime(2026, 11, 27, 14, 32, tzinfo=UTC)

FOR_COLLEAGUES: Mapping[str, object] = {
    "document_number": "2024-005657-15",
    "cover_note": replace(CoverNote(), to="KKR", copy_to="Byrådet", from_="Job og Velfærd", text="HEMMELIGT NOTAT"),
    "judged_contents": {"3": ContentVerdict.COVERED},
    "inserted_facts": (InsertedFact(content=3, text="HEMMELIG SÆTNING"),),
    "comments": (Comment(id="1", field="case_number", text="HEMMELIG KOMMENTAR", author="Bo", written_at=WRITTEN_AT),),
    "projects[0].purpose": "HEMMELIGT FORMÅL",
    "projects[0].target_group": "HEMMELIG MÅLGRUPPE",
    "projects[0].economy_note": "HEMMELIG BEMÆRKNING",
    "projects[0].milestones": (Milestone(label="HEMMELIG MILEPÆL", when="sommeren 2024"),),
    "projects[0].partners": ("787",),
    "projects[0].capacity_today": (CapacityToday(legal_basis=LegalBasis.SEL_107, area="HEMMELIGT OMRÅDE", count=11),),
    "projects[0].places[0].stay": Stay.RESPITE,
    "projects[0].daily_rates": (
        DailyRate(label="Afklaring", lowest=1_644, highest=7_140, when=RateTime.PRESENT, provider=Provider.PRIVATE),
    ),
}


def with_all_of_them(application: Application) -> Application:
    """Returns the application with all of these values."""
    for path, value in FOR_COLLEAGUES.items():
        application = with_value(application, field_path(path), value)
    return application
