"""The styles of a workbook of LibreOffice: which hide a sheet, strike out, or raise what they are used for."""


class StyleReader:
    """Collects the names of such styles."""

    def __init__(self) -> None:
        self.hiding: set[str] = set()
        self.striking: set[str] = set()
        self.raising: set[str] = set()
        self._open = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Handle the start of an element."""
        if name == "style":
            self._open = attributes.get("style:name", "")
            if attributes.get("style:parent-style-name", "") in self.striking:
                self.striking.add(self._open)
        elif name == "table-properties" and attributes.get("table:display") == "false":
            self.hiding.add(self._open)
        elif name == "text-properties":
            if line := attributes.get("style:text-line-through-style"):
                (self.striking.discard if line == "none" else self.striking.add)(self._open)
            if attributes.get("style:text-position", "").startswith(("super", "sub")):
                self.raising.add(self._open)

    def end(self, name: str) -> None:
        """Nothing ends with an element."""

    def text(self, text: str) -> None:
        """There are no texts."""
