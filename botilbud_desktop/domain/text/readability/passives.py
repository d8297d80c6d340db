"""Finds passives: »blive« with a participle, and verbs in -s. What may be something else is left out."""

import re
from typing import NamedTuple

from botilbud_desktop.domain.text.readability.passive_words import DEPONENTS, NO_VERBS, PARTICIPLES

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BLIVE = frozenset({"blive", "bliver", "blev", "blevet"})
_REACH = 4
"""So many words after »blive« the participle may stand: `bliver der ikke længere bygget`."""
_DETERMINERS = """
    en et den det de denne dette disse hver hvert enhver ethvert ingen intet min din sin vores jeres deres hans hendes
    kommunens egen eget egne anden andet andre
"""
_BEFORE_A_NOUN = frozenset(_DETERMINERS.split())
"""Words after which a word in -s is a noun in the genitive: `en kommunes ansvar`."""
_GENITIVE = re.compile(r"(?:ernes|enes|ens|ets|heds|ingens|elses|ers)\Z")
_VERBS_IN_ERNES = frozenset({"fjernes", "lånes", "tjenes", "forenes", "fornyes", "moderniseres"})
_SHORTEST = 5


class Passive(NamedTuple):
    """A passive verb: where it begins and ends."""

    start: int
    end: int


def passives(text: str) -> tuple[Passive, ...]:
    """Returns the passives of a sentence, in its order. Each »blive« with its participle is one."""
    words = list(_WORD.finditer(text))
    found: list[Passive] = []
    for index, word in enumerate(words):
        small = word[0].lower()
        if small in _BLIVE:
            participle = next((one for one in words[index + 1 : index + 1 + _REACH] if _is_participle(one[0])), None)
            if participle is not None:
                found.append(Passive(word.start(), participle.end()))
        elif _is_s_passive(word[0], words[index - 1][0].lower() if index else "", is_first=index == 0):
            found.append(Passive(*word.span()))
    return tuple(found)


def _is_participle(word: str) -> bool:
    return word in PARTICIPLES or (len(word) > 6 and word.endswith("eret") and word not in NO_VERBS)


def _is_s_passive(word: str, before: str, *, is_first: bool) -> bool:
    small = word.lower()
    if len(word) < _SHORTEST or not small.endswith("es") or small in DEPONENTS or small in NO_VERBS:
        return False
    if before in _BEFORE_A_NOUN or (word != small and not is_first):
        return False  # a genitive, or a name
    return small in _VERBS_IN_ERNES or _GENITIVE.search(small) is None
