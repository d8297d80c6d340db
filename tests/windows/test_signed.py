"""Packages signed with an external certificate, here one that the test makes itself."""

import hashlib
from pathlib import Path

import pytest

from tests.packaging_windows.signing.authority import PUBLISHER, make_authority
from windows_build.materials.signer import signer_of
from windows_build.moment import build_moment
from windows_build.pe import Image
from windows_build.places import BUILD
from windows_build.product import read_product
from windows_build.signing.settings import key_in_a_file
from windows_build.signing.signer import Signer
from windows_rig.installer import install, place_of, uninstall
from windows_rig.release import Release
from windows_rig.testing import line_of_folder
from windows_rig.wine import Wine


@pytest.fixture
def signer(tmp_path: Path) -> Signer:
    authority = make_authority(tmp_path)
    signing = key_in_a_file(authority.key_file, authority.password_file)
    return Signer(signing, read_product().name, build_moment(), tmp_path / "work")


def test_programs_and_unsigned_libraries_get_the_signature_and_the_others_keep_theirs(
    signer: Signer, release: Release
) -> None:
    stage = release.folder / "stage"
    (core,) = (stage / "lib" / "pydantic_core").glob("*.pyd")
    names = ("Botilbud Desktop.exe", line_of_folder(stage).library, core.relative_to(stage).as_posix())
    files = {name: (stage / name).read_bytes() for name in names}
    signed = signer.sign_all(files)
    assert [name for name in names if signed[name] != files[name]] == [names[0], names[2]]
    assert [signer_of(signed[names[0]]), signer_of(signed[names[2]])] == [PUBLISHER, PUBLISHER]
    assert all(Image(data).is_signed for data in signed.values())
    assert signer.sign_all(files) == signed  # the only time is the commit's


def test_a_signed_package_is_verified_and_installs(signer: Signer, release: Release, wine: Wine) -> None:
    package = release.msi("user")
    data = signer.sign({package.name: package.read_bytes()})[package.name]
    signed = BUILD / "signed" / package.name
    signed.parent.mkdir(exist_ok=True)
    signed.write_bytes(data)
    install(wine, signed)
    assert release.version in wine.must(place_of(wine, "user").console_program, "--version")
    uninstall(wine, signed)
    again = signer.sign({package.name: package.read_bytes()})[package.name]
    assert hashlib.sha256(again).digest() == hashlib.sha256(data).digest()
