"""`self-test`: tests whether the program is installed correctly. It needs no screen and leaves no files."""

import platform
import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from botilbud_desktop import __version__
from botilbud_desktop.cli.command_line import Arguments, CommandLine
from botilbud_desktop.cli.context import Context
from botilbud_desktop.cli.errors import CommandError, readable_fonts
from botilbud_desktop.cli.print_document import document_of
from botilbud_desktop.documents.collection_files import WRITERS, Making, Writer
from botilbud_desktop.documents.export import EXPORT_NAMES, ExportKind, exported
from botilbud_desktop.documents.kind import DocumentKind
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.approval import Status, approved, status
from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.cost_plan import eligible_amount
from botilbud_desktop.domain.text.hidden_marks import capitalised
from botilbud_desktop.domain.values.amounts import counted, for_number, format_number
from botilbud_desktop.rules.assessment import assess
from botilbud_desktop.rules.collection.collecting import collect
from botilbud_desktop.rules.outcome_wording import OUTCOMES
from botilbud_desktop.rules.results import Outcome
from botilbud_desktop.storage.collection.reading import Named, read_all, sources_of
from botilbud_desktop.storage.draft.draft_file import OpenedDraft, read_draft, save_draft
from botilbud_desktop.storage.draft.examples import example_drafts
from botilbud_desktop.storage.errors import ChangedOnDiskError, RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.atomic_write import write_atomically
from botilbud_desktop.storage.files.os_errors import saving_problem
from botilbud_desktop.storage.files.read_bytes import read_bytes

_FAILED = 1
_QT = "PySide6.QtWidgets"
_QT_CORE = "PySide6.QtCore"
_PARTS = (
    "PySide6_Essentials",
    "pydantic",
    "platformdirs",
    "reportlab",
    "xlsxwriter",
    "pypdf",
    "mammoth",
    "chunspell-next",
)
_EXPECTED_ERRORS = (
    CommandError,
    RefusedFileError,
    SaveFailedError,
    ChangedOnDiskError,
    ImportError,
    OSError,
)


class Known(NamedTuple):
    """The expected results of checking a shipped example."""

    outcome: Outcome
    loan: int
    """In 1.000 kr., all projects and years."""
    places: int
    eligible: int | None
    """The eligible amount of the first project's cost plan in 1.000 kr., if it has one."""


_SPELLED = ("botilbud", "aflastningsplads", "ansøgning", "ansøgnign")
"""Words for the spelling, the last of them with a slip."""
KNOWN = {
    "aalborg.botilbud": Known(Outcome.MET, 43_600, 28, None),
    "thisted.botilbud": Known(Outcome.MISSING_INFORMATION, 0, 8, 19_700),
}


class _Step(NamedTuple):
    """One part of the test. `attempt` returns its result in a few words, or raises one of `_EXPECTED_ERRORS`."""

    title: str
    attempt: Callable[[], str]


def self_test(line: CommandLine, context: Context) -> int:
    """Tests every part of the program and prints a line for each."""
    line.read(Arguments(), most_files=0)
    for version in _versions():
        context.console.say(version)
    with _temporary_folder() as folder:
        failed = _try_all(_steps(context, Path(folder)), context)
    if not failed:
        context.console.say("Alt virker.")
        return 0
    context.console.flush()
    context.console.tell(f"Selvtesten fandt fejl i: {', '.join(failed)}.")
    return _FAILED


def _temporary_folder() -> TemporaryDirectory[str]:
    try:
        return TemporaryDirectory(prefix="botilbud-self-test-", ignore_cleanup_errors=True)
    except OSError as error:
        raise CommandError(
            f"Der kan ikke oprettes en midlertidig mappe: {capitalised(saving_problem(error))}."
        ) from error


def _versions() -> list[str]:
    from importlib.metadata import PackageNotFoundError, version

    lines = [f"Botilbud Desktop {__version__}", f"Python {platform.python_version()} ({sys.platform})"]
    for part in _PARTS:
        try:
            lines.append(f"{part} {version(part)}")
        except PackageNotFoundError:
            lines.append(f"{part} (versionen er ikke oplyst)")
    return lines


def _steps(context: Context, folder: Path) -> list[_Step]:
    steps = [_Step("Skemaer", partial(_try_forms, context))]
    for example in example_drafts(context.resources):
        path, stem = example.path, example.path.stem
        steps += [
            _Step(f"Åbn {path.name}", partial(_try_opening, path, context)),
            _Step(f"Kontrollér {path.name}", partial(_try_check, path, context)),
            *(
                _Step(
                    f"Dan PDF ({kind}) af {path.name}",
                    partial(_try_document, kind, path, folder / f"{stem}-{kind}.pdf", context),
                )
                for kind in DocumentKind
            ),
            *(
                _Step(
                    f"Skriv {path.name} ({EXPORT_NAMES[kind].program})",
                    partial(_try_export, kind, path, folder / f"{stem}.{kind}", context),
                )
                for kind in ExportKind
            ),
            _Step(f"Gem og genåbn {path.name}", partial(_try_saving, path, folder / path.name, context)),
        ]
    steps += [
        _Step(f"Saml eksemplerne i et {writer.name}", partial(_try_collecting, writer, folder / f"a{ending}", context))
        for ending, writer in WRITERS.items()
    ]
    return [*steps, _Step("Stavekontrol", partial(_try_spelling, folder)), _Step("Qt", _try_qt)]


