"""What a project gives and takes away, in words that two criteria share."""

from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.rules.subject import Subject
from botilbud_desktop.rules.uncounted import do_not_count
from botilbud_desktop.rules.wording import new_places


def gives(subject: Subject) -> str:
    """Returns `Projektet giver 19 nye pladser`; places that do not count are named beside the number."""
    return f"Projektet giver {new_places(subject.quantities.capacity)}{do_not_count(subject.uncounted)}"


def balance(subject: Subject) -> str:
    """Returns what the project gives, and how many other places close because of it."""
    closed = subject.quantities.closed or 0
    others = "ingen andre" if closed == 0 else "1 anden" if closed == 1 else f"{format_number(closed)} andre"
    return f"{gives(subject)}, og {others} lukker"
