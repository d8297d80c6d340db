"""Has Windows' own rules for packages (ICE) checked by WiX, and compares with the rules that are broken on purpose."""

import re
from pathlib import Path
from typing import NamedTuple

from windows_build.product import Scope
from windows_build.tables.check import ACCEPTED
from windows_runner.machine import Machine
from windows_runner.record import FailedError, NotTriedError

_FINDING = re.compile(r"\b(error|warning) WIX(?:0204|1076): (ICE\d+): ([^\n]*)")
_NOT_RUN = ("WIX0216", "WIX0217", "could not be accessed", "is not recognized")
"""What WiX says where the account may not run Windows Installer, as on many hosted machines."""
_KNOWN_WARNINGS = frozenset({"ICE33"})
"""Registry values that could stand in tables of their own; as an error it would not be accepted."""
_SECONDS = 600


class Broken(NamedTuple):
    """A rule that a package breaks."""

    kind: str
    """`error` or `warning`."""
    rule: str
    said: str


def broken_rules(said: str) -> list[Broken]:
    """The broken rules that WiX names, each message once."""
    return list(dict.fromkeys(Broken(*found.groups()) for found in _FINDING.finditer(said.replace("\r\n", "\n"))))


def check(machine: Machine, package: Path, scope: Scope, folder: Path) -> str:
    """Checks a package. Returns what was found and is accepted.

    Raises:
        FailedError: a rule is broken that is not broken on purpose.
        NotTriedError: the rules could not be run here: nothing is known of the package then.
    """
    try:
        ran = machine.run(["wix", "msi", "validate", str(package)], seconds=_SECONDS)
    except FileNotFoundError as error:
        raise NotTriedError("there is no wix: dotnet tool install --global wix --version 5.0.2") from error
    (folder / f"ice-{scope}.txt").write_text(ran.text, encoding="utf-8")
    found = broken_rules(ran.text)
    accepted = {rule for rule, _place in ACCEPTED[scope]}
    refused = [one for one in found if one.rule not in accepted and not _is_known(one)]
    if refused:
        raise FailedError("\n".join(f"{one.kind} {one.rule}: {one.said}" for one in refused))
    if any(sign in ran.text for sign in _NOT_RUN) or (ran.code != 0 and not found):
        raise NotTriedError(f"WiX gave {ran.code} and could not run the rules: see ice-{scope}.txt")
    if not accepted & {one.rule for one in found}:
        raise NotTriedError(f"WiX gave {ran.code} and names no rule that is broken on purpose: perhaps it ran none")
    return f"code {ran.code}; accepted: {', '.join(sorted({one.rule for one in found}))}"


def _is_known(broken: Broken) -> bool:
    return broken.kind == "warning" and broken.rule in _KNOWN_WARNINGS
