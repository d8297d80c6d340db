"""The projects' names in a text, and names of projects that the table has not."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from botilbud_desktop.domain.facts.numerals import NUMERALS
from botilbud_desktop.rules.contradictions.identity.spelt import alike

_WORD = re.compile(r"[^\W_]+")
_GENERIC = frozenset(
    [
        "adfærd",
        "afdeling",
        "afskærmning",
        "aflastning",
        "alle",
        "andre",
        "behov",
        "blive",
        "bo",
        "bolig",
        "bolige",
        "boliger",
        "boligerne",
        "bosted",
        "bofællesskab",
        "borger",
        "borgere",
        "borgerne",
        "botilbud",
        "botilbuddet",
        "botilbudspladser",
        "byggeri",
        "center",
        "centeret",
        "centret",
        "døgn",
        "døgntilbud",
        "efter",
        "enheder",
        "etablering",
        "etape",
        "fase",
        "fritliggende",
        "handicap",
        "handicaptilbud",
        "hjem",
        "huset",
        "huse",
        "kommune",
        "kommunal",
        "kommunale",
        "komplekse",
        "komplekst",
        "lejligheder",
        "længerevarende",
        "med",
        "midlertidige",
        "nord",
        "nordre",
        "nye",
        "nyt",
        "ny",
        "nybyggeri",
        "ombygning",
        "plads",
        "pladser",
        "pladserne",
        "projekt",
        "projektet",
        "sammensatte",
        "social",
        "socialpsykiatri",
        "socialt",
        "specialiserede",
        "støttebehov",
        "støttecenter",
        "støttecentret",
        "støttecenteret",
        "syd",
        "sydlige",
        "særlig",
        "særlige",
        "tilbud",
        "tilbuddet",
        "udbygning",
        "udvidelse",
        "unge",
        "ved",
        "vest",
        "vestre",
        "voksne",
        "øst",
        "østre",
    ]
)
_KINDS = frozenset(["Botilbud", "Bosted", "Bofællesskab", "Døgntilbud"])
"""What a name begins with; in the middle of a sentence with a capital letter only in a name."""
_SIDES = frozenset(["nord", "syd", "øst", "vest", "nordre", "søndre", "østre", "vestre"])
_NUMBERED = re.compile(
    r"(?<!\w)(?:projekt(?:et)? (?:nr\. ?)?[0-9]{1,2}(?![0-9])|"
    r"det (?:andet|tredje|ene|første|sidste) (?:botilbud|projekt|hus|sted|tilbud|byggeri)(?!\w)"
    r"|a\)?:? [^;\n]{0,80}; ?(?:og )?b\)?:? )"
)
_OF_A_PLACE = re.compile(
    r"(?:skole|station|kirke|havn|by|bymidte|torv|stadion|kommune|sygehus|hospital|plejehjem|sogn|hal|"
    r"plads|gade|vej|allé|alle|ældrecenter|plejecenter|strand|skov|sø|fjord|ådal|købing|ny|gamle|gl)(?:s|en|n)?\Z"
)
"""What else in a town is called by its name."""
_HOUSE_OF_THE_TOWN = re.compile(
    r"(?:skole|station|kirke|stadion|sygehus|hospital|plejehjem|hallen|"
    r"center)(?:s|en|n)?\Z"
)
_FIRST_LETTER = r"[A-ZÆØÅ][\w.&’'-]*"
_CAPITAL = r"[A-ZÆØÅ0-9][\w.&’'-]*"
_NAME = rf"{_FIRST_LETTER}(?:,? (?:(?:i|på|ved|og|af|de|den|til) )?{_CAPITAL}){{0,5}}"
_SPOKEN_OF = re.compile(
    rf"(?<!\w)(?:[Aa]nlægsprojekt|[Pp]rojekt|[Bb]yggeprojekt)(?:et|ets|s)?(?: med navnet| kaldet| ved navn|,|"
    rf":)? (?P<name>{_NAME})"
    r"|(?<!\w)(?:[Pp]rojekt|[Bb]ygge?projekt|[Bb]otilbud|[Tt]ilbud|[Bb]osted|[Aa]nlægsprojekt)(?:et|"
    r"s)?(?: med navnet| kaldet| ved navn| hedder|,|:)? "
    r"[»«\"“”„](?P<quoted>[^»«\"“”„\n]{3,80})[»«\"“”„]"
    r"|[»«\"“”„](?P<ahead>[^»«\"“”„\n]{3,80})[»«\"“”„](?=[- ](?:projekt|er ét? projekt))"
)
_CREATED = re.compile(
    rf"(?<!\w)(?:opfører?|bygger|etablerer?|opretter?|indretter?|udvider?|lån til|lån(?:eadgang|edispensation)? til)"
    rf"(?: et| det| nyt?| nye)* (?:botilbud(?:det)?|bosted(?:et)?|tilbuddet|bofællesskab(?:et)?) (?P<name>{_NAME})"
)
_APPLIED_FOR = re.compile(
    rf"(?<!\w)(?=[SsAaPpBbLl])(?:(?:[Ss]øger|[Aa]nsøger)(?: hermed| nu)?(?: om)?(?: lån\w*)? til (?P<name>{_NAME})"
    rf"|(?:[Pp]rojektets navn er|[Pp]rojektet hedder|[Bb]otilbuddet kommer til at hedde) (?P<called>{_NAME})"
    rf"|[Ll]åneansøgning (?:vedr(?:ørende|\.)|om) [Bb]otilbud(?:det)? (?P<concerning>{_NAME}))"
)
_WITH_VERB = re.compile(
    rf"(?<!\w)(?:[Bb]otilbuddet|[Bb]ostedet|[Tt]ilbuddet) (?P<name>{_NAME})"
    r"(?= (?:opføres|bygges|nybygges|etableres|indrettes|ombygges|omfatter [0-9]|får [0-9]+ (?:nye )?pladser))"
)
"""A name as the subject of the building; only where the text names none of the table's."""
_ITEM = re.compile(rf"(?:^|\n)[ \t]*(?:[a-h1-9][.)]|[-–•*]) ?(?P<name>{_NAME})(?=\.|:| -| –| \(|,)")
_FIRST = re.compile(
    r"(?:[IVX]+|[A-Z]|[0-9]+|Nr\.?|Projekt|Der|Det|De|Den|I|Vi|Kommunen|Andel|Lån|Pris|Tid|"
    r"Tidsplan)\Z"
)


