"""The guide opens at the user's step, covers every step, and names nothing that the program does not have."""

import json
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from botilbud_desktop.domain.notes.added_keys import ADDED_IN_VERSION_2
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.steps import Step, StepKind
from botilbud_desktop.storage.paths import forms_folder, resources_folder
from botilbud_desktop.ui.help.guide_figures import in_words_of
from botilbud_desktop.ui.help.guide_window import GuideWindow
from botilbud_desktop.ui.help.topic_of_field import POSITION_OF_FIELD, TOPIC_OF_STEP
from botilbud_desktop.ui.help.topics import GROUPS, Topic, anchor_of, read_topics, search
from tests.ui.user import User, settle

GUIDE = resources_folder() / "guide"
PACKAGE = Path(__file__).parents[2] / "botilbud_desktop"
_KEYS_NOT_IN_MENUS = {"F2", "F5", "Ctrl+A", "Alt", "Tab"}
"""Keys of inputs, of the system and of other windows, which no menu shows."""
_ARROWS = {"Venstre pil": "Left", "Højre pil": "Right"}
_KEY = re.compile(r"\*\*((?:(?:Ctrl|Alt|Shift)\+)*(?:Ctrl\+\+|F\d+|Tab|Alt|Venstre pil|Højre pil|[A-Z0-9.,+=-]))\*\*")


@pytest.fixture(scope="module")
def topics(form: Round) -> dict[str, Topic]:
    return read_topics(GUIDE, partial(in_words_of, form))


def opened(user: User) -> GuideWindow:
    """Presses F1 and returns the window that opens."""
    user.window.activateWindow()
    settle()
    user.press(Qt.Key.Key_F1)
    window = user.window.findChild(GuideWindow)
    assert window is not None
    assert window.isVisible()
    return window


def shown(window: GuideWindow) -> str:
    return window.page.toPlainText()


def test_f1_opens_the_guide_at_the_step_that_is_shown(thisted: User) -> None:
    for page, title in (
        ("page.applicant", "Ansøger"),
        ("page.check", "Kontrol"),
        ("page.transfer", "Overfør til indtast.dk"),
    ):
        thisted.go_to(page)
        window = opened(thisted)
        assert shown(window).startswith(title)
        window.close()


def test_f1_opens_the_guide_at_the_part_about_the_field(thisted: User) -> None:
    thisted.click("projects.0.share_for_others")
    window = opened(thisted)
    assert window.page.verticalScrollBar().value() > 0
    top = window.page.cursorForPosition(window.page.viewport().rect().topLeft())
    assert "Andel til andre kommuner" in top.document().findBlock(top.position()).text() + top.block().next().text()
    window.close()


def test_f1_in_the_transfer_panel_opens_the_guide_about_the_transfer(thisted: User) -> None:
    thisted.go_to("page.description")
    thisted.press(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    draft = thisted.window.workbench
    assert draft is not None
    panel = draft.transferring().panel
    assert panel is not None
    panel.activateWindow()
    settle()
    QTest.keyClick(panel.focusWidget() or panel, Qt.Key.Key_F1)
    window = thisted.window.findChild(GuideWindow)
    assert window is not None
    assert shown(window).startswith("Overfør til indtast.dk")
    assert window.isVisible()


def test_without_a_draft_the_guide_opens_where_everybody_begins(open_window: object) -> None:
    user: User = open_window(None)  # type: ignore[operator]
    assert shown(opened(user)).startswith("Kom godt i gang")


def test_every_step_has_a_topic_and_every_topic_is_in_the_contents(topics: dict[str, Topic]) -> None:
    assert set(TOPIC_OF_STEP) == set(StepKind)
    assert set(TOPIC_OF_STEP.values()) <= set(topics)
    files = {path.stem for path in GUIDE.glob("*.md")} - {"README"}
    assert files == {name for _heading, names in GROUPS for name in names}


def test_every_place_of_a_field_is_a_heading_and_a_field_of_the_form(form: Round, topics: dict[str, Topic]) -> None:
    paths = {path.replace("[]", ".*") for path in (*(field.path for field in form.fields), *ADDED_IN_VERSION_2)}
    for field, (name, anchor) in POSITION_OF_FIELD.items():
        assert any(path == field or path.startswith(f"{field}.") for path in paths), field
        assert not anchor or anchor in {section.anchor for section in topics[name].sections}, anchor


def test_every_link_leads_to_a_topic_and_a_heading_of_it(topics: dict[str, Topic]) -> None:
    check_links(topics)


def check_links(topics: dict[str, Topic]) -> None:
    for topic in topics.values():
        for target in re.findall(r"\]\(([^)]*)\)", topic.markdown):
            name, _hash, anchor = target.partition("#")
            assert name.removesuffix(".md") in topics, f"{topic.name}: {target}"
            assert name.endswith(".md"), target
            anchors = {section.anchor for section in topics[name.removesuffix(".md")].sections}
            assert not anchor or anchor in anchors, f"{topic.name}: {target}"


def test_no_topic_has_a_picture_an_address_or_html(topics: dict[str, Topic]) -> None:
    for topic in topics.values():
        assert not re.search(r"!\[|https?://|<[a-zA-Z/]", topic.markdown), topic.name


def test_links_back_and_forward_lead_through_the_topics(thisted: User) -> None:
    thisted.go_to("page.applicant")
    window = opened(thisted)
    assert not window.back.isEnabled()
    window.page.anchorClicked.emit(QUrl("kriterier.md#5-25-pct-til-andre-kommuner"))
    assert shown(window).startswith("De seks kriterier")
    QTest.mouseClick(window.back, Qt.MouseButton.LeftButton)
    assert shown(window).startswith("Ansøger")
    QTest.mouseClick(window.forward, Qt.MouseButton.LeftButton)
    assert shown(window).startswith("De seks kriterier")
    window.close()


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "file:///etc/passwd",
        "file:kriterier.md",
        "//example.org/x.md",
        "//example.org#5-25-pct-til-andre-kommuner",
        "../README.md",
        "data:text/html,x",
    ],
)
def test_an_address_from_elsewhere_leads_nowhere(thisted: User, address: str) -> None:
    window = opened(thisted)
    before = shown(window)
    window.page.anchorClicked.emit(QUrl(address))
    assert shown(window) == before
    assert not window.page.can_go_back
    assert not window.page.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(address))
    window.close()


