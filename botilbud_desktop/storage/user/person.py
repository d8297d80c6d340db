"""Who uses which computer, for locks and for the list of earlier versions."""

import os
import sys
from contextlib import suppress
from typing import NamedTuple

from botilbud_desktop.storage.files.printable import printable

_LONGEST = 80
_NAMES = ("USERNAME", "USER", "LOGNAME")


class Person(NamedTuple):
    """A user of the program."""

    name: str
    machine: str
    """The computer's name, which may contain Danish letters."""


def person_here(own_name: str = "") -> Person:
    """Returns the current user: with `own_name` if the user has entered it, else with the account's name."""
    return Person(printable(own_name.strip() or _account(), _LONGEST), printable(_machine(), _LONGEST))


def _account() -> str:
    named = next((os.environ[name] for name in _NAMES if os.environ.get(name)), "")
    if not named and sys.platform != "win32":
        import pwd

        with suppress(KeyError):
            named = pwd.getpwuid(os.getuid()).pw_name
    return named or "en anden bruger"


def _machine() -> str:
    own = os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename
    return own or "en anden computer"
