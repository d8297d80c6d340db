"""Tells of each line which project it is about, and below which heading it stands."""

import re
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from botilbud_desktop.domain.document_import.structure.lines import Line
from botilbud_desktop.domain.document_import.structure.names import ProjectName, is_same_project, project_name
from botilbud_desktop.domain.document_import.structure.sections import Section, is_generic, section_of
from botilbud_desktop.domain.document_import.structure.sheet_words import RowKind, SheetRow, sheet_row
from botilbud_desktop.domain.round import Round

_LONGEST_NAME = 250
_LONGEST_HEADING = 120
_PROJECT_AHEAD = re.compile(r"(?:(?:bilag|projekt) ?[0-9]{1,2} ?[:.–-]|projekt:) ?\S", re.IGNORECASE)
_NUMBERED = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]? ")
_ANNEX = re.compile(r"bilag ?[0-9]{0,2}\.?", re.IGNORECASE)
_LIKE_A_PROJECT = re.compile(
    r"\betablering(?:en)? af\b|\bopførelse af\b|\budvidelse af\b|\bnyt? (?:bo|handicap|døgn)?tilbud\b|\bombygning af\b|"
    r"\b[0-9]+ (?:\w+ ){0,2}(?:\w*pladser|\w*boliger)\b",
    re.IGNORECASE,
)
_MUNICIPALITY = re.compile(r"\w [Kk]ommune\b ?[-–:,] ?\w")
"""The heading of one of the applications in an agenda: `Viborg Kommune – Boformen Vinkelvej`."""


class Role(Enum):
    """What a line is."""

    CONTENT = "content"
    HEADING = "heading"
    """A heading that is known."""
    NAME = "name"
    """The heading that names a project."""


class Spot(NamedTuple):
    """Where a line stands."""

    project: int | None = None
    section: Section | None = None
    role: Role = Role.CONTENT
    row: SheetRow | None = None
    """What it is of the ministry's sheet."""


class Named(NamedTuple):
    """A project of the document."""

    name: ProjectName
    line: int | None
    """The line of its heading."""
    is_of_a_sheet: bool
    """Whether it heads a sheet, or stands behind `Bilag 1:`, so that it is surely a name."""


class Divided(NamedTuple):
    """A document's lines with their places, and its projects."""

    spots: tuple[Spot, ...]
    projects: tuple[Named, ...]


def divided(lines: Sequence[Line], round_: Round, known: Sequence[str] = ()) -> Divided:
    """Divides a document; `known` are the names of projects in its table of projects, which come first."""
    rows = _rows(lines, round_)
    sections = [_section(line, row, round_) for line, row in zip(lines, rows, strict=True)]
    of_sheets = _sheet_starts(lines, rows, sections)
    starts = _starts(lines, rows, sections, of_sheets)
    projects = [Named(project_name(name), None, is_of_a_sheet=False) for name in known]
    if not starts and not projects:
        projects.append(Named(ProjectName(""), None, is_of_a_sheet=False))
    common = 0 if not starts and len(projects) == 1 else None
    spots: list[Spot] = []
    with_rows: set[int | None] = set()
    project, section = common, None
    for index, (line, row) in enumerate(zip(lines, rows, strict=True)):
        is_name = row is None
        if index in starts and (is_name or project is None or project in with_rows):
            name = project_name(line.text) if is_name else ProjectName("")
            is_surely = index in of_sheets or _PROJECT_AHEAD.match(line.text.strip("* ")) is not None
            project = _project_of(name, index if is_name else None, projects, is_surely=is_surely)
            section = None
            if is_name:
                spots.append(Spot(project, None, Role.NAME))
                continue
        if (found := sections[index]) is not None:
            section = found
            if found in (Section.FORM, Section.OVERALL, Section.CONTACTS) and common is None:
                project = None
            spots.append(Spot(project, section, Role.HEADING))
            continue
        if row is not None and row.kind not in (RowKind.UNIT, RowKind.TOTAL):
            with_rows.add(project)
            section = Section.SHEET_DESCRIPTION if row.kind is RowKind.DESCRIPTION else None
        elif row is None and not line.is_row and is_generic(line.text) and not line.is_listed:
            if section is not Section.SHEET_DESCRIPTION or line.level:
                section = None
                spots.append(Spot(project, None, Role.HEADING))
                continue
        elif row is None and line.level and not line.is_listed:
            section = None  # a heading that is not known: what stands below it is not of the section above
        spots.append(Spot(project, section, row=row))
        if line.is_inline:
            section = None
    return Divided(tuple(spots), tuple(projects))


def _rows(lines: Sequence[Line], round_: Round) -> list[SheetRow | None]:
    """Returns what each line is of a sheet; a unit is one only where a row or another unit follows."""
    rows = [sheet_row(line, round_) for line in lines]
    for index in reversed(range(len(rows))):
        row = rows[index]
        if row is not None and row.kind is RowKind.UNIT and (index + 1 == len(rows) or rows[index + 1] is None):
            rows[index] = None
    return rows


