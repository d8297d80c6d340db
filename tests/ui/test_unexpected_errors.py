"""Unexpected errors: one calm message, a report without the user's input, and the work goes on."""

import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from types import TracebackType

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from botilbud_desktop.ui.platform.error_reporter import MAX_TIMES_SHOWN, QUIET_SECONDS, ErrorReporter
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.standing_notices import StandingNotices, Topic
from tests.storage.scripted_errors import MARKS, SCRIPTED, TEXT
from tests.ui.user import User, settle

SAVED = "Alt, hvad du har skrevet, er gemt kl. 14.32."
TOLD = f"Der skete en fejl i programmet. {SAVED} Du kan arbejde videre."
UNSURE = (
    "Der skete en fejl i programmet. Det er ikke sikkert, at det sidste, du skrev, er gemt, så gem kladden nu. "
    "Du kan arbejde videre."
)

Hooks = tuple[Callable[..., object], Callable[..., object], Callable[..., object]]


def hooks() -> Hooks:
    return sys.excepthook, threading.excepthook, sys.unraisablehook


class Scene:
    """A window with an error reporter, and a fake clock."""

    def __init__(self, user: User, qapp: QApplication) -> None:
        self.user = user
        self.clipboard = qapp.clipboard()
        self.now = 1000.0
        self.secured = 0
        self.passed_on: list[type[BaseException]] = []
        self.secure: Callable[[], bool] = self.secure_well
        self.what_is_saved: Callable[[], str] = lambda: SAVED
        self._error_reporter: ErrorReporter | None = None

    @property
    def error_reporter(self) -> ErrorReporter:
        assert self._error_reporter is not None
        return self._error_reporter

    def begin(self, *, debug: bool = False) -> None:
        """Reports errors from now on; call it in the test itself, so that it replaces pytest-qt's hooks."""
        sys.excepthook = self._pass_on
        self._error_reporter = ErrorReporter(
            self.user.window.notices,
            self._secure,
            self._what_is_saved,
            debug=debug,
            monotonic=lambda: self.now,
        )

    def end(self) -> None:
        if self._error_reporter is not None:
            self._error_reporter.close()

    def _secure(self) -> bool:
        return self.secure()

    def _what_is_saved(self) -> str:
        return self.what_is_saved()

    def secure_well(self) -> bool:
        self.secured += 1
        return True

    def fail(self, fail: Callable[[], object]) -> None:
        """Calls `fail` from the event loop, as a slot is called."""
        QTimer.singleShot(0, self.user.window, fail)
        settle()

    def said(self) -> str:
        """Returns the text of the notice bar."""
        bar = self.user.window.notices.bar
        return bar.message.text() if bar.isVisible() else ""

    def press(self, words: str) -> None:
        """Presses a button of the bar."""
        buttons = self.user.window.notices.bar.findChildren(QPushButton)
        self.user.click(next(button for button in buttons if button.isVisible() and button.text() == words))

    def hide(self) -> None:
        self.press("Skjul")

    def copied_report(self) -> str:
        self.press("Kopiér rapport")
        return self.clipboard.text()

    def _pass_on(self, kind: type[BaseException], _error: BaseException, _traceback: TracebackType | None) -> None:
        self.passed_on.append(kind)


@pytest.fixture
def scene(aalborg: User, qapp: QApplication) -> Iterator[Scene]:
    made = Scene(aalborg, qapp)
    yield made
    made.end()


def fail() -> None:
    raise ValueError(TEXT)


def fail_otherwise() -> None:
    raise KeyError(TEXT)


def test_an_error_in_a_slot_is_told_once_and_calmly_and_the_work_goes_on(scene: Scene) -> None:
    scene.begin()
    scene.fail(fail)
    user = scene.user
    assert scene.said() == TOLD
    assert scene.secured == 1
    user.write("projects.0.loan.2025", "23000")
    assert user.value("projects.0.loan.2025") == 23000
    scene.hide()
    assert not user.window.notices.is_standing(Topic.ERROR_IN_PROGRAM)


def test_nothing_is_printed_and_nobody_else_gets_to_know_the_texts(
    scene: Scene, capfd: pytest.CaptureFixture[str]
) -> None:
    scene.begin()
    scene.fail(fail)
    threading.Thread(target=fail).start()
    settle()
    printed = capfd.readouterr()
    assert printed.out + printed.err == ""
    assert scene.passed_on == []
    assert getattr(sys, "last_exc", None) is None


