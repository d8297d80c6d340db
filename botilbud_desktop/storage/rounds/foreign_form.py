"""What a form or project sheet from outside may not say, though its values fit the model."""

import re
from collections.abc import Iterator, Mapping
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.field_path import FieldPath, field_path
from botilbud_desktop.domain.form_bounds import LONGEST_TEXT, MOST_PROJECTS
from botilbud_desktop.domain.model import Model
from botilbud_desktop.domain.round_form import RoundForm
from botilbud_desktop.domain.round_parts import ProjectSheet
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.domain.web_form.asked_fields import can_be_a_column, can_be_asked
from botilbud_desktop.storage.files.file_names import is_reserved
from botilbud_desktop.storage.rounds.plain_texts import Trouble

MOST_YEARS = 10
LONGEST_ID = 80

_COLUMN = re.compile(r"[A-ZÆØÅa-zæøå0-9]{1,3}")
_EXPANSION = re.compile(r"projects\[\]\.expansion\.([0-9]{4})")
_EMAIL = re.compile(r"[A-Za-z0-9._%+'-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}")
_WEBSITE = re.compile(r"(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?:/[A-Za-z0-9._~/%?=&+-]*)?")
_LOGIN = re.compile(r"[A-Za-z0-9._-]{1,40}")


def form_troubles(form: RoundForm) -> Iterator[Trouble]:
    """Yields what the form may not say, in no particular order."""
    for key, name in (("id", form.id), ("municipality_register", form.municipality_register)):
        yield from _name_trouble(key, name)
    if form.project_sheet_form:
        yield from _name_trouble("project_sheet_form", form.project_sheet_form)
    if len(form.years) > MOST_YEARS:
        yield _trouble("years", f"programmet kan højst vise {MOST_YEARS} år")
    if form.max_projects > MOST_PROJECTS:
        yield _trouble("max_projects", f"programmet kan højst vise {MOST_PROJECTS} projekter")
    if not _WEBSITE.fullmatch(form.website):
        yield _trouble("website", "der skal stå adressen på et websted som www.indtast.dk")
    if not _LOGIN.fullmatch(form.login_prefix):
        yield _trouble("login_prefix", "der skal stå begyndelsen af et brugernavn: bogstaver og cifre")
    if not _EMAIL.fullmatch(form.documentation_email):
        yield _trouble("documentation_email", _NO_EMAIL)
    for index, contact in enumerate(form.contacts):
        if not _EMAIL.fullmatch(contact.email):
            yield _trouble(f"contacts[{index}].email", _NO_EMAIL)
    yield from _field_troubles(form)


_NO_FIELD = (
    "kladden har ikke noget felt af det navn. Vælg et af dens, eller slet feltet, og skriv spørgsmålet i »guide«"
)
_NO_EMAIL = "der skal stå én e-mailadresse som navn@ministerium.dk"


def sheet_troubles(sheet: ProjectSheet) -> Iterator[Trouble]:
    """Yields what the project sheet may not say."""
    yield from _name_trouble("id", sheet.id)
    if sheet.description_limit > LONGEST_TEXT:
        yield _trouble("description_limit", f"programmet kan højst vise {format_number(LONGEST_TEXT)} tegn")


def _field_troubles(form: RoundForm) -> Iterator[Trouble]:
    numbers = {criterion.number for criterion in form.criteria}
    columns: set[str] = set()
    for index, field in enumerate(form.fields):
        place = f"fields[{index}]"
        expansion = _EXPANSION.fullmatch(field.path)
        years = form.year_keys
        if not (expansion[1] in years if expansion else is_field_of_a_draft(field.path, years)):
            yield _trouble(
                f"{place}.path",
                _NO_FIELD,
            )
        if field.column and not _COLUMN.fullmatch(field.column):
            yield _trouble(f"{place}.column", "der skal stå et bogstav som A eller AA")
        elif field.column.lower() in columns:
            yield _trouble(f"{place}.column", f"kolonnen {field.column} er der også som stort eller lille bogstav")
        columns.update([field.column.lower()] if field.column else [])
        if field.limit is not None and field.limit > LONGEST_TEXT:
            yield _trouble(f"{place}.limit", f"programmet kan højst vise {format_number(LONGEST_TEXT)} tegn")
        if field.column and not can_be_a_column(field.path):
            yield _trouble(f"{place}.column", "tabellen kan ikke vise det felt. Slet kolonnens bogstav")
        elif field.wording and not can_be_asked(field.path):
            yield _trouble(f"{place}.wording", "skemaet kan ikke vise det felt, for det er kun kladdens. Slet ordene")
        if not numbers.issuperset(field.criteria):
            yield _trouble(f"{place}.criteria", "der er intet kriterium med det nummer")


def is_field_of_a_draft(path: str, years: tuple[str, ...]) -> bool:
    """Whether a form's path (`projects[].loan.2025`) names a value, row or list of a draft."""
    kinds: list[Any] = [Application]
    for part in field_path(path.replace("[]", "[0]")):
        found = [inner for kind in kinds for inner in _inside(kind, part, years)]
        if not found:
            return False
        kinds = found
    return path != "" and field_path(path.replace("[]", "[0]")).form_path == path


def _inside(kind: Any, part: str | int, years: tuple[str, ...]) -> Iterator[Any]:
    """Yields the types of what is in a value of the type `kind` at `part` of a path."""
    for alternative in _alternatives(kind):
        origin = get_origin(alternative)
        if isinstance(part, int):
            if origin is tuple:
                yield get_args(alternative)[0]
        elif origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
            if part in years:
                yield get_args(alternative)[1]
        elif _is_model(alternative) and part in alternative.model_fields:
            yield alternative.model_fields[part].annotation


def _is_model(kind: Any) -> bool:
    return get_origin(kind) is None and isinstance(kind, type) and issubclass(kind, Model)


def _alternatives(kind: Any) -> Iterator[Any]:
    """Yields the types that a type allows."""
    kind = getattr(kind, "__value__", kind)
    if get_origin(kind) is Annotated:
        yield from _alternatives(get_args(kind)[0])
    elif get_origin(kind) in (Union, UnionType):
        for choice in get_args(kind):
            yield from _alternatives(choice)
    else:
        yield kind


def _name_trouble(key: str, name: str) -> Iterator[Trouble]:
    if is_reserved(name):
        yield _trouble(key, "det navn har Windows reserveret")
    if len(name) > LONGEST_ID:
        yield _trouble(key, f"navnet må højst have {format_number(LONGEST_ID)} tegn")
    if name.endswith("."):
        yield _trouble(key, "navnet må ikke ende på punktum")


def _trouble(place: str, reason: str) -> Trouble:
    return Trouble(FieldPath(field_path(place)), reason)
