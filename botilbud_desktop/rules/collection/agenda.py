"""Puts the applications of a collection in the order of the agenda, each with its number."""

from collections.abc import Sequence
from typing import NamedTuple

from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.collection.agenda_order import Key, letters, placed
from botilbud_desktop.rules.collection.records import CollectedApplication, Collection


class NumberedApplication(NamedTuple):
    """An application at its place in the agenda."""

    number: str
    """`1`, `2`, or what the secretariat calls it."""
    application: CollectedApplication

    def annex_number(self, place: int) -> str:
        """Returns the number of its annex at a place, counted from 0: `2a`, `2b`; after `2z` comes `2aa`."""
        return f"{self.number}{letters(place)}"


def in_agenda_order(collection: Collection, agenda: Agenda) -> tuple[NumberedApplication, ...]:
    """Returns all applications: those that the agenda has in its order, then the others as they are collected."""
    applications = {key_of(each): each for each in collection.applications}
    return tuple(NumberedApplication(each.number, applications[each.key]) for each in placed(agenda, [*applications]))


def key_of(application: CollectedApplication) -> Key:
    """Returns what an agenda tells the application by."""
    own = application.application
    return Key(own.id, application.file, own.applicant.municipality_code or "")


def doubled_numbers(applications: Sequence[NumberedApplication]) -> tuple[str, ...]:
    """Returns the numbers that more than one application has, each once."""
    numbers = [each.number for each in applications]
    return tuple(dict.fromkeys(number for number in numbers if numbers.count(number) > 1))
