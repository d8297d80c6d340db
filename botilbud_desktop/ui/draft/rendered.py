"""A widget that shows a view, and nothing that the view does not say."""

from PySide6.QtWidgets import QWidget

from botilbud_desktop.ui.draft.view import View


class RenderedWidget(QWidget):
    """A part of a page."""

    def render_view(self, view: View) -> None:
        """Show what `view` says."""
        raise NotImplementedError
