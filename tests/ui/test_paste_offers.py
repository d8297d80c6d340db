"""What is offered for a pasted text: lines of a page are joined with one click, and one undo takes it back."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication

from botilbud_desktop.domain.model import replace
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.screen import texts_of
from tests.ui.user import User

DESCRIPTION = "projects.0.description"
CUT = (
    "Kommunen oplever et stort behov for at etablere nye boliger til borgere med\n"
    "sammensatte diagnoser. Mange af dem bor hjemme, og det er der-\n"
    "for svært at nå dem.\n\nDe to etaper begynder i 2026."
)
JOINED = (
    "Kommunen oplever et stort behov for at etablere nye boliger til borgere med sammensatte diagnoser. Mange af dem "
    "bor hjemme, og det er derfor svært at nå dem.\n\nDe to etaper begynder i 2026."
)
WIDE = "Kommunen\u00a0udvider\u00a0den\u00a0samlede\u00a0kapacitet\u00a0efter\u00a0§\u00a0107\u00a0og\u00a0§\u00a0108."

WITH_BREAKS = "Kommunen udvider den samlede kapacitet efter §\u00a0107 og §\u00a0108."


def said(user: User) -> list[str]:
    field = user.area(DESCRIPTION).parentWidget()
    assert field is not None
    return [text for text in texts_of(field) if text]


def offered(user: User) -> list[str]:
    ends = (".lines", ".spaces", ".paste_raw")
    return [link.words() for link in user.links() if link.isVisible() and link.objectName().endswith(ends)]


def take(user: User, name: str) -> None:
    (link,) = [link for link in user.links() if link.objectName() == f"{DESCRIPTION}.{name}"]
    user.click(link)


def test_lines_of_a_pdf_are_joined_with_one_click_and_one_undo(empty: User) -> None:
    empty.click(DESCRIPTION)
    empty.keys("Før. ")
    empty.paste(CUT)
    assert empty.value(DESCRIPTION) == f"Før. {CUT}", "nothing is joined unasked"
    sentence = (
        "2 linjeskift ser ud til at stamme fra linjerne på en side. Samles linjerne, fylder teksten 4 tegn mindre."
    )
    assert sentence in said(empty)
    assert "Du har 801 tegn tilbage" in "\n".join(said(empty))
    take(empty, "lines")
    assert empty.value(DESCRIPTION) == f"Før. {JOINED}"
    assert empty.area(DESCRIPTION).text() == f"Før. {JOINED}"
    assert "Du har 805 tegn tilbage" in "\n".join(said(empty))
    assert "Linjerne er samlet. Sat sammen igen: »derfor«." in empty.notice_text()
    assert offered(empty) == []
    empty.undo()
    assert empty.value(DESCRIPTION) == f"Før. {CUT}"


def test_a_text_with_paragraphs_of_its_own_is_offered_nothing(empty: User) -> None:
    empty.click(DESCRIPTION)
    empty.paste(JOINED)
    assert offered(empty) == []


def test_the_offer_goes_when_the_pasted_text_is_changed(empty: User) -> None:
    empty.click(DESCRIPTION)
    empty.paste(CUT)
    assert offered(empty) == ["Saml linjerne"]
    empty.press(Qt.Key.Key_Backspace)
    assert offered(empty) == []


def test_words_between_no_break_spaces_alone_are_asked_about(empty: User) -> None:
    empty.click(DESCRIPTION)
    empty.paste(WIDE)
    assert empty.value(DESCRIPTION) == WIDE
    assert "Mellem ordene står hårde mellemrum, så linjerne kun kan brydes midt i ord." in said(empty)
    take(empty, "spaces")
    assert empty.value(DESCRIPTION) == WITH_BREAKS
    empty.undo()
    assert empty.value(DESCRIPTION) == WIDE


def test_the_field_asks_by_itself_once_the_offer_is_gone(empty: User) -> None:
    empty.click(DESCRIPTION)
    empty.paste(WIDE)
    empty.press(Qt.Key.Key_Tab)
    words = "Brug almindelige mellemrum"
    assert [link.words() for link in empty.links() if link.isVisible() and link.words() == words] == [words]
    empty.click(DESCRIPTION)
    empty.press(Qt.Key.Key_Backspace)
    empty.press(Qt.Key.Key_Tab)
    (link,) = [link for link in empty.links() if link.isVisible() and link.words() == words]
    assert link.objectName() == "projects[0].description.suggestion.0"


def test_what_is_left_to_offer_is_offered_after_the_first(empty: User) -> None:
    empty.click(DESCRIPTION)
    empty.paste(f"{CUT}\n\n{WIDE}")
    assert offered(empty) == ["Saml linjerne", "Brug almindelige mellemrum"]
    take(empty, "lines")
    assert offered(empty) == ["Brug almindelige mellemrum"]
    take(empty, "spaces")
    assert offered(empty) == []
    assert "\u00a0udvider" not in str(empty.value(DESCRIPTION))
    assert str(empty.value(DESCRIPTION)).startswith(JOINED)


def test_a_cell_of_several_lines_does_not_tear_its_row_apart(empty: User) -> None:
    data = QMimeData()
    data.setText("Målgruppe\tBorgere med autisme\nBorgere med demens\t15\nI alt\t19")
    data.setHtml(
        "<table><tr><td>Målgruppe<td><p>Borgere med autisme</p><p>Borgere med demens</p><td>15"
        "<tr><td>I alt<td>19</table>"
    )
    QApplication.clipboard().setMimeData(data)
    empty.click(DESCRIPTION)
    empty.control(Qt.Key.Key_V)
    lines = ["Målgruppe", "Borgere med autisme", "Borgere med demens", "15", "I alt: 19"]
    assert str(empty.value(DESCRIPTION)).split("\n") == lines


def test_a_draft_with_no_break_spaces_alone_has_the_link_at_the_field(open_draft: OpenDraft) -> None:
    user = open_draft(replace(drafts.complete(), description=f"{WIDE} Mere."))
    user.go_to("page.description")
    user.click("description")
    user.press(Qt.Key.Key_Tab)
    (link,) = [link for link in user.links() if link.objectName() == "description.suggestion.0"]
    assert link.words() == "Brug almindelige mellemrum"
    user.click(link)
    assert user.application.description == f"{WITH_BREAKS} Mere."
    assert not [link for link in user.links() if link.objectName() == "description.suggestion.0" and link.isVisible()]
    user.undo()
    assert user.application.description == f"{WIDE} Mere."
