"""The workbook of a collection with an agenda: its order and numbers, its annexes, and the KKR's remarks."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from botilbud_desktop.documents.collection_files import WRITERS, Making
from botilbud_desktop.documents.excel.collection import make_collection_workbook
from botilbud_desktop.domain.collection.agenda import Agenda, AgendaEntry, ProjectRemark
from botilbud_desktop.domain.model import replace
from botilbud_desktop.rules.collection.records import Collection
from tests.documents.agenda.samples import AALBORG, AGENDA, THISTED, THREE, attached, papers, with_attachments
from tests.faults.hostile_texts import TEXTS
from tests.rules.samples import ROUND, TODAY

LAST = AALBORG.projects[1]


def remark(text: str) -> ProjectRemark:
    return ProjectRemark(application=AALBORG.id, file="2.botilbud", project=LAST.id, text=text)


def made_of(found: Collection, agenda: Agenda | None, today: date = TODAY) -> dict[str, Sequence[Sequence[object]]]:
    book = CalamineWorkbook.from_filelike(BytesIO(make_collection_workbook(found, today, agenda)))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def test_the_item_the_annexes_with_both_numbers_and_the_remarks_are_on_a_sheet() -> None:
    cells = made_of(THREE, replace(AGENDA, remarks=(remark("  KKR anbefaler projektet.\n"),)))["Dagsorden"]
    assert [row[:2] for row in cells[2:4]] == [["Punkt", "3.5"], ["Titel", "Lånepulje til botilbud"]]
    assert cells[4] == ["Nr.", "Bilag", "Kommune", "Projekt eller bilag", "KKR’s bemærkning"]
    annexes = papers().annexes
    assert [tuple(row[:3]) for row in cells[5:]] == [(each.number, each.place, each.municipality) for each in annexes]
    assert [f"{row[2]}, {row[3]}" if row[2] else row[3] for row in cells[5:]] == [each.title for each in annexes]
    told = {str(row[0]): row[4] for row in cells[5:] if row[4]}
    (last,) = [each.number for each in annexes if LAST.name in each.title]
    assert told == {last: "KKR anbefaler projektet."}


def test_an_only_project_has_its_remark_at_its_application_and_attached_files_have_none() -> None:
    found = with_attachments(attached("referat.pdf", THISTED.projects[0]), application=THISTED)
    only = ProjectRemark(application=THISTED.id, file="1.botilbud", project=THISTED.projects[0].id, text="Godt.")
    rows = made_of(found, Agenda(remarks=(only,)))["Dagsorden"][5:]
    assert [(row[0], row[1], row[4]) for row in rows] == [("", 1, ""), ("1", 2, "Godt."), ("1a", 3, "")]


def test_without_a_number_or_a_title_that_is_told_and_the_title_is_the_rounds() -> None:
    cells = made_of(THREE, Agenda())["Dagsorden"]
    assert [row[:2] for row in cells[2:4]] == [["Punkt", "Ikke angivet"], ["Titel", ROUND.short_title]]


def test_that_annexes_have_one_number_is_told_above_them() -> None:
    doubled = Agenda(entries=(AgendaEntry(application=THISTED.id, file="1.botilbud", number="2"),))
    for agenda, is_told in ((AGENDA, False), (doubled, True)):
        cells = made_of(THREE, agenda)["Dagsorden"]
        assert ("Flere bilag har samme nummer: 2." in {row[0] for row in cells}) is is_told


def test_the_projects_stand_in_the_agendas_order_with_their_numbers_first() -> None:
    entries = (
        AgendaEntry(application=AALBORG.id, file="2.botilbud", number="7"),
        AgendaEntry(application=THISTED.id, file="1.botilbud"),
    )
    cells = made_of(THREE, Agenda(entries=entries))["Projekter"]
    (heading,) = [number for number, row in enumerate(cells) if row[0] == "Nr."]
    rows = [row[:2] for row in cells[heading + 1 :]]
    assert [row[0] for row in rows] == ["7a", "7b", "2", "3", "I alt"]
    assert [row[1] for row in rows] == ["Aalborg", "Aalborg", "Thisted", "Kommune ikke angivet", ""]
    assert "Nr." not in {row[0] for row in made_of(THREE, None)["Projekter"]}
    assert "Dagsorden" not in made_of(THREE, None)


def test_the_writers_give_the_workbook_the_agenda() -> None:
    making = Making(TODAY, Path())
    assert WRITERS[".xlsx"].make(THREE, AGENDA, ROUND, making) == make_collection_workbook(THREE, TODAY, AGENDA)
    assert WRITERS[".xlsx"].make(THREE, None, ROUND, making) == make_collection_workbook(THREE, TODAY)


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_texts_of_the_agenda_are_texts(text: str) -> None:
    entries = (AgendaEntry(application=THISTED.id, file="1.botilbud", number=text[:12]),)
    hostile = Agenda(item=text[:12], title=text[:200], entries=entries, remarks=(remark(text[:10_000]),))
    made, plain = (make_collection_workbook(THREE, TODAY, each) for each in (hostile, AGENDA))
    with ZipFile(BytesIO(made)) as archive, ZipFile(BytesIO(plain)) as harmless:
        assert archive.namelist() == harmless.namelist()
        for name in archive.namelist():
            parts = archive.read(name), harmless.read(name)
            assert parts[0].count(b"<f>") == parts[1].count(b"<f>"), name
            assert b"<hyperlink" not in parts[0]
