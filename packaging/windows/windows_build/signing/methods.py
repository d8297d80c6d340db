"""The ways to sign: a key on a PKCS#11 token, a command that asks a service or an HSM, a key in a file."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from windows_build.errors import BuildError
from windows_build.signing.calls import call
from windows_build.signing.failures import failure
from windows_build.signing.secret import Secret

_SECONDS = 120
"""For one file, with the answer of a time stamping service."""
EACH, ALL, RESULT = "{file}", "{files}", "{signed}"
"""What stands for one file, for all files, and for where a command writes the signed file."""
TITLE, TIMESTAMP = "{title}", "{timestamp}"


class Method(Protocol):
    """One way to sign."""

    def sign(self, files: Sequence[Path], title: str, moment: int) -> None:
        """Signs files where they are.

        Args:
            files: programs, libraries or packages.
            title: shown by Windows beside the publisher.
            moment: the time of signing, in seconds since 1970; only for signatures without a timestamp.

        Raises:
            BuildError: it failed; the text says why, and what to do.
        """


class Token(NamedTuple):
    """Signs with a key that never leaves a token or an HSM that has a PKCS#11 module."""

    module: Path
    key: str
    """The PKCS#11 URI of the key."""
    certificates: Path
    """The signer's certificate, and below it those above it, in PEM."""
    pin: Secret
    timestamp: str

    def sign(self, files: Sequence[Path], title: str, moment: int) -> None:
        """Signs files where they are, with the time that the service tells."""
        options: list[str | Path] = ["-pkcs11module", self.module, "-certs", self.certificates, "-key", self.key]
        for file in files:
            described = [*_described(title), "-ts", self.timestamp]
            _osslsigncode(file, [*options, *described], self.pin, self.timestamp)


class KeyFile(NamedTuple):
    """Signs with a key in a file: for tests, since no authority sells certificates for such keys any more."""

    certificate: Path
    """A PKCS#12 file (.pfx) with the key and the whole chain."""
    password: Secret

    def sign(self, files: Sequence[Path], title: str, moment: int) -> None:
        """Signs files where they are. The same files get the same bytes: the time is the given one."""
        options: list[str | Path] = ["-pkcs12", self.certificate.absolute(), *_described(title), "-time", str(moment)]
        for file in files:
            _osslsigncode(file, options, self.password, "")


class Command(NamedTuple):
    """Signs by a command of the release person's: a client of a cloud service, a vendor's program, a script."""

    words: tuple[str, ...]
    """The program and its arguments, with what stands for files, title and service; no shell reads them."""
    seconds: int
    """The time limit of one call."""
    secret: Secret | None
    """What it reads from standard input."""
    timestamp: str

    def sign(self, files: Sequence[Path], title: str, moment: int) -> None:
        """Signs files where they are, all in one call if the command takes them so."""
        batches = [list(files)] if ALL in self.words else [[file] for file in files]
        for batch in batches:
            self._sign(batch, title)

    def _sign(self, batch: list[Path], title: str) -> None:
        result = batch[0].with_name(f"{batch[0].stem}.signed{batch[0].suffix}")
        meant = {EACH: batch[0], RESULT: result, TITLE: title, TIMESTAMP: self.timestamp}
        filled = {place.strip("{}"): str(text) for place, text in meant.items()}
        words: list[str | Path] = []
        for word in self.words:
            words += batch if word == ALL else [word.format_map(filled)]
        called = call(words, cwd=batch[0].parent, seconds=self.seconds, secret=self.secret)
        names = ", ".join(file.name for file in batch)
        if called.code is None:
            raise BuildError(f"the signing command did not end within {self.seconds} s for {names}\n{called.out}")
        if called.code != 0:
            raise BuildError(f"the signing command failed ({called.code}) for {names}\n{called.out}")
        if any(str(result) in str(word) for word in words):
            if not result.is_file():
                raise BuildError(f"the signing command wrote no signed file for {names}\n{called.out}")
            result.replace(batch[0])


def _described(title: str) -> list[str]:
    return ["-h", "sha256", "-n", title]


def _osslsigncode(file: Path, options: Sequence[str | Path], secret: Secret, timestamp: str) -> None:
    result = file.with_name(f"{file.stem}.signed{file.suffix}")
    command: list[str | Path] = ["osslsigncode", "sign", *options]
    # Not "-": osslsigncode 2.5 takes that for a file.
    command += ["-readpass", "/dev/stdin", "-in", file, "-out", result]
    called = call(command, cwd=file.parent, seconds=_SECONDS, secret=secret)
    if called.code != 0:
        raise BuildError(f"{file.name} is not signed: {failure(called, timestamp)}\n{called.out}")
    result.replace(file)
