"""Number, place and remarks follow an application to another file of it; where that is not certain, it is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.collection.agenda import Agenda, AgendaEntry
from botilbud_desktop.domain.collection.agenda_order import (
    Key,
    key_of,
    placed,
    remark_on,
    with_number,
    with_order,
    with_remark,
)
from botilbud_desktop.domain.collection.following import (
    Carry,
    Draft,
    Following,
    Question,
    carried,
    following,
    missing,
    without_project,
)

A, B = Key("a", "a.botilbud", "851"), Key("b", "b.botilbud", "787")
NEW, NEWER = Key("a", "a (2).botilbud", "851"), Key("a", "a (3).botilbud", "851")
NOTHING = Following((), ())
MARKED = with_remark(with_number(with_order(Agenda(), [A, B]), (B, A), A, "3"), A, "p", "God")
"""A is moved to the top, and has a number and a remark."""


def draft(key: Key, *, is_counted: bool = True, municipality: str | None = None) -> Draft:
    return Draft(key if municipality is None else key._replace(municipality=municipality), is_counted)


def unticked(key: Key) -> Draft:
    return draft(key, is_counted=False)


def entry(key: Key, number: str) -> AgendaEntry:
    return AgendaEntry(application=key.application, file=key.file, municipality=key.municipality, number=number)


def followed(agenda: Agenda, *drafts: Draft) -> Agenda:
    for carry in following(agenda, drafts).certain:
        agenda = carried(agenda, carry)
    return agenda


def test_the_copy_that_is_counted_instead_gets_number_place_and_remark() -> None:
    found = followed(MARKED, unticked(A), draft(B), draft(NEW))
    assert [(each.number, each.key) for each in placed(found, (B, NEW))] == [("3", NEW), ("2", B)]
    assert remark_on(found, NEW, "p") == "God"
    assert followed(found, draft(A), draft(B), unticked(NEW)) == MARKED, "and gives them back"


def test_a_file_that_was_renamed_keeps_what_it_has() -> None:
    found = followed(MARKED, draft(NEW), draft(B))
    assert remark_on(found, NEW, "p") == "God"
    assert following(found, (draft(NEW), draft(B))) == NOTHING


def test_nothing_follows_while_the_file_is_counted() -> None:
    assert following(MARKED, (draft(A), draft(B), draft(NEW))) == NOTHING


def test_nothing_follows_to_a_copy_that_is_not_counted() -> None:
    assert following(MARKED, (unticked(A), draft(B), unticked(NEW))) == NOTHING


def test_a_draft_that_was_mailed_to_another_municipality_is_another_application() -> None:
    assert following(MARKED, (unticked(A), draft(NEW, municipality="787"))) == NOTHING


def test_a_copy_whose_municipality_is_not_chosen_is_asked_about() -> None:
    found = following(MARKED, (unticked(A), draft(NEW, municipality="")))
    assert found == Following((), (Question(A, (NEW._replace(municipality=""),)),))


def test_two_copies_that_are_counted_are_asked_about() -> None:
    found = following(MARKED, (unticked(A), draft(NEW), draft(NEWER)))
    assert found == Following((), (Question(A, (NEW, NEWER)),))


def test_a_copy_with_its_own_is_asked_about_unless_that_is_the_same() -> None:
    own = with_remark(MARKED, NEW, "p", "Anden")
    assert following(own, (unticked(A), draft(NEW))).questions == (Question(A, (NEW,)),)
    same = with_remark(with_number(MARKED, (A, B, NEW), NEW, "3"), NEW, "p", "God")
    assert following(same, (unticked(A), draft(NEW))) == NOTHING


def test_a_copy_that_was_only_listed_is_asked_about() -> None:
    listed = with_order(MARKED, [A, B, NEW])
    assert following(listed, (unticked(A), draft(B), draft(NEW))) == Following((), (Question(A, (NEW,)),))


def test_two_files_with_remarks_that_are_not_counted_are_asked_about() -> None:
    two = with_remark(MARKED, NEW, "p", "Anden")
    found = following(two, (unticked(A), unticked(NEW), draft(NEWER)))
    assert found == Following((), (Question(A, (NEWER,)), Question(NEW, (NEWER,))))


def test_a_file_that_has_only_a_place_stands_back_for_one_with_a_remark() -> None:
    listed = with_order(MARKED, [A, B, NEW])
    found = following(listed, (unticked(A), unticked(NEW), draft(NEWER)))
    assert found == Following((Carry(A, NEWER),), ())


def test_a_place_alone_follows_too() -> None:
    found = followed(with_order(Agenda(), [A, B]), unticked(A), draft(B), draft(NEW))
    assert [each.key for each in placed(found, (B, NEW))] == [NEW, B]


def test_what_is_carried_replaces_only_what_it_has_itself() -> None:
    own = with_remark(with_remark(MARKED, NEW, "p", "Anden"), NEW, "q", "Om q")
    found = carried(own, Carry(A, NEW))
    assert (remark_on(found, NEW, "p"), remark_on(found, NEW, "q"), remark_on(found, A, "p")) == ("God", "Om q", "")


def test_what_is_kept_stays_with_its_municipality_when_its_file_is_gone_or_is_anothers_now() -> None:
    theirs = draft(NEW, municipality="787")
    assert following(MARKED, (theirs, draft(B))) == NOTHING
    replaced = draft(A, municipality="787")
    assert following(MARKED, (replaced, draft(B))) == NOTHING
    assert remark_on(MARKED, replaced.key, "p") == ""
    assert [each.number for each in placed(MARKED, (replaced.key, B))] == ["1", "2"]
    assert missing(MARKED, (replaced, draft(B))) == 1


@pytest.mark.parametrize("unread", ["a.botilbud", "post", "post/fra a"])
def test_what_is_kept_stays_with_a_file_that_cannot_be_read(unread: str) -> None:
    source = A if unread == "a.botilbud" else A._replace(file="post/fra a/a.botilbud")
    agenda = with_remark(with_order(Agenda(), [source]), source, "p", "God")
    assert following(agenda, (draft(NEW),), [unread]) == NOTHING
    assert following(agenda, (draft(NEW),), ["andet", "post/fra"]).certain == (Carry(source, NEW),)


def test_what_was_kept_before_the_municipality_was_known_is_asked_about() -> None:
    old = A._replace(municipality="")
    agenda = with_remark(with_order(Agenda(), [old]), old, "p", "God")
    assert following(agenda, (draft(NEW),)) == Following((), (Question(old, (NEW,)),))


def test_two_copies_follow_into_a_folder_each_by_its_name_and_back() -> None:
    agenda = with_remark(with_remark(Agenda(), A, "p", "God"), NEW, "p", "Anden")
    moved, other = A._replace(file=f"post/{A.file}"), NEW._replace(file=f"post/{NEW.file}")
    found = followed(agenda, draft(moved), draft(other))
    assert (remark_on(found, moved, "p"), remark_on(found, other, "p")) == ("God", "Anden")
    assert followed(found, draft(A), draft(NEW)) == agenda
    twice = (draft(moved), draft(A._replace(file=f"gammel/{A.file}")))
    assert followed(with_remark(Agenda(), A, "p", "God"), *twice).remarks[0].file == A.file, "which one is not known"


def test_remarks_on_projects_that_a_file_lacks_are_counted() -> None:
    agenda = with_remark(with_remark(MARKED, A, "q", "Nej"), B, "p", "Ja")
    assert without_project(agenda, {A: {"p", "q"}, B: {"p"}}) == 0
    assert without_project(agenda, {A: {"p"}}) == 1, "a file that is not here is counted by itself"
    assert without_project(agenda, {A: (), B: ()}) == 3


_KEYS = st.sampled_from([A, B, NEW, NEWER, A._replace(municipality="787"), NEW._replace(municipality="")])
_DRAFTS = st.lists(st.builds(Draft, _KEYS, st.booleans()), unique_by=lambda each: each.key)
_AGENDAS = st.lists(st.tuples(_KEYS, st.sampled_from(["", "2"])), unique_by=lambda pair: pair[0]).map(
    lambda pairs: Agenda(entries=tuple(entry(key, number) for key, number in pairs))
)


@given(_AGENDAS, _DRAFTS)
def test_no_number_is_ever_lost_or_taken_from_a_file_that_is_counted(agenda: Agenda, drafts: list[Draft]) -> None:
    found = followed(agenda, *drafts)
    assert sorted(each.number for each in found.entries) == sorted(each.number for each in agenda.entries)
    counted = {each.key for each in drafts if each.is_counted}
    assert {each for each in agenda.entries if key_of(each) in counted} <= set(found.entries)
    assert {(each.application, each.municipality, each.number) for each in found.entries} == {
        (each.application, each.municipality, each.number) for each in agenda.entries
    }, "it stays with the municipality"
    assert following(found, drafts).certain == ()
