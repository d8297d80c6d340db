"""A wrongly guessed common ancestor never loses a change of mine."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.application import Application, Approval, Project
from botilbud_desktop.domain.merging.common_ancestor import common_ancestor
from botilbud_desktop.domain.merging.merge import Choice, ConflictKind, merge, resolved
from botilbud_desktop.domain.model import replace
from tests.domain.copies import copies, fields_of, histories, project_id, two_copies
from tests.domain.merging.test_merge_properties import States, all_of
from tests.strategies import ROUND

ONE, TWO = Project(id=project_id(1), name="a", loan={"2025": 1}), Project(id=project_id(2))
FIRST = Application(id=project_id(0), round=ROUND, description="a", projects=(ONE, TWO))


def test_a_guess_that_is_too_young_makes_a_conflict_of_what_would_have_been_taken() -> None:
    second = replace(FIRST, case_number="min")
    mine = replace(second, description="rettet")
    theirs = replace(FIRST, description="rettet", case_number="deres")
    base = common_ancestor([FIRST, second, mine], theirs)
    assert base is mine, "both made the same change"
    found = merge(base, mine, theirs, [FIRST, second, mine])
    assert [(str(conflict.path), conflict.mine, conflict.theirs) for conflict in found.conflicts] == [
        ("case_number", "min", "deres")
    ]
    assert (found.merged, found.taken) == (mine, ())
    assert all_of(found, Choice.THEIRS) == theirs


def test_what_i_never_changed_is_taken_without_a_question() -> None:
    mine = replace(FIRST, case_number="min")
    found = merge(mine, mine, replace(FIRST, description="deres"), [FIRST, mine])
    assert found.merged.description == "deres"
    assert [str(conflict.path) for conflict in found.conflicts] == ["case_number"]


def test_a_loan_that_i_changed_before_is_asked_about_and_stays_mine() -> None:
    mine = replace(FIRST, projects=(replace(ONE, loan={"2025": 2}), TWO))
    theirs = replace(FIRST, projects=(replace(ONE, loan={"2025": 3}), TWO))
    found = merge(mine, mine, theirs, [FIRST, mine])
    assert [str(conflict.path) for conflict in found.conflicts] == ["projects[0].loan.2025"]
    assert found.merged == mine
    assert all_of(found, Choice.THEIRS) == theirs


def test_a_project_that_i_added_or_removed_is_asked_about() -> None:
    added = replace(FIRST, projects=(ONE,))
    found = merge(FIRST, FIRST, added, [added, FIRST])
    assert [conflict.kind for conflict in found.conflicts] == [ConflictKind.PROJECT]
    assert (found.merged, all_of(found, Choice.THEIRS)) == (FIRST, added)
    back = merge(added, added, FIRST, [FIRST, added])
    assert [conflict.kind for conflict in back.conflicts] == [ConflictKind.PROJECT]
    assert (back.merged, all_of(back, Choice.THEIRS)) == (added, FIRST)


def test_a_version_without_the_project_raises_no_doubt_about_what_is_in_it() -> None:
    without = replace(FIRST, projects=(TWO,))
    theirs = replace(FIRST, projects=(replace(ONE, name="b"), TWO))
    assert merge(FIRST, FIRST, theirs, [without, FIRST]).conflicts == ()


def test_an_order_of_mine_is_asked_about() -> None:
    mine = replace(FIRST, projects=(TWO, ONE))
    found = merge(mine, mine, FIRST, [FIRST, mine])
    assert [conflict.kind for conflict in found.conflicts] == [ConflictKind.ORDER]
    assert (found.merged, all_of(found, Choice.THEIRS)) == (mine, FIRST)


def test_an_approval_of_mine_stays_without_a_question() -> None:
    days = (datetime(2024, 5, day, tzinfo=UTC) for day in (1, 2))
    approvals = tuple(Approval(approved_at=day, approved_by="Åse", fingerprint="sha256:" + "a" * 64) for day in days)
    mine, theirs = replace(FIRST, approvals=approvals[:1]), replace(FIRST, approvals=approvals[1:])
    found = merge(mine, mine, theirs, [FIRST, mine])
    assert (found.merged.approvals, found.conflicts) == (approvals, ())


@given(two_copies())
def test_a_base_that_is_sure_raises_no_doubt(states: States) -> None:
    base, mine, theirs = states
    assert merge(base, mine, theirs, [base]).merged == merge(base, mine, theirs).merged
    assert merge(base, mine, theirs, [base]).conflicts == merge(base, mine, theirs).conflicts


@given(histories(), st.data())
def test_no_change_of_mine_is_lost_whichever_version_is_guessed(
    versions: tuple[Application, ...], data: st.DataObject
) -> None:
    mine, parted = versions[-1], data.draw(st.sampled_from(versions))
    theirs = data.draw(copies(parted))
    found = merge(data.draw(st.sampled_from(versions)), mine, theirs, versions)
    before, my, merged = fields_of(parted), fields_of(mine), fields_of(found.merged)
    for key in my.keys() & before.keys():
        if my[key] != before[key] and not isinstance(my[key], tuple):
            assert merged[key] == my[key]
    assert {project.id for project in mine.projects} - {project.id for project in parted.projects} <= {
        project.id for project in found.merged.projects
    }
    assert set(mine.approvals) - set(parted.approvals) <= set(found.merged.approvals)


@given(histories(), st.data())
def test_what_is_decided_is_what_was_asked(versions: tuple[Application, ...], data: st.DataObject) -> None:
    theirs = data.draw(copies(versions[0]))
    found = merge(versions[-1], versions[-1], theirs, versions)
    assert resolved(found, {}) == found.merged
    decided = fields_of(all_of(found, Choice.THEIRS))
    assert {key: decided[key] for key in fields_of(theirs)} == fields_of(theirs)


def _with_emails(*emails: str) -> Application:
    return replace(FIRST, contacts=replace(FIRST.contacts, emails=emails))


def test_rows_that_merge_alike_on_every_version_are_taken_without_a_question() -> None:
    base, mine, theirs = _with_emails("a", "b", "c"), _with_emails("x", "b", "c"), _with_emails("a", "b", "z")
    found = merge(base, mine, theirs, [base, replace(base, description="b")])
    assert (found.conflicts, found.merged.contacts.emails) == ((), ("x", "b", "z"))


def test_rows_that_merge_otherwise_on_an_earlier_version_are_asked_about() -> None:
    base, mine, theirs = _with_emails("a", "b", "c"), _with_emails("x", "b", "c"), _with_emails("a", "b", "z")
    found = merge(base, mine, theirs, [_with_emails("x", "b"), base])
    assert [(str(conflict.path), conflict.kind) for conflict in found.conflicts] == [
        ("contacts.emails", ConflictKind.ROWS)
    ]
