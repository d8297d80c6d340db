"""»Vis«: the document, page by page, with the answers and a link to each field (requirement 21)."""

from io import BytesIO
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from botilbud_desktop.documents.kind import DocumentKind
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.web_form.answers import answers
from botilbud_desktop.ui.preview.page_strip import FIT_WIDTH
from botilbud_desktop.ui.preview.preview import Preview
from botilbud_desktop.ui.widgets.link_button import LinkButton
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.test_approval import approve
from tests.ui.user import User, focused, said_in, settle

_CONTROL = Qt.KeyboardModifier.ControlModifier


def preview_of(user: User) -> Preview:
    """Returns the preview shown instead of the page."""
    shown = user.workspace.shown_aside
    assert isinstance(shown, Preview)
    assert shown.isVisible()
    return shown


def open_preview(user: User) -> Preview:
    user.go_to("page.approve")
    user.click("approve.preview")
    return preview_of(user)


def press(user: User, name: str) -> None:
    """Clicks a button of the preview, or of the row below a page."""
    found = user.workspace.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton)
    user.click(found)


def text_of_pages(preview: Preview) -> str:
    document = preview.pages.document
    assert document is not None
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(document.data)).pages)


def choose_kind(user: User, kind: DocumentKind) -> None:
    choice = preview_of(user).tools.kind
    choice.setFocus()
    target = choice.findData(str(kind))
    while choice.currentIndex() != target:
        user.press(Qt.Key.Key_Down if choice.currentIndex() < target else Qt.Key.Key_Up)


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def long_draft() -> Application:
    """Returns a draft whose form has several pages."""
    draft = drafts.complete()
    return replace(draft, description="En linje af den samlede beskrivelse.\n" * 150)


def test_the_form_is_shown_as_it_will_be_printed(thisted: User) -> None:
    preview = open_preview(thisted)
    assert "Thisted Kommune" in text_of_pages(preview)
    assert said_in(preview.tools) == ["Side 1 af 3"]
    page = preview.pages.page_areas[0]
    shown = picture(preview.pages.viewport())
    assert shown.pixelColor(page.topLeft() + QPoint(10, 10)).name() == "#ffffff"
    dark = [
        (x, y)
        for x in range(page.left(), page.right(), 3)
        for y in range(page.top(), min(page.bottom(), shown.height()), 3)
        if shown.pixelColor(x, y).lightness() < 100
    ]
    assert len(dark) > 50, "nothing is written on the page"


def test_the_menu_and_its_key_lead_to_the_pages_from_anywhere(aalborg: User) -> None:
    aalborg.go_to("page.contacts")
    QTest.keyClick(focused(aalborg.window), Qt.Key.Key_P, _CONTROL | Qt.KeyboardModifier.ShiftModifier)
    settle()
    preview = preview_of(aalborg)
    assert preview.kind is DocumentKind.VIEW
    assert QApplication.focusWidget() is preview.pages
    assert aalborg.workspace.step.page == "page.approve"


def test_every_field_stands_beside_the_pages_in_the_forms_order_with_letters_and_counts(thisted: User) -> None:
    preview = open_preview(thisted)
    expected = [answer for group in answers(thisted.application, thisted.view.round) for answer in group.answers]
    links = thisted.links(preview)
    assert [link.path for link in links] == [answer.path for answer in expected]
    names = [link.accessibleName() for link in links]
    assert all(name.startswith(f"Redigér {answer.label}") for name, answer in zip(names, expected, strict=True))
    said = said_in(preview.answers)
    for answer in expected:
        assert answer.label in said
        assert answer.text in said
    letters = [answer.label[:2] for answer in expected if answer.label[1] == "."]
    assert letters == ["A.", "B.", "C.", "D.", "E.", "F.", "G."]
    assert any("af 4.000 tegn" in answer.label for answer in expected)
    assert "Ikke angivet" in said


