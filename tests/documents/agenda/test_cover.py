"""The first page of the papers: what they are, and what is doubtful."""

import pytest

from botilbud_desktop.documents.notes.blocks import Pairs
from botilbud_desktop.domain.application import Applicant
from botilbud_desktop.domain.collection.agenda import Agenda, AgendaEntry
from botilbud_desktop.domain.collection.source import LeftOut
from botilbud_desktop.domain.model import replace
from botilbud_desktop.rules.collection.records import Collection
from tests.documents.agenda.samples import AALBORG, THISTED, THREE, collection, papers, tables, texts
from tests.documents.samples import COMPLETE


def about(found: Collection, agenda: Agenda | None = None) -> dict[str, str]:
    pairs = next(block for block in papers(found, agenda or Agenda()).cover if isinstance(block, Pairs))
    return dict(pairs.pairs)


def test_the_first_page_tells_the_item_the_round_the_day_and_how_much_there_is() -> None:
    assert about(THREE, Agenda(item=" 3.5 ")) == {
        "Dagsordenspunkt": "3.5",
        "Ansøgningsrunde": "Lånepulje til botilbud 2025-26",
        "Region": "Region Nordjylland",
        "Dato": "3. maj 2024",
        "Omfang": "3 ansøgninger med 3 projekter",
        "Status": "Kladde: 3",
    }


def test_the_kkr_is_told_where_all_are_of_the_same() -> None:
    assert about(collection(THISTED, AALBORG))["KKR"] == "KKR Nordjylland"
    other = replace(THISTED, applicant=Applicant(municipality_code="101"))
    found = about(collection(other, AALBORG))
    assert "KKR" not in found
    assert found["Regioner"] == "Region Hovedstaden og Region Nordjylland"


def test_the_head_has_the_item_and_the_title_and_else_that_of_the_round() -> None:
    assert papers(agenda=Agenda(item="3.5", title="Lånepulje")).head == "3.5 Lånepulje"
    assert papers(agenda=Agenda()).head == "Lånepulje til botilbud 2025-26"
    assert papers(agenda=Agenda(item="3\n.5", title="x" * 200)).head == f"3 .5 {'x' * 200}"


def test_what_is_left_out_stands_with_its_reason() -> None:
    (table,) = tables(papers().cover, "Ikke med")
    assert list(table.rows) == [("gammel.botilbud", "Filen kan ikke læses.")]
    assert "1 fil er ikke med i ansøgningerne og summerne:" in list(texts(papers().cover))


def test_of_a_damaged_file_papers_tell_no_programmers_words() -> None:
    broken = "Filen »a«b« kan ikke åbnes: En tekst mangler sit sidste anførselstegn (linje 62, tegn 22)."
    wrong = "Filen »a.botilbud« kan ikke åbnes: Der skal stå et helt tal (projects[0].loan.2025)."
    newer = (
        "Filen »a.botilbud« kan ikke åbnes: Den er lavet med en nyere version af programmet, "
        "som it-afdelingen skal installere (format)."
    )
    left_out = [LeftOut("a", why) for why in (broken, wrong, newer)]
    (table,) = tables(papers(collection(AALBORG, left_out=left_out)).cover, "Ikke med")
    assert [row[1] for row in table.rows[:2]] == ["Filen er beskadiget eller kom ikke helt med."] * 2
    assert "som it-afdelingen skal installere" in table.rows[2][1]


def test_a_copy_that_is_left_out_is_told_by_its_municipality() -> None:
    found = papers(collection(AALBORG, replace(AALBORG, case_number="2"), AALBORG))
    rows = [row for table in tables(found.cover, "Ikke med") for row in table.rows]
    assert ("Aalborg", "Den samme ansøgning er talt med fra en anden fil.") in rows


def test_what_the_reading_was_not_sure_of_is_no_file_that_is_left_out() -> None:
    why = "Mappen »syd« er ikke læst: Adgang nægtet. Det vides ikke, om der er kladder i den."
    folder = LeftOut("syd", why, is_folder=True)
    cover = papers(collection(AALBORG, left_out=[folder])._replace(warnings=("Her er flere kladder.",))).cover
    told = list(texts(cover))
    assert {"Forbehold", folder.why, "Her er flere kladder."} <= set(told)
    assert tables(cover, "Ikke med") == []
    assert not any("ikke med" in text for text in told)


def test_without_doubts_nothing_is_said_of_them() -> None:
    assert "Forbehold" not in list(texts(papers(collection(COMPLETE)).cover))


def test_copies_that_may_count_twice_are_told_on_the_first_page_and_at_the_sums() -> None:
    changed = replace(AALBORG, description="En anden.")
    found = papers(collection(AALBORG, changed))
    told = list(texts(found.cover))
    said = "2 udgaver af kommunens ansøgning er talt med. De er forskellige, og det vides ikke, hvilken der er nyest."
    assert f"Aalborg: {said}" in told
    assert not any(".botilbud" in text for text in texts(found.cover))
    warning = "Summerne kan være for store. Måske er en ansøgning talt med mere end én gang."
    assert warning in told
    assert warning in list(texts(found.annexes[0].parts[0].make()))


@pytest.mark.parametrize(("number", "said"), [("1", "1"), ("2a", "2a")])
def test_numbers_that_two_annexes_have_are_told(number: str, said: str) -> None:
    entries = (
        AgendaEntry(application=THISTED.id, file="1.botilbud", number=number),
        AgendaEntry(application=AALBORG.id, file="2.botilbud", number="1" if number == "1" else ""),
    )
    found = papers(collection(THISTED, AALBORG), Agenda(entries=entries))
    assert f"Flere bilag har samme nummer: {said}." in list(texts(found.cover))
