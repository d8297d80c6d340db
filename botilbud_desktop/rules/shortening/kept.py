"""What of a text is never made shorter: quotations, addresses on the net, references to laws, and given names."""

import re
from collections.abc import Iterable, Iterator

_LONGEST_QUOTATION = 2_000
_QUOTES = {"»": "«", "“": "”", "”": "”", "„": "“", '"': '"', "'": "'", "‘": "’", "’": "’"}
_OPENING = re.compile(r"[»“”„\"]|(?<!\w)['‘’]")
_WORD = re.compile(r"\S+")
_LAW = re.compile(
    r"§{1,2} ?\d{1,4}(?: ?[a-zæøå]\b)?"
    r"(?:(?:,? (?:stk|nr|litra|pkt)\.? ?|(?: ?[/,] ?| og | eller | til )(?:§{1,2} ?)?)\d{1,4}(?: [a-zæøå]\b)?){0,20}"
    r"|\b(?:lov|bekendtgørelse|vejledning|cirkulære) nr\. ?\d{1,5}"
    r"(?: af \d{1,2}\. ?[a-zæøå]{3,9} \d{4}| af [\d./-]{6,10})?",
    re.IGNORECASE,
)


def kept_places(text: str, names: Iterable[str] = ()) -> list[tuple[int, int]]:
    """Returns where what is kept stands, sorted; places may overlap. `names` are names of projects and the like."""
    return sorted({*_quoted(text), *_laws(text), *_on_the_net(text), *_named(text, names)})


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    """Yields what stands between quotation marks on one line; an apostrophe within a word is none."""
    end = 0
    for found in _OPENING.finditer(text):
        start = found.start()
        if start < end:
            continue
        closing = text.find(_QUOTES[found[0]], start + 1, start + _LONGEST_QUOTATION)
        if closing >= 0 and text.find("\n", start, closing) < 0:
            end = closing + 1
            yield start, end


def _laws(text: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in _LAW.finditer(text))


def _on_the_net(text: str) -> Iterator[tuple[int, int]]:
    if "@" in text or "://" in text or "www." in text:
        for found in _WORD.finditer(text):
            if any(sign in found[0] for sign in ("@", "://", "www.")):
                yield found.span()


def _named(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    for name in {name.strip() for name in names} - {""}:
        at = text.find(name)
        while at >= 0:
            yield at, at + len(name)
            at = text.find(name, at + len(name))
