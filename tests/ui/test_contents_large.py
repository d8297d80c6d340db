"""The details of a required content with a large text: no word of a button is cut."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import ContentVerdict
from botilbud_desktop.ui.pages.contents.popup import ContentPopup
from botilbud_desktop.ui.style.theme import apply_text_size
from botilbud_desktop.ui.widgets.link_button import LinkButton
from tests.ui import drafts
from tests.ui.conftest import OpenDraft


@pytest.mark.parametrize("number", [1, 5])
@pytest.mark.parametrize("percent", [100, 200])
def test_buttons_go_on_below_where_they_have_no_room(
    open_draft: OpenDraft, qapp: QApplication, percent: int, number: int
) -> None:
    apply_text_size(qapp, percent)
    own = {str(number): ContentVerdict.NOT_COVERED}
    user = open_draft(replace(drafts.complete(), judged_contents=own))
    user.go_to("page.description")
    user.click(user.widget(f"judged_contents.{number}", LinkButton))
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, ContentPopup)
    buttons = popup.findChildren(QPushButton)
    assert len(buttons) >= 3
    for button in buttons:
        assert button.width() >= button.sizeHint().width(), button.text()
    (own_label,) = (one for one in popup.findChildren(QLabel) if one.text() == "Din egen vurdering:")
    assert own_label.width() >= own_label.sizeHint().width()
    assert popup.minimumSizeHint().width() <= popup.width()
    popup.close()
