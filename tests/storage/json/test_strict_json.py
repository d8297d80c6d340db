"""Strict reading of JSON."""

import json
from itertools import groupby
from typing import Any
from unicodedata import combining

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.text.sanitizing import MOST_STACKED_MARKS
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.read_bytes import LARGEST_FILE
from botilbud_desktop.storage.json.strict_json import DEEPEST, check_values, parse_json_object
from tests.storage.hostile_files import LARGEST_HOSTILE_FILES


def refusal(data: bytes) -> RefusedFileError:
    with pytest.raises(RefusedFileError) as caught:
        parse_json_object(data, "x.botilbud")
    return caught.value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ('{"a": 1, "b": [true, null, "å", -0, 1.5]}', {"a": 1, "b": [True, None, "å", 0, 1.5]}),
        ('{"a": "\\ud83d\\ude00"}', {"a": "😀"}),
        ("{}", {}),
    ],
)
def test_good_json(text: str, values: dict[str, Any]) -> None:
    assert parse_json_object(text.encode(), "x") == values


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_mark_that_an_editor_put_at_the_beginning_is_passed_over(encoding: str) -> None:
    assert parse_json_object('{"a": "ø→😀"}'.encode(encoding), "x") == {"a": "ø→😀"}
    assert parse_json_object(b"\xfe\xff" + '{"a": "å"}'.encode("utf-16-be"), "x") == {"a": "å"}


@pytest.mark.parametrize(
    ("data", "place", "reason"),
    [
        (b"", "", "den er tom"),
        (b" \n ", "", "den er tom"),
        (b"\0" * 40, "", "der står kun nultegn i den, ingen tekst"),
        (b"[]", "", "indholdet skal være ét objekt i krølleparenteser"),
        (b"null", "", "indholdet skal være ét objekt i krølleparenteser"),
        (b"\xef\xbb\xbf", "", "den er tom"),
        (b'\xff\xfe{\x00"', "", "teksten i den er gået i stykker"),
        ('{"a": 1}'.encode("utf-32"), "linje 1, tegn 1", "der mangler"),
        (b'{\n"a": "\xe6"}', "linje 2", "teksten er ikke gemt som UTF-8"),
        (b'{"a": 1', "linje 1, tegn 8", "den slutter, før indholdet er færdigt"),
        (b'{"a": 1,\n "b" 2}', "linje 2, tegn 6", "der mangler et kolon"),
        (b'{"a": 1,}', "linje 1, tegn 8", "der står et komma for meget"),
        (b'{"a": "x\ny"}', "linje 1, tegn 9", "en tekst indeholder et linjeskift"),
        (b'{"a": "x\\q"}', "linje 1, tegn 9", "omvendt skråstreg"),
        (b'{"a": 1} x', "linje 1, tegn 10", "der står noget efter slutningen"),
        (b"{'a': 1}", "linje 1, tegn 2", "der mangler et feltnavn i anførselstegn"),
        (b'{"a": [{"b": 1, "b": 1}]}', "a[0].b", "feltet står der mere end én gang"),
        (b'{"a": {"b": NaN}}', "a.b", "NaN"),
        (b'{"a": [-Infinity]}', "a[0]", "-Infinity"),
        (b'{"a": 1e999}', "a", "tallet 1e999 er for stort"),
        (b'{"a": ' + b"9" * 5000 + b"}", "a", "har for mange cifre"),
        (b'{"a": {"b": "\\ud800"}}', "a.b", "et halvt tegn"),
        (b'{"a": {"\\udc00": 1}}', "a.\ufffd", "feltets navn indeholder et halvt tegn"),
        (b'{"a": "e' + "\u0301\u0327".encode() * 50 + b'"}', "a", "for mange accenter"),
    ],
)
def test_refused(data: bytes, place: str, reason: str) -> None:
    error = refusal(data)
    assert error.place == place
    assert reason in error.reason


@pytest.mark.parametrize("opening", [b"[", b'{"a":'])
@pytest.mark.parametrize("levels", [DEEPEST + 1, 1_000, 40_000])
def test_too_deep(opening: bytes, levels: int) -> None:
    closing = b"]" if opening == b"[" else b"}"
    assert "inden i hinanden" in refusal(b'{"x":' + opening * levels + b"1" + closing * levels + b"}").reason


@given(st.lists(st.sampled_from(["\u0301", "\u0327" * 19, "\u0308" * 7, "\u20e3" * 20, "a", "→", "😀"]), max_size=12))
def test_a_text_is_refused_exactly_where_too_many_accents_follow_each_other(parts: list[str]) -> None:
    text = "".join(parts)
    lengths = [len(list(run)) for is_mark, run in groupby(text, lambda each: combining(each) > 0) if is_mark]
    data = json.dumps({"a": text}, ensure_ascii=False).encode()
    if max(lengths, default=0) >= MOST_STACKED_MARKS:
        assert "for mange accenter" in refusal(data).reason
    else:
        assert parse_json_object(data, "x.botilbud") == {"a": text}


def test_the_message_is_one_printable_line() -> None:
    message = str(refusal(b'{"\\u202e\\n\\u0000' + b"x" * 500 + b'": NaN}'))
    assert message.isprintable()
    assert len(message) < 300


@pytest.mark.parametrize("content", LARGEST_HOSTILE_FILES.values(), ids=LARGEST_HOSTILE_FILES)
def test_the_largest_hostile_files_are_refused(content: bytes) -> None:
    assert len(content) <= LARGEST_FILE
    assert refusal(content).reason


def test_commas_in_a_text_are_no_values() -> None:
    text = "a, " * 60_000 + '\\"[{' * 1000
    assert parse_json_object(json.dumps({"a": text}).encode(), "x.botilbud") == {"a": text}


@pytest.mark.parametrize(
    ("text", "place"), [('{"a": NaN, "b": NaN}', "a"), ('{"b": [1, {"x": NaN}, NaN], "a": NaN}', "b[1].x")]
)
def test_of_several_problems_the_first_in_the_file_is_told(text: str, place: str) -> None:
    assert refusal(text.encode()).place == place


@pytest.mark.parametrize("text", ["\u2192" * 50, "\U0001f600" * 50, "\u2192" * 50 + "q\u0301\u0327"])
def test_many_signs_in_a_row_are_no_accents_on_top_of_one_another(text: str) -> None:
    values = parse_json_object(json.dumps({"a": text}).encode(), "fil")
    check_values(values, "fil")
    assert values == {"a": text}
