"""The application (*ansøgningen*) as frozen models: the content of one `.botilbud` file.

The file holds its `lineage` besides. That tells where the content came from, and is not part of it: it is read and
written with the file (`storage/draft`), and nobody edits, compares or approves it.

The models accept values that are out of range (a sixth project, a negative amount, an over-long text); the rules
report them. They refuse values of the wrong type.

The keys that version 2 of the format added are written only where they are filled in (`exclude_if`). So a draft without
them has the same file and the same fingerprint as one of a program that did not know them.
"""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from botilbud_desktop.domain.cost_plan import CostPlan
from botilbud_desktop.domain.model import Model
from botilbud_desktop.domain.notes.records import (
    Comment,
    ContentNumber,
    ContentVerdict,
    CoverNote,
    InsertedFact,
    Milestone,
    is_empty,
)
from botilbud_desktop.domain.values.iso_time import IsoDate, Moment
from botilbud_desktop.domain.values.whole_number import OnlyInt, Whole

FORMAT = "botilbud-application"
FORMAT_VERSION = 2

UUID = r"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"
PERCENT = r"^-?[0-9]{1,9}(\.[0-9]{1,2})?$"
FINGERPRINT = r"^sha256:[0-9a-f]{64}$"
MUNICIPALITY_CODE = r"^[0-9]{3}$"

Uuid = Annotated[str, Field(pattern=UUID)]
PercentText = Annotated[str, Field(pattern=PERCENT)]
FingerprintText = Annotated[str, Field(pattern=FINGERPRINT)]
MunicipalityCode = Annotated[str, Field(pattern=MUNICIPALITY_CODE)]


class LegalBasis(StrEnum):
    """The law that places are established under (*lovgrundlag*)."""

    SEL_107 = "SEL_107"
    SEL_108 = "SEL_108"
    SEL_107_108 = "SEL_107_108"
    ABL_105 = "ABL_105"
    SEL_66 = "SEL_66"
    OTHER = "OTHER"


class Origin(StrEnum):
    """Where places come from: new, converted from ABL § 105, or existing ones preserved by renovation."""

    NEW = "new"
    CONVERTED_FROM_ABL_105 = "converted_from_abl_105"
    PRESERVED = "preserved"


class Building(StrEnum):
    """Whether the project builds anew (*nybyggeri*) or uses an existing building."""

    NEW_BUILDING = "new_building"
    EXISTING_BUILDING = "existing_building"


class Coordination(StrEnum):
    """How the project is coordinated with other municipalities (*KKR* or otherwise)."""

    KKR = "kkr"
    OTHER_INTERMUNICIPAL = "other_intermunicipal"
    NONE = "none"


class Stay(StrEnum):
    """What places are for: living there, or respite (*aflastning*)."""

    FULL_TIME = "full_time"
    RESPITE = "respite"


class RateTime(StrEnum):
    """Whether a daily rate is the one of today, or expected."""

    PRESENT = "present"
    EXPECTED = "expected"


class Provider(StrEnum):
    """Who runs the residence that a daily rate is of."""

    MUNICIPAL = "municipal"
    REGIONAL = "regional"
    PRIVATE = "private"


class Applicant(Model):
    """The applying municipality (*ansøger*), by its three-digit code, or None while not chosen."""

    municipality_code: str | None = None


class PlaceGroup(Model):
    """A number of places of one year, legal basis and origin."""

    year: Whole
    legal_basis: LegalBasis
    origin: Origin
    count: Whole
    stay: Stay | None = Field(default=None, exclude_if=is_empty)

    @property
    def is_empty(self) -> bool:
        """Whether the row has no places, like a new row."""
        return self.count == 0


class CapacityToday(Model):
    """The municipality's places of one legal basis and area before the project."""

    legal_basis: LegalBasis
    area: str = ""
    count: Whole

    @property
    def is_empty(self) -> bool:
        """Whether nothing is filled in, as in a new row."""
        return not self.area and self.count == 0


