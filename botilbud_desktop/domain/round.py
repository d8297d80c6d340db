"""A round of the pool (*ansøgningsrunde*): the ministry's form as data.

Everything that a round asks for is read from files in `forms/`: texts, years, limits, dates, thresholds, the order of
the fields, whom to contact, the municipalities and the sheet for a single project.
"""

from functools import cached_property

from botilbud_desktop.domain.municipality import Municipality
from botilbud_desktop.domain.round_form import RoundForm
from botilbud_desktop.domain.round_parts import ProjectSheet

LONGEST_TITLE = 60
"""Characters; what is added to a draft's title in the name of a file has room behind it."""
_NO_MUNICIPALITY = "Kladde"


class Round(RoundForm):
    """One round with its form, criteria, dates and contacts, its municipalities and its project sheet."""

    municipalities: tuple[Municipality, ...] = ()
    """The municipalities of the register that the form names."""
    project_sheet: ProjectSheet | None = None
    """The form for a single project (*projektskema*) that the form names."""

    @cached_property
    def _municipalities_by_code(self) -> dict[str, Municipality]:
        return {municipality.code: municipality for municipality in self.municipalities}

    def municipality(self, code: str | None) -> Municipality | None:
        """Returns the municipality with `code`, or None."""
        return None if code is None else self._municipalities_by_code.get(code)

    def draft_title(self, code: str | None) -> str:
        """Returns what people call the draft of the municipality with `code`, for titles, lists and names of files.

        `Aalborg – Lånepulje til botilbud 2025-26`. A round's title that is too long ends in an ellipsis.
        """
        municipality = self.municipality(code)
        title = f"{_NO_MUNICIPALITY if municipality is None else municipality.name} – {self.short_title}"
        return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1].rstrip()}…"
