"""»Fil«: create, open, save, compare and close drafts."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from botilbud_desktop.ui.commands.menus import Menus, key
from botilbud_desktop.ui.window.draft_window import DraftWindow

if TYPE_CHECKING:
    from botilbud_desktop.ui.collecting.collecting import Collecting
    from botilbud_desktop.ui.window.start_page import StartPage


class FileCommands(QObject):
    """The commands of the menu »Fil«."""

    def __init__(self, menus: Menus, window: DraftWindow) -> None:
        super().__init__(window)
        self._window = window
        self._collecting: Collecting | None = None
        standard = QKeySequence.StandardKey
        menu = menus.file
        menus.add(menu, "&Ny kladde", self._on_new, QKeySequence(standard.New))
        menus.add(menu, "Ny kladde ud f&ra en tidligere …", self.carry_over)
        menus.add(menu, "&Åbn …", self.ask_which_to_open, QKeySequence(standard.Open))
        menus.add(menu, "&Gem kladde", self._on_save, QKeySequence(standard.Save), needs_draft=True)
        menus.add(menu, "Gem &som …", self._on_save_as, key("Ctrl+Shift+S"), needs_draft=True)
        menus.add(menu, "Gem en &kopi …", self._on_save_copy, needs_draft=True)
        menus.add(menu, "Send til k&ollega …", self._on_send, needs_draft=True)
        menus.add(menu, "Pak &til KKR …", self._on_pack, needs_draft=True)
        menu.addSeparator()
        menus.add(menu, "Tidligere &versioner …", self._on_versions)
        menus.add(menu, "Sammenlign eller &flet med en kopi …", self._on_compare, needs_form=True)
        menus.add(menu, "Indsæt projekter fra Ex&cel-fil …", self._on_import, needs_form=True)
        menus.add(menu, "H&ent fra dokument …", self._on_fetch, needs_form=True)
        menus.add(menu, "Tilfø&j en ansøgningsrunde …", self._on_add_round)
        menus.add(menu, "Sa&ml ansøgninger …", self._on_collect)
        menu.addSeparator()
        menus.add(menu, "Gem som &Word …", self._on_word, needs_form=True)
        menus.add(menu, "Gem som E&xcel …", self._on_workbook, needs_form=True)
        menus.add(menu, "Gem alle &papirer …", self._on_save_papers, needs_form=True)
        menus.add(menu, "&Udskriv …", self._on_print, QKeySequence(standard.Print), needs_form=True)
        menus.add(menu, "U&dskriv alle papirer …", self._on_print_papers, needs_form=True)
        menu.addSeparator()
        menus.add(menu, "&Indstillinger …", self._on_settings, key("Ctrl+,"))
        menu.addSeparator()
        menus.add(menu, "&Luk kladden", self._on_new, key("Ctrl+W"), needs_draft=True)
        menus.add(menu, "&Afslut", window.close, key("Ctrl+Q"))
        window.start_made.connect(self._on_start_made)

    def ask_which_to_open(self) -> None:
        """Ask for the file of a draft and open it."""
        path = self._window.questions.path_to_open(self._folder())
        if path is not None:
            self._window.drafts.open_path(path)

    def _folder(self) -> Path:
        """Returns the folder in which drafts are looked for."""
        controller, repository = self._window.controller, self._window.repository
        return repository.folder_of(controller) if controller is not None else repository.drafts_folder()

    def _on_import(self) -> None:
        from botilbud_desktop.ui.questions import SPREADSHEETS

        window = self._window
        if window.workbench is not None:
            path = window.questions.path_to_open(window.repository.folder_of(window.workbench.controller), SPREADSHEETS)
            if path is not None:
                window.workbench.table_importing().open(path)

    def _on_fetch(self) -> None:
        if self._window.workbench is not None:
            self._window.workbench.fetch_from_document()

    def _on_add_round(self) -> None:
        self._window.rounds.ask()

    def _on_start_made(self, page: "StartPage") -> None:
        page.carry_asked.connect(self.carry_over)
        page.open_asked.connect(self.ask_which_to_open)
        page.collect_asked.connect(self._on_collect)

    def _on_collect(self) -> None:
        from botilbud_desktop.ui.collecting.collecting import Collecting

        if self._collecting is None:
            self._collecting = Collecting(self._window)
        self._collecting.show()

    def _on_settings(self) -> None:
        from botilbud_desktop.ui.settings.open_settings import open_settings

        open_settings(self._window)

    def _on_new(self) -> None:
        if self._window.drafts.may_leave():
            self._window.show_start()

    def _on_save(self) -> None:
        if self._window.drafts.saving is not None:
            self._window.drafts.saving.save()

    def _on_save_as(self) -> None:
        if self._window.drafts.saving is not None:
            self._window.drafts.saving.save_as()

    def _on_save_copy(self) -> None:
        if self._window.drafts.saving is not None:
            self._window.drafts.saving.save_copy()

    def carry_over(self) -> None:
        """Make a new draft from an earlier one."""
        from botilbud_desktop.ui.carrying.carrying import Carrying

        window = self._window
        if not window.drafts.may_leave():  # the earlier draft may be the open one: its file is read
            return
        made = window.drafts.open_made
        carrying = Carrying(window, window.repository, window.questions, window.say, made)
        carrying.ask(self._folder())

    def _on_send(self) -> None:
        from botilbud_desktop.ui.sending.sending import Sending

        window = self._window
        if window.controller is not None and window.drafts.saving is not None:
            sent = (window.controller, window.drafts.saving, window.repository, window.questions)
            Sending(*sent, window.say).ask()

    def _on_pack(self) -> None:
        from botilbud_desktop.ui.attachments.packing import Packing

        window = self._window
        if window.controller is not None and window.drafts.saving is not None:
            packed = (window.controller, window.drafts.saving, window.repository, window.questions)
            Packing(*packed, window.say).ask()

    def _on_versions(self) -> None:
        self._window.show_versions()

    def _on_compare(self) -> None:
        if self._window.workbench is not None:
            self._window.workbench.comparisons(self._window).compare_with_copy()

    def _on_print_papers(self) -> None:
        if self._window.workbench is not None:
            self._window.workbench.print_papers()

    def _on_save_papers(self) -> None:
        if self._window.workbench is not None:
            self._window.workbench.save_papers()

    def _on_workbook(self) -> None:
        from botilbud_desktop.documents.export import ExportKind

        if self._window.workbench is not None:
            self._window.workbench.export(ExportKind.WORKBOOK)

    def _on_word(self) -> None:
        from botilbud_desktop.documents.export import ExportKind

        if self._window.workbench is not None:
            self._window.workbench.export(ExportKind.WORD)

    def _on_print(self) -> None:
        if self._window.workbench is not None:
            self._window.workbench.print_document()
