"""A button's icon shows what its words say: saving, unlocking, closing and going on each have their own."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget

from botilbud_desktop.ui.style.icons import origin_of
from botilbud_desktop.ui.style.text import without_mnemonic
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.test_approval import approve
from tests.ui.user import User, step_names

WORDS = {
    "add": ("Tilføj", "Ny kladde", "Større", "Føj"),
    "back": ("Tilbage",),
    "calendar": ("Åbn kalenderen",),
    "close": ("Luk",),
    "copy": ("Kopiér",),
    "delete": ("Slet", "Fjern"),
    "document": ("Hent fra dokument",),
    "done": ("Godkend",),
    "down": ("Flyt ned", "Næste side"),
    "folder": ("Åbn kladde", "Åbn en kladde"),
    "forward": ("Åbn projektet",),
    "pages": ("Vis",),
    "paste": ("Indsæt",),
    "print": ("Udskriv",),
    "save": ("Gem", "Skemaet som PDF", "Projektskemaer som PDF", "Fordelingen som PDF", "Felterne som tekst"),
    "smaller": ("Mindre",),
    "transfer": ("Åbn overførselspanelet",),
    "unlock": ("Lås op",),
    "up": ("Flyt op", "Forrige side"),
}
"""By the name of an icon the words that a button with it begins with."""
FOLDED = ("collapse", "expand")
"""These say whether a part is open, whatever its words are."""


def disagreeing(top: QWidget) -> list[tuple[str, str]]:
    """Returns the icon and the words of each visible button whose icon says something else than its words."""
    found = []
    for button in top.findChildren(QAbstractButton):
        origin = origin_of(button.icon())
        words = without_mnemonic(button.text()) or button.accessibleName()
        if origin is None or not button.isVisible() or origin.name in FOLDED:
            continue
        if not words.startswith(WORDS.get(origin.name, ())):
            found.append((origin.name, words))
    return found


def icon_of(button: QAbstractButton) -> str:
    origin = origin_of(button.icon())
    return "" if origin is None else origin.name


def test_every_icon_agrees_with_the_words_of_its_button(thisted: User) -> None:
    for page in step_names(thisted.application):
        thisted.go_to(page)
        assert disagreeing(thisted.page.window()) == [], page
    thisted.go_to("page.approve")
    thisted.click("approve.preview")
    shown = thisted.workspace.shown_aside
    assert shown is not None
    assert disagreeing(shown) == []


def test_unlocking_has_an_open_lock_and_saving_its_own_icon(complete: User, questions: RecordedQuestions) -> None:
    approve(complete, questions)
    assert icon_of(complete.button("approve.unlock")) == "unlock"
    assert icon_of(complete.button("approve.receipt")) == "save"
    assert disagreeing(complete.page) == []


@pytest.mark.parametrize(("icon", "words"), [("delete", "Gem"), ("unlock", "Godkend")])
def test_a_button_with_another_icon_than_its_words_would_be_noticed(icon: str, words: str) -> None:
    assert not words.startswith(WORDS[icon])
