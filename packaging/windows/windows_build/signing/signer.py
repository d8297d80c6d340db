"""Signs what is delivered, and checks each signature."""

from collections.abc import Mapping
from pathlib import Path

from windows_build.errors import BuildError
from windows_build.pe import Image, is_image
from windows_build.signing.check import check_signed
from windows_build.signing.settings import Signing


class Signer:
    """Signs files in a work folder."""

    def __init__(self, signing: Signing, title: str, moment: int, work: Path) -> None:
        """`title` is shown by Windows beside the publisher; `moment`: the time of signatures without a timestamp."""
        self._signing = signing
        self._title = title
        self._moment = moment
        self._work = work.absolute()

    def sign_all(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """Returns the files, with unsigned programs and libraries signed.

        Raises:
            BuildError: a file could not be signed, or its signature does not hold.
        """
        unsigned = {name: data for name, data in files.items() if is_image(name) and not Image(data).is_signed}
        done = {**files, **self.sign(unsigned)}
        left = sorted(name for name, data in done.items() if is_image(name) and not Image(data).is_signed)
        if left:
            raise BuildError(f"these were to be signed and are not: {', '.join(left)}")
        return done

    def sign(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """Returns programs, libraries or Windows Installer packages, signed.

        Raises:
            BuildError: a file could not be signed, or its signature does not hold.
        """
        paths = {name: _written(self._work / "signed" / name, data) for name, data in files.items()}
        if paths:
            self._signing.method.sign(list(paths.values()), self._title, self._moment)
        for name, path in paths.items():
            before = _written(self._work / "unsigned" / name, files[name])
            check_signed(path, before, self._signing.expected, self._work)
        return {name: path.read_bytes() for name, path in paths.items()}


def _written(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path
