"""What holds after each key of every walk: rules for the focus, for messages and for what is said while one types."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tests.ui.heard.walks import Heard
from tests.ui.test_danish_for_everyone import english_in

_ATTENTION = ("Problem: ", "Vær opmærksom: ")
_PATH = re.compile(r"(?<!\S)/\S+")
"""Where a file lies on the machine that the walk is made on: no words of the program's."""


def broken(lines: Sequence[Heard]) -> Iterator[str]:
    """Tells of each rule that is broken on a walk, with the key."""
    for line in lines:
        yield from (f"{line['key']}: {what}" for what in (*_at_the_focus(line), *_while_typing(line), *_english(line)))
    yield from _unsaid(lines)
    yield from _twice(lines)


def said(line: Heard) -> list[str]:
    """Returns what was said after a key."""
    return [what for kind, what in line["heard"] if kind == "said"]


def _at_the_focus(line: Heard) -> Iterator[str]:
    focus = line["focus"]
    if not focus["name"]:
        yield f"the focus is on something without a name: {focus}"
    if "showing" not in focus["states"]:
        yield f"the focus is on something that is not shown: {focus}"
    yield from (f"said, and read with the focus: {text}" for text in said(line) if text in focus["description"])


def _while_typing(line: Heard) -> Iterator[str]:
    if line["key"].startswith("type:") and any(kind == "described" for kind, _what in line["heard"]):
        yield "a description changes while one types"


def _english(line: Heard) -> Iterator[str]:
    focus = line["focus"]
    for text in (*said(line), focus["name"], focus["description"], focus["label"]):
        if english := english_in(_PATH.sub("", text).replace("Enter", "")):  # the key
            yield f"English: {english} in {text!r}"


def _unsaid(lines: Sequence[Heard]) -> Iterator[str]:
    """A message that comes is said, or read with the focus; one that a page is shown with may stand with an input.

    While one types nothing is said: what is wrong comes when the input is left.
    """
    shown, page, waiting = set[str](), "", set[str]()
    for line, after in pairwise((*lines, {"key": ""})):
        pages = {page, *(seen["page"] for seen in line["seen"])}
        came = {text: marks for seen in line["seen"] for text, *marks in seen["messages"]}
        for text, (is_new, is_tied, is_of_page) in came.items():
            comes = is_new and not (is_of_page and len(pages) > 1)
            if text not in shown and (comes or (text.startswith(_ATTENTION) and not is_tied)):
                waiting.add(text)
        shown = _shown_after(line, shown)
        page = line["seen"][-1]["page"] if line["seen"] else page
        heard = "\n".join((*said(line), line["focus"]["description"], line["focus"]["name"]))
        waiting = {text for text in waiting if not _is_in(text, heard)}
        if line["key"].startswith("type:"):
            waiting &= shown
        elif after["key"] != "wait":  # what comes late is heard while one waits
            yield from (f"{line['key']}: shown, and not said: {text}" for text in sorted(waiting))
            waiting.clear()


def _is_in(text: str, heard: str) -> bool:
    bare = text
    for words in _ATTENTION:
        bare = bare.removeprefix(words)
    return bare in heard


def _twice(lines: Sequence[Heard]) -> Iterator[str]:
    """Nothing is said twice after one key, and no message again while it is still shown."""
    shown, told = set[str](), set[str]()
    for line in lines:
        words = said(line)
        yield from (f"{line['key']}: said twice: {text}" for text in sorted(set(words)) if words.count(text) > 1)
        yield from (f"{line['key']}: said again: {text}" for text in words if text in told)
        shown = _shown_after(line, shown)
        told = {text for text in told.union(words) if text in shown}


def _shown_after(line: Heard, before: set[str]) -> set[str]:
    return {text for text, *_more in line["seen"][-1]["messages"]} if line["seen"] else before


def unheard_inputs(lines: Sequence[Heard]) -> set[str]:
    """Returns the inputs of the shown pages that never had the focus under their names."""
    shown = {name for line in lines for seen in line["seen"] for name in seen["inputs"]}
    focused = [what for line in lines for kind, what in line["heard"] if kind == "focus"]
    return shown - {
        text for what in focused for text in (what["name"], what["label"], *what["description"].split("\n"))
    }
