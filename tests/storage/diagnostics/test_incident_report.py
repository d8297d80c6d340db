"""The report of an unexpected error says where it happened and contains nothing that the user typed."""

import errno
import importlib.util
import sys
import traceback
from pathlib import Path

import pytest

from botilbud_desktop.domain.field_path import field_path, value_at
from botilbud_desktop.storage.diagnostics.incident_report import (
    Versions,
    describe_error,
    incident_report,
)
from tests.storage.scripted_errors import MARKS, NAME, SCRIPTED, OwnError, error_of

VERSIONS = Versions(program="1.2.3", python="3.13.0", qt="6.12.0", pyside="6.12.1", system="Windows 11")


def described(error: BaseException) -> str:
    return describe_error(type(error), error, error.__traceback__, "i vinduet")


def test_there_are_fifty_scripted_errors_and_each_holds_what_was_typed() -> None:
    assert len(SCRIPTED) >= 50
    silent = [name for name, fail in SCRIPTED.items() if not _contains_typed_text(error_of(fail))]
    assert silent == []


@pytest.mark.parametrize("name", SCRIPTED)
def test_nothing_that_was_typed_is_in_the_report(name: str) -> None:
    report = incident_report(VERSIONS, {described(error_of(SCRIPTED[name])): 1})
    assert [mark for mark in MARKS if mark in report] == []


def test_the_report_names_the_class_and_each_call_with_its_line() -> None:
    error = error_of(lambda: value_at(None, field_path("contacts.names")))
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    assert last is not None
    lines = described(error).splitlines()
    assert lines[0] == f"{type(error).__name__} (i vinduet)"
    assert lines[-1].startswith("    botilbud_desktop.domain.field_path: ")
    assert lines[-1].endswith(f", linje {last.tb_lineno}")


def test_classes_that_are_not_built_in_are_named_with_their_module() -> None:
    assert described(OwnError("")).startswith("tests.storage.scripted_errors.OwnError ")


def test_a_class_that_was_made_of_data_is_named_by_what_it_is_a_kind_of() -> None:
    assert described(error_of(SCRIPTED["made class"])).startswith("ValueError ")
    assert described(error_of(SCRIPTED["made class in a real module"])).startswith(
        "tests.storage.scripted_errors.OwnError "
    )


def test_the_numbers_of_the_operating_system_are_told_and_no_others() -> None:
    assert described(OSError(errno.ENOSPC, NAME)).startswith("OSError [ENOSPC] ")
    assert described(PermissionError(errno.EACCES, NAME, NAME)).startswith("PermissionError [EACCES] ")
    assert described(OSError(99313131, NAME)).startswith("OSError (")
    in_use = OSError(errno.EACCES, NAME)
    in_use.winerror = 32  # type: ignore[attr-defined,unused-ignore]
    assert "Windows-fejl 32" in described(in_use)
    in_use.winerror = 99313131  # type: ignore[attr-defined,unused-ignore]
    assert "99313131" not in described(in_use)


def test_causes_are_told_by_their_class_and_place() -> None:
    told = described(error_of(SCRIPTED["cause"]))
    assert "RuntimeError (i vinduet)" in told
    assert "  forårsaget af tests.storage.scripted_errors.OwnError" in told


def test_a_context_that_was_left_out_on_purpose_is_left_out() -> None:
    assert "KeyError" not in described(error_of(SCRIPTED["suppressed context"]))
    assert "forårsaget af KeyError" in described(error_of(SCRIPTED["context"]))


@pytest.mark.parametrize("name", ["long chain", "circle of causes"])
def test_endless_causes_come_to_an_end(name: str) -> None:
    assert described(error_of(SCRIPTED[name])).count("forårsaget af") <= 5


def test_an_endless_recursion_is_told_shortly_with_both_its_ends() -> None:
    lines = described(error_of(SCRIPTED["endless recursion"])).splitlines()
    assert len(lines) <= 42
    assert lines[0].startswith("RecursionError")
    assert "    … (flere kald udeladt)" in lines
    assert "_recursion" in lines[-1]
    assert "attempt" in lines[1]


