"""The next thing to do in a draft: one sentence, and where it leads."""

from collections.abc import Iterator
from typing import NamedTuple

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.approval import Status
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.steps import step_of_field, steps_of
from botilbud_desktop.rules.outcome_wording import OUTCOMES
from botilbud_desktop.rules.progress import points_by_step
from botilbud_desktop.rules.results import Assessment, Outcome, Severity
from botilbud_desktop.rules.text_results import Span


class NextToDo(NamedTuple):
    """What to do, and the path of the field that it is done in."""

    path: str
    text: str
    """Without the project that it is about."""
    span: Span | None = None
    """The words of the field's text that it is about."""


def next_to_do(application: Application, round_: Round, assessment: Assessment, approval: Status) -> NextToDo:
    """Returns the first error in the order of the steps, else the first criterion or warning, else the next step."""
    if approval is Status.APPROVED:
        return NextToDo("transfer.open", f"Overfør ansøgningen til {round_.site}.")
    first = next(_in_order(application, _open(assessment)), None)
    return first or NextToDo("approvals", "Gå til »Vis og godkend«, læs ansøgningen igennem, og godkend den.")


def open_steps(application: Application, assessment: Assessment) -> tuple[NextToDo, ...]:
    """Returns for each step in which something is open how much it is, and the path of the first of it."""
    points = points_by_step(assessment)
    first: dict[object, NextToDo] = {}
    for one in _in_order(application, _open(assessment)):
        first.setdefault(step_of_field(one.path), one)
    return tuple(
        NextToDo(
            first[step].path, points[step].words if step.project is not None else f"{step.title}: {points[step].words}"
        )
        for step in steps_of(application)
        if step in first and step in points
    )


def _open(assessment: Assessment) -> Iterator[tuple[int, NextToDo]]:
    """Yields all that is open and leads to a field, each with its rank: what blocks the approval comes first."""
    for finding in assessment.findings:
        if finding.field and finding.severity is not Severity.INFO:
            rank = 0 if finding.severity is Severity.ERROR else 2
            yield rank, NextToDo(finding.field, finding.message, finding.span)
    for result in assessment.criteria:
        if result.outcome is not Outcome.MET:
            said = f"Kriterium {result.criterion}: {OUTCOMES[result.outcome]}. {result.message}"
            yield 1, NextToDo(result.field, said)


def _in_order(application: Application, found: Iterator[tuple[int, NextToDo]]) -> Iterator[NextToDo]:
    order = {step: index for index, step in enumerate(steps_of(application))}
    ranked = sorted(found, key=lambda each: (each[0], order.get(step_of_field(each[1].path), len(order))))
    return (one for _rank, one in ranked)
