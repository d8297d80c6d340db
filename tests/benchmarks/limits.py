"""Work with its own time limit: a hostile text or a full draft must not be noticeable."""

from collections.abc import Callable
from datetime import date
from functools import partial
from time import process_time
from typing import NamedTuple

from botilbud_desktop.documents.kind import DocumentKind
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.text.sanitizing import sanitized
from botilbud_desktop.rules.assessment import Assessor
from botilbud_desktop.rules.email_address import is_email_address
from botilbud_desktop.storage.draft.draft_file import parse_draft
from botilbud_desktop.storage.draft.examples import example_drafts
from botilbud_desktop.storage.json.strict_json import parse_json_object
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from tests.attempt import attempt
from tests.benchmarks.measures import Seconds, milliseconds, print_table
from tests.benchmarks.texts import prose
from tests.documents.samples import APPROVED, COMPLETE, printed
from tests.faults.damaged import damaged_files
from tests.rules.samples import ROUND
from tests.rules.test_email_address import HOSTILE
from tests.storage.hostile_files import LARGEST_HOSTILE_FILES

_TODAY = date(2024, 5, 1)
_WORDS = 200_000
HEADINGS = ("", "at best", "limit", "")


class Limit(NamedTuple):
    """A piece of work, made by `prepare`, and its maximum processor time."""

    name: str
    most: Seconds
    prepare: Callable[[], Callable[[], object]]


def measure_and_print(*, quick: bool) -> None:
    """Does each piece of work a few times and prints the best time beside its limit."""
    turns = 3 if quick else 20
    print_table("Limits of processor time", [HEADINGS, *(_row(limit, turns) for limit in _LIMITS)])


def _row(limit: Limit, turns: int) -> tuple[str, ...]:
    best = min(_seconds(limit.prepare()) for _turn in range(turns))
    return limit.name, milliseconds(best), milliseconds(limit.most), "" if best < limit.most else "TOO LONG"


def _seconds(work: Callable[[], object]) -> Seconds:
    start = process_time()
    work()
    return process_time() - start


def _key_in_description() -> Callable[[], object]:
    draft = replace(COMPLETE, description=prose(3_900))
    assessor = Assessor(ROUND)
    assessor.assess(draft, _TODAY)
    return partial(assessor.assess, replace(draft, description=f"{draft.description}x"), _TODAY)


def _damaged_drafts() -> Callable[[], object]:
    library = FormLibrary(forms_folder())
    files = [data for example in example_drafts() for _, data in damaged_files("x", example.path.read_bytes())]
    return lambda: [attempt(partial(parse_draft, data, "x", library)) for data in files]


def _refusal(data: bytes) -> Callable[[], object]:
    return partial(attempt, partial(parse_json_object, data, "x"))


def _document(kind: DocumentKind, application: Application) -> Callable[[], object]:
    printed(DocumentKind.RECEIPT, APPROVED)  # loads the fonts
    return partial(printed, kind, application)


_LIMITS = (
    Limit("the assessment after a key in a full description", 0.002, _key_in_description),
    Limit("all hostile e-mail addresses", 0.1, lambda: lambda: [is_email_address(text) for text in HOSTILE]),
    Limit("a million accents in a text", 5.0, lambda: partial(sanitized, "\u0315\u0300" * 500_000)),
    Limit("a form", 0.025, lambda: lambda: FormLibrary(forms_folder()).round(ROUND.id)),
    Limit("all damaged drafts", 0.5, _damaged_drafts),
    *(
        Limit(f"the largest hostile file: {name}", 1.0, partial(_refusal, data))
        for name, data in LARGEST_HOSTILE_FILES.items()
    ),
    Limit("a receipt", 0.4, lambda: _document(DocumentKind.RECEIPT, APPROVED)),
    Limit(
        f"the form with a text of {_WORDS:,} words",
        5.0,
        lambda: _document(DocumentKind.VIEW, replace(COMPLETE, description="støttebehov " * _WORDS)),
    ),
)
