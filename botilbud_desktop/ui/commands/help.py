"""Hjælp: the ministry's letter, and what this program is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from botilbud_desktop import __version__
from botilbud_desktop.ui.menus import Menus

if TYPE_CHECKING:
    from botilbud_desktop.ui.main_window import MainWindow


class HelpCommands(QObject):
    """The commands of the menu Hjælp."""

    def __init__(self, menus: Menus, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        menus.add(menus.help, "Ministeriets &brev og vejledning", self._on_letter)
        menus.add(menus.help, "&Om Botilbud Desktop", self._on_about)

    def _on_letter(self) -> None:
        from botilbud_desktop.ui.letter_dialog import LetterDialog

        window, library = self._window, self._window.desk.library
        form = window.session.round if window.session else library.round(library.ids()[0])
        dialog = LetterDialog(form, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_about(self) -> None:
        self._window.questions.tell(
            f"Botilbud Desktop {__version__}",
            "Til kladder, kontrol og kvittering. Programmet bruger ikke netværket, og alt bliver på din computer.\n"
            "Programmets kode er under MIT-licensen. Qt og PySide6 er under LGPL, skriften Noto Sans under OFL.",
        )
