"""The lines of the agenda's page are the annexes of its papers, number by number."""

import pytest

from botilbud_desktop.documents.agenda.annexes import annexes_of
from botilbud_desktop.documents.agenda.numbering import numbered_for_paper
from botilbud_desktop.domain.attachments.attachment import AttachmentState
from botilbud_desktop.domain.collection.agenda import Agenda, AgendaEntry
from botilbud_desktop.rules.collection.records import Collection
from botilbud_desktop.ui.collecting.agenda.annex_lines import AnnexLine, annex_lines, doubled_numbers, doubled_said
from botilbud_desktop.ui.collecting.gathered.held import assessed_again, held
from tests.documents.agenda.samples import AALBORG, AGENDA, THISTED, THREE, attached, collection, with_attachments
from tests.rules.samples import ROUND, TODAY

FILES = with_attachments(
    attached("sidst.pdf"),
    attached("tabt.pdf", state=AttachmentState.MISSING),
    attached("først.pdf", AALBORG.projects[0], AttachmentState.CHANGED),
    attached("fælles.pdf", None),
)
OTHER = Agenda(entries=(AgendaEntry(application=AALBORG.id, file="2.botilbud", number="7"),))


def lines_of(found: Collection, agenda: Agenda) -> tuple[AnnexLine, ...]:
    return annex_lines(agenda, [held(each) for each in found.applications])


@pytest.mark.parametrize("agenda", [Agenda(), AGENDA, OTHER])
@pytest.mark.parametrize("found", [THREE, FILES, collection(THISTED), collection(AALBORG)])
def test_the_list_and_the_papers_have_the_same_annexes(found: Collection, agenda: Agenda) -> None:
    annexes = annexes_of(found, numbered_for_paper(found, agenda), agenda, ROUND, TODAY)
    lines = lines_of(found, agenda)
    assert [(line.place, line.number) for line in lines] == [(annex.place, annex.number) for annex in annexes]
    assert lines[0].title == annexes[0].title
    titles = [(line.title, annex.title) for line, annex in zip(lines, annexes, strict=True) if annex.is_within]
    assert all(paper.endswith(f", {shown}") for shown, paper in titles)


def test_attached_files_come_last() -> None:
    assert [(line.number, line.title[:9], line.project is None) for line in lines_of(FILES, Agenda())[1:]] == [
        ("1", "Aalborg: ", True),
        ("1a", AALBORG.projects[0].name[:9], False),
        ("1b", AALBORG.projects[1].name[:9], False),
        ("1c", "Referat a", True),
        ("1d", "Referat a", True),
        ("1e", "Referat a", True),
    ]


@pytest.mark.parametrize("found", [THREE, FILES])
def test_what_is_held_of_a_draft_is_all_of_it(found: Collection) -> None:
    assert tuple(assessed_again([held(each) for each in found.applications], ROUND, TODAY)) == found.applications


def test_many_doubled_numbers_are_told_shortly() -> None:
    assert doubled_said(()) == ""
    assert doubled_said(["2", "3"]) == "Numrene »2« og »3« er brugt mere end én gang. Ret det i kolonnen »Nr.«."
    many = doubled_said([str(number) for number in range(8)])
    assert many.startswith("Numrene »0«, »1«, »2«, »3«, »4« og 3 numre mere er")
    assert doubled_numbers(lines_of(THREE, Agenda())) == ()
