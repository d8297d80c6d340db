"""The output of `import --json`. The keys and their order are a contract with other programs."""

from collections.abc import Sequence
from typing import Any

from botilbud_desktop.cli.plain_values import plain
from botilbud_desktop.domain.application import Application, PlaceGroup, Project
from botilbud_desktop.domain.document_import.proposal import Proposal, Proposed
from botilbud_desktop.domain.document_import.taking import chosen
from botilbud_desktop.domain.model import field_names


def as_json(file: str, kind: str, proposal: Proposal) -> dict[str, Any]:
    """Returns what was found in a file of a kind: as a draft has it, value by value, and what is left out."""
    return {
        "file": file,
        "kind": kind,
        "draft": draft_keys(proposal.values),
        "values": [
            {
                "field": str(value.field),
                "value": plain(value.value),
                "source": value.source,
                "sure": value.is_sure,
                "remark": value.remark,
            }
            for value in proposal.values
        ],
        "left_out": [{"source": one.source, "text": one.text, "why": one.why} for one in proposal.left_out],
    }


def draft_keys(values: Sequence[Proposed]) -> dict[str, Any]:
    """Returns the keys of a draft that were found, in the form and order of a draft file."""
    found: dict[Any, Any] = {}
    for value in chosen(values):
        if isinstance(value.value, PlaceGroup) and value.value.is_empty:
            continue
        below = found
        for part in value.field[:-1]:
            below = below.setdefault(part, {})
        below[value.field[-1]] = plain(value.value)
    draft = _in_order(_with_lists(found), field_names(Application))
    if "projects" in draft:
        draft["projects"] = [_in_order(project, field_names(Project)) for project in draft["projects"]]
    return draft


def _with_lists(found: Any) -> Any:
    """Returns the keys with lists where they are numbers."""
    if not isinstance(found, dict):
        return found
    below = {key: _with_lists(value) for key, value in sorted(found.items(), key=_number)}
    return [*below.values()] if below and all(isinstance(key, int) for key in below) else below


def _number(item: tuple[Any, Any]) -> tuple[int, str]:
    key = item[0]
    return (key, "") if isinstance(key, int) else (0, str(key) if str(key).isdigit() else "")


def _in_order(found: dict[str, Any], names: Sequence[str]) -> dict[str, Any]:
    return {name: found[name] for name in names if name in found}
