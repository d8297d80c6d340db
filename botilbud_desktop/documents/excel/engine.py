"""The only module that imports xlsxwriter, which is untyped and by default makes formulas and links of texts."""

from io import BytesIO
from typing import Any

from xlsxwriter import Workbook as _Workbook

type Workbook = Any
type Worksheet = Any
type Format = Any

_OPTIONS = {
    "in_memory": True,  # the parts have a fixed time, so the same content gives the same bytes
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}


def new_workbook(target: BytesIO) -> Workbook:
    """Returns an empty workbook that is written into `target` when it is closed."""
    return _Workbook(target, _OPTIONS)
