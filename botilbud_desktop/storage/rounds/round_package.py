"""A round or a register that somebody wants to add: its file and what comes along, read from outside and checked."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_form import RoundForm
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.atomic_write import do_nothing, write_atomically
from botilbud_desktop.storage.files.file_names import is_reserved
from botilbud_desktop.storage.files.os_errors import saving_problem
from botilbud_desktop.storage.files.path_calls import entries_of
from botilbud_desktop.storage.files.private_folder import make_private_folder
from botilbud_desktop.storage.files.read_bytes import read_bytes
from botilbud_desktop.storage.rounds.added_rounds import (
    TAKEN_FILE,
    TAKEN_ID,
    NamedRegister,
    NamedSheet,
    Parts,
    foreign_register,
)
from botilbud_desktop.storage.rounds.folder_reader import REGISTER_ENDING
from botilbud_desktop.storage.rounds.form_folder import Origin
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.rounds.municipality_register import Register
from botilbud_desktop.storage.rounds.rival_registers import rivals_of_register, rivals_of_round
from botilbud_desktop.storage.rounds.round_files import (
    JSON,
    LARGEST_ADDED_FILE,
    SHEET_FORMAT,
    check_id,
    foreign_form,
    foreign_sheet,
    foreign_values,
)

_MOST_NEIGHBOURS = 10_000
"""Further files beside the round's are not looked at."""
_REGISTER_NAME = "navnet må kun have bogstaver fra a til z, cifre, punktum, bindestreg og understreg"


class RoundPackage(NamedTuple):
    """What is to be added."""

    name: str
    """The name of the file that was chosen."""
    files: Mapping[str, bytes]
    """The files to keep, by name; the form comes last, when all that it names is there."""
    round: Round | None = None
    """None for a register alone."""
    register: Register | None = None
    """The register that comes along, or alone."""
    is_known: bool = False
    """Whether all of it is there already."""
    is_replacing: bool = False
    """Whether it would replace what the user has added before."""
    rivals: tuple[str, ...] = ()
    """Danish clauses about registers from the same day, of which one is not used."""
    lost_years: tuple[str, ...] = ()
    """The years of the round that is replaced which the new one does not have."""


def read_package(path: Path, library: FormLibrary) -> RoundPackage:
    """Returns what the file at `path` would add, with the project sheet and register that lie beside it.

    Raises:
        RefusedFileError: it cannot be used, or would replace what does not come from the user.
    """
    data = read_bytes(path, LARGEST_ADDED_FILE)
    if path.name.lower().endswith(REGISTER_ENDING):
        return _register_package(data, path.name, library)
    values = foreign_values(data, path.name)
    if values.get("format") == SHEET_FORMAT:
        raise RefusedFileError(path.name, "", "det er et projektskema. Vælg filen med selve ansøgningsrunden")
    return _round_package(foreign_form(values, path.name), data, path, library)


def round_in(path: Path, library: FormLibrary) -> Round:
    """Returns the round in the file at `path`, with the parts beside it, whether or not it may be added.

    Raises:
        RefusedFileError: it cannot be used.
    """
    form = foreign_form(foreign_values(read_bytes(path, LARGEST_ADDED_FILE), path.name), path.name)
    whole, _register = parts_beside(path, form, library).round_of(form, path.name)
    return whole


def parts_beside(path: Path, form: RoundForm, library: FormLibrary) -> Parts:
    """Returns the project sheets and registers that the form at `path` may name: the known ones and those beside it.

    Raises:
        RefusedFileError: one beside it cannot be used.
    """
    return _Beside(path, library.parts()).parts_for(form)


def keep(package: RoundPackage, folder: Path, before_replace: Callable[[], None] = do_nothing) -> None:
    """Write the files of a package into the user's folder of rounds; `before_replace` is called before each.

    Raises:
        SaveFailedError: a file could not be written.
    """
    try:
        make_private_folder(folder)
    except OSError as error:
        raise SaveFailedError(package.name, saving_problem(error)) from error
    for name, data in package.files.items():
        write_atomically(folder / name, data, before_replace=before_replace)


