"""The package as built, from a few small files."""

from pathlib import Path

import pytest

from tests.packaging_windows.small_packages import FILES, PROGRAM, built
from windows_build.msi import package_code
from windows_build.product import SCOPES, Scope, read_product
from windows_build.tables.columns import TABLE, read_columns
from windows_build.tables.database import read_tables
from windows_build.tools import run
from windows_build.wxs import CODE_PAGE, OLDEST_BUILD, REMEMBERED_FOLDER, file_identity


def rows(package: Path, table: str) -> dict[str, list[str]]:
    """The other cells of a table's rows, by the first cell."""
    lines = run(["msiinfo", "export", package, table], cwd=package.parent).splitlines()[3:]
    cells = [line.split("\t") for line in lines if line]
    return {row[0]: row[1:] for row in cells}


def summary_of(package: Path) -> str:
    return run(["msiinfo", "export", package, "_SummaryInformation"], cwd=package.parent)


@pytest.mark.parametrize("scope", SCOPES)
def test_tables_and_summary_name_one_code_page(scope: Scope, packages: dict[Scope, Path]) -> None:
    package = packages[scope]
    forced = run(["msiinfo", "export", package, "_ForceCodepage"], cwd=package.parent)
    assert forced.split()[:2] == [CODE_PAGE, "_ForceCodepage"]
    lines = summary_of(package).splitlines()
    assert f"1\t{CODE_PAGE}" in lines


@pytest.mark.parametrize("scope", SCOPES)
def test_the_summary_reads_the_same_in_every_code_page(scope: Scope, packages: dict[Scope, Path]) -> None:
    assert summary_of(packages[scope]).isascii()


@pytest.mark.parametrize("scope", SCOPES)
def test_two_packages_of_one_content_have_the_same_bytes(
    scope: Scope, packages: dict[Scope, Path], tmp_path: Path
) -> None:
    assert built(scope, tmp_path / "again").read_bytes() == packages[scope].read_bytes()


@pytest.mark.parametrize("scope", SCOPES)
def test_a_windows_that_qt_does_not_run_on_is_refused_with_a_sentence(
    scope: Scope, packages: dict[Scope, Path]
) -> None:
    package = packages[scope]
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


def test_only_the_package_for_one_user_refuses_allusers(packages: dict[Scope, Path]) -> None:
    refusals = {scope: rows(packages[scope], "LaunchCondition") for scope in SCOPES}
    assert refusals["user"]["Installed OR NOT ALLUSERS"] == [read_product().only_for_one_user]
    assert "Installed OR NOT ALLUSERS" not in refusals["machine"]


def test_versioned_files_are_compared_by_their_version_and_the_others_by_their_hash(
    packages: dict[Scope, Path],
) -> None:
    package = packages["machine"]
    identities = {file_identity(read_product(), name): name for name in FILES}
    found = {identities[key]: cells[3:5] for key, cells in rows(package, "File").items()}
    assert found == {PROGRAM: ["1.2.3.0", "1030"], "lib/own.pyd": ["", ""], "lib/a.txt": ["", ""]}
    assert {identities[key] for key in rows(package, "MsiFileHash")} == {"lib/own.pyd", "lib/a.txt"}


@pytest.mark.parametrize("scope", SCOPES)
def test_the_folder_of_the_first_installation_is_found_again(scope: Scope, packages: dict[Scope, Path]) -> None:
    package = packages[scope]
    (signature,) = rows(package, "AppSearch")[REMEMBERED_FOLDER]
    root, key, name, _kind = rows(package, "RegLocator")[signature]
    written = [cells[:4] for cells in rows(package, "Registry").values() if cells[2] == name]
    assert written == [[root, key, name, "[INSTALLDIR]"]]
    assert rows(package, "CustomAction")["UseRememberedFolder"][1:3] == ["INSTALLDIR", f"[{REMEMBERED_FOLDER}]"]
    for table in ("InstallExecuteSequence", "InstallUISequence"):
        order = {action: int(cells[-1]) for action, cells in rows(package, table).items()}
        assert order["AppSearch"] < order["UseRememberedFolder"] < order["CostInitialize"]
        assert rows(package, table)["UseRememberedFolder"][0] == f"{REMEMBERED_FOLDER} AND NOT INSTALLDIR"


@pytest.mark.parametrize("scope", SCOPES)
def test_each_column_of_each_table_is_described(scope: Scope, packages: dict[Scope, Path]) -> None:
    tables = read_tables(packages[scope])
    described = [(row["Table"], row["Column"]) for row in tables[TABLE].rows]
    assert sorted(described) == sorted((name, column) for name, table in tables.items() for column in table.columns)


def test_columns_are_described_once() -> None:
    named = [(column.table, column.name) for column in read_columns()]
    assert len(set(named)) == len(named)


def test_what_changes_in_a_package_changes_its_code() -> None:
    product = read_product()
    codes = {
        package_code(product, FILES, ["a", "b"]),
        package_code(product, FILES, ["a", "c"]),
        package_code(product, FILES | {"lib/a.txt": b"other"}, ["a", "b"]),
    }
    assert len(codes) == 3
