"""What belongs together stands together: short tables of labels on one page, names and annexes that are told apart."""

from botilbud_desktop.documents.notes.blocks import Pairs
from botilbud_desktop.documents.word.tables import pairs_table
from tests.documents.agenda.samples import attached, blocks_of, papers, tables, with_attachments


def test_a_short_table_of_labels_is_undivided_and_a_long_one_is_not() -> None:
    assert Pairs("", [("a", "b")] * 4).is_undivided
    assert not Pairs("", [("a", "b")] * 20).is_undivided
    assert not Pairs("", [("a", "ord " * 1_000)]).is_undivided
    kept = pairs_table(Pairs("", [("a", "b"), ("c", "d")]))
    first, second = kept.split("</w:tr>")[:2]
    assert first.count("<w:keepNext/>") == 2
    assert "<w:keepNext/>" not in second


def test_two_files_of_one_kind_have_titles_of_their_own() -> None:
    found = papers(with_attachments(attached("referat 1.pdf"), attached("referat 2.pdf")))
    titles = [annex.title for annex in found.annexes if annex.attachment is not None]
    assert len(set(titles)) == 2
    assert all("referat" in title for title in titles)


def test_a_long_name_of_a_municipality_has_room_in_the_table_of_remarks() -> None:
    (table,) = tables(blocks_of(papers().annexes[0]), "KKR’s bemærkninger")
    assert table.columns[1].wish.least >= 96
