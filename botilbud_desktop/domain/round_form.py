"""A round of the pool (*ansøgningsrunde*) as read from its file in `forms/`, with its consistency checks."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from botilbud_desktop.domain.application import LegalBasis
from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.model import Model
from botilbud_desktop.domain.municipality import Text
from botilbud_desktop.domain.own_fields import own_field
from botilbud_desktop.domain.round_parts import (
    MEANING_OF_FIGURE,
    MEANINGS_BY_NUMBER,
    ApplicationWindow,
    ContactTopic,
    Criterion,
    CriterionMeaning,
    FileName,
    FormField,
    LegalBasisChoice,
    Plausibility,
    Positive,
    RequiredContent,
    RoundContact,
    Section,
    Thresholds,
    Weighting,
    WeightingTopic,
    YearText,
)
from botilbud_desktop.domain.values.whole_number import OnlyInt

_REQUIRED_FIELDS = (
    "applicant.municipality_code",
    "projects[].name",
    "projects[].share_for_others",
    "projects[].completion_date",
    "contacts.names",
    "contacts.phones",
    "contacts.emails",
)
_DESCRIPTION = "description"
_PROJECT_DESCRIPTION = "projects[].description"
"""A text of the project sheet: a round without the sheet need not have it."""


_EVERYTHING = 100
"""Per cent."""


class RoundForm(Model):
    """One round as its file tells it: form, criteria, dates and contacts."""

    schema_for_editors: str = Field(default="", alias="$schema", description="Where an editor finds this schema.")
    format: Literal["botilbud-form"]
    format_version: Annotated[Literal[1], OnlyInt]
    id: FileName = Field(description="The name of the form at the web site, such as `LanBotilbud_2025-26`.")
    title: Text
    short_title: Text = Field(description="The program's short name of the round, for lists and headers.")
    years: Annotated[tuple[int, ...], Field(min_length=1)]
    pool: Mapping[YearText, Positive] = Field(
        description="The pool of each year, in 1.000 kr.", json_schema_extra={"additionalProperties": False}
    )
    window: ApplicationWindow
    website: Text
    login_prefix: Text
    municipality_register: FileName
    project_sheet_form: FileName | None = Field(
        default=None, description="The file of the sheet for a single project; none where the round has no such sheet."
    )
    max_projects: Positive
    more_projects: Text
    applicant_wording: Text
    deadline: Text
    table_heading: Text = Field(description="The heading of the ministry's table of projects.")
    row_wording: Text = Field(description="The heading of the table's rows: `Projekt`.")
    totals_wording: Text
    description_introduction: Text
    documentation: Text
    documentation_email: Text
    privacy: str = Field(default="", description="Empty where the form does not tell.")
    fields: tuple[FormField, ...]
    criteria_heading: Text
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1, max_length=20)]
    weighting: Weighting
    required_contents: tuple[RequiredContent, ...]
    legal_bases: tuple[LegalBasisChoice, ...]
    thresholds: Thresholds
    plausibility: Plausibility = Plausibility.model_construct()
    contacts: tuple[RoundContact, ...]
    letter: tuple[Section, ...]
    background: tuple[Section, ...]
    guide: Section
    contacts_heading: Text

    @cached_property
    def year_keys(self) -> tuple[str, ...]:
        """The years as keys in a draft file."""
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
    def usual_basis(self) -> LegalBasis:
        """The legal basis of new rows of places: SEL §§ 107 and 108 undivided, else the first that the pool covers."""
        covered = [choice.code for choice in self.legal_bases if choice.eligible]
        undivided = LegalBasis.SEL_107_108
        return undivided if undivided in covered or not covered else covered[0]

    @cached_property
    def capacity_bases(self) -> frozenset[LegalBasis]:
        """The legal bases whose new places expand the capacity: those that the pool covers, and ABL § 105."""
        return frozenset(choice.code for choice in self.legal_bases if choice.eligible or choice.counts_as_capacity)

    @cached_property
    def weighed_topics(self) -> frozenset[WeightingTopic]:
        """What the ministry weighs, as far as the round tells."""
        return frozenset(topic.topic for topic in self.weighting.topics)

    @cached_property
    def century(self) -> int:
        """The century of the round's years, as a year: 2000. It completes a year of two digits."""
        return self.years[0] // 100 * 100

    @cached_property
    def limits(self) -> Thresholds:
        """The figures that the round's criteria ask for; one in `thresholds` that no criterion is about is ignored."""
        asked = self.meanings.values()
        return Thresholds.model_construct(
            **{
                name: getattr(self.thresholds, name) if meaning in asked else None
                for name, meaning in MEANING_OF_FIGURE.items()
            }
        )

    @cached_property
    def last_day(self) -> date:
        """The last day to be finished; where no criterion sets one, the end of the round's years."""
        return self.limits.last_completion_date or date(self.years[-1], 12, 31)

    @cached_property
    def example_date(self) -> date:
        """A date that shows how dates are written: in the round's first year, but never after its last day."""
        return min(date(self.years[0], 11, 30), self.last_day)

    @cached_property
    def meanings(self) -> Mapping[int, CriterionMeaning]:
        """What each criterion is about, by its number."""
        return {
            criterion.number: criterion.meaning or MEANINGS_BY_NUMBER[criterion.number - 1]
            for criterion in self.criteria
        }

    def criterion_about(self, meaning: CriterionMeaning) -> Criterion | None:
        """Returns the criterion that the program judges by `meaning`, or None."""
        return next((criterion for criterion in self.criteria if self.meanings[criterion.number] is meaning), None)

    @cached_property
    def eligible_law(self) -> str:
        """The legal bases that the pool covers, in a sentence: `SEL §§ 107 og 108`."""
        codes = self.eligible_bases - {LegalBasis.SEL_107_108}
        laws = [choice.law for choice in self.legal_bases if choice.code in codes]
        if {LegalBasis.SEL_107, LegalBasis.SEL_108} <= codes:
            together = next(choice.law for choice in self.legal_bases if choice.code is LegalBasis.SEL_107_108)
            own = (LegalBasis.SEL_107, LegalBasis.SEL_108)
            others = [choice.law for choice in self.legal_bases if choice.code in codes and choice.code not in own]
            laws = [together, *others]
        return f"{', '.join(laws[:-1])} og {laws[-1]}" if len(laws) > 1 else "".join(laws) or "puljens lovgrundlag"

    def contact_for(self, topic: ContactTopic) -> RoundContact | None:
        """Returns whom to ask about a topic, or None when the round does not say."""
        return next((contact for contact in self.contacts if topic in contact.topics), None)

    @cached_property
    def _fields_by_path(self) -> dict[str, FormField]:
        return {field.path: field for field in self.fields}

    def field(self, path: str) -> FormField | None:
        """Returns the field at a path of the form (`projects[].name`), or None.

        What every draft has room for, whatever its form asks (`own_fields`), is found as well.
        """
        return self._fields_by_path.get(path) or own_field(path)

    def nearest_field(self, path: FieldPath) -> FormField | None:
        """Returns the field at a path of a draft, or at its nearest parent path; None when there is none."""
        while path:
            if field := self.field(path.form_path):
                return field
            path = FieldPath(path[:-1])
        return None

    @property
    def site(self) -> str:
        """The web site's name in headings, such as `indtast.dk`."""
        return self.website.removeprefix("www.")

    def login(self, code: str) -> str:
        """Returns the municipality's user name at the web site, such as `ansog851`."""
        return f"{self.login_prefix}{code}"

    def pool_of(self, year: str) -> int | None:
        """Returns the pool of a year in 1.000 kr., or None when the round has no such year."""
        return self.pool.get(year)

    @model_validator(mode="after")
    def _check_consistency(self) -> Self:
        errors = [InitErrorDetails(type=problem, loc=path, input=None) for path, problem in _problems(self)]
        if errors:
            raise ValidationError.from_exception_data(type(self).__name__, errors)
        return self


