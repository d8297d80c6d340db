"""The recipes in the README, in Danish and in English, are what the packages and the build do."""

import json
import re
from pathlib import Path

import platformdirs.windows
import pytest

from botilbud_desktop.storage.paths import APPLICATION, UserFolders, machine_forms_folder
from tests.packaging_windows.readme import DANISH, ENGLISH, RULES, rows, section
from tests.packaging_windows.small_packages import FILES, VERSION
from windows_build.contents import read_contents
from windows_build.deployment.archive import deployment_files
from windows_build.deployment.facts import facts, written_values
from windows_build.msi import package_code
from windows_build.product import SCOPES, Scope, read_product
from windows_build.sbom import cyclonedx
from windows_build.tables.database import Table, read_tables
from windows_build.wxs import OLDEST_BUILD, ROOTS, Package

PRODUCT = read_product()
BOTH = pytest.mark.parametrize("text", [DANISH, ENGLISH], ids=["danish", "english"])
RECIPE = {DANISH: "Opskrift: Intune og Configuration Manager", ENGLISH: "Recipe: Intune and Configuration Manager"}
LEAVER = {DANISH: "Når en medarbejder stopper", ENGLISH: "When somebody leaves"}
SECURITY = {DANISH: "Sikkerhedshuller og nye versioner", ENGLISH: "Security holes and new versions"}
MADE = {f"{PRODUCT.file_stem}-{VERSION}-{scope}.msi": b"" for scope in SCOPES}
CODES: dict[Scope, str] = {"user": "{U}", "machine": "{M}"}
OTHER = FILES | {"lib/a.txt": b"other"}
HIVES = {"HKLM": "HKEY_LOCAL_MACHINE", "HKCU": "HKEY_CURRENT_USER"}
INTUNE = {0: "Success", 3010: "Soft reboot", 1641: "Hard reboot", 1618: "Retry", 1603: "Failed"}
"""The types that Intune gives these codes by itself; whatever else comes has failed."""


@BOTH
def test_each_code_has_the_type_that_intune_gives_it(text: str) -> None:
    found = {int(row[0]): row[2] for row in rows(text) if row[0].isdigit() and len(row) == 3}
    assert set(found) == {0, 1603, 1618, 1625, 1638, 1641, 3010}
    assert {code: INTUNE.get(code, "Failed") for code in found} == found


@BOTH
@pytest.mark.parametrize("scope", SCOPES)
def test_the_recipe_names_files_key_and_value_of_the_package(
    text: str, scope: Scope, packages: dict[Scope, Path]
) -> None:
    column = 1 if scope == "machine" else 2
    told = {row[0]: row for row in rows(section(text, RECIPE[text]))}
    install = told["Install command"][column]
    assert install == f"`msiexec /i {PRODUCT.file_stem}-X.Y.Z-{scope}.msi /qn /norestart`"
    assert told["Install behavior"][column] == ("System" if scope == "machine" else "User")
    key = next(row for name, row in told.items() if "Key path" in name)[column]
    assert key == rf"`{HIVES[ROOTS[scope]]}\{PRODUCT.registry_key}`"
    value = next(row for name, row in told.items() if name.startswith("Value name"))[1]
    written = values(read_tables(packages[scope]))
    name = value.split("`")[1]
    assert written[PRODUCT.registry_key, name] == "[ProductVersion]"


def values(tables: dict[str, Table]) -> dict[tuple[str, str], str]:
    """The registry values that a package writes."""
    return {(row["Key"], row["Name"]): row["Value"] for row in tables["Registry"].rows}


@pytest.mark.parametrize("scope", SCOPES)
def test_the_values_of_the_key_are_all_told(scope: Scope, packages: dict[Scope, Path]) -> None:
    written = {name for key, name in values(read_tables(packages[scope])) if key == PRODUCT.registry_key}
    assert written == {"InstallFolder", *written_values(FILES)}
    for text in (DANISH, ENGLISH):
        assert {name for name in written if f"`{name}`" not in text} == set()


@pytest.mark.parametrize("scope", SCOPES)
def test_the_package_removes_each_earlier_version_itself(scope: Scope, packages: dict[Scope, Path]) -> None:
    """So that supersedence need not uninstall the previous version."""
    upgrades = read_tables(packages[scope])["Upgrade"].rows
    assert {row["UpgradeCode"] for row in upgrades} == {f"{{{PRODUCT.upgrade_code(scope)}}}"}
    (earlier,) = (row for row in upgrades if row["ActionProperty"] == "WIX_UPGRADE_DETECTED")
    only_found = 2
    assert (earlier["VersionMin"] in {"", "0.0.0"}, earlier["VersionMax"]) == (True, VERSION)
    assert not int(earlier["Attributes"]) & only_found


