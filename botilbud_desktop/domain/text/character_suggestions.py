"""Suggested replacements for characters that Windows-1252 lacks."""

from typing import NamedTuple
from unicodedata import category, normalize


class Suggestion(NamedTuple):
    """A suggested replacement."""

    text: str
    is_safe: bool = True
    """Whether it means the same as the character."""
    is_word: bool = False
    """Whether it needs spaces between itself and letters or digits."""


def _each(characters: str, text: str) -> dict[str, Suggestion]:
    return {character: Suggestion(text) for character in characters}


_SUGGESTIONS = {
    **_each("\u000b\u000c\u0085\u2028\u2029", "\n"),
    **_each("\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000", " "),
    **_each("\u2007\u202f", "\u00a0"),
    **_each("\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufe0e\ufe0f\ufeff\ufffc", ""),
    **_each("\u2010\u2011\u2212\u001e", "-"),
    **_each("\u2012\u2015", "\u2013"),
    **_each("‣⁃∙■▪►○●◦➢\uf0a7\uf0b7\uf0d8\uf076", "-"),
    **_each("→➔➜➞\uf0e0", "->"),
    **_each("⇒", "=>"),
    **_each("⇐", "<="),
    **_each("←", "<-"),
    **_each("↔", "<->"),
    **_each("□☐", "[ ]"),
    **_each("☑☒", "[x]"),
    **_each("′", "'"),
    **_each("″", '"'),
    **_each("‴", "'''"),
    **_each("⁄∕", "/"),
    **_each("∅", "Ø"),
    **_each("⋅", "·"),
    **_each("\u001f", ""),
    "≥": Suggestion("mindst", is_word=True),
    "≤": Suggestion("højst", is_word=True),
    "≈": Suggestion("ca.", is_word=True),
    "≠": Suggestion("ikke lig med", is_word=True),
    "✓": Suggestion("x", is_safe=False),
    "✔": Suggestion("x", is_safe=False),
    "\ufffd": Suggestion("", is_safe=False),
}


def suggestion_for(character: str) -> Suggestion | None:
    """Returns the replacement for `character`; None when only the writer can choose one."""
    if character in _SUGGESTIONS:
        return _SUGGESTIONS[character]
    compatible = normalize("NFKC", character).replace("\u2044", "/")
    if compatible != character and _fits(compatible):
        return Suggestion(compatible)
    bare = normalize("NFD", character)[:1]
    if bare != character and _fits(bare):
        return Suggestion(bare, is_safe=False)
    return Suggestion("", is_safe=False) if category(character) in ("Cc", "Cf", "So", "Co", "Cn") else None


def _fits(text: str) -> bool:
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return text.isprintable() and bool(text)
