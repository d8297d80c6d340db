"""Number, place and remarks follow an application to another file of it; where that is not certain, it is asked."""

from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.collection.agenda import Agenda, AgendaEntry
from botilbud_desktop.domain.collection.agenda_order import (
    Key,
    placed,
    remark_on,
    with_number,
    with_order,
    with_remark,
)
from botilbud_desktop.domain.collection.following import Carry, Draft, Following, Question, carried, following

A, B = Key("a", "a.botilbud"), Key("b", "b.botilbud")
NEW, NEWER = Key("a", "a (2).botilbud"), Key("a", "a (3).botilbud")
NOTHING = Following((), ())
MARKED = with_remark(with_number(with_order(Agenda(), [A, B]), (B, A), A, "3"), A, "p", "God")
"""A is moved to the top, and has a number and a remark."""


def draft(key: Key, *, is_counted: bool = True, municipality: str = "Aalborg") -> Draft:
    return Draft(key, municipality, is_counted)


def unticked(key: Key, municipality: str = "Aalborg") -> Draft:
    return draft(key, is_counted=False, municipality=municipality)


def followed(agenda: Agenda, *drafts: Draft) -> Agenda:
    for carry in following(agenda, drafts).certain:
        agenda = carried(agenda, carry)
    return agenda


def test_the_copy_that_is_counted_instead_gets_number_place_and_remark() -> None:
    found = followed(MARKED, unticked(A), draft(B, municipality="Thisted"), draft(NEW))
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
    assert following(MARKED, (unticked(A), draft(NEW, municipality="Thisted"))) == NOTHING


def test_a_copy_whose_municipality_is_not_chosen_is_asked_about() -> None:
    found = following(MARKED, (unticked(A), draft(NEW, municipality="")))
    assert found == Following((), (Question(A, (NEW,)),))


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


_KEYS = st.sampled_from([A, B, NEW, NEWER])
_DRAFTS = st.lists(
    st.builds(Draft, _KEYS, st.sampled_from(["", "Aalborg"]), st.booleans()), unique_by=lambda each: each.key
)
_AGENDAS = st.lists(st.tuples(_KEYS, st.sampled_from(["", "2"])), unique_by=lambda pair: pair[0]).map(
    lambda pairs: Agenda(
        entries=tuple(AgendaEntry(application=key.application, file=key.file, number=number) for key, number in pairs)
    )
)


@given(_AGENDAS, _DRAFTS)
def test_no_number_is_ever_lost_or_taken_from_a_file_that_is_counted(agenda: Agenda, drafts: list[Draft]) -> None:
    found = followed(agenda, *drafts)
    assert sorted(each.number for each in found.entries) == sorted(each.number for each in agenda.entries)
    counted = {each.key.file for each in drafts if each.is_counted}
    assert {each for each in agenda.entries if each.file in counted} <= set(found.entries)
    assert following(found, drafts).certain == ()
