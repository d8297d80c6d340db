"""A signed build is the same product as the unsigned one of its version, in another package.

Windows Installer then ends with 1638 where the other one is installed, and takes the signed one in its place only when
told to: `packaging/windows/README.md`. With a product code of its own, both would be installed beside each other.
"""

from pathlib import Path

import pytest

from tests.packaging_windows.signing.authority import Authority
from tests.packaging_windows.small_packages import FILES, MOMENT, PROGRAM, VERSION, built
from windows_build.file_version import file_version
from windows_build.pe import Image
from windows_build.product import SCOPES, Scope
from windows_build.signing.settings import key_in_a_file
from windows_build.signing.signer import Signer
from windows_build.tables.database import package_code_of, read_tables


@pytest.fixture
def signer(authority: Authority, tmp_path: Path) -> Signer:
    return Signer(key_in_a_file(authority.key_file, authority.password_file), "x", MOMENT, tmp_path / "signing")


def properties(package: Path) -> dict[str, str]:
    return {row["Property"]: row["Value"] for row in read_tables(package)["Property"].rows}


@pytest.mark.parametrize("scope", SCOPES)
def test_signed_and_unsigned_have_one_product_code_and_two_package_codes(
    scope: Scope, packages: dict[Scope, Path], signer: Signer, tmp_path: Path
) -> None:
    package = built(scope, tmp_path / "signed", signer.sign_all(FILES))
    plain, signed = properties(packages[scope]), properties(package)
    for name in ("ProductCode", "UpgradeCode", "ProductVersion"):
        assert signed[name] == plain[name]
    assert package_code_of(package) != package_code_of(packages[scope])
    again = built(scope, tmp_path / "again", signer.sign_all(FILES))
    assert package_code_of(again) == package_code_of(package)


@pytest.mark.parametrize("scope", SCOPES)
def test_signing_the_package_leaves_its_codes_and_the_same_key_gives_the_same_bytes(
    scope: Scope, packages: dict[Scope, Path], signer: Signer, tmp_path: Path
) -> None:
    before = packages[scope].read_bytes()
    after = tmp_path / "signed.msi"
    after.write_bytes(signer.sign({"a.msi": before})["a.msi"])
    assert package_code_of(after) == package_code_of(packages[scope])
    assert properties(after) == properties(packages[scope])
    assert signer.sign({"a.msi": before})["a.msi"] == after.read_bytes()


@pytest.mark.parametrize("scope", SCOPES)
def test_the_same_version_is_no_upgrade(scope: Scope, packages: dict[Scope, Path]) -> None:
    """Neither older nor newer: both rows of the table leave the version itself out."""
    includes_oldest, includes_newest = 0x100, 0x200
    found = {row["ActionProperty"]: row for row in read_tables(packages[scope])["Upgrade"].rows}
    earlier, newer = found["WIX_UPGRADE_DETECTED"], found["WIX_DOWNGRADE_DETECTED"]
    assert (earlier["VersionMax"], newer["VersionMin"]) == (VERSION, VERSION)
    assert not int(earlier["Attributes"]) & includes_newest
    assert not int(newer["Attributes"]) & includes_oldest


def test_a_signed_program_has_the_version_of_the_unsigned_one(signer: Signer) -> None:
    """Which is why replacing it needs `REINSTALLMODE` with `a`: by its version alone it is left."""
    signed = signer.sign_all(FILES)
    assert Image(signed[PROGRAM]).is_signed
    assert file_version(PROGRAM, signed[PROGRAM]) == file_version(PROGRAM, FILES[PROGRAM])
