"""The annexes of an agenda: both numberings, what is in each, and what is said of its approval."""

import re

import pytest

from botilbud_desktop.documents.agenda.annexes import lower
from botilbud_desktop.documents.notes.blocks import Block, Heading
from botilbud_desktop.documents.notes.cover_note import cover_note
from botilbud_desktop.documents.notes.form import application_form
from botilbud_desktop.documents.notes.project_note import note_text
from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.collection.agenda import Agenda, AgendaEntry
from botilbud_desktop.domain.model import replace
from tests.documents.agenda.samples import (
    AALBORG,
    AGENDA,
    THISTED,
    THREE,
    all_texts,
    blocks_of,
    collection,
    papers,
    texts,
)
from tests.faults.hostile_texts import TEXTS, mixed
from tests.rules.samples import EMPTY_APPLICATION, ROUND, TODAY


def test_an_application_with_one_project_is_one_annex_and_one_with_two_is_three() -> None:
    first, second = (project.name for project in AALBORG.projects)
    assert [annex.heading for annex in papers().annexes] == [
        "Bilag 1: Oversigt over ansøgningerne og KKR’s bemærkninger",
        f"Bilag 2 · Ansøgning 1: Thisted Kommune, {THISTED.projects[0].name}",
        "Bilag 3 · Ansøgning 2: Aalborg Kommune, notat og ansøgning",
        f"Bilag 4 · Ansøgning 2a: Aalborg Kommune, {first}",
        f"Bilag 5 · Ansøgning 2b: Aalborg Kommune, {second}",
        "Bilag 6 · Ansøgning 3: Kommune ikke angivet (3.botilbud), notat og ansøgning",
    ]


def test_the_secretariats_own_numbers_stand_in_the_annexes_on_one_short_line() -> None:
    entry = AgendaEntry(application=AALBORG.id, file="1.botilbud", number="  B\n2" + "x" * 400)
    assert [annex.number for annex in papers(collection(AALBORG), Agenda(entries=(entry,))).annexes] == [
        "",
        "B 2xxxxxxxxx",
        "B 2xxxxxxxxxa",
        "B 2xxxxxxxxxb",
    ]


def test_two_drafts_of_one_municipality_are_told_apart_by_their_files() -> None:
    other = replace(AALBORG, id="00000000-0000-4000-8000-000000000001", projects=AALBORG.projects[:1])
    headings = [annex.heading for annex in papers(collection(AALBORG, other)).annexes]
    assert sum("(1.botilbud)" in heading for heading in headings) == 3
    assert sum("(2.botilbud)" in heading for heading in headings) == 1


def test_the_approval_is_told_below_the_form_and_the_projects_and_not_below_the_note() -> None:
    for annex in papers().annexes[1:]:
        footers = [part.footer for part in annex.parts]
        code = footers[-1]
        assert "Kontrolkode" in code
        assert code.startswith("Kladde · 03.05.2024")
        assert footers in (["Notat", code], [code])


def test_a_note_in_an_agenda_has_no_date_since_the_draft_has_none() -> None:
    assert "Dato" not in [text for annex in papers().annexes for text in texts(blocks_of(annex))]


@pytest.mark.parametrize("draft", [AALBORG, THISTED, EMPTY_APPLICATION, mixed(TEXTS)])
def test_nothing_that_the_papers_of_an_application_say_is_lost(draft: Application) -> None:
    """Compares with the document of one application, apart from its titles, the date and the list of annexes."""
    said = {text for annex in papers(collection(draft)).annexes for text in texts(blocks_of(annex))}
    alone: list[Block] = [*cover_note(draft, ROUND, TODAY), *application_form(draft, ROUND)]
    for index, project in enumerate(draft.projects):
        alone += note_text(project, index, ROUND)
    assert set(texts(alone)) - said <= {"Dato", "3. maj 2024", "Ansøgningen følger efter notatet."}


def test_twenty_projects_have_annexes_to_the_letter_t() -> None:
    projects = tuple(Project(id=f"00000000-0000-4000-8000-0000000001{number:02}") for number in range(20))
    annexes = papers(collection(replace(AALBORG, projects=projects))).annexes
    assert [annex.place for annex in annexes] == list(range(1, 23))
    assert [annex.number for annex in annexes[1:4]] == ["1", "1a", "1b"]
    assert annexes[-1].number == "1t"


def test_headings_go_down_one_level_at_a_time_in_each_annex() -> None:
    for annex in papers().annexes:
        level = 1
        for block in blocks_of(annex):
            if isinstance(block, Heading):
                assert 2 <= block.level <= level + 1
                level = block.level


def test_no_heading_is_deeper_than_the_fourth_level() -> None:
    assert [block for block in lower([Heading(4, "x"), Heading(0, "y")]) if isinstance(block, Heading)] == [
        Heading(4, "x"),
        Heading(1, "y"),
    ]


def test_the_same_annex_can_be_made_twice() -> None:
    for annex in papers(THREE, AGENDA).annexes:
        assert blocks_of(annex) == blocks_of(annex)


def test_no_paper_addresses_anybody() -> None:
    words = re.compile(r"\b(du|dig|din|dit|dine|jer|jeres)\b", re.IGNORECASE)
    assert [text for text in all_texts(papers()) if words.search(text)] == []
