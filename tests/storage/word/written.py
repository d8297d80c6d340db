"""Word documents for the tests, written by hand: the parts as Word has them, or broken in one way."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OTHERS = (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_RELATION = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)


def part(name: str, content: str, space: str = W) -> str:
    """Returns an XML part whose root is Word's element `name`."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} xmlns:w="{space}"{_OTHERS}>{content}</w:{name}>'


def document(body: str, space: str = W, **parts: str) -> bytes:
    """Returns a document with a body and further parts of the folder `word`, by their names without ending."""
    return packed(
        {
            "_rels/.rels": _RELATION,
            "word/document.xml": part("document", f"<w:body>{body}</w:body>", space),
            **{f"word/{name}.xml": content for name, content in parts.items()},
        }
    )


def packed(parts: dict[str, str]) -> bytes:
    """Returns an archive of parts."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def run(text: str, properties: str = "") -> str:
    """Returns a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content: str, properties: str = "") -> str:
    """Returns a paragraph of runs; what is no XML becomes a run."""
    runs = "".join(each if each.startswith("<") else run(each) for each in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """Returns a table; what is no XML becomes a cell."""
    return f"<w:tbl>{''.join(f'<w:tr>{"".join(map(cell, row))}</w:tr>' for row in rows)}</w:tbl>"


def cell(content: str, properties: str = "") -> str:
    """Returns a cell."""
    if content.startswith("<w:tc>"):
        return content
    within = content if content.startswith("<") else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{within}</w:tc>"
