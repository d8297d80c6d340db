"""What the new places mean for the municipality's places today, with the numbers it was worked out from."""

from botilbud_desktop.domain.application import Project
from botilbud_desktop.domain.field_path import FieldPath, field_path, value_at
from botilbud_desktop.domain.quantities import quantities_of
from botilbud_desktop.rules.growth import growth_of, left_out_of_growth
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.style.still_text import StillText


class GrowthText(StillText):
    """The growth of each area on a line; empty where it cannot be known."""

    def __init__(self, project: FieldPath) -> None:
        super().__init__(1)
        self._project = project
        self.setObjectName(f"{project.object_name}.growth")

    def render_view(self, view: View) -> None:
        """Show the growth of the project as it is now."""
        project: Project = value_at(view.application, self._project)
        typed = map(field_path, view.half_typed)
        unread = [FieldPath(path[2:]) for path in typed if path.starts_with(self._project)]
        quantities, eligible = quantities_of(project, view.round), view.round.eligible_bases
        found = growth_of(project, quantities, eligible, unread)
        lines = [growth.sentence() for growth in found]
        if lines and (left_out := left_out_of_growth(project, quantities, eligible, view.round.years)):
            lines.append(left_out)
        self.setText("\n".join(lines))
