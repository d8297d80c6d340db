"""Certificates, a time stamping service and a token, made once for all tests of signing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.packaging_windows.images import image
from tests.packaging_windows.signing.authority import Authority, Service, make_authority, running
from tests.packaging_windows.signing.token import MODULE, SoftToken, make_token

UNSIGNED = {"Botilbud Desktop.exe": image(["a.dll"]), "lib/æ b.pyd": image(["b.dll"]), "LICENSE": b"text"}


@pytest.fixture(scope="session")
def authority(_programs: None, tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """The authority that made the signer's certificate."""
    return make_authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def service(authority: Authority) -> Iterator[Service]:
    """The authority's time stamping service."""
    with running(Service(authority)) as answering:
        yield answering


@pytest.fixture(scope="session")
def _soft_token(authority: Authority, tmp_path_factory: pytest.TempPathFactory) -> SoftToken:
    if not MODULE.exists() or not any(Path("/usr/lib").glob("*/engines-3/pkcs11.so")):
        pytest.skip("softhsm2 and libengine-pkcs11-openssl are not installed")
    return make_token(tmp_path_factory.mktemp("token"), authority)


@pytest.fixture
def token(_soft_token: SoftToken, monkeypatch: pytest.MonkeyPatch) -> SoftToken:
    """The token, plugged in."""
    monkeypatch.setenv("SOFTHSM2_CONF", str(_soft_token.configuration))
    return _soft_token
