"""Reads the workbooks of LibreOffice."""

from botilbud_desktop.storage.excel.archive import Archive
from botilbud_desktop.storage.excel.kinds import Kind
from botilbud_desktop.storage.excel.ods.content import ContentReader
from botilbud_desktop.storage.excel.read_sheet import LOCKED, ReadWorkbook, Unreadable, named, not_read_from
from botilbud_desktop.storage.excel.xml_events import TOO_LARGE

CONTENT = "content.xml"
_LIST_OF_PARTS = "META-INF/manifest.xml"


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
        remarks.append(f"{named(last.name)} er meget stort. Kun begyndelsen er læst, og ingen ark efter.")
    if not reader.is_workbook:
        raise Unreadable(Kind.OTHER.value)
    remarks += map(not_read_from, reader.unread[:1])
    return ReadWorkbook(tuple(sheet.read() for sheet in reader.sheets), tuple(remarks))


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