_SENTENCE_END = re.compile(r"(?<=[a-zæøå]{3})\. ")
_MOST = 20
_WORDS_OF_TWO = 2
_SHORT = 4
_ENDING = re.compile(r"(?:s|e?ns?|ets?|hus\w*|hjem\w*|bo|gård\w*)?(?!\w)")
"""How a short word of a name may go on: `Lide` and `Lides` are it, `lidelse` and `markedet` are other words."""
_LEAST_LETTERS = 3
"""More projects than that are not told apart by their names."""


_BEHIND_NUMBER = re.compile(r" ?[-:,.(»\"]+ ?(?:(?:botilbud(?:det)?|projekt(?:et)?|ny(?:t)?) ?)?[»\"]?")


class SpokenOf(NamedTuple):
    """A name that a text uses for a project."""

    start: int
    end: int
    is_item: bool = False
    """Whether it begins an item of a list; then only a name that is like one of the table's is meant as one."""
    is_called: bool = False
    """Whether its own words say that it is the project's, whatever else stands in its sentence."""


class ProjectNames:
    """The names of the table's projects."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(names)
        self._words = [_words(name) for name in names]
        self._telling = [_long(_telling(set(words))) for words in self._words]
        every = [word for words in self._words for word in set(words)]
        self._own = [
            tuple(
                dict.fromkeys(
                    word
                    for word in words
                    if len(word) > 2 and word.isalpha() and word not in _GENERIC and every.count(word) == 1
                )
            )
            for words in self._words
        ]

    def named_in(self, folded: str) -> list[int | None]:
        """Returns the projects that a sentence names by a word that no other project's name has.

        None among them is one that it gives a number, such as `projekt 2`: how its writer counts is not known.
        """
        if not 1 < len(self._own) <= _MOST:
            return []
        named: list[int | None] = [
            index for index, words in enumerate(self._own) if any(_stands_in(word, folded) for word in words)
        ]
        numbered = _NUMBERED.search(folded)
        return [*named, None] if numbered and not self._is_label(folded, numbered.end()) else named

    def _is_label(self, folded: str, end: int) -> bool:
        """Whether a name stands right behind the number of a project: `projekt 3 - elmely`, `projekt 1 (elmely)`."""
        behind = _BEHIND_NUMBER.match(folded, end)
        return behind is not None and any(
            folded.startswith(word, behind.end()) for words in self._own for word in words
        )

    def turns_in(self, folded: str) -> list[tuple[int, int]]:
        """Returns where a sentence turns to which project, by a word that no other project's name has."""
        if not 1 < len(self._own) <= _MOST:
            return []
        found = sorted(
            (at, index) for index, words in enumerate(self._own) for word in words for at in _places_of(word, folded)
        )
        return [one for position, one in enumerate(found) if not position or found[position - 1][1] != one[1]]

    def is_named_in(self, folded: str) -> bool:
        """Whether words name a project by a word that tells something: `Elmely`."""
        return any(
            _stands_in(word, folded)
            for words in self._words
            for word in words
            if word not in _GENERIC and len(word) > 3
        )

    def has_word(self, word: str) -> bool:
        """Whether a word is one of a project's name."""
        return any(word in words for words in self._words)

    def has_telling(self, word: str) -> bool:
        """Whether a word, in lower case, is one of a project's name that tells something: `elmely`."""
        return word not in _GENERIC and self.has_word(word)

    def has_word_in(self, project: int, word: str) -> bool:
        """Whether a word, in lower case, is one of a project's name."""
        return any(alike(word, own) for own in self._words[project])

    def are_all_in(self, folded: str) -> bool:
        """Whether a text names every project: another name in it is then of something else."""
        return all(any(_stands_in(word, folded) for word in _telling(set(words))) for words in self._words)

    def are_missing_in(self, folded: str) -> bool:
        """Whether a text names none of the projects, though each of them has a name that can be told."""
        return all(self._telling) and not any(_stands_in(word, folded) for words in self._telling for word in words)

    def is_one_missing_in(self, folded: str) -> bool:
        """Whether a text names some of several projects, and one not that has a name that can be told."""
        if len(self._telling) == 1 or not all(self._telling):
            return False
        named = [any(_stands_in(word, folded) for word in words) for words in self._telling]
        return any(named) and not all(named)

    def is_half_named_in(self, folded: str) -> bool:
        """Whether a text has a telling word of a project, and another word of its name nowhere."""
        several = [words for words in self._telling if len(words) > 1]
        named = [[_stands_in(word, folded) for word in words] for words in several]
        return all(self._telling) and any(any(one) and not all(one) for one in named)

    def is_half_called(self, name: str, folded: str) -> bool:
        """Whether a name has a word of a project's, another word in the place of one that stands nowhere in a text."""
        words = _telling(set(_words(name)))
        return any(
            _is_like(words, set(own)) and any(not _stands_in(word, folded) for word in _long(_telling(set(own))))
            for own in self._words
        )

    def is_like(self, name: str) -> bool:
        """Whether a name shares a telling word with that of a project."""
        return any(_is_like(set(_words(name)), set(own)) for own in self._words)

    def knows(self, name: str, *, is_item: bool = False) -> bool:
        """Whether a name is one of the table's, a part of one, or longer than one.

        Any may be that is shortened with `…`, and any while a project has no name.
        """
        words = {word for word in _words(name) if not (is_item and word.isdecimal())}
        is_shortened = "…" in name or "..." in name
        if not words or is_shortened or not all(self._words):
            return True
        if is_item and not any(_is_like(words, set(own)) for own in self._words):
            return True
        return any(_is_same(words, set(own)) for own in self._words)

    def misnamed_in(self, text: str) -> Iterator[SpokenOf]:
        """Yields where a text, as it was typed, calls a project by its first word and another one behind it.

        Only where the project's own name stands nowhere: what stands beside it is something else of the place.
        """
        lower = text.lower()
        if all(self._words) and not any(
            _stands_in(word, lower) for words in self._words for word in _telling(set(words))
        ):
            for found in _WITH_VERB.finditer(text):
                if not self.knows(found["name"]):
                    yield SpokenOf(found.start("name"), _end(found["name"], found.start("name")))
        for name in self.names:
            words = name.split()
            if len(words) != _WORDS_OF_TWO or name.lower() in lower or len(words[0]) < _LEAST_LETTERS:
                continue
            if words[0].lower() in _GENERIC and words[0] not in _KINDS:
                continue
            for found in re.finditer(rf"(?<!\w){re.escape(words[0])} (?P<other>[A-ZÆØÅ][A-ZÆØÅa-zæøåé]+)", text):
                if not _is_of_the_town(found["other"].lower()) and not self.knows(found[0]):
                    yield SpokenOf(*found.span())
            for found in re.finditer(rf"(?<!\w){re.escape(words[0].upper())} [A-ZÆØÅ]{{2,}}(?!\w)", text):
                if not _OF_A_PLACE.match(found[0].lower().split()[1]) and not self.knows(found[0]):
                    yield SpokenOf(*found.span())