def test_each_link_leads_to_its_field_and_back_to_the_same_page_zoom_and_link(open_draft: OpenDraft) -> None:
    user = open_draft(long_draft())
    preview = open_preview(user)
    preview.pages.set_zoom(75)
    preview.pages.show_page(2)
    before = preview.pages.verticalScrollBar().value()
    for number in range(len(user.links(preview))):
        link = user.links(preview)[number]
        name, path = link.accessibleName(), link.path
        user.click(link)
        assert user.workspace.shown_aside is None
        focus = QApplication.focusWidget()
        assert focus is not None
        assert path is not None
        assert focus.objectName().startswith(path.object_name), name
        press(user, "navigation.way_back")
        assert preview_of(user) is preview
        assert (preview.pages.current_page, preview.pages.zoom) == (2, 75)
        assert preview.pages.verticalScrollBar().value() == before
        back_at = QApplication.focusWidget()
        assert back_at is not None
        assert back_at.accessibleName() == name


def test_coming_back_shows_what_was_changed(aalborg: User) -> None:
    preview = open_preview(aalborg)
    link = next(
        link for link in aalborg.links(preview) if link.accessibleName() == "Redigér A. Projektets navn, Projekt 1"
    )
    aalborg.click(link)
    aalborg.control(Qt.Key.Key_A)
    aalborg.keys("Helt nye boliger")
    press(aalborg, "navigation.way_back")
    assert "Helt nye boliger" in text_of_pages(preview)
    assert "Helt nye boliger" in said_in(preview.answers)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Redigér A. Projektets navn, Projekt 1"
    assert preview.isAncestorOf(focus)


def test_the_answers_of_the_page_of_approval_lead_back_to_the_same_answer(aalborg: User) -> None:
    aalborg.go_to("page.approve")
    link = next(link for link in aalborg.links() if str(link.path) == "contacts.names")
    name = link.accessibleName()
    aalborg.click(link)
    scrolled_to = aalborg.workspace.page_of(aalborg.workspace.step).verticalScrollBar().value()
    assert scrolled_to == 0
    assert aalborg.page.objectName() == "page.contacts"
    press(aalborg, "navigation.way_back")
    assert aalborg.page.objectName() == "page.approve"
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == name
    assert not focus.visibleRegion().isEmpty()


def test_the_way_back_is_offered_only_on_the_way_from_vis(aalborg: User) -> None:
    button = aalborg.workspace.findChild(QAbstractButton, "navigation.way_back")
    assert isinstance(button, QAbstractButton)
    assert not button.isVisible()
    preview = open_preview(aalborg)
    aalborg.click(aalborg.links(preview)[0])
    assert button.isVisible()
    aalborg.go_to("page.description")
    assert button.isVisible()
    aalborg.go_to("page.approve")
    aalborg.go_to("page.contacts")
    assert not button.isVisible()


def test_the_pages_are_turned_with_keys_and_buttons_and_counted(open_draft: OpenDraft) -> None:
    user = open_draft(long_draft())
    preview = open_preview(user)
    count = preview.pages.page_count
    assert count > 2
    preview.pages.set_zoom(100)
    places = []
    for key, modifier in (
        (Qt.Key.Key_PageDown, _CONTROL),
        (Qt.Key.Key_End, _CONTROL),
        (Qt.Key.Key_PageUp, _CONTROL),
        (Qt.Key.Key_Home, _CONTROL),
    ):
        QTest.keyClick(preview.pages, key, modifier)
        places.append((preview.pages.current_page, said_in(preview.tools)[0]))
    numbers = (2, count, count - 1, 1)
    assert places == [(number, f"Side {number} af {count}") for number in numbers]
    press(user, "page.preview.forward")
    assert f"side 2 af {count}" in preview.pages.accessibleName()
    top = preview.pages.verticalScrollBar().value()
    QTest.keyClick(preview.pages, Qt.Key.Key_PageDown)
    assert preview.pages.verticalScrollBar().value() > top