def _round_package(form: RoundForm, data: bytes, path: Path, library: FormLibrary) -> RoundPackage:
    known = {known_id.casefold(): known_id for known_id in library.ids()}.get(form.id.casefold())
    origin = None if known is None else library.origin(known)
    beside = _Beside(path, library.parts())
    parts = beside.parts_for(form)
    whole, _register = parts.round_of(form, path.name)
    is_same = known == form.id and library.round(known) == whole
    if origin is not None and not is_same and (origin is not Origin.USER or known != form.id):
        raise RefusedFileError(path.name, "id", TAKEN_ID)
    files = {**beside.files, form.id + JSON: data}
    years = () if known is None else library.round(known).year_keys
    return RoundPackage(
        path.name,
        files,
        whole,
        beside.register,
        is_known=is_same and not beside.files,
        is_replacing=origin is Origin.USER or beside.is_replacing,
        rivals=tuple(rivals_of_round(parts, form)),
        lost_years=tuple(year for year in years if year not in whole.year_keys),
    )


def _register_package(data: bytes, name: str, library: FormLibrary) -> RoundPackage:
    register = foreign_register(data, name)
    if register.valid_from is None:
        reason = "den første linje skal sige, hvornår inddelingen gælder fra, fx valid_from,2027-01-01"
        raise RefusedFileError(name, "linje 1", reason)
    if not _is_plain(name):
        raise RefusedFileError(name, "", _REGISTER_NAME)
    known = next((each for each in library.parts().registers if each.name.casefold() == name.casefold()), None)
    is_same = known is not None and known.register == register
    if known is not None and not is_same and known.origin is not Origin.USER:
        raise RefusedFileError(name, "", TAKEN_FILE)
    kept = name if known is None else known.name
    rivals = tuple(rivals_of_register(library.parts(), kept, register))
    is_replacing = known is not None
    return RoundPackage(name, {kept: data}, None, register, is_known=is_same, is_replacing=is_replacing, rivals=rivals)


def _is_plain(name: str) -> bool:
    return name.isascii() and not is_reserved(name) and all(sign.isalnum() or sign in "._-" for sign in name)


class _Beside:
    """The parts of a round that lie beside its file; what the program has already goes before them."""

    def __init__(self, path: Path, known: Parts) -> None:
        self._folder = path.parent
        self._known = known
        self.files: dict[str, bytes] = {}
        self.register: Register | None = None
        self.is_replacing = False

    def parts_for(self, form: RoundForm) -> Parts:
        """Returns the known parts and those beside the file that the form names."""
        parts = Parts(self._known.sheets, self._known.registers)
        names = {name for name in (form.municipality_register, form.project_sheet_form) if name}
        for name, path in _neighbours(self._folder, names).items():
            data = read_bytes(path, LARGEST_ADDED_FILE)
            if name == form.municipality_register:
                self._add_register(parts, name, data)
            else:
                self._add_sheet(parts, name, data)
        return parts

    def _add_register(self, parts: Parts, name: str, data: bytes) -> None:
        register = foreign_register(data, name)
        known = next((each for each in parts.registers if each.name == name), None)
        if known is not None and known.register == register:
            return
        self._keep(name, data, None if known is None else known.origin)
        self.register = register
        parts.registers = [each for each in parts.registers if each is not known]
        parts.registers.append(NamedRegister(name, register, Origin.USER))

    def _add_sheet(self, parts: Parts, name: str, data: bytes) -> None:
        sheet = foreign_sheet(foreign_values(data, name), name)
        check_id(sheet, name)
        known = next((each for each in parts.sheets if each.name == name), None)
        if known is not None and known.sheet == sheet:
            return
        self._keep(name, data, None if known is None else known.origin)
        parts.sheets = [each for each in parts.sheets if each is not known]
        parts.sheets.append(NamedSheet(name, sheet, Origin.USER))

    def _keep(self, name: str, data: bytes, known: Origin | None) -> None:
        if known not in (None, Origin.USER):
            raise RefusedFileError(name, "", TAKEN_FILE)
        self.is_replacing = self.is_replacing or known is Origin.USER
        self.files[name] = data


def _neighbours(folder: Path, names: set[str]) -> dict[str, Path]:
    """Returns which of the names are files of the folder. The names are compared only, and no path is made of them."""
    try:
        with entries_of(folder, _MOST_NEIGHBOURS) as entries:
            return {entry.name: Path(entry.path) for entry in entries if entry.name in names}
    except OSError:
        return {}
