"""`rounds --template FOLDER`: the files of the newest shipped round, to begin a new one with."""

from pathlib import Path

from botilbud_desktop.cli.context import Context
from botilbud_desktop.cli.errors import CommandError
from botilbud_desktop.cli.files import absolute
from botilbud_desktop.domain.round_form import RoundForm
from botilbud_desktop.storage.files.atomic_write import write_atomically
from botilbud_desktop.storage.files.path_calls import exists
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.storage.files.read_bytes import read_bytes
from botilbud_desktop.storage.json.file_schema import schema_text
from botilbud_desktop.storage.rounds.form_library import SCHEMA_ENDING
from botilbud_desktop.storage.rounds.round_files import JSON


def write_template(folder: str, context: Context) -> int:
    """Writes form, project sheet, register and schema into a folder that is there. No file is overwritten."""
    target = absolute(folder)
    library = context.library
    form = library.round(library.shipped_ids()[-1])
    names = [form.id + JSON, form.municipality_register]
    if form.project_sheet_form:
        names.append(form.project_sheet_form)
    files = {name: read_bytes(context.forms / name) for name in names}
    files[f"round{SCHEMA_ENDING}"] = schema_text(RoundForm).encode("utf-8")
    for name in files:
        if exists(target / name):
            raise CommandError(f"Der ligger allerede en fil med navnet »{name}«, og den er ikke overskrevet.")
    for name, data in files.items():
        write_atomically(target / name, data)
    context.console.tell(f"Filerne er lagt i »{printable(_name(target))}«: {', '.join(files)}.")
    return 0


def _name(folder: Path) -> str:
    return folder.name or str(folder)
