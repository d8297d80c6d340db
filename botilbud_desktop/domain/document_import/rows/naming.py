"""Takes the names of the projects: from their headings, confirmed or varied by the lists that name them again."""

import re
from collections import Counter

from botilbud_desktop.domain.document_import.account.facts import Fact
from botilbud_desktop.domain.document_import.account.ledger import Ledger
from botilbud_desktop.domain.document_import.structure.dividing import Divided, Role
from botilbud_desktop.domain.document_import.structure.names import is_same_project, project_name
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.headings import plain_words

_OF_A_NOTE = "Overskriften er læst som projektets navn."
_OTHERWISE = "Andre steder i teksten hedder det »{names}«."
_NUMBER = re.compile(r"\A[0-9]{1,2}[.)] +")
_SENTENCE_ENDS = (".", "!", "?", ":", ";")
_LONGEST = 300


def read_names(ledger: Ledger, divided: Divided, round_: Round) -> None:
    """Takes the names; headings and list items that name a project are accounted for."""
    for project, named in enumerate(divided.projects):
        has_table = named.line is None
        spelled: list[tuple[str, str]] = []
        for index, line in enumerate(ledger.lines):
            if line.is_row or not ledger.is_open(index) or len(line.text) > _LONGEST:
                continue
            is_heading = divided.spots[index].role is Role.NAME and divided.spots[index].project == project
            if divided.spots[index].role is Role.NAME and not is_heading:
                continue
            is_mention = divided.spots[index].project is None and divided.spots[index].section is None
            if not is_heading and (not is_mention or not named.name.name or line.text.endswith(_SENTENCE_ENDS)):
                continue
            name = project_name(_NUMBER.sub("", line.text) if line.is_listed else line.text).name
            is_told = not has_table
            if is_heading or (is_same_project(named.name.name, name) and (is_told or _is_alike(named.name.name, name))):
                spelled.append((name, line.place))
                ledger.close(index)
                if is_heading and has_table and _is_alike(named.name.name, name):
                    _confirm(ledger, project)
        if not has_table:
            _add(ledger, divided, project, spelled)


def _confirm(ledger: Ledger, project: int) -> None:
    """Makes the name of a row in the table of projects sure: a heading of its own tells that it is a project."""
    for position, fact in enumerate(ledger.facts):
        if fact.project == project and fact.field == "name":
            ledger.facts[position] = fact._replace(is_sure=True, remark="")


def _is_alike(name: str, other: str) -> bool:
    return plain_words(name) == plain_words(other)


def _add(ledger: Ledger, divided: Divided, project: int, spelled: list[tuple[str, str]]) -> None:
    named = divided.projects[project]
    own = plain_words(named.name.name)
    same = [name for name, _ in spelled if plain_words(name) == own]
    others = list(dict.fromkeys(name for name, _ in spelled if plain_words(name) != own))
    name = Counter(same).most_common(1)[0][0] if same else named.name.name
    places = list(dict.fromkeys(place for each, place in spelled if plain_words(each) == own))
    remark = "" if named.is_of_a_sheet else _OF_A_NOTE
    if others:
        remark = f"{remark} {_OTHERWISE.format(names='« og »'.join(others))}".strip()
    heading = ledger.lines[named.line].place if named.line is not None else ""
    source = " og ".join(dict.fromkeys((heading, *places)))
    ledger.add(Fact(project, "name", name, source, named.is_of_a_sheet and not others, remark))
