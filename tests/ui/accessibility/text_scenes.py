"""Shows what helps with long texts: finding, the full window, judged contents, sentences, what makes them shorter."""

from collections.abc import Iterator, Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import ContentVerdict, InsertedFact
from botilbud_desktop.ui.text_help.text_help_dialog import Tab, TextHelpDialog
from tests.ui import drafts
from tests.ui.accessibility.world import Scene, World, close
from tests.ui.judged import CONTRADICTS, use_made_up_rules
from tests.ui.user import settle

SHORTENED = (
    "Pladserne  oprettes med henblik på at give ro, såfremt lånet opnås. Det koster 9.150.000 kr. i alt.\n"
    "Behovet for nye pladser er stort i hele regionen. Behovet for nye pladser er stort i hele regionen."
)


def _writing(world: World) -> Iterator[QWidget]:
    user = world.open_draft(drafts.example("aalborg"))
    user.click("projects.0.description")
    user.use_menu("Søg og &erstat …")
    user.keys("borgere")
    yield user.window
    user.press(Qt.Key.Key_Escape)
    user.click("projects.0.description")
    user.use_menu("Skriv i hele &vinduet")
    yield user.window
    user.press(Qt.Key.Key_Escape)


def _judged_text(world: World) -> Iterator[QWidget]:
    """How a text is judged: beside it and below it, the details of a point, and in the full window."""
    with pytest.MonkeyPatch.context() as patch:
        use_made_up_rules(patch)
        text = f"Til målgruppen hører unge. Det er måske {CONTRADICTS}."
        verdicts = {"2": ContentVerdict.COVERED, "3": ContentVerdict.NOT_COVERED}
        user = world.open_draft(replace(drafts.complete(), description=text, judged_contents=verdicts))
        user.go_to("page.description")
        yield user.window
        user.click("judged_contents.2")
        popup = QApplication.activePopupWidget()
        assert popup is not None
        yield popup
        user.press(Qt.Key.Key_Escape)
        user.click("description.wording")
        user.click(next(link for link in user.links() if link.words() == "Vis i teksten"))
        yield user.window
        user.use_menu("Skriv i hele &vinduet")
        yield user.window
        user.press(Qt.Key.Key_Escape)


def _text_help(world: World) -> Iterator[QWidget]:
    """What makes a text shorter, what uses its characters, and how hard it is to read."""
    draft = drafts.example("thisted")
    user = world.open_draft(replace(draft, description=f"{draft.description}\n\n{SHORTENED}"))
    user.go_to("page.description")
    user.click("description.shorter")
    (dialog,) = user.window.findChildren(TextHelpDialog)
    for tab in Tab:
        dialog.activateWindow()
        dialog.tabs.setCurrentIndex(tab)
        settle()
        yield dialog
    close(dialog)


def _sentences_from_the_table(world: World) -> Iterator[QWidget]:
    """What the table offers, with what is missing for it, and sentences that it no longer bears."""
    draft = drafts.complete()
    earlier = "Der søges om låneadgang på 1 mio. kr. i 2025."
    gone = "Projektet forventes afsluttet den 1. januar 2020."
    facts = (InsertedFact(content=4, text=earlier), InsertedFact(content=5, text=gone))
    first = replace(draft.projects[0], completion_date=None)
    user = world.open_draft(
        replace(
            draft,
            description=f"{earlier} {gone} Mere er der ikke.",
            inserted_facts=facts,
            projects=(first, *draft.projects[1:]),
        )
    )
    user.go_to("page.description")
    yield user.window
    user.click("description.facts")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    yield popup
    user.press(Qt.Key.Key_Escape)
    user.use_menu("Skriv i hele &vinduet")
    yield user.window
    user.press(Qt.Key.Key_Escape)


TEXT_SCENES: Mapping[str, Scene] = {
    "writing": _writing,
    "judged text": _judged_text,
    "text help": _text_help,
    "sentences from the table": _sentences_from_the_table,
}
