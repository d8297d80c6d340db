"""`new -o FILE [--round ID] [--municipality CODE]`: write an empty draft."""

from botilbud_desktop.cli.chosen_round import chosen_round
from botilbud_desktop.cli.command_line import Arguments, CommandLine
from botilbud_desktop.cli.context import Context
from botilbud_desktop.cli.errors import CommandError
from botilbud_desktop.cli.files import new_file
from botilbud_desktop.domain.editing.new_draft import new_application
from botilbud_desktop.domain.editing.new_id import new_id
from botilbud_desktop.domain.round import Round
from botilbud_desktop.storage.draft.draft_file import save_draft
from botilbud_desktop.storage.draft.save_session import SaveSession
from botilbud_desktop.storage.files.printable import printable


class _Arguments(Arguments):
    output: str
    round: str | None
    municipality: str | None


def new(line: CommandLine, context: Context) -> int:
    """Writes an empty draft. An existing file is never overwritten."""
    line.add_argument("-o", dest="output", required=True)
    line.add_argument("--round")
    line.add_argument("--municipality")
    arguments = line.read(_Arguments(), most_files=0)
    path = new_file(arguments.output)
    round_ = chosen_round(arguments.round, context)
    application = new_application(round_, new_id, _municipality(arguments.municipality, round_))
    save_draft(path, application, context.library, None, session=SaveSession())
    context.console.tell(f"Kladden »{path.name}« er oprettet.")
    return 0


def _municipality(code: str | None, round_: Round) -> str | None:
    if code is not None and round_.municipality(code) is None:
        raise CommandError(f"Der er ingen kommune med nummeret »{printable(code)}«: Aalborg er fx 851.")
    return code
