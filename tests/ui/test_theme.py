"""Switching theme or text size at run time: everything follows, and no input is lost."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from botilbud_desktop.ui.style import states
from botilbud_desktop.ui.style.icons import origin_of
from botilbud_desktop.ui.style.palettes import black_palette, dark_palette, light_palette
from botilbud_desktop.ui.style.selection import contrast
from botilbud_desktop.ui.style.states import State, quiet_colour, state_colour, state_surface, translated_colour
from botilbud_desktop.ui.style.theme import Theme, apply_text_size, apply_theme
from tests.ui.conftest import OpenWindow
from tests.ui.user import User, focused, is_in_view, settle

DESCRIPTION = "projects.0.description"


@pytest.fixture(autouse=True)
def reset_appearance(qapp: QApplication) -> Iterator[None]:
    """Resets theme and text size after each test."""
    yield
    apply_text_size(qapp, 100)
    apply_theme(qapp, Theme.SYSTEM)
    settle()


def switch(qapp: QApplication, theme: Theme) -> None:
    apply_theme(qapp, theme)
    settle()


@pytest.mark.parametrize("theme", [Theme.DARK, Theme.HIGH_CONTRAST])
def test_a_switch_of_theme_keeps_step_field_cursor_selection_scroll_and_page(
    aalborg: User, qapp: QApplication, theme: Theme
) -> None:
    aalborg.click(DESCRIPTION)
    area = aalborg.area(DESCRIPTION)
    cursor = area.textCursor()
    cursor.setPosition(40)
    cursor.setPosition(60, cursor.MoveMode.KeepAnchor)
    area.setTextCursor(cursor)
    page, scroll = aalborg.page, aalborg.page.verticalScrollBar().value()
    assert scroll > 0
    switch(qapp, theme)
    assert aalborg.page is page
    assert page.verticalScrollBar().value() == scroll
    assert focused(aalborg.window) is area
    assert (area.textCursor().anchor(), area.textCursor().position()) == (40, 60)


def test_a_switch_of_theme_keeps_the_name_that_is_half_typed(complete: User, qapp: QApplication) -> None:
    complete.go_to("page.approve")
    complete.write("approve.name", "Åse Kris")
    switch(qapp, Theme.DARK)
    assert complete.line("approve.name").text() == "Åse Kris"
    complete.keys("tensen")
    assert complete.line("approve.name").text() == "Åse Kristensen"


def test_a_switch_of_theme_keeps_the_bar_and_what_its_buttons_do(aalborg: User, qapp: QApplication) -> None:
    done: list[str] = []
    bar = aalborg.workspace.notice
    bar.show_hideable("Noget at vide", State.ATTENTION, (("Gør det", lambda: done.append("gjort")),))
    switch(qapp, Theme.DARK)
    assert aalborg.notice_text() == "Noget at vide"
    background = bar.palette().color(bar.backgroundRole())
    assert background == state_surface(State.ATTENTION, qapp.palette())
    aalborg.click_notice("Gør det")
    assert done == ["gjort"]


def test_a_switch_of_theme_keeps_what_is_opened_in_the_pane(aalborg: User, qapp: QApplication) -> None:
    (toggle, *_others) = aalborg.workspace.pane.criteria.rows[0].findChildren(QAbstractButton)
    aalborg.click(toggle)
    before = said_below(aalborg.workspace.pane)
    switch(qapp, Theme.DARK)
    assert said_below(aalborg.workspace.pane) == before


@pytest.mark.parametrize("theme", [Theme.DARK, Theme.HIGH_CONTRAST, Theme.LIGHT])
def test_every_text_and_icon_takes_on_the_new_theme(thisted: User, qapp: QApplication, theme: Theme) -> None:
    thisted.write_and_leave("projects.0.loan.2025", "22,9")
    thisted.go_to("page.check")
    thisted.go_to("page.project.0")
    switch(qapp, Theme.LIGHT if theme is not Theme.LIGHT else Theme.DARK)
    switch(qapp, theme)
    least = 7.0 if theme is Theme.HIGH_CONTRAST else 4.5
    for page in ("page.project.0", "page.check", "page.approve", "page.projects", "page.description"):
        thisted.go_to(page)
        dull = [said for said in colours_below(thisted.window) if said[1] < least]
        assert not dull, f"{page}: {dull}"


def test_the_start_page_follows_too_and_keeps_what_was_chosen(open_window: OpenWindow, qapp: QApplication) -> None:
    user = open_window(None)
    chosen = user.window.findChild(QWidget, "start.municipality")
    assert isinstance(chosen, QWidget)
    chosen.setProperty("currentIndex", 7)
    switch(qapp, Theme.DARK)
    assert chosen.property("currentIndex") == 7
    assert all(value >= 4.5 for _text, value in colours_below(user.window))


def test_the_surplus_is_marked_in_the_colours_of_the_new_theme(aalborg: User, qapp: QApplication) -> None:
    aalborg.click(DESCRIPTION)
    switch(qapp, Theme.DARK)
    backgrounds = {
        selection.format.background().color().name() for selection in aalborg.area(DESCRIPTION).extraSelections()
    }
    assert state_surface(State.PROBLEM, qapp.palette()).name() in backgrounds
    assert state_surface(State.PROBLEM, light_palette()).name() not in backgrounds


def test_each_theme_has_its_own_colours_and_system_goes_back_to_the_systems(qapp: QApplication) -> None:
    before = qapp.palette().window().color()
    seen = []
    for theme in (Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST):
        apply_theme(qapp, theme)
        seen.append((states.is_dark(qapp.palette()), states.is_high_contrast(qapp.palette())))
    assert seen == [(False, False), (True, False), (True, True)]
    apply_theme(qapp, Theme.SYSTEM)
    assert qapp.palette().window().color() == before


def test_a_selection_can_be_read_in_each_theme(qapp: QApplication) -> None:
    for theme in Theme:
        apply_theme(qapp, theme)
        palette = qapp.palette()
        assert contrast(palette.highlight().color(), palette.highlightedText().color()) >= 4.5, theme


@pytest.mark.parametrize("palette", [light_palette(), dark_palette(), black_palette(), QPalette("#ffffff")])
def test_states_and_quiet_texts_stand_out_on_the_window_the_input_and_their_surface(palette: QPalette) -> None:
    least = 7.0 if states.is_high_contrast(palette) else 4.5
    grounds = (palette.window().color(), palette.base().color())
    for state in State:
        for ground in (*grounds, state_surface(state, palette)):
            assert contrast(state_colour(state, palette), ground) >= least
            assert contrast(palette.windowText().color(), ground) >= least
    for ground in (*grounds, *(state_surface(state, palette) for state in State)):
        assert contrast(quiet_colour(palette), ground) >= least


def test_a_black_and_a_white_contrast_theme_of_the_system_are_seen_and_an_ordinary_light_one_is_not() -> None:
    black, white = QColor("black"), QColor("white")
    assert states.is_high_contrast(QPalette(white, black, white, white, white, white, black))
    assert states.is_high_contrast(QPalette(black, white, black, black, black, black, white))
    assert not states.is_high_contrast(light_palette())
    assert not states.is_high_contrast(dark_palette())


def test_inside_a_box_high_contrast_is_still_high_contrast() -> None:
    box = black_palette()
    box.setColor(QPalette.ColorRole.Window, state_surface(State.PROBLEM, box))
    assert states.is_high_contrast(box)
    assert state_colour(State.PROBLEM, box) == state_colour(State.PROBLEM, black_palette())


def test_each_colour_of_the_states_has_one_meaning() -> None:
    for one in (light_palette(), dark_palette(), black_palette()):
        for other in (light_palette(), dark_palette(), black_palette()):
            assert translated_colour(quiet_colour(one), other) == quiet_colour(other)
            for state in State:
                assert translated_colour(state_colour(state, one), other) == state_colour(state, other)
                assert translated_colour(state_surface(state, one), other) == state_surface(state, other)
    assert translated_colour(QColor("#123456"), light_palette()) is None


def test_the_text_grows_at_run_time_with_its_headings_and_the_field_stays_in_view(
    aalborg: User, qapp: QApplication
) -> None:
    aalborg.click(DESCRIPTION)
    label, title = aalborg.page.findChildren(QLabel)[1], aalborg.page.heading
    before = label.font().pointSizeF(), title.font().pointSizeF(), aalborg.area(DESCRIPTION).height()
    apply_text_size(qapp, 150)
    settle()
    assert label.font().pointSizeF() == pytest.approx(1.5 * before[0])
    assert title.font().pointSizeF() == pytest.approx(1.5 * before[1], rel=0.02)
    assert aalborg.area(DESCRIPTION).height() > 1.3 * before[2]
    assert focused(aalborg.window) is aalborg.area(DESCRIPTION)
    assert not aalborg.area(DESCRIPTION).visibleRegion().isEmpty()


def test_the_size_of_the_text_is_of_the_systems_and_stays_within_its_limits(qapp: QApplication) -> None:
    system = qapp.font().pointSizeF()
    for percent, share in ((150, 1.5), (150, 1.5), (80, 0.8), (5, 0.8), (9000, 2.0), (100, 1.0)):
        apply_text_size(qapp, percent)
        assert qapp.font().pointSizeF() == pytest.approx(system * share)


def test_a_focused_line_is_whole_in_view_after_the_text_grew(thisted: User, qapp: QApplication) -> None:
    thisted.click("projects.0.loan.2025")
    apply_text_size(qapp, 200)
    settle()
    assert is_in_view(thisted.line("projects.0.loan.2025"))
    thisted.press(Qt.Key.Key_End)
    thisted.keys("1")
    assert thisted.line("projects.0.loan.2025").text().endswith("1")


def said_below(top: QWidget) -> list[str]:
    return [label.text() for label in top.findChildren(QLabel) if label.isVisible()]


def colours_below(top: QWidget) -> Iterator[tuple[str, float]]:
    """Yields the contrast of each label's text, and of each icon of the set, with its background."""
    for widget in top.findChildren(QWidget):
        if not widget.isVisible():
            continue
        ground = widget.palette().color(widget.backgroundRole())
        holder = widget
        while not holder.autoFillBackground() and (above := holder.parentWidget()) is not None:
            holder = above
            ground = holder.palette().color(holder.backgroundRole())
        if isinstance(widget, QLabel) and widget.text() and widget.isEnabled():
            yield widget.text(), contrast(widget.palette().windowText().color(), ground)
        if isinstance(widget, QLabel) and (drawn := origin_of(widget.pixmap())):
            yield drawn.name, contrast(QColor(drawn.colour), ground)
        if isinstance(widget, QAbstractButton) and widget.isEnabled() and (drawn := origin_of(widget.icon())):
            yield drawn.name, contrast(QColor(drawn.colour), widget.palette().button().color())


def test_a_link_with_the_focus_looks_selected_and_keeps_its_letters_free(thisted: User) -> None:
    thisted.go_to("page.description")
    link = next(link for link in thisted.links() if link.words().startswith("Hvorfor viser Word"))
    before = link.grab().toImage()
    link.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    after = link.grab().toImage()
    highlight = link.palette().highlight().color()
    assert after.pixelColor(after.width() // 2, 0).rgb() == highlight.rgb()
    assert before.pixelColor(before.width() // 2, 0).rgb() != highlight.rgb()
    assert not link.children()
