"""The application as plain JSON values, in the key order of the file format, and the digest of such values."""

import hashlib
import json
from collections.abc import Collection, Mapping
from typing import Any

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import json_values


def as_json_values(application: Application, without: Collection[str] = ()) -> dict[str, Any]:
    """Returns the application as dicts, lists, strings, whole numbers and None, keys in the order of the format.

    `without` are keys that are left out.
    """
    return json_values(application, without)


def digest_of_values(values: Mapping[str, Any]) -> str:
    """Returns `sha256:` and the digest of the canonical JSON: sorted keys, no whitespace, UTF-8."""
    canonical = json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return "sha256:" + hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
