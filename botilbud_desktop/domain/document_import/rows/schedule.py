"""Reads the rows of a schedule: what happens, and when."""

from botilbud_desktop.domain.document_import.account.facts import Fact
from botilbud_desktop.domain.document_import.account.ledger import Ledger
from botilbud_desktop.domain.document_import.prose.times import completes, time_in
from botilbud_desktop.domain.document_import.rows.answers import no_answer
from botilbud_desktop.domain.document_import.rows.labels import field_of_label
from botilbud_desktop.domain.document_import.structure.dividing import Divided, Role
from botilbud_desktop.domain.document_import.structure.sections import Section
from botilbud_desktop.domain.notes.records import Milestone
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.headings import plain_words
from botilbud_desktop.domain.values.dates import format_date

_HEADINGS = frozenset({"hvornar", "dato", "tidspunkt", "tid", "periode", "tidsplan", "termin"})
_LABELS = frozenset({"aktivitet", "milepael", "fase", "opgave", "handling", "hvad", "trin", "skridt"})
_ABOUT = "Der står »{label}: {when}«. Det er læst som den dag, projektet er afsluttet: {day}."


def read_schedule(ledger: Ledger, divided: Divided, round_: Round) -> None:
    """Reads all rows below headings such as `Tidsplan`."""
    for index, line in enumerate(ledger.lines):
        spot = divided.spots[index]
        if spot.section is not Section.SCHEDULE or spot.role is not Role.CONTENT or spot.project is None:
            continue
        if spot.row is not None or len(line.filled) != 2 or not ledger.is_open(index):
            continue
        label, when = (line.cells[cell] for cell in line.filled)
        known = field_of_label(label, when, spot, round_)
        if known is not None and known.is_own:
            continue
        if plain_words(when) in _HEADINGS and plain_words(label) in _LABELS:
            ledger.close(index)
        elif (why := no_answer(when)) is not None:
            ledger.leave(index, why)
        else:
            milestone = Milestone(label=label.rstrip(" :"), when=when)
            ledger.add(Fact(spot.project, "milestones", milestone, line.place, is_sure=True))
            day = time_in(when, round_).day if completes(label) else None
            if day is not None:
                remark = _ABOUT.format(label=milestone.label, when=when, day=format_date(day))
                ledger.add(Fact(spot.project, "completion_date", day, line.place, is_sure=False, remark=remark))
            ledger.close(index)
