"""Which style draws a theme: the one of Windows 10 is light whatever is asked for, so it draws no other theme."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from botilbud_desktop.ui.style.system_switch import SystemSwitch
from botilbud_desktop.ui.style.theme import Theme, apply_theme, style_for
from tests.ui.user import settle

WINDOWS_10, WINDOWS_11 = "windowsvista", "windows11"
IS_LIGHT, IS_DARK, IS_HIGH_CONTRAST = (False, False), (True, False), (False, True)


@pytest.mark.parametrize(
    ("theme", "system_is", "expected"),
    [
        (Theme.SYSTEM, IS_LIGHT, WINDOWS_10),
        (Theme.SYSTEM, IS_DARK, "fusion"),
        (Theme.SYSTEM, IS_HIGH_CONTRAST, "windows"),
        (Theme.LIGHT, IS_LIGHT, WINDOWS_10),
        (Theme.LIGHT, IS_DARK, WINDOWS_10),
        (Theme.LIGHT, IS_HIGH_CONTRAST, "windows"),
        (Theme.DARK, IS_LIGHT, "fusion"),
        (Theme.DARK, IS_DARK, "fusion"),
        (Theme.DARK, IS_HIGH_CONTRAST, "windows"),
        (Theme.HIGH_CONTRAST, IS_LIGHT, "windows"),
        (Theme.HIGH_CONTRAST, IS_DARK, "windows"),
        (Theme.HIGH_CONTRAST, IS_HIGH_CONTRAST, "windows"),
    ],
)
def test_windows_10_is_drawn_in_another_style_unless_it_is_light(
    theme: Theme, system_is: tuple[bool, bool], expected: str
) -> None:
    is_dark, is_high_contrast = system_is
    assert style_for(WINDOWS_10, theme, is_dark=is_dark, is_high_contrast=is_high_contrast) == expected


@pytest.mark.parametrize("system", [WINDOWS_11, "fusion", "macos", "breeze"])
@pytest.mark.parametrize("system_is", [IS_LIGHT, IS_DARK, IS_HIGH_CONTRAST])
def test_other_styles_draw_all_but_the_programs_own_high_contrast(system: str, system_is: tuple[bool, bool]) -> None:
    is_dark, is_high_contrast = system_is
    styles = {theme: style_for(system, theme, is_dark=is_dark, is_high_contrast=is_high_contrast) for theme in Theme}
    assert styles == dict.fromkeys(Theme, system) | {Theme.HIGH_CONTRAST: "windows"}


@pytest.fixture
def on_windows_10(qapp: QApplication) -> Iterator[None]:
    """An application that believes that the system's style is that of Windows 10."""
    before, style = qapp.property("system_style"), qapp.style().name()
    qapp.setProperty("system_style", WINDOWS_10)
    yield
    qapp.setProperty("system_style", before or style)
    apply_theme(qapp, Theme.SYSTEM)
    settle()


@pytest.mark.usefixtures("on_windows_10")
def test_the_chosen_theme_decides_the_style_and_a_switch_of_the_system_looks_again(qapp: QApplication) -> None:
    switch = SystemSwitch(qapp)
    apply_theme(qapp, Theme.DARK)
    assert qapp.style().name() == "fusion"
    qapp.setStyle("windows")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    settle()
    assert qapp.style().name() == "fusion"
    qapp.setStyle("windows")
    hints = qapp.styleHints()
    hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.NoPreference)
    settle()
    assert qapp.style().name() == "fusion"
    switch.deleteLater()
