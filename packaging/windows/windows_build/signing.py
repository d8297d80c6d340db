"""Signs programs, libraries and packages with a certificate from outside the repository."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from windows_build.errors import BuildError
from windows_build.pe import Image, is_image
from windows_build.tools import run


class Signature(NamedTuple):
    """The certificate to sign with."""

    certificate: Path
    """A PKCS#12 file (.pfx) with the key and the whole chain."""
    password_file: Path
    timestamp: str | None = None
    """Address of a time stamping service, which keeps a signature valid after its certificate expires. It needs the
    network, and its answers differ each time: builds are no longer reproducible.
    """


class Signer:
    """Signs files in a work folder."""

    def __init__(self, signature: Signature, title: str, moment: int, work: Path) -> None:
        """`title` is shown by Windows beside the publisher; `moment` is the time of signing."""
        for path in (signature.certificate, signature.password_file):
            if not path.is_file():
                raise BuildError(f"{path} is not there")
        self._signature = signature
        self._title = title
        self._moment = moment
        self._work = work

    def sign_all(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """Returns the files, with unsigned programs and libraries signed."""
        return {
            name: self.sign(name, data) if is_image(name) and not Image(data).is_signed else data
            for name, data in files.items()
        }

    def sign(self, name: str, data: bytes) -> bytes:
        """Returns a program, a library or a Windows Installer package, signed."""
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
