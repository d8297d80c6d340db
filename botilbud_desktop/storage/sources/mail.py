"""Reads a saved mail (`.eml`): its text. Attached files are not opened, pictures not fetched."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message

from botilbud_desktop.domain.document_import.blocks import Document, LeftOut, Paragraph
from botilbud_desktop.domain.document_import.html_blocks import document_of_html
from botilbud_desktop.domain.document_import.text_blocks import document_of_text
from botilbud_desktop.domain.text.markup import TooMuchMarkupError
from botilbud_desktop.storage.sources.quoted import without_earlier
from botilbud_desktop.storage.sources.text_file import NoTextError, decoded_text

_MOST_PARTS = 50
_LONGEST_HEADER = 2_000
_MOST_HEADER_LINES = 5_000
_MULTIPART = re.compile(rb"multipart/|message/rfc822", re.IGNORECASE)
_QUOTED = re.compile(r"^(?:> ?)+", re.MULTILINE)
_NOT_OPENED = "Vedhæftede filer læses ikke sammen med e-mailen. Gem filen, og hent den for sig."
_ABOUT = {
    "From": ("afsender", "E-mailens afsender bliver ikke til et felt i ansøgningen."),
    "Date": ("dato", "E-mailens dato bliver ikke til et felt i ansøgningen."),
}


class NoMailError(Exception):
    """The mail is damaged, or has too many parts."""


def is_mail(data: bytes) -> bool:
    """Whether bytes begin as the lines at the head of a mail do."""
    head = data[:4_000].lstrip().lower()
    names = re.findall(rb"^([a-z][a-z0-9-]{1,40}):", head, re.MULTILINE)
    return bool(names) and head.startswith(names[0]) and len({b"from", b"date", b"subject", b"to"} & set(names)) >= 2


def mail_document(data: bytes) -> Document:
    """Returns the text of a mail, with its subject as the first paragraph.

    Raises:
        NoMailError: it cannot be read.
    """
    if len(_MULTIPART.findall(data)) > _MOST_PARTS or data.partition(b"\n\n")[0].count(b"\n") > _MOST_HEADER_LINES:
        raise NoMailError
    try:
        message = message_from_bytes(data)
        parts = list(_parts(message))
    except (MessageError, LookupError, ValueError, TypeError, RecursionError, AttributeError) as error:
        raise NoMailError from error
    body, kind = _body(parts)
    left_out = [
        LeftOut(place, text, why)
        for name, (place, why) in _ABOUT.items()
        if (text := _header(_raw(message, name.casefold())))
    ]
    left_out += [LeftOut("vedhæftet fil", name, _NOT_OPENED) for part in parts if (name := _file_name(part))]
    document = _document(body, kind)
    subject = _header(_raw(message, "subject"))
    quoted = [number for number, line in enumerate(body.splitlines(), 1) if kind == "text/plain" and line[:1] == ">"]
    blocks, earlier = without_earlier(subject, document.blocks, quoted)
    about = (Paragraph(subject, "emne"),) if subject else ()
    return Document((*about, *blocks), (*left_out, *document.left_out, *earlier))


def _parts(message: Message) -> Iterator[Message]:
    """Yields the parts that hold something. A mail within a mail is an attached file."""
    if message.get_content_maintype() != "multipart":
        yield message
        return
    for part in message.get_payload():
        if isinstance(part, Message):
            yield from _parts(part)


def _body(parts: list[Message]) -> tuple[str, str]:
    """Returns the text that a reader sees: that with markup where there are both, for it has the tables."""
    texts = {part.get_content_type(): part for part in reversed(parts) if not _file_name(part)}
    for kind in ("text/html", "text/plain"):
        if kind in texts:
            return _text(texts[kind]), kind
    return "", "text/plain"


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset() or ""
    try:
        return data.decode(charset, "replace") if charset else decoded_text(data)
    except (LookupError, ValueError, NoTextError):
        return data.decode("cp1252", "replace")


def _document(body: str, kind: str) -> Document:
    if kind == "text/html":
        try:
            return document_of_html(body)
        except TooMuchMarkupError as error:
            raise NoMailError from error
    return document_of_text(_QUOTED.sub("", body))


def _file_name(part: Message) -> str:
    """Returns the name of an attached file; "" for a part that is none."""
    try:
        name = part.get_filename() or ""
    except (MessageError, LookupError, ValueError, TypeError):
        name = "?"
    if name:
        return _header(name)
    if part.get_content_disposition() == "attachment":
        return "uden navn"
    return "" if part.get_content_maintype() == "text" else f"uden navn ({part.get_content_type()})"


def _raw(message: Message, name: str) -> str:
    """Returns a header as it stands; letters that no rule allows there are those of UTF-8 or Windows."""
    text = next((str(value) for key, value in message.raw_items() if key.casefold() == name), "")
    try:
        return decoded_text(text.encode("ascii", "surrogateescape"))
    except (UnicodeError, NoTextError):
        return text


def _header(value: str) -> str:
    """Returns a header as people read it."""
    short = value[:_LONGEST_HEADER]
    try:
        return " ".join(str(make_header(decode_header(short))).split())
    except (MessageError, LookupError, ValueError):
        return " ".join(short.split())
