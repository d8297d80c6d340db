"""Botilbud Desktop: draft, check and print an application for the botilbud loan pool."""

import types
from datetime import datetime_CAPI

__version__ = "0.1.0"

# `types.CapsuleType` would load `_socket` when pydantic asks for it. The Windows build has no network modules.
vars(types).setdefault("CapsuleType", type(datetime_CAPI))
