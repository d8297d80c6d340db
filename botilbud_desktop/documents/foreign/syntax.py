"""Writes names, strings and numbers into a PDF."""

import math
import re

_LARGEST = 2**31 - 1
"""Maximum of a number; a larger one is cut, as viewers do."""
_ESCAPED = re.compile(rb"[^!-~]|[#()<>\[\]{}/%]")


def name(text: str) -> bytes:
    """Writes a name that begins with `/` and has a character for each byte."""
    raw = text[1:].encode("latin-1", "replace")
    return b"/" + _ESCAPED.sub(lambda match: b"#%02X" % match[0][0], raw)


def string(data: bytes) -> bytes:
    """Writes a string."""
    return b"<" + data.hex().encode("ascii") + b">"


def text_string(text: str) -> bytes:
    """Writes a text for people, in any script."""
    return string(b"\xfe\xff" + text.encode("utf-16-be", "replace"))


def number(value: float) -> bytes:
    """Writes a number; what is none is 0."""
    if not math.isfinite(value):
        return b"0"
    value = max(-_LARGEST, min(_LARGEST, value))
    if isinstance(value, int):
        return b"%d" % value
    written = f"{value:.6f}".rstrip("0").rstrip(".")
    return b"0" if written in ("", "-0") else written.encode("ascii")


def numbers(*values: float) -> bytes:
    """Writes numbers with spaces between them."""
    return b" ".join(map(number, values))
