"""The receipt (*kvittering*): the form with the internal approval, a signature line, remarks, and the particulars.

A receipt of a draft that is not approved, or was changed since, says so on every page and has no
signature line, so that it cannot be mistaken for an approval.
"""

from botilbud_desktop.documents.pdf.blocks import notice, together
from botilbud_desktop.documents.pdf.engine import Flowable, PageBreak, Spacer, TopPadder, mm
from botilbud_desktop.documents.pdf.form_body import form_contacts, form_fields, form_opening
from botilbud_desktop.documents.pdf.particulars import particulars_story
from botilbud_desktop.documents.pdf.remarks import remarks_story
from botilbud_desktop.documents.pdf.structure.flowables import as_heading
from botilbud_desktop.documents.pdf.tables import Command, Part, plain_table
from botilbud_desktop.documents.pdf.text import own_paragraph
from botilbud_desktop.documents.pdf.theme import INK, TEXT_WIDTH, THIN, Theme
from botilbud_desktop.documents.status_line import APPROVED_NOT_SENT, NOT_APPROVED, approved_lines, lapsed_lines
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.approval import valid_approval
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.results import Assessment

_NO_RECEIPT = "Dette er ikke en kvittering. Linjen til underskrift kommer med, når ansøgningen er godkendt."
_PARTICULARS_FOLLOW = "Efter skemaet følger oplysningerne bag kriterierne."
_REMARKS_FOLLOW = "Efter skemaet følger bemærkninger og oplysningerne bag kriterierne."
_GAP: float = 5 * mm
_SIGNATURE = (
    ("Dato", 29 * mm),
    ("Underskrift", 65 * mm),
    ("Navn med blokbogstaver", TEXT_WIDTH - 94 * mm - 2 * _GAP),
)
_SIGNED_BY_HAND = "Underskrives på papir"
_ROOM_TO_WRITE: float = 13 * mm


def receipt_story(application: Application, round_: Round, assessment: Assessment, theme: Theme) -> list[Flowable]:
    """Returns the form with its approval and the signature line on its last page, any remarks, and the particulars."""
    approval = valid_approval(application)
    remarks = remarks_story(application, round_, assessment, theme)
    story = [
        *form_opening(application, round_, theme),
        Spacer(1, 10),
        _status(application, round_, assessment, theme, has_remarks=bool(remarks)),
        *form_fields(application, round_, theme),
    ]
    ending = form_contacts(application, round_, theme)
    if approval is None:
        story += together(ending)
    else:
        line = _signature(theme)
        story += [*together([*ending, line])[:-1], TopPadder(line)]
    if remarks:
        story += [PageBreak(), *remarks]
    return [*story, PageBreak(), *particulars_story(application, round_, assessment, theme)]


def receipt_warning(application: Application) -> str:
    """Returns the warning on every page of a receipt without a valid approval, else empty text."""
    return "" if valid_approval(application) else NOT_APPROVED


def _status(
    application: Application, round_: Round, assessment: Assessment, theme: Theme, *, has_remarks: bool
) -> Flowable:
    """Returns the box that tells of the approval."""
    follows = _REMARKS_FOLLOW if has_remarks else _PARTICULARS_FOLLOW
    approval = valid_approval(application)
    if approval is not None:
        lines = approved_lines(application, approval, round_, assessment)
        return notice(APPROVED_NOT_SENT, [*lines, follows], theme)
    return notice(NOT_APPROVED, [*lapsed_lines(application), _NO_RECEIPT, follows], theme, attention=True)


def _signature(theme: Theme) -> Flowable:
    """Returns the lines to write on. Their heading says so: the lines themselves are only seen."""
    labels: list[Part] = []
    widths: list[float] = []
    rules: list[Command] = [
        ("SPAN", (0, 0), (-1, 0)),
        ("TOPPADDING", (0, 2), (-1, 2), 3),
        ("BOTTOMPADDING", (0, 2), (-1, 2), 2),
    ]
    for label, width in _SIGNATURE:
        if labels:
            labels.append([])
            widths.append(_GAP)
        rules.append(("LINEABOVE", (len(labels), 2), (len(labels), 2), THIN, INK))
        labels.append([own_paragraph(label, theme.quiet)])
        widths.append(width)
    nothing: list[Part] = [[] for _ in labels]
    title = as_heading([own_paragraph(_SIGNED_BY_HAND, theme.strong)], 2)
    head: list[Part] = [title, *nothing[1:]]
    return plain_table([head, nothing, labels], widths, theme, rules, heights=[None, _ROOM_TO_WRITE, None])
