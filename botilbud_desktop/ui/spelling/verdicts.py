"""What is known of words in the window: verdicts and suggestions, asked for in a process of their own."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from botilbud_desktop.domain.editing.known_words import RoundWords
from botilbud_desktop.storage.spelling.helper import Helper, SpellingFailedError
from botilbud_desktop.ui.platform.background import Background
from botilbud_desktop.ui.platform.waiting import stand_still

BROKEN = "Stavekontrollen virker ikke, for ordbogen mangler eller kan ikke bruges. Alt andet virker som før."
_MOST_AT_ONCE = 100
"""So many words are asked about together: new ones take up to 40 ms each."""
_MOST_REMEMBERED = 50_000
_MOST_STARTS = 5
_LONGEST_ANSWER_MS = 20_000
"""A process that has not answered by then is ended: it hangs, or a drive does."""
_SECONDS_TO_ANSWER = 0.2
"""So long a running answer may take when the system ends the program: it may be a word that is being listed."""
_REST_MS = 10_000
"""If the program still lives then, the system did not end it after all."""

type Start = Callable[[], Helper]


class Verdicts(QObject):
    """Remembers what the process said; asks about the rest, and tells when more is known."""

    changed = Signal()
    """More is known of some words, or something else than before."""
    suggested = Signal()
    """It is known what may be meant by one word more."""
    told = Signal(str)
    """A sentence for the user: a list cannot be read or written, or nothing works."""

    def __init__(self, make: Start, parent: QObject) -> None:
        """`make` returns a helper that is not started yet; it is called when the first word is asked about."""
        super().__init__(parent)
        self._make = make
        self._background = Background("spelling", self)
        self._helper: Helper | None = None
        self._running: list[Helper] = []
        self.destroyed.connect(partial(_end_all, self._running))
        self._starts = 0
        self._of_round: RoundWords | None = None
        self._names: tuple[str, ...] = ()
        self._wrong: dict[str, bool] = {}
        self._asked: set[str] = set()
        self._suspects: set[str] = set()
        """Words that the process was asked about when it died: they are asked about one at a time."""
        self._given_up: set[str] = set()
        """Words that nothing is known of: the process dies of them."""
        self._skipped: set[str] = set()
        self._suggested: dict[str, tuple[str, ...]] = {}
        self._told: set[str] = set()
        self._watch = QTimer(self)
        self._watch.setSingleShot(True)
        self._watch.setInterval(_LONGEST_ANSWER_MS)
        self._watch.timeout.connect(self._on_hanging)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.changed)

    @property
    def is_broken(self) -> bool:
        """Whether nothing works, so that nothing is known of any word."""
        return self._helper is None and self._starts >= _MOST_STARTS

    @property
    def is_waiting(self) -> bool:
        """Whether answers are to come."""
        return self._background.is_busy

    @property
    def own(self) -> tuple[str, ...]:
        """The words of the user's list."""
        return () if self._helper is None else self._helper.own

    def is_wrong(self, word: str) -> bool | None:
        """Whether no dictionary and no list has the word; None while that is not known."""
        return False if word in self._skipped else self._wrong.get(word)

    def ask(self, words: Iterable[str]) -> bool:
        """Ask about those of the words that nothing is known of; returns whether there are any."""
        unknown = [one for one in dict.fromkeys(words) if one not in self._wrong]
        new = [one for one in unknown if one not in self._asked]
        if self.is_broken:
            return False
        if self._rest.isActive():
            return bool(unknown)
        others = [one for one in new if one not in self._suspects]
        for start in range(0, len(others), _MOST_AT_ONCE):
            self._ask_about(others[start : start + _MOST_AT_ONCE])
        for one in new:
            if one in self._suspects:
                self._ask_about([one])
        return bool(unknown)

    def has_given_up(self, words: Iterable[str]) -> bool:
        """Whether nothing will be known of some of these words, so that they are not marked."""
        return any(word in self._given_up for word in words)

    def judged(self, word: str, seconds: float) -> bool | None:
        """Returns whether a word is wrong, after at most these seconds; None if that is not known by then, or ever."""
        if self.ask([word]):
            self._background.wait(seconds)
        return None if word in self._given_up else self.is_wrong(word)

    def know(self, of_round: RoundWords, names: Sequence[str]) -> None:
        """Let the words of a round and these names be right, in place of those given before."""
        if (of_round, tuple(names)) != (self._of_round, self._names):
            self._of_round, self._names = of_round, tuple(names)
            if self._helper is not None:
                self._tell_names(self._helper)

    def skip(self, word: str) -> None:
        """Let a word be right until the program is closed."""
        self._skipped.add(word)
        self.changed.emit()

    def prepare(self, word: str) -> None:
        """Ask what may be meant by a word, if nothing else is asked for."""
        may_ask = not (self.is_broken or self.is_waiting or self._rest.isActive())
        if may_ask and word not in self._suggested:
            self._suggest(word)

    def suggestions(self, word: str, seconds: float) -> tuple[str, ...] | None:
        """Returns what may be meant by a word, after at most these seconds; None if that is not known by then."""
        if word not in self._suggested and not self.is_broken:
            self._suggest(word)
            self._background.wait(seconds)
        return self._suggested.get(word)

    def add(self, word: str) -> None:
        """Put a word into the user's list."""
        helper = self._started()
        self._do(partial(helper.add, word), partial(self._on_listed, helper, word))

    def remove(self, word: str) -> None:
        """Take a word out of the user's list."""
        helper = self._started()
        self._do(partial(helper.remove, word), partial(self._on_listed, helper, word))

    def close(self) -> None:
        """Let the process end; it is started again when something is asked."""
        self._let_go()
        self._starts = 0

    def end_session(self) -> None:
        """End the process now, and start none by itself for a while: the system is about to end the program.

        Windows' Restart Manager asks windows to close, and the process has none. It runs from the files that an
        upgrade replaces, so it is gone before the system gets its answer.
        """
        self._rest.start()
        helper = self._helper
        if helper is not None:
            self._background.wait(_SECONDS_TO_ANSWER, stand_still)
            helper.end()
            self.close()

    def _ask_about(self, words: Sequence[str]) -> None:
        self._asked.update(words)
        helper = self._started()
        self._do(partial(helper.wrong_of, words), partial(self._on_judged, helper, words))

    def _started(self) -> Helper:
        """Returns the helper; starts one where there is none."""
        if self._helper is None:
            self._helper = helper = self._make()
            self._running.append(helper)
            self._starts += 1
            self._do(helper.start, partial(self._on_started, helper))
            self._tell_names(helper)
        return self._helper

    def _let_go(self) -> None:
        helper, self._helper = self._helper, None
        self._watch.stop()
        self._asked.clear()
        if helper is not None:
            self._running.remove(helper)
            self._background.do(helper.close, _ignore)

    def _do[Result](self, work: Callable[[], Result], done: Callable[[Future[Result]], None]) -> None:
        self._watch.start()
        self._background.do(work, done)

    def _tell_names(self, helper: Helper) -> None:
        if self._of_round is not None:
            self._do(partial(_know, helper, self._of_round, self._names), partial(self._on_known, helper))

    def _suggest(self, word: str) -> None:
        helper = self._started()
        self._do(partial(helper.suggestions, word), partial(self._on_suggested, helper, word))

    def _is_failed(self, helper: Helper, ended: Future[Any]) -> bool:
        """Whether the process has failed; then it is released, and another is tried a few times."""
        if not self._background.is_busy:
            self._watch.stop()
        error = ended.exception()
        if error is None:
            return helper is not self._helper  # it was closed meanwhile
        if not isinstance(error, SpellingFailedError):
            raise error
        if helper is self._helper:
            self._let_go()
            if self.is_broken:
                self._tell(BROKEN)
            self.changed.emit()
        return True

    def _on_started(self, helper: Helper, ended: Future[None]) -> None:
        if not self._is_failed(helper, ended):
            for problem in helper.problems:
                self._tell(problem)

    def _on_known(self, helper: Helper, ended: Future[None]) -> None:
        if not self._is_failed(helper, ended):
            self._forget()

    def _on_judged(self, helper: Helper, words: Sequence[str], ended: Future[frozenset[str]]) -> None:
        if ended.exception() is not None and helper is self._helper:
            self._suspect(words)
        if self._is_failed(helper, ended):
            return
        if len(self._wrong) > _MOST_REMEMBERED:
            self._wrong.clear()
        wrong = ended.result()
        self._asked.difference_update(words)
        self._wrong.update({word: word in wrong for word in words})
        self.changed.emit()

    def _suspect(self, words: Sequence[str]) -> None:
        """Note that one of these words may be what the process died of; one that did so alone is passed over."""
        if len(words) == 1 and words[0] in self._suspects:
            self._wrong[words[0]] = False
            self._given_up.add(words[0])
        self._suspects.update(words)

    def _on_suggested(self, helper: Helper, word: str, ended: Future[tuple[str, ...]]) -> None:
        if ended.exception() is not None and helper is self._helper:
            self._suggested[word] = ()  # it is not asked about again
        if self._is_failed(helper, ended):
            return
        if len(self._suggested) > _MOST_REMEMBERED:
            self._suggested.clear()
        self._suggested[word] = ended.result()
        self.suggested.emit()

    def _on_listed(self, helper: Helper, word: str, ended: Future[str]) -> None:
        if self._is_failed(helper, ended):
            self._tell(f"Din ordliste er ikke ændret med »{word}«. Stavekontrollen virker ikke lige nu.")
            return
        if problem := ended.result():
            self._told.discard(problem)
            self._tell(problem)
        self._forget()

    def _forget(self) -> None:
        """Ask anew: other words are right than before. The process has remembered most of it."""
        self._wrong.clear()
        self._given_up.clear()
        self._suggested.clear()
        self.changed.emit()

    def _tell(self, sentence: str) -> None:
        if sentence not in self._told:
            self._told.add(sentence)
            self.told.emit(sentence)

    def _on_hanging(self) -> None:
        if self._helper is not None:
            self._helper.stop()


def _know(helper: Helper, of_round: RoundWords, names: Sequence[str]) -> None:
    helper.know((*of_round.words, *names))


def _end_all(running: list[Helper]) -> None:
    """End the processes of a window that is gone."""
    for helper in running:
        helper.close()


def _ignore(_ended: Future[None]) -> None:
    """What is left of a process that was closed matters to nobody."""
