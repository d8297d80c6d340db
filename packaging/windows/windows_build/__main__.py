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
from windows_build.signing.settings import Signing, key_in_a_file, read_signing


def main(arguments: list[str]) -> int:
    """Runs the command on the command line; returns the exit code."""
    words = parser().parse_args(arguments)
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
    return Wanted(words.version, words.python, words.python_sha256, _signing(words), words.to)


def _signing(words: argparse.Namespace) -> Signing | None:
    certificate, password_file = vars(words).get("certificate"), vars(words).get("password_file")
    if (certificate is None) != (password_file is None):
        raise BuildError("--certificate and --password-file go together")
    if words.signing is not None and certificate is not None:
        raise BuildError("--signing and --certificate are two ways to sign: give one")
    if words.signing is not None and vars(words).get("twice"):
        raise BuildError("--twice compares bytes, which differ with each timestamp: leave out --twice or --signing")
    if words.signing is not None:
        return read_signing(words.signing)
    if certificate is not None and password_file is not None:
        return key_in_a_file(certificate, password_file)
    if words.command == "sign":
        raise BuildError("sign needs --signing, or for a test --certificate and --password-file")
    return None


def parser() -> argparse.ArgumentParser:
    """The parser of the command line."""
    whole = argparse.ArgumentParser(prog="dev.py windows", description="Build what is delivered for Windows.")
    commands = whole.add_subparsers(dest="command", required=True)
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
        command.add_argument("--signing", type=Path, metavar="TOML", help="sign by a token or a command, as it says")
    for command in (make, sign):
        command.add_argument("--certificate", type=Path, metavar="PFX", help="sign with a key in a file, for a test")
        command.add_argument("--password-file", type=Path, metavar="FILE", help="its password")
    commands.add_parser("icons", help="paint the icons anew from their drawings")
    return whole


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
