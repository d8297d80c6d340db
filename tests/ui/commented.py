"""A draft with comments of colleagues: answered, ticked off, on a row, and on a project that is gone."""

from datetime import timedelta

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import Comment
from tests.ui import drafts
from tests.ui.keeping import NOW

LOAN = "projects.0.loan.2025"


def ids(application: Application) -> list[str]:
    """Returns the ids of the projects."""
    return [project.id for project in application.projects]


def comment(number: int, field: str, text: str = "Hvorfor?", author: str = "Bo", *, done: bool = False) -> Comment:
    """Returns a comment that was written `number` minutes after the tests' time."""
    at = NOW + timedelta(minutes=number)
    return Comment(id=str(number), field=field, text=text, author=author, written_at=at, done=done)


def on_loan(number: int = 1, text: str = "Hvorfor?", author: str = "Bo") -> Comment:
    """Returns a comment on the loan of the first project of `drafts.complete()`."""
    return comment(number, f"projects[{ids(drafts.complete())[0]}].loan.2025", text, author)


def with_comments(*comments: Comment) -> Application:
    """Returns a complete draft with these comments."""
    return replace(drafts.complete(), comments=comments)


def draft() -> Application:
    """Returns the draft."""
    project = f"projects[{ids(drafts.complete())[0]}]"
    return with_comments(
        on_loan(1, "Er beløbet med moms?"),
        on_loan(2, "Det ser jeg på.", "Åse Ørsted"),
        comment(3, f"{project}.places[0].count", "Passer det med budgettet?"),
        comment(4, f"{project}.name", "Skal navnet være kortere?", done=True),
        comment(5, "description", "Husk KKR."),
        comment(6, "projects[slettet].name", "Er det med?"),
    )
