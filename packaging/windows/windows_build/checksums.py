"""Hashes in the format of `sha256sum --check`."""

import hashlib
from collections.abc import Mapping


def checksums(files: Mapping[str, bytes]) -> bytes:
    """The SHA-256 of each file, by name."""
    lines = [f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items())]
    return "".join(lines).encode()
