"""Replaces the question dialogs: answers from a list, and records the questions."""

from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from botilbud_desktop.ui.questions import DRAFT_FILES, Choice, FileKind

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class Asked(NamedTuple):
    """One question as it was asked."""

    kind: str
    title: str = ""
    text: str = ""
    choices: tuple[Choice, ...] = ()
    suggested: Path | None = None
    file_kind: FileKind | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the possible answers; the last one is the safe one."""
        return tuple(choice.key for choice in self.choices)


class RecordedQuestions:
    """Gives the prepared answers in order; an unexpected question fails the test."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.shown_files: list[Path] = []
        self.shown_folders: list[Path] = []
        self.printers: list[QPrinter | None] = []
        """Answers to the next print dialogs: a printer, or None for cancelling."""
        self.is_without_printer = False
        self.is_without_programs = False
        """Whether the system has no program for the files that are shown."""
        self.is_cautious = False
        """Whether a question without a prepared answer gets the safe one: the last choice, or cancelling."""
        self._answers: deque[str | Path | None] = deque()

    def will_answer(self, *answers: str | Path | None) -> None:
        """Prepares the answers to the next questions: a key, a path, or None for cancelling."""
        self._answers.extend(answers)

    @property
    def last(self) -> Asked:
        """The latest question."""
        return self.asked[-1]

    def all_answers_used(self) -> bool:
        """Whether every prepared answer was used."""
        return not self._answers and not self.printers

    def path_to_open(self, folder: Path, kind: FileKind = DRAFT_FILES) -> Path | None:
        return self._path(Asked("open", suggested=folder, file_kind=kind))

    def paths_to_open(self, title: str, folder: Path) -> tuple[Path, ...]:
        path = self._path(Asked("open several", title, suggested=folder))
        return () if path is None else tuple(sorted(path.glob("*.botilbud"))) if path.is_dir() else (path,)

    def path_to_save(self, title: str, suggested: Path, kind: FileKind) -> Path | None:
        return self._path(Asked("save", title, suggested=suggested, file_kind=kind))

    def folder_to_use(self, title: str, folder: Path) -> Path | None:
        return self._path(Asked("folder", title, suggested=folder))

    def choose(self, title: str, text: str, choices: tuple[Choice, ...]) -> str:
        answer = self._answer(Asked("choose", title, text, choices))
        assert answer in self.last.keys, f"{answer!r} is no answer to »{title}«: {self.last.keys}"
        return str(answer)

    def tell(self, title: str, text: str) -> None:
        self.asked.append(Asked("tell", title, text))

    def show_file(self, path: Path) -> bool:
        self.shown_files.append(path)
        return not self.is_without_programs

    def show_folder(self, folder: Path) -> bool:
        self.shown_folders.append(folder)
        return not self.is_without_programs

    def has_printer(self) -> bool:
        return not self.is_without_printer

    def printer_for(self, title: str, page_count: int) -> "QPrinter | None":
        self.asked.append(Asked("print", title, str(page_count)))
        if self.is_cautious and not self.printers:
            return None
        assert self.printers, "a printer was asked for that nobody expected"
        return self.printers.pop(0)

    def _path(self, asked: Asked) -> Path | None:
        answer = self._answer(asked)
        return None if answer is None else Path(answer)

    def _answer(self, asked: Asked) -> str | Path | None:
        self.asked.append(asked)
        if self.is_cautious and not self._answers:
            return asked.keys[-1] if asked.choices else None
        assert self._answers, f"a question that nobody expected: {asked}"
        return self._answers.popleft()
