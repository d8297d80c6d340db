"""A Word file that the program wrote is read back, through the reader of Word, as the draft that it was made of."""

from pathlib import Path

import pytest

from botilbud_desktop.documents.word.make import make_word
from botilbud_desktop.domain.document_import.proposing import propose
from botilbud_desktop.domain.field_path import field_path, value_at
from botilbud_desktop.storage.sources.opening import read_source
from tests.domain.for_colleagues import FOR_COLLEAGUES, with_all_of_them
from tests.rules.samples import ROUND, TODAY, example

_OF_A_PROJECT = (
    *("name", "gross_construction_cost", "share_for_others", "completion_date", "building", "coordination"),
    *("coordination_note", "purpose", "target_group", "economy_note", "description"),
)


def _no_pdf(_data: bytes) -> None:
    raise AssertionError


@pytest.mark.parametrize("name", ["aalborg", "thisted"])
def test_a_word_file_comes_back_as_it_was(name: str, tmp_path: Path) -> None:
    application = with_all_of_them(example(name))
    path = tmp_path / "notat.docx"
    path.write_bytes(make_word(application, ROUND, TODAY))
    document = read_source(path, _no_pdf).document  # type: ignore[arg-type]
    assert document is not None
    found = {value.field: value for value in propose(document, ROUND, ROUND.municipalities).values}
    for index, project in enumerate(application.projects):
        for field in _OF_A_PROJECT:
            at = field_path(f"projects[{index}].{field}")
            expected = getattr(project, field)
            assert (found[at].value if at in found else "") == (expected if expected is not None else ""), at
            assert at not in found or found[at].is_sure
        for row, group in enumerate(project.places):
            assert found[field_path(f"projects[{index}].places[{row}]")].value == group
    for field in FOR_COLLEAGUES:
        if field.startswith("cover_note.") or field == "document_number":
            assert found[field_path(field)].value == value_at(application, field_path(field))
