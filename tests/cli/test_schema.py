"""`schema`: prints the JSON Schemas of the files, equal to those in `forms`."""

import json
import re
from typing import Any

import pytest

from botilbud_desktop.storage.json.round_words import ROUND_WORDS
from botilbud_desktop.storage.paths import forms_folder
from tests.cli.conftest import ROOT, Run

type Schema = dict[str, Any]


def schema(run: Run, name: str) -> Schema:
    found: Schema = json.loads(run("schema", name).out)
    return found


def unknown_keys(values: Any, node: Schema, root: Schema) -> list[str]:
    """Returns the keys of a file that its schema does not define."""
    if "$ref" in node:
        node = root["$defs"][node["$ref"].rpartition("/")[2]]
    if "anyOf" in node:
        return unknown_keys(values, node["anyOf"][0], root)
    if isinstance(values, list):
        return [key for item in values for key in unknown_keys(item, node["items"], root)]
    if not isinstance(values, dict):
        return []
    if node.get("additionalProperties") is not False or "patternProperties" in node:
        return []
    inside = [key for name in values if name in node["properties"] for key in _below(values[name], node, name, root)]
    return [name for name in values if name not in node["properties"]] + inside


def _below(value: Any, node: Schema, name: str, root: Schema) -> list[str]:
    return unknown_keys(value, node["properties"][name], root)


@pytest.mark.parametrize("name", ["draft", "round"])
def test_the_schema_is_the_one_that_is_kept_beside_the_forms(run: Run, name: str) -> None:
    """After a change to the models, run `botilbud-desktop schema round > forms/round.schema.json`."""
    ran = run("schema", name)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (forms_folder() / f"{name}.schema.json").read_text(encoding="utf-8")


def test_the_schema_of_a_draft_knows_what_the_examples_say(run: Run) -> None:
    found = schema(run, "draft")
    for path in (ROOT / "resources" / "examples").glob("*.botilbud"):
        assert unknown_keys(json.loads(path.read_bytes()), found, found) == []
    assert unknown_keys({"id": "", "contacts": {"mobile": ""}, "hint": 1}, found, found) == ["hint", "mobile"]


def test_the_schema_of_a_round_knows_what_the_form_says(run: Run) -> None:
    found = schema(run, "round")
    for path in forms_folder().glob("Lan*.json"):
        assert unknown_keys(json.loads(path.read_bytes()), found, found) == []


def test_the_schema_says_what_a_draft_must_have(run: Run) -> None:
    found = schema(run, "draft")
    assert found["required"] == ["format", "format_version", "id", "round"]
    assert found["properties"]["format"]["const"] == "botilbud-application"
    assert found["properties"]["format_version"]["const"] == 2


def test_the_schemas_tell_the_units(run: Run) -> None:
    project = schema(run, "draft")["$defs"]["Project"]["properties"]
    assert "in whole 1.000 kr." in project["gross_construction_cost"]["description"]
    assert "in whole 1.000 kr." in project["loan"]["description"]
    assert "Per cent" in project["share_for_others"]["description"]
    assert "i hele 1.000 kr." in schema(run, "round")["properties"]["pool"]["description"]


def test_there_is_a_schema_of_two_kinds_of_files_only(run: Run) -> None:
    ran = run("schema", "settings")
    assert ran.code == 2
    assert ran.sentence == "Programmet har ikke noget JSON Schema for »settings«: Vælg draft eller round."
    assert run("schema").sentence == (
        "Kommandoen mangler draft eller round: Skriv »botilbud-desktop schema draft|round«."
    )
    assert run("schema", "draft", "round").sentence.startswith("Kommandoen kan ikke bruge »round«")


def test_an_editor_tells_makers_of_rounds_each_key_in_danish() -> None:
    schema = json.loads((forms_folder() / "round.schema.json").read_bytes())
    told = {
        f"{name}.{key}": value["description"]
        for name, part in {"RoundForm": schema, **schema["$defs"]}.items()
        for key, value in part.get("properties", {}).items()
    }
    assert told == dict(ROUND_WORDS), "a key that is gone keeps its words"
    assert not re.search(r"\b(?:the|of|which|where|with)\b", json.dumps(schema, ensure_ascii=False))