def test_a_page_is_as_wide_as_the_view_or_drawn_in_per_cent(thisted: User) -> None:
    preview = open_preview(thisted)
    view = preview.pages.viewport().width()
    assert preview.pages.zoom == FIT_WIDTH
    assert view - 40 <= preview.pages.page_areas[0].width() <= view
    fitted = preview.pages.page_areas[0].width()
    QTest.keyClick(preview.pages, Qt.Key.Key_Plus, _CONTROL)
    assert preview.pages.page_areas[0].width() > fitted
    assert preview.tools.zoom.currentText() == f"{preview.pages.zoom} %"
    preview.pages.set_zoom(100)
    assert preview.pages.page_areas[0].width() == 794  # 210 mm at 96 dpi
    QTest.keyClick(preview.pages, Qt.Key.Key_Minus, _CONTROL)
    assert preview.pages.zoom == 75
    QTest.keyClick(preview.pages, Qt.Key.Key_0, _CONTROL)
    assert preview.pages.zoom == FIT_WIDTH


def test_each_document_is_shown_and_an_approved_draft_shows_its_receipt_first(
    complete: User, questions: RecordedQuestions
) -> None:
    open_preview(complete)
    choice = preview_of(complete).tools.kind
    assert [choice.itemText(row) for row in range(choice.count())] == ["Skemaet", "Projektskemaerne", "Fordelingen"]
    choose_kind(complete, DocumentKind.ALLOCATION)
    assert "Fordeling af udgifter" in text_of_pages(preview_of(complete))
    complete.go_to("page.contacts")
    approve(complete, questions)
    complete.click("approve.receipt.preview")
    preview = preview_of(complete)
    assert preview.kind is DocumentKind.RECEIPT
    assert "Kontrolkode" in text_of_pages(preview)
    assert {link.words() for link in complete.links(preview)} == {"Se feltet"}


def test_escape_and_the_button_lead_back_to_the_page_of_approval(aalborg: User) -> None:
    open_preview(aalborg)
    QTest.keyClick(focused(aalborg.window), Qt.Key.Key_Escape)
    settle()
    assert aalborg.workspace.shown_aside is None
    assert aalborg.page.objectName() == "page.approve"
    open_preview(aalborg)
    press(aalborg, "page.preview.close")
    assert aalborg.workspace.shown_aside is None
    assert aalborg.workspace.pane.isVisible()


def test_a_document_is_saved_from_the_preview(aalborg: User, questions: RecordedQuestions, tmp_path: Path) -> None:
    open_preview(aalborg)
    choose_kind(aalborg, DocumentKind.PROJECT_SHEET)
    target = tmp_path / "projekter.pdf"
    questions.will_answer(target)
    press(aalborg, "page.preview.save")
    assert questions.last.suggested is not None
    assert "projektskemaer" in questions.last.suggested.name
    assert target.read_bytes().startswith(b"%PDF-")
    aalborg.click_notice("Åbn mappen")
    assert questions.shown_folders == [tmp_path]


def test_only_what_is_in_view_is_drawn_and_a_page_stays_white_in_the_dark(aalborg: User) -> None:
    preview = open_preview(aalborg)
    palette = QPalette(preview.palette())
    palette.setColor(QPalette.ColorRole.Mid, Qt.GlobalColor.black)
    preview.pages.setPalette(palette)
    page = preview.pages.page_areas[0]
    shown = picture(preview.pages.viewport())
    assert shown.pixelColor(QRect(page).topLeft() + QPoint(6, 6)).name() == "#ffffff"
    assert shown.pixelColor(2, 60).name() == "#000000"


def test_taking_a_change_back_leads_from_the_pages_to_its_field(aalborg: User) -> None:
    undone = "projects.0.name"
    aalborg.go_to("page.project.0")
    aalborg.write(undone, "Noget andet")
    open_preview(aalborg)
    aalborg.undo()
    assert aalborg.workspace.shown_aside is None
    assert QApplication.focusWidget() is aalborg.line(undone)


