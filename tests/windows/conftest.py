"""One Wine prefix for the whole run, and the releases to install in it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from windows_build.places import BUILD, ROOT
from windows_rig.installer import Place, install, place_of, uninstall
from windows_rig.prefix import make_prefix
from windows_rig.release import Release, earlier_release, this_release
from windows_rig.screen import Screen, screen
from windows_rig.testing import InstalledPython, fetch, fetch_machine_code, line_of_folder
from windows_rig.wine import Wine

EXAMPLE = Path(__file__).resolve().parents[2] / "resources" / "examples" / "aalborg.botilbud"


@pytest.fixture(scope="session")
def shown() -> Iterator[Screen]:
    """The screen that all windows are shown on."""
    pictures = BUILD / "shots"
    shutil.rmtree(pictures, ignore_errors=True)
    with screen(pictures) as display:
        yield display


@pytest.fixture(scope="session")
def wine(shown: Screen) -> Iterator[Wine]:
    """A new Wine prefix."""
    made = make_prefix(BUILD / "wine", shown.display)
    yield made
    made.end()


@pytest.fixture(scope="session")
def release() -> Release:
    """The release built from this checkout."""
    return this_release()


@pytest.fixture(scope="session")
def earlier() -> Release:
    """The earlier release."""
    return earlier_release()


@pytest.fixture(scope="module")
def installed(wine: Wine, release: Release) -> Iterator[Place]:
    """The release, installed for the machine during a module's tests."""
    install(wine, release.msi("machine"))
    yield place_of(wine, "machine")
    uninstall(wine, release.msi("machine"))


@pytest.fixture(scope="module")
def python(wine: Wine, installed: Place) -> InstalledPython:
    """The Python of the installed program, with the packages that the tests need."""
    packages = BUILD / "test-packages"
    fetch(ROOT / "requirements-dev.txt", packages, line_of_folder(installed.program))
    fetch_machine_code(installed.program, packages)
    return InstalledPython(wine, installed.program, ROOT, packages)


@pytest.fixture
def draft(wine: Wine) -> Iterator[Path]:
    """A draft in the user's documents, with Danish letters and a space in its name."""
    path = wine.user / "Documents" / "sag æøå.botilbud"
    shutil.copyfile(EXAMPLE, path)
    yield path
    path.unlink(missing_ok=True)


@pytest.fixture(autouse=True)
def own_data(request: pytest.FixtureRequest) -> Iterator[None]:
    """Removes the program's stored data before and after each test."""
    made = request.getfixturevalue("wine")
    forget(made)
    yield
    made.end_started()
    forget(made)


def forget(made: Wine) -> None:
    """Removes the program's data from the user's own folders."""
    for folder in (made.local_data / "Botilbud Desktop", made.local_data / "State"):
        shutil.rmtree(folder, ignore_errors=True)
