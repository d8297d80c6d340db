"""Describes in Danish what is wrong with a value in a file: the expected value and the found one.

The expected value comes from the model's JSON Schema, which is what authors of scripts that write such files follow.
"""

from functools import cache
from typing import TYPE_CHECKING, Any

from botilbud_desktop.domain.application import FINGERPRINT, MUNICIPALITY_CODE, PERCENT, UUID
from botilbud_desktop.domain.lineage import SESSION
from botilbud_desktop.domain.model import Model
from botilbud_desktop.domain.notes.records import CONTENT_NUMBER
from botilbud_desktop.domain.round_parts import CLOCK, FILE_NAME, YEAR
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.storage.files.printable import printable

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_LONGEST_FOUND = 40

_SENTENCES = {
    "missing": "feltet mangler",
    "extra_forbidden": "feltet kendes ikke",
    "years_out_of_order": "årene skal stå i rækkefølge og kun én gang hver",
    "pool_of_other_years": "puljen skal stå for netop skemaets år, i samme rækkefølge",
    "criterion_number": "kriteriet skal have nummer {number}",
    "criteria_without_meaning": "uden »meaning« ved hvert kriterium skal der være netop seks, men her er {number}",
    "meaning_missing": "her skal stå, hvad kriteriet handler om, for det gør der ved de andre",
    "meaning_repeated": "et andet kriterium har også »{name}«",
    "figure_missing": "tallet mangler, og kriterium {number} bygger på det",
    "day_missing": "datoen mangler, og kriterium {number} bygger på den",
    "two_costs": "skriv kun »gross_cost_over« eller »gross_cost_at_least«",
    "content_number": "punktet skal have nummer {number}",
    "column_repeated": "kolonnen {name} står der {times} gange",
    "field_repeated": "feltet {name} står der {times} gange",
    "field_missing": "feltet {name} mangler",
    "field_without_limit": "feltet {name} mangler sin grænse",
    "legal_basis_repeated": "lovgrundlaget {name} står der {times} gange",
    "legal_basis_missing": "lovgrundlaget {name} mangler",
    "days_out_of_order": "datoerne skal stå i rækkefølge",
    "clocks_out_of_order": "vinduet skal lukke senere, end det åbner den samme dag",
    "share_over_100": "andelen kan højst være 100 pct.",
    "attachment_name": "der skal stå navnet på en PDF uden mappe",
    "session_repeated": "den samme session står der flere gange",
}
"""By error type; for any other type the expected value is described."""

_BY_PATTERN = {
    UUID: "et id som 0b6f1c2d-0000-4000-8000-000000000000",
    PERCENT: 'en procent som tekst med højst to decimaler som "33.33"',
    SESSION: "16 cifre fra 0 til f",
    FINGERPRINT: "et fingeraftryk, der begynder med sha256:",
    FILE_NAME: "et filnavn uden mappe",
    YEAR: "et årstal med fire cifre",
    CLOCK: "et klokkeslæt som 12.00",
    MUNICIPALITY_CODE: 'en kommunes nummer med tre cifre som "851"',
    CONTENT_NUMBER: 'nummeret på en krævet oplysning som "3"',
}
_BY_FORMAT = {
    "date": "en dato i kalenderen som 2025-11-30",
    "date-time": "et tidspunkt med tidszone som 2024-05-10T09:12:00+02:00",
}

type Schema = dict[str, Any]


def sentence_of(
    misfit: "ErrorDetails", kind: type[Model], location: tuple[int | str, ...], value: Any, *, is_key: bool
) -> str:
    """Returns what is wrong, as a Danish clause.

    Args:
        misfit: pydantic's description of the error.
        kind: the model that was read.
        location: the location of the value in the file.
        value: the value there, or the key.
        is_key: whether the key is invalid.
    """
    if sentence := _SENTENCES.get(misfit["type"]):
        return sentence.format(**misfit.get("ctx", {}))
    root = schema_of(kind)
    if is_key:
        (pattern,) = _below(root, location[:-1])["patternProperties"]
        return f"feltets navn skal være {_by_pattern(pattern)}, men der står {found(value)}"
    expected = _expected(_below(root, location), root)
    is_other_list = isinstance(value, list) and expected.startswith("en liste med")
    stands = f"en liste med {elements(len(value))}" if is_other_list else found(value)
    return f"der skal stå {expected}, men der står {stands}"


