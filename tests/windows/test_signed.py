"""Packages signed with an external certificate, here one that the test makes itself."""

import hashlib
import subprocess
from pathlib import Path

import pytest

from windows_build.moment import build_moment
from windows_build.pe import Image
from windows_build.places import BUILD
from windows_build.product import read_product
from windows_build.signing import Signature, Signer
from windows_rig.installer import install, place_of, uninstall
from windows_rig.release import Release
from windows_rig.testing import line_of_folder
from windows_rig.wine import Wine

_SUBJECT = "/CN=Botilbud Desktop test/O=Nobody"


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """An untrusted certificate, with its password file beside it."""
    key, own, both = (tmp_path / name for name in ("key.pem", "own.pem", "own.pfx"))
    (tmp_path / "password").write_text("hemmelig", encoding="ascii")
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", _SUBJECT]
    _run(*made, "-addext", "extendedKeyUsage=codeSigning", "-keyout", str(key), "-out", str(own))
    packed = ["openssl", "pkcs12", "-export", "-inkey", str(key), "-in", str(own), "-out", str(both)]
    _run(*packed, "-passout", f"file:{tmp_path / 'password'}")
    return both


@pytest.fixture
def signer(certificate: Path, tmp_path: Path) -> Signer:
    work = tmp_path / "work"
    work.mkdir()
    signature = Signature(certificate, certificate.with_name("password"))
    return Signer(signature, read_product().name, build_moment(), work)


def test_programs_and_unsigned_libraries_get_the_signature_and_the_others_keep_theirs(
    signer: Signer, release: Release, tmp_path: Path
) -> None:
    stage = release.folder / "stage"
    (core,) = (stage / "lib" / "pydantic_core").glob("*.pyd")
    names = ("Botilbud Desktop.exe", line_of_folder(stage).library, core.relative_to(stage).as_posix())
    files = {name: (stage / name).read_bytes() for name in names}
    signed = signer.sign_all(files)
    assert [name for name in names if signed[name] != files[name]] == [names[0], names[2]]
    assert all(Image(data).is_signed for data in signed.values())
    assert signer.sign_all(files) == signed  # the only time is the commit's
    for name in (names[0], names[2]):
        (tmp_path / "one").write_bytes(signed[name])
        assert "Signature verification: ok" in verified(tmp_path / "one", tmp_path / "own.pem")


def test_a_signed_package_can_be_verified_and_installs(
    signer: Signer, release: Release, wine: Wine, tmp_path: Path
) -> None:
    package = release.msi("user")
    signed = BUILD / "signed" / package.name
    signed.parent.mkdir(exist_ok=True)
    signed.write_bytes(signer.sign(package.name, package.read_bytes()))
    assert "Signature verification: ok" in verified(signed, tmp_path / "own.pem")
    install(wine, signed)
    assert release.version in wine.must(place_of(wine, "user").console_program, "--version")
    uninstall(wine, signed)
    again = signer.sign(package.name, package.read_bytes())
    assert hashlib.sha256(again).digest() == hashlib.sha256(signed.read_bytes()).digest()


def verified(path: Path, authority: Path) -> str:
    """The report of osslsigncode on a signature."""
    return _run("osslsigncode", "verify", "-CAfile", str(authority), "-in", str(path))


def _run(*words: str) -> str:
    return subprocess.run(words, check=True, capture_output=True, text=True, timeout=120).stdout
