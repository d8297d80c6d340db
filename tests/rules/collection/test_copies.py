"""Copies of one draft in a collection: what is proven is left out, what is not is told."""

from datetime import UTC, datetime

import pytest

from botilbud_desktop.domain.application import Applicant, Application, Contacts, Coordination
from botilbud_desktop.domain.approval import approved
from botilbud_desktop.domain.attachments.attachment import AttachedFiles, Attachment, AttachmentKind, AttachmentState
from botilbud_desktop.domain.attachments.documentation import documentation_of
from botilbud_desktop.domain.collection.source import Source
from botilbud_desktop.domain.lineage import MOST_SAVES, Lineage, Save
from botilbud_desktop.domain.model import replace
from botilbud_desktop.rules.collection.copies import Sorted, _is_older, without_copies
from botilbud_desktop.rules.collection.records import CopyKind
from tests.rules.samples import ROUND, example

AALBORG, THISTED = example("aalborg"), example("thisted")
LATER = replace(AALBORG, description="En senere beskrivelse.")
A, B = "a" * 16, "b" * 16


def source(file: str, application: Application, *saves: tuple[str, int]) -> Source:
    """Returns a draft with a lineage of these saves, or without one."""
    lineage = Lineage(
        saves=tuple(Save(session=session, number=number) for session, number in saves), digest=f"sha256:{'0' * 64}"
    )
    return Source(file, application, ROUND, lineage if saves else None)


def kept(found: Sorted) -> list[str]:
    return sorted(source.file for source in found.kept)


def kinds(found: Sorted) -> list[tuple[CopyKind, tuple[str, ...], int]]:
    return [(copies.kind, copies.files, copies.counted) for copies in found.copies]


def test_drafts_of_different_municipalities_are_no_copies_though_one_file_was_mailed_to_both() -> None:
    theirs = replace(LATER, applicant=Applicant(municipality_code="787"), projects=THISTED.projects)
    found = without_copies([source("a", AALBORG, (A, 1)), source("b", theirs, (A, 1), (B, 1))])
    assert (kept(found), found.copies, found.left_out) == (["a", "b"], (), ())


@pytest.mark.parametrize("code", ["787", None])
def test_the_same_project_under_another_municipality_or_none_is_counted_and_told(code: str | None) -> None:
    theirs = replace(LATER, applicant=Applicant(municipality_code=code))
    for first, second in (((A, 1), (A, 2)), ((A, 2), (A, 1))):
        found = without_copies([source("a", AALBORG, first), source("b", theirs, second)])
        if code is None and second == (A, 1):
            assert kinds(found) == [(CopyKind.OLDER, ("a", "b"), 1)]
            continue
        assert (kept(found), [kind for kind, _, _ in kinds(found)]) == (["a", "b"], [CopyKind.OTHER_MUNICIPALITY])
        assert found.copies[0].is_doubtful
        assert "har samme projekt, men ikke samme kommune. Begge er talt med." in found.copies[0].message


def test_an_empty_project_in_a_mailed_draft_is_no_shared_one() -> None:
    empty = replace(AALBORG.projects[0], name=" ")
    drafts = [
        replace(AALBORG, applicant=Applicant(municipality_code=code), projects=(empty,)) for code in ("787", "851")
    ]
    assert without_copies([source(str(number), each) for number, each in enumerate(drafts)]).copies == ()


def test_an_approved_draft_is_taken_before_an_equal_one_that_is_not() -> None:
    given = approved(AALBORG, "Åse", datetime(2024, 5, 3, 9, 12, tzinfo=UTC))
    found = without_copies([source("a", AALBORG), source("b", given)])
    assert (kept(found), kinds(found)) == (["b"], [(CopyKind.SAME, ("b", "a"), 1)])
    assert found.left_out[0].why == (
        "»a« har samme svar som »b«. Godkendelsen, notatet til KKR, noter eller kommentarer er forskellige."
    )


def test_a_draft_with_attachments_is_taken_before_an_equal_one_without() -> None:
    minutes = Attachment(
        None, AttachmentKind.MINUTES, "Referat", "referat.pdf", AttachmentState.ATTACHED, "/referat.pdf"
    )
    other = source("b", AALBORG)._replace(attachments=AttachedFiles((minutes,)))
    assert kept(without_copies([source("a", AALBORG), other])) == ["b"]


