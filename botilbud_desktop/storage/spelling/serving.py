"""The spelling in a process of its own: the engine holds Python's lock while it works, and the window must not wait.

It reads one line of JSON for each question and writes one for each answer, and ends when nobody can ask any more. It
opens no window, no connection and no file but the dictionary and the two lists of words.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.spelling.list_paths import LONGEST_LINE, ListPaths
from botilbud_desktop.storage.spelling.speller import Speller, load_speller
from botilbud_desktop.storage.spelling.word_list import add_to_word_list, read_word_list, remove_from_word_list


def serve(resources: Path, paths: ListPaths, asked: BinaryIO, answers: BinaryIO) -> int:
    """Answer questions until there are no more; returns the exit code."""
    speller = load_speller(resources)
    if speller is None:
        _write(answers, {"failed": True})
        return 1
    desk = _Desk(speller, paths)
    _write(answers, desk.greeting())
    while line := asked.readline(LONGEST_LINE):
        _write(answers, desk.answer(json.loads(line)))
    return 0


class _Desk:
    """Answers the questions of one window."""

    def __init__(self, speller: Speller, paths: ListPaths) -> None:
        self._speller = speller
        self._paths = paths
        self._names: tuple[str, ...] = ()
        self._problems: list[str] = []
        self._own = self._read(paths.own, "din egen ordliste")
        self._placed = self._read(paths.placed, "kommunens ordliste")
        self._know()

    def greeting(self) -> Mapping[str, Any]:
        """Returns the user's own words, and a sentence for each list that cannot be read."""
        return {"own": self._own, "problems": self._problems}

    def answer(self, question: Mapping[str, Any]) -> Mapping[str, Any]:
        """Returns the answer to a question of one kind."""
        if "judge" in question:
            return {"wrong": [word for word in question["judge"] if not self._speller.is_right(word)]}
        if "suggest" in question:
            return {"suggestions": self._speller.suggestions(question["suggest"])}
        if "names" in question:
            self._names = tuple(question["names"])
            self._know()
            return {}
        if "add" in question:
            return self._write_own(lambda: add_to_word_list(self._paths.own, question["add"]))
        return self._write_own(lambda: remove_from_word_list(self._paths.own, question["remove"]))

    def _write_own(self, write: Callable[[], None]) -> Mapping[str, Any]:
        problem = ""
        try:
            write()
            self._own = read_word_list(self._paths.own)
        except (RefusedFileError, SaveFailedError) as error:
            problem = f"Din egen ordliste er ikke ændret. {error}"
        self._know()
        return {"own": self._own, "problem": problem}

    def _know(self) -> None:
        self._speller.know((*self._own, *self._placed, *self._names))

    def _read(self, path: Path, which: str) -> tuple[str, ...]:
        """Returns the words of a list; both files may have the same name, so the sentence says whose it is."""
        try:
            return read_word_list(path)
        except RefusedFileError as error:
            self._problems.append(f"Stavekontrollen bruger ikke {which}. {error}")
            return ()


def _write(answers: BinaryIO, answer: Mapping[str, Iterable[str] | str | bool]) -> None:
    answers.write(json.dumps(answer).encode("ascii") + b"\n")
    answers.flush()
