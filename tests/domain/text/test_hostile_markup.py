"""Hostile markup never takes longer than the window may stand still: the work is counted, and more is refused."""

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from types import FrameType
from typing import Any, Self

import pytest

from botilbud_desktop.domain.table_import.html import grid_of_html
from botilbud_desktop.domain.text.html_text import text_of_html
from botilbud_desktop.domain.text.markup import MOST_STEPS, TooMuchMarkupError, pieces, steps_of

SMALL, LARGE = 1_500, 1_500_000
"""Characters of a page whose work is counted, and of the largest that is read."""
CALLS_A_STEP = 60
"""Calls of Python and C functions that a step may take: about 5 microseconds in all."""
FIRST_STEPS = 50
"""What even the shortest page may take."""

type Shape = Callable[[int], str]
"""Makes a page of about so many characters."""

_TAGS = (
    "li ol ul p div td th tr table tbody tfoot dt dd option select pre xmp textarea template noscript br hr img input "
    "h1 b a o:p svg style script title iframe"
)
TAGS = (*_TAGS.split(), "x" * 41)
AROUND = {
    "{0}": "",
    "{0}x": "",
    "{0}{1}": "",
    "{1}": "",
    "<ul>{0}x": "",
    "<table><tr><td>{0}x": "",
    "{0}x ": "<div><ol><li>" * 20,
    "<b>{0}": "<pre>" + "<table><tr><td>" * 30,
}
"""How each tag is repeated (0 begins it, 1 ends it), and what stands before."""
UNITS = (
    *("<", "</", "<!", "<?", "<!--", "<!-- x -->", "<![CDATA[", ">", '<a b="', "<a b='\"", '<a ="', "<a =", "<a b=c"),
    *("&", "&amp;", "&lt", "&#", "&#0000065;", "&#x0;", "&notit;", "&aring;", "&" + "a" * 30, "\n", "\r\n", " ", "x"),
    *("\ufffc", "<li value=3>x", "<li value='&'>", "<ol start=7><li>", "<p hidden>x", "<p style=display:none>x</p>"),
    *(
        "<p style='white-space:pre'>x\n",
        "<p style='d\\69splay:none'>",
        "<p style='/*'>",
        "<td colspan=1000 rowspan=999>",
    ),
    *("<tr><td>x<td>y</tr>", "<table><tr><td>x</table>", "<p " + "a " * 950 + ">", "<p " + "style=x " * 240 + ">x"),
    *("<p style='" + "display : " * 190 + "'>x", "<p style='" + " " * 1_980 + "'>x", "<p style='" + "/*" * 950 + "'>x"),
    *("<p class='" + "b " * 950 + "'>x", "<li value='" + "&" * 1_900 + "'>x", "<p style" + " " * 1_900 + ">x"),
    *("<style>a{display:none}</style>", "<style>}</style><p class=a>", "<style>a{color:red}</style><p id=a>x"),
)
SHEETS = ("}", "{", "a,", "/*", ";", ";display ", "a{}", ".a{display:none}", "font-size:0 ", "0", " ", "display:", "\\")


def _filled(unit: str, size: int) -> str:
    return unit * max(1, size // len(unit))


def _repeated(unit: str, before: str = "") -> Shape:
    return lambda size: before + _filled(unit, size)


def _nested(tag: str) -> Shape:
    return lambda size: _filled(f"<{tag}>", size // 2) + _filled(f"</{tag}>", size // 2)


def _within(begin: str, unit: str, end: str) -> Shape:
    return lambda size: f"{begin}{_filled(unit, size)}{end}"


def _numbered(unit: str) -> Shape:
    return lambda size: "".join(unit.format(number) for number in range(size // len(unit)))


def _shapes() -> Iterator[tuple[str, Shape]]:
    for tag in TAGS:
        for around, before in AROUND.items():
            unit = around.format(f"<{tag}>", f"</{tag}>")
            yield f"{before[:20]} {unit}", _repeated(unit, before)
        yield f"nested {tag}", _nested(tag)
    for unit in UNITS:
        yield unit[:40], _repeated(unit)
    yield "typed lines", _repeated("\n", "<pre>")
    for unit in SHEETS:
        yield f"sheet {unit}", _within("<style>a{", unit, "x}</style><p class=a>x")
        yield f"style {unit}", _within("<p style='", unit, "x'>x")
    yield "many sheets", _numbered("<style>.a{}{{display:none}}</style>")
    yield "many names", _numbered("<style>.a{}{{display:none}}</style><p id=a>")


SHAPES = dict(_shapes())


class _Counted:
    """Counts the calls within the block."""

    def __init__(self) -> None:
        self.calls = 0

    def __enter__(self) -> Self:
        sys.setprofile(self._on_event)
        return self

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)

    def _on_event(self, _frame: FrameType, event: str, _argument: Any) -> None:
        self.calls += event in ("call", "c_call")


@pytest.mark.parametrize("read", [text_of_html, grid_of_html])
def test_a_step_stands_for_a_few_calls_whatever_the_markup_is(read: Callable[[str], object]) -> None:
    dear: list[str] = []
    for name, shape in SHAPES.items():
        markup = shape(SMALL)
        steps = sum(steps_of(piece) for piece in pieces(markup))
        with _Counted() as counted:
            read(markup)
        if counted.calls > CALLS_A_STEP * (FIRST_STEPS + steps):
            dear.append(f"{name}: {counted.calls} calls in {steps} steps")
    assert dear == []


@pytest.mark.parametrize("read", [text_of_html, grid_of_html])
def test_a_page_of_more_steps_is_refused_and_one_of_as_many_is_read(read: Callable[[str], object]) -> None:
    page = "<table><tr><td>" + "<b>" * (MOST_STEPS - 4) + "x"
    assert sum(steps_of(piece) for piece in pieces(page)) == MOST_STEPS
    read(page)
    with pytest.raises(TooMuchMarkupError):
        read(f"{page}<b>")


def test_nothing_is_read_beyond_the_steps() -> None:
    """How long the rest of the page is makes no difference."""
    calls = []
    for size in (LARGE // 10, LARGE):
        with _Counted() as counted, pytest.raises(TooMuchMarkupError):
            text_of_html("<li>" * (size // 4))
        calls.append(counted.calls)
    assert abs(calls[0] - calls[1]) < FIRST_STEPS


@pytest.mark.parametrize("name", ["<", '<a ="', "<!--", "sheet {", "sheet 0", "many sheets", "many names", "&amp;"])
def test_large_pages_are_read_once(name: str) -> None:
    """Anything that looked at each character several times would not end here."""
    with suppress(TooMuchMarkupError):
        assert len(text_of_html(SHAPES[name](LARGE))) <= LARGE


def test_a_text_of_fifty_pages_from_word_is_read() -> None:
    paragraph = (
        "<p class=MsoNormal style='margin-bottom:0cm;text-align:justify;line-height:normal'><span lang=DA "
        "style='font-size:11.0pt;font-family:\"Arial\",sans-serif'>{}<o:p></o:p></span></p>\n"
    )
    page = "".join(paragraph.format(f"Afsnit {n} " + "ord " * 15) for n in range(1_200))
    assert len(text_of_html(page).split("\n")) == 1_200
