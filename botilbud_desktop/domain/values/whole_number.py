"""Whole numbers as a draft file holds them."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

LARGEST_NUMBER = 999_999_999_999_999
"""Whole numbers of more than 15 digits are refused: other programs cannot keep them exactly in JSON."""

Whole = Annotated[int, Field(ge=-LARGEST_NUMBER, le=LARGEST_NUMBER)]


def _int_itself(value: Any) -> int:
    if type(value) is not int:
        raise ValueError("no whole number")
    return value


OnlyInt = BeforeValidator(_int_itself)
"""Beside a `Literal` of whole numbers, which would take `true` and `1.0` for 1."""
