"""The system's print dialog."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

_MISSING = {
    "Page &Set:": "&Sider:",
    "Off": "Kun på den ene side",
    "Long side binding": "Vend på lang kant",
    "Short side binding": "Vend på kort kant",
}
"""What Qt's Danish translation lacks, where the dialog is Qt's own."""


def has_printer() -> bool:
    """Whether the computer has a printer."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return bool(QPrinterInfo.availablePrinterNames())


def ask_for_printer(title: str, page_count: int, parent: QWidget) -> "QPrinter | None":
    """Asks for the printer, the pages and the number of copies; None when the user cancels."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)  # the default printer with its own settings
    _use_a4(printer)
    dialog = _print_dialog(printer, title, page_count, parent)
    chosen = dialog.exec()
    dialog.deleteLater()
    return printer if chosen else None


def _use_a4(printer: "QPrinter") -> None:
    from PySide6.QtGui import QPageSize

    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))


def _print_dialog(printer: "QPrinter", title: str, page_count: int, parent: QWidget) -> "QPrintDialog":
    from PySide6.QtPrintSupport import QPrintDialog

    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    dialog.setOption(dialog.PrintDialogOption.PrintCurrentPage, True)
    dialog.setMinMax(1, page_count)
    for widget in dialog.findChildren(QWidget):
        _translate(widget)
    return dialog


def _translate(widget: QWidget) -> None:
    if isinstance(widget, (QLabel, QAbstractButton)) and widget.text() in _MISSING:
        widget.setText(_MISSING[widget.text()])
    elif isinstance(widget, QComboBox):
        for row in range(widget.count()):
            widget.setItemText(row, _MISSING.get(widget.itemText(row), widget.itemText(row)))
