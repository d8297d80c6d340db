"""Sentences of the program's own helps that hold in some rounds only: of laws, criteria and weighting."""

from collections.abc import Callable
from typing import NamedTuple

from botilbud_desktop.domain.application import LegalBasis
from botilbud_desktop.domain.own_texts.fields import own_help
from botilbud_desktop.domain.round_form import RoundForm
from botilbud_desktop.domain.round_parts import CriterionMeaning, WeightingTopic


class _Sentence(NamedTuple):
    path: str
    words: str
    holds: Callable[[RoundForm], bool]
    otherwise: str
    """What stands there in other rounds."""


def is_of_two_sections(form: RoundForm) -> bool:
    """Whether the pool covers both SEL § 107 and § 108, so that places can be under the two together."""
    return form.usual_basis is LegalBasis.SEL_107_108


def covers_housing(form: RoundForm) -> bool:
    """Whether the pool covers *almene boliger* (ABL § 105)."""
    return LegalBasis.ABL_105 in form.eligible_bases


def weighs_coordination(form: RoundForm) -> bool:
    """Whether the ministry gives coordinated projects priority."""
    return WeightingTopic.COORDINATION in form.weighed_topics or bool(form.weighting.coordination)


def weighs_building(form: RoundForm) -> bool:
    """Whether the ministry weighs the size of a project and whether it uses a building that stands there."""
    return WeightingTopic.SIZE in form.weighed_topics


def _has_preservation(form: RoundForm) -> bool:
    return form.criterion_about(CriterionMeaning.PRESERVATION) is not None


_SENTENCES = (
    _Sentence(
        "projects[].places[].legal_basis",
        " Er fordelingen mellem de to paragraffer ikke fastlagt, så vælg dem samlet.",
        is_of_two_sections,
        "",
    ),
    _Sentence(
        "projects[].cost_plan.lines[].treatment",
        "Almene boliger efter ABL § 105 holdes uden for lånet.",
        lambda form: not covers_housing(form),
        "Det, der ikke hører under {eligible_law}, holdes uden for lånet.",
    ),
    _Sentence(
        "projects[].building",
        "Det indgår i ministeriets prioritering, men skemaet har",
        weighs_building,
        "Skemaet har",
    ),
    _Sentence(
        "projects[].coordination",
        "Ministeriet prioriterer først projekter, der er koordineret i kommunekontaktrådet (KKR), "
        "og dernæst dem, der er koordineret i "
        "andre tværkommunale samarbejder.",
        weighs_coordination,
        "Vælg, om projektet er koordineret med andre kommuner.",
    ),
    _Sentence(
        "projects[].preservation_reason",
        "Så skal I sandsynliggøre, at de ellers bortfalder inden for en overskuelig årrække. Skriv",
        _has_preservation,
        "Skriv",
    ),
)


def help_of_round(help_: str, path: str, form: RoundForm) -> str:
    """Returns the program's own help without what does not hold in the round; a text of the round's own as it is."""
    for sentence in _SENTENCES:
        if sentence.path == path and help_ == own_help(path) and not sentence.holds(form):
            return help_.replace(sentence.words, sentence.otherwise)
    return help_
