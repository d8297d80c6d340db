"""The command line: `python3 dev.py windows build|sign|icons` and `python3 dev.py release`."""

import argparse
import datetime
import sys
from pathlib import Path

from windows_build.build import Wanted, build, build_twice, say
from windows_build.errors import BuildError
from windows_build.icons import make_icons
from windows_build.places import BUILD
from windows_build.release import release
from windows_build.signing import Signature


def main(arguments: list[str]) -> int:
    """Runs the command on the command line; returns the exit code."""
    words = _parser().parse_args(arguments)
    try:
        _do(words)
    except BuildError as error:
        say(str(error))
        return 1
    return 0


def _do(words: argparse.Namespace) -> None:
    if words.command == "icons":
        make_icons()
    elif words.command == "release":
        release(_wanted(words), words.version, datetime.datetime.now(datetime.UTC).date())
    elif words.twice:
        build_twice(_wanted(words))
    else:
        build(_wanted(words))


def _wanted(words: argparse.Namespace) -> Wanted:
    if (words.python is None) != (not words.python_sha256):
        raise BuildError("--python and --python-sha256 go together: the hash is the one that python.org names")
    signature = None
    if words.certificate is not None:
        if words.password_file is None:
            raise BuildError("--certificate needs --password-file")
        signature = Signature(words.certificate, words.password_file, words.timestamp)
    return Wanted(words.version, words.python, words.python_sha256, signature, words.to)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py windows", description="Build what is delivered for Windows.")
    commands = parser.add_subparsers(dest="command", required=True)
    make = commands.add_parser("build", help="the program's folder, both MSIs, the ZIP, the bill of materials")
    sign = commands.add_parser("sign", help="build all of it, signed: programs and libraries first, the MSIs last")
    hand_out = commands.add_parser("release", help="commit version and changelog, and build into dist")
    hand_out.add_argument("version", metavar="X.Y.Z", help="the version that is released")
    for command in (make, sign):
        command.add_argument("--version", metavar="X.Y.Z", help="build this commit under another version")
        command.add_argument("--twice", action="store_true", help="build two times and compare the bytes")
    for command in (make, sign, hand_out):
        command.add_argument("--python", type=Path, metavar="ZIP", help="another embeddable Python, of any line")
        command.add_argument("--python-sha256", default="", metavar="HASH", help="its SHA-256")
        command.add_argument("--to", type=Path, default=BUILD, metavar="FOLDER", help="where the result goes")
        needed = command is sign
        command.add_argument("--certificate", type=Path, metavar="PFX", required=needed, help="sign with this key")
        command.add_argument("--password-file", type=Path, metavar="FILE", required=needed, help="its password")
        command.add_argument("--timestamp", metavar="ADDRESS", help="a time stamping service to ask")
    commands.add_parser("icons", help="paint the icons anew from their drawings")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
