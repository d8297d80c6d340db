"""Silent installation and removal, as an IT department does it: for one user and for the machine."""

import shutil

import pytest

from tests.windows.conftest import EXAMPLE
from windows_build.product import SCOPES, Scope, read_product
from windows_rig.installer import install, place_of, uninstall
from windows_rig.release import Release
from windows_rig.traces import traces
from windows_rig.wine import Wine

PRODUCT = read_product()


@pytest.mark.parametrize("scope", SCOPES)
def test_it_is_installed_tests_itself_and_leaves_the_drafts_alone_when_it_is_removed(
    scope: Scope, wine: Wine, release: Release
) -> None:
    before = traces(wine)
    install(wine, release.msi(scope))
    place = place_of(wine, scope)
    assert place.shortcut.is_file()
    said = wine.must(place.console_program, "self-test", seconds=120)
    assert "Alt virker." in said
    assert f"Botilbud Desktop {release.version}" in said
    assert wine.must(place.console_program, "--version").strip() == f"Botilbud Desktop {release.version}"
    draft = wine.user / "Documents" / "sag æøå.botilbud"
    shutil.copyfile(EXAMPLE, draft)
    uninstall(wine, release.msi(scope))
    left = traces(wine).beyond(before)
    draft.unlink()
    assert left == [str(draft.relative_to(wine.c))]


@pytest.mark.parametrize("scope", SCOPES)
def test_the_registry_names_the_program_for_drafts_and_for_the_list_of_programs(
    scope: Scope, wine: Wine, release: Release
) -> None:
    install(wine, release.msi(scope))
    place = place_of(wine, scope)
    classes = rf"{place.root}\Software\Classes"
    command = wine.value(rf"{classes}\{PRODUCT.prog_id}\shell\open\command")
    program_type = wine.value(rf"{classes}\{PRODUCT.extension}")
    icon = wine.value(rf"{classes}\{PRODUCT.prog_id}\DefaultIcon")
    uninstall(wine, release.msi(scope))
    program = "C:\\" + str(place.window_program.relative_to(wine.c)).replace("/", "\\")
    assert program_type == PRODUCT.prog_id
    assert command == f'"{program}" "%1"'
    assert icon is not None
    assert icon.startswith(program)
