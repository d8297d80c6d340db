"""The package as built, from a few small files."""

import shutil
from pathlib import Path

import pytest

from windows_build.msi import make_msi
from windows_build.places import WINDOWS
from windows_build.product import SCOPES, Scope, read_product
from windows_build.staging import write_stage
from windows_build.tools import PACKAGES, run
from windows_build.wxs import CODE_PAGE, ICON, OLDEST_BUILD

FILES = {"Botilbud Desktop.exe": b"program", "lib/a.txt": b"text"}
MOMENT = 1_795_723_310
pytestmark = pytest.mark.skipif(
    any(shutil.which(program) is None for program in PACKAGES), reason="the Windows build's programs are not installed"
)


def built(scope: Scope, folder: Path) -> Path:
    """The package of one scope."""
    folder.mkdir()
    write_stage(FILES, folder / "stage", MOMENT)
    (folder / ICON).write_bytes((WINDOWS / "icons" / ICON).read_bytes())
    make_msi(read_product(), scope, "1.2.3", FILES, MOMENT, folder)
    return folder / f"{scope}.msi"


def rows(package: Path, table: str) -> dict[str, list[str]]:
    """The other cells of a table's rows, by the first cell."""
    lines = run(["msiinfo", "export", package, table], cwd=package.parent).splitlines()[3:]
    cells = [line.split("\t") for line in lines if line]
    return {row[0]: row[1:] for row in cells}


def summary_of(package: Path) -> str:
    return run(["msiinfo", "export", package, "_SummaryInformation"], cwd=package.parent)


@pytest.mark.parametrize("scope", SCOPES)
def test_tables_and_summary_name_one_code_page(scope: Scope, tmp_path: Path) -> None:
    package = built(scope, tmp_path / "one")
    forced = run(["msiinfo", "export", package, "_ForceCodepage"], cwd=tmp_path)
    assert forced.split()[:2] == [CODE_PAGE, "_ForceCodepage"]
    lines = summary_of(package).splitlines()
    assert f"1\t{CODE_PAGE}" in lines


@pytest.mark.parametrize("scope", SCOPES)
def test_the_summary_reads_the_same_in_every_code_page(scope: Scope, tmp_path: Path) -> None:
    assert summary_of(built(scope, tmp_path / "one")).isascii()


@pytest.mark.parametrize("scope", SCOPES)
def test_two_packages_of_one_content_have_the_same_bytes(scope: Scope, tmp_path: Path) -> None:
    assert built(scope, tmp_path / "one").read_bytes() == built(scope, tmp_path / "two").read_bytes()


@pytest.mark.parametrize("scope", SCOPES)
def test_a_windows_that_qt_does_not_run_on_is_refused_with_a_sentence(scope: Scope, tmp_path: Path) -> None:
    package = built(scope, tmp_path / "one")
    conditions = rows(package, "LaunchCondition")
    assert conditions[f"Installed OR WINDOWSBUILDNUMBER >= {OLDEST_BUILD}"] == [read_product().windows_too_old]
    (signature,) = rows(package, "AppSearch")["WINDOWSBUILDNUMBER"]
    in_64_bit_registry, raw = 16, 2
    root, key, name, kind = rows(package, "RegLocator")[signature]
    assert (root, key, name) == ("2", r"SOFTWARE\Microsoft\Windows NT\CurrentVersion", "CurrentBuildNumber")
    assert int(kind) == in_64_bit_registry | raw
    for table in ("InstallExecuteSequence", "InstallUISequence"):
        order = {action: int(row[-1]) for action, row in rows(package, table).items()}
        assert order["AppSearch"] < order["LaunchConditions"]


def test_only_the_package_for_one_user_refuses_allusers(tmp_path: Path) -> None:
    refusals = {scope: rows(built(scope, tmp_path / scope), "LaunchCondition") for scope in SCOPES}
    assert refusals["user"]["Installed OR NOT ALLUSERS"] == [read_product().only_for_one_user]
    assert "Installed OR NOT ALLUSERS" not in refusals["machine"]
