"""The command line: `python dev.py windows try packages|rules`, on a Windows machine."""

import argparse
import sys
from functools import partial
from pathlib import Path

from windows_build.product import SCOPES
from windows_runner import rules
from windows_runner.machine import Machine
from windows_runner.packages import Packages
from windows_runner.record import FailedError, Record
from windows_runner.trial import Trial


def main(arguments: list[str], machine: Machine | None = None) -> int:
    """Runs the command on the command line; returns the exit code: 0 unless something failed."""
    words = parser().parse_args(arguments[1:] if arguments[:1] == ["try"] else arguments)
    used = machine or Machine()
    try:
        packages = Packages(words.packages)
    except FailedError as error:
        print(f"windows: {error}", file=sys.stderr)
        return 1
    if words.command == "rules":
        record = Record("Rules of Windows Installer (ICE)", words.results)
        for scope in SCOPES:
            record.step(f"{scope}: ICE", partial(rules.check, used, packages.msi(scope), scope, words.results))
    else:
        record = Record(f"The package for the {words.scope}", words.results)
        Trial(used, words.scope, packages, record).run()
    return record.end()


def parser() -> argparse.ArgumentParser:
    """The parser of the command line."""
    whole = argparse.ArgumentParser(prog="dev.py windows try", description="Try finished packages on this Windows.")
    commands = whole.add_subparsers(dest="command", required=True)
    tried = commands.add_parser("packages", help="install, upgrade, repair, test and uninstall one package")
    tried.add_argument("--scope", choices=SCOPES, required=True, help="whom it is installed for")
    checked = commands.add_parser("rules", help="check both packages by ICE, with WiX 5")
    for command in (tried, checked):
        command.add_argument("--packages", type=Path, required=True, metavar="FOLDER", help="the build's files")
        command.add_argument("--results", type=Path, required=True, metavar="FOLDER", help="where logs and tables go")
    return whole


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
