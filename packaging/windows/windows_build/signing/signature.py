"""What an Authenticode signature says, read from its DER: who, over what, and when."""

from typing import NamedTuple

from windows_build.materials.der import Value, read_values
from windows_build.materials.signer import Certificate, chain_in

SHA256 = bytes.fromhex("608648016503040201")
"""Object identifier of the hash."""
_TIMESTAMP = bytes.fromhex("2b060104018237030301")
"""Object identifier of a timestamp by RFC 3161 among a signature's unsigned attributes."""
_UNSIGNED = 0xA1


class Signature(NamedTuple):
    """One signature."""

    chain: list[Certificate]
    """The signer's certificate and those above it, as far as it holds them."""
    digest_kind: bytes
    """Object identifier of the hash of the file."""
    digest: str
    """The file's hash that was signed, in upper-case digits."""
    timestamped: bool
    """Whether it has a timestamp by RFC 3161; whether that holds is not checked."""


def read_signature(data: bytes) -> Signature:
    """Reads a signature (PKCS#7 in DER).

    Raises:
        ValueError: it is not of the form that Windows uses.
    """
    chain = chain_in(data)
    try:
        signed = next(read_values(data)).values()[1].values()[0].values()
        kind, digest = _hash(signed[2])
        signer = signed[-1].values()[0].values()
        attributes = [one for value in signer if value.tag == _UNSIGNED for one in value.values()]
        stamped = any(one.values()[0].data == _TIMESTAMP for one in attributes)
    except (IndexError, StopIteration, ValueError) as error:
        raise ValueError("the signature cannot be read") from error
    return Signature(chain, kind, digest.hex().upper(), stamped)


def _hash(content: Value) -> tuple[bytes, bytes]:
    """Kind and value of the file's hash in the content that was signed."""
    _kind, about = content.values()
    _data, info = about.values()[0].values()
    algorithm, digest = info.values()
    return algorithm.values()[0].data, digest.data