def _try_all(steps: Sequence[_Step], context: Context) -> list[str]:
    """Tries each step, and returns the titles of those that failed."""
    width = max(len(step.title) for step in steps)
    failed = []
    for step in steps:
        try:
            found, verdict = step.attempt(), "OK  "
        except _EXPECTED_ERRORS as error:
            found, verdict = _reason(error), "FEJL"
            failed.append(step.title)
        context.console.say(f"{verdict}  {step.title:{width}}  {found}")
    return failed


def _reason(error: Exception) -> str:
    if isinstance(error, ImportError):
        return f"{error.name or 'en del'} kan ikke indlæses ({error})"
    if isinstance(error, OSError):
        return saving_problem(error)
    return str(error)


def _try_forms(context: Context) -> str:
    rounds = [context.library.round(round_id) for round_id in context.library.ids()]
    if not rounds:
        raise CommandError("Der er ingen ansøgningsrunder.")
    return ", ".join(
        f"{round_.id} med {counted(len(round_.municipalities), 'kommune', 'kommuner')}" for round_ in rounds
    )


def _try_opening(path: Path, context: Context) -> str:
    application = read_draft(path, context.library).application
    number = len(application.projects)
    return f"{number} {for_number(number, 'projekt', 'projekter')}"


def _try_check(path: Path, context: Context) -> str:
    draft = read_draft(path, context.library)
    assessment = assess(draft.application, draft.round, context.today)
    found = Known(
        assessment.outcome,
        sum(assessment.totals.loan.values()),
        sum(assessment.totals.places.values()),
        next((eligible_amount(project.cost_plan) for project in draft.application.projects), None),
    )
    words = f"{OUTCOMES[found.outcome].lower()}, lån {format_number(found.loan)}, nye pladser {found.places}"
    if found.eligible is not None:
        words += f", låneberettiget {format_number(found.eligible)}"
    if KNOWN.get(path.name, found) != found:
        raise CommandError(f"Kontrollen regner forkert: {words}.")
    return words


def _try_document(kind: DocumentKind, path: Path, target: Path, context: Context) -> str:
    document = document_of(kind, read_draft(path, context.library), context)
    if not document.startswith(b"%PDF-"):
        raise CommandError("Dokumentet er ikke en PDF.")
    _read_as_of_others(document)
    return _written(target, document)


def _read_as_of_others(document: bytes) -> None:
    from botilbud_desktop.documents.foreign.errors import ForeignPdfError
    from botilbud_desktop.documents.foreign.reading import read_foreign

    try:
        read_foreign(document, "selvtest.pdf")
    except ForeignPdfError as error:
        raise CommandError(f"Dokumentet kan ikke læses igen: {capitalised(error.reason)}.") from error


def _try_export(kind: ExportKind, path: Path, target: Path, context: Context) -> str:
    draft, today = read_draft(path, context.library), context.today
    assessment = assess(draft.application, draft.round, today)
    return _written(target, exported(kind, draft.application, draft.round, assessment, today))


def _try_collecting(writer: Writer, target: Path, context: Context) -> str:
    drafts = [Named(example.path, example.path.name) for example in example_drafts(context.resources)]
    sources, unread = sources_of(read_all(drafts, context.library))
    collection = collect(sources, unread, context.today)
    if unread or collection.round is None:
        raise CommandError("Eksemplerne kan ikke samles.")
    with readable_fonts():
        content = writer.make(collection, Agenda(), collection.round, Making(context.today, context.resources))
    return _written(target, content or b"")


def _written(target: Path, content: bytes) -> str:
    write_atomically(target, content)
    if read_bytes(target) != content:
        raise CommandError("Filen kan ikke læses ens igen.")
    return f"{format_number(len(content))} byte"


def _try_saving(path: Path, target: Path, context: Context) -> str:
    """Saves a copy, opens it, saves it again as approved, and opens it again."""
    original = read_draft(path, context.library).application
    digest = save_draft(target, original, context.library, None)
    _reopened(target, original, context)
    application = approved(original, "Selvtest", context.now())
    save_draft(target, application, context.library, digest)
    opened = _reopened(target, application, context)
    if status(opened.application) is not Status.APPROVED:
        raise CommandError("En godkendt kladde står ikke som godkendt, når den er åbnet igen.")
    return "kladden er den samme"


def _reopened(target: Path, expected: Application, context: Context) -> OpenedDraft:
    opened = read_draft(target, context.library)
    if opened.application != expected:
        raise CommandError("Kladden er en anden, når den er gemt og åbnet igen.")
    return opened


def _try_spelling(folder: Path) -> str:
    """Asks the process that the window asks; the lists of words lie in an empty folder."""
    from botilbud_desktop.storage.spelling.helper import Helper, SpellingFailedError
    from botilbud_desktop.storage.spelling.list_paths import ListPaths

    helper = Helper(ListPaths(folder / "min.txt", folder / "kommunens.txt"))
    try:
        helper.start()
        unknown = helper.wrong_of(_SPELLED)
    except SpellingFailedError as error:
        raise CommandError("Ordbogen mangler eller virker ikke.") from error
    finally:
        helper.close()
    if unknown != {_SPELLED[-1]}:
        raise CommandError("Ordbogen kender ikke de almindelige ord.")
    return "ordbogen kender ordene"


def _try_qt() -> str:
    """Loads Qt's widgets. No window is made, so no screen is needed; `--quit-when-ready` tests more."""
    import_module(_QT)
    version = import_module(_QT_CORE).qVersion()
    return f"Qt {version} kan indlæses"
