"""Which rows of a collection are shown, and in which order."""

from fractions import Fraction

from botilbud_desktop.documents.collection.cells import Cell, Key
from botilbud_desktop.documents.collection.columns import Column, Entry
from botilbud_desktop.domain.text.collation import search_key
from botilbud_desktop.ui.collecting.gathered.rows import Row
from botilbud_desktop.ui.collecting.table.arranging import BY_TICK, Group, Grouping, Wishes, arranged, group_cells, held


def row(municipality: str, key: Key, *, region: str = "Region Sjælland") -> Row:
    """Returns a row whose second column has this key."""
    texts = (municipality, str(key))
    told = (None, texts, (municipality, key), texts, search_key(municipality), ())
    return Row(municipality, 0, municipality, region, "SEL § 107", *told)


def _none(_entry: Entry) -> Cell:
    return Cell("", None, "")


COLUMNS = (Column("municipality", "", "", _none), Column("loan", "", "", _none, True, True))
ROWS = (row("Greve", 5), row("Køge", None), row("Århus", 12, region="Region Midtjylland"), row("Solrød", 7))


def names(wishes: Wishes) -> list[str]:
    return [
        line.title if isinstance(line, Group) else line.municipality
        for line in arranged(ROWS, wishes, {"Greve", "Køge"})
    ]


def test_numbers_sort_as_numbers_and_what_is_missing_is_last_in_both_directions() -> None:
    assert names(Wishes(column=1)) == ["Greve", "Solrød", "Århus", "Køge"]
    assert names(Wishes(column=1, is_descending=True)) == ["Århus", "Solrød", "Greve", "Køge"]
    assert names(Wishes()) == ["Greve", "Køge", "Århus", "Solrød"]


def test_rows_sort_by_what_is_counted_and_else_keep_their_order() -> None:
    assert names(Wishes(column=BY_TICK)) == ["Greve", "Køge", "Århus", "Solrød"]
    assert names(Wishes(column=BY_TICK, is_descending=True)) == ["Århus", "Solrød", "Greve", "Køge"]


def test_every_word_must_be_in_the_row() -> None:
    assert names(Wishes(words="RØ sol")) == ["Solrød"]
    assert names(Wishes(words="sol greve")) == []


def test_groups_stand_in_danish_order_and_those_without_one_last() -> None:
    rows = (*ROWS, row("Ukendt", 1, region="Ikke angivet"), row("Ærø", 2, region="Region Ø"))
    lines = arranged(rows, Wishes(grouping=Grouping.REGION, column=1), set())
    assert [line.title for line in lines if isinstance(line, Group)] == [
        "Region Midtjylland",
        "Region Sjælland",
        "Region Ø",
        "Ikke angivet",
    ]
    assert names(Wishes(region="Region Sjælland", grouping=Grouping.REGION, column=1)) == [
        "Region Sjælland",
        "Greve",
        "Solrød",
        "Køge",
    ]


def test_a_group_sums_what_is_counted_and_tells_what_it_holds() -> None:
    group = Group("Region Sjælland", (row("a", 5), row("b", Fraction(1, 2)), row("c", None), row("d", 100)))
    for counting, told in (({"a", "b", "c"}, "5,5"), ({"c"}, "–")):
        assert [cell.text for cell in group_cells(group, COLUMNS, counting)] == ["Region Sjælland", told]
    assert held(group.rows) == "4 ansøgninger, 4 projekter"
    assert held((row("a", 1), row("a", 2))) == "1 ansøgning, 2 projekter"
