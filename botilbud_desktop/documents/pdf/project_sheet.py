"""Project sheets (*projektskemaer*): the second form, one sheet for each project, each on its own pages."""

from itertools import chain
from typing import NamedTuple

from botilbud_desktop.documents.pdf.blocks import limited_text, user_heading
from botilbud_desktop.documents.pdf.engine import Flowable, PageBreak, Spacer, mm
from botilbud_desktop.documents.pdf.tables import Cell, own_cell, ruled_table
from botilbud_desktop.documents.pdf.text import own_paragraph
from botilbud_desktop.documents.pdf.theme import TEXT_WIDTH, Theme
from botilbud_desktop.documents.values import (
    BLANK,
    NO_PROJECTS,
    left_out_places,
    loan_of,
    project_heading,
    share_in_places,
    share_of,
    used_years,
)
from botilbud_desktop.domain.application import Application, LegalBasis, Project
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import ProjectSheet
from botilbud_desktop.domain.totals import eligible_places, is_eligible_expansion
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.domain.values.dates import format_date

_NO_SHEET = "Ansøgningsrunden har intet projektskema."
_NUMBER_WIDTH: float = 32 * mm


class _Line(NamedTuple):
    wording: str
    value: str
    """Empty while not filled in."""
    below: str = ""
    """What stands below the value, such as the share as a number of places."""


def project_sheet_story(application: Application, round_: Round, theme: Theme) -> list[Flowable]:
    """Returns a sheet for each project in the order of the application, or one page that says there are none."""
    sheet = round_.project_sheet
    if sheet is None or not application.projects:
        return [own_paragraph(_NO_SHEET if sheet is None else NO_PROJECTS, theme.body)]
    sheets = [
        [*_sheet(index, project, sheet, round_, theme), PageBreak()]
        for index, project in enumerate(application.projects)
    ]
    return list(chain.from_iterable(sheets))[:-1]


def sheet_years(project: Project, round_: Round) -> tuple[str, ...]:
    """Returns the years on a project's sheet: those with a loan or new places, or all when there are none."""
    return used_years(project, round_) or round_.year_keys


def _of_year(text: str, year: str) -> str:
    return text.replace("{year}", year)


def _sheet(index: int, project: Project, sheet: ProjectSheet, round_: Round, theme: Theme) -> list[Flowable]:
    years = sheet_years(project, round_)
    loans = [_Line(_of_year(sheet.loan_wording, year), loan_of(project, year)) for year in years]
    loans_total = format_number(sum(project.loan.get(year) or 0 for year in years))
    places = [line for year in years for line in _places(project, year, sheet, round_)]
    places_total = format_number(sum(eligible_places(project, round_)[year] for year in years))
    share = _Line(sheet.share_wording, share_of(project), share_in_places(project, round_))
    completion = "" if project.completion_date is None else format_date(project.completion_date)
    return [
        *user_heading(project_heading(index, project, round_), theme, theme.title, level=1),
        _block(sheet.loan_unit, loans, theme, (sheet.total_wording, loans_total) if len(years) > 1 else None),
        Spacer(1, 12),
        _block(sheet.places_unit, places, theme, (sheet.total_wording, places_total if project.places else "")),
        *_left_out(project, round_, theme),
        Spacer(1, 12),
        _block(sheet.share_unit, [share], theme),
        Spacer(1, 12),
        _block(sheet.date_unit, [_Line(sheet.date_wording, completion)], theme),
        Spacer(1, 6),
        *limited_text(sheet.description_wording, project.description, sheet.description_limit, theme),
    ]


def _places(project: Project, year: str, sheet: ProjectSheet, round_: Round) -> list[_Line]:
    """Returns a year's new places: the sheet's lines, and one for each other legal basis that has some.

    So the lines always give the total. A sheet with `places_wording` has one line for all of them.
    """
    places = _places_by_law(project, year, round_)
    if sheet.places_wording is not None:
        return [_Line(_of_year(sheet.places_wording, year), _number(sum(places.values()), project))]
    asked = {LegalBasis.SEL_107: sheet.places_107_wording, LegalBasis.SEL_108: sheet.places_108_wording}
    texts = {**asked, LegalBasis.SEL_107_108: sheet.places_undecided_wording}
    laws = {choice.code: choice.law for choice in round_.legal_bases}
    return [
        _Line(
            _of_year(texts.get(basis) or f"Nye pladser efter {laws[basis]} i {{year}}", year),
            _number(places.get(basis, 0), project),
        )
        for basis in dict.fromkeys((*texts, *laws))
        if basis in places or asked.get(basis) is not None
    ]


def _places_by_law(project: Project, year: str, round_: Round) -> dict[LegalBasis, int]:
    """Returns a year's new places that the pool covers, by legal basis."""
    places: dict[LegalBasis, int] = {}
    for group in project.places:
        if str(group.year) == year and is_eligible_expansion(group, round_):
            places[group.legal_basis] = places.get(group.legal_basis, 0) + group.count
    return places


def _number(number: int, project: Project) -> str:
    """Returns the number of places; empty while the project has none in any year."""
    return format_number(number) if project.places else ""


def _block(unit: str, lines: list[_Line], theme: Theme, total: tuple[str, str] | None = None) -> Flowable:
    """Returns lines below the unit of their values; `total` is what their sum is called, and the sum."""
    rows = [
        [own_cell(line.wording, theme.cell), _value(line.value, theme) + own_cell(line.below, theme.number_quiet)]
        for line in lines
    ]
    sums: list[Cell] = []
    if total is not None:
        wording, number = total
        sums = [own_cell(wording, theme.cell_strong), _value(number, theme, strong=True)]
    head = [[], [own_paragraph(unit, theme.column_right)]]
    return ruled_table(head, rows, [TEXT_WIDTH - _NUMBER_WIDTH, _NUMBER_WIDTH], theme, sums)


def _left_out(project: Project, round_: Round, theme: Theme) -> list[Flowable]:
    left_out = left_out_places(project, round_, "her")
    return [Spacer(1, 5), own_paragraph(left_out, theme.quiet)] if left_out else []


def _value(value: str, theme: Theme, strong: bool = False) -> Cell:
    if not value:
        return own_cell(BLANK, theme.number_quiet)
    return own_cell(value, theme.number_strong if strong else theme.number)
