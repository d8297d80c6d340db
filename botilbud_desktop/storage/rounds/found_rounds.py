"""What the folders with rounds besides the shipped one hold, as far as the program can use it."""

from collections.abc import Mapping
from typing import NamedTuple

from botilbud_desktop.domain.round import Round
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.rounds.form_folder import Origin


class AddedRound(NamedTuple):
    """A round from outside, and where it comes from."""

    round: Round
    origin: Origin
    register: str
    """The name of the register that its municipalities are from."""


class Unused(NamedTuple):
    """A file that is there and not used, and why."""

    origin: Origin
    error: RefusedFileError


class Found(NamedTuple):
    """What the added folders hold."""

    rounds: Mapping[str, AddedRound]
    """By id."""
    unused: tuple[Unused, ...]


NOTHING_FOUND = Found({}, ())
