"""One round's files as models: the form and the project sheet, from the program or from outside."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from botilbud_desktop.domain.model import Model, field_names, from_json_values, replace
from botilbud_desktop.domain.municipality import Municipality
from botilbud_desktop.domain.own_texts.fields import with_own_fields
from botilbud_desktop.domain.own_texts.figures import OwnTexts, own_texts_filled_in, unknown_figures
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_form import RoundForm
from botilbud_desktop.domain.round_parts import ProjectSheet
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.json.header import version_of
from botilbud_desktop.storage.json.strict_json import parse_json_object
from botilbud_desktop.storage.json.typed_values import Misfit, convert, misfits

if TYPE_CHECKING:
    from botilbud_desktop.storage.rounds.plain_texts import Trouble

FORM_FORMAT = "botilbud-form"
SHEET_FORMAT = "botilbud-project-sheet"
NEWEST_VERSION = 1
JSON = ".json"
LARGEST_ADDED_FILE = 1_000_000
"""Maximum bytes of a round's file from outside. The shipped form has 30 KB."""

_MISPLACED = {
    "{limit}": "{limit} kan kun stå ved et felt med en grænse. Skriv den i »limit« ved feltet",
    "{year}": "{year} kan kun stå ved et felt for et enkelt år",
}
"""What is the matter with a name of a figure that only some fields have."""
_OF_A_THRESHOLD = {
    "least_share": "least_share_for_others",
    "least_places_of_": "least_share_for_others",
    "share_of_least_places_of_": "least_share_for_others",
    "gross_cost_over": "gross_cost_over",
    "gross_cost_at_least": "gross_cost_at_least",
    "gross_cost_over_in_thousands": "gross_cost_over",
    "gross_cost_at_least_in_thousands": "gross_cost_at_least",
    "last_completion_date": "last_completion_date",
    "by_last_completion_date": "last_completion_date",
}
"""The figure of a criterion that each name is made of."""
_NUMBER_AT_END = re.compile(r"(?<=_of_)[0-9]+\Z")
_FILLED_IN = ("municipalities", "project_sheet")


def form_from(values: dict[str, Any], file: str) -> RoundForm:
    """Returns the form in a file that ships with the program.

    Raises:
        RefusedFileError: with file, place and reason.
    """
    version_of(values, file, format_name=FORM_FORMAT, newest=NEWEST_VERSION, kind="en ansøgningsrunde")
    for key in _FILLED_IN:
        if key in values:
            raise RefusedFileError(file, key, "feltet hører ikke til i skemaets fil")
    return convert(values, RoundForm, file)


def sheet_from(values: dict[str, Any], file: str) -> ProjectSheet:
    """Returns the project sheet in a file that ships with the program.

    Raises:
        RefusedFileError: with file, place and reason.
    """
    version_of(values, file, format_name=SHEET_FORMAT, newest=NEWEST_VERSION, kind="et projektskema")
    return convert(values, ProjectSheet, file)


def whole_round(
    form: RoundForm, file: str, municipalities: tuple[Municipality, ...], sheet: ProjectSheet | None
) -> Round:
    """Returns the round with its parts, the program's own fields, and its figures in the program's own texts.

    Raises:
        RefusedFileError: a text names a figure that the round does not have.
    """
    form = replace(form, fields=with_own_fields(form.fields, form.meanings))
    texts = own_texts_filled_in(form)
    for wrong in _figure_misfits(texts, form):
        raise RefusedFileError(file, wrong.place, wrong.reason)
    own = {field: getattr(form, field) for field in field_names(RoundForm)} | texts._asdict()
    return Round.model_construct(**own, municipalities=municipalities, project_sheet=sheet)


def _figure_misfits(texts: OwnTexts, form: RoundForm) -> Iterator[Misfit]:
    """Yields the names in braces that are no figure of the round."""
    for place, figure in unknown_figures(texts):
        threshold = _OF_A_THRESHOLD.get(_NUMBER_AT_END.sub("", figure.strip("{}")))
        if threshold is not None and getattr(form.limits, threshold) is None:
            reason = f"{figure} er tom, for intet kriterium bruger »{threshold}« i »thresholds«"
        else:
            reason = _MISPLACED.get(figure, f"{figure} er ikke navnet på en af rundens oplysninger")
        yield Misfit(place, reason)


def check_id(form: RoundForm | ProjectSheet, file: str) -> None:
    """Refuse a file whose name is not its id.

    Raises:
        RefusedFileError: with file, place and reason.
    """
    if form.id + JSON != file:
        raise RefusedFileError(file, "id", "id og filnavn skal være ens")


def foreign_values(data: bytes, file: str) -> dict[str, Any]:
    """Returns the values of a form or project sheet from outside, its texts in NFC with LF.

    Raises:
        RefusedFileError: with file, place and reason.
    """
    from botilbud_desktop.storage.json.normalization import normalised

    if len(data) > LARGEST_ADDED_FILE:
        raise RefusedFileError(file, "", f"den er større end {LARGEST_ADDED_FILE // 1_000_000} MB")
    values: dict[str, Any] = normalised(parse_json_object(data, file))
    return values


def foreign_form(values: dict[str, Any], file: str) -> RoundForm:
    """Returns a form from outside, which is trusted in nothing.

    Raises:
        RefusedFileError: with file, place and reason.
    """
    from botilbud_desktop.storage.rounds.foreign_form import form_troubles
    from botilbud_desktop.storage.rounds.plain_texts import troubles

    version_of(values, file, format_name=FORM_FORMAT, newest=NEWEST_VERSION, kind="en ansøgningsrunde")
    _refuse_first(troubles(values), file)
    form = form_from(values, file)
    _refuse_first(form_troubles(form), file)
    return form


def foreign_sheet(values: dict[str, Any], file: str) -> ProjectSheet:
    """Returns a project sheet from outside, which is trusted in nothing.

    Raises:
        RefusedFileError: with file, place and reason.
    """
    from botilbud_desktop.storage.rounds.foreign_form import sheet_troubles
    from botilbud_desktop.storage.rounds.plain_texts import troubles

    _refuse_first(troubles(values), file)
    sheet = sheet_from(values, file)
    _refuse_first(sheet_troubles(sheet), file)
    return sheet


def all_misfits(values: dict[str, Any]) -> list[Misfit]:
    """Returns all that keeps the values from being a form or a project sheet, for who makes one."""
    from botilbud_desktop.storage.rounds.plain_texts import troubles

    kind: type[Model] = ProjectSheet if values.get("format") == SHEET_FORMAT else RoundForm
    found = misfits(values, kind)
    own: Iterable[Trouble] = ()
    if not found:
        read = from_json_values(kind, values)
        own = _own_troubles(read)
        if isinstance(read, RoundForm):
            found = list(_figure_misfits(own_texts_filled_in(read), read))
    return [*(Misfit(str(trouble.place), trouble.reason) for trouble in (*troubles(values), *own)), *found]


def _own_troubles(read: Model) -> "Iterator[Trouble]":
    from botilbud_desktop.storage.rounds.foreign_form import form_troubles, sheet_troubles

    if isinstance(read, RoundForm):
        yield from form_troubles(read)
    elif isinstance(read, ProjectSheet):
        yield from sheet_troubles(read)


def _refuse_first(found: "Iterator[Trouble]", file: str) -> None:
    for trouble in found:
        raise RefusedFileError(file, str(trouble.place), trouble.reason)
