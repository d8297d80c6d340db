"""The parts that a document consists of: its text, and what every document of ours has. Nothing comes from a file."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from botilbud_desktop.documents.word.elements import Element, element, ending, is_table, paragraph, quoted
from botilbud_desktop.documents.word.styles import FALLBACK, FONT, LANGUAGE, styles_xml

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_IDS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_METADATA = "http://schemas.openxmlformats.org/package/2006/metadata"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "application/vnd.openxmlformats-package"
_PARTS = ("styles", "numbering", "settings", "fontTable", "header")
"""The parts beside the document and its footers, by the last word of their type."""


class About(NamedTuple):
    """What the properties of a document tell."""

    title: str
    author: str
    day: date


class Pages(NamedTuple):
    """A section of the document: pages with a footer of their own."""

    body: Iterable[Element]
    """The paragraphs and tables."""
    footer: Iterable[Element]
    """What stands below the text on each page."""
    header: Sequence[Element] = ()
    """What stands above it; that of the whole document where it is empty."""


def parts(sections: Sequence[Pages], header: Iterable[Element], about: About) -> Mapping[str, bytes]:
    """Returns the parts of a document on A4 pages, by their names in the package.

    Args:
        sections: its sections; each begins on a page of its own.
        header: what stands above the text on each page, where a section has nothing of its own.
        about: the properties.
    """
    footers = [f"footer{number}" for number in range(1, len(sections) + 1)]
    headers = {f"header{number}": section.header for number, section in enumerate(sections, start=1) if section.header}
    return {
        name: (_DECLARATION + xml).encode("utf-8")
        for name, xml in {
            "[Content_Types].xml": _content_types([*footers, *headers]),
            "_rels/.rels": _relations(
                (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
                (f"{_RELATIONS}/metadata/core-properties", "docProps/core.xml"),
                (f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
            ),
            "word/document.xml": _document([section.body for section in sections], list(headers)),
            "word/_rels/document.xml.rels": _relations(
                *((f"{_OFFICE}/relationships/{_kind(part)}", f"{part}.xml") for part in (*_PARTS, *footers, *headers))
            ),
            "word/styles.xml": styles_xml(),
            "word/numbering.xml": _numbering(),
            "word/settings.xml": _settings(),
            "word/fontTable.xml": _fonts(),
            "word/header.xml": f"<w:hdr {_WORD}>{_on_each_page('Header', header)}</w:hdr>",
            **{
                f"word/{name}.xml": f"<w:ftr {_WORD}>{_on_each_page('Footer', section.footer)}</w:ftr>"
                for name, section in zip(footers, sections, strict=True)
            },
            **{
                f"word/{name}.xml": f"<w:hdr {_WORD}>{_on_each_page('Header', own)}</w:hdr>"
                for name, own in headers.items()
            },
            "docProps/core.xml": _core(about),
            "docProps/app.xml": f'<Properties xmlns="{_OFFICE}/extended-properties">'
            "<Application>Botilbud Desktop</Application></Properties>",
        }.items()
    }


def _on_each_page(style: str, runs: Iterable[Element]) -> Element:
    return element("p", element("pPr", element("pStyle", val=style)), *runs)


def _kind(part: str) -> str:
    """Returns the last word of the type of a part."""
    return part.rstrip("0123456789")


def _content_types(more: Sequence[str]) -> str:
    kinds = {
        "word/document.xml": f"{_TYPES}.document.main+xml",
        **{f"word/{part}.xml": f"{_TYPES}.{_kind(part)}+xml" for part in (*_PARTS, *more)},
        "docProps/core.xml": f"{_PACKAGE}.core-properties+xml",
        "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    named = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{_PACKAGE}.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{named}</Types>'
    )


def _relations(*relations: tuple[str, str]) -> str:
    each = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(relations, start=1)
    )
    return f'<Relationships xmlns="{_RELATIONS}">{each}</Relationships>'


def _document(bodies: Sequence[Iterable[Element]], headers: Sequence[str]) -> str:
    """Returns the sections: the last paragraph of each but the last one says how its pages are."""
    related = {name: len(_PARTS) + len(bodies) + place for place, name in enumerate(headers, start=1)}
    common = _PARTS.index("header") + 1
    last = len(bodies) - 1
    written = [
        _ended(list(body), _section(number, related.get(f"header{number + 1}", common)), is_last=number == last)
        for number, body in enumerate(bodies)
    ]
    return f"<w:document {_WORD} {_IDS}><w:body>{''.join(written)}</w:body></w:document>"


def _ended(body: list[Element], section: Element, *, is_last: bool) -> str:
    """Returns a section with its end. Only behind a table is that a paragraph of its own, which the format wants."""
    if not body or is_table(body[-1]):
        body.append(paragraph("", "AfterTable"))
    if is_last:
        return "".join([*body, section])
    return "".join([*body[:-1], ending(body[-1], section)])


def _section(number: int, head: int) -> Element:
    """Returns how the pages of a section are; its footer is related behind the other parts, then the headers."""
    header, footer = f"rId{head}", f"rId{len(_PARTS) + number + 1}"
    margins = " ".join(f'w:{side}="1134"' for side in ("top", "right", "bottom", "left"))
    return Element(
        f'<w:sectPr><w:headerReference w:type="default" r:id="{header}"/>'
        f'<w:footerReference w:type="default" r:id="{footer}"/><w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar {margins} w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    )


def _numbering() -> str:
    def kind(number: int, form: str, text: str) -> str:
        return (
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
            f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            '<w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr></w:lvl></w:abstractNum>'
        )

    used = "".join(f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/></w:num>' for number in range(2))
    return f"<w:numbering {_WORD}>{kind(0, 'bullet', '•')}{kind(1, 'decimal', '%1.')}{used}</w:numbering>"


def _settings() -> str:
    """Returns settings for a Word of today: without them it opens the document as one of an old version."""
    compatibility = (
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    )
    return (
        f'<w:settings {_WORD}><w:defaultTabStop w:val="1304"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{compatibility}</w:compat><w:themeFontLang w:val="{LANGUAGE}"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _fonts() -> str:
    return (
        f'<w:fonts {_WORD}><w:font w:name="{FONT}"><w:altName w:val="{FALLBACK}"/>'
        '<w:panose1 w:val="020F0502020204030204"/><w:family w:val="swiss"/><w:pitch w:val="variable"/>'
        "</w:font></w:fonts>"
    )


def _core(about: About) -> str:
    title, author = quoted(about.title), quoted(about.author)
    moment = f"{about.day.isoformat()}T00:00:00Z"
    times = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>' for name in ("created", "modified")
    )
    return (
        f'<cp:coreProperties xmlns:cp="{_METADATA}/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator><dc:language>{LANGUAGE}</dc:language>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy><cp:revision>1</cp:revision>{times}</cp:coreProperties>"
    )
