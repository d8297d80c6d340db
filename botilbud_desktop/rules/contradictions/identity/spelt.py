"""Whether two words are one name, spelt otherwise or with an ending."""

import re

_SHORT = 4
_KIND_BEHIND = re.compile(r"s?(?:centret|centeret|center|tilbuddet|botilbuddet|projektet|byggeriet)\Z")
_LONGEST_ENDING = 3


def alike(word: str, other: str) -> bool:
    """Whether they are one word, but for an ending: `Løgstør`, `Løgstørs`; or a part of a compound."""
    stem = _KIND_BEHIND.sub("", word)
    if stem != word and len(stem) > _SHORT and other.startswith(stem) and len(other) - len(stem) <= _LONGEST_ENDING:
        return True  # `Grejsdalscentret` is `Grejsdalens Center`
    shorter, longer = sorted((word.replace("aa", "å"), other.replace("aa", "å")), key=len)
    return shorter == longer or (len(shorter) > 3 and longer.startswith(shorter) and len(longer) - len(shorter) <= 9)
