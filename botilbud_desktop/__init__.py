"""Botilbud Desktop: draft, check and print an application for the botilbud loan pool."""

import sys
import types
from datetime import datetime_CAPI

__version__ = "0.1.0"

# `types.CapsuleType` would load `_socket` when pydantic asks for it. The Windows build has no network modules.
vars(types).setdefault("CapsuleType", type(datetime_CAPI))

# Without `_hashlib`, Python's own SHA-256 is used and OpenSSL is not loaded (3 MB). The Windows build does not have it.
sys.modules.setdefault("_hashlib", None)  # type: ignore[arg-type]
