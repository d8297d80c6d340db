"""Puts a sentence made from the table into the overall description, with its entry beside the text."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.field_path import FieldPath, field_path
from botilbud_desktop.domain.notes.records import InsertedFact

_TEXT, _ENTRIES = field_path("description"), field_path("inserted_facts")
_NO_SPACE_BEFORE = ".,;:!?)]»”"
_NO_SPACE_AFTER = "([«“"


class Put(NamedTuple):
    """A text with something new in it, from index `start` to before index `end`."""

    text: str
    start: int
    end: int


def with_sentence(text: str, index: int, sentence: str) -> Put:
    """Returns the text with a sentence at `index`, and a space on either side of it where there is none.

    Within a word, or before the full stop after it, the sentence stands after them: it never parts a word.
    """
    at = _after_word(text, index)
    before, after = text[:at], text[at:]
    if before and not before[-1].isspace() and before[-1] not in _NO_SPACE_AFTER:
        before += " "
    if after and not after[0].isspace() and after[0] not in _NO_SPACE_BEFORE:
        after = f" {after}"
    return Put(f"{before}{sentence}{after}", len(before), len(before) + len(sentence))


def inserted(application: Application, put: Put, entry: InsertedFact) -> Mapping[FieldPath, Any]:
    """Returns the values that put a sentence into the draft: the text, and its entry.

    Entries whose sentence stands in the text no longer are left out: the user has made those words their own.
    """
    return _values(application, put.text, entry)


def renewed(application: Application, start: int, end: int, entry: InsertedFact) -> Mapping[FieldPath, Any]:
    """Returns the values that replace the sentence from `start` to before `end` of the text by that of `entry`."""
    text = application.description
    return _values(application, f"{text[:start]}{entry.text}{text[end:]}", entry)


def kept(application: Application, entry: InsertedFact) -> Mapping[FieldPath, Any]:
    """Returns the values that leave a sentence as it is, and forget that it came from the table."""
    others = tuple(one for one in application.inserted_facts if one != entry)
    return {_TEXT: application.description, _ENTRIES: others}


def _values(application: Application, text: str, entry: InsertedFact) -> Mapping[FieldPath, Any]:
    entries = dict.fromkeys((*application.inserted_facts, entry))
    return {_TEXT: text, _ENTRIES: tuple(one for one in entries if one.text in text)}


def _after_word(text: str, index: int) -> int:
    """Returns the end of the word that `index` is in or at the end of, with the signs behind it."""
    if index == 0 or text[index - 1].isspace() or text[index - 1] in _NO_SPACE_AFTER:
        return index
    while index < len(text) and not text[index].isspace():
        index += 1
    return index