@cache
def schema_of(kind: type[Model]) -> Schema:
    """Returns the JSON Schema of the model."""
    return kind.model_json_schema()


def found(value: Any) -> str:
    """Returns the found value as a Danish noun phrase: `teksten »abc«`."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"tallet {printable(str(value), _LONGEST_FOUND)}"
    if isinstance(value, str):
        return f"teksten »{printable(value, _LONGEST_FOUND)}«" if value else "en tom tekst"
    return "en liste" if isinstance(value, list) else "et objekt"


def elements(number: int) -> str:
    """Returns the length of a list in words."""
    return counted(number, "element", "elementer")


def _below(root: Schema, location: tuple[int | str, ...]) -> Schema:
    """Returns the part of the schema for that location."""
    node = root
    for part in location:
        (node, *_null) = _alternatives(node, root)
        node = node["items"] if isinstance(part, int) else _of_key(node, part)
    return node


def _of_key(node: Schema, key: str) -> Schema:
    values: Schema
    if key in node.get("properties", {}):
        values = node["properties"][key]
        return values
    (values,) = node["patternProperties"].values() if "patternProperties" in node else [node["additionalProperties"]]
    return values


def _alternatives(node: Schema, root: Schema) -> list[Schema]:
    """Returns the schemas that a node allows, null last; references are followed."""
    if "$ref" in node:
        return _alternatives(root["$defs"][node["$ref"].rpartition("/")[2]], root)
    return [found for choice in node.get("anyOf", ()) for found in _alternatives(choice, root)] or [node]


def _expected(node: Schema, root: Schema) -> str:
    """Returns the expected value as a Danish noun phrase: `et helt tal eller null`."""
    *kinds, last = _alternatives(node, root)
    if not kinds:
        return _one_of(_choices(last)) or _described(last)
    (kind,) = kinds
    return _one_of([*choices, "null"]) if (choices := _choices(kind)) else _or_null(_described(kind))


def _choices(node: Schema) -> list[str]:
    choices = node.get("enum", [node["const"]] if "const" in node else [])
    return [f"»{value}«" if isinstance(value, str) else str(value) for value in choices]


def _one_of(choices: list[str]) -> str:
    return f"{', '.join(choices[:-1])} eller {choices[-1]}" if len(choices) > 1 else "".join(choices)


def _described(node: Schema) -> str:
    match node["type"]:
        case "string":
            return _text(node)
        case "integer":
            return _whole_number(node.get("minimum"), node.get("maximum"))
        case "array":
            return _list(node.get("minItems", 0), node.get("maxItems", 0))
        case "boolean":
            return "true eller false"
        case _:
            return "et objekt i krølleparenteser"


def _text(node: Schema) -> str:
    if "format" in node:
        return _BY_FORMAT[node["format"]]
    if "pattern" in node:
        return _by_pattern(node["pattern"])
    return "en tekst, der ikke er tom" if node.get("minLength") else "en tekst"


def _by_pattern(pattern: str) -> str:
    return _BY_PATTERN.get(pattern, "en tekst i et bestemt mønster")


def _whole_number(low: int | None, high: int | None) -> str:
    if low is None:
        return "et helt tal"
    if high is None:
        return f"et helt tal på mindst {low}"
    return f"et helt tal på højst {len(str(high))} cifre" if low == -high else f"et helt tal fra {low} til {high}"


def _list(least: int, most: int) -> str:
    if not least:
        return f"en liste med højst {elements(most)}" if most else "en liste"
    if most and most != least:
        return f"en liste med {least} til {elements(most)}"
    return f"en liste med {'' if most else 'mindst '}{elements(least)}"


def _or_null(words: str) -> str:
    """Returns `en tekst eller null`; a clause within the words ends with its comma."""
    return f"{words}{',' if ', der ' in words else ''} eller null"
