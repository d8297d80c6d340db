"""The styles of the document: what Word and LibreOffice know as headings, lists and tables, in Danish.

Sizes are in half points and distances in twentieths of a point, as the format has them.
"""

from typing import NamedTuple

FONT = "Calibri"
FALLBACK = "Arial"
LANGUAGE = "da-DK"
TABLE = "Skematabel"
PAIRS = "Oplysninger"
INK, QUIET, RULE, ATTENTION = "1F2A37", "595959", "8A94A3", "8A2A0B"

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WITH_NEXT = "<w:keepNext/><w:keepLines/>"
_BULLET, _NUMBER = (f'<w:numPr><w:numId w:val="{number}"/></w:numPr>' for number in (1, 2))
_BOX = "".join(f'<w:{side} w:val="single" w:sz="8" w:space="6" w:color="{ATTENTION}"/>' for side in ("top", "bottom"))

_BUILT_IN = {
    "Title",
    *(f"heading {level}" for level in range(1, 5)),
    *("toc 1", "toc 2", "List Bullet", "List Number", "header", "footer"),
}


class _Style(NamedTuple):
    """A style of paragraphs."""

    name: str
    """As the format calls it: the built-in ones are shown in the user's language."""
    size: int = 22
    colour: str = ""
    before: int = 0
    after: int = 0
    bold: bool = False
    first: str = ""
    """Properties of the paragraph that stand before its distances."""
    last: str = ""
    """Properties that stand behind them."""

    def xml(self, identity: str) -> str:
        bold = "<w:b/><w:bCs/>" if self.bold else ""
        colour = f'<w:color w:val="{self.colour}"/>' if self.colour else ""
        own = "" if self.name in _BUILT_IN else ' w:customStyle="1"'
        following = '<w:next w:val="Normal"/>' if self.first == _WITH_NEXT else ""
        return (
            f'<w:style w:type="paragraph"{own} w:styleId="{identity}"><w:name w:val="{self.name}"/>'
            f'<w:basedOn w:val="Normal"/>{following}<w:qFormat/><w:pPr>{self.first}'
            f'<w:spacing w:before="{self.before}" w:after="{self.after}"/>{self.last}</w:pPr>'
            f'<w:rPr>{bold}{colour}<w:sz w:val="{self.size}"/><w:szCs w:val="{self.size}"/></w:rPr></w:style>'
        )


def _level(number: int) -> str:
    return f'<w:outlineLvl w:val="{number - 1}"/>'


_RIGHT = '<w:jc w:val="right"/>'
_TO_THE_RIGHT = '<w:tabs><w:tab w:val="right" w:pos="9620"/></w:tabs>'
_IN_LIST = '<w:ind w:left="425" w:hanging="425"/><w:contextualSpacing/>'
STYLES = {
    "Title": _Style("Title", 52, INK, 0, 160, bold=True, first=_WITH_NEXT),
    "Heading1": _Style("heading 1", 32, INK, 240, 120, bold=True, first=_WITH_NEXT, last=_level(1)),
    "Heading2": _Style("heading 2", 26, INK, 280, 80, bold=True, first=_WITH_NEXT, last=_level(2)),
    "Heading3": _Style("heading 3", 22, INK, 200, 60, bold=True, first=_WITH_NEXT, last=_level(3)),
    "Heading4": _Style("heading 4", 22, QUIET, 160, 60, bold=True, first=_WITH_NEXT, last=_level(4)),
    "TOC1": _Style("toc 1", 22, INK, 80, 40),
    "TOC2": _Style("toc 2", 22, INK, 0, 40, last='<w:ind w:left="425"/>'),
    "ListBullet": _Style("List Bullet", after=60, first=_BULLET, last=_IN_LIST),
    "ListNumber": _Style("List Number", after=60, first=_NUMBER, last=_IN_LIST),
    "Note": _Style("Bemærkning", 19, QUIET, 80, 100),
    "Warning": _Style("Vær opmærksom", 24, ATTENTION, 60, 200, bold=True, first=f"<w:pBdr>{_BOX}</w:pBdr>"),
    "CellText": _Style("Tabeltekst", 20, "", 20, 20),
    "CellMissing": _Style("Tabel, mangler", 20, QUIET, 20, 20),
    "CellNumber": _Style("Tabeltal", 20, "", 20, 20, last=_RIGHT),
    "CellNumberMissing": _Style("Tabeltal, mangler", 20, QUIET, 20, 20, last=_RIGHT),
    "CellHead": _Style("Tabelhoved", 19, INK, 20, 20, bold=True, first="<w:keepNext/>"),
    "CellNumberHead": _Style("Tabelhoved, tal", 19, INK, 20, 20, bold=True, first="<w:keepNext/>", last=_RIGHT),
    "CellTotal": _Style("Tabelsum", 20, INK, 20, 20, bold=True),
    "CellNumberTotal": _Style("Tabelsum, tal", 20, INK, 20, 20, bold=True, last=_RIGHT),
    "SmallText": _Style("Lille tabeltekst", 17, "", 20, 20),
    "SmallMissing": _Style("Lille tabel, mangler", 17, QUIET, 20, 20),
    "SmallNumber": _Style("Lille tabeltal", 17, "", 20, 20, last=_RIGHT),
    "SmallNumberMissing": _Style("Lille tabeltal, mangler", 17, QUIET, 20, 20, last=_RIGHT),
    "SmallHead": _Style("Lille tabelhoved", 15, INK, 20, 20, bold=True, first="<w:keepNext/>"),
    "SmallNumberHead": _Style("Lille tabelhoved, tal", 15, INK, 20, 20, True, "<w:keepNext/>", _RIGHT),
    "SmallTotal": _Style("Lille tabelsum", 17, INK, 20, 20, bold=True),
    "SmallNumberTotal": _Style("Lille tabelsum, tal", 17, INK, 20, 20, bold=True, last=_RIGHT),
    "BelowTable": _Style("Tekst under tabel", before=160, after=120),
    "AfterTable": _Style("Efter tabel", 8),
    "Header": _Style("header", 17, QUIET, first=_TO_THE_RIGHT),
    "Footer": _Style("footer", 17, QUIET, first=_TO_THE_RIGHT),
}


def styles_xml() -> str:
    """Returns the part with all styles."""
    fonts = " ".join(f'w:{use}="{FONT}"' for use in ("ascii", "eastAsia", "hAnsi", "cs"))
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/><w:sz w:val="22"/><w:szCs w:val="22"/>'
        f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="{LANGUAGE}"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    )
    own = "".join(style.xml(identity) for identity, style in STYLES.items())
    return f'<w:styles xmlns:w="{_NAMESPACE}">{defaults}{normal}{own}{_table_styles()}</w:styles>'


def _table_styles() -> str:
    def border(side: str, size: int) -> str:
        return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{RULE}"/>'

    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 20), ("left", 80), ("bottom", 20), ("right", 80))
    )
    ruled = f"{border('top', 4)}{border('bottom', 8)}{border('insideH', 4)}"
    head = f"<w:tcPr><w:tcBorders>{border('bottom', 8)}</w:tcBorders></w:tcPr>"
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
        + "".join(
            f'<w:style w:type="table" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/>'
            '<w:basedOn w:val="TableNormal"/>'
            f"<w:tblPr><w:tblBorders>{ruled}</w:tblBorders></w:tblPr>{part}</w:style>"
            for name, part in (
                (TABLE, f'<w:tblStylePr w:type="firstRow">{head}</w:tblStylePr>'),
                (PAIRS, ""),
            )
        )
    )
