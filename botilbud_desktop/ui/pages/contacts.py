"""»Kontaktoplysninger«: the caseworkers that the ministry may contact."""

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.ui.fields.line_field import LineField
from botilbud_desktop.ui.fields.value_format import EMAILS, TEXT
from botilbud_desktop.ui.pages.page import Page

_CONTACTS = "contacts."
_ADDRESSES = "contacts.emails"


class ContactsPage(Page):
    """The contacts."""

    def build(self) -> None:
        self.add_introduction(self.controller.round.contacts_heading)
        self.begin_card()
        for field in self.controller.round.fields:
            if field.path.startswith(_CONTACTS):
                kind = EMAILS if field.path == _ADDRESSES else TEXT
                self.add_fields(LineField(self.controller, field_path(field.path), kind))
