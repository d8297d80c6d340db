"""Proposes a draft from what a document tells: values with their places, and all that became none."""

from collections.abc import Sequence
from functools import partial
from itertools import accumulate

from botilbud_desktop.domain.document_import.account.assembling import assembled
from botilbud_desktop.domain.document_import.account.ledger import Ledger
from botilbud_desktop.domain.document_import.account.totals import without_totals
from botilbud_desktop.domain.document_import.blocks import Document, LeftOut
from botilbud_desktop.domain.document_import.proposal import Proposal
from botilbud_desktop.domain.document_import.prose.reading import read_prose
from botilbud_desktop.domain.document_import.rows.cost_tables import read_cost_tables
from botilbud_desktop.domain.document_import.rows.form_tables import read_form_tables
from botilbud_desktop.domain.document_import.rows.labels import labelled_field
from botilbud_desktop.domain.document_import.rows.letter_head import read_letter_head
from botilbud_desktop.domain.document_import.rows.naming import read_names
from botilbud_desktop.domain.document_import.rows.own_tables import read_own_tables
from botilbud_desktop.domain.document_import.rows.pairs import read_pairs
from botilbud_desktop.domain.document_import.rows.schedule import read_schedule
from botilbud_desktop.domain.document_import.rows.sheet import SheetReader
from botilbud_desktop.domain.document_import.rows.texts import take_texts
from botilbud_desktop.domain.document_import.rows.year_columns import read_year_columns
from botilbud_desktop.domain.document_import.structure.dividing import Role, divided
from botilbud_desktop.domain.document_import.structure.labelled import labelled
from botilbud_desktop.domain.document_import.structure.lines import lines_of
from botilbud_desktop.domain.document_import.structure.ministry_words import WHY as MINISTRYS
from botilbud_desktop.domain.document_import.structure.ministry_words import is_ministrys
from botilbud_desktop.domain.document_import.structure.own_text import own_text_as_rows, without_appendix, without_head
from botilbud_desktop.domain.document_import.structure.wrapping import unwrapped
from botilbud_desktop.domain.municipality import Municipality
from botilbud_desktop.domain.round import Round

MOST_LINES = 4_000
"""Further lines are left out: some eighty pages."""
MOST_CHARACTERS = 500_000
"""Nor is more text read: a long document takes seconds."""
_TOO_MANY = "Der læses højst 4.000 linjer og 500.000 tegn."


def propose(document: Document, round_: Round, municipalities: Sequence[Municipality]) -> Proposal:
    """Returns what a document tells of an application to a round.

    Every row and paragraph is a value, part of one, a heading, or left out with the reason.
    """
    every, appendix = without_appendix(lines_of(document))
    every, head = without_head(every)
    most = _most_read([len(line.text) for line in every])
    lines = unwrapped(own_text_as_rows(every[:most], round_), round_)
    ledger = Ledger(labelled(lines, round_, partial(_is_own_label, round_)))
    names = read_form_tables(ledger, round_)
    parts = divided(ledger.lines, round_, names)
    for index, spot in enumerate(parts.spots):
        if spot.role is Role.HEADING:
            ledger.close(index)
    for index, line in enumerate(ledger.lines):
        if not line.is_row and ledger.is_open(index) and is_ministrys(line.text, round_):
            ledger.leave(index, MINISTRYS)
    own = read_own_tables(ledger, parts, round_)
    read_letter_head(ledger, parts)
    read_schedule(ledger, parts, round_)
    read_year_columns(ledger, parts, round_)
    read_cost_tables(ledger, parts, round_)
    read_pairs(ledger, parts, round_)
    SheetReader(ledger, parts, round_).read()
    understood = read_prose(ledger, parts, round_, municipalities, own)
    read_names(ledger, parts, round_)
    take_texts(ledger, parts, round_, understood)
    facts, totals = without_totals(ledger.facts_in_order(), round_)
    beyond = [LeftOut(line.place, line.text, _TOO_MANY) for line in every[most:]]
    return Proposal(assembled(facts), (*document.left_out, *head, *ledger.left_out(), *totals, *beyond, *appendix))


def _most_read(lengths: Sequence[int]) -> int:
    """Returns how many of the first lines are read."""
    sums = accumulate(lengths)
    return next(
        (number for number, total in enumerate(sums) if number >= MOST_LINES or total > MOST_CHARACTERS), len(lengths)
    )


def _is_own_label(round_: Round, label: str, value: str) -> bool | None:
    found = labelled_field(label, value, round_)
    return None if found is None else found.is_own
