"""What blocks a draft is told beside the sums, on the first page, and for each project."""

from botilbud_desktop.documents.collection.columns import ERRORS, Entry, columns_of
from botilbud_desktop.documents.collection.particulars import particulars
from botilbud_desktop.domain.application import Contacts
from botilbud_desktop.domain.model import replace
from botilbud_desktop.rules.collection.totals import summed
from tests.documents.agenda.samples import AALBORG, blocks_of, collection, papers, tables, texts
from tests.documents.samples import COMPLETE
from tests.rules.samples import ROUND

IMPOSSIBLE = replace(
    COMPLETE,
    projects=(
        replace(COMPLETE.projects[0], loan={"2025": 38_500}, gross_construction_cost=19_000),
        *COMPLETE.projects[1:],
    ),
)
SENTENCE = "Lånet på 38,5 mio. kr. er større end bruttoanlægsudgiften på 19 mio. kr."
DOUBT = (
    "1 projekt har tal, der ikke passer sammen eller ikke kan være rigtige. "
    "Summerne er regnet med tallene, som de står."
)


def test_figures_that_do_not_fit_together_are_told_on_the_first_page_and_beside_the_sums() -> None:
    found = papers(collection(IMPOSSIBLE))
    assert DOUBT in list(texts(found.cover))
    assert "1 ansøgning har problemer, der skal løses, før den kan godkendes." in list(texts(found.cover))
    overview = blocks_of(found.annexes[0])
    assert DOUBT in list(texts(overview))
    (table,) = tables(overview, "Skal rettes")
    assert [row[3:] for row in table.rows] == [("1 i projektet", SENTENCE)]


def test_without_errors_nothing_is_told_of_them() -> None:
    found = papers(collection(COMPLETE))
    assert "Forbehold" not in list(texts(found.cover))
    assert tables(blocks_of(found.annexes[0]), "Skal rettes") == []


def test_errors_that_are_not_about_figures_are_counted() -> None:
    (own,) = collection(replace(IMPOSSIBLE, contacts=Contacts())).applications
    entry = Entry(own, own.projects[0], ROUND)
    told = [part.text for part in particulars(entry)]
    assert SENTENCE in told
    assert (
        "3 problemer i det, der er fælles for ansøgningen, for eksempel noget, der mangler eller er for langt." in told
    )
    (column,) = (each for each in columns_of(collection(IMPOSSIBLE)) if each.name == ERRORS)
    cell = column.cell(entry)
    assert (cell.text, cell.key) == ("1 i projektet, 3 i ansøgningen", 4)


def test_sums_of_several_collections_tell_as_many_projects() -> None:
    parts = [found.totals for found in map(collection, (IMPOSSIBLE, AALBORG)) if found.totals is not None]
    assert summed(parts, ROUND).doubted == sum(part.doubted for part in parts) == 1
