"""Names that a text says to be the project's, in so many words: `Projektet, i det følgende kaldet Birkehuset`."""

from collections.abc import Iterator

from botilbud_desktop.domain.facts.prefiltered import PrefilteredPattern

WORD = r"(?:(?:Gl|Sdr|Ndr|St|Ll|Kgs|Chr)\. )?[A-ZÆØÅ][\wæøåÆØÅ&’'-]{0,30}"
NAME = rf"{WORD}(?:(?<!\.) (?:(?:og|i|på|ved) )?(?:{WORD}|[0-9]{{1,3}}[A-Z]?(?![\w.,])))" r"{0,3}"
_SUBJECT = (
    r"(?:[Pp]rojektet|[Bb]otilbud(?:det)?|[Bb]osted(?:et)?|[Tt]ilbud(?:det)?|[Hh]us(?:et)?|[Ss]tedet|"
    r"[Bb]ofællesskab(?:et)?|"
    r"[Bb]yggeriet|[Bb]yggeprojektet|[Bb]oformen)"
)
_FILLER = (
    r"(?:,|\(|der|som|vi|man|i|det|følgende|herefter|også|daglig|tale|her|nu|kommer|til|at|vil|skal|er|bliver|"
    r"blive|har|fået|"
    r"får|forventes|ventes|foreløbigt|foreløbig|har vi)"
)
_SAID = (
    r"(?:kaldes|kalder|kaldet|kalde|kaldt|omtales|omtalt|benævnes|benævnt|navngives|navngivet|hedder|hedde|"
    r"døbes|døbt|"
    r"herefter|i det følgende|får navnet|bærer navnet|titlen)"
)
_CALLED = PrefilteredPattern(
    rf"(?<!\w){_SUBJECT}(?:,| \(|,? {_FILLER}){{0,9}}?,? ?\(?{_SAID}(?:(?:,| som| for| herefter| i daglig tale|"
    rf" i det følgende|"
    rf" nu| også| blot| tilbuddet| botilbuddet| projektet))* ?:? ?[»\"“”„]?(?P<name>{NAME})",
    literals="kalde|kaldt|omtale|benævn|navngiv|hedde|døb|herefter |følgende |navnet|titlen",
)
_NAME_IS = PrefilteredPattern(
    r"(?<!\w)(?:[Nn]avnet på (?:det (?:nye |kommende )?)?(?:botilbud|tilbud|projekt|hus|bosted|"
    r"bofællesskab)(?:det|et)?|"
    r"(?:[Bb]otilbuddets|[Pp]rojektets|[Tt]ilbuddets|[Hh]usets|[Bb]ostedets) (?:nye )?navn) "
    rf"(?:er|bliver|vil være|skal være) [»\"“”„]?(?P<name>{NAME})",
    literals="avnet på|s navn|nye navn",
)
_LABELLED = PrefilteredPattern(
    r"(?:\A|\n|[.;] )[ \t#*-]*(?:[Nn]avn|[Pp]rojekt(?:ets )?navn|[Aa]rbejdstitel|[Pp]rojekttitel|[Tt]ilbuddets navn|"
    rf"[Bb]otilbuddets navn|[Tt]itel)(?: på [a-zæøå]+)?(?: er)?:? ?[»\"“”„]?(?P<name>{NAME})(?=[«\"”]?\s*(?:\Z|"
    r"\n|[.,;(]))(?!\s*(?:Telefon|Tlf|E-?mail|Mail|Stilling|Adresse))",
    literals="rojektnavn|Navn|s navn|itel",
)


def named_as(text: str) -> Iterator[tuple[int, int]]:
    """Yields where the name stands that the project is said to have."""
    for pattern in (_CALLED, _NAME_IS, _LABELLED):
        for found in pattern.finditer(text):
            yield found.span("name")
