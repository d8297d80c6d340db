"""The delivered programs and libraries, as rules of AppLocker and WDAC know them."""

from collections.abc import Mapping
from typing import NamedTuple

from windows_build.materials.signer import Certificate, chain_of, signer_of
from windows_build.pe import Image, is_image


class Binary(NamedTuple):
    """One program or library."""

    name: str
    """Its path below the program's folder."""
    size: int
    """Bytes."""
    hash: str
    """The hash of `Image.authenticode_hash`."""
    signer: str
    """Empty if it is not signed."""
    chain: tuple[Certificate, ...]
    """The signer's certificate and those above it."""

    @property
    def is_program(self) -> bool:
        """Whether it is started itself, not loaded by another."""
        return self.name.lower().endswith(".exe")


def binaries_in(files: Mapping[str, bytes]) -> list[Binary]:
    """Returns those among the files, by name.

    Raises:
        ValueError: a signature cannot be read.
    """
    return [
        Binary(name, len(data), Image(data).authenticode_hash(), signer_of(data), tuple(chain_of(data)))
        for name, data in sorted(files.items())
        if is_image(name)
    ]


def binary_list(binaries: list[Binary]) -> bytes:
    """A table with tabs: signer, Authenticode hash, bytes, file."""
    lines = ["signer\tauthenticode_sha256\tbytes\tfile"]
    lines += [f"{one.signer or '(unsigned)'}\t{one.hash}\t{one.size}\t{one.name}" for one in binaries]
    return "".join(f"{line}\r\n" for line in lines).encode()