def _section(line: Line, row: SheetRow | None, round_: Round) -> Section | None:
    if line.is_row or row is not None or (not line.level and len(line.text) > _LONGEST_HEADING):
        return None
    if line.is_listed and not line.level and not _NUMBERED.match(line.text):
        return None
    return section_of(line.text, round_)


def _project_of(name: ProjectName, line: int | None, projects: list[Named], *, is_surely: bool) -> int:
    """Returns the index of a project by its name, and adds it where it is a new one."""
    if line is not None:
        for position, other in enumerate(projects):
            if is_same_project(other.name.name, name.name):
                return position
    projects.append(Named(name, line, is_surely))
    return len(projects) - 1


def _starts(
    lines: Sequence[Line], rows: Sequence[SheetRow | None], sections: Sequence[Section | None], of_sheets: set[int]
) -> set[int]:
    """Returns the lines that a project begins with: its heading, or the first row of its sheet."""
    named = {
        index
        for index, line in enumerate(lines)
        if _may_be_heading(line, rows[index], sections[index])
        and _PROJECT_AHEAD.match(line.text.strip("* "))
        and (line.level or len(line.text) <= _LONGEST_HEADING)
    }
    if of_sheets or len(named) > 1 or (named and any(lines[index].level for index in named)):
        return of_sheets | {index for index in named if not _is_in_list(index, lines) or lines[index].level}
    headings = [index for index, line in enumerate(lines) if _may_be_heading(line, rows[index], sections[index])]
    levelled = [index for index in headings if lines[index].level]
    of_municipalities = [index for index in levelled if _MUNICIPALITY.search(lines[index].text)]
    if len({lines[index].level for index in of_municipalities[-2:]}) == 1 < len(of_municipalities):
        return {index for index in of_municipalities if lines[index].level == lines[of_municipalities[-1]].level}
    like = [index for index in levelled if _LIKE_A_PROJECT.search(lines[index].text)]
    if like:
        level = min(lines[index].level for index in like)
        return {index for index in like if lines[index].level == level}
    first_section = next((index for index, section in enumerate(sections) if section is not None), len(lines))
    if before := [index for index in levelled if index < first_section]:
        return {before[-1]}
    below_annex = {index + 1 for index, line in enumerate(lines[:-1]) if _ANNEX.fullmatch(line.text.strip("* "))}
    if annexes := {
        index for index in below_annex if _may_be_heading(lines[index]._replace(level=1), rows[index], sections[index])
    }:
        return annexes
    plain_ones = [index for index in headings if index < first_section and _LIKE_A_PROJECT.search(lines[index].text)]
    return set(plain_ones[:1])


def _is_in_list(index: int, lines: Sequence[Line]) -> bool:
    """Whether lines that look alike stand beside it, as in a list of annexes."""
    beside = [lines[other] for other in (index - 1, index + 1) if 0 <= other < len(lines)]
    return any(_PROJECT_AHEAD.match(line.text) for line in beside)


def _sheet_starts(
    lines: Sequence[Line], rows: Sequence[SheetRow | None], sections: Sequence[Section | None]
) -> set[int]:
    """Returns where a sheet begins: at the heading above its loan, or its first row."""
    starts: set[int] = set()
    seen: set[tuple[RowKind, int | None]] = set()
    last = -1
    for index, row in enumerate(rows):
        if row is None or row.kind in (RowKind.UNIT, RowKind.TOTAL):
            continue
        key = (row.kind, row.year)
        is_another_loan = row.kind is RowKind.LOAN and any(kind is not RowKind.LOAN for kind, _ in seen)
        heading = _heading_above(index, lines, rows, sections)
        is_below_another = row.kind is RowKind.LOAN and last < heading and rows[heading] is None
        begins = row.kind not in (RowKind.SHARE, RowKind.DATE, RowKind.DESCRIPTION) and not row.is_variant
        if (not seen and begins) or (seen and (key in seen or is_another_loan or is_below_another)):
            starts.add(heading)
            seen = set()
        seen.add(key)
        last = index
    return starts


def _heading_above(
    index: int, lines: Sequence[Line], rows: Sequence[SheetRow | None], sections: Sequence[Section | None]
) -> int:
    first = index
    while first > 0 and (row := rows[first - 1]) is not None and row.kind is RowKind.UNIT:
        first -= 1
    above = first - 1
    while above >= 0 and sections[above] is not None and above > first - 3:
        above -= 1
    if above >= 0 and _may_be_heading(lines[above], rows[above], sections[above]):
        return above
    return first


def _may_be_heading(line: Line, row: SheetRow | None, section: Section | None) -> bool:
    if line.is_row or row is not None or section is not None or is_generic(line.text):
        return False
    text = line.text.replace("**", "").strip()
    if line.level:
        return len(text) <= 2 * _LONGEST_NAME
    return 3 < len(text) <= _LONGEST_NAME and not text.endswith((".", ":", ";", "?", "!", ",")) and not line.is_listed
