"""The build results: this release in `build/windows`, the earlier one in `build/windows/earlier`."""

from pathlib import Path
from typing import NamedTuple

from windows_build.build import Wanted, build
from windows_build.places import BUILD
from windows_build.product import SCOPES, Scope, read_product
from windows_build.program import version_of
from windows_rig.calls import RigError

EARLIER_VERSION = "0.0.9"
EARLIER = BUILD / "earlier"


class Release(NamedTuple):
    """One built version."""

    version: str
    folder: Path

    def msi(self, scope: Scope) -> Path:
        """The package of one scope."""
        return self.folder / f"{read_product().file_stem}-{self.version}-{scope}.msi"

    @property
    def portable(self) -> Path:
        """The portable ZIP, which needs no installation."""
        return self.folder / f"{read_product().file_stem}-{self.version}-portable.zip"

    @property
    def is_built(self) -> bool:
        """Whether all its files exist."""
        return all(path.is_file() for path in (*(self.msi(scope) for scope in SCOPES), self.portable))


def this_release() -> Release:
    """The release of this checkout.

    Raises:
        RigError: it was not built.
    """
    release = Release(version_of(), BUILD)
    if not release.is_built:
        raise RigError("Build first: python3 dev.py windows build")
    return release


def earlier_release() -> Release:
    """The earlier release: this commit, built with a lower version. Builds it if it is missing."""
    release = Release(EARLIER_VERSION, EARLIER)
    if not release.is_built:
        build(Wanted(EARLIER_VERSION, folder=EARLIER))
    return release
