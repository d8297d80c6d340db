"""Changing the order and the numbers of an agenda, and remarks on projects."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.collection.agenda import Agenda, AgendaEntry, ProjectRemark
from botilbud_desktop.domain.collection.agenda_order import (
    Key,
    letters,
    placed,
    remark_on,
    with_number,
    with_order,
    with_remark,
)

A, B, C, GONE = (Key(name, f"{name}.botilbud") for name in ("a", "b", "c", "gone"))
USUAL = (A, B, C)


def shown(agenda: Agenda, usual: tuple[Key, ...] = USUAL) -> str:
    return " ".join(f"{each.number}{each.key.application}" for each in placed(agenda, usual))


def entry(key: Key, number: str = "") -> AgendaEntry:
    return AgendaEntry(application=key.application, file=key.file, number=number)


def test_another_order_keeps_the_numbers_and_those_that_are_not_here() -> None:
    agenda = with_order(Agenda(entries=(entry(B, "7"), entry(GONE, "9"), entry(A))), [C, A, B])
    assert shown(agenda) == "1c 2a 7b"
    assert [each.application for each in agenda.entries] == ["c", "gone", "a", "b"]
    assert agenda.entries[1] == entry(GONE, "9")


def test_a_number_leaves_everything_at_its_place() -> None:
    agenda = with_number(Agenda(), USUAL, B, "5")
    assert shown(agenda) == "1a 5b 3c"
    assert [each.is_own for each in placed(agenda, USUAL)] == [False, True, False]
    assert shown(with_number(agenda, USUAL, B, "")) == "1a 2b 3c"


UNSEEN = ["\u00ad", "\u200b", "\u202e", "\u2060", "\ufe0f", "\u3164", "\u2800", "\u00a0", "\u200b \u2028"]


@pytest.mark.parametrize("unseen", UNSEEN)
def test_numbers_are_what_is_seen_of_them(unseen: str) -> None:
    assert shown(Agenda(entries=(entry(A, unseen), entry(B, f"2{unseen}")))) == "1a 2b 3c"
    assert [each.is_own for each in placed(Agenda(entries=(entry(A, unseen),)), USUAL)] == [False, False, False]
    typed = with_number(with_number(Agenda(), USUAL, A, unseen), USUAL, B, f"{unseen}2")
    assert [each.number for each in typed.entries] == ["", "2", ""]


def test_an_application_that_a_file_lists_twice_is_listed_once_after_a_change() -> None:
    agenda = with_order(Agenda(entries=(entry(A), entry(A), entry(B))), [B, A])
    assert [each.application for each in agenda.entries] == ["b", "a"]


def test_a_remark_is_on_the_project_of_one_file() -> None:
    copy = Key("a", "kopi.botilbud")
    agenda = with_remark(with_remark(Agenda(), A, "p", "God"), copy, "p", "Kopi")
    assert (remark_on(agenda, A, "p"), remark_on(agenda, copy, "p"), remark_on(agenda, A, "q")) == ("God", "Kopi", "")
    assert with_remark(agenda, A, "p", "").remarks == (
        ProjectRemark(application="a", file="kopi.botilbud", project="p", text="Kopi"),
    )


@pytest.mark.parametrize(("place", "said"), [(0, "a"), (25, "z"), (26, "aa"), (51, "az"), (52, "ba"), (702, "aaa")])
def test_annexes_are_lettered_like_the_columns_of_a_sheet(place: int, said: str) -> None:
    assert letters(place) == said


_KEYS = st.sampled_from([A, B, C, GONE, Key("a", "kopi.botilbud")])
_AGENDAS = st.lists(st.tuples(_KEYS, st.sampled_from(["", "2", " 7 "]))).map(
    lambda pairs: Agenda(entries=tuple(entry(key, number) for key, number in pairs))
)


@given(_AGENDAS, st.permutations(USUAL))
def test_any_order_is_as_it_was_asked_for_and_loses_nobody(agenda: Agenda, order: list[Key]) -> None:
    changed = with_order(agenda, order)
    assert [each.key for each in placed(changed, USUAL)] == order
    listed = [Key(each.application, each.file) for each in changed.entries]
    assert len(listed) == len(set(listed))
    assert {Key(each.application, each.file) for each in agenda.entries} <= set(listed)