type _ErrorPath = tuple[str | int, ...]
type _Problems = Iterator[tuple[_ErrorPath, PydanticCustomError]]


def _problems(form: RoundForm) -> _Problems:
    """Yields the inconsistencies of a form, each with its path."""
    if list(form.years) != sorted(set(form.years)):
        yield ("years",), PydanticCustomError("years_out_of_order", "")
    if tuple(form.pool) != form.year_keys:
        yield ("pool",), PydanticCustomError("pool_of_other_years", "")
    yield from _wrong_numbers("criteria", "criterion_number", [criterion.number for criterion in form.criteria])
    yield from _wrong_meanings(form)
    yield from _wrong_numbers("required_contents", "content_number", [item.number for item in form.required_contents])
    yield from _wrong_fields(form)
    codes = Counter(choice.code for choice in form.legal_bases)
    for code in LegalBasis:
        if codes[code] != 1:
            yield ("legal_bases",), _missing_or_repeated("legal_basis", code, codes[code])
    if not form.window.opens <= form.window.closes <= form.window.answer_by:
        yield ("window",), PydanticCustomError("days_out_of_order", "")
    yield from _impossible_values(form)


def _impossible_values(form: RoundForm) -> _Problems:
    """Yields a window that closes before it opens on its only day, and a share of more than everything."""
    window = form.window
    if window.opens == window.closes and window.opens_at and window.closes_at and window.opens_at >= window.closes_at:
        yield ("window", "closes_at"), PydanticCustomError("clocks_out_of_order", "")
    if form.thresholds.least_share > _EVERYTHING:
        yield ("thresholds", "least_share_for_others"), PydanticCustomError("share_over_100", "")


