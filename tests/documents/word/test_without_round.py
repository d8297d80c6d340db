"""A draft whose form is not there becomes a Word document of all that was written."""

from botilbud_desktop.documents.without_round import for_colleagues, introduction, stated_values
from botilbud_desktop.documents.word.without_round import word_without_round
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import replace
from tests.documents.test_without_round import DRAFT, FORM
from tests.documents.word.reading import Grid, all_text, contents, lines, opened
from tests.domain.for_colleagues import with_all_of_them
from tests.rules.samples import TODAY


def test_every_value_is_there_with_its_label() -> None:
    document = word_without_round(DRAFT, FORM, TODAY, is_there=False)
    cells = [row for part in contents(document) if isinstance(part, Grid) for row in part.rows]
    for value in stated_values(for_colleagues(DRAFT), FORM):
        if value.label:
            text = "\n".join(line for line in value.text.splitlines() if line.strip())
            assert (value.label, text) in cells
    headings = [line.text for line in lines(document) if line.style == "Heading1"]
    assert headings == ["Ansøgningen", "Projekt 1", "Projekt 2", "Resten af ansøgningen"]
    assert opened(document).core_properties.title == "Kladde uden skema, LanBotilbud_2028-30"


def test_it_says_why_the_form_is_not_used() -> None:
    for is_there in (False, True):
        assert introduction(is_for_colleagues=True, is_there=is_there) in all_text(
            word_without_round(DRAFT, FORM, TODAY, is_there=is_there)
        )


def test_an_empty_draft_is_a_document_too() -> None:
    empty = word_without_round(Application(id=DRAFT.id, round="Ukendt"), FORM, TODAY, is_there=False)
    assert [part.rows for part in contents(empty) if isinstance(part, Grid)] == [(("Ansøgningsrunde", "Ukendt"),)]


def test_what_is_internal_does_not_leave_the_municipality() -> None:
    secret = replace(with_all_of_them(DRAFT), internal_notes="INTERN-XYZ")
    told = all_text(word_without_round(secret, FORM, TODAY, is_there=False))
    assert secret.comments
    for text in ("INTERN-XYZ", *(comment.text for comment in secret.comments)):
        assert text not in told
    assert "undtagen interne noter og kommentarer" in told
