"""What `check` tells of the documentation that is mailed besides a draft. It has no bearing on the exit code."""

from typing import Any

from botilbud_desktop.cli.text_layout import wrapped
from botilbud_desktop.domain.attachments.attachment import Attachment, AttachmentState
from botilbud_desktop.domain.attachments.documentation import Documentation
from botilbud_desktop.rules.documentation import remarks, state_of
from botilbud_desktop.storage.files.printable import printable


def documentation_json(documentation: Documentation) -> dict[str, Any]:
    """Returns what is asked for in each project, and all attached files. Projects count from 0."""
    numbers = {project.project.id: index for index, project in enumerate(documentation.projects)}
    stray = {each.file_name for each in documentation.stray}
    return {
        "asked": [
            {"project": index, "kind": _text(project.asked), "state": _text(project.state)}
            for index, project in enumerate(documentation.projects)
        ],
        "files": [
            {
                "project": numbers.get(each.project_id or ""),
                "kind": str(each.kind),
                "file": each.file_name,
                "state": str(each.state),
                "stray": each.file_name in stray,
            }
            for each in documentation.files.attachments
        ],
        "unlisted": list(documentation.files.unlisted),
        "problem": documentation.files.problem,
    }


def documentation_lines(documentation: Documentation) -> list[str]:
    """Returns the attached files and what is to be looked at; nothing when there is neither."""
    there = [each for each in documentation.files.attachments if each.is_there]
    lines = [line for each in there if each.state is not AttachmentState.UNREADABLE for line in _file(each)]
    return [*lines, *(line for remark in remarks(documentation) for line in wrapped(printable(remark, 1_000), "- "))]


def _file(attachment: Attachment) -> list[str]:
    return wrapped(f"{printable(attachment.file_name)}: {state_of(attachment)}", "- ")


def _text(value: object | None) -> str | None:
    return None if value is None else str(value)
