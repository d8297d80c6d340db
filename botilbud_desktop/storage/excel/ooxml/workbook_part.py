"""Reads which sheets a workbook has, and from which day its dates are counted."""

from typing import NamedTuple

from botilbud_desktop.storage.excel.ooxml.styles import is_true

_MOST_SHEETS = 1_000


class ListedSheet(NamedTuple):
    """A sheet as the workbook lists it."""

    name: str
    relation: str
    """The id of the relation to its part."""
    is_hidden: bool


class WorkbookReader:
    """Collects the sheets in their order."""

    def __init__(self) -> None:
        self.sheets: list[ListedSheet] = []
        self.since_1904 = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Handle the start of an element."""
        if name == "sheet" and len(self.sheets) < _MOST_SHEETS:
            relation = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            is_hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append(ListedSheet(attributes.get("name", ""), relation, is_hidden))
        elif name == "workbookPr":
            self.since_1904 = self.since_1904 or is_true(attributes.get("date1904", ""))

    def end(self, name: str) -> None:
        """Nothing ends with an element."""

    def text(self, text: str) -> None:
        """There are no texts."""
