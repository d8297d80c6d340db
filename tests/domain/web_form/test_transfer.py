"""Progress of the transfer to the web form."""

from datetime import date

import pytest

from botilbud_desktop.domain.application import Application, Coordination
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.web_form.transfer import (
    ClosingStep,
    TransferState,
    after_approval,
    closing_steps,
    counts,
    digest_of,
    is_sent_but_not_approved,
    next_due,
    transfer_items,
    transfer_stage,
)
from botilbud_desktop.domain.web_form.transfer_stage import TransferStage
from tests.rules.samples import ROUND, application, example, project

NAME, LOAN_2026 = "projects[0].name", "projects[0].loan.2026"


def states(draft: Application, transferred: dict[str, str]) -> dict[str, TransferState]:
    return {str(item.field.path): item.state for item in transfer_items(draft, ROUND, transferred)}


def test_what_is_stated_waits_and_what_is_not_is_passed_over() -> None:
    found = states(example("aalborg"), {})
    assert found[NAME] is TransferState.WAITING
    assert found[LOAN_2026] is TransferState.NOT_STATED


def test_a_transferred_field_is_done_until_its_value_changes() -> None:
    draft = application(project(name="Nord"))
    transferred = {NAME: digest_of("Nord")}
    assert states(draft, transferred)[NAME] is TransferState.DONE
    assert states(application(project(name="Nord ")), transferred)[NAME] is TransferState.CHANGED


def test_a_value_that_was_taken_away_since_is_a_change_too() -> None:
    draft = application(project(name=""))
    items = transfer_items(draft, ROUND, {NAME: digest_of("Nord")})
    assert states(draft, {NAME: digest_of("Nord")})[NAME] is TransferState.CHANGED
    assert next(item for item in items if str(item.field.path) == NAME).is_due


def test_fields_that_are_not_stated_are_not_counted_and_changed_ones_not_as_done() -> None:
    draft = example("aalborg")
    items = transfer_items(draft, ROUND, {})
    stated = sum(item.field.is_stated for item in items)
    assert counts(items) == (0, stated)
    name = draft.projects[0].name
    assert counts(transfer_items(draft, ROUND, {NAME: digest_of(name)})) == (1, stated)
    assert counts(transfer_items(draft, ROUND, {NAME: digest_of(name + "x")})) == (0, stated)


def test_the_next_field_is_the_next_that_is_due_and_then_the_first_left_behind() -> None:
    draft = example("aalborg")
    items = transfer_items(draft, ROUND, {})
    by_path = [str(item.field.path) for item in items]
    assert next_due(items, by_path.index("projects[0].loan.2025")) == by_path.index("projects[0].expansion.2025")
    done = {str(item.field.path): digest_of(item.field.value) for item in items if item.field.is_stated}
    left = {path: digest for path, digest in done.items() if path != NAME}
    assert next_due(transfer_items(draft, ROUND, left), len(items) - 1) == by_path.index(NAME)
    assert next_due(transfer_items(draft, ROUND, done), 0) is None


def test_the_row_of_a_project_that_was_deleted_since_is_to_be_emptied() -> None:
    draft = example("aalborg")
    all_done = {
        str(item.field.path): digest_of(item.field.value)
        for item in transfer_items(draft, ROUND, {})
        if item.field.is_stated
    }
    items = transfer_items(replace(draft, projects=draft.projects[:1]), ROUND, all_done)
    paths = [str(item.field.path) for item in items]
    due = [item for item in items if item.is_due]
    assert {str(item.field.path) for item in due} == {path for path in all_done if path.startswith("projects[1]")}
    assert all(item.state is TransferState.CHANGED and not item.field.is_stated for item in due)
    assert paths.index("projects[0].completion_date") < paths.index("projects[1].name") < paths.index("description")


def test_the_digest_tells_a_no_break_space_from_a_space() -> None:
    assert digest_of("a b") != digest_of("a\u00a0b")


def test_a_project_without_a_row_in_the_form_is_left_out() -> None:
    items = transfer_items(application(*[project()] * 6), ROUND, {})
    assert max(item.field.project or 0 for item in items) == 4


@pytest.mark.parametrize(
    ("coordination", "is_mailed"),
    [
        (Coordination.KKR, True),
        (Coordination.OTHER_INTERMUNICIPAL, True),
        (Coordination.NONE, False),
        (None, False),
    ],
)
def test_documents_are_mailed_only_when_a_project_is_coordinated(
    coordination: Coordination | None, is_mailed: bool
) -> None:
    draft = replace(application(), projects=(project(coordination=coordination),))
    assert (ClosingStep.MAILED in closing_steps(draft)) is is_mailed


