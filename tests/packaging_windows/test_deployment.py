"""The rules, lists and facts that the build makes for IT departments."""

import hashlib
import json
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from tests.packaging_windows.images import image
from tests.packaging_windows.signatures import (
    COMMON_NAME,
    COUNTRY,
    ISSUER,
    LOCALITY,
    ORGANISATION,
    certificate,
    name,
    signature,
)
from tests.packaging_windows.small_packages import FILES, VERSION
from windows_build.checksums import checksums
from windows_build.deployment.archive import APPLOCKER, BINARIES, DEFAULT_APPS, WDAC, deployment_files
from windows_build.deployment.archive import FILES as FILE_LIST
from windows_build.deployment.facts import facts, written_values
from windows_build.errors import BuildError
from windows_build.materials.signer import chain_of
from windows_build.pe import Image
from windows_build.product import SCOPES, Scope, read_product
from windows_build.tables.database import package_code_of, read_tables

PRODUCT = read_product()
COMPANY = name((COUNTRY, "FI"), (LOCALITY, "Espoo"), (ORGANISATION, 'A "B", Oy'), (COMMON_NAME, "The Signer"))
NAMELESS = name((COMMON_NAME, "Just a name"))
AUTHORITY = certificate(1, ISSUER)


def signed(owner: bytes) -> bytes:
    """A library signed by its owner, whose certificate is by the root."""
    return image([], signature=signature(2, AUTHORITY, certificate(2, owner)))


BINARY = {
    "own.exe": image(["own.dll"]),
    "lib/a/c.dll": signed(COMPANY),
    "lib/b/c.dll": signed(COMPANY),
    "lib/d.pyd": image([]),
    "lib/e.dll": signed(NAMELESS),
}
DELIVERED = BINARY | {"LICENSE": b"text"}
MADE = deployment_files(PRODUCT, VERSION, DELIVERED)
SI = "{urn:schemas-microsoft-com:sipolicy}"


def collection(kind: str, policy: bytes = MADE[APPLOCKER]) -> Element:
    return next(part for part in ElementTree.fromstring(policy) if part.attrib["Type"] == kind)


def hashes(top: Element) -> set[tuple[str, str]]:
    return {(file.attrib["SourceFileName"], file.attrib["Data"]) for file in top.iter("FileHash")}


def test_applocker_knows_who_names_an_organisation_by_it_and_the_others_by_hash() -> None:
    libraries = collection("Dll")
    publishers = [one.attrib["PublisherName"] for one in libraries.iter("FilePublisherCondition")]
    assert publishers == ['O="A ""B"", OY", L=ESPOO, C=FI']
    expected = {(path[4:], f"0x{Image(BINARY[path]).authenticode_hash()}") for path in ("lib/d.pyd", "lib/e.dll")}
    assert hashes(libraries) == expected


def test_who_signed_libraries_only_may_not_start_programs() -> None:
    programs = collection("Exe")
    assert not list(programs.iter("FilePublisherRule"))
    assert hashes(programs) == {("own.exe", f"0x{Image(BINARY['own.exe']).authenticode_hash()}")}
    own = deployment_files(PRODUCT, VERSION, BINARY | {"own.exe": signed(COMPANY)})
    assert len(list(collection("Exe", own[APPLOCKER]).iter("FilePublisherRule"))) == 1


def test_the_rules_of_applocker_allow_and_switch_nothing_on() -> None:
    policy = ElementTree.fromstring(MADE[APPLOCKER])
    assert {part.attrib["EnforcementMode"] for part in policy} == {"NotConfigured"}
    rules = [rule for part in policy for rule in part]
    assert {(rule.attrib["Action"], rule.attrib["UserOrGroupSid"]) for rule in rules} == {("Allow", "S-1-1-0")}
    assert len({rule.attrib["Id"] for rule in rules}) == len(rules)


def test_wdac_knows_a_signer_by_the_certificate_below_the_root_and_the_name() -> None:
    policy = ElementTree.fromstring(MADE[WDAC])
    found = [(one[0].attrib["Value"], one[1].attrib["Value"]) for one in policy.iter(f"{SI}Signer")]
    leaf = {data: chain_of(data)[0].content_hash() for data in BINARY.values() if Image(data).is_signed}
    assert found == [(leaf[BINARY["lib/e.dll"]], "Just a name"), (leaf[BINARY["lib/a/c.dll"]], "The Signer")]
    by_hash = {one.attrib["FriendlyName"]: one.attrib["Hash"] for one in policy.iter(f"{SI}Allow")}
    assert by_hash == {path: Image(BINARY[path]).authenticode_hash() for path in ("lib/d.pyd", "own.exe")}


def test_the_highest_certificate_below_the_root_counts() -> None:
    middle = name((COMMON_NAME, "In the middle"))
    held = (AUTHORITY, certificate(3, middle), certificate(2, COMPANY, issuer=middle))
    library = image([], signature=signature(2, *held, issuer=middle))
    policy = ElementTree.fromstring(deployment_files(PRODUCT, VERSION, {"a.dll": library})[WDAC])
    (signer,) = policy.iter(f"{SI}Signer")
    assert signer.attrib["Name"] == "In the middle"
    assert signer[0].attrib["Value"] == chain_of(library)[1].content_hash()