def test_the_window_need_not_grow_for_the_pages(aalborg: User) -> None:
    before = aalborg.window.minimumSizeHint().width()
    open_preview(aalborg)
    assert aalborg.window.minimumSizeHint().width() <= max(before, 860)


def test_a_switch_of_theme_keeps_the_name_that_was_typed_and_the_pages(aalborg: User, qapp: QApplication) -> None:
    aalborg.go_to("page.approve")
    aalborg.write("approve.name", "Åse Ørsted")
    preview = open_preview(aalborg)
    before = qapp.palette()
    dark = QPalette(before)
    dark.setColor(QPalette.ColorRole.Window, Qt.GlobalColor.black)
    dark.setColor(QPalette.ColorRole.WindowText, Qt.GlobalColor.white)
    try:
        qapp.setPalette(dark)
        settle()
        assert preview_of(aalborg) is preview
        press(aalborg, "page.preview.close")
        assert aalborg.line("approve.name").text() == "Åse Ørsted"
    finally:
        qapp.setPalette(before)
        settle()


def test_the_underline_of_a_link_keeps_clear_of_its_letters(aalborg: User) -> None:
    """The underline lies below all descenders."""
    link = LinkButton("gjpqy gjpqy")
    link.resize(link.sizeHint())
    image = link.grab().toImage()
    background = image.pixelColor(image.width() - 1, 0)
    inked = [
        sum(image.pixelColor(x, y) != background for x in range(link.fontMetrics().horizontalAdvance("gjpqy")))
        for y in range(image.height())
    ]
    line = max(range(len(inked)), key=lambda y: inked[y])
    assert line >= link.fontMetrics().ascent() + link.fontMetrics().descent() - 1
    link.deleteLater()


def test_tab_goes_through_the_buttons_the_pages_and_the_links_as_they_are_read(open_draft: OpenDraft) -> None:
    user = open_draft(long_draft())
    preview = open_preview(user)
    preview.close_button.setFocus()
    passed = [preview.close_button.objectName()]
    while len(passed) < 11:
        user.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        passed.append(focus.objectName() or focus.accessibleName())
    names = ("close", "print", "save", "kind", "forward", "smaller", "zoom", "larger", "pages")
    links = [link.accessibleName() for link in preview.answers.links[:2]]
    assert passed == [*(f"page.preview.{name}" for name in names), *links]


def test_the_keys_of_the_text_size_zoom_the_pages_while_they_have_the_focus(aalborg: User) -> None:
    preview = open_preview(aalborg)
    size = aalborg.window.font().pointSizeF()
    preview.pages.set_zoom(100)
    aalborg.control(Qt.Key.Key_Minus)
    assert preview.pages.zoom == 75
    aalborg.control(Qt.Key.Key_0)
    assert preview.pages.zoom == FIT_WIDTH
    assert aalborg.window.font().pointSizeF() == size


def test_an_approved_draft_shows_the_form_when_the_form_is_asked_for(
    complete: User, questions: RecordedQuestions
) -> None:
    complete.go_to("page.contacts")
    approve(complete, questions)
    complete.click("approve.preview")
    assert preview_of(complete).kind is DocumentKind.VIEW
    choose_kind(complete, DocumentKind.PROJECT_SHEET)
    assert preview_of(complete).kind is DocumentKind.PROJECT_SHEET
    press(complete, "page.preview.close")
    complete.use_menu("Skemaet si&de for side")
    assert preview_of(complete).kind is DocumentKind.RECEIPT


def test_of_two_links_to_one_field_the_one_that_was_taken_has_the_focus_again(aalborg: User) -> None:
    preview = open_preview(aalborg)
    places = [link for link in aalborg.links(preview) if str(link.path) == "projects[0].places"]
    assert len(places) == 2
    for number in range(2):
        link = [link for link in aalborg.links(preview) if str(link.path) == "projects[0].places"][number]
        name = link.accessibleName()
        aalborg.click(link)
        press(aalborg, "navigation.way_back")
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus.accessibleName() == name
