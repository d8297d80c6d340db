"""Reads labelled texts: a description, the table that it belongs to, and what a careful official says of both.

The form of a file is told in `README.md`. Anything that is not as told there is refused with the file's name.
"""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, NamedTuple
from uuid import UUID, uuid5

from pydantic import Field

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import Model, from_json_values
from botilbud_desktop.rules.text_results import Span
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.json.strict_json import parse_json_object
from tests.rules.samples import ROUND

OPEN = Path(__file__).parent / "open"
KEPT = Path(__file__).parent / "kept"
REAL = "real-"
"""What the names of texts begin with that municipalities have written."""
OPENED = tuple("abcdefghijklmnopqrstuv")
"""The writers whose kept texts were opened, once others had been written."""
NUMBERS = tuple(content.number for content in ROUND.required_contents)
_IDS = UUID("00000000-0000-4000-8000-000000000000")
_ESCAPE = b"\\u"


class Label(StrEnum):
    """What a careful official says of a required content."""

    COVERED = "covered"
    MISSING = "missing"
    EITHER = "either"
    """Two careful officials would disagree."""


class About(StrEnum):
    """The kind of value that words of a text contradict."""

    PLACES = "places"
    LOAN = "loan"
    COST = "cost"
    SHARE = "share"
    DATE = "date"
    YEAR = "year"
    LAW = "law"
    NAME = "name"
    MUNICIPALITY = "municipality"


NotEmpty = Annotated[str, Field(min_length=1)]


class _LabelledWords(Model):
    words: NotEmpty
    about: About


class _File(Model):
    municipality: NotEmpty
    projects: Annotated[tuple[Mapping[str, Any], ...], Field(min_length=1)]
    text: NotEmpty
    contents: Mapping[str, Label]
    contradictions: tuple[_LabelledWords, ...]
    why: NotEmpty


class LabelledContradiction(NamedTuple):
    """Words of a text that cannot be true if the table is, and where they stand."""

    words: str
    about: About
    span: Span


class LabelledText(NamedTuple):
    """One text with its labels."""

    name: str
    application: Application
    labels: Mapping[int, Label]
    """By the ministry's number."""
    contradictions: tuple[LabelledContradiction, ...]
    why: str

    @property
    def text(self) -> str:
        """The overall description."""
        return self.application.description


def labelled_texts(folder: Path) -> tuple[LabelledText, ...]:
    """Returns the texts of a folder by name.

    Raises:
        ValueError: a file is not as it should be; the message begins with its name.
    """
    return tuple(read_text(path) for path in sorted(folder.glob("*.json")))


def read_text(path: Path) -> LabelledText:
    """Returns one labelled text.

    Raises:
        ValueError: the file is not as it should be; the message begins with its name.
    """
    data = path.read_bytes()
    try:
        if _ESCAPE in data:
            raise ValueError("letters are written as they are, not as escapes")
        return _labelled(path.stem, from_json_values(_File, parse_json_object(data, path.name)))
    except (ValueError, RefusedFileError) as error:
        raise ValueError(f"{path.name}: {error}") from error


def _labelled(name: str, file: _File) -> LabelledText:
    if ROUND.municipality(file.municipality) is None:
        raise ValueError(f"there is no municipality {file.municipality}")
    if sorted(file.contents) != [str(number) for number in NUMBERS]:
        raise ValueError(f"the contents are {', '.join(file.contents)}")
    return LabelledText(
        name=name,
        application=_application(name, file),
        labels={int(number): label for number, label in file.contents.items()},
        contradictions=tuple(_found(each, file.text) for each in file.contradictions),
        why=file.why,
    )


def _application(name: str, file: _File) -> Application:
    """Makes a draft of the text, with ids made of its name."""
    application = from_json_values(
        Application,
        {
            "id": _id(name),
            "format": "botilbud-application",
            "format_version": 2,
            "round": ROUND.id,
            "applicant": {"municipality_code": file.municipality},
            "projects": [{"id": _id(f"{name}/{at}"), **project} for at, project in enumerate(file.projects)],
            "description": file.text,
        },
    )
    years = set(ROUND.years)
    for project in application.projects:
        if not {*map(int, project.loan), *(group.year for group in project.places)} <= years:
            raise ValueError(f"{project.name} has a year that is not the round's")
    return application


def _found(labelled: _LabelledWords, text: str) -> LabelledContradiction:
    words = labelled.words
    if text.count(words) != 1:
        raise ValueError(f"»{words}« stands {text.count(words)} times in the text")
    start = text.index(words)
    return LabelledContradiction(words, labelled.about, Span(start, start + len(words)))


def _id(name: str) -> str:
    return str(uuid5(_IDS, name))
