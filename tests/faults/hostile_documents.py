"""Word documents that ask for all they can get: many, deep, long and wide; each takes some seconds at most."""

from collections.abc import Callable, Mapping

from tests.storage.word.written import document, packed, part

_X = "<w:r><w:t>x</w:t></w:r>"
_P = f"<w:p>{_X}</w:p>"


def _deep(element: str, times: int, within: str = _P) -> str:
    return f"<w:{element}>" * times + within + f"</w:{element}>" * times


def _cells(count: int, rows: int, properties: str = "") -> str:
    cell = f"<w:tc><w:tcPr>{properties}</w:tcPr>{_P}</w:tc>"
    return f"<w:tbl>{('<w:tr>' + cell * count + '</w:tr>') * rows}</w:tbl>"


def _notes() -> bytes:
    note = f'<w:footnote w:id="1"><w:p><w:r><w:t>{"x" * 10_000}</w:t></w:r></w:p></w:footnote>'
    return document(
        "<w:p>" + '<w:r><w:footnoteReference w:id="1"/></w:r>' * 80_000 + "</w:p>", footnotes=part("footnotes", note)
    )


REFUSED: Mapping[str, Callable[[], bytes]] = {
    "elements 100.000 deep": lambda: document(_deep("ins", 100_000)),
    "many paragraphs": lambda: document(_P * 90_000),
    "many empty paragraphs": lambda: document("<w:p/>" * 250_000),
    "many cells": lambda: document(_cells(60, 800)),
    "a note that is named often": _notes,
    "a part of zeros": lambda: packed({"word/document.xml": "\0" * 90_000_000}),
    "a long text": lambda: document(f"<w:p><w:r><w:t>{'x' * 15_000_000}</w:t></w:r></w:p>"),
    "entities within entities": lambda: packed(
        {"word/document.xml": '<!DOCTYPE a [<!ENTITY b "xx"><!ENTITY c "&b;&b;">]><a>&c;</a>'}
    ),
    "a part outside": lambda: packed({"word/document.xml": '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'}),
    "many parts": lambda: packed({f"word/{number}.xml": "" for number in range(6_000)}),
}
"""Beyond the limits."""

READ: Mapping[str, Callable[[], bytes]] = {
    "wide cells": lambda: document(_cells(60, 230, '<w:gridSpan w:val="9999999"/>')),
    "tables 30 deep": lambda: document(("<w:tbl><w:tr><w:tc>" * 30 + _P + "</w:tc></w:tr></w:tbl>" * 30) * 300),
    "insertions 90 deep": lambda: document(f"<w:p>{_deep('ins', 90, _X * 70_000)}</w:p>"),
    "styles that are based on each other": lambda: document(
        f'<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr>{_X}</w:p>',
        styles=part("styles", '<w:style w:styleId="a"><w:basedOn w:val="a"/></w:style>'),
    ),
    "a link that leads outside": lambda: document(f'<w:p><w:hyperlink r:id="rId9">{_X}</w:hyperlink></w:p>'),
}
"""Just within them, or only odd."""
