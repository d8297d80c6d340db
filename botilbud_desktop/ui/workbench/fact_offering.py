"""Offers the sentences that the table gives at the overall description, wherever the user is."""

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.ui.facts.description_field import DescriptionField
from botilbud_desktop.ui.workspace.workspace import Workspace

_DESCRIPTION = field_path("description")


def offer_facts(workspace: Workspace) -> None:
    """Offer the sentences: in the full window if the description is alone there, else on its page."""
    if workspace.controller.full_window_field != _DESCRIPTION:
        workspace.show_field(_DESCRIPTION)
    for field in workspace.window().findChildren(DescriptionField):
        if field.isVisible():
            field.offer_facts()
            return
