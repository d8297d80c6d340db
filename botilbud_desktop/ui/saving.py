"""Saving: where is asked the first time, a failure stays told in a bar, and nothing is left unsaved by chance."""

from collections.abc import Callable
from pathlib import Path

from botilbud_desktop.storage.errors import ChangedOnDiskError, SaveFailedError
from botilbud_desktop.ui.draft_desk import DraftDesk
from botilbud_desktop.ui.look.states import State
from botilbud_desktop.ui.notice_bar import Action
from botilbud_desktop.ui.questions import DRAFT_FILES, Choice, Questions
from botilbud_desktop.ui.session import Session

Say = Callable[[str, State, tuple[Action, ...]], None]
"""Shows a sentence in the bar, with actions."""

_LEAVING = (
    Choice("save", "Gem kladde …"),
    Choice("discard", "Kassér ændringerne"),
    Choice("stay", "Bliv i kladden"),
)


class Saving:
    """Saves drafts on request."""

    def __init__(self, desk: DraftDesk, questions: Questions, say: Say, silence: Callable[[], None]) -> None:
        """`silence` takes the bar away again when a failure was told in it and is over."""
        self._desk = desk
        self._questions = questions
        self._say = say
        self._silence = silence
        self._failed = False

    def save(self, session: Session) -> bool:
        """Save the draft; the first time, ask where. Returns whether it is on disk."""
        return self._save_to(session, None) if session.place.path else self.save_as(session)

    def save_as(self, session: Session) -> bool:
        """Ask where to save the draft, and save it there."""
        path = self._questions.path_to_save("Gem kladde", self._suggested(session), DRAFT_FILES)
        return path is not None and self._save_to(session, path)

    def save_copy(self, session: Session) -> None:
        """Save a copy somewhere else; the draft stays where it lies."""
        suggested = self._suggested(session)
        suggested = suggested.with_name(f"{suggested.stem} – kopi{suggested.suffix}")
        path = self._questions.path_to_save("Gem en kopi", suggested, DRAFT_FILES)
        if path is None:
            return
        if path == session.place.path:
            self._save_to(session, path)
            return
        try:
            self._desk.save_copy(session, path)
        except SaveFailedError as error:
            self._tell_failure(session, str(error))
        else:
            self._say(f"Kopien er gemt: {path}", State.DONE, ())

    def may_leave(self, session: Session | None) -> bool:
        """Whether the draft can be left: what was changed is saved, or knowingly discarded."""
        if session is None or not session.editor.is_modified:
            return True
        if session.place.path is not None and self._save_to(session, None):
            return True
        answer = self._questions.choose("Kladden er ikke gemt", "Vil du gemme den først?", _LEAVING)
        return answer == "discard" or (answer == "save" and self.save_as(session))

    def _save_to(self, session: Session, path: Path | None) -> bool:
        try:
            self._desk.save(session, path)
        except (SaveFailedError, ChangedOnDiskError) as error:
            self._tell_failure(session, str(error))
            return False
        if self._failed:
            self._failed = False
            self._silence()
        return True

    def _tell_failure(self, session: Session, sentence: str) -> None:
        def save_copy() -> None:
            self.save_copy(session)

        def save_as() -> None:
            self.save_as(session)

        self._failed = True
        self._say(sentence, State.PROBLEM, (("Gem en kopi …", save_copy), ("Gem som …", save_as)))

    def _suggested(self, session: Session) -> Path:
        place = session.place
        return place.path or self._desk.folders.documents / f"{place.suggested_name}.{DRAFT_FILES.ending}"
