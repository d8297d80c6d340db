"""The kind of value of a project's field, derived from the field's path in the form."""

from enum import StrEnum

IN_A_PROJECT = "projects[]."
"""The beginning of the path of a project's field in a form."""


class FieldKind(StrEnum):
    """The kinds of values."""

    NAME = "name"
    LOAN = "loan"
    """The loan of one year in whole 1.000 kr. (*ansøgt lån*)."""
    EXPANSION = "expansion"
    """The new places of one year, counted from the rows of places (*udvidelse*)."""
    SHARE = "share_for_others"
    DATE = "completion_date"
    AMOUNT = "amount"
    """Whole 1.000 kr."""
    COUNT = "count"
    OTHER = ""
    """Texts and choices."""

    @property
    def is_text(self) -> bool:
        """Whether the value is text, so that it is aligned to the left."""
        return self in (FieldKind.NAME, FieldKind.OTHER)


_KINDS = {
    "name": FieldKind.NAME,
    "loan": FieldKind.LOAN,
    "expansion": FieldKind.EXPANSION,
    "share_for_others": FieldKind.SHARE,
    "completion_date": FieldKind.DATE,
    "gross_construction_cost": FieldKind.AMOUNT,
    "places_closed_elsewhere": FieldKind.COUNT,
}
"""The kind of each field of a project by its name; those that are not here are texts and choices."""


def kind_of(path: str) -> FieldKind:
    """Returns the kind of the field at `path`, such as `LOAN` for `projects[].loan.2025`."""
    if not path.startswith(IN_A_PROJECT):
        return FieldKind.OTHER
    return _KINDS.get(path.removeprefix(IN_A_PROJECT).partition(".")[0], FieldKind.OTHER)


def year_of(path: str) -> str:
    """Returns the year of a loan or an expansion, such as `2025` for `projects[].loan.2025`; empty for other kinds."""
    return path.removeprefix(IN_A_PROJECT).partition(".")[2] if path.startswith(IN_A_PROJECT) else ""


def year_path(kind: FieldKind, year: str) -> str:
    """Returns the path of the field of a kind and year: `projects[].loan.2025`."""
    return f"{IN_A_PROJECT}{kind}.{year}"
