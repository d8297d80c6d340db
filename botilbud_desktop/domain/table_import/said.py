"""What is said of a table that is read, in the preview as on the command line."""

from botilbud_desktop.domain.application import LegalBasis
from botilbud_desktop.domain.round import Round

GUESSED = "Der er ingen overskrifter, så kolonnerne er læst i skemaets rækkefølge. Se efter, om det passer."
GUESSED_NAMES = "Første kolonne har ingen overskrift. Den er læst som projekternes navne."
CUT = "Arket er stort. Kun de første 200 rækker og 50 kolonner er læst."
UNKNOWN_HEADINGS = "Overskrifterne er ikke genkendt."
HEADINGS_FROM_WORDS = "Øverste række med ord er læst som overskrifter."
HIDDEN_COLUMN = "Kolonnen er skjult i arket, men er læst."
UNTICK = "Fjern ellers fluebenet."
CHOOSE = "Vælg over kolonnen, hvad der er rigtigt."
CHOOSE_KRONER = "Vælg så »Kroner« over kolonnen."
CHOOSE_IT = "Vælg så det over kolonnen."
_ADVICE = (UNTICK, CHOOSE, CHOOSE_KRONER, CHOOSE_IT)
"""What remarks advise to do in the preview."""
_UNDIVIDED = "Pladserne bliver nye pladser efter SEL §§ 107 og 108, ikke delt på de to paragraffer."


def places_said(round_: Round) -> str:
    """Returns which legal basis the places get: a table has their number only."""
    if round_.usual_basis is LegalBasis.SEL_107_108:
        return _UNDIVIDED
    law = next(choice.law for choice in round_.legal_bases if choice.code is round_.usual_basis)
    return f"Pladserne bliver nye pladser efter {law}."


def without_advice(remark: str) -> str:
    """Returns a remark as it is said where there is no preview: without what to choose or tick in it."""
    for advice in _ADVICE:
        remark = remark.replace(advice, "")
    return " ".join(remark.split())
