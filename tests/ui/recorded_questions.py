"""The questions of the window, answered from a list and remembered."""

from collections import deque
from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.ui.questions import Choice, FileKind


class Asked(NamedTuple):
    """One question as it was put."""

    kind: str
    title: str = ""
    text: str = ""
    choices: tuple[Choice, ...] = ()
    suggested: Path | None = None
    file_kind: FileKind | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the answers to choose from; the last one is the safe one."""
        return tuple(choice.key for choice in self.choices)


class RecordedQuestions:
    """Answers in the order they were prepared; a question that nobody expected fails the test."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.shown_files: list[Path] = []
        self._answers: deque[str | Path | None] = deque()

    def will_answer(self, *answers: str | Path | None) -> None:
        """Prepare the answers to the next questions: a key, a path, or None for thinking better of it."""
        self._answers.extend(answers)

    @property
    def last(self) -> Asked:
        """The newest question."""
        return self.asked[-1]

    def all_answers_used(self) -> bool:
        """Whether each prepared answer was asked for."""
        return not self._answers

    def path_to_open(self, folder: Path) -> Path | None:
        return self._path(Asked("open", suggested=folder))

    def path_to_save(self, title: str, suggested: Path, kind: FileKind) -> Path | None:
        return self._path(Asked("save", title, suggested=suggested, file_kind=kind))

    def choose(self, title: str, text: str, choices: tuple[Choice, ...]) -> str:
        answer = self._answer(Asked("choose", title, text, choices))
        assert answer in self.last.keys, f"{answer!r} is no answer to »{title}«: {self.last.keys}"
        return str(answer)

    def tell(self, title: str, text: str) -> None:
        self.asked.append(Asked("tell", title, text))

    def show_file(self, path: Path) -> None:
        self.shown_files.append(path)

    def _path(self, asked: Asked) -> Path | None:
        answer = self._answer(asked)
        return None if answer is None else Path(answer)

    def _answer(self, asked: Asked) -> str | Path | None:
        self.asked.append(asked)
        assert self._answers, f"a question that nobody expected: {asked}"
        return self._answers.popleft()
