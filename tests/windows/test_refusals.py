"""What the packages refuse, and that they never refuse to repair or to remove what is installed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.packaging_windows.small_packages import FILES, PROGRAM, built
from windows_build.product import SCOPES, Scope
from windows_build.wxs import OLDEST_BUILD
from windows_rig.installer import ANOTHER_BUILD, REFUSED, install, log_of, place_of, repair, try_install, uninstall
from windows_rig.prefix import CURRENT
from windows_rig.release import Release
from windows_rig.wine import Wine

BUILD_NUMBER = "CurrentBuildNumber"


@pytest.fixture
def kept_build(wine: Wine) -> Iterator[None]:
    """The build number is afterwards as it was."""
    before = wine.value(CURRENT, BUILD_NUMBER)
    assert before is not None
    yield
    wine.set_value(CURRENT, BUILD_NUMBER, before)


@pytest.fixture(autouse=True)
def nothing_left(wine: Wine, release: Release) -> Iterator[None]:
    """A test that failed half-way leaves nothing installed for the next."""
    yield
    for scope in SCOPES:
        if place_of(wine, scope).program.exists():
            uninstall(wine, release.msi(scope))


def check_it_was_a_condition(wine: Wine) -> None:
    """Wine writes no sentence of a refusal into its log (Windows does), but it does write how far it came."""
    log = log_of(wine)
    assert "LaunchConditions" in log
    assert "CostInitialize" not in log


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.usefixtures("kept_build")
def test_a_windows_that_is_too_old_is_refused_but_what_is_installed_is_repaired_and_removed(
    scope: Scope, wine: Wine, release: Release
) -> None:
    place = place_of(wine, scope)
    wine.set_value(CURRENT, BUILD_NUMBER, str(OLDEST_BUILD - 1))
    assert try_install(wine, release.msi(scope)).code == REFUSED
    check_it_was_a_condition(wine)
    assert not place.program.exists()
    wine.set_value(CURRENT, BUILD_NUMBER, str(OLDEST_BUILD))
    install(wine, release.msi(scope))
    wine.set_value(CURRENT, BUILD_NUMBER, str(OLDEST_BUILD - 1))
    (place.program / "LICENSE").unlink()
    repair(wine, release.msi(scope))
    assert (place.program / "LICENSE").is_file()
    uninstall(wine, release.msi(scope))
    assert not place.program.exists()


def test_the_package_for_one_user_is_not_installed_for_all(wine: Wine, release: Release) -> None:
    assert try_install(wine, release.msi("user"), "ALLUSERS=1").code == REFUSED
    check_it_was_a_condition(wine)
    assert not place_of(wine, "user").program.exists()
    assert not place_of(wine, "machine").program.exists()


def test_another_build_of_a_version_never_takes_the_place_of_the_first_by_itself(wine: Wine, tmp_path: Path) -> None:
    """Windows ends with 1638; Wine ends with 0 and does nothing."""
    first = built("user", tmp_path / "first")
    other = built("user", tmp_path / "other", {**FILES, PROGRAM: FILES[PROGRAM] + b"other"})
    install(wine, first)
    assert try_install(wine, other).code in (0, ANOTHER_BUILD)
    left = (place_of(wine, "user").program / PROGRAM).read_bytes()
    uninstall(wine, first)
    assert left == FILES[PROGRAM]
