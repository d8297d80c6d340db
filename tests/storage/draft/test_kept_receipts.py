"""Receipts are found again by the check code at the end of their names."""

from pathlib import Path

import pytest

from botilbud_desktop.storage.draft.kept_receipts import find_receipts, receipt_name

CODE, OTHER = "3F2A-91BC-07DE", "0000-91BC-07DE"


@pytest.mark.parametrize("name", ["kladde – kvittering", "omdøbt – kvittering", "x"])
def test_a_receipt_is_found_whatever_the_draft_was_called(tmp_path: Path, name: str) -> None:
    path = tmp_path / receipt_name(name, CODE)
    path.write_bytes(b"%PDF-")
    (tmp_path / receipt_name(name, OTHER)).write_bytes(b"")
    assert find_receipts([tmp_path], [CODE]) == {CODE: path}


@pytest.mark.parametrize("name", [f"{CODE}x.pdf", f"a {CODE}.txt", f"a {CODE} b.pdf", f"a{CODE}.pdf"])
def test_other_files_are_none(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    assert find_receipts([tmp_path], [CODE]) == {}


def test_the_first_folder_counts_and_one_that_is_gone_has_none(tmp_path: Path) -> None:
    own = tmp_path / "egen"
    own.mkdir()
    kept = own / receipt_name("a", CODE)
    kept.write_bytes(b"")
    assert find_receipts([tmp_path / "borte", own], [CODE]) == {CODE: kept}
    first = tmp_path / receipt_name("b", CODE)
    first.write_bytes(b"")
    assert find_receipts([tmp_path, own], [CODE]) == {CODE: first}