def test_nothing_of_an_error_is_kept_where_python_and_qt_leave_it(scene: Scene) -> None:
    """It would hold on to all objects of the code that failed."""
    scene.begin()
    error = ValueError()
    names = ("last_exc", "last_type", "last_value", "last_traceback")
    for name in names:
        setattr(sys, name, error)
    sys.excepthook(ValueError, error, None)
    settle()
    assert [name for name in names if vars(sys).pop(name, None) is not None] == []


def test_with_debug_the_former_hook_gets_the_error_too(scene: Scene) -> None:
    scene.begin(debug=True)
    scene.fail(fail)
    assert scene.passed_on == [ValueError]
    assert scene.said() == TOLD


def test_the_report_can_be_copied_and_holds_nothing_that_was_typed(scene: Scene) -> None:
    scene.begin()
    for scripted in SCRIPTED.values():
        scene.fail(scripted)
    report = scene.copied_report()
    assert report == scene.error_reporter.report()
    assert report.startswith("Teknisk rapport fra Botilbud Desktop ")
    assert "1 gang: ValueError (i vinduet)" in report
    assert [mark for mark in MARKS if mark in report] == []
    assert scene.said().startswith("Rapporten er kopieret")


def test_errors_that_come_while_one_is_told_are_only_counted(scene: Scene) -> None:
    scene.begin()
    for _time in range(3):
        scene.fail(fail)
    scene.fail(fail_otherwise)
    assert scene.said() == TOLD
    assert scene.secured == 1
    report = scene.copied_report()
    assert "3 gange: ValueError (i vinduet)" in report
    assert "1 gang: KeyError (i vinduet)" in report


def test_an_error_at_every_turn_is_not_told_again_and_again(scene: Scene) -> None:
    scene.begin()
    scene.fail(fail)
    scene.hide()
    for _turn in range(20):
        scene.now += QUIET_SECONDS / 10
        scene.fail(fail)
        assert scene.said() == ""
    scene.fail(fail_otherwise)
    assert scene.said() == TOLD


def test_an_error_that_comes_back_after_a_while_is_told_again_a_few_times(scene: Scene) -> None:
    scene.begin()
    for _time in range(MAX_TIMES_SHOWN):
        scene.fail(fail)
        assert scene.said() == TOLD
        scene.hide()
        scene.now += QUIET_SECONDS
    scene.fail(fail)
    assert scene.said() == ""
    assert f"{MAX_TIMES_SHOWN + 1} gange: ValueError" in scene.error_reporter.report()


def test_very_many_kinds_of_errors_are_counted_and_not_kept(scene: Scene) -> None:
    scene.begin()
    makers = [type(f"Error{number}", (ValueError,), {}) for number in range(30)]
    for kind in makers:
        setattr(sys.modules[__name__], kind.__name__, kind)
        kind.__module__ = __name__
        scene.fail(partial(throw, kind))
    report = scene.error_reporter.report()
    assert "Error19" in report
    assert "Error20" not in report
    assert "Og 10 fejl til." in report


def test_when_what_was_typed_cannot_be_secured_the_message_says_so(scene: Scene) -> None:
    scene.begin()
    scene.secure = lambda: False
    scene.fail(fail)
    assert scene.said() == UNSURE


@pytest.mark.parametrize("broken", ["secure", "what_is_saved"])
def test_an_error_in_dealing_with_an_error_is_no_second_message(scene: Scene, broken: str) -> None:
    scene.begin()
    setattr(scene, broken, fail_otherwise)
    scene.fail(fail)
    assert scene.said() == UNSURE
    assert "1 gang: KeyError (under fejlbehandlingen)" in scene.error_reporter.report()
    assert scene.passed_on == []


