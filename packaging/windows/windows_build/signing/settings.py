"""The release person's settings for signing: a TOML file outside the repository."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from string import Formatter
from typing import NamedTuple

from pydantic import ValidationError

from botilbud_desktop.domain.model import Model, from_json_values
from windows_build.errors import BuildError
from windows_build.signing import methods
from windows_build.signing.check import Expected
from windows_build.signing.methods import ALL, EACH, RESULT, TIMESTAMP, TITLE, KeyFile, Method
from windows_build.signing.secret import FILE, Secret, at_the_terminal, read_secret


class Token(Model):
    """A key on a PKCS#11 token."""

    module: str
    key: str
    certificates: str
    pin: str


class Command(Model):
    """A command that signs."""

    words: tuple[str, ...]
    seconds: int = 600
    input: str = ""


class Settings(Model):
    """The whole file; packaging/README.md explains it."""

    publisher: str
    roots: str
    timestamp: str = ""
    token: Token | None = None
    command: Command | None = None


class Signing(NamedTuple):
    """How to sign, and what a signature must show afterwards."""

    method: Method
    expected: Expected


def read_signing(path: Path, ask: Callable[[str], str] = at_the_terminal) -> Signing:
    """Reads the settings, and the PIN from where they say; paths in them are relative to their folder.

    Raises:
        BuildError: they are incomplete or contradict themselves, or a file that they name is not there.
    """
    settings, folder = _read(path), path.parent.absolute()
    if not settings.publisher.strip():
        raise BuildError(f"{path}: publisher must be the organisation, or else the name, in the certificate")
    if settings.timestamp and not settings.timestamp.startswith(("http://", "https://")):
        raise BuildError(f"{path}: timestamp must be the http address of an RFC 3161 time stamping service")
    if (settings.token is None) == (settings.command is None):
        raise BuildError(f"{path}: there must be either [token] or [command]")
    expected = Expected(settings.publisher, _there(folder, settings.roots, path), timestamped=True)
    if settings.command is not None:
        return Signing(_command(settings.command, settings.timestamp, folder, path, ask), expected)
    assert settings.token is not None
    if not settings.timestamp:
        raise BuildError(f"{path}: timestamp is missing: without it a signature ends with its certificate")
    return Signing(_token(settings.token, settings.timestamp, folder, path, ask), expected)


def key_in_a_file(certificate: Path, password_file: Path) -> Signing:
    """Signing with a PKCS#12 file, for tests: any publisher, no timestamp, no authority.

    Raises:
        BuildError: a file is not there, or others can read the password.
    """
    if not certificate.is_file():
        raise BuildError(f"{certificate} is not there")
    password = read_secret(f"{FILE}{password_file.absolute()}", Path(), "password")
    return Signing(KeyFile(certificate, password), Expected("", None, timestamped=False))


def _read(path: Path) -> Settings:
    try:
        return from_json_values(Settings, tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise BuildError(f"{path} cannot be read: {error.strerror}") from error
    except tomllib.TOMLDecodeError as error:
        raise BuildError(f"{path} is no TOML file: {error}") from error
    except ValidationError as error:
        wrong = (f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors(include_input=False))
        raise BuildError(f"{path}: {'; '.join(wrong)}") from error


def _token(token: Token, timestamp: str, folder: Path, path: Path, ask: Callable[[str], str]) -> methods.Token:
    if not token.key.startswith("pkcs11:"):
        raise BuildError(f"{path}: key must be a PKCS#11 URI, such as pkcs11:token=NAME;object=KEY")
    if "pin-" in token.key:
        raise BuildError(f"{path}: key must not hold the PIN or its place: pin says where it is")
    module, certificates = (_there(folder, name, path) for name in (token.module, token.certificates))
    return methods.Token(module, token.key, certificates, read_secret(token.pin, folder, "PIN", ask), timestamp)


def _command(command: Command, timestamp: str, folder: Path, path: Path, ask: Callable[[str], str]) -> methods.Command:
    words = command.words
    places = [name for word in words for name in _places(word, path)]
    for name in places:
        if name not in {EACH, ALL, RESULT, TITLE, TIMESTAMP}:
            raise BuildError(f"{path}: nothing is known of {name} in words; {{{{ and }}}} stand for braces")
    if not words or (places.count(EACH) > 0) == (ALL in words):
        raise BuildError(f"{path}: words must hold either {EACH} (a call for each file) or {ALL} (one call for all)")
    if ALL in places and (places.count(ALL) != words.count(ALL) or RESULT in places):
        raise BuildError(f"{path}: {ALL} must be a word of its own, and does not go with {RESULT}")
    if TIMESTAMP in places and not timestamp:
        raise BuildError(f"{path}: words use {TIMESTAMP}, but timestamp is missing")
    if command.seconds <= 0:
        raise BuildError(f"{path}: seconds must be more than 0")
    secret: Secret | None = None
    if command.input:
        secret = read_secret(command.input, folder, "secret of the signing command", ask)
        if any(secret.is_in(word) for word in words):
            raise BuildError(f"{path}: the secret stands in words, where everybody on the machine can read it")
    return methods.Command(words, command.seconds, secret, timestamp)


def _places(word: str, path: Path) -> list[str]:
    """What stands in braces in a word."""
    try:
        return [f"{{{name}}}" for _text, name, _form, _as in Formatter().parse(word) if name is not None]
    except ValueError as error:
        raise BuildError(f"{path}: {word!r} in words: {error}") from error


def _there(folder: Path, name: str, path: Path) -> Path:
    file = folder / name
    if not name or not file.is_file():
        raise BuildError(f"{path}: {name!r} is not there")
    return file
