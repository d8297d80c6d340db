"""Takes the texts below headings into the fields that hold them, whole, with their length against the limit."""

from collections.abc import Collection

from botilbud_desktop.domain.document_import.account.facts import Fact
from botilbud_desktop.domain.document_import.account.ledger import Ledger
from botilbud_desktop.domain.document_import.rows.answers import IS_EMPTY, is_placeholder, no_answer
from botilbud_desktop.domain.document_import.structure.dividing import Divided, Role
from botilbud_desktop.domain.document_import.structure.lines import Line
from botilbud_desktop.domain.document_import.structure.sections import Section
from botilbud_desktop.domain.document_import.structure.texts import joined, place_of
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.figures import is_figure
from botilbud_desktop.domain.text.counting import count_characters
from botilbud_desktop.domain.text.sentences import sentences
from botilbud_desktop.domain.values.amounts import format_number

_FIELDS = {
    Section.PURPOSE: "purpose",
    Section.TARGET_GROUP: "target_group",
    Section.DESCRIPTION: "description",
    Section.SHEET_DESCRIPTION: "description",
    Section.ECONOMY: "economy_note",
    Section.COORDINATION: "coordination_note",
    Section.PRESERVATION: "preservation_reason",
}
_UNNAMED = "Teksten står uden overskrift under projektet."
_BEFORE = "Teksten står før projekterne."
_NO_FIELD = "Teksten er ikke læst ind i et felt."
_BREAKS = "Nogle af linjeskiftene kan høre til siden og ikke til teksten."
_OWN = "Ansøgningen følger efter notatet."
"""A sentence that only the program's own notes have: what stands beside it is the program's too."""
_SEVERAL = "Teksten er samlet af flere afsnit med hver sin overskrift."
_TITLE = "Overskriften er ikke et felt."
_DATE = "Notatets dato er ikke et felt."
_SHORTEST_DATE = 7
_TOO_LONG = "Teksten er på {length} tegn, og feltet har plads til {limit}."
_OF_COORDINATION = "Teksten står under en overskrift om koordinering."


def take_texts(ledger: Ledger, divided: Divided, round_: Round, understood: Collection[tuple[int, str]]) -> None:
    """Takes all lines of text that nothing else has taken; `understood` are sentences that became values."""
    is_own = any(line.text == _OWN for line in ledger.lines)
    has_common = is_own or any(spot.section is Section.COMMON for spot in divided.spots)
    groups: dict[tuple[int | None, Section | None], list[int]] = {}
    for index, spot in enumerate(divided.spots):
        line = ledger.lines[index]
        if spot.role is not Role.CONTENT or line.is_row or line.table >= 0 or not ledger.is_open(index):
            continue
        if (why := no_answer(line.text)) is not None and is_placeholder(line.text):
            ledger.leave(index, why)
            continue
        if why == IS_EMPTY:
            ledger.close(index)
            continue
        key = (spot.project, spot.section)
        if key not in groups and (why := _not_a_text(line, spot.section)):
            ledger.leave(index, why)
            continue
        groups.setdefault(key, []).append(index)
    for (project, section), indices in groups.items():
        field, doubt = _field_of(project, section)
        if doubt == _BEFORE and has_common:
            field = ""
        if field:
            between = divided.spots[indices[0] : indices[-1]]
            if section is not None and not is_own and any(spot.role is Role.HEADING for spot in between):
                doubt = f"{doubt} {_SEVERAL}".strip()
            _take(ledger, project, section, indices, round_, field, doubt, is_own=is_own)
        else:
            _leave(ledger, indices, understood)


def _not_a_text(line: Line, section: Section | None) -> str:
    """Returns why a line ahead of a text is no part of it: a title, or a date by itself."""
    if section is not None:
        return ""
    if line.level:
        return _TITLE
    return _DATE if is_figure(line.text) and len(line.text) > _SHORTEST_DATE else ""


def _leave(ledger: Ledger, indices: list[int], understood: Collection[tuple[int, str]]) -> None:
    """Leaves out the sentences that became no value, where no field has room for the text."""
    for index in indices:
        for sentence in sentences(ledger.lines[index].text).units[1:-1]:
            if (index, sentence) not in understood and not ledger.has_left(index, sentence):
                ledger.leave(index, _NO_FIELD, sentence)
        ledger.close(index)


def _take(
    ledger: Ledger,
    project: int | None,
    section: Section | None,
    indices: list[int],
    round_: Round,
    field: str,
    doubt: str,
    *,
    is_own: bool,
) -> None:
    lines = [ledger.lines[index] for index in indices]
    text = joined(lines)
    if (why := no_answer(text)) is not None and len(lines) == 1:
        ledger.leave(indices[0], why)
        return
    is_of_project = project is not None and not field.startswith(("cover_note", "description_of_all"))
    path = "description" if field == "description_of_all" else field
    known = round_.field(f"projects[].{path}" if is_of_project else path)
    remark = "" if known is None else length_remark(text, known.limit)
    if any(line.may_go_on for line in lines[:-1]):
        doubt = f"{doubt} {_BREAKS}".strip()
    is_sure = not doubt and (not remark or is_own or section is Section.SHEET_DESCRIPTION)
    said = " ".join(filter(None, (doubt, remark)))
    ledger.add(Fact(project if is_of_project else None, path, text, place_of(lines), is_sure, said))
    for index in indices:
        ledger.close(index)


def _field_of(project: int | None, section: Section | None) -> tuple[str, str]:
    """Returns the field of a text, and what is doubtful about it."""
    if section is Section.OVERALL:
        return "description_of_all", ""
    if section is Section.COMMON:
        return "cover_note.text", ""
    if project is None:
        return ("cover_note.text", _BEFORE) if section is None else ("", "")
    if section is None:
        return "description", _UNNAMED
    return _FIELDS.get(section, ""), _OF_COORDINATION if section is Section.COORDINATION else ""


def length_remark(text: str, limit: int | None) -> str:
    """Returns that a text is too long for its field, or nothing."""
    length = count_characters(text).submitted
    if limit is None or length <= limit:
        return ""
    return _TOO_LONG.format(length=format_number(length), limit=format_number(limit))
