"""A widget that shows a view and nothing else."""

from PySide6.QtWidgets import QWidget

from botilbud_desktop.ui.draft.view import View


class RenderedWidget(QWidget):
    """A part of a page."""

    def render_view(self, view: View) -> None:
        """Show `view`."""
        raise NotImplementedError
