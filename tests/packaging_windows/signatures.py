"""Minimal signatures and certificates, made by the tests."""


def der(tag: int, *parts: bytes) -> bytes:
    """One value in DER."""
    data = b"".join(parts)
    length = bytes([len(data)]) if len(data) < 0x80 else b"\x82" + len(data).to_bytes(2)
    return bytes([tag]) + length + data


def name(*attributes: tuple[bytes, str]) -> bytes:
    """A name in a certificate."""
    return der(0x30, *(der(0x31, der(0x30, der(6, kind), der(12, text.encode()))) for kind, text in attributes))


def certificate(serial: int, subject: bytes, *, issuer: bytes = b"", versioned: bool = True) -> bytes:
    """A certificate by an issuer, `ISSUER` unless another is given, who signs with RSA and SHA-256."""
    version = der(0xA0, der(2, b"\x02")) if versioned else b""
    inner = (version, der(2, bytes([serial])), der(0x30), issuer or ISSUER, der(0x30), subject, der(0x30, bytes(200)))
    return der(0x30, der(0x30, *inner), der(0x30, der(6, RSA_WITH_SHA256)))


ORGANISATION, COMMON_NAME = b"\x55\x04\x0a", b"\x55\x04\x03"
LOCALITY, COUNTRY = b"\x55\x04\x07", b"\x55\x04\x06"
RSA_WITH_SHA256 = bytes.fromhex("2a864886f70d01010b")
ISSUER = name((COMMON_NAME, "An issuer"))


def signature(serial: int, *certificates: bytes, issuer: bytes = b"") -> bytes:
    """A signature made with the certificate of this number and issuer."""
    by = der(0x31, der(0x30, der(2, b"\x01"), der(0x30, issuer or ISSUER, der(2, bytes([serial]))), der(0x30)))
    content = der(0x30, der(2, b"\x01"), der(0x31), der(0x30), der(0xA0, *certificates), by)
    return der(0x30, der(6, b"\x2a"), der(0xA0, content))