def test_an_address_in_the_text_does_not_look_like_a_link(thisted: User) -> None:
    window = opened(thisted)
    for topic, words in (("overfoer", "www.indtast.dk"), ("projekter", "top@im.dk"), ("beskrivelse", "")):
        window.page.go_to(topic)
        assert words in shown(window)
        links = [address for address in hrefs(window.page.document()) if QUrl(address).scheme()]
        assert not links
    assert list(hrefs(window.page.document())) == ["tegn.md"]


def hrefs(document: QTextDocument) -> Iterator[str]:
    """Yields the link targets of a document, unchanged."""
    block = document.begin()
    while block.isValid():
        piece = block.begin()
        while not piece.atEnd():
            if address := piece.fragment().charFormat().anchorHref():
                yield address
            piece += 1
        block = block.next()


def test_the_search_finds_words_in_all_topics_and_shows_the_place(thisted: User) -> None:
    window = opened(thisted)
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.search.hasFocus()
    QTest.keyClicks(window.search, "kvittering lang")
    assert window.list.item(0).text().startswith("Der er ikke noget om det")
    window.search.clear()
    QTest.keyClicks(window.search, "takster")
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert shown(window).startswith("Projektets side")
    assert window.page.extraSelections()
    window.close()


def test_a_search_finds_the_beginning_of_words_in_any_order(topics: dict[str, Topic]) -> None:
    assert {hit.topic.name for hit in search(topics, "kkr referat")} >= {"overfoer", "kriterier"}
    assert search(topics, "tekster ( [ *") == ()


def test_escape_empties_the_search_then_closes_and_the_size_is_kept(thisted: User) -> None:
    window = opened(thisted)
    window.resize(700, 500)
    window.search.setText("kkr")
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert window.search.text() == ""
    assert window.isVisible()
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert not window.isVisible()
    settle()
    thisted.window.activateWindow()
    again = opened(thisted)
    assert again is window
    assert (again.width(), again.height()) == (700, 500)
    again.close()


def test_every_key_in_the_guide_works_and_every_key_of_the_menus_is_in_the_guide(
    thisted: User, topics: dict[str, Topic]
) -> None:
    named = {_portable(text) for topic in topics.values() for text in _KEY.findall(topic.markdown)}
    named |= {f"Ctrl+{number}" for number in range(1, 8)}
    named = {name for name in named if "+" in name or name.startswith("F")} - _KEYS_NOT_IN_MENUS
    actions = [action for menu in thisted.window.findChildren(QMenu) for action in menu.actions()]
    working = {keys.toString() for action in actions for keys in action.shortcuts()}
    assert named == working
    table = {_portable(text) for text in _KEY.findall(topics["tastatur"].markdown)}
    assert working - {f"Ctrl+{number}" for number in range(2, 7)} <= table


def test_every_quoted_word_stands_in_the_program_or_in_the_ministrys_form(
    topics: dict[str, Topic], form: Round
) -> None:
    known = "\n".join((*_words_of_the_program(), Step(StepKind.TRANSFER).title_in(form)))
    missing = [
        f"{topic.name}: {quoted}"
        for topic in topics.values()
        for quoted in re.findall(r"»([^«]+)«", " ".join(topic.markdown.split()))
        if quoted not in known
    ]
    assert missing == []


def test_every_command_of_the_menu_hjaelp_is_told_of(thisted: User, topics: dict[str, Topic]) -> None:
    guide_text = " ".join(" ".join(topic.markdown.split()) for topic in topics.values())
    menu = next(menu for menu in thisted.window.findChildren(QMenu) if menu.title() == "&Hjælp")
    words = [action.text().replace("&", "") for action in menu.actions() if action.text()]
    assert [text for text in words if f"»{text}«" not in guide_text and text != "Vejledning"] == []


