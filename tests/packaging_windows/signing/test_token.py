"""Signing with a key on a PKCS#11 token, here SoftHSM, and a time stamping service, here on the loopback."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.packaging_windows.signing.authority import PUBLISHER, Authority, Service
from tests.packaging_windows.signing.conftest import UNSIGNED
from tests.packaging_windows.signing.settings import token_settings, write_secret
from tests.packaging_windows.signing.token import PIN, SoftToken
from tests.packaging_windows.small_packages import MOMENT
from windows_build.errors import BuildError
from windows_build.materials.signer import signer_of
from windows_build.pe import Image
from windows_build.product import SCOPES, Scope
from windows_build.signing import methods
from windows_build.signing.calls import call
from windows_build.signing.settings import read_signing
from windows_build.signing.signature import read_signature
from windows_build.signing.signer import Signer

pytestmark = pytest.mark.usefixtures("token")


def signer(settings: Path, folder: Path) -> Signer:
    return Signer(read_signing(settings), "Botilbud Desktop", MOMENT, folder)


def test_what_nobody_signed_is_signed_with_the_time_and_the_rest_is_as_it_was(
    authority: Authority, service: Service, tmp_path: Path
) -> None:
    by_others = signer(token_settings(tmp_path, authority, service.address), tmp_path).sign_all({"c.dll": image_c()})
    files = {**UNSIGNED, **by_others}
    signed = signer(token_settings(tmp_path, authority, service.address), tmp_path).sign_all(files)
    assert list(signed) == list(files)
    assert [name for name in files if signed[name] == files[name]] == ["LICENSE", "c.dll"]
    for name in UNSIGNED.keys() - {"LICENSE"}:
        assert signer_of(signed[name]) == PUBLISHER
        assert Image(signed[name]).authenticode_hash() == Image(files[name]).authenticode_hash()
        assert read_signature(Image(signed[name]).signature).timestamped
    assert service.asked == 3


def image_c() -> bytes:
    return UNSIGNED["Botilbud Desktop.exe"]


@pytest.mark.parametrize("scope", SCOPES)
def test_a_package_is_signed(
    scope: Scope, packages: dict[Scope, Path], authority: Authority, service: Service, tmp_path: Path
) -> None:
    before = packages[scope].read_bytes()
    after = signer(token_settings(tmp_path, authority, service.address), tmp_path).sign({"a.msi": before})
    assert after["a.msi"] != before
    assert service.asked == 1


def test_the_pin_is_in_no_command_line_and_no_message(
    authority: Authority, service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines: list[str] = []

    def seen(words: list[str | Path], **options: object) -> object:
        lines.extend(map(str, words))
        return real(words, **options)

    real: Callable[..., object] = call
    monkeypatch.setattr(methods, "call", seen)
    signing = read_signing(token_settings(tmp_path, authority, service.address))
    Signer(signing, "x", MOMENT, tmp_path / "work").sign_all(UNSIGNED)
    assert lines
    assert not [line for line in lines if PIN in line]
    assert PIN not in repr(signing)
    left = [path for path in (tmp_path / "work").rglob("*") if path.is_file() and PIN.encode() in path.read_bytes()]
    assert left == []


def test_a_wrong_pin_is_tried_once_and_not_shown(authority: Authority, service: Service, tmp_path: Path) -> None:
    settings = token_settings(tmp_path, authority, service.address)
    write_secret(tmp_path / "pin", "wrong-123456")
    with pytest.raises(BuildError, match=r"refuses the PIN; it was tried once") as refused:
        signer(settings, tmp_path).sign_all(UNSIGNED)
    assert str(refused.value).count("PIN incorrect") == 1
    assert "wrong-123456" not in str(refused.value)


def test_a_token_that_is_not_there_is_told(authority: Authority, service: Service, tmp_path: Path) -> None:
    key = "pkcs11:token=Another;object=signing"
    with pytest.raises(BuildError, match=r"the token is not there.*plugged in"):
        signer(token_settings(tmp_path, authority, service.address, key=key), tmp_path).sign_all(UNSIGNED)


def test_a_key_that_the_token_lacks_is_told(authority: Authority, service: Service, tmp_path: Path) -> None:
    key = "pkcs11:token=Kommunens%20n%C3%B8gle;object=other"
    with pytest.raises(BuildError, match=r"has no such key"):
        signer(token_settings(tmp_path, authority, service.address, key=key), tmp_path).sign_all(UNSIGNED)


def test_a_module_that_is_not_set_up_is_told(
    token: SoftToken, authority: Authority, service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOFTHSM2_CONF", str(token.folder / "none"))
    with pytest.raises(BuildError, match=r"module cannot be used"):
        signer(token_settings(tmp_path, authority, service.address), tmp_path).sign_all(UNSIGNED)


def test_a_machine_without_openssls_way_to_tokens_is_told_what_to_install(
    authority: Authority, service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENSSL_ENGINES", str(tmp_path))
    with pytest.raises(BuildError, match=r"apt-get install libengine-pkcs11-openssl"):
        signer(token_settings(tmp_path, authority, service.address), tmp_path).sign_all(UNSIGNED)


def test_a_certificate_of_another_key_is_told(authority: Authority, service: Service, tmp_path: Path) -> None:
    settings = token_settings(tmp_path, authority, service.address, certificates=str(authority.root))
    with pytest.raises(BuildError, match=r"does not belong to the key"):
        signer(settings, tmp_path).sign_all(UNSIGNED)


def test_a_service_that_cannot_be_reached_is_told(authority: Authority, tmp_path: Path) -> None:
    address = Service(authority)
    address.server_close()
    with pytest.raises(BuildError, match=f"service {address.address} does not answer"):
        signer(token_settings(tmp_path, authority, address.address), tmp_path).sign_all(UNSIGNED)


def test_a_service_that_never_answers_does_not_stop_the_build_for_ever(
    authority: Authority, service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(methods, "_SECONDS", 1)
    service.silent.set()
    with pytest.raises(BuildError, match=r"did not end in time: the time stamping service .* may be silent"):
        signer(token_settings(tmp_path, authority, service.address), tmp_path).sign_all(UNSIGNED)


def test_the_pin_can_be_asked_for_or_come_from_the_environment(
    authority: Authority, service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = token_settings(tmp_path, authority, service.address, pin="ask")
    asked: list[str] = []

    def answered(question: str) -> str:
        asked.append(question)
        return PIN

    one = {"a.exe": image_c()}
    Signer(read_signing(settings, answered), "x", MOMENT, tmp_path / "asked").sign_all(one)
    assert asked == ["PIN: "]
    settings = token_settings(tmp_path, authority, service.address, pin="variable:TOKEN_PIN")
    monkeypatch.setenv("TOKEN_PIN", PIN)
    Signer(read_signing(settings), "x", MOMENT, tmp_path / "given").sign_all(one)
    assert "TOKEN_PIN" not in os.environ
