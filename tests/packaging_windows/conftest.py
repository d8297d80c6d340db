"""Small packages of both scopes, built once."""

import shutil
from pathlib import Path

import pytest

from tests.packaging_windows.small_packages import built
from windows_build.product import SCOPES, Scope
from windows_build.tools import PACKAGES


@pytest.fixture(scope="session")
def _programs() -> None:
    """Skips a test where the programs of the Windows build are not installed."""
    if any(shutil.which(program) is None for program in PACKAGES):
        pytest.skip("the Windows build's programs are not installed")


@pytest.fixture(scope="session")
def packages(_programs: None, tmp_path_factory: pytest.TempPathFactory) -> dict[Scope, Path]:
    """The packages of both scopes."""
    folder = tmp_path_factory.mktemp("packages")
    return {scope: built(scope, folder / scope) for scope in SCOPES}
