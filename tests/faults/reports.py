"""What a program that is about to be killed tells whoever kills it: one line of JSON for each thing that happens."""

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Happened(StrEnum):
    """What a report is about."""

    OPENED = "opened"
    """A draft is open: its content."""
    TYPED = "typed"
    """The content was changed: what it is now."""
    SAVED = "saved"
    """The program says that the draft is saved: the digest of the file."""
    PLACE = "place"
    """The user is at another page or field."""
    OFFERED = "offered"
    """The bar offers, or says, something of what was found; the words and the buttons."""
    NOTHING_OFFERED = "nothing offered"
    FOUND = "found"
    """What is open after the offer was taken."""
    NOTICE = "notice"
    """The bar says something that an undisturbed program never has to say."""
    DONE = "done"
    """The program has done what it was told, and waits."""


class Content(NamedTuple):
    """What a draft says: the digest of its file, and what is half-typed."""

    digest: str
    half_typed: Mapping[str, str] = {}


class Report(NamedTuple):
    """One thing that happened."""

    happened: Happened
    at: float
    """Seconds of `time.monotonic`, the same for all processes of a computer."""
    content: Content | None = None
    page: str = ""
    field: str = ""
    words: tuple[str, ...] = ()


class Order(NamedTuple):
    """What the program is told to do."""

    folder: str
    """Everything of this user lies in it."""
    file: str | None
    """The draft; None for one that was never saved."""
    is_started_with_file: bool
    seed: int
    is_typing: bool
    """Type until killed; else look at what is offered, take it, and type one word."""
    ends_by_itself: bool = False
    """Close the window when all is done, rather than wait."""


def json_line(record: Report | Order) -> bytes:
    """The record as one line of JSON: a list of its values."""
    return json.dumps(record).encode() + b"\n"


def report_from(line: bytes) -> Report:
    """The report that `json_line` wrote."""
    happened, at, content, page, field, words = json.loads(line)
    return Report(Happened(happened), at, content and Content(*content), page, field, tuple(words))
