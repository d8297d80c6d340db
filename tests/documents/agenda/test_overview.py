"""The overview: every fact of the collection's table and of the rules, in tables that fit an upright page."""

import pytest

from botilbud_desktop.documents.agenda.papers import papers_of
from botilbud_desktop.documents.agenda.projects import GROUPS
from botilbud_desktop.documents.agenda.weighed import weighting_title
from botilbud_desktop.documents.collection.columns import (
    COORDINATION,
    CRITERIA,
    ERRORS,
    MUNICIPALITY,
    NOTE,
    PROJECT,
    columns_of,
)
from botilbud_desktop.documents.notes.blocks import NOTHING, Heading, Table
from botilbud_desktop.documents.notes.page import TEXT_WIDTH
from botilbud_desktop.domain.application import DailyRate, RateTime
from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.collection.source import Source
from botilbud_desktop.domain.model import replace
from botilbud_desktop.rules.collection.collecting import collect
from botilbud_desktop.rules.collection.records import Collection
from tests.documents.agenda.samples import AALBORG, THISTED, THREE, blocks_of, collection, papers, tables, texts
from tests.faults.hostile_texts import TEXTS, mixed
from tests.other_rounds import OTHERS, draft_of, other_round
from tests.rules.samples import EMPTY_APPLICATION, EMPTY_PROJECT, TODAY

ELSEWHERE = {MUNICIPALITY, PROJECT, CRITERIA, ERRORS, COORDINATION, NOTE}
"""Columns that stand first in all tables, or have a table of their own."""


def test_every_column_of_the_collection_is_in_one_of_the_tables() -> None:
    undated = DailyRate(label="", lowest=1, highest=2, when=None)
    found = collection(replace(AALBORG, projects=(replace(AALBORG.projects[0], daily_rates=(undated,)),)))
    shown = {column.spoken for column in columns_of(found) if column.name not in ELSEWHERE}
    in_tables = {
        column.title
        for group in GROUPS
        for table in tables(blocks_of(papers(found).annexes[0]), group.title)
        for column in table.columns
    }
    assert shown <= in_tables


OF_OTHER_ROUNDS = [
    collect([Source("a.botilbud", draft_of(round_id), other_round(round_id))], (), TODAY) for round_id in OTHERS
]


@pytest.mark.parametrize("found", [THREE, collection(mixed(TEXTS), AALBORG), *OF_OTHER_ROUNDS])
def test_each_table_fits_on_an_upright_page(found: Collection) -> None:
    assert found.round is not None
    blocks = blocks_of(papers_of(found, Agenda(), found.round, TODAY).annexes[0])
    for block in blocks:
        if isinstance(block, Table):
            assert sum(column.wish.least for column in block.columns) <= TEXT_WIDTH
            assert {len(row) for row in block.rows} == {len(block.columns)}
            assert len(block.total) in (0, len(block.columns))


def test_each_project_and_the_application_without_any_is_a_row_of_each_table() -> None:
    for group in GROUPS:
        for table in tables(blocks_of(papers().annexes[0]), group.title):
            assert [row[0] for row in table.rows] == ["1", "2a", "2b", "3"]
            assert table.rows[3][1:3] == ("Kommune ikke angivet", "Ingen projekter")


def test_the_years_loans_are_told_against_the_pool() -> None:
    said = list(texts(blocks_of(papers().annexes[0])))
    assert "For 2025 søges der om lån på 22.900, svarende til ca. 3,8 pct. af puljen på 600.000." in said
    assert "Alle beløb er i hele 1.000 kr. 1 projekt har intet lånebeløb og tæller 0." in said


def test_what_projects_say_to_a_weighting_criterion_stands_together_and_once() -> None:
    overview = blocks_of(papers().annexes[0])
    for item in THREE.applications[0].projects[0].weighting.items:
        rows = [row for table in tables(overview, f"Vægtning: {weighting_title(item)}") for row in table.rows]
        assert len({row[1] for row in rows}) == len(rows)
        assert {number for row in rows for number in row[0].split(", ")} <= {"1", "2a", "2b"}


def test_no_long_sentence_of_the_elaboration_is_said_twice_of_one_point() -> None:
    many = collection(*(replace(EMPTY_APPLICATION, projects=(EMPTY_PROJECT, EMPTY_PROJECT)) for _ in range(3)))
    for block in blocks_of(papers(many).annexes[0]):
        if isinstance(block, Table) and block.title.startswith(("Kriterium: ", "Vægtning: ")):
            cells = [row[-1] for row in block.rows]
            assert len({*cells}) == len(cells)


def test_what_a_meeting_needs_stands_before_what_it_may_look_up() -> None:
    headings = [
        block.text for block in blocks_of(papers().annexes[0]) if isinstance(block, Heading) and block.level == 2
    ]
    assert headings == [
        "Lån og pladser i alt",
        "Projekterne",
        "Ministeriets kriterier",
        "KKR’s bemærkninger",
        "Uddybning",
    ]


def test_the_outcomes_of_all_projects_stand_side_by_side() -> None:
    (table,) = tables(blocks_of(papers().annexes[0]), "Resultat")
    assert [column.title for column in table.columns[3:]] == ["1", "2", "3", "4", "5", "6"]
    assert [row[6:8] for row in table.rows] == [
        ("Vurderes", "Mangler"),
        ("Opfyldt", "Opfyldt"),
        ("Opfyldt", "Opfyldt"),
        (NOTHING, NOTHING),
    ]


def test_each_criterion_stands_with_its_outcomes_and_reasons() -> None:
    (table,) = tables(blocks_of(papers().annexes[0]), "Kriterium: 5. 25 pct. til andre kommuner")
    assert [row[:2] for row in table.rows] == [("Mangler oplysninger", "1"), ("Opfyldt", "2a"), ("Opfyldt", "2b")]


def test_rates_and_coordination_stand_at_their_project() -> None:
    rates = (DailyRate(label="", lowest=1_900, highest=2_300, when=RateTime.EXPECTED),)
    project = replace(THISTED.projects[0], daily_rates=rates, coordination=None, coordination_note="")
    blocks = blocks_of(papers(collection(replace(THISTED, projects=(project,)))).annexes[0])
    (rated,) = tables(blocks, "Bruttoudgift og takster")
    assert rated.rows[0][-2:] == ("Ikke angivet", "1.900–2.300")
    (coordinated,) = tables(blocks, "Koordinering")
    assert coordinated.rows[0][-2:] == ("Ikke angivet", "")


def test_without_projects_there_is_still_an_overview() -> None:
    said = list(texts(blocks_of(papers(collection(EMPTY_APPLICATION)).annexes[0])))
    assert "Der er ingen projekter i ansøgningerne." in said
    assert NOTHING in said


def test_no_cell_is_a_dash_which_is_seen_but_not_heard() -> None:
    shown = [block for annex in papers().annexes for block in blocks_of(annex) if isinstance(block, Table)]
    cells = [cell for table in shown for row in (*table.rows, table.total) for cell in row]
    assert len(cells) > 100
    assert not [cell for cell in cells if cell.strip() in ("-", "–", "—")]
