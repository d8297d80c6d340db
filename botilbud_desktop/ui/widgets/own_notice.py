"""The notices of one kind of command, so that none outlives its cause."""

from collections.abc import Callable

from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.notice_bar import Action, Say


class OwnNotice:
    """Says what came of commands of one kind; the next one begins by taking back what the last one said."""

    def __init__(self, say: Say, take_back: Callable[[str], object]) -> None:
        """`take_back` hides a notice if it is still the one that is shown."""
        self._say = say
        self._take_back = take_back
        self._said = ""

    def __call__(self, text: str, state: State, actions: tuple[Action, ...] = ()) -> None:
        """Shows `text`."""
        self._said = text
        self._say(text, state, actions)

    def begin(self) -> None:
        """Take back what was said: another such command begins."""
        said, self._said = self._said, ""
        if said:
            self._take_back(said)
