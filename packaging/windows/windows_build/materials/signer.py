"""Who signed a Windows program or library, as its signature says. Whether the signature holds is not checked."""

import base64
import hashlib
import textwrap
from collections.abc import Mapping
from typing import NamedTuple

from windows_build.materials.der import Value, read_values
from windows_build.pe import Image

_INTEGER, _CERTIFICATES = 0x02, 0xA0
_NAMES: Mapping[bytes, str] = {
    b"\x55\x04\x03": "CN",
    b"\x55\x04\x06": "C",
    b"\x55\x04\x07": "L",
    b"\x55\x04\x08": "S",
    b"\x55\x04\x0a": "O",
}
"""The parts of a subject, by object identifier, as Windows abbreviates them."""
_HASHES: Mapping[bytes, str] = {
    bytes.fromhex("2a864886f70d01010b"): "sha256",
    bytes.fromhex("2a864886f70d01010c"): "sha384",
    bytes.fromhex("2a864886f70d01010d"): "sha512",
    bytes.fromhex("2a8648ce3d040302"): "sha256",
    bytes.fromhex("2a8648ce3d040303"): "sha384",
}
"""The hash in a certificate's own signature, by object identifier: RSA and ECDSA."""


class Certificate(NamedTuple):
    """One certificate in a signature."""

    value: Value

    @property
    def key(self) -> tuple[bytes, bytes]:
        """Issuer and serial number, by which a signature names it."""
        return self._parts()[2].whole, self._parts()[0].whole

    @property
    def issuer(self) -> bytes:
        """The issuer's name in DER."""
        return self._parts()[2].whole

    @property
    def owner(self) -> bytes:
        """The owner's name in DER."""
        return self._parts()[4].whole

    @property
    def names(self) -> dict[str, str]:
        """The parts of the owner's name: `CN`, `O`, `L`, `S`, `C`, those that are there."""
        names = {}
        for attributes in self._parts()[4].values():
            for attribute in attributes.values():
                kind, text = attribute.values()
                if kind.data in _NAMES:
                    names[_NAMES[kind.data]] = text.data.decode("utf-8", "replace")
        return names

    @property
    def pem(self) -> str:
        """The certificate as text, as programs read it."""
        lines = textwrap.wrap(base64.b64encode(self.value.whole).decode("ascii"), 64)
        return "\n".join(["-----BEGIN CERTIFICATE-----", *lines, "-----END CERTIFICATE-----", ""])

    def content_hash(self) -> str:
        """The hash by which WDAC knows it, in upper-case digits.

        Raises:
            ValueError: the kind of its issuer's signature is unknown.
        """
        content, kind = self.value.values()[:2]
        hashed_by = _HASHES.get(kind.values()[0].data)
        if hashed_by is None:
            raise ValueError("a certificate is signed in a way that is unknown here")
        return hashlib.new(hashed_by, content.whole).hexdigest().upper()

    def _parts(self) -> list[Value]:
        """Serial number, kind of signature, issuer, period, owner …, whether or not a version stands first."""
        parts = self.value.values()[0].values()
        return parts[next(place for place, value in enumerate(parts) if value.tag == _INTEGER) :]


def signer_of(data: bytes) -> str:
    """The organisation, else the name, in the certificate that a file was signed with; empty if it is not signed.

    Raises:
        ValueError: the signature is not of the form that Windows uses.
    """
    chain = chain_of(data)
    return (chain[0].names.get("O") or chain[0].names.get("CN", "")) if chain else ""


def chain_of(data: bytes) -> list[Certificate]:
    """The signer's certificate and those above it, as far as the signature holds them; empty if it is not signed.

    Raises:
        ValueError: the signature is not of the form that Windows uses.
    """
    image = Image(data)
    return chain_in(image.signature) if image.is_signed else []


def chain_in(signature: bytes) -> list[Certificate]:
    """The signer's certificate and those above it, as far as the signature (PKCS#7 in DER) holds them.

    Raises:
        ValueError: the signature is not of the form that Windows uses.
    """
    try:
        signed = next(read_values(signature)).values()[1].values()[0].values()
        held = next(value for value in signed if value.tag == _CERTIFICATES).values()
        certificates = [Certificate(value) for value in held]
        named = tuple(value.whole for value in signed[-1].values()[0].values()[1].values()[:2])
        signer = next((one for one in certificates if one.key == named), None)
    except (IndexError, StopIteration) as error:
        raise ValueError("the signature cannot be read") from error
    return _upwards(signer, certificates)


def _upwards(signer: Certificate | None, certificates: list[Certificate]) -> list[Certificate]:
    if signer is None:
        raise ValueError("the signature lacks the signer's certificate")
    chain, owners = [signer], {one.owner: one for one in certificates}
    while chain[-1].issuer in owners and owners[chain[-1].issuer] not in chain:
        chain.append(owners[chain[-1].issuer])
    return chain
