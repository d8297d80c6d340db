"""What the frozen models of the domain have in common."""

from typing import Any

import msgspec


def replace[Model: msgspec.Struct](model: Model, **changes: Any) -> Model:
    """A copy of a frozen model in which some fields have other values. The values are not checked."""
    return msgspec.structs.replace(model, **changes)
