"""`print FILE --document KIND -o OUT.pdf`: make one PDF."""

from collections.abc import Sequence

from botilbud_desktop.cli.arguments import Syntax, read_arguments
from botilbud_desktop.cli.context import Context
from botilbud_desktop.cli.errors import CommandError
from botilbud_desktop.cli.files import absolute, output_file
from botilbud_desktop.documents.kind import DocumentKind
from botilbud_desktop.rules.assessment import assess
from botilbud_desktop.storage.draft.draft_file import OpenedDraft, read_draft
from botilbud_desktop.storage.files.atomic_write import write_atomically
from botilbud_desktop.storage.files.printable import printable

_SYNTAX = Syntax(
    usage="print FIL --document view|receipt|project-sheet|allocation -o UD.pdf",
    values=frozenset({"--document", "-o"}),
    required=("--document", "-o"),
)


def print_document(words: Sequence[str], context: Context) -> int:
    """Make one document. An earlier one is replaced as a whole, and stays when something fails."""
    arguments = read_arguments(words, _SYNTAX)
    kind = _kind(arguments.values["--document"])
    source = absolute(arguments.files[0])
    target = output_file(arguments.values["-o"], source)
    draft = read_draft(source, context.library)
    write_atomically(target, document_of(kind, draft, context))
    context.console.tell(f"Dokumentet er skrevet i »{target.name}«.")
    return 0


def document_of(kind: DocumentKind, draft: OpenedDraft, context: Context) -> bytes:
    """The document as PDF.

    Raises:
        CommandError: the program's fonts cannot be read.
    """
    from botilbud_desktop.documents.pdf.make import make_document  # reportlab takes its time to load

    assessment = assess(draft.application, draft.round, context.today)
    try:
        return make_document(kind, draft.application, draft.round, assessment, context.resources)
    except OSError as error:
        raise CommandError("Programmets skrifttyper kan ikke læses: installer programmet igen.") from error


def _kind(name: str) -> DocumentKind:
    try:
        return DocumentKind(name)
    except ValueError:
        *others, last = DocumentKind
        raise CommandError(
            f"Der er intet dokument, der hedder »{printable(name)}«: vælg {', '.join(others)} eller {last}."
        ) from None
