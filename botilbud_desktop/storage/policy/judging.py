"""Which of the values found hold: each by itself, so that a broken one never takes another with it."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath

from botilbud_desktop.storage.policy.policies import POLICIES, Kind, Policy
from botilbud_desktop.storage.user.settings import (
    LONGEST_FOLDER,
    LONGEST_NAME,
    Decided,
    DecidedValue,
    is_folder,
    is_name,
)

type Found = Mapping[str, object] | None
"""The values in one place by the names of policies, as they are there; None when the place cannot be read."""

_DEVICES = ("//./", "//?/")
"""What begins so is no file or folder on Windows, or escapes its checks of names."""


class UnusableValueError(Exception):
    """A value cannot be used; its text is the reason, as a Danish clause without the value."""


def judged(places: Sequence[Found], environment: Mapping[str, str], paths: type[PurePath] = PurePath) -> Decided:
    """Returns what is decided in `places`, the one that goes first before the others. No drive is asked.

    The first place that has a value decides on it: when it is broken there, no other place's is used. Names that no
    policy has are passed over, as those of a newer program.

    Args:
        places: what was found, such as in the registry of the machine and in that of the user.
        environment: the variables that paths may name.
        paths: the kind of paths of the system.
    """
    values: dict[str, DecidedValue] = {}
    refused: dict[str, str] = {}
    for policy in POLICIES:
        for place in places:
            if place is not None and policy.name in place:
                try:
                    values[policy.decides] = _usable(policy, place[policy.name], environment, paths)
                except UnusableValueError as error:
                    refused[policy.decides] = str(error)
                break
    return Decided(values, refused, is_unreadable=None in places)


def _usable(policy: Policy, value: object, environment: Mapping[str, str], paths: type[PurePath]) -> DecidedValue:
    if policy.kind is Kind.SWITCH:
        if not isinstance(value, int) or value not in (0, 1):
            raise UnusableValueError("den er hverken 0 eller 1")
        return bool(value)
    if not isinstance(value, str):
        raise UnusableValueError("den er ikke en tekst")
    if policy.kind is Kind.PATH:
        return _path(value, environment, paths)
    if len(value) > LONGEST_NAME:
        raise UnusableValueError("den er for lang")
    text = _line(value.strip())
    if policy.choices and text not in policy.choices:
        raise UnusableValueError("programmet kender den ikke")
    return text


def _path(value: str, environment: Mapping[str, str], paths: type[PurePath]) -> str:
    if len(value) > LONGEST_FOLDER:
        raise UnusableValueError("den er for lang")
    path = _line(_expanded(value.strip(), environment))
    if path.replace("\\", "/").startswith(_DEVICES) or not paths(path).is_absolute():
        raise UnusableValueError("det er ikke en hel sti")
    return path


def _line(text: str) -> str:
    """Returns `text`, which has to be what the user, too, could choose."""
    if not text:
        raise UnusableValueError("den er tom")
    is_encodable = not any("\ud800" <= character <= "\udfff" for character in text)
    if not is_encodable or not (is_name(text) or is_folder(text)):
        raise UnusableValueError("den har tegn, der ikke kan stå i en indstilling")
    return text


def _expanded(text: str, environment: Mapping[str, str]) -> str:
    """Returns `text` with the values of the variables; a single percent sign stays."""
    pieces = text.split("%")
    if len(pieces) % 2 == 0:
        pieces[-2:] = ["%".join(pieces[-2:])]
    length = len(text)
    for at in range(1, len(pieces), 2):
        value = environment.get(pieces[at].upper(), environment.get(pieces[at]))
        if not value:
            raise UnusableValueError("den nævner en miljøvariabel, der ikke findes")
        length += len(value)
        if length > LONGEST_FOLDER:
            raise UnusableValueError("den er for lang")
        pieces[at] = value
    return "".join(pieces)