def with_files(found: Source, *names: str, problem: str = "") -> Source:
    """Returns the draft with minutes for the whole application."""
    files = (
        Attachment(None, AttachmentKind.MINUTES, "Referat", each, AttachmentState.ATTACHED, each) for each in names
    )
    return found._replace(attachments=AttachedFiles(tuple(files), problem=problem))


def minutes_of(found: Sorted) -> AttachmentState | None:
    """Returns what is known of the minutes of the only draft's first project."""
    (only,) = found.kept
    application = replace(
        only.application,
        projects=tuple(replace(each, coordination=Coordination.KKR) for each in only.application.projects),
    )
    return documentation_of(application, only.attachments).projects[0].state


def test_an_equal_copy_with_other_files_is_never_left_out_without_a_word_of_them() -> None:
    given = approved(AALBORG, "Åse", datetime(2024, 5, 3, 9, 12, tzinfo=UTC))
    found = without_copies([with_files(source("a", AALBORG), "referat.pdf"), source("b", given)])
    assert kept(found) == ["b"]
    assert found.left_out[0].why.endswith(
        "er forskellige. De vedlagte filer er forskellige. Ved »a« ligger filer, der ikke er med: »referat.pdf«."
    )
    assert minutes_of(found) is AttachmentState.UNKNOWN


def test_equal_copies_with_different_files_are_not_without_differences() -> None:
    found = without_copies([with_files(source("a", AALBORG), "x.pdf"), with_files(source("b", AALBORG), "y.pdf")])
    assert found.left_out[0].why == (
        "»b« er den samme ansøgning som »a«. De vedlagte filer er forskellige. "
        "Ved »b« ligger filer, der ikke er med: »y.pdf«."
    )
    same = without_copies([with_files(source("a", AALBORG), "x.pdf"), with_files(source("b", AALBORG), "x.pdf")])
    assert same.left_out[0].why == "»b« er den samme ansøgning som »a«, uden forskelle."


def test_an_older_version_with_files_is_left_out_with_a_word_of_them() -> None:
    found = without_copies([source("ny", LATER, (A, 3)), with_files(source("gammel", AALBORG, (A, 2)), "referat.pdf")])
    assert found.left_out[0].why == (
        "»gammel« er en ældre udgave af »ny«. Ved »gammel« ligger filer, der ikke er med: »referat.pdf«."
    )
    assert minutes_of(found) is AttachmentState.UNKNOWN


def test_files_of_a_copy_that_nobody_can_read_are_not_known() -> None:
    older = with_files(source("gammel", AALBORG, (A, 2)), problem="Listen kan ikke læses.")
    found = without_copies([source("ny", LATER, (A, 3)), older])
    assert found.left_out[0].why.endswith(" Det vides ikke, hvad der er vedlagt »gammel«.")
    assert minutes_of(found) is AttachmentState.UNKNOWN


def test_what_is_nowhere_is_missing_and_what_is_here_is_attached() -> None:
    older = source("gammel", AALBORG, (A, 2))
    assert minutes_of(without_copies([source("ny", LATER, (A, 3)), older])) is AttachmentState.MISSING
    both = [with_files(source("ny", LATER, (A, 3)), "a.pdf"), with_files(older, "b.pdf")]
    assert minutes_of(without_copies(both)) is AttachmentState.ATTACHED


def test_of_drafts_that_seem_older_than_each_other_none_is_left_out() -> None:
    """Lineages of the greatest length may have been cut, so that each seems to have all of the next."""

    def cut(own: int, newest: int) -> tuple[tuple[str, int], ...]:
        others = [(f"{number:016x}", 1) for number in range(100, 100 + MOST_SAVES - 2)]
        return ((f"{own:016x}", 1), *others, (f"{newest:016x}", 1))

    ring = [replace(AALBORG, description=str(number)) for number in range(3)]
    sources = [source(str(number), each, *cut((number + 1) % 3, number)) for number, each in enumerate(ring)]
    found = without_copies(sources)
    assert all(any(_is_older(one, other) for other in sources) for one in sources), "the case is what it should be"
    assert kept(found) == ["0", "1", "2"]


def test_a_copy_that_is_told_names_a_draft_that_is_in_the_collection() -> None:
    newest = replace(AALBORG, description="Nyest.")
    found = without_copies(
        [
            source("1", AALBORG, (A, 1)),
            source("2", LATER, (A, 2)),
            source("3", newest, (A, 3)),
            source("3 igen", newest, (A, 3)),
        ]
    )
    assert kept(found) == ["3"]
    assert [files[0] for _, files, _ in kinds(found)] == ["3", "3", "3"]


