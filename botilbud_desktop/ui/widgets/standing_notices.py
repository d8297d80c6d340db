"""The bar for what stays until it is settled: a draft that cannot be saved, one that somebody else has open.

It lies below the page, so that nothing moves under the hands of somebody who types. Of several matters the weightiest
is shown; the next one comes up when that is settled.
"""

from enum import IntEnum, auto
from typing import NamedTuple

from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.notice_bar import Action, NoticeBar


class Topic(IntEnum):
    """What a standing notice is about, the weightiest first."""

    ERROR_IN_PROGRAM = auto()
    CHANGED_ELSEWHERE = auto()
    NOT_SAVED = auto()
    NOT_JOURNALLED = auto()
    LOCKED = auto()
    RECOVERY = auto()
    COPY_BESIDE = auto()


_OF_THE_DRAFT = (Topic.CHANGED_ELSEWHERE, Topic.NOT_SAVED, Topic.NOT_JOURNALLED, Topic.LOCKED, Topic.COPY_BESIDE)


class _Notice(NamedTuple):
    text: str
    state: State
    actions: tuple[Action, ...]

    @property
    def words(self) -> tuple[str, State, tuple[str, ...]]:
        """All that is seen of it: said again, it stays as it is, with the focus on its button."""
        return self.text, self.state, tuple(words for words, _act in self.actions)


class StandingNotices:
    """Shows the weightiest of what stands."""

    def __init__(self) -> None:
        self.bar = NoticeBar()
        self._standing: dict[Topic, _Notice] = {}
        self._shown: _Notice | None = None

    def say(self, topic: Topic, text: str, state: State, *actions: Action) -> None:
        """Let the sentence stand, in place of what was said of the same topic."""
        former = self._standing.get(topic)
        if former is None or former.words != (text, state, tuple(words for words, _act in actions)):
            self._standing[topic] = _Notice(text, state, actions)
            self._show()

    def clear(self, topic: Topic) -> None:
        """The matter is settled."""
        if self._standing.pop(topic, None) is not None:
            self._show()

    def is_standing(self, topic: Topic) -> bool:
        """Whether something is said of the topic, shown or waiting behind something weightier."""
        return topic in self._standing

    def clear_draft(self) -> None:
        """The draft is closed, and with it all that was said of it."""
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