def test_headings_are_found_by_the_anchors_that_links_use() -> None:
    assert anchor_of("5. 25 pct. til andre kommuner") == "5-25-pct-til-andre-kommuner"


def _portable(text: str) -> str:
    for danish, key in _ARROWS.items():
        text = text.replace(danish, key)
    return QKeySequence(text).toString() or text


def _words_of_the_program() -> Iterator[str]:
    """Yields the source files, adjacent strings joined and mnemonics removed, and the form files."""
    for path in PACKAGE.rglob("*.py"):
        source = re.sub(r'"\s*\n\s*f?"', "", path.read_text(encoding="utf-8"))
        yield source.replace("&", "")
    for path in forms_folder().glob("*.json"):
        yield json.dumps(json.loads(path.read_text(encoding="utf-8")), ensure_ascii=False)


def test_alt_and_the_arrows_lead_back_and_forward(thisted: User) -> None:
    thisted.go_to("page.applicant")
    window = opened(thisted)
    for topic in ("kriterier", "tegn"):
        window.page.go_to(topic)
    alt = Qt.KeyboardModifier.AltModifier
    for key, title in (
        (Qt.Key.Key_Left, "De seks kriterier"),
        (Qt.Key.Key_Left, "Ansøger"),
        (Qt.Key.Key_Left, "Ansøger"),
        (Qt.Key.Key_Right, "De seks kriterier"),
    ):
        QTest.keyClick(window, key, alt)
        assert shown(window).startswith(title)
    QTest.keyClick(window, Qt.Key.Key_Right)
    assert shown(window).startswith("De seks kriterier")
    window.close()


def test_what_is_read_after_going_back_takes_the_place_of_what_followed(thisted: User) -> None:
    thisted.go_to("page.applicant")
    window = opened(thisted)
    window.page.go_to("kriterier")
    window.page.go_back()
    window.page.go_to("tegn")
    assert not window.page.can_go_on
    assert not window.forward.isEnabled()
    assert window.back.isEnabled()
    window.page.go_back()
    assert window.page.topic != "kriterier"
    window.close()


def test_the_same_place_again_is_no_step_of_its_own(thisted: User) -> None:
    thisted.go_to("page.applicant")
    window = opened(thisted)
    window.page.go_to("tegn")
    window.page.go_to("tegn")
    window.page.go_back()
    assert not window.page.can_go_back
    window.close()


def test_the_contents_lead_to_each_topic_and_show_the_one_that_is_read(thisted: User) -> None:
    window = opened(thisted)
    for row in range(window.list.count()):
        item = window.list.item(row)
        before = shown(window)
        window.list.scrollToItem(item)
        spot = window.list.visualItemRect(item).center()
        QTest.mouseClick(window.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        settle()
        if item.text().startswith(" "):
            assert shown(window).startswith(item.text().strip())
            assert window.list.currentRow() == row
        else:
            assert item.font().bold()
            assert shown(window) == before
    window.close()


def test_a_heading_that_is_linked_to_is_at_the_top(thisted: User) -> None:
    window = opened(thisted)
    window.page.go_to("kriterier")
    assert window.page.verticalScrollBar().value() == 0
    window.page.go_to("kriterier", "5-25-pct-til-andre-kommuner")
    assert window.page.verticalScrollBar().value() > 0
    window.close()


def test_found_words_are_marked_and_counted_by_ear(thisted: User) -> None:
    window = opened(thisted)
    window.search.setText("kvittering")
    assert window.list.accessibleName() == f"Fundet {window.list.count()} steder"
    assert "\n" in window.list.item(0).text()
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    words = {mark.cursor.selectedText().lower() for mark in window.page.extraSelections()}
    assert words == {"kvittering"}
    window.search.setText("xyzxyz")
    assert window.list.accessibleName() == "Ikke fundet"
    window.search.setText(" ")
    assert window.list.accessibleName() == "Indhold"
    spoken = [window.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(window.list.count())]
    contents = [(heading, name) for heading, names in GROUPS for name in (None, *names)]
    assert spoken == [f"{heading}: {window.topics[name].title}" if name else heading for heading, name in contents]
    window.close()


def test_larger_text_keeps_the_place_and_what_was_found(thisted: User) -> None:
    window = opened(thisted)
    window.page.go_to("kriterier", "5-25-pct-til-andre-kommuner")
    position = window.page.verticalScrollBar().value()
    assert position > 0
    window.search.setText("kvittering")
    found = [window.list.item(row).text() for row in range(window.list.count())]
    height = window.list.visualItemRect(window.list.item(0)).height()
    font = window.font()
    font.setPointSizeF(font.pointSizeF() + 6)
    window.setFont(font)
    settle()
    assert window.list.visualItemRect(window.list.item(0)).height() > height
    assert [window.list.item(row).text() for row in range(window.list.count())] == found
    assert window.page.verticalScrollBar().value() == position
    window.close()


def test_closing_the_guide_leads_back_to_the_work(thisted: User) -> None:
    window = opened(thisted)
    QTest.mouseClick(window.close_button, Qt.MouseButton.LeftButton)
    settle()
    assert not window.isVisible()
    assert thisted.window.isActiveWindow()
