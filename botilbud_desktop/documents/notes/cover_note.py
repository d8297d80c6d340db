"""The cover note (*notat*) to the KKR: to whom, which projects, what is common to them, and the annexes.

An approval does not cover the note (see `NOT_FINGERPRINTED`), so neither approval nor check code stands on its pages.
"""

from collections.abc import Iterator
from datetime import date

from botilbud_desktop.documents.notes.blocks import (
    Block,
    Column,
    Heading,
    Listed,
    Pairs,
    Paragraphs,
    Table,
    Tone,
    numbers_of,
    texts_of,
)
from botilbud_desktop.documents.notes.economy import has_loan
from botilbud_desktop.documents.notes.labels import loan_in_all, short_name
from botilbud_desktop.documents.notes.status import not_approved
from botilbud_desktop.documents.values import BLANK, NO_PROJECTS, municipality_name
from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.approval import valid_approval
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.totals import eligible_places, loans, total_eligible_places, total_loans
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.domain.values.dates import format_date, format_long_date
from botilbud_desktop.rules.wording import all_of

TITLE = "Notat"
_NOT_APPROVED = "Godkendelsen gælder ansøgningen, ikke notatet."


def cover_note(application: Application, round_: Round, today: date) -> Iterator[Block]:
    """Yields the note; `today` is its date."""
    yield Heading(0, TITLE)
    yield from addressed(application, today)
    yield from note_text(application, round_)
    yield Paragraphs("Ansøgningen følger efter notatet.")
    if application.projects:
        yield Listed(tuple(map(short_name, application.projects)), is_numbered=True)


def addressed(application: Application, day: date | None) -> Iterator[Block]:
    """Yields what is known of the approval, and to and from whom the note is; `day` is its date, None for none.

    What is not filled in is left out: the ministry does not ask for it.
    """
    yield from _approval(application)
    note = application.cover_note
    given = [
        ("Til", note.to),
        ("Kopi til", note.copy_to),
        ("Fra", note.from_),
        ("Sagsnr.", application.case_number),
        ("Dok.nr.", application.document_number),
    ]
    pairs = [(label, value) for label, value in given if value.strip()]
    if day is not None:
        pairs.append(("Dato", format_long_date(day)))
    if pairs:
        yield Pairs(TITLE, pairs)


def note_text(application: Application, round_: Round) -> Iterator[Block]:
    """Yields the note up to its list of annexes (*bilag*), which follows."""
    yield Heading(1, note_title(application, round_))
    yield Heading(2, "Projekterne")
    yield from _projects(application, round_)
    if application.cover_note.text.strip():
        yield Heading(2, "Fælles for projekterne")
        yield Paragraphs(application.cover_note.text)
    yield Heading(2, "Bilag")


def note_title(application: Application, round_: Round) -> str:
    """Returns `Lånepulje til botilbud 2025-26, Aalborg Kommune`."""
    return f"{round_.short_title}, {municipality_name(application, round_)}"


def note_footer(today: date) -> str:
    """Returns what stands on each page of the note: `Notat · 14.05.2024`."""
    return f"{TITLE} · {format_date(today)}"


def _approval(application: Application) -> Iterator[Block]:
    """Yields that the application is not approved, or that its approval is not one of the note."""
    if valid_approval(application) is None:
        yield not_approved(application)
    else:
        yield Paragraphs(_NOT_APPROVED, Tone.NOTE)


def _projects(application: Application, round_: Round) -> Iterator[Block]:
    if not application.projects:
        yield Paragraphs(NO_PROJECTS, Tone.NOTE)
        return
    columns = (
        Column(round_.row_wording, texts_of(150)),
        Column("År", numbers_of(78)),
        Column(loan_in_all(round_), numbers_of(92), is_number=True),
        Column(f"Nye pladser efter {round_.eligible_law}", numbers_of(92), is_number=True),
    )
    loan, new = total_loans(application, round_), total_eligible_places(application, round_)
    total = (
        round_.totals_wording,
        "",
        format_number(sum(loan.values())) if any(has_loan(each, round_) for each in application.projects) else BLANK,
        format_number(sum(new.values())) if any(each.places for each in application.projects) else BLANK,
    )
    yield Table("Projekterne", columns, [_row(project, round_) for project in application.projects], total)


def _row(project: Project, round_: Round) -> tuple[str, ...]:
    return (
        short_name(project),
        all_of(_years(project)),
        format_number(sum(loans(project, round_).values())) if has_loan(project, round_) else "",
        format_number(sum(eligible_places(project, round_).values())) if project.places else "",
    )


def _years(project: Project) -> list[str]:
    """Returns the years in which the project has a loan or places, of whatever kind and in whatever year."""
    of_loans = {year for year, amount in project.loan.items() if amount is not None and year.isdecimal()}
    return sorted(of_loans | {str(group.year) for group in project.places if group.count})
