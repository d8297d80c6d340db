"""The note on one project, with the headings that municipalities use."""

from collections.abc import Iterator

from botilbud_desktop.documents.notes.blocks import (
    Block,
    Column,
    Heading,
    Pairs,
    Paragraphs,
    Table,
    missing_or,
    texts_of,
)
from botilbud_desktop.documents.notes.economy import daily_rates, economy
from botilbud_desktop.documents.notes.labels import label_of, short_label, short_name
from botilbud_desktop.documents.notes.places import growth, places_in_words, places_table
from botilbud_desktop.documents.values import BLANK, share_in_places, share_of
from botilbud_desktop.domain.application import Project
from botilbud_desktop.domain.choice_wording import BUILDINGS, COORDINATIONS
from botilbud_desktop.domain.field_path import FieldPath, project_path
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.domain.values.dates import format_date
from botilbud_desktop.rules.wording import all_of


def project_note(project: Project, index: int, round_: Round) -> Iterator[Block]:
    """Yields the note, on pages of its own."""
    yield Heading(1, f"Bilag {index + 1}: {short_name(project)}", new_page=True)
    yield from note_text(project, index, round_)


def note_text(project: Project, index: int, round_: Round) -> Iterator[Block]:
    """Yields what stands below the note's title."""
    path = project_path(index)
    yield Heading(2, "Kort om projektet")
    yield from _in_short(project, path, round_)
    for title, text in (("Formål", project.purpose), ("Målgruppe", project.target_group)):
        if text.strip():  # the ministry does not ask for them, and the description may tell them
            yield Heading(2, title)
            yield Paragraphs(text)
    yield Heading(2, "Pladser og takst")
    yield from _places(project, path, round_)
    yield from daily_rates(project)
    yield Heading(2, "Økonomi")
    yield from economy(project, path, round_)
    yield Heading(2, "Tidsplan")
    yield from _schedule(project, path, round_)
    yield Heading(2, "Fælleskommunal koordinering")
    yield from _coordination(project, path, round_)


def _in_short(project: Project, path: FieldPath, round_: Round) -> Iterator[Block]:
    yield missing_or(project.description, BLANK)
    building = "" if project.building is None else BUILDINGS[project.building]
    pairs = [(label_of(path / "building", round_), building)]
    if project.preservation_reason.strip():
        pairs.append((label_of(path / "preservation_reason", round_), project.preservation_reason))
    yield Pairs("Kort om projektet", pairs)


def _places(project: Project, path: FieldPath, round_: Round) -> Iterator[Block]:
    yield missing_or(places_in_words(project, round_), "" if any(group.count for group in project.places) else BLANK)
    yield from places_table(project, round_)
    closed = project.places_closed_elsewhere
    label = label_of(path / "places_closed_elsewhere", round_)
    yield Pairs("Pladser", [(label, "" if closed is None else format_number(closed))])
    yield from growth(project, round_)


def _schedule(project: Project, path: FieldPath, round_: Round) -> Iterator[Block]:
    day = project.completion_date
    label = short_label(path / "completion_date", round_)
    yield Pairs("Tidsplan", [(label, "" if day is None else format_date(day))])
    milestones = [milestone for milestone in project.milestones if not milestone.is_empty]
    if milestones:
        columns = (Column("Milepæl", texts_of(200)), Column("Hvornår", texts_of(120)))
        yield Table("Milepæle", columns, [(milestone.label, milestone.when) for milestone in milestones])


def _coordination(project: Project, path: FieldPath, round_: Round) -> Iterator[Block]:
    share = share_of(project)
    in_places = share_in_places(project, round_)
    chosen = "" if project.coordination is None else COORDINATIONS[project.coordination]
    pairs = [
        (short_label(path / "share_for_others", round_), f"{share} pct. {in_places}".rstrip() if share else ""),
        (label_of(path / "coordination", round_), chosen),
        (label_of(path / "coordination_note", round_), project.coordination_note),
    ]
    if project.partners:
        pairs.append((label_of(path / "partners", round_), all_of(list(_partners(project, round_)))))
    yield Pairs("Fælleskommunal koordinering", pairs)


def _partners(project: Project, round_: Round) -> Iterator[str]:
    for code in project.partners:
        known = round_.municipality(code)
        yield f"ukendt kommune ({code})" if known is None else known.official_name
