"""Who signed a Windows program or library, as its signature says. Whether the signature holds is not checked."""

from collections.abc import Iterator
from typing import NamedTuple

from windows_build.pe import Image

_ORGANISATION, _COMMON_NAME = b"\x55\x04\x0a", b"\x55\x04\x03"
_INTEGER, _CERTIFICATES = 0x02, 0xA0
_LONG = 0x80


class _Value(NamedTuple):
    """One value in DER."""

    tag: int
    data: bytes

    def values(self) -> list["_Value"]:
        """The values within."""
        return list(_values(self.data))


def signer_of(data: bytes) -> str:
    """The organisation, else the name, in the certificate that a file was signed with; empty if it is not signed.

    Raises:
        ValueError: the signature is not of the form that Windows uses.
    """
    image = Image(data)
    if not image.is_signed:
        return ""
    try:
        signed = next(_values(image.signature)).values()[1].values()[0].values()
        certificates = next(value for value in signed if value.tag == _CERTIFICATES).values()
        issuer, serial = signed[-1].values()[0].values()[1].values()[:2]
        for certificate in certificates:
            fields = certificate.values()[0].values()
            own = next(place for place, value in enumerate(fields) if value.tag == _INTEGER)
            if (fields[own], fields[own + 2]) == (serial, issuer):
                return _name(fields[own + 4])
    except (IndexError, StopIteration) as error:
        raise ValueError("the signature cannot be read") from error
    raise ValueError("the signature lacks the signer's certificate")


def _name(subject: _Value) -> str:
    names = {}
    for attributes in subject.values():
        for attribute in attributes.values():
            kind, text = attribute.values()
            names[kind.data] = text.data.decode("utf-8", "replace")
    return names.get(_ORGANISATION) or names.get(_COMMON_NAME, "")


def _values(data: bytes) -> Iterator[_Value]:
    place = 0
    while place < len(data):
        tag, length, place = data[place], data[place + 1], place + 2
        if length & _LONG:
            width = length & ~_LONG
            length, place = int.from_bytes(data[place : place + width]), place + width
        yield _Value(tag, data[place : place + length])
        place += length
