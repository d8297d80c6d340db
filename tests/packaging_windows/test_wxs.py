"""The wixl source of the packages."""

from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from botilbud_desktop.domain.model import replace
from windows_build.additions import added_queries
from windows_build.product import SCOPES, Product, Scope, read_product
from windows_build.registry import association
from windows_build.wxs import Package

FILES = ["Botilbud Desktop.exe", "lib/PySide6/Qt6Core.dll", "lib/PySide6/plugins/platforms/qwindows.dll", "LICENSE"]
SPACE = "{http://schemas.microsoft.com/wix/2006/wi}"


@pytest.fixture(scope="module")
def product() -> Product:
    return read_product()


def written(product: Product, scope: Scope, version: str = "1.2.3") -> Element:
    return ElementTree.fromstring(Package(product, scope, version).wxs(FILES))


def all_of(top: Element, name: str) -> list[Element]:
    return list(top.iter(f"{SPACE}{name}"))


def guids(top: Element) -> list[str]:
    return [component.attrib["Guid"] for component in all_of(top, "Component")]


def test_the_upgrade_codes_are_fixed_for_life(product: Product) -> None:
    """Never change them: upgrades and detection rules find an installed program by these codes."""
    assert product.upgrade_code("user") == "F72B8697-41C4-4453-B195-02261C7859C6"
    assert product.upgrade_code("machine") == "04F0BD93-C016-4FF4-B717-E224DCAEB88F"


@pytest.mark.parametrize("scope", SCOPES)
def test_each_file_is_a_component(product: Product, scope: Scope) -> None:
    top = written(product, scope)
    with_file = [part for part in all_of(top, "Component") if part.find(f"{SPACE}File") is not None]
    assert sorted(part[-1].attrib["Source"] for part in with_file) == sorted(f"stage/{name}" for name in FILES)
    assert len(set(guids(top))) == len(guids(top))
    referred = [part.attrib["Id"] for part in all_of(top, "ComponentRef")]
    assert sorted(referred) == sorted(part.attrib["Id"] for part in all_of(top, "Component"))


@pytest.mark.parametrize("scope", SCOPES)
def test_components_stay_the_same_from_version_to_version_and_the_product_does_not(
    product: Product, scope: Scope
) -> None:
    earlier, later = written(product, scope, "1.2.3"), written(product, scope, "1.3.0")
    assert guids(earlier) == guids(later)
    assert earlier[0].attrib["UpgradeCode"] == later[0].attrib["UpgradeCode"]
    assert earlier[0].attrib["Id"] != later[0].attrib["Id"]


def test_the_scopes_share_no_component_and_no_product(product: Product) -> None:
    user, machine = (written(product, scope) for scope in SCOPES)
    assert not set(guids(user)) & set(guids(machine))
    assert user[0].attrib["Id"] != machine[0].attrib["Id"]


def test_the_same_input_gives_the_same_text(product: Product) -> None:
    assert Package(product, "user", "1.2.3").wxs(FILES) == Package(product, "user", "1.2.3").wxs(reversed(FILES))


def test_for_a_user_nothing_is_written_outside_the_own_profile(product: Product) -> None:
    top = written(product, "user")
    assert all_of(top, "Package")[0].attrib["InstallScope"] == "perUser"
    assert {value.attrib["Root"] for value in all_of(top, "RegistryValue")} == {"HKCU"}
    assert "LocalAppDataFolder" in {folder.attrib["Id"] for folder in all_of(top, "Directory")}
    for component in all_of(top, "Component"):
        assert component[0].attrib["KeyPath"] == "yes"
        assert component[0].tag == f"{SPACE}RegistryValue"


def test_for_a_user_each_folder_removes_itself(product: Product) -> None:
    top = written(product, "user")
    standard = {"TARGETDIR", "LocalAppDataFolder", "ProgramMenuFolder"}
    folders = {folder for folder in all_of(top, "Directory") if folder.attrib["Id"] not in standard}
    removing = {folder for folder in folders if folder.find(f"{SPACE}Component/{SPACE}RemoveFolder") is not None}
    assert removing == folders


def test_for_a_machine_all_of_it_lies_where_applocker_lets_programs_run(product: Product) -> None:
    top = written(product, "machine")
    assert all_of(top, "Package")[0].attrib["InstallScope"] == "perMachine"
    assert {value.attrib["Root"] for value in all_of(top, "RegistryValue")} == {"HKLM"}
    assert "ProgramFiles64Folder" in {folder.attrib["Id"] for folder in all_of(top, "Directory")}
    assert {file.attrib["KeyPath"] for file in all_of(top, "File")} == {"yes"}


@pytest.mark.parametrize("scope", SCOPES)
def test_a_downgrade_is_refused_in_danish(product: Product, scope: Scope) -> None:
    upgrade = all_of(written(product, scope), "MajorUpgrade")[0]
    assert upgrade.attrib["DowngradeErrorMessage"].startswith("Der er allerede installeret en nyere version")


@pytest.mark.parametrize("scope", SCOPES)
def test_windows_can_show_every_text(product: Product, scope: Scope) -> None:
    Package(product, scope, "1.2.3").wxs(FILES).encode("cp1252")


def test_the_shortcut_has_the_identity_of_the_window_that_it_opens(product: Product) -> None:
    shortcut = all_of(written(product, "user"), "Shortcut")[0]
    assert shortcut.attrib["Target"] == "[INSTALLDIR]Botilbud Desktop.exe"
    queries = added_queries(product, {})
    assert any(shortcut.attrib["Id"] in query and product.app_user_model_id in query for query in queries)


def test_drafts_are_opened_with_the_program_and_show_its_icon(product: Product) -> None:
    values = {(value.key, value.name): value.text for value in association(product)}
    draft = values[r"Software\Classes\.botilbud", None]
    command = values[rf"Software\Classes\{draft}\shell\open\command", None]
    assert command == '"[INSTALLDIR]Botilbud Desktop.exe" "%1"'
    assert values[rf"Software\Classes\{draft}\DefaultIcon", None] == "[INSTALLDIR]Botilbud Desktop.exe,-2"
    assert (r"Software\Classes\.botilbud\OpenWithProgids", draft) in values


@pytest.mark.parametrize("scope", SCOPES)
def test_all_of_it_is_registered_among_the_64_bit_programs(product: Product, scope: Scope) -> None:
    """A component without Win64 writes below Wow6432Node, where neither Explorer nor a detection rule looks."""
    assert {part.attrib["Win64"] for part in all_of(written(product, scope), "Component")} == {"yes"}


def test_an_address_is_shown_only_if_there_is_one(product: Product) -> None:
    def shown(of: Product) -> dict[str, str]:
        values = {
            part.attrib["Id"]: part.attrib.get("Value", "") for part in all_of(written(of, "machine"), "Property")
        }
        return {name: values[name] for name in ("ARPHELPLINK", "ARPURLINFOABOUT", "ARPURLUPDATEINFO") if name in values}

    told = {"help_address": "https://example.org/h", "about_address": "https://example.org/a", "update_address": ""}
    assert shown(replace(product, **told)) == {
        "ARPHELPLINK": "https://example.org/h",
        "ARPURLINFOABOUT": "https://example.org/a",
    }


def test_the_addresses_are_such_as_a_browser_opens(product: Product) -> None:
    addresses = (product.help_address, product.about_address, product.update_address)
    assert all(address == "" or address.startswith("https://") for address in addresses)
