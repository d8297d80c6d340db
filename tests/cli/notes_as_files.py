"""The notes of two municipalities as files that people have: typed into Word, as a PDF, as a text, and in a mail."""

import re
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from docx import Document as WordFile
from docx.document import Document

from tests.domain.document_import.documents import note

_HEADING = re.compile(r"(#+) (.*)")
_BOLD = re.compile(r"(\*\*.*?\*\*|<b>.*?</b>)")
_MARKS = re.compile(r"\*\*|</?[bp]>")


def word_file(name: str, folder: Path) -> Path:
    """Returns a note as a Word document with headings, tables, lists and bold words."""
    made = WordFile()
    rows: list[list[str]] = []
    for line in [*note(name).split("\n"), ""]:
        if "\t" in line:
            rows.append(line.split("\t"))
            continue
        if rows:
            _add_table(made, rows)
            rows = []
        for part in re.findall(r"<p>(.*?)</p>", line) or [line]:
            _add_line(made, part)
    written = BytesIO()
    made.save(written)
    path = folder / f"{name}.docx"
    path.write_bytes(written.getvalue())
    return path


def _add_table(made: Document, rows: list[list[str]]) -> None:
    width = max(map(len, rows))
    table = made.add_table(len(rows), width)
    for number, cells in enumerate(rows):
        for column, text in enumerate(cells):
            _add_runs(table.cell(number, column).paragraphs[0], text)


def _add_line(made: Document, text: str) -> None:
    if not text.strip():
        return
    if heading := _HEADING.fullmatch(text):
        made.add_heading(_MARKS.sub("", heading[2]), len(heading[1]))
    elif item := re.fullmatch(r"- (.*)", text):
        _add_runs(made.add_paragraph(style="List Bullet"), item[1])
    elif item := re.fullmatch(r"[0-9]\. (.*)", text):
        _add_runs(made.add_paragraph(style="List Number"), item[1])
    else:
        _add_runs(made.add_paragraph(), text)


def _add_runs(paragraph: object, text: str) -> None:
    for part in _BOLD.split(text):
        if plain := _MARKS.sub("", part):
            run = paragraph.add_run(plain)  # type: ignore[attr-defined]
            run.bold = part != plain or None


def text_file(name: str, folder: Path) -> Path:
    """Returns a note as the text that is pasted from Word: cells with tabs between, no marks."""
    text = re.sub(r"</p> ?<p>", "\n", note(name))
    plain = [_MARKS.sub("", re.sub(r"\A#+ ", "", line)) for line in text.split("\n")]
    path = folder / f"{name}.txt"
    path.write_text("\r\n".join(plain), encoding="utf-8-sig", newline="")
    return path


def mail_file(name: str, folder: Path) -> Path:
    """Returns a note as the text of a mail."""
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = "Udkast", "a@b.dk", "c@d.dk"
    mail.set_content(text_file(name, folder).read_text(encoding="utf-8-sig"))
    path = folder / f"{name}.eml"
    path.write_bytes(bytes(mail))
    return path


def pdf_file(name: str, folder: Path) -> Path:
    """Returns a note as the PDF that Word prints: headings, lines that are broken at the margin, and tables."""
    from botilbud_desktop.documents.pdf import engine  # it must be what imports reportlab first

    body = engine.ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=12)
    story: list[engine.Flowable] = []
    rows: list[list[engine.Flowable]] = []
    for line in [*note(name).split("\n"), ""]:
        if "\t" in line:
            rows.append([engine.Paragraph(escape(_MARKS.sub("", cell)), body) for cell in line.split("\t")])
            continue
        if rows:
            width = max(map(len, rows))
            empty = engine.Paragraph("", body)
            cells = [[*row, *[empty] * (width - len(row))] for row in rows]
            widths = [300, 90] if width == 2 else [110, 200, *[110] * (width - 2)]
            story.append(engine.Table(cells, widths, style=[("VALIGN", (0, 0), (-1, -1), "TOP")]))
            rows = []
        for part in re.findall(r"<p>(.*?)</p>", line) or [line]:
            heading = _HEADING.fullmatch(part)
            size = 20 - 2 * len(heading[1]) if heading else 10
            font = "Helvetica-Bold" if heading else "Helvetica"
            style = engine.ParagraphStyle("text", fontName=font, fontSize=size, leading=1.2 * size, spaceBefore=6)
            if text := _MARKS.sub("", heading[2] if heading else part).strip():
                story.append(engine.Paragraph(escape(text), style))
    path = folder / f"{name}.pdf"
    page = engine.PageTemplate(frames=[engine.Frame(60, 60, 475, 1071, id="frame")])
    engine.BaseDocTemplate(str(path), pagesize=(595, 1191), pageTemplates=[page]).build(story)
    return path
