"""Reads labels with their values: the fields of the form, of the program's own notes, and what people call them."""

import re

from botilbud_desktop.domain.application import Origin, PlaceGroup
from botilbud_desktop.domain.choice_wording import BUILDINGS, COORDINATIONS
from botilbud_desktop.domain.document_import.account.facts import Fact
from botilbud_desktop.domain.document_import.account.ledger import Ledger
from botilbud_desktop.domain.document_import.account.wording import YEARS_OF_COST
from botilbud_desktop.domain.document_import.rows.answers import answer_in, no_answer
from botilbud_desktop.domain.document_import.rows.labels import LabelledField, field_of_label
from botilbud_desktop.domain.document_import.structure.dividing import Divided, Role, Spot
from botilbud_desktop.domain.facts.municipalities import codes_of
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.amount_cells import plain_amount, states_unit
from botilbud_desktop.domain.table_import.units import units_in, without_unit_behind
from botilbud_desktop.domain.text.sentences import enumerated
from botilbud_desktop.domain.text.typed_text import tidy
from botilbud_desktop.domain.values.amounts import is_in_kroner
from botilbud_desktop.domain.values.email_addresses import parse_addresses
from botilbud_desktop.domain.web_form.field_kind import IN_A_PROJECT, FieldKind, kind_of, year_of

_NOT_STATED = "ikke angivet"
_OTHER_WORDS = "Skemaet spørger, hvornår projektet er afsluttet, og her står det med andre ord."
_SUM = "Rækken er en sum."
NO_UNIT = "Enheden er ikke skrevet. Beløbet er læst i hele 1.000 kr."
_SHARE_OF = "Enheden er ikke skrevet. Er det procent eller et antal pladser?"
_PER_CENT = re.compile(r"%|\bpct\b|procent", re.IGNORECASE)
_SHARE_LABEL = re.compile(r"andel\b", re.IGNORECASE)
_MORE_THAN_NAMES = "Der står andet end navne."


def read_pairs(ledger: Ledger, divided: Divided, round_: Round) -> None:
    """Reads all rows whose first cell is a known label."""
    for index, line in enumerate(ledger.lines):
        spot = divided.spots[index]
        if spot.role is Role.CONTENT and spot.row is None and line.is_row and ledger.is_open(index):
            _row(ledger, index, spot, round_)


def _row(ledger: Ledger, index: int, spot: Spot, round_: Round) -> None:
    line = ledger.lines[index]
    first, *others = line.filled
    label = line.cells[first]
    value = line.cells[others[0]] if others else ""
    if len(line.filled) == 2 and tidy(value) == _NOT_STATED:
        ledger.close(index)  # a question that the program's own note has no answer to
        return
    found = field_of_label(label, value, spot, round_) if len(line.filled) <= 2 else None
    if found is None:
        if re.search(r"\bi alt\b", label) and len(line.filled) == 2 and "lån" in label.casefold():
            ledger.leave(index, _SUM)
        return
    if others:
        _field(ledger, index, spot.project, found, value, round_)
    ledger.close(index)


