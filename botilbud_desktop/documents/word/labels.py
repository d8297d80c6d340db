"""The labels of fields in the notes: those of the round, without the letters of the ministry's columns."""

from botilbud_desktop.domain.field_labels import label_with_unit, own_label
from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.round import Round


def label_of(path: FieldPath, round_: Round) -> str:
    """Returns `Lån i 2025 (hele 1.000 kr.)`."""
    return _without_letter(label_with_unit(path, round_), path, round_)


def short_label(path: FieldPath, round_: Round) -> str:
    """Returns `Forventet afslutning`, without the hint that ends a label."""
    return _without_letter(own_label(path, round_), path, round_)


def _without_letter(label: str, path: FieldPath, round_: Round) -> str:
    field = round_.nearest_field(path)
    return label if field is None or not field.column else label.removeprefix(f"{field.column}. ")
