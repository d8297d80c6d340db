"""The JSON Schemas of the files that others write or read by script: drafts and rounds."""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import Model
from botilbud_desktop.domain.round_form import RoundForm

SCHEMAS: Mapping[str, type[Model]] = MappingProxyType({"draft": Application, "round": RoundForm})
"""The name of each schema, and the model that it is made from."""

_DIALECT = {"$schema": GenerateJsonSchema.schema_dialect}


class _WithoutTitles(GenerateJsonSchema):
    """Omits titles, since pydantic would repeat each key as its title."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def schema_text(kind: type[Model]) -> str:
    """Returns the schema as the text of its file. It cannot express every rule, such as the order of years."""
    schema = _DIALECT | kind.model_json_schema(schema_generator=_WithoutTitles)
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
