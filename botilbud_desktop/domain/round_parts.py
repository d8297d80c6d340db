"""The parts of a round's form file (*ansøgningsskemaet*): its fields, criteria, dates, texts and contacts.

Amounts are whole 1.000 kr. Texts called *wording* or *text* are the ministry's own, word for word; *label* and *help*
are the program's.
"""

from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from botilbud_desktop.domain.application import LegalBasis
from botilbud_desktop.domain.model import Model
from botilbud_desktop.domain.municipality import Text
from botilbud_desktop.domain.values.danish_time import in_danish_time
from botilbud_desktop.domain.values.dates import format_long_date
from botilbud_desktop.domain.values.iso_time import IsoDate
from botilbud_desktop.domain.values.whole_number import OnlyInt

FILE_NAME = r"^[A-Za-z0-9][A-Za-z0-9_.-]*$"
YEAR = r"^[0-9]{4}$"
CLOCK = r"^(?:[01][0-9]|2[0-3])\.[0-5][0-9]$"

FileName = Annotated[str, Field(pattern=FILE_NAME)]
YearText = Annotated[str, Field(pattern=YEAR)]
Positive = Annotated[int, Field(ge=1)]
Clock = Annotated[str, Field(pattern=CLOCK)]


class ApplicationWindow(Model):
    """When the web form is open (*ansøgningsvindue*), both days included, and when an answer is expected."""

    opens: IsoDate
    opens_at: Clock | None = Field(default=None, description="The time of that day, such as `09.00`, where it is told.")
    closes: IsoDate
    closes_at: Clock | None = Field(default=None, description="The time of the last day, such as `12.00`.")
    answer_by: IsoDate

    @property
    def opening(self) -> str:
        """When it opens, in words: `8. april 2030 kl. 09.00`."""
        return _in_words(self.opens, self.opens_at)

    @property
    def closing(self) -> str:
        """When it closes, in words: `4. juni 2030 kl. 12.00`."""
        return _in_words(self.closes, self.closes_at)

    def is_over(self, moment: datetime) -> bool:
        """Whether it is closed at a moment: after the time in Denmark, where one is told, else after the day."""
        if self.closes_at is None:
            return moment.date() > self.closes
        clock = time.fromisoformat(self.closes_at.replace(".", ":"))
        return in_danish_time(moment) > datetime.combine(self.closes, clock)


def _in_words(day: date, clock: str | None) -> str:
    return format_long_date(day) if clock is None else f"{format_long_date(day)} kl. {clock}"


class FormField(Model):
    """A field: one of the ministry's, or one that the criteria need and the form lacks (then `wording` is empty)."""

    path: Text = Field(description="The field path with `[]` for any project, such as `projects[].loan.2025`.")
    label: Text = Field(description="The visible label in the window, with its unit: also the input's accessible name.")
    column: str = Field(
        default="",
        description="The letter of its column in the ministry's table; the columns stand in the order of the fields.",
    )
    wording: str = Field(default="", description="The ministry's own words for the field.")
    help: str = Field(default="", description="What to write, in the program's words.")
    criteria: tuple[int, ...] = Field(default=(), description="The numbers of the criteria that the field bears upon.")
    limit: Positive | None = Field(
        default=None, description="The most characters that the web form takes; None when it states no limit."
    )

    @property
    def lettered_label(self) -> str:
        """The label with the letter of its column, where it has one: `A. Projektets navn`."""
        return f"{self.column}. {self.label}" if self.column else self.label


class CriterionMeaning(StrEnum):
    """What a criterion is about, as far as the program can judge it by a draft."""

    LEGAL_BASIS = "legal_basis"
    EXPANSION = "expansion"
    COMPLETION_DATE = "completion_date"
    GROSS_COST = "gross_cost"
    SHARE_FOR_OTHERS = "share_for_others"
    PRESERVATION = "preservation"
    NOT_ASSESSED = "not_assessed"
    """Something that no draft tells: a person must judge it."""


