"""Whether words speak of the project itself: its building, its places, those who move in, or its name."""

import re

from botilbud_desktop.rules.contradictions.names import ProjectNames

_OF_PROJECT = re.compile(
    r"(?<![\w-])(?:(?:bygge|anlægs)?projekt(?:et|erne)?|byggerie(?:t|rne)|nybyggeri(?:et)?|ombygning(?:en)?|"
    r"renovering(?:en)?|istandsættelse(?:n)?|"
    r"[a-zæøå]{0,20}udvidelse(?:n|rne)?|etablering(?:en)?|opførelse(?:n)?|bo(?:tilbud|sted|"
    r"fællesskab)(?:det|dene|et|erne)?|"
    r"(?:døgn)?tilbud(?:det|dene)?|hus(?:et|ene)|længe(?:n|r|rne)|bygning(?:en|erne)|tilbygning(?:en)?|anlægget|"
    r"[a-zæøå]{0,20}plads(?:en|er|erne)|[a-zæøå]{0,20}bolig(?:er|erne)|lejlighed(?:er|erne)|enhed(?:en|er|erne)|"
    r"værelser(?:ne)?|stedet|(?:anlægs|bygge)?arbejde(?:t|rne)|cent(?:er|ret|eret)|afdeling(?:en)?|"
    r"[a-zæøå]{0,20}fløj(?:en|ene)?|alt|"
    r"det hele|alle|samtlige|"
    r"beboer(?:e|ne)|borger(?:e|ne)|de unge|"
    r"de (?:(?:[0-9]+|[a-zæøå]+) )?(?:første|sidste|næste|nye|øvrige|resterende)|den første|"
    r"første (?:beboer|borger|ung|lejer|hold)\w*|unge|mennesker|voksne|håndværkerne|entreprenøren|"
    r"entreprisen|murerne|"
    r"kapaciteten|dørene|etape|vi (?:åbner|slår dørene|tager)|"
    r"vi (?:er|bliver|står) færdige? med (?:at bygge(?= (?:den|i|til|det|huset|omkring))|"
    r"byggeriet|ombygningen)|nøgle\w*|indvielse\w*)(?!\w)"
)
_PRONOUN = re.compile(
    r"\A\W*(?:det|den|de|her) (?:er|bliver|står|tages|kan|skal|forventes|ventes|afsluttes|åbner|"
    r"afleveres|flytter|vil)(?!\w)|(?<!\w)og (?:det|den) (?:er|bliver|står) (?:færdig|klar)"
)
_NOMINAL = re.compile(
    r"(?<!\w)(?:[a-zæøå]*afslutning\w*|færdiggør\w*|færdigmeld\w*|aflevering\w*|ibrugtag\w*|indflytning\w*|"
    r"åbning\w*|idriftsæt\w*|fuldførelse\w*|overdragelse\w*)(?!\w)(?P<of> (?:af|for|på) (?:[a-zæøå]+ )?(?=[a-zæøå]))?"
)
_SHORT = 24


def is_of_project(words: str, names: ProjectNames) -> bool:
    """Whether folded words of a sentence speak of a time of the project: its noun, pronoun or name is among them.

    `Ibrugtagning` needs no subject; that of something else, as in `åbningen af svømmehallen`, has one that is none.
    """
    if len(words) < _SHORT and not any(letter == " " for letter in words.strip()):
        return True
    if _OF_PROJECT.search(words) or _PRONOUN.search(words) or names.is_named_in(words):
        return True
    return any(found["of"] is None for found in _NOMINAL.finditer(words))
