"""Findings about what the ministry weighs: building, daily rates and coordination with other municipalities."""

import re
from collections.abc import Iterator

from botilbud_desktop.domain.application import Coordination
from botilbud_desktop.domain.choice_wording import COORDINATIONS
from botilbud_desktop.domain.round_parts import WeightingTopic
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.rules.findings.making import info, warning
from botilbud_desktop.rules.results import Finding
from botilbud_desktop.rules.subject import Subject

_UNANSWERED = "weighting.unanswered"
_KKR = re.compile(r"\bKKRs?\b")
"""The word, also as `KKR's` and `KKR-møde`; in small letters it may be an amount."""


def weighting_findings(subject: Subject) -> Iterator[Finding]:
    """Yields what is unanswered, and what the answers ask for."""
    if subject.project.building is None and WeightingTopic.SIZE in subject.round.weighed_topics:
        yield info(
            _UNANSWERED,
            subject.field("building"),
            "Angiv, om I bygger nyt eller bruger en eksisterende bygning. Ministeriet lægger vægt på det.",
        )
    yield from _coordination_findings(subject)
    yield from _contradiction_findings(subject)
    yield from _rate_findings(subject)


def _coordination_findings(subject: Subject) -> Iterator[Finding]:
    field, coordination = subject.field("coordination"), subject.project.coordination
    if coordination is None:
        if WeightingTopic.COORDINATION not in subject.round.weighed_topics:
            return
        yield info(
            _UNANSWERED,
            field,
            "Angiv, om projektet er koordineret i KKR eller med andre kommuner. "
            "Ministeriet prioriterer koordinerede projekter.",
        )
    elif coordination is not Coordination.NONE:
        is_kkr = coordination is Coordination.KKR
        yield info(
            "coordination.document_to_send",
            field,
            f"Send {'referatet fra KKR' if is_kkr else 'aftalen mellem kommunerne'} med e-mail til "
            f"{subject.round.documentation_email}.",
        )
        if not subject.project.coordination_note.strip():
            yield warning(
                "coordination.note_missing",
                subject.field("coordination_note"),
                f"Angiv {'mødet i KKR og datoen' if is_kkr else 'aftalens navn'}, så koordineringen kan dokumenteres.",
            )


def _contradiction_findings(subject: Subject) -> Iterator[Finding]:
    """Yields a warning where the choice and the note on the meeting or the agreement cannot both be right."""
    coordination, note = subject.project.coordination, subject.project.coordination_note
    if not note.strip():
        return
    if coordination is Coordination.OTHER_INTERMUNICIPAL and _KKR.search(note):
        message = (
            f"Der er valgt »{COORDINATIONS[coordination]}«, men »Møde eller aftale« nævner KKR. "
            "Er projektet koordineret i KKR? Ret det, der ikke passer."
        )
    elif coordination is Coordination.NONE:
        message = (
            f"Der er valgt »{COORDINATIONS[coordination]}«, men der står noget under »Møde eller aftale«. "
            "Er projektet koordineret? Ret det, der ikke passer."
        )
    elif coordination is None and WeightingTopic.COORDINATION in subject.round.weighed_topics:
        message = (
            "Der står noget under »Møde eller aftale«, men koordineringen er ikke angivet. "
            "Er projektet koordineret? Angiv det, eller tøm feltet."
        )
    else:
        return
    yield warning("coordination.differs_from_note", subject.field("coordination"), message)


def _rate_findings(subject: Subject) -> Iterator[Finding]:
    rates = subject.project.daily_rates
    if all(rate.is_empty for rate in rates) and WeightingTopic.PRICE in subject.round.weighed_topics:
        yield info(
            _UNANSWERED,
            subject.field("daily_rates"),
            "Angiv de takster, som projektet kan sammenlignes med. Ministeriet lægger vægt på bedre prissætning.",
        )
    for index, rate in enumerate(rates):
        row = subject.field(f"daily_rates[{index}]")
        if rate.lowest > rate.highest:
            yield warning(
                "daily_rate.reversed",
                f"{row}.lowest",
                f"Den laveste takst på {format_number(rate.lowest)} kr. er højere end den højeste "
                f"på {format_number(rate.highest)} kr.",
            )
        for name, amount in (("lowest", rate.lowest), ("highest", rate.highest)):
            if amount < 0:
                yield warning("daily_rate.negative", f"{row}.{name}", "Taksten må ikke være under 0 kr.")
