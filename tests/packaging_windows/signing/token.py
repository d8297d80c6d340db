"""A PKCS#11 token in software (SoftHSM) with the signer's key."""

import os
import subprocess
from pathlib import Path
from typing import NamedTuple

from tests.packaging_windows.signing.authority import Authority

MODULE = Path("/usr/lib/softhsm/libsofthsm2.so")
PIN = "83-Pinkode"
LABEL = "Kommunens nøgle"
URI = "pkcs11:token=Kommunens%20n%C3%B8gle;object=signing"


class SoftToken(NamedTuple):
    """The token, in a folder of its own."""

    folder: Path

    @property
    def configuration(self) -> Path:
        """What `SOFTHSM2_CONF` must name."""
        return self.folder / "softhsm.conf"


def make_token(folder: Path, authority: Authority) -> SoftToken:
    """Makes a token and moves the signer's key to it."""
    token = SoftToken(folder)
    (folder / "tokens").mkdir()
    settings = f"directories.tokendir = {folder / 'tokens'}\nobjectstore.backend = file\nlog.level = ERROR\n"
    token.configuration.write_text(settings, encoding="utf-8")
    _softhsm(token, "--init-token", "--free", "--label", LABEL, "--so-pin", "12345678", "--pin", PIN)
    _softhsm(token, "--import", str(authority.key), "--token", LABEL, "--label", "signing", "--id", "01", "--pin", PIN)
    return token


def _softhsm(token: SoftToken, *words: str) -> None:
    environment = {**os.environ, "SOFTHSM2_CONF": str(token.configuration)}
    subprocess.run(["softhsm2-util", *words], check=True, capture_output=True, timeout=60, env=environment)
