"""The bar for notices that stay until settled, such as a draft that cannot be saved or that somebody else has open.

It is below the page, so that nothing moves while the user types. Of several notices the most important one is shown;
the next one follows when that is settled.
"""

from enum import IntEnum, auto
from typing import NamedTuple

from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.notice_bar import Action, NoticeBar


class Topic(IntEnum):
    """What a standing notice is about, the most important first."""

    ERROR_IN_PROGRAM = auto()
    CHANGED_ELSEWHERE = auto()
    NOT_SAVED = auto()
    NOT_JOURNALLED = auto()
    LOCKED = auto()
    ROUND_CHANGED = auto()
    TEMPORARY_PLACE = auto()
    RECOVERY = auto()
    OTHER_NAME = auto()
    COPY_BESIDE = auto()


_OF_THE_DRAFT = (
    *(Topic.CHANGED_ELSEWHERE, Topic.NOT_SAVED, Topic.NOT_JOURNALLED, Topic.LOCKED),
    *(Topic.ROUND_CHANGED, Topic.TEMPORARY_PLACE, Topic.OTHER_NAME, Topic.COPY_BESIDE),
)


class _Notice(NamedTuple):
    text: str
    state: State
    actions: tuple[Action, ...]

    @property
    def visible(self) -> tuple[str, State, tuple[str, ...]]:
        """What the user sees of it; an equal notice is not shown anew, so that its button keeps the focus."""
        return self.text, self.state, tuple(words for words, _act in self.actions)


class StandingNotices:
    """Shows the most important standing notice."""

    def __init__(self) -> None:
        self.bar = NoticeBar()
        self._standing: dict[Topic, _Notice] = {}
        self._shown: _Notice | None = None

    def say(self, topic: Topic, text: str, state: State, *actions: Action) -> None:
        """Shows the sentence until it is cleared, in place of the former one of the same topic."""
        former = self._standing.get(topic)
        if former is None or former.visible != (text, state, tuple(words for words, _act in actions)):
            self._standing[topic] = _Notice(text, state, actions)
            self._show()

    def clear(self, topic: Topic) -> None:
        """Removes the notice of `topic`, which is settled."""
        if self._standing.pop(topic, None) is not None:
            self._show()

    def is_standing(self, topic: Topic) -> bool:
        """Whether the topic has a notice, shown or waiting behind a more important one."""
        return topic in self._standing

    def clear_draft(self) -> None:
        """Removes all notices about the draft, which is closed."""
        for topic in _OF_THE_DRAFT:
            self._standing.pop(topic, None)
        self._show()

    def _show(self) -> None:
        notice = self._standing[min(self._standing)] if self._standing else None
        if notice is self._shown:
            return
        self._shown = notice
        if notice is None:
            self.bar.clear()
        else:
            self.bar.say(notice.text, notice.state, *notice.actions)
