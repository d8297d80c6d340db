"""What the dialog knows of the text at a path."""

from functools import partial
from typing import NamedTuple

from botilbud_desktop.domain.field_path import FieldPath, field_path, value_at, with_value
from botilbud_desktop.rules.assessment import Assessor
from botilbud_desktop.rules.results import LimitedText
from botilbud_desktop.rules.shortening.finding import LongText
from botilbud_desktop.rules.shortening.judged_alike import Judge, what_is_said
from botilbud_desktop.rules.shortening.ministry_words import ministry_sentences
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
    said: Judge
    """What the program says of the application with other words at this place."""


def material(path: FieldPath, view: View) -> Material:
    """Returns what is known of the text at `path`."""
    name, application = str(path), view.application
    text: str = value_at(application, path)
    texts = view.assessment.texts
    others = tuple((one.field, str(value_at(application, field_path(one.field)))) for one in texts if one.field != name)
    names = (*(project.name for project in application.projects), *ministry_sentences(view.round))
    contents = tuple(one for one in view.assessment.contents if one.spans) if name == _DESCRIPTION else ()
    needed = tuple((span.start, span.end) for one in contents for span in one.spans)
    return Material(
        path=path,
        text=text,
        long=LongText(name, text, others, names, needed),
        counted=next((one for one in texts if one.field == name), None),
        contents=contents,
        view=view,
        said=partial(_said, Assessor(view.round), view, path),
    )


def _said(assessor: Assessor, view: View, path: FieldPath, text: str) -> object:
    application = with_value(view.application, path, text)
    return what_is_said(assessor.assess(application, view.today, view.half_typed))
