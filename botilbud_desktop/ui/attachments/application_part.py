"""The documentation of the whole application: what is to be mailed, what is attached, and what is missing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from botilbud_desktop.domain.attachments.attachment import NOTHING_ATTACHED, Attachment, AttachmentKind
from botilbud_desktop.domain.attachments.documentation import Documentation, documentation_of
from botilbud_desktop.rules.documentation import project_title, remarks, state_of, where_to_mail
from botilbud_desktop.ui.attachments.part import LOOKING, AttachmentPart
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.fields.field import Note
from botilbud_desktop.ui.style.states import State, quiet_colour
from botilbud_desktop.ui.style.text import plain_label, set_text_colour
from botilbud_desktop.ui.widgets.button_grid import button_grid

TITLE = "Dokumentation, der skal sendes"
_FOR_ALL = "For hele ansøgningen"
_STRAY = "Projektet er ikke længere i kladden"
_ALL_THERE = "Der er vedlagt dokumentation for de projekter, der er koordineret med andre kommuner."
_NOTHING_ASKED = "Ingen projekter er angivet som koordineret med andre kommuner."


class ApplicationAttachments(AttachmentPart):
    """All attachments, each with its project, and buttons that help to mail them."""

    folder_asked = Signal()
    """The user wants to see the folder with the files."""
    copy_asked = Signal(str, str)
    """A text is to be copied, and what is said when it was."""

    def __init__(self, controller: DraftController, page: str) -> None:
        """`page` is the name of the page that it stands on."""
        super().__init__(controller, f"{page}.documentation", "Vedlæg PDF for hele ansøgningen …")
        self.copy_names = self._button("names", "Kopiér navnene", self._on_copy_names)
        self.copy_address = self._button("address", "Kopiér adressen", self._on_copy_address)
        self.show_folder = self._button("folder", "Åbn mappen", self.folder_asked.emit)
        self.column.addLayout(button_grid([self.copy_names, self.copy_address, self.show_folder], in_a_row=2))

    def build(self) -> None:
        self.where = plain_label(where_to_mail(self.controller.round), self)
        set_text_colour(self.where, quiet_colour(self.palette()))
        self.state = Note(parent=self)
        for label in (self.where, self.state):
            self.column.addWidget(label)

    @property
    def project_id(self) -> str | None:
        return None

    @property
    def asked(self) -> AttachmentKind | None:
        return None

    def render_documentation(self, documentation: Documentation | None) -> None:
        known = documentation or documentation_of(self.controller.application, NOTHING_ATTACHED)
        self.where.setVisible(bool(known.all) or any(project.asked is not None for project in known.projects))
        if documentation is None:
            self.state.say(LOOKING)
            return
        self.state.say(*_summary(documentation))
        self.rows.show_attachments(_told(documentation), may_change=self.may_change)
        self.copy_names.setEnabled(bool(_names(documentation)))
        self.show_folder.setEnabled(bool(documentation.files.folder))

    def _button(self, name: str, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(f"{self.objectName()}.{name}")
        button.clicked.connect(act)
        return button

    def _on_copy_names(self) -> None:
        if self.attached is not None and self.attached.documentation is not None:
            self.copy_asked.emit("\n".join(_names(self.attached.documentation)), "Filernes navne er kopieret.")

    def _on_copy_address(self) -> None:
        self.copy_asked.emit(self.controller.round.documentation_email, "Adressen er kopieret.")


def _summary(documentation: Documentation) -> tuple[str, State | None]:
    """Returns what is to be looked at; it is a remark, and stops nobody."""
    lines = list(remarks(documentation))
    if lines:
        return "\n".join(lines), State.INFORMATION
    if any(project.asked is not None for project in documentation.projects):
        return _ALL_THERE, State.DONE
    return _NOTHING_ASKED, None


def _told(documentation: Documentation) -> Sequence[tuple[Attachment, str]]:
    """Returns all attached files, each with its kind, state and project."""
    told = [(each, f"{state_of(each)} · {_FOR_ALL}") for each in documentation.common]
    for index, project in enumerate(documentation.projects):
        title = project_title(index, project.project.name)
        told += [(each, f"{state_of(each)} · {title}") for each in project.attachments]
    return [*told, *((each, f"{state_of(each)} · {_STRAY}") for each in documentation.stray)]


def _names(documentation: Documentation) -> list[str]:
    """Returns the names of the files that can be mailed."""
    return [each.file_name for each in documentation.all if each.is_there]
