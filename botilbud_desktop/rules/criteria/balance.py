"""What a project gives and takes away, in words that two criteria share."""

from botilbud_desktop.domain.values.amounts import counted, counted_or_none
from botilbud_desktop.rules.subject import Subject
from botilbud_desktop.rules.uncounted import do_not_count


def gives(subject: Subject) -> str:
    """Returns `Projektet giver 19 nye pladser`; places that do not count are named beside the number."""
    new = counted_or_none(subject.quantities.capacity, "ny plads", "nye pladser")
    return f"Projektet giver {new}{do_not_count(subject.uncounted)}"


def balance(subject: Subject) -> str:
    """Returns what the project gives, and how many other places close because of it."""
    closed = subject.quantities.closed or 0
    others = counted(closed, "anden plads", "andre pladser") if closed else "ingen pladser"
    return f"{gives(subject)}, og {others} lukkes"
