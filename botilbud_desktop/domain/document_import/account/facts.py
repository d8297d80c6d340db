"""What was found about one field, before the projects' lists are put together."""

from typing import NamedTuple

from botilbud_desktop.domain.field_path import FieldPath, field_path, project_path


class Fact(NamedTuple):
    """One value that was found."""

    project: int | None
    """The index of the project; None for a field of the application."""
    field: str
    """`loan.2025`, `cover_note.to`; the list for one of its rows: `places`, `cost_plan.lines`."""
    value: object
    source: str
    is_sure: bool
    remark: str = ""
    is_addend: bool = False
    """Whether it stands beside other rows of its list though they look alike, as the items of one list do."""
    is_total: bool = False
    """Whether it sums places that may stand in rows of their own as well, as the columns of the form do."""

    @property
    def path(self) -> FieldPath:
        """The path of the field, without the index of a row."""
        below = field_path(f"projects[0].{self.field}") if self.project is not None else field_path(self.field)
        return below if self.project is None else FieldPath((*project_path(self.project), *below[2:]))
