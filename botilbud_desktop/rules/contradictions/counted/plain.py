"""Whether a number of places can hardly be of anything but the project, though nothing says that it is."""

import re

from botilbud_desktop.domain.facts.counts import Count
from botilbud_desktop.rules.contradictions.context import Context
from botilbud_desktop.rules.contradictions.known import Known
from botilbud_desktop.rules.contradictions.scenes import Sentence

_OTHER = re.compile(
    r"(?<!\w)(?:"
    # of today, of others, of before, compared
    r"har|havde|var|blev|fik|findes|fandtes|ligger|råder|driver|nabo\w*|lignende|tilsvarende|ved siden af|erfaring\w*|"
    r"bevares|fortsætter|lukke\w*|nedlægg\w*|nedlagt\w*|erstatte\w*|afløse\w*|nuværende|eksisterende|i dag|"
    r"i forvejen|tidligere|hidtil|allerede|siden|seneste|anden?|andre|andet|øvrige|private?|almene?|region\w*|"
    r"kkr|landet\w*|landsplan|offentlige|sammenligning\w*|åbnet|"
    # of a part, of more than the project
    r"heraf|deraf|hvoraf|herunder|dem|disse|hver|hvert|begge|hus [a-z0-9]|etage\w*|fløj\w*|etape\w*|fase\w*|sal|stuen|"
    r"stueetage\w*|klynge\w*|afsnit|afdeling\w*|først\w*|sidste|næste|resten|resterende|yderligere|desuden|derudover|"
    r"dertil|samlede?|samlet|tilsammen|kapacitet\w*|fælles|sammen|akut\w*|aflastning\w*|egne|selv|gange|"
    # of wishes and what may be
    r"behov\w*|mangle\w*|efterspørg\w*|venteliste\w*|hvis|såfremt|mulighed\w*|kan|kunne|ville|overveje\w*|senere|sigt|"
    r"lokalplan\w*|ansatte|belægning\w*|belagt\w*|fyldt\w*|drift\w*|medarbejder\w*|personale\w*|pædagog\w*|ikke|uden|"
    r"ud over|udover|foruden"
    r")(?!\w)"
)
_CLAUSE_END = re.compile(r"[;:]|, (?!som|der|viser|ifølge|hvor(?!af)|og (?:som|der))|, hvoraf")
_MOST_TIMES = 2
_HEADING = 200
_TURN = 25
"""How far from the name of one of several projects its number stands."""


def is_plain(context: Context, sentence: Sentence, count: Count, known: Known) -> bool:
    """Whether nothing around a number of homes that is about as large as the table's is of anything else."""
    size = int(count.size.lowest)
    if not known.total <= size * _MOST_TIMES or size > known.total * _MOST_TIMES or not count.noun:
        return False
    is_turn = known is not context.scope(sentence)
    if len(known.projects) > 1 or (context.counted[sentence.start] > 1 and not is_turn):
        return False
    behind = _CLAUSE_END.split(context.behind(sentence, count.end))[0]
    before = context.before(sentence, count.start)[-_TURN if is_turn else 0 :]
    around = f"{before} {context.facts.masked[count.start : count.end]} {behind}"
    return not _OTHER.search(around) and (is_turn or not _OTHER.search(sentence.heading[-_HEADING:]))
