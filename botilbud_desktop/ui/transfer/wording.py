"""The wording for fields that are transferred to the web form."""

import re

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.approval import Status, is_altered
from botilbud_desktop.domain.choice_wording import NOT_STATED, WHY_ALTERED
from botilbud_desktop.domain.field_labels import full_label, own_label
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.text.counting import count_characters, unsupported_characters
from botilbud_desktop.domain.values.amounts import counted, for_number, format_number
from botilbud_desktop.domain.web_form.form_fields import WebField
from botilbud_desktop.domain.web_form.pasted_back import Comparison, Outcome, Replacement, name_of
from botilbud_desktop.domain.web_form.transfer import AfterApproval, TransferItem, TransferState
from botilbud_desktop.rules.wording import all_of
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.style.states import State

Said = tuple[str, State | None]
"""A sentence and the state to show it in."""

NOT_APPROVED = "Ansøgningen er ikke godkendt internt endnu."
CHANGED_SINCE_APPROVAL = "Ansøgningen er ændret, siden den blev godkendt internt."
CHANGED = "Ændret, siden det blev overført"
MOST_NAMED = 3
"""The most characters or fields that are named; the others are counted."""

STATES = {
    TransferState.NOT_STATED: NOT_STATED,
    TransferState.WAITING: "Ikke overført",
    TransferState.DONE: "Overført",
    TransferState.CHANGED: CHANGED,
}
_TAG_OR_ENTITY = re.compile(r"<[a-zA-Z/!?]|&#")


def approval_remark(status: Status, application: Application) -> Said:
    """Returns whether the draft is approved; without approval it can be transferred all the same."""
    match status:
        case Status.APPROVED:
            return "Ansøgningen er godkendt internt.", State.DONE
        case Status.CHANGED_SINCE_APPROVAL:
            return f"{lapsed(application)} Du kan overføre den alligevel.", State.ATTENTION
        case Status.DRAFT:
            return f"{NOT_APPROVED} Du kan overføre den alligevel.", State.ATTENTION


def lapsed(application: Application) -> str:
    """Returns why the approval no longer applies."""
    return f"{WHY_ALTERED}, så godkendelsen er bortfaldet." if is_altered(application) else CHANGED_SINCE_APPROVAL


def changed_after_approval(after: AfterApproval, round_: Round) -> str:
    """Returns what was changed since »Godkend« was pressed on the web site, and asks whether that was done again.

    What the program cannot know, such as what was done in the browser without a tick here, is asked for.
    """
    website, closes = round_.website, f"senest den {round_.window.closing}"
    parts = []
    if number := len(after.changed):
        labels = _named([f"»{full_label(path, round_)}«" for path in after.changed])
        what = counted(number, "felt", "felter")
        parts.append(f"{what} er ændret, siden du satte flueben ved »Godkend«: {labels}.")
    if number := len(after.ticked_later):
        labels = _named([f"»{full_label(path, round_)}«" for path in after.ticked_later])
        what, they = counted(number, "felt", "felter"), for_number(number, "det", "de")
        parts.append(f"{what} fik flueben efter »Godkend«: {labels}. Måske blev {they} også overført bagefter.")
    again = f"tryk »Send« og »Godkend« igen på {website} {closes}"
    if after.is_due:
        they = for_number(len(after.changed), "det", "dem")
        parts.append(f"Overfør {they} igen, og {again}. Indtil da har ministeriet måske den gamle udgave.")
    else:
        parts.append(f"Har du trykket »Godkend« igen? Hvis ikke, så {again}.")
    return " ".join(parts)


def place_of(field: WebField, round_: Round) -> str:
    """Returns where the field is in the web form: `Projekt 1, kolonne B`."""
    if field.project is not None:
        return f"{round_.row_wording} {field.project + 1}, kolonne {field.column}"
    if field.path[0] == "contacts":
        return round_.contacts_heading.rstrip(":")
    return "Tekstfeltet i webformularen" if field.limit is not None else "Øverst i webformularen"


def list_label(field: WebField, round_: Round) -> str:
    """Returns the field's label in a list: `Projekt 1 · B. Lån i 2025`."""
    return full_label(field.path, round_)


