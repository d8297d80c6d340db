"""Findings about half-typed values: the text in the field cannot be read, so the saved value is empty."""

from collections.abc import Callable, Mapping
from typing import Any

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.field_path import FieldPath, field_path, value_at
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.amounts import parse_count, parse_percent, parse_thousands
from botilbud_desktop.domain.values.date_proposals import proposed_date
from botilbud_desktop.domain.values.dates import format_date, parse_date
from botilbud_desktop.domain.values.not_understood import NotUnderstoodError
from botilbud_desktop.domain.web_form.field_kind import FieldKind, kind_of
from botilbud_desktop.rules.findings.making import error
from botilbud_desktop.rules.results import Finding, Suggestion

_CODE = "field.not_understood"
_TYPE_AGAIN = "Skriv værdien igen. Den er ikke taget med."
type _Parser = Callable[[str], Any]

_OF_A_FIELD: dict[FieldKind, _Parser] = {
    FieldKind.LOAN: parse_thousands,
    FieldKind.AMOUNT: parse_thousands,
    FieldKind.SHARE: parse_percent,
    FieldKind.COUNT: parse_count,
}
_IN_A_ROW: dict[str, _Parser] = {
    "amount": parse_thousands,
    "year": parse_count,
    "count": parse_count,
    "lowest": parse_count,
    "highest": parse_count,
    "eligible": parse_count,
    "total": parse_count,
}
"""The columns of places, rates and cost lines, and the basis of a cost plan."""


def half_typed_findings(application: Application, half_typed: Mapping[str, str], round_: Round) -> tuple[Finding, ...]:
    """Returns one finding for each half-typed value of a field that the application has."""
    return tuple(
        _finding(path, text, round_)
        for path, text in ((field_path(key), text) for key, text in half_typed.items())
        if _exists(application, path)
    )


def without_empty_values(findings: tuple[Finding, ...], half_typed: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Returns `findings` without those that only report that a half-typed value is empty.

    Left out are findings about the field itself, and that a field above it is missing (`loan` for `loan.2025`).
    """
    fields = [finding.field for finding in half_typed]
    return tuple(
        finding
        for finding in findings
        if finding.field not in fields
        and not (finding.is_missing and any(field.startswith(f"{finding.field}.") for field in fields))
    )


def _finding(path: FieldPath, text: str, round_: Round) -> Finding:
    is_date = kind_of(path.form_path) is FieldKind.DATE
    if is_date and (day := proposed_date(text, round_.century)) is not None:
        shown = format_date(day)
        offer = Suggestion(str(path), day, f"Brug {shown}")
        return error(_CODE, str(path), f"Mener du {shown}? Skriv datoen med dag, måned og år.", offer)
    return error(_CODE, str(path), _date_message(text, round_) if is_date else _message(path, text))


def _date_message(text: str, round_: Round) -> str:
    try:
        parse_date(text, round_.century, round_.example_date)
    except NotUnderstoodError as problem:
        return problem.message
    return _TYPE_AGAIN


def _message(path: FieldPath, text: str) -> str:
    parse = _OF_A_FIELD.get(kind_of(path.form_path)) or _IN_A_ROW.get(str(path[-1]))
    try:
        if parse is not None:
            parse(text)
    except NotUnderstoodError as problem:
        return problem.message
    return _TYPE_AGAIN


def _exists(application: Application, path: FieldPath) -> bool:
    if not path:
        return False
    try:
        value_at(application, path)
    except (LookupError, AttributeError, TypeError):
        return False
    return True
