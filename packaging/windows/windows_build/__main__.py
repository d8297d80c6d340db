"""The command line: `python3 dev.py windows build [OPTION...]`."""

import argparse
import sys
from pathlib import Path

from windows_build.build import Wanted, build, say
from windows_build.errors import BuildError
from windows_build.icons import make_icons


def main(arguments: list[str]) -> int:
    """Do what the command line asks for; the exit code."""
    wanted = _parser().parse_args(arguments)
    try:
        if wanted.command == "icons":
            make_icons()
        else:
            build(Wanted(wanted.version, wanted.python, wanted.python_sha256))
    except BuildError as error:
        say(str(error))
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py windows", description="Build what is delivered for Windows.")
    commands = parser.add_subparsers(dest="command", required=True)
    make = commands.add_parser("build", help="the program's folder, both MSIs, the ZIP, the bill of materials")
    make.add_argument("--version", metavar="X.Y.Z", help="build this commit under another version")
    make.add_argument("--python", type=Path, metavar="ZIP", help="another embeddable Python 3.13")
    make.add_argument("--python-sha256", default="", metavar="HASH", help="its SHA-256")
    commands.add_parser("icons", help="paint the icons anew from their drawings")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
