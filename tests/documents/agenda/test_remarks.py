"""The table for the KKR's own remarks."""

from botilbud_desktop.documents.notes.blocks import NOTHING, Table
from botilbud_desktop.domain.collection.agenda import Agenda, ProjectRemark
from tests.documents.agenda.samples import AALBORG, THREE, blocks_of, papers, tables

FIRST, SECOND = (project.id for project in AALBORG.projects)


def remarked(file: str = "2.botilbud") -> Table:
    remark = ProjectRemark(application=AALBORG.id, file=file, project=SECOND, text=" KKR bakker op.\nEnstemmigt. ")
    (table,) = tables(blocks_of(papers(THREE, Agenda(remarks=(remark,))).annexes[0]), "KKR’s bemærkninger")
    return table


def test_a_remark_stands_at_its_project_and_others_leave_room() -> None:
    assert [(row[0], row[1], row[3]) for row in remarked().rows] == [
        ("1", "Thisted", NOTHING),
        ("2a", "Aalborg", NOTHING),
        ("2b", "Aalborg", "KKR bakker op.\nEnstemmigt."),
        ("3", "Kommune ikke angivet", NOTHING),
    ]
    assert remarked().least_height > 40


def test_a_remark_on_a_copy_in_another_file_does_not_stand_here() -> None:
    assert all(row[3] == NOTHING for row in remarked("kopi.botilbud").rows)
