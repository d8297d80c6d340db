"""The output of the commands when nobody reads it, when it cannot be written, and when a text is hostile."""

import errno
from io import StringIO

import pytest

from botilbud_desktop.cli.console import Console
from botilbud_desktop.cli.errors import CommandError


class Failing(StringIO):
    """A stream that fails with an error of the system."""

    def __init__(self, code: int) -> None:
        super().__init__()
        self._code = code

    def write(self, _text: str) -> int:
        raise OSError(self._code, "")

    def flush(self) -> None:
        raise OSError(self._code, "")


def attempts(code: int) -> tuple[Console, StringIO]:
    err = StringIO()
    return Console(Failing(code), err), err


@pytest.mark.parametrize("code", [errno.EPIPE, errno.EINVAL])
def test_an_output_that_nobody_reads_any_more_is_a_broken_pipe(code: int) -> None:
    console, _err = attempts(code)
    with pytest.raises(BrokenPipeError):
        console.say("linje")
    with pytest.raises(BrokenPipeError):
        console.flush()


def test_an_output_that_cannot_be_written_is_told() -> None:
    console, err = attempts(errno.ENOSPC)
    for attempt in (console.say, console.flush):
        with pytest.raises(CommandError) as caught:
            attempt()
        assert str(caught.value) == "Svaret kunne ikke skrives: Der er ikke mere plads på drevet."
    console.tell("Hov")
    assert err.getvalue() == "Hov\n"


def test_the_result_and_what_is_told_are_apart_and_each_line_is_one() -> None:
    out, err = StringIO(), StringIO()
    console = Console(out, err)
    console.say("a\nb\x1b")
    console.say()
    console.write("c\nd")
    console.tell("e\nf")
    assert (out.getvalue(), err.getvalue()) == ("a b\ufffd\n\nc\nd", "e f\n")


def test_only_a_line_that_is_far_too_long_is_cut() -> None:
    out = StringIO()
    console = Console(out, StringIO())
    console.say("x" * 20_000)
    console.say("x" * 20_001)
    assert [len(line) for line in out.getvalue().splitlines()] == [20_000, 20_000]
    assert out.getvalue().endswith("x…\n")