def copied(field: WebField, round_: Round) -> str:
    """Returns what to do with the copied field."""
    row = "" if field.project is None else f", {round_.row_wording.lower()}\u00a0{field.project + 1}"
    return f"Kopieret. Sæt ind i »{own_label(field.path, round_)}«{row}."


def passed_over(fields: list[WebField], round_: Round) -> str:
    """Returns which fields stay empty in the web form; "" for none."""
    names = [f"»{own_label(field.path, round_)}«" for field in fields]
    return f"Lad stå tomt: {_named(names)}." if names else ""


def remark_on(item: TransferItem, view: View) -> Said:
    """Returns what to know of a field before it is copied; the most important only."""
    field = item.field
    typed = view.half_typed.get(str(field.edited_at))
    if typed is not None:
        return f"I kladden står »{typed[:40]}«, som programmet ikke kan læse. Ret det først.", State.PROBLEM
    if item.state is TransferState.CHANGED:
        what = "." if field.is_stated else ". Nu er feltet tomt. Slet teksten i webformularen."
        return f"{CHANGED}{what}", State.ATTENTION
    if not field.is_stated:
        return "Ikke angivet. Lad feltet stå tomt i webformularen.", None
    breaking, state = _breaking(field.value)
    counted, counted_state = _counted(field)
    return "\n".join(text for text in (counted, breaking) if text), counted_state or state


def compared(comparison: Comparison, pasted: str) -> Said:
    """Returns the outcome of a comparison in one or a few lines."""
    match comparison.outcome:
        case Outcome.SAME:
            return "Teksterne er ens.", State.DONE
        case Outcome.WRITTEN_DIFFERENTLY:
            return f"Teksterne er ens, men webformularen skriver »{pasted.strip()}«.", State.DONE
        case Outcome.REPLACED:
            return _replaced(comparison.replaced), State.ATTENTION
        case Outcome.CUT:
            said = f"Webformularens tekst mangler {format_number(comparison.missing)} tegn til sidst."
        case Outcome.LONGER:
            said = "Webformularen har mere tekst, end kladden har."
        case _:
            line = comparison.difference.line if comparison.difference else 1
            said = f"Teksterne er forskellige fra linje {line}."
    also = _replaced(comparison.replaced)
    return f"{said}\n{also}" if also else said, State.PROBLEM


def _replaced(found: tuple[Replacement, ...]) -> str:
    if not found:
        return ""
    lines = [f"• {_replacement(one)}" for one in found[: 2 * MOST_NAMED]]
    more = len(found) - len(lines)
    if more:
        lines.append(f"• og {more} til")
    return "\n".join(["Webformularen har ændret tegn:", *lines])


def _replacement(one: Replacement) -> str:
    where = f" ({counted(one.occurrences, 'sted', 'steder')})" if one.occurrences > 1 else ""
    what = "er forsvundet" if not one.by else f"er blevet til {name_of(one.by)}"
    return f"{one.description} {what}{where}"


def _counted(field: WebField) -> Said:
    """Returns the length of the text as the form counts it, where it has a limit."""
    if field.limit is None:
        return "", None
    count, limit = count_characters(field.value), format_number(field.limit)
    if count.form > field.limit:
        surplus = format_number(count.form - field.limit)
        return f"Teksten er {surplus} tegn for lang. Webformularen tager højst {limit} tegn.", State.PROBLEM
    if count.submitted > field.limit:
        said = f"Webformularen tæller {format_number(count.form)} af {limit} tegn, men {format_number(count.submitted)}"
        return f"{said}, hvis linjeskift tæller dobbelt. Kontrollér, at slutningen kom med.", State.ATTENTION
    return f"Teksten fylder højst {format_number(count.submitted)} af {limit} tegn i webformularen.", None


def _breaking(value: str) -> Said:
    """Returns the characters that the form may break."""
    names = [one.description for one in unsupported_characters(value)]
    if found := _TAG_OR_ENTITY.search(value):
        names.append(f"»{found[0]}«")
    return (f"Tegn, der kan gå i stykker: {_named(names)}.", State.ATTENTION) if names else ("", None)


def _named(names: list[str]) -> str:
    if len(names) <= MOST_NAMED:
        return all_of(names)
    return f"{', '.join(names[:MOST_NAMED])} og {len(names) - MOST_NAMED} til"
