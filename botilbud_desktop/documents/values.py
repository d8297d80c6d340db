"""Values as printed on paper, and the texts at the top of every document. Does not load reportlab."""

from fractions import Fraction

from botilbud_desktop.domain.application import Application, Approval, Project
from botilbud_desktop.domain.choice_wording import NOT_STATED
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.quantities import quantities_of
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.text.hidden_marks import visible
from botilbud_desktop.domain.totals import eligible_places
from botilbud_desktop.domain.values.amounts import format_number, format_percent
from botilbud_desktop.domain.values.dates import format_clock, format_long_date
from botilbud_desktop.rules.criteria.share_for_others import HALF_OF_THE_LAST_DECIMAL
from botilbud_desktop.rules.results import Severity
from botilbud_desktop.rules.uncounted import places_beside_the_columns
from botilbud_desktop.rules.wording import all_of, places

BLANK = NOT_STATED
NO_PROJECTS = "Der er ingen projekter i ansøgningen."
SEVERITY_WORDS = {Severity.ERROR: "Problem", Severity.WARNING: "Vær opmærksom på", Severity.INFO: "Godt at vide"}


def loan_of(project: Project, year: str) -> str:
    """Returns the loan of a year in whole 1.000 kr., or empty text while it is not filled in."""
    amount = project.loan.get(year)
    return "" if amount is None else format_number(amount)


def used_years(project: Project, round_: Round) -> tuple[str, ...]:
    """Returns the years of the round in which the project has a loan or new places."""
    new = eligible_places(project, round_)
    return tuple(year for year in round_.year_keys if project.loan.get(year) is not None or new[year])


def share_of(project: Project) -> str:
    """Returns the share for other municipalities in per cent, or empty text while it is not filled in."""
    return "" if project.share is None else format_percent(project.share)


def share_in_places(project: Project, round_: Round) -> str:
    """Returns the share as whole places: `(2 af 8 pladser)`, or `(mindst 3 af 9 pladser)` where it is broken.

    Empty without a share from 0 to 100 pct. or without places to share. 66,67 pct. of 9 is meant as 6 of them.
    """
    number = quantities_of(project, round_).places_to_share
    if project.share is None or not 0 <= project.share <= 100 or number <= 0:
        return ""
    share = Fraction(project.share)
    whole = (number * (share - HALF_OF_THE_LAST_DECIMAL) / 100).__ceil__()
    is_meant = abs(Fraction(whole * 100, number) - share) <= HALF_OF_THE_LAST_DECIMAL
    return f"({'' if is_meant else 'mindst '}{format_number(whole)} af {places(number)})"


def left_out_places(project: Project, round_: Round, where: str) -> str:
    """Returns `7 omdannede pladser og 6 pladser efter SEL § 66 tæller ikke med i D og E.`; empty when all count."""
    kinds = places_beside_the_columns(project, round_)
    return f"{all_of(kinds)} tæller ikke med {where}." if kinds else ""


def characters(count: int, limit: int | None) -> str:
    """Returns `3.912 af 4.000 tegn`."""
    return f"{format_number(count)} {'tegn' if limit is None else f'af {format_number(limit)} tegn'}"


def municipality_name(application: Application, round_: Round) -> str:
    """Returns the name that the municipality signs with, or a text when it is unknown or not chosen."""
    code = application.applicant.municipality_code
    municipality = round_.municipality(code)
    if municipality is not None:
        return municipality.official_name
    return f"Ukendt kommune ({code})" if code else "Kommune ikke angivet"


def login_name(application: Application, round_: Round) -> str:
    """Returns the municipality's user name at the web site, or a text when it is not known yet."""
    code = application.applicant.municipality_code
    return round_.login(code) if code and round_.municipality(code) else "brugernavn ikke angivet"


def case_number(application: Application) -> str:
    """Returns the case number (*journalnr.*) with its label."""
    return f"Journalnr. {application.case_number}" if application.case_number.strip() else "Journalnr. ikke angivet"


def round_name(round_: Round) -> str:
    """Returns the round's short name and the name of its form."""
    return f"{round_.short_title} ({round_.id})"


def one_line(text: str) -> str:
    """Returns `text` with each run of white space as one space, for a name in a table or a header.

    Invisible characters become `�`: the name must not turn the words around it.
    """
    return visible(" ".join(text.split()))


def project_name(project: Project) -> str:
    """Returns the name of a project on one line, or that it is missing."""
    return one_line(project.name) or BLANK


def project_heading(index: int, project: Project, round_: Round) -> str:
    """Returns `Projekt 2: 9 fritliggende boliger`."""
    return f"{round_.row_wording} {index + 1}: {project_name(project)}"


def approved_when(approval: Approval) -> str:
    """Returns `den 10. maj 2024 kl. 09.12`, in the approval's own time zone."""
    moment = approval.approved_at
    return f"den {format_long_date(moment.date())} kl. {format_clock(moment)}"


def field_name(path_text: str, round_: Round, application: Application) -> str:
    """Returns the label of the field at a path of a draft: `Projekt 1: Lån i 2025 (hele 1.000 kr.)`."""
    path = field_path(path_text)
    field = round_.nearest_field(path)
    label = "" if field is None else field.label
    if path.project is None:
        return label
    project = f"{round_.row_wording} {path.project + 1}"
    return f"{project}: {label}" if label else project
