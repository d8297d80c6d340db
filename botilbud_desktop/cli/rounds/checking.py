"""`rounds --check FILE…`: what is wrong with a round's file, and what it lacks."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from botilbud_desktop.cli.context import Context
from botilbud_desktop.cli.files import absolute
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.text.hidden_marks import capitalised
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.rules.round_file.gap import Gap
from botilbud_desktop.rules.round_file.gaps import gaps_of
from botilbud_desktop.rules.round_file.placeholders import empty_figure_gaps, placeholder_gaps
from botilbud_desktop.rules.round_file.registers import register_gaps
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.storage.files.read_bytes import read_bytes
from botilbud_desktop.storage.json.typed_values import Misfit
from botilbud_desktop.storage.rounds.added_rounds import foreign_register
from botilbud_desktop.storage.rounds.folder_reader import REGISTER_ENDING
from botilbud_desktop.storage.rounds.municipality_register import VALID_FROM, repeated_codes
from botilbud_desktop.storage.rounds.rival_registers import rivals_of_register, rivals_of_round
from botilbud_desktop.storage.rounds.round_files import (
    JSON,
    LARGEST_ADDED_FILE,
    SHEET_FORMAT,
    all_misfits,
    foreign_form,
    foreign_sheet,
    foreign_values,
)
from botilbud_desktop.storage.rounds.round_package import parts_beside

_FINE, _LACKING, _UNREADABLE = 0, 1, 2
_MOST_LISTED = 40
_NOT_OF_A_ROUND = ("", "format", "format_version")
"""Places whose error says it all: the file is something else."""


def check_files(files: list[str], context: Context) -> int:
    """Checks each file for itself; the exit code is that of the worst."""
    return max(_check(absolute(file), context) for file in files)


def _check(path: Path, context: Context) -> int:
    console = context.console
    try:
        gaps = list(_gaps(path, context))
    except RefusedFileError as error:
        console.say(f"{printable(path.name)}: kan ikke bruges")
        for line in _all_wrong(path, error):
            console.say(f"  {line}")
        return _UNREADABLE
    lacking = [gap for gap in gaps if not gap.is_doubt]
    doubts = [gap for gap in gaps if gap.is_doubt]
    found = counted(len(lacking), "mangel", "mangler") if lacking else "i orden"
    console.say(f"{printable(path.name)}: {found}")
    for gap in lacking:
        console.say(f"  {gap.place}: {gap.text}")
    if doubts:
        console.say("  Kontrollér, om det er, som ministeriet har det:")
    for gap in doubts:
        console.say(f"  {gap.place}: {gap.text}")
    return _LACKING if lacking else _FINE


def _gaps(path: Path, context: Context) -> Iterator[Gap]:
    """Yields what the file lacks.

    Raises:
        RefusedFileError: it cannot be used as it is.
    """
    data = read_bytes(path, LARGEST_ADDED_FILE)
    if path.name.lower().endswith(REGISTER_ENDING):
        register = foreign_register(data, path.name)
        yield from register_gaps(register.municipalities, _newest(context).municipalities)
        rivals = rivals_of_register(context.library.parts(), path.name, register)
        yield from (Gap(f"linje 1, {VALID_FROM}", rival) for rival in rivals)
        return
    values = foreign_values(data, path.name)
    if values.get("format") == SHEET_FORMAT:
        sheet = foreign_sheet(values, path.name)
        yield from _name_gap(sheet.id, path)
        yield from placeholder_gaps(sheet)
        return
    form = foreign_form(values, path.name)
    yield from _name_gap(form.id, path)
    if form.id.casefold() in map(str.casefold, context.library.shipped_ids()) and path.parent != context.forms:
        yield Gap("id", "programmet har allerede en ansøgningsrunde med det id, og den kan ikke erstattes")
    parts = parts_beside(path, form, context.library)
    whole, _register = parts.round_of(form, path.name)
    yield from gaps_of(whole)
    yield from empty_figure_gaps(form)
    yield from (Gap("municipality_register", rival) for rival in rivals_of_round(parts, form))


def _misfits(data: bytes, name: str, first: RefusedFileError) -> list[Misfit]:
    if name.lower().endswith(REGISTER_ENDING):
        repeated = islice(repeated_codes(data, name), _MOST_LISTED)
        return [
            Misfit(f"linje {line}", f"kommune {printable(code, 10)} står der i forvejen") for line, code in repeated
        ]
    values = foreign_values(data, name)
    return [] if first.place in _NOT_OF_A_ROUND else all_misfits(values)


def _newest(context: Context) -> Round:
    """Returns the newest round that ships with the program."""
    return context.library.round(context.library.shipped_ids()[-1])


def _name_gap(name: str, path: Path) -> Iterator[Gap]:
    if name + JSON != path.name:
        yield Gap("id", f"filen skal hedde {name}{JSON}, for id og filnavn skal være ens")


def _all_wrong(path: Path, first: RefusedFileError) -> Iterator[str]:
    """Yields all that is wrong with the values of a JSON file; at least the first error.

    That may be of a file beside it, which it names.
    """
    if first.file != RefusedFileError(path.name, "", "").file:
        where = f" ({first.place})" if first.place else ""
        yield f"»{first.file}«, som ligger ved siden af, kan ikke bruges: {capitalised(first.reason)}{where}"
        return
    try:
        wrong = _misfits(read_bytes(path, LARGEST_ADDED_FILE), path.name, first)
    except RefusedFileError:
        wrong = []
    said = [f"{misfit.place or 'filen'}: {misfit.reason}" for misfit in wrong]
    own = f"{first.place or 'filen'}: {first.reason}"
    lines = list(dict.fromkeys(said if own in said else [own, *said]))
    yield from lines[:_MOST_LISTED]
    if len(lines) > _MOST_LISTED:
        yield f"og {counted(len(lines) - _MOST_LISTED, 'sted', 'steder')} til"
