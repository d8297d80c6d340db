"""A round of the pool (*ansøgningsrunde*): the ministry's form as data.

Everything that a round asks for is read from a file in `forms/`: texts, years, limits, dates, thresholds, the order
of the fields and whom to contact. Amounts are whole 1.000 kr. Texts called *wording* or *text* are the ministry's
own, word for word; *label* and *help* are the program's.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Literal

from msgspec import Meta, Struct

from botilbud_desktop.domain.application import LegalBasis
from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.municipality import Municipality

Text = Annotated[str, Meta(min_length=1)]
FileName = Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*\Z")]
YearText = Annotated[str, Meta(pattern=r"^[0-9]{4}\Z")]
Positive = Annotated[int, Meta(ge=1)]


class _Part(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What all parts of a form file share."""


class ApplicationWindow(_Part, frozen=True, kw_only=True):
    """When the web form is open (*ansøgningsvindue*), both days included, and when an answer is expected."""

    opens: date
    closes: date
    answer_by: date


class FormField(_Part, frozen=True, kw_only=True):
    """A field: one of the ministry's, or one that the criteria need and the form lacks (then `wording` is empty)."""

    path: Text
    """The field path with `[]` for any project, such as `projects[].loan.2025`."""
    label: Text
    """The visible label in the window, with its unit: also the input's accessible name."""
    column: str = ""
    """The letter of its column in the ministry's table; the columns stand in the order of the fields."""
    wording: str = ""
    """The ministry's own words for the field."""
    help: str = ""
    """What to write, in the program's words."""
    criteria: tuple[int, ...] = ()
    """The numbers of the criteria that the field bears upon."""
    limit: Positive | None = None
    """The most characters that the web form takes; None when it states no limit."""

    @property
    def lettered_label(self) -> str:
        """The label with the letter of its column, where it has one: `A. Projektets navn`."""
        return f"{self.column}. {self.label}" if self.column else self.label


class Criterion(_Part, frozen=True, kw_only=True):
    """One of the six criteria (*kriterier*) that give access to the pool, verbatim."""

    number: Annotated[int, Meta(ge=1, le=6)]
    title: Text
    text: Text


class RequiredContent(_Part, frozen=True, kw_only=True):
    """Something that the overall description must tell, verbatim, and the words by which it is recognised.

    It is recognised when every group of `recognised_by` has at least one of its words in the description (compared
    without regard to case; `#` stands for any digit).
    """

    number: Positive
    title: Text
    text: Text
    recognised_by: Annotated[tuple[tuple[Text, ...], ...], Meta(min_length=1)]


class LegalBasisChoice(_Part, frozen=True, kw_only=True):
    """A legal basis that can be chosen, and whether the pool covers it (SEL §§ 107 and 108)."""

    code: LegalBasis
    label: Text
    eligible: bool


class Thresholds(_Part, frozen=True, kw_only=True):
    """The figures in the criteria."""

    gross_cost_over: Annotated[int, Meta(ge=0)]
    """Criterion 4: the gross construction cost must be *over* this (1.000 kr.; exactly this is too little)."""
    last_completion_date: date
    """Criterion 3: the last day to be finished."""
    least_share_for_others: Annotated[str, Meta(pattern=r"^[0-9]{1,3}(\.[0-9]{1,2})?\Z")]
    """Criterion 5: the least per cent of the places for other municipalities."""

    @property
    def least_share(self) -> Decimal:
        """`least_share_for_others` as an exact number of per cent."""
        return Decimal(self.least_share_for_others)


class RoundContact(_Part, frozen=True, kw_only=True):
    """A person at the ministry or agency to ask, and about what."""

    name: Text
    email: Text
    phone: Text
    about: Text


class Section(_Part, frozen=True, kw_only=True):
    """A heading of the letter or form with its paragraphs, verbatim."""

    heading: str
    paragraphs: tuple[Text, ...]


class Weighting(_Part, frozen=True, kw_only=True):
    """The weighting criteria (*vægtningskriterier*), verbatim."""

    heading: Text
    introduction: Text
    coordination_heading: Text
    coordination: Text
    selection_heading: Text
    selection: Text
    items: tuple[Text, ...]


