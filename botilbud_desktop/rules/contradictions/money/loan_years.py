"""Years that a text gives no loan, or the whole of it, without an amount: `der søges ikke om lån i 2026`."""

import re
from collections.abc import Iterator

from botilbud_desktop.rules.contradictions.context import Context
from botilbud_desktop.rules.contradictions.found import Found
from botilbud_desktop.rules.contradictions.known import Known
from botilbud_desktop.rules.contradictions.scenes import Sentence
from botilbud_desktop.rules.contradictions.wording import loan_said

_END = r"(?= ?(?:[.,;)\n]|\Z|og |men |, ))"
_NONE = re.compile(
    rf"(?<!\w)(?:der )?(?:søges|ansøges|lånes|optages) (?:der )?ikke (?:om )?(?:lån\w* )?(?:i|"
    rf"for) (?P<after>20[0-9]{{2}}){_END}"
    rf"|(?<!\w)(?:intet|ikke noget) (?:lån|lånebehov) (?:i|for) (?P<none>20[0-9]{{2}}){_END}"
    rf"|(?<!\w)(?:ingen låneadgang|intet|nul|ingenting) (?:i|for) (?P<nil>20[0-9]{{2}}){_END}"
    rf"|(?<!\w)(?:i|for) (?P<ahead>20[0-9]{{2}}) (?:søges|ansøges|lånes|"
    rf"optages) (?:der )?(?:ikke(?: om)?(?: lån)?|intet(?: lån)?|ingenting){_END}"
)
_WHOLE = re.compile(
    r"(?<!\w)hele (?:lånet|lånebeløbet|låneadgangen)(?: på [^.;\n]{0,30}?)? (?:optages|søges|ligger|"
    r"falder|ansøges|hjemtages|lægges|placeres)"
    rf"(?: (?:alene|udelukkende|dog|derfor))? i (?P<year>20[0-9]{{2}})(?: alene)?{_END}"
)
_LOAN = re.compile(r"(?<!\w)(?:lån\w*|søg\w*|ansøg\w*)(?!\w)")


def loan_year_contradictions(context: Context) -> Iterator[Found]:
    """Yields years that are said to have no loan and have one, and years that are said to have all of it."""
    for found in _NONE.finditer(context.facts.text):
        year = next(value for value in found.groupdict().values() if value)
        known = _known(context, found, _REACH)
        is_of_loan = known is not None and (found["nil"] is None or _names_loan(context, found))
        if known is not None and is_of_loan and _loan(known, year):
            yield loan_said(context, known, found.start(), found.end(), year)
    for found in _WHOLE.finditer(context.facts.text):
        known = _known(context, found, 0)
        if known is not None and any(
            _loan(known, other) for other in context.round.year_keys if other != found["year"]
        ):
            yield loan_said(context, known, found.start(), found.end(), None)


_REACH = 60


def _known(context: Context, found: re.Match[str], reach: int) -> Known | None:
    """Returns what is known of the one project that the words are of; None where that is not certain."""
    sentence: Sentence = context.sentence_at(found.start())
    known = context.scope(sentence)
    before = context.before(sentence, found.start())[-reach:] if reach else ""
    is_sure = len(known.projects) == 1 and not sentence.is_deleted and context.facts.text[sentence.end - 1] != "?"
    is_sure = is_sure and not context.is_of_another(sentence, found.start())
    return known if is_sure and not re.search(r"(?<!\w)(?:hvis|såfremt|kommunen selv|har)(?!\w)", before) else None


def _names_loan(context: Context, found: re.Match[str]) -> bool:
    sentence = context.sentence_at(found.start())
    return _LOAN.search(context.before(sentence, found.start())) is not None


def _loan(known: Known, year: str) -> int:
    return sum(amount or 0 for key, amount in known.loans if key == year)