def names_in(text: str) -> Iterator[SpokenOf]:
    """Yields the names that a text, as it was typed, uses for projects."""
    for found in _APPLIED_FOR.finditer(text):
        group = next(key for key, value in found.groupdict().items() if value)
        if not _FIRST.fullmatch(found[group]):
            yield from _each(found[group], found.start(group))
    for pattern in (_SPOKEN_OF, _CREATED):
        for found in pattern.finditer(text):
            group = next(key for key, value in found.groupdict().items() if value)
            if not _FIRST.fullmatch(found[group]):
                yield SpokenOf(found.start(group), _end(found[group], found.start(group)))
    for found in _ITEM.finditer(text):
        yield SpokenOf(found.start("name"), _end(found["name"], found.start("name")), is_item=True)


def _is_of_the_town(word: str) -> bool:
    return _OF_A_PLACE.match(word) is not None or _HOUSE_OF_THE_TOWN.search(word) is not None


def _each(names: str, start: int) -> Iterator[SpokenOf]:
    """Yields the names that are joined by `og` or a comma."""
    at = 0
    for found in re.finditer(r"(?:,| og)(?= )|\Z", names):
        name = _SENTENCE_END.split(names[at : found.start()])[0]
        lead = len(name) - len(name.lstrip())
        if name.strip():
            yield SpokenOf(start + at + lead, _end(name.strip(), start + at + lead))
        at = found.end()