class DailyRate(Model):
    """A daily rate (*takst*) in kr. per day, from the lowest to the highest."""

    label: str = ""
    lowest: Whole = 0
    highest: Whole = 0
    when: RateTime | None = Field(default=None, exclude_if=is_empty)
    provider: Provider | None = Field(default=None, exclude_if=is_empty)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is filled in."""
        return not self.label and not self.lowest and not self.highest


class Project(Model):
    """One construction project (*anlægsprojekt*): a row of the form's table, and what the criteria need besides."""

    id: Uuid
    name: str = ""
    loan: Mapping[str, Whole | None] = Field(
        default={},
        description="Loan applied for in each year of the round, in whole 1.000 kr.; None while not filled in.",
    )
    gross_construction_cost: Whole | None = Field(
        default=None, description="*Bruttoanlægsudgift* of the whole project in the round's years, in whole 1.000 kr."
    )
    places: tuple[PlaceGroup, ...] = ()
    places_closed_elsewhere: Whole | None = None
    share_for_others: PercentText | None = Field(
        default=None,
        description="Per cent of the places for other municipalities, as a decimal string such as `33.33`.",
    )
    completion_date: IsoDate | None = None
    building: Building | None = None
    coordination: Coordination | None = None
    coordination_note: str = ""
    preservation_reason: str = ""
    daily_rates: tuple[DailyRate, ...] = ()
    description: str = ""
    cost_plan: CostPlan | None = None
    purpose: str = Field(default="", exclude_if=is_empty)
    target_group: str = Field(default="", exclude_if=is_empty)
    economy_note: str = Field(default="", exclude_if=is_empty)
    milestones: tuple[Milestone, ...] = Field(default=(), exclude_if=is_empty)
    partners: tuple[MunicipalityCode, ...] = Field(
        default=(), exclude_if=is_empty, description="The codes of the other municipalities of a joint project."
    )
    capacity_today: tuple[CapacityToday, ...] = Field(
        default=(), exclude_if=is_empty, description="The municipality's places before the project."
    )

    @property
    def share(self) -> Decimal | None:
        """`share_for_others` as an exact number of per cent, or None."""
        return None if self.share_for_others is None else Decimal(self.share_for_others)

    @property
    def total_loan(self) -> int:
        """The loan of all years together in whole 1.000 kr.; a year not filled in counts 0."""
        return sum(amount or 0 for amount in self.loan.values())


class Contacts(Model):
    """The caseworkers (*sagsbehandlere*) that the ministry may contact."""

    names: str = ""
    phones: str = ""
    emails: tuple[str, ...] = ()


class Approval(Model):
    """One internal approval (*godkendelse*): when, by whom, and the fingerprint of what was approved."""

    approved_at: Moment
    approved_by: str
    fingerprint: FingerprintText
    seal: Annotated[
        FingerprintText | None,
        Field(
            exclude_if=lambda seal: seal is None,
            description="SHA-256 of the canonical JSON of the approval without `seal`; approvals of old have none.",
        ),
    ] = None


class Application(Model):
    """One municipality's application to one round: the content of one draft file."""

    model_config = ConfigDict(json_schema_extra={"required": ["format", "format_version", "id", "round"]})

    format: Literal["botilbud-application"] = "botilbud-application"
    format_version: Annotated[Literal[2], OnlyInt] = 2
    id: Uuid
    round: str
    case_number: str = ""
    applicant: Applicant = Applicant.model_construct()
    projects: tuple[Project, ...] = ()
    description: str = ""
    contacts: Contacts = Contacts.model_construct()
    internal_notes: str = ""
    approvals: tuple[Approval, ...] = ()
    document_number: str = Field(default="", exclude_if=is_empty)
    cover_note: CoverNote = Field(default=CoverNote.model_construct(), exclude_if=is_empty)
    judged_contents: Mapping[ContentNumber, ContentVerdict] = Field(
        default={}, exclude_if=is_empty, description="The user's own verdict on a required content, by its number."
    )
    inserted_facts: tuple[InsertedFact, ...] = Field(default=(), exclude_if=is_empty)
    comments: tuple[Comment, ...] = Field(default=(), exclude_if=is_empty)
