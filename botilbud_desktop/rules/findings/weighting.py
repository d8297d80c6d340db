"""Findings about what the ministry weighs: building, daily rates and coordination with other municipalities."""

from collections.abc import Iterator

from botilbud_desktop.domain.application import Coordination
from botilbud_desktop.domain.round_parts import WeightingTopic
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.rules.findings.making import info, warning
from botilbud_desktop.rules.results import Finding
from botilbud_desktop.rules.subject import Subject

_UNANSWERED = "weighting.unanswered"


def weighting_findings(subject: Subject) -> Iterator[Finding]:
    """Yields what is unanswered, and what the answers ask for."""
    if subject.project.building is None and WeightingTopic.SIZE in subject.round.weighed_topics:
        yield info(
            _UNANSWERED,
            subject.field("building"),
            "Angiv, om I bygger nyt eller bruger en eksisterende bygning. Ministeriet lægger vægt på det.",
        )
    yield from _coordination_findings(subject)
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
