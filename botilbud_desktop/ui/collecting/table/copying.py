"""The chosen rows as text with tabs, for a spreadsheet or a mail; nothing in it is a formula."""

from collections.abc import Sequence

from PySide6.QtWidgets import QTableView

from botilbud_desktop.domain.web_form.table_export import as_tsv
from botilbud_desktop.ui.collecting.table.table_model import CollectionModel


def copied_text(view: QTableView, model: CollectionModel, lines: Sequence[int]) -> str:
    """Returns the headings and the lines, with the columns that are shown, in the order in which they stand."""
    header = view.horizontalHeader()
    in_order = [header.logicalIndex(place) for place in range(header.count())]
    columns = [column for column in in_order if not header.isSectionHidden(column)]
    head = as_tsv([[model.heading(column) for column in columns]])
    cells = map(model.copied, lines)
    return head + "".join("\t".join([own[column] for column in columns]) + "\r\n" for own in cells)
