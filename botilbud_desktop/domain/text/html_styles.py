"""Which content of an HTML page its styles keep from being seen. Style sheets that lie elsewhere are never fetched."""

import re
from collections.abc import Mapping

from botilbud_desktop.domain.text.markup import attributes

_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
_NO_SIZE = re.compile(r"0(?:\.0+)?(?:px|pt|em|rem|%)?")
_SIMPLE = re.compile(r"[a-z][a-z0-9-]*|[.#][\w-]+")
_NAMES = re.compile(r"[.#]?[\w-]+")
_IMPORTANT = "!important"
_LIST_STYLE = re.compile(r"none|disc|circle|square|decimal|(?:lower|upper)-(?:alpha|latin|roman)")
_DECLARATION = re.compile(
    r"(?:^|[;\s])(display|visibility|mso-hide|font-size|white-space|list-style(?:-type)?)\s*+:([^;]*+)"
)


def is_seen_again(source: str) -> bool:
    """Whether an element's own style shows it within one that has no size or is not visible, as newsletters do."""
    lower = source.lower()
    if "visibility" not in lower and "font-size" not in lower:
        return False
    style = _own_style(attributes(source))
    size = style.get("font-size", "inherit")
    return style.get("visibility") == "visible" or (size != "inherit" and not _NO_SIZE.fullmatch(size))


def is_gone(source: str) -> bool:
    """Whether nothing within an element can be seen again."""
    found = attributes(source)
    style = _own_style(found)
    return "hidden" in found or _is_not_laid_out(style) or not _hides(style)


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
            declared = _declared(declarations)
            if _shows(declared):
                self._showing.update(_NAMES.findall(selectors))
            elif not is_within and _hides(declared):
                self._hiding.update(filter(_SIMPLE.fullmatch, map(str.strip, selectors.split(","))))

    def hide(self, tag: str, source: str) -> bool:
        """Whether an element is not seen: by its attribute, its own style, or a style sheet of the page."""
        lower = source.lower()
        if not self._hiding and "style" not in lower and "hidden" not in lower:
            return False
        found = attributes(source)
        style = _own_style(found)
        if "hidden" in found or _hides(style):
            return True
        classes = found.get("class", "").lower().split()
        names = {tag, f"#{found.get('id', '').lower()}", *(f".{each}" for each in classes)}
        return bool((names & self._hiding) - self._showing) and not _shows(style)


def keeps_spaces(source: str) -> bool | None:
    """Whether an element's own style keeps spaces and line breaks; None where it does not say."""
    if "white-space" not in source.lower():
        return None
    found = _own_style(attributes(source)).get("white-space", "inherit")
    return None if found == "inherit" else found.startswith(("pre", "break"))


def list_style(source: str) -> str | None:
    """Returns the sign of list items (`list-style-type`) that an element's own style states; None where it does not."""
    if "list-style" not in source.lower():
        return None
    style = _own_style(attributes(source))
    stated = style.get("list-style-type") or style.get("list-style", "")
    return next((word for word in stated.split() if _LIST_STYLE.fullmatch(word)), None)


def _own_style(found: Mapping[str, str]) -> dict[str, str]:
    return _declared(_plain(found.get("style", "")))


def _declared(declarations: str) -> dict[str, str]:
    """Returns what is declared of the properties that are read: of two the last, unless the first is more important."""
    values: dict[str, str] = {}
    important: set[str] = set()
    for name, value in _DECLARATION.findall(declarations):
        stated = value.strip()
        is_important = stated.endswith(_IMPORTANT)
        if stated and (is_important or name not in important):
            values[name] = stated.removesuffix(_IMPORTANT).rstrip()
            important.update([name] * is_important)
    return values


def _hides(style: Mapping[str, str]) -> bool:
    is_invisible = style.get("visibility") in ("hidden", "collapse")
    return is_invisible or _is_not_laid_out(style) or _NO_SIZE.fullmatch(style.get("font-size", "1")) is not None


def _is_not_laid_out(style: Mapping[str, str]) -> bool:
    return style.get("display") == "none" or style.get("mso-hide") == "all"


def _shows(style: Mapping[str, str]) -> bool:
    is_laid_out = style.get("display", "none") != "none" or style.get("mso-hide") == "none"
    return is_laid_out or style.get("visibility") == "visible"


def _plain(style: str) -> str:
    return _COMMENT.sub("", style).lower()