def test_the_danger_is_send_without_godkend() -> None:
    day = date(2024, 5, 14)
    assert is_sent_but_not_approved({ClosingStep.SENT: day, ClosingStep.VIEWED: day})
    assert not is_sent_but_not_approved({ClosingStep.SENT: day, ClosingStep.APPROVED: day})
    assert not is_sent_but_not_approved({})


def test_the_search_for_the_next_field_goes_round_and_includes_the_one_it_began_at() -> None:
    items = transfer_items(example("aalborg"), ROUND, {})
    due = [index for index, item in enumerate(items) if item.is_due]
    all_done = {str(item.field.path): digest_of(item.field.value) for item in items if item.field.is_stated}
    for left in due:
        path = str(items[left].field.path)
        one_left = transfer_items(
            example("aalborg"), ROUND, {key: digest for key, digest in all_done.items() if key != path}
        )
        assert {next_due(one_left, after) for after in (-1, left - 1, left, left + 1, len(items) + 3)} == {left}
    assert next_due((), -1) is None


def test_one_coordinated_project_among_others_is_enough_for_documents_to_be_mailed() -> None:
    projects = (project(coordination=Coordination.NONE), project(coordination=Coordination.KKR))
    assert ClosingStep.MAILED in closing_steps(replace(application(), projects=projects))
    assert ClosingStep.MAILED not in closing_steps(replace(application(), projects=()))


GODKEND = {ClosingStep.APPROVED: date(2024, 5, 14)}


def test_a_field_changed_after_godkend_is_told_whether_it_was_transferred_again_or_not() -> None:
    draft, before = application(project(name="Syd")), {NAME: digest_of("Nord")}
    due = after_approval(transfer_items(draft, ROUND, before), before, GODKEND, before)
    assert ([str(path) for path in due.changed], due.is_due, due.ticked_later) == ([NAME], True, ())
    now = {NAME: digest_of("Syd")}
    done = after_approval(transfer_items(draft, ROUND, now), now, GODKEND, before)
    assert ([str(path) for path in done.changed], done.is_due) == ([NAME], False)
    assert not after_approval(transfer_items(draft, ROUND, now), now, GODKEND, now).is_in_doubt


def test_before_godkend_nothing_is_told() -> None:
    before = {NAME: digest_of("Nord")}
    items = transfer_items(application(project(name="Syd")), ROUND, before)
    assert not after_approval(items, before, {ClosingStep.SENT: date(2024, 5, 14)}, None).is_in_doubt


def test_a_field_that_was_ticked_only_after_godkend_is_asked_for() -> None:
    now = {NAME: digest_of("Nord")}
    found = after_approval(transfer_items(application(project(name="Nord")), ROUND, now), now, GODKEND, {})
    assert (found.changed, [str(path) for path in found.ticked_later]) == ((), [NAME])
    assert found.is_in_doubt


def test_a_project_that_was_deleted_after_godkend_is_told_also_when_its_row_was_emptied() -> None:
    path = "projects[1].name"
    before = {path: digest_of("Nord")}
    for now in (before, {}):
        found = after_approval(transfer_items(application(project()), ROUND, now), now, GODKEND, before)
        assert [str(each) for each in found.changed] == [path]


def test_what_an_older_program_noted_tells_of_changes_since_the_transfer() -> None:
    before = {NAME: digest_of("Nord")}
    changed = after_approval(transfer_items(application(project(name="Syd")), ROUND, before), before, GODKEND, None)
    assert [str(path) for path in changed.changed] == [NAME]
    same = after_approval(transfer_items(application(project(name="Nord")), ROUND, before), before, GODKEND, None)
    assert not same.is_in_doubt


def test_a_path_that_is_none_is_passed_over() -> None:
    before = {"x" * 10: "y", "projects[" + "9" * 5_000 + "].name": "y"}
    assert not after_approval(transfer_items(application(), ROUND, {}), {}, GODKEND, before).is_in_doubt


def test_a_draft_changed_after_godkend_is_not_transferred_to_the_end() -> None:
    draft = application(project(name="Syd"))
    now = {str(item.field.path): digest_of(item.field.value) for item in transfer_items(draft, ROUND, {})}
    closing = {step: date(2024, 5, 14) for step in ClosingStep}
    items = transfer_items(draft, ROUND, now)
    assert transfer_stage(draft, items, now, closing, now) is TransferStage.DONE
    assert transfer_stage(draft, items, now, closing, {**now, NAME: digest_of("Nord")}) is TransferStage.BEGUN
