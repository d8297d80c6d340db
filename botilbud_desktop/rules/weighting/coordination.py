"""Coordination with other municipalities, which has special priority: first in KKR, then otherwise."""

from botilbud_desktop.domain.application import Coordination
from botilbud_desktop.rules.weighting.asked import Asked
from botilbud_desktop.rules.weighting.results import Answer, Gap
from botilbud_desktop.rules.wording import quoted

_SAID = {
    Coordination.KKR: "Projektet er koordineret i regi af KKR.",
    Coordination.OTHER_INTERMUNICIPAL: "Projektet er koordineret i et andet tværkommunalt samarbejde.",
    Coordination.NONE: "Projektet er ikke koordineret med andre kommuner.",
}
_NOTE_MISSING = {
    Coordination.KKR: "Angiv mødet i KKR og datoen.",
    Coordination.OTHER_INTERMUNICIPAL: "Angiv aftalens navn.",
}


def coordination_answer(asked: Asked) -> Answer:
    """Returns the choice, the meeting or agreement, and what the texts may say."""
    coordination = asked.project.coordination
    if coordination is None:
        message = "Angiv, om projektet er koordineret i KKR eller med andre kommuner."
        return Answer(asked.quoted(), (asked.gap("coordination", message),))
    if coordination is Coordination.NONE:
        return Answer((_SAID[coordination], *asked.quoted()))
    note = asked.project.coordination_note.strip()
    said = (_SAID[coordination], *((f"Møde eller aftale: {quoted(note)}.",) if note else ()), *asked.quoted())
    missing: list[Gap] = []
    if not note:
        missing.append(asked.gap("coordination_note", _NOTE_MISSING[coordination]))
    return Answer(
        said,
        (*missing, *asked.not_told("coordination", "koordineringen", "den")),
        f"Programmet kan ikke se, om dokumentationen er sendt til {asked.round.documentation_email}.",
    )
