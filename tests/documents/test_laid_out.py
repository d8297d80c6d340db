"""The documents look as they are kept: each word, line and colour at its place.

Once a change is wanted, `python -m tests.documents.laid_out` in the environment writes what is kept anew; the
difference is then read before it is committed.
"""

import pytest

from tests.documents.laid_out import DOCUMENTS, KEPT, laid_out
from tests.documents.samples import printed


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_looks_as_it_is_kept(name: str) -> None:
    assert laid_out(printed(*DOCUMENTS[name])) == (KEPT / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def test_there_is_a_kept_file_for_each_document_and_no_other() -> None:
    assert {path.stem for path in KEPT.iterdir()} == set(DOCUMENTS)
