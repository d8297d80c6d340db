"""What the dialog knows of the text at a path."""

from typing import NamedTuple

from botilbud_desktop.domain.field_path import FieldPath, field_path, value_at
from botilbud_desktop.rules.results import LimitedText
from botilbud_desktop.rules.shortening.finding import LongText
from botilbud_desktop.rules.text_results import JudgedContent
from botilbud_desktop.ui.draft.view import View

_DESCRIPTION = "description"


class Material(NamedTuple):
    """A text with what stands beside it in the draft."""

    path: FieldPath
    text: str
    long: LongText
    counted: LimitedText | None
    """Its counts and its limit; None when the form has none."""
    contents: tuple[JudgedContent, ...]
    """The required contents that were found in it; none for other texts."""
    view: View


def material(path: FieldPath, view: View) -> Material:
    """Returns what is known of the text at `path`."""
    name, application = str(path), view.application
    text: str = value_at(application, path)
    texts = view.assessment.texts
    others = tuple((one.field, str(value_at(application, field_path(one.field)))) for one in texts if one.field != name)
    names = [project.name for project in application.projects]
    contents = tuple(one for one in view.assessment.contents if one.spans) if name == _DESCRIPTION else ()
    needed = tuple((span.start, span.end) for one in contents for span in one.spans)
    return Material(
        path=path,
        text=text,
        long=LongText(name, text, others, tuple(names), needed),
        counted=next((one for one in texts if one.field == name), None),
        contents=contents,
        view=view,
    )
