"""The labelled texts are as their form says, and a text that is not is refused."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.words.labelled import KEPT, OPEN, OPENED, REAL, About, Label, labelled_texts, read_text

TEXT: dict[str, Any] = {
    "municipality": "787",
    "projects": [
        {"name": "Åhusene", "places": [{"year": 2026, "legal_basis": "SEL_107", "origin": "new", "count": 8}]}
    ],
    "text": "Åhusene får 9 nye pladser.",
    "contents": {"1": "covered", "2": "missing", "3": "missing", "4": "missing", "5": "either", "6": "covered"},
    "contradictions": [{"words": "9 nye pladser", "about": "places"}],
    "why": "one place too many",
}


def written(folder: Path, **changes: Any) -> Path:
    """Writes the text, with some keys changed, as the file `x.json`."""
    path = folder / "x.json"
    path.write_text(json.dumps({**TEXT, **changes}, ensure_ascii=False, indent=2), encoding="utf-8")
    return path


def test_every_committed_text_can_be_read() -> None:
    names = [text.name for folder in (OPEN, KEPT) for text in labelled_texts(folder)]
    assert names
    assert len(names) == len(set(names))


def test_texts_are_kept_until_their_writer_is_opened() -> None:
    for folder in (OPEN, KEPT):
        for text in labelled_texts(folder):
            number = re.fullmatch(r"([a-w])-([0-9]{2})", text.name)
            assert number or (folder == OPEN and text.name.startswith(REAL)), text.name
            if number:
                assert (number[1] in OPENED) == (folder == OPEN), text.name


def test_a_text_becomes_a_draft_with_its_table_and_its_labels(tmp_path: Path) -> None:
    text = read_text(written(tmp_path))
    assert text.text == TEXT["text"]
    assert text.application.applicant.municipality_code == "787"
    assert text.application.projects[0].places[0].count == 8
    assert (text.labels[1], text.labels[5]) == (Label.COVERED, Label.EITHER)
    (found,) = text.contradictions
    assert (found.about, text.text[found.span.start : found.span.end]) == (About.PLACES, "9 nye pladser")


def test_projects_get_ids_of_their_own_and_the_same_each_time(tmp_path: Path) -> None:
    path = written(tmp_path, projects=TEXT["projects"] * 2)
    ids = [project.id for project in read_text(path).application.projects]
    assert len(set(ids)) == 2
    assert ids == [project.id for project in read_text(path).application.projects]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"contents": {"1": "covered"}}, "the contents are 1"),
        ({"contents": {**TEXT["contents"], "7": "missing"}}, "the contents are"),
        ({"contents": {**TEXT["contents"], "6": "perhaps"}}, "contents.6"),
        ({"contradictions": [{"words": "10 pladser", "about": "places"}]}, "»10 pladser« stands 0 times"),
        ({"contradictions": [{"words": "e", "about": "places"}]}, "»e« stands 4 times"),
        ({"contradictions": [{"words": "9", "about": "beds"}]}, "about"),
        ({"projects": []}, "projects"),
        ({"projects": [{"name": "x", "beds": 3}]}, "beds"),
        ({"projects": [{"name": "x", "loan": {"2019": 3}}]}, "x has a year that is not the round's"),
        ({"municipality": "411"}, "there is no municipality 411"),
        ({"text": ""}, "text"),
        ({"note": "x"}, "note"),
    ],
)
def test_a_file_of_another_form_is_refused_with_its_name(tmp_path: Path, changes: dict[str, Any], reason: str) -> None:
    with pytest.raises(ValueError, match=rf"(?s)^x\.json: .*{re.escape(reason)}"):
        read_text(written(tmp_path, **changes))


def test_letters_written_as_escapes_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(json.dumps(TEXT), encoding="utf-8")
    with pytest.raises(ValueError, match="not as escapes"):
        read_text(path)
