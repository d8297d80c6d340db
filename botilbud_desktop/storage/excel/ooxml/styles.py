"""The styles of a workbook: the number format of each cell style, and whether it strikes the cell out."""

from typing import NamedTuple

from botilbud_desktop.storage.excel.number_formats import BUILT_IN

_MOST = 100_000


class Style(NamedTuple):
    """One cell style."""

    code: str = ""
    """The number format; empty for the usual one."""
    is_struck: bool = False


class StyleReader:
    """Collects the cell styles in their order."""

    def __init__(self) -> None:
        self._codes = dict(BUILT_IN)
        self._struck: list[bool] = []
        self._used: list[tuple[str, str]] = []
        self._section = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Handle the start of an element."""
        if name in ("fonts", "cellXfs", "cellStyleXfs", "dxfs"):
            self._section = name
        elif name == "numFmt" and self._section != "dxfs":
            number = attributes.get("numFmtId", "")
            if number.isascii() and number.isdecimal() and len(number) < 10:
                self._codes[int(number)] = attributes.get("formatCode", "")
        elif name == "font" and self._section == "fonts" and len(self._struck) < _MOST:
            self._struck.append(False)
        elif name == "strike" and self._section == "fonts" and self._struck:
            self._struck[-1] = is_true(attributes.get("val", "1"))
        elif name == "xf" and self._section == "cellXfs" and len(self._used) < _MOST:
            self._used.append((attributes.get("numFmtId", ""), attributes.get("fontId", "")))

    def end(self, name: str) -> None:
        """Handle the end of an element."""
        if name == self._section:
            self._section = ""

    def text(self, text: str) -> None:
        """There are no texts."""

    @property
    def styles(self) -> tuple[Style, ...]:
        """The styles by their index."""
        codes = {str(number): "" if code == "General" else code for number, code in self._codes.items()}
        struck = {str(number) for number, is_struck in enumerate(self._struck) if is_struck}
        return tuple(Style(codes.get(number.lstrip("0"), ""), font in struck) for number, font in self._used)


def is_true(text: str) -> bool:
    """Whether an attribute says yes."""
    return text.strip().lower() in ("1", "true", "on")
