"""ZIP files that come out the same each time."""

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime

_FILE = 0o100644 << 16
_ON_UNIX = 3


def zip_bytes(files: Mapping[str, bytes], moment: int, *, compressed: bool) -> bytes:
    """A ZIP file of these files, in the order of their names, all with the same time.

    Args:
        files: their content by their path.
        moment: seconds since 1970.
        compressed: whether they are; a module is loaded faster from a ZIP file in which it is not.
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
