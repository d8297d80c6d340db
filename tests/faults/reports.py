"""Reports from a program that will be killed: one line of JSON per event."""

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Happened(StrEnum):
    """Kinds of reports."""

    OPENED = "opened"
    """A draft is open; with its content."""
    TYPED = "typed"
    """The content was changed; with the new content."""
    SAVED = "saved"
    """The program reports the draft as saved; with the digest of the file."""
    PLACE = "place"
    """The user moved to another page or field."""
    OFFERED = "offered"
    """The bar offers or reports what recovery found; with its text and its buttons."""
    NOTHING_OFFERED = "nothing offered"
    FOUND = "found"
    """The content that is open after the offer was accepted."""
    NOTICE = "notice"
    """The bar shows something that must not occur in an undisturbed program."""
    DONE = "done"
    """The program has done its order, and waits."""


class Content(NamedTuple):
    """Content of a draft: the digest of its file, and its half-typed values."""

    digest: str
    half_typed: Mapping[str, str] = {}


class Report(NamedTuple):
    """One event."""

    happened: Happened
    at: float
    """Seconds of `time.monotonic`, which all processes of a computer share."""
    content: Content | None = None
    page: str = ""
    field: str = ""
    words: tuple[str, ...] = ()


class Order(NamedTuple):
    """What the program has to do."""

    folder: str
    """Folder that contains everything of this user."""
    file: str | None
    """The draft; None for one that was never saved."""
    is_started_with_file: bool
    seed: int
    is_typing: bool
    """True: type until killed. False: check the offer, accept it, and type one digit."""
    ends_by_itself: bool = False
    """Close the window when done, instead of waiting."""


def json_line(record: Report | Order) -> bytes:
    """Returns the record as one line of JSON: a list of its values."""
    return json.dumps(record).encode() + b"\n"


def report_from(line: bytes) -> Report:
    """Parses a report written by `json_line`."""
    happened, at, content, page, field, words = json.loads(line)
    return Report(Happened(happened), at, content and Content(*content), page, field, tuple(words))
