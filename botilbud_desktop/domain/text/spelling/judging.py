"""Whether a word is spelled as the dictionaries have it: what they say of its parts, and what they need not know."""

from collections.abc import Callable

LONGEST_INITIALS = 6
"""A word of so many capital letters, or fewer, is taken for an abbreviation."""
_ENDINGS = ("s", "en", "er", "et", "erne", "ere", "ens", "ernes", "ets")
"""What is put after an apostrophe, as in »KKR's«."""

Knows = Callable[[str], bool]


def is_spelled(word: str, knows: Knows) -> bool:
    """Whether a word is right, or of a kind that no dictionary has.

    Args:
        word: as `words_in` gives it.
        knows: whether the dictionaries have a word; it is asked about a few forms.
    """
    whole = word.strip("-")
    _stem, apostrophe, ending = whole.rpartition("'")
    if apostrophe and ending and ending not in _ENDINGS:
        return knows(whole)
    if is_unjudged(whole) or knows(whole) or _is_of_a_name(whole, knows):
        return True
    parts = [part for part in whole.split("-") if part]
    if len(parts) < 2:
        return word.endswith("-") and _is_first_part(whole, knows)
    *firsts, last = parts
    is_last_right = is_spelled(last, knows) or (word.endswith("-") and _is_first_part(last, knows))
    return is_last_right and all(_is_first_part(part, knows) for part in firsts)


def listed_form(word: str) -> str:
    """Returns the word as a list should hold it: without what joins it to another word, »døgndækning-« or »KKR's«."""
    stem, apostrophe, ending = word.strip("-").rpartition("'")
    return stem if apostrophe and (not ending or ending in _ENDINGS) else word.strip("-")


def is_unjudged(word: str) -> bool:
    """Whether a word is no matter for a dictionary: with figures, initials, or capital letters inside."""
    letters = word.strip("'-")
    if len(letters) < 2 or any(character.isdigit() for character in letters):
        return True
    if letters.isupper():
        return len(letters) <= LONGEST_INITIALS
    return "-" not in letters and any(character.isupper() for character in letters[1:].partition("'")[0])


def _is_of_a_name(word: str, knows: Knows) -> bool:
    """Whether it is a known word with an apostrophe and an ending: »KKR's«, »Aarhus'«."""
    stem, apostrophe, _ending = word.rpartition("'")
    return bool(apostrophe) and "'" not in stem and (is_unjudged(stem) or knows(stem))


def _is_first_part(part: str, knows: Knows) -> bool:
    """Whether it is right before a hyphen, where a joining »s« or »e« may end it: »aflastnings-«."""
    if is_unjudged(part) or knows(part):
        return True
    return len(part) > 3 and part[-1] in "se" and knows(part[:-1])