@BOTH
def test_the_requirement_is_the_one_that_the_package_makes(text: str, packages: dict[Scope, Path]) -> None:
    told = section(text, RECIPE[text])
    assert str(OLDEST_BUILD) in told
    searched = read_tables(packages["machine"])["RegLocator"].rows
    (build,) = (row for row in searched if row["Name"] == "CurrentBuildNumber")
    assert f"`{build['Name']}`" in told
    assert rf"`HKLM\{build['Key']}`" in told


@BOTH
def test_the_files_in_the_archive_are_told(text: str) -> None:
    told = {row[0].strip("`") for row in rows(section(text, RULES[text])) if "." in row[0]}
    assert told == set(deployment_files(PRODUCT, VERSION, FILES))
    assert "`NotConfigured`" in section(text, RULES[text])


@BOTH
def test_what_nobody_signed_is_told_by_its_package(text: str) -> None:
    (unsigned,) = (row[1] for row in rows(section(text, RULES[text])) if row[0] == "`(unsigned)`")
    named = re.findall("`(.*?)`", unsigned)
    assert named[:2] == [PRODUCT.window_program, PRODUCT.console_program]
    kept = [pattern for wheel in read_contents().wheels for pattern in wheel.keep]
    assert [name for name in named[2:] if not any(pattern.startswith(f"{name}/") for pattern in kept)] == []


@BOTH
def test_all_that_the_program_keeps_lies_in_the_one_folder_that_is_deleted(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platformdirs.windows, "get_win_folder", lambda _name: "%LOCALAPPDATA%")
    on_windows = platformdirs.windows.Windows(APPLICATION, appauthor=False)
    own = {on_windows.user_state_dir, on_windows.user_config_dir, on_windows.user_data_dir}
    (folder,) = {place.replace("/", "\\") for place in own}
    told = section(text, LEAVER[text])
    assert f'rmdir /s /q "{folder}"' in told
    folders = UserFolders.of_this_user()
    for inside in (folders.receipts, folders.versions, folders.recovery):
        assert f"`{folder}\\{inside.name}`" in told
    assert f"`%ProgramData%\\{machine_forms_folder().parent.name}`" in told
    assert "LOCALAPPDATA%\\State" not in text


@BOTH
def test_the_addresses_are_told_and_where_they_stand(text: str) -> None:
    told = section(text, SECURITY[text])
    assert f"»{PRODUCT.contact}«" in told
    for name in ("security_contact", "update_address", "help_address", "about_address"):
        assert f"`{name}`" in told
    known = PRODUCT.model_copy(update={"security_contact": "mailto:it@by.dk", "update_address": "https://by.dk/nyt"})
    begun = PRODUCT.report_holes.partition("{")[0]
    assert f"»{begun}…«" in " ".join(told.split())
    assert known.told_comments == f"{PRODUCT.comments} {begun}it@by.dk."
    for made, file in (
        (facts(known, VERSION, FILES, MADE, CODES), ".json"),
        (cyclonedx(known, VERSION, [], 0), ".cdx.json"),
    ):
        assert f"`{PRODUCT.file_stem}-X.Y.Z{file}`" in told
        assert all(address in made.decode() for address in ("mailto:it@by.dk", "https://by.dk/nyt"))


@BOTH
def test_the_command_that_puts_a_build_in_the_place_of_another_one(text: str, packages: dict[Scope, Path]) -> None:
    """It recaches the package and writes all files, as an installation does by itself."""
    usual = {row["Property"]: row["Value"] for row in read_tables(packages["machine"])["Property"].rows}
    command = f"msiexec /i {PRODUCT.file_stem}-X.Y.Z-machine.msi REINSTALL=ALL REINSTALLMODE=v{usual['REINSTALLMODE']}"
    assert f"    {command} /qn /norestart\n" in text
    told = json.loads(facts(PRODUCT, VERSION, FILES, MADE, CODES))
    for name in (told, told["packages"]["user"]):
        assert [key for key in ("signed_by", "package_code") if key in name and f"`{key}`" in text]


@BOTH
def test_the_type_of_drafts_is_the_one_that_is_registered(text: str) -> None:
    assert f"`{PRODUCT.extension}`" in text
    assert f"`{PRODUCT.prog_id}`" in text
    assert "Import-DefaultAppAssociations:default-apps.xml" in text


@BOTH
def test_the_limits_of_size_are_those_of_the_build(text: str) -> None:
    limits = read_contents().limits
    assert f"{limits.msi // 1_000_000} MB" in text
    assert f"{limits.installed // 1_000_000} MB" in text


@pytest.mark.parametrize("scope", SCOPES)
def test_another_build_of_a_version_is_the_same_product_in_another_package(scope: Scope) -> None:
    """So that Windows Installer ends with 1638 where the first is installed."""
    texts = [Package(PRODUCT, scope, VERSION).wxs(files, written_values(files)) for files in (FILES, OTHER)]
    products = [re.findall(r'<Product Id="(.*?)"', text) for text in texts]
    assert products[0] == products[1] == [PRODUCT.product_code(scope, VERSION)]
    assert package_code(PRODUCT, FILES, texts[:1]) != package_code(PRODUCT, OTHER, texts[1:])