def test_each_rule_of_wdac_is_in_force_for_programs() -> None:
    policy = ElementTree.fromstring(MADE[WDAC])
    (scenario,) = policy.iter(f"{SI}SigningScenario")
    assert scenario.attrib["Value"] == "12"
    signers = [one.attrib["ID"] for one in policy.iter(f"{SI}Signer")]
    assert [one.attrib["SignerId"] for one in scenario.iter(f"{SI}AllowedSigner")] == signers
    assert [one.attrib["SignerId"] for one in policy.iter(f"{SI}CiSigner")] == signers
    files = [one.attrib["ID"] for one in policy.iter(f"{SI}Allow")]
    assert [one.attrib["RuleID"] for one in scenario.iter(f"{SI}FileRuleRef")] == files


def test_the_policy_of_wdac_is_one_that_supplements() -> None:
    policy = ElementTree.fromstring(MADE[WDAC])
    assert policy.attrib["PolicyType"] == "Supplemental Policy"
    assert policy.findtext(f"{SI}VersionEx") == f"{VERSION}.0"
    later = ElementTree.fromstring(deployment_files(PRODUCT, "9.0.0", FILES)[WDAC])
    assert policy.findtext(f"{SI}PolicyID") == later.findtext(f"{SI}PolicyID")


def test_a_signature_that_cannot_be_read_stops_the_build() -> None:
    with pytest.raises(BuildError, match=r"signature cannot be read"):
        deployment_files(PRODUCT, VERSION, {"a.dll": image([], signature=b"\x30")})


def test_the_list_names_each_program_and_library_with_its_signer() -> None:
    rows = [line.split("\t") for line in MADE[BINARIES].decode().splitlines()]
    assert rows[0] == ["signer", "authenticode_sha256", "bytes", "file"]
    assert {row[3]: row[0] for row in rows[1:]} == {
        "own.exe": "(unsigned)",
        "lib/a/c.dll": 'A "B", Oy',
        "lib/b/c.dll": 'A "B", Oy',
        "lib/d.pyd": "(unsigned)",
        "lib/e.dll": "Just a name",
    }


@pytest.mark.parametrize("scope", SCOPES)
def test_drafts_get_the_type_that_the_package_registers(scope: Scope, packages: dict[Scope, Path]) -> None:
    (association,) = ElementTree.fromstring(MADE[DEFAULT_APPS])
    about = association.attrib
    registered = values(packages[scope])
    assert registered[rf"Software\Classes\{about['Identifier']}", ""] == about["ProgId"]
    assert registered[r"Software\RegisteredApplications", about["ApplicationName"]]
    capabilities = rf"Software\{about['ApplicationName']}\Capabilities\FileAssociations"
    assert registered[capabilities, about["Identifier"]] == about["ProgId"]


def values(package: Path) -> dict[tuple[str, str], str]:
    """The registry values that a package writes, by key and name."""
    rows = read_tables(package)["Registry"].rows
    return {(row["Key"], row["Name"]): row["Value"] for row in rows}


@pytest.mark.parametrize("scope", SCOPES)
def test_facts_and_registry_say_what_the_tables_say(scope: Scope, packages: dict[Scope, Path]) -> None:
    data = {f"Botilbud-Desktop-{VERSION}-{each}.msi": path.read_bytes() for each, path in packages.items()}
    codes = {each: package_code_of(path) for each, path in packages.items()}
    told = json.loads(facts(PRODUCT, VERSION, FILES, data | {"x.zip": b"x"}, codes))
    tables = read_tables(packages[scope])
    properties = {row["Property"]: row["Value"] for row in tables["Property"].rows}
    own = told["packages"][scope]
    assert own["product_code"] == properties["ProductCode"]
    assert own["package_code"] == codes[scope]
    assert own["upgrade_code"] == properties["UpgradeCode"]
    assert told["version"] == properties["ProductVersion"]
    assert (told["name"], told["publisher"]) == (properties["ProductName"], properties["Manufacturer"])
    assert own["sha256"] == hashlib.sha256(data[own["file"]]).hexdigest()
    assert own["bytes"] == len(data[own["file"]])
    assert told["other_files"] == {"x.zip": hashlib.sha256(b"x").hexdigest()}
    root, key = own["registry_key"].split("\\", 1)
    assert {"HKLM": "2", "HKCU": "1"}[root] in {row["Root"] for row in tables["Registry"].rows if row["Key"] == key}
    written = values(packages[scope])
    assert {name: written[key, name] for name in written_values(FILES)} == {
        "Version": "[ProductVersion]",
        "ProductCode": "[ProductCode]",
        "FilesSha256": told["files_sha256"],
    }


def test_the_facts_say_who_signed_the_program() -> None:
    packages = {f"Botilbud-Desktop-{VERSION}-{scope}.msi": b"" for scope in SCOPES}
    codes: dict[Scope, str] = dict.fromkeys(SCOPES, "{X}")
    for data, signer in ((image([]), ""), (signed(COMPANY), 'A "B", Oy')):
        told = json.loads(facts(PRODUCT, VERSION, {PRODUCT.window_program: data}, packages, codes))
        assert told["signed_by"] == signer


def test_the_hash_of_all_files_is_that_of_the_list() -> None:
    assert written_values(DELIVERED)["FilesSha256"] == hashlib.sha256(MADE[FILE_LIST]).hexdigest()
    assert MADE[FILE_LIST] == checksums(DELIVERED)
    assert written_values(DELIVERED | {"LICENSE": b"other"}) != written_values(DELIVERED)


def test_the_order_of_the_files_changes_nothing() -> None:
    assert deployment_files(PRODUCT, VERSION, dict(reversed(DELIVERED.items()))) == MADE
