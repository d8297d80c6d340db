"""The icon and the state of each outcome and each step status, always shown beside the words."""

from botilbud_desktop.rules.progress import StepStatus
from botilbud_desktop.rules.results import Outcome
from botilbud_desktop.ui.style.states import State

OUTCOME_STYLES = {
    Outcome.MET: ("done", State.DONE),
    Outcome.NOT_MET: ("not-met", State.PROBLEM),
    Outcome.NEEDS_ASSESSMENT: ("question", State.ATTENTION),
    Outcome.MISSING_INFORMATION: ("not-started", State.INFORMATION),
}
STATUS_STYLES: dict[StepStatus, tuple[str, State | None]] = {
    StepStatus.NOT_STARTED: ("not-started", None),
    StepStatus.IN_PROGRESS: ("in-progress", State.INFORMATION),
    StepStatus.LOOK_AGAIN: ("question", State.ATTENTION),
    StepStatus.DONE: ("done", State.DONE),
    StepStatus.HAS_PROBLEMS: ("problem", State.PROBLEM),
}
