"""Formats any value of an application as text: `22.900`, `30.11.2025`, a choice in Danish, rows as lines."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from botilbud_desktop.domain.application import (
    Approval,
    Building,
    CapacityToday,
    Coordination,
    DailyRate,
    LegalBasis,
    Origin,
    PlaceGroup,
    Project,
    Provider,
    RateTime,
    Stay,
)
from botilbud_desktop.domain.approval import check_code
from botilbud_desktop.domain.choice_wording import (
    BUILDINGS,
    CONTENT_VERDICTS,
    COORDINATIONS,
    NOT_STATED,
    ORIGINS,
    PROVIDERS,
    RATE_TIMES,
    STAYS,
    TREATMENTS,
    UNITS,
    counted_units,
)
from botilbud_desktop.domain.cost_plan import CostBasis, CostLine, CostPlan, Treatment, Unit
from botilbud_desktop.domain.field_labels import content_label, own_label
from botilbud_desktop.domain.field_order import project_fields
from botilbud_desktop.domain.field_path import FieldPath, value_at
from botilbud_desktop.domain.model import field_names, value_of
from botilbud_desktop.domain.notes.records import Comment, ContentVerdict, InsertedFact, Milestone
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.domain.values.dates import format_clock, format_date, format_long_date

_PLAN_FIELDS = (("basis", "unit"), ("basis", "eligible"), ("basis", "total"), ("round_to",), ("lines",))


class ValueFormatter:
    """Formats the values of one draft as text. Half-typed values are shown as typed."""

    def __init__(self, round_: Round, half_typed: Mapping[str, str] | None = None) -> None:
        """`half_typed` are the half-typed texts by path, see `Editor.half_typed`."""
        self._round = round_
        self._half_typed = half_typed or {}

    @property
    def has_half_typed(self) -> bool:
        """Whether any value is half-typed, so that texts can differ although the values are equal."""
        return bool(self._half_typed)

    def text(self, value: Any, path: FieldPath) -> str:
        """Returns `value`, the value at `path`, as text; empty for None, no rows, and an empty text."""
        if self._half_typed and (typed := self._half_typed.get(str(path))) is not None:
            return typed
        match value:
            case None:
                return ""
            case Approval() | Comment():
                return _signed(value)
            case PlaceGroup() | DailyRate() | CostLine() | Milestone() | CapacityToday() | InsertedFact():
                return self._row(value, path)
            case CostBasis():
                return f"{format_number(value.eligible)} af {counted_units(value.total, value.unit)}"
            case CostPlan():
                return self._listed(value, path, tuple(FieldPath(parts) for parts in _PLAN_FIELDS))
            case Project():
                return self._listed(value, path, project_fields(self._round, value.loan)) or NOT_STATED
            case Mapping():
                verdicts = (
                    f"{content_label(key, self._round)}: {self.text(verdict, path / key)}"
                    for key, verdict in value.items()
                )
                return "\n".join(verdicts)
            case tuple():
                return "\n".join(_one_line(self.text(row, path / index)) for index, row in enumerate(value))
            case _:
                return self._single(value, path)

    def _single(self, value: Any, path: FieldPath) -> str:
        match value:
            case LegalBasis():
                labels = {choice.code: choice.label for choice in self._round.legal_bases}
                return labels.get(value, str(value))
            case StrEnum():
                return _wording(value)
            case bool():
                return "Ja" if value else "Nej"
            case date():
                return format_date(value)
            case int() if path[-1] == "content":
                return content_label(str(value), self._round)
            case int():
                return _number(value, path)
            case _:
                return self._as_written(str(value), path)

    def _as_written(self, text: str, path: FieldPath) -> str:
        if path[-1] == "municipality_code" or path[-2:-1] == ("partners",):
            known = self._round.municipality(text)
            return text if known is None else known.official_name
        return text.replace(".", ",") if path[-1] == "share_for_others" else text

    def _row(
        self, row: PlaceGroup | DailyRate | CostLine | Milestone | CapacityToday | InsertedFact, path: FieldPath
    ) -> str:
        cells = {name: self.text(value_of(row, name), path / name) for name in field_names(row)}
        if isinstance(row, DailyRate):
            rates = f"{cells['lowest']}–{cells['highest']} kr. pr. døgn"
            return _joined(cells["label"], rates, cells["when"], cells["provider"])
        return _joined(*cells.values())

    def _listed(self, model: Project | CostPlan, path: FieldPath, fields: tuple[FieldPath, ...]) -> str:
        """Returns the filled fields, each on its line; rows and long texts on the lines below their label."""
        lines: list[str] = []
        for field in fields:
            whole = FieldPath((*path, *field))
            if text := self.text(value_at(model, field), whole):
                lines.append(f"{own_label(whole, self._round)}:{'\n' if '\n' in text else ' '}{text}")
        return "\n".join(lines)


def _number(value: int, path: FieldPath) -> str:
    if path[-1] == "year":
        return str(value)
    return f"{format_number(value * 1000)} kr." if path[-1] == "round_to" else format_number(value)


def _wording(value: StrEnum) -> str:
    match value:
        case Origin():
            return ORIGINS[value]
        case Building():
            return BUILDINGS[value]
        case Coordination():
            return COORDINATIONS[value]
        case Unit():
            return UNITS[value]
        case Treatment():
            return TREATMENTS[value]
        case Stay():
            return STAYS[value]
        case RateTime():
            return RATE_TIMES[value]
        case Provider():
            return PROVIDERS[value]
        case ContentVerdict():
            return CONTENT_VERDICTS[value]
        case _:
            return str(value)


def _signed(row: Approval | Comment) -> str:
    """Returns when, who and what."""
    if isinstance(row, Approval):
        moment, who, what = row.approved_at, row.approved_by, check_code(row.fingerprint)
    else:
        moment, who, what = row.written_at, row.author, _joined(row.text, "Afsluttet" if row.done else "")
    when = f"{format_long_date(moment.date())} kl. {format_clock(moment)}"
    return _joined(when, who, what)


def _joined(*parts: str) -> str:
    """Joins what is not empty."""
    return " · ".join(part for part in parts if part)


def _one_line(text: str) -> str:
    return text.replace("\n", " ")
