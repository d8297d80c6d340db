"""Values of an application as JSON has them, for the answers to other programs."""

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from botilbud_desktop.domain.model import Model, json_values


def plain(value: Any) -> Any:
    """Returns a value of an application as JSON has it."""
    match value:
        case Model():
            return json_values(value)
        case tuple() | list():
            return [plain(item) for item in value]
        case dict():
            return {key: plain(item) for key, item in value.items()}
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case Decimal():
            return str(value)
        case _:
            return value
