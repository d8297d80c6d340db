"""Attaching PDF files in the window, for several tests."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from botilbud_desktop.domain.application import Application, Coordination
from botilbud_desktop.domain.model import replace
from botilbud_desktop.ui.attachments.part import AttachmentPart
from tests.ui import drafts
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User, said_in, settle

PART = "projects.0.documentation"
PDF = b"%PDF-1.7\n1 0 obj\n"


def coordinated(*coordinations: Coordination | None) -> Application:
    """Returns a complete draft with a project for each kind of coordination."""
    draft = drafts.with_projects(len(coordinations))
    pairs = zip(draft.projects, coordinations, strict=True)
    return replace(draft, projects=tuple(replace(project, coordination=each) for project, each in pairs))


def pdf(folder: Path, name: str = "Referat 12. marts.pdf", content: bytes = PDF) -> Path:
    """Writes a PDF and returns its path."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(content)
    return path


def attach(user: User, questions: RecordedQuestions, source: Path, kind: str = "minutes", part: str = PART) -> None:
    """Attaches a PDF with the button."""
    questions.will_answer(source, kind)
    user.click(f"{part}.attach")


def drop(user: User, *paths: Path, part: str = PART) -> bool:
    """Drags files over a part and drops them; returns whether it takes them."""
    target = user.widget(part, AttachmentPart)
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    spot, button, none = QPointF(5, 5), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    enter = QDragEnterEvent(spot, actions, content, button, none)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    dropped = QDropEvent(spot, actions, content, button, none)
    QApplication.sendEvent(target, dropped)
    settle()
    return dropped.isAccepted() and dropped.dropAction() is Qt.DropAction.CopyAction


def said(user: User, part: str = PART) -> str:
    """Returns all that the part says."""
    return "\n".join(said_in(user.widget(part, AttachmentPart)))
