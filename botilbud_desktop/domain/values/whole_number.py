"""Whole numbers as a draft file stores them."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

LARGEST_NUMBER = 999_999_999_999_999
"""Whole numbers of more than 15 digits are refused: other programs cannot keep them exactly in JSON."""

Whole = Annotated[int, Field(ge=-LARGEST_NUMBER, le=LARGEST_NUMBER)]


def _exact_int(value: Any) -> int:
    if type(value) is not int:
        raise ValueError("no whole number")
    return value


OnlyInt = BeforeValidator(_exact_int)
"""For use with a `Literal` of whole numbers, which alone would accept `true` and `1.0` as 1."""
