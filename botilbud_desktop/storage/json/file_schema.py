"""The JSON Schemas of the files that others write or read by script: drafts and rounds."""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from pydantic import Field
from pydantic.json_schema import GenerateJsonSchema

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.lineage import Lineage
from botilbud_desktop.domain.model import Model
from botilbud_desktop.domain.round_form import RoundForm
from botilbud_desktop.storage.json.round_words import ROUND_WORDS


class DraftFile(Application):
    """One municipality's application to one round, and where its content came from: one draft file."""

    lineage: Lineage | None = Field(
        default=None, description="The saves that the content grew out of. None when that is not known."
    )


SCHEMAS: Mapping[str, type[Model]] = MappingProxyType({"draft": DraftFile, "round": RoundForm})
"""The name of each schema, and the model that it is made from."""

_DIALECT = {"$schema": GenerateJsonSchema.schema_dialect}


class _WithoutTitles(GenerateJsonSchema):
    """Omits titles, since pydantic would repeat each key as its title."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def schema_text(kind: type[Model]) -> str:
    """Returns the schema as the text of its file. It cannot express every rule, such as the order of years."""
    schema = _DIALECT | kind.model_json_schema(schema_generator=_WithoutTitles)
    if kind is RoundForm:
        _in_danish(schema)
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _in_danish(schema: dict[str, Any]) -> None:
    """Puts the makers' words in the place of the programmers': an editor shows them while a round is written."""
    for name, part in {RoundForm.__name__: schema, **schema["$defs"]}.items():
        part.pop("description", None)
        for key, value in part.get("properties", {}).items():
            value["description"] = ROUND_WORDS[f"{name}.{key}"]
