"""The empty document that is filled in, as the parts of its package. Nothing of it comes from a file."""

from collections.abc import Mapping

from botilbud_desktop.documents.word.package import packed
from botilbud_desktop.documents.word.styles import FALLBACK, FONT, LANGUAGE, styles_xml

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_IDS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "application/vnd.openxmlformats-package"
_PARTS = ("styles", "numbering", "settings", "fontTable", "header", "footer")
"""The parts beside the document, by the last word of their type."""


def template() -> bytes:
    """Returns an empty document: A4, our styles, an empty header, and the number of each page in the footer."""
    return packed({name: (_DECLARATION + xml).encode("utf-8") for name, xml in _parts().items()})


def _parts() -> Mapping[str, str]:
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
            (
                f"{_RELATIONS}/metadata/core-properties",
                "docProps/core.xml",
            ),
            (f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
        ),
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": _relations(
            *((f"{_OFFICE}/relationships/{part}", f"{part}.xml") for part in _PARTS)
        ),
        "word/styles.xml": styles_xml(),
        "word/numbering.xml": _numbering(),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _fonts(),
        "word/header.xml": f'<w:hdr {_WORD}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p></w:hdr>',
        "word/footer.xml": f'<w:ftr {_WORD}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr></w:p></w:ftr>',
        "docProps/core.xml": _core(),
        "docProps/app.xml": f'<Properties xmlns="{_OFFICE}/extended-properties">'
        "<Application>Botilbud Desktop</Application></Properties>",
    }


def _content_types() -> str:
    kinds = {
        "word/document.xml": f"{_TYPES}.document.main+xml",
        **{f"word/{part}.xml": f"{_TYPES}.{part}+xml" for part in _PARTS},
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


def _document() -> str:
    header, footer = (f"rId{_PARTS.index(part) + 1}" for part in ("header", "footer"))
    margins = " ".join(f'w:{side}="1134"' for side in ("top", "right", "bottom", "left"))
    return (
        f"<w:document {_WORD} {_IDS}><w:body><w:sectPr>"
        f'<w:headerReference w:type="default" r:id="{header}"/><w:footerReference w:type="default" r:id="{footer}"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar {margins} w:header="567" w:footer="567" w:gutter="0"/>'
        "</w:sectPr></w:body></w:document>"
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


def _core() -> str:
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
    )
