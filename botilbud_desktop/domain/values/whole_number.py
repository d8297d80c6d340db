"""Whole numbers as a draft file holds them."""

from typing import Annotated

from msgspec import Meta

LARGEST_NUMBER = 999_999_999_999_999
"""Whole numbers of more than 15 digits are refused: other programs cannot keep them exactly in JSON."""

Whole = Annotated[int, Meta(ge=-LARGEST_NUMBER, le=LARGEST_NUMBER)]
