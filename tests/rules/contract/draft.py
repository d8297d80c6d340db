"""A draft as plain JSON, and the numbers of the round as the letter states them."""

from datetime import date
from fractions import Fraction
from typing import TypedDict

YEARS = (2025, 2026)
POOL = {"2025": 600_000, "2026": 700_000}
WINDOW_OPENS = date(2024, 5, 1)
LAST_DAY = date(2026, 12, 31)
MOST_PROJECTS = 5
COST_OVER = 20_000
LEAST_SHARE = Fraction(25, 100)
LETTERS_OF_A_REASON = 20

WITHIN = {"SEL_107", "SEL_108", "SEL_107_108"}
CAPACITY = {*WITHIN, "ABL_105"}


class Group(TypedDict):
    year: int
    legal_basis: str
    origin: str
    count: int


class Line(TypedDict):
    label: str
    amount: int
    treatment: str


class Basis(TypedDict):
    unit: str
    eligible: int
    total: int


class Plan(TypedDict):
    basis: Basis
    lines: list[Line]
    round_to: int


class Rate(TypedDict):
    label: str
    lowest: int
    highest: int


class Project(TypedDict):
    id: str
    name: str
    loan: dict[str, int | None]
    gross_construction_cost: int | None
    places: list[Group]
    places_closed_elsewhere: int | None
    share_for_others: str | None
    completion_date: str | None
    building: str | None
    coordination: str | None
    coordination_note: str
    preservation_reason: str
    daily_rates: list[Rate]
    description: str
    cost_plan: Plan | None


class Applicant(TypedDict):
    municipality_code: str | None


class Contacts(TypedDict):
    names: str
    phones: str
    emails: list[str]


class Draft(TypedDict):
    format: str
    format_version: int
    id: str
    round: str
    applicant: Applicant
    projects: list[Project]
    description: str
    contacts: Contacts
