"""The rounds that the program knows: those in `forms/`, those for the machine and those that the user has added."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import ProjectSheet
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.path_calls import paths_in
from botilbud_desktop.storage.files.read_bytes import read_bytes
from botilbud_desktop.storage.json.strict_json import parse_json_object
from botilbud_desktop.storage.rounds.form_folder import FormFolder, Origin, no_folders
from botilbud_desktop.storage.rounds.municipality_register import Register, parse_register
from botilbud_desktop.storage.rounds.round_files import JSON, SHEET_FORMAT, check_id, form_from, sheet_from, whole_round

if TYPE_CHECKING:
    from botilbud_desktop.storage.rounds.added_rounds import Judged, Parts
    from botilbud_desktop.storage.rounds.folder_reader import AddedFolders, FolderContents
    from botilbud_desktop.storage.rounds.found_rounds import Found

SCHEMA_ENDING = ".schema.json"
_REGISTER_ENDING = ".csv"


class FormLibrary:
    """The rounds that the program knows. A shipped one is read once, on first use.

    The other folders are looked into only when a round is asked for that does not ship with the program, or for all of
    them, so that a drive that does not answer delays nobody who does not need it. What ships cannot be replaced.
    """

    def __init__(self, folder: Path, added: Callable[[], Sequence[FormFolder]] = no_folders) -> None:
        """`folder` has a JSON file for each form and project sheet, and the registers of municipalities.

        `added` returns the folders of the rounds besides the shipped ones, the most trusted first.
        """
        self._folder = folder
        self._added_folders = added
        self._folders: AddedFolders | None = None
        self._judged: tuple[FolderContents, Judged] | None = None
        self._names: tuple[str, ...] | None = None
        self._values: dict[str, dict[str, Any]] = {}
        self._rounds: dict[str, Round] = {}
        self._tried: dict[str, Round] = {}
        self._ids: tuple[str, ...] | None = None

    def shipped_ids(self) -> tuple[str, ...]:
        """Returns the ids of the rounds that ship with the program.

        Raises:
            RefusedFileError: the folder or a form file cannot be read.
        """
        if self._ids is None:
            names = sorted(name for name in self._file_names() if _may_be_form(name))
            self._ids = tuple(
                name.removesuffix(JSON) for name in names if self._read(name).get("format") != SHEET_FORMAT
            )
        return self._ids

    def ids(self) -> tuple[str, ...]:
        """Returns the ids of all rounds, the shipped ones first.

        Raises:
            RefusedFileError: the shipped folder or a form file in it cannot be read.
        """
        return (*self.shipped_ids(), *self.added().rounds)

    def round(self, round_id: str) -> Round:
        """Returns the round with its municipalities and its project sheet filled in.

        Raises:
            KeyError: there is no such round. An id that is not that of a file there is never used in a path.
            RefusedFileError: its form, project sheet or register is broken: with file, place and reason.
        """
        if round_id in self._rounds:
            return self._rounds[round_id]
        if round_id in self.shipped_ids():
            self._rounds[round_id] = self._load(round_id)
            return self._rounds[round_id]
        if round_id in self._tried:
            return self._tried[round_id]
        last = self._judged
        if last is not None and round_id in last[1].found.rounds:  # no drive is asked for what is known
            return last[1].found.rounds[round_id].round
        return self.added().rounds[round_id].round

    def all_rounds(self) -> list[Round]:
        """Returns all rounds, the shipped ones first; without those that vanish meanwhile.

        Raises:
            RefusedFileError: a shipped one is broken.
        """
        found = []
        for round_id in self.ids():
            with suppress(KeyError):
                found.append(self.round(round_id))
        return found

    def round_now(self, round_id: str) -> Round | None:
        """Returns the round as its file is now, after a look at its folder; None when it cannot be used any more."""
        if round_id in self.shipped_ids():
            return self.round(round_id)
        added = self.added().rounds.get(round_id)
        return self._tried.get(round_id) if added is None else added.round

    def origin(self, round_id: str) -> Origin | None:
        """Returns where a round comes from; None when there is none."""
        if round_id in self.shipped_ids():
            return Origin.SHIPPED
        added = self.added().rounds.get(round_id)
        return None if added is None else added.origin

    def added(self) -> "Found":
        """Returns what the folders besides the shipped one hold now, with what cannot be used of it.

        It is read again only when a file has changed. A drive that does not answer delays this by two seconds at most.
        """
        from botilbud_desktop.storage.rounds.found_rounds import NOTHING_FOUND

        judged = self._judge()
        return NOTHING_FOUND if judged is None else judged.found

    def parts(self) -> "Parts":
        """Returns the project sheets and registers that a round may name now, the shipped ones first.

        Raises:
            RefusedFileError: one of the shipped ones is broken.
        """
        judged = self._judge()
        return self.shipped_parts() if judged is None else judged.parts

    def _judge(self) -> "Judged | None":
        """Returns what the added folders hold; None for nothing, which is the most frequent and costs the least."""
        if self._folders is None:
            from botilbud_desktop.storage.rounds.folder_reader import AddedFolders

            self._folders = AddedFolders(self._added_folders())
        contents = self._folders.read()
        if not any(content.files or content.refused for content, _origin in contents):
            self._judged = None
            return None
        last = self._judged
        if last is not None and last[0] == contents:
            return last[1]
        from botilbud_desktop.storage.rounds.added_rounds import judged

        self._judged = contents, judged(contents, self.shipped_parts(), self.shipped_ids())
        return self._judged[1]

    def try_out(self, round_: Round) -> None:
        """Know a round until the program ends, without adding it. It replaces none that is there."""
        self._tried[round_.id] = round_

    def end_trial(self) -> None:
        """Forget the rounds that were only tried out, as what is kept goes before them."""
        self._tried.clear()

    def shipped_parts(self) -> "Parts":
        """Returns the project sheets and registers that ship with the program.

        Raises:
            RefusedFileError: one of them is broken.
        """
        from botilbud_desktop.storage.rounds.added_rounds import NamedRegister, NamedSheet, Parts

        names = sorted(self._file_names())
        sheets = [name for name in names if _may_be_form(name) and self._read(name).get("format") == SHEET_FORMAT]
        tables = [name for name in names if name.endswith(_REGISTER_ENDING)]
        registers = [NamedRegister(name, self._register(name), Origin.SHIPPED) for name in tables]
        return Parts([NamedSheet(name, self._sheet(name), Origin.SHIPPED) for name in sheets], registers)

    def _file_names(self) -> tuple[str, ...]:
        if self._names is None:
            try:
                self._names = tuple(path.name for path in paths_in(self._folder))
            except OSError as error:
                reason = "mappen med ministeriets skemaer kan ikke læses"
                raise RefusedFileError(self._folder.name, "", reason) from error
        return self._names

    def _read(self, name: str) -> dict[str, Any]:
        if name not in self._values:
            self._values[name] = parse_json_object(read_bytes(self._folder / name), name)
        return self._values[name]

    def _load(self, round_id: str) -> Round:
        name = round_id + JSON
        form = form_from(self._read(name), name)
        check_id(form, name)
        register = self._register(form.municipality_register)
        if register.valid_from is not None and register.valid_from < form.window.opens:
            register = self.parts().register_for(form, name).register
        sheet = None if form.project_sheet_form is None else self._sheet(form.project_sheet_form)
        return whole_round(form, name, register.municipalities, sheet)

    def _register(self, name: str) -> Register:
        return parse_register(read_bytes(self._folder / name), name)

    def _sheet(self, name: str) -> ProjectSheet:
        sheet = sheet_from(self._read(name), name)
        check_id(sheet, name)
        return sheet


def _may_be_form(name: str) -> bool:
    return name.endswith(JSON) and not name.endswith(SCHEMA_ENDING)