def _wrong_numbers(name: str, kind: Literal["criterion_number", "content_number"], numbers: list[int]) -> _Problems:
    """Yields the items that are not numbered in order from 1."""
    for index, number in enumerate(numbers):
        if number != index + 1:
            yield (name, index, "number"), PydanticCustomError(kind, "", {"number": index + 1})


def _wrong_meanings(form: RoundForm) -> _Problems:
    """Yields criteria that do not tell what they are about, or tell it twice, and figures that they need."""
    meanings = [criterion.meaning for criterion in form.criteria]
    if not any(meanings):
        if len(meanings) != len(MEANINGS_BY_NUMBER):
            yield ("criteria",), PydanticCustomError("criteria_without_meaning", "", {"number": len(meanings)})
            return
        meanings = list(MEANINGS_BY_NUMBER)
    for index, meaning in enumerate(meanings):
        if meaning is None:
            yield ("criteria", index, "meaning"), PydanticCustomError("meaning_missing", "")
        elif meaning is not CriterionMeaning.NOT_ASSESSED and meaning in meanings[:index]:
            yield ("criteria", index, "meaning"), PydanticCustomError("meaning_repeated", "", {"name": meaning})
    limits = form.thresholds
    costs = (limits.gross_cost_over, limits.gross_cost_at_least)
    if all(cost is not None for cost in costs):
        yield ("thresholds", "gross_cost_at_least"), PydanticCustomError("two_costs", "")
    for meaning, name, figure in (
        (CriterionMeaning.GROSS_COST, "gross_cost_over", next((cost for cost in costs if cost is not None), None)),
        (CriterionMeaning.COMPLETION_DATE, "last_completion_date", limits.last_completion_date),
        (CriterionMeaning.SHARE_FOR_OTHERS, "least_share_for_others", limits.least_share_for_others),
    ):
        if meaning in meanings and figure is None:
            kind = "day_missing" if meaning is CriterionMeaning.COMPLETION_DATE else "figure_missing"
            error = PydanticCustomError(kind, "", {"number": meanings.index(meaning) + 1})
            yield ("thresholds", name), error


def _wrong_fields(form: RoundForm) -> _Problems:
    """Yields repeated fields and columns, missing fields of the ministry's form, and texts without a limit."""
    times = Counter(field.path for field in form.fields)
    by_year = (f"projects[].{field}.{year}" for field in ("loan", "expansion") for year in form.year_keys)
    needed = (*_REQUIRED_FIELDS, *_limited_texts(form), *by_year)
    for path in dict.fromkeys((*times, *needed)):
        if times[path] != 1:
            yield ("fields",), _missing_or_repeated("field", path, times[path])
    for letter, number in Counter(column.column for column in form.columns).items():
        if number != 1:
            yield ("fields",), PydanticCustomError("column_repeated", "", {"name": letter, "times": number})
    for path in _limited_texts(form):
        field = form.field(path)
        if field is not None and field.limit is None:
            yield ("fields",), PydanticCustomError("field_without_limit", "", {"name": path})


def _limited_texts(form: RoundForm) -> tuple[str, ...]:
    return (_DESCRIPTION,) if form.project_sheet_form is None else (_DESCRIPTION, _PROJECT_DESCRIPTION)


def _missing_or_repeated(kind: Literal["field", "legal_basis"], name: str, times: int) -> PydanticCustomError:
    """Returns the error for something that must occur once but is missing or repeated."""
    how: Literal["missing", "repeated"] = "repeated" if times else "missing"
    return PydanticCustomError(f"{kind}_{how}", "", {"name": name, "times": times})
