"""Reads the workbooks of LibreOffice."""

from botilbud_desktop.storage.excel.archive import LOCKED, Archive
from botilbud_desktop.storage.excel.kinds import Kind
from botilbud_desktop.storage.excel.ods.content import MOST_SHEETS, ContentReader
from botilbud_desktop.storage.excel.read_sheet import ReadWorkbook, Unreadable
from botilbud_desktop.storage.excel.xml_events import TOO_LARGE
from botilbud_desktop.storage.files.printable import printable

CONTENT = "content.xml"
_LIST_OF_PARTS = "META-INF/manifest.xml"
_LONGEST_NAME = 80


def read_ods(archive: Archive) -> ReadWorkbook:
    """Reads the workbook in an archive with the part `CONTENT`.

    Raises:
        Unreadable: it is damaged, protected or no workbook.
    """
    if _LIST_OF_PARTS in archive:
        manifest = _ManifestReader()
        archive.read(_LIST_OF_PARTS, manifest)
        if manifest.is_encrypted:
            raise Unreadable(LOCKED)
    reader = ContentReader()
    remarks: list[str] = []
    try:
        archive.read(CONTENT, reader, with_prefixes=True)
    except Unreadable as error:
        if error.reason != TOO_LARGE or not reader.sheets:
            raise
        last = reader.sheets[-1]
        last.is_cut = True
        remarks.append(
            f"Filen er meget stor. Kun begyndelsen af arket »{_shown(last.name)}« er læst, og ingen ark efter."
        )
    if not reader.is_workbook:
        raise Unreadable(Kind.OTHER.value)
    remarks += [
        f"Arket »{_shown(name)}« og de følgende er ikke læst: der læses højst {MOST_SHEETS} ark."
        for name in reader.unread[:1]
    ]
    return ReadWorkbook(tuple(sheet.read() for sheet in reader.sheets), tuple(remarks))


def _shown(name: str) -> str:
    return printable(name, _LONGEST_NAME)


class _ManifestReader:
    """Looks for a part that is encrypted."""

    def __init__(self) -> None:
        self.is_encrypted = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.is_encrypted = self.is_encrypted or name == "encryption-data"

    def end(self, name: str) -> None:
        """Nothing ends with an element."""

    def text(self, text: str) -> None:
        """There are no texts."""
