"""Which of doubtful copies are counted is kept, and taken again only for exactly the same files."""

from pathlib import Path

import pytest

from botilbud_desktop.storage.collection.copy_choices import Copy, read_choices, unticked_again, write_choices

OLD, NEW, CHANGED = Copy("1", "å.botilbud", "x"), Copy("1", "å (2).botilbud", "y"), Copy("1", "å (2).botilbud", "z")
BOTH = frozenset({OLD, NEW})


def test_a_choice_is_kept_for_its_round_and_the_next_one_takes_its_place(tmp_path: Path) -> None:
    folder = tmp_path / "dagsordener"
    write_choices(folder, "r", [(BOTH, frozenset({OLD}))])
    assert read_choices(folder, "r") == [(BOTH, frozenset({OLD}))]
    assert read_choices(folder, "s") == []
    write_choices(folder, "r", [(frozenset({OLD, CHANGED}), frozenset({CHANGED}))])
    assert read_choices(folder, "r") == [(frozenset({OLD, CHANGED}), frozenset({CHANGED}))]
    write_choices(folder, "r", [(BOTH, frozenset())])
    assert read_choices(folder, "r") == []


def test_nothing_is_written_where_nothing_was_chosen(tmp_path: Path) -> None:
    write_choices(tmp_path / "dagsordener", "r", [(BOTH, frozenset())])
    assert list(tmp_path.iterdir()) == []


def test_a_choice_holds_for_the_same_files_alone() -> None:
    choices = [(BOTH, frozenset({OLD}))]
    assert unticked_again(choices, [BOTH]) == {"å.botilbud"}
    assert unticked_again(choices, [frozenset({OLD, CHANGED})]) == frozenset()
    assert unticked_again(choices, [BOTH | {CHANGED}]) == frozenset()


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b'{"groups": [{"files": [{}]}]}', b"[" * 100_000])
def test_a_broken_file_is_no_choice(tmp_path: Path, broken: bytes) -> None:
    write_choices(tmp_path, "r", [(BOTH, frozenset({OLD}))])
    (path,) = tmp_path.iterdir()
    path.write_bytes(broken)
    assert read_choices(tmp_path, "r") == []


def test_a_file_name_that_is_not_unicode_keeps_no_choice_from_being_kept(tmp_path: Path) -> None:
    odd = OLD._replace(file="th\udce6.botilbud")
    choices = [(BOTH, frozenset({OLD})), (frozenset({NEW, odd}), frozenset({odd}))]
    write_choices(tmp_path, "r", choices)
    assert read_choices(tmp_path, "r") == choices
