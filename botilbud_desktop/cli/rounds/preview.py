"""`rounds --preview FILE -o OUT.pdf`: the empty form of a round that is not added yet, as a PDF."""

from botilbud_desktop.cli.context import Context
from botilbud_desktop.cli.files import absolute, output_file
from botilbud_desktop.cli.print_document import document_of
from botilbud_desktop.documents.kind import DocumentKind
from botilbud_desktop.domain.editing.new_draft import new_application
from botilbud_desktop.domain.editing.new_id import new_id
from botilbud_desktop.storage.draft.draft_file import OpenedDraft
from botilbud_desktop.storage.files.atomic_write import write_atomically
from botilbud_desktop.storage.rounds.round_package import round_in


def write_preview(file: str, output: str, context: Context) -> int:
    """Writes the form without any answer."""
    source = absolute(file)
    target = output_file(output, source, ".pdf", "Filen")
    round_ = round_in(source, context.library)
    draft = OpenedDraft(new_application(round_, new_id, None), round_, b"")
    write_atomically(target, document_of(DocumentKind.VIEW, draft, context))
    context.console.tell(f"Det tomme skema for »{round_.short_title}« er skrevet i »{target.name}«.")
    return 0
