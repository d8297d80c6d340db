"""A draft whose form is not there becomes a Word document of all that was written."""

from botilbud_desktop.documents.without_round import introduction, stated_values
from botilbud_desktop.documents.word.without_round import word_without_round
from botilbud_desktop.domain.application import Application
from tests.documents.test_without_round import DRAFT, FORM
from tests.documents.word.reading import Grid, all_text, contents, lines, opened
from tests.rules.samples import TODAY


def test_every_value_is_there_with_its_label() -> None:
    document = word_without_round(DRAFT, FORM, TODAY, is_there=False)
    cells = [row for part in contents(document) if isinstance(part, Grid) for row in part.rows]
    for value in stated_values(DRAFT, FORM):
        if value.label:
            text = "\n".join(line for line in value.text.splitlines() if line.strip())
            assert (value.label, text) in cells
    headings = [line.text for line in lines(document) if line.style == "Heading1"]
    assert headings == ["Ansøgningen", "Projekt 1", "Projekt 2", "Resten af ansøgningen"]
    assert opened(document).core_properties.title == "Kladde uden skema, LanBotilbud_2028-30"


def test_it_says_why_the_form_is_not_used() -> None:
    for is_there in (False, True):
        assert introduction(is_there=is_there) in all_text(word_without_round(DRAFT, FORM, TODAY, is_there=is_there))


def test_an_empty_draft_is_a_document_too() -> None:
    empty = word_without_round(Application(id=DRAFT.id, round="Ukendt"), FORM, TODAY, is_there=False)
    assert [part.rows for part in contents(empty) if isinstance(part, Grid)] == [(("Ansøgningsrunde", "Ukendt"),)]
