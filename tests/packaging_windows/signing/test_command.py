"""Signing by a command, as clients of cloud services and HSMs are; here a script of the tests."""

import sys
import time
from pathlib import Path

import pytest

from tests.packaging_windows.signing.authority import PUBLISHER, Authority, Service
from tests.packaging_windows.signing.conftest import UNSIGNED
from tests.packaging_windows.signing.settings import command_settings, write_secret
from tests.packaging_windows.small_packages import MOMENT
from windows_build.errors import BuildError
from windows_build.materials.signer import signer_of
from windows_build.product import Scope
from windows_build.signing.settings import read_signing
from windows_build.signing.signer import Signer

SECRET = "hemmelig-token"
FILES = [name for name in UNSIGNED if name != "LICENSE"]


def words(deed: str, authority: Authority, *files: str, timestamp: str = "{timestamp}") -> list[str]:
    return [sys.executable, str(Path(__file__).with_name("client.py")), deed, str(authority.folder), timestamp, *files]


def signer(settings: Path, folder: Path) -> Signer:
    return Signer(read_signing(settings), "Botilbud Desktop", MOMENT, folder)


@pytest.fixture
def calls(authority: Authority) -> Path:
    """What the client notes of its calls."""
    noted = authority.folder / "calls.txt"
    noted.unlink(missing_ok=True)
    return noted


@pytest.mark.parametrize(
    ("deed", "files", "noted"),
    [
        ("sign", ["{files}"], ["sign 2 "]),
        ("sign", ["{file}"], ["sign 1 ", "sign 1 "]),
        ("sign-to", ["{file}", "{signed}"], ["sign-to 2 ", "sign-to 2 "]),
    ],
)
def test_it_is_called_for_all_files_or_for_each(
    deed: str, files: list[str], noted: list[str], authority: Authority, service: Service, calls: Path, tmp_path: Path
) -> None:
    settings = command_settings(tmp_path, authority, words(deed, authority, *files), service.address)
    signed = signer(settings, tmp_path).sign_all(UNSIGNED)
    assert [signer_of(signed[name]) for name in FILES] == [PUBLISHER, PUBLISHER]
    assert signed["LICENSE"] == UNSIGNED["LICENSE"]
    assert calls.read_text(encoding="utf-8").splitlines() == noted


def test_nothing_to_sign_calls_nothing(authority: Authority, service: Service, calls: Path, tmp_path: Path) -> None:
    settings = command_settings(tmp_path, authority, words("sign", authority, "{files}"), service.address)
    assert signer(settings, tmp_path).sign_all({"LICENSE": b"text"}) == {"LICENSE": b"text"}
    assert not calls.exists()


def test_a_secret_goes_to_its_standard_input_and_into_no_message(
    authority: Authority, service: Service, calls: Path, tmp_path: Path
) -> None:
    write_secret(tmp_path / "secret", SECRET)
    wanted = words("fail", authority, "{files}")
    settings = command_settings(tmp_path, authority, wanted, service.address, input="file:secret")
    with pytest.raises(BuildError, match=r"failed \(3\) for Botilbud Desktop\.exe, æ b\.pyd") as failed:
        signer(settings, tmp_path).sign_all(UNSIGNED)
    assert calls.read_text(encoding="utf-8") == f"fail 2 {SECRET}\n"
    assert "the vault says no to …" in str(failed.value)
    assert SECRET not in str(failed.value)


def test_a_secret_that_stands_in_the_words_is_refused(authority: Authority, service: Service, tmp_path: Path) -> None:
    write_secret(tmp_path / "secret", SECRET)
    wanted = [*words("sign", authority, "{files}"), f"--password={SECRET}"]
    settings = command_settings(tmp_path, authority, wanted, service.address, input="file:secret")
    with pytest.raises(BuildError, match=r"the secret stands in words") as stopped:
        read_signing(settings)
    assert SECRET not in str(stopped.value)


@pytest.mark.parametrize(
    ("deed", "files", "said"),
    [
        ("nothing", ["{files}"], r"Botilbud Desktop\.exe was to be signed, but has no signature"),
        ("nothing", ["{file}", "{signed}"], r"wrote no signed file for Botilbud Desktop\.exe"),
        ("other", ["{files}"], r"Botilbud Desktop\.exe came back from signing with another content"),
    ],
)
def test_its_success_alone_is_not_believed(
    deed: str, files: list[str], said: str, authority: Authority, service: Service, tmp_path: Path
) -> None:
    settings = command_settings(tmp_path, authority, words(deed, authority, *files), service.address)
    with pytest.raises(BuildError, match=said):
        signer(settings, tmp_path).sign_all(UNSIGNED)


def test_a_package_that_is_left_unsigned_or_is_another_one_is_told(
    authority: Authority, service: Service, packages: dict[Scope, Path], tmp_path: Path
) -> None:
    mine, other = (packages[scope].read_bytes() for scope in ("user", "machine"))
    settings = command_settings(tmp_path, authority, words("nothing", authority, "{files}"), service.address)
    with pytest.raises(BuildError, match=r"a\.msi was to be signed, but has no signature"):
        signer(settings, tmp_path).sign({"a.msi": mine})
    signed = signer(
        command_settings(tmp_path, authority, words("sign", authority, "{files}"), service.address), tmp_path
    ).sign({"a.msi": other})
    (tmp_path / "other.msi").write_bytes(signed["a.msi"])
    settings = command_settings(tmp_path, authority, ["cp", str(tmp_path / "other.msi"), "{file}"])
    with pytest.raises(BuildError, match=r"a\.msi came back from signing with another content"):
        signer(settings, tmp_path).sign({"a.msi": mine})


def test_a_signature_without_a_timestamp_is_not_enough(authority: Authority, tmp_path: Path) -> None:
    settings = command_settings(tmp_path, authority, words("sign", authority, "{files}", timestamp=""))
    with pytest.raises(BuildError, match=r"has no timestamp \(RFC 3161\)"):
        signer(settings, tmp_path).sign_all(UNSIGNED)


def test_a_command_that_does_not_end_is_killed_with_all_that_it_started(
    authority: Authority, service: Service, tmp_path: Path
) -> None:
    settings = command_settings(tmp_path, authority, words("wait", authority, "{files}"), service.address, seconds=1)
    began = time.monotonic()
    with pytest.raises(BuildError, match=r"did not end within 1 s"):
        signer(settings, tmp_path).sign_all(UNSIGNED)
    assert time.monotonic() - began < 20


def test_a_command_that_is_not_there_is_told(authority: Authority, tmp_path: Path) -> None:
    settings = command_settings(tmp_path, authority, ["no-such-signer", "{files}"])
    with pytest.raises(BuildError, match=r"no-such-signer cannot be started: No such file"):
        signer(settings, tmp_path).sign_all(UNSIGNED)
