"""What is mutated and what is not."""

import pytest

from tests.mutants.mutant import Mutant
from tests.mutants.sites import sites
from tests.mutants.source import Source


def changes(text: str) -> set[str]:
    """All valid changes of a text: the changed lines afterwards."""
    source = Source("house.py", text)
    mutants = [Mutant(source, site, variant) for site in sites(source) for variant in site.variants]
    return {mutant.changed_lines[1] for mutant in mutants if mutant.is_valid()}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a < b", {"a <= b", "a >= b"}),
        ("a == b", {"a != b"}),
        ("a not in b", {"a in b"}),
        ("f(a and b)", {"f((a or b))", "f((a))", "f((b))", "pass"}),
        ("(a or b) * c", {"((a or b) // c)", "((a and b)) * c", "((a)) * c", "((b)) * c"}),
        ("x = not (a - b)", {"x = (a - b)", "x = not ((a + b))"}),
        ("x = 7", {"x = 8", "x = 6"}),
        ("x = False", {"x = True"}),
        ("x = 'æ' + y", {"x = 'XXæ' + y"}),
        ("x = f'æ{a}ø'", {"x = f'XXæ{a}ø'", "x = f'æ{a}XXø'"}),
        (
            "x = sys.platform == 'amiga' or a",
            {"x = (a)", "x = ((sys.platform == 'amiga') and a)", "x = ((sys.platform == 'amiga'))"},
        ),
        ("if a: b", {"if True: b", "if False: b", "if not a: b"}),
        ("def f():\n    return a", {"return None"}),
        ("def f():\n    return a < b", {"return None", "return not (a < b)", "return a <= b", "return a >= b"}),
        ("signal.connect(slot)", {"pass"}),
        ("raise wrong", {"pass"}),
        ("place.x = y", {"pass"}),
        ("x = f(a, b, c=d)", {"x = f(b, a, c=d)"}),
        ("x = sorted(a)", {"x = list(a)"}),
        ("x = min(a, b)", {"x = max(a, b)"}),
        ("x = a.strip()", {"x = a"}),
        ("x = a[b:c]", {"x = a[:c]", "x = a[b:]"}),
        ("x = {a for a in b if c}", {"x = {a for a in b if True}", "x = {a for a in b if False}"}),
    ],
)
def test_each_kind_of_change_is_made(text: str, wanted: set[str]) -> None:
    assert changes(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        '"""Text."""',
        "from a import b",
        "def f(a: x[1] | y[2]) -> x[3]: ...",
        "a: Literal[1, 2]",
        "if TYPE_CHECKING:\n    a = 1",
        "assert a < 1",
        "__slots__ = ('a',)",
        "button.setObjectName('ok')",
        "if sys.platform == 'amiga':\n    a = 1",
        "if sys.platform == 'amiga' and f(a):\n    b = 1",
        "if sys.platform != 'amiga' or f(a): ...\nelse:\n    b = 1",
        "x = sys.platform == 'amiga' and f(a, 1)",
        "x = isinstance(a, b | c)",
        "_LOOK_EVERY_MS = 5_000",
        "story.append(Spacer(1, room))",
        "SLOW = sys.platform == 'amiga'\nif not SLOW: ...",
        "changed = Signal('QString', name='changed')",
        "x = cast('int', y)",
        "raise NotImplementedError",
        "x = y.title().strip('.:')",
        "Name = Literal['a', 'b']",
        "x = 'a' if sys.platform == 'amiga' else y",
        "with suppress(A, B):\n    pass",
    ],
)
def test_what_would_mean_the_same_is_left_alone(text: str) -> None:
    assert changes(text) <= {"pass", "if SLOW: ...", "story.append(Spacer(room, 1))", "x = y.title()"}


def test_a_text_for_programmers_is_left_alone_and_a_text_for_users_is_not() -> None:
    assert changes("raise ValueError('odd')") == {"pass"}
    assert changes("raise DraftError('Kladden kan ikke læses.')") == {
        "pass",
        "raise DraftError('XXKladden kan ikke læses.')",
    }


def test_places_are_right_behind_letters_of_more_than_one_byte() -> None:
    assert "x = 'æøå' if a != b else c" in changes("x = 'æøå' if a == b else c")