def test_the_same_error_at_the_same_place_is_described_alike() -> None:
    one, other = (error_of(SCRIPTED["endless recursion"]) for _time in range(2))
    assert described(one) == described(other)


def test_the_folder_of_a_file_is_not_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / NAME / "made_for_a_test.py"
    path.parent.mkdir()
    path.write_text("def fail():\n    raise ValueError\n", encoding="utf-8")
    spec = importlib.util.spec_from_file_location("made_for_a_test", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "made_for_a_test", module)
    spec.loader.exec_module(module)
    told = described(error_of(module.fail))
    assert told.endswith("    made_for_a_test: fail, linje 2")
    assert str(tmp_path) not in told
    assert NAME not in told


def test_code_that_was_made_of_a_text_has_no_name() -> None:
    assert "    ukendt sted" in described(error_of(SCRIPTED["made code"]))
    assert ": ?, linje 1" in described(error_of(SCRIPTED["made code in a real module"]))


def test_an_error_without_a_traceback_or_a_value_can_be_told() -> None:
    assert describe_error(ValueError, None, None, "i en tråd") == "ValueError (i en tråd)"


def test_the_report_begins_with_the_versions_and_counts_what_came() -> None:
    report = incident_report(VERSIONS, {"ValueError (i vinduet)": 1, "KeyError (i en tråd)": 12}, left_out=3)
    assert report.startswith("Teknisk rapport fra Botilbud Desktop 1.2.3\n")
    assert "Python 3.13.0, PySide6 6.12.1, Qt 6.12.0, Windows 11\n" in report
    assert "1 gang: ValueError (i vinduet)\n" in report
    assert "12 gange: KeyError (i en tråd)\n" in report
    assert "Og 3 fejl til.\n" in report


def test_a_report_of_many_errors_stays_short_enough_to_send() -> None:
    incident = described(error_of(SCRIPTED["endless recursion"]))
    report = incident_report(VERSIONS, {f"{incident}{number}": 1 for number in range(100)})
    assert len(report) == 30_000
    assert report.endswith("…\n")


def _contains_typed_text(error: BaseException) -> bool:
    """Whether Python's own report, with the values of local variables, would contain typed text."""
    report = "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
    report += repr(error.args) + type(error).__module__
    return any(mark in report for mark in MARKS)


def test_the_codes_of_the_system_are_named_one_after_the_other() -> None:
    error = OSError(errno.ENOSPC, "")
    assert described(error) == "OSError [ENOSPC] (i vinduet)"
    error.winerror = 112  # type: ignore[attr-defined]
    assert described(error) == "OSError [ENOSPC, Windows-fejl 112] (i vinduet)"


def test_a_number_that_is_no_code_of_the_system_is_not_named() -> None:
    for odd in (True, "ENOSPC", 99_999, None):
        error = OSError("")
        error.errno = odd  # type: ignore[assignment]
        assert described(error) == "OSError (i vinduet)"
    for odd in (0, -1, True, "112", None):
        error = OSError("")
        error.winerror = odd  # type: ignore[attr-defined]
        assert described(error) == "OSError (i vinduet)"


@pytest.mark.parametrize(("deep", "is_cut"), [(38, False), (39, True)])
def test_just_the_most_calls_are_all_named(deep: int, is_cut: bool) -> None:
    def call(times: int) -> None:
        if not times:
            raise ValueError
        call(times - 1)

    lines = described(error_of(lambda: call(deep - 1))).splitlines()
    assert ("    … (flere kald udeladt)" in lines) is is_cut
    assert len(lines) == 41 + is_cut


def test_a_cause_is_told_with_its_calls() -> None:
    def fail(deep: int) -> None:
        if deep:
            fail(deep - 1)
        raise ValueError

    def wrapped() -> None:
        try:
            fail(40)
        except ValueError as error:
            raise KeyError from error

    lines = described(error_of(wrapped)).splitlines()
    (where,) = (number for number, line in enumerate(lines) if line == "  forårsaget af ValueError")
    calls = lines[where + 1 :]
    assert len(calls) == 11
    assert calls[-1].startswith("    tests.storage.diagnostics.test_incident_report: test_a_cause")
