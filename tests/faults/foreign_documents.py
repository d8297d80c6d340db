"""Runs mutated Word documents, PDFs and mails through the real readers of text: each must be read or refused, and soon.

    python -m tests.faults.foreign_documents --count 20000

Anything but a document or a refusal in Danish is a failure, and is printed with the command that repeats it. The limits
are 10 s of processor time and 300 MB for each file.
"""

import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO

from docx import Document as WordDocument

from botilbud_desktop.documents.foreign.text import pdf_document
from botilbud_desktop.domain.document_import.blocks import Document, Paragraph, Table
from botilbud_desktop.domain.document_import.errors import UnreadableSourceError
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.sources.mail import NoMailError, mail_document
from botilbud_desktop.storage.word.reading import word_document
from tests.attempt import attempt
from tests.documents.foreign.pdf_texts import grid, page_of, pdf, texts_at
from tests.documents.foreign.samples import SAMPLES
from tests.faults import pdf_mutators, word_mutators
from tests.faults.foreign_files import LONGEST_SECONDS, MOST_MEGABYTES, figures, peak, run_by_hand
from tests.faults.hostile_documents import READ, REFUSED
from tests.faults.outcome import Outcome
from tests.storage.word import written
from tests.storage.word.written import cell, document, paragraph, part, table

COUNT = 20_000
_SEED = 1849
_REFUSALS = (RefusedFileError, UnreadableSourceError, NoMailError)
_MAIL = (
    b"From: Anne <a@example.dk>\nSubject: =?utf-8?b?TMOlbg==?=\nDate: Mon, 4 Mar 2024 10:00:00 +0100\n"
    b'Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/html; charset=utf-8\n'
    b"Content-Transfer-Encoding: quoted-printable\n\n<table><tr><td>L=C3=A5n<td>5</table><ul><li>a<li>b</ul>\n--x\n"
    b"Content-Type: application/pdf; name*=utf-8''b%C3%A6.pdf\nContent-Transfer-Encoding: base64\n\nJVBERg==\n--x--\n"
)


@dataclass
class Tally:
    """What became of the files."""

    read: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    times: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


@cache
def _words() -> tuple[bytes, ...]:
    """Returns the Word documents that are mutated."""
    made = WordDocument()
    made.add_heading("Bilag 1", 2)
    made.add_paragraph("punkt", style="List Number")
    made.add_table(2, 2).cell(0, 1).text = "Hele 1.000 kr."
    target = BytesIO()
    made.save(target)
    box = f"<w:txbxContent>{paragraph('I boksen')}</w:txbxContent>"
    body = (
        paragraph(
            "Lån ", f"<w:ins>{written.run('22.900')}</w:ins>", "<w:del><w:r><w:delText>450</w:delText></w:r></w:del>"
        )
        + table(("Til", cell(paragraph("7") + table(("indre", "5"))), "Job"), (cell("r", "<w:vMerge/>"), "a", "b"))
        + f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{paragraph('Indtast')}</w:sdtContent></w:sdt>"
        + paragraph(f"<w:r><w:drawing>{box}<a:blip/></w:drawing></w:r>", "<w:r><w:footnoteReference w:id='2'/></w:r>")
        + paragraph("<m:oMath><m:f><m:num/><m:den/></m:f></m:oMath>", properties='<w:outlineLvl w:val="1"/>')
    )
    notes = part("footnotes", f'<w:footnote w:id="2">{paragraph("inkl. moms")}</w:footnote>')
    return target.getvalue(), document(body, footnotes=notes, footer1=part("ftr", paragraph("Side 1")))


@cache
def _pdfs() -> tuple[pdf_mutators.PdfSource, ...]:
    """Returns the PDFs that are mutated."""
    rows = [(("Hvor meget", "i 2025"), ("15", "")), (("I alt", ""), ("15", ""))]
    texts = page_of(texts_at([("Almene boliger", "74,4"), ("Total", "89,0")], (60, 300), 760, 18))
    own = pdf(
        [texts + b"\n" + grid(rows, (60, 220, 330), 700), page_of(texts_at([("der-",), ("for",)], (60,), 700, 14))]
    )
    return tuple(pdf_mutators.source_of(data) for data in (*[own] * len(SAMPLES), *SAMPLES.values()))


def case(seed: int, number: int) -> tuple[str, bytes]:
    """Returns the mutated file with this number, and its kind."""
    chance = random.Random(f"documents {seed} {number}")
    kind = chance.choice(("word", "word", "pdf", "pdf", "mail"))
    if kind == "word":
        return kind, word_mutators.mutated(chance, chance.choice(_words()), _words())
    if kind == "pdf":
        return kind, pdf_mutators.mutated(chance, chance.choice(_pdfs()), _pdfs())
    return kind, word_mutators.mutated(chance, _MAIL, (_MAIL,))


def _word(data: bytes) -> Document:
    return word_document(data, "notat.docx")


_READERS: dict[str, Callable[[bytes], Document]] = {"word": _word, "pdf": pdf_document, "mail": mail_document}


def tally(seed: int, numbers: Iterable[int]) -> Tally:
    """Reads the files with these numbers."""
    result = Tally()
    for number in numbers:
        kind, data = case(seed, number)
        _read(result, kind, data, f"--seed {seed} --only {number}")
    return result


def _read(result: Tally, kind: str, data: bytes, name: str) -> None:
    """Reads one file; `name` is told of a failure."""
    before = peak()
    begun = time.process_time()
    outcome = attempt(lambda: _READERS[kind](data))
    took = time.process_time() - begun
    result.times.append(took)
    problem = f"took {took:.1f} s" if took > LONGEST_SECONDS else ""
    if before < peak() > MOST_MEGABYTES:
        problem = f"took {peak():.0f} MB"
    if isinstance(outcome.error, _REFUSALS):
        result.refused[kind] += 1
    elif outcome.value is None:
        problem = repr(outcome.error)
    else:
        result.read[kind] += 1
        problem = problem or _wrong(outcome.value)
    if problem:
        result.failures.append(f"{kind}: {problem} ({name})")


def _wrong(found: Document) -> str:
    """Returns what is wrong with what was read; empty if nothing is."""
    for block in found.blocks:
        texts = [block.text] if isinstance(block, Paragraph) else [each for row in block.rows for each in row]
        if not any(text.strip() for text in texts) or not block.place:
            return "a block that says nothing"
        if isinstance(block, Table) and len(block.rows) == 0:
            return "a table without rows"
    return "" if all(each.source and each.why for each in found.left_out) else "left out without a word"


def run(*, quick: bool) -> Outcome:
    """Runs the part of the fault tests."""
    result = tally(_SEED, range(COUNT // 20 if quick else COUNT))
    for name, made in {**READ, **REFUSED}.items():
        _read(result, "word", made(), name)
    return Outcome(line(result), result.failures)


def line(result: Tally) -> str:
    """Returns the figures."""
    kinds = ", ".join(f"{kind} {result.read[kind]} read {result.refused[kind]} refused" for kind in _READERS)
    return (
        f"documents: {len(result.times)} mutated files ({kinds}), {len(result.failures)} failed; "
        f"{figures(result.times)}"
    )


if __name__ == "__main__":
    sys.exit(run_by_hand(__doc__, tally, line, COUNT, _SEED))
