"""Wording that several rules share, and the sentences of the first criterion."""

import pytest

from botilbud_desktop.domain.application import Contacts, LegalBasis, PlaceGroup
from botilbud_desktop.rules.wording import all_of, any_of, it_or_them, it_or_they, new_places, places, quoted
from tests.rules.samples import (
    application,
    criterion,
    findings,
    group,
    outside,
    preserved,
    project,
    separating_plan,
)


def test_lists_read_as_danish() -> None:
    assert [all_of(list("abc"[:length])) for length in range(4)] == ["", "a", "a og b", "a, b og c"]
    assert any_of(["2025", "2026"]) == "2025 eller 2026"


def test_numbers_of_places() -> None:
    assert [places(1), places(0), places(1644)] == ["1 plads", "0 pladser", "1.644 pladser"]
    assert [new_places(1), new_places(19)] == ["1 ny plads", "19 nye pladser"]


def test_one_place_is_den_and_more_are_de_and_dem() -> None:
    assert [it_or_they(1), it_or_they(0), it_or_they(2)] == ["den", "de", "de"]
    assert [it_or_them(1), it_or_them(0), it_or_them(2)] == ["den", "dem", "dem"]


def test_only_what_is_long_is_cut() -> None:
    assert quoted("a" * 60) == f"»{'a' * 60}«"
    assert quoted("a" * 61) == f"»{'a' * 60} …«"


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ((group(9),), "9 nye pladser efter SEL §§ 107 og 108."),
        ((group(9), group(0)), "9 nye pladser efter SEL §§ 107 og 108."),
        ((group(9), group(5, year=2024)), "9 nye pladser efter SEL §§ 107 og 108."),
        ((group(1),) * 6, "1 + 1 + 1 + 1 + 1 + 1 = 6 nye pladser efter SEL §§ 107 og 108."),
        ((group(1),) * 7, "7 nye pladser efter SEL §§ 107 og 108."),
        ((group(9), group(-1), group(2)), "10 nye pladser efter SEL §§ 107 og 108."),
        ((group(9), preserved(4)), "13 pladser hører under SEL §§ 107 og 108."),
    ],
)
def test_places_within_the_law_are_added_up(groups: tuple[PlaceGroup, ...], expected: str) -> None:
    assert criterion(1, places=groups).message == expected


def test_the_room_for_the_loan_is_told_before_and_after_it_is_filled_in() -> None:
    groups = (group(8, LegalBasis.SEL_107_108), outside(42))
    before = criterion(1, places=groups, cost_plan=separating_plan(22_900), loan={}).message
    after = criterion(1, places=groups, cost_plan=separating_plan(23_000)).message
    within = "8 af 50 pladser hører under SEL §§ 107 og 108. Lånet"
    assert before == f"{within} kan være på højst 22,9 mio. kr."
    assert after == f"{within} på 22,9 mio. kr. er ikke større end den låneberettigede udgift på 23 mio. kr."


def test_a_plan_without_amounts_yet_says_nothing_of_the_loan() -> None:
    groups = (group(8, LegalBasis.SEL_107_108), outside(42))
    message = criterion(1, places=groups, cost_plan=separating_plan(0), loan={}).message
    assert message == "8 af 50 pladser hører under SEL §§ 107 og 108."


def test_a_gross_cost_of_nothing_is_less_than_the_loan_but_not_negative() -> None:
    free = project(gross_construction_cost=0)
    assert findings(free, "gross_cost.negative") == []
    assert len(findings(free, "loan.exceeds_cost")) == 1


def test_five_unsupported_characters_are_all_named() -> None:
    (found,) = findings(project(name="αβγδε"), "text.unsupported_characters")
    assert "andre" not in found.message


def test_one_address_that_is_none_is_not_taken_for_several() -> None:
    contacts = Contacts(names="Åse", phones="1", emails=("aase@aalborg",))
    (found,) = findings(application(contacts=contacts), "contacts.email_invalid")
    assert found.message == ("»aase@aalborg« er ikke en e-mailadresse. Skriv den som fx social@kommunen.dk.")
