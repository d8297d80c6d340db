"""The list of keys in the guide holds the keys that the window really has, and no other."""

from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from botilbud_desktop.ui.help.topics import Topic
from tests.ui.test_guide import _KEY, _portable, topics
from tests.ui.test_transfer import PanelUser
from tests.ui.user import User, step_names

__all__ = ["topics"]


def keys_of(top: QWidget) -> set[str]:
    """Returns the keys of all commands and shortcuts below a window, as Qt writes them."""
    sequences = [keys for action in top.findChildren(QAction) for keys in action.shortcuts()]
    for shortcut in top.findChildren(QShortcut):
        sequences += shortcut.keys()
    return {keys.toString(QKeySequence.SequenceFormat.PortableText) for keys in sequences} - {""}


def listed(topic: Topic) -> set[str]:
    """Returns the keys in the first column of the table of keys; `Ctrl+1 til Ctrl+7` names all between."""
    found: set[str] = set()
    for line in topic.markdown.splitlines():
        if not line.startswith("| **"):
            continue
        first = line.split("|")[1]
        keys = [_portable(text) for text in _KEY.findall(first)]
        if " til " in first:
            start, end = (int(key[-1]) for key in keys)
            keys = [f"Ctrl+{number}" for number in range(start, end + 1)]
        found |= set(keys)
    return found


def real_keys(user: User) -> set[str]:
    """Returns the keys of the window with every page made, and of the panel for the transfer."""
    for page in step_names(user.application):
        user.go_to(page)
    panel = PanelUser(user).panel
    return keys_of(user.window) | keys_of(panel)


def test_the_table_holds_each_key_of_the_window_and_no_other(thisted: User, topics: dict[str, Topic]) -> None:
    real, told = real_keys(thisted), listed(topics["tastatur"])
    assert told - real == set(), "these do nothing"
    assert real - told == set(), "these are not told of"


def test_a_key_that_nobody_told_of_would_be_noticed(thisted: User, topics: dict[str, Topic]) -> None:
    QShortcut(QKeySequence("Ctrl+Alt+J"), thisted.window)
    assert keys_of(thisted.window) - listed(topics["tastatur"]) == {"Ctrl+Alt+J"}