def test_a_message_that_cannot_be_shown_is_tried_a_few_times_and_never_recurses(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = []

    def say(*_anything: object) -> None:
        tries.append(1)
        raise KeyError(TEXT)

    monkeypatch.setattr(StandingNotices, "say", say)
    scene.begin()
    for _time in range(10):
        scene.now += QUIET_SECONDS
        scene.fail(fail)
    assert len(tries) == MAX_TIMES_SHOWN
    assert f"{MAX_TIMES_SHOWN} gange: KeyError (under fejlbehandlingen)" in scene.error_reporter.report()
    assert scene.passed_on == []


def test_an_endless_recursion_in_a_slot_is_told_like_any_other_error(scene: Scene) -> None:
    scene.begin()
    scene.fail(SCRIPTED["endless recursion"])
    assert scene.said() == TOLD
    assert "RecursionError (i vinduet)" in scene.error_reporter.report()


def test_an_error_that_cannot_be_described_is_still_told(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("botilbud_desktop.ui.platform.error_reporter.describe_error", fail_otherwise)
    scene.begin()
    scene.fail(fail)
    assert scene.said() == TOLD
    assert "1 gang: En fejl, der ikke kunne beskrives" in scene.error_reporter.report()


class _FailingThread(QThread):
    def run(self) -> None:
        raise ValueError(TEXT)


class _FailingJob(QRunnable):
    def run(self) -> None:
        raise ValueError(TEXT)


def test_an_error_in_a_thread_of_python_is_told_in_the_window(scene: Scene) -> None:
    scene.begin()
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    settle()
    assert scene.said() == TOLD
    assert "ValueError (i en tråd)" in scene.error_reporter.report()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.parametrize("with_pool", [False, True])
def test_an_error_in_a_thread_of_qt_is_told_in_the_window(scene: Scene, with_pool: bool, qtbot: QtBot) -> None:
    scene.begin()
    if with_pool:
        pool = QThreadPool()
        pool.start(_FailingJob())
        pool.waitForDone()
    else:
        thread = _FailingThread()
        thread.start()
        thread.wait()
    settle()
    assert scene.said() == TOLD


def test_an_error_in_tidying_up_is_told(scene: Scene) -> None:
    class Untidy:
        def __del__(self) -> None:
            raise ValueError(TEXT)

    scene.begin()
    Untidy()
    settle()
    assert scene.said() == TOLD
    assert "ValueError (under oprydning)" in scene.error_reporter.report()


def test_ctrl_c_is_left_to_the_former_hook(scene: Scene) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    scene.begin()
    scene.fail(interrupt)
    assert scene.passed_on == [KeyboardInterrupt]
    assert scene.said() == ""


def test_the_hooks_are_put_back_and_those_of_others_are_left(scene: Scene) -> None:
    _excepthook, *before = hooks()
    scene.begin()
    scene.error_reporter.close()
    assert sys.excepthook == scene._pass_on
    assert list(hooks()[1:]) == before
    scene.begin()
    sys.excepthook = other = lambda *_anything: None
    scene.error_reporter.close()
    assert sys.excepthook is other


def test_the_message_stands_as_a_problem_whatever_else_is_said(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    scene.begin()
    scene.fail(fail)
    scene.user.window.notices.say(Topic.NOT_SAVED, "Kladden kan ikke gemmes.", State.PROBLEM)
    assert scene.said() == TOLD
    scene.hide()
    assert scene.said() == "Kladden kan ikke gemmes."
    scene.user.window.notices.clear(Topic.NOT_SAVED)


@pytest.mark.parametrize("has_stderr", [True, False])
def test_without_a_window_to_say_it_in_the_program_ends_with_its_code(
    qapp: QApplication, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, has_stderr: bool
) -> None:
    secured = []

    def secure() -> bool:
        secured.append(1)
        return True

    notices = StandingNotices()
    if not has_stderr:
        monkeypatch.setattr(sys, "stderr", None)
    error_reporter = ErrorReporter(notices, secure, lambda: SAVED)
    QTimer.singleShot(0, qapp, fail)
    QTimer.singleShot(10_000, error_reporter, QCoreApplication.quit)
    code = qapp.exec()
    error_reporter.close()
    notices.bar.deleteLater()
    monkeypatch.undo()
    assert code == 70
    assert secured == [1]
    output = capsys.readouterr().err
    assert output.startswith("Der skete en fejl i programmet.\nTeknisk rapport") is has_stderr
    assert [mark for mark in MARKS if mark in output] == []


def throw(kind: type[BaseException]) -> None:
    raise kind


def test_the_taker_of_errors_lives_in_the_thread_of_the_window(scene: Scene, qapp: QApplication) -> None:
    scene.begin()
    assert isinstance(scene.error_reporter, QObject)
    assert scene.error_reporter.thread() is qapp.thread()
