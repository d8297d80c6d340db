"""Says what the rules tell a caseworker (*angiv andelen*) as papers for others say it (*andelen er ikke angivet*)."""

import re
from functools import lru_cache

from botilbud_desktop.domain.text.hidden_marks import capitalised

_REWORDED: tuple[tuple[str, str], ...] = (
    (r"\bI søger om\b(?! i )", "der søges om"),
    (r"^der søges\b", "Der søges"),
    (r"\bHar du skrevet beløbet i kroner\? Skriv det", "Beløbet er måske skrevet i kroner. Det skal stå"),
    (r"\bVurdér selv, om\b", "Det skal vurderes, om"),
    (r"\bVurdér, om\b", "Det skal vurderes, om"),
    (
        r"^Angiv bruttoanlægsudgiften i (?P<years>[^.]*)\. Den",
        r"Bruttoanlægsudgiften i \g<years> er ikke angivet. Den",
    ),
    (
        r"^Angiv pladserne, så andelen kan regnes om til pladser\.",
        "Andelen kan ikke regnes om, for pladserne er ikke angivet.",
    ),
    (r"^Angiv, om I bygger nyt eller bruger\b", "Det er ikke angivet, om der bygges nyt eller bruges"),
    (
        r"^Angiv det lånebeløb, I søger om i (?P<years>.*)\.$",
        r"Det lånebeløb, der søges om i \g<years>, er ikke angivet.",
    ),
    (r"^Angiv takster (?P<which>.*), som (?P<what>.*)\.$", r"Takster \g<which>, som \g<what>, er ikke angivet."),
    (r"^Angiv den andel (?P<which>.*)\.$", r"Den andel \g<which>, er ikke angivet."),
    (r"^Angiv, ", "Det er ikke angivet, "),
    (r"(?<=\. )Angiv, (?P<what>[^(]*?)(?: \([^)]*\))?\.$", r"Det er ikke angivet, \g<what>."),
    (r"(?<=\. )Begrund, ", "Det er ikke begrundet, "),
    (r"(?<=\. )Angiv først pladserne (?P<what>[^.;]*)\.$", r"Pladserne \g<what> er ikke angivet."),
    (r"(?<=\. )Angiv andelen i procent\.$", "Andelen er ikke angivet."),
    (
        r"(?<=\. )Brug »Fordeling af udgifter« til at skille udgifterne til (?P<them>\w+) fra\.$",
        r"Udgifterne til \g<them> er ikke skilt fra.",
    ),
    (r"^Ret (?P<what>.*) under »Fordeling af udgifter«\.$", r"\g<what> under »Fordeling af udgifter« skal rettes."),
    (r"^Vælg den kommune, der ansøger\.$", "Den kommune, der ansøger, er ikke valgt."),
    (r" Spørg (?P<whom>.*)\.$", r" Det kan afklares hos \g<whom>."),
    (r"^Angiv (?P<what>[^.;]*)\.$", r"\g<what> er ikke angivet."),
)
"""What stands in the rules' sentences, and what stands instead; the first that fits wins for its place."""

_REASONS = {
    "du har ikke adgang til at læse den": "der er ikke adgang til at læse den",
    "som it-afdelingen skal installere": "som it-afdelingen skal installere",
    "godtager ikke dit login": "godtager ikke brugerens login",
}
"""What stands in the reasons why a file cannot be read, and what stands instead."""


@lru_cache(maxsize=1024)
def neutral(message: str) -> str:
    """Returns a sentence of the rules that addresses nobody. It is not for texts that quote a draft."""
    for pattern, instead in _REWORDED:
        message = re.sub(pattern, instead, message)
    return capitalised(message)


_DAMAGED = re.compile(
    r"« kan ikke åbnes: Den er beskadiget eller rettet i et andet program \(|"
    r"« kan ikke åbnes: [^«]*\((linje \d+(, tegn \d+)?|[a-z_]+(\[\d+\]|\.\w+)*)\)\.$",
    re.DOTALL,
)
"""A file whose content cannot be understood, with the place."""
DAMAGED = "Filen er beskadiget eller kom ikke helt med."


def neutral_reason(why: str) -> str:
    """Returns why a file cannot be read, addressing nobody; its name, which stands in quotation marks, is kept."""
    if _DAMAGED.search(why) and not any(clause in why for clause in _REASONS):
        return DAMAGED
    name, mark, reason = why.rpartition("«")
    for clause, instead in _REASONS.items():
        reason = reason.replace(clause, instead).replace(capitalised(clause), capitalised(instead))
    return f"{name}{mark}{reason}"