def _field(ledger: Ledger, index: int, project: int | None, found: LabelledField, value: str, round_: Round) -> None:
    line = ledger.lines[index]
    if (why := no_answer(value)) is not None:
        ledger.leave(index, why, line.text)
        return
    if not found.path.startswith(IN_A_PROJECT):
        _of_application(ledger, index, found.path, value, round_)
        return
    field, kind = found.path.removeprefix(IN_A_PROJECT), kind_of(found.path)
    if project is None:
        ledger.leave(index, "Der står ikke, hvilket projekt det gælder.", line.text)
        return
    if kind.is_text:
        chosen = _chosen(field, value, round_)
        if chosen is None:
            ledger.leave(index, "Svaret er ikke et af dem, som feltet har.", line.text)
        else:
            ledger.add(Fact(project, field, chosen, line.place, is_sure=True))
        return
    units = units_in(line.label)
    unit = units[0] if len(units) == 1 else None
    answer = answer_in(value, found.path, round_, unit)
    if answer.value is None:
        ledger.leave(index, answer.remark, line.text)
        return
    if kind is FieldKind.EXPANSION and isinstance(answer.value, int):
        group = PlaceGroup(
            year=int(year_of(found.path)), legal_basis=round_.usual_basis, origin=Origin.NEW, count=answer.value
        )
        ledger.add(Fact(project, "places", group, line.place, answer.is_sure, answer.remark, is_total=True))
        return
    doubt = _doubt(kind, found, line.label, value, has_unit=bool(units), years=enumerated(round_.year_keys))
    remark = " ".join(filter(None, (answer.remark, doubt)))
    ledger.add(Fact(project, field, answer.value, line.place, answer.is_sure and not doubt, remark))


def _doubt(kind: FieldKind, found: LabelledField, label: str, value: str, *, has_unit: bool, years: str) -> str:
    """Returns what is doubtful about an amount whose label people wrote themselves."""
    is_bare_share = kind is FieldKind.SHARE and not _PER_CENT.search(f"{label} {value}")
    if found.is_own and not (is_bare_share and _SHARE_LABEL.match(label)):
        return ""
    doubts = []
    if kind in (FieldKind.LOAN, FieldKind.AMOUNT) and not has_unit and not tells_unit(value):
        doubts.append(NO_UNIT)
    if is_bare_share:
        doubts.append(_SHARE_OF)
    if kind is FieldKind.AMOUNT:
        doubts.append(YEARS_OF_COST.format(years=years))
    if kind is FieldKind.DATE:
        doubts.append(_OTHER_WORDS)
    return " ".join(doubts)


def tells_unit(amount: str) -> bool:
    """Whether an amount tells its own unit: `22,9 mio. kr.`, `22.900.000 kr.`."""
    plain = plain_amount(amount)
    return states_unit(plain) or is_in_kroner(plain) or without_unit_behind(amount)[1] is not None


def _of_application(ledger: Ledger, index: int, path: str, value: str, round_: Round) -> None:
    line = ledger.lines[index]
    match path:
        case "applicant.municipality_code":
            codes = list(codes_of(value, round_.municipalities))
            if len(codes) != 1:
                ledger.leave(index, "Kommunen er ikke kendt.", line.text)
                return
            ledger.add(Fact(None, path, codes[0], line.place, is_sure=True))
        case "contacts.emails":
            ledger.add(Fact(None, path, parse_addresses(value), line.place, is_sure=True))
        case "contacts.names" if re.search(r"[0-9@]", value):
            ledger.add(Fact(None, path, value, line.place, is_sure=False, remark=_MORE_THAN_NAMES))
        case _:
            ledger.add(Fact(None, path, value, line.place, is_sure=True))


def _chosen(field: str, value: str, round_: Round) -> object | None:
    """Returns the value of a text or a choice, or None when it is none of the choices."""
    if field == "building":
        return next((code for code, words in BUILDINGS.items() if tidy(words) == tidy(value)), None)
    if field == "coordination":
        return next((code for code, words in COORDINATIONS.items() if tidy(words) == tidy(value)), None)
    if field == "partners":
        return partner_codes(value, round_)
    return value


def partner_codes(text: str, round_: Round) -> tuple[str, ...] | None:
    """Returns the codes of municipalities named with commas and `og` between them; None when one is not known."""
    by_name = {name: each.code for each in round_.municipalities for name in (each.official_name, each.name)}
    unknown = re.compile(r"ukendt kommune \(([0-9]{3})\)")
    names = [name.strip() for name in re.split(r", | og ", text) if name.strip()]
    codes = [by_name.get(name) or (found[1] if (found := unknown.fullmatch(name)) else None) for name in names]
    return None if None in codes else tuple(code for code in codes if code)
