"""Which content of an HTML page its styles keep from being seen. Style sheets that lie elsewhere are never fetched."""

import re

from botilbud_desktop.domain.text.markup import attributes

_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
_HIDING = re.compile(
    r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all"
    r"|font-size\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?=[!;]|$))"
)
_SHOWING = re.compile(r"(?:^|[;\s])(?:display\s*:\s*+(?!none)|visibility\s*:\s*visible|mso-hide\s*:\s*none)")
_WHITE_SPACE = re.compile(r"(?:^|[;\s])white-space\s*:\s*([a-z-]+)")
_SIMPLE = re.compile(r"[a-z][a-z0-9-]*|[.#][\w-]+")
_NAMES = re.compile(r"[.#]?[\w-]+")


_SEEN_AGAIN = re.compile(
    r"(?:^|[;\s])(?:visibility\s*:\s*visible|font-size\s*:\s*+(?!0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:[!;]|$)|inherit))"
)
_GONE = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|mso-hide\s*:\s*all)")


def is_seen_again(source: str) -> bool:
    """Whether an element's own style shows it within one that has no size or is not visible, as newsletters do."""
    lower = source.lower()
    if "visibility" not in lower and "font-size" not in lower:
        return False
    return bool(_SEEN_AGAIN.search(_plain(attributes(source).get("style", ""))))


def is_gone(source: str) -> bool:
    """Whether nothing within an element can be seen again."""
    found = attributes(source)
    style = _plain(found.get("style", ""))
    return "hidden" in found or bool(_GONE.search(style)) or not _HIDING.search(style)


class Styles:
    """The style sheets within a page, as far as they hide content."""

    def __init__(self) -> None:
        self._hiding: set[str] = set()
        self._showing: set[str] = set()

    def add(self, sheet: str) -> None:
        """Reads one more style sheet.

        Only rules for one name, class or id hide. One that any other rule shows, such as the chosen one of several
        tabs, counts as seen: text too much can be deleted, text that is missing is not noticed.
        """
        is_within = False
        for rule in _plain(sheet).split("}"):
            opened = rule.count("{")
            selectors, _, declarations = rule.rpartition("{")
            selectors = selectors.rpartition("{")[2].rpartition(";")[2].strip().removeprefix("<!--").strip()
            is_within = opened > 1 or (is_within and opened == 1)
            if selectors.startswith("@"):
                continue
            if _SHOWING.search(declarations):
                self._showing.update(_NAMES.findall(selectors))
            elif not is_within and _HIDING.search(declarations):
                self._hiding.update(filter(_SIMPLE.fullmatch, map(str.strip, selectors.split(","))))

    def hide(self, tag: str, source: str) -> bool:
        """Whether an element is not seen: by its attribute, its own style, or a style sheet of the page."""
        lower = source.lower()
        if not self._hiding and "style" not in lower and "hidden" not in lower:
            return False
        found = attributes(source)
        style = _plain(found.get("style", ""))
        if "hidden" in found or _HIDING.search(style):
            return True
        classes = found.get("class", "").lower().split()
        names = {tag, f"#{found.get('id', '').lower()}", *(f".{each}" for each in classes)}
        return bool((names & self._hiding) - self._showing) and not _SHOWING.search(style)


def keeps_spaces(source: str) -> bool | None:
    """Whether an element's own style keeps spaces and line breaks; None where it does not say."""
    if "white-space" not in source.lower():
        return None
    found = _WHITE_SPACE.search(_plain(attributes(source).get("style", "")))
    return None if found is None or found[1] == "inherit" else found[1].startswith(("pre", "break"))


def _plain(style: str) -> str:
    return _COMMENT.sub("", style).lower()
