"""The input for the number of an application, in the list."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from botilbud_desktop.storage.collection.agenda_store import LONGEST_NUMBER
from botilbud_desktop.ui.fields.inputs import LineInput

NUMBER_FIELD = "agenda.number"


class NumberDelegate(QStyledItemDelegate):
    """Empty is the number of the place."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        field = LineInput(parent, own_history=True)
        field.setObjectName(NUMBER_FIELD)
        field.setMaxLength(LONGEST_NUMBER)
        field.setFrame(False)
        field.setAutoFillBackground(True)
        field.setPlaceholderText(str(index.data()))
        field.setAccessibleName("Ansøgningens nummer")
        return field
