"""`print FILE --document KIND -o OUT.pdf`: make one PDF."""

from botilbud_desktop.cli.command_line import Arguments, CommandLine
from botilbud_desktop.cli.context import Context
from botilbud_desktop.cli.errors import CommandError, readable_fonts
from botilbud_desktop.cli.files import absolute, output_file
from botilbud_desktop.documents.kind import DocumentKind
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.assessment import assess
from botilbud_desktop.storage.draft.draft_file import OpenedDraft, read_draft
from botilbud_desktop.storage.files.atomic_write import write_atomically
from botilbud_desktop.storage.files.printable import printable


class _Arguments(Arguments):
    document: DocumentKind
    output: str


def print_document(line: CommandLine, context: Context) -> int:
    """Makes one document. An earlier one is replaced atomically, and stays when something fails."""
    line.add_argument("--document", type=_kind, required=True)
    line.add_argument("-o", dest="output", required=True)
    arguments = line.read(_Arguments())
    source = absolute(arguments.files[0])
    target = output_file(arguments.output, source, ".pdf")
    draft = read_draft(source, context.library)
    _check_has(draft.round, arguments.document)
    write_atomically(target, document_of(arguments.document, draft, context))
    context.console.tell(f"Dokumentet er skrevet i »{target.name}«.")
    return 0


def _check_has(round_: Round, kind: DocumentKind) -> None:
    """Checks that drafts of the round have such a document.

    Raises:
        CommandError: the round has no second form.
    """
    if kind is DocumentKind.PROJECT_SHEET and round_.project_sheet is None:
        title = printable(round_.short_title, 100)
        raise CommandError(f"Ansøgningsrunden »{title}« har intet projektskema, så der er ikke skrevet noget.")


def document_of(kind: DocumentKind, draft: OpenedDraft, context: Context) -> bytes:
    """Returns the document as PDF.

    Raises:
        CommandError: the program's fonts cannot be read.
    """
    from botilbud_desktop.documents.pdf.make import make_document  # reportlab is slow to load

    today = context.today
    assessment = assess(draft.application, draft.round, today)
    with readable_fonts():
        return make_document(kind, draft.application, draft.round, assessment, today, context.resources)


def _kind(name: str) -> DocumentKind:
    try:
        return DocumentKind(name)
    except ValueError:
        *others, last = DocumentKind
        raise CommandError(
            f"Der er intet dokument, der hedder »{printable(name)}«: Vælg {', '.join(others)} eller {last}."
        ) from None