MEANINGS_BY_NUMBER = tuple(meaning for meaning in CriterionMeaning if meaning is not CriterionMeaning.NOT_ASSESSED)
"""What the criteria mean in a form that does not say: there are six of them, in this order."""


class Criterion(Model):
    """One of the criteria (*kriterier*) that give access to the pool, verbatim."""

    number: Positive
    meaning: CriterionMeaning | None = Field(
        default=None,
        description="What the program judges it by, or `not_assessed` where a person must. Where no criterion has a "
        "meaning, there are six, in the order of the values.",
    )
    title: Text
    text: Text


class ContentMeaning(StrEnum):
    """What a required content of the description asks for, as far as the program can judge it sentence by sentence."""

    EXPANSION = "expansion"
    SHARE_FOR_OTHERS = "share_for_others"
    PRICING = "pricing"
    LOAN_BY_YEAR = "loan_by_year"
    TAKEN_INTO_USE = "taken_into_use"
    NEW_OR_RENOVATED = "new_or_renovated"


class RequiredContent(Model):
    """Something that the overall description must tell, verbatim, and the words by which it is recognised.

    With a `meaning` it is judged by that, sentence by sentence. Without one it may be there when every group of
    `recognised_by` has at least one of its words in the description (compared without regard to case; `#` stands for
    any digit): words alone prove nothing.
    """

    number: Positive
    meaning: ContentMeaning | None = Field(
        default=None,
        description="What the program judges it by, sentence by sentence. Without it, only its words are looked for.",
    )
    title: Text
    text: Text
    recognised_by: Annotated[tuple[tuple[Text, ...], ...], Field(min_length=1)]


class LegalBasisChoice(Model):
    """A legal basis that can be chosen, whether the pool covers it, and whether its new places are capacity."""

    code: LegalBasis
    label: Text
    eligible: bool = Field(description="Whether the pool covers it (SEL §§ 107 and 108).")
    counts_as_capacity: bool = Field(
        default=False,
        description="Whether new places expand the capacity though the pool does not cover them "
        "(ABL § 105). What the pool covers counts without it.",
    )

    @property
    def law(self) -> str:
        """The law within a sentence: `SEL § 107`, `barnets lov § 43`, `andet lovgrundlag`."""
        name = self.label.split(" (")[0]
        return name if name.split(" ")[0].isupper() else name[:1].lower() + name[1:]


class CostLimit(NamedTuple):
    """The least gross construction cost, in 1.000 kr."""

    amount: int
    is_over: bool
    """Whether the cost must be over the amount, and not just this."""

    def allows(self, cost: int | Fraction) -> bool:
        """Whether a cost reaches the limit."""
        return cost > self.amount if self.is_over else cost >= self.amount


class Thresholds(Model):
    """The figures in the criteria, each needed where a criterion is judged by it."""

    gross_cost_over: Annotated[int, Field(ge=0)] | None = Field(
        default=None, description="The gross construction cost must be *over* this, in 1.000 kr., and not just this."
    )
    gross_cost_at_least: Annotated[int, Field(ge=0)] | None = Field(
        default=None, description="The gross construction cost must be *at least* this, in 1.000 kr."
    )
    last_completion_date: IsoDate | None = Field(default=None, description="The last day to be finished.")
    least_share_for_others: Annotated[str, Field(pattern=r"^[0-9]{1,3}(\.[0-9]{1,2})?$")] | None = Field(
        default=None, description="The least per cent of the places for other municipalities."
    )

    @property
    def least_share(self) -> Decimal:
        """`least_share_for_others` as an exact number of per cent; 0 without."""
        return Decimal(self.least_share_for_others or 0)

    @property
    def gross_cost(self) -> CostLimit:
        """The least gross construction cost; a limit of 0 without."""
        if self.gross_cost_over is not None:
            return CostLimit(self.gross_cost_over, is_over=True)
        return CostLimit(self.gross_cost_at_least or 0, is_over=False)


