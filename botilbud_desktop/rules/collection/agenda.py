"""Puts the applications of a collection in the order of the agenda, each with its number."""

from collections.abc import Sequence
from typing import NamedTuple

from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.rules.collection.records import CollectedApplication, Collection


class NumberedApplication(NamedTuple):
    """An application at its place in the agenda."""

    number: str
    """`1`, `2`, or what the secretariat calls it."""
    application: CollectedApplication

    def annex_number(self, place: int) -> str:
        """Returns the number of its annex at a place, counted from 0: `2a`, `2b`; after `2z` comes `2aa`."""
        return f"{self.number}{_letters(place)}"


def in_agenda_order(collection: Collection, agenda: Agenda) -> tuple[NumberedApplication, ...]:
    """Returns all applications: those that the agenda has in its order, then the others as they are collected."""
    places = {(entry.application, entry.file): place for place, entry in enumerate(agenda.entries)}
    last = len(places)
    ordered = sorted(collection.applications, key=lambda each: places.get(_key(each), last))
    numbers = {(entry.application, entry.file): entry.number.strip() for entry in agenda.entries}
    return tuple(
        NumberedApplication(numbers.get(_key(each)) or str(place), each) for place, each in enumerate(ordered, start=1)
    )


def doubled_numbers(applications: Sequence[NumberedApplication]) -> tuple[str, ...]:
    """Returns the numbers that more than one application has, each once."""
    numbers = [each.number for each in applications]
    return tuple(dict.fromkeys(number for number in numbers if numbers.count(number) > 1))


def _key(application: CollectedApplication) -> tuple[str, str]:
    return application.application.id, application.file


def _letters(place: int) -> str:
    letters = ""
    while place >= 0:
        place, rest = divmod(place, 26)
        letters = chr(ord("a") + rest) + letters
        place -= 1
    return letters
