"""`schema draft|round`: the JSON Schema of a draft or of a round's form file, for other programs."""

from botilbud_desktop.cli.command_line import Arguments, CommandLine
from botilbud_desktop.cli.context import Context
from botilbud_desktop.cli.errors import CommandError
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.storage.json.file_schema import SCHEMAS, schema_text


def schema(line: CommandLine, context: Context) -> int:
    """Writes the schema."""
    choices = " eller ".join(SCHEMAS)
    (name,) = line.read(Arguments(), needed=choices).files
    if name not in SCHEMAS:
        raise CommandError(f"Programmet har ikke noget JSON Schema for »{printable(name)}«: Vælg {choices}.")
    context.console.write(schema_text(SCHEMAS[name]))
    return 0
