"""Hundreds of damaged files: each is refused in one Danish sentence, and none is changed."""

import random
import re
from pathlib import Path

import pytest

from botilbud_desktop.storage.draft.draft_file import parse_draft, read_draft
from botilbud_desktop.storage.draft.examples import example_drafts
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from tests.faults.damaged import damaged_files

LIBRARY = FormLibrary(forms_folder())
GOOD = {example.path.stem: example.path.read_bytes() for example in example_drafts()}
DAMAGED = [damaged for name, good in GOOD.items() for damaged in damaged_files(name, good)]

ENGLISH = re.compile(
    r"Expected|Object|missing|required|unknown|Invalid|invalid|field|Errno|error|expecting|\bgot\b|delimiter"
)


def test_there_are_enough_of_them() -> None:
    assert len(DAMAGED) > 300
    assert len({data for _, data in DAMAGED}) > 290


@pytest.mark.parametrize(("label", "data"), DAMAGED, ids=[label for label, _ in DAMAGED])
def test_a_damaged_file_is_refused(label: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "skadet sag.botilbud"
    path.write_bytes(data)
    before = path.stat()
    with pytest.raises(RefusedFileError) as caught:
        read_draft(path, LIBRARY)
    message = str(caught.value)
    assert message.startswith("Filen »skadet sag.botilbud« kan ikke åbnes: ")
    assert message.endswith(".")
    assert message.isprintable()
    assert len(message) < 400
    program_words = message.replace(caught.value.place, "")
    assert not ENGLISH.search(re.sub("»[^«]*«", "", program_words)), message
    assert path.read_bytes() == data
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


MUTATIONS = 3_000
_PIECES = (b"", b"\x00", b"\xff", b'"', b"{", b"[", b"]", b"}", b",", b":", b"\\u", b"null", b"9", b"-", b"\n", b"e")


def test_any_mutation_is_opened_or_refused() -> None:
    """A mutation may leave a valid file; otherwise only a refusal may be raised."""
    chooser = random.Random(85)
    refused = 0
    for number in range(MUTATIONS):
        data = bytearray(GOOD[("aalborg", "thisted")[number % 2]])
        for _ in range(chooser.randint(1, 4)):
            start = chooser.randrange(len(data))
            data[start : start + chooser.choice((0, 1, 1, 2, 30))] = chooser.choice(_PIECES)
        try:
            parse_draft(bytes(data), "x.botilbud", LIBRARY)
        except RefusedFileError as error:
            refused += 1
            message = str(error)
        else:
            message = ""
        assert message.isprintable()
    assert refused > MUTATIONS * 0.7
