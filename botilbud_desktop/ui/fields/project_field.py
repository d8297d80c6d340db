"""Makes the input of a single value of a project, chosen by the path of its field in the form."""

from botilbud_desktop.domain.choice_wording import BUILDINGS, COORDINATIONS, NOT_CHOSEN
from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.round_parts import FormField
from botilbud_desktop.domain.web_form.field_kind import IN_A_PROJECT, FieldKind, kind_of
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.fields.choice_field import ChoiceField
from botilbud_desktop.ui.fields.date_field import DateField
from botilbud_desktop.ui.fields.field import Field
from botilbud_desktop.ui.fields.line_field import LineField
from botilbud_desktop.ui.fields.value_format import COUNT, PERCENT, TEXT, THOUSANDS, in_kroner


def project_field(controller: DraftController, field: FormField, project: FieldPath) -> Field:
    """Returns the labelled input of `field` for the project at the path `project`."""
    path = FieldPath((*project, *field.path.removeprefix(IN_A_PROJECT).split(".")))
    match kind_of(field.path):
        case FieldKind.LOAN | FieldKind.AMOUNT:
            return LineField(controller, path, THOUSANDS, extra=in_kroner)
        case FieldKind.SHARE:
            return LineField(controller, path, PERCENT)
        case FieldKind.COUNT:
            return LineField(controller, path, COUNT)
        case FieldKind.DATE:
            return DateField(controller, path)
        case _:
            return _text_or_choice(controller, path)


def _text_or_choice(controller: DraftController, path: FieldPath) -> Field:
    match path[-1]:
        case "building":
            return ChoiceField(controller, path, [(None, NOT_CHOSEN), *BUILDINGS.items()])
        case "coordination":
            return ChoiceField(controller, path, [(None, NOT_CHOSEN), *COORDINATIONS.items()])
        case "description" | "preservation_reason":
            from botilbud_desktop.ui.fields.text.text_field import TextField

            return TextField(controller, path, lines=10)
        case _:
            return LineField(controller, path, TEXT)
