"""Reproducible ZIP files."""

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime

_FILE = 0o100644 << 16
_ON_UNIX = 3


def zip_bytes(files: Mapping[str, bytes], moment: int, *, compressed: bool) -> bytes:
    """Returns a ZIP file of these files, sorted by name, all with the same time.

    Args:
        files: content by path.
        moment: seconds since 1970.
        compressed: whether to compress; a module loads faster from an uncompressed ZIP file.
    """
    time = datetime.fromtimestamp(moment, UTC)
    kind = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, (time.year, time.month, time.day, time.hour, time.minute, time.second & ~1))
            entry.compress_type, entry.external_attr, entry.create_system = kind, _FILE, _ON_UNIX
            archive.writestr(entry, files[name], compresslevel=9 if compressed else None)
    return buffer.getvalue()
