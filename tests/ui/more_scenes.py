"""Shows what the scenes of `accessibility` do not: popups, lists below a text, the guide, the panel in use."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from botilbud_desktop.domain.model import replace
from botilbud_desktop.ui.help.guide_window import GuideWindow
from botilbud_desktop.ui.transfer.panel import TransferPanel
from botilbud_desktop.ui.widgets.link_button import LinkButton
from tests.ui import drafts
from tests.ui.accessibility.world import Scene, World, opened_by
from tests.ui.decided import SOME, decide
from tests.ui.test_dates import calendar_button
from tests.ui.test_transfer import PanelUser
from tests.ui.test_writing import BROKEN, DESCRIPTION, FROM_WORD
from tests.ui.user import User, settle

_WIDE = 1600
"""A window of this width, in px, has room for the guidance beside a text in full window."""


def _popup(user: User, opener: QWidget) -> Iterator[QWidget]:
    user.click(opener)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    yield popup
    user.press(Qt.Key.Key_Escape)


def _popups(world: World) -> Iterator[QWidget]:
    user = world.open_draft(drafts.example("aalborg"))
    user.go_to("page.project.0")
    yield from _popup(user, user.widget(f"{DESCRIPTION}.counts", LinkButton))
    yield from _popup(user, calendar_button(user))


def _below_a_text(world: World) -> Iterator[QWidget]:
    user = world.open_draft(drafts.with_empty_project())
    user.write_and_leave("projects.0.gross_construction_cost", "22900000")
    user.write_and_leave("projects.0.completion_date", "31.2.2026")
    user.write_and_leave("projects.0.share_for_others", "101")
    user.click(DESCRIPTION)
    user.paste(FROM_WORD)
    yield user.window
    user.write(DESCRIPTION, BROKEN)
    user.press(Qt.Key.Key_Tab)
    yield user.window
    user.go_to("page.description")
    user.write("description", "→" * 8)
    user.press(Qt.Key.Key_Tab)
    yield user.window


def _full_window(world: World) -> Iterator[QWidget]:
    user = world.open_draft(drafts.example("aalborg"))
    user.window.resize(_WIDE, 800)
    user.go_to("page.description")
    user.click("description")
    user.use_menu("Skriv i hele &vinduet")
    yield user.window
    user.press(Qt.Key.Key_Escape)


def _guide(world: World) -> Iterator[QWidget]:
    user = world.open_draft(drafts.example("thisted"))
    user.go_to("page.applicant")
    user.press(Qt.Key.Key_F1)
    settle()
    (window,) = [one for one in user.window.findChildren(GuideWindow) if one.isVisible()]
    yield window
    for words in ("brugernavn", "zebra", ""):
        window.search.setText(words)
        settle()
        yield window
    window.page.go_to("kriterier")
    settle()
    yield window
    window.close()


def _decided_settings(world: World) -> Iterator[QWidget]:
    user = world.open_draft(drafts.complete())
    decide(user.window, SOME)
    yield from opened_by(user, "&Indstillinger …")


def _panel_in_use(world: World) -> Iterator[QWidget]:
    text = "Målgruppen er borgere med behov ≤ 5.\nAlle pladser er til andre kommuner."
    there = PanelUser(world.open_draft(replace(drafts.complete(), description=text)))
    yield from _each_tab(there.panel)
    for _field in range(3):
        there.enter()
    yield there.panel
    there.show("description")
    there.enter()
    there.paste_back(text[:-12].replace("≤", "?"))
    yield there.panel
    yield from _each_tab(there.panel)
    there.panel.close()
    yield there.back_to_the_window().window


def _each_tab(panel: TransferPanel) -> Iterator[QWidget]:
    for index in range(panel.tabs.count()):
        panel.tabs.setCurrentIndex(index)
        settle()
        yield panel


MORE_SCENES: Mapping[str, Scene] = {
    "popups": _popups,
    "below a text": _below_a_text,
    "full window": _full_window,
    "guide": _guide,
    "panel in use": _panel_in_use,
    "decided settings": _decided_settings,
}
