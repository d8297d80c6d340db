"""Formulas as a line of text: `8/50 · 31,9 mio. kr.`"""

from xml.etree.ElementTree import Element

from botilbud_desktop.storage.word.names import child, local

_BETWEEN = {"m:f": "/", "m:sSup": "^", "m:sSub": "_"}
_PARTS = {"m:f": ("m:num", "m:den"), "m:sSup": ("m:e", "m:sup"), "m:sSub": ("m:e", "m:sub")}


def formula(element: Element) -> str:
    """Returns a formula as one line."""
    name = local(element)
    if name in ("m:t", "t"):
        return element.text or ""
    if name in _PARTS:
        first, second = (_within(child(element, part)) for part in _PARTS[name])
        return f"{_bracketed(first)}{_BETWEEN[name]}{_bracketed(second)}"
    if name == "m:d":
        return f"({_within(element)})"
    return _within(element)


def _within(element: Element | None) -> str:
    return "" if element is None else "".join(map(formula, element))


def _bracketed(text: str) -> str:
    return text if text.replace(",", "").replace(".", "").isalnum() else f"({text})"
