"""Checks a bill of materials by the schema of CycloneDX, without network."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import fastjsonschema

_SCHEMAS = Path(__file__).parent / "cyclonedx"


def check_bill(bill: bytes) -> None:
    """Checks a bill.

    Raises:
        fastjsonschema.JsonSchemaValueException: the schema does not allow it.
    """
    _checker()(json.loads(bill))


@cache
def _checker() -> Any:
    handlers = {"http": _kept, "https": _kept}
    return fastjsonschema.compile(_kept("bom-1.6.SNAPSHOT.schema.json"), handlers=handlers)


def _kept(address: str) -> Any:
    """The kept schema that an address means; another one is an error, since nothing is fetched."""
    return json.loads((_SCHEMAS / address.rpartition("/")[2]).read_text(encoding="utf-8"))
