"""Whatever people or files write: it stands in the bound papers as text, and is never a link, an action or markup."""

from collections.abc import Iterator
from typing import Any

import pytest
from pypdf.generic import ArrayObject, DictionaryObject

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.collection.agenda import Agenda, AgendaEntry, ProjectRemark
from botilbud_desktop.domain.model import replace
from tests.documents.agenda.samples import collection, papers
from tests.documents.binding.samples import bookmarks, bound, links, texts
from tests.documents.foreign.samples import full_of_actions
from tests.documents.samples import read
from tests.faults.hostile_texts import MARK, TEXTS, everywhere, mixed

ACTING = {
    *(
        "/A",
        "/AA",
        "/URI",
        "/JS",
        "/JavaScript",
        "/OpenAction",
        "/Launch",
        "/GoToR",
        "/GoToE",
        "/SubmitForm",
        "/Filespec",
    ),
    *("/EmbeddedFiles", "/EmbeddedFile", "/RichMedia", "/AcroForm", "/XFA", "/Names", "/Encrypt"),
}
"""What makes a file do something, or hold another: as a key, or as the kind of an object."""
OF_TABLES = {"/O", "/Scope", "/Summary"}
"""The keys of an element's attributes, which are called `/A` as actions are."""


def dictionaries(pdf: bytes) -> Iterator[DictionaryObject]:
    """Yields every dictionary of a file."""
    document = read(pdf)
    for number in range(1, int(document.trailer["/Size"])):
        waiting: list[Any] = [document.get_object(number)]
        while waiting:
            found = waiting.pop()
            if isinstance(found, DictionaryObject):
                yield found
                waiting += list(found.values())
            elif isinstance(found, ArrayObject):
                waiting += list(found)


def assert_harmless(pdf: bytes, annexes: int) -> None:
    """Checks that nothing in the file acts, and that it has no links but those of its contents."""
    for found in dictionaries(pdf):
        keys = set(found)
        if "/S" in found and "/P" in found:  # an element of the structure
            attributes = found.get("/A")
            assert attributes is None or set(attributes) <= OF_TABLES | {"/ListNumbering"}
            keys -= {"/A"}
        assert not keys & ACTING
        assert not {str(found.get(key)) for key in ("/S", "/Type", "/Subtype")} & ACTING
    assert len(links(pdf)) == annexes
    assert all(words.startswith("Side ") for _page, _target, words in links(pdf))


def agenda_of(text: str, draft: Application) -> Agenda:
    """Returns an agenda with a text wherever the secretariat writes."""
    entry = AgendaEntry(application=draft.id, file="1.botilbud", number=text)
    remarks = tuple(
        ProjectRemark(application=draft.id, file="1.botilbud", project=project.id, text=text)
        for project in draft.projects
    )
    return Agenda(item=text, title=text, entries=(entry,), remarks=remarks)


@pytest.mark.parametrize("text", TEXTS)
def test_a_hostile_text_in_every_field_is_text(text: str) -> None:
    draft = everywhere(text)
    found = papers(collection(draft), agenda_of(text, draft))
    pdf = bound(found)
    assert_harmless(pdf, len(found.annexes))
    assert [bookmark.title for bookmark in bookmarks(pdf) if bookmark.level == 0][2:] == [
        " ".join(annex.heading.split())[:200] for annex in found.annexes
    ]


@pytest.mark.parametrize("first", range(0, len(TEXTS), 15))
def test_all_of_them_together_are_text(first: int) -> None:
    draft = mixed(TEXTS, first)
    found = papers(collection(draft, replace(draft, id="00000000-0000-4000-8000-000000000077")))
    pdf = bound(found)
    assert_harmless(pdf, len(found.annexes))
    assert MARK in "".join(texts(pdf))


def test_a_file_that_acts_is_found() -> None:
    with pytest.raises(AssertionError):
        assert_harmless(full_of_actions(), 0)
