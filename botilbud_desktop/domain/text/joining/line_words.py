"""What the words at the end of one line and at the start of the next tell: a list, a sentence that goes on, its end."""

import re

from botilbud_desktop.domain.text.joining.joints import HYPHENS

_LIST_SIGN = re.compile(r"(?:[-–—•*·▪◦●○■□►✓]|[a-zæøå]\)|\(?\d{1,2}\)|\([a-z]\))\s|[•▪◦●■►]")
_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2})*|[a-zæøå])\.?\s+(?=\S)")
_MONTH = re.compile(
    r"\d{1,2}\.\s+(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|kvartal)\b"
)
_SENTENCE_END = re.compile(r"[.!?][»«”\"')\]]*\Z")
_ABBREVIATION = re.compile(
    r"(?<![^\W\d_])(?:kr|mio|mia|ca|bl\.a|f\.eks|fx|jf|nr|stk|pkt|inkl|ekskl|evt|hhv|pr|dvs|mv|m\.v|m\.fl|§)\.\Z",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:,|[({]|(?<!\w)(?:og|eller|samt|i|på|af|til|for|fra|med|ved|om|efter|hos|under|over|mellem|uden|som|at|der|"
    r"den|det|de|en|et|er|har|vil|kan|skal|jf\.|ca\.|§|§§|nr\.|pr\.))\Z",
    re.IGNORECASE,
)
_OPENING = "»“”„\"'(["


def goes_on(line: str, after: str) -> bool:
    """Whether the words show that the sentence goes on: it is not over, and the next line begins small."""
    return not is_over(line) and (starts_small(after) or _GOES_ON.search(line) is not None)


def cannot_end(line: str) -> bool:
    """Whether no paragraph ends so: with a cut word, a comma or a word such as »og«."""
    line = line.rstrip()
    return bool(line) and (line[-1] in f"{HYPHENS}\u00ad" or _GOES_ON.search(line) is not None)


def starts_small(line: str) -> bool:
    """Whether a line begins with a small letter, perhaps after a quotation mark, or with a date."""
    line = line.lstrip().lstrip(_OPENING)
    return line[:1].islower() or _MONTH.match(line) is not None


def is_over(line: str) -> bool:
    """Whether a line ends a sentence; the full stop of an abbreviation such as »mio. kr.« does not."""
    return _SENTENCE_END.search(line) is not None and _ABBREVIATION.search(line) is None


def is_item(line: str, numbers: frozenset[str]) -> bool:
    """Whether a line begins with the sign of a list; a number counts when one next to it begins a line too."""
    line = line.lstrip()
    if _LIST_SIGN.match(line):
        return True
    number = _NUMBER.match(line)
    if number is None or _MONTH.match(line):
        return False
    return number[1] in numbers


def numbered(lines: list[str]) -> frozenset[str]:
    """Returns the numbers and letters at the beginning of lines that count as signs of a list."""
    found = {match[1] for match in map(_NUMBER.match, map(str.lstrip, lines)) if match and "." in match[0]}
    return frozenset(each for each in found if each in ("1", "a") or "." in each or found & _beside(each))


def _beside(number: str) -> set[str]:
    if number.isdecimal():
        return {str(int(number) - 1), str(int(number) + 1)}
    return {chr(ord(number) - 1), chr(ord(number) + 1)}


def starts_large(line: str) -> bool:
    """Whether a line begins with a capital, perhaps after a quotation mark."""
    return line.lstrip().lstrip(_OPENING)[:1].isupper()
