"""Whether an approved draft could still be approved: its round may have been changed since (*godkendelse*).

A draft does not hold the form that it was approved under, so nothing else of such a change can be proven.
"""

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.approval import Status, status
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.rules.results import Assessment


def blocked_now(application: Application, assessment: Assessment) -> str:
    """Returns that an approved draft could not be approved as its round is now; "" for any other draft."""
    if not assessment.errors or status(application) is not Status.APPROVED:
        return ""
    errors = counted(len(assessment.errors), "problem", "problemer")
    return (
        f"Ansøgningen er godkendt, men den kunne ikke godkendes nu: {errors} skal løses. "
        "Måske er runden ændret, siden ansøgningen blev godkendt."
    )
