"""The JSON Schemas of the files that others write or read by script: the contract of a draft and of a round."""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import Model
from botilbud_desktop.domain.round_form import RoundForm

SCHEMAS: Mapping[str, type[Model]] = MappingProxyType({"draft": Application, "round": RoundForm})
"""What there is a schema of, and the model that it is made from."""

_DIALECT = {"$schema": GenerateJsonSchema.schema_dialect}


class _WithoutTitles(GenerateJsonSchema):
    """pydantic would repeat each key as a title."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def schema_text(kind: type[Model]) -> str:
    """The schema as the text of its file. It cannot say all: not, for example, that years stand in order."""
    schema = _DIALECT | kind.model_json_schema(schema_generator=_WithoutTitles)
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
