"""A text that is put together from two copies is read before it is taken."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLabel

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.merging.merge import Choice, merge
from botilbud_desktop.domain.merging.text_merge import Origin, Part
from botilbud_desktop.domain.model import replace
from botilbud_desktop.ui.comparing.difference_text import DifferenceText
from botilbud_desktop.ui.comparing.shown_pieces import Run
from botilbud_desktop.ui.merging.texts_page import runs_of, spoken
from tests.ui import drafts, two_copies
from tests.ui.merger import Merger, Open, open_merge
from tests.ui.test_danish_for_everyone import HOSTILE
from tests.ui.user import focused, settle

__all__ = ["open_merge"]  # the fixture

HEADING = "Sådan bliver teksterne"
MY_OWN = "Naboerne er hørt i maj, og der er ikke kommet indsigelser"
THEIR_OWN = "Pladserne er klar i 3. kvartal 2025, og halvdelen af dem er til rådighed for andre kommuner"


@pytest.fixture
def three(open_merge: Open) -> Merger:
    return open_merge(two_copies.three_conflicts())


def underlines(box: DifferenceText) -> dict[str, QTextCharFormat.UnderlineStyle]:
    """Returns the underlined texts with the kind of line."""
    found: dict[str, QTextCharFormat.UnderlineStyle] = {}
    cursor = QTextCursor(box.document())
    text = box.toPlainText()
    start, look = 0, QTextCharFormat.UnderlineStyle.NoUnderline
    for end in range(1, len(text) + 1):
        cursor.setPosition(end)
        style = cursor.charFormat().underlineStyle()
        if style is not look:
            start, look = end - 1, style
        if look is not QTextCharFormat.UnderlineStyle.NoUnderline:
            found.pop(text[start : end - 1], None)
            found[text[start:end]] = look
    return found


def test_texts_without_any_conflict_are_shown_before_they_are_taken(open_merge: Open) -> None:
    person = open_merge(two_copies.texts_without_conflicts())
    assert person.dialog.forward.text() == "&Næste"
    person.go_on()
    assert person.texts()[0] == HEADING
    assert person.merged == []
    shown = [box.toPlainText() for box in person.page_of_texts.boxes]
    assert shown[0] == "[dit] Det er et stort hus.\n[den andens] Der bor tolv borgere."
    assert f"[den andens] {THEIR_OWN}." in shown[1]
    assert f"[dit] {two_copies.SENTENCE_MINE}" in shown[1]
    assert "Du har slettet: »Det har en have.«" in person.texts()
    assert person.dialog.forward.text() == "&Flet"
    person.go_on()
    assert person.merged[0].projects[0].description == "Det er et stort hus.\nDer bor tolv borgere."
    assert person.merged[0].description == two_copies.LONG_MINE.replace("4. kvartal", "3. kvartal")


@pytest.mark.parametrize("is_case_number_changed", [False, True])
def test_a_text_with_a_conflict_is_not_said_to_be_taken_without_a_question(
    open_merge: Open, is_case_number_changed: bool
) -> None:
    """They also changed another paragraph of the text: its conflict says that the rest is merged."""
    base = replace(drafts.example("aalborg"), description="Det første.\nDet andet.")
    mine = replace(base, description="Det første, som jeg vil.\nDet andet.")
    case_number = "7" if is_case_number_changed else base.case_number
    theirs = replace(base, description="Det første, som de vil.\nDet andet er nyt.", case_number=case_number)
    person = open_merge(merge(base, mine, theirs))
    taken = [text for text in person.texts() if "bliver taget med" in text and "1 ændring" in text]
    assert taken == (["1 ændring bliver taget med"] if is_case_number_changed else [])
    assert not any("nyt" in box.toPlainText() for box in person.dialog.page.findChildren(DifferenceText))
    person.go_on()
    assert "I har begge rettet i dette stykke. Resten af teksten bliver flettet." in person.texts()
    person.choose(Choice.MINE)
    person.go_on(3)
    assert person.merged[0].description == "Det første, som jeg vil.\nDet andet er nyt."


def test_what_is_taken_from_whom_is_told_without_colours(three: Merger) -> None:
    for choice in (Choice.MINE, Choice.THEIRS, Choice.MINE):
        three.go_on()
        three.choose(choice)
    three.go_on()
    (box,) = three.page_of_texts.boxes
    line = QTextCharFormat.UnderlineStyle
    assert underlines(box) == {
        two_copies.SENTENCE_THEIRS: line.DashUnderline,
        f"{THEIR_OWN}.": line.SingleUnderline,
        f"{MY_OWN}.": line.DotLine,
    }
    signs = [f"[{sign}] " for sign in ("valgt", "den andens", "dit")]
    assert sorted(signs, key=box.toPlainText().index) == signs
    said = f"Dit: {MY_OWN}. Den andens: {THEIR_OWN}. Valgt: {two_copies.SENTENCE_THEIRS}"
    assert box.accessibleName() == f"Samlet beskrivelse. {said}"


def test_a_text_with_an_undecided_piece_says_so(three: Merger) -> None:
    three.go_on(4)
    assert "Du mangler at vælge 1 sted." in three.texts()
    (box,) = three.page_of_texts.boxes
    assert f"[mangler dit valg] {two_copies.SENTENCE_MINE}" in box.toPlainText()
    assert underlines(box)[two_copies.SENTENCE_MINE] is QTextCharFormat.UnderlineStyle.WaveUnderline


def test_a_text_that_is_one_of_both_is_not_shown_again(open_merge: Open) -> None:
    base = two_copies.base()
    mine, theirs = (replace(base, description=f"{two_copies.LONG} Nyt {number}.") for number in (1, 2))
    person = open_merge(merge(base, mine, theirs))
    person.go_on()
    person.choose(Choice.THEIRS)
    person.go_on()
    assert person.page_of_texts.boxes == []
    assert "Med dine valg er alle tekster, som de står i den ene af udgaverne." in person.texts()
    person.go_back()
    person.choose(Choice.BOTH)
    person.go_on()
    assert len(person.page_of_texts.boxes) == 1
    person.go_on(2)
    assert person.merged[0].description == f"{two_copies.LONG} Nyt 1. Nyt 2."


def test_the_length_of_each_choice_is_said_before_it_is_chosen(three: Merger, open_merge: Open) -> None:
    three.go_on(2)
    lengths = [len(two_copies.LONG_MINE), len(two_copies.LONG_MINE) + 8]
    both = lengths[0] + len(two_copies.SENTENCE_THEIRS) + 1
    assert (
        f"Hele teksten bliver på {lengths[0]} tegn med din, {lengths[1]} med den andens og {both} med begge. "
        "Der er plads til 4.000." in three.texts()
    )
    three.dialog.reject()
    base = replace(two_copies.base(), description="Det er et hus. " * 262 + "Slut.")
    mine, theirs = (
        replace(base, description=base.description.replace("Slut.", f"Slut med {text}."))
        for text in ("a" * 50, "b" * 50)
    )
    long = open_merge(merge(base, mine, theirs))
    long.go_on()
    assert (
        "Hele teksten bliver på 3.990 tegn med din, 3.990 med den andens og 4.051 med begge. Der er plads til 4.000."
        in long.texts()
    )
    long.choose(Choice.BOTH)
    long.go_on()
    assert "For lang: 4.051 af 4.000 tegn" in long.texts()


def test_the_pieces_of_one_text_are_numbered_and_have_names_of_their_own(open_merge: Open) -> None:
    base = two_copies.base()
    mine, theirs = (
        replace(base, description=two_copies.LONG.replace("19", number).replace("hørt", word))
        for number, word in (("20", "spurgt"), ("21", "vækket"))
    )
    person = open_merge(merge(base, mine, theirs))
    person.go_on()
    assert person.texts()[0] == "Konflikt 1 af 2 · Samlet beskrivelse · stykke 1"
    assert "I har begge rettet i dette stykke. Resten af teksten bliver flettet." in person.texts()
    person.go_on()
    assert person.texts()[0] == "Konflikt 2 af 2 · Samlet beskrivelse · stykke 2"
    assert "Før: Naboerne er hørt, og der er ikke kommet indsigelser." in person.texts()


def test_a_long_text_that_both_grew_out_of_stands_in_a_box_of_its_own(open_merge: Open) -> None:
    before, mine, theirs = (" ".join([word] * 60) for word in ("før", "min", "hans"))
    texts = (before, mine, theirs)
    person = open_merge(merge(*(replace(two_copies.base(), internal_notes=text) for text in texts)))
    person.go_on()
    assert "Før:" in person.texts()
    (box,) = (box for box in person.conflict.findChildren(DifferenceText) if box.accessibleName().startswith("Før"))
    assert box.toPlainText() == before
    assert box.accessibleName().startswith("Før: før før")


def test_without_a_common_origin_a_text_of_both_is_read_before_it_is_taken(open_merge: Open) -> None:
    mine, theirs = (
        replace(two_copies.base(), description=two_copies.LONG.replace("19", number).replace("hørt", word))
        for number, word in (("20", "spurgt"), ("21", "vækket"))
    )
    person = open_merge(merge(None, mine, theirs))
    for choice in (Choice.MINE, Choice.THEIRS):
        person.go_on()
        person.choose(choice)
    person.go_on()
    (box,) = person.page_of_texts.boxes
    expected = two_copies.LONG.replace("19", "20").replace("hørt", "vækket")
    assert box.toPlainText().replace("[valgt] ", "") == expected
    person.go_on(2)
    assert person.merged[0].description == expected


def test_nothing_in_a_merged_text_is_read_as_markup(open_merge: Open) -> None:
    base = replace(two_copies.base(), description=f"Et. {HOSTILE} To.\nTre.")
    mine, theirs = (
        replace(base, description=base.description.replace(*change))
        for change in (("Et.", f"Et {HOSTILE} nu."), ("Tre.", f"Tre {HOSTILE} da."))
    )
    person = open_merge(merge(base, mine, theirs))
    person.go_on()
    (box,) = person.page_of_texts.boxes
    assert box.toPlainText().count("<img") >= 2
    assert "<img" not in box.toHtml()
    assert all(
        "<img" not in label.text() for label in person.dialog.findChildren(QLabel) if "Du har" not in label.text()
    )


def test_a_sign_stands_before_what_does_not_come_from_both_and_never_before_white_space() -> None:
    parts = (Part(Origin.COMMON, "A. "), Part(Origin.MINE, "B."), Part(Origin.THEIRS, "\n"), Part(Origin.DECIDED, "C."))
    assert runs_of(parts) == [
        Run(Origin.COMMON, "A. "),
        Run(None, "[dit] "),
        Run(Origin.MINE, "B."),
        Run(Origin.COMMON, "\n"),
        Run(None, "[valgt] "),
        Run(Origin.DECIDED, "C."),
    ]
    assert spoken(parts) == "Dit: B. Valgt: C."
    assert spoken(parts[:1]) == "Alt er fælles."


def test_many_texts_are_added_as_the_user_scrolls(open_merge: Open) -> None:
    base = drafts.with_projects(40)

    def with_descriptions(*lines: str) -> Application:
        text = "\n".join(lines)
        return replace(base, projects=tuple(replace(project, description=text) for project in base.projects))

    rest = ["Den samme linje."] * 5
    copies = (with_descriptions("Et.", *rest, "To."), with_descriptions("Min.", *rest, "To."))
    person = open_merge(merge(*copies, with_descriptions("Et.", *rest, "Anden.")))
    person.go_on()
    page = person.page_of_texts
    first = len(page.boxes)
    assert first < 20
    for _time in range(60):
        page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
        settle()
    assert len(page.boxes) == 40
    assert all(box.toPlainText().startswith("[dit] Min.") for box in page.boxes)
    page.boxes[0].setFocus()
    for box in page.boxes:
        assert focused(person.dialog) is box
        person.press(Qt.Key.Key_Tab)
    assert focused(person.dialog) is person.dialog.back
    tops = [box.mapTo(page.content, box.rect().topLeft()).y() for box in page.boxes]
    assert tops == sorted(tops)
