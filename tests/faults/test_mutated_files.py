"""A few thousand mutated drafts, journals and round files through the real readers; `mutations` runs a million."""

from dataclasses import replace

import pytest

from botilbud_desktop.storage.errors import RefusedFileError
from tests.faults.mutations import SUBJECTS, Subject, figures, files, journals, main, registers, rounds, tally
from tests.faults.mutators import source_of

pytestmark = pytest.mark.slow

SEED = 1848


@pytest.mark.parametrize(
    ("kind", "count"), [("files", 4_000), ("journals", 1_500), ("rounds", 1_000), ("registers", 1_000)]
)
def test_each_is_opened_or_refused(kind: str, count: int) -> None:
    result = tally(SUBJECTS[kind](), SEED, range(count))
    assert result.failures == []
    assert result.accepted > count * 0.02
    assert result.refused > count * 0.5


@pytest.mark.parametrize("subject", [files(), journals()], ids=["files", "journals"])
def test_what_is_not_mutated_is_opened(subject: Subject) -> None:
    for source in subject.sources:
        data = subject.seal(source.data)
        assert subject.write(subject.read(data)) == data


@pytest.mark.parametrize("subject", [rounds(), registers()], ids=["rounds", "registers"])
def test_what_is_not_mutated_of_a_round_is_read_back_as_the_same(subject: Subject) -> None:
    for source in subject.sources:
        read = subject.read(source.data)
        assert subject.read(subject.write(read)) == read


def test_the_same_seed_gives_the_same_files() -> None:
    first = [files().case(SEED, number) for number in range(50)]
    assert [files().case(SEED, number) for number in range(50)] == first
    assert [files().case(SEED + 1, number) for number in range(50)] != first


def test_most_mutated_journals_get_past_the_checksum() -> None:
    reasons = []
    for number in range(200):
        try:
            journals().read(journals().case(SEED, number))
        except RefusedFileError as error:
            reasons.append(error.reason)
    assert len(set(reasons)) > 10


def test_a_reader_that_raises_something_else_is_found_out() -> None:
    def read(_: bytes) -> object:
        raise KeyError("x")

    result = tally(replace(files(), read=read), SEED, range(3))
    assert len(result.failures) == 3
    assert "KeyError" in result.failures[0]
    assert f"--seed {SEED} --case files:0" in result.failures[0]


def test_a_reader_with_a_message_of_two_lines_is_found_out() -> None:
    def read(_: bytes) -> object:
        raise RefusedFileError("x", "", "det er\nforkert")

    assert len(tally(replace(files(), read=read), SEED, range(3)).failures) == 3


def test_a_writer_that_loses_something_is_found_out() -> None:
    good = files().sources[0].data
    result = tally(replace(files(), read=bytes, write=lambda data: data[:-1] or good), SEED, range(3))
    assert len(result.failures) == 3
    assert "something else" in result.failures[0]


def test_the_places_of_all_values_are_known() -> None:
    source = source_of(b'{"a": [1, "x\\"]"], "b": {"c": null}}')
    assert {source.data[start:end] for start, end in source.values} == {
        b"1",
        b'"x\\"]"',
        b'[1, "x\\"]"]',
        b"null",
        b'{"c": null}',
        source.data,
    }
    assert {source.data[start:end] for start, end in source.members} == {
        b'"a": [1, "x\\"]"]',
        b'"c": null',
        b'"b": {"c": null}',
    }


def test_a_single_one_can_be_repeated(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--seed", str(SEED), "--case", "files:7"]) == 0
    assert "ms, at best" in capsys.readouterr().out


def test_the_figures_are_one_line() -> None:
    assert "\n" not in figures("files", tally(files(), SEED, range(20)), 1.0)
