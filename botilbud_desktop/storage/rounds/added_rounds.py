"""The rounds besides the shipped ones: each file is judged for itself, so a broken one stops no other."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_form import RoundForm
from botilbud_desktop.domain.round_parts import ProjectSheet
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.storage.rounds.folder_reader import REGISTER_ENDING, FolderContents
from botilbud_desktop.storage.rounds.form_folder import Origin
from botilbud_desktop.storage.rounds.found_rounds import AddedRound, Found, Unused
from botilbud_desktop.storage.rounds.municipality_register import Register, parse_register, texts_of
from botilbud_desktop.storage.rounds.plain_texts import problem_of
from botilbud_desktop.storage.rounds.round_files import (
    SHEET_FORMAT,
    check_id,
    foreign_form,
    foreign_sheet,
    foreign_values,
    whole_round,
)


class NamedRegister(NamedTuple):
    """A register, the name of its file, and where it comes from."""

    name: str
    register: Register
    origin: Origin


class NamedSheet(NamedTuple):
    """A project sheet, the name of its file, and where it comes from."""

    name: str
    sheet: ProjectSheet
    origin: Origin


class Parts:
    """The project sheets and registers that a form may name, the most trusted first."""

    def __init__(self, sheets: Sequence[NamedSheet], registers: Sequence[NamedRegister]) -> None:
        self.sheets = list(sheets)
        self.registers = list(registers)

    def register_for(self, form: RoundForm, file: str) -> NamedRegister:
        """Returns the register of a round: the one that its form names, or a newer one that is valid when it opens.

        Raises:
            RefusedFileError: there is no such register.
        """
        named = next((each for each in self.registers if each.name == form.municipality_register), None)
        if named is None:
            name = printable(form.municipality_register)
            raise RefusedFileError(file, "municipality_register", f"programmet har ingen kommuner i en fil »{name}«")
        best = named
        for each in self.registers:
            day = each.register.valid_from
            if day is not None and (best.register.valid_from or date.min) < day <= form.window.opens:
                best = each
        return best

    def sheet_for(self, form: RoundForm, file: str) -> ProjectSheet | None:
        """Returns the project sheet that a form names.

        Raises:
            RefusedFileError: there is none of that name.
        """
        if not form.project_sheet_form:
            return None
        named = next((each for each in self.sheets if each.name == form.project_sheet_form), None)
        if named is None:
            name = printable(form.project_sheet_form)
            raise RefusedFileError(file, "project_sheet_form", f"programmet har intet projektskema i en fil »{name}«")
        return named.sheet

    def round_of(self, form: RoundForm, file: str) -> tuple[Round, str]:
        """Returns the round with its parts filled in, and the name of its register.

        Raises:
            RefusedFileError: a part is missing, or a text names a figure that the round does not have.
        """
        register, sheet = self.register_for(form, file), self.sheet_for(form, file)
        return whole_round(form, file, register.register.municipalities, sheet), register.name


class Judged(NamedTuple):
    """What folders hold, and the parts that a round may name: those there and the shipped ones."""

    found: Found
    parts: Parts


def judged(contents: FolderContents, shipped: Parts, taken: Sequence[str]) -> Judged:
    """Returns what can be used of the folders. The ids `taken` are of shipped rounds, which no other replaces."""
    judge = _Judge(shipped, taken)
    return Judged(judge.found(contents), judge.parts)


class _Judge:
    """Judges files, one folder after another."""

    def __init__(self, parts: Parts, taken: Sequence[str]) -> None:
        self.parts = Parts(parts.sheets, parts.registers)
        self._taken = {round_id.casefold() for round_id in taken}
        self._rounds: dict[str, AddedRound] = {}
        self._unused: list[Unused] = []
        self._forms: list[tuple[RoundForm, str, Origin]] = []

    def found(self, contents: FolderContents) -> Found:
        """Returns the rounds in the folders, the most trusted folder first."""
        for content, origin in contents:
            self._unused.extend(Unused(origin, error) for error in content.refused)
            for name, data in content.files.items():
                try:
                    self._read(name, data, origin)
                except RefusedFileError as error:
                    self._unused.append(Unused(origin, error))
        for form, name, origin in self._forms:  # when all registers and sheets are known
            try:
                self._add(form, name, origin)
            except RefusedFileError as error:
                self._unused.append(Unused(origin, error))
        return Found(self._rounds, tuple(self._unused))

    def _read(self, name: str, data: bytes, origin: Origin) -> None:
        if name.lower().endswith(REGISTER_ENDING):
            self._add_register(name, foreign_register(data, name), origin)
            return
        values = foreign_values(data, name)
        if values.get("format") == SHEET_FORMAT:
            self._add_sheet(name, foreign_sheet(values, name), origin)
        else:
            form = foreign_form(values, name)
            check_id(form, name)
            self._forms.append((form, name, origin))

    def _add_register(self, name: str, register: Register, origin: Origin) -> None:
        known = next((each for each in self.parts.registers if each.name.casefold() == name.casefold()), None)
        if known is None:
            self.parts.registers.append(NamedRegister(name, register, origin))
        elif known.register != register:
            raise RefusedFileError(name, "", TAKEN_FILE)

    def _add_sheet(self, name: str, sheet: ProjectSheet, origin: Origin) -> None:
        check_id(sheet, name)
        known = next((each for each in self.parts.sheets if each.name.casefold() == name.casefold()), None)
        if known is None:
            self.parts.sheets.append(NamedSheet(name, sheet, origin))
        elif known.sheet != sheet:
            raise RefusedFileError(name, "", TAKEN_FILE)

    def _add(self, form: RoundForm, name: str, origin: Origin) -> None:
        if form.id.casefold() in self._taken:
            raise RefusedFileError(name, "id", TAKEN_ID)
        whole, register = self.parts.round_of(form, name)
        self._taken.add(form.id.casefold())
        self._rounds[form.id] = AddedRound(whole, origin, register)


TAKEN_FILE = "programmet har allerede en fil af det navn fra et andet sted, og den kan ikke erstattes"
TAKEN_ID = "programmet har allerede en ansøgningsrunde med det id fra et andet sted, og den kan ikke erstattes"


def foreign_register(data: bytes, file: str) -> Register:
    """Returns a register from outside, which is trusted in nothing.

    Raises:
        RefusedFileError: with file, place and reason.
    """
    register = parse_register(data, file)
    for text in texts_of(register):
        if reason := problem_of(text, _LONGEST_NAME):
            raise RefusedFileError(file, "", reason)
    return register


_LONGEST_NAME = 100
