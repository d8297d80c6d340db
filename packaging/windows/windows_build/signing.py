"""Signs programs, libraries and packages with a certificate that comes from outside the repository."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from windows_build.errors import BuildError
from windows_build.pe import Image, is_image
from windows_build.tools import run


class Signature(NamedTuple):
    """Whose signature it becomes."""

    certificate: Path
    """A PKCS#12 file (.pfx) with the key and the whole chain."""
    password_file: Path
    timestamp: str | None = None
    """The address of a time stamping service, with which a signature outlives its certificate. It is asked over the
    network, and what it answers differs each time: two builds are then no longer alike."""


class Signer:
    """Signs in a folder to work in."""

    def __init__(self, signature: Signature, title: str, moment: int, work: Path) -> None:
        """`title` is what Windows shows beside the publisher, `moment` the time of signing."""
        for path in (signature.certificate, signature.password_file):
            if not path.is_file():
                raise BuildError(f"{path} is not there")
        self._signature = signature
        self._title = title
        self._moment = moment
        self._work = work

    def sign_all(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """The same files, with those programs and libraries signed that nobody has signed yet."""
        return {
            name: self.sign(name, data) if is_image(name) and not Image(data).is_signed else data
            for name, data in files.items()
        }

    def sign(self, name: str, data: bytes) -> bytes:
        """A program, a library or a Windows Installer package, signed."""
        suffix = Path(name).suffix
        source, target = self._work / f"unsigned{suffix}", self._work / f"signed{suffix}"
        source.write_bytes(data)
        target.unlink(missing_ok=True)
        run([*self._command(), "-in", source, "-out", target], cwd=self._work)
        return target.read_bytes()

    def _command(self) -> list[str | Path]:
        certificate, password, timestamp = self._signature
        command: list[str | Path] = ["osslsigncode", "sign"]
        command += ["-pkcs12", certificate.absolute(), "-readpass", password.absolute()]
        command += ["-h", "sha256", "-n", self._title, "-time", str(self._moment)]
        return command + (["-ts", timestamp] if timestamp else [])
