"""The order and the numbers of the applications in an agenda."""

import pytest

from botilbud_desktop.domain.application import Applicant, Application
from botilbud_desktop.domain.collection.agenda import Agenda, AgendaEntry
from botilbud_desktop.domain.collection.source import Source
from botilbud_desktop.domain.model import replace
from botilbud_desktop.rules.collection.agenda import NumberedApplication, doubled_numbers, in_agenda_order
from botilbud_desktop.rules.collection.collecting import collect
from botilbud_desktop.rules.collection.records import Collection
from tests.rules.samples import ROUND, TODAY, example

AALBORG, THISTED, HJORRING = "851", "787", "860"
IDS = {code: f"00000000-0000-4000-8000-000000000{code}" for code in (AALBORG, THISTED, HJORRING)}


def collection() -> Collection:
    sources = [Source(f"{code}.botilbud", draft(code), ROUND) for code in IDS]
    return collect(sources, (), TODAY)


def draft(code: str) -> Application:
    return replace(example("aalborg"), id=IDS[code], applicant=Applicant(municipality_code=code))


def entry(code: str, number: str = "") -> AgendaEntry:
    return AgendaEntry(application=IDS[code], file=f"{code}.botilbud", number=number)


def numbers(agenda: Agenda) -> list[tuple[str, str]]:
    return [(each.number, each.application.file[:3]) for each in in_agenda_order(collection(), agenda)]


def test_without_an_order_of_its_own_the_agenda_takes_the_applications_as_they_are_collected() -> None:
    assert numbers(Agenda()) == [("1", HJORRING), ("2", THISTED), ("3", AALBORG)]


def test_the_order_gives_the_numbers_and_what_is_new_comes_last() -> None:
    agenda = Agenda(entries=(entry(THISTED), entry(HJORRING)))
    assert numbers(agenda) == [("1", THISTED), ("2", HJORRING), ("3", AALBORG)]


def test_an_own_number_is_kept_wherever_the_application_stands() -> None:
    agenda = Agenda(entries=(entry(HJORRING, " 7 "), entry(AALBORG)))
    assert numbers(agenda) == [("7", HJORRING), ("2", AALBORG), ("3", THISTED)]


def test_an_entry_of_another_file_with_the_same_application_is_not_this_one() -> None:
    other = AgendaEntry(application=IDS[THISTED], file="kopi.botilbud", number="9")
    assert numbers(Agenda(entries=(other,))) == numbers(Agenda())


def test_a_number_that_two_applications_have_is_told_once() -> None:
    agenda = Agenda(entries=(entry(THISTED, "2"), entry(HJORRING), entry(AALBORG, "2")))
    assert doubled_numbers(in_agenda_order(collection(), agenda)) == ("2",)
    assert doubled_numbers(in_agenda_order(collection(), Agenda())) == ()


@pytest.mark.parametrize(
    ("place", "number"), [(0, "2a"), (1, "2b"), (25, "2z"), (26, "2aa"), (52, "2ba"), (702, "2aaa")]
)
def test_annexes_have_letters_after_the_number(place: int, number: str) -> None:
    application = in_agenda_order(collection(), Agenda())[0].application
    assert NumberedApplication("2", application).annex_number(place) == number


def test_the_head_of_each_page_is_the_item_and_its_title() -> None:
    assert Agenda(item="3.5", title="Lånepulje til botilbud").head == "3.5 Lånepulje til botilbud"
    assert Agenda(title=" Lånepulje ").head == "Lånepulje"