def test_an_older_version_is_left_out_when_the_lineage_proves_it() -> None:
    found = without_copies([source("ny", LATER, (A, 3), (B, 1)), source("gammel", AALBORG, (A, 2))])
    assert (kept(found), kinds(found)) == (["ny"], [(CopyKind.OLDER, ("ny", "gammel"), 1)])
    assert [(each.file, each.why) for each in found.left_out] == [("gammel", "»gammel« er en ældre udgave af »ny«.")]


def test_each_of_several_older_versions_is_left_out() -> None:
    middle = replace(AALBORG, description="Midt imellem.")
    found = without_copies([source("1", AALBORG, (A, 1)), source("2", middle, (A, 2)), source("3", LATER, (A, 3))])
    assert (kept(found), sorted(each.file for each in found.left_out)) == (["3"], ["1", "2"])


def test_two_that_were_both_changed_since_are_both_counted_and_told() -> None:
    found = without_copies([source("min", AALBORG, (A, 1), (B, 1)), source("din", LATER, (A, 2))])
    assert (kept(found), kinds(found)) == (["din", "min"], [(CopyKind.DIVERGED, ("min", "din"), 2)])
    assert found.copies[0].is_doubtful
    assert "hvilken der er nyest" in found.copies[0].message


def test_different_copies_without_a_lineage_are_both_counted_and_told() -> None:
    found = without_copies([source("min", AALBORG), source("din", LATER, (A, 2))])
    assert (kept(found), [kind for kind, _, _ in kinds(found)]) == (["din", "min"], [CopyKind.DIVERGED])


def test_the_same_lineage_with_different_contents_proves_nothing() -> None:
    found = without_copies([source("min", AALBORG, (A, 1)), source("din", LATER, (A, 1))])
    assert (kept(found), [kind for kind, _, _ in kinds(found)]) == (["din", "min"], [CopyKind.DIVERGED])


def test_one_of_two_equal_ones_is_left_out_though_their_notes_differ() -> None:
    noted = replace(AALBORG, internal_notes="Kun til os.")
    found = without_copies([source("a", AALBORG), source("b", noted)])
    assert (kept(found), kinds(found)) == (["a"], [(CopyKind.SAME, ("a", "b"), 1)])
    assert not found.copies[0].is_doubtful


def test_two_drafts_of_one_municipality_are_both_counted_and_told() -> None:
    other = replace(THISTED, applicant=AALBORG.applicant)
    found = without_copies([source("a", AALBORG), source("b", other)])
    assert (kept(found), kinds(found)) == (["a", "b"], [(CopyKind.SAME_MUNICIPALITY, ("a", "b"), 2)])


def test_a_third_draft_beside_diverged_copies_is_told_as_well() -> None:
    other = replace(THISTED, applicant=AALBORG.applicant)
    found = without_copies([source("a", AALBORG), source("b", LATER), source("c", other)])
    assert [kind for kind, _, _ in kinds(found)] == [CopyKind.DIVERGED, CopyKind.SAME_MUNICIPALITY]


def test_of_many_copies_the_first_are_named_and_the_others_counted() -> None:
    drafts = [replace(AALBORG, description=f"Udgave {number}.") for number in range(7)]
    (copies,) = without_copies([source(str(number), each) for number, each in enumerate(drafts)]).copies
    assert copies.message.startswith("»0«, »1«, »2«, »3«, »4« og 2 filer mere er kopier af én kladde, men ")
    assert len(copies.files) == 7


def test_what_all_were_made_from_is_left_out_though_it_has_no_municipality() -> None:
    template = replace(AALBORG, applicant=Applicant(), contacts=Contacts())
    found = without_copies([source("skabelon", template, (A, 1)), source("a", AALBORG, (A, 1), (B, 1))])
    assert (kept(found), kinds(found)) == (["a"], [(CopyKind.OLDER, ("a", "skabelon"), 1)])


def test_two_different_drafts_without_a_municipality_are_no_copies() -> None:
    nobody = Applicant()
    found = without_copies(
        [source("a", replace(AALBORG, applicant=nobody)), source("b", replace(THISTED, applicant=nobody))]
    )
    assert (kept(found), found.copies) == (["a", "b"], ())
