"""Danish names, for caseworkers, of characters that Windows-1252 lacks."""

from unicodedata import category, decomposition, name, normalize

_NAMES = {
    "\u000b": "linjeskift fra Word",
    "\u000c": "sideskift",
    "\u0085": "linjeskift fra et andet system",
    "\u2002": "bredt mellemrum",
    "\u2003": "bredt mellemrum",
    "\u2007": "mellemrum med samme bredde som et ciffer",
    "\u2009": "smalt mellemrum",
    "\u200a": "meget smalt mellemrum",
    "\u200b": "usynligt mellemrum",
    "\u200c": "usynligt tegn, der holder bogstaver adskilt",
    "\u200d": "usynligt tegn, der sætter tegn sammen",
    "\u200e": "usynligt tegn, der styrer læseretningen",
    "\u200f": "usynligt tegn, der styrer læseretningen",
    "\u2010": "bindestreg fra et andet tegnsæt",
    "\u2011": "hård bindestreg",
    "\u2012": "tankestreg med samme bredde som et ciffer",
    "\u2015": "lang tankestreg",
    "\u2023": "trekantet punkttegn",
    "\u2028": "linjeskift fra et andet system",
    "\u2029": "afsnitsskift fra et andet system",
    "\u202f": "smalt hårdt mellemrum",
    "\u2032": "minuttegn",
    "\u2033": "sekundtegn",
    "\u2043": "punkttegn formet som en streg",
    "\u2044": "brøkstreg",
    "\u2060": "usynligt tegn, der holder ord sammen",
    "\u2190": "pil mod venstre",
    "\u2191": "pil opad",
    "\u2192": "pil mod højre",
    "\u2193": "pil nedad",
    "\u2194": "dobbeltpil",
    "\u21d2": "dobbelt pil mod højre",
    "\u2205": "diametertegn",
    "\u2212": "minustegn fra et andet tegnsæt",
    "\u2219": "punkttegn",
    "\u221a": "kvadratrodstegn",
    "\u221e": "uendelighedstegn",
    "\u2248": "omtrent lig med",
    "\u2260": "ikke lig med",
    "\u2264": "mindre end eller lig med",
    "\u2265": "større end eller lig med",
    "\u25a0": "firkantet punkttegn",
    "\u25a1": "tomt afkrydsningsfelt",
    "\u25aa": "firkantet punkttegn",
    "\u25ba": "trekantet punkttegn",
    "\u25cb": "åbent rundt punkttegn",
    "\u25cf": "rundt punkttegn",
    "\u25e6": "åbent rundt punkttegn",
    "\u2610": "tomt afkrydsningsfelt",
    "\u2611": "afkrydset felt",
    "\u2612": "afkrydset felt",
    "\u2713": "flueben",
    "\u2714": "flueben",
    "\u2717": "kryds",
    "\u2718": "kryds",
    "\u27a2": "pil som punkttegn",
    "\u3000": "bredt mellemrum",
    "\ufe0e": "usynligt tegn, der hører til et symbol",
    "\ufe0f": "usynligt tegn, der hører til en emoji",
    "\ufeff": "usynligt mærke fra begyndelsen af en fil",
    "\ufffc": "plads til et billede eller et objekt",
    "\ufffd": "erstatning for et tegn, der er gået tabt",
}
_CATEGORIES = {
    "Cc": "styretegn",
    "Cf": "usynligt styretegn",
    "Cn": "ukendt tegn",
    "Co": "tegn fra en symbolskrift",
    "Cs": "halvt tegn, der er gået i stykker",
    "Mn": "løst accenttegn",
    "Zs": "særligt mellemrum",
}
_SCRIPTS = {
    "LATIN ": "bogstavet {}",
    "GREEK ": "det græske bogstav {}",
    "CYRILLIC ": "det kyrilliske bogstav {}",
    "ARABIC ": "det arabiske tegn {}",
    "HEBREW ": "det hebraiske tegn {}",
    "CJK ": "skrifttegnet {}",
}
_FORMS = {
    "<sub>": "sænket {}",
    "<super>": "hævet {}",
    "<fraction>": "brøken {}",
    "<compat>": "sammensat tegn for {}",
}
_EMOJI = (("\u2600", "\u27bf"), ("\U0001f000", "\U0001faff"))


def describe_character(character: str) -> str:
    """Names one character in Danish, with its Unicode code point: `hård bindestreg (U+2011)`.

    Where there is no Danish name, the character itself is shown.
    """
    code = f"U+{ord(character):04X}"
    described = _NAMES.get(character) or _CATEGORIES.get(category(character)) or _by_kind(character)
    return f"{described} ({code})" if described else f"tegnet {character} ({code})"


def _by_kind(character: str) -> str | None:
    if any(first <= character <= last for first, last in _EMOJI):
        return f"emoji {character}"
    if wording := _FORMS.get(decomposition(character).partition(" ")[0]):
        return wording.format(normalize("NFKC", character).replace("\u2044", "/"))
    if category(character).startswith("L"):
        for script, wording in _SCRIPTS.items():
            if name(character, "").startswith(script):
                return wording.format(character)
    return None