def _end(name: str, start: int) -> int:
    return start + len(name.rstrip(" .,:;"))


def _words(name: str) -> list[str]:
    return [word for word in _WORD.findall(name.lower()) if word not in ("og", "i", "på", "ved", "af", "til", "for")]


def _is_same(words: set[str], own: set[str]) -> bool:
    """Whether all words of one that tell something are in the other: `Felsted` is `Felsted Gl. Skole`."""
    telling, others = _telling(words), _telling(own)
    sides, other_sides = words & _SIDES, own & _SIDES
    if sides and other_sides and sides != other_sides:
        return False  # `Gullestrup Øst` is not `Gullestrup Vest`
    if not telling or not others:
        return True
    return _all_in(telling, own) or _all_in(others, words)


def _is_like(words: set[str], own: set[str]) -> bool:
    """Whether two names share a telling word and differ in others."""
    return any(alike(word, other) for word in _telling(words) for other in _telling(own))


def _telling(words: set[str]) -> set[str]:
    return {word for word in words if word not in _GENERIC and word not in NUMERALS}


def _long(words: set[str]) -> set[str]:
    """Returns the words that are long enough to be no beginning of others: not `bo`, if there is another."""
    return {word for word in words if len(word) >= _LEAST_LETTERS and word != "hus"} or words


def _all_in(words: set[str], others: set[str]) -> bool:
    return all(any(alike(word, other) for other in others) for word in words)


def _stands_in(word: str, folded: str) -> bool:
    return any(next(_places_of(spelt, folded), None) is not None for spelt in _spellings(word))


def _spellings(word: str) -> set[str]:
    """Returns a word with `å` and with `aa`, which names are written with alike."""
    return {word, word.replace("aa", "å"), word.replace("å", "aa")}


def _places_of(word: str, folded: str) -> Iterator[int]:
    """Yields where a word, or one that begins with it, stands."""
    at = folded.find(word)
    while at >= 0:
        if (not at or not folded[at - 1].isalnum()) and (len(word) > _SHORT or _ENDING.match(folded, at + len(word))):
            yield at
        at = folded.find(word, at + 1)
