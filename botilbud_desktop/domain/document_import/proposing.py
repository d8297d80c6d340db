"""Proposes a draft from what a document tells: values with their places, and all that became none."""

from collections.abc import Sequence

from botilbud_desktop.domain.document_import.account.assembling import assembled
from botilbud_desktop.domain.document_import.account.ledger import Ledger
from botilbud_desktop.domain.document_import.account.totals import without_totals
from botilbud_desktop.domain.document_import.blocks import Document
from botilbud_desktop.domain.document_import.proposal import Proposal
from botilbud_desktop.domain.document_import.prose.reading import read_prose
from botilbud_desktop.domain.document_import.rows.cost_tables import read_cost_tables
from botilbud_desktop.domain.document_import.rows.form_tables import read_form_tables
from botilbud_desktop.domain.document_import.rows.labels import is_label
from botilbud_desktop.domain.document_import.rows.letter_head import read_letter_head
from botilbud_desktop.domain.document_import.rows.naming import read_names
from botilbud_desktop.domain.document_import.rows.own_tables import read_own_tables
from botilbud_desktop.domain.document_import.rows.pairs import read_pairs
from botilbud_desktop.domain.document_import.rows.schedule import read_schedule
from botilbud_desktop.domain.document_import.rows.sheet import SheetReader
from botilbud_desktop.domain.document_import.rows.texts import take_texts
from botilbud_desktop.domain.document_import.structure.dividing import Role, divided
from botilbud_desktop.domain.document_import.structure.labelled import labelled
from botilbud_desktop.domain.document_import.structure.lines import lines_of
from botilbud_desktop.domain.document_import.structure.wrapping import unwrapped
from botilbud_desktop.domain.municipality import Municipality
from botilbud_desktop.domain.round import Round


def propose(document: Document, round_: Round, municipalities: Sequence[Municipality]) -> Proposal:
    """Returns what a document tells of an application to a round.

    Every row and paragraph is a value, part of one, a heading, or left out with the reason.
    """
    lines = unwrapped(lines_of(document), round_)
    ledger = Ledger(labelled(lines, round_, lambda label, value: is_label(label, value, round_)))
    names = read_form_tables(ledger, round_)
    parts = divided(ledger.lines, round_, names)
    for index, spot in enumerate(parts.spots):
        if spot.role is Role.HEADING:
            ledger.close(index)
    own = read_own_tables(ledger, parts, round_)
    read_letter_head(ledger, parts)
    read_schedule(ledger, parts, round_)
    read_cost_tables(ledger, parts, round_)
    read_pairs(ledger, parts, round_)
    SheetReader(ledger, parts, round_).read()
    understood = read_prose(ledger, parts, round_, municipalities, own)
    read_names(ledger, parts, round_)
    take_texts(ledger, parts, round_, understood)
    facts, totals = without_totals(ledger.facts, round_)
    return Proposal(assembled(facts), (*document.left_out, *ledger.left_out(), *totals))
