"""Tells which of several projects a sentence is about: by the words of their names, their numbers or »begge«."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from botilbud_desktop.rules.description.language.parts import small

_WORD = re.compile(r"[^\W_]+")
_COMMON = re.compile(
    r"(?:bo|døgn|aflastnings?)?(?:tilbud|botilbud|plads|bolig|lejlighed|sted|projekt)\w*|nye?|nyt|udvid\w*|udbyg\w*|"
    r"etabler\w*|"
    r"borger\w*|behov\w*|kommune\w*|opfør\w*|midlertidig\w*|længerevarende|ombyg\w*|renover\w*|nybyg\w*|efter|"
    r"eksisterende|"
    r"botilbudsplads\w*|unge|voksne|mennesker|personer|særlig\w*|handica\w*|socialpsykiatri\w*|psykiatri\w*|sted|"
    r"flere|botilbud\w*"
)
_ALL = re.compile(
    r"\bbegge\b|\b(?:alle|samtlige|hver(?:t)? af|hver(?:t|)|de) (?:to|tre|fire|fem|"
    r"[2-9])? ?(?:de )?(?:nye )?(?:projekt\w*|tilbud\w*|botilbud\w*|"
    r"steder\w*|huse\w*|bosteder\w*|byggeri\w*|etaper)|\balle (?:to|tre|fire|fem)\b|\bprojekterne\b|\bi alt\b|"
    r"\bsamlet\b|\btilsammen\b|\bsammenlagt\b|"
    r"\balle fem\b|\ballesammen\b|"
    r"\b(?:det|den|de) samlede (?:lån|beløb|ansøgning|ramme|projekt)\w*"
)
_ALL_PLACES = re.compile(r"\b(?:alle|samtlige) (?:[\w-]+ ){0,2}?(?:pladser|boliger)\w*")
"""All places: of the project that is spoken of, or else of all."""
_SINGLE = re.compile(
    r"\b(?:projektet|botilbuddet|tilbuddet|bostedet|huset|byggeriet|bygningen|det nye (?:\w+ )?(?:tilbud|botilbud|"
    r"bosted|hus)|et (?:nyt|af) \w+|"
    r"(?:det|den) \w+ (?:hus|tilbud|botilbud|bosted|sted|projekt|byggeri)|"
    r"det (?:ene|andet|første|sidste)|den (?:ene|anden|første|sidste))\b"
)
_NUMBERED = (
    r"\bprojekt (?:nr\.? ?)?(?:{number}|{letter})\b|\b(?:det )?{ordinal} (?:projekt|sted|botilbud|tilbud|bosted|hus)\b|"
    r"\b(?:det|den) {ordinal}\b(?= (?:er|bliver|får|opføres|åbner|tages|fra|sted|med|til)\b)|\b{number}\. projekt\b|"
    r"\A\W*{number}[.):] |\bet{number}\b"
)
_PAIR = 2
_ORDINALS = ("første", "andet", "tredje", "fjerde", "femte")


class Projects:
    """The projects of an application, as sentences may call them."""

    def __init__(self, names: Sequence[str]) -> None:
        self.number = len(names)
        self.names = tuple(names)
        self._small = tuple(map(small, names))

    @property
    def all(self) -> frozenset[int]:
        """The indices of all."""
        return frozenset(range(self.number))

    @cached_property
    def _patterns(self) -> list[re.Pattern[str]]:
        words = [_WORD.findall(name) for name in self._small]
        seen = Counter(word for each in words for word in set(each))
        return [self._pattern(index, each, seen) for index, each in enumerate(words)]

    def _pattern(self, index: int, words: list[str], seen: Counter[str]) -> re.Pattern[str]:
        own = [word for word in words if seen[word] == 1]
        telling = [word for word in own if len(word) >= 4 and not _COMMON.fullmatch(word)]
        if not telling:
            telling = [word for word in own if len(word) >= 4]
        ways = [rf"\b{re.escape(word[: max(5, len(word) - 2)])}" for word in telling]
        ways += [
            rf"\b{word} (?:[\w-]+ ){{0,3}}?[\w-]*(?:pladser|boliger|lejligheder)\b" for word in own if word.isdecimal()
        ]
        if len(self._small) == _PAIR:
            ways.append((r"\bførstnævnte\b", r"\bsidstnævnte\b")[index])
        if index < len(_ORDINALS):
            ways.append(_NUMBERED.format(number=index + 1, letter=chr(ord("a") + index), ordinal=_ORDINALS[index]))
        if self._small[index].strip():
            ways.append(re.escape(self._small[index].strip()))
        return re.compile("|".join(ways) or r"(?!)")

    def named(self, words: str) -> frozenset[int]:
        """Returns the projects that the words name."""
        if self.number < 2:
            return frozenset()
        return frozenset(index for index, pattern in enumerate(self._patterns) if pattern.search(words))

    @property
    def has_names(self) -> bool:
        """Whether the table names each project."""
        return all(name.strip() for name in self.names)

    def mentions(self, words: str) -> bool:
        """Whether the words name any project of the table, though it may be the only one."""
        return any(pattern.search(words) for pattern in self._patterns)

    def speaks_of_all(self, words: str) -> bool:
        """Whether the words are of all projects together: »begge projekter«, »i alt«."""
        return self.number < 2 or _ALL.search(words) is not None

    def speaks_of_all_places(self, words: str) -> bool:
        """Whether the words are of all places of what is spoken of: »samtlige pladser«."""
        return _ALL_PLACES.search(words) is not None

    def speaks_of_one(self, words: str) -> bool:
        """Whether the words are of one that they do not name: »botilbuddet«."""
        return self.number > 1 and _SINGLE.search(words) is not None
