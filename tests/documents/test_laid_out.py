"""The documents equal the reference files: each word, line and colour at its position.

After an intended change, run `python -m tests.documents.laid_out` in the environment to rewrite the reference files,
and read the difference before committing it.
"""

import pytest

from tests.documents.laid_out import DOCUMENTS, KEPT, laid_out
from tests.documents.samples import printed


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_looks_as_it_is_kept(name: str) -> None:
    assert laid_out(printed(*DOCUMENTS[name])) == (KEPT / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def test_there_is_a_kept_file_for_each_document_and_no_other() -> None:
    assert {path.stem for path in KEPT.iterdir()} == set(DOCUMENTS)