class ProjectSheet(_Part, frozen=True, kw_only=True):
    """The second form: a sheet for one project with a short description (*projektskema*), verbatim labels.

    `{year}` in a text stands for the project's loan year.
    """

    format: Literal["botilbud-project-sheet"]
    format_version: Literal[1]
    id: FileName
    loan_wording: Text
    loan_unit: Text
    places_unit: Text
    places_107_wording: Text
    places_108_wording: Text
    places_undecided_wording: Text
    total_wording: Text
    share_unit: Text
    share_wording: Text
    date_unit: Text
    date_wording: Text
    description_wording: Text
    description_limit: Positive


class Round(_Part, frozen=True, kw_only=True, dict=True):
    """One round with its form, criteria, dates, contacts and municipalities."""

    format: Literal["botilbud-form"]
    format_version: Literal[1]
    id: FileName
    """The name of the form at the web site, such as `LanBotilbud_2025-26`."""
    title: Text
    short_title: Text
    """The program's short name of the round, for lists and headers."""
    years: Annotated[tuple[int, ...], Meta(min_length=1)]
    pool: Mapping[YearText, Positive]
    """The pool of each year, in 1.000 kr."""
    window: ApplicationWindow
    website: Text
    login_prefix: Text
    municipality_register: FileName
    project_sheet_form: FileName
    max_projects: Positive
    more_projects: Text
    applicant_wording: Text
    deadline: Text
    table_heading: Text
    """The heading of the ministry's table of projects."""
    row_wording: Text
    """The heading of the table's rows: `Projekt`."""
    totals_wording: Text
    description_introduction: Text
    documentation: Text
    documentation_email: Text
    privacy: Text
    fields: tuple[FormField, ...]
    criteria_heading: Text
    criteria: Annotated[tuple[Criterion, ...], Meta(min_length=6, max_length=6)]
    weighting: Weighting
    required_contents: tuple[RequiredContent, ...]
    legal_bases: tuple[LegalBasisChoice, ...]
    thresholds: Thresholds
    contacts: tuple[RoundContact, ...]
    letter: tuple[Section, ...]
    background: tuple[Section, ...]
    guide: Section
    contacts_heading: Text
    municipalities: tuple[Municipality, ...] = ()
    """Filled in from the register; never in the form file itself."""
    project_sheet: ProjectSheet | None = None
    """Filled in from the second form; never in the form file itself."""

    @cached_property
    def year_keys(self) -> tuple[str, ...]:
        """The years as they stand as keys in a draft file."""
        return tuple(str(year) for year in self.years)

    @cached_property
    def columns(self) -> tuple[FormField, ...]:
        """The columns of the ministry's table of projects, in its order."""
        return tuple(field for field in self.fields if field.column)

    @cached_property
    def eligible_bases(self) -> frozenset[LegalBasis]:
        """The legal bases that the pool covers."""
        return frozenset(choice.code for choice in self.legal_bases if choice.eligible)

    @cached_property
    def _fields_by_path(self) -> dict[str, FormField]:
        return {field.path: field for field in self.fields}

    @cached_property
    def _municipalities_by_code(self) -> dict[str, Municipality]:
        return {municipality.code: municipality for municipality in self.municipalities}

    def field(self, path: str) -> FormField | None:
        """The field at a path of the form (`projects[].name`), or None."""
        return self._fields_by_path.get(path)

    def nearest_field(self, path: FieldPath) -> FormField | None:
        """The field at a path of a draft, or at the nearest place above it; None when there is none."""
        while path:
            if field := self.field(path.form_path):
                return field
            path = FieldPath(path[:-1])
        return None

    def municipality(self, code: str | None) -> Municipality | None:
        """The municipality with `code`, or None."""
        return None if code is None else self._municipalities_by_code.get(code)

    def login(self, code: str) -> str:
        """The municipality's user name at the web site, such as `ansog851`."""
        return f"{self.login_prefix}{code}"

    def pool_of(self, year: str) -> int | None:
        """The pool of a year in 1.000 kr., or None when the round has no such year."""
        return self.pool.get(year)
