"""A program that was installed in another folder than usual stays there."""

import pytest

from windows_build.product import SCOPES, Scope, read_product
from windows_rig.installer import install, place_of, repair, uninstall
from windows_rig.release import Release
from windows_rig.wine import Wine

FOLDER = "Andre programmer på Ærø"


@pytest.mark.parametrize("scope", SCOPES)
def test_upgrade_repair_and_removal_find_the_folder_of_the_first_installation(
    scope: Scope, wine: Wine, earlier: Release, release: Release
) -> None:
    chosen, place = wine.c / FOLDER, place_of(wine, scope)
    program = chosen / read_product().console_program
    install(wine, earlier.msi(scope), f"INSTALLDIR=C:\\{FOLDER}")
    assert earlier.version in wine.must(program, "--version")
    install(wine, release.msi(scope))
    assert release.version in wine.must(program, "--version")
    (chosen / "LICENSE").unlink()
    repair(wine, release.msi(scope))
    assert (chosen / "LICENSE").is_file()
    assert not place.program.exists()
    uninstall(wine, release.msi(scope))
    assert not chosen.exists()
    assert wine.value(rf"{place.root}\Software\{read_product().name}", "InstallFolder") is None
