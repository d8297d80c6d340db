"""What comes along to a new draft, what stays behind, and what the new round's form asks besides, in Danish lines."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.editing.carry_over import Wishes, years_in_use
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import FormField
from botilbud_desktop.domain.text.counting import count_characters
from botilbud_desktop.domain.values.amounts import counted, format_number

_NEVER = "Godkendelser, flueben fra overførslen, kommentarer og vurderinger af beskrivelsens indhold"
_READ_AGAIN = "Læs teksterne igennem: De kan nævne år, datoer og beløb fra den tidligere ansøgning."
_DATES = "Forventet afslutning og milepæle"
_AMOUNTS = "Bruttoanlægsudgift og fordeling"
_ANSWERS = (
    "Se svarene om projekterne igennem: Andel til andre, koordinering, pladser i dag, pladser, der lukkes, takster, "
    "andre kommuner og bemærkninger er, som de var."
)
_BY_YEAR = ("loan", "expansion")
_LONGEST_NAME = 60

type _Choice = Callable[[Wishes], bool]


class CarryReport(NamedTuple):
    """The lines of the three lists."""

    taken: tuple[str, ...]
    left: tuple[str, ...]
    asked: tuple[str, ...]
    """What is to be filled in or looked at."""


def carry_report(old: Application, old_round: Round, new: Application, round_: Round, wishes: Wishes) -> CarryReport:
    """Returns what became of the earlier draft `old` in the new one."""
    return CarryReport(
        tuple(_taken(old, new, round_, wishes)),
        tuple(_left(old, old_round, new, wishes)),
        tuple(_asked(old, old_round, new, round_, wishes)),
    )


def _taken(old: Application, new: Application, round_: Round, wishes: Wishes) -> Iterator[str]:
    municipality = round_.municipality(new.applicant.municipality_code)
    if municipality is not None:
        yield municipality.official_name
    for index in wishes.projects:
        yield _project(index, old.projects[index], round_)
    for year, target in _years(old, wishes):
        if target == year:
            yield f"Lån og pladser i {year}"
        elif target is not None:
            yield f"Lån og pladser fra {year}, som nu står i {target}"
    for part, was_asked in _parts(_chosen(old, wishes)):
        if was_asked(wishes):
            yield part


def _left(old: Application, old_round: Round, new: Application, wishes: Wishes) -> Iterator[str]:
    code = old.applicant.municipality_code
    municipality = old_round.municipality(code)
    if code is not None and new.applicant.municipality_code is None:
        yield f"{municipality.official_name if municipality else 'Kommunen'}, som den nye runde ikke kender"
    for index, project in enumerate(old.projects):
        if index not in wishes.projects:
            yield _project(index, project, old_round)
    for year, target in _years(old, wishes):
        if target is None:
            yield f"Lån og pladser i {year}"
    for part, was_asked in _parts(_chosen(old, wishes)):
        if not was_asked(wishes):
            yield part
    chosen = [old.projects[index] for index in wishes.projects]
    lost = {code for project in chosen for code in project.partners} - {
        code for project in new.projects for code in project.partners
    }
    if lost:
        yield f"{counted(len(lost), 'samarbejdskommune', 'samarbejdskommuner')}, som den nye runde ikke kender"
    yield _NEVER


def _asked(old: Application, old_round: Round, new: Application, round_: Round, wishes: Wishes) -> Iterator[str]:
    in_use = years_in_use(new)
    years = [year for year in round_.year_keys if year not in in_use]
    if years and new.projects:
        yield f"Lån og pladser i {_all_of(years)}"
    known = {_kind_of(field, old_round) for field in old_round.fields}
    for field in round_.fields:
        if _kind_of(field, round_) not in known:
            yield f"Nyt i skemaet: {field.label.partition(' (')[0]}"
    if len(new.projects) > round_.max_projects:
        room = counted(round_.max_projects, "projekt", "projekter")
        yield f"Skemaet har plads til {room}. Der er {format_number(len(new.projects))}."
    yield from _too_long(new, round_)
    if new.description or any(project.description for project in new.projects):
        yield _READ_AGAIN
    if any(map(_has_answers, new.projects)):
        yield _ANSWERS


def _too_long(new: Application, round_: Round) -> Iterator[str]:
    texts = [("description", "Den samlede beskrivelse", new.description)]
    for index, project in enumerate(new.projects):
        texts.append(("projects[].description", f"Beskrivelsen af projekt {index + 1}", project.description))
    for path, words, text in texts:
        field, length = round_.field(path), count_characters(text).submitted
        if field is not None and field.limit is not None and length > field.limit:
            yield f"{words} er på {format_number(length)} tegn. Grænsen er {format_number(field.limit)}."


def _parts(old: Application) -> Iterator[tuple[str, _Choice]]:
    """Yields what the earlier draft has of each part that is asked about, with how it is chosen."""
    if any(project.completion_date or project.milestones for project in old.projects):
        yield _DATES, lambda wishes: wishes.dates
    if any(project.gross_construction_cost is not None or project.cost_plan for project in old.projects):
        yield _AMOUNTS, lambda wishes: wishes.amounts
    if old.contacts.names or old.contacts.phones or old.contacts.emails:
        yield "Kontaktoplysninger", lambda wishes: wishes.contacts
    if old.description:
        yield "Den samlede beskrivelse", lambda wishes: wishes.description
    if old.case_number or old.document_number:
        yield "Journalnummer og dokumentnummer", lambda wishes: wishes.numbers
    if old.internal_notes or old.cover_note:
        yield "Interne noter og notat til KKR", lambda wishes: wishes.notes


def _chosen(old: Application, wishes: Wishes) -> Application:
    """Returns the earlier draft with the projects that go on."""
    return replace(old, projects=tuple(old.projects[index] for index in wishes.projects))


def _years(old: Application, wishes: Wishes) -> Iterator[tuple[str, str | None]]:
    """Yields each year in which one of the projects that go on has a loan or places, and where that goes on."""
    in_use = years_in_use(_chosen(old, wishes))
    yield from ((year, target) for year, target in wishes.years.items() if year in in_use)


def _has_answers(project: Project) -> bool:
    answers = (project.share_for_others, project.places_closed_elsewhere, project.coordination)
    lists = (project.capacity_today, project.daily_rates, project.partners, project.coordination_note)
    return any(answer is not None for answer in answers) or any(lists) or bool(project.economy_note)


def _project(index: int, project: Project, round_: Round) -> str:
    name = project.name.strip()
    shown = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
    return f"{round_.row_wording} {index + 1}" + (f": {shown}" if shown else "")


def _kind_of(field: FormField, round_: Round) -> str:
    """Returns the path of the field without its year, so that two rounds can be compared."""
    head, _dot, year = field.path.rpartition(".")
    return head if year in round_.year_keys and head.rpartition(".")[2] in _BY_YEAR else field.path


def _all_of(words: list[str]) -> str:
    return " og ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)
