"""The words of the view for drafts that are too large for the form."""

from typing import Any

from botilbud_desktop.domain.application import CapacityToday, DailyRate, PlaceGroup, Project
from botilbud_desktop.domain.choice_wording import NOT_STATED, ORIGINS
from botilbud_desktop.domain.cost_plan import CostLine
from botilbud_desktop.domain.field_labels import full_label, joined_label
from botilbud_desktop.domain.field_path import FieldPath, field_path
from botilbud_desktop.domain.form_bounds import LONGEST_LINE, LONGEST_TEXT, MOST_PROJECTS, MOST_ROWS, Excess
from botilbud_desktop.domain.notes.records import InsertedFact, Milestone
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.amounts import counted, format_number

TITLE = "Kladden er for stor til skemaet"
INTRODUCTION = (
    "Skemaet vises ikke, fordi der er langt mere i kladden, end det har plads til. Her står det, der er for meget. "
    "Når du gør det mindre, kan skemaet vises igen. Programmet har ikke slettet noget, og det hele bliver gemt. Er "
    "kladden blevet for stor ved en fejl, så kan du gendanne en tidligere version."
)
FITS = "Nu kan skemaet vises igen."
REST_DELETED = "Det, der stod efter den viste del, er slettet."
TOO_LARGE = "Skemaet kan vises, når der er plads til alt det på listen."
_MOST_OF_A_NAME = 80
_PROJECTS = field_path("projects")


def title_of(excess: Excess, round_: Round, *, fits: bool) -> str:
    """Returns how large something is: `Projekt 1 · Takster: 1.000 rækker`; `fits` when it was too large before."""
    label = "Projekter" if excess.path == _PROJECTS else full_label(excess.path, round_)
    title = f"{label}: {_size_of(excess)}"
    return joined_label(title, "det er der plads til") if fits else title


def deleted(path: FieldPath, count: int) -> str:
    """Returns what was deleted from the list at `path`."""
    if path == _PROJECTS:
        return f"{counted(count, 'projekt', 'projekter')} er slettet."
    return f"{counted(count, 'række', 'rækker')} er slettet."


def _size_of(excess: Excess) -> str:
    if excess.is_text:
        return f"{format_number(excess.size)} tegn"
    one, many = ("projekt", "projekter") if excess.path == _PROJECTS else ("række", "rækker")
    return counted(excess.size, one, many)


def limit_of(excess: Excess, round_: Round) -> str:
    """Returns how much of it the form can show."""
    if excess.path == _PROJECTS:
        return (
            f"Ministeriets skema har plads til {counted(round_.max_projects, 'projekt', 'projekter')}. "
            f"Programmet kan vise {format_number(MOST_PROJECTS)}."
        )
    if excess.is_text:
        most = f"højst {format_number(LONGEST_TEXT)} tegn i en tekst og {format_number(LONGEST_LINE)} i en linje"
    else:
        most = f"højst {format_number(MOST_ROWS)} rækker i en liste"
    return f"Programmet kan vise {most}, og mindre, når der er mange linjeskift eller meget i hele kladden."


def words_of(item: Any, index: int) -> str:
    """Returns an item of a list in one short line."""
    match item:
        case Project():
            loan = f"lån {format_number(item.total_loan)} (hele 1.000 kr.)"
            parts = [_short(item.name) or NOT_STATED, loan]
        case PlaceGroup():
            parts = [str(item.year), ORIGINS[item.origin], counted(item.count, "plads", "pladser")]
        case DailyRate():
            parts = [_short(item.label), f"{format_number(item.lowest)} til {format_number(item.highest)} kr."]
        case CostLine():
            parts = [_short(item.label), f"{format_number(item.amount)} (hele 1.000 kr.)"]
        case Milestone():
            parts = [_short(item.label), _short(item.when)]
        case CapacityToday():
            parts = [_short(item.area), f"{counted(item.count, 'plads', 'pladser')} i dag"]
        case InsertedFact():
            parts = [_short(item.text)]
        case _:
            parts = [_short(str(item))]
    return f"{index + 1}. {joined_label(*(part for part in parts if part))}"


def _short(text: str) -> str:
    words = " ".join(text[: 4 * _MOST_OF_A_NAME].split())
    is_whole = len(words) <= _MOST_OF_A_NAME and len(text) <= 4 * _MOST_OF_A_NAME
    return words if is_whole else f"{words[:_MOST_OF_A_NAME]} …"
