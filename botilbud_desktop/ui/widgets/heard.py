"""What Qt does not tell screen readers by itself: headings are headings, links are links, what folds out says so.

Qt has no role for these widgets, so this factory makes their interfaces. Only a screen reader asks for one.
"""

from typing import Any, cast

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAttributesInterface,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QLabel

from botilbud_desktop.ui.style.text import heading_level, is_heading

_INSTALLED = "heard"
"""Property of the application: the factory is installed."""
_LABEL, _LINK, _DISCLOSURE = "PlainLabel", "LinkButton", "Disclosure"
"""Names of the classes as Qt asks for them: importing the classes would load them too early."""


def install() -> None:
    """Tell screen readers more from now on; a second call does nothing."""
    application = QCoreApplication.instance()
    if application is not None and not application.property(_INSTALLED):
        application.setProperty(_INSTALLED, True)
        QAccessible.installFactory(_interface_of)


def _interface_of(name: str, thing: QObject | None) -> QAccessibleInterface | None:
    """Returns the interface of a widget whose class has this name; None where Qt's own is right."""
    if name == _LABEL and isinstance(thing, QLabel) and is_heading(thing):
        return HeardHeading(thing)
    if name == _LINK and isinstance(thing, QAbstractButton):
        return HeardLink(thing, QAccessible.Role.Link)
    if name == _DISCLOSURE and isinstance(thing, QAbstractButton):
        return HeardDisclosure(thing, QAccessible.Role.Button)
    return None


class HeardHeading(QAccessibleWidget):
    """A heading with its level, so that the keys of a screen reader lead from one to the next."""

    def __init__(self, label: QLabel) -> None:
        super().__init__(label, QAccessible.Role.Heading)
        self._level = _Level(heading_level(label))

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """Returns the part of the interface that tells of `kind`; the level is an attribute."""
        if kind is QAccessible.InterfaceType.AttributesInterface:
            return self._level
        return super().interface_cast(kind)

    def text(self, kind: QAccessible.Text) -> str:
        label = cast("QLabel", self.widget())
        return super().text(kind) or (label.text().replace("&&", "&") if kind is QAccessible.Text.Name else "")


class _Level(QAccessibleAttributesInterface):
    """The level of a heading: 1 is the page's title."""

    def __init__(self, level: int) -> None:
        super().__init__()
        self._level = level

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        return [QAccessible.Attribute.Level]

    def attributeValue(self, key: QAccessible.Attribute) -> int | None:
        return self._level if key is QAccessible.Attribute.Level else None


class HeardLink(QAccessibleWidget):
    """A button with another role, pressed in the same way."""

    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction(), *super().actionNames()]

    def doAction(self, name: str) -> None:
        if name == QAccessibleActionInterface.pressAction():
            cast("QAbstractButton", self.widget()).click()
        else:
            super().doAction(name)


class HeardDisclosure(HeardLink):
    """A button that tells whether what it folds out is shown."""

    def text(self, kind: QAccessible.Text) -> str:
        """Returns no description without one of its own: Qt would say the tip, which has the words of the name."""
        button = self.widget()
        if kind is QAccessible.Text.Description and not button.accessibleDescription():
            return ""
        return super().text(kind)

    def state(self) -> QAccessible.State:
        told = super().state()
        is_open = cast("QAbstractButton", self.widget()).isChecked()
        told.expandable, told.expanded, told.collapsed = 1, int(is_open), int(not is_open)
        return told
