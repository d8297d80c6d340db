"""»Redigér«: undo and redo, the clipboard, find and replace, help with a text, across fields and steps."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenuBar, QWidget

from botilbud_desktop.ui.commands.menus import Menus, key
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.may_change import may_redo, may_undo
from botilbud_desktop.ui.fields.inputs import COMMENT_ACTION
from botilbud_desktop.ui.window.draft_window import DraftWindow

if TYPE_CHECKING:
    from botilbud_desktop.domain.field_path import FieldPath
    from botilbud_desktop.ui.spelling.window_spelling import WindowSpelling
    from botilbud_desktop.ui.text_help.text_help import TextHelp
    from botilbud_desktop.ui.writing.finder import Finder

_BETWEEN_MS = 50
_SPELLING_AFTER_MS = 1000
"""From the time a draft is shown until its words are looked up, in ms."""


class EditCommands(QObject):
    """The commands of the menu »Redigér«."""

    def __init__(self, menus: Menus, window: DraftWindow) -> None:
        super().__init__(window)
        self._window = window
        self._undo = menus.add(menus.edit, "&Fortryd", self._on_undo, QKeySequence(QKeySequence.StandardKey.Undo))
        self._redo = menus.add(menus.edit, "&Gentag", self._on_redo)
        self._redo.setShortcuts([key("Ctrl+Y"), key("Ctrl+Shift+Z")])
        self._finder: Finder | None = None
        self._spelling: WindowSpelling | None = None
        self._begin = QTimer(self)
        self._begin.setSingleShot(True)
        self._begin.setInterval(_SPELLING_AFTER_MS)
        self._begin.timeout.connect(self._on_begin_spelling)
        menus.edit.addSeparator()
        self._field: QWidget | None = None
        self._clipboard = self._add_clipboard(menus)
        menus.add(menus.edit, "&Hent fra udklipsholderen …", self._on_fetch, needs_form=True)
        menus.edit.addSeparator()
        menus.add(menus.edit, "&Søg …", self._on_find, key("Ctrl+F"), needs_form=True)
        menus.add(menus.edit, "Søg og &erstat …", self._on_replace, key("Ctrl+H"), needs_form=True)
        menus.add(menus.edit, "Næste f&und", self._on_find_next, key("F3"), needs_form=True)
        menus.add(menus.edit, "F&orrige fund", self._on_find_previous, key("Shift+F3"), needs_form=True)
        menus.edit.addSeparator()
        menus.add(
            menus.edit, "Indsæt sætning fra ske&maet …", self._on_offer_facts, key("Ctrl+Shift+I"), needs_form=True
        )
        menus.add(menus.edit, "Gø&r teksten kortere …", self._on_shorter, needs_form=True)
        menus.add(menus.edit, "Læs&barhed …", self._on_readability, needs_form=True)
        self._text_help: TextHelp | None = None
        menus.add(menus.edit, "Sta&vekontrol: næste ukendte ord", self._on_next_word, key("F7"), needs_form=True)
        menus.add(menus.edit, "Forslag til or&det", self._on_suggest, key("Ctrl+."), needs_form=True)
        menus.edit.addSeparator()
        comment = menus.add(menus.edit, "Skriv en &kommentar", self._on_comment, key("Shift+F2"), needs_form=True)
        comment.setObjectName(COMMENT_ACTION)
        window.settings_changed.connect(self._on_settings_changed)
        window.form_left.connect(self._on_draft_left)
        window.drafts.opened.connect(self._on_opened)
        window.draft_rendered.connect(self.render_history)

    def _add_clipboard(self, menus: Menus) -> dict[str, QAction]:
        """Add the commands of the clipboard. Their keys belong to the fields: the menu only shows them."""
        standard = QKeySequence.StandardKey
        actions = {
            "CUT": menus.add(menus.edit, "K&lip", self._on_cut, QKeySequence(standard.Cut)),
            "COPY": menus.add(menus.edit, "Kop&iér", self._on_copy, QKeySequence(standard.Copy)),
            "PASTE": menus.add(menus.edit, "Sæ&t ind", self._on_paste, QKeySequence(standard.Paste)),
        }
        for action in actions.values():
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setEnabled(False)
        menus.edit.aboutToShow.connect(self._on_about_to_show)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        return actions

    def render_history(self) -> None:
        """Enable undo and redo while there is something to undo or redo."""
        controller = self._window.controller
        self._undo.setEnabled(controller is not None and may_undo(controller))
        self._redo.setEnabled(controller is not None and may_redo(controller))

    @property
    def finder(self) -> "Finder":
        """Find and replace; made on first use."""
        if self._finder is None:
            from botilbud_desktop.ui.writing.finder import Finder

            self._finder = Finder(self._window)
        return self._finder

    @property
    def text_help(self) -> "TextHelp":
        """Help with one text; made on first use."""
        if self._text_help is None:
            from botilbud_desktop.ui.text_help.text_help import TextHelp

            self._text_help = TextHelp(self._window)
        return self._text_help

    @property
    def spelling(self) -> "WindowSpelling | None":
        """The spelling, made on first use; None where words are not looked up."""
        make = self._window.repository.make_helper
        if self._spelling is None and make is not None:
            from botilbud_desktop.ui.spelling.window_spelling import WindowSpelling

            self._spelling = WindowSpelling(self._window, make)
        return self._spelling

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Remember the field: with Alt, the menu bar takes the focus."""
        if now is not None and not isinstance(now, QMenuBar) and now.window() is self._window:
            self._field = now

    def _on_about_to_show(self) -> None:
        from botilbud_desktop.ui.commands.clipboard import Deed, focused, may

        field = focused(self._window, self._field)
        for name, action in self._clipboard.items():
            action.setEnabled(field is not None and may(field, Deed[name]))

    def _on_cut(self) -> None:
        self._use_clipboard("CUT")

    def _on_copy(self) -> None:
        self._use_clipboard("COPY")

    def _on_paste(self) -> None:
        self._use_clipboard("PASTE")

    def _use_clipboard(self, name: str) -> None:
        from botilbud_desktop.ui.commands.clipboard import Deed, do, focused

        field = focused(self._window, self._field)
        if field is not None:
            do(field, Deed[name])

    def _on_find(self) -> None:
        self.finder.open(replacing=False)

    def _on_replace(self) -> None:
        self.finder.open(replacing=True)

    def _on_find_next(self) -> None:
        if self.finder.bar.query.words:
            self.finder.find_next()
        else:
            self._on_find()

    def _on_find_previous(self) -> None:
        if self.finder.bar.query.words:
            self.finder.find_previous()
        else:
            self._on_find()

    def _on_shorter(self) -> None:
        self._help(None)

    def _on_shortening_asked(self, path: "FieldPath") -> None:
        self._help(path)

    def _help(self, path: "FieldPath | None") -> None:
        from botilbud_desktop.ui.text_help.text_help_dialog import Tab

        self.text_help.open(path, Tab.SHORTER)

    def _on_readability(self) -> None:
        from botilbud_desktop.ui.text_help.text_help_dialog import Tab

        self.text_help.open(None, Tab.READING)

    def _on_begin_spelling(self) -> None:
        """Mark the texts, now that the draft is shown."""
        controller, is_loaded = self._window.controller, self._spelling is not None
        if controller is None or not self._window.repository.settings.current.spelling or self.spelling is None:
            return
        if is_loaded:
            self.spelling.follow(controller)
        else:  # loading it took 15 ms: what was typed meanwhile comes first
            QTimer.singleShot(_BETWEEN_MS, self, self._on_begin_spelling)

    def _on_settings_changed(self) -> None:
        if self._spelling is not None:
            self._spelling.apply_setting()
        self._on_begin_spelling()

    def _on_next_word(self) -> None:
        if self.spelling is not None:
            self.spelling.go_to_next()

    def _on_suggest(self) -> None:
        if self.spelling is not None:
            self.spelling.suggest_here()

    def _on_draft_left(self) -> None:
        if self._finder is not None:
            self._finder.drop()

    def _on_opened(self, controller: DraftController) -> None:
        self._on_draft_left()
        if self._window.repository.make_helper is not None:
            self._begin.start()
        controller.edited.connect(self.render_history)
        controller.shortening_asked.connect(self._on_shortening_asked)
        controller.view_changed.connect(self.render_history)
        self.render_history()

    def _on_undo(self) -> None:
        controller = self._window.controller
        if self._window.workbench is not None:
            self._window.workbench.undo()
        elif controller is not None and may_undo(controller):
            controller.editor.undo()

    def _on_redo(self) -> None:
        controller = self._window.controller
        if self._window.workbench is not None:
            self._window.workbench.redo()
        elif controller is not None and may_redo(controller):
            controller.editor.redo()

    def _on_fetch(self) -> None:
        if self._window.workbench is not None:
            self._window.workbench.document_importing().paste()

    def _on_offer_facts(self) -> None:
        if self._window.workbench is not None:
            self._window.workbench.offer_facts()

    def _on_comment(self) -> None:
        if self._window.workbench is not None:
            self._window.workbench.write_comment()
