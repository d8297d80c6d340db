"""Files are opened as what they are, whatever they are called, and refused with what to do instead."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from botilbud_desktop.domain.document_import.blocks import Document, Paragraph, Table
from botilbud_desktop.domain.document_import.errors import UnreadableSourceError
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.sources.opening import read_source
from botilbud_desktop.storage.sources.source import Source, SourceKind
from tests.storage.word.written import document, packed, paragraph

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
_PDF = Document((Paragraph("fra en PDF", "side 1, linje 1"),))
_MAIL = (
    "From: Anne =?utf-8?q?S=C3=B8rensen?= <anne@example.dk>\r\nDate: Mon, 4 Mar 2024 10:00:00 +0100\r\n"
    "Subject: =?utf-8?b?TMOlbnB1bGpl?=\r\nMIME-Version: 1.0\r\n"
)


def opened(tmp_path: Path, name: str, data: bytes) -> Source:
    """Returns what a file is opened as."""
    path = tmp_path / name
    path.write_bytes(data)
    return read_source(path, lambda _data: _PDF)


def texts(source: Source) -> list[str]:
    """Returns the texts of the paragraphs."""
    assert source.document is not None
    return [block.text for block in source.document.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("name", ["notat.docx", "notat.docm", "skabelon.dotx", "notat.xlsx", "notat"])
def test_word_is_word_by_its_content(tmp_path: Path, name: str) -> None:
    source = opened(tmp_path, name, document(paragraph("Vi søger om lån.")))
    assert source.kind is SourceKind.WORD
    assert texts(source) == ["Vi søger om lån."]


def test_a_pdf_is_given_to_its_reader(tmp_path: Path) -> None:
    source = opened(tmp_path, "notat.docx", b"%PDF-1.7 ...")
    assert (source.kind, source.document) == (SourceKind.PDF, _PDF)


@pytest.mark.parametrize(
    "data",
    [
        "Udvidelse på Åboulevarden\nLån: 5".encode(),
        b"\xef\xbb\xbf" + "Udvidelse på Åboulevarden\nLån: 5".encode(),
        "Udvidelse på Åboulevarden\nLån: 5".encode("utf-16"),
        "Udvidelse på Åboulevarden\nLån: 5".encode("utf-16-le"),
        "Udvidelse på Åboulevarden\nLån: 5".encode("cp1252"),
    ],
)
def test_text_is_read_in_any_usual_encoding(tmp_path: Path, data: bytes) -> None:
    source = opened(tmp_path, "notat.txt", data)
    assert source.kind is SourceKind.TEXT
    assert texts(source) == ["Udvidelse på Åboulevarden", "Lån: 5"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.tsv", "Projekt\tLån 2025\nSolgården\t22,5\n"),
        ("a.csv", 'Projekt;Lån 2025\n"Solgården";22,5\n'),
        ("a.csv", 'Projekt,Lån 2025\nSolgården,"22,5"\n'),
        ("a.csv", "sep=;\nProjekt;Lån 2025\nSolgården;22,5\n"),
        ("a.html", "<table><tr><td>Projekt<td>Lån 2025<td><tr><td>Solgården<td>22,5<td></table>"),
    ],
)
def test_tables_are_read_as_the_same_thing_pasted(tmp_path: Path, name: str, text: str) -> None:
    source = opened(tmp_path, name, text.encode())
    assert source.kind is SourceKind.TABLE
    assert source.sheets[0].grid == (("Projekt", "Lån 2025"), ("Solgården", "22,5"))


def test_a_page_without_a_table_of_projects_is_a_text(tmp_path: Path) -> None:
    markup = f"<h1>Notat</h1><p>{'Vi søger om lån. ' * 9}</p><table><tr><td>Lån<td>5</table>"
    source = opened(tmp_path, "a.htm", markup.encode())
    assert source.kind is SourceKind.TEXT
    assert source.document is not None
    assert source.document.blocks[2] == Table((("Lån", "5"),), "tabel 1")


def test_whoever_knows_the_round_says_what_is_a_table_of_projects(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Projekt\tLån 2025\nSolgården\t22,5\n", encoding="utf-8")
    assert read_source(path, lambda _data: _PDF, lambda _table: True).kind is SourceKind.TABLE
    assert read_source(path, lambda _data: _PDF, lambda _table: False).kind is SourceKind.TEXT


def test_a_mail_is_its_text_with_what_else_it_has_left_out(tmp_path: Path) -> None:
    mail = _MAIL + (
        'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain; charset=iso-8859-1\r\n'
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        "Vi s=F8ger om l=E5n.\r\n\r\n> Hvor mange pladser?\r\n--x\r\n"
        'Content-Type: application/pdf; name="bilag.pdf"\r\n'
        'Content-Disposition: attachment; filename="bilag.pdf"\r\n\r\n'
        "%PDF\r\n--x--\r\n"
    )
    source = opened(tmp_path, "mail.eml", mail.encode())
    assert source.kind is SourceKind.TEXT
    assert texts(source) == ["Lånpulje", "Vi søger om lån.", "Hvor mange pladser?"]
    assert source.document is not None
    assert [(each.source, each.text) for each in source.document.left_out] == [
        ("afsender", "Anne Sørensen <anne@example.dk>"),
        ("dato", "Mon, 4 Mar 2024 10:00:00 +0100"),
        ("vedhæftet fil", "bilag.pdf"),
    ]


def test_the_tables_of_a_mail_are_kept(tmp_path: Path) -> None:
    mail = _MAIL + (
        'Content-Type: multipart/alternative; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\n'
        "Lån 5\r\n--x\r\n"
        "Content-Type: text/html; charset=utf-8\r\n\r\n<table><tr><td>Lån<td>5</table>\r\n--x--\r\n"
    )
    source = opened(tmp_path, "mail.txt", mail.encode())
    assert source.document is not None
    assert source.document.blocks[-1] == Table((("Lån", "5"),), "tabel 1")


def test_a_mail_whose_headers_are_broken_is_still_read(tmp_path: Path) -> None:
    mail = b"From: =?ut\xf8-8?q?a?= <a@b>\nSubject: =?ut\xf8-8?b?TMOl?=\nDate: x\n\nVi s\xc3\xb8ger."
    assert texts(opened(tmp_path, "mail.eml", mail))[-1] == "Vi søger."


def ole(name: str) -> bytes:
    """Returns the beginning of an old file of Office that has a part of a name."""
    return _OLE + name.encode("utf-16-le")


REFUSED: Mapping[str, tuple[bytes, str]] = {
    "empty.docx": (b"", "tom"),
    "old.doc": (ole("WordDocument"), ".doc"),
    "mail.msg": (ole("__substg1.0_0037001F"), "Gem e-mailen som .eml"),
    "secret.docx": (ole("EncryptedPackage"), "adgangskode"),
    "unknown.docx": (ole("Something"), "gammel type"),
    "text.rtf": (b"{\\rtf1 hej}", ".rtf"),
    "text.odt": (packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "x"}), ".odt"),
    "text.pages": (packed({"Index/Document.iwa": "x"}), "Pages"),
    "slides.pptx": (packed({"[Content_Types].xml": "x", "ppt/presentation.xml": "x"}), "præsentation"),
    "bundle.zip": (packed({"a.txt": "x"}), ".zip"),
    "scan.jpg": (b"\xff\xd8\xff\xe0 JFIF", "billede"),
    "scan.docx": (b"\x89PNG\r\n", "billede"),
    "program.txt": (bytes(range(32)) * 100, "ikke filer af den slags"),
    "sag.botilbud": (b'{"format": "botilbud-draft"}', "kladde"),
    "blank.docx": (document(paragraph(" ")), "ingen tekst"),
    "blank.csv": (b";;\n;;", "ingen tekst"),
    "deep.eml": (_MAIL.encode() + b"Content-Type: multipart/mixed; boundary=x\n\n" + b"multipart/ " * 99, "mailen"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_other_files_are_refused_with_what_to_do_instead(tmp_path: Path, name: str) -> None:
    data, said = REFUSED[name]
    with pytest.raises(RefusedFileError) as refused:
        opened(tmp_path, name, data)
    assert name in str(refused.value)
    assert said in str(refused.value)


def test_what_the_reader_of_pdfs_says_is_said_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"%PDF-1.7")

    def refuse(_data: bytes) -> Document:
        raise UnreadableSourceError("der er ingen tekst i den")

    with pytest.raises(RefusedFileError, match=r"»scan\.pdf« kan ikke åbnes: Der er ingen tekst i den"):
        read_source(path, refuse)


_OWN = "Hej Jens\n\nLån 2025: 16.400 t.kr.\n\nMvh Mette\n\n"
_HEAD = "Fra: Jens\nSendt: 2. maj 2024\nTil: Mette\nEmne: Lån\n\n"
_OLD = "Lån 2025: 12.000 t.kr.\n"


def _mail(subject: str, body: str) -> bytes:
    head = f"From: mette@example.dk\nDate: Tue, 7 May 2024 10:12:00 +0200\nSubject: {subject}\n"
    return f"{head}Content-Type: text/plain; charset=utf-8\n\n{body}".encode()


@pytest.mark.parametrize(
    "earlier",
    [
        f"-----Oprindelig meddelelse-----\n{_HEAD}{_OLD}",
        f"{_HEAD}{_OLD}",
        f"Den tor. 2. maj 2024 kl. 09.01 skrev Jens Holm <jens@example.dk>:\n\n> {_OLD}",
        f"> {_OLD}",
    ],
)
def test_an_earlier_mail_below_a_reply_is_left_out(tmp_path: Path, earlier: str) -> None:
    source = opened(tmp_path, "svar.eml", _mail("SV: Lånepulje", _OWN + earlier))
    assert "Lån 2025: 16.400 t.kr." in "\n".join(texts(source))
    assert "12.000" not in "\n".join(texts(source))
    assert source.document is not None
    (left,) = [each for each in source.document.left_out if "12.000" in each.text]
    assert left.source.startswith("linje ")
    assert left.why == "Det er en tidligere e-mail, som der svares på. Gælder dens tal, så gem den som en fil for sig."


@pytest.mark.parametrize(("subject", "own"), [("VS: Lånepulje", _OWN), ("Lånepulje", "Hej, se nedenfor.\n\n")])
def test_a_mail_that_is_sent_on_is_read_with_the_mail_below_it(tmp_path: Path, subject: str, own: str) -> None:
    source = opened(tmp_path, "videresendt.eml", _mail(subject, f"{own}{_HEAD}{_OLD}"))
    assert "Lån 2025: 12.000 t.kr." in "\n".join(texts(source))
    assert "Fra: Jens" not in "\n".join(texts(source))
    assert source.document is not None
    assert any(each.why == "Det er hovedet af en e-mail, der er sendt videre." for each in source.document.left_out)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_subject_that_is_not_encoded_keeps_its_danish_letters(tmp_path: Path, encoding: str) -> None:
    mail = "From: a@example.dk\nDate: x\nSubject: Lånepulje på ø\n\nLån: 5\n".encode(encoding)
    assert texts(opened(tmp_path, "mail.eml", mail))[0] == "Lånepulje på ø"
