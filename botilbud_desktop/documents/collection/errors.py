"""What must be mended in a draft, in words that address nobody."""

from collections.abc import Iterator

from botilbud_desktop.documents.collection.neutral import neutral
from botilbud_desktop.domain.values.amounts import counted, format_number
from botilbud_desktop.rules.collection.blocking import Told, message_of, of_application, of_project
from botilbud_desktop.rules.collection.records import CollectedApplication, CollectedProject

TO_BE_MENDED = "Skal rettes"


def in_short(application: CollectedApplication, project: CollectedProject | None) -> str:
    """Returns `2 i projektet, 1 i ansøgningen`; empty without errors."""
    own = 0 if project is None else of_project(project).number
    common = of_application(application).number
    parts = [f"{format_number(own)} i projektet"] if own else []
    return ", ".join([*parts, *([f"{format_number(common)} i ansøgningen"] if common else [])])


def sentences(application: CollectedApplication, project: CollectedProject | None) -> Iterator[str]:
    """Yields the errors about figures in words, and how many others there are."""
    if project is not None:
        yield from project_sentences(project)
    yield from application_sentences(application)


def project_sentences(project: CollectedProject) -> Iterator[str]:
    """Yields those of a project alone."""
    return _sentences(of_project(project), "projektet")


def application_sentences(application: CollectedApplication) -> Iterator[str]:
    """Yields those of what is common to the application."""
    return _sentences(of_application(application), "det, der er fælles for ansøgningen")


def figures_in_words(told: Told) -> list[str]:
    """Returns the messages of the errors about figures, each as a sentence."""
    return [_sentence(neutral(message_of(finding))) for finding in told.figures]


def _sentences(told: Told, where: str) -> Iterator[str]:
    yield from figures_in_words(told)
    if told.others:
        words = ("andet problem", "andre problemer") if told.figures else ("problem", "problemer")
        number = counted(told.others, *words)
        yield f"{number} i {where}, for eksempel noget, der mangler eller er for langt."


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
