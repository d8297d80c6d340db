"""What is checked of a signature after signing."""

import subprocess
from pathlib import Path

import pytest

from tests.packaging_windows.signing.authority import PASSWORD, PUBLISHER, Authority, Service, make_authority
from tests.packaging_windows.signing.conftest import UNSIGNED
from tests.packaging_windows.signing.settings import token_settings
from tests.packaging_windows.small_packages import MOMENT
from windows_build.errors import BuildError
from windows_build.signing.check import Expected, check_signed
from windows_build.signing.settings import key_in_a_file, read_signing
from windows_build.signing.signer import Signer

NAME = "Botilbud Desktop.exe"


@pytest.fixture
def unsigned(tmp_path: Path) -> Path:
    """A program as it was built."""
    path = tmp_path / "before.exe"
    path.write_bytes(UNSIGNED[NAME])
    return path


@pytest.fixture
def signed(authority: Authority, tmp_path: Path) -> Path:
    """The same program, signed without a timestamp."""
    signing = key_in_a_file(authority.key_file, authority.password_file)
    data = Signer(signing, "x", MOMENT, tmp_path / "work").sign_all({NAME: UNSIGNED[NAME]})[NAME]
    path = tmp_path / NAME
    path.write_bytes(data)
    return path


@pytest.fixture
def expected(authority: Authority) -> Expected:
    """What the program shows."""
    return Expected(PUBLISHER, authority.root, timestamped=False)


def test_what_is_right_passes(signed: Path, unsigned: Path, expected: Expected, tmp_path: Path) -> None:
    check_signed(signed, unsigned, expected, tmp_path)
    check_signed(signed, unsigned, expected._replace(publisher="Underskrift"), tmp_path)
    check_signed(signed, unsigned, expected._replace(publisher="", roots=None), tmp_path)


def test_another_publisher_is_told(signed: Path, unsigned: Path, expected: Expected, tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=f"is signed by »{PUBLISHER}«, not by »Nabobyen«"):
        check_signed(signed, unsigned, expected._replace(publisher="Nabobyen"), tmp_path)


def test_roots_that_it_does_not_lead_to_are_told(
    signed: Path, unsigned: Path, expected: Expected, tmp_path: Path
) -> None:
    (tmp_path / "foreign").mkdir()
    foreign = make_authority(tmp_path / "foreign")
    with pytest.raises(BuildError, match=r"the signature of Botilbud Desktop\.exe does not hold up to the roots"):
        check_signed(signed, unsigned, expected._replace(roots=foreign.root), tmp_path)


def test_a_file_that_was_changed_after_signing_is_told(
    signed: Path, unsigned: Path, expected: Expected, tmp_path: Path
) -> None:
    data = bytearray(signed.read_bytes())
    data[0x210] ^= 1
    signed.write_bytes(data)
    with pytest.raises(BuildError, match=r"the signature of Botilbud Desktop\.exe does not hold"):
        check_signed(signed, unsigned, expected, tmp_path)


@pytest.mark.parametrize("kind", ["sha1", "sha384"])
def test_a_signature_over_another_hash_is_told(
    kind: str, authority: Authority, unsigned: Path, expected: Expected, tmp_path: Path
) -> None:
    signed = tmp_path / NAME
    key: list[str | Path] = ["-pkcs12", authority.key_file, "-readpass", authority.password_file]
    subprocess.run(["osslsigncode", "sign", *key, "-h", kind, "-in", unsigned, "-out", signed], check=True)
    with pytest.raises(BuildError, match=r"another hash than SHA-256"):
        check_signed(signed, unsigned, expected, tmp_path)


def test_a_timestamp_of_a_service_that_the_roots_do_not_know_is_told(
    token: object, authority: Authority, service: Service, unsigned: Path, tmp_path: Path
) -> None:
    (tmp_path / "foreign").mkdir()
    service.authority = make_authority(tmp_path / "foreign")
    settings = token_settings(tmp_path, authority, service.address)
    with pytest.raises(BuildError, match=r"the timestamp of Botilbud Desktop\.exe does not hold"):
        Signer(read_signing(settings), "x", MOMENT, tmp_path / "work").sign_all({NAME: UNSIGNED[NAME]})


def test_a_signature_without_a_timestamp_has_the_given_time_and_the_same_bytes(
    authority: Authority, signed: Path, tmp_path: Path
) -> None:
    signing = key_in_a_file(authority.key_file, authority.password_file)
    again = Signer(signing, "x", MOMENT, tmp_path / "again").sign_all({NAME: UNSIGNED[NAME]})[NAME]
    other = Signer(signing, "x", MOMENT + 60, tmp_path / "other").sign_all({NAME: UNSIGNED[NAME]})[NAME]
    assert again == signed.read_bytes() != other


def test_a_wrong_password_is_told_and_not_shown(authority: Authority, tmp_path: Path) -> None:
    password = tmp_path / "password"
    password.write_text("x" * 20, encoding="utf-8")
    password.chmod(0o600)
    with pytest.raises(BuildError, match=r"the password does not open the file") as refused:
        Signer(key_in_a_file(authority.key_file, password), "x", MOMENT, tmp_path).sign_all(UNSIGNED)
    assert "x" * 20 not in str(refused.value)
    assert PASSWORD not in str(refused.value)