MEANING_OF_FIGURE = {
    "gross_cost_over": CriterionMeaning.GROSS_COST,
    "gross_cost_at_least": CriterionMeaning.GROSS_COST,
    "last_completion_date": CriterionMeaning.COMPLETION_DATE,
    "least_share_for_others": CriterionMeaning.SHARE_FOR_OTHERS,
}
"""What the criterion that uses a figure of `Thresholds` is about."""


class Plausibility(Model):
    """Limits beyond which a value is asked about, since it is probably a slip; without a limit nothing is asked."""

    least_amount: Positive | None = Field(
        default=None, description="An amount from 1 to below this, in 1.000 kr., was probably typed in millions."
    )
    least_loan_per_place: Positive | None = Field(
        default=None, description="A loan below this for each new place, in 1.000 kr., is unlikely."
    )
    most_loan_per_place: Positive | None = Field(
        default=None, description="A loan over this for each new place, in 1.000 kr., is unlikely."
    )
    least_letters_of_reason: Positive | None = Field(
        default=None, description="Criterion 6: fewer letters are no reason to preserve places."
    )


class ContactTopic(StrEnum):
    """What one of the round's contacts is asked about."""

    WEBSITE = "website"
    MORE_PROJECTS = "more_projects"
    CRITERIA = "criteria"


class RoundContact(Model):
    """A person at the ministry or agency to ask, and about what."""

    name: Text
    email: Text
    phone: str = Field(default="", description="Empty where the ministry gives none.")
    about: Text
    topics: tuple[ContactTopic, ...] = Field(
        default=(), description="What the program's sentences name this contact for; the first of a topic is named."
    )


class Section(Model):
    """A heading of the letter or form with its paragraphs, verbatim."""

    heading: str
    paragraphs: tuple[Text, ...]


class WeightingTopic(StrEnum):
    """What the ministry weighs, as far as a draft can say something to it."""

    COORDINATION = "coordination"
    SIZE = "size"
    SHARE = "share"
    REGION = "region"
    PRICE = "price"


class WeightedTopic(Model):
    """What one of the weighting criteria is about, and the words by which a text says something to it."""

    topic: WeightingTopic
    item: Positive | None = Field(
        default=None, description="The number among `items`, from 1; None for the paragraph on coordination."
    )
    title: Text
    recognised_by: tuple[Text, ...] = Field(
        default=(),
        description="Beginnings of words, without regard to case. A sentence with one of them may be about the topic.",
    )


class Weighting(Model):
    """The weighting criteria (*vægtningskriterier*), verbatim, and what the program knows about each of them."""

    heading: Text
    introduction: Text
    coordination_heading: str = ""
    coordination: str = Field(default="", description="Empty where the ministry has no such paragraph.")
    selection_heading: Text
    selection: Text
    items: tuple[Text, ...]
    topics: tuple[WeightedTopic, ...] = Field(
        default=(), description="A weighting criterion without a topic is shown with the ministry's words alone."
    )


class ProjectSheet(Model):
    """The second form: a sheet for one project with a short description (*projektskema*), verbatim labels.

    `{year}` in a text stands for the project's loan year.
    """

    format: Literal["botilbud-project-sheet"]
    format_version: Annotated[Literal[1], OnlyInt]
    id: FileName
    loan_wording: Text
    loan_unit: Text
    places_unit: Text
    places_wording: Text | None = Field(
        default=None, description="One line for all new places of a year, where the sheet does not divide them by law."
    )
    places_107_wording: Text | None = None
    places_108_wording: Text | None = None
    places_undecided_wording: Text | None = None
    total_wording: Text
    share_unit: Text
    share_wording: Text
    date_unit: Text
    date_wording: Text
    description_wording: Text
    description_limit: Positive
